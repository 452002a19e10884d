/* Tables of figures on a page of a PDF, found by where the words stand: figures below each other, labels left of them, heads
   above. What is not plainly a table is none: its lines are read as lines. */
#ifndef TJ_PDF_TABLE_H
#define TJ_PDF_TABLE_H

#include "extract/base/arena.h"
#include "extract/document/pdf_order.h"

/* Places as in tj_cell; `text` is put together from the cell's words, the first line of which reaches from left to right. */
struct tj_pdf_cell {
    unsigned row, column, columns, indent;
    double left, right;
    struct tj_str text;
};

/* Cells from left to right and from top to bottom; where they stand. */
struct tj_pdf_table {
    double left, top, right, bottom;
    unsigned rows, columns;
    const struct tj_pdf_cell *cells;
    size_t cell_count;
};

/* Is a word nothing but a number, with a sign before it or a percent sign behind it? */
bool tj_pdf_is_figure(struct tj_str word);

/* Finds the tables among the words of one column of a page. `em` is how wide a Chinese character is. The words are
   sorted in the course of it. `*tables`, in the arena, is valid if the count that is returned is not 0. */
size_t tj_pdf_tables(struct tj_arena *arena, struct tj_pdf_line *words, size_t count, double em,
                     struct tj_pdf_table **tables);

#endif

/* The parts of finding tables: pdf_table.c (words into rows, all together), pdf_table_body.c (columns,
   figures and labels), pdf_table_head.c (what stands over the columns). */
#ifndef TJ_PDF_TABLE_PARTS_H
#define TJ_PDF_TABLE_PARTS_H

#include "extract/document/pdf_table.h"

enum { TJ_PDF_COLUMNS = 64 }; /* a wider table is read as lines */

/* Words that stand beside each other, from left to right. */
struct tj_pdf_row {
    struct tj_pdf_line *words;
    size_t count;
    double top, bottom;
    size_t figures; /* years do not count */
    bool prose;
    bool taken; /* its words stand in another row's cells: a label over two lines */
};

struct tj_pdf_column {
    double left, right; /* of what stands in it, heads too */
    bool figures;
    size_t heads; /* words that stand over it */
};

/* Cells being put together. */
struct tj_pdf_sheet {
    struct tj_arena *arena;
    double em;
    struct tj_pdf_row *rows;
    size_t row_count;
    size_t first, end; /* the rows of figures; heads are above them */
    size_t head;       /* the first row of heads */
    struct tj_pdf_column columns[TJ_PDF_COLUMNS];
    unsigned column_count;
    struct tj_pdf_cell *cells;
    size_t cell_count, cell_room;
};

/* A figure that is no year. */
bool tj_pdf_counts(struct tj_str word);

double tj_pdf_middle(const struct tj_pdf_line *word);

/* Appends a word to the cell of `row` that begins at `column`, or to a new one. */
void tj_pdf_put(struct tj_pdf_sheet *sheet, size_t row, unsigned column, unsigned columns,
                const struct tj_pdf_line *word);

/* Finds where the rows of figures from sheet->first on end, labels between them counted, and the columns of their words. */
void tj_pdf_find_body(struct tj_pdf_sheet *sheet);

/* Puts the words of the body, and those of a label that reaches beyond it. */
void tj_pdf_put_body(struct tj_pdf_sheet *sheet);

/* Finds the rows above the first row of figures that are heads, and over which columns each of their words stands; puts
   them. False if that cannot be told for sure. */
bool tj_pdf_heads(struct tj_pdf_sheet *sheet);

#endif

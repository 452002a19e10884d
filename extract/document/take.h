/* What the readers of pages, DOCX and PDF build up: the document's text line by line, the way back into the source, the
   lines that may break a sentence, and tables. */
#ifndef TJ_TAKE_H
#define TJ_TAKE_H

#include "extract/base/buffer.h"
#include "extract/document/document.h"

enum { TJ_MOST_COLUMNS = 256 }; /* a wider table is read as lines */

struct tj_taker {
    struct tj_arena *arena;
    struct tj_buffer text; /* ended lines, then the line in hand */
    size_t line;           /* where the line in hand begins */
    struct tj_step *origins;
    size_t origin_count, origin_room;
    size_t *soft;
    size_t soft_count, soft_room;
    struct tj_grid *tables;
    size_t table_count, table_room;
    struct tj_cell *cells; /* of the table in hand */
    size_t cell_count, cell_room;
    unsigned rows, columns;
    unsigned until[TJ_MOST_COLUMNS]; /* the row down to which a cell above reaches, by column */
};

/* Appends text to the line in hand; `origin` is where it lies in the source. */
void tj_take(struct tj_taker *taker, struct tj_str text, size_t origin);

/* Appends one character that the source does not have in this place. */
void tj_take_mark(struct tj_taker *taker, char mark);

/* Ends the line in hand if there is anything in it. `soft`: a sentence may go on in the next. */
void tj_take_line_end(struct tj_taker *taker, bool soft);

/* A table: begun on a line of its own; cells one after the other, each begun before its text is taken; rows counted by
   the caller. At its end it is kept if it is a table of figures; if not, nothing of it is left and the caller takes the
   cells' text as lines. `indent` as in tj_cell. Spans of 0 count as 1. */
void tj_take_table(struct tj_taker *taker);
void tj_take_row(struct tj_taker *taker);
void tj_take_cell(struct tj_taker *taker, unsigned row_span, unsigned column_span);
void tj_take_cell_end(struct tj_taker *taker, unsigned indent);
bool tj_take_table_end(struct tj_taker *taker);

/* The cell just ended only goes on with the one above it. */
void tj_take_cell_below(struct tj_taker *taker);

/* The same as tj_take_table_end, but a table that is none is turned into lines here: one for each paragraph of a cell,
   where paragraphs end in \r. */
void tj_take_table_or_lines(struct tj_taker *taker);

/* Hands everything over to the document; the taker is empty afterwards. */
void tj_take_end(struct tj_taker *taker, struct tj_document *document);

/* Does a cell's text begin with a number, sign or none? */
bool tj_cell_is_figure(struct tj_str text);

#endif

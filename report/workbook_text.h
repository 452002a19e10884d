/* Text made fit for a cell. */
#ifndef TJ_WORKBOOK_TEXT_H
#define TJ_WORKBOOK_TEXT_H

#include "extract/base/buffer.h"

enum { TJ_CELL_CHARACTERS = 32767 };

/* `text` as XML and Excel can hold it, in `out` (which is emptied first), with a terminator: valid UTF-8, no
   control characters but line feed and tab, at most `most` UTF-16 units (then it ends in …), and _x0041_, which
   Excel would read as A, written so that it stays. */
const char *tj_cell_clean(struct tj_buffer *out, struct tj_str text, size_t most);

/* The range of a link: 'name'!A1, quotes in the name doubled. */
const char *tj_cell_place(struct tj_buffer *out, struct tj_str sheet, uint32_t row, unsigned column);

/* Appends a cell's name: AA12. */
void tj_put_cell_name(struct tj_buffer *out, uint32_t row, unsigned column);

#endif

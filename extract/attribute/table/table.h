/* Tables of figures to facts: the words at the head of a row name the statistic, those at the head of a column and the
   caption tell period, measure and unit. docs/attribution.md draws it. */
#ifndef TJ_ATTRIBUTE_TABLE_H
#define TJ_ATTRIBUTE_TABLE_H

#include "extract/attribute/frame.h"
#include "extract/document/document.h"

/* Appends the facts of block `block`, a table, with offsets in the document's text. Uses the frame's arena and leaves
   what the frame carries alone. */
void tj_read_table(struct tj_frame *frame, const struct tj_document *document, size_t block);

#endif

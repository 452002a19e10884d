/* A whole document to facts: what headings, sections and the document's own head tell, carried to each
   sentence. */
#ifndef TJ_CONTEXT_H
#define TJ_CONTEXT_H

#include "extract/attribute/frame.h"
#include "extract/document/document.h"

/* Appends the document's facts with offsets, title and date filled; ids are the caller's. `region` is the
   place to take where the text names none (TJ_NONE for none). Facts and their text live in `keep`; the scanner's own
   arena is emptied after each sentence. */
void tj_read_document(const struct tj_scanner *scanner, const struct tj_document *document, uint32_t region,
                      struct tj_arena *keep, struct tj_facts *facts);

#endif

/* A whole document to facts: what headings, sections and the document's own head tell, carried to each
   sentence. */
#ifndef TJ_CONTEXT_H
#define TJ_CONTEXT_H

#include "extract/attribute/delivery.h"
#include "extract/document/document.h"

/* Reads the document's facts, offsets, title and date filled, and delivers them; ids are the taker's. `region` is the
   place to take where the text names none (TJ_NONE for none). The scanner's own arena is emptied after each
   sentence. */
void tj_read_document(const struct tj_scanner *scanner, const struct tj_document *document, uint32_t region,
                      struct tj_delivery *delivery);

#endif

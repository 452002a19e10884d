/* What a document says of itself before its first sentence: which place it is about, and which time. */
#ifndef TJ_HOME_H
#define TJ_HOME_H

#include "extract/attribute/place.h"
#include "extract/document/document.h"

/* The first region that a line names, or TJ_NONE. */
uint32_t tj_home_region_in(const struct tj_frame *frame, struct tj_str line);

/* Sets the document's own region: of the title, else of the lines under it, else of the office that gives a release;
   else `given`. Says too whether it is a report on that region, or a news programme. */
void tj_home_find(struct tj_frame *frame, const struct tj_document *document, uint32_t given);

/* Sets the years that a title names: of a communiqué, what it is about; of a work report, when it was given. */
void tj_home_period(struct tj_frame *frame, const struct tj_document *document);

#endif

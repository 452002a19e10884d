/* What the head of a document tells: shared by those that look for its title and its date. */
#ifndef TJ_HEAD_DATE_H
#define TJ_HEAD_DATE_H

#include "extract/document/document.h"

enum { TJ_HEAD_BLOCKS = 14, TJ_TITLE_CHARS = 60 };

/* Fills the date, which stays as it is where the caller knows it; the title must be known. Unknown parts are 0. */
void tj_document_date(const struct tj_lexicon *lexicon, struct tj_matcher *matcher,
                      struct tj_document *document);

#endif

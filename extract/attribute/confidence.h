/* How sure a fact is: what had to be inferred takes something off a raw score, and lexicon/confidence.tsv says
   how often facts of that score were right. */
#ifndef TJ_CONFIDENCE_H
#define TJ_CONFIDENCE_H

#include "extract/attribute/bind.h"

/* Hundredths. */
unsigned tj_confidence(const struct tj_frame *frame, const struct tj_fact *fact,
                       const struct tj_figure *figure);

#endif

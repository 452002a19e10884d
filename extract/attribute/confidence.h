/* How sure a fact is: what had to be inferred takes something off a raw score, and lexicon/confidence.tsv says
   how often facts of that score were right. */
#ifndef TJ_CONFIDENCE_H
#define TJ_CONFIDENCE_H

#include "extract/attribute/bind.h"

/* How often facts of this raw score were right in text of this kind, in hundredths. `raw` is up to 100; below 0 it counts as 0. */
unsigned tj_calibrated(const struct tj_lexicon *lexicon, enum tj_text_kind kind, int raw);

/* Hundredths. */
unsigned tj_confidence(const struct tj_frame *frame, const struct tj_fact *fact,
                       const struct tj_figure *figure);

#endif

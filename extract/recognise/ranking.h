/* Places in a ranking that are written without a unit: 首位 · 榜首 · 居全国第二 · 列全省前六. */
#ifndef TJ_RANKING_H
#define TJ_RANKING_H

#include "extract/recognise/quantity.h"

/* Reads the place that begins at `at`. Behind a field of comparison (全国) or a verb of rank (居), or where it
   `follows` another place in a list, 第二 is one; elsewhere it only counts. `bound` is TJ_LE for 前六. */
bool tj_ranking_at(const struct tj_lexicon *lexicon, struct tj_str text, size_t at, bool follows,
                   struct tj_quantity *out);

#endif

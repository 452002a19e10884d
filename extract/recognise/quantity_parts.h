/* What the files that read quantities share: quantity.c puts them together, quantity_unit.c reads what stands behind
   the numeral, quantity_words.c the ones that are words. */
#ifndef TJ_QUANTITY_PARTS_H
#define TJ_QUANTITY_PARTS_H

#include "extract/recognise/quantity.h"

/* Does a longer word that means something else begin here: 成立 where 成 could be a unit? */
bool tj_unit_is_hidden(const struct tj_lexicon *lexicon, struct tj_str text, size_t at, size_t len);

/* The unit at byte `at` and its length, or NULL. */
const struct tj_unit *tj_unit_at(const struct tj_lexicon *lexicon, struct tj_str text, size_t at,
                                 size_t *len);

/* The people that a rate is for, behind a stroke: 49部/百人. NULL if none. */
const struct tj_unit *tj_many_people_at(struct tj_str text, size_t at, size_t *len);

#endif

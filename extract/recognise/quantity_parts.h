/* What the files that read quantities share: quantity.c puts them together, quantity_unit.c reads what stands behind
   the numeral, quantity_words.c the ones that are words, quantity_edges.c what
   stands right around them. */
#ifndef TJ_QUANTITY_PARTS_H
#define TJ_QUANTITY_PARTS_H

#include "extract/recognise/quantity.h"

static inline bool tj_is_ascii_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* May the numeral from byte `at` to `end` be a quantity without a unit: 46万, 2.93, 突破|万亿|大关? */
bool tj_numeral_stands_alone(const struct tj_numeral *numeral, struct tj_str text, size_t at, size_t end);

/* Does a longer word that means something else begin here: 成立 where 成 could be a unit? */
bool tj_unit_is_hidden(const struct tj_lexicon *lexicon, struct tj_str text, size_t at, size_t len);

/* The unit at byte `at` and its length, or NULL. */
const struct tj_unit *tj_unit_at(const struct tj_lexicon *lexicon, struct tj_str text, size_t at,
                                 size_t *len);

/* A rate of so many in a hundred thousand, which is a ratio: 15.1|/10万. NULL if none. */
const struct tj_unit *tj_share_of_many_at(struct tj_str text, size_t at, size_t *len);

/* The people or the time that a rate is for, behind a stroke: 49部/百人, 645元/月. NULL if none. */
const struct tj_unit *tj_rate_base_at(struct tj_str text, size_t at, size_t *len);

/* Does this character stand between the ends of a range? */
bool tj_connects(uint32_t code_point);

/* Behind the first character of a Chinese numeral at `at`: could it, or what it counts, go on? False of 一是 and 三农 is
   sure, true is not. Always true of figures. */
bool tj_quantity_may_go_on(const struct tj_lexicon *lexicon, struct tj_str text, size_t at);

#endif

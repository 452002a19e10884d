/* Where the name of a place ends, and whether it names one. */
#ifndef TJ_PLACE_NAME_H
#define TJ_PLACE_NAME_H

#include "extract/lexicon/lexicon.h"

/* 张家港|银行, 北京|大学: do the words at `at`, behind a place, make it the name of a body? */
bool tj_names_organisation(struct tj_str text, size_t at);

/* 北京|市民, 佛山|地区生产总值: the entry of the shorter word where the end of the one at `at` belongs to what stands behind; *len is
   that of the word, then of what is left of it. */
const struct tj_entry *tj_without_end(const struct tj_lexicon *lexicon, struct tj_str text, size_t at,
                                      const struct tj_entry *entry, size_t *len);

#endif

/* What a change is measured against, as the words of its clause have it: 比上年, 与上年末相比, 较“十三五”末. */
#ifndef TJ_PREDICATE_COMPARE_H
#define TJ_PREDICATE_COMPARE_H

#include "extract/attribute/predicate/predicate.h"

/* Where a comparison begins between the bytes `limit` and `to`; `to` if nowhere. */
size_t tj_comparison_at(struct tj_str text, size_t limit, size_t to);

/* Takes the comparison left of the verb into the predicate, as basis and period: it is no part of the name. */
void tj_take_comparison(const struct tj_frame *frame, size_t limit, struct tj_predicate *predicate);

#endif

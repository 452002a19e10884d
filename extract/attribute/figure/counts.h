/* Which quantities are statistics: not years and ages of anniversaries, not counts that only structure the text,
   not thresholds that belong to a name. */
#ifndef TJ_COUNTS_H
#define TJ_COUNTS_H

#include "extract/attribute/frame.h"

enum tj_counting {
    TJ_COUNTS,
    TJ_NO_STATISTIC,
    TJ_THRESHOLD, /* 500万元以上项目, 每万人: part of the name of what follows */
};

/* What the quantity in mention `at` is; `more` tells whether another follows in its clause. */
enum tj_counting tj_counting_of(const struct tj_frame *frame, size_t at, bool more);

/* Is a quantity that is written in Chinese numerals a statistic: ratios, sums and amounts of some size, 近千名, not 三件事? */
bool tj_chinese_counts(const struct tj_frame *frame, const struct tj_quantity *quantity);

/* Does it only say what race it is (男子60米冠军) or how fast, how long a holiday was, that something goes on all day
   (24小时坚守) or when it is broadcast (8点档)? */
bool tj_is_race_or_watch(const struct tj_frame *frame, const struct tj_quantity *quantity);

#endif

/* What a number's predicate has further to the left, behind words that do not touch it: where a rise starts, and what the number
   is a multiple of. */
#ifndef TJ_PREDICATE_FAR_H
#define TJ_PREDICATE_FAR_H

#include "extract/attribute/predicate/predicate.h"

/* 由两年前的不足30%提高到45%: takes the words from 由 on into the predicate of the number in mention `at`, if a verb of reaching
   follows it. Nothing left of `limit` belongs to it. */
void tj_take_far_start(const struct tj_frame *frame, size_t at, size_t limit, struct tj_predicate *predicate);

/* 恢复至2019年的九成, 约为全国平均的70%: the same with what the number is so much of. */
void tj_take_yardstick(const struct tj_frame *frame, size_t at, size_t limit, struct tj_predicate *predicate);

/* 落后沈阳|近570亿元: does the number say how far behind or before a place another is? */
bool tj_is_distance(const struct tj_frame *frame, size_t limit, const struct tj_predicate *predicate);

/* 影响CPI上涨约0.47个百分点, 拉动工业增长3.4个百分点: does it say what is added to a whole? */
bool tj_adds_to_whole(const struct tj_frame *frame, size_t limit, const struct tj_predicate *predicate);

/* 高于全国2.1个百分点: takes the verb that stands before what the number is compared with. A direction that is known
   already (of 增速) gives way only to a verb of comparing. */
void tj_take_far_verb(const struct tj_frame *frame, size_t at, size_t limit, struct tj_predicate *predicate);

#endif

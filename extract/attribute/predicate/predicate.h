/* What stands between a statistic's name and its number: 同比增长, 首次突破, 比上年末增加, 居全国第. It is read
   from the number to the left, word by word, as long as one touches the next. */
#ifndef TJ_PREDICATE_H
#define TJ_PREDICATE_H

#include "extract/attribute/frame.h"

struct tj_predicate {
    size_t from; /* where it begins: the name ends here */
    size_t
        object; /* where the name begins if it stands behind the verb (下调存款准备金率0.25个百分点), or 0 */
    int direction;          /* of a change: 1 up, -1 down, 0 none said */
    bool reach;             /* the number is the level reached */
    bool now;               /* 目前的, 现在的: of the day it was written */
    bool share, pull, rank; /* 占比; 拉动; 居第…位 */
    bool each;              /* 分别 */
    bool of;                /* 的 right before the number: 完成工程的60% */
    bool start;             /* 从A到B: this is A */
    bool equals;            /* 恢复至2019年的: so much of something else */
    bool ordinal;           /* 第, 前: belongs to the value expression */
    size_t value_from;      /* where the value expression begins, 第 and 前 included */
    enum tj_bound bound;
    struct tj_str basis;            /* yoy, mom, avg, other, base; empty if nothing said */
    const struct tj_period *period; /* named within it (2025年达到, 比2012年), or NULL */
    bool compared;                  /* the period belongs to the comparison */
    int years;                      /* 3年增长: over how many, 0 if not said */
};

/* Reads the predicate of the quantity in mention `at`; nothing left of `limit` belongs to it. */
struct tj_predicate tj_predicate_of(const struct tj_frame *frame, size_t at, size_t limit);

/* Is there a 由 or 从 a few words before the end of `left`, in the same clause? *at is where it stands. */
bool tj_rise_start(struct tj_str left, size_t *at);

#endif

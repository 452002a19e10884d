/* From figure to fact: measure, sign, bound, period, region and confidence settled, the record filled. */
#ifndef TJ_BIND_H
#define TJ_BIND_H

#include "extract/attribute/name/name.h"
#include "extract/attribute/predicate/predicate.h"

/* All that is known of one figure when it becomes a fact. */
struct tj_figure {
    const struct tj_quantity *quantity;
    struct tj_predicate predicate;
    struct tj_phrase phrase;
    struct tj_name name;
    enum tj_naming naming;
    struct tj_str unit;      /* where the number has none: that of the figure before */
    struct tj_str raw;       /* the text's own words for the name */
    bool of_part;            /* 60%的企业: the noun behind is the part */
    uint32_t region;         /* TJ_NONE: the frame's */
    struct tj_period period; /* TJ_P_NONE: the frame's */
    bool yardstick;          /* what the last one is compared with, in another place or time */
    bool item;               /* 、 stands before its words: a verb before the first item holds for it too */
    bool listed;             /* handed out by 分别 */
    bool ends_rise;          /* the B of 由A增至B */
};

/* What kind of number it is, from unit, predicate and name. */
enum tj_measure tj_measure_of_figure(const struct tj_figure *figure);

/* Does a name itself say growth: 居民消费价格涨幅, 经济增速? */
bool tj_names_growth(struct tj_str name);

/* Appends the fact, and updates what the frame carries. */
void tj_bind(struct tj_frame *frame, const struct tj_figure *figure);

#endif

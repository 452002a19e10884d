/* Comparisons that are computed from the figures themselves, to stand beside what the texts state. Only
   figures that say how much (exact or 约) are compared: 超126万亿元 gives no growth. Amounts compare as they
   are, at the prices of their own time; the growth that texts state of GDP and value added is at constant
   prices and differs for that reason alone. */
#ifndef TJ_GROWTHS_H
#define TJ_GROWTHS_H

#include "report/series.h"

struct tj_compared {
    bool known;
    bool points;   /* `number` is percentage points, else a ratio (0.05 for 5%) */
    double number; /* for people and charts; exact values stay in the facts */
};

/* The figure's level against an earlier one of the same series: a relative change; of rates (unit 1) the
   difference in points. Not known where either is NULL or not exact, or the earlier is not above zero. */
struct tj_compared tj_compare_change(const struct tj_series *series, const struct tj_figure *figure,
                                     const struct tj_figure *earlier);

/* How many points of the growth of the whole the part stands for (拉动): the part's change over the whole's
   earlier value. All three in one unit. */
struct tj_compared tj_compare_contribution(const struct tj_series *series, const struct tj_figure *part,
                                           const struct tj_figure *part_before,
                                           const struct tj_figure *whole_before);

/* Mean growth a year (CAGR) from `first` to `last`, `years` later; not known for rates or below two years. */
struct tj_compared tj_compare_yearly(const struct tj_series *series, const struct tj_figure *first,
                                     const struct tj_figure *last, int years);

/* Does the figure say how much, so that it can be compared? */
bool tj_compare_fit(const struct tj_series *series, const struct tj_figure *figure);

/* Ranks as in a competition: 1, 2, 2, 4. Each within its group; unknown values have rank 0. */
struct tj_ranked {
    struct tj_decimal value;
    uint32_t group;
    bool lower_first; /* less is better; the same for all of a group */
    uint32_t rank;
};
void tj_rank_all(struct tj_ranked *items, size_t count);

#endif

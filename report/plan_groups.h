/* First step of a plan: which indicators of which regions have figures for the summary, and in what order. */
#ifndef TJ_PLAN_GROUPS_H
#define TJ_PLAN_GROUPS_H

#include "report/series.h"

struct tj_group {
    uint32_t first, end;        /* figures of the series */
    uint32_t region, indicator; /* names of the ledger */
    uint32_t code;              /* of the region */
    uint32_t rank;
    uint32_t region_rank; /* in the template's list */
    const struct tj_template_indicator *listed;
};

struct tj_groups {
    struct tj_group *at;
    size_t count, capacity;
};

/* Chosen and sorted as plan.h says. */
void tj_groups_make(struct tj_arena *arena, const struct tj_series *series,
                    const struct tj_template *template, struct tj_groups *out);

/* May the figure stand in the summary: a result that is a level, or a growth or a change in points on the
   year before? */
bool tj_figure_is_headline(const struct tj_series *series, const struct tj_figure *figure);

#endif

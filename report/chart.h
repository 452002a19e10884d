/* Which figures of the summary a chart shows: a small table of names and numbers. No cell is written here. */
#ifndef TJ_CHART_H
#define TJ_CHART_H

#include "report/plan.h"

struct tj_chart_row {
    const struct tj_plan_row *row;
    const struct tj_figure **figures; /* one for each column of the table; NULL where there is none */
};

struct tj_chart_table {
    struct tj_chart_row *rows;
    size_t row_count;
    size_t *columns; /* of the plan */
    size_t column_count;
    bool by_region; /* rows are named by their regions, else by their indicators */
};

/* growth: the indicators of one region in one period, those with most figures where the template names none,
   largest growth first. regions: the same the other way round. trend: the levels, or the growth, of one indicator over the
   years, a row for each region with two at least, all in one unit and of comparable size. False if there are not enough figures for
   a chart (two bars, three years). */
bool tj_chart_choose(struct tj_arena *arena, const struct tj_series *series, const struct tj_plan *plan,
                     const struct tj_template_chart *spec, struct tj_chart_table *out);

#endif

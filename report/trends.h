/* Levels over the years: growth from year to year, the average, and a straight line through them. */
#ifndef TJ_TRENDS_H
#define TJ_TRENDS_H

#include "report/number.h"
#include "report/series.h"
#include "report/stats.h"

struct tj_trend_row {
    const struct tj_template_indicator *listed; /* NULL for an indicator that the template does not list */
    uint32_t region, indicator, unit;
    const struct tj_figure *first, *last,
        *before;                    /* levels; `before` is of the year before `last`, or NULL */
    const struct tj_figure *stated; /* the growth that the text gives for the last year, or NULL */
    int first_year, last_year;
    size_t count; /* years with a level */
    bool has_computed, has_cagr, has_trend;
    double computed;       /* last over before, less 1 */
    double cagr;           /* between first and last */
    struct tj_trend trend; /* of the values as displayed, over years */
    struct tj_display display;
};

struct tj_trends {
    struct tj_trend_row *rows; /* by the template's order of indicators, then by region code */
    size_t count, room;
};

/* Every result that is a level of one region, indicator and unit in two single years at least. */
void tj_trends_make(struct tj_arena *arena, const struct tj_series *series,
                    const struct tj_template *template, const struct tj_display_units *units, bool english,
                    struct tj_trends *out);

#endif

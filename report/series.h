/* Facts joined into figures: everything that the sources say of one region, indicator, measure, unit, basis
   and standing in one period. Indicators are joined under the names of a template. A figure keeps all its
   facts, the one to show first: of a target one that was said before its time was over; one sure enough (85%)
   before one that is not, an exact figure before 约 and 超, the highest confidence, then the latest
   document. Facts without region, indicator or period belong to no figure and are counted. */
#ifndef TJ_SERIES_H
#define TJ_SERIES_H

#include "report/ledger.h"
#include "report/template.h"

struct tj_figure {
    uint32_t first, count; /* its facts: tj_series.order[first ...] */
    bool conflict;         /* they do not agree */
};

struct tj_series {
    const struct tj_ledger *ledger;
    uint32_t *order; /* numbers of facts, grouped into figures */
    size_t order_count;
    struct tj_figure *figures; /* by standing, region, indicator, measure, unit, basis, period */
    size_t count, capacity;
    uint32_t *joined; /* for each of ledger->names: the name that it is joined under */
    size_t no_region, no_indicator, no_period, conflicts;
};

void tj_series_make(const struct tj_ledger *ledger, const struct tj_template *template,
                    struct tj_series *out);

/* The record that stands for a figure: the first of its facts. */
const struct tj_record *tj_figure_record(const struct tj_series *series, const struct tj_figure *figure);

/* Its number in the ledger. */
uint32_t tj_figure_fact(const struct tj_series *series, const struct tj_figure *figure);

/* The name that a record's indicator is joined under. */
uint32_t tj_series_indicator(const struct tj_series *series, const struct tj_record *record);

/* Do two statements of the same figure contradict each other? 超126万亿元 and 126.06万亿元 do not. */
bool tj_figures_agree(const struct tj_fact *a, const struct tj_fact *b);

/* A growth or change on the year before: 同比, or nothing said. */
bool tj_basis_is_yoy(struct tj_str basis);

/* The figures with the same key as `like` except for the standing, which is `standing`: the first that
   matches, or NULL. Finds the result of a target. */
const struct tj_figure *tj_series_counterpart(const struct tj_series *series, const struct tj_figure *like,
                                              enum tj_standing standing);

/* The growth on the year before (同比) that the text states for the region, indicator, standing and period of the figure
   `level`, or NULL. */
const struct tj_figure *tj_series_growth(const struct tj_series *series, const struct tj_figure *level);
/* The figure of the same series (standing and all) in the period `when`, or NULL. */
const struct tj_figure *tj_series_in(const struct tj_series *series, const struct tj_figure *like,
                                     struct tj_when when);

void tj_series_free(struct tj_series *series);

#endif

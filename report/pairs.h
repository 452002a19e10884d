/* Targets beside their results: which of them a sheet shows, and in what order. No cell is written here. */
#ifndef TJ_PAIRS_H
#define TJ_PAIRS_H

#include "report/attain.h"
#include "report/series.h"

struct tj_pair {
    const struct tj_figure *target_figure, *result_figure; /* the result may be NULL */
    struct tj_fact target, result;
    uint32_t region, indicator;                 /* names of the ledger, the indicator as joined */
    const struct tj_template_indicator *listed; /* NULL: not in the template's list */
    bool country;
    struct tj_when when;
    struct tj_attainment outcome;
};

struct tj_pairs {
    struct tj_pair *at;
    size_t count, capacity;
};

/* The targets that the sheet asks for, each with the result of the same region, indicator, measure, unit and
   period. By region (in the template's order, or by code), indicator (in the template's order), measure, unit
   and period; with TJ_ORDER_RESULTS those that have a result come first. */
void tj_target_pairs_make(struct tj_arena *arena, const struct tj_series *series, const struct tj_template *t,
                          const struct tj_template_sheet *sheet, struct tj_pairs *out);

/* What the indicator of a pair is called. */
struct tj_str tj_pair_indicator(const struct tj_pair *pair, const struct tj_ledger *ledger, bool english);

/* The number that a target asks for: its value, or the near end of its range. */
struct tj_decimal tj_pair_aim(const struct tj_pair *pair);

#endif

/* First step of a comparison: the figures of both sides by key, so that those that pair stand together. */
#ifndef TJ_COMPARE_PAIRS_H
#define TJ_COMPARE_PAIRS_H

#include "report/series.h"

/* What must be the same for two figures to be a pair. Entries of one region, indicator, standing and period
   stand together, whatever they measure: a level finds its growth there. */
struct tj_pair_key {
    uint32_t region, indicator, standing; /* names of tj_pairs.names */
    int32_t kind, from, to;               /* of the period; between years the days less the year */
    uint32_t measure, unit, basis;
};

struct tj_pair_entry {
    struct tj_pair_key key;
    int year;      /* in which the period ends */
    bool now;      /* which side */
    uint32_t code; /* of the region: a name */
    const struct tj_template_indicator *listed;
    const struct tj_figure *figure;
};

struct tj_pairs {
    struct tj_pool names;
    uint32_t *codes; /* for each of `names` that is a region: the name that is its code */
    struct tj_pair_entry *at;
    size_t count;
};

/* Every figure of `old` and of `now`; with `by_year`, where both are the same series, once, keys are without year
   and entries of a key are in order of years. `template` may be NULL: joined by the series only. */
void tj_pairs_make(const struct tj_series *old, const struct tj_series *now,
                   const struct tj_template *template, bool by_year, struct tj_pairs *out);

bool tj_pair_same_key(const struct tj_pair_entry *a, const struct tj_pair_entry *b);

/* The same region, indicator, standing and period. */
bool tj_pair_same_group(const struct tj_pair_entry *a, const struct tj_pair_entry *b);

void tj_pairs_free(struct tj_pairs *pairs);

#endif

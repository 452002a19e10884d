#include "report/compare_pairs.h"

#include <stdlib.h>

#include "report/plan.h"

enum { YEAR = 10000 };

/* Common numbers of one ledger's names: plain, and as indicators, which the template joins. */
struct side {
    const struct tj_series *series;
    const struct tj_template *template;
    struct tj_pool *names;
    uint32_t *plain, *indicators; /* number + 1; 0 is not known yet */
    const struct tj_template_indicator **listed;
};

static void open_side(struct side *side)
{
    size_t count = side->series->ledger->names.count;
    side->plain = tj_must_malloc(count * sizeof *side->plain);
    side->indicators = tj_must_malloc(count * sizeof *side->indicators);
    side->listed = tj_must_malloc(count * sizeof *side->listed);
    memset(side->plain, 0, count * sizeof *side->plain);
    memset(side->indicators, 0, count * sizeof *side->indicators);
}

static void close_side(struct side *side)
{
    free(side->plain);
    free(side->indicators);
    free((void *)side->listed);
}

static uint32_t plain_name(struct side *side, uint32_t name)
{
    if (!side->plain[name])
        side->plain[name] = tj_pool_add(side->names, tj_pool_at(&side->series->ledger->names, name)) + 1;
    return side->plain[name] - 1;
}

static uint32_t indicator_name(struct side *side, uint32_t name, const struct tj_template_indicator **listed)
{
    if (!side->indicators[name]) {
        struct tj_str text = tj_pool_at(&side->series->ledger->names, name);
        side->listed[name] = side->template ? tj_plan_listed(side->template, text) : NULL;
        if (side->listed[name]) text = side->listed[name]->name;
        side->indicators[name] = tj_pool_add(side->names, text) + 1;
    }
    *listed = side->listed[name];
    return side->indicators[name] - 1;
}

static struct tj_pair_entry entry_of(struct side *side, const struct tj_figure *figure, bool by_year)
{
    const struct tj_series *s = side->series;
    const struct tj_record *r = tj_figure_record(s, figure);
    struct tj_when when = s->ledger->periods[r->period];
    struct tj_pair_entry e = { .year = when.to / YEAR, .figure = figure };
    e.code = plain_name(side, r->region_code);
    int32_t off = by_year ? e.year * YEAR : 0;
    e.key = (struct tj_pair_key){
        .region = plain_name(side, r->region),
        .indicator = indicator_name(side, tj_series_indicator(s, r), &e.listed),
        .standing = r->standing,
        .kind = (int32_t)when.kind,
        .from = when.from - off,
        .to = when.to - off,
        .measure = r->measure,
        .unit = plain_name(side, r->unit),
        .basis = plain_name(side, s->joined[r->basis]),
    };
    return e;
}

static int order_of(int64_t a, int64_t b) { return (a > b) - (a < b); }

static int group_order(const struct tj_pair_key *a, const struct tj_pair_key *b)
{
    int order = order_of(a->region, b->region);
    if (!order) order = order_of(a->indicator, b->indicator);
    if (!order) order = order_of(a->standing, b->standing);
    if (!order) order = order_of(a->kind, b->kind);
    if (!order) order = order_of(a->to, b->to);
    return order ? order : order_of(a->from, b->from);
}

static int key_order(const struct tj_pair_key *a, const struct tj_pair_key *b)
{
    int order = group_order(a, b);
    if (!order) order = order_of(a->measure, b->measure);
    if (!order) order = order_of(a->unit, b->unit);
    return order ? order : order_of(a->basis, b->basis);
}

static int by_key(const void *a, const void *b)
{
    const struct tj_pair_entry *x = a, *y = b;
    int order = key_order(&x->key, &y->key);
    if (!order) order = order_of(x->now, y->now);
    return order ? order : order_of(x->year, y->year);
}

bool tj_pair_same_key(const struct tj_pair_entry *a, const struct tj_pair_entry *b)
{
    return key_order(&a->key, &b->key) == 0;
}

bool tj_pair_same_group(const struct tj_pair_entry *a, const struct tj_pair_entry *b)
{
    return group_order(&a->key, &b->key) == 0;
}

static void add_side(struct tj_pairs *pairs, struct side side, bool now, bool by_year)
{
    side.names = &pairs->names;
    open_side(&side);
    for (size_t i = 0; i < side.series->count; i++) {
        pairs->at[pairs->count] = entry_of(&side, &side.series->figures[i], by_year);
        pairs->at[pairs->count++].now = now;
    }
    close_side(&side);
}

/* Some facts of a region may lack its code. */
static void find_codes(struct tj_pairs *pairs)
{
    pairs->codes = tj_must_malloc(pairs->names.count * sizeof *pairs->codes);
    memset(pairs->codes, 0, pairs->names.count * sizeof *pairs->codes);
    for (size_t i = 0; i < pairs->count; i++)
        if (pairs->at[i].code) pairs->codes[pairs->at[i].key.region] = pairs->at[i].code;
}

void tj_pairs_make(const struct tj_series *old, const struct tj_series *now,
                   const struct tj_template *template, bool by_year, struct tj_pairs *out)
{
    size_t most = old->count + (by_year ? 0 : now->count);
    *out = (struct tj_pairs){ .at = tj_must_malloc((most + 1) * sizeof *out->at) };
    tj_pool_add(&out->names, TJ_STR("")); /* number 0: no code, no basis */
    add_side(out, (struct side){ .series = old, .template = template }, false, by_year);
    if (!by_year) add_side(out, (struct side){ .series = now, .template = template }, true, by_year);
    find_codes(out);
    qsort(out->at, out->count, sizeof *out->at, by_key);
}

void tj_pairs_free(struct tj_pairs *pairs)
{
    tj_pool_free(&pairs->names);
    free(pairs->codes);
    free(pairs->at);
    *pairs = (struct tj_pairs){ 0 };
}

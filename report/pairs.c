#include "report/pairs.h"

#include <stdlib.h>

#include "report/places.h"
#include "report/plan.h"

struct maker {
    struct tj_arena *arena;
    const struct tj_series *series;
    const struct tj_template *t;
    const struct tj_template_sheet *sheet;
    const uint32_t *codes; /* of regions */
};

static bool among(const struct tj_str *names, size_t count, struct tj_str name, size_t *out)
{
    for (*out = 0; *out < count; ++*out)
        if (tj_equal(names[*out], name)) return true;
    return false;
}

static bool is_asked(const struct maker *k, const struct tj_record *r,
                     const struct tj_template_indicator *listed)
{
    size_t at;
    const struct tj_template_sheet *sheet = k->sheet;
    struct tj_str region = tj_pool_at(&k->series->ledger->names, r->region);
    if (r->standing != TJ_TARGET || (sheet->measure && sheet->measure != r->measure + 1u)) return false;
    if (k->t->region_count && !among(k->t->regions, k->t->region_count, region, &at)) return false;
    if (sheet->indicator_count)
        return listed && among(sheet->indicators, sheet->indicator_count, listed->name, &at);
    return listed || sheet->rows == TJ_ROWS_ALL;
}

static void add_pair(const struct maker *k, const struct tj_figure *figure, struct tj_pairs *out)
{
    const struct tj_series *s = k->series;
    const struct tj_record *r = tj_figure_record(s, figure);
    struct tj_pair p = { .target_figure = figure, .region = r->region };
    p.indicator = tj_series_indicator(s, r);
    p.listed = tj_plan_listed(k->t, tj_pool_at(&s->ledger->names, p.indicator));
    if (!is_asked(k, r, p.listed)) return;
    p.country = tj_place_level(tj_pool_at(&s->ledger->names, k->codes[r->region])) == TJ_ANY_COUNTRY;
    p.when = s->ledger->periods[r->period];
    p.target = tj_ledger_fact(s->ledger, tj_figure_fact(s, figure));
    p.result_figure = tj_series_counterpart(s, figure, TJ_ACTUAL);
    if (p.result_figure) p.result = tj_ledger_fact(s->ledger, tj_figure_fact(s, p.result_figure));
    p.outcome =
        tj_attain(&p.target, p.result_figure ? &p.result : NULL, p.listed && p.listed->better == TJ_LOWER);
    out->at = tj_grow(k->arena, out->at, out->count, &out->capacity, sizeof *out->at);
    out->at[out->count++] = p;
}

static int order_of(size_t a, size_t b) { return (a > b) - (a < b); }

static int region_order(const struct maker *k, uint32_t a, uint32_t b)
{
    size_t x, y;
    const struct tj_pool *names = &k->series->ledger->names;
    if (k->t->region_count == 0) return tj_place_order(k->series->ledger, k->codes, a, b);
    among(k->t->regions, k->t->region_count, tj_pool_at(names, a), &x);
    among(k->t->regions, k->t->region_count, tj_pool_at(names, b), &y);
    return order_of(x, y);
}

static int indicator_order(const struct maker *k, const struct tj_pair *a, const struct tj_pair *b)
{
    const struct tj_pool *names = &k->series->ledger->names;
    if (!a->listed && !b->listed)
        return tj_compare(tj_pool_at(names, a->indicator), tj_pool_at(names, b->indicator));
    if (!a->listed || !b->listed) return a->listed ? -1 : 1;
    return order_of((size_t)(a->listed - k->t->indicators), (size_t)(b->listed - k->t->indicators));
}

static int by_order(const void *a, const void *b, void *maker)
{
    const struct tj_pair *x = a, *y = b;
    const struct maker *k = maker;
    int order = 0;
    if (k->sheet->order == TJ_ORDER_RESULTS) order = !x->result_figure - !y->result_figure;
    if (!order) order = region_order(k, x->region, y->region);
    if (!order) order = indicator_order(k, x, y);
    if (!order) order = order_of(x->target.measure, y->target.measure);
    if (!order) order = tj_compare(x->target.unit, y->target.unit);
    if (!order) order = tj_when_order(x->when, y->when);
    return order ? order : order_of(x->target_figure->first, y->target_figure->first);
}

void tj_target_pairs_make(struct tj_arena *arena, const struct tj_series *series, const struct tj_template *t,
                          const struct tj_template_sheet *sheet, struct tj_pairs *out)
{
    struct maker k = { arena, series, t, sheet, tj_place_codes(arena, series->ledger) };
    *out = (struct tj_pairs){ 0 };
    for (size_t i = 0; i < series->count; i++) add_pair(&k, &series->figures[i], out);
    if (out->count) qsort_r(out->at, out->count, sizeof *out->at, by_order, &k);
}

struct tj_str tj_pair_indicator(const struct tj_pair *p, const struct tj_ledger *ledger, bool english)
{
    if (!p->listed) return tj_pool_at(&ledger->names, p->indicator);
    return tj_label_in(p->country ? &p->listed->national : &p->listed->label, english);
}

struct tj_decimal tj_pair_aim(const struct tj_pair *p)
{
    if (p->target.bound != TJ_RANGE) return p->target.value;
    return p->listed && p->listed->better == TJ_LOWER ? p->target.upper : p->target.lower;
}

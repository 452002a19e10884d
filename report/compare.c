#include "report/compare.h"

#include <stdio.h>
#include <stdlib.h>

#include "report/compare_pairs.h"

enum { RISE = 1, FALL = -1 };

struct comparing {
    struct tj_arena *arena;
    const struct tj_pairs *pairs;
    struct tj_diff *diff;
    size_t capacity;
};

static struct tj_fact fact_of(const struct tj_series *s, const struct tj_figure *figure, uint32_t number)
{
    return tj_ledger_fact(s->ledger, s->order[figure->first + number]);
}

struct tj_fact tj_diff_old(const struct tj_diff *d, const struct tj_diff_row *row)
{
    return fact_of(d->old, row->old, 0);
}

struct tj_fact tj_diff_now(const struct tj_diff *d, const struct tj_diff_row *row)
{
    return fact_of(d->now, row->now, 0);
}

struct tj_fact tj_diff_fact(const struct tj_diff *d, const struct tj_diff_row *row)
{
    return row->now ? tj_diff_now(d, row) : tj_diff_old(d, row);
}

bool tj_diff_is_rate(const struct tj_fact *fact)
{
    return tj_equal(fact->unit, TJ_STR("1")) && fact->measure != TJ_MULTIPLE && fact->measure != TJ_RANK;
}

static bool same_number(struct tj_decimal a, struct tj_decimal b)
{
    return a.known == b.known && (!a.known || tj_decimal_order(a, b) == 0);
}

bool tj_diff_same_statement(const struct tj_fact *a, const struct tj_fact *b)
{
    return a->bound == b->bound && same_number(a->value, b->value) && same_number(a->lower, b->lower)
           && same_number(a->upper, b->upper);
}

/* How many of a figure's statements the other figure has too. */
static uint32_t shared_statements(const struct tj_series *s, const struct tj_figure *of,
                                  const struct tj_series *t, const struct tj_figure *with)
{
    uint32_t shared = 0;
    for (uint32_t i = 0; i < of->count; i++) {
        struct tj_fact a = fact_of(s, of, i);
        for (uint32_t j = 0; j < with->count; j++) {
            struct tj_fact b = fact_of(t, with, j);
            if (!tj_diff_same_statement(&a, &b)) continue;
            shared++;
            break;
        }
    }
    return shared;
}

/* Between years the figures shown decide; between editions what compare.h says. */
static bool is_same(const struct tj_diff *d, const struct tj_figure *old, const struct tj_figure *now)
{
    if (d->by_year) {
        struct tj_fact a = fact_of(d->old, old, 0), b = fact_of(d->now, now, 0);
        return tj_diff_same_statement(&a, &b);
    }
    uint32_t kept = shared_statements(d->old, old, d->now, now);
    if (!old->conflict && !now->conflict) return kept > 0;
    return kept == old->count && shared_statements(d->now, now, d->old, old) == now->count;
}

static void compute(struct tj_diff *d, struct tj_diff_row *row)
{
    struct tj_fact old = tj_diff_old(d, row), now = tj_diff_now(d, row);
    if (!old.value.known || !now.value.known) return;
    row->change = tj_decimal_add(now.value, tj_decimal_negate(old.value));
    bool points = tj_diff_is_rate(&now) || tj_equal(now.unit, TJ_STR("pp"));
    row->has_relative = row->change.known && now.measure == TJ_LEVEL && !points && old.value.digits > 0;
    if (row->has_relative) row->relative = tj_decimal_double(row->change) / tj_decimal_double(old.value);
}

/* A growth tells of the two years if it is on the year before, and they follow each other, or on the old year
   by name. */
static bool basis_fits(const struct comparing *c, const struct tj_pair_entry *e)
{
    struct tj_str basis = tj_pool_at(&c->pairs->names, e->key.basis);
    if (tj_basis_is_yoy(basis)) return c->diff->span.now == c->diff->span.old + 1;
    char year[16];
    tj_eat(&basis, TJ_STR("base:"));
    int length = snprintf(year, sizeof year, "%d", c->diff->span.old);
    return tj_equal(basis, (struct tj_str){ year, (size_t)length });
}

/* What the text of `now` says of the change, from the entries of its group. */
static const struct tj_figure *find_stated(const struct comparing *c, const struct tj_pair_entry *now)
{
    struct tj_fact fact = fact_of(c->diff->now, now->figure, 0);
    bool rate = tj_diff_is_rate(&fact);
    if (!c->diff->by_year || !(now->key.measure == TJ_LEVEL || (rate && now->key.measure == TJ_SHARE)))
        return NULL;
    const struct tj_pair_entry *e = now, *end = c->pairs->at + c->pairs->count;
    while (e > c->pairs->at && tj_pair_same_group(e - 1, now)) e--;
    for (; e < end && tj_pair_same_group(e, now); e++) {
        if (e->year != now->year || !basis_fits(c, e)) continue;
        bool points = tj_equal(tj_pool_at(&c->pairs->names, e->key.unit), TJ_STR("pp"));
        if (rate ? e->key.measure == TJ_CHANGE && points : e->key.measure == TJ_GROWTH) return e->figure;
    }
    return NULL;
}

bool tj_diff_in_conflict(const struct tj_diff_row *row)
{
    return (row->old && row->old->conflict) || (row->now && row->now->conflict);
}

void tj_diff_keep(struct tj_diff *d, unsigned kinds, bool conflicts)
{
    size_t kept = 0;
    for (size_t i = 0; i < d->row_count; i++)
        if ((kinds & 1u << d->rows[i].kind) || (conflicts && tj_diff_in_conflict(&d->rows[i])))
            d->rows[kept++] = d->rows[i];
    d->row_count = kept;
}

static void count_row(struct tj_diff *d, const struct tj_diff_row *row)
{
    int direction = row->kind == TJ_DIFF_CHANGED ? tj_diff_direction(row) : 0;
    d->counts[row->kind]++;
    d->risen += direction == RISE;
    d->fallen += direction == FALL;
    d->conflicts += tj_diff_in_conflict(row);
}

/* A pair, or what stands alone (the other is NULL). */
static void add_row(struct comparing *c, const struct tj_pair_entry *old, const struct tj_pair_entry *now)
{
    struct tj_diff *d = c->diff;
    const struct tj_pair_entry *any = now ? now : old;
    struct tj_diff_row row = { .kind = now ? TJ_DIFF_NEW : TJ_DIFF_GONE,
                               .listed = any->listed,
                               .old = old ? old->figure : NULL,
                               .now = now ? now->figure : NULL };
    if (old && now) row.kind = is_same(d, old->figure, now->figure) ? TJ_DIFF_SAME : TJ_DIFF_CHANGED;
    if (row.kind == TJ_DIFF_SAME && !d->by_year) {
        d->counts[TJ_DIFF_SAME]++;
        return;
    }
    if (old && now) {
        compute(d, &row);
        row.stated = find_stated(c, now);
    }
    struct tj_fact fact = fact_of(now ? d->now : d->old, any->figure, 0);
    row.region = fact.region;
    row.indicator = any->listed ? any->listed->name : fact.indicator;
    row.region_code = tj_copy(c->arena, tj_pool_at(&c->pairs->names, c->pairs->codes[any->key.region]));
    count_row(d, &row);
    d->rows = tj_grow(c->arena, d->rows, d->row_count, &c->capacity, sizeof *d->rows);
    d->rows[d->row_count++] = row;
}

static bool is_old(const struct tj_diff *d, const struct tj_pair_entry *e)
{
    return d->by_year ? e->year == d->span.old : !e->now;
}

static bool is_now(const struct tj_diff *d, const struct tj_pair_entry *e)
{
    return d->by_year ? e->year == d->span.now : e->now;
}

static void walk(struct comparing *c)
{
    const struct tj_pair_entry *at = c->pairs->at;
    for (size_t i = 0, end; i < c->pairs->count; i = end) {
        const struct tj_pair_entry *old = NULL, *now = NULL;
        for (end = i; end < c->pairs->count && tj_pair_same_key(&at[i], &at[end]); end++) {
            if (is_old(c->diff, &at[end])) old = &at[end];
            if (is_now(c->diff, &at[end])) now = &at[end];
        }
        if (old || now) add_row(c, old, now);
    }
}

static int order_of(int64_t a, int64_t b) { return (a > b) - (a < b); }

/* Countries (codes of other lengths than the six digits of GB/T 2260) first, unknown codes last. */
static int code_class(struct tj_str code) { return code.len == 0 ? 2 : code.len == 6; }

static int region_order(const struct tj_diff_row *x, const struct tj_diff_row *y)
{
    int order = code_class(x->region_code) - code_class(y->region_code);
    if (!order) order = tj_compare(x->region_code, y->region_code);
    return order ? order : tj_compare(x->region, y->region);
}

static int indicator_order(const struct tj_diff_row *x, const struct tj_diff_row *y)
{
    if (x->listed && y->listed) return order_of(x->listed - y->listed, 0);
    if (x->listed || y->listed) return x->listed ? -1 : 1;
    return tj_compare(x->indicator, y->indicator);
}

static int by_reading(const void *a, const void *b, void *diff)
{
    const struct tj_diff_row *x = a, *y = b;
    const struct tj_diff *d = diff;
    int order = region_order(x, y);
    if (!order)
        order = order_of(x->kind == TJ_DIFF_SAME ? TJ_DIFF_CHANGED : x->kind,
                         y->kind == TJ_DIFF_SAME ? TJ_DIFF_CHANGED : y->kind);
    if (!order) order = indicator_order(x, y);
    if (order) return order;
    struct tj_fact f = tj_diff_fact(d, x), g = tj_diff_fact(d, y);
    order = order_of(f.status, g.status);
    if (!order) order = order_of(f.measure, g.measure);
    if (!order) order = tj_compare(f.unit, g.unit);
    if (!order) order = tj_compare(f.basis, g.basis);
    return order ? order : tj_compare(f.period, g.period);
}

static void compare(struct tj_arena *arena, const struct tj_template *template, struct tj_diff *d)
{
    struct tj_pairs pairs;
    tj_pairs_make(d->old, d->now, template, d->by_year, &pairs);
    struct comparing c = { .arena = arena, .pairs = &pairs, .diff = d };
    walk(&c);
    if (d->row_count) qsort_r(d->rows, d->row_count, sizeof *d->rows, by_reading, d);
    tj_pairs_free(&pairs);
}

void tj_diff_years(struct tj_arena *arena, const struct tj_series *series, const struct tj_template *template,
                   struct tj_diff_span span, struct tj_diff *out)
{
    *out = (struct tj_diff){ .old = series, .now = series, .by_year = true, .span = span };
    compare(arena, template, out);
}

void tj_diff_editions(struct tj_arena *arena, const struct tj_series *old, const struct tj_series *now,
                      const struct tj_template *template, struct tj_diff *out)
{
    *out = (struct tj_diff){ .old = old, .now = now };
    compare(arena, template, out);
}

bool tj_diff_latest(const struct tj_series *series, struct tj_diff_span *out)
{
    struct tj_pairs pairs;
    struct tj_diff_span best = { 0 };
    tj_pairs_make(series, series, NULL, true, &pairs);
    for (size_t i = 1; i < pairs.count; i++) {
        const struct tj_pair_entry *old = &pairs.at[i - 1], *now = &pairs.at[i];
        if (now->key.standing != TJ_ACTUAL || !tj_pair_same_key(old, now)) continue;
        if (now->year > best.now || (now->year == best.now && old->year > best.old))
            best = (struct tj_diff_span){ old->year, now->year };
    }
    tj_pairs_free(&pairs);
    *out = best;
    return best.now != 0;
}

int tj_diff_direction(const struct tj_diff_row *row)
{
    if (!row->change.known) return 0;
    return row->change.digits > 0 ? RISE : row->change.digits < 0 ? FALL : 0;
}

int tj_diff_mood(const struct tj_diff *d, const struct tj_diff_row *row)
{
    struct tj_fact fact = tj_diff_fact(d, row);
    int direction = tj_diff_direction(row);
    if (fact.status == TJ_TARGET || !row->listed || tj_diff_in_conflict(row)) return 0;
    switch (fact.measure) {
    case TJ_LEVEL:
    case TJ_GROWTH:
    case TJ_CHANGE: return row->listed->better == TJ_LOWER ? -direction : direction;
    case TJ_RANK: return -direction;
    default: return 0;
    }
}

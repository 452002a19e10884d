#include "report/series.h"

#include <stdlib.h>

enum { SURE = 85 }; /* in percent */

bool tj_basis_is_yoy(struct tj_str basis) { return basis.len == 0 || tj_equal(basis, TJ_STR("yoy")); }

const struct tj_record *tj_figure_record(const struct tj_series *s, const struct tj_figure *f)
{
    return &s->ledger->records[s->order[f->first]];
}

uint32_t tj_figure_fact(const struct tj_series *s, const struct tj_figure *f) { return s->order[f->first]; }

uint32_t tj_series_indicator(const struct tj_series *s, const struct tj_record *r)
{
    return s->joined[r->indicator];
}

static int order_of(uint32_t a, uint32_t b) { return (a > b) - (a < b); }

/* All that tells one series from another, the standing aside. */
static int key_order(const struct tj_series *s, const struct tj_record *a, const struct tj_record *b)
{
    int order = order_of(a->region, b->region);
    if (!order) order = order_of(s->joined[a->indicator], s->joined[b->indicator]);
    if (!order) order = order_of(a->measure, b->measure);
    if (!order) order = order_of(a->unit, b->unit);
    return order ? order : order_of(s->joined[a->basis], s->joined[b->basis]);
}

static int series_order(const struct tj_series *s, const struct tj_record *a, const struct tj_record *b)
{
    int order = key_order(s, a, b);
    return order ? order : tj_when_order(s->ledger->periods[a->period], s->ledger->periods[b->period]);
}

static int figure_order(const struct tj_series *s, const struct tj_record *a, const struct tj_record *b)
{
    int order = order_of(a->standing, b->standing);
    return order ? order : series_order(s, a, b);
}

/* Was a target said when its time was over? Then it is told of, and may be a result that was misread. */
static bool told_late(const struct tj_series *s, const struct tj_record *r)
{
    struct tj_str date = s->ledger->documents[r->document].date;
    struct tj_when said;
    if (r->standing != TJ_TARGET || date.len < 4 || !tj_when_read(tj_cut(date, 0, 4), &said)) return false;
    return tj_when_year(said) > tj_when_year(s->ledger->periods[r->period]);
}

/* Sure enough that 23562亿元 is worth more than 超过2万亿元 of a higher confidence still. */
static bool is_sure(const struct tj_record *r) { return r->confidence >= SURE; }

/* The better statement of a figure first. */
static int worth_order(const struct tj_series *s, const struct tj_record *a, const struct tj_record *b)
{
    if (told_late(s, a) != told_late(s, b)) return told_late(s, a) ? 1 : -1;
    if (is_sure(a) != is_sure(b)) return is_sure(a) ? -1 : 1;
    if ((a->bound == TJ_EQ) != (b->bound == TJ_EQ)) return a->bound == TJ_EQ ? -1 : 1;
    if (a->confidence != b->confidence) return a->confidence > b->confidence ? -1 : 1;
    const struct tj_ledger_document *documents = s->ledger->documents;
    return tj_compare(documents[b->document].date, documents[a->document].date);
}

static int by_figure(const void *a, const void *b, void *series)
{
    const struct tj_series *s = series;
    uint32_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    const struct tj_record *rx = &s->ledger->records[x], *ry = &s->ledger->records[y];
    int order = figure_order(s, rx, ry);
    if (!order) order = worth_order(s, rx, ry);
    return order ? order : order_of(x, y);
}

static void join_name(struct tj_series *s, struct tj_str name, struct tj_str under)
{
    uint32_t from, to;
    const struct tj_pool *names = &s->ledger->names;
    if (!tj_pool_find(names, name, &from)) return;
    s->joined[from] = tj_pool_find(names, under, &to) ? to : from;
}

/* Facts may know an indicator only under aliases: then the first alias stands for all. */
static void join_aliases(struct tj_series *s, const struct tj_template_indicator *row)
{
    uint32_t found;
    struct tj_str under = row->name;
    for (size_t i = 0; i < row->alias_count && !tj_pool_find(&s->ledger->names, under, &found); i++)
        under = row->aliases[i];
    join_name(s, row->name, under);
    for (size_t i = 0; i < row->alias_count; i++) join_name(s, row->aliases[i], under);
}

static void join_all(struct tj_series *s, const struct tj_template *template)
{
    size_t count = s->ledger->names.count;
    s->joined = tj_must_malloc(count * sizeof *s->joined);
    for (uint32_t i = 0; i < count; i++) s->joined[i] = i;
    for (size_t i = 0; i < template->indicator_count; i++) join_aliases(s, &template->indicators[i]);
    uint32_t yoy;
    if (tj_pool_find(&s->ledger->names, TJ_STR("yoy"), &yoy)) s->joined[yoy] = 0;
}

/* Half a unit of the last digit of 约 figures: they agree with whatever rounds to them. */
static double slack(const struct tj_fact *f)
{
    if (f->bound != TJ_APPROX) return 0;
    return tj_decimal_double((struct tj_decimal){ 5, (int8_t)(f->value.pow10 - 1), true });
}

static bool covers(const struct tj_fact *a, const struct tj_fact *b)
{
    int order = tj_decimal_order(b->value, a->value);
    if (a->bound == TJ_GE || a->bound == TJ_GT) return order >= 0;
    if (a->bound == TJ_LE || a->bound == TJ_LT) return order <= 0;
    double gap = tj_decimal_double(a->value) - tj_decimal_double(b->value);
    return order == 0 || (a->bound == TJ_APPROX && gap <= slack(a) && -gap <= slack(a));
}

bool tj_figures_agree(const struct tj_fact *a, const struct tj_fact *b)
{
    if (a->bound == TJ_RANGE && b->bound == TJ_RANGE)
        return tj_decimal_order(a->lower, b->lower) == 0 && tj_decimal_order(a->upper, b->upper) == 0;
    if (b->bound == TJ_RANGE) return tj_figures_agree(b, a);
    if (a->bound == TJ_RANGE)
        return tj_decimal_order(a->lower, b->value) <= 0 && tj_decimal_order(b->value, a->upper) <= 0;
    if (!a->value.known || !b->value.known) return true;
    return covers(a, b) || covers(b, a);
}

static bool in_conflict(const struct tj_series *s, const struct tj_figure *figure)
{
    struct tj_fact shown = tj_ledger_figures(s->ledger, s->order[figure->first]);
    for (uint32_t i = 1; i < figure->count; i++) {
        struct tj_fact other = tj_ledger_figures(s->ledger, s->order[figure->first + i]);
        if (!tj_figures_agree(&shown, &other)) return true;
    }
    return false;
}

static void add_figure(struct tj_series *s, uint32_t first, uint32_t count)
{
    if (s->count == s->capacity) {
        s->capacity = s->capacity ? s->capacity * 2 : 256;
        s->figures = tj_must_realloc(s->figures, s->capacity * sizeof *s->figures);
    }
    struct tj_figure *figure = &s->figures[s->count++];
    *figure = (struct tj_figure){ first, count, false };
    figure->conflict = count > 1 && in_conflict(s, figure);
    s->conflicts += figure->conflict;
}

/* Collects the facts that can stand in a table. */
static void collect(struct tj_series *s)
{
    const struct tj_ledger *l = s->ledger;
    s->order = tj_must_malloc(l->count * sizeof *s->order);
    for (uint32_t i = 0; i < l->count; i++) {
        const struct tj_record *r = &l->records[i];
        struct tj_when when;
        bool placed = tj_ledger_when(l, r, &when);
        s->no_region += r->region == 0;
        s->no_indicator += r->indicator == 0;
        s->no_period += !placed;
        if (r->region && r->indicator && placed) s->order[s->order_count++] = i;
    }
}

void tj_series_make(const struct tj_ledger *ledger, const struct tj_template *template, struct tj_series *s)
{
    *s = (struct tj_series){ .ledger = ledger };
    join_all(s, template);
    collect(s);
    if (s->order_count) qsort_r(s->order, s->order_count, sizeof *s->order, by_figure, s);
    uint32_t first = 0;
    for (uint32_t i = 1; i <= s->order_count; i++) {
        const struct tj_record *head = &ledger->records[s->order[first]];
        if (i < s->order_count && figure_order(s, head, &ledger->records[s->order[i]]) == 0) continue;
        add_figure(s, first, i - first);
        first = i;
    }
}

/* The figure of `standing` in `when` whose key is that of `wanted`. */
static const struct tj_figure *find(const struct tj_series *s, enum tj_standing standing,
                                    const struct tj_record *wanted, struct tj_when when)
{
    size_t low = 0, high = s->count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        const struct tj_record *r = tj_figure_record(s, &s->figures[mid]);
        int order = order_of(r->standing, (uint32_t)standing);
        if (!order) order = key_order(s, r, wanted);
        if (!order) order = tj_when_order(s->ledger->periods[r->period], when);
        if (order == 0) return &s->figures[mid];
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return NULL;
}

const struct tj_figure *tj_series_counterpart(const struct tj_series *s, const struct tj_figure *like,
                                              enum tj_standing standing)
{
    const struct tj_record *r = tj_figure_record(s, like);
    return find(s, standing, r, s->ledger->periods[r->period]);
}

const struct tj_figure *tj_series_in(const struct tj_series *s, const struct tj_figure *like,
                                     struct tj_when when)
{
    const struct tj_record *r = tj_figure_record(s, like);
    return find(s, (enum tj_standing)r->standing, r, when);
}

/* Does the figure stand before those of `wanted`'s region and indicator, in the order of a series? */
static bool is_before(const struct tj_series *s, const struct tj_record *r, const struct tj_record *wanted)
{
    if (r->standing != wanted->standing) return r->standing < wanted->standing;
    if (r->region != wanted->region) return r->region < wanted->region;
    return tj_series_indicator(s, r) < tj_series_indicator(s, wanted);
}

const struct tj_figure *tj_series_growth(const struct tj_series *s, const struct tj_figure *level)
{
    const struct tj_record *wanted = tj_figure_record(s, level);
    size_t low = 0, high = s->count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (is_before(s, tj_figure_record(s, &s->figures[mid]), wanted))
            low = mid + 1;
        else
            high = mid;
    }
    for (; low < s->count; low++) {
        const struct tj_record *r = tj_figure_record(s, &s->figures[low]);
        if (is_before(s, wanted, r)) return NULL;
        bool same = r->measure == TJ_GROWTH && tj_basis_is_yoy(tj_pool_at(&s->ledger->names, r->basis))
                    && tj_when_order(s->ledger->periods[r->period], s->ledger->periods[wanted->period]) == 0;
        if (same) return &s->figures[low];
    }
    return NULL;
}

void tj_series_free(struct tj_series *s)
{
    free(s->order);
    free(s->figures);
    free(s->joined);
    *s = (struct tj_series){ 0 };
}

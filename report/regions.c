#include "report/regions.h"

#include <stdlib.h>

#include "report/plan.h"

enum {
    LEVELS = 3,
    MEASURES = 3,
    SIDES = 2,
    LEAST_REGIONS = 2,
    LEAST_SHARE = 3 /* one region in three */,
    FIRST_YEAR = 1900,
    LAST_YEAR = 2200
};

/* What a region's figure is, for the table. */
struct entry {
    const struct tj_figure *figure;
    size_t indicator; /* of the template */
    uint32_t region, unit;
    unsigned measure; /* 0 growth, 1 level, 2 share */
    bool target;
    int year;
};

struct gathering {
    struct tj_arena *arena;
    const struct tj_series *series;
    const struct tj_template *template;
    const struct tj_display_units *units;
    bool english;
    struct entry *entries;
    size_t count, room;
    uint32_t *place; /* for each name of the ledger: its row, from 1 on; 0 for none */
    struct tj_regions *out;
};

/* 0 a province, 1 a prefecture, 2 a county; -1 what is none: a nation, an area. */
static int level_of(struct tj_str code)
{
    if (code.len != 6 || tj_equal(code, TJ_STR("100000"))) return -1;
    for (size_t i = 0; i < 6; i++)
        if (code.ptr[i] < '0' || code.ptr[i] > '9') return -1;
    return tj_ends(code, TJ_STR("0000")) ? 0 : tj_ends(code, TJ_STR("00")) ? 1 : 2;
}

static bool measure_of(const struct tj_series *s, const struct tj_record *r, unsigned *out)
{
    if (r->measure == TJ_GROWTH && !tj_basis_is_yoy(tj_pool_at(&s->ledger->names, r->basis))) return false;
    *out = r->measure == TJ_GROWTH ? 0 : r->measure == TJ_LEVEL ? 1 : 2;
    return r->measure == TJ_GROWTH || r->measure == TJ_LEVEL || r->measure == TJ_SHARE;
}

static void gather(struct gathering *g)
{
    const struct tj_series *s = g->series;
    for (size_t i = 0; i < s->count; i++) {
        const struct tj_record *r = tj_figure_record(s, &s->figures[i]);
        struct tj_when when = s->ledger->periods[r->period];
        const struct tj_template_indicator *listed =
            tj_plan_listed(g->template, tj_pool_at(&s->ledger->names, tj_series_indicator(s, r)));
        struct entry e = { .figure = &s->figures[i],
                           .region = r->region,
                           .unit = r->unit,
                           .target = r->standing == TJ_TARGET,
                           .year = when.from / 10000 };
        if (!listed || when.kind != TJ_YEAR || !measure_of(s, r, &e.measure)) continue;
        e.indicator = (size_t)(listed - g->template->indicators);
        g->entries = tj_grow(g->arena, g->entries, g->count, &g->room, sizeof *g->entries);
        g->entries[g->count++] = e;
    }
}

static struct tj_str code_of(const struct gathering *g, const struct entry *e)
{
    return tj_pool_at(&g->series->ledger->names, tj_figure_record(g->series, e->figure)->region_code);
}

/* The year with most results; among equals the later. */
static int busiest_year(const struct gathering *g)
{
    size_t results[LAST_YEAR - FIRST_YEAR + 1] = { 0 };
    int best = 0;
    for (size_t i = 0; i < g->count; i++) {
        int year = g->entries[i].year;
        if (!g->entries[i].target && year >= FIRST_YEAR && year <= LAST_YEAR) results[year - FIRST_YEAR]++;
    }
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
        if (results[year - FIRST_YEAR] && (!best || results[year - FIRST_YEAR] >= results[best - FIRST_YEAR]))
            best = year;
    return best;
}

static bool in_years(const struct gathering *g, const struct entry *e)
{
    return e->year == g->out->year + (e->target ? 1 : 0);
}

struct region_row {
    uint32_t region;
    struct tj_str code;
};

static int by_code(const void *a, const void *b)
{
    const struct region_row *x = a, *y = b;
    int order = tj_compare(x->code, y->code);
    return order ? order : (x->region > y->region) - (x->region < y->region);
}

/* All regions of the level that has most figures. */
static void choose_level(struct gathering *g)
{
    size_t figures[LEVELS] = { 0 };
    int best = 0;
    struct region_row *rows = tj_alloc_array(g->arena, g->count, sizeof *rows);
    size_t count = 0;
    for (size_t i = 0; i < g->count; i++) {
        int level = level_of(code_of(g, &g->entries[i]));
        if (level >= 0 && in_years(g, &g->entries[i])) figures[level]++;
    }
    for (int level = 1; level < LEVELS; level++)
        if (figures[level] > figures[best]) best = level;
    for (size_t i = 0; i < g->count; i++)
        if (in_years(g, &g->entries[i]) && level_of(code_of(g, &g->entries[i])) == best)
            rows[count++] = (struct region_row){ g->entries[i].region, code_of(g, &g->entries[i]) };
    if (count) qsort(rows, count, sizeof *rows, by_code);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || rows[i].region != rows[i - 1].region)
            g->out->regions[g->out->region_count++] = rows[i].region;
}

static void choose_regions(struct gathering *g)
{
    uint32_t name;
    g->out->regions =
        tj_alloc_array(g->arena, g->count + g->template->region_count + 1, sizeof *g->out->regions);
    for (size_t i = 0; i < g->template->region_count; i++)
        if (tj_pool_find(&g->series->ledger->names, g->template->regions[i], &name))
            g->out->regions[g->out->region_count++] = name;
    if (g->template->region_count == 0) choose_level(g);
    g->place = tj_alloc_array(g->arena, g->series->ledger->names.count, sizeof *g->place);
    for (size_t i = 0; i < g->out->region_count; i++) g->place[g->out->regions[i]] = (uint32_t)i + 1;
}

static struct tj_decimal number_of(const struct gathering *g, const struct tj_figure *figure)
{
    struct tj_fact f = tj_ledger_fact(g->series->ledger, tj_figure_fact(g->series, figure));
    return f.value.known ? f.value : f.lower; /* a range counts from its lower end */
}

static void rank_cells(struct gathering *g, struct tj_regions_column *c)
{
    size_t count = g->out->region_count, n = 0;
    double *values = tj_alloc_array(g->arena, count, sizeof *values);
    unsigned *ranks = tj_alloc_array(g->arena, count, sizeof *ranks);
    for (size_t i = 0; i < count; i++)
        if (c->cells[i].figure && number_of(g, c->cells[i].figure).known)
            values[n++] = tj_display_number(&c->display, number_of(g, c->cells[i].figure));
    tj_ranks_of(values, n, c->listed->better == TJ_LOWER, ranks);
    n = 0;
    for (size_t i = 0; i < count; i++)
        if (c->cells[i].figure && number_of(g, c->cells[i].figure).known) c->cells[i].rank = ranks[n++];
    c->count = n;
    c->has_quartiles = n >= 4 && tj_quartiles_of(values, n, &c->quartiles);
}

static int order_of(size_t a, size_t b) { return (a > b) - (a < b); }

/* By column, then by unit, then as the series has them. */
static int by_column(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = order_of(x->indicator, y->indicator);
    if (!order) order = order_of(x->measure, y->measure);
    if (!order) order = order_of(x->target, y->target);
    if (!order) order = order_of(x->unit, y->unit);
    return order ? order : (x->figure > y->figure) - (x->figure < y->figure);
}

static bool same_column(const struct entry *a, const struct entry *b)
{
    return a->indicator == b->indicator && a->measure == b->measure && a->target == b->target;
}

/* Drops what is of other years and regions, and sorts the rest by column. */
static void keep_shown(struct gathering *g)
{
    size_t kept = 0;
    for (size_t i = 0; i < g->count; i++)
        if (in_years(g, &g->entries[i]) && g->place[g->entries[i].region]) g->entries[kept++] = g->entries[i];
    g->count = kept;
    if (kept) qsort(g->entries, kept, sizeof *g->entries, by_column);
}

/* One column of the entries from `first` to `end`, all in one unit. */
static void add_column(struct gathering *g, size_t first, size_t end)
{
    const struct entry *like = &g->entries[first];
    struct tj_regions_column c = { .listed = &g->template->indicators[like->indicator],
                                  .target = like->target };
    c.measure = (enum tj_measure)tj_figure_record(g->series, like->figure)->measure;
    c.display = tj_display_of(g->units, tj_pool_at(&g->series->ledger->names, like->unit), g->english);
    c.cells = tj_alloc_array(g->arena, g->out->region_count, sizeof *c.cells);
    for (size_t i = first; i < end; i++) {
        struct tj_region_cell *cell = &c.cells[g->place[g->entries[i].region] - 1];
        if (cell->figure) continue;
        cell->figure = g->entries[i].figure;
        tj_display_widen(&c.display, number_of(g, cell->figure));
    }
    tj_display_finish(&c.display, g->template->decimals, g->arena);
    rank_cells(g, &c);
    if (c.count >= LEAST_REGIONS && c.count * LEAST_SHARE >= g->out->region_count)
        g->out->columns[g->out->column_count++] = c;
}

/* Of the entries of one column those in the unit that most regions use. */
static size_t add_commonest(struct gathering *g, size_t first)
{
    size_t best = first, most = 0, i = first;
    while (i < g->count && same_column(&g->entries[i], &g->entries[first])) {
        size_t from = i;
        while (i < g->count && same_column(&g->entries[i], &g->entries[first])
               && g->entries[i].unit == g->entries[from].unit)
            i++;
        if (i - from > most) best = from, most = i - from;
    }
    add_column(g, best, best + most);
    return i;
}

void tj_regions_make(struct tj_arena *arena, const struct tj_series *series,
                     const struct tj_template *template, const struct tj_display_units *units, unsigned year,
                     bool english, struct tj_regions *out)
{
    *out = (struct tj_regions){ 0 };
    struct gathering g = {
        .arena = arena, .series = series, .template = template, .units = units, .english = english, .out = out
    };
    gather(&g);
    out->year = year ? (int)year : busiest_year(&g);
    choose_regions(&g);
    out->columns =
        tj_alloc_array(arena, template->indicator_count * MEASURES * SIDES + 1, sizeof *out->columns);
    keep_shown(&g);
    for (size_t i = 0; i < g.count;) i = add_commonest(&g, i);
}

#include "report/regions.h"

#include <stdlib.h>

#include "report/growths.h"
#include "report/places.h"
#include "report/plan.h"
#include "report/plan_groups.h"

enum { FIRST_YEAR = 1900, YEARS = 301, ENOUGH = 5 };

/* A figure that may stand in the table. */
struct candidate {
    const struct tj_figure *figure;
    uint32_t region, unit;
    unsigned indicator, slot, measure; /* indicator: among those asked for */
    int year;
};

struct maker {
    struct tj_arena *arena;
    const struct tj_series *series;
    const struct tj_template *t;
    const struct tj_template_sheet *sheet;
    const uint32_t *codes;
    const struct tj_template_indicator **asked;
    size_t asked_count;
    struct candidate *at;
    size_t count, capacity;
    struct tj_regions *out;
};

static struct tj_str name_of(const struct maker *k, uint32_t name)
{
    return tj_pool_at(&k->series->ledger->names, name);
}

static void list_asked(struct maker *k)
{
    const struct tj_template *t = k->t;
    k->asked = tj_alloc_array(k->arena, t->indicator_count + k->sheet->indicator_count, sizeof *k->asked);
    for (size_t i = 0; i < k->sheet->indicator_count; i++)
        k->asked[k->asked_count++] = tj_plan_listed(t, k->sheet->indicators[i]);
    for (size_t i = 0; i < t->indicator_count && k->sheet->indicator_count == 0; i++)
        k->asked[k->asked_count++] = &t->indicators[i];
}

/* For each name of the ledger: 1 + the place among the asked of the indicator that it is, 0 if it is none. */
static unsigned *number_names(const struct maker *k)
{
    uint32_t name;
    unsigned *numbers = tj_alloc_array(k->arena, k->series->ledger->names.count + 1, sizeof *numbers);
    for (unsigned i = 0; i < k->asked_count; i++)
        for (size_t j = 0; j <= k->asked[i]->alias_count; j++) {
            struct tj_str own = j ? k->asked[i]->aliases[j - 1] : k->asked[i]->name;
            if (tj_pool_find(&k->series->ledger->names, own, &name)) numbers[name] = i + 1;
        }
    return numbers;
}

/* Which of a table's columns a figure is for; false if for none. */
static bool slot_of(const struct maker *k, const struct tj_figure *figure, unsigned *out)
{
    const struct tj_record *r = tj_figure_record(k->series, figure);
    if (tj_figure_is_headline(k->series, figure)) {
        *out = r->measure == TJ_LEVEL ? TJ_RS_VALUE : TJ_RS_GROWTH;
        return true;
    }
    *out = TJ_RS_TARGET;
    bool kind = r->measure == TJ_LEVEL || r->measure == TJ_GROWTH || r->measure == TJ_CHANGE;
    return r->standing == TJ_TARGET && kind && tj_basis_is_yoy(name_of(k, r->basis));
}

static bool is_listed(const struct maker *k, uint32_t region)
{
    for (size_t i = 0; i < k->t->region_count; i++)
        if (tj_equal(k->t->regions[i], name_of(k, region))) return true;
    return k->t->region_count == 0;
}

static void collect(struct maker *k)
{
    const struct tj_series *s = k->series;
    const unsigned *numbers = number_names(k);
    for (size_t i = 0; i < s->count; i++) {
        const struct tj_figure *figure = &s->figures[i];
        const struct tj_record *r = tj_figure_record(s, figure);
        struct tj_when when = s->ledger->periods[r->period];
        unsigned number = numbers[tj_series_indicator(s, r)], slot;
        if (!number || when.kind != TJ_YEAR || !slot_of(k, figure, &slot) || !is_listed(k, r->region))
            continue;
        k->at = tj_grow(k->arena, k->at, k->count, &k->capacity, sizeof *k->at);
        k->at[k->count++] = (struct candidate){ figure, r->region,  r->unit,           number - 1,
                                                slot,   r->measure, tj_when_year(when) };
    }
}

static enum tj_place_level level_of(const struct maker *k, uint32_t region)
{
    return tj_place_level(name_of(k, k->codes[region]));
}

/* Keeps the regions of one level: that asked for, or that with most to set side by side. A region counts by
   its figures, but a few make it full: one region of many figures gives nothing to compare. */
static void keep_level(struct maker *k)
{
    size_t weights[TJ_PLACE_LEVELS] = { 0 }, kept = 0, best = 0;
    if (k->t->region_count) return;
    unsigned char *figures = tj_alloc_array(k->arena, k->series->ledger->names.count + 1, 1);
    for (size_t i = 0; i < k->count; i++) {
        if (figures[k->at[i].region] == ENOUGH) continue;
        figures[k->at[i].region]++;
        weights[level_of(k, k->at[i].region)]++;
    }
    for (size_t i = 1; i < TJ_PLACE_LEVELS; i++)
        if (weights[i] > weights[best]) best = i;
    if (k->sheet->level != TJ_LEVEL_AUTO) best = k->sheet->level - 1u;
    for (size_t i = 0; i < k->count; i++)
        if (level_of(k, k->at[i].region) == best) k->at[kept++] = k->at[i];
    k->count = kept;
}

static size_t count_year(const struct maker *k, int year, bool targets)
{
    size_t n = 0;
    for (size_t i = 0; i < k->count; i++)
        n += k->at[i].year == year && (k->at[i].slot == TJ_RS_TARGET) == targets;
    return n;
}

static void choose_years(struct maker *k)
{
    size_t counts[YEARS] = { 0 }, best = 0;
    for (size_t i = 0; i < k->count; i++) {
        int at = k->at[i].year - FIRST_YEAR;
        if (k->at[i].slot != TJ_RS_TARGET && at >= 0 && at < YEARS) counts[at]++;
    }
    for (size_t i = 1; i < YEARS; i++)
        if (counts[i] && counts[i] >= counts[best]) best = i;
    int year = k->sheet->year ? (int)k->sheet->year : FIRST_YEAR + (int)best;
    k->out->result_year = year;
    k->out->target_year = count_year(k, year + 1, true) ? year + 1 : year;
}

static bool is_wanted(const struct maker *k, const struct candidate *c)
{
    return c->year == (c->slot == TJ_RS_TARGET ? k->out->target_year : k->out->result_year);
}

static int by_region(const void *a, const void *b, void *maker)
{
    uint32_t x, y;
    memcpy(&x, a, sizeof x);
    memcpy(&y, b, sizeof y);
    const struct maker *k = maker;
    return tj_place_order(k->series->ledger, k->codes, x, y);
}

/* The rows; and for each name of the ledger that is a region of theirs its row + 1. */
static uint32_t *list_regions(struct maker *k)
{
    struct tj_regions *out = k->out;
    uint32_t *rows = tj_alloc_array(k->arena, k->series->ledger->names.count + 1, sizeof *rows);
    out->regions = tj_alloc_array(k->arena, k->count + k->t->region_count + 1, sizeof *out->regions);
    for (size_t i = 0; i < k->t->region_count; i++) {
        uint32_t name;
        if (tj_pool_find(&k->series->ledger->names, k->t->regions[i], &name) && !rows[name])
            rows[out->regions[out->region_count++] = name] = 1;
    }
    for (size_t i = 0; i < k->count && k->t->region_count == 0; i++)
        if (!rows[k->at[i].region]) rows[out->regions[out->region_count++] = k->at[i].region] = 1;
    if (k->t->region_count == 0 && out->region_count)
        qsort_r(out->regions, out->region_count, sizeof *out->regions, by_region, k);
    for (uint32_t i = 0; i < out->region_count; i++) rows[out->regions[i]] = i + 1;
    return rows;
}

static int order_of(size_t a, size_t b) { return (a > b) - (a < b); }

/* By indicator and slot, then by the way in which it is said. */
static int by_way(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    int order = order_of(x->indicator, y->indicator);
    if (!order) order = order_of(x->slot, y->slot);
    if (!order) order = order_of(x->measure, y->measure);
    return order ? order : order_of(x->unit, y->unit);
}

static int by_way_and_place(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    int order = by_way(x, y);
    return order ? order : order_of(x->figure->first, y->figure->first);
}

/* Leaves the candidates of the years that were chosen, each way of saying it together. */
static void keep_years(struct maker *k)
{
    size_t kept = 0;
    for (size_t i = 0; i < k->count; i++)
        if (is_wanted(k, &k->at[i])) k->at[kept++] = k->at[i];
    k->count = kept;
    if (kept) qsort(k->at, kept, sizeof *k->at, by_way_and_place);
}

struct run {
    const struct candidate *at;
    size_t count;
};

/* The candidates that say it as most regions do; none if nobody says it. */
static struct run commonest(const struct maker *k, unsigned indicator, unsigned slot)
{
    struct run best = { 0 };
    for (size_t i = 0, end; i < k->count; i = end) {
        for (end = i + 1; end < k->count && by_way(&k->at[i], &k->at[end]) == 0;) end++;
        if (k->at[i].indicator == indicator && k->at[i].slot == slot && end - i > best.count)
            best = (struct run){ &k->at[i], end - i };
    }
    return best;
}

static struct tj_decimal ranked_number(const struct maker *k, const struct candidate *c, bool lower)
{
    struct tj_fact fact = tj_ledger_fact(k->series->ledger, tj_figure_fact(k->series, c->figure));
    if (fact.bound != TJ_RANGE) return fact.value;
    return lower ? fact.upper : fact.lower;
}

static void rank_cells(const struct maker *k, struct tj_region_cell *cells, bool lower)
{
    size_t count = k->out->region_count;
    struct tj_ranked *items = tj_alloc_array(k->arena, count, sizeof *items);
    for (size_t i = 0; i < count; i++) items[i] = (struct tj_ranked){ cells[i].number, 0, lower, 0 };
    tj_rank_all(items, count);
    for (size_t i = 0; i < count; i++) cells[i].rank = items[i].rank;
}

static void fill_indicator(const struct maker *k, unsigned number, const uint32_t *rows)
{
    struct tj_region_indicator made = { .listed = k->asked[number] };
    bool any = false, lower = made.listed->better == TJ_LOWER;
    for (unsigned slot = 0; slot < TJ_REGION_SLOTS; slot++) {
        struct run said = commonest(k, number, slot);
        if (said.count == 0) continue;
        any = true;
        struct tj_region_cell *cells = tj_alloc_array(k->arena, k->out->region_count, sizeof *cells);
        for (size_t i = 0; i < said.count; i++) {
            struct tj_region_cell *cell = &cells[rows[said.at[i].region] - 1];
            if (cell->figure) continue;
            *cell = (struct tj_region_cell){ said.at[i].figure, ranked_number(k, &said.at[i], lower), 0 };
        }
        rank_cells(k, cells, lower);
        made.cells[slot] = cells;
    }
    if (any) k->out->indicators[k->out->indicator_count++] = made;
}

bool tj_regions_make(struct tj_arena *arena, const struct tj_series *series, const struct tj_template *t,
                     const struct tj_template_sheet *sheet, struct tj_regions *out)
{
    struct maker k = { .arena = arena, .series = series, .t = t, .sheet = sheet, .out = out };
    *out = (struct tj_regions){ 0 };
    k.codes = tj_place_codes(arena, series->ledger);
    list_asked(&k);
    collect(&k);
    keep_level(&k);
    choose_years(&k);
    keep_years(&k);
    const uint32_t *rows = list_regions(&k);
    out->indicators = tj_alloc_array(arena, k.asked_count + 1, sizeof *out->indicators);
    for (unsigned i = 0; i < k.asked_count; i++) fill_indicator(&k, i, rows);
    return out->region_count > 0 && out->indicator_count > 0;
}

enum tj_region_slot tj_regions_result(const struct tj_series *series, const struct tj_regions *table,
                                      size_t indicator)
{
    const struct tj_region_indicator *row = &table->indicators[indicator];
    for (size_t i = 0; i < table->region_count && row->cells[TJ_RS_TARGET]; i++) {
        const struct tj_figure *figure = row->cells[TJ_RS_TARGET][i].figure;
        if (figure) return tj_figure_record(series, figure)->measure == TJ_LEVEL ? TJ_RS_VALUE : TJ_RS_GROWTH;
    }
    return row->cells[TJ_RS_GROWTH] ? TJ_RS_GROWTH : TJ_RS_VALUE;
}

#include "report/plan.h"

#include <stdlib.h>

#include "report/places.h"
#include "report/plan_groups.h"

enum { MOST_COLUMNS = 60, MOST_ROWS = 20000 };

struct planner {
    struct tj_arena *arena;
    const struct tj_series *series;
    const struct tj_template *template;
    const struct tj_display_units *units;
    bool english;
    struct tj_plan *plan;
};

struct whens {
    struct tj_when *at;
    size_t count, capacity;
};

static struct tj_when when_of(const struct tj_series *s, const struct tj_figure *figure)
{
    return s->ledger->periods[tj_figure_record(s, figure)->period];
}

static bool same_when(struct tj_when a, struct tj_when b) { return tj_when_order(a, b) == 0; }

static bool find_when(const struct tj_when *at, size_t count, struct tj_when when, size_t *out)
{
    for (*out = 0; *out < count; ++*out)
        if (same_when(at[*out], when)) return true;
    return false;
}

static int by_when(const void *a, const void *b)
{
    const struct tj_when *x = a, *y = b;
    return tj_when_order(*x, *y);
}

/* Each period of the groups once, in order of kind and time. */
static void collect_whens(const struct planner *p, const struct tj_groups *groups, struct whens *out)
{
    for (size_t i = 0; i < groups->count; i++)
        for (uint32_t f = groups->at[i].first; f < groups->at[i].end; f++) {
            size_t at;
            struct tj_when when = when_of(p->series, &p->series->figures[f]);
            if (!tj_figure_is_headline(p->series, &p->series->figures[f])) continue;
            if (find_when(out->at, out->count, when, &at)) continue;
            out->at = tj_grow(p->arena, out->at, out->count, &out->capacity, sizeof *out->at);
            out->at[out->count++] = when;
        }
    if (out->count) qsort(out->at, out->count, sizeof *out->at, by_when);
}

static void add_column(struct tj_plan *plan, struct tj_when when)
{
    size_t at;
    if (plan->column_count < MOST_COLUMNS && !find_when(plan->columns, plan->column_count, when, &at))
        plan->columns[plan->column_count++] = when;
}

/* The latest periods of each kind that the template asks for. */
static void choose_latest(struct planner *p, const struct whens *all)
{
    for (size_t i = 0; i < p->template->period_count; i++) {
        const struct tj_template_period *asked = &p->template->periods[i];
        unsigned left = asked->last;
        for (size_t j = all->count; j-- > 0 && left > 0;)
            if (all->at[j].kind == asked->kind) {
                add_column(p->plan, all->at[j]);
                left--;
            }
    }
}

/* The latest of the periods that the region of groups[from] up to groups[to] has, of the first kind asked
   for that it has; false if one of its periods has a column already. */
static bool period_missed(const struct planner *p, const struct tj_group *from, const struct tj_group *to,
                          struct tj_when *out)
{
    struct tj_groups region = { (struct tj_group *)(uintptr_t)from, (size_t)(to - from), 0 };
    struct whens own = { 0 };
    size_t at;
    collect_whens(p, &region, &own);
    for (size_t i = 0; i < own.count; i++)
        if (find_when(p->plan->columns, p->plan->column_count, own.at[i], &at)) return false;
    for (size_t k = 0; k < p->template->period_count; k++)
        for (size_t i = own.count; i-- > 0;)
            if (own.at[i].kind == p->template->periods[k].kind) {
                *out = own.at[i];
                return true;
            }
    return false;
}

static void choose_for_regions(struct planner *p, const struct tj_groups *groups)
{
    for (size_t i = 0, end; i < groups->count; i = end) {
        for (end = i + 1; end < groups->count && groups->at[end].region == groups->at[i].region;) end++;
        struct tj_when when;
        if (period_missed(p, &groups->at[i], &groups->at[end], &when)) add_column(p->plan, when);
    }
}

static size_t kind_rank(const struct tj_template *t, enum tj_when_kind kind)
{
    size_t i = 0;
    while (i < t->period_count && t->periods[i].kind != (unsigned)kind) i++;
    return i;
}

/* Columns in the template's order of kinds, by time within each. */
static void sort_columns(struct planner *p)
{
    struct tj_when *c = p->plan->columns;
    for (size_t i = 1; i < p->plan->column_count; i++)
        for (size_t j = i; j > 0; j--) {
            size_t before = kind_rank(p->template, c[j - 1].kind), here = kind_rank(p->template, c[j].kind);
            if (before < here || (before == here && tj_when_order(c[j - 1], c[j]) <= 0)) break;
            struct tj_when swap = c[j];
            c[j] = c[j - 1];
            c[j - 1] = swap;
        }
}

static void choose_columns(struct planner *p, const struct tj_groups *groups)
{
    struct whens all = { 0 };
    collect_whens(p, groups, &all);
    p->plan->columns = tj_alloc_array(p->arena, MOST_COLUMNS, sizeof *p->plan->columns);
    choose_latest(p, &all);
    choose_for_regions(p, groups);
    sort_columns(p);
}

static struct tj_plan_row *add_row(struct planner *p, const struct tj_group *g)
{
    struct tj_plan *plan = p->plan;
    plan->rows = tj_grow(p->arena, plan->rows, plan->row_count, &plan->row_capacity, sizeof *plan->rows);
    struct tj_plan_row *row = &plan->rows[plan->row_count++];
    *row = (struct tj_plan_row){
        .region = g->region, .indicator = g->indicator, .rank = g->rank, .listed = g->listed
    };
    struct tj_str code = tj_pool_at(&p->series->ledger->names, g->code);
    row->country = tj_place_level(code) == TJ_ANY_COUNTRY;
    row->cells = tj_alloc_array(p->arena, plan->column_count, sizeof *row->cells);
    return row;
}

/* The levels of one unit: a row if one of them has a column. The figures of a group stand by unit. */
static uint32_t place_levels(struct planner *p, const struct tj_group *g, uint32_t from)
{
    const struct tj_series *s = p->series;
    uint32_t unit = tj_figure_record(s, &s->figures[from])->unit, f;
    struct tj_plan_row *row = NULL;
    for (f = from; f < g->end; f++) {
        const struct tj_record *r = tj_figure_record(s, &s->figures[f]);
        size_t column;
        if (r->measure != TJ_LEVEL || r->unit != unit) break;
        if (!find_when(p->plan->columns, p->plan->column_count, when_of(s, &s->figures[f]), &column))
            continue;
        if (!row) row = add_row(p, g);
        row->has_values = true;
        if (!row->cells[column].value) row->cells[column].value = &s->figures[f];
    }
    if (row) row->display = tj_display_of(p->units, tj_pool_at(&s->ledger->names, unit), p->english);
    return f;
}

/* Growth wins over a change in points. */
static void place_growths(struct planner *p, const struct tj_group *g, size_t first_row)
{
    const struct tj_series *s = p->series;
    for (uint32_t f = g->first; f < g->end; f++) {
        const struct tj_record *r = tj_figure_record(s, &s->figures[f]);
        size_t column;
        if (r->measure == TJ_LEVEL || !tj_figure_is_headline(s, &s->figures[f])) continue;
        if (!find_when(p->plan->columns, p->plan->column_count, when_of(s, &s->figures[f]), &column))
            continue;
        if (p->plan->row_count == first_row) add_row(p, g);
        struct tj_plan_cell *cell = &p->plan->rows[first_row].cells[column];
        if (!cell->growth || tj_figure_record(s, cell->growth)->measure > r->measure)
            cell->growth = &s->figures[f];
    }
}

static void finish_rows(struct planner *p, size_t first_row)
{
    for (size_t i = first_row; i < p->plan->row_count; i++) {
        struct tj_plan_row *row = &p->plan->rows[i];
        for (size_t c = 0; c < p->plan->column_count; c++) {
            const struct tj_plan_cell *cell = &row->cells[c];
            if (cell->value) {
                struct tj_fact fact =
                    tj_ledger_fact(p->series->ledger, tj_figure_fact(p->series, cell->value));
                tj_display_widen(&row->display, fact.value);
                tj_display_widen(&row->display, fact.lower);
                p->plan->facts += cell->value->count;
            }
            if (cell->growth) p->plan->facts += cell->growth->count;
            p->plan->has_values[c] |= cell->value != NULL;
            p->plan->has_growths[c] |= cell->growth != NULL;
        }
        struct tj_str unit = row->listed ? tj_label_in(&row->listed->unit, p->english) : TJ_STR("");
        if (row->has_values) tj_display_finish_in(&row->display, unit, p->template->decimals, p->arena);
    }
}

static void place_group(struct planner *p, const struct tj_group *g)
{
    const struct tj_series *s = p->series;
    size_t first_row = p->plan->row_count;
    for (uint32_t f = g->first; f < g->end;) {
        if (tj_figure_record(s, &s->figures[f])->measure == TJ_LEVEL)
            f = place_levels(p, g, f);
        else
            f++;
    }
    place_growths(p, g, first_row);
    finish_rows(p, first_row);
}

void tj_plan_make(struct tj_arena *arena, const struct tj_series *series, const struct tj_template *template,
                  const struct tj_display_units *units, bool english, struct tj_plan *out)
{
    struct tj_groups groups;
    *out = (struct tj_plan){ 0 };
    struct planner p = { arena, series, template, units, english, out };
    tj_groups_make(arena, series, template, &groups);
    choose_columns(&p, &groups);
    out->has_values = tj_alloc_array(arena, out->column_count, sizeof *out->has_values);
    out->has_growths = tj_alloc_array(arena, out->column_count, sizeof *out->has_growths);
    for (size_t i = 0; i < groups.count && out->row_count < MOST_ROWS; i++) place_group(&p, &groups.at[i]);
}

struct tj_str tj_plan_indicator_name(const struct tj_plan_row *row, const struct tj_ledger *ledger,
                                     bool english)
{
    if (!row->listed) return tj_pool_at(&ledger->names, row->indicator);
    return tj_label_in(row->country ? &row->listed->national : &row->listed->label, english);
}

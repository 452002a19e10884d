#include "report/chart.h"

#include <stdlib.h>

/* Lines of sizes further apart than this would lie flat on the axis. */
static const double most_times = 12;

enum { LEAST_BARS = 2, LEAST_YEARS = 3, LEAST_POINTS = 2, MOST_BARS = 12, MOST_LINES = 6 };

struct chooser {
    struct tj_arena *arena;
    const struct tj_series *series;
    const struct tj_plan *plan;
    const struct tj_template_chart *spec;
    bool by_region;
};

static size_t most(const struct chooser *c)
{
    if (c->spec->most) return c->spec->most;
    return c->spec->kind == TJ_CHART_TREND ? MOST_LINES : MOST_BARS;
}

/* What a bar chart is about: a region, or an indicator. */
static uint32_t subject(const struct chooser *c, const struct tj_plan_row *row)
{
    return c->by_region ? row->indicator : row->region;
}

static bool names_match(const struct chooser *c, const struct tj_plan_row *row)
{
    const struct tj_pool *names = &c->series->ledger->names;
    struct tj_str region = c->spec->region, indicator = c->spec->indicator;
    bool listed = row->listed && tj_equal(row->listed->name, indicator);
    return (region.len == 0 || tj_equal(tj_pool_at(names, row->region), region))
           && (indicator.len == 0 || listed || tj_equal(tj_pool_at(names, row->indicator), indicator));
}

/* A growth that can stand beside others in percent. */
static const struct tj_figure *growth_of(const struct chooser *c, const struct tj_plan_row *row,
                                         size_t column)
{
    const struct tj_figure *figure = row->cells[column].growth;
    if (!figure || !names_match(c, row)) return NULL;
    const struct tj_record *r = tj_figure_record(c->series, figure);
    return r->measure == TJ_GROWTH && tj_ledger_value(r).known ? figure : NULL;
}

static size_t count_bars(const struct chooser *c, uint32_t about, size_t column)
{
    size_t bars = 0;
    for (size_t i = 0; i < c->plan->row_count; i++)
        bars += subject(c, &c->plan->rows[i]) == about && growth_of(c, &c->plan->rows[i], column);
    return bars > most(c) ? most(c) : bars;
}

/* The subject and the period with most bars; among equals the later period. */
static bool choose_bars(const struct chooser *c, uint32_t *about, size_t *column)
{
    size_t best = 0;
    for (size_t i = 0; i < c->plan->row_count; i++) {
        uint32_t here = subject(c, &c->plan->rows[i]);
        for (size_t p = 0; p < c->plan->column_count; p++) {
            if (!growth_of(c, &c->plan->rows[i], p)) continue;
            size_t bars = count_bars(c, here, p);
            bool later = best && c->plan->columns[p].to > c->plan->columns[*column].to;
            if (bars < best || (bars == best && !later)) continue;
            best = bars;
            *about = here;
            *column = p;
        }
    }
    return best >= LEAST_BARS;
}

static int by_number(const void *a, const void *b, void *series)
{
    const struct tj_chart_row *x = a, *y = b;
    struct tj_decimal p = tj_ledger_value(tj_figure_record(series, x->figures[0]));
    struct tj_decimal q = tj_ledger_value(tj_figure_record(series, y->figures[0]));
    int order = tj_decimal_order(q, p);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

static bool make_bars(const struct chooser *c, struct tj_chart_table *out)
{
    uint32_t about = 0;
    size_t column = 0;
    if (!choose_bars(c, &about, &column)) return false;
    out->columns = tj_alloc_array(c->arena, 1, sizeof *out->columns);
    out->columns[0] = column;
    out->column_count = 1;
    out->rows = tj_alloc_array(c->arena, most(c), sizeof *out->rows);
    for (size_t i = 0; i < c->plan->row_count && out->row_count < most(c); i++) {
        const struct tj_plan_row *row = &c->plan->rows[i];
        const struct tj_figure *figure = subject(c, row) == about ? growth_of(c, row, column) : NULL;
        if (!figure) continue;
        struct tj_chart_row *bar = &out->rows[out->row_count++];
        bar->row = row;
        bar->figures = tj_alloc_array(c->arena, 1, sizeof *bar->figures);
        bar->figures[0] = figure;
    }
    struct tj_series *context = (struct tj_series *)(uintptr_t)c->series;
    qsort_r(out->rows, out->row_count, sizeof *out->rows, by_number, context);
    return true;
}

/* What a line shows of a row in a period. */
static const struct tj_figure *point_of(const struct chooser *c, const struct tj_plan_row *row, size_t column)
{
    if (c->spec->of == TJ_OF_GROWTH) return growth_of(c, row, column);
    const struct tj_figure *figure = row->cells[column].value;
    return figure && tj_ledger_value(tj_figure_record(c->series, figure)).known ? figure : NULL;
}

static size_t count_points(const struct chooser *c, const struct tj_plan_row *row,
                           const struct tj_chart_table *t)
{
    size_t points = 0;
    for (size_t i = 0; i < t->column_count; i++) points += point_of(c, row, t->columns[i]) != NULL;
    return points;
}

/* The row with most years; the template's order decides among equals, for the rows stand in it. */
static const struct tj_plan_row *choose_line(const struct chooser *c, const struct tj_chart_table *t)
{
    const struct tj_plan_row *best = NULL;
    size_t most_points = LEAST_YEARS - 1;
    for (size_t i = 0; i < c->plan->row_count; i++) {
        const struct tj_plan_row *row = &c->plan->rows[i];
        if (!names_match(c, row) || count_points(c, row, t) <= most_points) continue;
        most_points = count_points(c, row, t);
        best = row;
    }
    return best;
}

static double size_of(const struct chooser *c, const struct tj_plan_row *row, const struct tj_chart_table *t)
{
    double size = 0;
    for (size_t i = 0; i < t->column_count; i++) {
        const struct tj_figure *figure = point_of(c, row, t->columns[i]);
        double level = figure ? tj_decimal_double(tj_ledger_value(tj_figure_record(c->series, figure))) : 0;
        if (level > size) size = level;
    }
    return size;
}

static bool goes_with(const struct chooser *c, const struct tj_plan_row *row, const struct tj_plan_row *best,
                      const struct tj_chart_table *t)
{
    if (row->indicator != best->indicator || !names_match(c, row)) return false;
    if (count_points(c, row, t) < LEAST_POINTS) return false;
    if (c->spec->of == TJ_OF_GROWTH) return true;
    if (!tj_equal(row->display.canonical, best->display.canonical)) return false;
    double here = size_of(c, row, t), there = size_of(c, best, t);
    return here <= there * most_times && there <= here * most_times;
}

/* Leaves the years out for which no line has a point. */
static void drop_empty_years(const struct chooser *c, struct tj_chart_table *t)
{
    size_t kept = 0;
    for (size_t i = 0; i < t->column_count; i++) {
        bool used = false;
        for (size_t k = 0; k < t->row_count && !used; k++)
            used = point_of(c, t->rows[k].row, t->columns[i]) != NULL;
        if (used) t->columns[kept++] = t->columns[i];
    }
    t->column_count = kept;
}

static bool make_lines(const struct chooser *c, struct tj_chart_table *out)
{
    out->columns = tj_alloc_array(c->arena, c->plan->column_count, sizeof *out->columns);
    for (size_t i = 0; i < c->plan->column_count; i++)
        if (c->plan->columns[i].kind == TJ_YEAR) out->columns[out->column_count++] = i;
    const struct tj_plan_row *best = choose_line(c, out);
    if (!best) return false;
    out->rows = tj_alloc_array(c->arena, most(c), sizeof *out->rows);
    for (size_t i = 0; i < c->plan->row_count && out->row_count < most(c); i++)
        if (goes_with(c, &c->plan->rows[i], best, out)) out->rows[out->row_count++].row = &c->plan->rows[i];
    drop_empty_years(c, out);
    for (size_t i = 0; i < out->row_count; i++) {
        struct tj_chart_row *line = &out->rows[i];
        line->figures = tj_alloc_array(c->arena, out->column_count, sizeof *line->figures);
        for (size_t k = 0; k < out->column_count; k++)
            line->figures[k] = point_of(c, line->row, out->columns[k]);
    }
    return true;
}

bool tj_chart_choose(struct tj_arena *arena, const struct tj_series *series, const struct tj_plan *plan,
                     const struct tj_template_chart *spec, struct tj_chart_table *out)
{
    *out = (struct tj_chart_table){ .by_region = spec->kind != TJ_CHART_GROWTH };
    struct chooser c = { arena, series, plan, spec, out->by_region };
    return spec->kind == TJ_CHART_TREND ? make_lines(&c, out) : make_bars(&c, out);
}

#include "report/trends.h"

#include <stdlib.h>

#include "report/plan.h"

enum { MOST_YEARS = 300 };

struct gathering {
    struct tj_arena *arena;
    const struct tj_series *series;
    const struct tj_template *template;
    const struct tj_display_units *units;
    bool english;
    struct tj_trends *out;
};

static struct tj_when when_of(const struct tj_series *s, const struct tj_figure *f)
{
    return s->ledger->periods[tj_figure_record(s, f)->period];
}

static bool is_yearly_level(const struct tj_series *s, const struct tj_figure *f)
{
    const struct tj_record *r = tj_figure_record(s, f);
    return r->standing == TJ_ACTUAL && r->measure == TJ_LEVEL && when_of(s, f).kind == TJ_YEAR
           && tj_ledger_value(r).known;
}

static bool same_series(const struct tj_series *s, const struct tj_figure *a, const struct tj_figure *b)
{
    const struct tj_record *x = tj_figure_record(s, a), *y = tj_figure_record(s, b);
    return x->region == y->region && tj_series_indicator(s, x) == tj_series_indicator(s, y)
           && x->unit == y->unit;
}

static double shown(const struct gathering *g, const struct tj_display *d, const struct tj_figure *f)
{
    return tj_display_number(d, tj_ledger_value(tj_figure_record(g->series, f)));
}

static void compute(struct gathering *g, struct tj_trend_row *row, const struct tj_figure *figures)
{
    double years[MOST_YEARS], values[MOST_YEARS];
    size_t count = row->count < MOST_YEARS ? row->count : MOST_YEARS;
    for (size_t i = 0; i < count; i++) {
        int year = when_of(g->series, &figures[i]).from / 10000;
        years[i] = year;
        values[i] = shown(g, &row->display, &figures[i]);
    }
    if (count == 0) return;
    row->has_trend = tj_trend_of(years, values, count, &row->trend);
    double first = values[0], last = values[count - 1];
    row->has_cagr = tj_cagr_of(first, last, row->last_year - row->first_year, &row->cagr);
    if (row->before)
        row->has_computed = tj_cagr_of(shown(g, &row->display, row->before), last, 1, &row->computed);
}

static void add_row(struct gathering *g, const struct tj_figure *figures, size_t count)
{
    const struct tj_record *r = tj_figure_record(g->series, figures);
    struct tj_trends *out = g->out;
    uint32_t indicator = tj_series_indicator(g->series, r);
    const struct tj_template_indicator *listed =
        tj_plan_listed(g->template, tj_pool_at(&g->series->ledger->names, indicator));
    if (!listed && g->template->indicator_count && g->template->others == 0) return;
    out->rows = tj_grow(g->arena, out->rows, out->count, &out->room, sizeof *out->rows);
    struct tj_trend_row *row = &out->rows[out->count++];
    *row = (struct tj_trend_row){ .listed = listed,
                                  .region = r->region,
                                  .indicator = indicator,
                                  .unit = r->unit,
                                  .first = figures,
                                  .last = &figures[count - 1],
                                  .count = count };
    row->first_year = when_of(g->series, row->first).from / 10000;
    row->last_year = when_of(g->series, row->last).from / 10000;
    const struct tj_figure *before = &figures[count - 2];
    if (when_of(g->series, before).from / 10000 == row->last_year - 1) row->before = before;
    row->stated = tj_series_growth(g->series, row->last);
    row->display = tj_display_of(g->units, tj_pool_at(&g->series->ledger->names, r->unit), g->english);
    for (size_t i = 0; i < count; i++)
        tj_display_widen(&row->display, tj_ledger_value(tj_figure_record(g->series, &figures[i])));
    tj_display_finish(&row->display, g->template->decimals, g->arena);
    compute(g, row, figures);
}

static bool is_listed(const struct tj_template *template, const struct tj_trend_row *row, size_t *rank)
{
    *rank = row->listed ? (size_t)(row->listed - template->indicators) : template->indicator_count;
    return row->listed != NULL;
}

static int by_rank(const void *a, const void *b, void *gathering)
{
    const struct gathering *g = gathering;
    const struct tj_trend_row *x = a, *y = b;
    const struct tj_pool *names = &g->series->ledger->names;
    size_t p, q;
    is_listed(g->template, x, &p);
    is_listed(g->template, y, &q);
    if (p != q) return p < q ? -1 : 1;
    int order = tj_compare(tj_pool_at(names, x->indicator), tj_pool_at(names, y->indicator));
    uint32_t code_x = tj_figure_record(g->series, x->first)->region_code,
             code_y = tj_figure_record(g->series, y->first)->region_code;
    if (!order) order = tj_compare(tj_pool_at(names, code_x), tj_pool_at(names, code_y));
    if (!order) order = tj_compare(tj_pool_at(names, x->region), tj_pool_at(names, y->region));
    return order ? order : (x->unit > y->unit) - (x->unit < y->unit);
}

void tj_trends_make(struct tj_arena *arena, const struct tj_series *series,
                    const struct tj_template *template, const struct tj_display_units *units, bool english,
                    struct tj_trends *out)
{
    *out = (struct tj_trends){ 0 };
    struct gathering g = { arena, series, template, units, english, out };
    for (size_t i = 0; i < series->count;) {
        if (!is_yearly_level(series, &series->figures[i])) {
            i++;
            continue;
        }
        size_t end = i + 1; /* figures of one series stand together, by kind of period and year */
        while (end < series->count && is_yearly_level(series, &series->figures[end])
               && same_series(series, &series->figures[i], &series->figures[end]))
            end++;
        if (end - i >= 2) add_row(&g, &series->figures[i], end - i);
        i = end;
    }
    if (out->count) qsort_r(out->rows, out->count, sizeof *out->rows, by_rank, &g);
}

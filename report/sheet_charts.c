#include "report/chart.h"
#include "report/making.h"

enum {
    NAMES = 1, /* column of the small tables' names */
    CHART_WIDTH = 760,
    LINE_ROWS = 16,
    BAR_ROOM = 5, /* rows for title and axis */
    GAP = 2,
};

struct placing {
    const struct tj_making *m;
    struct tj_sheet *sheet;
    const struct tj_template_chart *spec;
    struct tj_chart_table table;
    struct tj_display display; /* one for all figures of the table */
};

static struct tj_str row_name(const struct placing *p, const struct tj_plan_row *row)
{
    if (p->table.by_region) return tj_making_name(p->m, row->region);
    return tj_plan_indicator_name(row, p->m->ledger, p->m->english);
}

static struct tj_fact fact_of(const struct placing *p, const struct tj_figure *figure)
{
    return tj_ledger_fact(p->m->ledger, tj_figure_fact(p->m->series, figure));
}

/* The smallest bar. */
static struct tj_fact fact_of_last(const struct placing *p)
{
    const struct tj_figure *figure = p->table.rows[p->table.row_count - 1].figures[0];
    return figure ? fact_of(p, figure) : (struct tj_fact){ 0 };
}

static void choose_display(struct placing *p)
{
    bool begun = false;
    for (size_t i = 0; i < p->table.row_count; i++)
        for (size_t k = 0; k < p->table.column_count; k++) {
            const struct tj_figure *figure = p->table.rows[i].figures[k];
            if (!figure) continue;
            struct tj_fact fact = fact_of(p, figure);
            if (!begun) p->display = tj_display_of(p->m->units, fact.unit, p->m->english);
            begun = true;
            tj_display_widen(&p->display, fact.value);
        }
    tj_display_finish(&p->display, p->m->template->decimals, p->m->arena);
}

static struct tj_str chart_title(const struct placing *p)
{
    const struct tj_making *m = p->m;
    if (p->spec->title.zh.len) return tj_label_in(&p->spec->title, m->english);
    const struct tj_plan_row *row = p->table.rows[0].row;
    struct tj_str indicator = tj_plan_indicator_name(row, m->ledger, m->english);
    struct tj_str when = tj_making_when(m, m->plan->columns[p->table.columns[0]]);
    struct tj_str about = p->table.by_region ? indicator : tj_making_name(m, row->region);
    if (p->spec->kind == TJ_CHART_TREND && p->spec->of == TJ_OF_GROWTH)
        return tj_fill(m->arena, tj_word(TJ_W_TREND_GROWTH_OF, m->english), &indicator);
    if (p->spec->kind == TJ_CHART_TREND)
        return tj_fill(m->arena, tj_word(TJ_W_TREND_OF, m->english),
                       (struct tj_str[]){ indicator, p->display.unit });
    return tj_fill(m->arena, tj_word(TJ_W_GROWTH_OF, m->english), (struct tj_str[]){ about, when });
}

/* Large numbers along an axis want no decimals. */
static struct tj_str axis_format(const struct placing *p)
{
    bool large = !p->display.percent && p->display.size - p->display.power >= 2;
    return large ? tj_number_format(p->m->arena, 0, false) : p->display.format;
}

/* The small table from `row` on: a header, then the names and their figures. */
static void put_table(const struct placing *p, uint32_t row)
{
    const struct tj_making *m = p->m;
    enum tj_word names = p->table.by_region ? TJ_W_REGION : TJ_W_INDICATOR;
    struct tj_number_look look = { .format = p->display.format, .linked = true };
    int style = tj_look_number(m->book, look);
    tj_cell_text(p->sheet, row, NAMES, tj_making_word(m, names), m->look.head);
    for (unsigned k = 0; k < p->table.column_count; k++)
        tj_cell_text(p->sheet, row, NAMES + 1 + k, tj_making_when(m, m->plan->columns[p->table.columns[k]]),
                     m->look.head_center);
    for (size_t i = 0; i < p->table.row_count; i++) {
        const struct tj_chart_row *line = &p->table.rows[i];
        uint32_t at = row + 1 + (uint32_t)i;
        tj_cell_text(p->sheet, at, NAMES, row_name(p, line->row), m->look.text);
        for (unsigned k = 0; k < p->table.column_count; k++) {
            if (!line->figures[k]) {
                tj_cell_empty(p->sheet, at, NAMES + 1 + k, m->look.text);
                continue;
            }
            struct tj_link link = tj_making_link(m, tj_figure_fact(m->series, line->figures[k]));
            double number = tj_display_number(&p->display, fact_of(p, line->figures[k]).value);
            tj_cell_link(p->sheet, at, NAMES + 1 + k, link);
            tj_cell_number(p->sheet, at, NAMES + 1 + k, number, style);
        }
    }
}

/* Bars stand to the right of their table, lines below theirs. Returns the first row behind both. */
static uint32_t put_chart(const struct placing *p, uint32_t row)
{
    uint32_t rows = (uint32_t)p->table.row_count;
    unsigned columns = (unsigned)p->table.column_count;
    bool lines = p->spec->kind == TJ_CHART_TREND;
    struct tj_chart chart = {
        .lines = lines,
        .negative = lines ? p->spec->of == TJ_OF_GROWTH : fact_of_last(p).value.digits < 0,
        .title = chart_title(p),
        .format = axis_format(p),
        .table = { row + 1, row + rows, NAMES, NAMES + columns },
        .header_row = row,
        .row = lines ? row + rows + 2 : row,
        .column = lines ? NAMES : NAMES + columns + 1,
        .width = CHART_WIDTH,
        .rows = lines ? LINE_ROWS : BAR_ROOM + rows,
    };
    put_table(p, row);
    tj_sheet_chart(p->sheet, &chart);
    return chart.row + chart.rows + GAP;
}

void tj_sheet_charts(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_template_sheet *spec,
                     uint32_t row)
{
    bool begun = false;
    for (size_t i = 0; i < spec->chart_count; i++) {
        struct placing p = { .m = m, .sheet = sheet, .spec = &spec->charts[i] };
        if (!tj_chart_choose(m->arena, m->series, m->plan, p.spec, &p.table)) continue;
        choose_display(&p);
        uint32_t rows = (uint32_t)p.table.row_count;
        if (begun)
            tj_sheet_keep(sheet, row, rows + (p.spec->kind == TJ_CHART_TREND ? LINE_ROWS + 3 : BAR_ROOM));
        if (!begun) {
            tj_cell_text(sheet, row, 0, tj_making_word(m, TJ_W_CHARTS), m->look.section);
            row++;
            begun = true;
        }
        row = put_chart(&p, row);
    }
}

#include "report/making.h"

enum {
    HEAD = 2, /* first of two header rows: the periods */
    BODY = HEAD + 2,
    FIXED = 3,     /* region, indicator, unit */
    ONE_PAGE = 24, /* rows after which charts begin a new page */
    REGION_WIDTH = 14,
    INDICATOR_WIDTH = 28,
    UNIT_WIDTH = 12,
    VALUE_WIDTH = 13,
    GROWTH_WIDTH = 10,
    POINTS_WIDTH = 15, /* room for +0.6个百分点 */
    ALONE_WIDTH = 17,  /* room for the heading 2023年前三季度 */
};

/* Where a period's cells stand: its values, then its growths, each only if there are any. */
static unsigned first_column(const struct tj_plan *plan, size_t period)
{
    unsigned column = FIXED;
    for (size_t i = 0; i < period; i++) column += (unsigned)plan->has_values[i] + plan->has_growths[i];
    return column;
}

static unsigned growth_column(const struct tj_plan *plan, size_t period)
{
    return first_column(plan, period) + plan->has_values[period];
}

static bool has_points(const struct tj_making *m, size_t period)
{
    for (size_t i = 0; i < m->plan->row_count; i++) {
        const struct tj_figure *growth = m->plan->rows[i].cells[period].growth;
        if (growth && tj_figure_record(m->series, growth)->measure == TJ_CHANGE) return true;
    }
    return false;
}

static void set_widths(const struct tj_making *m, struct tj_sheet *sheet)
{
    tj_sheet_width(sheet, 0, 0, REGION_WIDTH);
    tj_sheet_width(sheet, 1, 1, INDICATOR_WIDTH);
    tj_sheet_width(sheet, 2, 2, UNIT_WIDTH);
    for (size_t i = 0; i < m->plan->column_count; i++) {
        unsigned value = first_column(m->plan, i), growth = growth_column(m->plan, i);
        bool both = m->plan->has_values[i] && m->plan->has_growths[i];
        if (m->plan->has_values[i]) tj_sheet_width(sheet, value, value, both ? VALUE_WIDTH : ALONE_WIDTH);
        double narrow = has_points(m, i) ? POINTS_WIDTH : GROWTH_WIDTH;
        if (m->plan->has_growths[i]) tj_sheet_width(sheet, growth, growth, both ? narrow : ALONE_WIDTH);
    }
}

static void put_head(const struct tj_making *m, struct tj_sheet *sheet)
{
    static const enum tj_word fixed[FIXED] = { TJ_W_REGION, TJ_W_INDICATOR, TJ_W_UNIT };
    const struct tj_plan *plan = m->plan;
    int head = m->look.head, center = m->look.head_center;
    for (unsigned i = 0; i < FIXED; i++) tj_cell_empty(sheet, HEAD, i, head);
    for (size_t i = 0; i < plan->column_count; i++)
        tj_cell_across(sheet, HEAD, first_column(plan, i), first_column(plan, i + 1) - 1,
                       tj_making_when(m, plan->columns[i]), center);
    for (unsigned i = 0; i < FIXED; i++) tj_cell_text(sheet, HEAD + 1, i, tj_making_word(m, fixed[i]), head);
    for (size_t i = 0; i < plan->column_count; i++) {
        if (plan->has_values[i])
            tj_cell_text(sheet, HEAD + 1, first_column(plan, i), tj_making_word(m, TJ_W_VALUE), center);
        if (plan->has_growths[i])
            tj_cell_text(sheet, HEAD + 1, growth_column(plan, i), tj_making_word(m, TJ_W_GROWTH), center);
    }
}

/* Growth in percent, one decimal at least; a change in points with its sign and unit. */
static struct tj_display growth_display(const struct tj_making *m, const struct tj_figure *figure)
{
    struct tj_fact fact = tj_ledger_fact(m->ledger, tj_figure_fact(m->series, figure));
    struct tj_display d = tj_display_of(m->units, fact.unit, m->english);
    tj_display_widen(&d, fact.value);
    tj_display_plain(&d, m->arena);
    unsigned places = d.places < 1 ? 1 : d.places > 2 ? 2 : d.places;
    d.format = fact.measure == TJ_CHANGE ? tj_change_format(m->arena, places, d.unit)
                                         : tj_number_format(m->arena, places, d.percent);
    return d;
}

static void put_cells(const struct tj_making *m, struct tj_place at, const struct tj_plan_row *row)
{
    int empty = at.group ? m->look.text_group : m->look.text;
    struct tj_display display = row->display;
    if (row->listed && row->listed->format.len) display.format = row->listed->format;
    for (size_t i = 0; i < m->plan->column_count; i++) {
        const struct tj_plan_cell *cell = &row->cells[i];
        for (at.column = first_column(m->plan, i); at.column < first_column(m->plan, i + 1); at.column++)
            tj_cell_empty(at.sheet, at.row, at.column, empty);
        at.column = first_column(m->plan, i);
        if (cell->value) tj_making_figure(m, at, cell->value, &display);
        at.column = growth_column(m->plan, i);
        if (!cell->growth) continue;
        struct tj_display growth = growth_display(m, cell->growth);
        tj_making_figure(m, at, cell->growth, &growth);
    }
}

static void put_row(const struct tj_making *m, struct tj_place at, const struct tj_plan_row *row)
{
    int text = at.group ? m->look.text_group : m->look.text;
    tj_cell_text(at.sheet, at.row, 0, tj_making_name(m, row->region), text);
    tj_cell_text(at.sheet, at.row, 1, tj_plan_indicator_name(row, m->ledger, m->english), text);
    tj_cell_text(at.sheet, at.row, 2, row->has_values ? row->display.unit : TJ_STR(""), text);
    put_cells(m, at, row);
}

static void mark_falls(const struct tj_making *m, struct tj_sheet *sheet, uint32_t last_row)
{
    for (size_t i = 0; i < m->plan->column_count; i++) {
        unsigned column = growth_column(m->plan, i);
        if (m->plan->has_growths[i])
            tj_sheet_mark_negative(sheet, (struct tj_block){ BODY, last_row, column, column }, TJ_RED);
    }
}

static void put_body(const struct tj_making *m, struct tj_sheet *sheet)
{
    const struct tj_plan *plan = m->plan;
    for (size_t i = 0; i < plan->row_count; i++) {
        bool group = i > 0 && plan->rows[i].region != plan->rows[i - 1].region;
        put_row(m, (struct tj_place){ sheet, BODY + (uint32_t)i, 0, group }, &plan->rows[i]);
    }
    uint32_t last_row = BODY + (uint32_t)plan->row_count - 1;
    mark_falls(m, sheet, last_row);
    tj_sheet_filter(sheet,
                    (struct tj_block){ HEAD + 1, last_row, 0, first_column(plan, plan->column_count) - 1 });
}

void tj_sheet_summary(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_template_sheet *spec)
{
    uint32_t charts = BODY + (uint32_t)m->plan->row_count + 1;
    tj_making_lay_out(
        sheet, m,
        (struct tj_layout){ .frozen_rows = BODY,
                            .frozen_columns = FIXED,
                            .tab = TJ_NAVY,
                            .first_header = HEAD,
                            .header_rows = BODY - HEAD,
                            .page_break = spec->chart_count && charts > ONE_PAGE ? charts : 0 });
    set_widths(m, sheet);
    tj_making_heading(m, sheet, tj_label_in(&spec->title, m->english));
    if (spec->chart_count && m->plan->row_count) {
        tj_cell_link(sheet, 1, 2, (struct tj_link){ sheet, charts, 0 });
        tj_cell_text(sheet, 1, 2, tj_making_word(m, TJ_W_SEE_CHARTS), m->look.hint);
    }
    put_head(m, sheet);
    if (m->plan->row_count) {
        put_body(m, sheet);
        tj_sheet_charts(m, sheet, spec, charts);
    } else {
        tj_cell_text(sheet, BODY, 0, tj_making_word(m, TJ_W_NO_FIGURES), m->look.text);
    }
}

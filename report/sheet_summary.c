#include "report/making.h"
#include "report/summary_columns.h"

enum {
    HEAD = 2, /* first of two header rows: the periods */
    BODY = HEAD + 2,
    FIXED = 3,     /* region, indicator, unit */
    ONE_PAGE = 24, /* rows after which charts begin a new page */
    REGION_WIDTH = 14,
    INDICATOR_WIDTH = 28,
    UNIT_WIDTH = 12,
    POINTS_WIDTH = 15, /* room for +0.6个百分点 */
    ALONE_WIDTH = 17,  /* room for the heading 2023年前三季度 */
};

struct width_of {
    double width;
    enum tj_word head;
};

static const struct width_of slots[] = {
    [TJ_SLOT_VALUE] = { 13, TJ_W_VALUE },
    [TJ_SLOT_FIRST + TJ_CMP_STATED] = { 10, TJ_W_GROWTH },
    [TJ_SLOT_FIRST + TJ_CMP_COMPUTED] = { 10, TJ_W_COMPUTED },
    [TJ_SLOT_FIRST + TJ_CMP_PREVIOUS] = { 10, TJ_W_PREVIOUS },
    [TJ_SLOT_FIRST + TJ_CMP_CONTRIBUTION] = { 14, TJ_W_CONTRIBUTION },
    [TJ_SLOT_FIRST + TJ_CMP_RANK] = { 6, TJ_W_RANK },
    [TJ_SLOT_FIRST + TJ_CMP_GROWTH_RANK] = { 9, TJ_W_GROWTH_RANK },
    [TJ_SLOT_FIRST + TJ_CMP_CAGR] = { 10, TJ_W_CAGR },
    [TJ_SLOT_YEARS] = { 12, TJ_W_CAGR_YEARS },
};

struct summary {
    const struct tj_making *m;
    struct tj_sheet *sheet;
    struct tj_summary_columns columns;
};

static bool has_points(const struct tj_making *m, struct tj_summary_column column)
{
    bool stated = column.slot == TJ_SLOT_FIRST + TJ_CMP_STATED;
    for (size_t i = 0; i < m->plan->row_count; i++) {
        const struct tj_plan_row *row = &m->plan->rows[i];
        if (!stated && tj_summary_compare(m, row, column).points) return true;
        if (!stated) continue;
        const struct tj_figure *growth = row->cells[column.period].growth;
        if (growth && tj_figure_record(m->series, growth)->measure == TJ_CHANGE) return true;
    }
    return false;
}

static bool may_be_points(unsigned slot)
{
    return slot >= TJ_SLOT_FIRST + TJ_CMP_STATED && slot <= TJ_SLOT_FIRST + TJ_CMP_CONTRIBUTION;
}

/* One past the last column of the period that begins at `first`. */
static size_t period_end(const struct summary *s, size_t first)
{
    size_t end = first;
    while (end < s->columns.count && s->columns.at[end].period == s->columns.at[first].period) end++;
    return end;
}

static void set_widths(const struct summary *s)
{
    tj_sheet_width(s->sheet, 0, 0, REGION_WIDTH);
    tj_sheet_width(s->sheet, 1, 1, INDICATOR_WIDTH);
    tj_sheet_width(s->sheet, 2, 2, UNIT_WIDTH);
    for (size_t i = 0, end; i < s->columns.count; i = end) {
        end = period_end(s, i);
        for (size_t k = i; k < end; k++) {
            struct tj_summary_column column = s->columns.at[k];
            double width = slots[column.slot].width;
            if (may_be_points(column.slot) && has_points(s->m, column)) width = POINTS_WIDTH;
            if (end == i + 1) width = ALONE_WIDTH;
            tj_sheet_width(s->sheet, FIXED + (unsigned)k, FIXED + (unsigned)k, width);
        }
    }
}

static void put_head(const struct summary *s)
{
    static const enum tj_word fixed[FIXED] = { TJ_W_REGION, TJ_W_INDICATOR, TJ_W_UNIT };
    const struct tj_making *m = s->m;
    int head = m->look.head, center = m->look.head_center;
    for (unsigned i = 0; i < FIXED; i++) tj_cell_empty(s->sheet, HEAD, i, head);
    for (size_t i = 0, end; i < s->columns.count; i = end) {
        end = period_end(s, i);
        size_t period = s->columns.at[i].period;
        struct tj_str label =
            period < m->plan->column_count ? tj_making_when(m, m->plan->columns[period]) : TJ_STR(" ");
        tj_cell_across(s->sheet, HEAD, FIXED + (unsigned)i, FIXED + (unsigned)end - 1, label, center);
    }
    for (unsigned i = 0; i < FIXED; i++)
        tj_cell_text(s->sheet, HEAD + 1, i, tj_making_word(m, fixed[i]), head);
    for (size_t i = 0; i < s->columns.count; i++)
        tj_cell_text(s->sheet, HEAD + 1, FIXED + (unsigned)i,
                     tj_making_word(m, slots[s->columns.at[i].slot].head), center);
}

struct place {
    struct tj_sheet *sheet;
    uint32_t row;
    unsigned column;
    bool group; /* first row of a region */
};

/* One figure: a number in the display's scale, or the words of a range; linked, and marked if doubted. */
static void put_figure(const struct tj_making *m, struct place at, const struct tj_figure *figure,
                       const struct tj_display *display)
{
    uint32_t number = tj_figure_fact(m->series, figure);
    struct tj_fact fact = tj_ledger_fact(m->ledger, number);
    struct tj_number_look look = { .format = tj_making_bounded(m, display->format, fact.bound),
                                   .linked = true,
                                   .group = at.group,
                                   .doubted = figure->conflict };
    int style = tj_look_number(m->book, look);
    struct tj_link link = tj_making_link(m, number);
    tj_cell_link(at.sheet, at.row, at.column, link);
    tj_making_shown(m, at.sheet, at.row, at.column, figure);
    if (fact.value.known)
        tj_cell_number(at.sheet, at.row, at.column, tj_display_number(display, fact.value), style);
    else
        tj_cell_text(at.sheet, at.row, at.column, fact.text, style);
    if (figure->conflict) tj_cell_note(at.sheet, at.row, at.column, tj_making_others(m, figure));
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

static void put_compared(const struct summary *s, struct place at, const struct tj_plan_row *row,
                         struct tj_summary_column column)
{
    const struct tj_making *m = s->m;
    struct tj_compared compared = tj_summary_compare(m, row, column);
    if (!compared.known) return;
    struct tj_display points = tj_display_of(m->units, TJ_STR("pp"), m->english);
    tj_display_plain(&points, m->arena);
    unsigned places = column.slot == TJ_SLOT_FIRST + TJ_CMP_CONTRIBUTION ? 2 : 1;
    struct tj_number_look look = { .format = compared.points ? tj_change_format(m->arena, places, points.unit)
                                                             : tj_number_format(m->arena, 1, true),
                                   .group = at.group };
    int style = tj_look_number(m->book, look);
    struct tj_str formula =
        tj_summary_formula(m, &s->columns, row, column, (struct tj_place){ at.row, FIXED });
    if (formula.len)
        tj_cell_formula(at.sheet, at.row, at.column, formula, compared.number, style);
    else
        tj_cell_number(at.sheet, at.row, at.column, compared.number, style);
}

static void put_years(const struct summary *s, struct place at, const struct tj_plan_row *row)
{
    const struct tj_making *m = s->m;
    size_t first, last;
    if (!tj_summary_compare(m, row, (struct tj_summary_column){ TJ_SLOT_YEARS, 0 }).known
        || !tj_summary_span(m, row, &first, &last))
        return;
    struct tj_str years = tj_print(m->arena, "%d—%d", tj_when_year(m->plan->columns[first]),
                                   tj_when_year(m->plan->columns[last]));
    tj_cell_text(at.sheet, at.row, at.column, years, at.group ? m->look.center_group : m->look.center);
}

static void put_rank(const struct summary *s, struct place at, uint32_t rank)
{
    struct tj_number_look look = { .format = TJ_STR("0"), .group = at.group, .centered = true };
    if (rank) tj_cell_number(at.sheet, at.row, at.column, rank, tj_look_number(s->m->book, look));
}

static void put_cell(const struct summary *s, struct place at, size_t number, struct tj_summary_column column)
{
    const struct tj_making *m = s->m;
    const struct tj_plan_row *row = &m->plan->rows[number];
    const struct tj_plan_cell *cell =
        column.period < m->plan->column_count ? &row->cells[column.period] : NULL;
    tj_cell_empty(at.sheet, at.row, at.column, at.group ? m->look.text_group : m->look.text);
    if (column.slot == TJ_SLOT_VALUE && cell && cell->value) {
        struct tj_display display = row->display;
        if (row->listed && row->listed->format.len) display.format = row->listed->format;
        put_figure(m, at, cell->value, &display);
    } else if (column.slot == TJ_SLOT_FIRST + TJ_CMP_STATED && cell && cell->growth) {
        struct tj_display growth = growth_display(m, cell->growth);
        put_figure(m, at, cell->growth, &growth);
    } else if (column.slot == TJ_SLOT_FIRST + TJ_CMP_RANK
               || column.slot == TJ_SLOT_FIRST + TJ_CMP_GROWTH_RANK) {
        put_rank(s, at, tj_summary_rank(m, &s->columns, number, column));
    } else if (column.slot == TJ_SLOT_YEARS) {
        put_years(s, at, row);
    } else {
        put_compared(s, at, row, column);
    }
}

static void put_row(const struct summary *s, struct place at, size_t number)
{
    const struct tj_making *m = s->m;
    const struct tj_plan_row *row = &m->plan->rows[number];
    int text = at.group ? m->look.text_group : m->look.text;
    tj_cell_text(at.sheet, at.row, 0, tj_making_name(m, row->region), text);
    tj_cell_text(at.sheet, at.row, 1, tj_plan_indicator_name(row, m->ledger, m->english), text);
    tj_cell_text(at.sheet, at.row, 2, row->has_values ? row->display.unit : TJ_STR(""), text);
    for (size_t i = 0; i < s->columns.count; i++) {
        at.column = FIXED + (unsigned)i;
        put_cell(s, at, number, s->columns.at[i]);
    }
}

static void mark_falls(const struct summary *s, uint32_t last_row)
{
    for (size_t i = 0; i < s->columns.count; i++) {
        unsigned column = FIXED + (unsigned)i, slot = s->columns.at[i].slot;
        if (may_be_points(slot) || slot == TJ_SLOT_FIRST + TJ_CMP_CAGR)
            tj_sheet_mark_negative(s->sheet, (struct tj_block){ BODY, last_row, column, column }, TJ_RED);
    }
}

static void put_body(const struct summary *s)
{
    const struct tj_plan *plan = s->m->plan;
    for (size_t i = 0; i < plan->row_count; i++) {
        bool group = i > 0 && plan->rows[i].region != plan->rows[i - 1].region;
        put_row(s, (struct place){ s->sheet, BODY + (uint32_t)i, 0, group }, i);
    }
    uint32_t last_row = BODY + (uint32_t)plan->row_count - 1;
    mark_falls(s, last_row);
    tj_sheet_filter(s->sheet,
                    (struct tj_block){ HEAD + 1, last_row, 0, FIXED + (unsigned)s->columns.count - 1 });
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
    struct summary s = { .m = m, .sheet = sheet };
    tj_summary_columns_make(m, &s.columns);
    set_widths(&s);
    tj_making_heading(m, sheet, tj_label_in(&spec->title, m->english));
    if (spec->chart_count && m->plan->row_count) {
        tj_cell_link(sheet, 1, 2, (struct tj_link){ sheet, charts, 0 });
        tj_cell_text(sheet, 1, 2, tj_making_word(m, TJ_W_SEE_CHARTS), m->look.hint);
    }
    put_head(&s);
    if (m->plan->row_count) {
        put_body(&s);
        tj_sheet_charts(m, sheet, spec, charts);
    } else {
        tj_cell_text(sheet, BODY, 0, tj_making_word(m, TJ_W_NO_FIGURES), m->look.text);
    }
}

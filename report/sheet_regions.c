#include "report/sheet_regions.h"

enum {
    HEAD = 2,
    BODY = HEAD + 2,
    REGION_WIDTH = 16,
    CORRELATION_WIDTH = 24,
    BAR_FILL = 0xD6E2F0,
    LEAST_FOR_MIDDLE = 4
};

/* A column of results is that of values or that of growths: see slot_of. */
static const struct {
    bool rank, result;
    enum tj_region_slot slot;
} kinds[TJ_REGION_COLUMN_COUNT] = {
    [TJ_RC_VALUE] = { false, false, TJ_RS_VALUE },   [TJ_RC_VALUE_RANK] = { true, false, TJ_RS_VALUE },
    [TJ_RC_GROWTH] = { false, false, TJ_RS_GROWTH }, [TJ_RC_GROWTH_RANK] = { true, false, TJ_RS_GROWTH },
    [TJ_RC_RESULT] = { false, true, TJ_RS_VALUE },   [TJ_RC_RESULT_RANK] = { true, true, TJ_RS_VALUE },
    [TJ_RC_TARGET] = { false, false, TJ_RS_TARGET }, [TJ_RC_TARGET_RANK] = { true, false, TJ_RS_TARGET },
};

static enum tj_region_slot slot_of(const struct tj_regions_sheet *s, struct tj_regions_column c)
{
    return kinds[c.kind].result ? tj_regions_result(s->m->series, &s->table, c.indicator)
                                : kinds[c.kind].slot;
}

/* Without a list: everything once. */
static bool is_asked(const struct tj_template_sheet *spec, unsigned kind)
{
    return spec->column_count > 0 || !kinds[kind].result;
}

/* The columns that the sheet asks for and that have figures. */
static void choose_columns(struct tj_regions_sheet *s)
{
    const struct tj_template_sheet *spec = s->spec;
    size_t asked = spec->column_count ? spec->column_count : TJ_REGION_COLUMN_COUNT;
    s->columns = tj_alloc_array(s->m->arena, s->table.indicator_count * asked + 1, sizeof *s->columns);
    for (size_t i = 0; i < s->table.indicator_count; i++)
        for (unsigned j = 0; j < asked; j++) {
            unsigned kind = spec->column_count ? spec->columns[j] : j;
            struct tj_regions_column column = { i, kind };
            if (is_asked(spec, kind) && s->table.indicators[i].cells[slot_of(s, column)])
                s->columns[s->column_count++] = column;
        }
}

struct tj_display tj_regions_display(const struct tj_regions_sheet *s, size_t indicator,
                                     enum tj_region_slot slot)
{
    const struct tj_making *m = s->m;
    const struct tj_region_indicator *row = &s->table.indicators[indicator];
    struct tj_display display = { 0 };
    bool begun = false;
    for (size_t i = 0; i < s->table.region_count; i++) {
        const struct tj_region_cell *cell = &row->cells[slot][i];
        if (!cell->figure) continue;
        struct tj_fact fact = tj_ledger_fact(m->ledger, tj_figure_fact(m->series, cell->figure));
        if (!begun) display = tj_display_of(m->units, fact.unit, m->english);
        begun = true;
        tj_display_widen(&display, fact.value);
        tj_display_widen(&display, fact.lower);
        tj_display_widen(&display, fact.upper);
    }
    tj_display_finish_in(&display, tj_label_in(&row->listed->unit, m->english), m->template->decimals,
                         m->arena);
    if (display.percent && display.places == 0) display.format = tj_number_format(m->arena, 1, true);
    return display;
}

/* 2025年, 2025年同比, 2026年目标, with the unit unless it is percent. */
static struct tj_str column_title(const struct tj_regions_sheet *s, struct tj_regions_column c)
{
    const struct tj_making *m = s->m;
    enum tj_region_slot slot = slot_of(s, c);
    if (kinds[c.kind].rank) return tj_making_word(m, TJ_W_RANK);
    int year = slot == TJ_RS_TARGET ? s->table.target_year : s->table.result_year;
    struct tj_str when =
        tj_making_when(m, (struct tj_when){ TJ_YEAR, year * 10000 + 101, year * 10000 + 1231 });
    struct tj_str growth = tj_making_word(m, TJ_W_GROWTH);
    struct tj_str title = when;
    if (slot == TJ_RS_TARGET) title = tj_fill(m->arena, tj_word(TJ_W_TARGET_OF, m->english), &when);
    if (slot == TJ_RS_GROWTH)
        title = tj_print(m->arena, m->english ? "%.*s %.*s" : "%.*s%.*s", TJ_ARG(when), TJ_ARG(growth));
    struct tj_display display = tj_regions_display(s, c.indicator, slot);
    if (display.percent || display.unit.len == 0) return title;
    return tj_print(m->arena, "%.*s\n（%.*s）", TJ_ARG(title), TJ_ARG(display.unit));
}

static struct tj_str indicator_name(const struct tj_regions_sheet *s, size_t indicator)
{
    return tj_label_in(&s->table.indicators[indicator].listed->label, s->m->english);
}

static void put_head(const struct tj_regions_sheet *s)
{
    const struct tj_making *m = s->m;
    tj_sheet_row_height(s->sheet, HEAD, s->table.indicator_count == 1 ? 24 : 32);
    tj_cell_empty(s->sheet, HEAD, 0, m->look.head);
    for (size_t i = 0, end; i < s->column_count; i = end) {
        for (end = i + 1; end < s->column_count && s->columns[end].indicator == s->columns[i].indicator;)
            end++;
        tj_cell_across(s->sheet, HEAD, 1 + (unsigned)i, (unsigned)end,
                       indicator_name(s, s->columns[i].indicator), m->look.head_center);
    }
    tj_sheet_row_height(s->sheet, HEAD + 1, s->table.indicator_count == 1 ? 32 : 46);
    tj_cell_text(s->sheet, HEAD + 1, 0, tj_making_word(m, TJ_W_REGION), m->look.head);
    for (size_t i = 0; i < s->column_count; i++)
        tj_cell_text(s->sheet, HEAD + 1, 1 + (unsigned)i, column_title(s, s->columns[i]),
                     m->look.head_center);
}

/* A range is its lower end with the upper behind it: 5.0%—5.5%. */
static struct tj_str ranged_format(const struct tj_making *m, const struct tj_display *display,
                                   struct tj_decimal upper)
{
    double number = tj_display_number(display, upper) * (display->percent ? 100 : 1);
    return tj_print(m->arena, "%.*s\"—%.*f%s\"", TJ_ARG(display->format), (int)display->places, number,
                    display->percent ? "%" : "");
}

static void put_figure(const struct tj_regions_sheet *s, uint32_t row, unsigned column,
                       const struct tj_region_cell *cell, const struct tj_display *display)
{
    const struct tj_making *m = s->m;
    struct tj_fact fact = tj_ledger_fact(m->ledger, tj_figure_fact(m->series, cell->figure));
    struct tj_str format = fact.bound == TJ_RANGE && fact.upper.known
                               ? ranged_format(m, display, fact.upper)
                               : tj_making_bounded(m, display->format, fact.bound);
    struct tj_number_look look = { .format = format, .linked = true, .doubted = cell->figure->conflict };
    struct tj_decimal number = fact.bound == TJ_RANGE ? fact.lower : fact.value;
    tj_cell_link(s->sheet, row, column, tj_making_link(m, tj_figure_fact(m->series, cell->figure)));
    if (number.known)
        tj_cell_number(s->sheet, row, column, tj_display_number(display, number),
                       tj_look_number(m->book, look));
    else
        tj_cell_text(s->sheet, row, column, fact.text, m->look.link);
    tj_making_shown(m, s->sheet, row, column, cell->figure);
    if (cell->figure->conflict) tj_cell_note(s->sheet, row, column, tj_making_others(m, cell->figure));
}

static void put_row(const struct tj_regions_sheet *s, size_t region, const struct tj_display *displays)
{
    const struct tj_making *m = s->m;
    uint32_t row = BODY + (uint32_t)region;
    struct tj_number_look rank = { .format = TJ_STR("0"), .centered = true };
    tj_cell_text(s->sheet, row, 0, tj_making_name(m, s->table.regions[region]), m->look.text);
    for (size_t i = 0; i < s->column_count; i++) {
        struct tj_regions_column c = s->columns[i];
        const struct tj_region_cell *cell = &s->table.indicators[c.indicator].cells[slot_of(s, c)][region];
        unsigned column = 1 + (unsigned)i;
        if (!cell->figure || (kinds[c.kind].rank && !cell->rank))
            tj_cell_empty(s->sheet, row, column, m->look.text);
        else if (kinds[c.kind].rank)
            tj_cell_number(s->sheet, row, column, cell->rank, tj_look_number(m->book, rank));
        else
            put_figure(s, row, column, cell, &displays[i]);
    }
}

static uint32_t put_body(const struct tj_regions_sheet *s)
{
    const struct tj_making *m = s->m;
    struct tj_display *displays = tj_alloc_array(m->arena, s->column_count + 1, sizeof *displays);
    for (size_t i = 0; i < s->column_count; i++)
        displays[i] = tj_regions_display(s, s->columns[i].indicator, slot_of(s, s->columns[i]));
    for (size_t i = 0; i < s->table.region_count; i++) put_row(s, i, displays);
    uint32_t last = BODY + (uint32_t)s->table.region_count - 1;
    for (size_t i = 0; i < s->column_count; i++) {
        unsigned column = 1 + (unsigned)i;
        struct tj_block block = { BODY, last, column, column };
        if (kinds[s->columns[i].kind].rank) continue;
        if (slot_of(s, s->columns[i]) != TJ_RS_VALUE) tj_sheet_mark_negative(s->sheet, block, TJ_RED);
        if (s->table.indicator_count == 1) tj_sheet_mark_bars(s->sheet, block, BAR_FILL);
    }
    tj_sheet_filter(s->sheet, (struct tj_block){ HEAD + 1, last, 0, (unsigned)s->column_count });
    return last;
}

/* Median and quartiles of every column of figures. */
static uint32_t put_middle(const struct tj_regions_sheet *s, uint32_t last)
{
    static const struct {
        enum tj_word name;
        unsigned quarter;
    } rows[] = { { TJ_W_UPPER_QUARTILE, 3 }, { TJ_W_MEDIAN, 2 }, { TJ_W_LOWER_QUARTILE, 1 } };
    const struct tj_making *m = s->m;
    for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++) {
        uint32_t row = last + 1 + (uint32_t)k;
        tj_cell_text(s->sheet, row, 0, tj_making_word(m, rows[k].name), m->look.foot);
        for (size_t i = 0; i < s->column_count; i++) {
            struct tj_regions_column c = s->columns[i];
            unsigned column = 1 + (unsigned)i;
            double number;
            if (kinds[c.kind].rank || !tj_regions_quartile(s, c, slot_of(s, c), rows[k].quarter, &number)) {
                tj_cell_empty(s->sheet, row, column, m->look.foot);
                continue;
            }
            struct tj_str from = tj_cell_name(m->arena, BODY, column),
                          to = tj_cell_name(m->arena, last, column);
            struct tj_str formula =
                tj_print(m->arena, "=QUARTILE(%.*s:%.*s,%u)", TJ_ARG(from), TJ_ARG(to), rows[k].quarter);
            struct tj_display display = tj_regions_display(s, c.indicator, slot_of(s, c));
            tj_cell_formula(s->sheet, row, column, formula, number,
                            tj_look_foot(m->book, display.percent ? tj_number_format(m->arena, 2, true)
                                                                  : display.format));
        }
    }
    return last + 1 + (uint32_t)(sizeof rows / sizeof rows[0]);
}

/* Where the indicator stands in the table; its count of indicators if nowhere. */
static size_t place_of(const struct tj_regions_sheet *s, struct tj_str indicator)
{
    size_t i = 0;
    while (i < s->table.indicator_count && !tj_equal(s->table.indicators[i].listed->name, indicator)) i++;
    return i;
}

/* Spearman's rho of every column of figures with the indicator that the template asks for; a note tells how many. */
static uint32_t put_correlation(const struct tj_regions_sheet *s, uint32_t row)
{
    const struct tj_making *m = s->m;
    size_t with = s->spec->correlate.len ? place_of(s, s->spec->correlate) : s->table.indicator_count;
    if (with == s->table.indicator_count) return row;
    struct tj_str name = indicator_name(s, with);
    tj_cell_text(s->sheet, row, 0, tj_fill(m->arena, tj_word(TJ_W_CORRELATION, m->english), &name),
                 m->look.foot);
    for (size_t i = 0; i < s->column_count; i++) {
        struct tj_regions_column c = s->columns[i], other = { with, c.kind };
        double rho;
        size_t count;
        bool told = !kinds[c.kind].rank && c.indicator != with
                    && tj_regions_correlation(s, c, slot_of(s, c), with, slot_of(s, other), &rho, &count);
        tj_cell_empty(s->sheet, row, 1 + (unsigned)i, m->look.foot);
        if (!told) continue;
        tj_cell_number(s->sheet, row, 1 + (unsigned)i, rho, tj_look_foot(m->book, TJ_STR("0.00")));
        tj_cell_note(s->sheet, row, 1 + (unsigned)i, tj_print(m->arena, "Spearman ρ, n = %zu", count));
    }
    return row + 1;
}

/* Wide values want more room; on a sheet of many indicators the headings break. */
static double width_of(const struct tj_regions_sheet *s, struct tj_regions_column c)
{
    if (kinds[c.kind].rank) return s->table.indicator_count == 1 ? 7 : 5.5;
    if (slot_of(s, c) == TJ_RS_VALUE) return 12;
    return s->table.indicator_count == 1 ? 13 : 10;
}

void tj_sheet_regions(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_template_sheet *spec)
{
    struct tj_regions_sheet s = { .m = m, .sheet = sheet, .spec = spec };
    tj_making_lay_out(sheet, m,
                      (struct tj_layout){ .frozen_rows = BODY,
                                          .frozen_columns = 1,
                                          .tab = TJ_NAVY,
                                          .first_header = HEAD,
                                          .header_rows = BODY - HEAD });
    tj_making_heading(m, sheet, tj_label_in(&spec->title, m->english));
    tj_sheet_width(sheet, 0, 0, spec->correlate.len ? CORRELATION_WIDTH : REGION_WIDTH);
    if (!tj_regions_make(m->arena, m->series, m->template, spec, &s.table)) {
        tj_cell_text(sheet, BODY, 0, tj_making_word(m, TJ_W_NO_REGIONS), m->look.text);
        return;
    }
    choose_columns(&s);
    for (size_t i = 0; i < s.column_count; i++)
        tj_sheet_width(sheet, 1 + (unsigned)i, 1 + (unsigned)i, width_of(&s, s.columns[i]));
    put_head(&s);
    uint32_t end = put_body(&s) + 1;
    if (s.table.region_count >= LEAST_FOR_MIDDLE) end = put_correlation(&s, put_middle(&s, end - 1));
    tj_regions_charts(&s, end + 1);
}

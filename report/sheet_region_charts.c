#include <stdlib.h>

#include "report/sheet_regions.h"
#include "report/stats.h"

enum {
    NAMES, /* columns of the small table */
    FIRST,
    SECOND,
    CHART_COLUMN = 4,
    CHART_WIDTH = 860,
    LEAST_ROWS = 14,
    BAR_ROOM = 5,
    LEAST_BARS = 2,
    MOST_REGIONS = 40,
    GAP = 2,
};

static double shown_number(const struct tj_display *display, const struct tj_region_cell *cell)
{
    return tj_display_number(display, cell->number);
}

/* What a column's cells hold: of a range the lower end. */
static struct tj_decimal cell_number(const struct tj_regions_sheet *s, const struct tj_region_cell *cell)
{
    if (!cell->figure) return (struct tj_decimal){ 0 };
    struct tj_fact fact = tj_ledger_fact(s->m->ledger, tj_figure_fact(s->m->series, cell->figure));
    return fact.bound == TJ_RANGE ? fact.lower : fact.value;
}

bool tj_regions_quartile(const struct tj_regions_sheet *s, struct tj_regions_column column,
                         enum tj_region_slot slot, unsigned quarter, double *out)
{
    struct tj_display display = tj_regions_display(s, column.indicator, slot);
    double *values = tj_alloc_array(s->m->arena, s->table.region_count, sizeof *values);
    size_t count = 0;
    for (size_t i = 0; i < s->table.region_count; i++) {
        struct tj_decimal number = cell_number(s, &s->table.indicators[column.indicator].cells[slot][i]);
        if (number.known) values[count++] = tj_display_number(&display, number);
    }
    struct tj_quartiles q;
    if (count < 2 || !tj_quartiles_of(values, count, &q)) return false;
    *out = quarter == 1 ? q.lower : quarter == 2 ? q.median : q.upper;
    return true;
}

bool tj_regions_correlation(const struct tj_regions_sheet *s, struct tj_regions_column column,
                            enum tj_region_slot slot, size_t other, enum tj_region_slot other_slot,
                            double *rho, size_t *count)
{
    const struct tj_region_cell *mine = s->table.indicators[column.indicator].cells[slot],
                                *theirs = s->table.indicators[other].cells[other_slot];
    double *x = tj_alloc_array(s->m->arena, s->table.region_count, sizeof *x),
           *y = tj_alloc_array(s->m->arena, s->table.region_count, sizeof *y);
    *count = 0;
    for (size_t i = 0; theirs && i < s->table.region_count; i++) {
        struct tj_decimal a = cell_number(s, &mine[i]), b = cell_number(s, &theirs[i]);
        if (!a.known || !b.known) continue;
        x[*count] = tj_decimal_double(a);
        y[(*count)++] = tj_decimal_double(b);
    }
    return tj_spearman_of(x, y, *count, rho);
}

struct bars {
    size_t indicator;
    enum tj_region_slot first, second; /* the same: only one */
};

struct bar {
    size_t region;
    const struct tj_region_cell *first, *second;
};

static int by_size(const void *a, const void *b)
{
    const struct bar *x = a, *y = b;
    int order = tj_decimal_order(y->first->number, x->first->number);
    return order ? order : (x->region > y->region) - (x->region < y->region);
}

/* The indicator that the chart names, else the first; false if the sheet does not have it. */
static bool choose_indicator(const struct tj_regions_sheet *s, const struct tj_template_chart *spec,
                             size_t *out)
{
    for (*out = 0; *out < s->table.indicator_count; ++*out)
        if (spec->indicator.len == 0 || tj_equal(s->table.indicators[*out].listed->name, spec->indicator))
            return true;
    return false;
}

/* Which slots the chart compares; false if the figures do not allow it. */
static bool choose_slots(const struct tj_regions_sheet *s, const struct tj_template_chart *spec,
                         struct bars *out)
{
    static const enum tj_region_slot slots[] = { TJ_RS_VALUE, TJ_RS_GROWTH, TJ_RS_TARGET };
    if (!choose_indicator(s, spec, &out->indicator)) return false;
    const struct tj_region_indicator *row = &s->table.indicators[out->indicator];
    if (spec->kind != TJ_CHART_ATTAINMENT) {
        out->first = out->second = slots[spec->of];
        return row->cells[out->first] != NULL;
    }
    out->first = tj_regions_result(s->m->series, &s->table, out->indicator);
    out->second = TJ_RS_TARGET;
    return row->cells[out->first] && row->cells[out->second];
}

static size_t list_bars(const struct tj_regions_sheet *s, const struct bars *what, unsigned most,
                        struct bar *out)
{
    const struct tj_region_indicator *row = &s->table.indicators[what->indicator];
    size_t count = 0;
    for (size_t i = 0; i < s->table.region_count; i++) {
        struct bar bar = { i, &row->cells[what->first][i], &row->cells[what->second][i] };
        if (bar.first->number.known) out[count++] = bar;
    }
    if (count) qsort(out, count, sizeof *out, by_size);
    return count > most ? most : count;
}

static struct tj_str year_of(const struct tj_making *m, int year)
{
    return tj_making_when(m, (struct tj_when){ TJ_YEAR, year * 10000 + 101, year * 10000 + 1231 });
}

/* 2025年同比, 2026年目标, 2025年 */
static struct tj_str slot_name(const struct tj_regions_sheet *s, enum tj_region_slot slot)
{
    const struct tj_making *m = s->m;
    struct tj_str when = year_of(m, slot == TJ_RS_TARGET ? s->table.target_year : s->table.result_year);
    if (slot == TJ_RS_TARGET) return tj_fill(m->arena, tj_word(TJ_W_TARGET_OF, m->english), &when);
    if (slot == TJ_RS_VALUE) return when;
    struct tj_str growth = tj_making_word(m, TJ_W_GROWTH);
    return tj_print(m->arena, m->english ? "%.*s %.*s" : "%.*s%.*s", TJ_ARG(when), TJ_ARG(growth));
}

static void put_number(const struct tj_regions_sheet *s, uint32_t row, unsigned column,
                       const struct tj_region_cell *cell, const struct tj_display *display)
{
    struct tj_number_look look = { .format = display->format };
    if (cell->number.known)
        tj_cell_number(s->sheet, row, column, shown_number(display, cell), tj_look_number(s->m->book, look));
    else
        tj_cell_empty(s->sheet, row, column, s->m->look.text);
}

static void put_table(const struct tj_regions_sheet *s, const struct bars *what, const struct bar *bars,
                      size_t count, uint32_t row)
{
    const struct tj_making *m = s->m;
    bool two = what->second != what->first;
    struct tj_display first = tj_regions_display(s, what->indicator, what->first);
    struct tj_display second = tj_regions_display(s, what->indicator, what->second);
    tj_sheet_row_height(s->sheet, row, 32);
    tj_cell_text(s->sheet, row, NAMES, tj_making_word(m, TJ_W_REGION), m->look.head);
    tj_cell_text(s->sheet, row, FIRST, slot_name(s, what->first), m->look.head_center);
    if (two) tj_cell_text(s->sheet, row, SECOND, slot_name(s, what->second), m->look.head_center);
    for (size_t i = 0; i < count; i++) {
        uint32_t at = row + 1 + (uint32_t)i;
        tj_cell_text(s->sheet, at, NAMES, tj_making_name(m, s->table.regions[bars[i].region]), m->look.text);
        put_number(s, at, FIRST, bars[i].first, &first);
        if (two) put_number(s, at, SECOND, bars[i].second, &second);
    }
}

static struct tj_str chart_title(const struct tj_regions_sheet *s, const struct tj_template_chart *spec,
                                 const struct bars *what, struct tj_str unit)
{
    const struct tj_making *m = s->m;
    if (spec->title.zh.len) return tj_label_in(&spec->title, m->english);
    struct tj_str name = tj_label_in(&s->table.indicators[what->indicator].listed->label, m->english);
    if (what->first != what->second)
        return tj_fill(m->arena, tj_word(TJ_W_TARGET_RESULT_OF, m->english),
                       (struct tj_str[]){ name, year_of(m, s->table.result_year),
                                          year_of(m, s->table.target_year), unit });
    return tj_fill(m->arena, tj_word(TJ_W_BY_REGION, m->english),
                   (struct tj_str[]){ name, slot_name(s, what->first), unit });
}

/* Returns the first row behind the chart. */
static uint32_t put_chart(const struct tj_regions_sheet *s, const struct tj_template_chart *spec,
                          const struct bars *what, const struct bar *bars, uint32_t count, uint32_t row)
{
    bool two = what->first != what->second;
    struct tj_display display = tj_regions_display(s, what->indicator, what->first);
    uint32_t rows = two ? LEAST_ROWS : BAR_ROOM + count, table = count + 1;
    put_table(s, what, bars, count, row);
    tj_sheet_chart(s->sheet, &(struct tj_chart){
                                 .columns = two,
                                 .negative = bars[count - 1].first->number.digits < 0,
                                 .title = chart_title(s, spec, what, display.unit),
                                 .format = display.format,
                                 .table = { row + 1, row + count, NAMES, two ? SECOND : FIRST },
                                 .header_row = row,
                                 .row = row,
                                 .column = CHART_COLUMN,
                                 .width = CHART_WIDTH,
                                 .rows = rows,
                             });
    return row + (rows > table ? rows : table) + GAP;
}

void tj_regions_charts(const struct tj_regions_sheet *s, uint32_t row)
{
    const struct tj_making *m = s->m;
    bool begun = false;
    struct bar *bars = tj_alloc_array(m->arena, s->table.region_count + 1, sizeof *bars);
    for (size_t i = 0; i < s->spec->chart_count; i++) {
        const struct tj_template_chart *spec = &s->spec->charts[i];
        struct bars what;
        if (!choose_slots(s, spec, &what)) continue;
        size_t count = list_bars(s, &what, spec->most ? spec->most : MOST_REGIONS, bars);
        if (count < LEAST_BARS) continue;
        tj_sheet_keep(s->sheet, row, (uint32_t)count + BAR_ROOM);
        if (!begun) tj_cell_text(s->sheet, row++, 0, tj_making_word(m, TJ_W_CHARTS), m->look.section);
        begun = true;
        row = put_chart(s, spec, &what, bars, (uint32_t)count, row);
    }
}

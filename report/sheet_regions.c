#include "report/making.h"
#include "report/regions.h"

enum {
    HEAD = 2,
    BODY = HEAD + 2,
    NAMES = 0,
    FIRST = 1,
    WIDTH = 11,
    RANK_WIDTH = 5,
    MOST_CHARTS = 4,
    BAR_ROOM = 4,
    CHART_WIDTH = 560
};

/* The indicator, with what is shown of it and its unit: 地区生产总值 同比 (%). */
static struct tj_str column_name(const struct tj_making *m, const struct tj_regions_column *c)
{
    struct tj_str label = tj_label_in(&c->listed->label, m->english);
    bool growth = c->measure == TJ_GROWTH;
    struct tj_str unit = c->display.percent ? TJ_STR("") : c->display.unit;
    struct tj_str what = growth ? tj_making_word(m, TJ_W_GROWTH) : unit;
    if (what.len == 0) return label;
    return tj_print(m->arena, "%.*s（%.*s）", TJ_ARG(label), TJ_ARG(what));
}

static struct tj_str side_name(const struct tj_making *m, const struct tj_regions *r,
                               const struct tj_regions_column *c)
{
    struct tj_str year = tj_print(m->arena, "%d", r->year + (c->target ? 1 : 0));
    return tj_fill(m->arena, tj_word(c->target ? TJ_W_TARGET_OF_YEAR : TJ_W_RESULT_OF_YEAR, m->english),
                   &year);
}

static bool same_indicator(const struct tj_regions_column *a, const struct tj_regions_column *b)
{
    return a->listed == b->listed && a->measure == b->measure;
}

static void put_head(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_regions *r)
{
    tj_sheet_width(sheet, NAMES, NAMES, 16);
    tj_cell_empty(sheet, HEAD, NAMES, m->look.head);
    for (size_t i = 0; i < r->column_count;) {
        size_t end = i + 1;
        while (end < r->column_count && same_indicator(&r->columns[i], &r->columns[end])) end++;
        tj_cell_across(sheet, HEAD, FIRST + 2 * (unsigned)i, FIRST + 2 * (unsigned)end - 1,
                       column_name(m, &r->columns[i]), m->look.head_center);
        i = end;
    }
    tj_sheet_row_height(sheet, HEAD, 32);
    tj_cell_text(sheet, HEAD + 1, NAMES, tj_making_word(m, TJ_W_REGION), m->look.head);
    for (size_t i = 0; i < r->column_count; i++) {
        unsigned column = FIRST + 2 * (unsigned)i;
        tj_sheet_width(sheet, column, column, WIDTH);
        tj_sheet_width(sheet, column + 1, column + 1, RANK_WIDTH);
        tj_cell_text(sheet, HEAD + 1, column, side_name(m, r, &r->columns[i]), m->look.head_center);
        tj_cell_text(sheet, HEAD + 1, column + 1, tj_making_word(m, TJ_W_RANK), m->look.head_center);
    }
}

static void put_region(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_regions *r,
                       size_t region)
{
    uint32_t row = BODY + (uint32_t)region;
    struct tj_number_look rank = { .format = TJ_STR("0"), .centered = true };
    tj_cell_text(sheet, row, NAMES, tj_making_name(m, r->regions[region]), m->look.text);
    for (size_t i = 0; i < r->column_count; i++) {
        const struct tj_region_cell *cell = &r->columns[i].cells[region];
        unsigned column = FIRST + 2 * (unsigned)i;
        tj_cell_empty(sheet, row, column, m->look.text);
        tj_cell_empty(sheet, row, column + 1, m->look.text);
        if (!cell->figure) continue;
        tj_making_figure(m, (struct tj_spot){ sheet, row, column, false }, cell->figure,
                         &r->columns[i].display);
        if (cell->rank) tj_cell_number(sheet, row, column + 1, cell->rank, tj_look_number(m->book, rank));
    }
}

/* Median and quartiles under the regions, where there are enough of them. */
static void put_quartiles(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_regions *r,
                          uint32_t row)
{
    static const enum tj_word names[] = { TJ_W_UPPER_QUARTILE, TJ_W_MEDIAN, TJ_W_LOWER_QUARTILE };
    for (uint32_t k = 0; k < 3; k++) {
        tj_cell_text(sheet, row + k, NAMES, tj_making_word(m, names[k]),
                     k ? m->look.text : m->look.text_group);
        for (size_t i = 0; i < r->column_count; i++) {
            const struct tj_regions_column *c = &r->columns[i];
            unsigned column = FIRST + 2 * (unsigned)i;
            struct tj_number_look look = { .format = c->display.format, .group = k == 0 };
            double values[] = { c->quartiles.upper, c->quartiles.median, c->quartiles.lower };
            tj_cell_empty(sheet, row + k, column, k ? m->look.text : m->look.text_group);
            tj_cell_empty(sheet, row + k, column + 1, k ? m->look.text : m->look.text_group);
            if (c->has_quartiles)
                tj_cell_number(sheet, row + k, column, values[k], tj_look_number(m->book, look));
        }
    }
}

/* The regions of a column by rank: a small table, and bars beside it. Returns the row behind both. */
static uint32_t put_bars(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_regions *r,
                         const struct tj_regions_column *c, uint32_t row)
{
    uint32_t at = row + 1;
    struct tj_number_look look = { .format = c->display.format };
    bool negative = false;
    tj_cell_text(sheet, row, NAMES, tj_making_word(m, TJ_W_REGION), m->look.head);
    tj_cell_text(sheet, row, FIRST, side_name(m, r, c), m->look.head_center);
    for (unsigned rank = 1; rank <= r->region_count; rank++)
        for (size_t i = 0; i < r->region_count; i++) {
            if (c->cells[i].rank != rank) continue;
            struct tj_fact f = tj_ledger_fact(m->ledger, tj_figure_fact(m->series, c->cells[i].figure));
            struct tj_decimal value = f.value.known ? f.value : f.lower;
            negative |= value.digits < 0;
            tj_cell_text(sheet, at, NAMES, tj_making_name(m, r->regions[i]), m->look.text);
            tj_cell_number(sheet, at++, FIRST, tj_display_number(&c->display, value),
                           tj_look_number(m->book, look));
        }
    struct tj_str title =
        tj_print(m->arena, "%.*s · %.*s", TJ_ARG(column_name(m, c)), TJ_ARG(side_name(m, r, c)));
    struct tj_chart chart = { .negative = negative,
                              .title = title,
                              .format = c->display.format,
                              .table = { row + 1, at - 1, NAMES, FIRST },
                              .header_row = row,
                              .row = row,
                              .column = FIRST + 2,
                              .width = CHART_WIDTH,
                              .rows = BAR_ROOM + at - row };
    tj_sheet_chart(sheet, &chart);
    return row + chart.rows + 2;
}

static void put_charts(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_regions *r,
                       uint32_t row)
{
    unsigned charts = 0;
    tj_cell_text(sheet, row++, NAMES, tj_making_word(m, TJ_W_CHARTS), m->look.section);
    for (size_t i = 0; i < r->column_count && charts < MOST_CHARTS; i++) {
        if (r->columns[i].count < 3 || (r->columns[i].measure != TJ_GROWTH && i > 1)) continue;
        row = put_bars(m, sheet, r, &r->columns[i], row);
        charts++;
    }
}

void tj_sheet_regions(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_template_sheet *spec)
{
    struct tj_regions r;
    tj_regions_make(m->arena, m->series, m->template, m->units, spec->year, m->english, &r);
    uint32_t charts = BODY + (uint32_t)r.region_count + 4;
    tj_making_lay_out(sheet, m,
                      (struct tj_layout){ .frozen_rows = BODY,
                                          .frozen_columns = FIRST,
                                          .tab = TJ_NAVY,
                                          .first_header = HEAD,
                                          .header_rows = BODY - HEAD,
                                          .page_break = charts });
    tj_making_heading(m, sheet, tj_label_in(&spec->title, m->english));
    if (r.column_count == 0 || r.region_count == 0) {
        tj_cell_text(sheet, BODY, NAMES, tj_making_word(m, TJ_W_NO_FIGURES), m->look.text);
        return;
    }
    put_head(m, sheet, &r);
    for (size_t i = 0; i < r.region_count; i++) put_region(m, sheet, &r, i);
    put_quartiles(m, sheet, &r, BODY + (uint32_t)r.region_count);
    tj_sheet_filter(sheet, (struct tj_block){ HEAD + 1, BODY + (uint32_t)r.region_count - 1, 0,
                                              2 * (unsigned)r.column_count });
    put_charts(m, sheet, &r, charts);
}

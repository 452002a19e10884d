#include "report/making.h"
#include "report/trends.h"

enum { HEAD = 2, BODY = HEAD + 1, MOST_ROWS = 20000 };

static const struct {
    enum tj_word head;
    double width;
} columns[] = {
    { TJ_W_REGION, 14 },        { TJ_W_INDICATOR, 28 },   { TJ_W_UNIT, 10 },   { TJ_W_FIRST_YEAR, 9 },
    { TJ_W_VALUE, 13 },         { TJ_W_LAST_YEAR, 9 },    { TJ_W_VALUE, 13 },  { TJ_W_COMPUTED_GROWTH, 11 },
    { TJ_W_STATED_GROWTH, 11 }, { TJ_W_DIFFERENCE, 14 },  { TJ_W_CAGR, 11 },   { TJ_W_YEARS, 8 },
    { TJ_W_SLOPE, 12 },         { TJ_W_SLOPE_ERROR, 11 }, { TJ_W_P_VALUE, 9 },
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };
enum {
    FIRST_YEAR = 3,
    FIRST_VALUE,
    LAST_YEAR,
    LAST_VALUE,
    COMPUTED,
    STATED,
    DIFFERENCE,
    CAGR,
    YEARS,
    SLOPE,
    ERROR,
    P
};

struct place {
    struct tj_sheet *sheet;
    uint32_t row;
};

static void put(const struct tj_making *m, struct place at, unsigned column, bool known, double number,
                struct tj_str format)
{
    struct tj_number_look look = { .format = format };
    if (known)
        tj_cell_number(at.sheet, at.row, column, number, tj_look_number(m->book, look));
    else
        tj_cell_empty(at.sheet, at.row, column, m->look.text);
}

/* A figure that leads to its fact; the fact leads back to it, if no sheet before this one shows it. */
static void put_figure(const struct tj_making *m, struct place at, unsigned column,
                       const struct tj_figure *figure, const struct tj_display *display)
{
    tj_making_figure(m, (struct tj_spot){ at.sheet, at.row, column, false }, figure, display);
    tj_making_shown(m, at.sheet, at.row, column, figure);
}

/* Growth as computed from the levels beside growth as the text states it. */
static void put_growths(const struct tj_making *m, struct place at, const struct tj_trend_row *row)
{
    struct tj_display percent = tj_display_of(m->units, TJ_STR("1"), m->english);
    percent.format = TJ_STR("0.0%");
    put(m, at, COMPUTED, row->has_computed, row->computed, TJ_STR("0.0%"));
    put(m, at, STATED, false, 0, percent.format);
    put(m, at, DIFFERENCE, false, 0, percent.format);
    put(m, at, CAGR, row->has_cagr, row->cagr, TJ_STR("0.0%"));
    if (!row->stated) return;
    put_figure(m, at, STATED, row->stated, &percent);
    struct tj_decimal stated = tj_ledger_value(tj_figure_record(m->series, row->stated));
    if (!row->has_computed || !stated.known) return;
    struct tj_str points = tj_change_format(m->arena, 1, m->english ? TJ_STR(" pp") : TJ_STR("个百分点"));
    put(m, at, DIFFERENCE, true, 100 * (row->computed - tj_decimal_double(stated)), points);
}

static void put_row(const struct tj_making *m, struct place at, const struct tj_trend_row *row)
{
    struct tj_str name =
        row->listed ? tj_label_in(&row->listed->label, m->english) : tj_making_name(m, row->indicator);
    struct tj_str slope = tj_number_format(
        m->arena, row->display.places + 1 > TJ_MOST_PLACES ? TJ_MOST_PLACES : row->display.places + 1,
        row->display.percent);
    tj_cell_text(at.sheet, at.row, 0, tj_making_name(m, row->region), m->look.text);
    tj_cell_text(at.sheet, at.row, 1, name, m->look.text);
    tj_cell_text(at.sheet, at.row, 2, row->display.unit, m->look.center);
    put(m, at, FIRST_YEAR, true, row->first_year, TJ_STR("0"));
    put_figure(m, at, FIRST_VALUE, row->first, &row->display);
    put(m, at, LAST_YEAR, true, row->last_year, TJ_STR("0"));
    put_figure(m, at, LAST_VALUE, row->last, &row->display);
    put_growths(m, at, row);
    put(m, at, YEARS, true, (double)row->count, TJ_STR("0"));
    put(m, at, SLOPE, row->has_trend, row->trend.slope, slope);
    put(m, at, ERROR, row->has_trend, row->trend.error, slope);
    put(m, at, P, row->has_trend, row->trend.p, TJ_STR("0.000"));
}

void tj_sheet_trends(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_template_sheet *spec)
{
    struct tj_trends t;
    tj_trends_make(m->arena, m->series, m->template, m->units, m->english, &t);
    tj_making_lay_out(sheet, m,
                      (struct tj_layout){ .frozen_rows = BODY,
                                          .frozen_columns = 2,
                                          .tab = TJ_NAVY,
                                          .first_header = HEAD,
                                          .header_rows = 1 });
    tj_making_heading(m, sheet, tj_label_in(&spec->title, m->english));
    tj_sheet_row_height(sheet, HEAD, 36);
    for (unsigned i = 0; i < COLUMNS; i++) {
        tj_sheet_width(sheet, i, i, columns[i].width);
        tj_cell_text(sheet, HEAD, i, tj_making_word(m, columns[i].head), m->look.head_center);
    }
    uint32_t rows = t.count < MOST_ROWS ? (uint32_t)t.count : MOST_ROWS;
    for (uint32_t i = 0; i < rows; i++) put_row(m, (struct place){ sheet, BODY + i }, &t.rows[i]);
    if (rows == 0) {
        tj_cell_text(sheet, BODY, 0, tj_making_word(m, TJ_W_NO_TRENDS), m->look.text);
        return;
    }
    tj_sheet_filter(sheet, (struct tj_block){ HEAD, BODY + rows - 1, 0, COLUMNS - 1 });
    tj_sheet_mark_negative(sheet, (struct tj_block){ BODY, BODY + rows - 1, COMPUTED, CAGR }, TJ_RED);
}

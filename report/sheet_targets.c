#include "report/attain.h"
#include "report/making.h"

enum { HEAD = 2, BODY = HEAD + 1, GAP_COLUMN = 9, VERDICT_COLUMN = 10, MOST_ROWS = 20000 };

static const struct {
    enum tj_word head;
    double width;
} columns[] = {
    { TJ_W_REGION, 14 },      { TJ_W_INDICATOR, 28 },     { TJ_W_MEASURE, 7 }, { TJ_W_PERIOD, 13 },
    { TJ_W_TARGET_TEXT, 16 }, { TJ_W_TARGET, 12 },        { TJ_W_UPPER, 10 },  { TJ_W_UNIT, 10 },
    { TJ_W_RESULT, 12 },      { TJ_W_GAP, 15 },           { TJ_W_VERDICT, 9 }, { TJ_W_RESULT_TEXT, 16 },
    { TJ_W_SOURCE, 34 },      { TJ_W_RESULT_SOURCE, 34 },
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* One target, what became of it, and how both are shown. */
struct pair {
    struct tj_fact target, result;
    uint32_t target_number, result_number;
    bool has_result, target_doubted, result_doubted;
    struct tj_when when;
    struct tj_attainment outcome;
    struct tj_display display;
};

static bool lower_is_better(const struct tj_making *m, struct tj_str indicator)
{
    const struct tj_template_indicator *listed = tj_plan_listed(m->template, indicator);
    return listed && listed->better == TJ_LOWER;
}

/* Of the statements of a target the first that tells a number. */
static struct pair make_pair(const struct tj_making *m, const struct tj_figure *figure)
{
    struct pair p = { .target_number = tj_figure_fact(m->series, figure),
                      .target_doubted = figure->conflict };
    p.target = tj_ledger_fact(m->ledger, p.target_number);
    p.when = m->ledger->periods[tj_figure_record(m->series, figure)->period];
    const struct tj_figure *result = tj_series_counterpart(m->series, figure, TJ_ACTUAL);
    if (result) {
        p.has_result = true;
        p.result_doubted = result->conflict;
        p.result_number = tj_figure_fact(m->series, result);
        p.result = tj_ledger_fact(m->ledger, p.result_number);
    }
    p.outcome = tj_attain(&p.target, result ? &p.result : NULL, lower_is_better(m, p.target.indicator));
    p.display = tj_display_of(m->units, p.target.unit, m->english);
    struct tj_decimal shown[] = { p.target.value, p.target.lower, p.target.upper, p.result.value,
                                  p.outcome.gap };
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) tj_display_widen(&p.display, shown[i]);
    tj_display_finish(&p.display, m->template->decimals, m->arena);
    return p;
}

static void put_head(const struct tj_making *m, struct tj_sheet *sheet)
{
    for (unsigned i = 0; i < COLUMNS; i++) tj_sheet_width(sheet, i, i, columns[i].width);
    tj_sheet_row_height(sheet, HEAD, 24);
    for (unsigned i = 0; i < COLUMNS; i++)
        tj_cell_text(sheet, HEAD, i, tj_making_word(m, columns[i].head), m->look.head_center);
}

struct place {
    struct tj_sheet *sheet;
    uint32_t row;
};

static void put_number(const struct tj_making *m, struct place at, unsigned column, struct tj_decimal value,
                       const struct tj_display *display, struct tj_number_look look)
{
    look.format = display->format;
    int style = tj_look_number(m->book, look);
    if (value.known)
        tj_cell_number(at.sheet, at.row, column, tj_display_number(display, value), style);
    else
        tj_cell_empty(at.sheet, at.row, column, m->look.text);
}

/* Rates differ by points, other figures by their own unit. */
static void put_gap(const struct tj_making *m, struct place at, const struct pair *p)
{
    struct tj_display display = p->display;
    struct tj_decimal gap = p->outcome.gap;
    if (display.percent) {
        display = tj_display_of(m->units, TJ_STR("pp"), m->english);
        if (gap.known) gap = tj_decimal_of(gap.digits, gap.pow10 + 2);
        tj_display_widen(&display, gap);
        tj_display_plain(&display, m->arena);
    }
    display.format =
        tj_change_format(m->arena, display.places, p->display.percent ? display.unit : TJ_STR(""));
    put_number(m, at, GAP_COLUMN, gap, &display, (struct tj_number_look){ .linked = false });
}

static void put_numbers(const struct tj_making *m, struct place at, const struct pair *p)
{
    struct tj_link to_target = tj_making_link(m, p->target_number),
                   to_result = tj_making_link(m, p->result_number);
    bool range = p->target.bound == TJ_RANGE;
    struct tj_display bounded = p->display;
    struct tj_number_look plain = { .linked = false },
                          target = { .linked = true, .doubted = p->target_doubted };
    bounded.format = tj_making_bounded(m, p->display.format, p->target.bound);
    struct tj_decimal aim = range ? p->target.lower : p->target.value;
    tj_cell_link(at.sheet, at.row, 5, to_target);
    put_number(m, at, 5, aim, &bounded, target);
    put_number(m, at, 6, p->target.upper, &p->display, plain);
    tj_cell_text(at.sheet, at.row, 7, p->display.unit, m->look.center);
    bounded.format = tj_making_bounded(m, p->display.format, p->result.bound);
    if (p->has_result) tj_cell_link(at.sheet, at.row, 8, to_result);
    put_number(m, at, 8, p->result.value, &bounded,
               (struct tj_number_look){ .linked = true, .doubted = p->result_doubted });
    put_gap(m, at, p);
}

static struct tj_str source_of(const struct tj_making *m, const struct tj_fact *f)
{
    struct tj_str name = f->title.len ? f->title : f->doc;
    return f->date.len ? tj_print(m->arena, "%.*s（%.*s）", TJ_ARG(name), TJ_ARG(f->date)) : name;
}

static void put_row(const struct tj_making *m, struct place at, const struct pair *p)
{
    static const enum tj_word verdicts[] = { TJ_W_MET, TJ_W_MISSED, TJ_W_NO_RESULT };
    const struct tj_look *look = &m->look;
    struct tj_str measure = tj_str_of(tj_measure_label(p->target.measure, m->english));
    tj_cell_text(at.sheet, at.row, 0, p->target.region, look->text);
    tj_cell_text(at.sheet, at.row, 1, p->target.indicator, look->text);
    tj_cell_text(at.sheet, at.row, 2, measure, look->center);
    tj_cell_text(at.sheet, at.row, 3, tj_making_when(m, p->when), look->text);
    tj_cell_link(at.sheet, at.row, 4, tj_making_link(m, p->target_number));
    tj_cell_text(at.sheet, at.row, 4, p->target.text, look->link);
    put_numbers(m, at, p);
    tj_cell_text(at.sheet, at.row, VERDICT_COLUMN, tj_making_word(m, verdicts[p->outcome.verdict]),
                 look->center);
    struct tj_link none = { 0 };
    struct tj_link result = p->has_result ? tj_making_link(m, p->result_number) : none;
    tj_cell_link(at.sheet, at.row, 11, result);
    tj_cell_text(at.sheet, at.row, 11, p->result.text, look->link);
    tj_cell_text(at.sheet, at.row, 12, source_of(m, &p->target), look->text);
    tj_cell_text(at.sheet, at.row, 13, p->has_result ? source_of(m, &p->result) : TJ_STR(""), look->text);
}

static void mark_verdicts(const struct tj_making *m, struct tj_sheet *sheet, uint32_t last_row)
{
    struct tj_block verdicts = { BODY, last_row, VERDICT_COLUMN, VERDICT_COLUMN };
    struct tj_block gaps = { BODY, last_row, GAP_COLUMN, GAP_COLUMN };
    tj_sheet_mark_text(sheet, verdicts, tj_making_word(m, TJ_W_MET), TJ_GREEN, TJ_GREEN_FILL);
    tj_sheet_mark_text(sheet, verdicts, tj_making_word(m, TJ_W_MISSED), TJ_RED, TJ_RED_FILL);
    tj_sheet_mark_text(sheet, verdicts, tj_making_word(m, TJ_W_NO_RESULT), TJ_GREY, 0);
    tj_sheet_mark_negative(sheet, gaps, TJ_RED);
}

/* The targets that have a result, or those that have none; returns the row behind them. */
static uint32_t put_rows(const struct tj_making *m, struct tj_sheet *sheet, uint32_t row, bool with_result)
{
    for (size_t i = 0; i < m->series->count && row < BODY + MOST_ROWS; i++) {
        if (tj_figure_record(m->series, &m->series->figures[i])->standing != TJ_TARGET) continue;
        struct pair pair = make_pair(m, &m->series->figures[i]);
        if (pair.has_result == with_result) put_row(m, (struct place){ sheet, row++ }, &pair);
    }
    return row;
}

void tj_sheet_targets(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_template_sheet *spec)
{
    tj_making_lay_out(sheet, m,
                      (struct tj_layout){ .frozen_rows = BODY,
                                          .frozen_columns = 2,
                                          .tab = TJ_GREEN,
                                          .first_header = HEAD,
                                          .header_rows = 1 });
    tj_making_heading(m, sheet, tj_label_in(&spec->title, m->english));
    put_head(m, sheet);
    uint32_t end = put_rows(m, sheet, put_rows(m, sheet, BODY, true), false);
    if (end == BODY) {
        tj_cell_text(sheet, BODY, 0, tj_making_word(m, TJ_W_NO_TARGETS), m->look.text);
        return;
    }
    mark_verdicts(m, sheet, end - 1);
    tj_sheet_filter(sheet, (struct tj_block){ HEAD, end - 1, 0, COLUMNS - 1 });
}

#include "report/making.h"
#include "report/pairs.h"

enum { HEAD = 2, BODY = HEAD + 1, GAP_COLUMN = 9, VERDICT_COLUMN = 10, MOST_ROWS = 20000 };

static const struct {
    enum tj_word head;
    double width;
} columns[] = {
    { TJ_W_REGION, 13 },      { TJ_W_INDICATOR, 22 },     { TJ_W_MEASURE, 7 }, { TJ_W_PERIOD, 13 },
    { TJ_W_TARGET_TEXT, 12 }, { TJ_W_TARGET, 11 },        { TJ_W_UPPER, 9 },   { TJ_W_UNIT, 8 },
    { TJ_W_RESULT, 11 },      { TJ_W_GAP, 14 },           { TJ_W_VERDICT, 9 }, { TJ_W_RESULT_TEXT, 12 },
    { TJ_W_SOURCE, 32 },      { TJ_W_RESULT_SOURCE, 32 },
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* One target, what became of it, and how both are shown. */
struct shown {
    const struct tj_pair *pair;
    struct tj_display display;
};

static struct tj_display display_of(const struct tj_making *m, const struct tj_pair *p)
{
    struct tj_display display = tj_display_of(m->units, p->target.unit, m->english);
    struct tj_decimal shown[] = { p->target.value, p->target.lower, p->target.upper, p->result.value,
                                  p->outcome.gap };
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) tj_display_widen(&display, shown[i]);
    struct tj_str unit = p->listed ? tj_label_in(&p->listed->unit, m->english) : TJ_STR("");
    tj_display_finish_in(&display, unit, m->template->decimals, m->arena);
    return display;
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
static void put_gap(const struct tj_making *m, struct place at, const struct shown *s)
{
    struct tj_display display = s->display;
    struct tj_decimal gap = s->pair->outcome.gap;
    if (display.percent) {
        display = tj_display_of(m->units, TJ_STR("pp"), m->english);
        if (gap.known) gap = tj_decimal_of(gap.digits, gap.pow10 + 2);
        tj_display_widen(&display, gap);
        tj_display_plain(&display, m->arena);
    }
    display.format =
        tj_change_format(m->arena, display.places, s->display.percent ? display.unit : TJ_STR(""));
    put_number(m, at, GAP_COLUMN, gap, &display, (struct tj_number_look){ .linked = false });
}

static void put_target(const struct tj_making *m, struct place at, const struct shown *s)
{
    const struct tj_pair *p = s->pair;
    struct tj_link link = tj_making_link(m, tj_figure_fact(m->series, p->target_figure));
    struct tj_display bounded = s->display;
    bounded.format = tj_making_bounded(m, s->display.format, p->target.bound);
    tj_cell_link(at.sheet, at.row, 4, link);
    tj_cell_text(at.sheet, at.row, 4, p->target.text, m->look.link);
    tj_cell_link(at.sheet, at.row, 5, link);
    put_number(m, at, 5, p->target.bound == TJ_RANGE ? p->target.lower : p->target.value, &bounded,
               (struct tj_number_look){ .linked = true, .doubted = p->target_figure->conflict });
    put_number(m, at, 6, p->target.upper, &s->display, (struct tj_number_look){ .linked = false });
    tj_cell_text(at.sheet, at.row, 7, s->display.unit, m->look.center);
    tj_making_shown(m, at.sheet, at.row, 5, p->target_figure);
    if (p->target_figure->conflict) tj_cell_note(at.sheet, at.row, 5, tj_making_others(m, p->target_figure));
}

static void put_result(const struct tj_making *m, struct place at, const struct shown *s)
{
    const struct tj_pair *p = s->pair;
    const struct tj_figure *figure = p->result_figure;
    if (!figure) {
        tj_cell_empty(at.sheet, at.row, 8, m->look.text);
        tj_cell_empty(at.sheet, at.row, 11, m->look.text);
        return;
    }
    struct tj_link link = tj_making_link(m, tj_figure_fact(m->series, figure));
    struct tj_display bounded = s->display;
    bounded.format = tj_making_bounded(m, s->display.format, p->result.bound);
    tj_cell_link(at.sheet, at.row, 8, link);
    put_number(m, at, 8, p->result.value, &bounded,
               (struct tj_number_look){ .linked = true, .doubted = figure->conflict });
    tj_cell_link(at.sheet, at.row, 11, link);
    tj_cell_text(at.sheet, at.row, 11, p->result.text, m->look.link);
    tj_making_shown(m, at.sheet, at.row, 8, figure);
    if (figure->conflict) tj_cell_note(at.sheet, at.row, 8, tj_making_others(m, figure));
}

static struct tj_str source_of(const struct tj_making *m, const struct tj_fact *f)
{
    struct tj_str name = f->title.len ? f->title : f->doc;
    return f->date.len ? tj_print(m->arena, "%.*s（%.*s）", TJ_ARG(name), TJ_ARG(f->date)) : name;
}

static const enum tj_word verdicts[] = { TJ_W_MET, TJ_W_MISSED, TJ_W_NO_RESULT };

static void put_row(const struct tj_making *m, struct place at, const struct tj_pair *p)
{
    const struct tj_look *look = &m->look;
    struct shown s = { p, display_of(m, p) };
    struct tj_str measure = tj_str_of(tj_measure_label(p->target.measure, m->english));
    tj_cell_text(at.sheet, at.row, 0, p->target.region, look->text);
    tj_cell_text(at.sheet, at.row, 1, tj_pair_indicator(p, m->ledger, m->english), look->text);
    tj_cell_text(at.sheet, at.row, 2, measure, look->center);
    tj_cell_text(at.sheet, at.row, 3, tj_making_when(m, p->when), look->text);
    put_target(m, at, &s);
    put_result(m, at, &s);
    put_gap(m, at, &s);
    tj_cell_text(at.sheet, at.row, VERDICT_COLUMN, tj_making_word(m, verdicts[p->outcome.verdict]),
                 look->center);
    tj_cell_text(at.sheet, at.row, 12, source_of(m, &p->target), look->text);
    tj_cell_text(at.sheet, at.row, 13, p->result_figure ? source_of(m, &p->result) : TJ_STR(""), look->text);
}

static void mark_verdicts(const struct tj_making *m, struct tj_sheet *sheet, uint32_t last_row)
{
    struct tj_block marked = { BODY, last_row, VERDICT_COLUMN, VERDICT_COLUMN };
    tj_sheet_mark_text(sheet, marked, tj_making_word(m, TJ_W_MET), TJ_GREEN, TJ_GREEN_FILL);
    tj_sheet_mark_text(sheet, marked, tj_making_word(m, TJ_W_MISSED), TJ_RED, TJ_RED_FILL);
    tj_sheet_mark_text(sheet, marked, tj_making_word(m, TJ_W_NO_RESULT), TJ_GREY, 0);
}

/* 完成 3 项，未完成 1 项，无结果 5 项, and where the charts are. */
static void put_counts(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_pairs *pairs,
                       uint32_t charts)
{
    size_t counts[] = { 0, 0, 0 };
    struct tj_str words[3];
    for (size_t i = 0; i < pairs->count; i++) counts[pairs->at[i].outcome.verdict]++;
    for (size_t i = 0; i < 3; i++) words[i] = tj_print(m->arena, "%zu", counts[i]);
    tj_cell_text(sheet, 1, 3, tj_fill(m->arena, tj_word(TJ_W_COUNT_MET, m->english), words),
                 m->look.subtitle);
    if (!charts) return;
    tj_cell_link(sheet, 1, 8, (struct tj_link){ sheet, charts, 0 });
    tj_cell_text(sheet, 1, 8, tj_making_word(m, TJ_W_SEE_CHARTS), m->look.hint);
}

void tj_sheet_targets(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_template_sheet *spec)
{
    struct tj_pairs pairs;
    tj_target_pairs_make(m->arena, m->series, m->template, spec, &pairs);
    if (pairs.count > MOST_ROWS) pairs.count = MOST_ROWS;
    uint32_t end = BODY + (uint32_t)pairs.count;
    tj_making_lay_out(sheet, m,
                      (struct tj_layout){ .frozen_rows = BODY,
                                          .frozen_columns = 2,
                                          .tab = TJ_GREEN,
                                          .first_header = HEAD,
                                          .header_rows = 1 });
    tj_making_heading(m, sheet, tj_label_in(&spec->title, m->english));
    put_counts(m, sheet, &pairs, tj_target_charts_any(m, spec, &pairs) ? end + 1 : 0);
    put_head(m, sheet);
    if (pairs.count == 0) {
        tj_cell_text(sheet, BODY, 0, tj_making_word(m, TJ_W_NO_TARGETS), m->look.text);
        return;
    }
    for (size_t i = 0; i < pairs.count; i++)
        put_row(m, (struct place){ sheet, BODY + (uint32_t)i }, &pairs.at[i]);
    mark_verdicts(m, sheet, end - 1);
    tj_sheet_filter(sheet, (struct tj_block){ HEAD, end - 1, 0, COLUMNS - 1 });
    tj_sheet_target_charts(m, sheet, spec, &pairs, end + 1);
}

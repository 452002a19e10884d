#include <stdio.h>

#include "report/diff_cells.h"
#include "report/diff_making.h"

enum {
    TITLE,
    SUMMARY,
    LEGEND,
    HEAD,
    BODY,
    FROZEN_COLUMNS = 2,
    MOST_ROWS = TJ_SHEET_ROWS - BODY - 1,
};

enum column {
    REGION,
    INDICATOR,
    MEASURE,
    PERIOD,
    UNIT,
    OLD,
    NOW,
    MARK,
    CHANGE,
    RELATIVE,
    STATED,
    KIND,
    OLD_SOURCE,
    NEW_SOURCE,
    COLUMNS
};

static const double widths[COLUMNS] = {
    [REGION] = 14, [INDICATOR] = 30, [MEASURE] = 11,    [PERIOD] = 14,    [UNIT] = 10,
    [OLD] = 14,    [NOW] = 14,       [MARK] = 6,        [CHANGE] = 15,    [RELATIVE] = 10,
    [STATED] = 15, [KIND] = 8,       [OLD_SOURCE] = 40, [NEW_SOURCE] = 40
};

static const double LEAST_RATIO = 0.001; /* what is less gets more decimals */

/* Where a row stands and what its cells share. */
struct line {
    const struct tj_diff_making *m;
    struct tj_sheet *sheet;
    uint32_t row;
    bool group; /* first of a region */
};

/* Editions have no column of stated growth: it tells of years. */
static unsigned place_of(const struct tj_diff_making *m, enum column column)
{
    return column > STATED && !m->view->diff->by_year ? column - 1u : column;
}

static int style_of(const struct line *l, struct tj_style style)
{
    if (!style.color) style.color = TJ_INK;
    style.line = TJ_ROW_LINE;
    style.top_line = l->group ? TJ_GROUP_LINE : 0;
    return tj_book_style(l->m->book, &style);
}

static void put_text(const struct line *l, enum column column, struct tj_str text, struct tj_style style)
{
    tj_cell_text(l->sheet, l->row, place_of(l->m, column), text, style_of(l, style));
}

static struct tj_number_look number_look(const struct line *l, struct tj_str format)
{
    return (struct tj_number_look){ .format = format, .group = l->group };
}

/* The old or the new figure, linked to its fact; the words of a range. */
static void put_figure(const struct line *l, const struct tj_diff_row *row, const struct tj_diff_shown *shown,
                       bool now)
{
    const struct tj_diff_view *v = l->m->view;
    const struct tj_making *side = now ? &l->m->now : &l->m->old;
    const struct tj_figure *figure = now ? row->now : row->old;
    enum column column = now ? NOW : OLD;
    if (!figure) {
        put_text(l, column, TJ_STR(""), (struct tj_style){ 0 });
        return;
    }
    struct tj_fact fact = now ? tj_diff_now(v->diff, row) : tj_diff_old(v->diff, row);
    struct tj_str format = shown->value.format;
    if (row->listed && row->listed->format.len && fact.measure == TJ_LEVEL) format = row->listed->format;
    struct tj_number_look look = number_look(l, tj_making_bounded(side, format, fact.bound));
    look.linked = true;
    look.doubted = figure->conflict;
    int style = tj_look_number(l->m->book, look);
    tj_cell_link(l->sheet, l->row, column, tj_making_link(side, tj_figure_fact(side->series, figure)));
    if (fact.value.known)
        tj_cell_number(l->sheet, l->row, column, tj_display_number(&shown->value, fact.value), style);
    else
        tj_cell_text(l->sheet, l->row, column, tj_diff_value_text(v, row, shown, now), style);
    if (figure->conflict) tj_cell_note(l->sheet, l->row, column, tj_diff_statements(v, row, now));
}

static void put_change(const struct line *l, const struct tj_diff_row *row, const struct tj_diff_shown *shown)
{
    static const unsigned moods[] = { TJ_RED, TJ_INK, TJ_GREEN };
    const struct tj_diff_view *v = l->m->view;
    unsigned color = moods[tj_diff_mood(v->diff, row) + 1];
    bool paired = row->old && row->now;
    put_text(l, MARK, paired ? tj_diff_mark(row) : TJ_STR(""),
             (struct tj_style){ .align = TJ_CENTER, .color = color });
    struct tj_style style = { .align = TJ_RIGHT, .color = color };
    struct tj_str format = tj_change_format(v->arena, shown->change.places, shown->change.unit);
    snprintf(style.format, sizeof style.format, "%.*s", TJ_ARG(format));
    if (shown->difference.known)
        tj_cell_number(l->sheet, l->row, CHANGE, tj_display_number(&shown->change, shown->difference),
                       style_of(l, style));
    else
        put_text(l, CHANGE, TJ_STR(""), (struct tj_style){ 0 });
    bool small = row->relative < LEAST_RATIO && row->relative > -LEAST_RATIO && row->relative != 0;
    snprintf(style.format, sizeof style.format, "%s", small ? "+0.000%;-0.000%" : "+0.0%;-0.0%;0.0%");
    if (row->has_relative)
        tj_cell_number(l->sheet, l->row, RELATIVE, row->relative, style_of(l, style));
    else
        put_text(l, RELATIVE, TJ_STR(""), (struct tj_style){ 0 });
}

/* With its sign; a format of three parts takes no bound in front. */
static struct tj_str stated_format(const struct tj_making *side, const struct tj_display *d,
                                   enum tj_bound bound)
{
    struct tj_arena *arena = side->arena;
    struct tj_str number = tj_number_format(arena, d->places, d->percent);
    if (!d->percent) number = tj_print(arena, "%.*s\"%.*s\"", TJ_ARG(number), TJ_ARG(d->unit));
    if (bound != TJ_EQ && bound != TJ_RANGE) return tj_making_bounded(side, number, bound);
    return tj_print(arena, "+%.*s;-%.*s;%.*s", TJ_ARG(number), TJ_ARG(number), TJ_ARG(number));
}

static void put_stated(const struct line *l, const struct tj_diff_row *row)
{
    const struct tj_diff_view *v = l->m->view;
    if (!v->diff->by_year) return;
    if (!row->stated) {
        put_text(l, STATED, TJ_STR(""), (struct tj_style){ 0 });
        return;
    }
    const struct tj_making *side = &l->m->now;
    uint32_t number = tj_figure_fact(side->series, row->stated);
    struct tj_fact fact = tj_ledger_fact(side->ledger, number);
    struct tj_display d = tj_diff_show_stated(v, &fact);
    struct tj_number_look look = number_look(l, stated_format(side, &d, fact.bound));
    look.linked = true;
    look.doubted = row->stated->conflict;
    tj_cell_link(l->sheet, l->row, STATED, tj_making_link(side, number));
    if (fact.value.known)
        tj_cell_number(l->sheet, l->row, STATED, tj_display_number(&d, fact.value),
                       tj_look_number(l->m->book, look));
    else
        tj_cell_text(l->sheet, l->row, STATED, fact.text, tj_look_number(l->m->book, look));
}

static void put_source(const struct line *l, const struct tj_diff_row *row, bool now)
{
    const struct tj_diff_view *v = l->m->view;
    struct tj_str text = TJ_STR("");
    if (now ? row->now : row->old) {
        struct tj_fact f = now ? tj_diff_now(v->diff, row) : tj_diff_old(v->diff, row);
        text = f.title.len ? f.title : f.doc;
        if (f.date.len) text = tj_print(v->arena, "%.*s（%.*s）", TJ_ARG(text), TJ_ARG(f.date));
    }
    put_text(l, now ? NEW_SOURCE : OLD_SOURCE, text, (struct tj_style){ 0 });
}

static void put_row(const struct line *l, const struct tj_diff_row *row)
{
    const struct tj_diff_view *v = l->m->view;
    struct tj_diff_shown shown = tj_diff_show(v, row);
    struct tj_style left = { 0 }, center = { .align = TJ_CENTER };
    put_text(l, REGION, row->region, left);
    put_text(l, INDICATOR, tj_diff_indicator(v, row), left);
    put_text(l, MEASURE, tj_diff_measure(v, row), center);
    put_text(l, PERIOD, tj_diff_period(v, row), left);
    put_text(l, UNIT, shown.value.unit, center);
    put_figure(l, row, &shown, false);
    put_figure(l, row, &shown, true);
    put_change(l, row, &shown);
    put_stated(l, row);
    put_text(l, KIND, tj_diff_kind_word(v, row->kind), center);
    put_source(l, row, false);
    put_source(l, row, true);
}

static void put_head(const struct tj_diff_making *m, struct tj_sheet *sheet)
{
    const struct tj_diff_view *v = m->view;
    const struct tj_str names[COLUMNS] = { [REGION] = tj_str_of(tj_word(TJ_W_REGION, v->english)),
                                           [INDICATOR] = tj_str_of(tj_word(TJ_W_INDICATOR, v->english)),
                                           [MEASURE] = tj_str_of(tj_word(TJ_W_MEASURE, v->english)),
                                           [PERIOD] = tj_str_of(tj_word(TJ_W_PERIOD, v->english)),
                                           [UNIT] = tj_str_of(tj_word(TJ_W_UNIT, v->english)),
                                           [OLD] = tj_diff_column(v, false),
                                           [NOW] = tj_diff_column(v, true),
                                           [MARK] = tj_diff_say(v, TJ_D_MARK),
                                           [CHANGE] = tj_diff_say(v, TJ_D_CHANGE),
                                           [RELATIVE] = tj_diff_say(v, TJ_D_RELATIVE),
                                           [STATED] = tj_diff_say(v, TJ_D_STATED),
                                           [KIND] = tj_diff_say(v, TJ_D_KIND),
                                           [OLD_SOURCE] = tj_diff_say(v, TJ_D_OLD_SOURCE),
                                           [NEW_SOURCE] = tj_diff_say(v, TJ_D_NEW_SOURCE) };
    for (enum column c = REGION; c < COLUMNS; c++)
        tj_sheet_width(sheet, place_of(m, c), place_of(m, c), widths[c]);
    tj_sheet_row_height(sheet, TITLE, 30);
    tj_cell_text(sheet, TITLE, 0, tj_diff_title(v), m->look.title);
    tj_cell_text(sheet, SUMMARY, 0, tj_diff_summary(v), m->look.subtitle);
    tj_cell_text(sheet, LEGEND, 0, tj_diff_say(v, TJ_D_LEGEND), m->look.subtitle);
    tj_sheet_row_height(sheet, HEAD, 24);
    for (enum column c = REGION; c < COLUMNS; c++)
        if (c != STATED || v->diff->by_year)
            tj_cell_text(sheet, HEAD, place_of(m, c), names[c], m->look.head_center);
}

void tj_diff_rows(const struct tj_diff_making *m, struct tj_sheet *sheet)
{
    const struct tj_diff *d = m->view->diff;
    size_t count = d->row_count < MOST_ROWS ? d->row_count : MOST_ROWS;
    tj_making_lay_out(sheet, &m->now,
                      (struct tj_layout){ .frozen_rows = BODY,
                                          .frozen_columns = FROZEN_COLUMNS,
                                          .tab = TJ_NAVY,
                                          .first_header = HEAD,
                                          .header_rows = 1 });
    put_head(m, sheet);
    for (size_t i = 0; i < count; i++) {
        bool group = i > 0 && !tj_equal(d->rows[i].region, d->rows[i - 1].region);
        struct line line = { m, sheet, BODY + (uint32_t)i, group };
        put_row(&line, &d->rows[i]);
    }
    if (count < d->row_count) {
        struct tj_str left = tj_print(m->view->arena, "%zu", d->row_count - count);
        tj_cell_text(sheet, BODY + (uint32_t)count, 0,
                     tj_fill(m->view->arena, tj_word(TJ_W_MORE, m->view->english), &left), m->look.text);
    }
    if (count == 0) tj_cell_text(sheet, BODY, 0, tj_diff_say(m->view, TJ_D_NOTHING), m->look.text);
    uint32_t last = BODY + (uint32_t)(count ? count - 1 : 0);
    if (count) tj_sheet_filter(sheet, (struct tj_block){ HEAD, last, 0, place_of(m, NEW_SOURCE) });
    tj_sheet_print_area(sheet, (struct tj_block){ TITLE, last, 0, place_of(m, KIND) });
}

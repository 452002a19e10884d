#include "report/diff_text.h"

#include "report/diff_cells.h"
#include "report/text.h"
#include "report/width.h"

enum column { MARK, INDICATOR, MEASURE, PERIOD, OLD, NOW, CHANGE, UNIT, RELATIVE, STATED, COLUMNS };
enum { WIDE_GAP = 2, WIDEST_NAME = 40, LEAST_NAME = 12 };

static const char bold[] = "\033[1m", dim[] = "\033[2m", green[] = "\033[32m", red[] = "\033[31m",
                  cyan[] = "\033[36m", plain[] = "\033[0m";

struct cells {
    struct tj_str at[COLUMNS];
};

struct printer {
    const struct tj_diff_view *v;
    struct tj_diff_text_look look;
    struct tj_buffer *out;
    size_t widths[COLUMNS], gap; /* between columns */
    size_t used, blanks;         /* of the line: columns, and those that wait for a text behind them */
};

static void put(struct printer *p, struct tj_str text, const char *color)
{
    if (text.len == 0) return;
    if (p->look.width) {
        size_t place = p->used + p->blanks;
        if (place >= p->look.width) return;
        text = tj_width_cut(p->v->arena, text, p->look.width - place);
    }
    for (; p->blanks; p->blanks--, p->used++) tj_put_char(p->out, ' ');
    bool colored = color && p->look.color;
    if (colored) tj_put(p->out, tj_str_of(color));
    tj_put(p->out, text);
    if (colored) tj_put(p->out, tj_str_of(plain));
    p->used += tj_width(text);
}

static void end_line(struct printer *p)
{
    tj_put_char(p->out, '\n');
    p->used = p->blanks = 0;
}

static void put_line(struct printer *p, struct tj_str text, const char *color)
{
    put(p, text, color);
    end_line(p);
}

static bool is_right(enum column c) { return c >= OLD && c != UNIT; }

static void put_cells(struct printer *p, const struct cells *cells, const char *colors[COLUMNS])
{
    for (enum column c = MARK; c < COLUMNS; c++) {
        struct tj_str text = cells->at[c];
        if (p->widths[c] == 0) continue;
        if (c == INDICATOR && p->look.width) text = tj_width_cut(p->v->arena, text, p->widths[c]);
        size_t width = tj_width(text), pad = width < p->widths[c] ? p->widths[c] - width : 0;
        if (is_right(c)) p->blanks += pad;
        put(p, text, colors[c]);
        p->blanks += (is_right(c) ? 0 : pad) + p->gap;
    }
    end_line(p);
}

static struct cells head_of(const struct tj_diff_view *v)
{
    return (struct cells){ {
        [INDICATOR] = tj_str_of(tj_word(TJ_W_INDICATOR, v->english)),
        [MEASURE] = tj_str_of(tj_word(TJ_W_MEASURE, v->english)),
        [PERIOD] = tj_str_of(tj_word(TJ_W_PERIOD, v->english)),
        [OLD] = tj_diff_column(v, false),
        [NOW] = tj_diff_column(v, true),
        [CHANGE] = tj_diff_say(v, TJ_D_CHANGE),
        [UNIT] = tj_str_of(tj_word(TJ_W_UNIT, v->english)),
        [RELATIVE] = tj_diff_say(v, TJ_D_RELATIVE),
        [STATED] = tj_diff_say(v, TJ_D_STATED),
    } };
}

static struct cells cells_of(const struct tj_diff_view *v, const struct tj_diff_row *row)
{
    struct tj_diff_shown shown = tj_diff_show(v, row);
    struct cells cells = { {
        [MARK] = tj_diff_mark(row),
        [INDICATOR] = tj_diff_indicator(v, row),
        [MEASURE] = tj_diff_measure(v, row),
        [PERIOD] = tj_diff_period(v, row),
        [OLD] = tj_diff_value_text(v, row, &shown, false),
        [NOW] = tj_diff_value_text(v, row, &shown, true),
        [CHANGE] = tj_diff_change_text(v, &shown),
        [UNIT] = tj_diff_unit_text(&shown),
        [RELATIVE] = tj_diff_relative_text(v, row),
        [STATED] = tj_diff_stated_text(v, row),
    } };
    for (enum column c = MARK; c < COLUMNS; c++) cells.at[c] = tj_width_clean(v->arena, cells.at[c]);
    return cells;
}

static void widen(struct printer *p, const struct cells *cells)
{
    for (enum column c = MARK; c < COLUMNS; c++) {
        size_t width = tj_width(cells->at[c]);
        if (c == INDICATOR && !p->look.width && width > WIDEST_NAME) width = WIDEST_NAME;
        if (width > p->widths[c]) p->widths[c] = width;
    }
}

/* Of all columns but the names. */
static size_t width_of_others(const struct printer *p)
{
    size_t all = 0;
    for (enum column c = MARK; c < COLUMNS; c++)
        if (c != INDICATOR && p->widths[c]) all += p->widths[c] + p->gap;
    return all;
}

/* Into the terminal: less between the columns, then without what stands furthest right, then shorter names. */
static void narrow(struct printer *p)
{
    size_t most = p->look.width, name = p->widths[INDICATOR];
    p->gap = 1;
    size_t least = name < LEAST_NAME ? name : LEAST_NAME;
    for (enum column c = STATED; c > UNIT && width_of_others(p) + least > most; c--) p->widths[c] = 0;
    size_t others = width_of_others(p), room = most > others ? most - others : 0;
    p->widths[INDICATOR] = room < least ? least : room < name ? room : name;
}

/* A column that no row has anything in goes. */
static void set_widths(struct printer *p, const struct cells *head, const struct cells *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) widen(p, &rows[i]);
    for (enum column c = MARK; c < COLUMNS; c++) {
        size_t width = tj_width(head->at[c]);
        if (p->widths[c] && width > p->widths[c]) p->widths[c] = width;
    }
    if (p->look.width && width_of_others(p) + p->widths[INDICATOR] > p->look.width) narrow(p);
}

static const char *color_of(const struct tj_diff_view *v, const struct tj_diff_row *row)
{
    if (row->kind == TJ_DIFF_NEW) return cyan;
    if (row->kind == TJ_DIFF_GONE) return dim;
    int mood = tj_diff_mood(v->diff, row);
    return mood > 0 ? green : mood < 0 ? red : NULL;
}

static void put_conflict(struct printer *p, const struct tj_diff_row *row, bool now)
{
    const struct tj_diff_view *v = p->v;
    struct tj_str parts[] = { tj_diff_column(v, now), tj_diff_statements(v, row, now) };
    const char *pattern = v->english ? "! {}: {}" : "! {}：{}";
    p->blanks = p->widths[MARK] + p->gap;
    put_line(p, tj_width_clean(v->arena, tj_fill(v->arena, pattern, parts)), red);
}

static void put_row(struct printer *p, const struct tj_diff_row *row, const struct cells *cells)
{
    const char *color = color_of(p->v, row);
    const char *colors[COLUMNS] = { [MARK] = color, [CHANGE] = color, [RELATIVE] = color };
    put_cells(p, cells, colors);
    if (row->old && row->old->conflict) put_conflict(p, row, false);
    if (row->now && row->now->conflict) put_conflict(p, row, true);
}

static void put_rows(struct printer *p)
{
    const struct tj_diff *d = p->v->diff;
    struct cells *rows = tj_alloc_array(p->v->arena, d->row_count, sizeof *rows), head = head_of(p->v);
    for (size_t i = 0; i < d->row_count; i++) rows[i] = cells_of(p->v, &d->rows[i]);
    set_widths(p, &head, rows, d->row_count);
    const char *colors[COLUMNS];
    for (enum column c = MARK; c < COLUMNS; c++) colors[c] = dim;
    put_cells(p, &head, colors);
    for (size_t i = 0; i < d->row_count; i++) {
        if (i == 0 || !tj_equal(d->rows[i].region, d->rows[i - 1].region))
            put_line(p, tj_width_clean(p->v->arena, d->rows[i].region), bold);
        put_row(p, &d->rows[i], &rows[i]);
    }
}

void tj_diff_text(const struct tj_diff_view *v, struct tj_diff_text_look look, struct tj_buffer *out)
{
    struct printer p = { .v = v, .look = look, .out = out, .gap = WIDE_GAP };
    size_t left_out = tj_diff_left_out(v->diff);
    put_line(&p, tj_width_clean(v->arena, tj_diff_title(v)), bold);
    if (v->diff->row_count)
        put_rows(&p);
    else
        put_line(&p, tj_diff_say(v, TJ_D_NOTHING), NULL);
    end_line(&p);
    if (v->diff->row_count) put_line(&p, tj_diff_say(v, TJ_D_MARKS), dim);
    put_line(&p, tj_diff_summary(v), bold);
    if (left_out == 0) return;
    struct tj_str count = tj_print(v->arena, "%zu", left_out);
    put_line(&p, tj_fill(v->arena, tj_diff_word(TJ_D_LEFT_OUT, v->english), &count), dim);
}

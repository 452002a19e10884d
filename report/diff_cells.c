#include "report/diff_cells.h"

#include <stdio.h>

#include "report/text.h"

static const double LEAST_PERCENT = 0.1; /* what is less gets more decimals */

enum { MOST_STATEMENTS = 8, GROUP = 3, PERCENT_POWER = 2 };

static const char *const bound_signs[TJ_BOUND_COUNT] = {
    [TJ_EQ] = "",  [TJ_APPROX] = "≈", [TJ_GE] = "≥",   [TJ_GT] = ">",
    [TJ_LE] = "≤", [TJ_LT] = "<",     [TJ_RANGE] = "",
};

struct tj_str tj_diff_mark(const struct tj_diff_row *row)
{
    switch (row->kind) {
    case TJ_DIFF_NEW: return TJ_STR("+");
    case TJ_DIFF_GONE: return TJ_STR("-");
    default: break;
    }
    int direction = tj_diff_direction(row);
    if (row->kind == TJ_DIFF_CHANGED && !row->change.known) return TJ_STR("~");
    return direction > 0 ? TJ_STR("▲") : direction < 0 ? TJ_STR("▼") : TJ_STR("=");
}

/* The digits before the point in groups of three, at least `places` behind it. */
static void put_digits(struct tj_buffer *out, struct tj_str digits, unsigned places)
{
    size_t point = 0;
    while (point < digits.len && digits.ptr[point] != '.') point++;
    for (size_t i = 0; i < point; i++) {
        if (i && (point - i) % GROUP == 0) tj_put_char(out, ',');
        tj_put_char(out, digits.ptr[i]);
    }
    size_t have = point < digits.len ? digits.len - point - 1 : 0;
    tj_put(out, tj_cut(digits, point, digits.len));
    if (have == 0 && places) tj_put_char(out, '.');
    for (; have < places; have++) tj_put_char(out, '0');
}

/* To TJ_MOST_PLACES decimals, half away from zero: a third of something has no end. */
static struct tj_decimal rounded(struct tj_decimal d)
{
    int over = -TJ_MOST_PLACES - d.pow10;
    if (over <= 0) return d;
    int64_t by = 1;
    for (int i = 0; i < over; i++)
        if (__builtin_mul_overflow(by, 10, &by)) return tj_decimal_of(0, 0);
    int64_t half = d.digits < 0 ? -(by / 2) : by / 2, sum;
    if (__builtin_add_overflow(d.digits, half, &sum)) return d;
    return tj_decimal_of(sum / by, -TJ_MOST_PLACES);
}

/* A known value in a display's scale; `plus`: with a sign even if it rose. */
static void put_number(struct tj_buffer *out, const struct tj_display *d, struct tj_decimal value, bool plus)
{
    char text[TJ_DECIMAL_TEXT];
    int power = d->percent ? -PERCENT_POWER : d->power;
    struct tj_decimal scaled = rounded(tj_decimal_of(value.digits, value.pow10 - power));
    struct tj_str digits = { text, tj_decimal_text(scaled, text) };
    if (tj_eat(&digits, TJ_STR("-")))
        tj_put_char(out, '-');
    else if (plus && value.digits)
        tj_put_char(out, '+');
    put_digits(out, digits, d->places);
    if (d->percent) tj_put_char(out, '%');
}

static void put_fact(struct tj_buffer *out, const struct tj_display *d, const struct tj_fact *f, bool plus)
{
    tj_put(out, tj_str_of(bound_signs[f->bound]));
    if (f->value.known) {
        put_number(out, d, f->value, plus);
    } else if (f->lower.known && f->upper.known) {
        put_number(out, d, f->lower, plus);
        tj_put(out, TJ_STR("—"));
        put_number(out, d, f->upper, plus);
    } else {
        tj_put(out, f->text);
    }
}

static struct tj_str taken(const struct tj_diff_view *v, struct tj_buffer *b)
{
    struct tj_str text = tj_copy(v->arena, tj_buffer_str(b));
    tj_buffer_free(b);
    return text;
}

struct tj_str tj_diff_value_text(const struct tj_diff_view *v, const struct tj_diff_row *row,
                                 const struct tj_diff_shown *shown, bool now)
{
    const struct tj_figure *figure = now ? row->now : row->old;
    if (!figure) return TJ_STR("");
    struct tj_fact fact = now ? tj_diff_now(v->diff, row) : tj_diff_old(v->diff, row);
    struct tj_buffer text = { 0 };
    put_fact(&text, &shown->value, &fact, false);
    if (figure->conflict) tj_put_char(&text, '!');
    return taken(v, &text);
}

struct tj_str tj_diff_unit_text(const struct tj_diff_shown *shown)
{
    if (shown->difference.known && shown->change.unit.len) return shown->change.unit;
    return shown->value.percent ? TJ_STR("") : shown->value.unit;
}

struct tj_str tj_diff_change_text(const struct tj_diff_view *v, const struct tj_diff_shown *shown)
{
    struct tj_buffer text = { 0 };
    if (!shown->difference.known) return TJ_STR("");
    put_number(&text, &shown->change, shown->difference, true);
    return taken(v, &text);
}

struct tj_str tj_diff_relative_text(const struct tj_diff_view *v, const struct tj_diff_row *row)
{
    double percent = row->relative * 100, size = percent < 0 ? -percent : percent;
    if (!row->has_relative) return TJ_STR("");
    if (row->change.digits == 0) return TJ_STR("0.0%");
    return tj_print(v->arena, "%+.*f%%", size < LEAST_PERCENT ? 3 : 1, percent);
}

struct tj_str tj_diff_stated_text(const struct tj_diff_view *v, const struct tj_diff_row *row)
{
    if (!row->stated) return TJ_STR("");
    const struct tj_series *s = v->diff->now;
    struct tj_fact fact = tj_ledger_fact(s->ledger, tj_figure_fact(s, row->stated));
    struct tj_display display = tj_diff_show_stated(v, &fact);
    struct tj_buffer text = { 0 };
    put_fact(&text, &display, &fact, true);
    if (!display.percent) tj_put(&text, display.unit);
    if (row->stated->conflict) tj_put_char(&text, '!');
    return taken(v, &text);
}

static bool told_before(const struct tj_series *s, const struct tj_figure *figure, uint32_t number)
{
    struct tj_fact fact = tj_ledger_fact(s->ledger, s->order[figure->first + number]);
    for (uint32_t i = 0; i < number; i++) {
        struct tj_fact before = tj_ledger_fact(s->ledger, s->order[figure->first + i]);
        if (tj_diff_same_statement(&fact, &before)) return true;
    }
    return false;
}

/* 超过126万亿元, -2.1%: the bound and the sign, which lies in a verb, are no part of a fact's text. */
static struct tj_str said(const struct tj_diff_view *v, const struct tj_fact *f)
{
    bool falls = f->value.known && f->value.digits < 0 && !tj_starts(f->text, TJ_STR("-"));
    struct tj_str text = falls ? tj_join(v->arena, TJ_STR("-"), f->text) : f->text;
    if (f->bound == TJ_EQ || f->bound == TJ_RANGE) return text;
    return tj_print(v->arena, "%s%s%.*s", tj_bound_label(f->bound, v->english), v->english ? " " : "",
                    TJ_ARG(text));
}

static struct tj_str base_name(struct tj_str path)
{
    size_t at = path.len;
    while (at > 0 && path.ptr[at - 1] != '/') at--;
    return tj_cut(path, at, path.len);
}

struct tj_str tj_diff_statements(const struct tj_diff_view *v, const struct tj_diff_row *row, bool now)
{
    const struct tj_series *s = now ? v->diff->now : v->diff->old;
    const struct tj_figure *figure = now ? row->now : row->old;
    struct tj_buffer text = { 0 };
    size_t told = 0;
    for (uint32_t i = 0; i < figure->count && told < MOST_STATEMENTS; i++) {
        if (told_before(s, figure, i)) continue;
        struct tj_fact f = tj_ledger_fact(s->ledger, s->order[figure->first + i]);
        struct tj_str parts[] = { said(v, &f), base_name(f.doc) };
        if (told++) tj_put(&text, v->english ? TJ_STR("; ") : TJ_STR("；"));
        tj_put(&text, tj_fill(v->arena, tj_diff_word(TJ_D_SAYS, v->english), parts));
    }
    return taken(v, &text);
}

#include "report/diff_show.h"

#include "report/text.h"

#define WORD_ROW(id, zh, en) { zh, en },
static const struct {
    const char *zh, *en;
} words[] = { TJ_DIFF_WORDS(WORD_ROW) };
#undef WORD_ROW

const char *tj_diff_word(enum tj_diff_word word, bool english)
{
    return english ? words[word].en : words[word].zh;
}

struct tj_str tj_diff_say(const struct tj_diff_view *v, enum tj_diff_word word)
{
    return tj_str_of(tj_diff_word(word, v->english));
}

static void widen(struct tj_display *d, const struct tj_fact *f)
{
    tj_display_widen(d, f->value);
    tj_display_widen(d, f->lower);
    tj_display_widen(d, f->upper);
}

/* Points are told in points of a hundred: 0.011 is 1.1个百分点. */
static void show_change(const struct tj_diff_view *v, const struct tj_diff_row *row,
                        struct tj_diff_shown *out)
{
    struct tj_fact fact = tj_diff_fact(v->diff, row);
    out->difference = row->change;
    out->change = out->value;
    out->change.unit = TJ_STR("");
    if (!tj_diff_is_rate(&fact)) return;
    if (row->change.known) out->difference = tj_decimal_of(row->change.digits, row->change.pow10 + 2);
    out->change = tj_display_of(v->units, TJ_STR("pp"), v->english);
    tj_display_widen(&out->change, out->difference);
    tj_display_plain(&out->change, v->arena);
    if (out->change.places < out->value.places) out->change.places = out->value.places;
}

struct tj_diff_shown tj_diff_show(const struct tj_diff_view *v, const struct tj_diff_row *row)
{
    struct tj_diff_shown shown = { 0 };
    struct tj_fact fact = tj_diff_fact(v->diff, row);
    shown.value = tj_display_of(v->units, fact.unit, v->english);
    if (row->old) {
        struct tj_fact old = tj_diff_old(v->diff, row);
        widen(&shown.value, &old);
    }
    if (row->now) widen(&shown.value, &fact);
    tj_display_finish(&shown.value, TJ_MOST_PLACES, v->arena);
    show_change(v, row, &shown);
    return shown;
}

struct tj_display tj_diff_show_stated(const struct tj_diff_view *v, const struct tj_fact *stated)
{
    struct tj_display d = tj_display_of(v->units, stated->unit, v->english);
    widen(&d, stated);
    tj_display_plain(&d, v->arena);
    if (d.places < 1) d.places = 1;
    return d;
}

struct tj_str tj_diff_indicator(const struct tj_diff_view *v, const struct tj_diff_row *row)
{
    return row->listed ? tj_label_in(&row->listed->label, v->english) : row->indicator;
}

struct tj_str tj_diff_measure(const struct tj_diff_view *v, const struct tj_diff_row *row)
{
    struct tj_fact fact = tj_diff_fact(v->diff, row);
    struct tj_str measure = tj_str_of(tj_measure_label(fact.measure, v->english));
    if (fact.status == TJ_TARGET)
        measure = tj_print(v->arena, "%s·%.*s", tj_standing_label(fact.status, v->english), TJ_ARG(measure));
    if (tj_basis_is_yoy(fact.basis)) return measure;
    struct tj_str basis = tj_basis_label(v->arena, fact.basis, v->english);
    return tj_print(v->arena, "%.*s·%.*s", TJ_ARG(measure), TJ_ARG(basis));
}

/* "2023年前三季度" without its year, "Jan–Nov 2023" without its; as it is if the year is elsewhere. */
static struct tj_str without_year(const struct tj_diff_view *v, struct tj_str label)
{
    struct tj_str year = tj_print(v->arena, v->english ? "%d" : "%d年", v->diff->span.now);
    if (tj_equal(label, year)) return tj_diff_say(v, TJ_D_WHOLE_YEAR);
    if (v->english && tj_ends(label, year)) return tj_trim(tj_cut(label, 0, label.len - year.len));
    tj_eat(&label, year);
    return label;
}

struct tj_str tj_diff_period(const struct tj_diff_view *v, const struct tj_diff_row *row)
{
    const struct tj_series *s = row->now ? v->diff->now : v->diff->old;
    struct tj_when when = s->ledger->periods[tj_figure_record(s, row->now ? row->now : row->old)->period];
    bool alone = when.kind != TJ_YEARS && when.kind != TJ_SPAN;
    int year = when.to / 10000, shift = v->diff->span.now - year;
    bool plain = v->diff->by_year && alone;
    if (plain) { /* one label for both years */
        when.from += shift * 10000;
        when.to += shift * 10000;
    }
    struct tj_buffer text = { 0 };
    tj_when_label(when, v->english, &text);
    struct tj_str label = tj_copy(v->arena, tj_buffer_str(&text));
    tj_buffer_free(&text);
    return plain ? without_year(v, label) : label;
}

struct tj_str tj_diff_kind_word(const struct tj_diff_view *v, enum tj_diff_kind kind)
{
    switch (kind) {
    case TJ_DIFF_CHANGED: return tj_diff_say(v, v->diff->by_year ? TJ_D_CHANGED : TJ_D_REVISED);
    case TJ_DIFF_SAME: return tj_diff_say(v, TJ_D_SAME);
    case TJ_DIFF_NEW: return tj_diff_say(v, TJ_D_NEW);
    default: return tj_diff_say(v, TJ_D_GONE);
    }
}

struct tj_str tj_diff_column(const struct tj_diff_view *v, bool now)
{
    if (!v->diff->by_year) return tj_diff_say(v, now ? TJ_D_NOW : TJ_D_OLD);
    struct tj_str year = tj_print(v->arena, "%d", now ? v->diff->span.now : v->diff->span.old);
    return tj_fill(v->arena, tj_diff_word(TJ_D_YEAR, v->english), &year);
}

struct tj_str tj_diff_title(const struct tj_diff_view *v)
{
    struct tj_str names[] = { v->old_name, v->new_name };
    struct tj_str years[] = { tj_print(v->arena, "%d", v->diff->span.old),
                              tj_print(v->arena, "%d", v->diff->span.now) };
    return v->diff->by_year ? tj_fill(v->arena, tj_diff_word(TJ_D_YEARS, v->english), years)
                            : tj_fill(v->arena, tj_diff_word(TJ_D_EDITIONS, v->english), names);
}

struct tj_str tj_diff_summary(const struct tj_diff_view *v)
{
    const struct tj_diff *d = v->diff;
    size_t counts[] = {
        d->counts[TJ_DIFF_CHANGED], d->risen, d->fallen, d->counts[TJ_DIFF_SAME], d->counts[TJ_DIFF_NEW],
        d->counts[TJ_DIFF_GONE]
    };
    struct tj_str texts[sizeof counts / sizeof counts[0]];
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
        texts[i] = tj_print(v->arena, "%zu", counts[i]);
    enum tj_diff_word pattern = d->by_year ? TJ_D_SUM_YEARS : TJ_D_SUM_EDITIONS;
    struct tj_str line = tj_fill(v->arena, tj_diff_word(pattern, v->english), texts);
    if (d->conflicts == 0) return line;
    struct tj_str count = tj_print(v->arena, "%zu", d->conflicts);
    return tj_join(v->arena, line, tj_fill(v->arena, tj_diff_word(TJ_D_CONFLICTS, v->english), &count));
}

size_t tj_diff_left_out(const struct tj_diff *d)
{
    size_t old = d->old->ledger->count - d->old->order_count,
           now = d->now->ledger->count - d->now->order_count;
    return d->old == d->now ? now : old + now;
}

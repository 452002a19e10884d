/* Changes that turn into others: 由去年同期下降5%转为增长21.5%. */
#include "extract/attribute/figure/figure_parts.h"
#include "extract/attribute/period/in_hand.h"

/* What stands between 由 and the verb of a change that turns into another right behind the number: 去年同期. *at is where 由
   stands; false if the number is no such. */
static bool turn_of(const struct tj_walk *w, const struct tj_figure *g, size_t *at, struct tj_str *when)
{
    static const char *const turns[] = { "转为", "转变为", "变为", "转增", "转降", NULL };
    const struct tj_frame *f = w->f;
    struct tj_str behind = tj_cut(f->sentence, g->quantity->end, f->sentence.len);
    if (g->predicate.direction == 0 || !tj_starts_with_one(behind, turns)) return false;
    struct tj_str left = tj_cut(f->sentence, w->from, g->quantity->off);
    if (!tj_rise_start(left, at)) return false;
    *at += w->from;
    *when = tj_cut(f->sentence, *at + sizeof "由" - 1, g->quantity->off);
    return true;
}

/* A year, or a month, before the time in hand; no time if that is not known. */
static struct tj_period time_before(const struct tj_walk *w, const struct tj_figure *g, struct tj_str when)
{
    static const char *const year[] = { "去年", "上年", "同期", NULL };
    const struct tj_frame *f = w->f;
    if (tj_starts_with_one(when, year)) return tj_period_year_before(w->f, g);
    struct tj_period p = tj_period_in_hand(w->f, g);
    if (!p.first) return p;
    static const char *const times[] = { "年", "月", "季", "期", NULL };
    bool silent = !tj_holds_one(when, times) && p.kind == TJ_P_MONTH && f->at_home; /* 由|上涨0.7%转为下降 */
    if ((silent || tj_starts(when, TJ_STR("上月"))) && (p.kind == TJ_P_MONTH || p.kind == TJ_P_MONTHS)) {
        if (p.kind == TJ_P_MONTHS) p.kind = TJ_P_MONTH, p.a = p.b, p.first = p.last;
        bool january = p.a == 1;
        p.a = p.b = january ? 12 : p.a - 1;
        if (january) p.first--, p.last--;
    } else {
        return (struct tj_period){ 0 };
    }
    return p;
}

bool tj_begin_turn(const struct tj_walk *w, struct tj_figure *g, struct tj_str *when)
{
    size_t at;
    if (!turn_of(w, g, &at, when)) return false;
    g->predicate.start = true;
    g->predicate.from = at;
    return true;
}

void tj_time_turn(const struct tj_walk *w, struct tj_figure *g, struct tj_str when)
{
    bool month = tj_starts(when, TJ_STR("上月")); /* before the month in hand, not before today's */
    if (g->period.kind != TJ_P_NONE && !month) return;
    if (month) g->period = (struct tj_period){ 0 };
    struct tj_period p = time_before(w, g, when);
    if (p.first) g->period = p;
}

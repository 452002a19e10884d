#include "extract/recognise/period.h"

#include "extract/recognise/period_make.h"

bool tj_period_at(const struct tj_lexicon *lexicon, struct tj_matcher *matcher, struct tj_str text, size_t at,
                  const struct tj_now *now, struct tj_period *out, size_t *len)
{
    struct tj_match m;
    if (!tj_match_may_begin(lexicon->periods, matcher, text, at)
        || !tj_match_at(lexicon->periods, matcher, text, at, &m))
        return false;
    *out = tj_period_maker(tj_patterns_name(lexicon->periods, m.pattern))(m.groups, now);
    if (out->kind != TJ_P_NONE
        && (tj_ends(tj_cut(text, at, at + m.len), TJ_STR("末"))
            || tj_ends(tj_cut(text, at, at + m.len), TJ_STR("底"))))
        out->point = true;
    *len = m.len;
    return true;
}

struct tj_str tj_period_text(struct tj_arena *arena, const struct tj_period *p)
{
    if (p->kind == TJ_P_NONE || p->first <= 0) return (struct tj_str){ 0 };
    switch (p->kind) {
    case TJ_P_YEAR:
        if (p->first == p->last) return tj_print(arena, "%d", p->first);
        return tj_print(arena, "%d/%d", p->first, p->last);
    case TJ_P_HALF: return tj_print(arena, "%d-H%d", p->first, p->a);
    case TJ_P_QUARTER: return tj_print(arena, "%d-Q%d", p->first, p->a);
    case TJ_P_QUARTERS: return tj_print(arena, "%d-Q%d/%d-Q%d", p->first, p->a, p->first, p->b);
    case TJ_P_MONTH: return tj_print(arena, "%d-%02d", p->first, p->a);
    case TJ_P_MONTHS: return tj_print(arena, "%d-%02d/%d-%02d", p->first, p->a, p->first, p->b);
    case TJ_P_DAY: return tj_print(arena, "%d-%02d-%02d", p->first, p->a, p->b);
    case TJ_P_NONE: break;
    }
    return (struct tj_str){ 0 };
}

bool tj_period_is_over(const struct tj_period *p, const struct tj_now *now)
{
    if (p->kind == TJ_P_NONE || p->first == 0 || now->year == 0) return false;
    int year = p->kind == TJ_P_YEAR ? p->last : p->first;
    if (year != now->year) return year < now->year;
    switch (p->kind) {
    case TJ_P_HALF: return p->a * 6 < now->month;
    case TJ_P_QUARTER: return p->a * 3 < now->month;
    case TJ_P_QUARTERS: return p->b * 3 < now->month;
    case TJ_P_MONTH: return p->a < now->month;
    case TJ_P_MONTHS: return p->b < now->month;
    case TJ_P_DAY: return p->a < now->month || (p->a == now->month && p->b < now->day);
    default: return false;
    }
}

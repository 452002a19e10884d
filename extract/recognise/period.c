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

static char *put_digits(char *to, int n, int least)
{
    char digits[12];
    int count = 0;
    for (; n > 0 || count < least; n /= 10) digits[count++] = (char)('0' + n % 10);
    while (count > 0) *to++ = digits[--count];
    return to;
}

/* A year, and if `mark` is not 0 what part of it, behind a dash: 2023-Q1, 2023-H2, 2023-11. */
static char *put_part(char *to, int year, char mark, int part)
{
    to = put_digits(to, year, 1);
    if (mark) *to++ = '-';
    if (mark > '-') *to++ = mark;
    return mark ? put_digits(to, part, mark == '-' ? 2 : 1) : to;
}

/* month * 100 + day of a year */
static char *put_day(char *to, int year, int day)
{
    to = put_part(to, year, '-', day / 100);
    *to++ = '-';
    return put_digits(to, day % 100, 2);
}

struct tj_str tj_period_text(struct tj_arena *arena, const struct tj_period *p)
{
    static const char marks[] = { [TJ_P_HALF] = 'H',  [TJ_P_QUARTER] = 'Q', [TJ_P_QUARTERS] = 'Q',
                                  [TJ_P_MONTH] = '-', [TJ_P_MONTHS] = '-',  [TJ_P_DAY] = '-' };
    char text[64], *end = text; /* at most four numbers and their marks */
    if (p->kind == TJ_P_NONE || p->first <= 0) return (struct tj_str){ 0 };
    if (p->kind == TJ_P_QUARTERS && p->b == 4) { /* 一至四季度: the year */
        const struct tj_period year = tj_year_of(p->first);
        return tj_period_text(arena, &year);
    }
    if (p->kind == TJ_P_DAYS) {
        end = put_day(end, p->first, p->a);
        *end++ = '/';
        end = put_day(end, p->last, p->b);
        return tj_copy(arena, (struct tj_str){ text, (size_t)(end - text) });
    }
    end = put_part(end, p->first, marks[p->kind], p->a);
    bool span =
        (p->kind == TJ_P_YEAR && p->first != p->last) || p->kind == TJ_P_QUARTERS || p->kind == TJ_P_MONTHS;
    if (span) {
        *end++ = '/';
        end = put_part(end, p->last, marks[p->kind], p->b);
    }
    if (p->kind == TJ_P_DAY) {
        *end++ = '-';
        end = put_digits(end, p->b, 2);
    }
    return tj_copy(arena, (struct tj_str){ text, (size_t)(end - text) });
}

int tj_period_last_month(const struct tj_period *p)
{
    switch (p->kind) {
    case TJ_P_HALF: return p->a * 6;
    case TJ_P_QUARTER: return p->a * 3;
    case TJ_P_QUARTERS: return p->b * 3;
    case TJ_P_MONTH: return p->a;
    case TJ_P_MONTHS: return p->b;
    default: return 0;
    }
}

bool tj_period_is_over(const struct tj_period *p, const struct tj_now *now)
{
    if (p->kind == TJ_P_NONE || p->first == 0 || now->year == 0) return false;
    int year = p->last;
    if (year != now->year) return year < now->year;
    int month = tj_period_last_month(p);
    if (month) return month < now->month;
    switch (p->kind) {
    case TJ_P_DAYS: return p->b < now->month * 100 + now->day;
    case TJ_P_DAY: return p->a < now->month || (p->a == now->month && p->b < now->day);
    default: return false;
    }
}

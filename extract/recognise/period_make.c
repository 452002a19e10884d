#include "extract/recognise/period_make.h"

#include "extract/recognise/numeral.h"
#include "extract/recognise/period_days.h"
#include "extract/recognise/period_year.h"

static int number(struct tj_str s) { return tj_small_number(s); }

static struct tj_period months(int year, int from, int to)
{
    if (from == to) return (struct tj_period){ TJ_P_MONTH, year, year, from, from, false, false };
    if (to == 12) return (struct tj_period){ TJ_P_YEAR, year, year, 0, 0, false, false };
    return (struct tj_period){ TJ_P_MONTHS, year, year, from, to, false, false };
}

static struct tj_period quarters(int year, int to)
{
    return (struct tj_period){ TJ_P_QUARTERS, year, year, 1, to, false, false };
}

static struct tj_period years(int first, int last)
{
    return (struct tj_period){ TJ_P_YEAR, first, last, 0, 0, false, false };
}

static struct tj_period relative_month(struct tj_str word, const struct tj_now *now)
{
    if (tj_equal(word, TJ_STR("月末")) || tj_equal(word, TJ_STR("当月")) || now->month == 0)
        return (struct tj_period){ 0 };
    int month = now->month, year = now->year;
    if (tj_starts(word, TJ_STR("上"))) month--;
    if (month == 0) {
        month = 12;
        year--;
    }
    return months(year, month, month);
}

/* One row for each pattern of periods.pcre: how its groups make a period. */

#define MAKE(name) static struct tj_period name(const struct tj_str *g, const struct tj_now *now)
#define USES_NO_NOW (void)now
MAKE(make_span)
{
    USES_NO_NOW;
    return years(number(g[0]), number(g[1]));
}

/* 从2022年到今年10月底, 2021年1月至2023年6月 */
MAKE(make_span_to_month)
{
    int first = number(g[0]), from = g[1].len ? number(g[1]) : 1, to = number(g[3]);
    bool relative = tj_equal(g[2], TJ_STR("今年")) || tj_equal(g[2], TJ_STR("去年"));
    int last = relative ? tj_year_of_word(g[2], now) : number(tj_cut(g[2], 0, sizeof "2023" - 1));
    if (last < first || (last == first && to <= from)) return (struct tj_period){ 0 };
    return (struct tj_period){ TJ_P_MONTHS, first, last, from, to, false, false };
}
MAKE(make_year_months)
{
    USES_NO_NOW;
    return months(number(g[0]), 1, number(g[1]));
}
MAKE(make_year_month)
{
    USES_NO_NOW;
    return months(number(g[0]), number(g[1]), number(g[1]));
}
MAKE(make_year_quarters)
{
    USES_NO_NOW;
    return quarters(number(g[0]), number(g[1]));
}
MAKE(make_year)
{
    USES_NO_NOW;
    return years(number(g[0]), number(g[0]));
}
MAKE(make_chinese_year)
{
    USES_NO_NOW;
    return years(tj_chinese_year(g[0]), tj_chinese_year(g[0]));
}
MAKE(make_chinese_span)
{
    USES_NO_NOW;
    return years(tj_chinese_year(g[0]), tj_chinese_year(g[1]));
}
MAKE(make_months)
{
    int m = number(g[0]);
    return months(tj_year_of_month(m, now), 1, m);
}
/* 4、5月份, 7—9月 */
MAKE(make_month_span)
{
    int from = number(g[0]), to = number(g[1]);
    return to > from ? months(tj_year_of_month(to, now), from, to) : (struct tj_period){ 0 };
}
MAKE(make_month)
{
    int m = number(g[0]);
    return months(tj_year_of_month(m, now), m, m);
}
MAKE(make_first_months) { return months(tj_year_of_part(g[0], now), 1, number(g[1])); }
MAKE(make_quarters) { return quarters(tj_year_of_part(g[0], now), number(g[1])); }
MAKE(make_relative_month)
{
    int m = number(g[1]);
    return months(tj_year_of_word(g[0], now), m, m);
}
MAKE(make_relative_months) { return months(tj_year_of_word(g[0], now), 1, number(g[1])); }
MAKE(make_past) { return tj_years_back(number(g[0]), now, 12); } /* 过去五年: whole years */
MAKE(make_until_now) /* 五年来: up to now, once autumn has come; 五年内 of a plan: up to its end */
{
    int count = number(g[0]), first = now->sticky - count + 1;
    bool within = tj_equal(g[1], TJ_STR("内")) && count > 1;
    bool ahead = within && now->year && now->sticky > now->year && first >= now->year;
    if (within && count == 5 && tj_is_of_plan(now)) return years(now->plan_end - 4, now->plan_end);
    return ahead ? years(first, now->sticky) : tj_years_back(count, now, 10);
}
MAKE(make_month_end) { return relative_month(g[0], now); }
MAKE(make_nothing)
{
    (void)g;
    USES_NO_NOW;
    return (struct tj_period){ 0 };
}

MAKE(make_year_quarter)
{
    USES_NO_NOW;
    int year = number(g[0]), q = number(g[1]);
    return (struct tj_period){ TJ_P_QUARTER, year, year, q, q, false, false };
}

MAKE(make_quarter)
{
    int year = tj_year_of_word(g[0], now), q = number(g[1]);
    return (struct tj_period){ TJ_P_QUARTER, year, year, q, q, false, false };
}

static struct tj_period half(int year, struct tj_str which)
{
    int h = tj_equal(which, TJ_STR("上")) ? 1 : 2;
    return (struct tj_period){ TJ_P_HALF, year, year, h, h, false, false };
}

MAKE(make_year_half)
{
    USES_NO_NOW;
    return half(number(g[0]), g[1]);
}
MAKE(make_half) { return half(tj_year_of_part(g[0], now), g[1]); }

MAKE(make_year_end)
{
    struct tj_period p = make_year(g, now);
    p.point = true;
    return p;
}

MAKE(make_plan_span)
{
    USES_NO_NOW;
    struct tj_period p = years(0, 0);
    tj_plan_years(number(g[0]), &p.first, &p.last);
    return p;
}

MAKE(make_plan_end)
{
    struct tj_period p = make_plan_span(g, now);
    p.first = p.last;
    p.point = true;
    return p;
}

MAKE(make_since)
{
    int first = number(g[0]), last = now->year;
    if (last && now->month > 0 && now->month <= 3)
        last--; /* of the year that has just begun nothing is known */
    return last > first ? years(first, last) : (struct tj_period){ 0 };
}

MAKE(make_relative_year)
{
    struct tj_period p = years(tj_year_of_word(g[0], now), tj_year_of_word(g[0], now));
    p.relative = true;
    return p;
}

MAKE(make_year_close)
{
    struct tj_str none = { 0 };
    int year = tj_year_of_word(none, now);
    struct tj_period p = years(year, year);
    p.point = !tj_equal(g[0], TJ_STR("全年"));
    p.relative = true;
    return p;
}

/* 2001年…。20年后，… */
MAKE(make_years_later)
{
    int year = now->sticky ? now->sticky + number(g[0]) : 0;
    return year && year <= now->year ? years(year, year) : (struct tj_period){ 0 };
}

MAKE(make_coming)
{
    int count = number(g[0]);
    if (now->year == 0 || count < 2 || count > 60) return (struct tj_period){ 0 };
    return years(now->year, now->year + count - 1);
}
MAKE(make_within) /* 五年内将 */
{
    bool plan = number(g[0]) == 5 && now->plan_end;
    return plan ? years(now->plan_end - 4, now->plan_end) : make_coming(g, now);
}
#undef MAKE
#undef USES_NO_NOW

tj_make_period *tj_period_maker(struct tj_str name)
{
    static const struct {
        struct tj_str name;
        tj_make_period *make;
    } makers[] = {
#define ROW(pattern, function) { { pattern, sizeof(pattern) - 1 }, function }
        ROW("span_to_month", make_span_to_month),
        ROW("span_years", make_span),
        ROW("year_months", make_year_months),
        ROW("year_day_range", tj_make_year_days),
        ROW("year_day", tj_make_year_day),
        ROW("year_month", make_year_month),
        ROW("year_quarters", make_year_quarters),
        ROW("year_quarter", make_year_quarter),
        ROW("year_half", make_year_half),
        ROW("year_first_months", make_year_months),
        ROW("since_year", make_since),
        ROW("year_end", make_year_end),
        ROW("year", make_year),
        ROW("chinese_day", tj_make_chinese_day),
        ROW("chinese_span", make_chinese_span),
        ROW("chinese_year", make_chinese_year),
        ROW("plan_span", make_plan_span),
        ROW("plan_end", make_plan_end),
        ROW("months", make_months),
        ROW("month_span", make_month_span),
        ROW("day_range", tj_make_days),
        ROW("month_day", tj_make_month_day),
        ROW("month", make_month),
        ROW("first_months", make_first_months),
        ROW("quarters", make_quarters),
        ROW("quarter", make_quarter),
        ROW("half", make_half),
        ROW("relative_month", make_relative_month),
        ROW("relative_months", make_relative_months),
        ROW("relative_year", make_relative_year),
        ROW("year_close", make_year_close),
        ROW("past_years", make_past),
        ROW("years_until_now", make_until_now),
        ROW("within_years", make_within),
        ROW("relative_months_from_first", make_relative_months),
        ROW("coming_years", make_coming),
        ROW("years_later", make_years_later),
        ROW("month_end", make_month_end),
#undef ROW
    };
    for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++)
        if (tj_equal(makers[i].name, name)) return makers[i].make;
    return make_nothing;
}

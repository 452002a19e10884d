#include "extract/recognise/period_days.h"

#include "extract/recognise/numeral.h"
#include "extract/recognise/period_year.h"

static int number(struct tj_str s) { return tj_small_number(s); }

static struct tj_period day(int year, struct tj_str month, struct tj_str day_of)
{
    return (struct tj_period){ TJ_P_DAY, year, year, number(month), number(day_of), false, false };
}

/* From one day up to another, each month * 100 + day; empty if the second is not later. */
static struct tj_period days(int first, int last, int from, int to)
{
    if (last < first || (last == first && to <= from)) return (struct tj_period){ 0 };
    return (struct tj_period){ TJ_P_DAYS, first, last, from, to, false, false };
}

struct tj_period tj_make_year_day(const struct tj_str *g, const struct tj_now *now)
{
    (void)now;
    return day(number(g[0]), g[1], g[2]);
}

struct tj_period tj_make_chinese_day(const struct tj_str *g, const struct tj_now *now)
{
    (void)now;
    return day(tj_chinese_year(g[0]), g[1], g[2]);
}

struct tj_period tj_make_month_day(const struct tj_str *g, const struct tj_now *now)
{
    return day(tj_year_of_month(number(g[0]), now), g[0], g[1]);
}

struct tj_period tj_make_days(const struct tj_str *g, const struct tj_now *now)
{
    int year = tj_year_of_month(number(g[0]), now), month = g[2].len ? number(g[2]) : number(g[0]);
    return days(year, year, number(g[0]) * 100 + number(g[1]), month * 100 + number(g[3]));
}

struct tj_period tj_make_year_days(const struct tj_str *g, const struct tj_now *now)
{
    (void)now;
    int first = number(g[0]), last = g[3].len ? number(g[3]) : first;
    int month = g[4].len ? number(g[4]) : number(g[1]);
    return days(first, last, number(g[1]) * 100 + number(g[2]), month * 100 + number(g[5]));
}

/* Days, and spans of days, from what the patterns found: the groups of a match, in the order of periods.pcre. Each returns an
   empty period where the numbers make none. */
#ifndef TJ_PERIOD_DAYS_H
#define TJ_PERIOD_DAYS_H

#include "extract/recognise/period.h"

/* 2024年3月5日; 二〇二六年一月二十七日; 3月8日, of the year that `now` makes likely. */
struct tj_period tj_make_year_day(const struct tj_str *groups, const struct tj_now *now);
struct tj_period tj_make_chinese_day(const struct tj_str *groups, const struct tj_now *now);
struct tj_period tj_make_month_day(const struct tj_str *groups, const struct tj_now *now);

/* 10月1日至7日, 4月29日至5月3日; 2022年12月31日至2023年1月1日. */
struct tj_period tj_make_days(const struct tj_str *groups, const struct tj_now *now);
struct tj_period tj_make_year_days(const struct tj_str *groups, const struct tj_now *now);

#endif

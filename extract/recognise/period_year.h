/* Which year words mean. */
#ifndef TJ_PERIOD_YEAR_H
#define TJ_PERIOD_YEAR_H

#include "extract/recognise/period.h"

/* 二〇二六 as 2026. */
int tj_chinese_year(struct tj_str digits);

/* The year of 今年, 去年 … or, if `word` is empty, the year the text speaks of; 0 if that is not known. */
int tj_year_of_word(struct tj_str word, const struct tj_now *now);

/* The same for a part of a year (前8个月, 上半年): of the document's year where the year in hand is stale. */
int tj_year_of_part(struct tj_str word, const struct tj_now *now);

/* Does the text speak of the plan that is under way (now->plan_end), not of the five years before it? */
bool tj_is_of_plan(const struct tj_now *now);

/* 今年6月 is past or to come; a bare 12月 in a text of January is last year's. */
int tj_year_of_month(int month, const struct tj_now *now);

/* The last `count` years, up to the year in hand or the document's; before the month `closes` they end with the year before. None
   if the document has no year or the count is no number of years. */
struct tj_period tj_years_back(int count, const struct tj_now *now, int closes);

#endif

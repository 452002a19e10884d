/* Which year words mean. */
#ifndef TJ_PERIOD_YEAR_H
#define TJ_PERIOD_YEAR_H

#include "extract/recognise/period.h"

/* 二〇二六 as 2026. */
int tj_chinese_year(struct tj_str digits);

/* The year of 今年, 去年 … or, if `word` is empty, the year the text speaks of; 0 if that is not known. */
int tj_year_of_word(struct tj_str word, const struct tj_now *now);

/* 今年6月 is past or to come; a bare 12月 in a text of January is last year's. */
int tj_year_of_month(int month, const struct tj_now *now);

#endif

/* 一、二、三季度分别为…, 2021年和2022年分别…: values handed out to times. */
#ifndef TJ_LIST_PERIODS_H
#define TJ_LIST_PERIODS_H

#include "extract/attribute/figure/lists.h"
#include "extract/attribute/walk.h"

/* The times that `count` values are of, which begin with mention `first`: the last that the sentence lists before them,
   a span of as many years, or the quarters or months of 一、二、三季度. False if it lists none, or another number. */
bool tj_list_periods(const struct tj_walk *walk, size_t first, size_t count,
                     struct tj_period periods[TJ_MAX_LIST]);

#endif

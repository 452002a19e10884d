/* Whether a time is what figures are of, or only compared with, built on, or when something began. */
#ifndef TJ_PERIOD_ROLE_H
#define TJ_PERIOD_ROLE_H

#include "extract/attribute/walk.h"

/* 自2010年启动, 自2018年开通以来: does the period say when something began? */
bool tj_period_is_beginning(const struct tj_walk *walk, const struct tj_mention *mention);

/* Is `period`, which mention `i` means, a time that figures are of? False for 比2012年, 2023年的九成, 在上年增产的基础上, and for days on
   which something happens. */
bool tj_period_is_of_figures(const struct tj_walk *walk, size_t i, const struct tj_period *period);

#endif

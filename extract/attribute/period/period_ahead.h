/* Times that mean another than their words say, and times that are still to come. */
#ifndef TJ_PERIOD_AHEAD_H
#define TJ_PERIOD_AHEAD_H

#include "extract/attribute/walk.h"

/* 当月 of 1—8月, 月末 behind 12月末, 预计于9月 said in August: the month that is meant. False if the words mean what they say. */
bool tj_period_meant(const struct tj_walk *walk, const struct tj_mention *mention, struct tj_period *out);

/* “七五”计划, 今后五年: keeps in frame->ahead the years to come that a report speaks of, if they have begun or are about to. */
void tj_note_years_ahead(struct tj_frame *frame, const struct tj_period *period);

/* Does the period say that the sentence speaks of what is to come: 未来三年, 到年底 said in March, 2024年 said early in that year? */
bool tj_period_is_ahead(const struct tj_walk *walk, const struct tj_mention *mention);

/* 国民生产总值将比|1980年增长1.7倍: is it the base of what is promised? */
bool tj_period_is_base_of_promise(const struct tj_walk *walk, const struct tj_mention *mention);

#endif

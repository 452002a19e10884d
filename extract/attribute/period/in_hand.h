/* The time that is in hand where a figure says none. */
#ifndef TJ_IN_HAND_H
#define TJ_IN_HAND_H

#include "extract/attribute/bind.h"

/* The time that the figure is of as far as the text tells: its own, else the sentence's, the section's or the paragraph's. */
struct tj_period tj_period_in_hand(const struct tj_frame *frame, const struct tj_figure *figure);

/* 去年同期: the time in hand, a year before. No time if that is not known. */
struct tj_period tj_period_year_before(const struct tj_frame *frame, const struct tj_figure *figure);

/* 2020年同期 in a text of 1—2月: that part of the year that the sentence or paragraph speaks of, in frame->arena; the year itself
   if it speaks of no part. */
const struct tj_period *tj_period_same_part(const struct tj_frame *frame, const struct tj_period *year);

#endif

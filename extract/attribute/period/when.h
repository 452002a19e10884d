/* When a figure is of. */
#ifndef TJ_WHEN_H
#define TJ_WHEN_H

#include "extract/attribute/bind.h"

/* What stands between the last comma or semicolon and the number. */
struct tj_str tj_clause_of_figure(const struct tj_frame *frame, const struct tj_figure *figure);

/* Is it of what was done in its time (新增五星级饭店16家), not of what is there? */
bool tj_is_flow(const struct tj_frame *frame, const struct tj_figure *figure);

/* Fills the fact's period, whose text lives in frame->keep: the figure's own, else the sentence's, the section's, the
   paragraph's. Of a span of years a stock takes the last, a flow the whole; growth over a span has the year before it
   as basis. Measure, status and basis must be filled. */
void tj_fill_period(const struct tj_frame *frame, struct tj_fact *fact, const struct tj_figure *figure);

/* 竣工后每年引水34亿立方米: is it of works that are not done yet? When they will be is not said. */
bool tj_waits_for_works(const struct tj_frame *frame, const struct tj_figure *figure);

#endif

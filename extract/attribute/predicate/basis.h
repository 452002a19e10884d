/* What a change is against: the year before, the month before, an average of years, a year that is named. */
#ifndef TJ_BASIS_H
#define TJ_BASIS_H

#include "extract/attribute/bind.h"

/* Is it growth, or a change in the statistic's own unit? */
bool tj_is_change(enum tj_measure measure);

/* Growth told behind a rise from one year to another, with no time of its own, is between the two. */
bool tj_is_of_rise(const struct tj_frame *frame, const struct tj_fact *fact, const struct tj_figure *figure);

/* Fills the basis of a change: yoy, mom, avg, base:YEAR or other. Other facts have none. */
void tj_bind_basis(const struct tj_frame *frame, struct tj_fact *fact, const struct tj_figure *figure);

/* At the end of a sentence: keeps what the next one may go on with. */
void tj_note_basis(struct tj_frame *frame);

#endif

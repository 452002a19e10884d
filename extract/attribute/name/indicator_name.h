/* What a record calls its statistic: the dictionary's name, or the text's own words turned the way statistics are named. */
#ifndef TJ_INDICATOR_NAME_H
#define TJ_INDICATOR_NAME_H

#include "extract/attribute/bind.h"

/* Fills indicator_raw, the words of the text, and indicator, from the figure's name. Both live in frame->keep or in the
   lexicon. Measure and region of the fact must be filled. */
void tj_fill_indicator(const struct tj_frame *frame, struct tj_fact *fact, const struct tj_figure *figure);

/* Does the unit, in UCUM or the counter's own word, measure goods: tonnes, cubic metres, kilowatt hours, vehicles? */
bool tj_counts_goods(struct tj_str unit);

#endif

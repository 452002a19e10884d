/* From what a pattern of periods.pcre matched to a period: one small function a pattern. */
#ifndef TJ_PERIOD_MAKE_H
#define TJ_PERIOD_MAKE_H

#include "extract/recognise/period.h"

/* Makes the period from the pattern's groups; kind TJ_P_NONE if it means none. */
typedef struct tj_period tj_make_period(const struct tj_str *groups, const struct tj_now *now);

/* The maker that belongs to a pattern by its name; one that makes nothing if the name is not known. */
tj_make_period *tj_period_maker(struct tj_str pattern);

#endif

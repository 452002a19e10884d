/* The record's text of a period, taken apart: 2023, 2023-Q1, 2023-H1, 2023-11, 2023-12-31, and spans a/b. */
#ifndef TJ_TIME_SPAN_H
#define TJ_TIME_SPAN_H

#include "extract/base/str.h"

enum tj_span_unit { TJ_SPAN_YEAR, TJ_SPAN_HALF, TJ_SPAN_QUARTER, TJ_SPAN_MONTH, TJ_SPAN_DAY };

/* One end: its first and last month, counted from year 0, and the day if it is one. */
struct tj_span_end {
    enum tj_span_unit unit;
    int first, last, day; /* first % 12 + 1 is the month, first / 12 the year */
};

struct tj_time_span {
    struct tj_span_end from, to; /* equal for a single period */
    bool single;
};

/* False for empty text, for what is no period, and for a span that ends before it begins. */
bool tj_time_span_read(struct tj_str text, struct tj_time_span *out);

#endif

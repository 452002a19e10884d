/* The periods that facts cover: reading their canonical text, their order, and how people write them.

     struct tj_when w;
     tj_when_read(TJ_STR("2023-Q1/2023-Q3"), &w)   w.kind is TJ_QUARTERS_TO_DATE
     tj_when_label(w, false, out)                  2023年前三季度; in English Q1–Q3 2023 */
#ifndef TJ_REPORT_PERIOD_H
#define TJ_REPORT_PERIOD_H

#include "extract/base/buffer.h"

/* Kinds are never mixed in one row of figures: a sum from January on is no single month. */
#define TJ_WHEN_KINDS(X)                                  \
    X(TJ_YEAR, "year")                 /* 2023 */         \
    X(TJ_HALF, "half")                 /* 2023-H1 */      \
    X(TJ_QUARTER, "quarter")           /* 2023-Q1 */      \
    X(TJ_QUARTERS_TO_DATE, "quarters") /* 前三季度 */ \
    X(TJ_MONTH, "month")               /* 2023-11 */      \
    X(TJ_MONTHS_TO_DATE, "months")     /* 1—11月 */    \
    X(TJ_YEARS, "years")               /* 2021/2025 */    \
    X(TJ_DAY, "day")                   /* 2023-12-31 */   \
    X(TJ_SPAN, "span")                 /* anything else */

#define TJ_WHEN_ID(id, word) id,
enum tj_when_kind { TJ_WHEN_KINDS(TJ_WHEN_ID) TJ_WHEN_KIND_COUNT };
#undef TJ_WHEN_ID

/* `from` and `to` are the first and the last day, as year*10000 + month*100 + day (31 for any month's end),
   so that they compare as numbers. */
struct tj_when {
    enum tj_when_kind kind;
    int32_t from, to;
};

/* False, leaving *out alone, for empty text and for what is no period. */
bool tj_when_read(struct tj_str text, struct tj_when *out);

/* By kind, then by the last day, then by the first: -1, 0, 1. */
int tj_when_order(struct tj_when a, struct tj_when b);

/* The same period a year before; false for spans of several years, which have none. */
bool tj_when_year_before(struct tj_when when, struct tj_when *out);

/* The period of the same kind just before: the quarter before, December before January. False for sums that
   run from January on (1—11月, 前三季度), for spans and for days. */
bool tj_when_before(struct tj_when when, struct tj_when *out);

int tj_when_year(struct tj_when when); /* in which it ends */

/* As a column heading; appends to `out`. */
void tj_when_label(struct tj_when when, bool english, struct tj_buffer *out);

#endif

/* The columns of the summary: for each period its values and what the template sets beside them, each only
   where there is any; at the end the mean growth over the years. And the numbers that are computed for them.
   Only sheet_summary.c uses this. */
#ifndef TJ_SUMMARY_COLUMNS_H
#define TJ_SUMMARY_COLUMNS_H

#include "report/growths.h"
#include "report/making.h"

/* A slot is TJ_SLOT_VALUE, or TJ_SLOT_FIRST + an enum tj_comparison; the years that a mean growth spans
   stand right behind it. */
enum { TJ_SLOT_VALUE, TJ_SLOT_FIRST, TJ_SLOT_YEARS = TJ_SLOT_FIRST + TJ_COMPARISON_COUNT };

struct tj_summary_column {
    unsigned slot;
    size_t period; /* of the plan; for the slots of all years the plan's column_count */
};

struct tj_summary_columns {
    struct tj_summary_column *at;
    size_t count;
    uint32_t *ranks[2]; /* of values, of growths: [row * periods + period], 0 for none; NULL if not asked */
};

void tj_summary_columns_make(const struct tj_making *making, struct tj_summary_columns *out);

/* What stands in a computed slot of a row. */
struct tj_compared tj_summary_compare(const struct tj_making *making, const struct tj_plan_row *row,
                                      struct tj_summary_column column);

uint32_t tj_summary_rank(const struct tj_making *making, const struct tj_summary_columns *columns, size_t row,
                         struct tj_summary_column column);

/* The period that a computed slot compares with; false for slots that have none. */
bool tj_summary_before(const struct tj_making *making, struct tj_summary_column column, struct tj_when *out);

/* The plan's columns of the first and last year whose values can be compared; false below two years. */
bool tj_summary_span(const struct tj_making *making, const struct tj_plan_row *row, size_t *first,
                     size_t *last);

/* The formula that gives a computed number of a row, where what it needs stands in that row too; else
   nothing. `place` is the sheet's row and the first of `columns` in the sheet. */
struct tj_place {
    uint32_t row;
    unsigned first;
};
struct tj_str tj_summary_formula(const struct tj_making *making, const struct tj_summary_columns *columns,
                                 const struct tj_plan_row *row, struct tj_summary_column column,
                                 struct tj_place place);

#endif

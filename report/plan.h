/* What stands where in the summary: rows are indicators of regions, columns are periods, each with a value and
   its growth on the year before. No cell is written here.

   Rows: the template's indicators in its order, then so many of the others as it asks for, most figures first;
   by region, in the template's order or by code (countries first). An indicator that a region states in two
   units has two rows; the growth stands in the first. Columns: the latest periods of each kind that the
   template asks for; a region whose figures are all older gets the latest period of its own besides. */
#ifndef TJ_PLAN_H
#define TJ_PLAN_H

#include "report/number.h"
#include "report/series.h"

struct tj_plan_cell {
    const struct tj_figure *value, *growth; /* NULL where there is none */
};

struct tj_plan_row {
    uint32_t region, indicator;                 /* names of the ledger */
    uint32_t rank;                              /* template's order, others behind */
    const struct tj_template_indicator *listed; /* NULL for one of the others */
    struct tj_display display;
    bool has_values, country;
    struct tj_plan_cell *cells; /* one for each column */
};

struct tj_plan {
    struct tj_when *columns;
    bool *has_values, *has_growths; /* of each column: is there any? */
    size_t column_count;
    struct tj_plan_row *rows;
    size_t row_count, row_capacity;
    size_t facts; /* in the figures shown */
};

void tj_plan_make(struct tj_arena *arena, const struct tj_series *series, const struct tj_template *template,
                  const struct tj_display_units *units, bool english, struct tj_plan *out);

/* The template's row for an indicator's name, by name or alias; NULL if it lists none. */
const struct tj_template_indicator *tj_plan_listed(const struct tj_template *template, struct tj_str name);

/* What an indicator is called: the template's label, else its own name. */
struct tj_str tj_plan_indicator_name(const struct tj_plan_row *row, const struct tj_ledger *ledger,
                                     bool english);

#endif

#include "report/summary_columns.h"

/* The name of the cell that holds a period's value; false if the sheet has no such column. */
static bool value_cell(const struct tj_making *m, const struct tj_summary_columns *columns, size_t period,
                       struct tj_place place, struct tj_str *out)
{
    for (size_t i = 0; i < columns->count; i++)
        if (columns->at[i].slot == TJ_SLOT_VALUE && columns->at[i].period == period) {
            *out = tj_cell_name(m->arena, place.row, place.first + (unsigned)i);
            return true;
        }
    return false;
}

/* The plan's column of the period that a slot compares with, if the row has a value there. */
static bool earlier_period(const struct tj_making *m, const struct tj_plan_row *row,
                           struct tj_summary_column column, size_t *out)
{
    struct tj_when before;
    if (!tj_summary_before(m, column, &before)) return false;
    for (*out = 0; *out < m->plan->column_count; ++*out)
        if (tj_when_order(m->plan->columns[*out], before) == 0) return row->cells[*out].value != NULL;
    return false;
}

struct tj_str tj_summary_formula(const struct tj_making *m, const struct tj_summary_columns *columns,
                                 const struct tj_plan_row *row, struct tj_summary_column column,
                                 struct tj_place place)
{
    size_t from, to = column.period;
    struct tj_str then, now, none = TJ_STR("");
    bool yearly = column.slot == TJ_SLOT_FIRST + TJ_CMP_CAGR;
    if (column.slot == TJ_SLOT_FIRST + TJ_CMP_CONTRIBUTION) return none; /* the whole is another row's */
    if (yearly ? !tj_summary_span(m, row, &from, &to) : !earlier_period(m, row, column, &from)) return none;
    if (!value_cell(m, columns, from, place, &then) || !value_cell(m, columns, to, place, &now)) return none;
    if (yearly)
        return tj_print(m->arena, "=(%.*s/%.*s)^(1/%d)-1", TJ_ARG(now), TJ_ARG(then),
                        tj_when_year(m->plan->columns[to]) - tj_when_year(m->plan->columns[from]));
    if (tj_summary_compare(m, row, column).points)
        return tj_print(m->arena, "=(%.*s-%.*s)*100", TJ_ARG(now), TJ_ARG(then));
    return tj_print(m->arena, "=%.*s/%.*s-1", TJ_ARG(now), TJ_ARG(then));
}

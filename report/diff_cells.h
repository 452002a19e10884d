/* The numbers of a comparison as text, exact up to four decimals: 47,218.66, +5.2, ≥6%, 5%—5.5%. */
#ifndef TJ_DIFF_CELLS_H
#define TJ_DIFF_CELLS_H

#include "report/diff_show.h"

/* ▲ ▼ = + -, and ~ for a change that is no number, such as that of a range */
struct tj_str tj_diff_mark(const struct tj_diff_row *row);

/* The old or the new figure, with its bound, and ! behind it if its sources disagree; empty if there is none. */
struct tj_str tj_diff_value_text(const struct tj_diff_view *view, const struct tj_diff_row *row,
                                 const struct tj_diff_shown *shown, bool now);

/* The unit of the change, and of the figures too where they are no percentages, which carry their sign. */
struct tj_str tj_diff_unit_text(const struct tj_diff_shown *shown);

/* Empty where there is nothing to tell. */
struct tj_str tj_diff_change_text(const struct tj_diff_view *view, const struct tj_diff_shown *shown);
struct tj_str tj_diff_relative_text(const struct tj_diff_view *view, const struct tj_diff_row *row);
struct tj_str tj_diff_stated_text(const struct tj_diff_view *view, const struct tj_diff_row *row);

/* What the sources of the old or the new figure say, each number once with its first document. */
struct tj_str tj_diff_statements(const struct tj_diff_view *view, const struct tj_diff_row *row, bool now);

#endif

/* How a row of a comparison is shown, the same on a terminal and in a workbook: both figures and their change
   in one scale, changes of rates in percentage points, what is compared in words. */
#ifndef TJ_DIFF_SHOW_H
#define TJ_DIFF_SHOW_H

#include "report/compare.h"
#include "report/diff_words.h"
#include "report/number.h"

/* A comparison with all that is needed to show it. */
struct tj_diff_view {
    struct tj_arena *arena;
    const struct tj_diff *diff;
    const struct tj_template *template;
    const struct tj_display_units *units;
    struct tj_str old_name, new_name; /* of the editions */
    bool english;
};

/* The program's own table of units. */
enum tj_status tj_diff_units(struct tj_arena *arena, const struct tj_display_units **out,
                             struct tj_error *err);

struct tj_diff_shown {
    struct tj_display value;  /* of both figures: unit, power, decimals */
    struct tj_display change; /* of what is in `difference`; its unit is empty if it is that of the figures */
    struct tj_decimal difference;
};
struct tj_diff_shown tj_diff_show(const struct tj_diff_view *view, const struct tj_diff_row *row);

/* The same for what the text states: a ratio, or points. */
struct tj_display tj_diff_show_stated(const struct tj_diff_view *view, const struct tj_fact *stated);

struct tj_str tj_diff_say(const struct tj_diff_view *view, enum tj_diff_word word);
struct tj_str tj_diff_indicator(const struct tj_diff_view *view, const struct tj_diff_row *row);

/* 水平; 增速; 目标·增速; 增速·环比. */
struct tj_str tj_diff_measure(const struct tj_diff_view *view, const struct tj_diff_row *row);

/* Between years without the year where that can be: 全年, 1—11月; else as always. */
struct tj_str tj_diff_period(const struct tj_diff_view *view, const struct tj_diff_row *row);

struct tj_str tj_diff_kind_word(const struct tj_diff_view *view, enum tj_diff_kind kind);

/* What the old and the new column are called: the years, or 旧版 and 新版. */
struct tj_str tj_diff_column(const struct tj_diff_view *view, bool now);

/* One line of what is compared, and one of how much changed. */
struct tj_str tj_diff_title(const struct tj_diff_view *view);
struct tj_str tj_diff_summary(const struct tj_diff_view *view);

/* The years of the figures, a line each, with how many figures there are of each kind of period, for a
   person who asked for others: "  2023  year 34, months 2". */
void tj_diff_put_years(const struct tj_series *series, struct tj_buffer *out);

/* How many facts could not be compared. */
size_t tj_diff_left_out(const struct tj_diff *diff);

#endif

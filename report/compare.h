/* What changed: figures paired, between two years of one set of facts or between two editions of it.

   Two figures are a pair if region, indicator (joined by the template's aliases), measure, unit, basis and
   standing are the same, and the period: between editions the very same one; between years the same stretch of
   either year, so that 1—11月 meets 1—11月 and never a single month or the whole year. A period that lies in
   two years belongs to the one in which it ends. Facts without region, indicator or period are no figures.

     struct tj_diff diff;
     tj_diff_years(arena, &series, template, (struct tj_diff_span){ 2022, 2023 }, &diff);
     for (size_t i = 0; i < diff.row_count; i++) ... diff.rows[i] ... */
#ifndef TJ_COMPARE_H
#define TJ_COMPARE_H

#include "report/series.h"

enum tj_diff_kind {
    TJ_DIFF_CHANGED, /* between editions: revised */
    TJ_DIFF_SAME,    /* between years only; between editions they are counted and are no rows */
    TJ_DIFF_NEW,
    TJ_DIFF_GONE,
    TJ_DIFF_KIND_COUNT
};

struct tj_diff_row {
    enum tj_diff_kind kind;
    struct tj_str region, region_code, indicator;
    const struct tj_template_indicator *listed; /* NULL if the template has no such indicator */
    const struct tj_figure *old, *now;          /* NULL where there is none */
    const struct tj_figure *stated; /* the growth, or the change of a rate in points, that the text of `now`
                                       states for the same two years; NULL if it states none */
    struct tj_decimal change;       /* now less old, exact; unknown for ranges */
    double relative;                /* change / old; of levels that are no rates and begin above nothing */
    bool has_relative;
};

struct tj_diff_span {
    int old, now; /* years */
};

struct tj_diff {
    const struct tj_series *old, *now; /* between years the same */
    bool by_year;
    struct tj_diff_span span;
    struct tj_diff_row
        *rows; /* by region; in it changed and same by the template's order, then new, then gone */
    size_t row_count;
    size_t counts[TJ_DIFF_KIND_COUNT];
    size_t risen, fallen; /* of the changed */
    size_t conflicts;     /* rows of which one side's sources disagree */
};

void tj_diff_years(struct tj_arena *arena, const struct tj_series *series, const struct tj_template *template,
                   struct tj_diff_span span, struct tj_diff *out);

/* A figure is unchanged if its sources say the same numbers, or, where they do not contradict each other, share
   a statement: a second source that says 超126万亿元 revises nothing. */
void tj_diff_editions(struct tj_arena *arena, const struct tj_series *old, const struct tj_series *now,
                      const struct tj_template *template, struct tj_diff *out);

/* Leaves only the rows of the kinds that are set (1u << kind), or with `conflicts` those of which sources
   disagree too. The counts stay. */
void tj_diff_keep(struct tj_diff *diff, unsigned kinds, bool conflicts);

/* Do the sources of either side disagree? */
bool tj_diff_in_conflict(const struct tj_diff_row *row);

/* The latest year of whose results some can be compared with an earlier year, and the latest such earlier
   year; false if there are none. */
bool tj_diff_latest(const struct tj_series *series, struct tj_diff_span *out);

/* A fact of a row: the one that stands for its figure in the old or the new set. The figure must be there. */
struct tj_fact tj_diff_old(const struct tj_diff *diff, const struct tj_diff_row *row);
struct tj_fact tj_diff_now(const struct tj_diff *diff, const struct tj_diff_row *row);

/* The new one, of what is gone the old one. */
struct tj_fact tj_diff_fact(const struct tj_diff *diff, const struct tj_diff_row *row);

/* Rates and shares, whose changes are in percentage points: what is kept as a ratio. */
bool tj_diff_is_rate(const struct tj_fact *fact);

/* The same numbers and the same bound. */
bool tj_diff_same_statement(const struct tj_fact *a, const struct tj_fact *b);

/* 1 if the number rose, -1 if it fell, 0 if neither or nobody can tell. */
int tj_diff_direction(const struct tj_diff_row *row);

/* 1 if the template says that the change is for the better, -1 for the worse; 0 for indicators that it does
   not list, for targets, for measures of which neither is good, and where sources disagree. */
int tj_diff_mood(const struct tj_diff *diff, const struct tj_diff_row *row);

#endif

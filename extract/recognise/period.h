/* Periods: what a text says of when, and what that is once the document's date and what stands before are
   known. Written as ISO 8601 where it has a form (2023, 2023-11, 2023-12-31; a/b for an interval), with
   2023-Q1 and 2023-H1 for quarters and halves. */
#ifndef TJ_PERIOD_H
#define TJ_PERIOD_H

#include "extract/lexicon/lexicon.h"

enum tj_period_kind {
    TJ_P_NONE,
    TJ_P_YEAR,     /* first..last years; one year if equal */
    TJ_P_HALF,     /* a = 1 or 2 */
    TJ_P_QUARTER,  /* a = 1..4 */
    TJ_P_QUARTERS, /* a..b: 前三季度 is 1..3 */
    TJ_P_MONTH,    /* a */
    TJ_P_MONTHS,   /* a..b */
    TJ_P_DAY,      /* month a, day b */
    TJ_P_DAYS,     /* from a to b, each month * 100 + day */
};

/* A period; first == 0 is a year not known yet. */
struct tj_period {
    enum tj_period_kind kind;
    int first, last; /* years; the same but for TJ_P_YEAR and TJ_P_MONTHS */
    int a, b;
    bool point;    /* a stock's date: 年末, 11月末 */
    bool relative; /* 去年, 当月: needs `now` to be known */
};

/* One year. */
static inline struct tj_period tj_year_of(int year)
{
    return (struct tj_period){ .kind = TJ_P_YEAR, .first = year, .last = year };
}

/* Is it a day, or days, and no longer time? */
static inline bool tj_period_is_of_days(const struct tj_period *p)
{
    return p->kind == TJ_P_DAY || p->kind == TJ_P_DAYS;
}

/* The month up to which articles tell of the year before. */
enum { TJ_SEASON = 3 };

/* What relative words count from. */
struct tj_now {
    int year, month, day; /* the document's date; 0 if not known */
    int sticky;           /* the year the text last spoke of; 0 if none */
    bool stale;   /* that was in an earlier paragraph of an article, which may be back in its own year */
    int plan_end; /* the last of the five years of the plan that the document speaks of; 0 if none */
    bool of_plan; /* the paragraph has named it */
};

/* Reads a period at `at`; false if none. Years that the text leaves out are filled from `now` where that is
   certain enough, else left 0. *len is in bytes. */
bool tj_period_at(const struct tj_lexicon *lexicon, struct tj_matcher *matcher, struct tj_str text, size_t at,
                  const struct tj_now *now, struct tj_period *out, size_t *len);

/* The month that a half, quarters or months of a year end with, 1 to 12; 0 for any other time. */
int tj_period_last_month(const struct tj_period *period);

/* Is the period over on the day of `now`? False where either is not known. */
bool tj_period_is_over(const struct tj_period *period, const struct tj_now *now);

/* The years of a five-year plan by its number (14: 2021 to 2025). */
void tj_plan_years(int number, int *first, int *last);

/* The record's text for a period, made in `arena`; empty if the year is not known. */
struct tj_str tj_period_text(struct tj_arena *arena, const struct tj_period *period);

#endif

/* What the makers of sheets share while a workbook is being written. Only report.c and sheet_*.c use it. */
#ifndef TJ_MAKING_H
#define TJ_MAKING_H

#include "report/look.h"
#include "report/plan.h"
#include "report/report.h"
#include "report/text.h"

enum {
    TJ_FACTS_HEADER = 0, /* the header row of a sheet of facts */
    TJ_FACTS_LINKED = 4, /* the column that links lead to: the value */
    TJ_ROW_POINTS = 18,
};

/* Where a fact is shown first, for the link back. */
struct tj_shown {
    uint32_t row;
    uint16_t column, sheet; /* the sheet's place among the template's, from 1; 0: shown nowhere */
};

struct tj_making {
    struct tj_arena *arena;
    const struct tj_report_job *job;
    const struct tj_ledger *ledger;
    const struct tj_template *template;
    const struct tj_series *series;
    const struct tj_plan *plan;
    const struct tj_display_units *units;
    struct tj_book *book;
    struct tj_look look;
    bool english;
    struct tj_sheet **fact_sheets; /* none if the template has no sheet of facts */
    size_t fact_sheet_count;
    size_t facts_rows;        /* facts on one of them */
    struct tj_sheet **sheets; /* one for each of the template's; of the facts' the first */
    struct tj_shown *shown;   /* for each fact of the ledger */
};

void tj_sheet_summary(const struct tj_making *making, struct tj_sheet *sheet,
                      const struct tj_template_sheet *spec);
void tj_sheet_targets(const struct tj_making *making, struct tj_sheet *sheet,
                      const struct tj_template_sheet *spec);
void tj_sheet_regions(const struct tj_making *making, struct tj_sheet *sheet,
                      const struct tj_template_sheet *spec);
void tj_sheet_facts(const struct tj_making *making);
void tj_sheet_notes(const struct tj_making *making, struct tj_sheet *sheet,
                    const struct tj_template_sheet *spec);
void tj_sheet_trends(const struct tj_making *making, struct tj_sheet *sheet,
                     const struct tj_template_sheet *spec);
void tj_sheet_audit(const struct tj_making *making, struct tj_sheet *sheet,
                    const struct tj_template_sheet *spec);

struct tj_spot {
    struct tj_sheet *sheet;
    uint32_t row;
    unsigned column;
    bool group; /* first row of a region */
};

/* One figure: a number in the display's scale, or the words of a range; linked, and marked if doubted, with what the
   other sources say in a note. */
void tj_making_figure(const struct tj_making *making, struct tj_spot at, const struct tj_figure *figure,
                      const struct tj_display *display);

/* The charts of a summary, with the small tables that they show, from `row` on. */
void tj_sheet_charts(const struct tj_making *making, struct tj_sheet *sheet,
                     const struct tj_template_sheet *spec, uint32_t row);

/* The charts of targets against results, with their small tables, from `row` on. */
struct tj_pairs;
void tj_sheet_target_charts(const struct tj_making *making, struct tj_sheet *sheet,
                            const struct tj_template_sheet *spec, const struct tj_pairs *pairs, uint32_t row);

bool tj_target_charts_any(const struct tj_making *making, const struct tj_template_sheet *spec,
                          const struct tj_pairs *pairs);

/* For the note of a cell: the statements of a figure that are not shown, one a line. */
struct tj_str tj_making_others(const struct tj_making *making, const struct tj_figure *figure);

/* Title and subtitle in rows 0 and 1. */
void tj_making_heading(const struct tj_making *making, struct tj_sheet *sheet, struct tj_str name);

/* Where a fact stands. */
struct tj_link tj_making_link(const struct tj_making *making, uint32_t fact);

/* Says that a figure stands in this cell, so that its facts link back to it. */
void tj_making_shown(const struct tj_making *making, const struct tj_sheet *sheet, uint32_t row,
                     unsigned column, const struct tj_figure *figure);

/* Where a fact is shown; no link if it is not. */
struct tj_link tj_making_back(const struct tj_making *making, uint32_t fact);

static inline struct tj_str tj_making_word(const struct tj_making *m, enum tj_word word)
{
    return tj_str_of(tj_word(word, m->english));
}

static inline struct tj_str tj_making_name(const struct tj_making *m, uint32_t name)
{
    return tj_pool_at(&m->ledger->names, name);
}

struct tj_str tj_making_when(const struct tj_making *making, struct tj_when when);

/* A format with the bound in front: 约, >, ≥, <, ≤. */
struct tj_str tj_making_bounded(const struct tj_making *making, struct tj_str format, enum tj_bound bound);

/* Noon, UTC, of a YYYY-MM-DD in seconds since 1970; 0 if it is none. */
int64_t tj_making_noon(struct tj_str date);

/* The row heights, footer and print set-up that all sheets share. */
void tj_making_lay_out(struct tj_sheet *sheet, const struct tj_making *making, struct tj_layout layout);

#endif

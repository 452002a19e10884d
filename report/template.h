/* What a workbook holds and how it is laid out, as an analyst wrote it down: templates/quarterly.yaml
   explains every key. Reading is strict: an unknown key, a key twice, a wrong type are errors that name file,
   line, column and what is allowed.

     const struct tj_template *t;
     status = tj_template_read(arena, bytes, "mine.yaml", &t, err); */
#ifndef TJ_TEMPLATE_H
#define TJ_TEMPLATE_H

#include "extract/base/arena.h"
#include "extract/base/status.h"

struct tj_label {
    struct tj_str zh, en; /* each stands in where the other is left out */
};

struct tj_template_indicator {
    struct tj_str name; /* canonical, as facts have it */
    struct tj_label label;
    struct tj_label national; /* what it is called of a country; empty: `label` */
    struct tj_str *aliases;
    size_t alias_count;
    unsigned better;       /* enum tj_better */
    struct tj_str part_of; /* the indicator whose growth it contributes to; empty: of none */
    struct tj_label unit;  /* the one to show values in, as units.tsv names it; empty: by their size */
    struct tj_str format;  /* Excel's number format, instead of the one that the unit gives */
};
enum tj_better { TJ_HIGHER, TJ_LOWER };

struct tj_template_period {
    unsigned kind; /* enum tj_when_kind */
    unsigned last;
};

/* What stands beside the values of a summary, by period; `cagr` once for all years. */
#define TJ_COMPARISONS(X)                                                                   \
    X(TJ_CMP_STATED, "stated")             /* the growth that the text states */            \
    X(TJ_CMP_COMPUTED, "computed")         /* on the year before, from the values */        \
    X(TJ_CMP_PREVIOUS, "previous")         /* on the quarter or month before */             \
    X(TJ_CMP_CONTRIBUTION, "contribution") /* points of the growth of what it is part of */ \
    X(TJ_CMP_RANK, "rank")                 /* of the value among regions of one level */    \
    X(TJ_CMP_GROWTH_RANK, "growth_rank")   /* of the stated growth */                       \
    X(TJ_CMP_CAGR, "cagr")                 /* mean growth a year over the years shown */

/* The columns that a sheet of regions has for each indicator. */
#define TJ_REGION_COLUMNS(X)                                                           \
    X(TJ_RC_VALUE, "value")                                                            \
    X(TJ_RC_VALUE_RANK, "value_rank")                                                  \
    X(TJ_RC_GROWTH, "growth")                                                          \
    X(TJ_RC_GROWTH_RANK, "growth_rank")                                                \
    X(TJ_RC_RESULT, "result") /* growth or value, whichever the targets are said in */ \
    X(TJ_RC_RESULT_RANK, "result_rank")                                                \
    X(TJ_RC_TARGET, "target")                                                          \
    X(TJ_RC_TARGET_RANK, "target_rank")

#define TJ_CMP_ID(id, word) id,
enum tj_comparison { TJ_COMPARISONS(TJ_CMP_ID) TJ_COMPARISON_COUNT };
enum tj_region_column { TJ_REGION_COLUMNS(TJ_CMP_ID) TJ_REGION_COLUMN_COUNT };
#undef TJ_CMP_ID

enum tj_chart_kind { TJ_CHART_GROWTH, TJ_CHART_REGIONS, TJ_CHART_TREND, TJ_CHART_ATTAINMENT };
enum tj_chart_of { TJ_OF_VALUE, TJ_OF_GROWTH, TJ_OF_TARGET };
struct tj_template_chart {
    unsigned kind; /* enum tj_chart_kind */
    struct tj_label title;
    struct tj_str indicator, region; /* empty: chosen from the figures */
    unsigned most;                   /* bars or lines; 0 for the default */
    unsigned of;                     /* enum tj_chart_of: what lines of a trend and bars of regions show */
};

enum tj_sheet_kind {
    TJ_SHEET_SUMMARY,
    TJ_SHEET_TARGETS,
    TJ_SHEET_REGIONS,
    TJ_SHEET_TRENDS,
    TJ_SHEET_AUDIT,
    TJ_SHEET_FACTS,
    TJ_SHEET_NOTES,
    TJ_SHEET_KINDS
};
enum tj_target_rows { TJ_ROWS_ALL, TJ_ROWS_LISTED };
enum tj_target_order { TJ_ORDER_RESULTS, TJ_ORDER_REGION };
enum { TJ_LEVEL_AUTO }; /* before the levels of report/places.h */

struct tj_template_sheet {
    unsigned kind; /* enum tj_sheet_kind */
    struct tj_label title;
    struct tj_template_chart *charts;
    size_t chart_count;
    struct tj_str *indicators; /* targets, regions: only these of the template's; none: all of them */
    size_t indicator_count;
    unsigned rows, order; /* targets: enum tj_target_rows, enum tj_target_order */
    unsigned measure;     /* targets: 0 for any, else enum tj_measure + 1 */
    unsigned *columns;    /* regions: enum tj_region_column; none: all but result */
    size_t column_count;
    unsigned level; /* regions: 0 for the level with most figures, else enum tj_place_level + 1 */
    unsigned year;  /* regions: the year of the results; 0: chosen from the figures */
    struct tj_str
        correlate; /* regions: the indicator whose rank correlation with the others is told; empty: none */
};

struct tj_template {
    struct tj_label title;
    struct tj_str font;
    struct tj_str *regions; /* none: every region */
    size_t region_count;
    struct tj_template_period *periods;
    size_t period_count;
    struct tj_template_indicator *indicators;
    size_t indicator_count;
    struct tj_template_sheet *sheets;
    size_t sheet_count;
    unsigned *comparisons; /* of the summary: enum tj_comparison, in this order */
    size_t comparison_count;
    unsigned others;         /* so many indicators beyond the list */
    unsigned decimals;       /* most decimals in the summary */
    unsigned low_confidence; /* in percent */
};

enum tj_status tj_template_read(struct tj_arena *arena, struct tj_str bytes, const char *name,
                                const struct tj_template **out, struct tj_error *err);

/* The built-in template called `name` (quarterly, yearly, targets, regions); false if there is none. */
bool tj_template_builtin(struct tj_str name, struct tj_str *bytes);

struct tj_str tj_label_in(const struct tj_label *label, bool english);

#endif

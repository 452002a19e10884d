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
    struct tj_str *aliases;
    size_t alias_count;
    unsigned better;      /* enum tj_better */
    struct tj_str format; /* Excel's number format, instead of the one that the unit gives */
};
enum tj_better { TJ_HIGHER, TJ_LOWER };

struct tj_template_period {
    unsigned kind; /* enum tj_when_kind */
    unsigned last;
};

enum tj_chart_kind { TJ_CHART_GROWTH, TJ_CHART_REGIONS, TJ_CHART_TREND };
struct tj_template_chart {
    unsigned kind; /* enum tj_chart_kind */
    struct tj_label title;
    struct tj_str indicator, region; /* empty: chosen from the figures */
    unsigned most;                   /* bars or lines; 0 for the default */
};

enum tj_sheet_kind {
    TJ_SHEET_SUMMARY,
    TJ_SHEET_TARGETS,
    TJ_SHEET_REGIONS,
    TJ_SHEET_TRENDS,
    TJ_SHEET_AUDIT,
    TJ_SHEET_FACTS,
    TJ_SHEET_NOTES
};
struct tj_template_sheet {
    unsigned kind; /* enum tj_sheet_kind */
    struct tj_label title;
    struct tj_template_chart *charts;
    size_t chart_count;
    unsigned
        year; /* regions: the year of the results, targets being of the next; 0: the one with most figures */
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
    unsigned others;         /* so many indicators beyond the list */
    unsigned decimals;       /* most decimals in the summary */
    unsigned low_confidence; /* in percent */
};

enum tj_status tj_template_read(struct tj_arena *arena, struct tj_str bytes, const char *name,
                                const struct tj_template **out, struct tj_error *err);

/* The built-in template called `name` (quarterly); false if there is none. */
bool tj_template_builtin(struct tj_str name, struct tj_str *bytes);

struct tj_str tj_label_in(const struct tj_label *label, bool english);

#endif

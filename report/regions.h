/* Regions beside each other: for each indicator of the template the results of one year and the targets of the next,
   with ranks and quartiles. No cell is written here.

   Which regions: the template's, in its order; else all of one level (provinces, prefectures, counties by their GB/T 2260
   code), that with most figures. Which year: the one asked for, else that with most results. An indicator gives a column
   pair for each measure that at least two regions, and one in three, state: growth (同比), level or share. */
#ifndef TJ_REGIONS_H
#define TJ_REGIONS_H

#include "report/number.h"
#include "report/series.h"
#include "report/stats.h"

struct tj_region_cell {
    const struct tj_figure *figure; /* NULL: not stated */
    unsigned rank;                  /* standard competition; 0 where there is no number */
};

struct tj_regions_column {
    const struct tj_template_indicator *listed;
    enum tj_measure measure;
    struct tj_display display;
    struct tj_region_cell *cells; /* for each region */
    size_t count;                 /* cells with a number */
    bool target;                  /* of the next year; else a result of the year */
    bool has_quartiles;
    struct tj_quartiles quartiles; /* of the values as displayed */
};

struct tj_regions {
    int year;
    uint32_t *regions; /* names of the ledger */
    size_t region_count;
    struct tj_regions_column *columns; /* by indicator; result before target */
    size_t column_count;
};

void tj_regions_make(struct tj_arena *arena, const struct tj_series *series,
                     const struct tj_template *template, const struct tj_display_units *units, unsigned year,
                     bool english, struct tj_regions *out);

#endif

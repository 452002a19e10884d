/* Regions side by side: what a sheet of kind regions shows, and each figure's rank. No cell is written here.

   Rows are the template's regions in its order, or all regions of one level of the country by code. For each
   indicator: the results of one year (value, stated growth) and the targets of the next, or of the same year
   if nobody states any for the next. Where regions state an indicator in several units or ways, those in the
   commonest stand in the table, so that a column can be ranked. */
#ifndef TJ_REGIONS_H
#define TJ_REGIONS_H

#include "report/growths.h"
#include "report/template.h"

enum tj_region_slot { TJ_RS_VALUE, TJ_RS_GROWTH, TJ_RS_TARGET, TJ_REGION_SLOTS };

struct tj_region_cell {
    const struct tj_figure *figure; /* NULL: nothing said */
    struct tj_decimal number;       /* what it is ranked by: of a range the near end */
    uint32_t rank;                  /* 0: none */
};

struct tj_region_indicator {
    const struct tj_template_indicator *listed;
    struct tj_region_cell *cells[TJ_REGION_SLOTS]; /* each has one for each region; NULL if none is known */
};

struct tj_regions {
    uint32_t *regions; /* names of the ledger */
    size_t region_count;
    struct tj_region_indicator *indicators; /* those with figures only */
    size_t indicator_count;
    int result_year, target_year;
};

/* The slot of the results that are said as the targets are; without targets the growth, else the value. */
enum tj_region_slot tj_regions_result(const struct tj_series *series, const struct tj_regions *table,
                                      size_t indicator);

/* False if there is nothing to show. */
bool tj_regions_make(struct tj_arena *arena, const struct tj_series *series, const struct tj_template *t,
                     const struct tj_template_sheet *sheet, struct tj_regions *out);

#endif

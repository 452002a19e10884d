/* What the parts of a sheet of regions share: its table, columns and charts. Only sheet_region*.c use it. */
#ifndef TJ_SHEET_REGIONS_H
#define TJ_SHEET_REGIONS_H

#include "report/making.h"
#include "report/regions.h"

struct tj_regions_column {
    size_t indicator; /* of the table */
    unsigned kind;    /* enum tj_region_column */
};

struct tj_regions_sheet {
    const struct tj_making *m;
    struct tj_sheet *sheet;
    const struct tj_template_sheet *spec;
    struct tj_regions table;
    struct tj_regions_column *columns;
    size_t column_count;
};

/* One display for all figures of a column. */
struct tj_display tj_regions_display(const struct tj_regions_sheet *s, size_t indicator,
                                     enum tj_region_slot slot);

/* The lower quartile (1), the median (2) or the upper quartile (3) of a column, in its display, as Excel's
   QUARTILE has it: between the two nearest figures in proportion. False below two figures. */
bool tj_regions_quartile(const struct tj_regions_sheet *s, struct tj_regions_column column,
                         enum tj_region_slot slot, unsigned quarter, double *out);

/* Spearman's rank correlation of a column with the same kind of figures of another indicator, over the regions that
   have both; *count tells how many. False below four of them, or if one side is all the same. */
bool tj_regions_correlation(const struct tj_regions_sheet *s, struct tj_regions_column column,
                            enum tj_region_slot slot, size_t other, enum tj_region_slot other_slot,
                            double *rho, size_t *count);

/* The charts with their small tables, from `row` on. */
void tj_regions_charts(const struct tj_regions_sheet *s, uint32_t row);

#endif

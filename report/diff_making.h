/* What the makers of a comparison's workbook share. Only diff_sheet.c and diff_rows.c use it. */
#ifndef TJ_DIFF_MAKING_H
#define TJ_DIFF_MAKING_H

#include "report/diff_show.h"
#include "report/making.h"

struct tj_diff_making {
    const struct tj_diff_view *view;
    struct tj_book *book;
    struct tj_look look;
    struct tj_making old, now; /* each with its sheets of facts; between years the same ones */
};

/* The sheet of the comparison itself. */
void tj_diff_rows(const struct tj_diff_making *making, struct tj_sheet *sheet);

#endif

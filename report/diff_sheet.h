/* A comparison as a workbook: one sheet of rows, each figure linked to its sentence on a sheet of facts. */
#ifndef TJ_DIFF_SHEET_H
#define TJ_DIFF_SHEET_H

#include "extract/base/status.h"
#include "report/diff_show.h"

struct tj_diff_book {
    struct tj_str program; /* "tongji 0.1.0" */
    bool made_known;
    int64_t made; /* seconds since 1970, as in report.h */
};

/* Whole or not at all; the same facts give the same bytes. TJ_CANNOT_WRITE. */
enum tj_status tj_diff_book_write(const struct tj_diff_view *view, const struct tj_diff_book *book,
                                  const char *path, struct tj_error *err);

#endif

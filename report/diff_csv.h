/* A comparison as a table for programs: UTF-8, RFC 4180 with line feeds, exact decimals, cells that a
   spreadsheet would run neutralised as in the CSV of facts. docs/diff.md explains the columns. */
#ifndef TJ_DIFF_CSV_H
#define TJ_DIFF_CSV_H

#include "extract/base/status.h"
#include "report/diff_show.h"

void tj_diff_csv(const struct tj_diff_view *view, struct tj_buffer *out);

/* The same into a file, whole or not at all. */
enum tj_status tj_diff_csv_write(const struct tj_diff_view *view, const char *path, struct tj_error *err);

#endif

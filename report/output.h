/* A file that appears whole or not at all: written under a temporary name in the same folder, synced, then
   renamed. What stands under the final name stays until then.

     struct tj_output out;
     status = tj_output_begin(&out, "summary.xlsx", err);
     ... somebody writes the file out.temporary ...
     status = tj_output_end(&out, true, err);          false: leaves nothing behind */
#ifndef TJ_OUTPUT_H
#define TJ_OUTPUT_H

#include <limits.h>
#include <stdbool.h>

#include "extract/base/status.h"

struct tj_output {
    char path[PATH_MAX]; /* links resolved */
    char folder[PATH_MAX];
    char temporary[PATH_MAX]; /* exists, empty, from the start */
};

/* Fails with TJ_CANNOT_WRITE where the folder does not exist or takes no file, and where `path` is no plain
   file (a folder, a device: renaming over /dev/full would put a file in its place). */
enum tj_status tj_output_begin(struct tj_output *out, const char *path, struct tj_error *err);

enum tj_status tj_output_end(struct tj_output *out, bool keep, struct tj_error *err);

#endif

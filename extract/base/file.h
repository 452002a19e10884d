/* Whole files into memory. */
#ifndef TJ_FILE_H
#define TJ_FILE_H

#include "extract/base/arena.h"
#include "extract/base/status.h"

/* Reads a file, or standard input for "-", into `arena`. Fails with TJ_NOT_FOUND, TJ_CANNOT_READ (no
   permission, a folder, a device that gives an error) or TJ_TOO_LARGE (more than `most` bytes). */
enum tj_status tj_file_read(struct tj_arena *arena, const char *path, size_t most, struct tj_str *out,
                            struct tj_error *err);

#endif

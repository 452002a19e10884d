/* A file that appears whole or not at all: written under another name beside its place, then renamed. */
#ifndef TJ_OUTPUT_FILE_H
#define TJ_OUTPUT_FILE_H

#include "extract/base/arena.h"
#include "extract/base/status.h"

struct tj_output {
    const char *path;      /* where it is to appear */
    struct tj_arena arena; /* holds path and temporary */
    const char *temporary; /* where it is written; the same as path for what is no plain file (/dev/full) */
    int fd;                /* -1 if closed */
    bool renames;
};

/* Opens the temporary file, for the owner only until it is in place. TJ_CANNOT_WRITE with the reason. `path`
   "-" is standard output. */
enum tj_status tj_output_open(struct tj_output *output, const char *path, struct tj_error *err);

/* All of `bytes`; TJ_CANNOT_WRITE with the reason. */
enum tj_status tj_output_write(struct tj_output *output, struct tj_str bytes, struct tj_error *err);

/* With `keep` puts the file in its place, safely on disk; else removes it. Frees. */
enum tj_status tj_output_close(struct tj_output *output, bool keep, struct tj_error *err);

#endif

/* A file that appears whole or not at all: written under another name beside its place, then renamed. What stands
   there already stays until then. Used by every output of the program. What a killed run left of its temporary
   file, .tongji-NAME-XXXXXX, goes with the next run into the same output.

     status = tj_output_begin(&out, "summary.xlsx", err);
     ... somebody writes the file out.temporary ...
     status = tj_output_close(&out, true, err);          false: leaves nothing behind */
#ifndef TJ_OUTPUT_FILE_H
#define TJ_OUTPUT_FILE_H

#include "extract/base/arena.h"
#include "extract/base/status.h"

struct tj_output {
    const char *path;      /* where it is to appear */
    struct tj_arena arena; /* holds path and temporary */
    const char *temporary; /* where it is written; the same as path for what is no plain file (/dev/full) */
    const char *folder;    /* that both are in, for whoever needs scratch files beside them */
    int fd;                /* -1 if closed */
    bool renames;
};

/* Opens the temporary file, for the owner only until it is in place. TJ_CANNOT_WRITE with the reason. `path`
   "-" is standard output. */
enum tj_status tj_output_open(struct tj_output *output, const char *path, struct tj_error *err);

/* The same for somebody who writes the file `temporary` by its name (it is there, empty): standard output, devices
   and pipes are refused, for they cannot be put in place whole. */
enum tj_status tj_output_begin(struct tj_output *output, const char *path, struct tj_error *err);

/* Removes what killed runs left of their temporary files for `path`. One whose writer lives is locked by it and stays;
   where files cannot be locked all stay. tj_output_open does this too. */
void tj_output_clean(const char *path);

/* All of `bytes`; TJ_CANNOT_WRITE with the reason. */
enum tj_status tj_output_write(struct tj_output *output, struct tj_str bytes, struct tj_error *err);

/* With `keep` puts the file in its place, safely on disk; else removes it. Frees. */
enum tj_status tj_output_close(struct tj_output *output, bool keep, struct tj_error *err);

#endif

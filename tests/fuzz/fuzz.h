/* What the fuzz targets share. Each target is a file with LLVMFuzzerTestOneInput in it: any bytes must be read or refused
   without a crash, a leak or an endless loop, and what is read must hold the target's own promises. */
#ifndef TJ_FUZZ_H
#define TJ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "extract/base/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A promise that every input must keep. */
#define TJ_FUZZ_CHECK(right)                                                    \
    do {                                                                        \
        if (!(right)) {                                                         \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #right); \
            abort();                                                            \
        }                                                                       \
    } while (0)

/* Writes the bytes to a file whose name ends in `ending`, one for the process, and returns its path. */
const char *tj_fuzz_file(const uint8_t *data, size_t size, const char *ending);

#endif

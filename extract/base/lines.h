/* The lines of a file or of standard input, one after the other, in memory of the longest line's size. */
#ifndef TJ_LINES_H
#define TJ_LINES_H

#include "extract/base/buffer.h"
#include "extract/base/status.h"

struct tj_lines {
    const char *path; /* as people call it */
    size_t line;      /* the number of the line last given, from 1 */
    size_t most;      /* bytes that a line may have */
    struct tj_buffer bytes;
    size_t at; /* of bytes: where the next line starts */
    int fd;
    bool ended;
};

/* Opens; TJ_NOT_FOUND or TJ_CANNOT_READ. `path` ("-" is standard input) must live as
   long as the lines. */
enum tj_status tj_lines_open(struct tj_lines *lines, const char *path, size_t most, struct tj_error *err);

/* The next line without its line feed (or carriage return and line feed), to be used before the next call; *more
   is false at the end. TJ_TOO_LARGE for a line of more than `most` bytes, TJ_NO_MEMORY for one that there is no memory
   for: the next call goes on behind it.
   TJ_CANNOT_READ if reading fails: the next call is at the end. */
enum tj_status tj_lines_next(struct tj_lines *lines, struct tj_str *line, bool *more, struct tj_error *err);

void tj_lines_close(struct tj_lines *lines);

#endif

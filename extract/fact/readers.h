/* The readers of each text format behind source.h. Each reads from a stream and steps one record at a time. */
#ifndef TJ_READERS_H
#define TJ_READERS_H

#include <stdio.h>

#include "extract/base/arena.h"
#include "extract/base/status.h"
#include "extract/fact/columns.h"

/* A text stream with its place. */
struct tj_stream {
    FILE *file;
    const char *path;
    size_t line;  /* of the record last read */
    char *record; /* its bytes, owned */
    size_t room;
    int columns[64]; /* CSV: the record's column for each of the file's, -1 if unknown */
    size_t column_count;
};

enum tj_status tj_jsonl_next(struct tj_stream *stream, struct tj_arena *arena, struct tj_fact *out,
                             bool *more, struct tj_error *err);

/* The header must have been read. */
enum tj_status tj_csv_header(struct tj_stream *stream, struct tj_error *err);
enum tj_status tj_csv_next(struct tj_stream *stream, struct tj_arena *arena, struct tj_fact *out, bool *more,
                           struct tj_error *err);

#endif

/* The readers of each text format behind source.h. Each reads from a stream and steps one record at a time. */
#ifndef TJ_READERS_H
#define TJ_READERS_H

#include <stdio.h>

#include "extract/base/arena.h"
#include "extract/base/status.h"
#include "extract/fact/columns.h"

/* What is said of a record that is no UTF-8; takes the number of its first wrong byte, as a size_t. */
#define TJ_NO_UTF8 "byte %zu of the record is no UTF-8; save the file as UTF-8"

enum { TJ_MOST_CELLS = 64 };

/* A text stream with its place. */
struct tj_stream {
    FILE *file;
    const char *path;
    size_t line;  /* of the record last read */
    char *record; /* its bytes, owned */
    size_t room;
    int columns[TJ_MOST_CELLS]; /* CSV: the record's column for each of the file's, -1 if unknown */
    size_t column_count;
};

enum tj_status tj_jsonl_next(struct tj_stream *stream, struct tj_arena *arena, struct tj_fact *out,
                             bool *more, struct tj_error *err);

/* One CSV record, quotes taken off in place: cells lie one after the other in stream->record, each up to its end and
   with a zero byte behind it; count tells how many. RFC 4180; line ends inside quotes belong to the cell. */
struct tj_cells {
    size_t count, ends[TJ_MOST_CELLS];
    bool open; /* the file ended inside quotes */
};

/* The next record as it comes; false at the end. */
bool tj_csv_cells(struct tj_stream *stream, struct tj_cells *cells);
struct tj_str tj_csv_cell(const struct tj_stream *stream, const struct tj_cells *cells, size_t i);

/* The next record that is no empty line, with as many cells as stream->column_count, in UTF-8. *line is where it
   begins, *more is false at the end; `kind` is the failure's status for a record that is none. */
enum tj_status tj_csv_row(struct tj_stream *stream, enum tj_status kind, struct tj_cells *cells, size_t *line,
                          bool *more, struct tj_error *err);

/* The ' that guards a formula is not part of the text (see csv.c), nor is one that a person put before a number. */
struct tj_str tj_csv_unguard(struct tj_str cell, bool is_number);

/* The header must have been read. */
enum tj_status tj_csv_header(struct tj_stream *stream, struct tj_error *err);
enum tj_status tj_csv_next(struct tj_stream *stream, struct tj_arena *arena, struct tj_fact *out, bool *more,
                           struct tj_error *err);

#endif

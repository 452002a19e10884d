/* Reading fact files back: .jsonl, .csv or .db, told apart by their content. */
#ifndef TJ_SOURCE_H
#define TJ_SOURCE_H

#include "extract/base/arena.h"
#include "extract/base/status.h"
#include "extract/fact/fact.h"

struct tj_source;

/* Opens `path` (a file; "-" is standard input, JSONL or CSV only). On failure *out is NULL. */
enum tj_status tj_source_open(const char *path, struct tj_source **out, struct tj_error *err);

/* The next fact, its text copied into `arena`. *more is false at the end. A malformed record is a failure
   (TJ_BAD_FACT with file and line); the next call goes on behind it. */
enum tj_status tj_source_next(struct tj_source *source, struct tj_arena *arena, struct tj_fact *out,
                              bool *more, struct tj_error *err);

void tj_source_close(struct tj_source *source);

#endif

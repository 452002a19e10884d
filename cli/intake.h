/* What extract's threads take from: whole files, or the records of streams of JSON lines. */
#ifndef TJ_INTAKE_H
#define TJ_INTAKE_H

#include "extract/document/inputs.h"
#include "extract/tongji.h"

/* One document on its way. */
struct tj_item {
    const char *name;  /* the document's, in facts and messages */
    const char *input; /* the stream that a record stands in, as people call it; NULL for a file */
    size_t line;       /* of a record */
    struct tj_str bytes;
    size_t size; /* bytes of the input that it takes: the file's, or its line's */
    struct tj_options options;
};

struct tj_intake;

/* Takes over `inputs`. With `records` they are streams of JSON lines. `options` are for what the records don't
   say. */
struct tj_intake *tj_intake_new(struct tj_inputs *inputs, bool records, const struct tj_lexicon *lexicon,
                                const struct tj_options *options);
void tj_intake_free(struct tj_intake *intake);

/* Takes the next document, by one thread at a time; *more is false at the end. What it points to lives in
   `arena`. */
enum tj_status tj_intake_take(struct tj_intake *intake, struct tj_arena *arena, struct tj_item *item,
                              bool *more, struct tj_error *err);

/* Reads what was taken, by any thread: the file's bytes, or what the record says. */
enum tj_status tj_intake_read(const struct tj_intake *intake, struct tj_arena *arena, struct tj_item *item,
                              struct tj_error *err);

/* Says of a failure that it is this document's, where a stream has many. */
void tj_item_failed(const struct tj_item *item, struct tj_error *err);

/* A JSON line for the file of rejects. */
void tj_put_reject(struct tj_buffer *out, const struct tj_item *item, const struct tj_error *err);

#endif

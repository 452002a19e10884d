/* One document as a line of JSON: {"doc":"…","text":"…","date":"YYYY-MM-DD","region":"…"}, the last two optional
   (left out, null or empty). Other keys are passed over. docs/cluster.md describes it for users. */
#ifndef TJ_RECORD_H
#define TJ_RECORD_H

#include "extract/base/arena.h"
#include "extract/base/status.h"
#include "extract/recognise/period.h"

struct tj_record {
    const char *doc;    /* never empty; NULL as long as it is not known */
    struct tj_str text; /* UTF-8; may be empty */
    struct tj_now date; /* all 0 if the record has none */
    uint32_t region;    /* TJ_NONE if the record has none */
};

/* Reads `line`, of which `input` and `number` say where it stands. TJ_BAD_RECORD, with the column where the line is
   no JSON or no UTF-8, else the key that is wrong; out->doc is then set if it could be read. What `out` points to
   lives in `arena`. */
enum tj_status tj_record_read(struct tj_arena *arena, const struct tj_lexicon *lexicon, struct tj_str line,
                              const char *input, size_t number, struct tj_record *out, struct tj_error *err);

/* A day of the calendar, as YYYY-MM-DD and in no other form; years 1900 to 2100. */
bool tj_date_read(struct tj_str text, struct tj_now *out);

#endif

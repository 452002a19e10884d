/* Writing fact files: .jsonl, .csv, .db. An output appears whole or not at all: a temporary file beside
   it, fsync, rename. (A .db is written in transactions; a new one appears whole too.) */
#ifndef TJ_SINK_H
#define TJ_SINK_H

#include "extract/base/hash.h"
#include "extract/base/status.h"
#include "extract/fact/fact.h"

/* TJ_SDMX is for writing only, and takes lines (see sdmx.h). */
enum tj_format { TJ_JSONL, TJ_CSV, TJ_DB, TJ_SDMX };

/* The format that a path's ending names (.jsonl .ndjson .csv .db .sqlite); false if it names none. */
bool tj_format_of(const char *path, enum tj_format *out);

/* Facts as lines of JSON, or one fact as a line of CSV, line feed included. Keys and columns never change meaning; docs/
   fact-record.md says what they mean. A CSV cell that a spreadsheet would run as a formula (first byte one
   of = + - @, tab, carriage return, and not a number) gets a ' in front. */
void tj_put_jsonl(struct tj_buffer *out, const struct tj_fact *facts, size_t count);
void tj_put_csv(struct tj_buffer *out, const struct tj_fact *fact);
void tj_put_csv_cell(struct tj_buffer *out, struct tj_str cell);
void tj_put_csv_header(struct tj_buffer *out);

struct tj_sink;

/* `path` "-" is standard output (JSONL or CSV). On failure *out is NULL. */
enum tj_status tj_sink_open(const char *path, enum tj_format format, struct tj_sink **out,
                            struct tj_error *err);

/* Opens a database to go on with it, or makes it: documents go in one by one, in place (see tj_db_resume). */
enum tj_status tj_sink_resume(const char *path, struct tj_sink **out, struct tj_error *err);

/* Is the document done? False after a failure, which sticks. */
bool tj_sink_has(struct tj_sink *sink, struct tj_str doc, struct tj_hash hash);

/* A document's facts, by runs, and its end: true if they came in place of those of an older version. */
void tj_sink_document_facts(struct tj_sink *sink, struct tj_str doc, const struct tj_fact *facts,
                            size_t count);
bool tj_sink_document_end(struct tj_sink *sink, struct tj_str doc, struct tj_hash hash);

/* Instead of the end: nothing of the document is kept, nor of those that went in within the last seconds before it. */
void tj_sink_document_drop(struct tj_sink *sink);

/* Facts, one after the other; the first failure sticks and is told by tj_sink_close. */
void tj_sink_facts(struct tj_sink *sink, const struct tj_fact *facts, size_t count);

/* How many of them the output did not hold already: a database takes each id once. */
size_t tj_sink_added(const struct tj_sink *sink);

/* Lines made with tj_put_jsonl, tj_put_csv or tj_sdmx_put of the sink's own format, for threads that format on their
   own. Never for a .db. */
void tj_sink_lines(struct tj_sink *sink, struct tj_str lines);

/* Puts a byte order mark first (before any fact), for a CSV that Excel is to open. */
void tj_sink_bom(struct tj_sink *sink);

/* Has something failed? (To stop early.) */
bool tj_sink_failed(const struct tj_sink *sink);

/* Puts the output in its place, or with `keep` false leaves nothing behind (of a resumed database: what is done
   stays, its indexes wait for the end); frees; reports the first failure. */
enum tj_status tj_sink_close(struct tj_sink *sink, bool keep, struct tj_error *err);

#endif

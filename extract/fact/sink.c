#include "extract/fact/sink.h"

#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

#include "extract/base/arena.h"
#include "extract/fact/db.h"
#include "extract/fact/output.h"
#include "extract/fact/sdmx.h"

enum { FLUSH = 1 << 20 };

struct tj_sink {
    enum tj_format format;
    struct tj_output output;  /* not used while a database grows */
    struct tj_buffer waiting; /* bytes not yet written */
    struct tj_db *db;
    bool grows;
    size_t added;          /* facts that are in it now and were not before */
    enum tj_status status; /* the first failure */
    struct tj_error error;
};

bool tj_format_of(const char *path, enum tj_format *out)
{
    static const struct {
        const char *ending;
        enum tj_format format;
    } endings[] = { { ".jsonl", TJ_JSONL },
                    { ".ndjson", TJ_JSONL },
                    { ".csv", TJ_CSV },
                    { ".db", TJ_DB },
                    { ".sqlite", TJ_DB } };
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot && i < sizeof endings / sizeof endings[0]; i++)
        if (strcasecmp(dot, endings[i].ending) == 0) {
            *out = endings[i].format;
            return true;
        }
    return false;
}

static void flush(struct tj_sink *s)
{
    if (s->status == TJ_OK && s->waiting.len)
        s->status = tj_output_write(&s->output, tj_buffer_str(&s->waiting), &s->error);
    s->waiting.len = 0;
}

/* SQLite knows the file by its temporary name; people don't. */
static void name_output(const struct tj_sink *s, struct tj_error *err)
{
    char note[sizeof err->note];
    if (s->grows || !err) return;
    memcpy(note, err->note, sizeof note);
    tj_fail(err, err->status, s->output.path, 0, "%s", note);
}

/* A database that is there already grows in place; a new one is made beside its place, like any output. */
static enum tj_status open_db(struct tj_sink *s, const char *path, struct tj_error *err)
{
    struct stat st;
    if (strcmp(path, "-") == 0)
        return tj_fail(err, TJ_CANNOT_WRITE, "standard output", 0, "a database needs a file; name one");
    s->grows = stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0;
    if (s->grows) {
        tj_output_clean(path);
        return tj_db_create(path, &s->db, err);
    }
    enum tj_status status = tj_output_open(&s->output, path, err);
    if (status != TJ_OK) return status;
    status = tj_db_create(s->output.temporary, &s->db, err);
    if (status == TJ_OK) return TJ_OK;
    name_output(s, err);
    tj_output_close(&s->output, false, NULL);
    return status;
}

enum tj_status tj_sink_open(const char *path, enum tj_format format, struct tj_sink **out,
                            struct tj_error *err)
{
    struct tj_sink *s = tj_must_malloc(sizeof *s);
    *s = (struct tj_sink){ .format = format };
    struct stat st;
    enum tj_status status;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        status = tj_fail(err, TJ_CANNOT_WRITE, path, 0, "it is a folder; name a file in it");
    else
        status = format == TJ_DB ? open_db(s, path, err) : tj_output_open(&s->output, path, err);
    if (status != TJ_OK) {
        free(s);
        s = NULL;
    } else if (format == TJ_CSV) {
        tj_put_csv_header(&s->waiting);
    } else if (format == TJ_SDMX) {
        tj_put_sdmx_header(&s->waiting);
    }
    *out = s;
    return status;
}

enum tj_status tj_sink_resume(const char *path, struct tj_sink **out, struct tj_error *err)
{
    struct tj_sink *s = tj_must_malloc(sizeof *s);
    *s = (struct tj_sink){ .format = TJ_DB, .grows = true };
    struct stat st;
    enum tj_status status;
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
        status = tj_fail(err, TJ_CANNOT_WRITE, path, 0, "it is no file; a database needs one");
    else {
        tj_output_clean(path);
        status = tj_db_resume(path, &s->db, err);
    }
    if (status != TJ_OK) {
        free(s);
        s = NULL;
    }
    *out = s;
    return status;
}

bool tj_sink_has(struct tj_sink *sink, struct tj_str doc, struct tj_hash hash)
{
    bool has = false;
    if (sink->status == TJ_OK) sink->status = tj_db_has(sink->db, doc, hash, &has, &sink->error);
    return has && sink->status == TJ_OK;
}

void tj_sink_document_facts(struct tj_sink *sink, struct tj_str doc, const struct tj_fact *facts,
                            size_t count)
{
    if (sink->status == TJ_OK) sink->status = tj_db_document_facts(sink->db, doc, facts, count, &sink->error);
}

bool tj_sink_document_end(struct tj_sink *sink, struct tj_str doc, struct tj_hash hash)
{
    struct tj_taken taken = { 0 };
    if (sink->status == TJ_OK) sink->status = tj_db_document_end(sink->db, doc, hash, &taken, &sink->error);
    sink->added += taken.added;
    return taken.replaced;
}

void tj_sink_document_drop(struct tj_sink *sink) { tj_db_document_drop(sink->db); }

void tj_sink_facts(struct tj_sink *sink, const struct tj_fact *facts, size_t count)
{
    assert(sink->format != TJ_SDMX);
    for (size_t i = 0; i < count && sink->status == TJ_OK; i++) {
        bool added = true;
        if (sink->format == TJ_DB)
            sink->status = tj_db_put(sink->db, &facts[i], &added, &sink->error);
        else if (sink->format == TJ_CSV)
            tj_put_csv(&sink->waiting, &facts[i]);
        else
            tj_put_jsonl(&sink->waiting, &facts[i], 1);
        sink->added += added;
        if (sink->waiting.len >= FLUSH) flush(sink);
    }
}

void tj_sink_lines(struct tj_sink *sink, struct tj_str lines)
{
    assert(sink->format != TJ_DB);
    if (sink->status != TJ_OK) return;
    tj_put(&sink->waiting, lines);
    if (sink->waiting.len >= FLUSH) flush(sink);
}

void tj_sink_bom(struct tj_sink *sink)
{
    struct tj_buffer old = sink->waiting;
    sink->waiting = (struct tj_buffer){ 0 };
    tj_put(&sink->waiting, TJ_STR("\uFEFF"));
    tj_put(&sink->waiting, tj_buffer_str(&old));
    tj_buffer_free(&old);
}

size_t tj_sink_added(const struct tj_sink *sink) { return sink->added; }

bool tj_sink_failed(const struct tj_sink *sink) { return sink->status != TJ_OK; }

/* Closes the database and what it is written to. */
static enum tj_status close_output(struct tj_sink *s, bool keep, struct tj_error *err)
{
    enum tj_status status = TJ_OK;
    if (s->db) status = tj_db_close(s->db, keep, err);
    if (status != TJ_OK) name_output(s, err);
    if (s->grows) return status;
    enum tj_status closed =
        tj_output_close(&s->output, keep && status == TJ_OK, status == TJ_OK ? err : NULL);
    return status == TJ_OK ? closed : status;
}

enum tj_status tj_sink_close(struct tj_sink *sink, bool keep, struct tj_error *err)
{
    if (keep) flush(sink);
    bool good = sink->status == TJ_OK;
    struct tj_error last = { 0 };
    if (!good && sink->db) name_output(sink, &sink->error);
    enum tj_status closed = close_output(sink, keep && good, &last);
    enum tj_status status = good ? closed : sink->status;
    if (status != TJ_OK && err) *err = good ? last : sink->error;
    tj_buffer_free(&sink->waiting);
    free(sink);
    return status;
}

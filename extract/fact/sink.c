#include "extract/fact/sink.h"

#include <stdlib.h>
#include <strings.h>

#include "extract/base/arena.h"
#include "extract/fact/db.h"
#include "extract/fact/output.h"

enum { FLUSH = 1 << 20 };

struct tj_sink {
    enum tj_format format;
    struct tj_output output;
    struct tj_buffer waiting; /* bytes not yet written */
    struct tj_db *db;
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

enum tj_status tj_sink_open(const char *path, enum tj_format format, struct tj_sink **out,
                            struct tj_error *err)
{
    struct tj_sink *s = tj_must_malloc(sizeof *s);
    *s = (struct tj_sink){ .format = format };
    enum tj_status status =
        format == TJ_DB ? tj_db_create(path, &s->db, err) : tj_output_open(&s->output, path, err);
    if (status != TJ_OK) {
        free(s);
        s = NULL;
    } else if (format == TJ_CSV) {
        tj_put_csv_header(&s->waiting);
    }
    *out = s;
    return status;
}

void tj_sink_facts(struct tj_sink *sink, const struct tj_fact *facts, size_t count)
{
    for (size_t i = 0; i < count && sink->status == TJ_OK; i++) {
        if (sink->format == TJ_DB)
            sink->status = tj_db_put(sink->db, &facts[i], &sink->error);
        else if (sink->format == TJ_CSV)
            tj_put_csv(&sink->waiting, &facts[i]);
        else
            tj_put_jsonl(&sink->waiting, &facts[i]);
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

bool tj_sink_failed(const struct tj_sink *sink) { return sink->status != TJ_OK; }

enum tj_status tj_sink_close(struct tj_sink *sink, bool keep, struct tj_error *err)
{
    if (keep) flush(sink);
    bool good = sink->status == TJ_OK;
    struct tj_error last;
    enum tj_status closed = sink->format == TJ_DB ? tj_db_close(sink->db, keep && good, &last)
                                                  : tj_output_close(&sink->output, keep && good, &last);
    enum tj_status status = good ? closed : sink->status;
    if (status != TJ_OK && err) *err = good ? last : sink->error;
    tj_buffer_free(&sink->waiting);
    free(sink);
    return status;
}

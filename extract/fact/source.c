#include "extract/fact/source.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "extract/fact/db.h"
#include "extract/fact/readers.h"
#include "extract/fact/sink.h"

struct tj_source {
    enum tj_format format;
    struct tj_stream stream;
    struct tj_db *db;
    struct tj_arena arena;
};

/* What the first bytes say; they are put back by rewinding, or one by one on a pipe. Blank lines before the first
   record are counted in *lines. */
static enum tj_format sniff(FILE *file, size_t *lines)
{
    static const char magic[] = "SQLite format 3";
    char head[sizeof magic];
    if (fseek(file, 0, SEEK_SET) == 0) {
        size_t got = fread(head, 1, sizeof head, file);
        rewind(file);
        if (got == sizeof head && memcmp(head, magic, sizeof head) == 0) return TJ_DB;
    }
    int c;
    do {
        c = getc(file);
        *lines += c == '\n';
    } while (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0xEF || c == 0xBB || c == 0xBF);
    if (c != EOF) ungetc(c, file);
    return c == '{' || c == EOF ? TJ_JSONL : TJ_CSV;
}

static enum tj_status open_reader(struct tj_source *s, struct tj_error *err)
{
    struct stat st;
    if (fstat(fileno(s->stream.file), &st) == 0 && S_ISDIR(st.st_mode))
        return tj_fail(err, TJ_CANNOT_READ, s->stream.path, 0, "it is a folder; give the files in it");
    s->format = sniff(s->stream.file, &s->stream.line);
    if (ferror(s->stream.file)) return tj_fail(err, TJ_CANNOT_READ, s->stream.path, 0, "%s", strerror(errno));
    if (s->format == TJ_DB && s->stream.file == stdin)
        return tj_fail(err, TJ_CANNOT_READ, s->stream.path, 0, "a database cannot be piped; give its name");
    if (s->format == TJ_DB) return tj_db_open(s->stream.path, &s->db, err);
    return s->format == TJ_CSV ? tj_csv_header(&s->stream, err) : TJ_OK;
}

enum tj_status tj_source_open(const char *path, struct tj_source **out, struct tj_error *err)
{
    struct tj_source *s = tj_must_malloc(sizeof *s);
    *s = (struct tj_source){ 0 };
    bool standard = strcmp(path, "-") == 0;
    s->stream.path = standard ? "standard input" : tj_copy(&s->arena, tj_str_of(path)).ptr;
    s->stream.file = standard ? stdin : fopen(path, "rb");
    enum tj_status status = TJ_OK;
    if (!s->stream.file)
        status = tj_fail(err, errno == ENOENT ? TJ_NOT_FOUND : TJ_CANNOT_READ, path, 0, "%s",
                         errno == ENOENT ? "check the path" : strerror(errno));
    if (status == TJ_OK) status = open_reader(s, err);
    if (status != TJ_OK) {
        tj_source_close(s);
        s = NULL;
    }
    *out = s;
    return status;
}

enum tj_status tj_source_next(struct tj_source *source, struct tj_arena *arena, struct tj_fact *out,
                              bool *more, struct tj_error *err)
{
    switch (source->format) {
    case TJ_DB: return tj_db_next(source->db, arena, out, more, err);
    case TJ_CSV: return tj_csv_next(&source->stream, arena, out, more, err);
    case TJ_JSONL:
    case TJ_SDMX: break;
    }
    return tj_jsonl_next(&source->stream, arena, out, more, err);
}

void tj_source_close(struct tj_source *source)
{
    if (!source) return;
    if (source->db) tj_db_close(source->db, false, NULL);
    if (source->stream.file && source->stream.file != stdin) fclose(source->stream.file);
    free(source->stream.record);
    tj_arena_free(&source->arena);
    free(source);
}

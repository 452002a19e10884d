#include <cjson/cJSON.h>
#include <math.h>
#include <stdlib.h>

#include "extract/fact/readers.h"

static int column_of(const char *key)
{
    for (int c = 0; c < TJ_COLUMNS; c++)
        if (tj_equal(tj_column_name((size_t)c), tj_str_of(key))) return c;
    return -1;
}

/* A number as text: whole if it is, else the shortest decimal that reads back as the same double. */
static struct tj_str number_text(struct tj_arena *arena, double n)
{
    if (n == floor(n) && fabs(n) < 9007199254740992.0) return tj_print(arena, "%.0f", n);
    for (int digits = 15; digits <= 17; digits++) {
        struct tj_str s = tj_print(arena, "%.*g", digits, n);
        if (atof(s.ptr) == n && !memchr(s.ptr, 'e', s.len)) return s;
    }
    return tj_print(arena, "%.12f", n);
}

static enum tj_status take(const struct tj_stream *stream, struct tj_arena *arena, const cJSON *item,
                           struct tj_fact *out, struct tj_error *err)
{
    int column = column_of(item->string);
    if (column < 0 || cJSON_IsNull(item)) return TJ_OK;
    struct tj_str text;
    if (cJSON_IsString(item))
        text = tj_copy(arena, tj_str_of(item->valuestring));
    else if (cJSON_IsNumber(item) && isfinite(item->valuedouble))
        text = number_text(arena, item->valuedouble);
    else
        return tj_fail(err, TJ_BAD_FACT, stream->path, stream->line, "%s is neither text nor a number",
                       item->string);
    if (tj_column_set(out, (size_t)column, text)) return TJ_OK;
    return tj_fail(err, TJ_BAD_FACT, stream->path, stream->line, "%s cannot be '%.*s'", item->string,
                   (int)(text.len < 60 ? text.len : 60), text.ptr);
}

static enum tj_status read_record(const struct tj_stream *stream, struct tj_arena *arena, const cJSON *record,
                                  struct tj_fact *out, struct tj_error *err)
{
    if (!cJSON_IsObject(record))
        return tj_fail(err, TJ_BAD_FACT, stream->path, stream->line,
                       "the line is no JSON object; a fact is one object a line");
    bool has_measure = cJSON_HasObjectItem(record, "measure");
    enum tj_status status = TJ_OK;
    const cJSON *item = NULL;
    cJSON_ArrayForEach(item, record)
    {
        status = take(stream, arena, item, out, err);
        if (status != TJ_OK) return status;
    }
    const char *wrong = has_measure ? tj_fact_wrong(out) : "a fact needs a measure";
    return wrong ? tj_fail(err, TJ_BAD_FACT, stream->path, stream->line, "%s", wrong) : TJ_OK;
}

enum tj_status tj_jsonl_next(struct tj_stream *stream, struct tj_arena *arena, struct tj_fact *out,
                             bool *more, struct tj_error *err)
{
    *out = (struct tj_fact){ 0 };
    *more = true;
    for (ssize_t len; (len = getline(&stream->record, &stream->room, stream->file)) >= 0;) {
        stream->line++;
        struct tj_str line = tj_trim((struct tj_str){ stream->record, (size_t)len });
        if (line.len == 0) continue;
        cJSON *record = cJSON_ParseWithLength(line.ptr, line.len);
        enum tj_status status = record ? read_record(stream, arena, record, out, err)
                                       : tj_fail(err, TJ_BAD_FACT, stream->path, stream->line,
                                                 "the line is no JSON; remove or mend it");
        cJSON_Delete(record);
        return status;
    }
    *more = false;
    if (ferror(stream->file))
        return tj_fail(err, TJ_CANNOT_READ, stream->path, stream->line, "reading stopped here");
    return TJ_OK;
}

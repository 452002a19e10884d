/* A record of ours is flat: strings and plain numbers. Those are read here, with every digit as it is written;
   whatever is beyond that (nested values, true, null, exponents) and all that is wrong goes to cJSON. */
#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "extract/fact/readers.h"

struct scan {
    const char *at, *end;
    struct tj_arena *arena;
};

/* The column called `name`, tried first at `guess`, as records keep their order; TJ_COLUMNS if there is none. */
static size_t column_of(struct tj_str name, size_t guess)
{
    return guess < TJ_COLUMNS && tj_equal(tj_column_name(guess), name) ? guess : tj_column_of(name);
}

/* ---- flat records */

static void skip_blanks(struct scan *s)
{
    while (s->at < s->end && (*s->at == ' ' || *s->at == '\t' || *s->at == '\r' || *s->at == '\n')) s->at++;
}

static bool eat(struct scan *s, char c)
{
    skip_blanks(s);
    if (s->at == s->end || *s->at != c) return false;
    s->at++;
    return true;
}

static bool hex4(struct scan *s, uint32_t *out)
{
    *out = 0;
    if (s->end - s->at < 4) return false;
    for (int i = 0; i < 4; i++) {
        char c = *s->at++, low = (char)(c | 0x20);
        if (c >= '0' && c <= '9')
            *out = *out << 4 | (uint32_t)(c - '0');
        else if (low >= 'a' && low <= 'f')
            *out = *out << 4 | (uint32_t)(low - 'a' + 10);
        else
            return false;
    }
    return true;
}

/* What follows a backslash and u; half a surrogate pair is no character. */
static bool unicode(struct scan *s, char **to)
{
    uint32_t c, low;
    if (!hex4(s, &c)) return false;
    if (c >= 0xD800 && c < 0xDC00 && s->end - s->at >= 6 && s->at[0] == '\\' && s->at[1] == 'u') {
        struct scan ahead = { s->at + 2, s->end, NULL };
        if (hex4(&ahead, &low) && low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            s->at = ahead.at;
        }
    }
    *to = tj_utf8_put(*to, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    return true;
}

/* A string with escapes in it, from behind its opening quote to behind its closing one. What an escape stands
   for is never longer than the escape. */
static bool escaped_string(struct scan *s, struct tj_str *out)
{
    static const char marks[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    size_t most = 0;
    while (s->at + most < s->end && s->at[most] != '"') most += s->at[most] == '\\' ? 2 : 1;
    char *text = tj_alloc_array(s->arena, most + 1, 1), *to = text;
    while (s->at < s->end && *s->at != '"') {
        if (*s->at != '\\') {
            *to++ = *s->at++;
            continue;
        }
        if (++s->at == s->end) return false;
        char c = *s->at++;
        const char *mark = c ? strchr(marks, c) : NULL;
        if (mark)
            *to++ = meant[mark - marks];
        else if (c != 'u' || !unicode(s, &to))
            return false;
    }
    *out = (struct tj_str){ text, (size_t)(to - text) };
    return s->at++ < s->end;
}

static bool string(struct scan *s, struct tj_str *out)
{
    if (!eat(s, '"')) return false;
    const char *quote = memchr(s->at, '"', (size_t)(s->end - s->at));
    if (!quote) return false;
    *out = (struct tj_str){ s->at, (size_t)(quote - s->at) };
    if (out->len && memchr(out->ptr, '\\', out->len)) return escaped_string(s, out);
    s->at = quote + 1;
    return true;
}

static bool string_or_number(struct scan *s, struct tj_str *out)
{
    skip_blanks(s);
    if (s->at < s->end && *s->at == '"') return string(s, out);
    const char *from = s->at;
    while (s->at < s->end && (*s->at == '-' || *s->at == '.' || (*s->at >= '0' && *s->at <= '9'))) s->at++;
    *out = (struct tj_str){ from, (size_t)(s->at - from) };
    return out->len > 0;
}

/* False, with `out` in disorder, if the line is not flat or not right. */
static bool flat_record(struct scan *s, struct tj_fact *out)
{
    struct tj_str key, value;
    bool has_measure = false;
    size_t column = 0;
    if (!eat(s, '{')) return false;
    do {
        if (!string(s, &key) || !eat(s, ':') || !string_or_number(s, &value)) return false;
        size_t found = column_of(key, column);
        if (found == TJ_COLUMNS) continue;
        if (!tj_column_set(out, found, value)) return false;
        has_measure |= tj_equal(key, TJ_STR("measure"));
        column = found + 1;
    } while (eat(s, ','));
    if (!eat(s, '}') || !has_measure || tj_fact_wrong(out)) return false;
    skip_blanks(s);
    return s->at == s->end;
}

/* ---- all others */

/* The shortest decimal that reads back as the same double. */
static struct tj_str number_text(struct tj_arena *arena, double n)
{
    char digits[40];
    for (int places = 0; places <= 16; places++) {
        snprintf(digits, sizeof digits, "%.*e", places, n);
        if (strtod(digits, NULL) == n) break;
    }
    struct tj_str text = tj_str_of(digits);
    size_t e = 0;
    while (e < text.len && text.ptr[e] != 'e') e++;
    struct tj_decimal d;
    if (e == text.len || !tj_decimal_read(tj_cut(text, 0, e), &d)) return tj_copy(arena, text);
    d = tj_decimal_of(d.digits, d.pow10 + (int)strtol(digits + e + 1, NULL, 10));
    char plain[TJ_DECIMAL_TEXT];
    return tj_copy(arena, d.known ? (struct tj_str){ plain, tj_decimal_text(d, plain) } : text);
}

static enum tj_status take(const struct tj_stream *stream, struct tj_arena *arena, const cJSON *item,
                           struct tj_fact *out, struct tj_error *err)
{
    size_t column = column_of(tj_str_of(item->string), 0);
    if (column == TJ_COLUMNS || cJSON_IsNull(item)) return TJ_OK;
    struct tj_str text;
    if (cJSON_IsString(item))
        text = tj_copy(arena, tj_str_of(item->valuestring));
    else if (cJSON_IsNumber(item) && isfinite(item->valuedouble))
        text = number_text(arena, item->valuedouble);
    else
        return tj_fail(err, TJ_BAD_FACT, stream->path, stream->line, "%s is neither text nor a number",
                       item->string);
    if (tj_column_set(out, column, text)) return TJ_OK;
    return tj_fail(err, TJ_BAD_FACT, stream->path, stream->line, "%s cannot be '%.*s'", item->string,
                   (int)(text.len < 60 ? text.len : 60), text.ptr);
}

static enum tj_status read_record(const struct tj_stream *stream, struct tj_arena *arena, const cJSON *record,
                                  struct tj_fact *out, struct tj_error *err)
{
    if (!cJSON_IsObject(record))
        return tj_fail(err, TJ_BAD_FACT, stream->path, stream->line,
                       "the line is no JSON object; a fact is one object a line");
    bool has_measure = cJSON_GetObjectItemCaseSensitive(record, "measure") != NULL;
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

static enum tj_status read_any(const struct tj_stream *stream, struct tj_arena *arena, struct tj_str line,
                               struct tj_fact *out, struct tj_error *err)
{
    *out = (struct tj_fact){ 0 };
    const char *end = NULL;
    cJSON *record = cJSON_ParseWithLengthOpts(line.ptr, line.len + 1, &end, true); /* tj_copy's zero too */
    enum tj_status status = record ? read_record(stream, arena, record, out, err)
                                   : tj_fail(err, TJ_BAD_FACT, stream->path, stream->line,
                                             "the line is no JSON; remove or mend it");
    cJSON_Delete(record);
    return status;
}

enum tj_status tj_jsonl_next(struct tj_stream *stream, struct tj_arena *arena, struct tj_fact *out,
                             bool *more, struct tj_error *err)
{
    size_t bad;
    *out = (struct tj_fact){ 0 };
    *more = true;
    for (ssize_t len; (len = getline(&stream->record, &stream->room, stream->file)) >= 0;) {
        stream->line++;
        struct tj_str line = tj_trim((struct tj_str){ stream->record, (size_t)len });
        if (line.len == 0) continue;
        if (!tj_is_utf8(line, &bad))
            return tj_fail(err, TJ_BAD_FACT, stream->path, stream->line, TJ_NO_UTF8, bad + 1);
        line = tj_copy(arena, line); /* the fact's texts are parts of it */
        struct scan scan = { line.ptr, line.ptr + line.len, arena };
        return flat_record(&scan, out) ? TJ_OK : read_any(stream, arena, line, out, err);
    }
    *more = false;
    if (ferror(stream->file))
        return tj_fail(err, TJ_CANNOT_READ, stream->path, stream->line, "reading stopped here");
    return TJ_OK;
}

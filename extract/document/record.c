#include "extract/document/record.h"

#include <cjson/cJSON.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, SHOWN = 40 };

/* Where a line stands, for messages. */
struct place {
    const char *input;
    size_t number;
    struct tj_error *err;
};

static bool digits_at(struct tj_str text, size_t from, size_t to, int *out)
{
    *out = 0;
    for (size_t i = from; i < to; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
        *out = *out * 10 + (text.ptr[i] - '0');
    }
    return true;
}

static int days_of(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool tj_date_read(struct tj_str text, struct tj_now *out)
{
    struct tj_now d = { 0 };
    bool has_form = text.len == 10 && text.ptr[4] == '-' && text.ptr[7] == '-'
                    && digits_at(text, 0, 4, &d.year) && digits_at(text, 5, 7, &d.month)
                    && digits_at(text, 8, 10, &d.day);
    if (!has_form || d.year < FIRST_YEAR || d.year > LAST_YEAR || d.month < 1 || d.month > 12) return false;
    if (d.day < 1 || d.day > days_of(d.year, d.month)) return false;
    *out = d;
    return true;
}

/* A \u0000 or a byte 0: cJSON's texts would end there. */
static bool holds_zero(struct tj_str line)
{
    size_t at;
    if (memchr(line.ptr, 0, line.len)) return true;
    for (size_t from = 0; tj_find(line, TJ_STR("\\u0000"), from, &at); from = at + 1) {
        size_t strokes = 1;
        while (strokes <= at && line.ptr[at - strokes] == '\\') strokes++;
        if (strokes % 2 == 1) return true;
    }
    return false;
}

static enum tj_status wrong_at(const struct place *p, size_t column, const char *note)
{
    enum tj_status status = tj_fail(p->err, TJ_BAD_RECORD, p->input, p->number, "%s", note);
    if (p->err) p->err->column = column;
    return status;
}

/* The text of a key: *out stays NULL where it is optional and not there. */
static enum tj_status take(const struct place *p, const cJSON *record, const char *key, bool optional,
                           const char **out)
{
    const cJSON *found = NULL, *item = NULL;
    cJSON_ArrayForEach(item, record)
    {
        if (strcmp(item->string, key) != 0) continue;
        if (found) return tj_fail(p->err, TJ_BAD_RECORD, p->input, p->number, "'%s' stands twice", key);
        found = item;
    }
    if (!found && optional) return TJ_OK;
    if (!found) return tj_fail(p->err, TJ_BAD_RECORD, p->input, p->number, "'%s' is missing", key);
    if (optional && cJSON_IsNull(found)) return TJ_OK;
    if (!cJSON_IsString(found) || !found->valuestring)
        return tj_fail(p->err, TJ_BAD_RECORD, p->input, p->number, "'%s' is not a string", key);
    *out = optional && found->valuestring[0] == '\0' ? NULL : found->valuestring;
    return TJ_OK;
}

/* As much of a value as fits into a message. */
static struct tj_str shown(const char *value)
{
    struct tj_str s = tj_str_of(value);
    if (s.len > SHOWN) s.len = tj_char_before(s, SHOWN + 1);
    return s;
}

static enum tj_status take_all(const struct place *p, struct tj_arena *arena,
                               const struct tj_lexicon *lexicon, const cJSON *record, struct tj_record *out)
{
    const char *doc = NULL, *text = NULL, *date = NULL, *region = NULL;
    enum tj_status status = take(p, record, "doc", false, &doc);
    if (status == TJ_OK && doc && !*doc)
        status = tj_fail(p->err, TJ_BAD_RECORD, p->input, p->number, "'doc' is empty; give a name");
    if (status == TJ_OK && doc) out->doc = tj_copy(arena, tj_str_of(doc)).ptr;
    if (status == TJ_OK) status = take(p, record, "text", false, &text);
    if (status == TJ_OK) status = take(p, record, "date", true, &date);
    if (status == TJ_OK) status = take(p, record, "region", true, &region);
    if (status != TJ_OK) return status;
    if (date && !tj_date_read(tj_str_of(date), &out->date))
        return tj_fail(p->err, TJ_BAD_RECORD, p->input, p->number, "'date' takes YYYY-MM-DD, not '%.*s'",
                       TJ_ARG(shown(date)));
    if (region) out->region = tj_region_named(lexicon, tj_str_of(region));
    if (region && out->region == TJ_NONE)
        return tj_fail(p->err, TJ_BAD_RECORD, p->input, p->number,
                       "no region is called '%.*s'; 'tongji lexicon list' shows the names",
                       TJ_ARG(shown(region)));
    out->text = tj_copy(arena, tj_str_of(text));
    return TJ_OK;
}

enum tj_status tj_record_read(struct tj_arena *arena, const struct tj_lexicon *lexicon, struct tj_str line,
                              const char *input, size_t number, struct tj_record *out, struct tj_error *err)
{
    struct place place = { input, number, err };
    size_t bad;
    *out = (struct tj_record){ .region = TJ_NONE };
    if (!tj_is_utf8(line, &bad))
        return wrong_at(&place, bad + 1, "this byte is no UTF-8; write the records as UTF-8");
    if (holds_zero(line)) return wrong_at(&place, 0, "it holds the character U+0000, which is no text");
    const char *end = line.ptr;
    cJSON *record = cJSON_ParseWithLengthOpts(line.ptr, line.len, &end, false);
    struct tj_str rest = { 0 };
    if (record) rest = tj_trim(tj_cut(line, (size_t)(end - line.ptr), line.len));
    enum tj_status status;
    if (!record || rest.len)
        status = wrong_at(&place, (size_t)(end - line.ptr) + 1,
                          record ? "more stands behind the JSON object; one record is one line"
                                 : "from here on it is no JSON; a record is one object a line");
    else if (!cJSON_IsObject(record))
        status = wrong_at(&place, 0, "it is no JSON object; a record is one object a line");
    else
        status = take_all(&place, arena, lexicon, record, out);
    cJSON_Delete(record);
    return status;
}

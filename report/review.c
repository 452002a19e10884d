#include "report/review.h"

#include "extract/base/embedded.h"
#include "extract/base/json.h"
#include "extract/fact/sink.h"

extern const struct tj_embedded tj_review_files[];

/* JSON inside a script element: what could end the element, or a line of script, is escaped. */
static void put_escaped(struct tj_buffer *out, struct tj_str json)
{
    for (size_t i = 0; i < json.len; i++) {
        struct tj_str rest = tj_cut(json, i, json.len);
        if (json.ptr[i] == '<') {
            tj_put(out, TJ_STR("\\u003c"));
        } else if (tj_starts(rest, TJ_STR("\u2028")) || tj_starts(rest, TJ_STR("\u2029"))) {
            tj_put(out, tj_starts(rest, TJ_STR("\u2028")) ? TJ_STR("\\u2028") : TJ_STR("\\u2029"));
            i += 2;
        } else {
            tj_put(out, tj_cut(json, i, i + 1));
        }
    }
}

static void put_number(struct tj_buffer *out, size_t n)
{
    char digits[24];
    size_t at = sizeof digits;
    do digits[--at] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    tj_put(out, (struct tj_str){ digits + at, sizeof digits - at });
}

/* Does the text hold what every fact from `first` to `end` quotes? */
static bool text_holds(const struct tj_ledger *l, size_t first, size_t end, struct tj_str text)
{
    for (size_t i = first; i < end; i++) {
        struct tj_fact f = tj_ledger_fact(l, i);
        if (f.end > text.len || f.start > f.end) return false;
        if (!tj_equal(tj_cut(text, (size_t)f.start, (size_t)f.end), f.text)) return false;
    }
    return true;
}

static void put_piece(struct tj_buffer *out, struct tj_str text, bool *some)
{
    if (text.len == 0) return;
    tj_put(out, *some ? TJ_STR(",[") : TJ_STR("["));
    tj_put_json(out, text);
    *some = true;
    tj_put(out, TJ_STR("]"));
}

/* The text in pieces, [words] and [words, fact, fact...]: facts of one place share a piece. */
static void put_pieces(struct tj_buffer *out, const struct tj_ledger *l, size_t first, size_t end,
                       struct tj_str text)
{
    size_t at = 0;
    bool some = false;
    for (size_t i = first; i < end;) {
        struct tj_fact f = tj_ledger_fact(l, i);
        size_t from = (size_t)f.start, to = (size_t)f.end;
        put_piece(out, tj_cut(text, at, from > at ? from : at), &some);
        if (from < at) from = at;
        tj_put(out, some ? TJ_STR(",[") : TJ_STR("["));
        tj_put_json(out, tj_cut(text, from, to > from ? to : from));
        some = true;
        for (; i < end && tj_ledger_fact(l, i).start < to; i++) {
            tj_put(out, TJ_STR(","));
            put_number(out, i);
        }
        tj_put(out, TJ_STR("]"));
        at = to > at ? to : at;
    }
    put_piece(out, tj_cut(text, at, text.len), &some);
}

static void put_document(struct tj_buffer *out, const struct tj_ledger *l, struct tj_review_texts texts,
                         size_t number, size_t first, size_t end)
{
    const struct tj_ledger_document *d = &l->documents[number];
    struct tj_str text = { 0 };
    bool whole = texts.read && texts.read(texts.self, d->name, &text) && text_holds(l, first, end, text);
    tj_put(out, TJ_STR("{\"name\":"));
    tj_put_json(out, d->name);
    tj_put(out, TJ_STR(",\"title\":"));
    tj_put_json(out, d->title);
    tj_put(out, TJ_STR(",\"date\":"));
    tj_put_json(out, d->date);
    tj_put(out, TJ_STR(",\"first\":"));
    put_number(out, first);
    tj_put(out, TJ_STR(",\"end\":"));
    put_number(out, end);
    tj_put(out, TJ_STR(",\"pieces\":["));
    if (whole) put_pieces(out, l, first, end, text);
    tj_put(out, TJ_STR("]}"));
}

static void put_data(struct tj_buffer *out, const struct tj_ledger *l, struct tj_review_texts texts)
{
    tj_put(out, TJ_STR("{\"facts\":["));
    for (size_t i = 0; i < l->count; i++) {
        struct tj_fact f = tj_ledger_fact(l, i);
        if (i) tj_put(out, TJ_STR(","));
        tj_put_jsonl(out, &f, 1);
    }
    tj_put(out, TJ_STR("],\"documents\":["));
    for (size_t first = 0, end; first < l->count; first = end) {
        uint32_t number = l->records[first].document;
        for (end = first; end < l->count && l->records[end].document == number; end++) {}
        if (first) tj_put(out, TJ_STR(","));
        put_document(out, l, texts, number, first, end);
    }
    tj_put(out, TJ_STR("]}"));
}

static struct tj_str file_called(const char *name)
{
    struct tj_str bytes = TJ_STR("");
    tj_embedded_find(tj_review_files, tj_str_of(name), &bytes);
    return bytes;
}

void tj_review_put(const struct tj_ledger *ledger, struct tj_review_texts texts, bool english,
                   struct tj_buffer *out)
{
    struct tj_str page = file_called("page.html"), mark;
    struct tj_buffer data = { 0 };
    put_data(&data, ledger, texts);
    for (size_t at = 0, next; at < page.len;
         at = next + 2 + mark.len + 2) { /* {{style}} {{script}} {{data}} {{lang}} */
        size_t close;
        bool more = tj_find(page, TJ_STR("{{"), at, &next) && tj_find(page, TJ_STR("}}"), next, &close);
        tj_put(out, tj_cut(page, at, more ? next : page.len));
        if (!more) break;
        mark = tj_cut(page, next + 2, close);
        if (tj_equal(mark, TJ_STR("style"))) tj_put(out, file_called("page.css"));
        if (tj_equal(mark, TJ_STR("script"))) tj_put(out, file_called("page.js"));
        if (tj_equal(mark, TJ_STR("lang"))) tj_put(out, english ? TJ_STR("en") : TJ_STR("zh-CN"));
        if (tj_equal(mark, TJ_STR("data"))) put_escaped(out, tj_buffer_str(&data));
    }
    tj_buffer_free(&data);
}

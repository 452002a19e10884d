/* Which reader: told by what the bytes begin with, never by the name. */
#include "extract/document/office.h"
#include "extract/document/page.h"

enum { FRONT_MATTER = 4096 };

/* The value of a line `key: value`, quotes taken off; false if it is another key. */
static bool value_of(struct tj_str line, const char *key, struct tj_str *out)
{
    if (out->len || !tj_eat(&line, tj_str_of(key)) || !tj_eat(&line, TJ_STR(":"))) return false;
    line = tj_trim(line);
    bool quoted = line.len > 1 && line.ptr[0] == line.ptr[line.len - 1] && memchr("'\"", line.ptr[0], 2);
    *out = quoted ? tj_cut(line, 1, line.len - 1) : line;
    return true;
}

/* Whether a line can stand in front matter: blank, indented, a remark, an item, or `key: value`. */
static bool belongs(struct tj_str line)
{
    size_t colon;
    if (tj_trim(line).len == 0 || memchr(" \t#-", line.ptr[0], 4)) return true;
    if (!tj_find(line, TJ_STR(":"), 0, &colon) || colon == 0) return false;
    return tj_trim(tj_cut(line, colon + 1, line.len)).len == 0 || line.ptr[colon + 1] == ' ';
}

/* Markdown may begin with lines between two of ---: what it says of itself. */
static void read_front_matter(struct tj_document *d)
{
    struct tj_str s = tj_cut(d->text, 0, d->text.len < FRONT_MATTER ? d->text.len : FRONT_MATTER);
    size_t from = 0;
    while (from < s.len && memchr(" \t\r\n", s.ptr[from], 4)) from++;
    struct tj_str rest = tj_cut(s, from, s.len);
    if (!tj_starts(rest, TJ_STR("---\n")) && !tj_starts(rest, TJ_STR("---\r\n"))) return;
    struct tj_str title = { 0 }, date = { 0 };
    for (size_t at = from + 4, end; at < s.len && tj_find(s, TJ_STR("\n"), at, &end); at = end + 1) {
        struct tj_str line = tj_cut(s, at, end);
        if (tj_equal(tj_trim(line), TJ_STR("---"))) {
            d->front = end + 1;
            d->said_title = title;
            d->said_date = date;
            return;
        }
        if (!belongs(line)) return;
        if (!value_of(line, "title", &title)) value_of(line, "date", &date);
    }
}

enum tj_status tj_document_read(struct tj_arena *arena, struct tj_str bytes, struct tj_document *document,
                                struct tj_error *err)
{
    struct tj_document *d = document;
    if (tj_is_pdf(bytes)) return tj_pdf_read(arena, bytes, d, err);
    if (tj_is_zip(bytes)) return tj_docx_read(arena, bytes, d, err);
    if (tj_is_old_word(bytes))
        return tj_fail(err, TJ_BAD_FILE, d->name.ptr, 0,
                       "it is a file of an old Word or Excel (.doc, .xls); save it as .docx");
    enum tj_status status = tj_decode(arena, bytes, d->name.ptr, &d->decoded, err);
    if (status != TJ_OK) return status;
    d->text = d->decoded.text;
    read_front_matter(d);
    if (d->front == 0 && tj_is_page(d->text)) return tj_page_read(arena, d, err);
    return TJ_OK;
}

bool tj_is_old_word(struct tj_str bytes)
{
    return tj_starts(bytes, TJ_STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
}

size_t tj_document_page(const struct tj_document *d, size_t text)
{
    size_t page = 0;
    while (page < d->page_count && d->pages[page] <= text) page++;
    return page;
}

static size_t origin_of(const struct tj_document *d, size_t text)
{
    size_t low = 0, high = d->origin_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (d->origins[middle].clean <= text)
            low = middle;
        else
            high = middle;
    }
    return d->origin_count ? d->origins[low].text + (text - d->origins[low].clean) : text;
}

void tj_document_source(const struct tj_document *d, struct tj_way *way, size_t start, size_t end,
                        uint64_t *source_start, uint64_t *source_end)
{
    *source_start = *source_end = 0;
    if (d->form != TJ_PLAIN && d->form != TJ_PAGE) return;
    if (d->form == TJ_PAGE) {
        size_t last = end > start ? tj_char_before(d->text, end) : start, from = origin_of(d, last);
        end = from + (end - last);
        start = origin_of(d, start);
        if (end > d->decoded.text.len) end = d->decoded.text.len;
        if (start > end) start = from < end ? from : end; /* moved, or behind the last of the page */
        if (start < way->start.text) way->start = (struct tj_cursor){ 0 }; /* a page may move what it holds */
        if (end < way->end.text) way->end = (struct tj_cursor){ 0 };
    }
    *source_start = tj_source_offset(&d->decoded, &way->start, start);
    *source_end = tj_source_offset(&d->decoded, &way->end, end);
}

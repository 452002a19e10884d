/* Which reader: told by what the bytes begin with, never by the name. */
#include "extract/document/office.h"
#include "extract/document/page.h"

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
    return tj_is_page(d->text) ? tj_page_read(arena, d, err) : TJ_OK;
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
        size_t last = end > start ? tj_char_before(d->text, end) : start;
        end = origin_of(d, last) + (end - last);
        start = origin_of(d, start);
        if (end > d->decoded.text.len) end = d->decoded.text.len;
        if (start < way->start.text) way->start = (struct tj_cursor){ 0 }; /* a page may move what it holds */
        if (end < way->end.text) way->end = (struct tj_cursor){ 0 };
    }
    *source_start = tj_source_offset(&d->decoded, &way->start, start);
    *source_end = tj_source_offset(&d->decoded, &way->end, end);
}

/* A page of a PDF as its reader sees it: lines cut at the gaps between columns, ordered, joined where a sentence goes on. */
#include "extract/document/pdf_page.h"

#include <ctype.h>

#include "extract/document/pdf_order.h"

enum { NUMBER_CHARS = 12 };

/* 3, — 3 —, 第3页 */
static bool is_page_number(struct tj_str line)
{
    bool digit = false;
    if (tj_char_count(line) > NUMBER_CHARS) return false;
    for (size_t at = 0, len; at < line.len; at += len) {
        uint32_t c = tj_char_at(line, at, &len);
        digit |= c >= '0' && c <= '9';
        bool part = (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '/' || c == U'—' || c == U'–'
                    || c == U'·' || c == U'第' || c == U'页' || c == U'共';
        if (!part) return false;
    }
    return digit;
}

struct page {
    struct tj_arena *arena;
    struct tj_pdf_line *lines;
    size_t count, room;
};

static void add_line(struct page *page, struct tj_str text, const struct tj_pdf_box *box, size_t chars)
{
    struct tj_pdf_line line = { .text = tj_trim(text) };
    if (line.text.len == 0) return;
    for (size_t i = 0; i < chars; i++) {
        if (i == 0 || box[i].left < line.left) line.left = box[i].left;
        if (i == 0 || box[i].top < line.top) line.top = box[i].top;
        if (box[i].right > line.right) line.right = box[i].right;
        if (box[i].bottom > line.bottom) line.bottom = box[i].bottom;
    }
    page->lines = tj_grow(page->arena, page->lines, page->count, &page->room, sizeof *page->lines);
    page->lines[page->count++] = line;
}

/* Is there a gap before this character that no blank makes? Then the next column begins. */
static bool begins_column(const struct tj_pdf_box *box, size_t i)
{
    return box[i].left - box[i - 1].right > 2 * (box[i].bottom - box[i].top);
}

/* The page's lines, cut where poppler runs two columns together. `boxes` has one for each character. */
static void split_lines(struct page *page, struct tj_str text, const struct tj_pdf_box *boxes, size_t count)
{
    size_t from = 0, first = 0, i = 0;
    for (size_t at = 0, len; at < text.len && i < count; at += len, i++) {
        uint32_t c = tj_char_at(text, at, &len);
        bool ends = c == '\n' || c == '\f';
        if (!ends && (i == first || c == ' ' || !begins_column(boxes, i))) continue;
        add_line(page, tj_cut(text, from, at), boxes + first, i - first);
        from = ends ? at + len : at;
        first = ends ? i + 1 : i;
    }
    add_line(page, tj_cut(text, from, text.len), boxes + first, first < i ? i - first : 0);
}

/* A blank stands between words of letters only. */
static bool is_letter(struct tj_str before, struct tj_str behind)
{
    return before.len && behind.len && isalpha((unsigned char)before.ptr[before.len - 1])
           && isalpha((unsigned char)behind.ptr[0]);
}

void tj_pdf_page(struct tj_taker *t, struct tj_str text, const struct tj_pdf_box *boxes, size_t count,
                 double width)
{
    struct page page = { .arena = t->arena };
    split_lines(&page, text, boxes, count);
    tj_pdf_order(page.lines, page.count, width);
    for (size_t i = 0; i < page.count; i++) {
        if ((i == 0 || i + 1 == page.count) && is_page_number(page.lines[i].text)) continue;
        tj_take(t, page.lines[i].text, t->text.len);
        if (!tj_pdf_goes_on(page.lines, page.count, i))
            tj_take_line_end(t, true);
        else if (is_letter(tj_buffer_str(&t->text), page.lines[i + 1].text))
            tj_take_mark(t, ' ');
    }
    tj_take_line_end(t, true);
}

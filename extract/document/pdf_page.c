/* A page of a PDF as its reader sees it: lines cut at the gaps between columns, ordered, joined where a sentence goes on;
   tables of figures as tables. */
#include "extract/document/pdf_page.h"

#include <ctype.h>

#include <stdlib.h>

#include "extract/document/pdf_order.h"
#include "extract/document/pdf_table.h"

enum { NUMBER_CHARS = 12 };
static const double COARSE = 0.8; /* Chinese characters: no blank is wider in running text */

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

/* Lines, or words. */
struct page {
    struct tj_arena *arena;
    struct tj_pdf_line *lines;
    size_t count, room;
};

struct tables {
    struct tj_pdf_table *at;
    size_t count;
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

/* The page's lines, cut where poppler runs two columns together: at wide gaps, and at `gap` if that is not 0. `boxes` has
   one for each character. */
static void split_lines(struct page *page, struct tj_str text, const struct tj_pdf_box *boxes, size_t count,
                        double gap)
{
    size_t from = 0, first = 0, i = 0;
    for (size_t at = 0, len; at < text.len && i < count; at += len, i++) {
        uint32_t c = tj_char_at(text, at, &len);
        bool ends = c == '\n' || c == '\f';
        bool over = gap > 0 && i > first && boxes[i].left >= gap && boxes[first].left < gap;
        if (!ends && (i == first || c == ' ' || !(over || begins_column(boxes, i)))) continue;
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

static int by_width(const void *a, const void *b)
{
    double p = *(const double *)a, q = *(const double *)b;
    return (p > q) - (p < q);
}

/* How wide the page's Chinese characters mostly are; 0 if it has none. */
static double em_of(struct tj_arena *arena, struct tj_str text, const struct tj_pdf_box *boxes, size_t count)
{
    double *widths = tj_alloc_array(arena, count + 1, sizeof *widths);
    size_t wide = 0, i = 0;
    for (size_t at = 0, len; at < text.len && i < count; at += len, i++) {
        uint32_t c = tj_char_at(text, at, &len);
        if (c >= 0x4E00 && c <= 0x9FFF) widths[wide++] = boxes[i].right - boxes[i].left;
    }
    qsort(widths, wide, sizeof *widths, by_width);
    return wide ? widths[wide / 2] : 0;
}

/* Does what stands at `at` look like a figure, or like the mark of one that is not known? */
static bool begins_figure(struct tj_str text, size_t at)
{
    struct tj_str rest = tj_cut(text, at, at + 8 < text.len ? at + 8 : text.len);
    return tj_cell_is_figure(rest) || tj_starts(rest, TJ_STR("…")) || tj_starts(rest, TJ_STR("—"));
}

/* How far the character at `at` may be from the word before it, in characters, and still belong to it, if there is a blank
   between the two: not at all, if both are figures; a quarter is usual between a figure or a letter and Chinese. */
static double most_apart(struct tj_str text, struct tj_str word, size_t at)
{
    if (tj_pdf_is_figure(word) && begins_figure(text, at)) return 0.1;
    bool plain = isalnum((unsigned char)word.ptr[word.len - 1]) || isalnum((unsigned char)text.ptr[at]);
    return plain ? 0.3 : 0.2;
}

/* Does the character at `b` stand elsewhere than in the line that `a` is the last character of? */
static bool is_off(const struct tj_pdf_box *a, const struct tj_pdf_box *b, double em)
{
    double drop = (a->top + a->bottom) / 2 - (b->top + b->bottom) / 2;
    return b->right < a->left || drop > 0.6 * em || -drop > 0.6 * em;
}

/* The page's words: characters not a third of a Chinese one apart. With `coarse`, its lines cut wherever more than a blank
   is between two characters. */
static void split_words(struct page *page, struct tj_str text, const struct tj_pdf_box *boxes, size_t count,
                        double em, bool coarse)
{
    size_t from = 0, first = 0, last = SIZE_MAX, end = 0, i = 0;
    for (size_t at = 0, len; at < text.len && i < count; at += len, i++) {
        uint32_t c = tj_char_at(text, at, &len);
        bool blank = c == ' ' || c == U'\u3000' || c == U'\u00A0', feed = c == '\n' || c == '\f';
        if (blank) continue;
        bool ends = last != SIZE_MAX && feed;
        if (last != SIZE_MAX && !feed) {
            double most = last + 1 < i ? most_apart(text, tj_cut(text, from, end), at) : 0.3;
            if (coarse) most = COARSE;
            ends = boxes[i].left - boxes[last].right > most * em || is_off(&boxes[last], &boxes[i], em);
        }
        if (ends) {
            add_line(page, tj_cut(text, from, end), boxes + first, last + 1 - first);
            last = SIZE_MAX;
        }
        if (feed) continue;
        if (last == SIZE_MAX) from = at, first = i;
        last = i;
        end = at + len;
    }
    if (last != SIZE_MAX) add_line(page, tj_cut(text, from, end), boxes + first, last + 1 - first);
}

/* The tables on either side of the gap between two columns, or on the whole page. */
static void find_tables(struct tj_arena *arena, const struct page *words, double em, double gap,
                        struct tables tables[2])
{
    for (int side = 0; side < (gap > 0 ? 2 : 1); side++) {
        struct tj_pdf_line *here = tj_alloc_array(arena, words->count, sizeof *here);
        size_t count = 0;
        for (size_t i = 0; i < words->count; i++) {
            const struct tj_pdf_line *w = &words->lines[i];
            if (gap <= 0 || (side == 0 ? w->right <= gap : w->left >= gap)) here[count++] = *w;
        }
        tables[side].count = tj_pdf_tables(arena, here, count, em, &tables[side].at);
    }
}

/* The table that a line stands in, or NULL. */
static struct tj_pdf_table *table_of(const struct tables tables[2], const struct tj_pdf_line *line)
{
    double x = (line->left + line->right) / 2, y = (line->top + line->bottom) / 2;
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < tables[side].count; i++) {
            struct tj_pdf_table *t = &tables[side].at[i];
            if (x >= t->left && x <= t->right && y >= t->top && y <= t->bottom) return t;
        }
    return NULL;
}

/* Takes the table, whose rows are 0 afterwards. False if it is none after all: then it is forgotten. */
static bool take_table(struct tj_taker *t, struct tj_pdf_table *table)
{
    const struct tj_pdf_cell *cell = table->cells, *end = cell + table->cell_count;
    tj_take_table(t);
    for (unsigned r = 0; r < table->rows; r++) {
        tj_take_row(t);
        for (unsigned c = 0; c < table->columns;) {
            bool here = cell < end && cell->row == r && cell->column <= c;
            tj_take_cell(t, 1, here ? cell->columns : 1);
            if (here) tj_take(t, cell->text, t->text.len);
            tj_take_cell_end(t, here ? cell->indent : 0);
            c += here ? cell->columns : 1;
            cell += here;
        }
    }
    table->rows = 0;
    if (tj_take_table_end(t)) return true;
    table->left = table->right + 1;
    return false;
}

/* Takes line `i`, or the table whose first line it is. */
static void take_line(struct tj_taker *t, const struct page *page, const struct tables tables[2], size_t i)
{
    struct tj_pdf_table *table = table_of(tables, &page->lines[i]);
    if (table) {
        if (table->rows == 0) return;
        tj_take_line_end(t, false);
        if (take_table(t, table)) return;
    }
    tj_take(t, page->lines[i].text, t->text.len);
    bool table_next = i + 1 < page->count && table_of(tables, &page->lines[i + 1]);
    if (table_next || !tj_pdf_goes_on(page->lines, page->count, i))
        tj_take_line_end(t, true);
    else if (is_letter(tj_buffer_str(&t->text), page->lines[i + 1].text))
        tj_take_mark(t, ' ');
}

void tj_pdf_page(struct tj_taker *t, struct tj_str text, const struct tj_pdf_box *boxes, size_t count,
                 double width)
{
    struct page page = { .arena = t->arena }, words = page, pieces = page;
    struct tables tables[2] = { 0 };
    double em = em_of(t->arena, text, boxes, count);
    split_words(&pieces, text, boxes, count, em, true);
    double gap = tj_pdf_gap(pieces.lines, pieces.count, width);
    split_lines(&page, text, boxes, count, gap);
    tj_pdf_order(page.lines, page.count, gap);
    split_words(&words, text, boxes, count, em, false);
    find_tables(t->arena, &words, em, gap, tables);
    for (size_t i = 0; i < page.count; i++) {
        if ((i == 0 || i + 1 == page.count) && is_page_number(page.lines[i].text)) continue;
        take_line(t, &page, tables, i);
    }
    tj_take_line_end(t, true);
}

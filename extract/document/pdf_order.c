#include "extract/document/pdf_order.h"

#include <stdlib.h>

enum {
    PAIRS = 3,       /* lines that stand beside each other: fewer are no columns */
    PROSE_CHARS = 8, /* on average; shorter ones side by side are a table */
};

static int by_top(const void *a, const void *b)
{
    const struct tj_pdf_line *p = a, *q = b;
    if (p->top != q->top) return p->top < q->top ? -1 : 1;
    return p->left < q->left ? -1 : p->left > q->left;
}

static bool crosses(const struct tj_pdf_line *l, double x) { return l->left < x && l->right > x; }

/* Characters that are no figures, letters or blanks: those of prose. */
static size_t wide_chars(struct tj_str s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.len; at++) count += (unsigned char)s.ptr[at] >= 0xE0;
    return count;
}

/* How many lines left of x have one right of it beside them, both of prose. Lines are sorted by their top. */
static size_t pairs_at(const struct tj_pdf_line *lines, size_t count, double x)
{
    size_t pairs = 0, chars = 0;
    for (size_t i = 0; i < count; i++) {
        if (lines[i].right > x) continue;
        double middle = (lines[i].top + lines[i].bottom) / 2;
        for (size_t k = 0; k < count; k++) {
            if (lines[k].left < x || lines[k].top > middle || lines[k].bottom < middle) continue;
            pairs++;
            chars += wide_chars(lines[i].text) + wide_chars(lines[k].text);
            break;
        }
    }
    return pairs && chars / (2 * pairs) >= PROSE_CHARS ? pairs : 0;
}

/* Where the gap between two columns is; 0 if the page has one column. It lies where a line begins. */
static double find_gutter(const struct tj_pdf_line *lines, size_t count, double width)
{
    double best = 0;
    size_t most = PAIRS - 1;
    for (size_t i = 0; i < count; i++) {
        double x = lines[i].left - 1;
        if (x < width * 0.3 || x > width * 0.7 || x == best) continue;
        size_t across = 0;
        for (size_t k = 0; k < count; k++) across += crosses(&lines[k], x);
        size_t pairs = pairs_at(lines, count, x);
        if (pairs <= most || across > pairs) continue;
        most = pairs;
        best = x;
    }
    return best;
}

/* Puts the lines [from, to), none of which crosses x, column by column; both stay sorted by their top. */
static void part(struct tj_pdf_line *lines, struct tj_pdf_line *scratch, size_t from, size_t to, double x)
{
    size_t at = from;
    for (int side = 0; side < 2; side++)
        for (size_t i = from; i < to; i++)
            if ((lines[i].left >= x) == (side == 1)) scratch[at++] = lines[i];
    memcpy(lines + from, scratch + from, (to - from) * sizeof *lines);
}

enum { MOST = 2000 }; /* lines of one page; more are left as they come */

/* A copy of the lines, sorted by their top; NULL if they are too few, too many, or memory is short. */
static struct tj_pdf_line *sorted(const struct tj_pdf_line *lines, size_t count)
{
    if (count < 2 * PAIRS || count > MOST) return NULL;
    struct tj_pdf_line *copy = malloc(count * sizeof *copy);
    if (!copy) return NULL;
    memcpy(copy, lines, count * sizeof *copy);
    qsort(copy, count, sizeof *copy, by_top);
    return copy;
}

double tj_pdf_gap(const struct tj_pdf_line *lines, size_t count, double width)
{
    struct tj_pdf_line *copy = sorted(lines, count);
    double gap = copy ? find_gutter(copy, count, width) : 0;
    free(copy);
    return gap;
}

void tj_pdf_order(struct tj_pdf_line *lines, size_t count, double gap)
{
    struct tj_pdf_line *scratch = gap > 0 ? sorted(lines, count) : NULL;
    if (!scratch) return;
    memcpy(lines, scratch, count * sizeof *lines);
    for (size_t from = 0, to; from < count; from = to + 1) {
        to = from;
        while (to < count && !crosses(&lines[to], gap)) to++;
        part(lines, scratch, from, to, gap);
    }
    free(scratch);
}

static double height(const struct tj_pdf_line *l) { return l->bottom - l->top; }

/* In the same column, a paragraph's indent apart. */
static bool beside(const struct tj_pdf_line *a, const struct tj_pdf_line *b)
{
    double apart = a->left - b->left, most = 3 * height(a);
    return apart < most && -apart < most;
}

/* Is the next line set below the middle of this one, as a date is below a title? */
static bool is_centred(const struct tj_pdf_line *line, const struct tj_pdf_line *next)
{
    double left = next->left - line->left, right = line->right - next->right;
    return left > height(line) && right > left - height(line) / 2 && right < left + height(line) / 2;
}

static bool ends_paragraph(struct tj_str s)
{
    static const char *const ends[] = { "。", "；", "：", "！", "？", "”", "）" };
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (tj_ends(s, tj_str_of(ends[i]))) return true;
    return false;
}

bool tj_pdf_goes_on(const struct tj_pdf_line *lines, size_t count, size_t at)
{
    if (at + 1 >= count || ends_paragraph(lines[at].text)) return false;
    const struct tj_pdf_line *line = &lines[at], *next = line + 1;
    double right = line->right;
    size_t column = 0;
    for (size_t i = 0; i < count; i++) {
        if (!beside(line, &lines[i])) continue;
        column++;
        if (lines[i].right > right) right = lines[i].right;
    }
    bool other = 4 * height(line) > 5 * height(next) || 4 * height(next) > 5 * height(line); /* a title */
    bool full = !other && !is_centred(line, next) && column > 1 && right - line->right < 1.6 * height(line);
    bool below = beside(line, next) && next->top > line->top && next->top - line->bottom < 2 * height(line);
    bool indented = next->left - line->left > 1.2 * height(line);
    bool next_column = next->left > line->right && next->top < line->top;
    return full && ((below && !indented) || next_column);
}

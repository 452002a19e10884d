/* The rows of figures, the columns that they make, and the labels over several lines. */
#include <stdlib.h>

#include "extract/document/pdf_table_parts.h"

/* Makes room for one word among the columns. A word over two columns makes them one, but never one of figures. */
static bool place_word(struct tj_pdf_sheet *s, const struct tj_pdf_line *w, bool figure)
{
    unsigned from = 0, to;
    while (from < s->column_count && s->columns[from].right <= w->left) from++;
    for (to = from; to < s->column_count && s->columns[to].left < w->right; to++)
        if (to > from && (s->columns[to].figures || s->columns[from].figures)) return false;
    struct tj_pdf_column column = { w->left, w->right, figure, 0 };
    for (unsigned i = from; i < to; i++) {
        if (s->columns[i].left < column.left) column.left = s->columns[i].left;
        if (s->columns[i].right > column.right) column.right = s->columns[i].right;
        column.figures |= s->columns[i].figures;
    }
    if (to == from && s->column_count == TJ_PDF_COLUMNS) return false;
    memmove(&s->columns[from + 1], &s->columns[to], (s->column_count - to) * sizeof column);
    s->columns[from] = column;
    s->column_count = s->column_count - (to - from) + 1;
    return true;
}

static bool place_row(struct tj_pdf_sheet *s, const struct tj_pdf_row *row)
{
    struct tj_pdf_column before[TJ_PDF_COLUMNS];
    unsigned count = s->column_count;
    memcpy(before, s->columns, sizeof before);
    for (size_t i = 0; i < row->count; i++) {
        if (place_word(s, &row->words[i], tj_pdf_counts(row->words[i].text))) continue;
        memcpy(s->columns, before, sizeof before);
        s->column_count = count;
        return false;
    }
    return true;
}

static unsigned column_of(const struct tj_pdf_sheet *s, const struct tj_pdf_line *w)
{
    unsigned c = 0;
    while (c < s->column_count && s->columns[c].right <= w->left) c++;
    return c;
}

/* Does it hold nothing but words over the labels' columns? */
static bool is_label_row(const struct tj_pdf_sheet *s, const struct tj_pdf_row *row)
{
    if (row->figures || row->prose) return false;
    for (size_t i = 0; i < row->count; i++) {
        unsigned c = column_of(s, &row->words[i]);
        bool over = c < s->column_count && s->columns[c].left < row->words[i].right;
        bool next = over && c + 1 < s->column_count && s->columns[c + 1].left < row->words[i].right;
        if (!over || next || s->columns[c].figures) return false;
    }
    return true;
}

void tj_pdf_find_body(struct tj_pdf_sheet *s)
{
    s->column_count = 0;
    s->end = s->first;
    for (size_t r = s->first; r < s->row_count; r++) {
        const struct tj_pdf_row *row = &s->rows[r];
        if (r > s->first && row->top - s->rows[r - 1].bottom > 3 * s->em) break;
        if (row->figures == 0 && r > s->first && is_label_row(s, row)) continue;
        if (row->figures == 0 || row->count < 2 || row->prose || !place_row(s, row)) break;
        s->end = r + 1;
    }
}

static int by_size(const void *a, const void *b)
{
    double p = *(const double *)a, q = *(const double *)b;
    return (p > q) - (p < q);
}

static double middle_of(const struct tj_pdf_row *row) { return (row->top + row->bottom) / 2; }

/* How far apart rows of figures are: the middle one of the distances. */
static double pitch_of(const struct tj_pdf_sheet *s)
{
    double *steps = tj_alloc_array(s->arena, s->end - s->first, sizeof *steps);
    size_t count = 0, last = s->first;
    for (size_t r = s->first + 1; r < s->end; r++) {
        if (s->rows[r].figures == 0) continue;
        steps[count++] = middle_of(&s->rows[r]) - middle_of(&s->rows[last]);
        last = r;
    }
    qsort(steps, count, sizeof *steps, by_size);
    return count ? steps[count / 2] : 0;
}

/* The row of figures that row `r` belongs to: a row of labels much nearer to one than rows are to each other is a part of
   a label over several lines. Outside of the body only where it overlaps. */
static size_t owner_of(const struct tj_pdf_sheet *s, size_t r, double pitch)
{
    const struct tj_pdf_row *row = &s->rows[r];
    if (r >= s->first && r < s->end && row->figures) return r;
    size_t above = r, below = r;
    while (above > s->first && (above >= s->end || s->rows[above].figures == 0)) above--;
    while (below < s->end && (below < s->first || s->rows[below].figures == 0)) below++;
    double up = r > s->first ? middle_of(row) - middle_of(&s->rows[above]) : 4 * pitch;
    double down = below < s->end ? middle_of(&s->rows[below]) - middle_of(row) : 4 * pitch;
    double most = r < s->first || r >= s->end ? s->em * 0.9 : pitch * 0.75;
    size_t owner = up < down ? above : below;
    return (up < down ? up : down) < most ? owner : r;
}

void tj_pdf_put_body(struct tj_pdf_sheet *s)
{
    double pitch = pitch_of(s);
    size_t from = s->first > 0 ? s->first - 1 : 0, to = s->end < s->row_count ? s->end + 1 : s->end;
    for (size_t r = from; r < to; r++) {
        struct tj_pdf_row *row = &s->rows[r];
        bool outside = r < s->first || r >= s->end;
        if (outside && !is_label_row(s, row)) continue;
        size_t owner = owner_of(s, r, pitch);
        if (outside && owner == r) continue;
        row->taken = owner != r;
        for (size_t i = 0; i < row->count; i++)
            tj_pdf_put(s, owner, column_of(s, &row->words[i]), 1, &row->words[i]);
    }
}

#include "extract/document/pdf_table.h"

#include <stdlib.h>

#include "extract/document/pdf_table_parts.h"
#include "extract/document/take.h"

enum {
    MOST_WORDS = 4000, /* of a page; more are no page of a report */
    LONG_WORD = 30,    /* characters: prose */
    LONG_CLAUSE = 12,  /* the same with a comma in it */
};

double tj_pdf_middle(const struct tj_pdf_line *w) { return (w->top + w->bottom) / 2; }

static int by_middle(const void *a, const void *b)
{
    double p = tj_pdf_middle(a), q = tj_pdf_middle(b);
    return (p > q) - (p < q);
}

static int by_left(const void *a, const void *b)
{
    const struct tj_pdf_line *p = a, *q = b;
    return (p->left > q->left) - (p->left < q->left);
}

static bool is_year(struct tj_str s)
{
    return s.len == 4 && (tj_starts(s, TJ_STR("19")) || tj_starts(s, TJ_STR("20"))) && !memchr(s.ptr, '.', 4);
}

bool tj_pdf_is_figure(struct tj_str s)
{
    if (!tj_cell_is_figure(s)) return false;
    for (size_t at = 0, len; at < s.len; at += len) {
        uint32_t c = tj_char_at(s, at, &len);
        bool sign =
            c == U'−' || c == U'–' || c == U'－' || c == U'＋' || c == U'％' || c == U'‰' || c == U'，';
        bool wide = (c >= U'０' && c <= U'９') || c == U'．';
        if (!sign && !wide && (c >= 0x80 || !memchr("0123456789.,+-% ", (int)c, 16))) return false;
    }
    return true;
}

bool tj_pdf_counts(struct tj_str s) { return tj_pdf_is_figure(s) && !is_year(s); }

static bool is_prose(struct tj_str s)
{
    size_t at, chars = tj_char_count(s);
    return chars > LONG_WORD || tj_find(s, TJ_STR("。"), 0, &at)
           || (chars > LONG_CLAUSE && tj_find(s, TJ_STR("，"), 0, &at));
}

static void close_row(struct tj_pdf_row *row)
{
    qsort(row->words, row->count, sizeof *row->words, by_left);
    for (size_t i = 0; i < row->count; i++) {
        const struct tj_pdf_line *w = &row->words[i];
        if (i == 0 || w->top < row->top) row->top = w->top;
        if (i == 0 || w->bottom > row->bottom) row->bottom = w->bottom;
        row->figures += tj_pdf_counts(w->text);
        row->prose |= is_prose(w->text);
    }
}

/* Words to rows: those whose middles are less than a third of a character apart. */
static void make_rows(struct tj_pdf_sheet *s, struct tj_pdf_line *words, size_t count)
{
    qsort(words, count, sizeof *words, by_middle);
    s->rows = tj_alloc_array(s->arena, count, sizeof *s->rows);
    for (size_t i = 0, from = 0; i < count; i++) {
        bool ends =
            i + 1 == count || tj_pdf_middle(&words[i + 1]) - tj_pdf_middle(&words[from]) > s->em * 0.35;
        if (!ends) continue;
        struct tj_pdf_row *row = &s->rows[s->row_count++];
        *row = (struct tj_pdf_row){ .words = words + from, .count = i + 1 - from };
        close_row(row);
        from = i + 1;
    }
}

void tj_pdf_put(struct tj_pdf_sheet *s, size_t row, unsigned column, unsigned columns,
                const struct tj_pdf_line *word)
{
    for (size_t i = 0; i < s->cell_count; i++) {
        struct tj_pdf_cell *cell = &s->cells[i];
        if (cell->row != row || cell->column != column) continue;
        cell->text = tj_join(s->arena, cell->text, word->text);
        if (word->left < cell->left) cell->left = word->left;
        if (word->right > cell->right) cell->right = word->right;
        return;
    }
    s->cells = tj_grow(s->arena, s->cells, s->cell_count, &s->cell_room, sizeof *s->cells);
    s->cells[s->cell_count++] =
        (struct tj_pdf_cell){ (unsigned)row, column, columns, 0, word->left, word->right, word->text };
}

/* The labels of a column begin further right the deeper they are, but not where they are set in its middle. */
static void indent_column(struct tj_pdf_sheet *s, unsigned column)
{
    double left = 0, low = 0, high = 0;
    size_t seen = 0;
    for (size_t i = 0; i < s->cell_count; i++) {
        const struct tj_pdf_cell *c = &s->cells[i];
        if (c->column != column || c->row < s->first) continue;
        double middle = (c->left + c->right) / 2;
        if (seen == 0 || c->left < left) left = c->left;
        if (seen == 0 || middle < low) low = middle;
        if (seen++ == 0 || middle > high) high = middle;
    }
    if (high - low < 0.4 * s->em) return;
    for (size_t i = 0; i < s->cell_count; i++) {
        struct tj_pdf_cell *c = &s->cells[i];
        if (c->column == column && c->row >= s->first)
            c->indent = (unsigned)((c->left - left) / (0.5 * s->em) + 0.5);
    }
}

static int by_place(const void *a, const void *b)
{
    const struct tj_pdf_cell *p = a, *q = b;
    if (p->row != q->row) return p->row < q->row ? -1 : 1;
    return (p->column > q->column) - (p->column < q->column);
}

/* Does every row of figures have a label left of its figures? Cells are sorted. */
static bool is_labelled(const struct tj_pdf_sheet *s)
{
    for (size_t i = 0; i < s->cell_count; i++) {
        const struct tj_pdf_cell *c = &s->cells[i];
        bool begins = i == 0 || s->cells[i - 1].row != c->row;
        if (begins && c->row >= s->first && s->columns[c->column].figures) return false;
    }
    return true;
}

static struct tj_pdf_table make_table(struct tj_pdf_sheet *s)
{
    struct tj_pdf_table t = { .columns = s->column_count, .cells = s->cells, .cell_count = s->cell_count };
    for (unsigned c = 0; c < s->column_count; c++)
        if (!s->columns[c].figures) indent_column(s, c);
    t.left = s->columns[0].left;
    t.right = s->columns[s->column_count - 1].right;
    t.top = s->rows[s->head].top;
    size_t last = s->end < s->row_count && s->rows[s->end].taken ? s->end : s->end - 1;
    t.bottom = s->rows[last].bottom;
    for (size_t i = 0, row = 0; i < s->cell_count; i++) { /* rows of which nothing is left are none */
        bool ends = i + 1 == s->cell_count || s->cells[i + 1].row != s->cells[i].row;
        s->cells[i].row = (unsigned)row;
        row += ends;
        t.rows = (unsigned)row;
    }
    return t;
}

/* Does the first column only count the rows, before one of labels? */
static bool counts_rows(const struct tj_pdf_sheet *s)
{
    unsigned next = 0;
    if (s->column_count < 3 || s->columns[1].figures) return false;
    for (size_t r = s->first; r < s->end; r++) {
        const struct tj_pdf_line *w = &s->rows[r].words[0];
        if (s->rows[r].figures == 0 || w->left >= s->columns[0].right) continue;
        unsigned n = 0;
        for (size_t i = 0; i < w->text.len; i++) {
            if (w->text.ptr[i] < '0' || w->text.ptr[i] > '9' || n > 999) return false;
            n = n * 10 + (unsigned)(w->text.ptr[i] - '0');
        }
        if (next && n != next) return false;
        next = n + 1;
    }
    return true;
}

/* Is there a table whose figures begin in row s->first? */
static bool find_table(struct tj_pdf_sheet *s)
{
    size_t rows = 0;
    tj_pdf_find_body(s);
    for (size_t r = s->first; r < s->end; r++) rows += s->rows[r].figures > 0;
    if (rows < 2 || s->column_count < 2) return false;
    if (s->columns[0].figures && !counts_rows(s)) return false;
    s->columns[0].figures = false;
    tj_pdf_put_body(s);
    if (!tj_pdf_heads(s)) return false;
    qsort(s->cells, s->cell_count, sizeof *s->cells, by_place);
    return is_labelled(s);
}

size_t tj_pdf_tables(struct tj_arena *arena, struct tj_pdf_line *words, size_t count, double em,
                     struct tj_pdf_table **tables)
{
    struct tj_pdf_sheet s = { .arena = arena, .em = em };
    size_t found = 0, room = 0;
    *tables = NULL;
    if (count == 0 || count > MOST_WORDS || !(em > 0)) return 0;
    make_rows(&s, words, count);
    while (s.first < s.row_count) {
        s.cells = NULL;
        s.cell_count = s.cell_room = 0;
        s.end = s.first;
        if (s.rows[s.first].figures && find_table(&s)) {
            *tables = tj_grow(arena, *tables, found, &room, sizeof **tables);
            (*tables)[found++] = make_table(&s);
        }
        size_t next = s.end > s.first ? s.end : s.first + 1;
        for (size_t r = s.first > 0 ? s.first - 1 : 0; r <= next && r < s.row_count; r++)
            s.rows[r].taken = false;
        s.first = next;
    }
    return found;
}

/* Which columns a word above the figures stands over: the one below it, or several in whose middle it is. */
#include "extract/document/pdf_table_parts.h"

enum { LONG_HEAD = 14 /* characters: a longer word over several columns is the table's title */ };

/* Columns [from, to]. */
struct range {
    unsigned from, to;
};

/* The words already put over a column. */
struct block {
    double top, bottom;
};

struct heads {
    struct tj_pdf_sheet *s;
    struct block blocks[TJ_PDF_COLUMNS];
    bool unsure; /* a word may stand over one column or more */
};

static double centre(const struct tj_pdf_column *c) { return (c->left + c->right) / 2; }
static double apart(double a, double b) { return a < b ? b - a : a - b; }

/* How far the word is from the middle of the columns, by their edges or by their middles. */
static double error_of(const struct tj_pdf_sheet *s, struct range r, const struct tj_pdf_line *w)
{
    const struct tj_pdf_column *a = &s->columns[r.from], *b = &s->columns[r.to];
    double middle = (w->left + w->right) / 2;
    double edges = apart(middle, (a->left + b->right) / 2);
    double centres = apart(middle, (centre(a) + centre(b)) / 2);
    return edges < centres ? edges : centres;
}

/* Does a head of column `c` lie all below the word, and not in the middle of the lines that the word is the first of? */
static bool is_below(const struct heads *h, unsigned c, const struct tj_pdf_line *w, double bottom)
{
    const struct block *b = &h->blocks[c];
    return h->s->columns[c].figures && h->s->columns[c].heads > 0 && b->top >= w->bottom - 0.2 * h->s->em
           && (b->top + b->bottom) / 2 >= (w->top + bottom) / 2 + 0.3 * h->s->em;
}

/* May the word stand over all these columns? Each must have a head of its own below it. */
static bool may_span(const struct heads *h, struct range r, const struct tj_pdf_line *w)
{
    double bottom = w->bottom;
    for (unsigned c = r.from; c <= r.to; c++)
        if (h->blocks[c].bottom > bottom) bottom = h->blocks[c].bottom;
    for (unsigned c = r.from; c <= r.to; c++)
        if (!is_below(h, c, w, bottom)) return false;
    return tj_char_count(w->text) <= LONG_HEAD;
}

/* Does another word of the row stand over the columns? */
static bool is_shared(const struct tj_pdf_sheet *s, struct range r, const struct tj_pdf_row *row, size_t word)
{
    for (size_t i = 0; i < row->count; i++) {
        double middle = (row->words[i].left + row->words[i].right) / 2;
        if (i != word && middle > s->columns[r.from].left && middle < s->columns[r.to].right) return true;
    }
    return false;
}

/* Several columns; false if none or more than one choice fits. */
static bool find_span(const struct heads *h, const struct tj_pdf_row *row, size_t word, struct range *out)
{
    const struct tj_pdf_sheet *s = h->s;
    const struct tj_pdf_line *w = &row->words[word];
    size_t found = 0;
    for (unsigned a = 0; a < s->column_count; a++)
        for (unsigned b = a + 1; b < s->column_count; b++) {
            struct range r = { a, b };
            double pitch = (centre(&s->columns[b]) - centre(&s->columns[a])) / (b - a);
            double most = pitch * 0.2 > s->em * 0.8 ? pitch * 0.2 : s->em * 0.8;
            bool over = w->right > s->columns[a].left && w->left < s->columns[b].right;
            if (!over || error_of(s, r, w) > most || is_shared(s, r, row, word) || !may_span(h, r, w))
                continue;
            *out = r;
            found++;
        }
    return found == 1;
}

/* The one column below the word, or the nearest if the next one is much further off. */
static bool find_column(const struct tj_pdf_sheet *s, const struct tj_pdf_line *w, struct range *out)
{
    double best = 0, next = 0;
    size_t over = 0;
    for (unsigned c = 0; c < s->column_count; c++) {
        const struct tj_pdf_column *k = &s->columns[c];
        bool here = k->left < w->right && k->right > w->left;
        double gap = here ? 0 : k->left >= w->right ? k->left - w->right : w->left - k->right;
        over += here;
        if (c == 0 || gap < best) {
            next = best;
            best = gap;
            *out = (struct range){ c, c };
        } else if (c == 1 || gap < next) {
            next = gap;
        }
    }
    return over == 1 || (over == 0 && best < 2 * s->em && next > 3 * best + s->em);
}

/* A column is as wide as its head; false if it would reach into the next. */
static bool widen(struct tj_pdf_sheet *s, unsigned c, const struct tj_pdf_line *w)
{
    struct tj_pdf_column *k = &s->columns[c];
    if (w->left < k->left) k->left = w->left;
    if (w->right > k->right) k->right = w->right;
    return (c == 0 || s->columns[c - 1].right <= k->left)
           && (c + 1 == s->column_count || s->columns[c + 1].left >= k->right);
}

/* Might the word, which was found to stand over column `c` alone, be meant for the next one too, over which nothing stands
   in its row? */
static bool is_unsure(const struct heads *h, const struct tj_pdf_row *row, const struct range *ranges,
                      size_t word)
{
    unsigned c = ranges[word].from, before = word > 0 ? ranges[word - 1].to + 1 : 0;
    unsigned next = word + 1 < row->count ? ranges[word + 1].from : h->s->column_count;
    const struct tj_pdf_line *w = &row->words[word];
    if (ranges[word].to > c || h->s->columns[c].heads == 0 || !is_below(h, c, w, w->bottom)) return false;
    double bottom = h->blocks[c].bottom;
    return (c > before && is_below(h, c - 1, w, bottom)) || (c + 1 < next && is_below(h, c + 1, w, bottom));
}

/* Which columns each word of the row stands over. */
static bool find_ranges(struct heads *h, const struct tj_pdf_row *row, struct range *ranges)
{
    struct tj_pdf_sheet *s = h->s;
    for (size_t i = 0; i < row->count; i++) {
        const struct tj_pdf_line *w = &row->words[i];
        if (!find_span(h, row, i, &ranges[i]) && !find_column(s, w, &ranges[i])) return false;
        bool same = i > 0 && ranges[i].from == ranges[i - 1].from && ranges[i].to == ranges[i - 1].to;
        if (i > 0 && !same && ranges[i].from <= ranges[i - 1].to) return false;
    }
    for (size_t i = 0; i < row->count; i++) h->unsure |= is_unsure(h, row, ranges, i);
    if (h->unsure) return false;
    for (size_t i = 0; i < row->count; i++)
        if (ranges[i].from == ranges[i].to && !widen(s, ranges[i].from, &row->words[i])) return false;
    return true;
}

static void put_row(struct heads *h, size_t r, const struct range *ranges)
{
    struct tj_pdf_sheet *s = h->s;
    for (size_t i = 0; i < s->rows[r].count; i++) {
        const struct tj_pdf_line *w = &s->rows[r].words[i];
        for (unsigned c = ranges[i].from; c <= ranges[i].to; c++) {
            struct block *b = &h->blocks[c];
            if (s->columns[c].heads == 0 || w->top < b->top) b->top = w->top;
            if (s->columns[c].heads == 0 || w->bottom > b->bottom) b->bottom = w->bottom;
            s->columns[c].heads++;
        }
        tj_pdf_put(s, r, ranges[i].from, ranges[i].to - ranges[i].from + 1, w);
    }
}

/* 表1 …, 单位：亿元, a sentence: what stands over a table. */
static bool is_caption(const struct tj_pdf_row *row)
{
    static const struct tj_str begins[] = { TJ_WORD("表"), TJ_WORD("附表"), TJ_WORD("续表"), TJ_WORD("图") };
    size_t at;
    for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++)
        if (tj_starts(row->words[0].text, begins[i])) return true;
    for (size_t i = 0; i < row->count; i++) {
        struct tj_str text = row->words[i].text;
        if (tj_find(text, TJ_STR("单位："), 0, &at) || tj_find(text, TJ_STR("单位:"), 0, &at)) return true;
    }
    return row->prose || row->figures;
}

bool tj_pdf_heads(struct tj_pdf_sheet *s)
{
    struct heads h = { .s = s };
    double top = s->rows[s->first].top;
    s->head = s->first;
    for (size_t r = s->first; r > 0; r--) {
        const struct tj_pdf_row *row = &s->rows[r - 1];
        struct range ranges[TJ_PDF_COLUMNS];
        if (row->taken) continue;
        if (top - row->bottom > 2 * s->em || is_caption(row) || row->count > TJ_PDF_COLUMNS) break;
        struct tj_pdf_column before[TJ_PDF_COLUMNS];
        memcpy(before, s->columns, sizeof before);
        if (!find_ranges(&h, row, ranges)) {
            if (row->count > 1 || h.unsure) return false;
            memcpy(s->columns, before, sizeof before);
            break;
        }
        put_row(&h, r - 1, ranges);
        s->head = r - 1;
        top = row->top < top ? row->top : top;
    }
    for (unsigned c = 0; c < s->column_count; c++)
        if (s->columns[c].figures && s->columns[c].heads == 0) return false;
    return true;
}

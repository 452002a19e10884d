/* Cells into rows and columns, and which of them are heads. */
#include "extract/attribute/table/table_parts.h"

const struct tj_cell *tj_matrix_cell(const struct tj_matrix *s, unsigned row, unsigned column)
{
    uint32_t n = s->at[(size_t)row * s->grid->columns + column];
    return n ? &s->grid->cells[n - 1] : NULL;
}

const struct tj_slot *tj_matrix_slot(const struct tj_matrix *s, unsigned row, unsigned column)
{
    uint32_t n = s->at[(size_t)row * s->grid->columns + column];
    return n ? &s->slots[n - 1] : NULL;
}

static void place_cells(struct tj_matrix *s)
{
    const struct tj_grid *g = s->grid;
    s->at = tj_alloc_array(s->f->arena, (size_t)g->rows * g->columns, sizeof *s->at);
    s->slots = tj_alloc_array(s->f->arena, g->cell_count, sizeof *s->slots);
    for (uint32_t i = 0; i < g->cell_count; i++) {
        const struct tj_cell *c = &g->cells[i];
        s->slots[i] = tj_slot_read(s->f, tj_cut(s->document->text, c->off, c->off + c->len), c->off);
        for (unsigned r = c->row; r < c->row + c->rows && r < g->rows; r++)
            for (unsigned k = c->column; k < c->column + c->columns && k < g->columns; k++)
                if (!s->at[(size_t)r * g->columns + k]) s->at[(size_t)r * g->columns + k] = i + 1;
    }
}

/* A row without any figure that is no year. The first column may number the rows. */
static bool is_head_row(const struct tj_matrix *s, unsigned row)
{
    size_t years = 0, labels = 0;
    for (unsigned c = 0; c < s->grid->columns; c++) {
        const struct tj_slot *slot = tj_matrix_slot(s, row, c);
        if (!slot || slot->label.len == 0) continue;
        if (slot->figure && !slot->year) return false;
        years += slot->year;
        labels += !slot->figure;
    }
    return labels > 0 || years > 1;
}

/* Does a row hold a figure, years not counted if others are there? */
static bool has_figure(const struct tj_matrix *s, unsigned row)
{
    for (unsigned c = 0; c < s->grid->columns; c++) {
        const struct tj_slot *slot = tj_matrix_slot(s, row, c);
        if (slot && slot->figure && !slot->year) return true;
    }
    return false;
}

/* Heads end before the first row of figures; a row before that with words in its first column only stands over the
   rows below it: it is a part of the body. */
static unsigned find_body(const struct tj_matrix *s)
{
    unsigned row = 0;
    while (row < s->grid->rows && is_head_row(s, row)) row++;
    while (row > 1 && row < s->grid->rows) {
        size_t others = 0;
        for (unsigned c = 1; c < s->grid->columns; c++) {
            const struct tj_slot *slot = tj_matrix_slot(s, row - 1, c);
            others += slot && slot->label.len > 0;
        }
        if (others) break;
        row--;
    }
    return row < s->grid->rows && (has_figure(s, row) || row > 0) ? row : 0;
}

/* The words over a column, from the top down, each cell once. */
static struct tj_str head_label(const struct tj_matrix *s, unsigned column)
{
    struct tj_str label = { 0 };
    const struct tj_cell *last = NULL;
    for (unsigned r = 0; r < s->body; r++) {
        const struct tj_cell *cell = tj_matrix_cell(s, r, column);
        if (!cell || cell == last || (cell->columns >= s->grid->columns && s->grid->columns > 1)) continue;
        const struct tj_slot *slot = tj_matrix_slot(s, r, column);
        if (!slot) continue;
        struct tj_str words = slot->year ? tj_join(s->f->arena, slot->label, TJ_STR("年")) : slot->label;
        label = tj_join(s->f->arena, label, words);
        last = cell;
    }
    return label;
}

static enum tj_column_use use_of(const struct tj_matrix *s, unsigned column, const struct tj_header *h)
{
    size_t figures = 0, labels = 0, years = 0;
    for (unsigned r = s->body; r < s->grid->rows; r++) {
        const struct tj_slot *slot = tj_matrix_slot(s, r, column);
        const struct tj_cell *cell = tj_matrix_cell(s, r, column);
        if (!slot || !cell || slot->label.len == 0 || cell->row != r || cell->column != column) continue;
        figures += slot->figure;
        years += slot->year;
        labels += !slot->figure;
    }
    bool alone = h->words.len == 0;
    if (alone && h->roles & TJ_ROLE(TJ_HEAD_NUMBER)) return TJ_COLUMN_IDLE;
    if (alone && h->roles & TJ_ROLE(TJ_HEAD_UNIT) && figures == 0) return TJ_COLUMN_UNITS;
    if (figures == 0 && labels == 0) return TJ_COLUMN_IDLE;
    if (column == 0 && (years == figures || labels > 0))
        return TJ_COLUMN_LABELS; /* 2019, 2020 … down the first column, or 60岁 among others */
    size_t at;
    bool when = tj_find(h->words, TJ_STR("年"), 0, &at) || tj_find(h->words, TJ_STR("时间"), 0, &at);
    if (figures > 0 && years == figures && when) return TJ_COLUMN_IDLE; /* 建成年份, 开工时间 */
    return figures > 0 && figures * 2 >= labels ? TJ_COLUMN_FIGURES : TJ_COLUMN_LABELS;
}

/* Growth stands beside what grew: a column of it without a period has that of the columns left of it, of the latest year
   among them and nearest to it. 上年同期 is a year before that. */
static void lend_periods(struct tj_matrix *s)
{
    unsigned takes =
        TJ_ROLE(TJ_HEAD_GROWTH) | TJ_ROLE(TJ_HEAD_CHANGE) | TJ_ROLE(TJ_HEAD_SHARE) | TJ_ROLE(TJ_HEAD_LAST);
    struct tj_period latest = { 0 };
    for (unsigned c = 0; c < s->grid->columns; c++) {
        struct tj_header *h = &s->columns[c].header;
        if (s->columns[c].use != TJ_COLUMN_FIGURES) continue;
        if (h->period.kind) {
            if (h->period.first >= latest.first) latest = h->period;
        } else if (h->roles & takes) {
            h->period = latest;
            bool last = h->roles & TJ_ROLE(TJ_HEAD_LAST) && latest.first;
            h->period.first -= last;
            h->period.last -= last && latest.last;
        }
    }
}

void tj_matrix_lay_out(struct tj_matrix *s)
{
    place_cells(s);
    s->body = find_body(s);
    s->columns = tj_alloc_array(s->f->arena, s->grid->columns, sizeof *s->columns);
    for (unsigned c = 0; c < s->grid->columns; c++) {
        s->columns[c].header = tj_header_read(s->f, head_label(s, c), TJ_OF_COLUMN);
        s->columns[c].use = use_of(s, c, &s->columns[c].header);
    }
    lend_periods(s);
}

#include "extract/document/take.h"

enum {
    MOST_ROWS = 65536,
    LONG_CELL = 600,  /* bytes: a table with longer cells sets out prose */
    LONG_FIGURE = 60, /* bytes: a longer cell that begins with a digit is a sentence */
};

void tj_take(struct tj_taker *t, struct tj_str text, size_t origin)
{
    if (text.len == 0) return;
    const struct tj_step *last = t->origin_count ? &t->origins[t->origin_count - 1] : NULL;
    if (!last || origin - last->text != t->text.len - last->clean) {
        t->origins = tj_grow(t->arena, t->origins, t->origin_count, &t->origin_room, sizeof *t->origins);
        t->origins[t->origin_count++] = (struct tj_step){ t->text.len, origin };
    }
    tj_put(&t->text, text);
}

void tj_take_mark(struct tj_taker *t, char mark) { tj_put_char(&t->text, mark); }

void tj_take_line_end(struct tj_taker *t, bool soft)
{
    struct tj_str line = tj_cut(tj_buffer_str(&t->text), t->line, t->text.len);
    if (tj_trim(line).len == 0) {
        t->text.len = t->line;
        return;
    }
    if (soft) {
        t->soft = tj_grow(t->arena, t->soft, t->soft_count, &t->soft_room, sizeof *t->soft);
        t->soft[t->soft_count++] = t->text.len;
    }
    tj_put_char(&t->text, '\n');
    t->line = t->text.len;
}

void tj_take_table(struct tj_taker *t)
{
    tj_take_line_end(t, false);
    t->tables = tj_grow(t->arena, t->tables, t->table_count, &t->table_room, sizeof *t->tables);
    t->tables[t->table_count++] = (struct tj_grid){ .off = t->text.len };
    t->cells = NULL;
    t->cell_count = t->cell_room = 0;
    t->rows = t->columns = 0;
    memset(t->until, 0, sizeof t->until);
}

void tj_take_row(struct tj_taker *t)
{
    if (t->rows) tj_put_char(&t->text, '\n');
    t->rows++;
}

static unsigned within(unsigned n, unsigned most) { return n < 1 ? 1 : n > most ? most : n; }

void tj_take_cell(struct tj_taker *t, unsigned row_span, unsigned column_span)
{
    if (t->rows == 0) tj_take_row(t); /* only a damaged file has a cell outside rows */
    unsigned row = t->rows - 1, column = 0;
    if (t->cell_count && t->cells[t->cell_count - 1].row == row) {
        const struct tj_cell *left = &t->cells[t->cell_count - 1];
        column = left->column + left->columns;
        tj_put_char(&t->text, '\t');
    }
    while (column < TJ_MOST_COLUMNS && t->until[column] > row) column++;
    t->cells = tj_grow(t->arena, t->cells, t->cell_count, &t->cell_room, sizeof *t->cells);
    t->cells[t->cell_count++] = (struct tj_cell){ .off = t->text.len,
                                                  .row = row,
                                                  .column = column,
                                                  .rows = within(row_span, TJ_MOST_COLUMNS),
                                                  .columns = within(column_span, TJ_MOST_COLUMNS) };
    const struct tj_cell *c = &t->cells[t->cell_count - 1];
    for (unsigned i = c->column; i < c->column + c->columns && i < TJ_MOST_COLUMNS; i++)
        if (t->until[i] < row + c->rows) t->until[i] = row + c->rows;
}

void tj_take_cell_end(struct tj_taker *t, unsigned indent)
{
    struct tj_cell *c = &t->cells[t->cell_count - 1];
    c->len = t->text.len - c->off;
    c->indent = indent;
    if (c->column + c->columns > t->columns) t->columns = c->column + c->columns;
}

bool tj_cell_is_figure(struct tj_str s)
{
    static const struct tj_str signs[] = { TJ_WORD("-"),  TJ_WORD("+"), TJ_WORD("−"),
                                           TJ_WORD("－"), TJ_WORD("–"), TJ_WORD("＋") };
    s = tj_trim(s);
    if (s.len > LONG_FIGURE) return false;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (tj_eat(&s, signs[i])) break;
    s = tj_trim(s);
    size_t len;
    uint32_t c = s.len ? tj_char_at(s, 0, &len) : 0;
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* Figures in at least a quarter of the cells that hold anything, and no prose. */
static bool is_of_figures(const struct tj_taker *t)
{
    size_t filled = 0, figures = 0;
    struct tj_str text = tj_buffer_str(&t->text);
    for (size_t i = 0; i < t->cell_count; i++) {
        struct tj_str cell = tj_trim(tj_cut(text, t->cells[i].off, t->cells[i].off + t->cells[i].len));
        if (cell.len > LONG_CELL) return false;
        filled += cell.len > 0;
        figures += tj_cell_is_figure(cell);
    }
    bool fits = t->columns >= 2 && t->columns <= TJ_MOST_COLUMNS && t->rows >= 2 && t->rows <= MOST_ROWS;
    return fits && figures >= 2 && figures * 4 >= filled && figures < filled;
}

bool tj_take_table_end(struct tj_taker *t)
{
    struct tj_grid *table = &t->tables[t->table_count - 1];
    if (!is_of_figures(t)) {
        t->text.len = t->line = table->off;
        t->table_count--;
        while (t->origin_count && t->origins[t->origin_count - 1].clean >= t->text.len) t->origin_count--;
        return false;
    }
    tj_put_char(&t->text, '\n');
    t->line = t->text.len;
    table->len = t->text.len - table->off;
    table->cells = t->cells;
    table->cell_count = t->cell_count;
    table->rows = t->rows;
    table->columns = t->columns;
    return true;
}

void tj_take_cell_below(struct tj_taker *t)
{
    struct tj_cell cell = t->cells[t->cell_count - 1];
    for (size_t i = t->cell_count - 1; i > 0; i--) {
        struct tj_cell *above = &t->cells[i - 1];
        if (above->column != cell.column || above->row + above->rows != cell.row) continue;
        above->rows++;
        t->cell_count--;
        return;
    }
}

void tj_take_table_or_lines(struct tj_taker *t)
{
    size_t off = t->tables[t->table_count - 1].off;
    struct tj_str text = tj_copy(t->arena, tj_cut(tj_buffer_str(&t->text), off, t->text.len));
    if (tj_take_table_end(t)) {
        for (size_t i = off; i < t->text.len; i++)
            if (t->text.ptr[i] == '\r') t->text.ptr[i] = ' ';
        return;
    }
    for (size_t from = 0, at = 0; at <= text.len; at++) {
        if (at < text.len && !memchr("\t\r\n", text.ptr[at], 3)) continue;
        tj_take(t, tj_cut(text, from, at), t->text.len);
        tj_take_line_end(t, false);
        from = at + 1;
    }
}

void tj_take_end(struct tj_taker *t, struct tj_document *d)
{
    tj_take_line_end(t, false);
    d->text = tj_copy(t->arena, tj_buffer_str(&t->text));
    d->origins = t->origins;
    d->origin_count = t->origin_count;
    d->soft = t->soft;
    d->soft_count = t->soft_count;
    d->tables = t->tables;
    d->table_count = t->table_count;
    tj_buffer_free(&t->text);
    *t = (struct tj_taker){ .arena = t->arena };
}

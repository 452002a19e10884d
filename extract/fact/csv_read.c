#include "extract/fact/readers.h"

enum { MOST = sizeof((struct tj_stream *)0)->columns / sizeof(int) };

/* One record, quotes taken off in place: cells lie one after the other in stream->record, each up to its end and
   with a zero byte behind it; count tells how many. RFC 4180; line ends inside quotes belong to the cell. */
struct cells {
    size_t count, ends[MOST];
    bool open; /* the file ended inside quotes */
};

static void put(struct tj_stream *s, size_t *len, char c)
{
    if (*len == s->room) {
        s->room = s->room ? s->room * 2 : 4096;
        s->record = tj_must_realloc(s->record, s->room);
    }
    s->record[(*len)++] = c;
}

/* The characters of one cell; returns what ended it: ',' '\n' or EOF. */
static int read_cell(struct tj_stream *s, size_t *len, bool *open)
{
    int c = getc_unlocked(s->file);
    bool quoted = c == '"';
    if (quoted) c = getc_unlocked(s->file);
    for (;; c = getc_unlocked(s->file)) {
        if (c == EOF) {
            *open = quoted;
            return EOF;
        }
        if (quoted && c == '"') {
            c = getc_unlocked(s->file);
            if (c != '"')
                quoted = false;
            else {
                put(s, len, '"');
                continue;
            }
        }
        if (!quoted && c == '\r') continue;
        if (!quoted && (c == ',' || c == '\n' || c == EOF)) return c;
        if (c == '\n') s->line++;
        put(s, len, (char)c);
    }
}

static bool read_cells(struct tj_stream *s, struct cells *cells)
{
    size_t len = 0;
    *cells = (struct cells){ 0 };
    for (int end = ','; end == ',';) {
        end = read_cell(s, &len, &cells->open);
        if (end == EOF && cells->count == 0 && len == 0) return false;
        if (cells->count < MOST) cells->ends[cells->count] = len;
        put(s, &len, '\0');
        cells->count++;
    }
    return true;
}

static struct tj_str cell_at(const struct tj_stream *s, const struct cells *cells, size_t i)
{
    size_t off = i ? cells->ends[i - 1] + 1 : 0;
    return (struct tj_str){ s->record + off, cells->ends[i] - off };
}

enum tj_status tj_csv_header(struct tj_stream *stream, struct tj_error *err)
{
    struct cells cells;
    stream->line++;
    if (!read_cells(stream, &cells)) return tj_fail(err, TJ_EMPTY, stream->path, 0, "no header line in it");
    size_t known = 0;
    for (size_t i = 0; i < cells.count && i < MOST; i++) {
        struct tj_str name = tj_trim(cell_at(stream, &cells, i));
        stream->columns[i] = -1;
        for (int c = 0; c < TJ_COLUMNS; c++)
            if (tj_equal(tj_column_name((size_t)c), name)) stream->columns[i] = c, known++;
    }
    stream->column_count = cells.count < MOST ? cells.count : MOST;
    if (known >= 4) return TJ_OK;
    return tj_fail(err, TJ_BAD_FACT, stream->path, 1,
                   "this is no table of facts: its first line names none of our columns");
}

/* The ' that guards a formula is not part of the text (see csv.c), nor is one that a person put before a number. */
static struct tj_str unguard(struct tj_str cell, size_t column)
{
    struct tj_str rest = cell;
    struct tj_decimal number;
    while (tj_eat(&rest, TJ_STR("'"))) {}
    if (rest.len == cell.len || rest.len == 0) return cell;
    bool guarded = memchr("=+-@\t\r", rest.ptr[0], 6) && !tj_decimal_read(rest, &number);
    return guarded || tj_column_is_decimal(column) ? tj_cut(cell, 1, cell.len) : cell;
}

enum tj_status tj_csv_next(struct tj_stream *stream, struct tj_arena *arena, struct tj_fact *out, bool *more,
                           struct tj_error *err)
{
    struct cells cells;
    size_t line;
    *out = (struct tj_fact){ 0 };
    do {
        line = ++stream->line;
        *more = read_cells(stream, &cells);
    } while (*more && cells.count == 1 && cells.ends[0] == 0);
    if (ferror(stream->file)) return tj_fail(err, TJ_CANNOT_READ, stream->path, line, "reading stopped here");
    if (!*more) return TJ_OK;
    if (cells.open)
        return tj_fail(err, TJ_BAD_FACT, stream->path, line, "a quote is opened and never closed");
    if (cells.count != stream->column_count)
        return tj_fail(err, TJ_BAD_FACT, stream->path, line, "%zu cells, but the header has %zu", cells.count,
                       stream->column_count);
    for (size_t i = 0; i < cells.count; i++) {
        if (stream->columns[i] < 0) continue;
        size_t column = (size_t)stream->columns[i];
        struct tj_str cell = unguard(cell_at(stream, &cells, i), column);
        if (!tj_column_set(out, column, tj_copy(arena, cell)))
            return tj_fail(err, TJ_BAD_FACT, stream->path, line, "%.*s cannot be '%.60s'",
                           TJ_ARG(tj_column_name(column)), cell.ptr);
    }
    const char *wrong = tj_fact_wrong(out);
    return wrong ? tj_fail(err, TJ_BAD_FACT, stream->path, line, "%s", wrong) : TJ_OK;
}

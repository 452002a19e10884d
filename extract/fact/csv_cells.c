#include "extract/fact/readers.h"

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

bool tj_csv_cells(struct tj_stream *s, struct tj_cells *cells)
{
    size_t len = 0;
    *cells = (struct tj_cells){ 0 };
    for (int end = ','; end == ',';) {
        end = read_cell(s, &len, &cells->open);
        if (end == EOF && cells->count == 0 && len == 0) return false;
        if (cells->count < TJ_MOST_CELLS) cells->ends[cells->count] = len;
        put(s, &len, '\0');
        cells->count++;
    }
    return true;
}

struct tj_str tj_csv_cell(const struct tj_stream *s, const struct tj_cells *cells, size_t i)
{
    size_t off = i ? cells->ends[i - 1] + 1 : 0;
    return (struct tj_str){ s->record + off, cells->ends[i] - off };
}

enum tj_status tj_csv_row(struct tj_stream *stream, enum tj_status kind, struct tj_cells *cells, size_t *line,
                          bool *more, struct tj_error *err)
{
    size_t bad;
    do {
        *line = ++stream->line;
        *more = tj_csv_cells(stream, cells);
    } while (*more && cells->count == 1 && cells->ends[0] == 0);
    if (ferror(stream->file))
        return tj_fail(err, TJ_CANNOT_READ, stream->path, *line, "reading stopped here");
    if (!*more) return TJ_OK;
    if (cells->open) return tj_fail(err, kind, stream->path, *line, "a quote is opened and never closed");
    if (cells->count != stream->column_count)
        return tj_fail(err, kind, stream->path, *line, "%zu cells, but the header has %zu", cells->count,
                       stream->column_count);
    if (!tj_is_utf8((struct tj_str){ stream->record, cells->ends[cells->count - 1] }, &bad))
        return tj_fail(err, kind, stream->path, *line, TJ_NO_UTF8, bad + 1);
    return TJ_OK;
}

struct tj_str tj_csv_unguard(struct tj_str cell, bool is_number)
{
    struct tj_str rest = cell;
    struct tj_decimal number;
    while (tj_eat(&rest, TJ_STR("'"))) {}
    if (rest.len == cell.len || rest.len == 0) return cell;
    bool guarded = memchr("=+-@\t\r", rest.ptr[0], 6) && !tj_decimal_read(rest, &number);
    return guarded || is_number ? tj_cut(cell, 1, cell.len) : cell;
}

#include "extract/fact/columns.h"
#include "extract/fact/sink.h"

/* RFC 4180, with line feeds. */
static bool needs_quotes(struct tj_str cell)
{
    for (size_t i = 0; i < cell.len; i++) {
        char c = cell.ptr[i];
        if (c == ',' || c == '"' || c == '\r' || c == '\n') return true;
    }
    return false;
}

/* Would a spreadsheet take this for a formula? A number is none. Quotes before it are looked through, so that
   the reader, which takes one ' off what it would find to be a formula, gives back what was written. */
static bool is_formula(struct tj_str cell)
{
    struct tj_decimal d;
    while (tj_eat(&cell, TJ_STR("'"))) {}
    return cell.len && memchr("=+-@\t\r", cell.ptr[0], 6) && !tj_decimal_read(cell, &d);
}

/* Where what can be copied as it is ends: at a quote, or at a byte that is no UTF-8. */
static size_t end_of_run(struct tj_str cell, size_t at)
{
    while (at < cell.len && cell.ptr[at] != '"') {
        size_t len = 1;
        if ((unsigned char)cell.ptr[at] >= 0x80) {
            tj_char_at(cell, at, &len);
            if (len == 1) break;
        }
        at += len;
    }
    return at;
}

/* Bytes that are no UTF-8 (a file's name may hold some) become U+FFFD, as in JSON. */
void tj_put_csv_cell(struct tj_buffer *out, struct tj_str cell)
{
    bool quoted = needs_quotes(cell);
    if (quoted) tj_put_char(out, '"');
    if (is_formula(cell)) tj_put_char(out, '\'');
    for (size_t at = 0, end; at < cell.len; at = end + 1) {
        end = end_of_run(cell, at);
        tj_put(out, tj_cut(cell, at, end));
        if (end < cell.len) tj_put(out, cell.ptr[end] == '"' ? TJ_STR("\"\"") : TJ_STR("\uFFFD"));
    }
    if (quoted) tj_put_char(out, '"');
}

void tj_put_csv(struct tj_buffer *out, const struct tj_fact *fact)
{
    struct tj_buffer cell = { 0 };
    for (size_t c = 0; c < TJ_COLUMNS; c++) {
        cell.len = 0;
        tj_column_put(&cell, fact, c);
        tj_put_csv_cell(out, tj_buffer_str(&cell));
        tj_put_char(out, c + 1 < TJ_COLUMNS ? ',' : '\n');
    }
    tj_buffer_free(&cell);
}

void tj_put_csv_header(struct tj_buffer *out)
{
    for (size_t c = 0; c < TJ_COLUMNS; c++) {
        tj_put(out, tj_column_name(c));
        tj_put_char(out, c + 1 < TJ_COLUMNS ? ',' : '\n');
    }
}

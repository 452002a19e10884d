#include "extract/fact/readers.h"

enum tj_status tj_csv_header(struct tj_stream *stream, struct tj_error *err)
{
    struct tj_cells cells;
    stream->line++;
    if (!tj_csv_cells(stream, &cells)) return tj_fail(err, TJ_EMPTY, stream->path, 0, "no header line in it");
    size_t known = 0;
    for (size_t i = 0; i < cells.count && i < TJ_MOST_CELLS; i++) {
        struct tj_str name = tj_trim(tj_csv_cell(stream, &cells, i));
        stream->columns[i] = -1;
        for (int c = 0; c < TJ_COLUMNS; c++)
            if (tj_equal(tj_column_name((size_t)c), name)) stream->columns[i] = c, known++;
    }
    stream->column_count = cells.count < TJ_MOST_CELLS ? cells.count : TJ_MOST_CELLS;
    if (known >= 4) return TJ_OK;
    return tj_fail(err, TJ_BAD_FACT, stream->path, 1,
                   "this is no table of facts: its first line names none of our columns");
}

enum tj_status tj_csv_next(struct tj_stream *stream, struct tj_arena *arena, struct tj_fact *out, bool *more,
                           struct tj_error *err)
{
    struct tj_cells cells;
    size_t line;
    *out = (struct tj_fact){ 0 };
    enum tj_status status = tj_csv_row(stream, TJ_BAD_FACT, &cells, &line, more, err);
    if (status != TJ_OK || !*more) return status;
    for (size_t i = 0; i < cells.count; i++) {
        if (stream->columns[i] < 0) continue;
        size_t column = (size_t)stream->columns[i];
        struct tj_str cell = tj_csv_unguard(tj_csv_cell(stream, &cells, i), tj_column_is_decimal(column));
        if (!tj_column_set(out, column, tj_copy(arena, cell)))
            return tj_fail(err, TJ_BAD_FACT, stream->path, line, "%.*s cannot be '%.60s'",
                           TJ_ARG(tj_column_name(column)), cell.ptr);
    }
    const char *wrong = tj_fact_wrong(out);
    return wrong ? tj_fail(err, TJ_BAD_FACT, stream->path, line, "%s", wrong) : TJ_OK;
}

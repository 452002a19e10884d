#include "tests/fuzz/check.h"

static void check_tables(const struct tj_document *d)
{
    for (size_t i = 0, last = 0; i < d->table_count; i++) {
        const struct tj_grid *g = &d->tables[i];
        TJ_FUZZ_CHECK(g->off >= last && g->off <= d->text.len && g->len <= d->text.len - g->off);
        last = g->off + g->len;
        for (size_t c = 0; c < g->cell_count; c++) {
            const struct tj_cell *cell = &g->cells[c];
            TJ_FUZZ_CHECK(cell->off >= g->off && cell->len <= last - cell->off);
            TJ_FUZZ_CHECK(cell->row < g->rows && cell->rows > 0 && cell->columns > 0);
            TJ_FUZZ_CHECK(cell->column < g->columns && cell->columns <= g->columns - cell->column);
        }
    }
}

static void check_blocks(const struct tj_document *d)
{
    for (size_t i = 0, last = 0; i < d->block_count; i++) {
        const struct tj_block *b = &d->blocks[i];
        TJ_FUZZ_CHECK(b->off >= last && b->off <= d->clean.len && b->len <= d->clean.len - b->off);
        TJ_FUZZ_CHECK(b->kind != TJ_TABLE || (b->len == 0 && b->table < d->table_count));
        last = b->off + b->len;
    }
}

/* Each character of the clean text, from its place in the text to its place in the bytes. */
static void check_places(const struct tj_document *d, struct tj_str bytes)
{
    struct tj_way way = { 0 };
    size_t before = 0;
    for (size_t at = 0, len; at < d->clean.len; at += len) {
        tj_char_at(d->clean, at, &len);
        size_t start = tj_text_start(d, at), end = tj_text_end(d, at + len);
        TJ_FUZZ_CHECK(start >= before && start < end && end <= d->text.len);
        uint64_t from, to;
        tj_document_source(d, &way, start, end, &from, &to);
        TJ_FUZZ_CHECK(from <= to && to <= bytes.len);
        before = start;
    }
}

void tj_fuzz_document(struct tj_arena *arena, struct tj_document *d, struct tj_str bytes)
{
    TJ_FUZZ_CHECK(tj_utf8_valid(d->text));
    check_tables(d);
    for (size_t i = 0; i < d->soft_count; i++)
        TJ_FUZZ_CHECK(d->soft[i] < d->text.len && d->text.ptr[d->soft[i]] == '\n');
    tj_document_clean(arena, d);
    TJ_FUZZ_CHECK(tj_utf8_valid(d->clean) && d->clean.len <= 3 * d->text.len); /* , is ， */
    check_blocks(d);
    check_places(d, bytes);
}

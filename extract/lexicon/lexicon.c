#include "extract/lexicon/lexicon.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "extract/base/file.h"
#include "extract/lexicon/tables.h"
#include "extract/recognise/traits.h"

/* The order matters where a row names another: parents come before their parts. */
static const char *const table_names[] = { "guards.tsv",  "regions.tsv",   "indicators.tsv", "sectors.tsv",
                                           "parts.tsv",   "units.tsv",     "confidence.tsv", "cues.tsv",
                                           "headers.tsv", "simplified.tsv" };
enum { TABLES = sizeof table_names / sizeof table_names[0], MAX_TABLE = 64 << 20 };

enum tj_status tj_lexicon_add(struct tj_lexicon *lexicon, struct tj_str name, struct tj_str text,
                              const char *path, struct tj_error *err)
{
    tj_take_row *take = tj_table_taker(name);
    if (!take) return tj_fail(err, TJ_BAD_TABLE, path, 0, "this is not the name of a dictionary");
    lexicon->content = tj_hash_join(lexicon->content, tj_hash_of(text));
    struct tj_table table = tj_table_of(text);
    for (struct tj_row row; tj_table_next(&table, &row);) {
        const char *wrong = row.cells[0].len == 0 && row.cells[1].len == 0 ? "the first cell is empty"
                            : row.count > TJ_MAX_CELLS                     ? "too many cells"
                                                                           : take(lexicon, &row);
        if (wrong) return tj_fail(err, TJ_BAD_TABLE, path, row.line, "%s", wrong);
    }
    return TJ_OK;
}

static void prepare(struct tj_lexicon *lex)
{
    lex->words = tj_trie_new(&lex->arena);
    lex->units = tj_trie_new(&lex->arena);
    lex->before = tj_trie_new(&lex->arena);
    lex->after = tj_trie_new(&lex->arena);
    lex->no_counts = tj_trie_new(&lex->arena);
    lex->kinds = tj_trie_new(&lex->arena);
    lex->events = tj_trie_new(&lex->arena);
    lex->codes = tj_trie_new(&lex->arena);
    lex->headers = tj_trie_new(&lex->arena);
    lex->owner_ends = tj_trie_new(&lex->arena);
    lex->general = tj_trie_new(&lex->arena);
    lex->noun_ends = tj_trie_new(&lex->arena);
    lex->admits = tj_trie_new(&lex->arena);
    lex->short_places = tj_trie_new(&lex->arena);
    lex->simplified = tj_alloc_array(&lex->arena, TJ_HAN_COUNT, sizeof *lex->simplified);
    lex->regions = tj_grow(&lex->arena, NULL, 0, &lex->region_room, sizeof *lex->regions);
    lex->indicators = tj_grow(&lex->arena, NULL, 0, &lex->indicator_room, sizeof *lex->indicators);
    lex->regions[0] = (struct tj_region){ 0 };
    lex->indicators[0] = (struct tj_indicator){ 0 };
    lex->region_count = lex->indicator_count = 1;
}

static void seal(struct tj_lexicon *lex)
{
    struct tj_trie *const tries[] = { lex->words,       lex->units,   lex->before,    lex->after,
                                      lex->no_counts,   lex->kinds,   lex->events,    lex->headers,
                                      lex->owner_ends,  lex->general, lex->noun_ends, lex->admits,
                                      lex->short_places };
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) tj_trie_seal(tries[i], &lex->arena);
}

static void note_openers(struct tj_lexicon *lex)
{
    uint8_t *openers = tj_alloc_array(&lex->arena, 0x10000, sizeof *openers);
    for (uint32_t c = 0; c < 0x10000; c++)
        openers[c] = (uint8_t)((tj_traits_of(c) & ~(unsigned)TJ_T_ANCHOR)
                               | (tj_trie_is_first(lex->words, c) ? TJ_OPENS_WORDS : 0)
                               | (tj_trie_is_single(lex->words, c) ? TJ_IS_WORD : 0));
    lex->openers = openers;
    for (uint32_t c = 0x800; c < 0x10000; c++) {
        uint32_t bytes = (0xE0 | c >> 12) | (0x80 | (c >> 6 & 0x3F)) << 8 | (0x80 | (c & 0x3F)) << 16,
                 bit = tj_opener_bit(bytes);
        if (openers[c] & (TJ_T_BEGINS | TJ_IS_WORD)) lex->opener_bits[bit / 64] |= (uint64_t)1 << bit % 64;
    }
}

static enum tj_status load_built_in(struct tj_lexicon *lex, struct tj_error *err)
{
    enum tj_status status = TJ_OK;
    struct tj_str text;
    for (size_t i = 0; i < TABLES && status == TJ_OK; i++) {
        if (!tj_embedded_find(tj_lexicon_files, tj_str_of(table_names[i]), &text))
            return tj_fail(err, TJ_BAD_TABLE, table_names[i], 0, "is missing in this build");
        status = tj_lexicon_add(lex, tj_str_of(table_names[i]), text, table_names[i], err);
    }
    if (status == TJ_OK && tj_embedded_find(tj_lexicon_files, TJ_STR("periods.pcre"), &text))
        status = tj_patterns_new(text, "periods.pcre", &lex->periods, err);
    if (status == TJ_OK && tj_embedded_find(tj_lexicon_files, TJ_STR("heads.pcre"), &text))
        status = tj_patterns_new(text, "heads.pcre", &lex->heads, err);
    return status;
}

static enum tj_status load_folder(struct tj_lexicon *lex, const char *folder, struct tj_error *err)
{
    size_t found = 0;
    for (size_t i = 0; i < TABLES; i++) {
        struct tj_str path = tj_print(&lex->arena, "%s/%s", folder, table_names[i]);
        if (access(path.ptr, F_OK) != 0) continue;
        struct tj_str text;
        enum tj_status status = tj_file_read(&lex->arena, path.ptr, MAX_TABLE, &text, err);
        if (status == TJ_OK) status = tj_lexicon_add(lex, tj_str_of(table_names[i]), text, path.ptr, err);
        if (status != TJ_OK) return status;
        found++;
    }
    if (found == 0)
        return tj_fail(err, TJ_NOT_FOUND, folder, 0,
                       "a dictionary folder holds files such as indicators.tsv or regions.tsv");
    return TJ_OK;
}

enum tj_status tj_lexicon_new(const char *folder, struct tj_lexicon **out, struct tj_error *err)
{
    struct tj_lexicon *lex = tj_must_malloc(sizeof *lex);
    *lex = (struct tj_lexicon){ 0 };
    prepare(lex);
    enum tj_status status = load_built_in(lex, err);
    if (status == TJ_OK && folder) status = load_folder(lex, folder, err);
    lex->nation = tj_region_of_code(lex, TJ_STR("100000"));
    seal(lex);
    note_openers(lex);
    if (status != TJ_OK) {
        tj_lexicon_free(lex);
        lex = NULL;
    }
    *out = lex;
    return status;
}

void tj_lexicon_free(struct tj_lexicon *lexicon)
{
    if (!lexicon) return;
    tj_patterns_free(lexicon->periods);
    tj_patterns_free(lexicon->heads);
    tj_arena_free(&lexicon->arena);
    free(lexicon);
}

uint32_t tj_region_of_code(const struct tj_lexicon *lexicon, struct tj_str code)
{
    if (lexicon->nation && tj_equal(code, TJ_STR("100000")))
        return lexicon->nation; /* asked for all the time */
    const struct tj_entry *entry =
        tj_trie_added(lexicon->codes, code); /* parents are asked for while loading */
    return entry ? entry->row : TJ_NONE;
}

bool tj_region_within(const struct tj_lexicon *lexicon, uint32_t inner, uint32_t outer)
{
    for (int depth = 0; inner != TJ_NONE && depth < 8; depth++) {
        if (inner == outer) return true;
        inner = lexicon->regions[inner].parent;
    }
    return false;
}

uint32_t tj_region_named(const struct tj_lexicon *lexicon, struct tj_str name)
{
    uint32_t best = TJ_NONE;
    for (const struct tj_entry *e = tj_trie_find(lexicon->words, name); e; e = e->more) {
        if (e->kind != TJ_REGION) continue;
        if (best == TJ_NONE || lexicon->regions[e->row].level < lexicon->regions[best].level) best = e->row;
    }
    return best;
}

/* Sentences and the facts that they hold, from a table that an analyst can add to: tests/golden.
     D <tab> lines of a head             sets what stands before the sentences that follow (\n parts lines)
     S <tab> name <tab> sentence         a construction
     F <tab> field=value <tab> ...       one of its facts, in order; fields not named are not looked at
   A sentence without F rows must give no fact. */
#include <stdio.h>
#include <stdlib.h>

#include "extract/base/file.h"
#include "extract/base/table.h"
#include "extract/fact/columns.h"
#include "extract/tongji.h"
#include "tests/unit/dress.h"
#include "tests/unit/runs.h"

struct run {
    struct tj_extractor *extractor;
    struct tj_arena arena;
    struct tj_str head, name, text;
    struct tj_result result;
    size_t wanted, sentences, failures;
    bool open;
};

static void complain(struct run *r, const char *what, struct tj_str got, struct tj_str wanted)
{
    printf("FAILED %.*s: %s: got '%.*s', wanted '%.*s'\n", TJ_ARG(r->name), what, TJ_ARG(got),
           TJ_ARG(wanted));
    r->failures++;
}

static struct tj_str with_lines(struct tj_arena *arena, struct tj_str s)
{
    struct tj_str out = { 0 };
    for (size_t from = 0, at;; from = at + 2) {
        if (!tj_find(s, TJ_STR("\\n"), from, &at)) return tj_join(arena, out, tj_cut(s, from, s.len));
        out = tj_join(arena, tj_join(arena, out, tj_cut(s, from, at)), TJ_STR("\n"));
    }
}

static void end_sentence(struct run *r)
{
    if (!r->open) return;
    if (r->result.count > r->wanted)
        for (size_t i = r->wanted; i < r->result.count; i++)
            complain(r, "one fact too many", r->result.facts[i].text, TJ_STR("nothing"));
    r->open = false;
}

static void begin_sentence(struct run *r, const struct tj_row *row)
{
    struct tj_error err;
    r->name = row->cells[1];
    r->text = tj_join(&r->arena, r->head, with_lines(&r->arena, row->cells[2]));
    r->wanted = 0;
    r->open = true;
    r->sentences++;
    if (!same_in_runs(r->extractor, r->text))
        complain(r, "facts taken one by one are others", r->name, r->text);
    static const char *const dresses[] = {
        "ASCII marks",       "ASCII quotation marks", "corner marks",
        "blanks by figures", "indented lines",        "full-width figures"
    };
    enum tj_dress odd = odd_dress(r->extractor, r->text);
    if (odd < TJ_DRESSES) complain(r, "other facts in another dress", tj_str_of(dresses[odd]), r->text);
    if (tj_extract(r->extractor, "golden", r->text, &r->result, &err) != TJ_OK)
        complain(r, "cannot be read", tj_str_of(err.note), r->text);
    /* facts of the head are not of the sentence */
    size_t skip = 0;
    while (skip < r->result.count && r->result.facts[skip].start < r->head.len) skip++;
    r->result.facts += skip;
    r->result.count -= skip;
}

static void check_field(struct run *r, const struct tj_fact *fact, struct tj_str cell)
{
    size_t equals;
    if (!tj_find(cell, TJ_STR("="), 0, &equals)) {
        complain(r, "a cell without =", cell, TJ_STR("field=value"));
        return;
    }
    struct tj_str field = tj_cut(cell, 0, equals), wanted = tj_cut(cell, equals + 1, cell.len);
    for (size_t c = 0; c < TJ_COLUMNS; c++) {
        if (!tj_equal(tj_column_name(c), field)) continue;
        struct tj_buffer got = { 0 };
        tj_column_put(&got, fact, c);
        if (!tj_equal(tj_buffer_str(&got), wanted))
            complain(r, tj_copy(&r->arena, field).ptr, tj_buffer_str(&got), wanted);
        tj_buffer_free(&got);
        return;
    }
    complain(r, "no such field", field, TJ_STR("a column of the record"));
}

static void check_fact(struct run *r, const struct tj_row *row)
{
    if (r->wanted >= r->result.count) {
        complain(r, "a fact is missing", TJ_STR("nothing"), row->cells[1]);
        r->wanted++;
        return;
    }
    const struct tj_fact *fact = &r->result.facts[r->wanted++];
    for (size_t i = 1; i < row->count && i < TJ_MAX_CELLS; i++)
        if (row->cells[i].len) check_field(r, fact, row->cells[i]);
}

static void check_table(struct run *r, struct tj_str text)
{
    struct tj_table table = tj_table_of(text);
    for (struct tj_row row; tj_table_next(&table, &row);) {
        bool fact = tj_equal(row.cells[0], TJ_STR("F"));
        if (!fact) end_sentence(r);
        if (fact)
            check_fact(r, &row);
        else if (tj_equal(row.cells[0], TJ_STR("D")))
            r->head = tj_join(&r->arena, with_lines(&r->arena, row.cells[1]), TJ_STR("\n"));
        else if (tj_equal(row.cells[0], TJ_STR("S")))
            begin_sentence(r, &row);
        else
            complain(r, "a row begins with D, S or F", row.cells[0], TJ_STR("S"));
    }
    end_sentence(r);
}

int main(int argc, char **argv)
{
    struct tj_lexicon *lexicon;
    struct tj_error err;
    if (tj_lexicon_new(NULL, &lexicon, &err) != TJ_OK) return 2;
    struct run r = { 0 };
    r.extractor = tj_extractor_new(lexicon, &(struct tj_options){ .region = TJ_NONE });
    for (int i = 1; i < argc; i++) {
        struct tj_str text;
        if (tj_file_read(&r.arena, argv[i], 1 << 24, &text, &err) != TJ_OK) return 2;
        check_table(&r, text);
    }
    printf("%zu sentences, %zu failures\n", r.sentences, r.failures);
    tj_extractor_free(r.extractor);
    tj_lexicon_free(lexicon);
    tj_arena_free(&r.arena);
    return r.failures > 0 || r.sentences == 0;
}

#include "extract/tongji.h"

#include <stdlib.h>

#include "extract/attribute/context.h"
#include "extract/base/hash.h"

struct tj_extractor {
    const struct tj_lexicon *lexicon;
    struct tj_matcher *matcher;
    struct tj_options options;
    struct tj_arena arena;   /* of the document */
    struct tj_arena scratch; /* of the sentence */
};

struct tj_extractor *tj_extractor_new(const struct tj_lexicon *lexicon, const struct tj_options *options)
{
    struct tj_extractor *x = tj_must_malloc(sizeof *x);
    *x = (struct tj_extractor){ .lexicon = lexicon, .matcher = tj_matcher_new(), .options = *options };
    return x;
}

void tj_extractor_free(struct tj_extractor *extractor)
{
    if (!extractor) return;
    tj_matcher_free(extractor->matcher);
    tj_arena_free(&extractor->arena);
    tj_arena_free(&extractor->scratch);
    free(extractor);
}

void tj_extractor_set(struct tj_extractor *extractor, const struct tj_options *options)
{
    extractor->options = *options;
}

struct tj_arena *tj_extractor_arena(struct tj_extractor *extractor) { return &extractor->arena; }

/* Twenty hexadecimal digits of the hash, a dash, the place. */
static struct tj_str id_of(struct tj_arena *arena, struct tj_hash h, uint64_t place)
{
    static const char hex[] = "0123456789abcdef";
    char text[48];
    size_t at = sizeof text;
    do text[--at] = (char)('0' + place % 10);
    while (place /= 10);
    text[--at] = '-';
    for (int i = 0; i < 4; i++) text[--at] = hex[h.b >> (4 * i) & 15];
    for (int i = 0; i < 16; i++) text[--at] = hex[h.a >> (4 * i) & 15];
    return tj_copy(arena, (struct tj_str){ text + at, sizeof text - at });
}

/* An id is the hash of the text, where the value stands, and which of several facts there it is. */
static void set_ids(struct tj_extractor *x, const struct tj_document *d, struct tj_facts *facts)
{
    struct tj_hash h = tj_hash_of(d->text);
    struct tj_way way = { 0 };
    unsigned again = 0;
    for (size_t i = 0; i < facts->count; i++) {
        struct tj_fact *f = &facts->at[i];
        again = i > 0 && facts->at[i - 1].start == f->start ? again + 1 : 0;
        f->id = id_of(&x->arena, h, f->start);
        if (again) f->id = tj_print(&x->arena, "%.*s.%u", TJ_ARG(f->id), again);
        f->page = tj_document_page(d, f->start);
        tj_document_source(d, &way, f->start, f->end, &f->source_start, &f->source_end);
    }
}

enum tj_status tj_extract(struct tj_extractor *extractor, const char *name, struct tj_str bytes,
                          struct tj_result *out, struct tj_error *err)
{
    struct tj_extractor *x = extractor;
    tj_arena_reset(&x->arena);
    struct tj_document d = { .date = x->options.date };
    *out = (struct tj_result){ 0 };
    d.name = tj_copy(&x->arena, tj_str_of(name));
    enum tj_status status = tj_document_read(&x->arena, bytes, &d, err);
    if (status != TJ_OK) return status;
    tj_document_clean(&x->arena, &d);
    tj_document_head(x->lexicon, x->matcher, &d);
    struct tj_facts facts = { 0 };
    struct tj_scanner scanner = { x->lexicon, x->matcher, &x->scratch };
    tj_read_document(&scanner, &d, x->options.region, &x->arena, &facts);
    set_ids(x, &d, &facts);
    *out = (struct tj_result){ facts.at, facts.count, d.text, d.title, d.date, d.decoded.bad_bytes };
    return TJ_OK;
}

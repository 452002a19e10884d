#include "extract/tongji.h"

#include <stdlib.h>

#include "extract/attribute/context.h"
#include "extract/base/hash.h"
#include "extract/document/simplify.h"

enum { RUN = 1024 };

struct tj_extractor {
    const struct tj_lexicon *lexicon;
    struct tj_matcher *matcher;
    struct tj_options options;
    struct tj_arena arena;   /* of the document */
    struct tj_arena runs[2]; /* of facts that are taken in runs */
    struct tj_arena ids;     /* of such facts */
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
    tj_arena_free(&extractor->runs[0]);
    tj_arena_free(&extractor->runs[1]);
    tj_arena_free(&extractor->ids);
    tj_arena_free(&extractor->scratch);
    free(extractor);
}

void tj_extractor_set(struct tj_extractor *extractor, const struct tj_options *options)
{
    extractor->options = *options;
}

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

/* What gives the facts of one document their ids and their places in the source. */
struct numbering {
    struct tj_arena *arena;
    const struct tj_document *document;
    struct tj_hash hash;
    struct tj_way way;
    struct tj_receiver receiver;
    struct tj_result *result;
};

/* An id is the hash of the text, where the value stands, and which of several facts there it is. */
static void set_ids(struct numbering *n, struct tj_fact *facts, size_t count)
{
    unsigned again = 0;
    for (size_t i = 0; i < count; i++) {
        struct tj_fact *f = &facts[i];
        again = i > 0 && facts[i - 1].start == f->start ? again + 1 : 0; /* a run ends with a sentence */
        f->id = id_of(n->arena, n->hash, f->start);
        if (again) f->id = tj_print(n->arena, "%.*s.%u", TJ_ARG(f->id), again);
        f->page = tj_document_page(n->document, f->start);
        tj_document_source(n->document, &n->way, f->start, f->end, &f->source_start, &f->source_end);
    }
}

static bool take_run(void *context, struct tj_fact *facts, size_t count)
{
    struct numbering *n = context;
    set_ids(n, facts, count);
    bool more = n->receiver.take(n->receiver.context, facts, count);
    n->result->count += count;
    tj_arena_reset(n->arena);
    return more;
}

/* Bytes to a document with title and date. */
static enum tj_status open_document(struct tj_extractor *x, const char *name, struct tj_str bytes,
                                    struct tj_document *d, struct tj_error *err)
{
    tj_arena_reset(&x->arena);
    *d = (struct tj_document){ .date = x->options.date, .date_unsaid = x->options.date_unsaid };
    d->name = tj_copy(&x->arena, tj_str_of(name));
    enum tj_status status = tj_document_read(&x->arena, bytes, d, err);
    if (status != TJ_OK) return status;
    tj_document_clean(&x->arena, d);
    tj_document_simplify(x->lexicon, &x->arena, d);
    tj_document_head(x->lexicon, x->matcher, d);
    return TJ_OK;
}

enum tj_status tj_extract_runs(struct tj_extractor *extractor, const char *name, struct tj_str bytes,
                               struct tj_receiver receiver, struct tj_result *out, struct tj_error *err)
{
    struct tj_extractor *x = extractor;
    struct tj_document d;
    *out = (struct tj_result){ 0 };
    enum tj_status status = open_document(x, name, bytes, &d, err);
    if (status != TJ_OK) return status;
    *out = (struct tj_result){ NULL, 0, d.text, tj_as_said(&d, d.title), d.date, d.decoded.bad_bytes, false };
    struct numbering n = { .arena = receiver.take ? &x->ids : &x->arena,
                           .document = &d,
                           .hash = tj_hash_of(d.text),
                           .receiver = receiver,
                           .result = out };
    struct tj_delivery delivery = { .document = &x->arena,
                                    .keep = receiver.take ? &x->runs[0] : &x->arena,
                                    .spare = &x->runs[1],
                                    .take = receiver.take ? take_run : NULL,
                                    .run = receiver.run ? receiver.run : RUN,
                                    .context = &n };
    struct tj_scanner scanner = { x->lexicon, x->matcher, &x->scratch };
    tj_arena_reset(&x->runs[0]);
    tj_read_document(&scanner, &d, x->options.region, &delivery);
    out->stopped = delivery.stopped;
    if (receiver.take) return TJ_OK;
    set_ids(&n, delivery.facts.at, delivery.facts.count);
    out->facts = delivery.facts.at;
    out->count = delivery.facts.count;
    return TJ_OK;
}

enum tj_status tj_extract(struct tj_extractor *extractor, const char *name, struct tj_str bytes,
                          struct tj_result *out, struct tj_error *err)
{
    return tj_extract_runs(extractor, name, bytes, (struct tj_receiver){ 0 }, out, err);
}

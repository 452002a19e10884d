/* The public face of the library: the same work in types that may be linked against for years. */
#include "extract/api/tongji.h"

#include <stdlib.h>

#include "extract/api/version.h"
#include "extract/base/file.h"
#include "extract/document/record.h"
#include "extract/fact/sink.h"
#include "extract/tongji.h"

enum { LARGEST_DOCUMENT = 0x7fffffff };

struct tongji_lexicon {
    struct tj_lexicon *inner;
};

struct tongji_reader {
    const struct tj_lexicon *lexicon;
    struct tj_extractor *extractor;
    struct tj_arena arena; /* of the document: its bytes if it was a file, and the public facts */
    struct tj_buffer json;
    struct tj_result result;
    struct tongji_fact *facts; /* result.count of them */
    const char *text;
};

static enum tongji_status public_status(enum tj_status status)
{
    switch (status) {
    case TJ_OK: return TONGJI_OK;
    case TJ_NOT_FOUND: return TONGJI_NOT_FOUND;
    case TJ_CANNOT_READ: return TONGJI_CANNOT_READ;
    case TJ_EMPTY: return TONGJI_EMPTY;
    case TJ_NO_TEXT: return TONGJI_NO_TEXT;
    case TJ_TOO_LARGE: return TONGJI_TOO_LARGE;
    case TJ_BAD_TABLE:
    case TJ_BAD_PATTERN: return TONGJI_BAD_DICTIONARY;
    case TJ_BAD_USAGE: return TONGJI_BAD_OPTION;
    default: return TONGJI_FAILED;
    }
}

/* Takes over what went wrong; TONGJI_OK leaves *out alone. */
static enum tongji_status give(enum tj_status status, const struct tj_error *inner, struct tongji_error *out)
{
    enum tongji_status given = public_status(status);
    if (status == TJ_OK || !out) return given;
    *out = (struct tongji_error){ .status = given, .line = inner->line, .column = inner->column };
    memcpy(out->file, inner->file, sizeof inner->file);
    tj_error_text(inner, out->text, sizeof out->text);
    return given;
}
static_assert(sizeof((struct tongji_error *)0)->file == sizeof((struct tj_error *)0)->file, "the same room");

const char *tongji_version(void) { return TONGJI_VERSION; }

enum tongji_status tongji_lexicon_new(const char *folder, struct tongji_lexicon **out,
                                      struct tongji_error *err)
{
    struct tj_error inner = { 0 };
    struct tj_lexicon *lexicon;
    enum tj_status status = tj_lexicon_new(folder, &lexicon, &inner);
    *out = NULL;
    if (status != TJ_OK) return give(status, &inner, err);
    *out = tj_must_malloc(sizeof **out);
    (*out)->inner = lexicon;
    return TONGJI_OK;
}

void tongji_lexicon_free(struct tongji_lexicon *lexicon)
{
    if (!lexicon) return;
    tj_lexicon_free(lexicon->inner);
    free(lexicon);
}

static enum tj_status take_options(const struct tj_lexicon *lexicon, const struct tongji_options *options,
                                   struct tj_options *out, struct tj_error *err)
{
    *out = (struct tj_options){ 0 };
    if (!options) return TJ_OK;
    if (options->date && !tj_date_read(tj_str_of(options->date), &out->date))
        return tj_fail(err, TJ_BAD_USAGE, NULL, 0, "the date is YYYY-MM-DD, not '%.40s'", options->date);
    if (options->region) out->region = tj_region_named(lexicon, tj_str_of(options->region));
    if (options->region && out->region == TJ_NONE)
        return tj_fail(err, TJ_BAD_USAGE, NULL, 0, "no region is called '%.80s'", options->region);
    return TJ_OK;
}

enum tongji_status tongji_reader_new(const struct tongji_lexicon *lexicon,
                                     const struct tongji_options *options, struct tongji_reader **out,
                                     struct tongji_error *err)
{
    struct tj_error inner = { 0 };
    struct tj_options taken;
    enum tj_status status = take_options(lexicon->inner, options, &taken, &inner);
    *out = NULL;
    if (status != TJ_OK) return give(status, &inner, err);
    struct tongji_reader *reader = tj_must_malloc(sizeof *reader);
    *reader = (struct tongji_reader){ .lexicon = lexicon->inner,
                                      .extractor = tj_extractor_new(lexicon->inner, &taken),
                                      .text = "" };
    *out = reader;
    return TONGJI_OK;
}

enum tongji_status tongji_reader_set(struct tongji_reader *reader, const struct tongji_options *options,
                                     struct tongji_error *err)
{
    struct tj_error inner = { 0 };
    struct tj_options taken;
    enum tj_status status = take_options(reader->lexicon, options, &taken, &inner);
    if (status == TJ_OK) tj_extractor_set(reader->extractor, &taken);
    return give(status, &inner, err);
}

void tongji_reader_free(struct tongji_reader *reader)
{
    if (!reader) return;
    tj_extractor_free(reader->extractor);
    tj_arena_free(&reader->arena);
    tj_buffer_free(&reader->json);
    free(reader);
}

/* With a NUL behind it. */
static const char *text_of(struct tj_arena *arena, struct tj_str s) { return tj_copy(arena, s).ptr; }

static const char *number_of(struct tj_arena *arena, struct tj_decimal d)
{
    char digits[TJ_DECIMAL_TEXT];
    size_t len = tj_decimal_text(d, digits);
    return text_of(arena, (struct tj_str){ digits, len });
}

static struct tongji_fact public_fact(struct tj_arena *a, const struct tj_fact *f,
                                      const struct tongji_fact *of_document)
{
    return (struct tongji_fact){
        .id = text_of(a, f->id),
        .doc = of_document->doc,
        .title = of_document->title,
        .date = of_document->date,
        .start = f->start,
        .end = f->end,
        .source_start = f->source_start,
        .source_end = f->source_end,
        .text = text_of(a, f->text),
        .sentence = text_of(a, f->sentence),
        .measure = text_of(a, tj_measure_word(f->measure)),
        .value = number_of(a, f->value),
        .lower = number_of(a, f->lower),
        .upper = number_of(a, f->upper),
        .unit = text_of(a, f->unit),
        .bound = text_of(a, tj_bound_word(f->bound)),
        .indicator = text_of(a, f->indicator),
        .indicator_raw = text_of(a, f->indicator_raw),
        .indicator_code = text_of(a, f->indicator_code),
        .region = text_of(a, f->region),
        .region_code = text_of(a, f->region_code),
        .period = text_of(a, f->period),
        .status = text_of(a, tj_standing_word(f->status)),
        .basis = text_of(a, f->basis),
        .confidence = f->confidence,
    };
}

/* Facts of one document share its name, title and date. */
static void take_facts(struct tongji_reader *reader)
{
    struct tj_arena *a = &reader->arena;
    const struct tj_fact *facts = reader->result.facts;
    size_t count = reader->result.count;
    reader->facts = tj_alloc_array(a, count, sizeof *reader->facts);
    if (!count) return;
    struct tongji_fact of_document = { .doc = text_of(a, facts->doc),
                                       .title = text_of(a, facts->title),
                                       .date = text_of(a, facts->date) };
    for (size_t i = 0; i < count; i++) reader->facts[i] = public_fact(a, &facts[i], &of_document);
}

static void forget(struct tongji_reader *reader)
{
    tj_arena_reset(&reader->arena);
    reader->result = (struct tj_result){ 0 };
    reader->facts = NULL;
    reader->text = "";
}

static enum tongji_status read_bytes(struct tongji_reader *reader, const char *doc, struct tj_str bytes,
                                     struct tongji_error *err)
{
    struct tj_error inner = { 0 };
    struct tj_result result;
    enum tj_status status = tj_extract(reader->extractor, doc, bytes, &result, &inner);
    if (status != TJ_OK) return give(status, &inner, err);
    reader->result = result;
    reader->text = text_of(&reader->arena, result.text);
    take_facts(reader);
    return TONGJI_OK;
}

enum tongji_status tongji_read_file(struct tongji_reader *reader, const char *path, struct tongji_error *err)
{
    struct tj_error inner = { 0 };
    struct tj_str bytes;
    forget(reader);
    enum tj_status status = tj_file_read(&reader->arena, path, LARGEST_DOCUMENT, &bytes, &inner);
    return status == TJ_OK ? read_bytes(reader, path, bytes, err) : give(status, &inner, err);
}

enum tongji_status tongji_read_memory(struct tongji_reader *reader, const char *doc, const void *bytes,
                                      size_t size, struct tongji_error *err)
{
    forget(reader);
    /* the result points into the bytes, and the caller's may go after this call */
    struct tj_str own = { 0 };
    struct tj_error inner = { 0 };
    if (size > LARGEST_DOCUMENT)
        return give(tj_fail(&inner, TJ_TOO_LARGE, doc, 0, "cut it into documents"), &inner, err);
    if (size) own = tj_copy(&reader->arena, (struct tj_str){ bytes, size });
    return read_bytes(reader, doc, own, err);
}

size_t tongji_fact_count(const struct tongji_reader *reader) { return reader->result.count; }

const struct tongji_fact *tongji_fact_at(const struct tongji_reader *reader, size_t index)
{
    return index < reader->result.count ? &reader->facts[index] : NULL;
}

const char *tongji_fact_json(struct tongji_reader *reader, size_t index)
{
    if (index >= reader->result.count) return NULL;
    reader->json.len = 0;
    tj_put_jsonl(&reader->json, &reader->result.facts[index], 1);
    reader->json.ptr[reader->json.len - 1] = '\0'; /* in place of the line feed */
    return reader->json.ptr;
}

const char *tongji_text(const struct tongji_reader *reader, size_t *size)
{
    if (size) *size = reader->result.text.len;
    return reader->text;
}

size_t tongji_bad_bytes(const struct tongji_reader *reader) { return reader->result.bad_bytes; }

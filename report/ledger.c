#include "report/ledger.h"

#include <stdlib.h>

#include "extract/fact/source.h"

enum { NO_NUMBER = INT8_MIN };

static uint32_t document_number(struct tj_ledger *l, const struct tj_fact *f)
{
    struct tj_buffer key = { 0 };
    tj_put(&key, f->doc);
    tj_put_char(&key, '\0');
    tj_put(&key, f->title);
    tj_put_char(&key, '\0');
    tj_put(&key, f->date);
    uint32_t number = tj_pool_add(&l->document_keys, tj_buffer_str(&key)) - 1; /* 0 is the empty string */
    tj_buffer_free(&key);
    if (number < l->document_count) return number;
    if (l->document_count == l->document_capacity) {
        l->document_capacity = l->document_capacity ? l->document_capacity * 2 : 64;
        l->documents = tj_must_realloc(l->documents, l->document_capacity * sizeof *l->documents);
    }
    struct tj_pool *names = &l->names;
    l->documents[l->document_count++] = (struct tj_ledger_document){
        .name = tj_pool_at(names, tj_pool_add(names, f->doc)),
        .title = tj_pool_at(names, tj_pool_add(names, f->title)),
        .date = tj_pool_at(names, tj_pool_add(names, f->date)),
    };
    return number;
}

static void keep_number(struct tj_decimal d, int64_t *digits, int8_t *pow10)
{
    *digits = d.known ? d.digits : 0;
    *pow10 = d.known ? d.pow10 : NO_NUMBER;
}

static struct tj_decimal number_kept(int64_t digits, int8_t pow10)
{
    bool known = pow10 != NO_NUMBER;
    return (struct tj_decimal){ digits, known ? pow10 : 0, known };
}

/* The value's words nearly always stand in the sentence. */
static uint32_t keep_text(struct tj_ledger *l, const struct tj_fact *f)
{
    size_t at;
    bool inside =
        f->text.len == f->end - f->start && tj_find(f->sentence, f->text, 0, &at) && at < TJ_IN_SENTENCE;
    return inside ? TJ_IN_SENTENCE | (uint32_t)at : tj_pool_add(&l->texts, f->text);
}

/* What few facts have; 0 if this one has none of it. */
static uint32_t keep_rest(struct tj_ledger *l, const struct tj_fact *f)
{
    uint64_t length = f->end - f->start;
    if (f->bound != TJ_RANGE && f->source.len == 0 && f->page == 0 && length <= UINT16_MAX) return 0;
    if (l->rest_count == l->rest_capacity) {
        l->rest_capacity = l->rest_capacity ? l->rest_capacity * 2 : 256;
        l->rest = tj_must_realloc(l->rest, l->rest_capacity * sizeof *l->rest);
    }
    if (l->rest_count == 0) l->rest_count = 1;
    struct tj_record_rest *rest = &l->rest[l->rest_count];
    *rest = (struct tj_record_rest){ .length = length,
                                     .page = f->page,
                                     .row = tj_pool_add(&l->texts, f->row),
                                     .column = tj_pool_add(&l->texts, f->column),
                                     .in_table = f->source.len > 0 };
    keep_number(f->bound == TJ_RANGE ? f->upper : (struct tj_decimal){ 0 }, &rest->upper, &rest->upper_pow10);
    return (uint32_t)l->rest_count++;
}

static uint64_t length_of(const struct tj_ledger *l, const struct tj_record *r)
{
    return r->rest ? l->rest[r->rest].length : r->length;
}

static void keep_words(struct tj_ledger *l, const struct tj_fact *f, struct tj_record *r)
{
    r->sentence = tj_pool_add(&l->texts, f->sentence);
    r->text = keep_text(l, f);
    r->indicator = tj_pool_add(&l->names, f->indicator);
    r->indicator_raw = tj_pool_add(&l->names, f->indicator_raw);
    r->region = tj_pool_add(&l->names, f->region);
    r->region_code = tj_pool_add(&l->names, f->region_code);
    r->unit = tj_pool_add(&l->names, f->unit);
    r->period = tj_pool_add(&l->names, f->period);
    r->basis = tj_pool_add(&l->names, f->basis);
}

bool tj_ledger_add(struct tj_ledger *l, const struct tj_fact *f)
{
    size_t before = l->ids.count;
    uint32_t id = tj_pool_add(&l->ids, f->id);
    if (f->id.len && l->ids.count == before) {
        l->duplicates++;
        return false;
    }
    if (l->count == l->capacity) {
        l->capacity = l->capacity ? l->capacity * 2 : 1024;
        l->records = tj_must_realloc(l->records, l->capacity * sizeof *l->records);
    }
    struct tj_record *r = &l->records[l->count++];
    *r = (struct tj_record){ .start = f->start,
                             .length = (uint16_t)(f->end - f->start),
                             .document = document_number(l, f),
                             .id = id,
                             .measure = (uint8_t)f->measure,
                             .bound = (uint8_t)f->bound,
                             .standing = (uint8_t)f->status,
                             .confidence = (uint8_t)(f->confidence > 100 ? 100 : f->confidence),
                             .rest = keep_rest(l, f) };
    keep_number(f->bound == TJ_RANGE ? f->lower : f->value, &r->value, &r->value_pow10);
    keep_words(l, f, r);
    l->documents[r->document].facts++;
    return true;
}

enum tj_status tj_ledger_load(struct tj_ledger *l, const char *path, struct tj_ledger_rejects rejects,
                              size_t *rejected, struct tj_error *err)
{
    struct tj_source *source;
    enum tj_status status = tj_source_open(path, &source, err);
    if (status) return status;
    struct tj_arena scratch = { 0 };
    bool more = true;
    for (*rejected = 0; more && (!status || status == TJ_BAD_FACT);) {
        struct tj_fact fact;
        tj_arena_reset(&scratch);
        status = tj_source_next(source, &scratch, &fact, &more, err);
        if (status == TJ_BAD_FACT) {
            ++*rejected;
            rejects.reject(rejects.self, err);
            more = true;
        } else if (!status && more && tj_corrections_apply(l->corrections, &fact) != TJ_FACT_DROPPED) {
            tj_ledger_add(l, &fact);
        }
    }
    tj_arena_free(&scratch);
    tj_source_close(source);
    return status;
}

static int by_document(const void *a, const void *b)
{
    const struct tj_ledger_document *x = a, *y = b;
    int order = tj_compare(x->name, y->name);
    if (!order) order = tj_compare(x->date, y->date);
    return order ? order : tj_compare(x->title, y->title);
}

static int by_place(const void *a, const void *b, void *ledger)
{
    const struct tj_record *x = a, *y = b;
    const struct tj_ledger *l = ledger;
    if (x->document != y->document) return x->document < y->document ? -1 : 1;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    uint64_t x_length = length_of(l, x), y_length = length_of(l, y);
    if (x_length != y_length) return x_length < y_length ? -1 : 1;
    return tj_compare(tj_pool_at(&l->ids, x->id), tj_pool_at(&l->ids, y->id));
}

/* Sorts the documents and gives the records their documents' new numbers. */
static void sort_documents(struct tj_ledger *l)
{
    struct moved {
        struct tj_ledger_document document;
        uint32_t old;
    } *moved = tj_must_malloc(l->document_count * sizeof *moved);
    uint32_t *now = tj_must_malloc(l->document_count * sizeof *now);
    for (uint32_t i = 0; i < l->document_count; i++) moved[i] = (struct moved){ l->documents[i], i };
    qsort(moved, l->document_count, sizeof *moved, by_document);
    for (uint32_t i = 0; i < l->document_count; i++) {
        l->documents[i] = moved[i].document;
        now[moved[i].old] = i;
    }
    for (size_t i = 0; i < l->count; i++) l->records[i].document = now[l->records[i].document];
    free(now);
    free(moved);
}

/* Facts mostly come as extract wrote them. */
static bool in_order(struct tj_ledger *l)
{
    for (size_t i = 1; i < l->count; i++)
        if (by_place(&l->records[i - 1], &l->records[i], l) > 0) return false;
    return true;
}

void tj_ledger_close(struct tj_ledger *l)
{
    tj_pool_free(&l->document_keys);
    tj_pool_seal(&l->ids);
    tj_pool_seal(&l->texts);
    if (l->document_count) sort_documents(l);
    if (!in_order(l)) qsort_r(l->records, l->count, sizeof *l->records, by_place, l);
    l->periods = tj_must_malloc(l->names.count * sizeof *l->periods);
    for (uint32_t i = 0; i < l->names.count; i++)
        if (!tj_when_read(tj_pool_at(&l->names, i), &l->periods[i])) l->periods[i].kind = TJ_WHEN_KIND_COUNT;
}

struct tj_decimal tj_ledger_value(const struct tj_record *r)
{
    if (r->bound == TJ_RANGE) return (struct tj_decimal){ 0 };
    return number_kept(r->value, r->value_pow10);
}

static struct tj_str text_of(const struct tj_ledger *l, const struct tj_record *r, uint64_t length)
{
    if (!(r->text & TJ_IN_SENTENCE)) return tj_pool_at(&l->texts, r->text);
    size_t at = r->text - TJ_IN_SENTENCE;
    return tj_cut(tj_pool_at(&l->texts, r->sentence), at, at + length);
}

static const struct tj_record_rest *rest_of(const struct tj_ledger *l, const struct tj_record *r)
{
    static const struct tj_record_rest none = { .upper_pow10 = NO_NUMBER };
    return r->rest ? &l->rest[r->rest] : &none;
}

struct tj_fact tj_ledger_figures(const struct tj_ledger *l, size_t number)
{
    const struct tj_record *r = &l->records[number];
    struct tj_fact f = { .bound = (enum tj_bound)r->bound, .value = tj_ledger_value(r) };
    if (r->bound != TJ_RANGE) return f;
    const struct tj_record_rest *rest = rest_of(l, r);
    f.lower = number_kept(r->value, r->value_pow10);
    f.upper = number_kept(rest->upper, rest->upper_pow10);
    return f;
}

struct tj_fact tj_ledger_fact(const struct tj_ledger *l, size_t number)
{
    assert(number < l->count);
    const struct tj_record *r = &l->records[number];
    const struct tj_ledger_document *d = &l->documents[r->document];
    const struct tj_pool *names = &l->names;
    const struct tj_record_rest *rest = rest_of(l, r);
    struct tj_fact figures = tj_ledger_figures(l, number);
    uint64_t length = length_of(l, r);
    return (struct tj_fact){
        .id = tj_pool_at(&l->ids, r->id),
        .doc = d->name,
        .title = d->title,
        .date = d->date,
        .start = r->start,
        .end = r->start + length,
        .text = text_of(l, r, length),
        .sentence = tj_pool_at(&l->texts, r->sentence),
        .measure = (enum tj_measure)r->measure,
        .value = figures.value,
        .lower = figures.lower,
        .upper = figures.upper,
        .unit = tj_pool_at(names, r->unit),
        .bound = (enum tj_bound)r->bound,
        .indicator = tj_pool_at(names, r->indicator),
        .indicator_raw = tj_pool_at(names, r->indicator_raw),
        .region = tj_pool_at(names, r->region),
        .region_code = tj_pool_at(names, r->region_code),
        .period = tj_pool_at(names, r->period),
        .status = (enum tj_standing)r->standing,
        .basis = tj_pool_at(names, r->basis),
        .confidence = r->confidence,
        .source = rest->in_table ? TJ_STR("table") : TJ_STR(""),
        .row = tj_pool_at(&l->texts, rest->row),
        .column = tj_pool_at(&l->texts, rest->column),
        .page = rest->page,
    };
}

bool tj_ledger_when(const struct tj_ledger *l, const struct tj_record *r, struct tj_when *out)
{
    if (l->periods[r->period].kind == TJ_WHEN_KIND_COUNT) return false;
    *out = l->periods[r->period];
    return true;
}

struct tj_str tj_ledger_latest(const struct tj_ledger *l)
{
    struct tj_str latest = TJ_STR("");
    for (size_t i = 0; i < l->document_count; i++)
        if (tj_compare(l->documents[i].date, latest) > 0) latest = l->documents[i].date;
    return latest;
}

void tj_ledger_free(struct tj_ledger *l)
{
    tj_pool_free(&l->ids);
    tj_pool_free(&l->texts);
    tj_pool_free(&l->names);
    tj_pool_free(&l->document_keys);
    free(l->records);
    free(l->rest);
    free(l->documents);
    free(l->periods);
    *l = (struct tj_ledger){ 0 };
}

/* The library: one document in, its facts out.

     struct tj_lexicon *lexicon;
     tj_lexicon_new(NULL, &lexicon, &err);
     struct tj_extractor *x = tj_extractor_new(lexicon, &(struct tj_options){ 0 });
     struct tj_result result;
     if (tj_extract(x, "report.txt", bytes, &result, &err) == TJ_OK) use(result.facts, result.count);
     tj_extractor_free(x);

   A lexicon is read-only and may be shared by threads; an extractor is one thread's. */
#ifndef TJ_TONGJI_H
#define TJ_TONGJI_H

#include "extract/attribute/delivery.h"
#include "extract/document/document.h"
#include "extract/fact/fact.h"
#include "extract/lexicon/lexicon.h"

/* All zero is the default: date and region are taken from the text. */
struct tj_options {
    struct tj_now date;        /* the documents' date, if the caller knows it: year, month, day */
    struct tj_now date_unsaid; /* the date to take where a text says none, only the years that it speaks of */
    uint32_t region;           /* the place to take where a text names none; see tj_region_named */
};

struct tj_result {
    const struct tj_fact *facts; /* in the order of the text; NULL if they were taken in runs */
    size_t count;
    struct tj_str text; /* the document's text as UTF-8, which the facts' offsets mean */
    struct tj_str title;
    struct tj_now date;
    size_t bad_bytes; /* how many bytes of the input were no characters */
    bool stopped;     /* by who takes the runs, before the end */
};

/* Who takes a run of facts, and what he is called with. */
struct tj_receiver {
    tj_take_facts *take;
    void *context;
    size_t run; /* facts in a run, at least; 0 is 1024 */
};

struct tj_extractor;

struct tj_extractor *tj_extractor_new(const struct tj_lexicon *lexicon, const struct tj_options *options);
void tj_extractor_free(struct tj_extractor *extractor);

/* From the next document on with these options. */
void tj_extractor_set(struct tj_extractor *extractor, const struct tj_options *options);

/* Reads one document: `name` is its name in the facts, `bytes` must live until the next call. The result lives
   until the next call too. TJ_EMPTY or TJ_NO_TEXT if the bytes are no document. */
enum tj_status tj_extract(struct tj_extractor *extractor, const char *name, struct tj_str bytes,
                          struct tj_result *out, struct tj_error *err);

/* The same for a document of any size: facts go to `take` in runs (see tj_take_facts), and memory stays bounded by a
   small multiple of the document's size. `take` is called before the end, with `out` already told the text, title
   and date. */
enum tj_status tj_extract_runs(struct tj_extractor *extractor, const char *name, struct tj_str bytes,
                               struct tj_receiver receiver, struct tj_result *out, struct tj_error *err);

#endif

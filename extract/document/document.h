/* A document ready to be read: its text as UTF-8, the same text cleaned into paragraphs, the map between the
   two, its title and date. */
#ifndef TJ_DOCUMENT_H
#define TJ_DOCUMENT_H

#include "extract/document/decode.h"
#include "extract/recognise/period.h"

enum tj_block_kind { TJ_PARAGRAPH, TJ_HEADING };

/* One paragraph or heading of the clean text. `gap` counts the blank lines before it. */
struct tj_block {
    enum tj_block_kind kind;
    size_t off, len;
    unsigned gap;
};

/* From `clean` on, clean text and document text run in step. */
struct tj_step {
    size_t clean, text;
};

struct tj_document {
    struct tj_str name;        /* the input's */
    struct tj_decoded decoded; /* decoded.text is the document's text, which facts' offsets mean */
    struct tj_str clean;       /* lines rejoined, full-width figures folded, markup left out */
    const struct tj_step *steps;
    size_t step_count;
    const struct tj_block *blocks;
    size_t block_count;
    struct tj_str title; /* of clean */
    struct tj_now date;  /* year, month, day; 0 where not known */
};

/* Makes clean text, blocks and map out of decoded text (document->decoded must be filled). */
void tj_document_clean(struct tj_arena *arena, struct tj_document *document);

/* Finds title and date in the first and last lines. A date that the caller knows better stays. */
void tj_document_head(const struct tj_lexicon *lexicon, struct tj_matcher *matcher,
                      struct tj_document *document);

/* Where a place of the clean text lies in the document's text: where it starts, or where it ends. */
size_t tj_text_start(const struct tj_document *document, size_t clean_start);
size_t tj_text_end(const struct tj_document *document, size_t clean_end);

#endif

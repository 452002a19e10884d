/* A sentence to mentions: one pass from left to right, the longest word of the dictionaries at each place,
   periods, quantities and separators. Text between mentions is words that no dictionary has. */
#ifndef TJ_SCAN_H
#define TJ_SCAN_H

#include "extract/recognise/period.h"
#include "extract/recognise/quantity.h"

enum tj_mention_kind {
    TJ_M_WORD,     /* indicator, owner or attr: a part of a name (entry) */
    TJ_M_REGION,   /* entry */
    TJ_M_CUE,      /* cue */
    TJ_M_PERIOD,   /* period */
    TJ_M_QUANTITY, /* quantity */
    TJ_M_GUARD,    /* a word that only keeps others from being read inside it */
    TJ_M_MARK,     /* a separator; `mark` is its code point */
};

struct tj_mention {
    enum tj_mention_kind kind;
    uint32_t mark; /* 0 for what is none */
    size_t off, len;
    union { /* which, `kind` tells */
        const struct tj_entry *entry;
        const struct tj_cue *cue;
        const struct tj_quantity *quantity;
        const struct tj_period *period;
    };
    bool attr; /* a word that may be an attribute */
};

struct tj_mentions {
    struct tj_mention *at;
    size_t count, room;
    size_t quantities;
};

/* One thread's means. */
struct tj_scanner {
    const struct tj_lexicon *lexicon;
    struct tj_matcher *matcher;
    struct tj_arena *arena; /* of the document */
};

/* Appends the mentions of `text` (one sentence). `now` tells what relative periods mean; its sticky year
   moves along with the years that the sentence names. */
void tj_scan(const struct tj_scanner *scanner, struct tj_str text, struct tj_now *now,
             struct tj_mentions *out);

#endif

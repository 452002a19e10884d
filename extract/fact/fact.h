/* The fact record: one statistic of one document, with the bytes that prove it. This is all that report/
   knows of extract/; docs/fact-record.md and docs/fact.schema.json describe the same for readers of the
   output. */
#ifndef TJ_FACT_H
#define TJ_FACT_H

#include "extract/base/decimal.h"

/* What the number says of the indicator. */
#define TJ_MEASURES(X)                                                                           \
    X(TJ_LEVEL, "level")       /* an amount, count, price, index, or a rate that is itself it */ \
    X(TJ_GROWTH, "growth")     /* relative change, as a ratio */                                 \
    X(TJ_CHANGE, "change")     /* absolute change, in the indicator's own unit */                \
    X(TJ_SHARE, "share")       /* part of a whole */                                             \
    X(TJ_MULTIPLE, "multiple") /* times something else */                                        \
    X(TJ_RANK, "rank")         /* place in an order */

/* How the number limits the true value. */
#define TJ_BOUNDS(X)       \
    X(TJ_EQ, "eq")         \
    X(TJ_APPROX, "approx") \
    X(TJ_GE, "ge")         \
    X(TJ_GT, "gt")         \
    X(TJ_LE, "le")         \
    X(TJ_LT, "lt")         \
    X(TJ_RANGE, "range")

/* Reached, or to be reached. */
#define TJ_STANDINGS(X)    \
    X(TJ_ACTUAL, "actual") \
    X(TJ_TARGET, "target")

#define TJ_WORD_ID(id, word) id,
enum tj_measure { TJ_MEASURES(TJ_WORD_ID) TJ_MEASURE_COUNT };
enum tj_bound { TJ_BOUNDS(TJ_WORD_ID) TJ_BOUND_COUNT };
enum tj_standing { TJ_STANDINGS(TJ_WORD_ID) TJ_STANDING_COUNT };
#undef TJ_WORD_ID

/* The words above, as they stand in output files. */
struct tj_str tj_measure_word(enum tj_measure);
struct tj_str tj_bound_word(enum tj_bound);
struct tj_str tj_standing_word(enum tj_standing);

/* The other way round; false for a word that is none of them. */
bool tj_measure_of(struct tj_str word, enum tj_measure *out);
bool tj_bound_of(struct tj_str word, enum tj_bound *out);
bool tj_standing_of(struct tj_str word, enum tj_standing *out);

/* All text is somebody else's: it lives as long as the document, the lexicon, or the arena that it was
   read into. A field that is not known is empty, a number that is not known is not `known`. */
struct tj_fact {
    struct tj_str id;                  /* the same for the same document text, whenever and wherever */
    struct tj_str doc, title, date;    /* the input's name; the document's title and date (YYYY-MM-DD) */
    uint64_t start, end;               /* bytes of `text` in the document's text as UTF-8 */
    uint64_t source_start, source_end; /* the same place in the input as it lies on disk */
    struct tj_str text;                /* the value expression: number and unit, both ends of a range */
    struct tj_str sentence;            /* where it stands */
    enum tj_measure measure;
    struct tj_decimal value;        /* in `unit`; unknown for a range */
    struct tj_decimal lower, upper; /* of a range */
    struct tj_str unit;             /* canonical: 1, pp, CNY, t, m2, 人 … */
    enum tj_bound bound;
    struct tj_str indicator;           /* canonical name where the dictionary has it, else the text's words */
    struct tj_str indicator_raw;       /* the text's words */
    struct tj_str indicator_code;      /* the dictionary's code, if it has one */
    struct tj_str region, region_code; /* official full name; GB/T 2260, or ISO 3166-1 for countries */
    struct tj_str period;              /* 2023, 2023-Q1, 2023-01/2023-11, 2021/2025, 2023-12-31 */
    enum tj_standing status;
    struct tj_str basis;       /* of growth and change: yoy, mom, avg, base:2012, other */
    unsigned confidence;       /* hundredths, 0 to 100 */
    struct tj_str source;      /* "table" for a cell of a table, empty for running text */
    struct tj_str row, column; /* of a cell: the words at the head of its row and of its column */
    uint64_t page;             /* of a PDF, from 1; 0 if there are none */
};

#endif

/* All facts of all sources of one report, in memory, small: a fact is a record of numbers into pools of
   strings. They stand in the order in which 明细 lists them: by document, then by place in it. A fact whose
   id was seen before is left out and counted. */
#ifndef TJ_LEDGER_H
#define TJ_LEDGER_H

#include "extract/base/status.h"
#include "extract/fact/corrections.h"
#include "extract/fact/fact.h"
#include "report/period.h"
#include "report/pool.h"

/* A million of them are kept: what few facts have is in a row of tj_ledger.rest. */
struct tj_record {
    int64_t value; /* digits; of a range: the lower end */
    uint64_t start;
    uint32_t document; /* a row of tj_ledger.documents */
    uint32_t id;       /* in `ids` */
    uint32_t text;     /* in `texts`, or TJ_IN_SENTENCE and the place in the sentence */
    uint32_t sentence; /* in `texts` */
    uint32_t indicator, indicator_raw, region, region_code, unit, period, basis; /* in `names` */
    uint32_t rest;                                                               /* 0: it has none */
    uint16_t length; /* from start to end, unless the rest knows it */
    int8_t value_pow10;
    uint8_t measure, bound, standing, confidence;
};
enum { TJ_IN_SENTENCE = 0x40000000 };

struct tj_record_rest {
    int64_t upper; /* of a range */
    uint64_t length;
    uint64_t page;        /* of a PDF, from 1; 0 if there are none */
    uint32_t row, column; /* in `texts`, of a cell of a table */
    int8_t upper_pow10;
    bool in_table;
};

struct tj_ledger_document {
    struct tj_str name, title, date;
    size_t facts;
};

struct tj_ledger {
    struct tj_pool ids, texts, names, document_keys;
    struct tj_record *records;
    size_t count, capacity;
    struct tj_record_rest *rest; /* number 0 is not used */
    size_t rest_count, rest_capacity;
    struct tj_ledger_document *documents; /* by name */
    size_t document_count, document_capacity;
    size_t duplicates;
    struct tj_corrections *corrections; /* applied to what tj_ledger_load reads, or NULL; not owned */
    struct tj_when *periods;            /* for each of `names`: the period that it is; see tj_ledger_when */
};

/* Takes every fact of the file `path` in. TJ_BAD_FACT records are passed to `reject` (with `self`) and left
   out; *rejected is how many. A file that cannot be opened or read is the failure returned. */
struct tj_ledger_rejects {
    void (*reject)(void *self, const struct tj_error *err);
    void *self;
};
enum tj_status tj_ledger_load(struct tj_ledger *ledger, const char *path, struct tj_ledger_rejects rejects,
                              size_t *rejected, struct tj_error *err);

/* Adds one fact; false if its id was there. */
bool tj_ledger_add(struct tj_ledger *ledger, const struct tj_fact *fact);

/* Call after the last fact and before reading: puts facts and documents in their order. */
void tj_ledger_close(struct tj_ledger *ledger);

/* The fact as it was added (source_start and source_end and indicator_code are not kept). */
struct tj_fact tj_ledger_fact(const struct tj_ledger *ledger, size_t number);

/* The number itself: of a range nothing. */
struct tj_decimal tj_ledger_value(const struct tj_record *record);

/* Of a fact its bound, value, lower and upper only: no text is looked up. */
struct tj_fact tj_ledger_figures(const struct tj_ledger *ledger, size_t number);

/* The period of a fact; false if it has none. */
bool tj_ledger_when(const struct tj_ledger *ledger, const struct tj_record *record, struct tj_when *out);

/* The latest document date (YYYY-MM-DD), empty if no document has one. */
struct tj_str tj_ledger_latest(const struct tj_ledger *ledger);

void tj_ledger_free(struct tj_ledger *ledger);

#endif

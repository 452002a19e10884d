/* The work of `extract`: inputs to facts to the output, by one or several threads, in the inputs' order
   whatever their number. */
#ifndef TJ_CREW_H
#define TJ_CREW_H

#include <stdio.h>

#include "cli/amount.h"
#include "cli/intake.h"
#include "cli/options.h"
#include "extract/fact/sink.h"
#include "extract/tongji.h"

struct tj_crew_options {
    struct tj_common common;
    struct tj_options extract;
    const struct tj_lexicon *lexicon;
    struct tj_intake *intake;
    struct tj_sink *sink;
    enum tj_format format;
    const char *texts;       /* the folder that documents' texts are saved in, or NULL */
    FILE *rejects;           /* a JSON line for each input that was not read, or NULL */
    bool resume;             /* the sink knows which documents are done: they are passed over */
    struct tj_hash settings; /* of all but a document's own bytes that its facts depend on */
    bool again;              /* a second round over the same inputs: what cannot be read has been told */
    unsigned threads;        /* at least 1 */
    struct tj_amount (*measure)(
        const void *context); /* how much there is to do, asked on a terminal only; or NULL */
    const void *context;
    bool in_streams; /* inputs hold a document a line */
};

struct tj_crew_result {
    size_t documents, facts, bytes, rejected, bad_bytes;
    size_t passed_over; /* done in an earlier run, or the same bytes as another */
    size_t replaced;    /* documents that have changed since then */
    bool interrupted;
    bool text_lost; /* a document's text could not be saved, which was told; the run stopped there */
};

/* Runs to the end, to the first failure of the sink, or to SIGINT. Failures of inputs are told on standard
   error and in `rejects`, and the others go on. */
struct tj_crew_result tj_crew_run(const struct tj_crew_options *options);

#endif

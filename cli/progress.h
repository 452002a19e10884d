/* What a long run says of itself: on a terminal how far it is, and the failures of inputs, the first few of each kind in
   full and the others counted. */
#ifndef TJ_PROGRESS_H
#define TJ_PROGRESS_H

#include <stdbool.h>
#include <time.h>

#include "cli/amount.h"
#include "cli/options.h"
#include "cli/tally.h"

struct tj_progress {
    bool quiet;
    bool on_terminal;       /* standard error is one, and something may be said */
    struct tj_amount total; /* 0: nobody knows */
    bool in_streams;        /* inputs hold many documents each, so that only bytes tell how far it is */
    struct timespec started, shown;
    struct tj_tally failures;
    size_t damaged; /* documents with bytes that are no characters */
};

/* How far a run is. */
struct tj_far {
    size_t documents, facts;
    size_t bytes; /* of text */
    size_t
        taken; /* bytes of inputs: more than `bytes` where records hold more than text, or documents were passed over */
};

/* Begins to count the time. Who knows how much there is then sets `total`, for a bar and the time left. */
void tj_progress_start(struct tj_progress *progress, const struct tj_common *common, const char *command);

/* Says how far the run is, at most five times a second, in one line that fits the terminal. */
void tj_progress_show(struct tj_progress *progress, struct tj_far far);

/* Takes the line off the terminal. */
void tj_progress_end(struct tj_progress *progress);

/* Names an input that failed, unless several have failed in the same way already. */
void tj_progress_failed(struct tj_progress *progress, const struct tj_error *err);

/* The same for a document that holds `bytes` bytes that are no characters. */
void tj_progress_damaged(struct tj_progress *progress, const char *name, size_t bytes);

/* What was not named before: a line for each kind of failure. */
void tj_progress_sum_up(const struct tj_progress *progress);

#endif

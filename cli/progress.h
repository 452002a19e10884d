/* What a long run says of itself: on a terminal how far it is, and the failures of inputs, the first few of each kind in
   full and the others counted. */
#ifndef TJ_PROGRESS_H
#define TJ_PROGRESS_H

#include <stdbool.h>
#include <time.h>

#include "cli/options.h"

struct tj_progress {
    const char *command; /* in messages */
    bool verbose, quiet;
    bool on_terminal; /* standard error is one, and something may be said */
    size_t total;     /* inputs; 0 if nobody knows */
    struct timespec started, shown;
    size_t failures[TJ_STATUS_COUNT];
    size_t damaged; /* documents with bytes that are no characters */
};

/* Begins to count the time. Who knows how many inputs there are then sets `total`, for a bar and the time left. */
void tj_progress_start(struct tj_progress *progress, const struct tj_common *common, const char *command);

/* How far the run is, at most five times a second: `done` inputs, `bytes` of text read. One line that fits the terminal. */
void tj_progress_show(struct tj_progress *progress, size_t done, size_t facts, size_t bytes);

/* Takes the line off the terminal. */
void tj_progress_end(struct tj_progress *progress);

/* Names an input that failed, unless several have failed in the same way already. */
void tj_progress_failed(struct tj_progress *progress, const struct tj_error *err);

/* The same for a document that holds `bytes` bytes that are no characters. */
void tj_progress_damaged(struct tj_progress *progress, const char *name, size_t bytes);

/* What was not named before: a line for each kind of failure. */
void tj_progress_sum_up(const struct tj_progress *progress);

#endif

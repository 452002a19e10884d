/* Failures of one kind are not poured out: the first few are named, the others counted and summed up at the end. */
#ifndef TJ_TALLY_H
#define TJ_TALLY_H

#include <stdbool.h>
#include <stddef.h>

#include "extract/base/status.h"

struct tj_tally {
    const char *command; /* in messages */
    bool all;            /* --verbose: name every one */
    size_t counts[TJ_STATUS_COUNT];
};

/* Counts one more; true if it is to be named. */
bool tj_tally_add(struct tj_tally *tally, enum tj_status kind);

/* Counts it, and names it on standard error if it is to be named. */
void tj_tally_tell(struct tj_tally *tally, const struct tj_error *err);

/* A line for each kind of which not all were named: "tongji convert: 20 more: fact record is malformed; ADVICE". */
void tj_tally_sum_up(const struct tj_tally *tally, const char *advice);

/* Is there room to name one more of what was counted `count` times, this time with it? */
bool tj_tally_room(const struct tj_tally *tally, size_t count);
/* How many of `count` were not named. */
size_t tj_tally_unnamed(const struct tj_tally *tally, size_t count);

#endif

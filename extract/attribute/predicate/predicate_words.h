/* What each word of a predicate says of its number: which way it changed and against what, that it is a level, a share, a rank
   or a bound. */
#ifndef TJ_PREDICATE_WORDS_H
#define TJ_PREDICATE_WORDS_H

#include "extract/attribute/predicate/predicate.h"

/* The number tells a change: up for 1, down for -1, against `basis` (empty if the word does not say). What was
   taken before stays. */
void tj_take_direction(struct tj_predicate *predicate, int direction, struct tj_str basis);

/* Takes a cue word that touches what has been read so far, which is at the head of `behind`; false if the word ends
   the predicate. */
bool tj_take_cue(struct tj_predicate *predicate, const struct tj_cue *cue, struct tj_str behind);

/* Takes a word of one or two characters that counts only right before a number. `plain`: the number behind it may be
   a rank (第2, 前3). False if the word ends the predicate. */
bool tj_take_near(struct tj_predicate *predicate, const struct tj_cue *cue, bool plain);

#endif

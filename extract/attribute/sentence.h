/* One sentence: its clauses from left to right, each number bound to what the frame knows when it is reached. */
#ifndef TJ_SENTENCE_H
#define TJ_SENTENCE_H

#include "extract/attribute/frame.h"

/* Appends the sentence's facts to frame->facts, with offsets that count within the sentence. */
void tj_read_sentence(struct tj_frame *frame, struct tj_str sentence, const struct tj_mentions *mentions);

#endif

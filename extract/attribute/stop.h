/* Where sentences end. */
#ifndef TJ_STOP_H
#define TJ_STOP_H

#include "extract/base/str.h"

/* The end of the sentence that begins at byte `from` of `text`: behind 。！？ and closing marks, or the end of the text.
   No writer's sentence is as long as 4096 bytes; what is, a table or a text without stops, is read in pieces. */
size_t tj_sentence_end(struct tj_str text, size_t from);

#endif

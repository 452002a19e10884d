/* Where a text may tell a statistic or change what the frame knows of time. */
#ifndef TJ_ANCHOR_H
#define TJ_ANCHOR_H

#include "extract/base/str.h"

/* The first place at or behind `from` with a digit, a numeral word that can be a statistic (百分之, 三成, 首位), a time (去年, 一季度,
   “十四五”) or a word of what is to come (下一步, 今后); the length of `text` if there is none. Sure where it passes over,
   not where it stops. Text that was simplified and folded. */
size_t tj_next_anchor(struct tj_str text, size_t from);

#endif

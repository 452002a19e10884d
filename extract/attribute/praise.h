/* What a clause without a number says of its subject, where the dictionaries know neither. */
#ifndef TJ_PRAISE_H
#define TJ_PRAISE_H

#include "extract/attribute/walk.h"

/* 旅行服务|继续快速增长, 辣椒|种植规模更大: where the subject ends that the clause up to byte `to` praises; the begin of the clause
   if it tells anything else, or if the subject is too wide to own a figure (经济, 市场). */
size_t tj_praised_end(const struct tj_walk *walk, size_t to);

/* 进口环节税收|在一般贸易进口回升带动下: where what it happens under begins; `to` if nothing is said of that. */
size_t tj_circumstance_begins(const struct tj_walk *walk, size_t to);

#endif

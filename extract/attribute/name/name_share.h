/* Of what a share is that does not say it: 其中民生支出占八成. */
#ifndef TJ_NAME_SHARE_H
#define TJ_NAME_SHARE_H

#include "extract/attribute/walk.h"

/* Keeps in frame->total what mention `i`, the cue 其中 or a mark, takes apart from here on, or ends that. */
void tj_note_total(struct tj_walk *walk, size_t i);

#endif

/* Fairs, games and festivals as the owners of what is told of them. */
#ifndef TJ_NAME_EVENT_H
#define TJ_NAME_EVENT_H

#include "extract/attribute/bind.h"
#include "extract/attribute/walk.h"

/* Keeps the event that the words from byte `from` to `to` say takes place (第二十七届冰雪大世界今天开园), or that they come back
   to (本届展会…); false if there is none. A report on one place tells of none. */
bool tj_note_event(struct tj_frame *frame, size_t from, size_t to);

/* 本届赛事吸引了|17支|车队, 总赛程420公里: what an event of the sentence has gets the event's name, if its own is short. */
void tj_name_of_event(const struct tj_walk *walk, struct tj_figure *figure);

#endif

/* 分别: several names, several values, handed out in turn. */
#ifndef TJ_LISTS_H
#define TJ_LISTS_H

#include "extract/attribute/bind.h"

enum { TJ_MAX_LIST = 24 };

/* Do the words of a phrase name several things, so that several values may be handed out without 分别? */
bool tj_is_list(const struct tj_phrase *phrase);

/* How many quantities follow each other from mention `at` on with only list marks between; their mentions go
   into `run`, at most TJ_MAX_LIST. At least 1. Without 分别 (`each` false) only values of one unit without a comma
   between them are a list. */
size_t tj_list_run(const struct tj_frame *frame, size_t at, bool each, size_t run[TJ_MAX_LIST]);

/* The names of `count` subjects, from the words of a phrase (城镇和农村居民人均可支配收入) or, if it has none, from
   the sentence's last figures that are no ranks. False if they don't add up to `count`. */
bool tj_list_names(const struct tj_frame *frame, const struct tj_phrase *phrase, size_t count,
                   struct tj_name *names);

#endif

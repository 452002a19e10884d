/* What the parts of a list of names share: the first lends its head, the last its attribute and kind. */
#ifndef TJ_LIST_SHARE_H
#define TJ_LIST_SHARE_H

#include "extract/attribute/figure/lists.h"

/* 有色冶金、装备制造产业增加值: completes each part by what the others say and splits it into owner and attribute. */
void tj_share_parts(const struct tj_frame *frame, struct tj_str *parts, size_t count, struct tj_name *names);

/* Only what the last part says for all. */
void tj_share_tail(const struct tj_frame *frame, struct tj_str *parts, size_t count, struct tj_name *names);

/* The kind of owner that the words name: 产业 of 装备制造产业增加值; empty if none. */
struct tj_str tj_kind_of_owner(const struct tj_frame *frame, struct tj_str words);

#endif

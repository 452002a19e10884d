/* The nouns behind a number: where they end, and whether they say enough. */
#ifndef TJ_NOUN_BEHIND_H
#define TJ_NOUN_BEHIND_H

#include "extract/attribute/walk.h"

/* `words` without those of a list, which `take` takes from one of its ends, as often as one is there. */
struct tj_str tj_without(struct tj_str words, const char *const *list,
                         bool (*take)(struct tj_str *, struct tj_str));

/* Takes `end` from the end of the words; false if they don't end in it. */
bool tj_drop_end(struct tj_str *words, struct tj_str end);

/* Without how far the works are: 重大项目 of 重大项目加快推进. */
struct tj_str tj_noun_without_progress(struct tj_str noun);

/* Up to the kind of thing that it names: 石化项目 of 石化项目刷新纪录. */
struct tj_str tj_noun_to_kind(const struct tj_frame *frame, struct tj_str noun);

/* Does it say too little of what is counted: 企业, 城市? */
bool tj_noun_is_general(const struct tj_frame *frame, struct tj_str noun);

/* The noun of `noun_len` bytes at `from` with what is told of it, if that has no more than `longest` characters. In the
   sentence's arena. */
struct tj_str tj_noun_and_told(const struct tj_frame *frame, size_t from, size_t noun_len, size_t longest);

/* Does what is told of the noun at `from` say which of its kind are counted: 已有614个|灌区|开始春灌, 为2万名|老年人|提供服务,
   17种|药品|纳入目录? */
bool tj_tells_which(const struct tj_walk *walk, const struct tj_figure *figure, size_t from,
                    struct tj_str noun);

/* Is it a circumstance, which owns no number: 基础上? */
bool tj_noun_is_circumstance(struct tj_str noun);

/* Does it only say what the number is set for: 目标? */
bool tj_noun_is_aim(struct tj_str noun);

/* The measure of a thing that ends the words (总面积, 东西宽); empty if none does. */
struct tj_str tj_measure_at_end(const struct tj_frame *frame, struct tj_str words);

/* Where the last of several measures of one thing ends, the first of which ends at `at`. */
size_t tj_measures_end(const struct tj_frame *frame, size_t at);

/* Where the last of several counts of one thing ends that begin with `quantity`: 3.2万户、4.9万人. */
size_t tj_counts_end(const struct tj_frame *frame, const struct tj_quantity *quantity);

/* What people did who are counted by `quantity`: 易地扶贫搬迁 of 7.2万人通过易地扶贫搬迁. Sets `end` to where the words end; empty
   if nothing is told so. */
struct tj_str tj_noun_told_of_people(const struct tj_frame *frame, const struct tj_quantity *quantity,
                                     size_t *end);

/* The noun at `from` with what its money is for, if it is money and that is said: 资金支持再就业. */
struct tj_str tj_noun_with_purpose(const struct tj_frame *frame, size_t from, struct tj_str noun);

/* What money is for that is given with no other name, at `from`: 支持制种大县 of 安排20亿元支持制种大县. Sets `end`; empty if that is
   not said. */
struct tj_str tj_noun_of_purpose(const struct tj_frame *frame, size_t from, size_t *end);

/* Does it say what for and not what: 保障春耕? */
bool tj_noun_is_purpose(struct tj_str noun);

/* 每天|1亿人次乘坐轨道交通: do the words before a number say how often, not what? */
bool tj_tells_how_often(struct tj_str words);

#endif

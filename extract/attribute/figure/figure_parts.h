/* What the files that read a figure share: figure.c goes step by step, figure_clues.c looks at what else tells of the number,
   figure_list.c makes the facts where several numbers belong to several names. */
#ifndef TJ_FIGURE_PARTS_H
#define TJ_FIGURE_PARTS_H

#include "extract/attribute/figure/lists.h"
#include "extract/attribute/walk.h"

/* 较2024年（2.96亿人次）, 低于全国（5.2%）: the mention of that kind right before the bracket that begins with the number at byte
   `number`; NULL if none is there. */
const struct tj_mention *tj_before_bracket(const struct tj_frame *frame, enum tj_mention_kind kind,
                                           size_t number);

/* The direction that words around the number give where its predicate has none: 20%以上增长, 增速为负值（-19.4%）,
   增加369万吨（74亿斤）. 0 if none does. */
int tj_direction_around(const struct tj_walk *walk, const struct tj_quantity *quantity);

/* 由去年同期下降5%转为增长21.5%: makes the figure the start of a rise, and tells in *when what stands between. False if it is
   no change that turns into another. */
bool tj_begin_turn(const struct tj_walk *walk, struct tj_figure *figure, struct tj_str *when);

/* Gives such a figure the time that `when` means. */
void tj_time_turn(const struct tj_walk *walk, struct tj_figure *figure, struct tj_str when);

/* 4.5%，这是前三季度零售总额增速: takes the phrase from the clause behind. */
void tj_take_explanation(const struct tj_walk *walk, struct tj_figure *figure);

/* 新增加的生产能力，就有142万吨: takes the phrase from the clause before. */
void tj_take_clause_before(const struct tj_walk *walk, struct tj_figure *figure);

/* 新建道路80条、|桥梁15座: the second of a list takes the verb of the first. */
void tj_take_doing(const struct tj_frame *frame, struct tj_figure *figure);

/* 减少|农村贫困人口1240万人, 增产|原煤3000万吨: a change of what stands behind the verb. */
void tj_take_fall(const struct tj_frame *frame, struct tj_figure *figure);

/* 完成年度任务的112%: names the rate at which a goal is reached; false if the figure is none. */
bool tj_name_goal(const struct tj_walk *walk, struct tj_figure *figure);

/* 低于13%左右的|预期目标: names the goal that was missed or passed after the statistic in hand. */
void tj_take_goal_behind(const struct tj_walk *walk, struct tj_figure *figure);

/* 占全省的5%、|全国的1%: names the share by the next thing that the last one is part of; leaves other figures alone. */
void tj_name_next_share(const struct tj_walk *walk, struct tj_figure *figure);

/* Binds `count` numbers, the mentions in `run`, to the names, places or times of a list. */
void tj_read_list(struct tj_walk *walk, struct tj_figure *figure, const size_t *run, size_t count);

/* 三次产业结构由8.1∶60.2∶31.7调整为7.2∶59.4∶33.4: binds a share of each sector; returns the last mention within. */
size_t tj_read_sectors(struct tj_walk *walk, struct tj_figure *figure, struct tj_quantity parts[3], size_t i);

/* 低于4月的|48.7%, 高于全国的2%: a level, or growth, of the time and place that the last figure is compared with. False if the
   number is none. */
bool tj_take_yardstick_level(const struct tj_walk *walk, struct tj_figure *figure);

/* 访客量|是去年同期的两倍: where the words end that name what is so many times something else; where the predicate begins if
   the number is no such. */
size_t tj_end_of_multiple(const struct tj_walk *walk, const struct tj_figure *figure);

#endif

/* Names that stand behind their number: 组建13家企业创新联合体, 总投资410亿元的项目, 造成3人死亡. */
#ifndef TJ_NAME_BEHIND_H
#define TJ_NAME_BEHIND_H

#include "extract/attribute/walk.h"

/* Names the figure by what stands behind it, and says in *end where the words of the next figure begin; false if it is
   named by what stands before. */
bool tj_name_behind(const struct tj_walk *walk, struct tj_figure *figure, size_t *end);

/* 造成3人死亡、7人受伤: names the figure by what befell them, with what brought it; *end is behind these words. False if
   no such word stands behind the number. */
bool tj_name_fate(const struct tj_walk *walk, struct tj_figure *figure, size_t *end);

/* 总投资410亿元的项目, 9%的火势得到控制: names the figure by the noun behind 的, which owns the measure before the number or is what
   the share is of; *end is behind it. False if no such noun stands there. */
bool tj_name_owner_behind(const struct tj_walk *walk, struct tj_figure *figure, size_t *end);

/* What the clause before byte `to` of the sentence says that befell people: 爆炸 of 发生爆炸，造成28人死亡; empty if it says
   nothing such. In the sentence's arena. */
struct tj_str tj_cause_before(const struct tj_frame *frame, size_t to);

/* 14亿多人口的大国: names the figure by the people that are its unit. False if it has another, or if words name it. */
bool tj_name_people(const struct tj_walk *walk, struct tj_figure *figure, size_t *end);

/* 41个行业大类中有28个实现增长: names the figure by those that were counted before and what it tells of some of them. False if it
   counts no part of them. */
bool tj_name_among(const struct tj_walk *walk, struct tj_figure *figure, size_t *end);

/* 33个行业利润增长，7个行业下降: completes the name of a count that says only which way the same statistic went. */
void tj_name_of_sibling(const struct tj_walk *walk, struct tj_figure *figure);

/* 生产了全国1/2的火腿肠: names the share that somebody has of all there is. False if the words say no such share. */
bool tj_name_part(struct tj_walk *walk, struct tj_figure *figure, size_t *end);

#endif

/* What a clause without a number says of the numbers behind it. */
#ifndef TJ_THEME_H
#define TJ_THEME_H

#include "extract/attribute/walk.h"

/* The clause in hand ends at `to`: its subject (装备制造业增势明显，…), the object of its verb (推进保障性安居工程建设，基本建成
   500万套), the share or the whole that it names is kept in the frame for what follows. */
void tj_set_theme(struct tj_walk *walk, size_t to);

/* 机制纸：从37万吨增加到65万吨: what stands before the colon in mention `i` is the subject, if nothing but a number follows. */
void tj_set_heading(struct tj_walk *walk, size_t i);

/* 地区生产总值跨越|3个千亿元台阶，达到1.5万亿元: what stands before a number that is no figure is the subject of the next. */
void tj_keep_subject(struct tj_walk *walk, size_t number);

/* 环比由降转涨，上涨0.1%: keeps what the turn that the clause tells of is against; a clause with a number clears it. */
void tj_note_turn(struct tj_walk *walk, size_t to);

#endif

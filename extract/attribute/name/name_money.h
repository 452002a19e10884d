/* What money is for, as part of its name. */
#ifndef TJ_NAME_MONEY_H
#define TJ_NAME_MONEY_H

#include "extract/attribute/bind.h"
#include "extract/attribute/walk.h"

/* 安排专项资金|2.7亿元|，用于新增耕地建设: a name that says no more than who gives the money gets what it is for, if that is said. */
void tj_name_money(const struct tj_walk *walk, struct tj_figure *figure);

#endif

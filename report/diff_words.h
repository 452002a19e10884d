/* What a comparison says in words, in Chinese and English. */
#ifndef TJ_DIFF_WORDS_H
#define TJ_DIFF_WORDS_H

#include <stdbool.h>

/* clang-format off */
#define TJ_DIFF_WORDS(X)                                                                                      \
    X(TJ_D_SHEET, "对比", "Comparison")                                                                       \
    X(TJ_D_FACTS, "明细", "Facts")                                                                            \
    X(TJ_D_OLD_FACTS, "旧版明细", "Old facts")                                                                \
    X(TJ_D_NEW_FACTS, "新版明细", "New facts")                                                                \
    X(TJ_D_YEARS, "{}年与{}年对比", "{} against {}")                                                          \
    X(TJ_D_EDITIONS, "两版对比：{} → {}", "Two editions: {} → {}")                                            \
    X(TJ_D_OLD, "旧版", "Old")                                                                                \
    X(TJ_D_NOW, "新版", "New")                                                                                \
    X(TJ_D_YEAR, "{}年", "{}")                                                                                \
    X(TJ_D_MARK, "升降", "Up/down")                                                                           \
    X(TJ_D_CHANGE, "增减", "Change")                                                                          \
    X(TJ_D_RELATIVE, "增幅", "Change %")                                                                      \
    X(TJ_D_STATED, "原文增幅", "Stated")                                                                      \
    X(TJ_D_KIND, "变化", "What")                                                                              \
    X(TJ_D_OLD_SOURCE, "旧数出处", "Source of the old figure")                                                \
    X(TJ_D_NEW_SOURCE, "新数出处", "Source of the new figure")                                                \
    X(TJ_D_CHANGED, "变化", "changed")                                                                        \
    X(TJ_D_REVISED, "修订", "revised")                                                                        \
    X(TJ_D_SAME, "持平", "same")                                                                              \
    X(TJ_D_NEW, "新增", "new")                                                                                \
    X(TJ_D_GONE, "不再列", "gone")                                                                            \
    X(TJ_D_WHOLE_YEAR, "全年", "year")                                                                        \
    X(TJ_D_SAYS, "{}（{}）", "{} ({})")                                                                       \
    X(TJ_D_SUM_YEARS, "变化 {} 项（升 {}，降 {}），持平 {} 项，新增 {} 项，不再列 {} 项",                       \
      "{} changed ({} up, {} down), {} same, {} new, {} gone")                                                \
    X(TJ_D_SUM_EDITIONS, "修订 {} 项（升 {}，降 {}），未变 {} 项，新增 {} 项，不再列 {} 项",                    \
      "{} revised ({} up, {} down), {} unchanged, {} new, {} gone")                                           \
    X(TJ_D_CONFLICTS, "；{} 项的出处说法不一", "; sources disagree on {}")                 \
    X(TJ_D_LEFT_OUT, "缺地区、指标或时期而无法对比的数据：{} 条", "Facts without region, indicator or period, not compared: {}") \
    X(TJ_D_NOTHING, "没有变化", "Nothing has changed")                                                        \
    X(TJ_D_MARKS, "▲ 升  ▼ 降  ~ 有变（区间）  = 持平  + 新增  - 不再列  ! 出处说法不一", "▲ up  ▼ down  ~ changed (a range)  = same  + new  - gone  ! sources disagree") \
    X(TJ_D_LEGEND, "黄底：几处出处说法不一，其余见批注；点击数字跳到明细中的原句。绿色为向好，红色为变差。", \
      "Yellow: sources disagree, the others are in the cell's note. Click a figure to go to its sentence. Green is for the better, red for the worse.")
/* clang-format on */

#define TJ_DIFF_WORD_ROW(id, zh, en) id,
enum tj_diff_word { TJ_DIFF_WORDS(TJ_DIFF_WORD_ROW) TJ_DIFF_WORD_COUNT };
#undef TJ_DIFF_WORD_ROW

/* Never NULL. Those with {} in them are for tj_fill. */
const char *tj_diff_word(enum tj_diff_word word, bool english);

#endif

/* What a character can do, in one table: whether a mark, a period, a quantity or a place in an order may begin
   with it, and whether a name may not begin or end with it. Nearly every character of a text has none. */
#ifndef TJ_TRAITS_H
#define TJ_TRAITS_H

#include <stdint.h>

enum tj_trait {
    TJ_T_MARK = 1,     /* a separator */
    TJ_T_PERIOD = 2,   /* a period may begin with it */
    TJ_T_QUANTITY = 4, /* a numeral, or 半 and 翻 of 半数 and 翻番 */
    TJ_T_PLACE = 8,    /* 首位, 榜首, 第一 */
    TJ_T_BEGINS = 15,  /* any of these */
    TJ_T_HEAD = 16,    /* a function word that no name begins with */
    TJ_T_TAIL = 32,    /* a function word that no name ends with */
    TJ_T_ANCHOR = 64, /* without one a sentence tells no statistic and no time (extract/attribute/anchor.h) */
};

extern const uint8_t tj_trait_table[0x10000];

/* The traits of a character, or'ed together. */
static inline unsigned tj_traits_of(uint32_t code_point)
{
    return code_point < 0x10000 ? tj_trait_table[code_point] : 0;
}

#endif

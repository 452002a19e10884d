/* Numerals as Chinese text writes them: 1,234.5 · 1.27万亿 · 三千二百万 · 壹佰贰拾叁 · 6600多万 · 数十亿 ·
   二三十. Exact decimals; magnitudes (十 百 千 万 亿) belong to the numeral, never to the unit. */
#ifndef TJ_NUMERAL_H
#define TJ_NUMERAL_H

#include "extract/fact/fact.h"
#include "extract/lexicon/trie.h"

struct tj_numeral {
    size_t len;                     /* bytes */
    struct tj_decimal value;        /* magnitude included; unknown where lower and upper are set */
    struct tj_decimal lower, upper; /* 二三十: 20 and 30 */
    enum tj_bound bound;            /* TJ_GT for 多 余 数 几, TJ_APPROX for 来, else TJ_EQ */
    bool chinese;                   /* no Arabic digit in it */
    bool bare;                      /* a magnitude alone: 千亿, 百万 */
    bool vague;                     /* only the magnitude is known: 数十亿, 几百 */
    bool fraction;                  /* 百分之六点五, 三分之一: value is the ratio */
    int magnitude;                  /* the power of ten of the magnitude words behind the digits */
};

/* Reads the numeral at `at` in `text`; false if there is none or it does not fit. `units` keeps 千瓦 and 百分点
   from losing their first character to the numeral. */
bool tj_numeral_at(struct tj_str text, size_t at, const struct tj_trie *units, struct tj_numeral *out);

/* Is this character one that a Chinese numeral can begin with? */
bool tj_numeral_begins(uint32_t code_point);

/* One Chinese digit (一 … 九, 〇, formal and traditional forms) as 0 to 9, or -1. */
int tj_chinese_digit(uint32_t code_point);

/* A small Chinese or Arabic whole number such as 十一 or 11 (for years, months and the like); -1 if it is none. */
int tj_small_number(struct tj_str text);

#endif

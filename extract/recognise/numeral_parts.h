/* What the two halves of the numeral reader share: numeral.c reads Arabic figures and puts numerals together,
   numeral_chinese.c reads 三千二百万. */
#ifndef TJ_NUMERAL_PARTS_H
#define TJ_NUMERAL_PARTS_H

#include "extract/recognise/numeral.h"

/* Where reading has got to. */
struct tj_reader {
    struct tj_str text;
    size_t at;
    const struct tj_trie *units;
};

/* The character in hand and its length; 0 at the end. */
uint32_t tj_reader_peek(const struct tj_reader *r, size_t *len);

/* Steps over `word`; false if it is not there. */
bool tj_reader_eat(struct tj_reader *r, struct tj_str word);

/* The power of ten of a magnitude word, 0 if it is none. */
int tj_power_of(uint32_t code_point);

/* Steps over a magnitude word that is not the first character of a unit (千瓦); its power, or 0. */
int tj_take_power(struct tj_reader *r);

/* Steps over 多 余 来 between the digits and a magnitude or a unit. */
bool tj_take_more(struct tj_reader *r, enum tj_bound *bound);

/* Steps over the magnitude words that follow, 万亿 multiplied together; the sum of their powers. */
int tj_take_powers(struct tj_reader *r, enum tj_bound *bound);

/* 10 to a power from 0 to 18. */
int64_t tj_ten_to(int power);

/* Reads a numeral that has no Arabic digit. */
bool tj_read_chinese(struct tj_reader *r, struct tj_numeral *out);

#endif

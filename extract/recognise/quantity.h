/* Quantities: a numeral with its unit, or a range of two: 731.38亿元 · 5%—6% · 百分之六点五 · 36.5万元/人 ·
   翻一番 · 3000多万. What each measures is decided later (extract/attribute/). */
#ifndef TJ_QUANTITY_H
#define TJ_QUANTITY_H

#include "extract/lexicon/lexicon.h"
#include "extract/recognise/numeral.h"

struct tj_quantity {
    size_t off, len;                /* the value expression: number and unit, both ends of a range */
    struct tj_decimal value;        /* canonical; unknown for a range */
    struct tj_decimal lower, upper; /* of a range */
    struct tj_decimal number;       /* the numeral with its magnitude, before any unit factor */
    struct tj_str unit;             /* canonical; empty for a number without one */
    struct tj_span unit_text;       /* the unit's words in the text */
    enum tj_unit_class kind;        /* meaningful if `unit` is not empty */
    enum tj_bound bound;            /* from 多, 余, 数, 以上, 左右 … and words right before it */
    int magnitude;
    bool chinese; /* no Arabic digit in it */
    bool bare;    /* a magnitude alone: 千亿元 */
    bool vague;   /* 数十家 */
    bool growth;  /* 翻一番, 翻两番 */
    size_t end;   /* behind 左右, 以上 and the like */
    size_t lead; /* bytes right before it that say per what it is: 每吨 of 每吨817元, whose unit is CNY/t */
};

/* Reads the quantity whose numeral begins at `at`. Composed units (元/人) are made in `arena`. False if
   there is none: a number without unit counts only with a magnitude or decimal places. */
bool tj_quantity_at(const struct tj_lexicon *lexicon, struct tj_arena *arena, struct tj_str text, size_t at,
                    struct tj_quantity *out);

/* The same at a place where a quantity may also be a word of its own: 一半, 翻番, 翻一番. */
bool tj_quantity_here(const struct tj_lexicon *lexicon, struct tj_arena *arena, struct tj_str text, size_t at,
                      struct tj_quantity *out);

/* Takes in what stands right behind the value: 左右, 以上, 多. */
void tj_quantity_read_after(const struct tj_lexicon *lexicon, struct tj_str text, struct tj_quantity *q);

/* Takes in a minus sign right before the number, not further left than `from`; false if there is none. A dash
   behind a figure or a word is a range or a hyphen, not a sign. 零下 is the sign of degrees (UCUM Cel, written degC). */
bool tj_quantity_minus(struct tj_str text, struct tj_quantity *q, size_t from);

/* Takes in 每吨 and the like right before a sum of money: it is a price, its unit is made in `arena`. */
void tj_quantity_read_price(const struct tj_lexicon *lexicon, struct tj_arena *arena, struct tj_str text,
                            struct tj_quantity *q);

/* Finds the first quantity at or after `from`: the recogniser alone, for `normalize`. False at the end. */
bool tj_quantity_next(const struct tj_lexicon *lexicon, struct tj_arena *arena, struct tj_str text,
                      size_t from, struct tj_quantity *out);

/* Is it a ratio: a percentage, or tenths (三成)? */
static inline bool tj_is_ratio(const struct tj_quantity *quantity)
{
    return quantity->unit.len && (quantity->kind == TJ_RATIO || quantity->kind == TJ_TENTH);
}

#endif

/* What the two halves of phrases share: phrase.c reads what stands before a number, phrase_behind.c what stands
   behind it. */
#ifndef TJ_PHRASE_PARTS_H
#define TJ_PHRASE_PARTS_H

#include "extract/attribute/phrase/phrase.h"

/* Without the function words that a name does not begin or end with, unless a longer word of the dictionaries begins
   there (在校生, 到位资金). */
struct tj_str tj_strip_edges(const struct tj_lexicon *lexicon, struct tj_str words);

/* A phrase of more than `chars` characters keeps its end: the noun stands there. */
struct tj_str tj_keep_end(struct tj_str words, size_t chars);

/* One character that the dictionaries don't know (仍, 位) is no name. */
bool tj_is_scrap(const struct tj_lexicon *lexicon, struct tj_str words);

/* Where the 等 stands that ends examples before what they are (康复大学等高校); the length of `words` if none does. 等 in 等级 or
   高等 ends nothing. */
size_t tj_examples_end(const struct tj_lexicon *lexicon, struct tj_str words);

/* Of 以船舶制造为代表的高端装备 leaves 高端装备 in `text`. */
void tj_leave_out_example(struct tj_buffer *text);

/* The mention that closes the bracket opened by mention `i`, if it lies before `to`; else `i`. What brackets hold
   inside a name explains it and is no part of it: 地区生产总值（GDP）. */
size_t tj_bracket_end(const struct tj_frame *frame, size_t i, size_t to);

/* 上海|港, 中国|队, 北京大兴|国际机场: the place is a part of the name of what stands behind it. */
bool tj_place_is_of_name(const struct tj_frame *frame, size_t place);

/* “浙江|制造”标准: a name in quotes that begins with the place. */
bool tj_place_opens_quote(const struct tj_frame *frame, const struct tj_mention *place);

/* The words up to those that only lead to a rank among them: 省区市 of 省区市里排第; all of them if none do. */
struct tj_str tj_before_rank(struct tj_str words);

/* A function word, and the characters before and behind it that make another word of it: 公正, 平均, 作为. */
struct tj_function_word {
    struct tj_str word;
    const char *not_behind, *not_before;
};

/* Does the word stand at `at` of the words as a word of its own? */
bool tj_word_stands(const struct tj_frame *frame, const struct tj_function_word *word, struct tj_str words,
                    size_t at);

#endif

/* Noun phrases: the words before a number, or behind it, that name the statistic; without region, period,
   adverbs and light verbs, which are told apart. */
#ifndef TJ_PHRASE_H
#define TJ_PHRASE_H

#include "extract/attribute/place.h"

struct tj_phrase {
    struct tj_str text; /* the words, joined */
    struct tj_str
        list; /* all of them, where they name several things at more length than one name has; else empty */
    struct tj_str said;     /* the same with what brackets within them explain; empty if there are none */
    struct tj_str examples; /* what was left out of it before 等: 食品、石化 of 食品、石化等产业 */
    struct tj_str head;     /* those before a light verb (企业 in 企业实现利润), or empty */
    struct tj_str tail;     /* those behind it */
    struct tj_str object_of_last; /* what stands behind its last verb: 试点 of 2147个县实施试点 */
    struct tj_str doing;          /* what ends with its last verb: 母港接待 of 母港接待邮轮 */
    struct tj_str outcome;        /* a verb such as 投产 that it had before any noun */
    struct tj_str object;         /* what stands behind the verbs that it begins with */
    struct tj_str subject; /* what stands before a verb that ends the phrase: 保障房 of 保障房建成 */
    uint32_t regions[TJ_MAX_REGIONS]; /* regions that lead the phrase: the figure's */
    size_t region_count;
    const struct tj_period *period; /* the last period in it, or NULL */
    bool verbs_only;                /* nothing but a verb such as 新增 */
    bool scrap;                     /* its only word, of one character, was no name */
    bool equals;                    /* 相当于: the number is a multiple of what stands behind that */
    bool verb;                      /* a verb that makes it a flow: 新增, 完成 */
    bool share;                     /* 占 or 比重 is in it */
    enum tj_bound bound;            /* said by a word within: 约占 */
    bool target;                    /* words of promise stood in it */
    bool done;
    bool completed; /* 完成 or 实现 stands right behind it */
    bool allots;    /* 安排 stood in it: money for the year to come */
    bool net;       /* 净增: an increase, though the verb stands before the noun */
    bool each;      /* 分别 stood in it */
};

/* The phrase between two places of the sentence, both left of the number. */
struct tj_phrase tj_phrase_before(const struct tj_frame *frame, size_t from, size_t to);

/* 209个|纳入规划的|重建项目, 290个|影响带动性强的|重大项目: where what describes the counted ends, behind its 的; `from` if nothing does. */
size_t tj_behind_description(const struct tj_frame *frame, size_t from);

/* The phrase right behind a number; *end tells where it ends. */
struct tj_str tj_phrase_behind(const struct tj_frame *frame, size_t from, size_t *end);

/* The same up to the end of the clause, verbs and all: 行业利润总额同比增长. */
struct tj_str tj_clause_behind(const struct tj_frame *frame, size_t from, size_t *end);

/* 对2000年底以前发布的法规: is the period of mention `m` one that what is told came before, and over? */
bool tj_is_time_before(const struct tj_frame *frame, const struct tj_mention *mention);

/* Does a quantity begin at `at` of the sentence? */
bool tj_quantity_begins(const struct tj_frame *frame, size_t at);

/* 长, 宽, 高: a measure of a thing that is one character. */
bool tj_is_size(struct tj_str words);

/* 争取|中央投资150亿元, in a review: what was obtained, no aim, which stands before a verb: 争取达到. */
bool tj_is_obtained(const struct tj_frame *frame, struct tj_str cue, struct tj_str behind);

/* 新增|科技型中小企业: the bytes of a verb that begins a word of the dictionaries; 0 if none does. */
size_t tj_verb_at_head(const struct tj_lexicon *lexicon, struct tj_str words);

/* Is the cue `m` a word of a motto in quotation marks (“数智引领未来”大会), which promises nothing? */
bool tj_is_in_motto(const struct tj_frame *frame, const struct tj_mention *m);

#endif

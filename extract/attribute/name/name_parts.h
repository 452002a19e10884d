/* What the files that make names share: name.c puts them together, name_lend.c adds what was said before. */
#ifndef TJ_NAME_PARTS_H
#define TJ_NAME_PARTS_H

#include "extract/attribute/name/name.h"

/* Are exactly these words in the dictionaries with this meaning? */
bool tj_means(const struct tj_frame *frame, struct tj_str words, enum tj_word_kind kind);

/* 管道工程, 重大项目: what is built. */
bool tj_ends_in_kind(const struct tj_frame *frame, struct tj_str words);

/* Where a word of the dictionary next begins in the frame's sentence at or behind `from`; the sentence's length if nowhere.
   *next, which each sentence clears, spares the search where the last one has passed already. */
size_t tj_next_word(const struct tj_frame *frame, const struct tj_trie *words, struct tj_next *next,
                    size_t from);

/* Owner and attribute as one name; what both say (现代工业 + 工业总产值) is said once. In the sentence's arena. */
struct tj_name tj_name_compose(const struct tj_frame *frame, struct tj_str owner, struct tj_str attr);

/* 民生支出占财政支出比重: the share that `part` has of `whole`. In the sentence's arena. */
struct tj_name tj_name_share(const struct tj_frame *frame, struct tj_str part, struct tj_str whole);

/* Was the name that the frame carries said in this sentence; in this one or the one before? */
bool tj_name_is_of_sentence(const struct tj_frame *frame);
bool tj_name_is_near(const struct tj_frame *frame);

/* The short name of what reached people: the thing named in this sentence, or what was told last in it; empty if neither was. */
struct tj_str tj_name_reaching(const struct tj_frame *frame);

/* 一般贸易进出口16万亿元。其中，出口9万亿元: the exports are of that trade. False if `words` are no part of one that was told. */
bool tj_lend_trade(const struct tj_frame *frame, struct tj_str words, struct tj_name *out);

/* 对东盟进出口788亿元。其中对越南增长1.3倍: the trade with it. False if `words` are no partner or no trade was told. */
bool tj_lend_partner(const struct tj_frame *frame, const struct tj_phrase *phrase, struct tj_str words,
                     struct tj_name *out);

/* A rate of contribution is of what was told before it: 消费拉动GDP增长3个百分点，贡献率69%. False if nothing was. */
bool tj_lend_contribution(const struct tj_frame *frame, struct tj_str words, struct tj_name *out);

/* 占外贸的47%, 产量占全国的15%: the share is of what was told before it. False if the words are no such share. */
bool tj_name_of_share(const struct tj_frame *frame, const struct tj_phrase *phrase, struct tj_str words,
                      struct tj_str unit, enum tj_naming *naming, struct tj_name *out);

/* A price behind an amount is of what the amount was: 进口原油3.18亿吨，每吨4234元. False if it is no such price. */
bool tj_lend_price(const struct tj_frame *frame, struct tj_str words, struct tj_str unit,
                   struct tj_name *out);

/* The words of a phrase that can be a name; empty if they only say how the number is told: 约合, 扣除…后. */
struct tj_str tj_name_words(const struct tj_frame *frame, struct tj_str words);

/* 地级市|投资, 县|生产总值: leaves out in which places the statistic is compared. */
struct tj_str tj_without_places(const struct tj_frame *frame, struct tj_str words);

/* Leaves out 约, 可, 所 of 所占, 年度 of 年度产量, which are no part of a name. */
struct tj_str tj_without_idle(struct tj_str words);

/* 进出口规模 of 进出口规模位列全国综合保税区: among whom a rank is. */
struct tj_str tj_without_field(struct tj_str words);

/* 在建项目233个，其中亿元以上|87个; 收入过10亿元的企业148家，过100亿元的|12家: of the things counted before, those of a class.
   False if `words` say no class. */
bool tj_name_class(const struct tj_frame *frame, struct tj_str words, struct tj_name *out);

/* Could these words own a statistic: a sector, a group, a kind of enterprise? */
bool tj_owns(const struct tj_frame *frame, struct tj_str words);

/* Completes words whose own field says of what they are: 死亡 of an accident, 短期贷款 of households, 日均成交, 基金支出. False if
   they are no such words. */
bool tj_lend_special(const struct tj_frame *frame, const struct tj_phrase *phrase, struct tj_str words,
                     struct tj_str unit, struct tj_name *out);

/* 87个省重点项目完成投资318亿元: what was invested in the projects that were told last. False if the words say no investment or
   none were. */
bool tj_lend_projects(const struct tj_frame *frame, struct tj_str words, struct tj_str unit,
                      struct tj_name *out);

/* 东部地区投资增长3.9% in a release on 固定资产投资: the statistic that the document begins with. False if `words` are not its end,
   or no part of the place is told of. */
bool tj_lend_opening(const struct tj_frame *frame, struct tj_str words, struct tj_name *out);

/* Completes `words` from what the frame carries: an owner, an attribute, a project, a whole. False if nothing fits. */
bool tj_lend(const struct tj_frame *frame, const struct tj_phrase *phrase, struct tj_str words,
             struct tj_str unit, bool growth, struct tj_name *out);

#endif

/* The frame: what is known at a place of a document, filled from left to right and inherited along clause,
   sentence, paragraph, section and document. docs/attribution.md draws it. */
#ifndef TJ_FRAME_H
#define TJ_FRAME_H

#include "extract/fact/fact.h"
#include "extract/recognise/scan.h"

/* The name of a statistic in two parts: whose, and what of it. 制造业 + 利润总额. Either may be empty. */
struct tj_name {
    struct tj_str owner, attr;
    struct tj_str whole; /* as it is written out */
    struct tj_str said;  /* the same with its brackets: 货币（M2）余额; empty if it has none */
};

struct tj_facts {
    struct tj_fact *at;
    size_t count, room;
};

enum { TJ_MAX_REGIONS = 8, TJ_MAX_HEADLINES = 64 };

/* A fact of a headline that waits until the text tells it again. */
struct tj_headline {
    size_t fact, sentence; /* its place among the frame's facts, the number of its sentence */
    bool period, region;   /* it names them itself */
};

/* Where a word of some dictionary next begins at or behind `from`, as long as that is asked for up to `at`. */
struct tj_next {
    size_t from, at;
    bool known;
};

struct tj_frame {
    /* the means */
    const struct tj_scanner *scanner;
    const struct tj_lexicon *lexicon;
    struct tj_arena *arena; /* of the sentence: gone when it is read */
    struct tj_arena *keep;  /* of the document: facts, and what is carried from sentence to sentence */
    struct tj_facts *facts;
    struct tj_str sentence; /* the text in hand; offsets of mentions are in it */
    const struct tj_mentions *mentions;
    struct tj_str told, told_before; /* of its block before it; the block of the item before that */

    /* document and section */
    struct tj_now now;
    uint32_t home;            /* the document's region */
    bool news;                /* a news programme: each headline begins an item of its own */
    bool interview;           /* questions are asked in it */
    bool at_home;             /* a report on one region: others are only named in passing */
    struct tj_period section; /* what an unmarked figure of this section covers */
    struct tj_period years; /* the five years that the report reviews beside the last, if a heading says so */
    struct tj_period month_end; /* 12月末, which a bare 月末 means */
    bool of_year;               /* the title names the one year that it is about: 2010年统计公报 */
    bool section_target;        /* a plan: figures are targets unless something says otherwise */
    struct tj_period ahead; /* of a report: the years to come that it named last: 今后五年, “七五”期间 */
    bool from_now_on; /* 下一步 was said; holds until the past is spoken of */

    uint32_t item;    /* of news: the region of the item */
    bool headline;    /* the last block was one */
    bool in_headline; /* the block in hand is one, or a line of the contents */
    struct tj_headline headlines[TJ_MAX_HEADLINES];
    size_t headline_count;
    unsigned item_blocks; /* of the item, headlines not counted */

    /* paragraph */
    uint32_t topic;             /* the region in hand */
    uint32_t county;            /* of an article: the county or district that it named last */
    bool of_nation;             /* the paragraph has turned from it to the nation */
    bool foreign;               /* the item has named another country */
    struct tj_period paragraph; /* the last period named */
    bool period_is_old;         /* of news: it was named in an earlier paragraph */
    size_t sentence_no;
    bool of_output; /* products are told by their output: 主要产品产量…。其中，钢材11090万吨 */
    bool opens_block; /* the sentence in hand is its first */
    bool was_mom;     /* the changes of the last sentence were all against the month before */
    bool looks_back;  /* 过去一年，… in a plan: what follows is of that year */

    /* sentence */
    struct tj_next kind, event_word;  /* words of lexicon->kinds and ->events in it */
    uint32_t regions[TJ_MAX_REGIONS]; /* the subject's regions */
    size_t region_count;
    size_t region_clause;    /* the number of the clause that named them, or last had a figure of them */
    struct tj_period period; /* named in this sentence */
    struct tj_period span;   /* the years last named in it: 今后五年 */
    bool promise; /* a verb of promise was said for this clause; `target` is said of the whole sentence */
    bool target, done;   /* words of promise, words of result */
    struct tj_str basis; /* named for this sentence's changes: base:2019 */
    struct tj_str turn;  /* named by the clause before, which had no number: 环比由降转涨 */
    struct tj_period before,
        after; /* the same, kept until the sentence ends: the next 由A增至B is between them too */
    int rose_from,
        rose_to; /* 由2013年的A增至2024年的B: the years, which growth told behind is between; 0 if none */

    /* carried from figure to figure */
    struct tj_name name;
    struct tj_str subject; /* of the last name that ended in a verb */
    struct tj_str doing;   /* of the last name, up to its last verb: 新建 of 新建道路 */
    struct tj_str object; /* of the verb that the last name has: 规定 of 清理规定, which 废止 is of too */
    struct tj_str lead; /* the subject of a clause without a number: 装备制造业 of 装备制造业增势明显 */
    bool view;          /* the lead says from where it is seen: 从GDP总量来看 */
    struct tj_str behind; /* in this sentence, the object of the verb behind a number: 试点 */
    struct tj_str theme;  /* what the last clause without a number was about: 推进保障性安居工程 */
    struct tj_str thing;  /* the project last named, which 总投资 and 全长 are of */
    size_t thing_sentence;
    size_t thing_fact;   /* how many facts there were before it was named */
    struct tj_str event; /* the fair or contest last named, which what is counted there belongs to */
    size_t event_sentence;
    struct tj_name share; /* the last figure's, if it was a share or its change */
    size_t share_sentence;
    size_t share_of_sentence;
    struct tj_str share_of;   /* 占我外贸总值: what the last share was part of */
    struct tj_str total_unit; /* of the figure that `total` names */
    struct tj_str total; /* in this sentence, what 其中 takes apart: 实际利用外资1600亿美元，其中… */
    struct tj_str part_of; /* in this sentence, 全国 of 生产了全国1/2的火腿肠、1/3的方便面 */
    struct tj_str part_who; /* in this sentence, 民营经济 of 民营经济贡献了60%以上的税收、80%以上的就业 */
    bool part_made; /* 生产 was said of it */
    struct tj_str goods; /* 出口 or 进口, if goods are told by it: 出口机电产品…。其中，手机8826亿元 */
    struct tj_str unit;    /* of the last level */
    struct tj_name level;  /* its name */
    bool flow;             /* the last figure is of what was done in its time (新增, 建成) */
    bool grew;             /* the last figure was a growth */
    size_t name_sentence;  /* the number of the sentence it was said in */
    uint32_t named_region; /* the region that the words of the last figure of this sentence named */
    size_t first_fact;     /* of this sentence, in facts */
};

#endif

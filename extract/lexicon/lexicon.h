/* The dictionaries: what the tables of this folder say, loaded once, checked hard, then read-only and shared
   by all threads. A row that is wrong stops the run with file and line. */
#ifndef TJ_LEXICON_H
#define TJ_LEXICON_H

#include "extract/base/embedded.h"
#include "extract/base/hash.h"
#include "extract/base/status.h"
#include "extract/lexicon/trie.h"
#include "extract/recognise/pattern.h"

/* What a word of running text can be. */
enum tj_word_kind {
    TJ_GUARD, /* hides numerals and cues inside it */
    TJ_REGION,
    TJ_INDICATOR,
    TJ_OWNER,  /* whose statistic: 制造业, 农村居民 */
    TJ_ATTR,   /* what is measured, and wants an owner: 利润总额, 增加值 */
    TJ_TAIL,   /* what is measured, complete by itself: 出口 */
    TJ_SPEC,   /* a measure of one project or building: 总投资, 全长 */
    TJ_ASPECT, /* a side of whatever was named last: 增速, 数量 */
    TJ_FATE,   /* what befell the people counted: 死亡, 受伤 */
    TJ_CUE,
};

enum tj_level {
    TJ_LEVEL_COUNTRY,
    TJ_LEVEL_PROVINCE,
    TJ_LEVEL_PREFECTURE,
    TJ_LEVEL_COUNTY,
    TJ_LEVEL_ZONE,
    TJ_LEVEL_AREA
};

enum { TJ_OPENS_WORDS = 64, TJ_IS_WORD = 128 }; /* beside the traits: some of lexicon->words; one by itself */

/* What confidence is measured on apart: reports, communiqués and releases of one place; news, interviews and articles. */
enum tj_text_kind { TJ_OF_REPORT, TJ_OF_OTHERS, TJ_TEXT_KINDS };

enum { TJ_NONE = 0 }; /* row 0 of every table means "none" */

/* GB/T 2260 (countries: ISO 3166-1 alpha-3). A place without a code is a zone or an area. */
struct tj_region {
    struct tj_str code, name, aliases;
    enum tj_level level;
    uint32_t parent;   /* row, or TJ_NONE */
    uint16_t from, to; /* years of validity; to is 0 while it lasts */
};

struct tj_indicator {
    struct tj_str name, english, category, unit;
    int8_t good; /* 1 if a rise is good, -1 if a fall is, 0 if neither */
};

#define TJ_UNIT_CLASSES(X)     \
    X(TJ_RATIO, "ratio")       \
    X(TJ_TENTH, "tenth")       \
    X(TJ_TIMES, "times")       \
    X(TJ_DOUBLE, "double")     \
    X(TJ_PP, "pp")             \
    X(TJ_MONEY, "money")       \
    X(TJ_PHYSICAL, "physical") \
    X(TJ_SMALL, "small")       \
    X(TJ_TIME, "time")         \
    X(TJ_YEAR, "year")         \
    X(TJ_POINT, "point")       \
    X(TJ_LETTER, "letter")     \
    X(TJ_COUNTER, "counter")   \
    X(TJ_PLACE, "rank")        \
    X(TJ_BARE, "none")

/* A class of cue.tsv, which explains each. */
#define TJ_CUE_CLASSES(X)              \
    X(TJ_CUE_UP, "up")                 \
    X(TJ_CUE_DOWN, "down")             \
    X(TJ_CUE_REACH, "reach")           \
    X(TJ_CUE_BASIS, "basis")           \
    X(TJ_CUE_LIGHT, "light")           \
    X(TJ_CUE_DROP, "drop")             \
    X(TJ_CUE_LEAD, "lead")             \
    X(TJ_CUE_EACH, "each")             \
    X(TJ_CUE_SHARE, "share")           \
    X(TJ_CUE_RANK, "rank")             \
    X(TJ_CUE_TARGET, "target")         \
    X(TJ_CUE_DONE, "done")             \
    X(TJ_CUE_HERE, "here")             \
    X(TJ_CUE_VERB, "verb")             \
    X(TJ_CUE_NOW, "now")               \
    X(TJ_CUE_EQUALS, "equals")         \
    X(TJ_CUE_STOP, "stop")             \
    X(TJ_CUE_BEFORE, "before")         \
    X(TJ_CUE_NEAR_UP, "near_up")       \
    X(TJ_CUE_NEAR_DOWN, "near_down")   \
    X(TJ_CUE_NEAR_SHARE, "near_share") \
    X(TJ_CUE_NEAR_RANK, "near_rank")   \
    X(TJ_CUE_ORDINAL, "ordinal")       \
    X(TJ_CUE_TOP, "top")               \
    X(TJ_CUE_FROM, "from")             \
    X(TJ_CUE_MORE, "more")             \
    X(TJ_CUE_AFTER, "after")           \
    X(TJ_CUE_NOCOUNT, "nocount")

/* A role of headers.tsv, which explains each. */
#define TJ_HEADER_ROLES(X)        \
    X(TJ_HEAD_NAME, "name")       \
    X(TJ_HEAD_GROWTH, "growth")   \
    X(TJ_HEAD_CHANGE, "change")   \
    X(TJ_HEAD_POINTS, "points")   \
    X(TJ_HEAD_SHARE, "share")     \
    X(TJ_HEAD_RANK, "rank")       \
    X(TJ_HEAD_MOM, "mom")         \
    X(TJ_HEAD_AVG, "avg")         \
    X(TJ_HEAD_OPENING, "opening") \
    X(TJ_HEAD_LAST, "last")       \
    X(TJ_HEAD_TARGET, "target")   \
    X(TJ_HEAD_PLAIN, "plain")     \
    X(TJ_HEAD_LONE, "lone")       \
    X(TJ_HEAD_IDLE, "idle")       \
    X(TJ_HEAD_UNIT, "unit")       \
    X(TJ_HEAD_NUMBER, "number")   \
    X(TJ_HEAD_PART, "part")       \
    X(TJ_HEAD_SIDE, "side")       \
    X(TJ_HEAD_SUM, "sum")         \
    X(TJ_HEAD_WHOLE, "whole")

#define TJ_CLASS_ID(id, word) id,
enum tj_unit_class { TJ_UNIT_CLASSES(TJ_CLASS_ID) TJ_UNIT_CLASS_COUNT };
enum tj_cue_class { TJ_CUE_CLASSES(TJ_CLASS_ID) TJ_CUE_CLASS_COUNT };
enum tj_header_role { TJ_HEADER_ROLES(TJ_CLASS_ID) TJ_HEADER_ROLE_COUNT };
#undef TJ_CLASS_ID

struct tj_unit {
    struct tj_str word, name;
    int64_t numerator, denominator;
    enum tj_unit_class kind;
};

struct tj_cue {
    struct tj_str word, argument;
    enum tj_cue_class kind;
};

enum { TJ_OPENER_BITS = 16 };

/* The characters that simplified.tsv tells of: the block of CJK Unified Ideographs, each three bytes of UTF-8. */
enum { TJ_FIRST_HAN = 0x4E00, TJ_HAN_COUNT = 0x5200 };
static inline bool tj_is_han(uint32_t c) { return c - TJ_FIRST_HAN < TJ_HAN_COUNT; }

struct tj_lexicon {
    struct tj_arena arena;
    struct tj_trie *words;  /* everything that counts anywhere in a text */
    const uint8_t *openers; /* what may begin with a character below U+10000: its traits, and the two above */
    uint64_t opener_bits[1 << (TJ_OPENER_BITS - 6)]; /* see tj_lexicon_is_opener */
    uint64_t attr_bits[1 << (TJ_OPENER_BITS - 6)];   /* see tj_lexicon_may_be_attr */
    bool any_short_attr;                             /* of fewer than three bytes */
    uint16_t *simplified;   /* by character from TJ_FIRST_HAN on: the one that is read in its place, or 0 */
    struct tj_trie *units;  /* what stands behind a numeral */
    struct tj_trie *before; /* cues that count only right before a number */
    struct tj_trie *after;  /* cues that count only right behind one */
    struct tj_trie *no_counts;    /* nouns behind a counter that make it no statistic */
    struct tj_trie *kinds;        /* kinds of thing that a name ends with: 项目 工程 */
    struct tj_trie *events;       /* kinds of event: 博览会 运动会 */
    struct tj_trie *codes;        /* region codes */
    struct tj_trie *headers;      /* words at the head of rows and columns: the kind is the role */
    struct tj_trie *owner_ends;   /* how the name of an owner ends: 业 企业 居民 */
    struct tj_trie *short_places; /* counties named in short behind the place that they lie in: 安徽|无为 */
    struct tj_trie *noun_ends;    /* verbs before which a noun behind its number ends: 奔驰 */
    struct tj_trie *admits;       /* verbs whose object says which are counted: 入选 纳入 */
    struct tj_trie *general;      /* nouns that say too little of what is counted: 城市 国家 */
    struct tj_region *regions;
    uint32_t nation; /* the row of China */
    struct tj_indicator *indicators;
    struct tj_unit *units_at;
    struct tj_cue *cues;
    size_t region_count, indicator_count, unit_count, cue_count, word_count;
    size_t region_room, indicator_room, unit_room, cue_room;
    uint8_t confidence[TJ_TEXT_KINDS][101]; /* by raw score, both in hundredths */
    struct tj_patterns *periods, *heads;
    struct tj_hash content; /* of all tables: the same dictionaries have the same */
};

/* The bit of opener_bits that a character of three bytes has, by its bytes. */
static inline uint32_t tj_opener_bit(uint32_t bytes) { return bytes * 0x9E3779B1U >> (32 - TJ_OPENER_BITS); }

/* May the character with these three bytes, the first the lowest, begin anything but a word of more than one character?
   False is sure, true is not. */
static inline bool tj_lexicon_is_opener(const struct tj_lexicon *lexicon, uint32_t bytes)
{
    uint32_t bit = tj_opener_bit(bytes);
    return lexicon->opener_bits[bit / 64] >> bit % 64 & 1;
}

/* Could these words, by their last character, be a TJ_ATTR or TJ_TAIL? False is sure, true is not. */
static inline bool tj_lexicon_may_be_attr(const struct tj_lexicon *lexicon, struct tj_str words)
{
    if (words.len < 3 || lexicon->any_short_attr) return true;
    const unsigned char *p = (const unsigned char *)words.ptr + words.len - 3;
    uint32_t bit = tj_opener_bit(p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16);
    return lexicon->attr_bits[bit / 64] >> bit % 64 & 1;
}

/* The dictionaries that were compiled in. */
extern const struct tj_embedded tj_lexicon_files[];

/* Loads the built-in tables and then, on top of them, those of the same names in `folder` (NULL for none).
   Freed by tj_lexicon_free. */
enum tj_status tj_lexicon_new(const char *folder, struct tj_lexicon **out, struct tj_error *err);
void tj_lexicon_free(struct tj_lexicon *lexicon);

/* Adds one table, given its file name and text, to a lexicon under construction; TJ_BAD_TABLE for a row that
   is wrong. A name that is no table of ours is an error too. */
enum tj_status tj_lexicon_add(struct tj_lexicon *lexicon, struct tj_str name, struct tj_str text,
                              const char *path, struct tj_error *err);

/* The region of a code, or TJ_NONE. */
uint32_t tj_region_of_code(const struct tj_lexicon *lexicon, struct tj_str code);

/* The region called `name` (full or short), the highest of them, or TJ_NONE. */
uint32_t tj_region_named(const struct tj_lexicon *lexicon, struct tj_str name);

/* Is `inner` the region `outer`, or a part of it? */
bool tj_region_within(const struct tj_lexicon *lexicon, uint32_t inner, uint32_t outer);

#endif

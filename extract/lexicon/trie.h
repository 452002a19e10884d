/* Names at a position: a trie over characters. Built once and sealed, then read by any number of threads. A word may
   stand for several things (朝阳 is a district and a city): each gets an entry of its own, in the order in
   which they were added. */
#ifndef TJ_TRIE_H
#define TJ_TRIE_H

#include "extract/base/arena.h"

/* What a word stands for; `kind` and `row` mean what the caller wants. */
struct tj_entry {
    uint8_t kind;
    uint16_t kinds; /* of the word's first meaning: bits of the kinds of all its meanings that are below 16 */
    uint32_t row;
    const struct tj_entry *more; /* the same word's next meaning, or NULL */
};

/* Has the word, given its first meaning, one of this kind (below 16)? */
static inline bool tj_entry_is(const struct tj_entry *word, unsigned kind) { return word->kinds >> kind & 1; }

/* Tables of bits say of nearly all places of a text that no word begins there: set are the first characters of all
   words, the hashes of the first two of each word, and the first characters of the words of one. Behind them nodes stand
   level by level, those that follow the same one beside each other, so that a search touches little memory. */
#define TJ_NO_CHAR 0xFFFFFFFFU
struct tj_trie_node; /* trie_parts.h */
struct tj_second;
struct tj_growth; /* trie_build.c: what words are added to */
struct tj_trie {
    const uint64_t *pairs; /* 2^(64 - pair_shift) bits */
    unsigned pair_shift;
    bool any_single; /* are there words of one character? */
    uint64_t singles[0x10000 / 64], firsts[0x10000 / 64];
    const uint16_t *heads;            /* the nodes of first characters below U+10000, 0 for none */
    const struct tj_trie_node *nodes; /* the first is the root; NULL before tj_trie_seal */
    const uint16_t *labels;           /* of the nodes: their characters, in short */
    const struct tj_second
        *seconds;             /* nodes of second characters, at places that the bytes of the pair tell */
    size_t second_mask;       /* their number less one: a power of two less one */
    struct tj_entry *entries; /* the first is none */
    size_t entry_count, entry_room;
    struct tj_growth *growth;
};

/* The first two characters at a place of a text, and how many bytes they take. */
struct tj_pair {
    uint32_t first, second; /* second is TJ_NO_CHAR where the text ends behind the first */
    size_t len, second_len;
    uint64_t bytes; /* of both, the first the lowest */
};

/* Fills all but first and len, which are known. */
static inline void tj_pair_end(struct tj_pair *p, struct tj_str text, size_t at)
{
    p->second = TJ_NO_CHAR;
    p->second_len = 0;
    if (at + p->len < text.len) p->second = tj_char_quick(text, at + p->len, &p->second_len);
    p->bytes = tj_few_bytes(text.ptr + at, p->len + p->second_len);
}

static inline struct tj_pair tj_pair_at(struct tj_str text, size_t at)
{
    struct tj_pair p;
    p.first = tj_char_quick(text, at, &p.len);
    tj_pair_end(&p, text, at);
    return p;
}

/* The same for two characters of three bytes (tj_are_both_three). */
static inline struct tj_pair tj_pair_of_threes(uint64_t eight)
{
    uint32_t low = (uint32_t)eight, high = (uint32_t)(eight >> 24);
    return (struct tj_pair){ .first = (low & 0xF) << 12 | (low >> 2 & 0xFC0) | (low >> 16 & 0x3F),
                             .second = (high & 0xF) << 12 | (high >> 2 & 0xFC0) | (high >> 16 & 0x3F),
                             .len = 3,
                             .second_len = 3,
                             .bytes = eight & 0xFFFFFFFFFFFF };
}

/* The bit of the table of pairs that two characters have, by their bytes. */
static inline uint64_t tj_trie_pair_hash(uint64_t bytes) { return bytes * 0x9E3779B97F4A7C15U; }

static inline size_t tj_trie_pair_bit(const struct tj_trie *trie, uint64_t bytes)
{
    return (size_t)(tj_trie_pair_hash(bytes) >> trie->pair_shift);
}

static inline bool tj_trie_is_pair(const struct tj_trie *trie, uint64_t bytes)
{
    size_t bit = tj_trie_pair_bit(trie, bytes);
    return trie->pairs[bit / 64] >> bit % 64 & 1;
}

static inline bool tj_trie_is_single(const struct tj_trie *trie, uint32_t first)
{
    return first >= 0x10000 || (trie->singles[first / 64] >> first % 64 & 1);
}

/* Can a word begin with these two characters? False is sure, true is not. */
static inline bool tj_trie_may_begin(const struct tj_trie *trie, const struct tj_pair *pair)
{
    return tj_trie_is_pair(trie, pair->bytes) || tj_trie_is_single(trie, pair->first);
}

/* Is `first` the first character of a word? For tries whose words begin with few characters; false is sure. */
static inline bool tj_trie_is_first(const struct tj_trie *trie, uint32_t first)
{
    return first >= 0x10000 || (trie->firsts[first / 64] >> first % 64 & 1);
}

/* An empty trie that lives in `arena`. */
struct tj_trie *tj_trie_new(struct tj_arena *arena);

/* Adds a meaning to a word (UTF-8, not empty). */
void tj_trie_add(struct tj_trie *trie, struct tj_arena *arena, struct tj_str word, uint8_t kind,
                 uint32_t row);

/* The meanings of exactly this word among all that were added so far, or NULL; for a trie that is still growing. */
const struct tj_entry *tj_trie_added(const struct tj_trie *trie, struct tj_str word);

/* Makes what has been added ready for the searches below. */
void tj_trie_seal(struct tj_trie *trie, struct tj_arena *arena);

/* The longest word of the trie at `at` in `text`: its meanings, and its length in *len. NULL if none. */
const struct tj_entry *tj_trie_longest(const struct tj_trie *trie, struct tj_str text, size_t at,
                                       size_t *len);

/* tj_trie_longest for a caller who has seen that a word may begin with the two characters at `at`. */
const struct tj_entry *tj_trie_longest_of(const struct tj_trie *trie, struct tj_str text, size_t at,
                                          const struct tj_pair *pair, size_t *len);

/* The first place from `from` on, before `to`, where a word may begin; `to` if there is none. */
size_t tj_trie_next(const struct tj_trie *trie, struct tj_str text, size_t from, size_t to);

/* The meanings of exactly this word, or NULL. */
const struct tj_entry *tj_trie_find(const struct tj_trie *trie, struct tj_str word);

#endif

/* Names at a position: a trie over characters. Built once, then read by any number of threads. A word may
   stand for several things (朝阳 is a district and a city): each gets an entry of its own, in the order in
   which they were added. */
#ifndef TJ_TRIE_H
#define TJ_TRIE_H

#include "extract/base/arena.h"

struct tj_trie;

/* What a word stands for; `kind` and `row` mean what the caller wants. */
struct tj_entry {
    uint8_t kind;
    uint32_t row;
    const struct tj_entry *more; /* the same word's next meaning, or NULL */
};

/* An empty trie that lives in `arena`. */
struct tj_trie *tj_trie_new(struct tj_arena *arena);

/* Adds a meaning to a word (UTF-8, not empty). */
void tj_trie_add(struct tj_trie *trie, struct tj_arena *arena, struct tj_str word, uint8_t kind,
                 uint32_t row);

/* The longest word of the trie at `at` in `text`: its meanings, and its length in *len. NULL if none. */
const struct tj_entry *tj_trie_longest(const struct tj_trie *trie, struct tj_str text, size_t at,
                                       size_t *len);

/* The meanings of exactly this word, or NULL. */
const struct tj_entry *tj_trie_find(const struct tj_trie *trie, struct tj_str word);

/* Can a word begin with this character? (A quick no for most.) */
bool tj_trie_begins(const struct tj_trie *trie, uint32_t code_point);

#endif

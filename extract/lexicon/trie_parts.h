/* What building a trie and searching in it share. */
#ifndef TJ_TRIE_PARTS_H
#define TJ_TRIE_PARTS_H

#include "extract/lexicon/trie.h"

enum { TJ_ROOT = 0 };

/* The nodes that follow one go from its `kids` up to those of the next node, in the order of their labels. */
struct tj_trie_node {
    uint32_t code_point; /* the character that leads here */
    uint32_t entry;      /* of `entries`; 0: no word ends here */
    uint32_t kids;
    uint32_t before; /* the character before it */
};

enum { TJ_WIDE = 0xDFFF, TJ_LABELS_AT_ONCE = 8 }; /* a surrogate: no character's own */

/* What a node is found by: its character, or one label for all characters beyond U+FFFF. */
static inline uint16_t tj_label_of(uint32_t code_point)
{
    return code_point < 0x10000 ? (uint16_t)code_point : TJ_WIDE;
}

/* Where in `seconds` the search for a pair begins. */
static inline size_t tj_second_place(const struct tj_trie *trie, uint64_t bytes)
{
    return (size_t)(tj_trie_pair_hash(bytes) >> 32) & trie->second_mask;
}

#endif

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
};

/* All that is asked of the node of two characters below U+10000, in a table by their bytes: most searches end here, and
   look at nothing else. */
struct tj_second {
    uint32_t pair; /* the characters; 0: nothing is here */
    uint32_t entry_and_follow;
    uint32_t kids, kids_end;
};
enum { TJ_ENTRY_BITS = 24 };

/* The bit, in the upper part of entry_and_follow, of characters that another node follows with. */
static inline uint32_t tj_follow_bit(uint32_t code_point)
{
    return (uint32_t)1 << (TJ_ENTRY_BITS + (code_point * 0x9E3779B1U >> 29));
}

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

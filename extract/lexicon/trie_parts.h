/* What building a trie and searching in it share. */
#ifndef TJ_TRIE_PARTS_H
#define TJ_TRIE_PARTS_H

#include "extract/lexicon/trie.h"

enum { TJ_ROOT = 0 };

/* The nodes that follow one go from its `kids` up to those of the next node, in the order of their characters. */
struct tj_trie_node {
    uint32_t code_point; /* the character that leads here */
    uint32_t entry;      /* of `entries`; 0: no word ends here */
    uint32_t kids;
};

#endif

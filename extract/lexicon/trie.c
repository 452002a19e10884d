#include "extract/lexicon/trie_parts.h"

enum { FEW = 8 }; /* so many are looked through one by one */

/* The node behind `from` by this character; TJ_ROOT if there is none. */
static inline uint32_t step(const struct tj_trie_node *nodes, uint32_t from, uint32_t code_point)
{
    uint32_t low = nodes[from].kids, high = nodes[from + 1].kids;
    while (high - low > FEW) {
        uint32_t middle = low + (high - low) / 2;
        if (nodes[middle].code_point <= code_point)
            low = middle;
        else
            high = middle;
    }
    for (; low < high; low++)
        if (nodes[low].code_point == code_point) return low;
    return TJ_ROOT;
}

static inline uint32_t head(const struct tj_trie *trie, uint32_t first)
{
    return first < 0x10000 ? trie->heads[first] : step(trie->nodes, TJ_ROOT, first);
}

const struct tj_entry *tj_trie_longest_of(const struct tj_trie *trie, struct tj_str text, size_t at,
                                          const struct tj_pair *pair, size_t *len)
{
    const struct tj_trie_node *nodes = trie->nodes;
    uint32_t node = head(trie, pair->first), best = 0, c = pair->second;
    size_t here = at + pair->len, next = pair->second_len;
    while (node) {
        if (nodes[node].entry) {
            best = nodes[node].entry;
            *len = here - at;
        }
        if (c == TJ_NO_CHAR) break;
        node = step(nodes, node, c);
        here += next;
        c = here < text.len && node ? tj_char_quick(text, here, &next) : TJ_NO_CHAR;
    }
    return best ? &trie->entries[best] : NULL;
}

const struct tj_entry *tj_trie_longest(const struct tj_trie *trie, struct tj_str text, size_t at, size_t *len)
{
    if (at >= text.len) return NULL;
    struct tj_pair p;
    p.first = tj_char_quick(text, at, &p.len);
    if (!tj_trie_is_first(trie, p.first)) return NULL;
    tj_pair_end(&p, text, at);
    return tj_trie_may_begin(trie, p.first, p.second) ? tj_trie_longest_of(trie, text, at, &p, len) : NULL;
}

size_t tj_trie_next(const struct tj_trie *trie, struct tj_str text, size_t from, size_t to)
{
    size_t len, next;
    for (; from < to; from += len) {
        uint32_t first = tj_char_quick(text, from, &len);
        if (!tj_trie_is_first(trie, first)) continue;
        uint32_t second = from + len < text.len ? tj_char_quick(text, from + len, &next) : TJ_NO_CHAR;
        if (tj_trie_may_begin(trie, first, second)) break;
    }
    return from < to ? from : to;
}

const struct tj_entry *tj_trie_find(const struct tj_trie *trie, struct tj_str word)
{
    if (word.len == 0) return NULL;
    struct tj_pair p;
    p.first = tj_char_quick(word, 0, &p.len);
    if (!tj_trie_is_first(trie, p.first)) return NULL;
    tj_pair_end(&p, word, 0);
    if (!tj_trie_may_begin(trie, p.first, p.second)) return NULL;
    uint32_t node = head(trie, p.first);
    for (size_t at = p.len, len; node && at < word.len; at += len)
        node = step(trie->nodes, node, tj_char_quick(word, at, &len));
    uint32_t entry = trie->nodes[node].entry;
    return entry ? &trie->entries[entry] : NULL;
}

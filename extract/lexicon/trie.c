#include "extract/lexicon/trie.h"

/* Most places of a text begin no word, and the first two characters tell. From there on one hash table of edges
   leads from node to node; all is kept small, so that it stays in the processor's cache. */
enum { NO_NODE = 0, FIRST_SLOTS = 64, NODE_BITS = 24 };

struct tj_trie_node {
    uint32_t from;       /* the node before it; for the node of two characters the first, inverted */
    uint32_t code_point; /* the character that leads here */
    uint32_t entry;      /* of `entries`; 0: no word ends here */
    uint32_t follow;     /* bits of the characters that other nodes follow with */
};

struct tj_trie *tj_trie_new(struct tj_arena *arena)
{
    struct tj_trie *trie = tj_alloc(arena, sizeof *trie);
    trie->slot_count = FIRST_SLOTS;
    trie->slots = tj_alloc_array(arena, trie->slot_count, sizeof *trie->slots);
    trie->nodes = tj_grow(arena, NULL, 0, &trie->node_room, sizeof *trie->nodes);
    trie->nodes[NO_NODE] = (struct tj_trie_node){ 0 };
    trie->entries = tj_grow(arena, NULL, 0, &trie->entry_room, sizeof *trie->entries);
    trie->node_count = trie->entry_count = 1;
    return trie;
}

/* A slot holds a node's number and above it some bits of the hash, which spare most looks at wrong nodes. */
static inline uint32_t in_slot(uint32_t hash, uint32_t node) { return hash << NODE_BITS | node; }
static inline uint32_t node_in(uint32_t slot) { return slot & (((uint32_t)1 << NODE_BITS) - 1); }

static inline uint32_t *slot_of(const struct tj_trie *trie, uint32_t hash, uint32_t from, uint32_t code_point)
{
    size_t mask = trie->slot_count - 1, at = (hash >> 8) & mask;
    for (; trie->slots[at]; at = (at + 1) & mask) {
        if ((trie->slots[at] ^ in_slot(hash, 0)) >> NODE_BITS) continue;
        const struct tj_trie_node *n = &trie->nodes[node_in(trie->slots[at])];
        if (n->code_point == code_point && n->from == from) break;
    }
    return &trie->slots[at];
}

static void widen(struct tj_trie *trie, struct tj_arena *arena)
{
    trie->slot_count *= 2;
    trie->slots = tj_alloc_array(arena, trie->slot_count, sizeof *trie->slots);
    for (uint32_t i = 1; i < trie->node_count; i++) {
        const struct tj_trie_node *n = &trie->nodes[i];
        uint32_t hash = tj_trie_hash(n->from, n->code_point);
        *slot_of(trie, hash, n->from, n->code_point) = in_slot(hash, i);
    }
}

static uint32_t add_step(struct tj_trie *trie, struct tj_arena *arena, uint32_t from, uint32_t code_point)
{
    uint32_t hash = tj_trie_hash(from, code_point), *slot = slot_of(trie, hash, from, code_point);
    if (*slot) return node_in(*slot);
    uint32_t node = (uint32_t)trie->node_count++;
    if (node >> NODE_BITS) tj_must_malloc(SIZE_MAX); /* more words than any memory is for */
    trie->nodes = tj_grow(arena, trie->nodes, node, &trie->node_room, sizeof *trie->nodes);
    trie->nodes[node] = (struct tj_trie_node){ .from = from, .code_point = code_point };
    *slot = in_slot(hash, node);
    if (trie->node_count * 3 > trie->slot_count * 2) widen(trie, arena);
    return node;
}

/* The node of a word's first character and its second, or TJ_NO_CHAR. */
static uint32_t add_pair(struct tj_trie *trie, struct tj_arena *arena, uint32_t first, uint32_t second)
{
    uint32_t bit = tj_trie_hash(~first, second) >> (32 - TJ_TRIE_PAIR_BITS);
    if (first < 0x10000) trie->firsts[first / 64] |= (uint64_t)1 << first % 64;
    if (second != TJ_NO_CHAR)
        trie->pairs[bit / 64] |= (uint64_t)1 << bit % 64;
    else if (first < 0x10000)
        trie->singles[first / 64] |= (uint64_t)1 << first % 64;
    return add_step(trie, arena, ~first, second);
}

static inline uint32_t follow_bit(uint32_t code_point)
{
    return (uint32_t)1 << (code_point * 0x9E3779B1U >> 27);
}

static void add_entry(struct tj_trie *trie, struct tj_arena *arena, struct tj_trie_node *node,
                      struct tj_entry entry)
{
    if (!node->entry) {
        trie->entries =
            tj_grow(arena, trie->entries, trie->entry_count, &trie->entry_room, sizeof *trie->entries);
        node->entry = (uint32_t)trie->entry_count++;
        trie->entries[node->entry] = entry;
        return;
    }
    struct tj_entry *last = &trie->entries[node->entry], *more = tj_alloc(arena, sizeof *more);
    last->kinds |= entry.kinds;
    while (last->more) last = (struct tj_entry *)(uintptr_t)last->more; /* ours, and nobody reads yet */
    *more = entry;
    last->more = more;
}

static uint16_t kind_bit(unsigned kind) { return (uint16_t)(kind < 16 ? 1U << kind : 0); }

void tj_trie_add(struct tj_trie *trie, struct tj_arena *arena, struct tj_str word, uint8_t kind, uint32_t row)
{
    assert(word.len > 0);
    size_t at, len = 0;
    uint32_t first = tj_char_quick(word, 0, &at), second = TJ_NO_CHAR;
    if (at < word.len) second = tj_char_quick(word, at, &len);
    uint32_t node = add_pair(trie, arena, first, second);
    for (at += len; at < word.len; at += len) {
        uint32_t c = tj_char_quick(word, at, &len);
        trie->nodes[node].follow |= follow_bit(c);
        node = add_step(trie, arena, node, c);
    }
    add_entry(trie, arena, &trie->nodes[node], (struct tj_entry){ kind, kind_bit(kind), row, NULL });
}

static inline uint32_t begin(const struct tj_trie *trie, uint32_t first, uint32_t second)
{
    return node_in(*slot_of(trie, tj_trie_hash(~first, second), ~first, second));
}

static inline uint32_t step(const struct tj_trie *trie, uint32_t from, uint32_t code_point)
{
    if (!(trie->nodes[from].follow & follow_bit(code_point))) return NO_NODE;
    return node_in(*slot_of(trie, tj_trie_hash(from, code_point), from, code_point));
}

static inline bool is_single(const struct tj_trie *trie, uint32_t first)
{
    return first >= 0x10000 || (trie->singles[first / 64] >> first % 64 & 1);
}

const struct tj_entry *tj_trie_longest_of(const struct tj_trie *trie, struct tj_str text, size_t at,
                                          const struct tj_pair *pair, size_t *len)
{
    size_t here = at + pair->len + pair->second_len, next = 0;
    uint32_t best = 0;
    for (uint32_t node = begin(trie, pair->first, pair->second); node; here += next) {
        const struct tj_trie_node *n = &trie->nodes[node];
        if (n->entry) {
            best = n->entry;
            *len = here - at;
        }
        if (here >= text.len || !n->follow) break;
        node = step(trie, node, tj_char_quick(text, here, &next));
    }
    if (!best && is_single(trie, pair->first)) {
        best = trie->nodes[begin(trie, pair->first, TJ_NO_CHAR)].entry;
        if (best) *len = pair->len;
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
    uint32_t node = begin(trie, p.first, p.second);
    for (size_t at = p.len + p.second_len, len; node && at < word.len; at += len)
        node = step(trie, node, tj_char_quick(word, at, &len));
    uint32_t entry = trie->nodes[node].entry;
    return entry ? &trie->entries[entry] : NULL;
}

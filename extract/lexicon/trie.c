#include "extract/lexicon/trie.h"

/* Edges (node, character) → node in one open-addressing hash table; node 0 is the root, whose edges have a
   table of their own because nearly every look-up ends there. */
enum { ROOT_SPAN = 0x10000, FIRST_EDGES = 1 << 12, PAIR_BITS = 17 };

struct edge {
    uint32_t from, code_point, to; /* to is 0 in a free slot */
};

struct tj_trie {
    uint32_t root[ROOT_SPAN];
    uint64_t pairs[(1 << PAIR_BITS) / 64]; /* which two characters begin a word: a quick no for most places */
    struct edge *edges;
    size_t edge_slots, edge_count;
    const struct tj_entry **entries; /* by node */
    size_t node_count, node_capacity;
};

struct tj_trie *tj_trie_new(struct tj_arena *arena)
{
    struct tj_trie *trie = tj_alloc(arena, sizeof *trie);
    trie->edge_slots = FIRST_EDGES;
    trie->edges = tj_alloc_array(arena, trie->edge_slots, sizeof *trie->edges);
    trie->entries = tj_grow(arena, NULL, 0, &trie->node_capacity, sizeof(void *));
    trie->entries[0] = NULL;
    trie->node_count = 1;
    return trie;
}

static size_t slot_of(const struct edge *edges, size_t slots, uint32_t from, uint32_t code_point)
{
    uint64_t key = (uint64_t)from << 21 | code_point;
    size_t at = (size_t)((key * 0x9E3779B97F4A7C15U) >> 32) & (slots - 1);
    while (edges[at].to && (edges[at].from != from || edges[at].code_point != code_point))
        at = (at + 1) & (slots - 1);
    return at;
}

static uint32_t step(const struct tj_trie *trie, uint32_t from, uint32_t code_point)
{
    if (from == 0 && code_point < ROOT_SPAN) return trie->root[code_point];
    return trie->edges[slot_of(trie->edges, trie->edge_slots, from, code_point)].to;
}

static void widen(struct tj_trie *trie, struct tj_arena *arena)
{
    size_t slots = trie->edge_slots * 2;
    struct edge *edges = tj_alloc_array(arena, slots, sizeof *edges);
    for (size_t i = 0; i < trie->edge_slots; i++) {
        struct edge e = trie->edges[i];
        if (e.to) edges[slot_of(edges, slots, e.from, e.code_point)] = e;
    }
    trie->edges = edges;
    trie->edge_slots = slots;
}

static uint32_t add_step(struct tj_trie *trie, struct tj_arena *arena, uint32_t from, uint32_t code_point)
{
    uint32_t to = step(trie, from, code_point);
    if (to) return to;
    to = (uint32_t)trie->node_count;
    trie->entries = tj_grow(arena, trie->entries, trie->node_count, &trie->node_capacity, sizeof(void *));
    trie->entries[trie->node_count++] = NULL;
    if (from == 0 && code_point < ROOT_SPAN) {
        trie->root[code_point] = to;
        return to;
    }
    if (++trie->edge_count * 2 > trie->edge_slots) widen(trie, arena);
    trie->edges[slot_of(trie->edges, trie->edge_slots, from, code_point)] =
        (struct edge){ from, code_point, to };
    return to;
}

/* A place in the table of pairs. */
static uint32_t pair_of(uint32_t first, uint32_t second)
{
    return (first * 0x9E3779B1U ^ second * 0x85EBCA6BU) >> (32 - PAIR_BITS);
}

void tj_trie_add(struct tj_trie *trie, struct tj_arena *arena, struct tj_str word, uint8_t kind, uint32_t row)
{
    uint32_t node = 0, first = 0;
    for (size_t at = 0, len, chars = 0; at < word.len; at += len, chars++) {
        uint32_t c = tj_char_at(word, at, &len);
        if (chars == 0) first = c;
        uint32_t pair = pair_of(first, c);
        if (chars == 1) trie->pairs[pair / 64] |= (uint64_t)1 << pair % 64;
        node = add_step(trie, arena, node, c);
    }
    struct tj_entry *entry = tj_alloc(arena, sizeof *entry);
    *entry = (struct tj_entry){ kind, row, NULL };
    if (!trie->entries[node]) {
        trie->entries[node] = entry;
        return;
    }
    const struct tj_entry *last = trie->entries[node];
    while (last->more) last = last->more;
    ((struct tj_entry *)(uintptr_t)last)->more = entry; /* ours, and nobody reads yet */
}

/* The character at `at` in valid UTF-8; quick for the three bytes that Chinese takes. */
static inline uint32_t decode(struct tj_str text, size_t at, size_t *len)
{
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    if ((p[0] & 0xF0) == 0xE0 && text.len - at >= 3) {
        *len = 3;
        return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    }
    return tj_char_at(text, at, len);
}

const struct tj_entry *tj_trie_longest(const struct tj_trie *trie, struct tj_str text, size_t at, size_t *len)
{
    if (at >= text.len) return NULL;
    size_t here = at, n;
    uint32_t first = decode(text, at, &n), node = step(trie, 0, first);
    if (!node) return NULL;
    here += n;
    const struct tj_entry *best = trie->entries[node];
    if (best) *len = n;
    if (here >= text.len) return best;
    uint32_t c = decode(text, here, &n), pair = pair_of(first, c);
    if (!(trie->pairs[pair / 64] >> pair % 64 & 1)) return best;
    while ((node = step(trie, node, c)) != 0) {
        here += n;
        if (trie->entries[node]) {
            best = trie->entries[node];
            *len = here - at;
        }
        if (here >= text.len) break;
        c = decode(text, here, &n);
    }
    return best;
}

const struct tj_entry *tj_trie_find(const struct tj_trie *trie, struct tj_str word)
{
    uint32_t node = 0;
    for (size_t at = 0, len; at < word.len; at += len) {
        node = step(trie, node, tj_char_at(word, at, &len));
        if (!node) return NULL;
    }
    return word.len ? trie->entries[node] : NULL;
}

bool tj_trie_begins(const struct tj_trie *trie, uint32_t code_point)
{
    return code_point >= ROOT_SPAN || trie->root[code_point] != 0;
}

/* Words go into nodes that are found by one hash table of edges; sealing lays the nodes out anew for searching. */
#include "extract/lexicon/trie_parts.h"

enum { FIRST_SLOTS = 64, NODE_BITS = 24 };

struct sprout {
    uint32_t from;       /* the node before it */
    uint32_t code_point; /* the character that leads here */
    uint32_t entry;      /* 0: no word ends here */
};

struct tj_growth {
    uint32_t *slots; /* nodes by the hash of the edge that leads to them */
    size_t slot_count;
    struct sprout *nodes; /* the first is the root */
    size_t node_count, node_room;
};

struct tj_trie *tj_trie_new(struct tj_arena *arena)
{
    struct tj_trie *trie = tj_alloc(arena, sizeof *trie);
    struct tj_growth *g = tj_alloc(arena, sizeof *g);
    g->slot_count = FIRST_SLOTS;
    g->slots = tj_alloc_array(arena, g->slot_count, sizeof *g->slots);
    g->nodes = tj_grow(arena, NULL, 0, &g->node_room, sizeof *g->nodes);
    g->nodes[TJ_ROOT] = (struct sprout){ 0 };
    g->node_count = 1;
    trie->growth = g;
    trie->entries = tj_grow(arena, NULL, 0, &trie->entry_room, sizeof *trie->entries);
    trie->entry_count = 1;
    return trie;
}

static uint32_t hash_of(uint32_t from, uint32_t code_point)
{
    return (from * 0x9E3779B1U ^ code_point) * 0x85EBCA6BU;
}

/* A slot holds a node's number and above it some bits of the hash, which spare most looks at wrong nodes. */
static uint32_t in_slot(uint32_t hash, uint32_t node) { return hash << NODE_BITS | node; }
static uint32_t node_in(uint32_t slot) { return slot & (((uint32_t)1 << NODE_BITS) - 1); }

static uint32_t *slot_of(const struct tj_growth *g, uint32_t hash, uint32_t from, uint32_t code_point)
{
    size_t mask = g->slot_count - 1, at = (hash >> 8) & mask;
    for (; g->slots[at]; at = (at + 1) & mask) {
        if ((g->slots[at] ^ in_slot(hash, 0)) >> NODE_BITS) continue;
        const struct sprout *n = &g->nodes[node_in(g->slots[at])];
        if (n->code_point == code_point && n->from == from) break;
    }
    return &g->slots[at];
}

static void widen(struct tj_growth *g, struct tj_arena *arena)
{
    g->slot_count *= 4; /* the fewer times, the fewer nodes are placed again */
    g->slots = tj_alloc_array(arena, g->slot_count, sizeof *g->slots);
    for (uint32_t i = 1; i < g->node_count; i++) {
        const struct sprout *n = &g->nodes[i];
        uint32_t hash = hash_of(n->from, n->code_point);
        *slot_of(g, hash, n->from, n->code_point) = in_slot(hash, i);
    }
}

static uint32_t add_step(struct tj_growth *g, struct tj_arena *arena, uint32_t from, uint32_t code_point)
{
    uint32_t hash = hash_of(from, code_point), *slot = slot_of(g, hash, from, code_point);
    if (*slot) return node_in(*slot);
    uint32_t node = (uint32_t)g->node_count++;
    if (node >> NODE_BITS) tj_must_malloc(SIZE_MAX); /* more words than any memory is for */
    g->nodes = tj_grow(arena, g->nodes, node, &g->node_room, sizeof *g->nodes);
    g->nodes[node] = (struct sprout){ .from = from, .code_point = code_point };
    *slot = in_slot(hash, node);
    if (g->node_count * 3 > g->slot_count * 2) widen(g, arena);
    return node;
}

static void add_entry(struct tj_trie *trie, struct tj_arena *arena, struct sprout *node,
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

void tj_trie_add(struct tj_trie *trie, struct tj_arena *arena, struct tj_str word, uint8_t kind, uint32_t row)
{
    assert(word.len > 0);
    struct tj_growth *g = trie->growth;
    uint32_t node = TJ_ROOT;
    for (size_t at = 0, len; at < word.len; at += len)
        node = add_step(g, arena, node, tj_char_at(word, at, &len));
    uint16_t kinds = (uint16_t)(kind < 16 ? 1U << kind : 0);
    add_entry(trie, arena, &g->nodes[node], (struct tj_entry){ kind, kinds, row, NULL });
}

const struct tj_entry *tj_trie_added(const struct tj_trie *trie, struct tj_str word)
{
    const struct tj_growth *g = trie->growth;
    uint32_t node = TJ_ROOT;
    for (size_t at = 0, len; at < word.len; at += len) {
        uint32_t c = tj_char_at(word, at, &len);
        node = node_in(*slot_of(g, hash_of(node, c), node, c));
        if (node == TJ_ROOT) return NULL;
    }
    return g->nodes[node].entry ? &trie->entries[g->nodes[node].entry] : NULL;
}

/* The nodes of `list` in the order of eight bits of their labels, and otherwise as they were. */
static void sort_by(const struct tj_growth *g, unsigned shift, const uint32_t *list, uint32_t *out)
{
    size_t at[0x101] = { 0 };
    for (size_t i = 0; i + 1 < g->node_count; i++)
        at[(tj_label_of(g->nodes[list[i]].code_point) >> shift & 0xFF) + 1]++;
    for (size_t i = 1; i <= 0xFF; i++) at[i] += at[i - 1];
    for (size_t i = 0; i + 1 < g->node_count; i++)
        out[at[tj_label_of(g->nodes[list[i]].code_point) >> shift & 0xFF]++] = list[i];
}

/* All nodes but the root, in the order of their labels. */
static uint32_t *by_label(const struct tj_growth *g, struct tj_arena *arena)
{
    uint32_t *list = tj_alloc_array(arena, g->node_count, sizeof *list),
             *half = tj_alloc_array(arena, g->node_count, sizeof *half);
    for (uint32_t i = 1; i < g->node_count; i++) list[i - 1] = i;
    sort_by(g, 0, list, half);
    sort_by(g, 8, half, list);
    return list;
}

/* The nodes that follow each node, in the order of their labels: those of node i go from from[i] up to from[i + 1]. */
struct kids {
    uint32_t *from, *list;
};

static struct kids kids_of(const struct tj_growth *g, struct tj_arena *arena)
{
    size_t count = g->node_count;
    struct kids k = { tj_alloc_array(arena, count + 2, sizeof *k.from),
                      tj_alloc_array(arena, count, sizeof *k.list) };
    const uint32_t *all = by_label(g, arena);
    for (size_t i = 1; i < count; i++) k.from[g->nodes[i].from + 2]++;
    for (size_t i = 2; i < count + 2; i++) k.from[i] += k.from[i - 1];
    for (size_t i = 0; i + 1 < count; i++) k.list[k.from[g->nodes[all[i]].from + 1]++] = all[i];
    return k;
}

static void set_bit(uint64_t *bits, size_t bit) { bits[bit / 64] |= (uint64_t)1 << bit % 64; }

/* What tj_pair_at gives for these two characters as bytes. */
static uint64_t bytes_of(uint32_t first, uint32_t second)
{
    char text[8] = { 0 };
    tj_utf8_put(tj_utf8_put(text, first), second);
    return tj_eight_bytes(text);
}

/* The bits that tell where a word may begin. Of those for pairs so many that one in 32 to 64 is set: the table is looked
   at for every character of a text, and has to stay near. */
static void set_bits(struct tj_trie *trie, struct tj_arena *arena)
{
    const struct tj_growth *g = trie->growth;
    size_t bits = 64, count = 0;
    for (size_t i = 1; i < g->node_count; i++)
        count += g->nodes[i].from != TJ_ROOT && g->nodes[g->nodes[i].from].from == TJ_ROOT;
    for (trie->pair_shift = 64 - 6; bits < count * 32; bits *= 2) trie->pair_shift--;
    uint64_t *pairs = tj_alloc_array(arena, bits / 64, sizeof *pairs);
    trie->pairs = pairs;
    for (size_t i = 1; i < g->node_count; i++) {
        const struct sprout *n = &g->nodes[i];
        if (n->from == TJ_ROOT && n->code_point < 0x10000) {
            set_bit(trie->firsts, n->code_point);
            if (n->entry) set_bit(trie->singles, n->code_point);
            trie->any_single |= n->entry != 0;
        } else if (n->from != TJ_ROOT && g->nodes[n->from].from == TJ_ROOT)
            set_bit(pairs, tj_trie_pair_bit(trie, bytes_of(g->nodes[n->from].code_point, n->code_point)));
    }
}

static uint32_t follow_of(const struct tj_trie_node *nodes, uint32_t from, uint32_t to)
{
    uint32_t follow = 0;
    for (uint32_t i = from; i < to; i++) follow |= tj_follow_bit(nodes[i].code_point);
    return follow;
}

static void put_second(struct tj_trie *trie, struct tj_second *seconds, uint32_t first, uint32_t node)
{
    const struct tj_trie_node *n = &trie->nodes[node];
    if ((first | n->code_point) >= 0x10000) return;
    size_t at = tj_second_place(trie, bytes_of(first, n->code_point));
    while (seconds[at].pair) at = (at + 1) & trie->second_mask;
    seconds[at] =
        (struct tj_second){ first << 16 | n->code_point,
                            n->entry | follow_of(trie->nodes, n->kids, n[1].kids), n->kids, n[1].kids };
}

static void lay_seconds(struct tj_trie *trie, struct tj_arena *arena)
{
    const struct tj_trie_node *nodes = trie->nodes;
    uint32_t from = nodes[TJ_ROOT].kids, to = nodes[from].kids, count = nodes[to].kids - to;
    for (trie->second_mask = 1; trie->second_mask < (size_t)count * 2; trie->second_mask *= 2) {}
    struct tj_second *seconds = tj_alloc_array(arena, trie->second_mask--, sizeof *seconds);
    for (uint32_t first = from; first < to; first++)
        for (uint32_t i = nodes[first].kids; i < nodes[first + 1].kids; i++)
            put_second(trie, seconds, nodes[first].code_point, i);
    trie->seconds = seconds;
}

void tj_trie_seal(struct tj_trie *trie, struct tj_arena *arena)
{
    const struct tj_growth *g = trie->growth;
    struct tj_arena scratch = { 0 };
    struct kids kids = kids_of(g, &scratch);
    struct tj_trie_node *nodes = tj_alloc_array(arena, g->node_count + 1, sizeof *nodes);
    uint32_t *order = tj_alloc_array(&scratch, g->node_count, sizeof *order), next = 1;
    uint16_t *heads = tj_alloc_array(arena, 0x10000, sizeof *heads),
             *labels = tj_alloc_array(arena, g->node_count + TJ_LABELS_AT_ONCE, sizeof *labels);
    for (uint32_t i = 0; i < g->node_count; i++) {
        const struct sprout *n = &g->nodes[order[i]];
        nodes[i] = (struct tj_trie_node){ n->code_point, n->entry, next };
        labels[i] = tj_label_of(n->code_point);
        if (i && n->from == TJ_ROOT && n->code_point < 0x10000) heads[n->code_point] = (uint16_t)i;
        for (uint32_t k = kids.from[order[i]]; k < kids.from[order[i] + 1]; k++) order[next++] = kids.list[k];
    }
    nodes[g->node_count].kids = next;
    tj_arena_free(&scratch);
    set_bits(trie, arena);
    trie->nodes = nodes;
    trie->labels = labels;
    trie->heads = heads;
    lay_seconds(trie, arena);
}

#include "extract/lexicon/trie_parts.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The first of the nodes from `low` up to `high`, at most TJ_LABELS_AT_ONCE, with this label; TJ_ROOT if none has. How
   many there are is never the same, so that no branch depends on it. */
static inline uint32_t among_few(const uint16_t *labels, uint32_t low, uint32_t high, uint16_t label)
{
#ifdef __SSE2__
    __m128i here = _mm_loadu_si128((const __m128i *)(const void *)(labels + low));
    unsigned hits = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi16(here, _mm_set1_epi16((short)label)));
    hits &= (1U << 2 * (high - low)) - 1;
    return hits ? low + (unsigned)__builtin_ctz(hits) / 2 : TJ_ROOT;
#else
    for (; low < high; low++)
        if (labels[low] == label) return low;
    return TJ_ROOT;
#endif
}

static uint32_t among_wide(const struct tj_trie_node *nodes, uint32_t low, uint32_t high, uint32_t code_point)
{
    for (; low < high; low++)
        if (nodes[low].code_point == code_point) return low;
    return TJ_ROOT;
}

/* The node with this character among those from `low` up to `high`; TJ_ROOT if there is none. */
static inline uint32_t among(const struct tj_trie *trie, uint32_t low, uint32_t high, uint32_t code_point)
{
    if (code_point >= 0x10000) return among_wide(trie->nodes, low, high, code_point);
    while (high - low > TJ_LABELS_AT_ONCE) {
        uint32_t middle = low + (high - low) / 2;
        bool right = trie->labels[middle] <= code_point;
        low = right ? middle : low;
        high = right ? high : middle;
    }
    uint32_t node = among_few(trie->labels, low, high, (uint16_t)code_point);
    return trie->nodes[node].code_point == code_point ? node : TJ_ROOT;
}

/* The node behind `from` by this character. */
static inline uint32_t step(const struct tj_trie *trie, uint32_t from, uint32_t code_point)
{
    return among(trie, trie->nodes[from].kids, trie->nodes[from + 1].kids, code_point);
}

static inline uint32_t head(const struct tj_trie *trie, uint32_t first)
{
    return first < 0x10000 ? trie->heads[first] : step(trie, TJ_ROOT, first);
}

/* What the trie has of two characters; nothing, all zero, for one. */
static inline struct tj_second second_of(const struct tj_trie *trie, const struct tj_pair *p)
{
    uint32_t pair = p->first << 16 | p->second;
    if ((p->first | p->second) < 0x10000) {
        size_t at = tj_second_place(trie, p->bytes);
        while (trie->seconds[at].pair && trie->seconds[at].pair != pair) at = (at + 1) & trie->second_mask;
        return trie->seconds[at];
    }
    uint32_t first = p->second == TJ_NO_CHAR ? TJ_ROOT : head(trie, p->first),
             node = first ? step(trie, first, p->second) : TJ_ROOT;
    if (!node) return (struct tj_second){ 0 };
    const struct tj_trie_node *n = &trie->nodes[node];
    return (struct tj_second){ 1, n->entry | ~(uint32_t)0 << TJ_ENTRY_BITS, n->kids, n[1].kids };
}

/* The node behind two characters by a third. */
static inline uint32_t third_of(const struct tj_trie *trie, const struct tj_second *s, uint32_t code_point)
{
    return s->entry_and_follow & tj_follow_bit(code_point) ? among(trie, s->kids, s->kids_end, code_point)
                                                           : TJ_ROOT;
}

static inline uint32_t entry_of(const struct tj_second *s)
{
    return s->entry_and_follow & (((uint32_t)1 << TJ_ENTRY_BITS) - 1);
}

const struct tj_entry *tj_trie_longest_of(const struct tj_trie *trie, struct tj_str text, size_t at,
                                          const struct tj_pair *pair, size_t *len)
{
    struct tj_second second = second_of(trie, pair);
    size_t here = at + pair->len + pair->second_len, next, end = here;
    uint32_t best = entry_of(&second), node = TJ_ROOT;
    if (second.pair && here < text.len) node = third_of(trie, &second, tj_char_quick(text, here, &next));
    while (node) {
        here += next;
        uint32_t entry = trie->nodes[node].entry;
        best = entry ? entry : best;
        end = entry ? here : end;
        node = here < text.len ? step(trie, node, tj_char_quick(text, here, &next)) : TJ_ROOT;
    }
    if (!best && tj_trie_is_single(trie, pair->first)) {
        best = trie->nodes[head(trie, pair->first)].entry;
        end = at + pair->len;
    }
    if (best) *len = end - at;
    return best ? &trie->entries[best] : NULL;
}

const struct tj_entry *tj_trie_longest(const struct tj_trie *trie, struct tj_str text, size_t at, size_t *len)
{
    if (at >= text.len) return NULL;
    struct tj_pair p;
    p.first = tj_char_quick(text, at, &p.len);
    if (!tj_trie_is_first(trie, p.first)) return NULL;
    tj_pair_end(&p, text, at);
    return tj_trie_may_begin(trie, &p) ? tj_trie_longest_of(trie, text, at, &p, len) : NULL;
}

/* Steps over characters of three bytes with which no word begins. */
static size_t skip_common(const struct tj_trie *trie, struct tj_str text, size_t at, size_t to)
{
    size_t last = text.len < 8 ? 0 : text.len - 7; /* eight bytes can be looked at before it */
    if (last > to) last = to;
    for (; at < last; at += 3) {
        uint64_t eight = tj_eight_bytes(text.ptr + at);
        if (!tj_are_both_three(eight) || tj_trie_is_pair(trie, eight & 0xFFFFFFFFFFFF)) break;
    }
    return at;
}

size_t tj_trie_next(const struct tj_trie *trie, struct tj_str text, size_t from, size_t to)
{
    while (from < to) {
        if (!trie->any_single) from = skip_common(trie, text, from, to);
        if (from >= to) break;
        struct tj_pair p = tj_pair_at(text, from);
        if (tj_trie_is_first(trie, p.first) && tj_trie_may_begin(trie, &p)) return from;
        from += p.len;
    }
    return to;
}

const struct tj_entry *tj_trie_find(const struct tj_trie *trie, struct tj_str word)
{
    if (word.len == 0) return NULL;
    struct tj_pair p;
    p.first = tj_char_quick(word, 0, &p.len);
    if (!tj_trie_is_first(trie, p.first)) return NULL;
    tj_pair_end(&p, word, 0);
    if (p.second == TJ_NO_CHAR) {
        uint32_t alone = trie->nodes[head(trie, p.first)].entry;
        return alone ? &trie->entries[alone] : NULL;
    }
    if (!tj_trie_is_pair(trie, p.bytes)) return NULL;
    struct tj_second second = second_of(trie, &p);
    uint32_t entry = entry_of(&second);
    size_t at = p.len + p.second_len, len;
    if (at < word.len) {
        uint32_t third = tj_char_quick(word, at, &len);
        uint32_t node = second.pair ? third_of(trie, &second, third) : TJ_ROOT;
        for (at += len; node && at < word.len; at += len)
            node = step(trie, node, tj_char_quick(word, at, &len));
        entry = trie->nodes[node].entry;
    }
    return entry ? &trie->entries[entry] : NULL;
}

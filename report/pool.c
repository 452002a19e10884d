#include "report/pool.h"

#include <stdlib.h>

#include "extract/base/hash.h"

enum { FIRST_SLOTS = 1024, PIECE = 256 * 1024, ROW_CAPACITY = 512 };

struct tj_str tj_pool_at(const struct tj_pool *pool, uint32_t number)
{
    if (number >= pool->count) return TJ_STR("");
    uint32_t len;
    memcpy(&len, pool->at[number], sizeof len);
    return (struct tj_str){ pool->at[number] + sizeof len, len };
}

/* The slot that holds `s`, or the free one where it belongs. */
static size_t slot_of(const struct tj_pool *pool, struct tj_str s)
{
    size_t mask = pool->slot_count - 1, i = (size_t)tj_hash_of(s).a & mask;
    while (pool->slots[i] && !tj_equal(tj_pool_at(pool, pool->slots[i] - 1), s)) i = (i + 1) & mask;
    return i;
}

static void widen_slots(struct tj_pool *pool)
{
    free(pool->slots);
    pool->slot_count = pool->slot_count ? pool->slot_count * 2 : FIRST_SLOTS;
    size_t size = pool->slot_count * sizeof *pool->slots;
    pool->slots = tj_must_malloc(size);
    memset(pool->slots, 0, size);
    size_t mask = pool->slot_count - 1;
    for (uint32_t n = 0; n < pool->count; n++) { /* all are different */
        size_t i = (size_t)tj_hash_of(tj_pool_at(pool, n)).a & mask;
        while (pool->slots[i]) i = (i + 1) & mask;
        pool->slots[i] = n + 1;
    }
}

/* Packed without gaps: a million strings would lose megabytes to alignment. */
static const char *keep(struct tj_pool *pool, struct tj_str s)
{
    uint32_t len = (uint32_t)s.len;
    size_t need = sizeof len + s.len + 1;
    if ((size_t)(pool->end - pool->next) < need) {
        size_t size = need > PIECE ? need : PIECE;
        pool->next = tj_alloc_bytes(&pool->bytes, size);
        pool->end = pool->next + size;
    }
    char *p = pool->next;
    memcpy(p, &len, sizeof len);
    if (len) memcpy(p + sizeof len, s.ptr, len);
    p[sizeof len + len] = '\0';
    pool->next = p + need;
    return p;
}

static uint32_t add(struct tj_pool *pool, struct tj_str s)
{
    if ((pool->count + 1) * 4 > pool->slot_count * 3) widen_slots(pool);
    size_t slot = slot_of(pool, s);
    if (pool->slots[slot]) return pool->slots[slot] - 1;
    if (pool->count == pool->capacity) {
        pool->capacity = pool->capacity ? pool->capacity * 2 : ROW_CAPACITY;
        pool->at = tj_must_realloc(pool->at, pool->capacity * sizeof *pool->at);
    }
    pool->at[pool->count] = keep(pool, s);
    pool->slots[slot] = (uint32_t)++pool->count;
    return (uint32_t)(pool->count - 1);
}

uint32_t tj_pool_add(struct tj_pool *pool, struct tj_str s)
{
    assert(s.len < UINT32_MAX && pool->count < UINT32_MAX);
    assert(pool->count == 0 || pool->slots);
    if (pool->count == 0) add(pool, TJ_STR(""));
    return add(pool, s);
}

bool tj_pool_find(const struct tj_pool *pool, struct tj_str s, uint32_t *out)
{
    if (pool->count == 0) return false;
    assert(pool->slots);
    uint32_t holds = pool->slots[slot_of(pool, s)];
    if (holds) *out = holds - 1;
    return holds != 0;
}

void tj_pool_seal(struct tj_pool *pool)
{
    free(pool->slots);
    pool->slots = NULL;
}

void tj_pool_free(struct tj_pool *pool)
{
    tj_arena_free(&pool->bytes);
    free(pool->at);
    free(pool->slots);
    *pool = (struct tj_pool){ 0 };
}

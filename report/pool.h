/* Strings kept once: equal text has the same number, so that a record of text is a record of small numbers
   and joining is comparing them. Number 0 is always the empty string.

     struct tj_pool pool = { 0 };
     uint32_t a = tj_pool_add(&pool, TJ_STR("安徽省"));
     tj_pool_at(&pool, a);                               安徽省, with a terminator behind it
     tj_pool_free(&pool); */
#ifndef TJ_POOL_H
#define TJ_POOL_H

#include "extract/base/arena.h"

struct tj_pool {
    struct tj_arena bytes;
    char *next, *end; /* of the piece of `bytes` that is being filled */
    const char **at;  /* each a length (uint32_t), the bytes, a terminator */
    uint32_t *slots;  /* numbers + 1, 0 where free; a power of two of them */
    size_t count, capacity, slot_count;
};

/* The number of `s`, which is copied if it is new. Then the number is one more than the highest so far. */
uint32_t tj_pool_add(struct tj_pool *pool, struct tj_str s);

/* The number of `s`; false if it was never added. */
bool tj_pool_find(const struct tj_pool *pool, struct tj_str s, uint32_t *out);

/* Lets go of what finding needs: nothing can be added or found any more. */
void tj_pool_seal(struct tj_pool *pool);

struct tj_str tj_pool_at(const struct tj_pool *pool, uint32_t number);

void tj_pool_free(struct tj_pool *pool);

#endif

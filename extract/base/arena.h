/* Memory with one lifetime: everything allocated from an arena goes at once, at tj_arena_reset (the next
   document) or tj_arena_free (the end). Allocation never returns NULL: out of memory goes back to the thread's
   tj_rescue, and where there is none says so on standard error and ends the program with status 3. */
#ifndef TJ_ARENA_H
#define TJ_ARENA_H

#include <setjmp.h>

#include "extract/base/str.h"

struct tj_arena_block;

struct tj_arena {
    struct tj_arena_block *block; /* the newest */
    char *next, *end;
    char *clean; /* from here to the end nothing was ever written: zeros */
};

/* `size` bytes, zeroed, aligned for any object. */
void *tj_alloc(struct tj_arena *arena, size_t size);

/* `size` bytes that hold anything: for text about to be written. */
char *tj_alloc_bytes(struct tj_arena *arena, size_t size);

/* `count` objects of `size` bytes, zeroed; the product is checked. */
void *tj_alloc_array(struct tj_arena *arena, size_t count, size_t size);

/* A copy of `s`, with a terminator behind it that is not counted. */
struct tj_str tj_copy(struct tj_arena *arena, struct tj_str s);

/* Two slices one after the other. */
struct tj_str tj_join(struct tj_arena *arena, struct tj_str a, struct tj_str b);

/* printf into the arena. */
struct tj_str tj_print(struct tj_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Room for one more element in an array that lives in the arena: returns `items`, or a larger copy with
   `*capacity` updated. */
void *tj_grow(struct tj_arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* Drops all that was allocated but keeps the largest block for what comes next. */
void tj_arena_reset(struct tj_arena *arena);

void tj_arena_free(struct tj_arena *arena);

/* How many bytes the arena holds from the system. */
size_t tj_arena_size(const struct tj_arena *arena);

/* malloc and realloc that never return NULL either. */
void *tj_must_malloc(size_t size) __attribute__((returns_nonnull));
void *tj_must_realloc(void *old, size_t size) __attribute__((returns_nonnull));

/* Where a piece of work that runs out of memory is given up, so that others go on:

     struct tj_rescue rescue;
     if (setjmp(rescue.back) == 0) { tj_rescue_set(&rescue); work; tj_rescue_set(NULL); }
     else say that rescue.wanted bytes were too many

   Work must hold no lock; tj_rescue_set(NULL) around a part that does leaves that part without. */
struct tj_rescue {
    jmp_buf back;
    size_t wanted;
};

/* Sets the thread's rescue and returns the one before. NULL: out of memory ends the program. */
struct tj_rescue *tj_rescue_set(struct tj_rescue *rescue);

#endif

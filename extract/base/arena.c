#include "extract/base/arena.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define __SANITIZE_ADDRESS__ /* clang's way of telling */
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
enum { GAP = 32 }; /* behind every object, so that what runs over one is caught */
#else              /* without the sanitizer, memory that is given back is simply used again */
#define ASAN_POISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
enum { GAP = 0 };
#endif

enum { BLOCK = 64 * 1024, ALIGN = _Alignof(max_align_t), EXIT_NO_MEMORY = 3 };

struct tj_arena_block {
    struct tj_arena_block *older;
    size_t size;
    _Alignas(max_align_t) char bytes[];
};

/* The one thing that is not passed on as an argument: whoever allocates does not know what for. */
static _Thread_local struct tj_rescue *rescue;

struct tj_rescue *tj_rescue_set(struct tj_rescue *next)
{
    struct tj_rescue *last = rescue;
    rescue = next;
    return last;
}

static _Noreturn void no_memory(size_t size)
{
    struct tj_rescue *r = tj_rescue_set(NULL);
    if (r) {
        r->wanted = size;
        longjmp(r->back,
                1); /* NOLINT(cert-err52-cpp): nothing between here and there holds anything but memory */
    }
    fprintf(stderr,
            "tongji: out of memory (%zu bytes more were needed): give it fewer threads with -j, "
            "or split the largest input\n",
            size);
    _Exit(EXIT_NO_MEMORY);
}

void *tj_must_malloc(size_t size)
{
    void *p = malloc(size ? size : 1);
    if (!p) no_memory(size);
    return p;
}

void *tj_must_realloc(void *old, size_t size)
{
    void *p = realloc(old, size ? size : 1);
    if (!p) no_memory(size);
    return p;
}

static void add_block(struct tj_arena *arena, size_t need)
{
    size_t size = arena->block ? arena->block->size * 2 : BLOCK;
    if (size > (size_t)16 << 20) size = (size_t)16 << 20;
    if (size < need) size = need;
    struct tj_arena_block *block =
        calloc(1, sizeof *block + size); /* the system's pages are zero as they come */
    if (!block) no_memory(sizeof *block + size);
    block->older = arena->block;
    block->size = size;
    arena->block = block;
    arena->next = arena->clean = block->bytes;
    arena->end = block->bytes + size;
    ASAN_POISON_MEMORY_REGION(block->bytes, size);
}

/* `*used` is how many of the bytes may hold something. */
static void *alloc_part(struct tj_arena *arena, size_t size, size_t *used)
{
    if (size > SIZE_MAX - BLOCK) no_memory(size);
    size_t rounded = (size + ALIGN - 1) / ALIGN * ALIGN + GAP;
    if ((size_t)(arena->end - arena->next) < rounded || !arena->block) add_block(arena, rounded);
    char *p = arena->next;
    arena->next += rounded;
    *used = p < arena->clean ? (size_t)(arena->clean - p) : 0;
    if (*used > size) *used = size;
    if (arena->clean < arena->next) arena->clean = arena->next;
    ASAN_UNPOISON_MEMORY_REGION(p, size);
    return p;
}

static void *alloc_raw(struct tj_arena *arena, size_t size)
{
    size_t used;
    return alloc_part(arena, size, &used);
}

char *tj_alloc_bytes(struct tj_arena *arena, size_t size) { return alloc_raw(arena, size); }

void *tj_alloc(struct tj_arena *arena, size_t size)
{
    size_t used;
    void *p = alloc_part(arena, size, &used);
    memset(p, 0, used);
    return p;
}

void *tj_alloc_array(struct tj_arena *arena, size_t count, size_t size)
{
    size_t total;
    if (__builtin_mul_overflow(count, size, &total)) no_memory(SIZE_MAX);
    return tj_alloc(arena, total);
}

struct tj_str tj_copy(struct tj_arena *arena, struct tj_str s)
{
    return tj_join(arena, s, (struct tj_str){ 0 });
}

struct tj_str tj_join(struct tj_arena *arena, struct tj_str a, struct tj_str b)
{
    char *p = alloc_raw(arena, a.len + b.len + 1);
    if (a.len) memcpy(p, a.ptr, a.len);
    if (b.len) memcpy(p + a.len, b.ptr, b.len);
    p[a.len + b.len] = '\0';
    return (struct tj_str){ p, a.len + b.len };
}

struct tj_str tj_print(struct tj_arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0) len = 0;
    char *p = alloc_raw(arena, (size_t)len + 1);
    vsnprintf(p, (size_t)len + 1, format, again);
    va_end(again);
    return (struct tj_str){ p, (size_t)len };
}

void *tj_grow(struct tj_arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) return items;
    size_t wider = *capacity ? *capacity * 2 : 16;
    size_t total;
    if (__builtin_mul_overflow(wider, size, &total)) no_memory(SIZE_MAX);
    void *copy = alloc_raw(arena, total);
    if (count) memcpy(copy, items, count * size);
    *capacity = wider;
    return copy;
}

void tj_arena_reset(struct tj_arena *arena)
{
    struct tj_arena_block *keep = arena->block;
    if (!keep) return;
    for (struct tj_arena_block *b = keep->older, *older; b; b = older) {
        older = b->older;
        free(b);
    }
    keep->older = NULL;
    arena->next = keep->bytes;
    arena->end = keep->bytes + keep->size;
    ASAN_POISON_MEMORY_REGION(keep->bytes, keep->size); /* a stale pointer is caught */
}

void tj_arena_free(struct tj_arena *arena)
{
    tj_arena_reset(arena);
    free(arena->block);
    *arena = (struct tj_arena){ 0 };
}

size_t tj_arena_size(const struct tj_arena *arena)
{
    size_t total = 0;
    for (const struct tj_arena_block *b = arena->block; b; b = b->older) total += b->size;
    return total;
}

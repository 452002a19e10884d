#include "extract/base/buffer.h"

#include <stdlib.h>

#include "extract/base/arena.h"

static size_t wider(const struct tj_buffer *b, size_t more)
{
    size_t twice = b->capacity ? b->capacity * 2 : 4096;
    return twice - b->len < more ? b->len + more : twice;
}

void tj_buffer_widen(struct tj_buffer *b, size_t more)
{
    size_t capacity = wider(b, more);
    b->ptr = tj_must_realloc(b->ptr, capacity);
    b->capacity = capacity;
}

bool tj_buffer_may_widen(struct tj_buffer *b, size_t more)
{
    size_t capacity = wider(b, more);
    char *ptr = realloc(b->ptr, capacity);
    if (!ptr) return false;
    b->ptr = ptr;
    b->capacity = capacity;
    return true;
}

void tj_put_size(struct tj_buffer *b, uint64_t n)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    tj_put(b, (struct tj_str){ digits + at, sizeof digits - at });
}

void tj_buffer_free(struct tj_buffer *b)
{
    free(b->ptr);
    *b = (struct tj_buffer){ 0 };
}

#include "extract/base/buffer.h"

#include <stdlib.h>

#include "extract/base/arena.h"

void tj_buffer_widen(struct tj_buffer *b, size_t more)
{
    size_t wider = b->capacity ? b->capacity * 2 : 4096;
    if (wider - b->len < more) wider = b->len + more;
    b->ptr = tj_must_realloc(b->ptr, wider);
    b->capacity = wider;
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

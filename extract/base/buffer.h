/* A growing run of bytes, for what is to be written. Appending cannot fail (see arena.h on memory). */
#ifndef TJ_BUFFER_H
#define TJ_BUFFER_H

#include "extract/base/str.h"

struct tj_buffer {
    char *ptr;
    size_t len, capacity;
};

/* Moves to where `more` bytes fit behind those that are there. */
void tj_buffer_widen(struct tj_buffer *b, size_t more);

/* The same; false, with all as it was, if memory runs out. */
bool tj_buffer_may_widen(struct tj_buffer *b, size_t more);

/* Makes room for `more` bytes and returns where they go; the caller adds to len what it used. */
static inline char *tj_buffer_room(struct tj_buffer *b, size_t more)
{
    if (b->capacity - b->len < more) tj_buffer_widen(b, more);
    return b->ptr + b->len;
}

static inline void tj_put(struct tj_buffer *b, struct tj_str s)
{
    if (s.len == 0) return;
    memcpy(tj_buffer_room(b, s.len), s.ptr, s.len);
    b->len += s.len;
}

static inline void tj_put_char(struct tj_buffer *b, char c)
{
    *tj_buffer_room(b, 1) = c;
    b->len++;
}

/* A decimal whole number. */
void tj_put_size(struct tj_buffer *b, uint64_t n);

static inline struct tj_str tj_buffer_str(const struct tj_buffer *b)
{
    return (struct tj_str){ b->ptr, b->len };
}

void tj_buffer_free(struct tj_buffer *b);

#endif

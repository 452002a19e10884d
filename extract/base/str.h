/* Text that somebody else owns: a pointer and a length, never a terminator. All text inside tongji is
   UTF-8; places in it are byte offsets. */
#ifndef TJ_STR_H
#define TJ_STR_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct tj_str {
    const char *ptr;
    size_t len;
};

struct tj_span {
    size_t off, len;
};

/* A literal as a slice. */
#define TJ_STR(literal) ((struct tj_str){ "" literal, sizeof(literal) - 1 })

/* The same in a table, where a constant has to stand. */
#define TJ_WORD(literal)                \
    {                                   \
        "" literal, sizeof(literal) - 1 \
    }

/* For printf's "%.*s". */
#define TJ_ARG(s) (int)(s).len, (s).ptr

static inline struct tj_str tj_str_of(const char *c) { return (struct tj_str){ c, c ? strlen(c) : 0 }; }

static inline struct tj_str tj_at(struct tj_str text, struct tj_span place)
{
    assert(place.off <= text.len && place.len <= text.len - place.off);
    return (struct tj_str){ place.off ? text.ptr + place.off : text.ptr, place.len };
}

/* The bytes from `from` up to `to`. */
static inline struct tj_str tj_cut(struct tj_str text, size_t from, size_t to)
{
    assert(from <= to && to <= text.len);
    return (struct tj_str){ from ? text.ptr + from : text.ptr, to - from }; /* nothing is added to NULL */
}

static inline bool tj_equal(struct tj_str a, struct tj_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* The last byte of a Chinese character tells more than its first, and most comparisons end at it. */
static inline bool tj_starts(struct tj_str s, struct tj_str head)
{
    if (head.len == 0) return true;
    return s.len >= head.len && s.ptr[head.len - 1] == head.ptr[head.len - 1]
           && memcmp(s.ptr, head.ptr, head.len - 1) == 0;
}

static inline bool tj_ends(struct tj_str s, struct tj_str tail)
{
    if (tail.len == 0) return true;
    return s.len >= tail.len && s.ptr[s.len - 1] == tail.ptr[tail.len - 1]
           && memcmp(s.ptr + s.len - tail.len, tail.ptr, tail.len - 1) == 0;
}

/* Does `s` begin, or end, with one of the words of a list that NULL ends? */
static inline bool tj_starts_with_one(struct tj_str s, const char *const *words)
{
    for (; *words; words++) { /* most differ in their first three bytes already */
        size_t same = 0;
        while (same < s.len && (*words)[same] == s.ptr[same]) same++;
        if (!(*words)[same]) return true;
    }
    return false;
}
static inline bool tj_ends_in_one(struct tj_str s, const char *const *words)
{
    for (; *words; words++)
        if (tj_ends(s, tj_str_of(*words))) return true;
    return false;
}

/* Bytewise order, shorter first among equals; for qsort-like use. */
int tj_compare(struct tj_str a, struct tj_str b);

/* Where `needle` first occurs at or after `from`; false if nowhere. An empty needle occurs nowhere. */
bool tj_find(struct tj_str s, struct tj_str needle, size_t from, size_t *at);

/* Where it last occurs; false if nowhere. */
bool tj_find_last(struct tj_str s, struct tj_str needle, size_t *at);

/* Does `s` hold the word, or one of the words of a list that NULL ends? */
static inline bool tj_holds(struct tj_str s, struct tj_str word)
{
    size_t at;
    return tj_find(s, word, 0, &at);
}
static inline bool tj_holds_one(struct tj_str s, const char *const *words)
{
    for (; *words; words++)
        if (tj_holds(s, tj_str_of(*words))) return true;
    return false;
}

/* Steps over `word` at the start of `s`; leaves `s` alone and returns false if it is not there. */
static inline bool tj_eat(struct tj_str *s, struct tj_str word)
{
    if (!tj_starts(*s, word)) return false;
    *s = (struct tj_str){ s->ptr + word.len, s->len - word.len };
    return true;
}

struct tj_str tj_trim_blanks(struct tj_str s);

/* Without ASCII blanks, U+3000, U+FEFF and U+00A0 at both ends. Quick where the outer bytes are of none. */
static inline struct tj_str tj_trim(struct tj_str s)
{
    if (s.len == 0) return s;
    unsigned char first = (unsigned char)s.ptr[0], last = (unsigned char)s.ptr[s.len - 1];
    bool inner = first > ' ' && first != 0xE3 && first != 0xEF && first != 0xC2 && last > ' ' && last != 0x80
                 && last != 0xBF && last != 0xA0;
    return inner ? s : tj_trim_blanks(s);
}

/* The bytes of the UTF-8 character that begins with `lead`; 1 for a byte that begins none. */
static inline size_t tj_char_len(unsigned char lead)
{
    if (lead < 0xC0) return 1;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Are the three bytes at `p` a character whose first byte tells that it is neither overlong nor a surrogate? */
static inline bool tj_is_common_three(const unsigned char *p)
{
    return p[0] > 0xE0 && p[0] < 0xF0 && p[0] != 0xED && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80;
}

/* Eight bytes, the first the lowest, whatever the machine's own order. */
static inline uint64_t tj_eight_bytes(const char *p)
{
    uint64_t eight;
    memcpy(&eight, p, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return eight;
}

/* The same of fewer bytes, filled with 0; looks at no more than those. */
static inline uint64_t tj_few_bytes(const char *p, size_t count)
{
    uint64_t bytes = 0;
    if (count < 4) {
        for (size_t i = 0; i < count; i++) bytes |= (uint64_t)(unsigned char)p[i] << (8 * i);
        return bytes;
    }
    uint32_t low, high; /* which share bytes if there are less than eight */
    memcpy(&low, p, sizeof low);
    memcpy(&high, p + count - 4, sizeof high);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    low = __builtin_bswap32(low);
    high = __builtin_bswap32(high);
#endif
    return low | (uint64_t)high << (8 * (count - 4));
}

/* Of eight bytes of UTF-8 that begin with a character: does it, and the one behind it, take three bytes, as all common
   characters of Chinese do? */
static inline bool tj_are_both_three(uint64_t eight) { return (eight & 0xF00000F0U) == 0xE00000E0U; }

/* A code point and its length in bytes. */
struct tj_char {
    uint32_t code_point, len;
};

/* Any character, looked at with care; see tj_char_at. */
struct tj_char tj_char_checked(struct tj_str s, size_t at);

/* The code point at `at` (which must lie within `s`) and its length in bytes; U+FFFD and 1 where the
   bytes are no character. Quick for ASCII and for the three bytes that Chinese takes. */
static inline uint32_t tj_char_at(struct tj_str s, size_t at, size_t *len)
{
    assert(at < s.len);
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    if (p[0] < 0x80) {
        *len = 1;
        return p[0];
    }
    if (s.len - at >= 3) {
        uint32_t bytes = (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
        uint32_t c = (bytes & 0x0F0000) >> 4 | (bytes & 0x3F00) >> 2 | (bytes & 0x3F);
        if ((bytes & 0xF0C0C0) == 0xE08080 && c >= 0x800 && c >> 11 != 0x1B) { /* no surrogate */
            *len = 3;
            return c;
        }
    }
    struct tj_char c = tj_char_checked(s, at);
    *len = c.len;
    return c.code_point;
}

/* The same in a text that is known to be UTF-8, with less care: where it is not, the code point may be any below
   U+10000. Never looks beyond the end. */
static inline uint32_t tj_char_quick(struct tj_str s, size_t at, size_t *len)
{
    assert(at < s.len);
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    if (p[0] < 0x80) {
        *len = 1;
        return p[0];
    }
    if (p[0] >= 0xE0 && p[0] < 0xF0 && s.len - at >= 3) {
        *len = 3;
        return (p[0] & 0xFU) << 12 | (p[1] & 0x3FU) << 6 | (p[2] & 0x3FU);
    }
    struct tj_char c = tj_char_checked(s, at);
    *len = c.len;
    return c.code_point;
}

/* Is all of it UTF-8? If not, *bad (which may be NULL) is where the first byte lies that begins no character. */
bool tj_is_utf8(struct tj_str s, size_t *bad);

/* The start of the character that ends right before `at`; 0 at the beginning. */
static inline size_t tj_char_before(struct tj_str s, size_t at)
{
    while (at > 0 && ((unsigned char)s.ptr[--at] & 0xC0) == 0x80) {}
    return at;
}

/* What stands before the first `mark`; all of `s` if it has none. */
static inline struct tj_str tj_before(struct tj_str s, struct tj_str mark)
{
    size_t at;
    return tj_find(s, mark, 0, &at) ? tj_cut(s, 0, at) : s;
}

/* What stands behind the last `mark`; all of `s` if it has none. */
static inline struct tj_str tj_behind_last(struct tj_str s, struct tj_str mark)
{
    size_t at;
    return tj_find_last(s, mark, &at) ? tj_cut(s, at + mark.len, s.len) : s;
}

/* Writes the UTF-8 of a code point, up to four bytes, and returns where it ends. */
char *tj_utf8_put(char *to, uint32_t code_point);

/* How many characters. */
size_t tj_char_count(struct tj_str s);

#endif

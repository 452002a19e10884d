#include "extract/base/str.h"

int tj_compare(struct tj_str a, struct tj_str b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len ? memcmp(a.ptr, b.ptr, len) : 0;
    if (order) return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool tj_find(struct tj_str s, struct tj_str needle, size_t from, size_t *at)
{
    if (needle.len == 0) return false;
    while (from + needle.len <= s.len) {
        const char *hit = memchr(s.ptr + from, needle.ptr[0], s.len - needle.len - from + 1);
        if (!hit) return false;
        from = (size_t)(hit - s.ptr);
        if (memcmp(hit, needle.ptr, needle.len) == 0) {
            *at = from;
            return true;
        }
        from++;
    }
    return false;
}

static size_t blank_at_start(struct tj_str s)
{
    if (s.len == 0) return 0;
    if (s.ptr[0] == ' ' || (s.ptr[0] >= '\t' && s.ptr[0] <= '\r')) return 1;
    if (tj_starts(s, TJ_STR("\u3000")) || tj_starts(s, TJ_STR("\uFEFF"))) return 3;
    return tj_starts(s, TJ_STR("\u00A0")) ? 2 : 0;
}

struct tj_str tj_trim_blanks(struct tj_str s)
{
    for (size_t n; (n = blank_at_start(s)) > 0;) s = (struct tj_str){ s.ptr + n, s.len - n };
    while (s.len > 0) {
        size_t last = tj_char_before(s, s.len);
        if (blank_at_start(tj_cut(s, last, s.len)) == 0) break;
        s.len = last;
    }
    return s;
}

struct tj_char tj_char_checked(struct tj_str s, size_t at)
{
    assert(at < s.len);
    static const struct tj_char none = { 0xFFFD, 1 };
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    uint32_t n = (uint32_t)tj_char_len(p[0]);
    if (n == 1) return p[0] < 0x80 ? (struct tj_char){ p[0], 1 } : none;
    if (n > s.len - at) return none;
    uint32_t c = p[0] & (0xFFU >> (n + 1));
    for (size_t i = 1; i < n; i++) {
        if ((p[i] & 0xC0) != 0x80) return none;
        c = c << 6 | (p[i] & 0x3F);
    }
    static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 }; /* no overlong forms (RFC 3629) */
    if (c < least[n] || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) return none;
    return (struct tj_char){ c, n };
}

size_t tj_char_count(struct tj_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) n += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return n;
}

/* Most of what is read is ASCII or characters of three bytes: those have paths of their own. */
bool tj_is_utf8(struct tj_str s, size_t *bad)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t at = 0, len;
    while (at < s.len) {
        uint64_t eight;
        while (s.len - at >= sizeof eight) {
            memcpy(&eight, p + at, sizeof eight);
            if (eight & 0x8080808080808080) break;
            at += sizeof eight;
        }
        while (s.len - at >= 3 && p[at] > 0xE0 && p[at] < 0xED && (p[at + 1] & 0xC0) == 0x80
               && (p[at + 2] & 0xC0) == 0x80)
            at += 3;
        if (at == s.len) break;
        tj_char_at(s, at, &len);
        if (len == 1 && p[at] >= 0x80) {
            if (bad) *bad = at;
            return false;
        }
        at += len;
    }
    return true;
}

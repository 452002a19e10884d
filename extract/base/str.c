#include "extract/base/str.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

int tj_compare(struct tj_str a, struct tj_str b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len ? memcmp(a.ptr, b.ptr, len) : 0;
    if (order) return order;
    return (a.len > b.len) - (a.len < b.len);
}

/* The first of the places from `from` up to `last` where `needle` stands; `last` + 1 if none. */
static size_t find_slowly(struct tj_str s, struct tj_str needle, size_t from, size_t last)
{
    const char end = needle.ptr[needle.len - 1];
    while (from <= last
           && (s.ptr[from + needle.len - 1] != end || memcmp(s.ptr + from, needle.ptr, needle.len - 1) != 0))
        from++;
    return from;
}

#ifdef __SSE2__
enum { STEP = sizeof(__m128i) };

/* Sixteen places at once, by the needle's last two bytes: in Chinese they tell more than its first. */
static size_t find_quickly(struct tj_str s, struct tj_str needle, size_t from, size_t last)
{
    const size_t before = needle.len > 1 ? needle.len - 2 : 0;
    const __m128i inner = _mm_set1_epi8(needle.ptr[before]), end = _mm_set1_epi8(needle.ptr[needle.len - 1]);
    if (last - from + 1 < STEP) return find_slowly(s, needle, from, last);
    for (; from <= last; from += STEP) {
        if (last - from + 1 < STEP) from = last + 1 - STEP; /* some of these are looked at again */
        const char *p = s.ptr + from;
        __m128i inners = _mm_loadu_si128((const __m128i *)(const void *)(p + before)),
                tails = _mm_loadu_si128((const __m128i *)(const void *)(p + needle.len - 1));
        unsigned hits = (unsigned)_mm_movemask_epi8(
            _mm_and_si128(_mm_cmpeq_epi8(inners, inner), _mm_cmpeq_epi8(tails, end)));
        for (; hits; hits &= hits - 1) {
            size_t at = from + (size_t)__builtin_ctz(hits);
            if (memcmp(s.ptr + at, needle.ptr, needle.len) == 0) return at;
        }
    }
    return last + 1;
}
#else
static size_t find_quickly(struct tj_str s, struct tj_str needle, size_t from, size_t last)
{
    return find_slowly(s, needle, from, last);
}
#endif

bool tj_find(struct tj_str s, struct tj_str needle, size_t from, size_t *at)
{
    if (needle.len == 0 || s.len < needle.len || s.len - needle.len < from) return false;
    size_t last = s.len - needle.len, hit = find_quickly(s, needle, from, last);
    if (hit > last) return false;
    *at = hit;
    return true;
}

bool tj_find_last(struct tj_str s, struct tj_str needle, size_t *at)
{
    for (const char *hit; needle.len && s.len >= needle.len; s.len--) {
        hit = memrchr(s.ptr + needle.len - 1, needle.ptr[needle.len - 1], s.len - needle.len + 1);
        if (!hit) return false;
        s.len = (size_t)(hit - s.ptr) + 1;
        if (!tj_ends(s, needle)) continue;
        *at = s.len - needle.len;
        return true;
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

char *tj_utf8_put(char *to, uint32_t c)
{
    if (c < 0x80) {
        *to++ = (char)c;
        return to;
    }
    int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned leads[] = { 0, 0xC0, 0xE0, 0xF0 };
    *to++ = (char)(leads[more] | c >> (6 * more));
    while (more-- > 0) *to++ = (char)(0x80 | (c >> (6 * more) & 0x3F));
    return to;
}

size_t tj_char_count(struct tj_str s)
{
    size_t n = s.len, at = 0; /* less the bytes that go on with a character */
#ifdef __SSE2__
    for (__m128i sum; s.len - at >= STEP; at += STEP) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(s.ptr + at));
        sum = _mm_sad_epu8(_mm_and_si128(_mm_cmplt_epi8(bytes, _mm_set1_epi8((char)0xC0)), _mm_set1_epi8(1)),
                           _mm_setzero_si128());
        n -= (size_t)(_mm_cvtsi128_si32(sum) + _mm_extract_epi16(sum, 4));
    }
#endif
    for (; at < s.len; at++) n -= ((unsigned char)s.ptr[at] & 0xC0) == 0x80;
    return n;
}

#ifdef __SSE2__
/* How far from `at`, which begins a character, there is nothing but ASCII and such characters of three bytes, sixteen
   bytes at once: ends where a character begins. */
static size_t common_to(struct tj_str s, size_t at)
{
    unsigned due =
        0; /* bits of the bytes that must go on with a character, of the last step beyond its end too */
    for (; s.len - at >= STEP; at += STEP) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(s.ptr + at));
        __m128i high = _mm_and_si128(bytes, _mm_set1_epi8((char)0xF0));
        unsigned beyond = (unsigned)_mm_movemask_epi8(bytes),
                 inner = (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(bytes, _mm_set1_epi8((char)0xC0))),
                 three = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(high, _mm_set1_epi8((char)0xE0))),
                 rare = (unsigned)_mm_movemask_epi8(
                     _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xE0)),
                                  _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xED))));
        unsigned next = due | three << 1 | three << 2;
        if (rare || beyond != (inner | three) || inner != (next & 0xFFFF)) break;
        due = next >> STEP;
    }
    return due & 1 ? tj_char_before(s, at) : at;
}
#else
static size_t common_to(struct tj_str s, size_t at)
{
    (void)s;
    return at;
}
#endif

/* Most of what is read is ASCII or characters of three bytes: those have paths of their own. */
bool tj_is_utf8(struct tj_str s, size_t *bad)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t at = 0, len;
    while (at < s.len) {
        at = common_to(s, at);
        while (at < s.len && p[at] < 0x80) at++;
        while (s.len - at >= 3 && tj_is_common_three(p + at)) at += 3;
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

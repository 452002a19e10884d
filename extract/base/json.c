#include "extract/base/json.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { SHORT = 64 }; /* bytes */

static bool is_plain(unsigned char c) { return c >= 0x20 && c != '"' && c != '\\'; }

#ifdef __SSE2__
/* Which of sixteen bytes do not stand for themselves inside a string, as bits. */
static unsigned marked(const char *p)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i quotes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
            strokes = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')),
            controls = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(quotes, strokes), controls));
}
#endif

/* How far from `at` all bytes stand for themselves. */
static size_t plain_to(struct tj_str s, size_t at)
{
#ifdef __SSE2__
    for (; s.len - at >= 16; at += 16) {
        unsigned marks = marked(s.ptr + at);
        if (marks) return at + (size_t)__builtin_ctz(marks);
    }
#endif
    while (at < s.len && is_plain((unsigned char)s.ptr[at])) at++;
    return at;
}

static void put_escaped(struct tj_buffer *b, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    switch (c) {
    case '"': tj_put(b, TJ_STR("\\\"")); return;
    case '\\': tj_put(b, TJ_STR("\\\\")); return;
    case '\n': tj_put(b, TJ_STR("\\n")); return;
    case '\r': tj_put(b, TJ_STR("\\r")); return;
    case '\t': tj_put(b, TJ_STR("\\t")); return;
    default:
        tj_put(b, TJ_STR("\\u00"));
        tj_put_char(b, hex[c >> 4]);
        tj_put_char(b, hex[c & 15]);
    }
}

/* The part of a string that is UTF-8. */
static void put_text(struct tj_buffer *b, struct tj_str s)
{
    for (size_t at = 0; at < s.len; at++) {
        size_t run = plain_to(s, at);
        tj_put(b, tj_cut(s, at, run));
        at = run;
        if (at < s.len) put_escaped(b, (unsigned char)s.ptr[at]);
    }
}

/* Are there nothing but characters that stand for themselves, those of four bytes left out? For short strings, most of
   which are names. */
static bool is_simple(struct tj_str s)
{
    size_t at = 0;
    while (at < s.len) {
        const unsigned char *p = (const unsigned char *)s.ptr + at;
        if (p[0] < 0x80) {
            if (!is_plain(p[0])) return false;
            at++;
        } else {
            if (s.len - at < 3 || !tj_is_common_three(p)) return false;
            at += 3;
        }
    }
    return true;
}

void tj_put_json(struct tj_buffer *b, struct tj_str s)
{
    tj_put_char(b, '"');
    if (s.len <= SHORT && is_simple(s)) {
        tj_put(b, s);
        tj_put_char(b, '"');
        return;
    }
    for (size_t bad; !tj_is_utf8(s, &bad); s = tj_cut(s, bad + 1, s.len)) {
        put_text(b, tj_cut(s, 0, bad));
        tj_put(b, TJ_STR("\uFFFD"));
    }
    put_text(b, s);
    tj_put_char(b, '"');
}

void tj_put_json_decimal(struct tj_buffer *b, struct tj_str key, struct tj_decimal d)
{
    if (!d.known) return;
    tj_put(b, key);
    tj_put_char(b, '"');
    tj_put_decimal(b, d);
    tj_put_char(b, '"');
}

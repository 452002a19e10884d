#include "extract/attribute/stop.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { LONGEST_SENTENCE = 4096 };

/* Does 。 ！ or ？ stand at `at`? */
static inline bool is_stop(struct tj_str text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    if ((p[0] != 0xE3 && p[0] != 0xEF) || text.len - at < 3) return false;
    return (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x82)
           || (p[0] == 0xEF && p[1] == 0xBC && (p[2] == 0x81 || p[2] == 0x9F));
}

#ifdef __SSE2__
enum { STEP = sizeof(__m128i) };

/* Which of sixteen places may be a stop, by first and third byte, as bits. Looks at two bytes more. */
static unsigned maybe_stops(const char *p)
{
    __m128i first = _mm_loadu_si128((const __m128i *)(const void *)p),
            third = _mm_loadu_si128((const __m128i *)(const void *)(p + 2));
    __m128i full = _mm_and_si128(_mm_cmpeq_epi8(first, _mm_set1_epi8((char)0xE3)),
                                 _mm_cmpeq_epi8(third, _mm_set1_epi8((char)0x82)));
    __m128i other = _mm_and_si128(_mm_cmpeq_epi8(first, _mm_set1_epi8((char)0xEF)),
                                  _mm_or_si128(_mm_cmpeq_epi8(third, _mm_set1_epi8((char)0x81)),
                                               _mm_cmpeq_epi8(third, _mm_set1_epi8((char)0x9F))));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(full, other));
}
#endif

/* The first stop from `at` on, before `to`; `to` if there is none. */
static size_t next_stop(struct tj_str text, size_t at, size_t to)
{
#ifdef __SSE2__
    for (; to - at >= STEP && text.len - at >= STEP + 2; at += STEP)
        for (unsigned hits = maybe_stops(text.ptr + at); hits; hits &= hits - 1) {
            size_t hit = at + (size_t)__builtin_ctz(hits);
            if (is_stop(text, hit)) return hit;
        }
#endif
    while (at < to && !is_stop(text, at)) at++;
    return at;
}

/* Where to cut a sentence that begins at `from` and does not end before `to`: behind the last comma or blank. */
static size_t cut_sentence(struct tj_str text, size_t from, size_t to)
{
    to = tj_char_before(text, to + 1);
    for (size_t at = to; at > from; at = tj_char_before(text, at))
        if (text.ptr[at - 1] == ' ' || tj_ends(tj_cut(text, from, at), TJ_STR("，"))) return at;
    return to;
}

size_t tj_sentence_end(struct tj_str text, size_t from)
{
    static const struct tj_str closers[] = { TJ_WORD("”"), TJ_WORD("’"), TJ_WORD("）") };
    size_t most = text.len - from > LONGEST_SENTENCE ? from + LONGEST_SENTENCE : text.len;
    size_t at = next_stop(text, from, most);
    while (at == most && most < text.len && ((unsigned char)text.ptr[most] & 0xC0) == 0x80) at = ++most;
    if (at == text.len) return at;
    if (at == most) return cut_sentence(text, from, at);
    at += 3;
    for (size_t i = 0; i < 3; i++)
        if (tj_starts(tj_cut(text, at, text.len), closers[i])) at += closers[i].len;
    return at;
}

/* How far a line can be copied as it is: sixteen bytes at a time where the machine can. */
#include "extract/document/fold.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Bytes that fold_special may have to look at, which maybe_special has to find too: markup, blanks, marks of notes, quotation marks, and the first bytes of U+00A0, U+3000 and
   the full-width forms. */
static const bool is_watched[256] = {
    ['['] = true,  ['*'] = true,  ['`'] = true,  ['<'] = true,  ['&'] = true,  [' '] = true,
    ['\t'] = true, ['\r'] = true, [0xC2] = true, [0xE3] = true, [0xEF] = true, ['"'] = true,
    [0xE2] = true, [','] = true,  [';'] = true,  [':'] = true,  ['('] = true,  [')'] = true
};

/* Does fold_special have to look at the watched byte at `at`? Chinese punctuation stays as it is. */
static bool is_special(struct tj_str line, size_t run, size_t at)
{
    const unsigned char *p = (const unsigned char *)line.ptr + at;
    if (p[0] < 0xE2 || line.len - at < 3) return true;
    if (p[0] == 0xE2) return p[1] == 0x80 && (p[2] == 0x98 || p[2] == 0x99);          /* ‘ ’ */
    bool quote = p[2] >= 0x8C && p[2] <= 0x8F;                                        /* 「 」 『 』 */
    if (p[0] == 0xE3) return p[1] == 0x80 && (p[2] == 0x80 || p[2] == 0x94 || quote); /* a blank, 〔 */
    if (p[0] != 0xEF || p[1] != 0xBC) return true;
    switch (p[2]) {
    case 0x8C: return at == run || is_digit(line.ptr[at - 1]); /* ， may group digits */
    case 0x81:                                                 /* ！ */
    case 0x88:                                                 /* （ */
    case 0x89:                                                 /* ） */
    case 0x9A:                                                 /* ： */
    case 0x9B:                                                 /* ； */
    case 0x9F: return false;                                   /* ？ */
    default: return true;
    }
}

#ifdef __SSE2__
enum { STEP = sizeof(__m128i) };

static inline __m128i are(__m128i bytes, int byte)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)byte));
}

/* Chinese punctuation, by its third byte, that stays as it is; a comma unless a digit is `before` it. */
static inline __m128i are_marks(__m128i before, __m128i third)
{
    __m128i digits = _mm_and_si128(_mm_cmpgt_epi8(before, _mm_set1_epi8('0' - 1)),
                                   _mm_cmplt_epi8(before, _mm_set1_epi8('9' + 1)));
    __m128i brackets = _mm_or_si128(are(third, 0x88), are(third, 0x89)),
            stops = _mm_or_si128(are(third, 0x81), are(third, 0x9F)),
            colons = _mm_or_si128(are(third, 0x9A), are(third, 0x9B)),
            commas = _mm_andnot_si128(digits, are(third, 0x8C));
    return _mm_or_si128(_mm_or_si128(brackets, stops), _mm_or_si128(colons, commas));
}

/* Which of sixteen bytes are watched and special, as bits; perhaps a few more. Looks at one byte before and two behind. */
static inline unsigned maybe_special(const char *p)
{
    __m128i before = _mm_loadu_si128((const __m128i *)(const void *)(p - 1)),
            first = _mm_loadu_si128((const __m128i *)(const void *)p),
            second = _mm_loadu_si128((const __m128i *)(const void *)(p + 1)),
            third = _mm_loadu_si128((const __m128i *)(const void *)(p + 2));
    __m128i blanks = _mm_cmpeq_epi8(_mm_min_epu8(first, _mm_set1_epi8(' ')), first),
            markup = _mm_or_si128(_mm_or_si128(are(first, '<'), are(first, '&')), are(first, 0xC2)),
            marks = _mm_or_si128(_mm_or_si128(are(first, '*'), are(first, '`')), are(first, '[')),
            quotes = _mm_or_si128(_mm_or_si128(are(third, 0x8C), are(third, 0x8D)),
                                  _mm_or_si128(are(third, 0x8E), are(third, 0x8F))),
            wide = _mm_or_si128(_mm_or_si128(are(third, 0x80), are(third, 0x94)), quotes), /* a blank, 〔 */
        wide_blanks = _mm_and_si128(are(first, 0xE3), wide),
            single = _mm_and_si128(are(first, 0xE2), _mm_or_si128(are(third, 0x98), are(third, 0x99))),
            usual = _mm_and_si128(are(second, 0xBC), are_marks(before, third)),
            full_width = _mm_andnot_si128(usual, are(first, 0xEF));
    marks = _mm_or_si128(_mm_or_si128(marks, single), are(first, '"'));
    marks = _mm_or_si128(marks, _mm_or_si128(are(first, ','), are(first, ';')));
    marks =
        _mm_or_si128(marks, _mm_or_si128(are(first, ':'), _mm_or_si128(are(first, '('), are(first, ')'))));
    __m128i all = _mm_or_si128(_mm_or_si128(blanks, markup), _mm_or_si128(wide_blanks, full_width));
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(all, marks));
}
#endif

size_t tj_fold_run(struct tj_str line, size_t from)
{
    size_t at = from;
#ifdef __SSE2__
    if (is_watched[(unsigned char)line.ptr[at]] && is_special(line, from, at)) return at;
    for (at++; line.len - at >= STEP + 2; at += STEP)
        for (unsigned hits = maybe_special(line.ptr + at); hits; hits &= hits - 1) {
            size_t hit = at + (size_t)__builtin_ctz(hits);
            if (is_watched[(unsigned char)line.ptr[hit]] && is_special(line, from, hit)) return hit;
        }
    while (at > from && at < line.len && ((unsigned char)line.ptr[at] & 0xC0) == 0x80)
        at--; /* to where a character begins */
#endif
    while (at < line.len) {
        unsigned char c = (unsigned char)line.ptr[at];
        if (is_watched[c] && is_special(line, from, at)) break;
        at += c >= 0xE4 && c < 0xEF ? 3 : 1; /* over a Chinese character at once */
    }
    return at < line.len ? at : line.len;
}

/* The same text in another dress, as web pages, old files and other keyboards have it, gives the same facts. */
#ifndef TJ_DRESS_H
#define TJ_DRESS_H

#include "extract/base/buffer.h"
#include "extract/fact/columns.h"
#include "extract/recognise/numeral.h"
#include "extract/tongji.h"

enum tj_dress {
    TJ_ASCII_MARKS,
    TJ_ASCII_QUOTES,
    TJ_CORNER_QUOTES,
    TJ_BLANKS,
    TJ_INDENTED,
    TJ_WIDE_FIGURES,
    TJ_DRESSES
};

static inline bool is_wide(uint32_t c) { return c >= 0x2000; }

/* The marks that a dress writes in another way, each behind the one that it stands for. */
static inline const char *const *marks_of(enum tj_dress dress)
{
    static const char *const ascii[] = { "，", ",", "；", ";", "：", ":", "（", "(", "）", ")", NULL };
    static const char *const quotes[] = { "“", "\"", "”", "\"", NULL };
    static const char *const corners[] = { "“", "「", "”", "」", NULL };
    static const char *const figures[] = { "0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５",
                                           "6", "６", "7", "７", "8", "８", "9", "９", "%", "％", NULL };
    static const char *const none[] = { NULL };
    switch (dress) {
    case TJ_ASCII_MARKS: return ascii;
    case TJ_ASCII_QUOTES: return quotes;
    case TJ_CORNER_QUOTES: return corners;
    case TJ_WIDE_FIGURES: return figures;
    default: return none;
    }
}

/* Is an ASCII mark known for a Chinese one there: does Chinese stand beside it? */
static inline bool beside_chinese(struct tj_str s, size_t at, size_t len)
{
    size_t used;
    bool left = at > 0 && is_wide(tj_char_at(s, tj_char_before(s, at), &used));
    return left || (at + len < s.len && is_wide(tj_char_at(s, at + len, &used)));
}

/* Where the text begins behind a front matter, which has a grammar of its own. */
static inline size_t behind_front(struct tj_str s)
{
    size_t end;
    if (!tj_starts(s, TJ_STR("---")) || !tj_find(s, TJ_STR("\n---"), 3, &end)) return 0;
    return end + sizeof "\n---" - 1;
}

static inline void put_dressed(struct tj_buffer *out, struct tj_str s, enum tj_dress dress)
{
    const char *const *marks = marks_of(dress);
    uint32_t before = U'\n';
    size_t front = behind_front(s);
    tj_put(out, tj_cut(s, 0, front));
    if (front) before = 0;
    for (size_t at = front, len; at < s.len; at += len) {
        uint32_t c = tj_char_at(s, at, &len);
        struct tj_str as = tj_cut(s, at, at + len);
        for (size_t i = 0; marks[i]; i += 2)
            if (tj_equal(as, tj_str_of(marks[i]))
                && (dress != TJ_ASCII_MARKS || beside_chinese(s, at, len))) {
                as = tj_str_of(marks[i + 1]);
                break;
            }
        bool digit = c >= '0' && c <= '9', digit_before = (before >= '0' && before <= '9') || before == '%';
        bool seam = (digit && tj_is_han(before)) || (digit_before && tj_is_han(c));
        if (dress == TJ_BLANKS && seam) tj_put(out, TJ_STR(" "));
        if (dress == TJ_INDENTED && before == U'\n') tj_put(out, TJ_STR("\u3000\u3000"));
        tj_put(out, as);
        before = c;
    }
}

/* What facts say, but for their own words and where they stand. */
static inline void put_meaning(struct tj_buffer *out, const struct tj_result *r)
{
    static const char *const left_out[] = {
        "id", "text", "start", "end", "source_start", "source_end", NULL
    };
    for (size_t i = 0; i < r->count; i++)
        for (size_t c = 0; c < TJ_COLUMNS; c++) {
            if (tj_starts_with_one(tj_column_name(c), left_out)) continue;
            tj_column_put(out, &r->facts[i], c);
            tj_put(out, c + 1 < TJ_COLUMNS ? TJ_STR("\t") : TJ_STR("\n"));
        }
}

/* The first dress in which the text gives other facts; TJ_DRESSES if it gives the same in all. */
static inline enum tj_dress odd_dress(struct tj_extractor *x, struct tj_str text)
{
    struct tj_result r;
    struct tj_buffer plain = { 0 }, dressed = { 0 }, told = { 0 };
    int dress = TJ_DRESSES;
    if (tj_extract(x, "a", text, &r, NULL) == TJ_OK) {
        put_meaning(&plain, &r);
        for (dress = 0; dress < TJ_DRESSES; dress++) {
            bool quotes = dress == TJ_ASCII_QUOTES || dress == TJ_CORNER_QUOTES;
            if (quotes && tj_holds(text, TJ_STR("‘"))) continue; /* marks within marks stay as they are */
            dressed.len = told.len = 0;
            put_dressed(&dressed, text, (enum tj_dress)dress);
            if (tj_extract(x, "a", tj_buffer_str(&dressed), &r, NULL) != TJ_OK) break;
            put_meaning(&told, &r);
            if (!tj_equal(tj_buffer_str(&plain), tj_buffer_str(&told))) break;
        }
    }
    tj_buffer_free(&plain);
    tj_buffer_free(&dressed);
    tj_buffer_free(&told);
    return (enum tj_dress)dress;
}

#endif

/* Quantities that are words of their own: 一半, 过半, 翻番, 翻一番. */
#include "extract/recognise/quantity.h"

/* 占比过半: more than a half, at the end of a clause. */
static bool over_half(struct tj_str text, size_t at, struct tj_quantity *out)
{
    struct tj_str rest = tj_cut(text, at + 3, text.len);
    static const char *const ends[] = { "，", "。", "；", "、" };
    bool ended = rest.len == 0;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) ended |= tj_starts(rest, tj_str_of(ends[i]));
    if (!ended) return false;
    *out = (struct tj_quantity){ .off = at,
                                 .len = 3,
                                 .end = at + 3,
                                 .unit = TJ_STR("1"),
                                 .kind = TJ_RATIO,
                                 .bound = TJ_GT,
                                 .chinese = true };
    out->value = out->number = tj_decimal_of(5, -1);
    return true;
}

/* Words that are quantities by themselves. */
static bool whole_word(const struct tj_lexicon *lex, struct tj_str text, size_t at, struct tj_quantity *out)
{
    struct tj_str rest = tj_cut(text, at, text.len);
    bool half = tj_starts(rest, TJ_STR("一半")) || tj_starts(rest, TJ_STR("半数"));
    bool twice = tj_starts(rest, TJ_STR("翻番"));
    bool over = tj_starts(rest, TJ_STR("半")) && tj_ends(tj_cut(text, 0, at), TJ_STR("过")) && !half;
    if (over) return over_half(text, at, out);
    if (!half && !twice) return false;
    *out = (struct tj_quantity){
        .off = at, .len = 6, .end = at + 6, .unit = TJ_STR("1"), .chinese = true, .growth = twice
    };
    out->value = out->number = half ? tj_decimal_of(5, -1) : tj_decimal_of(1, 0);
    out->kind = twice ? TJ_DOUBLE : TJ_RATIO;
    tj_quantity_read_after(lex, text, out);
    return true;
}

/* 翻一番, 翻两番: the verb belongs to the value. */
static bool doubling(const struct tj_lexicon *lex, struct tj_arena *arena, struct tj_str text, size_t at,
                     struct tj_quantity *out)
{
    if (!tj_starts(tj_cut(text, at, text.len), TJ_STR("翻"))) return false;
    if (!tj_quantity_at(lex, arena, text, at + 3, out) || !out->growth) return false;
    out->off = at;
    out->len += 3;
    return true;
}

/* Do figures end before a colon of some kind? */
static bool colon_follows(struct tj_str text, size_t at)
{
    while (at < text.len && text.ptr[at] >= ',' && text.ptr[at] <= '9') at++; /* , - . / and digits */
    if (at >= text.len) return false;
    size_t len;
    uint32_t c = tj_char_quick(text, at, &len);
    return c == ':' || c == U'：' || c == U'∶' || c == U'︰';
}

/* 城乡居民收入比为2.52∶1: a proportion to one, where 比 was said shortly before. */
static bool to_one(const struct tj_lexicon *lex, struct tj_str text, size_t at, struct tj_quantity *out)
{
    static const char *const marks[] = { ":", "：", "∶", "︰" };
    struct tj_numeral n;
    if (text.ptr[at] < '0' || text.ptr[at] > '9' || !colon_follows(text, at)
        || !tj_numeral_at(text, at, lex->units, &n))
        return false;
    struct tj_str rest = tj_cut(text, at + n.len, text.len);
    bool colon = false;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0] && !colon; i++)
        colon = tj_eat(&rest, tj_str_of(marks[i]));
    if (!colon || n.chinese || n.magnitude || !n.value.known || !tj_eat(&rest, TJ_STR("1"))) return false;
    bool more =
        rest.len && ((rest.ptr[0] >= '0' && rest.ptr[0] <= '9') || rest.ptr[0] == '.' || rest.ptr[0] == ':');
    size_t from = at > 60 ? at - 60 : 0, said;
    bool third = tj_starts(rest, TJ_STR("：")) || tj_starts(rest, TJ_STR("∶"));
    if (more || third || !tj_find(tj_cut(text, from, at), TJ_STR("比"), 0, &said)) return false;
    *out = (struct tj_quantity){
        .off = at, .unit = TJ_STR("1"), .kind = TJ_BARE, .value = n.value, .number = n.value
    };
    out->end = (size_t)(rest.ptr - text.ptr);
    out->len = out->end - at;
    tj_quantity_read_after(lex, text, out);
    return true;
}

bool tj_quantity_here(const struct tj_lexicon *lexicon, struct tj_arena *arena, struct tj_str text, size_t at,
                      struct tj_quantity *out)
{
    size_t len;
    uint32_t c = tj_char_quick(text, at, &len);
    bool word = c == U'一' || c == U'半' || c == U'翻';
    if (word && (whole_word(lexicon, text, at, out) || doubling(lexicon, arena, text, at, out))) return true;
    return to_one(lexicon, text, at, out) || tj_quantity_at(lexicon, arena, text, at, out);
}

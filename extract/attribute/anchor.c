#include "extract/attribute/anchor.h"

#include "extract/recognise/traits.h"

static bool touches(struct tj_str left, struct tj_str word) { return tj_ends(left, word); }

static bool ends_in_numeral(struct tj_str left)
{
    static const char *const numerals[] = { "一", "二", "两", "三", "四", "五", "六", "七",
                                            "八", "九", "十", "几", "数", "半", NULL };
    return tj_ends_in_one(left, numerals);
}

static bool starts_with_numeral(struct tj_str rest)
{
    static const char *const numerals[] = {
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", NULL
    };
    return tj_starts_with_one(rest, numerals);
}

/* Characters that are everywhere count only beside others: 三成, 三分之一, 第三, 首位, 下一步, 今后, 未来. */
static bool counts(uint32_t c, struct tj_str left, struct tj_str rest)
{
    switch (c) {
    case U'成': return ends_in_numeral(left);
    case U'之': return touches(left, TJ_STR("分"));
    case U'第': return starts_with_numeral(rest);
    case U'首': return tj_starts(rest, TJ_STR("位")) || touches(left, TJ_STR("榜"));
    case U'步': return touches(left, TJ_STR("下一"));
    case U'后': return touches(left, TJ_STR("今"));
    case U'来': return touches(left, TJ_STR("未"));
    default: return true;
    }
}

size_t tj_next_anchor(struct tj_str text, size_t from)
{
    for (size_t at = from, len; at < text.len; at += len) {
        uint32_t c = tj_char_quick(text, at, &len);
        if ((tj_traits_of(c) & TJ_T_ANCHOR)
            && counts(c, tj_cut(text, from, at), tj_cut(text, at + len, text.len)))
            return at;
    }
    return text.len;
}

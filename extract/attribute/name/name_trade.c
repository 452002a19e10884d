/* What the trade of a place lends to the names of its parts and partners. */
#include "extract/attribute/name/name_parts.h"

/* 一般贸易进出口16万亿元。其中，出口9万亿元: the exports are of that trade. */
bool tj_lend_trade(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    static const char *const parts[] = { "出口", "进口", "贸易顺差", "贸易逆差" };
    static const char *const wholes[] = { "进出口总值", "进出口总额", "进出口额", "进出口",
                                          "出口",       "进口",       "贸易顺差" };
    static const char *const all[] = { "", "货物贸易", "货物", "外贸", "对外贸易", "我国", "对外" };
    size_t at;
    bool part = false;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) part |= tj_equal(words, tj_str_of(parts[i]));
    if (!part || !tj_name_is_near(f) || !tj_find(f->sentence, TJ_STR("其中"), 0, &at)) return false;
    struct tj_str whose = f->name.whole;
    for (size_t i = 0; i < sizeof wholes / sizeof wholes[0] && whose.len == f->name.whole.len; i++)
        if (tj_ends(whose, tj_str_of(wholes[i]))) whose.len -= tj_str_of(wholes[i]).len;
    if (whose.len == f->name.whole.len) return false;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (tj_equal(whose, tj_str_of(all[i]))) return false;
    *out = tj_name_compose(f, whose, words);
    return true;
}

/* 对越南, 自巴西: with whom, and no more. */
static bool is_partner(const struct tj_frame *f, struct tj_str words)
{
    size_t len;
    if (tj_name_split(f, words).attr.len || (!tj_eat(&words, TJ_STR("对")) && !tj_eat(&words, TJ_STR("自"))))
        return false;
    const struct tj_entry *e = words.len ? tj_trie_longest(f->lexicon->words, words, 0, &len) : NULL;
    while (e && e->kind != TJ_REGION) e = e->more;
    return e && words.len - len <= 12;
}

/* 手机出口1296万台，货值330亿元: the value of those. */
bool tj_lend_partner(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str words,
                     struct tj_name *out)
{
    static const char *const trades[] = { "进出口", "出口", "进口", "直接投资" };
    if (!tj_name_is_near(f) || p->verb || p->share) return false;
    bool value = tj_equal(words, TJ_STR("货值")) || tj_equal(words, TJ_STR("价值"));
    bool partner = is_partner(f, words);
    size_t at;
    for (size_t i = 0; (value || partner) && i < sizeof trades / sizeof trades[0]; i++) {
        struct tj_str trade = tj_str_of(trades[i]);
        if (tj_find(words, trade, 0, &at)) return false;
        if (!tj_find(f->name.whole, trade, 0, &at)) continue;
        *out = value ? tj_name_compose(f, f->name.whole, words) : tj_name_compose(f, words, trade);
        return true;
    }
    return false;
}

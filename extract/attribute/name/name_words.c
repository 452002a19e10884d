/* Which of the words before a number are a name. */
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

/* 8300亿兰特，约合|3165亿元人民币: the same sum in other money. */
static bool is_other_money(struct tj_str words)
{
    static const char *const verbs[] = { "约合", "折合", "约折合", "合" };
    tj_drop_end(&words, TJ_STR("人民币"));
    if (tj_starts(words, TJ_STR("按")) && tj_holds(words, TJ_STR("汇率")))
        return true; /* 按平均汇率计算为7326美元 */
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
        if (tj_equal(words, tj_str_of(verbs[i]))) return true;
    return false;
}

/* 为各类市场主体再度|减税降费: for whom it is done, and how often, is no part of what is done; 为主 and 为民 are words. */
static struct tj_str without_beneficiary(const struct tj_frame *f, struct tj_str words)
{
    enum { FARTHEST = 30, SHORTEST = 12 }; /* bytes: where the beneficiary ends, what must be left */
    static const char *const again[] = { "再度", "再次", "累计", "直接", "共", "再", NULL };
    static const char *const no_verb[] = { "的", "而", "和", "及", "与", NULL };
    struct tj_str left = words;
    if (!tj_starts(words, TJ_STR("为"))) return words;
    for (size_t at = 3, len; at < FARTHEST && at < words.len;
         at += tj_char_len((unsigned char)words.ptr[at])) {
        bool whom = tj_trie_longest(f->lexicon->owner_ends, words, at, &len)
                    || tj_trie_longest(f->lexicon->general, words, at, &len);
        struct tj_str rest = whom ? tj_without(tj_cut(words, at + len, words.len), again, tj_eat) : left;
        if (whom && rest.len >= SHORTEST && !tj_starts_with_one(rest, no_verb)) left = rest;
    }
    return left;
}

/* 产量约占全国, 民用产品已占…总产值: how the share is told is no part of what it is. */
static struct tj_str without_adverb_of_share(const struct tj_frame *f, struct tj_str words)
{
    static const struct tj_str adverbs[] = { TJ_WORD("约占"), TJ_WORD("已占"), TJ_WORD("就占"),
                                             TJ_WORD("也占"), TJ_WORD("仅占"), TJ_WORD("只占") };
    static const char *const nouns[] = { "节", "条", "制", "合", "公", NULL }; /* 节约|占… */
    size_t at;
    for (size_t i = 0; i < sizeof adverbs / sizeof adverbs[0]; i++) {
        if (!tj_find(words, adverbs[i], 0, &at) || at == 0) continue;
        struct tj_str whose = tj_cut(words, 0, at);
        if (!tj_ends_in_one(whose, nouns)) return tj_join(f->arena, whose, tj_cut(words, at + 3, words.len));
    }
    return words;
}

/* 可|增加供应, 再|开工重大工程: the adverb is no part of what is done; 可再生 and 再贷款 are words. */
static struct tj_str without_adverb(const struct tj_frame *f, struct tj_str words)
{
    static const char *const again[] = { "再生",   "再贷款", "再融资", "再就业", "再保险", "再制造", "再担保",
                                         "再投资", "再创",   "再现",   "再植",   "再加",   NULL };
    struct tj_str rest = words;
    bool can = tj_eat(&rest, TJ_STR("可")) && tj_verb_at_head(f->lexicon, rest);
    bool more =
        tj_starts(words, TJ_STR("再")) && !tj_starts_with_one(words, again) && tj_eat(&rest, TJ_STR("再"));
    bool half = tj_starts(rest, TJ_STR("增")) || tj_starts(rest, TJ_STR("获")); /* 再增, 再获 */
    if (more && half && tj_verb_at_head(f->lexicon, rest) < 6) return words;
    return (can || more) && rest.len >= 6 ? rest : words;
}

struct tj_str tj_without_places(const struct tj_frame *f, struct tj_str words)
{
    static const char *const places[] = { "地级市", "设区市", "市州", "县区", "县", NULL };
    struct tj_str rest = tj_without(words, places, tj_eat);
    return rest.len < words.len && (tj_means(f, rest, TJ_ATTR) || tj_indicator_row(f, rest)) ? rest : words;
}

struct tj_str tj_name_words(const struct tj_frame *f, struct tj_str words)
{
    words = tj_without_places(f, words);
    words = without_adverb_of_share(f, without_beneficiary(f, without_adverb(f, words)));
    static const char *const adverbs[] = { "即使", "即可", "即将", "即便", NULL };
    bool each = tj_means(f, words, TJ_GUARD) && tj_ends(words, TJ_STR("均"));     /* 人均增加 */
    bool less = tj_starts(words, TJ_STR("扣除")) && tj_ends(words, TJ_STR("后")); /* 扣除…后增长 */
    less |= tj_starts(words, TJ_STR("考虑价格")); /* 考虑价格下降因素，实际增长 */
    if (each || less || is_other_money(words)) return (struct tj_str){ 0 };
    bool that_is = !tj_starts_with_one(words, adverbs) && tj_eat(&words, TJ_STR("即"));
    static const char *const of_content[] = { "量", "率", "税", NULL };
    if (!tj_ends_in_one(words, of_content)) tj_eat(&words, TJ_STR("含")); /* （含抽水蓄能4579万千瓦） */
    if (that_is && f->lead.len) words.len = 0; /* 物流总额，即实物商品价值总额为… */
    return words;
}

struct tj_str tj_without_idle(struct tj_str words)
{
    static const char *const nouns[] = { "许可", "认可", NULL };
    static const char *const about[] = { "约束", "约定", NULL };
    if (!tj_starts_with_one(words, about)) tj_eat(&words, TJ_STR("约"));
    while (tj_ends(words, TJ_STR("可")) && !tj_ends_in_one(words, nouns)) words.len -= sizeof "可" - 1;
    if (tj_starts(words, TJ_STR("所占"))) tj_eat(&words, TJ_STR("所"));
    static const char *const centres[] = { "高中", "初中", "集中", "其中", "空中",
                                           "盘中", "命中", "水中", "途中", NULL };
    if (words.len > 9) tj_drop_end(&words, TJ_STR("中有")); /* 41个行业大类中有|28个 */
    if (words.len >= 9 && tj_ends(words, TJ_STR("中")) && !tj_ends_in_one(words, centres))
        words.len -= 3; /* 商品粮中|有近三成 */
    if (tj_starts(words, TJ_STR("尽快")) || tj_starts(words, TJ_STR("圆满")))
        words = tj_cut(words, 6, words.len);
    if (words.len > 3 && tj_ends(words, TJ_STR("将")) && !tj_ends(words, TJ_STR("大将"))) words.len -= 3;
    static const char *const measured[] = { "量年", "值年", "额年", NULL }; /* 人参产量年|达到3165吨 */
    if (tj_ends_in_one(words, measured)) words.len -= 3;
    struct tj_str of_year = words;
    return tj_eat(&of_year, TJ_STR("年度")) && tj_ends(of_year, TJ_STR("量")) ? of_year : words;
}

/* 出口规模连续第29年|居内地外贸: where the words begin that say for how long a rank has been held; the end if none do. */
static size_t run_of_rank(struct tj_str words)
{
    static const char *const held[] = { "年居", "年位居", "年列", "年排", "年", NULL };
    static const char *const numbers[] = { "0",  "1",  "2",  "3",  "4",  "5",    "6",  "7",
                                           "8",  "9",  "一", "二", "三", "四",   "五", "六",
                                           "七", "八", "九", "十", "第", "连续", NULL };
    static const char *const orders[] = { "第", "连续", NULL };
    size_t at;
    for (const char *const *word = held; *word; word++) {
        if (!tj_find_last(words, tj_str_of(*word), &at)) continue;
        size_t from = tj_without(tj_cut(words, 0, at), numbers, tj_drop_end).len;
        if (from >= 6 && tj_starts_with_one(tj_cut(words, from, at), orders)) return from;
    }
    return words.len;
}

struct tj_str tj_without_field(struct tj_str words)
{
    static const char *const orders[] = { "排", "只", "仅", "在全国", "在全省", "在全市", NULL };
    if (tj_ends(words, TJ_STR("排")))
        words = tj_without(words, orders, tj_drop_end); /* 出栏量在全国排|第3位 */
    words = tj_cut(words, 0, run_of_rank(words));
    static const char *const verbs[] = { "位列", "位居", "稳居", "排名" };
    static const char *const among[] = { "中居", "中列", "中排", "中位居", "中位列", "中排名", "中", NULL };
    static const char *const fields[] = { "地市", "省份", "省区市", "城市",   "市州",
                                          "区县", "县市", "国家",   "经济体", NULL };
    size_t at;
    struct tj_str whose = tj_without(words, among, tj_drop_end); /* 总量在16个|地市中居第7位 */
    if (whose.len < words.len) {
        struct tj_str rest = tj_without(whose, fields, tj_drop_end);
        if (rest.len >= 6 && rest.len < whose.len) return rest;
    }
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
        if (tj_find(words, tj_str_of(verbs[i]), 0, &at) && at >= 6) return tj_cut(words, 0, at);
    return words;
}

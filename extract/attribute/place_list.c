/* Lists of places: which are only samples, which are counted together. */
#include "extract/attribute/place.h"
#include "extract/recognise/numeral.h"

/* 河北|雄安新区: does place `i` stand right behind what it is a part of? */
static bool touches(const struct tj_frame *f, size_t i)
{
    if (i == 0 || f->mentions->at[i - 1].kind != TJ_M_REGION) return false;
    return f->mentions->at[i - 1].off + f->mentions->at[i - 1].len == f->mentions->at[i].off;
}

/* No list of a text is longer. */
enum { DEEPEST = 8, MOST_LISTED = 64 }; /* places */

/* The first of the places that say where place `i` is, one right behind the other. */
static size_t whole_of(const struct tj_frame *f, size_t i)
{
    for (int deep = 0; deep < DEEPEST && touches(f, i); deep++) i--;
    return i;
}

/* Does place `i` stand behind another of a list: 山东、|河南, 山东和|河南? */
static bool is_listed_behind(const struct tj_frame *f, size_t i)
{
    const struct tj_mentions *all = f->mentions;
    i = whole_of(f, i);
    if (i > 1 && all->at[i - 1].kind == TJ_M_MARK && all->at[i - 1].mark == U'、')
        return all->at[i - 2].kind == TJ_M_REGION;
    static const char *const ands[] = { "和", "及", "以及", NULL };
    if (i == 0 || all->at[i - 1].kind != TJ_M_REGION) return false;
    struct tj_str between = tj_cut(f->sentence, all->at[i - 1].off + all->at[i - 1].len, all->at[i].off);
    for (const char *const *word = ands; *word; word++)
        if (tj_equal(between, tj_str_of(*word))) return true;
    return false;
}

bool tj_is_joined(const struct tj_frame *f, size_t i)
{
    static const char *const both[] = { "之间", "合作", "贸易", "往来", "差距", "高铁", "铁路", "两", NULL };
    const struct tj_region *regions = f->lexicon->regions;
    if (i == 0 || f->mentions->at[i - 1].kind != TJ_M_REGION || touches(f, i) || !is_listed_behind(f, i))
        return false;
    const struct tj_mention *m = &f->mentions->at[i];
    bool parts = regions[tj_region_choose(f, m->entry)].level > TJ_LEVEL_COUNTRY
                 && regions[tj_region_choose(f, m[-1].entry)].level > TJ_LEVEL_COUNTRY;
    return parts
           && !tj_holds_one(tj_before(tj_cut(f->sentence, m->off, f->sentence.len), TJ_STR("，")), both);
}

/* The last place of the list that place `i` is in, and how many they are. */
static size_t last_listed(const struct tj_frame *f, size_t i, size_t *count)
{
    size_t last = i;
    *count = 1;
    for (size_t k = whole_of(f, i); *count < MOST_LISTED && is_listed_behind(f, k); (*count)++)
        k = whole_of(f, k - (f->mentions->at[k - 1].kind == TJ_M_MARK ? 2 : 1));
    for (size_t k = i + 1; k < f->mentions->count && k <= last + 2 && k < i + 3 * MOST_LISTED; k++) {
        bool part = f->mentions->at[k].kind == TJ_M_REGION && touches(f, k);
        if (!part && (f->mentions->at[k].kind != TJ_M_REGION || !is_listed_behind(f, k))) continue;
        last = k;
        *count += !part;
    }
    return last;
}

size_t tj_tally_end(const struct tj_frame *f, size_t i)
{
    static const char *const kinds[] = { "个省区市", "个省份", "个城市", "个国家", "个地区", "省区市",
                                         "省区",     "省份",   "省市",   "区县",   "区市",   "个省",
                                         "个市",     "个县",   "个区",   "省",     "市",     "州",
                                         "县",       "区",     "地",     "国",     "港" };
    size_t count, end = f->mentions->at[i].off + f->mentions->at[i].len;
    struct tj_numeral n;
    if (!is_listed_behind(f, i) || last_listed(f, i, &count) != i) return end;
    if (!tj_numeral_at(f->sentence, end, f->lexicon->units, &n) || n.magnitude) return end;
    struct tj_str rest = tj_cut(f->sentence, end + n.len, f->sentence.len);
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
        if (tj_starts(rest, tj_str_of(kinds[k]))) return end + n.len + tj_str_of(kinds[k]).len;
    return end;
}

/* The words of the clause from byte `from` on, as far as they may tell of a list. */
static struct tj_str told_from(const struct tj_frame *f, size_t from)
{
    enum { FARTHEST = 600 }; /* bytes */
    struct tj_str rest = tj_cut(f->sentence, from, f->sentence.len);
    if (rest.len > FARTHEST) rest.len = FARTHEST;
    return tj_before(rest, TJ_STR("，"));
}

/* The number that begins at byte `off`, looked for from mention `k` on; NULL if none does. */
static const struct tj_quantity *number_at(const struct tj_frame *f, size_t k, size_t off)
{
    for (; k < f->mentions->count && f->mentions->at[k].off <= off; k++)
        if (f->mentions->at[k].kind == TJ_M_QUANTITY && f->mentions->at[k].off == off)
            return f->mentions->at[k].quantity;
    return NULL;
}

/* 广东、海南|两省装机 is of both together, 两省装机均超过 of each: are the places counted, in the tally or by the number behind? */
static bool are_taken_together(const struct tj_frame *f, size_t last, size_t count)
{
    static const char *const each[] = { "均", "都", "分别", "各", "双双", "也", NULL };
    const struct tj_mention *m = &f->mentions->at[last];
    size_t end = m->off + m->len;
    struct tj_str rest = told_from(f, end);
    size_t these = tj_starts(rest, TJ_STR("这")) ? sizeof "这" - 1 : 0; /* 广州、武汉|这2个城市 */
    const struct tj_quantity *q = number_at(f, last + 1, end + these);
    bool tally = q && q->kind == TJ_COUNTER
                 && !q->chinese /* 广西、宁夏两个自治区 counts nothing that a fact tells */
                 && tj_decimal_order(q->value, tj_decimal_of((int64_t)count, 0)) == 0;
    bool city = f->lexicon->regions[tj_region_choose(f, m->entry)].level > TJ_LEVEL_PROVINCE;
    q = city && count > 1 && tj_starts(rest, TJ_STR("的")) ? number_at(f, last + 1, end + sizeof "的" - 1)
                                                           : NULL;
    bool counted =
        tally || tj_tally_end(f, last) > end || (q && q->kind == TJ_COUNTER); /* 抚顺、丹东的|126处工程 */
    return counted && !tj_holds_one(rest, each);
}

uint32_t tj_region_of_samples(const struct tj_frame *f, size_t i)
{
    const struct tj_mentions *all = f->mentions;
    if (is_listed_behind(f, i) || !tj_is_sample(f, i)) return TJ_NONE;
    size_t count, last = last_listed(f, i, &count);
    uint32_t up = f->lexicon->regions[tj_region_choose(f, all->at[i].entry)].parent;
    for (size_t k = i + 1; k <= last; k++) {
        if (all->at[k].kind != TJ_M_REGION) continue;
        uint32_t row = tj_region_choose(f, all->at[k].entry);
        while (up && !tj_region_within(f->lexicon, row, up)) up = f->lexicon->regions[up].parent;
    }
    uint32_t whole = tj_region_choose(f, all->at[i].entry); /* 辽宁|抚顺、丹东等地 */
    static const char *const each[] = { "分别", "均", "都", "各", NULL };
    bool parts = i + 1 < all->count && touches(f, i + 1) && count > 1
                 && !tj_holds_one(told_from(f, all->at[last].off), each);
    for (size_t k = i + 1; k <= last; k++)
        if (all->at[k].kind == TJ_M_REGION)
            parts &= tj_region_within(f->lexicon, tj_region_choose(f, all->at[k].entry), whole);
    if (parts) return whole;
    if (are_taken_together(f, last, count)) return up;
    size_t number =
        all->at[last].off + all->at[last].len + sizeof "等" - 1; /* 等地, 等全国22个城市 tell too little */
    return number_at(f, last + 1, number) ? up : TJ_NONE;
}

/* Does 等 stand behind the last of the list that place `i` is in? 甘肃兰州|榆中县等地: the first two are where that is. */
static bool ends_in_etc(const struct tj_frame *f, size_t i, size_t last, size_t count)
{
    const struct tj_mention *m = &f->mentions->at[count == 1 ? i : last];
    return tj_starts(tj_cut(f->sentence, m->off + m->len, f->sentence.len), TJ_STR("等"));
}

bool tj_is_example(const struct tj_frame *f, size_t i)
{
    if (f->mentions->at[i].kind != TJ_M_REGION) return false;
    size_t count, last = last_listed(f, i, &count);
    return ends_in_etc(f, i, last, count);
}

bool tj_is_sample(const struct tj_frame *f, size_t i)
{
    if (f->mentions->at[i].kind != TJ_M_REGION) return false;
    size_t count, last = last_listed(f, i, &count);
    return ends_in_etc(f, i, last, count) || (count > 1 && are_taken_together(f, last, count));
}

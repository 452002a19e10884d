/* Names of what a statistic adds to a whole, and of prices behind amounts. */
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

/* 对经济增长的贡献率 of the last contribution that this sentence told; empty if none. */
static struct tj_str last_contribution(const struct tj_frame *f)
{
    size_t at;
    for (size_t i = f->facts->count; i > f->first_fact; i--) {
        struct tj_str name = f->facts->at[i - 1].indicator_raw;
        if (tj_ends(name, TJ_STR("贡献率")) && tj_find(name, TJ_STR("对"), 0, &at) && at > 0)
            return tj_cut(name, at, name.len);
    }
    return (struct tj_str){ 0 };
}

/* 消费拉动GDP增长3.3个百分点，贡献率69%; 工业增长13%，对经济增长的贡献率33%: whose contribution it is. */
bool tj_lend_contribution(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    static const char *const wholes[] = { "经济增长",     "GDP",          "全部投资",
                                          "地区生产总值", "国内生产总值", "规模以上工业增长",
                                          "工业增长",     "全市工业" };
    bool near_by = f->name.whole.len && f->name_sentence == f->sentence_no;
    struct tj_str share = f->share_sentence == f->sentence_no ? f->share.whole : (struct tj_str){ 0 },
                  rate = TJ_STR("贡献率");
    size_t at;
    if (tj_equal(words, rate) && share.len && tj_find(share, TJ_STR("拉动"), 0, &at) && at > 0) {
        *out = tj_name_compose(f, tj_cut(share, 0, at), rate);
        return true;
    }
    struct tj_str told = f->facts->count > f->first_fact ? last_contribution(f) : (struct tj_str){ 0 };
    if (near_by && tj_equal(words, rate) && told.len) { /* …；第二产业增长9.1%，贡献率68% */
        *out = tj_name_compose(f, f->name.whole, told);
        return true;
    }
    if (f->lead.len && tj_starts(words, TJ_STR("经济增长"))) { /* 第三产业加快发展，对经济增长的贡献率… */
        *out = tj_name_compose(f, f->lead, tj_join(f->arena, TJ_STR("对"), words));
        return true;
    }
    for (size_t i = 0; near_by && i < sizeof wholes / sizeof wholes[0]; i++) {
        if (!tj_starts(words, tj_str_of(wholes[i]))) continue;
        *out = tj_name_compose(f, f->name.whole, tj_join(f->arena, TJ_STR("对"), words));
        return true;
    }
    return false;
}

/* Takes 进口 or 出口 off the words, at the start or with 量 at the end, and returns which; empty if neither is there. */
static struct tj_str eat_way(struct tj_str *words)
{
    static const struct tj_str ways[] = { TJ_WORD("进口"), TJ_WORD("出口") };
    struct tj_str left = *words;
    tj_drop_end(&left, TJ_STR("量"));
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        if (tj_eat(words, ways[i])) return ways[i];
        if (!tj_ends(left, ways[i])) continue;
        *words = tj_cut(left, 0, left.len - ways[i].len);
        return ways[i];
    }
    return (struct tj_str){ 0 };
}

/* 进口原油3.18亿吨，每吨4234元: a price behind an amount is of what the amount was. */
bool tj_lend_price(const struct tj_frame *f, struct tj_str words, struct tj_str unit, struct tj_name *out)
{
    size_t at;
    bool price = tj_find(unit, TJ_STR("/"), 0, &at) && !tj_find(f->unit, TJ_STR("/"), 0, &at)
                 && tj_name_is_of_sentence(f) && f->unit.len && !tj_starts(f->unit, TJ_STR("CNY"))
                 && tj_starts(unit, TJ_STR("CNY"));
    if (!price || (words.len && !tj_ends(words, TJ_STR("均价")))) return false;
    struct tj_str whose = f->name.whole, way = eat_way(&whose), mean = TJ_STR("均价");
    if (whose.len == 0) return false;
    bool plain = words.len == 0 || tj_equal(words, mean);
    *out = tj_name_compose(f, whose, plain ? tj_join(f->arena, way, mean) : words);
    return true;
}

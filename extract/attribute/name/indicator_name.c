#include "extract/attribute/name/indicator_name.h"

#include "extract/attribute/name/noun_behind.h"

/* 进出口年均增长率达9.7%: the growth is of 进出口; 经济增速 and 人口自然增长率 are statistics of their own. */
static struct tj_str without_growth(const struct tj_frame *f, struct tj_str name)
{
    if (tj_indicator_row(f, name) != TJ_NONE) return name;
    static const char *const ends[] = { "增长率", "增长速度", "增速",     "增幅",    "涨幅",
                                        "降幅",   "上涨幅度", "增长幅度", "提高幅度" };
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        struct tj_str end = tj_str_of(ends[i]);
        struct tj_str rest = tj_ends(name, end) ? tj_cut(name, 0, name.len - end.len) : name;
        bool whole = (tj_char_count(rest) >= 3 || tj_indicator_row(f, rest)) && !tj_ends(rest, TJ_STR("的"))
                     && !tj_ends(rest, TJ_STR("经济"));
        if (rest.len < name.len) return whole ? rest : name;
    }
    return name;
}

/* Where the words that are no part of the goods begin: 占 of 手机占出口总值, 增速 of 煤炭增速; the end if there are none. */
static size_t goods_end(struct tj_str words)
{
    static const char *const rests[] = { "占", "增速", "增幅", "降幅", "涨幅" };
    size_t end = words.len, at;
    for (size_t i = 0; i < sizeof rests / sizeof rests[0]; i++)
        if (tj_find(words, tj_str_of(rests[i]), 0, &at) && at < end) end = at;
    return end;
}

/* 出口手机 is 手机出口; 出口退税 is something else. */
static struct tj_str goods_turned(const struct tj_frame *f, struct tj_str name)
{
    static const char *const ways[] = { "出口", "进口", NULL };
    static const char *const others[] = { "额", "总", "值", "均", "量", "价", "商", "货", "增", "退",
                                          "收", "信", "贸", "关", "检", "许", "配", "替", "渗", "产",
                                          "自", "企", "业", "规", "占", "订", "结", NULL };
    static const char *const no_goods[] = { "的",   "时间", "份额", "企业", "国家", "口岸", "业务",
                                            "关税", "可能", "指数", "速度", "进口", "出口" };
    if (!tj_starts_with_one(name, ways)) return name;
    struct tj_str way = tj_cut(name, 0, 6), words = tj_cut(name, 6, name.len);
    size_t end = goods_end(words);
    if (end == 0 || tj_starts_with_one(words, others)) return name;
    struct tj_str goods = tj_cut(words, 0, end), rest = tj_cut(words, end, words.len);
    bool plain = tj_char_count(goods) <= 16;
    for (size_t k = 0; k < sizeof no_goods / sizeof no_goods[0]; k++)
        plain &= !tj_holds(goods, tj_str_of(no_goods[k]));
    return plain ? tj_join(f->keep, tj_join(f->arena, goods, way), rest) : name;
}

bool tj_counts_goods(struct tj_str unit)
{
    static const char *const units[] = { "t",  "kg", "m3", "kWh", "L",  "辆", "台",
                                         "部", "套", "片", "只",  "件", "艘", "架" };
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (tj_equal(unit, tj_str_of(units[i]))) return true;
    return false;
}

/* 规上工业生产原煤(增速): called as the output that the sentence told of it. */
static struct tj_str told_before(const struct tj_frame *f, const struct tj_fact *fact, struct tj_str raw)
{
    for (const struct tj_fact *told = fact; told > f->facts->at + f->first_fact;) {
        told--;
        bool output = tj_ends(told->indicator, TJ_STR("产量")) || tj_ends(told->indicator, TJ_STR("加工量"));
        if (told->measure != TJ_LEVEL || !output || !tj_starts(raw, told->indicator_raw)) continue;
        return tj_join(f->keep, told->indicator, tj_cut(raw, told->indicator_raw.len, raw.len));
    }
    return raw;
}

/* 规模以上工业生产|原煤 is 规模以上工业原煤产量, 加工|原油 is 原油加工量; 生产|能力 is something else. */
static struct tj_str output_turned(const struct tj_frame *f, const struct tj_fact *fact, struct tj_str name)
{
    static const struct {
        struct tj_str verb, noun;
    } ways[] = { { TJ_WORD("生产"), TJ_WORD("产量") }, { TJ_WORD("加工"), TJ_WORD("加工量") } };
    static const char *const others[] = { "能力", "总值", "量",   "线",   "用",
                                          "企业", "基地", "规模", "必须", NULL };
    bool amount = fact->measure == TJ_LEVEL || fact->measure == TJ_CHANGE;
    if (!amount || !tj_counts_goods(fact->unit)) return told_before(f, fact, name);
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        size_t at;
        if (!tj_find(name, ways[i].verb, 0, &at)) continue;
        struct tj_str goods = tj_cut(name, at + ways[i].verb.len, name.len);
        bool plain = goods.len && tj_char_count(goods) <= 10 && !tj_starts_with_one(goods, others);
        if (!plain || tj_holds(goods, TJ_STR("量")) || tj_holds(goods, TJ_STR("占"))) return name;
        struct tj_str output = tj_join(f->arena, goods, ways[i].noun);
        struct tj_str owner = tj_cut(name, 0, at);
        tj_drop_end(&owner, TJ_STR("已"));
        return tj_join(f->keep, owner, output);
    }
    return name;
}

/* 以加工贸易方式进出口: 方式 adds nothing. */
static struct tj_str without_manner(const struct tj_frame *f, struct tj_str name)
{
    struct tj_str mark = TJ_STR("贸易方式");
    size_t at;
    if (!tj_find(name, mark, 0, &at) || at + mark.len == name.len) return name;
    struct tj_str head = tj_cut(name, 0, at + sizeof "贸易" - 1);
    return tj_join(f->keep, head, tj_cut(name, at + mark.len, name.len));
}

/* 占同期外贸总值 says no more than 占外贸总值. */
static struct tj_str without_same_time(const struct tj_frame *f, struct tj_str name)
{
    struct tj_str mark = TJ_STR("占同期");
    size_t at;
    if (!tj_find(name, mark, 0, &at)) return tj_copy(f->keep, name);
    struct tj_str rest = tj_cut(name, at + mark.len, name.len);
    tj_eat(&rest, TJ_STR("的"));
    return tj_join(f->keep, tj_cut(name, 0, at + sizeof "占" - 1), rest);
}

/* 民间投资只占 38%: of what is not said. */
static struct tj_str share_alone(const struct tj_frame *f, struct tj_str name)
{
    static const struct tj_str idle[] = { TJ_WORD("占"), TJ_WORD("只"),  TJ_WORD("也"), TJ_WORD("就"),
                                          TJ_WORD("将"), TJ_WORD("还"),  TJ_WORD("约"), TJ_WORD("已"),
                                          TJ_WORD("均"), TJ_WORD("则"),  TJ_WORD("仅"), TJ_WORD("共"),
                                          TJ_WORD("的"), TJ_WORD("仍然") };
    static const char *const shares[] = { "比重", "比例", "份额", NULL };
    for (size_t i = 0; i < sizeof idle / sizeof idle[0];)
        if (tj_ends(name, idle[i]))
            name.len -= idle[i].len, i = 0;
        else
            i++;
    return tj_ends_in_one(name, shares) ? tj_copy(f->keep, name) : tj_join(f->keep, name, TJ_STR("占比"));
}

void tj_fill_indicator(const struct tj_frame *f, struct tj_fact *fact, const struct tj_figure *g)
{
    struct tj_str name = fact->measure == TJ_GROWTH ? without_growth(f, g->name.whole) : g->name.whole;
    bool nation = tj_equal(fact->region_code, TJ_STR("100000")) || fact->region_code.len == 3; /* ISO 3166 */
    if (fact->measure == TJ_GROWTH && tj_equal(name, TJ_STR("增长"))) name = TJ_STR("经济增长");
    uint32_t row = tj_indicator_of(f, name, nation);
    fact->indicator_raw = without_same_time(f, name);
    fact->indicator = row ? f->lexicon->indicators[row].name : fact->indicator_raw;
    if (!row)
        fact->indicator = output_turned(f, fact, goods_turned(f, without_manner(f, fact->indicator_raw)));
    if (g->name.said.len) fact->indicator_raw = tj_copy(f->keep, g->name.said);
    if (!row && fact->measure == TJ_SHARE && tj_ends(name, TJ_STR("占")))
        fact->indicator = share_alone(f, name);
}

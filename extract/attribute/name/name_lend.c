/* What the frame lends to a name that is only half said. */
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

bool tj_owns(const struct tj_frame *f, struct tj_str words)
{
    if (tj_means(f, words, TJ_OWNER)) return true;
    if (tj_indicator_row(f, words)) return false;
    for (size_t at = 0; at < words.len; at += tj_char_len((unsigned char)words.ptr[at]))
        if (at > 0 && tj_trie_find(f->lexicon->owner_ends, tj_cut(words, at, words.len))) return true;
    return false;
}

/* 吞吐量, 总额, 比率: says by its last character that it is measured itself. */
static bool is_measured(struct tj_str words)
{
    static const char *const ends[] = { "量", "额", "值", "数", "率", "能", "入", "资" };
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (tj_ends(words, tj_str_of(ends[i]))) return true;
    return false;
}

/* 总装机, 通车里程: all that there is. */
static bool is_total(struct tj_str words)
{
    return tj_starts(words, TJ_STR("总")) || tj_ends(words, TJ_STR("里程"))
           || tj_ends(words, TJ_STR("保有量")) || tj_ends(words, TJ_STR("余额"));
}

/* 新增发电, 新建成轨道交通线路: the total behind is not only of the new. */
static struct tj_str without_new(struct tj_str owner)
{
    static const char *const verbs[] = { "净增", "新增", "新建成", "新建", "新改建", "新开通", "建成" };
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
        if (tj_eat(&owner, tj_str_of(verbs[i]))) break;
    return owner;
}

/* An attribute alone takes the owner in hand. */
static bool lend_owner(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    if (tj_means(f, words, TJ_ATTR) && f->behind.len) {
        *out = tj_name_compose(f, f->behind, words);
        return true;
    }
    if (!tj_means(f, words, TJ_ATTR) || f->name.owner.len == 0 || !tj_name_is_of_sentence(f)) return false;
    static const char *const no_owners[] = { "人均", "长", "宽", "高", "各类学校", NULL };
    if (tj_ends_in_one(f->name.owner, no_owners)) return false; /* 人均收入…；周转天数 */
    uint32_t row = f->name.attr.len ? TJ_NONE : tj_indicator_row(f, f->name.whole);
    bool complete = row && tj_equal(f->lexicon->indicators[row].unit, TJ_STR("1"));
    if (complete) return false; /* 经费与生产总值之比超过2%，能耗强度下降4.8% */
    bool measured = f->name.attr.len == 0 && is_measured(f->name.owner); /* 生产效率, 库存: side by side */
    if (measured || tj_ends(f->name.owner, words)) return false;
    if (tj_starts(words, TJ_STR("总"))
        && tj_ends(f->name.whole, TJ_STR("直接投资"))) { /* 外商直接投资…、总规模 */
        *out = tj_name_compose(f, f->name.whole, words);
        return true;
    }
    struct tj_str owner = is_total(words) ? without_new(f->name.owner) : f->name.owner;
    static const char *const held[] = {
        "举办", "开展", "承办", "组织", "举行", NULL
    }; /* 举办|演出3万场，票房收入 */
    if (tj_equal(words, TJ_STR("投资"))
        || tj_starts_with_one(owner, held)) /* 实施重点项目2800个，完成投资2400亿元 */
        owner = tj_cut(owner, tj_verb_at_head(f->lexicon, owner), owner.len);
    *out = tj_name_compose(f, owner, words);
    return true;
}

/* 居民消费价格上涨2%，其中衣着类上涨1%: the price of clothes. */
static bool lend_prices(const struct tj_frame *f, struct tj_str words, struct tj_str unit, bool growth,
                        struct tj_name *out)
{
    static const char *const ends[] = { "价格", "价格总水平", "价格指数", "价格总指数", "物价", "CPI", NULL };
    size_t at;
    bool prices =
        tj_ends_in_one(f->name.whole, ends) || tj_find(f->name.whole, TJ_STR("居民消费价格"), 0, &at);
    static const char *const sides[] = { "城市", "农村", "城镇", "乡村", "市区", "县城" };
    bool side = false, kind = tj_ends(words, TJ_STR("类")) || tj_ends(words, TJ_STR("品"));
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++) side |= tj_equal(words, tj_str_of(sides[i]));
    if (!prices || !(kind || side) || !growth || !tj_equal(unit, TJ_STR("1")) || !tj_name_is_near(f))
        return false;
    if (tj_find(words, TJ_STR("价格"), 0, &at)) return false;
    struct tj_str consumers = TJ_STR("居民消费价格"); /* 其中城市上涨2.6% */
    bool of_consumers = tj_find(f->name.whole, consumers, 0, &at);
    *out = tj_name_compose(f, words, of_consumers ? consumers : TJ_STR("价格"));
    return true;
}

/* 特区内, 境外: a side of the whole that is in hand. */
static bool lend_all(const struct tj_frame *f, struct tj_str words, struct tj_str unit, bool growth,
                     struct tj_name *out)
{
    bool side = tj_ends(words, TJ_STR("内")) || tj_ends(words, TJ_STR("外"));
    if (!side || f->name.attr.len == 0 || !tj_name_is_near(f) || !(growth || tj_equal(unit, f->unit)))
        return false;
    *out = tj_name_compose(f, words, f->name.attr);
    return true;
}

/* 国内航线完成1.26亿人次: what was completed is the level told last in the same unit. */
static bool lend_level(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str unit,
                       struct tj_name *out)
{
    struct tj_str attr = f->level.attr.len ? f->level.attr : f->level.whole;
    bool bare =
        p->completed && !p->verb && p->text.len && tj_equal(unit, f->unit) && attr.len && tj_name_is_near(f);
    uint32_t row = bare ? tj_indicator_row(f, p->text) : TJ_NONE; /* 航线 are counted in 条 */
    bool measured =
        row
        && (f->lexicon->indicators[row].unit.len == 0 || tj_equal(f->lexicon->indicators[row].unit, unit));
    if (!bare || tj_name_split(f, p->text).attr.len || measured || is_measured(p->text)) return false;
    *out = tj_name_compose(f, p->text, attr);
    return true;
}

/* 全长, 总投资: of the project named in this sentence or the one before; 发电量, which a place has too, only of one
   named in this sentence. */
static bool lend_thing(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    if (!tj_means(f, words, TJ_SPEC) && !tj_is_size(words)) return false;
    bool general = tj_means(f, words, TJ_TAIL);
    bool near_by = general ? tj_name_is_of_sentence(f) : tj_name_is_near(f);
    bool counted = near_by && f->name.owner.len > 6 && tj_ends_in_kind(f, f->name.owner);
    bool named = f->thing.len && f->thing_sentence + (general ? 0 : 1) >= f->sentence_no;
    if (!counted && !named) return false;
    bool just_named = named && f->thing_sentence == f->sentence_no && f->thing_fact == f->facts->count
                      && f->thing_fact > f->first_fact; /* 4个项目是：甲工程，建设规模… */
    bool later = counted && !just_named && (!named || f->name_sentence >= f->thing_sentence);
    *out = tj_name_compose(f, later ? f->name.owner : f->thing, words);
    return true;
}

/* Does the sentence say that it takes something apart? */
static bool is_breakdown(const struct tj_frame *f)
{
    static const char *const words[] = { "其中", "按", "看，", "分行业", "分产业", "分领域" };
    size_t at;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_find(f->sentence, tj_str_of(words[i]), 0, &at)) return true;
    return false;
}

/* An owner alone takes the attribute in hand, if the number could be one of it. */
static bool lend_attr(const struct tj_frame *f, struct tj_str words, struct tj_str unit, bool growth,
                      struct tj_name *out)
{
    bool known = tj_indicator_row(f, words) != TJ_NONE && is_measured(words);     /* 餐饮收入 */
    known |= tj_means(f, f->name.attr, TJ_FATE) && tj_holds(words, f->name.attr); /* 出入境|人员 */
    if (known || f->name.attr.len == 0 || !tj_name_is_near(f) || !tj_owns(f, words)) return false;
    if (tj_starts(words, TJ_STR("出口")) || tj_starts(words, TJ_STR("进口"))) return false;
    bool complete = tj_means(f, f->name.attr, TJ_TAIL) && !tj_means(f, f->name.attr, TJ_ATTR);
    if (complete && growth && tj_ends(words, TJ_STR("业")) && !is_breakdown(f))
        return false; /* …；服务业增长 */
    bool relative = tj_equal(unit, TJ_STR("1")) || tj_equal(unit, TJ_STR("pp"));
    bool of_level = tj_equal(unit, f->unit) && tj_equal(f->level.attr, f->name.attr);
    if (!(growth && relative) && !of_level) return false;
    struct tj_str attr = f->name.attr; /* 户籍人口 needs no 常住人口 */
    size_t last = tj_char_before(attr, tj_char_before(attr, attr.len));
    if (tj_ends(words, tj_cut(attr, last, attr.len)) && last > 0) return false;
    size_t end = tj_char_before(words, tj_char_before(words, words.len)), said;
    if (end > 0 && tj_find(attr, tj_cut(words, end, words.len), 0, &said)) return false; /* 商品零售 */
    if (tj_char_count(attr) > 2) tj_eat(&attr, TJ_STR("总")); /* 粮食总产量…，其中玉米 */
    enum { LONGEST_NEW = 12 };                                /* bytes: 新增发电 */
    bool fresh = tj_starts(f->name.owner, TJ_STR("新增")) && f->name.owner.len <= LONGEST_NEW
                 && tj_equal(attr, f->name.attr) && !tj_holds(words, TJ_STR("新增"));
    if (fresh && of_level) attr = f->name.whole; /* 新增发电装机容量4.45亿千瓦，其中水电 */
    *out = tj_name_compose(f, words, attr);
    return true;
}

/* 利润 of 利润增速: another aspect takes the place of the one in hand. */
static struct tj_str without_aspect(struct tj_str name)
{
    static const char *const aspects[] = { "增速", "增幅", "涨幅", "降幅", "增长率", "增长速度", "速度" };
    for (size_t i = 0; i < sizeof aspects / sizeof aspects[0]; i++)
        if (tj_ends(name, tj_str_of(aspects[i])))
            return tj_cut(name, 0, name.len - tj_str_of(aspects[i]).len);
    return name;
}

/* 城镇居民收入…、农村居民收入…，农村增速快于城镇: of the statistic told in this sentence that begins so. */
static bool lend_aspect_of(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    struct tj_str head = without_aspect(words);
    if (head.len == 0 || head.len == words.len) return false;
    for (size_t i = f->facts->count; i > f->first_fact; i--) {
        struct tj_str told = f->facts->at[i - 1].indicator_raw;
        if (told.len <= head.len + 3 || !tj_starts(told, head)) continue;
        *out = tj_name_split(f, told);
        out->whole = tj_join(f->arena, without_aspect(told), tj_cut(words, head.len, words.len));
        return true;
    }
    return false;
}

/* 增速, 数量: a side of what was just named. */
static bool lend_whole(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    if (!tj_means(f, words, TJ_ASPECT)) return false;
    if (f->lead.len && tj_char_count(f->lead) > 2) { /* 碳排放已连续4年下降，降幅20.4% */
        tj_eat(&words, TJ_STR("累计"));
        *out = tj_name_split(f, tj_join(f->arena, f->lead, words));
        return true;
    }
    if (!tj_name_is_near(f)) return false;
    bool share =
        tj_ends(words, TJ_STR("比重")) || tj_ends(words, TJ_STR("占比")) || tj_ends(words, TJ_STR("比例"));
    *out = share && f->share.whole.len ? f->share : f->name;
    if (share && f->share.whole.len) return true;
    bool total =
        tj_equal(words, TJ_STR("总量")) || tj_equal(words, TJ_STR("总额")) || tj_equal(words, TJ_STR("规模"));
    bool amount = tj_ends(f->name.whole, TJ_STR("额")) || tj_ends(f->name.whole, TJ_STR("量"))
                  || tj_ends(f->name.whole, TJ_STR("值"));
    if (tj_ends(f->name.whole, words) || (total && amount)) return true;
    out->whole = tj_join(
        f->arena,
        is_total(words) ? without_new(without_aspect(f->name.whole)) : without_aspect(f->name.whole), words);
    return true;
}

/* 主要产品产量…。其中，钢材11090万吨: the output of steel. */
static bool lend_output(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str words,
                        struct tj_str unit, bool growth, struct tj_name *out)
{
    static const char *const others[] = { "pp", "人", "户", "家", "个", "种", "项", "位", "m2", "km" };
    static const char *const done[] = { "进口", "出口", "生产", "加工", "销售",
                                        "消费", "收购", "完成", "外送", NULL };
    static const char *const told[] = { "销售", "消费", "排放", "用电", "货运", "供应", "收购",
                                        "库存", "运输", "回收", "处理", "进口", "出口", NULL };
    if (tj_starts_with_one(words, done) || tj_ends_in_one(words, told)) return false;
    bool amount = unit.len && !tj_starts(unit, TJ_STR("CNY")) && (growth || !tj_equal(unit, TJ_STR("1")));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        amount &= !tj_equal(unit, tj_str_of(others[i]));
    bool next = tj_name_is_of_sentence(f) && tj_ends(f->name.attr, TJ_STR("产量")) && tj_equal(unit, f->unit)
                && !tj_indicator_row(f, words)
                && tj_char_count(words) <= 6; /* 原煤产量3亿吨…；兰炭1562万吨 */
    bool product =
        (f->of_output || next) && !p->verb && words.len && tj_char_count(words) <= 12 && !is_measured(words);
    if (!product || !amount || tj_name_split(f, words).attr.len) return false;
    *out = tj_name_compose(f, words, TJ_STR("产量"));
    return true;
}

/* 出口机电产品12.7万亿元。其中，手机8826亿元: the exports of phones. */
static bool lend_goods(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str words,
                       struct tj_str unit, struct tj_name *out)
{
    static const char *const others[] = {
        "企业", "行业", "地区", "业", "贸易", "出口", "进口", "个", "其他"
    };
    static const char *const kinds[] = { "设备", "产品", "部件", "零件", "机", "器", "品", "材", NULL };
    bool noun =
        !p->verb || (tj_ends_in_one(words, kinds) && !tj_verb_at_head(f->lexicon, words)); /* 数据处理设备 */
    bool goods = f->goods.len && noun && !p->share && p->region_count == 0 && tj_name_is_near(f);
    size_t chars = tj_char_count(words);
    static const char *const no_goods[] = { "对", "自", "等", NULL }, *const machines[] = { "自动", "自行",
                                                                                            NULL };
    goods &= !tj_starts_with_one(words, no_goods) || tj_starts_with_one(words, machines);
    if (!goods || chars < 1 || chars > 14 || tj_equal(unit, TJ_STR("pp")) || is_measured(words)) return false;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (tj_ends(words, tj_str_of(others[i]))) return false;
    if (tj_name_split(f, words).attr.len || tj_find(words, f->goods, 0, &chars)) return false;
    *out = (struct tj_name){ .owner = words, .attr = f->goods, .whole = tj_join(f->arena, f->goods, words) };
    return true;
}

/* 全国固定资产投资…。东部地区投资增长3.9%: what is said in short of a part of the place is the same statistic. */
static bool lend_to_region(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str words,
                           struct tj_name *out)
{
    if (!p->region_count || words.len < 6 || !tj_name_is_near(f)) return false;
    if (f->name.whole.len <= words.len || !tj_ends(f->name.whole, words)) return false;
    static const char *const places[] = { "区", "园", "港", "企业", "公司", "集团", NULL };
    struct tj_str whose = tj_cut(f->name.whole, 0, f->name.whole.len - words.len);
    if (tj_ends_in_one(whose, places) || tj_ends(whose, TJ_STR("业")))
        return false; /* 综合保税区进出口…。成都进出口…; 铁路运输业投资…。东部地区投资… */
    *out = f->name;
    return true;
}

bool tj_lend(const struct tj_frame *f, const struct tj_phrase *phrase, struct tj_str words,
             struct tj_str unit, bool growth, struct tj_name *out)
{
    return tj_lend_special(f, phrase, words, unit, out) || lend_to_region(f, phrase, words, out)
           || lend_level(f, phrase, unit, out) || tj_lend_partner(f, phrase, words, out)
           || lend_goods(f, phrase, words, unit, out) || lend_output(f, phrase, words, unit, growth, out)
           || lend_aspect_of(f, words, out) || tj_lend_trade(f, words, out) || lend_thing(f, words, out)
           || lend_whole(f, words, out) || lend_owner(f, words, out)
           || lend_prices(f, words, unit, growth, out) || lend_all(f, words, unit, growth, out)
           || lend_attr(f, words, unit, growth, out) || tj_lend_projects(f, words, unit, out)
           || tj_lend_opening(f, words, out);
}

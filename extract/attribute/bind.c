#include "extract/attribute/bind.h"
#include "extract/attribute/predicate/basis.h"

#include "extract/attribute/confidence.h"
#include "extract/attribute/headline.h"
#include "extract/attribute/name/indicator_name.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"
#include "extract/attribute/period/status.h"
#include "extract/attribute/period/when.h"

/* A ratio that no verb of change governs: a share if something is said to be part of something, else a rate. */
static enum tj_measure plain_ratio(const struct tj_figure *g)
{
    struct tj_str name = g->name.whole;
    static const char *const rates[] = { "关税", "税率", "利率", "费率", "准备金率", "利息", NULL };
    bool part = tj_ends(name, TJ_STR("比例")) || tj_ends(name, TJ_STR("比率"));
    bool rate_alone = part && !tj_holds(name, TJ_STR("占")); /* 优良天数比例 is a rate */
    if (tj_ends_in_one(name, rates) || rate_alone) return TJ_LEVEL;
    bool share = part || g->predicate.of || g->predicate.share || g->phrase.share || g->of_part
                 || tj_holds(name, TJ_STR("比重")) || tj_holds(name, TJ_STR("占比"))
                 || tj_holds(name, TJ_STR("贡献率")) || tj_holds(name, TJ_STR("贡献度"))
                 || tj_ends(name, TJ_STR("份额")) || tj_ends(name, TJ_STR("占有率"));
    if (share) return TJ_SHARE;
    bool rate = tj_ends(name, TJ_STR("率")) || tj_ends(name, TJ_STR("进度"));
    return g->quantity->chinese && !rate ? TJ_SHARE : TJ_LEVEL;
}

bool tj_names_growth(struct tj_str name)
{
    static const char *const ends[] = { "涨幅",     "增幅",     "增速",       "增长率",   "升幅",
                                        "增长",     "降幅",     "跌幅",       "增长速度", "预期目标",
                                        "上涨幅度", "增长幅度", "提高幅度",   "上升幅度", "提价幅度",
                                        "增长目标", "增长量",   "增长量预期", NULL };
    if (tj_ends(name, TJ_STR("自然增长率")) || tj_ends(name, TJ_STR("人口增长率"))) return false; /* rates */
    if (tj_holds(name, TJ_STR("增长速度的"))) return true;
    return tj_ends_in_one(name, ends);
}

/* 地区生产总值增量: by how much it grew; 社会融资规模增量 is a flow with this name. */
static bool is_increment(struct tj_str name)
{
    return tj_ends(name, TJ_STR("增量")) && !tj_ends(name, TJ_STR("融资规模增量"));
}

enum tj_measure tj_measure_of_figure(const struct tj_figure *g)
{
    const struct tj_quantity *q = g->quantity;
    const struct tj_predicate *p = &g->predicate;
    if (q->growth) return TJ_GROWTH;
    bool word = q->unit.len && q->kind == TJ_PLACE && q->chinese; /* 首位, 第一 */
    if (word) return TJ_RANK;
    if (p->rank && (p->ordinal || (q->unit.len && q->kind == TJ_PLACE))) return TJ_RANK;
    static const char *const causes[] = { "影响", "涨价因素", "翘尾因素",
                                          NULL }; /* 翘尾因素影响约1.2个百分点 */
    bool part =
        p->pull
        || (p->direction == 0 && (p->share || g->phrase.share || tj_ends_in_one(g->name.whole, causes)));
    if (q->unit.len && q->kind == TJ_PP) return part ? TJ_SHARE : TJ_CHANGE;
    if (tj_is_ratio(q) && (g->phrase.equals || p->equals)) return TJ_MULTIPLE;
    bool absolute = q->unit.len && !tj_is_ratio(q) && !tj_equal(q->unit, TJ_STR("CNY")) && p->direction == 0;
    if (absolute && tj_names_growth(g->name.whole) && q->kind != TJ_COUNTER && q->kind != TJ_DOUBLE
        && q->kind != TJ_TIMES)
        return TJ_CHANGE; /* 指数升幅达0.6点 */
    bool grows = p->direction != 0 || (tj_names_growth(g->name.whole) && !p->share && !g->phrase.share);
    grows &= !(q->chinese && g->phrase.share); /* 占CPI涨幅的近九成 */
    if (tj_is_ratio(q)) return grows ? TJ_GROWTH : plain_ratio(g);
    if (q->unit.len && q->kind == TJ_TIMES) return p->direction != 0 ? TJ_GROWTH : TJ_MULTIPLE;
    bool net = tj_starts(g->name.whole, TJ_STR("净增")) || is_increment(g->name.whole);
    return (p->direction != 0 || net) && !p->start ? TJ_CHANGE : TJ_LEVEL;
}

/* 固定资产投资规模突破57万亿: of a sum of money 亿 and 万亿 need no 元. */
static bool is_sum_of_money(const struct tj_frame *f, const struct tj_figure *g)
{
    static const char *const sums[] = { "总额", "贸易额", "交易额", "销售额",   "投资额", "零售额",
                                        "票房", "投资",   "产值",   "营业收入", NULL };
    const struct tj_quantity *q = g->quantity;
    if (q->unit.len || g->unit.len || q->magnitude < 8 /* 亿 */) return false;
    struct tj_str name = g->name.whole;
    tj_drop_end(&name, TJ_STR("规模"));
    uint32_t row = tj_indicator_row(f, name);
    return tj_ends_in_one(name, sums) || (row && tj_equal(f->lexicon->indicators[row].unit, TJ_STR("CNY")));
}

/* The unit of the number, or the one that its statistic has where the number leaves it out or says it in short. In f->keep
   or the lexicon. */
static struct tj_str unit_of(const struct tj_frame *f, enum tj_measure measure, const struct tj_figure *g)
{
    const struct tj_quantity *q = g->quantity;
    struct tj_str name = g->name.whole;
    if (is_sum_of_money(f, g)) return TJ_STR("CNY");
    if (q->unit.len == 0) return g->unit;
    if (tj_equal(tj_at(f->sentence, q->unit_text), TJ_STR("人口")))
        return TJ_STR(""); /* no counter but who they are */
    if (tj_equal(q->unit, TJ_STR("t")) && tj_ends(name, TJ_STR("标准煤"))) return TJ_STR("tce");
    if (tj_equal(q->unit, TJ_STR("km")) && tj_ends(name, TJ_STR("时速")))
        return TJ_STR("km/h"); /* 设计时速160公里 */
    bool index = tj_ends(name, TJ_STR("指数")) || tj_ends(tj_before(name, TJ_STR("（")), TJ_STR("指数"));
    if (q->kind == TJ_BARE && measure == TJ_LEVEL && index) return TJ_STR("点"); /* 景气指数为94.70 */
    bool composed = memchr(q->unit.ptr, '/', q->unit.len) != NULL;
    return composed ? tj_copy(f->keep, q->unit) : q->unit;
}

static void fill_value(const struct tj_frame *f, struct tj_fact *fact, const struct tj_figure *g)
{
    const struct tj_quantity *q = g->quantity;
    bool falls = (tj_is_change(fact->measure) || g->predicate.pull) && g->predicate.direction < 0;
    fact->value = falls && q->value.known && q->value.digits > 0 ? tj_decimal_negate(q->value) : q->value;
    fact->lower = falls && q->upper.known ? tj_decimal_negate(q->upper) : q->lower;
    fact->upper = falls && q->lower.known ? tj_decimal_negate(q->lower) : q->upper;
    fact->unit = unit_of(f, fact->measure, g);
    fact->bound = q->bound;
    enum tj_bound said = g->predicate.bound != TJ_EQ ? g->predicate.bound : g->phrase.bound;
    if (said == TJ_LE && q->bound == TJ_APPROX) said = TJ_EQ; /* 控制在3%左右 */
    if (said != TJ_EQ && (q->bound == TJ_EQ || q->bound == TJ_APPROX)) fact->bound = said;
    if (fact->lower.known && fact->upper.known) fact->bound = TJ_RANGE;
}

/* Offsets in the document are set by the caller, who knows where the sentence stands. */
static void fill_place(const struct tj_frame *f, struct tj_fact *fact, const struct tj_figure *g)
{
    fact->start = g->predicate.ordinal ? g->predicate.value_from : g->quantity->off;
    fact->end = g->quantity->off + g->quantity->len;
    fact->sentence = f->sentence;
}

/* News of the nation need not say so: 上半年国有企业营业总收入同比增长4.9%. */
static bool is_of_nation(const struct tj_frame *f, const struct tj_fact *fact, const struct tj_figure *g)
{
    if (!f->news || f->foreign) return false;
    bool counted = g->quantity->kind == TJ_COUNTER && !tj_equal(fact->unit, TJ_STR("人次"));
    bool measured = g->quantity->magnitude >= 8 /* 亿 */ || fact->measure == TJ_GROWTH
                    || fact->measure == TJ_CHANGE || tj_equal(fact->unit, TJ_STR("CNY"))
                    || (fact->measure == TJ_SHARE && !g->quantity->chinese);
    bool everywhere = tj_holds(f->sentence, TJ_STR("各地")) && !tj_holds(f->sentence, TJ_STR("世界各地"))
                      && !tj_holds(f->sentence, TJ_STR("全球各地"));
    if ((counted && !everywhere)
        || !(measured || everywhere || tj_indicator_row(f, g->name.whole) != TJ_NONE))
        return false;
    static const char *const others[] = { "集团", "公司", "媒",   "美国", "美联储", "美2", "美财",
                                          "美企", "日本", "欧洲", "欧盟", "俄",     "以军" };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (tj_holds(f->sentence, tj_str_of(others[i]))) return false;
    static const char *const zones[] = { "示范区",   "自贸试验区", "高新区", "开发区",
                                         "自贸片区", "保税区",     NULL };
    static const char *const all[] = { "全国", "我国", "中国", "国家", NULL };
    return !tj_holds_one(f->sentence, zones) || tj_holds_one(f->sentence, all);
}

static void fill_region(const struct tj_frame *f, struct tj_fact *fact, const struct tj_figure *g)
{
    uint32_t here = f->of_nation ? f->lexicon->nation : f->topic ? f->topic : f->home;
    uint32_t row = g->region ? g->region : f->region_count ? f->regions[0] : here;
    if (row == TJ_NONE && !f->region_count && is_of_nation(f, fact, g)) row = f->lexicon->nation;
    bool field = fact->measure == TJ_RANK && f->at_home && row && tj_region_within(f->lexicon, f->home, row);
    if (field) row = f->home; /* 全省考核排名第7位: among whom */
    if (row == TJ_NONE) return;
    fact->region = f->lexicon->regions[row].name;
    fact->region_code = f->lexicon->regions[row].code;
}

/* The sentence's memory goes; what later sentences may need is copied. */
static struct tj_name keep_name(struct tj_frame *f, const struct tj_name *name)
{
    return (struct tj_name){ .owner = tj_copy(f->keep, name->owner),
                             .attr = tj_copy(f->keep, name->attr),
                             .whole = tj_copy(f->keep, name->whole),
                             .said = tj_copy(f->keep, name->said) };
}

/* 占我外贸总值 of 一般贸易占我外贸总值. */
static void carry_share(struct tj_frame *f, const struct tj_fact *fact, const struct tj_figure *g)
{
    size_t at;
    struct tj_str mark = TJ_STR("占");
    if (fact->measure != TJ_SHARE || !tj_find(g->name.whole, mark, 0, &at)) return;
    bool stale = f->share_of_sentence + 1 < f->sentence_no;
    f->share_of_sentence = f->sentence_no;
    if (at + mark.len < g->name.whole.len || stale)
        f->share_of = tj_copy(f->keep, tj_cut(g->name.whole, at, g->name.whole.len));
}

/* 出口 of 出口机电产品 and of 机电产品出口; empty if no goods are told by it. */
static struct tj_str goods_of(const struct tj_name *name)
{
    static const struct tj_str ways[] = { TJ_WORD("出口"), TJ_WORD("进口") };
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        bool told = tj_starts(name->whole, ways[i]) || tj_ends(name->whole, ways[i]);
        if (told && name->whole.len >= ways[i].len + 6) return ways[i];
    }
    return (struct tj_str){ 0 };
}

/* Does an article tell a statistic, and not a mere count, of the nation by name? */
static bool turns_to_nation(const struct tj_frame *f, const struct tj_fact *fact)
{
    bool counted = fact->measure == TJ_LEVEL && !tj_starts(fact->unit, TJ_STR("CNY"))
                   && !tj_starts(fact->unit, TJ_STR("USD"));
    return !f->at_home && f->region_count && f->regions[0] == f->lexicon->nation && !counted
           && fact->measure != TJ_RANK;
}

/* 规模以上工业企业生产|原煤5亿吨: goods that the sentence names next are told by their output too. */
static bool is_of_making(const struct tj_figure *g)
{
    static const char *const others[] = {
        "总值", "能力", "性", "线", "用", "者", "效率", "经营", "安全", NULL
    };
    struct tj_str making = TJ_STR("生产");
    size_t at;
    bool goods = g->quantity->kind == TJ_PHYSICAL && g->predicate.direction == 0;
    if (!goods || !tj_find(g->name.whole, making, 0, &at)) return false;
    struct tj_str what = tj_cut(g->name.whole, at + making.len, g->name.whole.len);
    return what.len >= 6 && !tj_starts_with_one(what, others);
}

static void carry(struct tj_frame *f, const struct tj_fact *fact, const struct tj_figure *g)
{
    f->of_nation |= turns_to_nation(f, fact);
    static const char *const others[] = { "保有量", "销量",   "销售量", "进口量", "出口量",
                                          "消费量", "库存量", "用电量", NULL };
    f->of_output |=
        is_of_making(g) || (g->quantity->kind == TJ_PHYSICAL && tj_ends(g->name.whole, TJ_STR("产量")));
    f->of_output &= !tj_ends_in_one(g->name.attr, others);
    f->flow = tj_is_flow(f, g);
    f->grew = fact->measure == TJ_GROWTH;
    bool of_share =
        fact->measure == TJ_CHANGE && f->share.whole.len && tj_equal(f->share.whole, g->name.whole);
    if (!of_share) f->share = fact->measure == TJ_SHARE ? keep_name(f, &g->name) : (struct tj_name){ 0 };
    f->share_sentence = f->sentence_no;
    if (fact->measure == TJ_SHARE && f->name.whole.len) f->name_sentence = f->sentence_no;
    carry_share(f, fact, g);
    bool among = fact->measure == TJ_RANK && g->naming != TJ_EXACT && f->name.whole.len
                 && f->name_sentence == f->sentence_no;
    if (g->naming == TJ_UNNAMED || fact->measure == TJ_SHARE || of_share || among) return;
    bool of_goods = f->goods.len && tj_equal(g->name.attr, f->goods); /* 进口|煤 */
    if (!tj_ends(g->name.whole, TJ_STR("均价")) && !of_goods) f->goods = goods_of(&g->name);
    bool makes = tj_ends(f->doing, TJ_STR("生产")) && tj_name_is_of_sentence(f) && !g->phrase.verb;
    if (g->phrase.doing.len || (!g->item && !makes)) f->doing = tj_copy(f->keep, g->phrase.doing);
    f->name = keep_name(f, &g->name);
    if (g->phrase.subject.len || !g->phrase.verbs_only) f->subject = tj_copy(f->keep, g->phrase.subject);
    struct tj_str object = g->phrase.object.len ? g->phrase.object : g->phrase.object_of_last;
    if (!g->phrase.verbs_only) f->object = tj_copy(f->keep, object);
    if (g->listed) f->name.owner.len = 0; /* 内外贸吞吐量分别增长7.6%和8.9%；集装箱吞吐量: of neither */
    bool people = tj_equal(fact->unit, TJ_STR("人")) || tj_equal(fact->unit, TJ_STR("名"));
    if (people && f->name.attr.len == 0) f->name.owner.len = 0; /* 在园幼儿, 教职工: side by side */
    f->name_sentence = f->sentence_no;
    if (fact->measure == TJ_LEVEL) f->unit = fact->unit, f->level = f->name;
}

/* Is the statistic one of money, tonnes or the like, by the dictionary? */
static bool is_amount(const struct tj_frame *f, const struct tj_name *name)
{
    uint32_t row = tj_indicator_row(f, name->whole);
    if (!row && name->owner.len && name->attr.len) row = tj_indicator_row(f, name->attr);
    return row && f->lexicon->indicators[row].unit.len
           && !tj_equal(f->lexicon->indicators[row].unit, TJ_STR("1"));
}

void tj_bind(struct tj_frame *frame, const struct tj_figure *figure)
{
    struct tj_facts *facts = frame->facts;
    facts->at = tj_grow(frame->keep, facts->at, facts->count, &facts->room, sizeof *facts->at);
    struct tj_fact *fact = &facts->at[facts->count++];
    *fact = (struct tj_fact){ .measure = tj_measure_of_figure(figure) };
    if (fact->measure == TJ_LEVEL && tj_is_ratio(figure->quantity) && is_amount(frame, &figure->name))
        fact->measure = figure->naming >= TJ_COMPOSED ? TJ_SHARE  /* 财政民生支出保持在70%以上 */
                        : frame->grew                 ? TJ_GROWTH /* 增长4%，争取达到5% */
                                                      : TJ_LEVEL;
    fill_value(frame, fact, figure);
    fill_place(frame, fact, figure);
    fact->status = tj_is_target(frame, figure) ? TJ_TARGET : TJ_ACTUAL;
    if (fact->status == TJ_TARGET && figure->phrase.allots) frame->target = true; /* 今年安排…，总投资… */
    tj_bind_basis(frame, fact, figure);
    tj_fill_period(frame, fact, figure);
    fill_region(frame, fact, figure);
    tj_fill_indicator(frame, fact, figure);
    fact->confidence = tj_confidence(frame, fact, figure);
    tj_meet_headline(frame, figure);
    carry(frame, fact, figure);
}

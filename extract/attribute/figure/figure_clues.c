#include "extract/attribute/figure/figure_parts.h"
#include "extract/attribute/name/indicator_name.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

const struct tj_mention *tj_before_bracket(const struct tj_frame *f, enum tj_mention_kind kind, size_t number)
{
    struct tj_str left = tj_cut(f->sentence, 0, number);
    size_t mark = tj_ends(left, TJ_STR("（")) ? 3 : tj_ends(left, TJ_STR("(")) ? 1 : 0;
    static const char *const level[] = { "平均水平", "平均", "水平", NULL }; /* 低于全国平均水平（8.1%） */
    left.len -= mark;
    if (kind == TJ_M_REGION) left = tj_without(left, level, tj_drop_end);
    for (size_t i = 0; mark && i < f->mentions->count && f->mentions->at[i].off < number; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->kind == kind && m->off + m->len == left.len) return m;
    }
    return NULL;
}

/* What tells that a bracket tells of growth. */
static const char *const rises[] = { "增速", "增幅", "涨幅", "增长率", NULL };

/* 实现20%以上增长, 10%的降幅: the noun of change stands behind. */
static int growth_behind(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const struct {
        const char *word;
        int direction;
    } nouns[] = { { "增长", 1 },         { "高增长", 1 },   { "快速增长", 1 }, { "较快增长", 1 },
                  { "较快增长水平", 1 }, { "增长水平", 1 }, { "增幅", 1 },     { "增速", 1 },
                  { "涨幅", 1 },         { "下降", -1 },    { "降幅", -1 },    { "萎缩", -1 },
                  { "收缩", -1 },        { "跌幅", -1 },    { "负增长", -1 },  { "升幅", 1 } };
    static const char *const ends[] = { "，",   "。",   "；", "、",   "）", "！",
                                        "以外", "之外", "外", "当中", "中", "" };
    if (q->unit.len == 0 || (q->kind != TJ_RATIO && q->kind != TJ_TENTH)) return 0;
    struct tj_str rest = tj_cut(f->sentence, q->end, f->sentence.len);
    tj_eat(&rest, TJ_STR("的"));
    tj_eat(&rest, TJ_STR("同比"));
    for (size_t i = 0; i < sizeof nouns / sizeof nouns[0]; i++) {
        struct tj_str after = rest;
        if (!tj_eat(&after, tj_str_of(nouns[i].word))) continue;
        for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++)
            if (ends[k][0] ? tj_starts(after, tj_str_of(ends[k])) : after.len == 0) return nouns[i].direction;
    }
    return 0;
}

/* 财政收入增速为负值（-19.4%）: the clause before the bracket says that it is growth. */
static int growth_before_bracket(const struct tj_walk *w, const struct tj_quantity *q)
{
    struct tj_str left = tj_cut(w->f->sentence, 0, q->off);
    bool ratio = q->unit.len && q->kind == TJ_RATIO;
    size_t at = 0;
    if (!ratio || w->from != w->clause || (!tj_ends(left, TJ_STR("（")) && !tj_ends(left, TJ_STR("("))))
        return 0;
    for (size_t i = w->clause_first; i > 0 && tj_mention_at(w, i - 1)->kind != TJ_M_QUANTITY; i--) {
        const struct tj_mention *m = tj_mention_at(w, i - 1);
        if (m->kind == TJ_M_MARK && m->off + m->len != w->clause) return 0;
        for (const char *const *word = rises; *word; word++)
            if (m->kind == TJ_M_CUE && tj_equal(m->cue->word, tj_str_of(*word))) return 1;
        if (m->kind == TJ_M_CUE && tj_find(m->cue->word, TJ_STR("降幅"), 0, &at)) return -1;
    }
    return 0;
}

/* 增速最快的是江西（6.9%）, 其中江苏（4.6%）、福建（6.7%）低于全国水平: what brackets tell of places in a sentence on growth. */
static int growth_of_place(const struct tj_walk *w, const struct tj_quantity *q)
{
    static const char *const others[] = { "占比", "比重", "失业率", "降幅", "跌幅", NULL };
    const struct tj_frame *f = w->f;
    bool bracket = tj_ends(tj_cut(f->sentence, 0, q->off), TJ_STR("（"));
    return q->unit.len && q->kind == TJ_RATIO && bracket && tj_before_bracket(f, TJ_M_REGION, q->off)
           && tj_holds_one(f->sentence, rises) && !tj_holds_one(f->sentence, others);
}

/* 增加369万吨（74亿斤）, 增产2200万吨，即7.8%: the same change in another unit. */
static int change_before_bracket(const struct tj_walk *w, const struct tj_quantity *q)
{
    const struct tj_frame *f = w->f;
    if (f->facts->count <= f->first_fact || q->unit.len == 0) return 0;
    const struct tj_fact *last = &f->facts->at[f->facts->count - 1];
    static const char *const open[] = { "（", "(", NULL };
    if (last->end > q->off) return 0;
    struct tj_str gap = tj_cut(f->sentence, last->end, q->off);
    bool ratio = q->kind == TJ_RATIO, change = last->measure == TJ_CHANGE && last->value.known;
    bool same =
        change && (ratio ? tj_equal(gap, TJ_STR("，即")) : tj_starts_with_one(gap, open) && gap.len <= 3);
    return !same ? 0 : last->value.digits < 0 ? -1 : 1;
}

/* 4.5%，这是前三季度零售总额增速: the clause behind says what the number was. */
void tj_take_explanation(const struct tj_walk *w, struct tj_figure *g)
{
    struct tj_frame *f = w->f;
    struct tj_str mark = TJ_STR("，这是"), rest = tj_cut(f->sentence, g->quantity->end, f->sentence.len);
    if (g->phrase.text.len || g->predicate.direction || w->from != w->clause || !tj_starts(rest, mark))
        return;
    size_t from = g->quantity->end + mark.len, to = f->sentence.len;
    if (tj_find(f->sentence, TJ_STR("，"), from, &to) || tj_find(f->sentence, TJ_STR("。"), from, &to)) {
        struct tj_phrase p = tj_phrase_before(f, from, to);
        if (!tj_indicator_row(f, p.text) && !tj_names_growth(p.text)) return;
        g->phrase = p;
        if (p.period && p.period->first) f->period = *p.period;
    }
}

/* 新增加的生产能力，|就有142万吨: the clause before says what was counted. */
void tj_take_clause_before(const struct tj_walk *w, struct tj_figure *g)
{
    static const char *const then[] = { "就有", "就达", "就占", "就是", NULL };
    struct tj_str left = tj_cut(w->f->sentence, 0, w->clause), mark = TJ_STR("，");
    struct tj_str clause = tj_cut(w->f->sentence, w->clause, g->quantity->off);
    if (g->phrase.text.len || w->from != w->clause || !tj_starts_with_one(clause, then)
        || !tj_ends(left, mark))
        return;
    left.len -= mark.len;
    for (size_t i = w->clause_first; i > 0; i--) {
        const struct tj_mention *m = tj_mention_at(w, i - 1);
        if (m->off + m->len > left.len) continue;
        if (m->kind == TJ_M_QUANTITY) return;
        if (m->kind != TJ_M_MARK) continue;
        g->phrase = tj_phrase_before(w->f, m->off + m->len, left.len);
        return;
    }
    g->phrase = tj_phrase_before(w->f, 0, left.len);
}

/* 规模以上工业生产 of 规模以上工业生产原煤…；原油…; empty if nothing of the kind was told. */
static struct tj_str making_of(const struct tj_frame *f)
{
    struct tj_str verb = TJ_STR("生产");
    size_t at;
    if (!tj_counts_goods(f->unit)) return (struct tj_str){ 0 };
    if (tj_ends(f->doing, verb)) return f->doing;
    if (f->name.attr.len || !tj_find(f->name.whole, verb, 0, &at)) return (struct tj_str){ 0 };
    bool able = tj_starts(tj_cut(f->name.whole, at + verb.len, f->name.whole.len), TJ_STR("能力"));
    return tj_cut(f->name.whole, 0, able ? 0 : at + verb.len);
}

/* 新建道路80条、|桥梁15座: the second of a list is done too. */
void tj_take_doing(const struct tj_frame *f, struct tj_figure *g)
{
    struct tj_phrase *p = &g->phrase;
    const struct tj_quantity *q = g->quantity;
    if (p->text.len == 0 || !tj_name_is_of_sentence(f)) return;
    static const char *const ways[] = { "进口", "出口", "加工", "生产", NULL };
    struct tj_str making = tj_counts_goods(q->unit) ? making_of(f) : (struct tj_str){ 0 };
    bool amount_more = making.len && !tj_starts_with_one(p->text, ways)
                       && !tj_ends(p->text, TJ_STR("量")); /* 生产原煤…；原油… */
    if ((!g->item && !amount_more) || tj_starts(p->text, TJ_STR("总"))) return;
    struct tj_str doing =
        amount_more ? making
                    : f->doing; /* or the verb that the last name begins with: 新建农村公路 is one word */
    if (doing.len == 0) doing = tj_cut(f->name.whole, 0, tj_verb_at_head(f->lexicon, f->name.whole));
    bool listed = doing.len && doing.len < f->name.whole.len && !p->verb && !p->share && !p->region_count
                  && !g->predicate.direction && !g->predicate.rank;
    bool amount = q->unit.len && q->kind != TJ_RATIO && q->kind != TJ_TENTH && q->kind != TJ_PP;
    bool people = q->unit.len && (tj_equal(q->unit, TJ_STR("人")) || tj_equal(q->unit, TJ_STR("人次")));
    if (people && tj_indicator_row(f, p->text)) return; /* 新增就业…、失业人员再就业 */
    if (!listed || !amount || p->doing.len || tj_char_count(p->text) > 12) return;
    if (tj_verb_at_head(f->lexicon, p->text)) return; /* 新建学校…、新增学位 */
    size_t len;
    const struct tj_entry *first = tj_trie_longest(f->lexicon->words, p->text, 0, &len);
    while (first && first->kind != TJ_CUE) first = first->more; /* 新签约项目…、投产项目 */
    if (!amount_more && (first || tj_holds(doing, TJ_STR("以上")))) return;
    if (tj_name_split(f, p->text).attr.len || tj_means(f, p->text, TJ_ASPECT)) return;
    p->doing = tj_copy(f->arena, doing);
    p->text = tj_join(f->arena, p->doing, p->text);
    p->tail = p->text;
    p->head.len = 0;
    p->verb = true;
}

/* 降息|25个基点: what moved, and which way. */
static bool take_interest(const struct tj_frame *f, struct tj_figure *g)
{
    static const struct {
        const char *word, *what;
        int direction;
    } moves[] = { { "降息", "利率", -1 }, { "加息", "利率", 1 }, { "降准", "存款准备金率", -1 } };
    struct tj_str words = g->phrase.text;
    if (!g->quantity->unit.len || g->quantity->kind != TJ_PP || words.len == 0) return false;
    tj_eat(&words, TJ_STR("决定"));
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
        if (!tj_drop_end(&words, tj_str_of(moves[i].word))) continue;
        g->phrase.text = g->phrase.tail = tj_join(f->arena, words, tj_str_of(moves[i].what));
        g->phrase.head.len = 0;
        g->predicate.direction = moves[i].direction;
        const struct tj_entry *there = tj_trie_find(f->lexicon->words, TJ_STR("美国"));
        if (there && tj_holds(tj_cut(f->sentence, 0, g->quantity->off), TJ_STR("美联储")))
            g->region = tj_region_choose(f, there);
        if (g->predicate.basis.len == 0) g->predicate.basis = TJ_STR("other"); /* against the day before */
        return true;
    }
    return false;
}

/* 减少|农村贫困人口1240万人, 降低|企业税负5700亿元: a fall of what stands behind the verb. */
void tj_take_fall(const struct tj_frame *f, struct tj_figure *g)
{
    static const char *const verbs[] = { "再减少", "减少",   "再降低", "降低", "减轻",
                                         "压减",   "压减了", "削减",   NULL };
    static const char *const things[] = { "人口",     "税负",     "负担",   "收费",   "支出", "成本",
                                          "费用",     "人数",     "开采量", "排放量", "排放", "赤字",
                                          "垫付资金", "运输车辆", "消耗",   "消耗量", NULL };
    const struct tj_quantity *q = g->quantity;
    if (take_interest(f, g)) return;
    struct tj_str object = g->phrase.text;
    bool amount = q->unit.len == 0 || (q->kind != TJ_RATIO && q->kind != TJ_TENTH && q->kind != TJ_PP);
    bool lightened = tj_starts(object, TJ_STR("减轻")) && tj_ends(object, TJ_STR("负担"));
    bool ratio = q->unit.len && q->kind == TJ_RATIO && !g->phrase.share; /* 降低|工商业电价5% */
    if ((!amount && !ratio) || g->predicate.direction || (g->predicate.reach && !lightened)) return;
    if (tj_eat(&object, TJ_STR("增产")) && object.len && q->unit.len && q->kind == TJ_PHYSICAL) {
        g->phrase.text = g->phrase.tail = tj_join(f->arena, object, TJ_STR("产量")); /* 增产|原煤3000万吨 */
        g->phrase.head.len = 0;
        g->predicate.direction = 1;
        return;
    }
    if (tj_starts(object, TJ_STR("减轻")) && tj_indicator_row(f, object))
        return; /* 减轻企业负担 is 企业减负 */
    bool money = q->unit.len && tj_equal(q->unit, TJ_STR("CNY")) && !tj_starts(object, TJ_STR("增加值"));
    if (money && tj_eat(&object, TJ_STR("增加")) && object.len) {
        g->phrase.text = g->phrase.tail = object; /* 增加|中央预算内投资100亿元 */
        g->phrase.head.len = 0;
        g->predicate.direction = 1;
        return;
    }
    for (const char *const *verb = verbs; *verb; verb++) {
        if (!tj_eat(&object, tj_str_of(*verb))) continue;
        if (object.len < 6 || (!ratio && !tj_ends_in_one(object, things))) return;
        g->phrase.text = g->phrase.tail = object;
        g->phrase.head.len = 0;
        g->predicate.direction = -1;
        return;
    }
}

int tj_direction_around(const struct tj_walk *walk, const struct tj_quantity *quantity)
{
    int direction = growth_behind(walk->f, quantity);
    if (direction == 0) direction = growth_before_bracket(walk, quantity);
    if (direction == 0) direction = growth_of_place(walk, quantity);
    return direction ? direction : change_before_bracket(walk, quantity);
}

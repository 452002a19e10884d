/* The noun behind a number and 的, which owns the measure before it: 总投资410亿元的项目. */
#include "extract/attribute/name/name_behind.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

enum {
    LONGEST_SHARE = 24
}; /* characters: what is told of those that a share counts, if it shall be part of a name */

/* Steps over a place at `*from` and returns it; `otherwise` if there is none. */
static uint32_t region_at(const struct tj_frame *f, size_t *from, uint32_t otherwise)
{
    for (size_t i = 0; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->off != *from || m->kind != TJ_M_REGION) continue;
        *from += m->len;
        return tj_region_choose(f, m->entry);
    }
    return otherwise;
}

/* 高于全国|2.8%的整体增幅: the place that touches the number; `otherwise` if none does. */
static uint32_t region_before(const struct tj_frame *f, size_t at, uint32_t otherwise)
{
    static const char *const verbs[] = { "高于", "低于",     "快于",     "慢于", "好于",
                                         "超过", "高于同期", "低于同期", NULL };
    for (size_t i = 0; i < f->mentions->count && f->mentions->at[i].off < at; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        bool compared = tj_ends_in_one(tj_cut(f->sentence, 0, m->off), verbs);
        if (m->kind == TJ_M_REGION && m->off + m->len == at && compared) return tj_region_choose(f, m->entry);
    }
    return otherwise;
}

/* 以10.9%的财政收入|增速: the noun of growth ends the words. */
static void take_growth_behind(const struct tj_frame *f, struct tj_figure *g, size_t end)
{
    static const char *const up[] = { "增速", "增幅", "涨幅", "增长率", "增长目标", "增长速度" };
    struct tj_str rest = tj_cut(f->sentence, end, f->sentence.len);
    tj_eat(&rest, TJ_STR("的"));
    if (tj_eat(&rest, TJ_STR("同比"))) g->predicate.basis = TJ_STR("yoy"); /* 2.5%的|同比涨幅 */
    for (size_t i = 0; i < sizeof up / sizeof up[0]; i++)
        if (tj_starts(rest, tj_str_of(up[i]))) g->predicate.direction = 1;
    if (tj_starts(rest, TJ_STR("降幅"))) g->predicate.direction = -1;
}

/* 总投资528亿元的|560个|项目: behind how many they are. */
static size_t behind_count(const struct tj_frame *f, size_t at)
{
    for (size_t i = 0; i < f->mentions->count && f->mentions->at[i].off <= at; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->off == at && m->kind == TJ_M_QUANTITY && m->quantity->unit.len
            && m->quantity->kind == TJ_COUNTER)
            return m->quantity->end;
    }
    return at;
}

/* Does 以 stand before the number and what bounds it? */
static bool said_by(const struct tj_frame *f, const struct tj_figure *g)
{
    static const char *const bounds[] = { "超过", "超", "近", "约", "逾", NULL };
    return tj_ends(tj_without(tj_cut(f->sentence, 0, g->quantity->off), bounds, tj_drop_end), TJ_STR("以"));
}

/* 9%的|火势得到控制: 得到控制的火势占比; 城镇建设覆盖|93%的|建制镇: with what covers them. */
static struct tj_str share_of(const struct tj_frame *f, const struct tj_phrase *before, struct tj_str noun)
{
    enum { LONGEST = 10 }; /* characters */
    static const char *const covers[] = { "覆盖", "惠及", "服务", NULL };
    static const char *const others[] = { "占比", "比重", "比例", "率",   "份额", "利息",
                                          "排放", "速度", "幅度", "比率", NULL };
    if (tj_names_growth(noun) || tj_ends_in_one(noun, others) || tj_holds(noun, TJ_STR("关税"))) return noun;
    bool covered = tj_ends_in_one(before->text, covers) && tj_char_count(before->text) <= LONGEST;
    if (covered) noun = tj_join(f->arena, before->text, noun);
    return tj_join(f->arena, noun, TJ_STR("占比"));
}

/* 61%的|污水处理厂|完成改造, 冲突地区|80%的|医院停止服务: is the number a share of those that the noun names? */
static bool is_part_of(const struct tj_figure *g, struct tj_str noun)
{
    static const char *const rates[] = { "率", "速", "速度", "幅", "目标", NULL };
    static const char *const areas[] = { "地区", "地带", NULL };
    bool open = g->phrase.text.len == 0 || tj_ends_in_one(g->phrase.text, areas);
    return tj_is_ratio(g->quantity) && open && !tj_ends_in_one(noun, rates);
}

/* 总投资410亿元的项目: the noun owns what stands before the number. */
bool tj_name_owner_behind(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    const struct tj_frame *f = w->f;
    struct tj_str words = g->phrase.scrap ? tj_cut(f->sentence, w->from, g->predicate.from) : g->phrase.text;
    struct tj_str measured = tj_measure_at_end(f, words); /* 宽 alone is a measure too */
    size_t at = measured.len ? tj_measures_end(f, g->quantity->end) : g->quantity->end;
    bool grows = g->predicate.direction || g->quantity->growth;
    if (!tj_starts(tj_cut(f->sentence, at, f->sentence.len), TJ_STR("的")) || grows) return false;
    size_t from = at + 3;
    g->region = region_before(f, g->quantity->off, g->region);
    g->region = region_at(f, &from, g->region); /* 4.2万亿元的全国新增减税降费 */
    size_t counted = behind_count(f, from);
    bool count = counted > from;
    from = counted;
    struct tj_str noun = tj_phrase_behind(f, from, end);
    if (noun.len == 0 || tj_noun_is_circumstance(noun) || tj_noun_is_aim(noun)) return false;
    static const char *const grows_so[] = { "增速", "增幅", "涨幅", "降幅", "增长", NULL };
    bool moves = tj_starts_with_one(tj_cut(f->sentence, *end, f->sentence.len), grows_so);
    if ((!moves && is_part_of(g, noun)) || tj_noun_is_general(f, noun))
        noun = tj_noun_and_told(f, from, noun.len, LONGEST_SHARE);
    noun = tj_noun_to_kind(f, noun);
    tj_eat(&noun, TJ_STR("整体"));
    noun = tj_without_idle(noun); /* 超过50万的|城市中 */
    bool ratio = tj_is_ratio(g->quantity);
    struct tj_str attr = g->phrase.text;
    struct tj_str known = measured.len ? measured : tj_name_split(f, attr).attr;
    if (at > g->quantity->end || count) *end = g->quantity->end; /* the words of the next measure */
    if (known.len || ratio) attr = known; /* 眼前这个占地: only 占地 is what is measured */
    g->of_part = attr.len == 0;
    if (ratio) take_growth_behind(f, g, *end);
    static const char *const worth[] = { "价值", "一批", NULL }; /* 提供一批价值|3亿美元的|装备 */
    attr = tj_without(attr, worth, tj_drop_end);
    static const char *const gives[] = { "带来", "提供", "给予", "创造", "贡献", "发放", "收获", NULL };
    bool by = said_by(f, g) && !g->phrase.verb;                     /* 影片以|超50亿元的|票房 */
    bool given = !known.len && (by || tj_ends_in_one(attr, gives)); /* 为秘鲁带来|45亿美元的|经济效益 */
    if (ratio && g->of_part && !moves) noun = share_of(f, &g->phrase, noun);
    g->name = (struct tj_name){ .owner = noun, .attr = attr, .whole = noun };
    if (attr.len) g->name.whole = given ? tj_join(f->arena, attr, noun) : tj_join(f->arena, noun, attr);
    g->naming = TJ_FROM_BEHIND;
    return true;
}

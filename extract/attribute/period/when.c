#include "extract/attribute/period/when.h"

#include "extract/attribute/period/in_hand.h"
#include "extract/attribute/predicate/basis.h"

/* Counters of bodies that are there, not of what was done. */
static bool is_of_bodies(struct tj_str unit)
{
    static const char *const units[] = { "家", "户", "所", "个", "座" };
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (tj_equal(unit, tj_str_of(units[i]))) return true;
    return false;
}

/* 通车里程, 贷款余额: says by itself that it stands at a time. */
static bool is_stock(struct tj_str name)
{
    static const char *const ends[] = { "里程",   "余额",     "保有量", "存量",     "天数",
                                        "总人口", "预期寿命", "装机",   "装机规模", "装机容量",
                                        "规模",   "数量",     "床位",   "标准",     "积累" };
    static const char *const sums[] = { "投资规模", "投资总规模", "交易规模", NULL };
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (tj_ends(name, tj_str_of(ends[i]))) return !tj_ends_in_one(name, sums);
    return false;
}

/* What was done in its time: 新增五星级饭店16家、民宿638家. */
bool tj_is_flow(const struct tj_frame *f, const struct tj_figure *g)
{
    return g->phrase.verb || g->phrase.net || (g->item && f->flow) || tj_holds(g->name.whole, TJ_STR("新增"));
}

struct tj_str tj_clause_of_figure(const struct tj_frame *f, const struct tj_figure *g)
{
    struct tj_str left = tj_behind_last(tj_cut(f->sentence, 0, g->quantity->off), TJ_STR("，"));
    return tj_behind_last(left, TJ_STR("；"));
}

/* 人均地区生产总值9.4万元、年均增长4.2%: what each had cannot be of several years. */
static bool is_per_head(struct tj_str name)
{
    return tj_starts(name, TJ_STR("人均")) || tj_holds(name, TJ_STR("人均可支配收入"));
}

/* Stocks and levels reached stand at the end of a span of years; flows and growth cover it. */
static bool at_end_of_span(const struct tj_frame *f, const struct tj_fact *fact, const struct tj_figure *g)
{
    struct tj_str clause = tj_clause_of_figure(f, g);
    if (fact->measure == TJ_RANK && tj_holds(clause, TJ_STR("连续"))) return false; /* held all the time */
    if (tj_starts(tj_trim(clause), TJ_STR("每年"))) return false; /* 每年|70%左右财政支出用于民生 */
    if (fact->measure == TJ_RANK || fact->measure == TJ_SHARE || g->predicate.equals) return true;
    static const char *const five[] = { "前五年的", "五年的", NULL };
    struct tj_str left =
        tj_cut(f->sentence, 0, g->quantity->off); /* 是2017年的|1.7倍, not 是前五年的|2.9倍 */
    if (fact->measure == TJ_MULTIPLE && tj_ends(left, TJ_STR("年的"))) return !tj_ends_in_one(left, five);
    if (fact->measure != TJ_LEVEL || tj_holds(clause, TJ_STR("年均")))
        return false; /* 新增就业年均超过46万人 */
    static const char *const deeds[] = { "改造", "整治", "治理", "修复", "搬迁", "建设", NULL };
    bool bodies = g->quantity->unit.len && is_of_bodies(g->quantity->unit)
                  && !tj_ends_in_one(g->name.whole, deeds); /* 棚户区改造|47万户 */
    if (tj_holds(clause, TJ_STR("累计")) && !bodies && !tj_is_ratio(g->quantity))
        return false; /* 累计接待游客达1.46亿人次 */
    static const char *const begun[] = { "新", "开工", "启动", "建成", "改造", NULL };
    bool count = bodies && g->quantity->kind == TJ_COUNTER && g->naming >= TJ_OPEN
                 && !tj_starts_with_one(g->name.whole, begun);
    bool lent = f->flow && g->naming == TJ_COMPOSED; /* 新增装机4.45亿千瓦，其中水电9601万千瓦 */
    static const char *const by_now[] = { "已超过", "已超", "已达", "已突破", NULL };
    bool reached = g->predicate.reach || tj_ends_in_one(left, by_now); /* 五年来，用户已超过|12亿人 */
    static const char *const sums[] = { "投资", "投资额", "投资总额", "减税降费", NULL };
    if (reached && tj_ends_in_one(g->name.whole, sums)) return false; /* “六五”期间，投资总额达到5300亿元 */
    return reached || is_per_head(g->name.whole) || (is_stock(g->name.whole) && !tj_is_flow(f, g) && !lent)
           || tj_is_ratio(g->quantity) || (count && !tj_is_flow(f, g));
}

/* 五年中央财政用于科技的投入达到3406亿元, in the review of five years: what they brought together. */
static bool is_of_five_years(const struct tj_frame *f, const struct tj_figure *g)
{
    const struct tj_period *p = &f->section;
    struct tj_str clause = tj_trim(tj_clause_of_figure(f, g));
    static const char *const others[] = { "五年来", "五年计划", "五年规划", "五年内", NULL };
    bool five = tj_starts(clause, TJ_STR("五年")) && !tj_starts_with_one(clause, others);
    return five && p->kind == TJ_P_YEAR && p->last - p->first == 4 && g->period.kind == TJ_P_NONE
           && !g->predicate.start && !g->ends_rise;
}

/* 2020年到2025年 begins with the year before the five, “十四五” behind it. */
static bool counts_from_base(const struct tj_frame *f, const struct tj_period *p)
{
    static const char *const to[] = { "年至", "年到", NULL }; /* 2012年至2024年 */
    if (tj_holds_one(f->sentence, to)) return true;
    if (tj_holds(f->sentence, tj_print(f->arena, "%d至%d年", p->first, p->last))) return true;
    return p->last - p->first == 5 || p->last - p->first == 10;
}

bool tj_waits_for_works(const struct tj_frame *f, const struct tj_figure *g)
{
    static const char *const done[] = { "竣工后", "完工后", "建成后", "投产后", "达产后",
                                        "投用后", "投运后", "通车后", NULL };
    static const char *const already[] = { "实现", "已", "当年", "实际", NULL };
    if (!tj_holds_one(tj_cut(f->sentence, 0, g->quantity->off), done)) return false;
    bool over = f->period.kind != TJ_P_NONE && tj_period_is_over(&f->period, &f->now);
    return !over || !tj_holds_one(tj_clause_of_figure(f, g), already); /* 2018年投产后，当年实现产值… */
}

/* 今后五年，…到2026年突破1200亿元；累计完成|投资1000亿元: what the years bring together, not the last. */
static bool sums_span(const struct tj_frame *f, const struct tj_fact *fact, const struct tj_figure *g)
{
    return fact->measure == TJ_LEVEL && g->period.kind == TJ_P_NONE && f->span.kind == TJ_P_YEAR
           && f->period.kind == TJ_P_YEAR && f->period.first == f->period.last
           && f->period.last == f->span.last && tj_starts(tj_trim(tj_clause_of_figure(f, g)), TJ_STR("累计"));
}

/* The period of a figure that the years of a rise, the works to be done or 五年… settle; false if nothing does. */
static bool is_settled(const struct tj_frame *f, const struct tj_fact *fact, const struct tj_figure *g,
                       struct tj_period *out)
{
    bool unsaid = g->period.kind == TJ_P_NONE && f->period.kind == TJ_P_NONE;
    if (tj_is_of_rise(f, fact, g)) {
        *out = tj_year_of(f->rose_to);
        if (tj_equal(fact->basis, TJ_STR("avg"))) out->first = f->rose_from + 1;
    } else if (f->before.kind != TJ_P_NONE && g->period.kind == TJ_P_NONE
               && (g->predicate.start || g->ends_rise))
        *out = g->predicate.start ? f->before : f->after;
    else if ((unsaid || (g->period.kind == TJ_P_NONE && tj_period_is_over(&f->period, &f->now)))
             && fact->status == TJ_TARGET && tj_waits_for_works(f, g))
        *out = (struct tj_period){ 0 };
    else if (is_of_five_years(f, g))
        *out = f->section;
    else if (sums_span(f, fact, g))
        *out = f->span;
    else
        return false;
    return true;
}

/* 争取每年增产|300万吨, in a report of 1988 that told of 1983 to 1987: it is still to come. */
static bool is_still_to_come(const struct tj_frame *f, const struct tj_fact *fact, const struct tj_period *p)
{
    static const char *const set_before[] = {
        "目标", "比预算", "超预算", "指标", "的要求", NULL
    };                                                                 /* 低于8%的预定目标 */
    bool over = p->last < f->now.year || f->ahead.first > f->now.year; /* 明年, in autumn */
    return f->at_home && !f->section_target && fact->status == TJ_TARGET && p->last && over
           && !tj_holds_one(f->sentence, set_before);
}

/* The time to come that a report speaks of: what the paragraph named, the year of it, or the years that it named last. */
static struct tj_period time_to_come(const struct tj_frame *f, const struct tj_fact *fact)
{
    static const char *const of_year[] = { "计划安排", "比上年", "全年", "今年", NULL };
    if (f->ahead.kind != TJ_P_NONE && f->ahead.first == f->ahead.last) return f->ahead; /* 明年 */
    if (f->paragraph.kind != TJ_P_NONE && f->paragraph.last >= f->now.year) return f->paragraph;
    bool yearly = tj_holds(f->sentence, TJ_STR("每年"));
    bool year = (tj_equal(fact->basis, TJ_STR("yoy")) && !yearly) || tj_holds_one(f->sentence, of_year);
    return year || f->ahead.kind == TJ_P_NONE ? tj_year_of(f->now.year) : f->ahead;
}

/* What is not said in the sentence: a promise is not of the year told before, a mean of years is of all of them. */
static struct tj_period unsaid_period(const struct tj_frame *f, const struct tj_fact *fact,
                                      const struct tj_figure *g, struct tj_period p)
{
    bool was = p.kind != TJ_P_NONE && p.last && p.last < f->now.year && !f->section_target;
    bool ahead = !f->at_home || tj_holds(tj_clause_of_figure(f, g), TJ_STR("将"));
    if (was && ahead && fact->status == TJ_TARGET) p = tj_year_of(f->now.year); /* 下一步，我们将… */
    if (is_still_to_come(f, fact, &p)) return time_to_come(f, fact);
    bool of_years =
        tj_equal(fact->basis, TJ_STR("avg")) || tj_equal(g->predicate.basis, TJ_STR("avg"))
        || (fact->measure == TJ_LEVEL && tj_starts(tj_clause_of_figure(f, g), TJ_STR("累计完成")));
    const struct tj_period *years = f->years.kind != TJ_P_NONE ? &f->years : &f->section;
    bool all = of_years && years->kind == TJ_P_YEAR && years->first < years->last && p.last == years->last;
    return all ? *years : p;
}

/* 未来三年提供|6万亿元投融资, 累计带动投资: what all the years together bring. */
static bool adds_up(const struct tj_frame *f, const struct tj_figure *g)
{
    static const char *const sums[] = { "投资", "投融资", "融资", "投资总额", "经费", "资金", NULL };
    bool money = tj_equal(g->quantity->unit, TJ_STR("CNY"));
    if (tj_holds(f->sentence, TJ_STR("五年内")) && !g->predicate.reach)
        return true; /* 五年内吸收|3000万人就业 */
    return tj_holds(tj_clause_of_figure(f, g), TJ_STR("累计"))
           || (money && (tj_verb_at_head(f->lexicon, g->name.whole) || tj_ends_in_one(g->name.whole, sums)));
}

/* The end of it that the figure is of: a rise starts before a span or a report's year, stocks and goals stand at its end. */
static struct tj_period end_of(const struct tj_frame *f, const struct tj_fact *fact,
                               const struct tj_figure *g, struct tj_period p)
{
    bool span = p.first < p.last, start = g->predicate.start;
    bool goal = fact->status == TJ_TARGET && fact->measure == TJ_LEVEL && !tj_is_flow(f, g) && !adds_up(f, g);
    bool unsaid = g->period.kind == TJ_P_NONE && f->period.kind == TJ_P_NONE;
    if (p.kind != TJ_P_YEAR) return p;
    if (span && start)
        p.first = p.last = counts_from_base(f, &p) ? p.first : p.first - 1; /* 从A */
    else if (start && p.first && g->period.kind == TJ_P_NONE)
        p.first = p.last = f->at_home && unsaid ? p.last - 1 : 0;
    else if (span && (goal || (g->ends_rise && fact->measure == TJ_LEVEL) || at_end_of_span(f, fact, g)))
        p.first = p.last;
    return p;
}

/* 2022年末…，较2021年末 is yoy; a change over a span is against the year before it, 每年增产3000万吨 in each of its years. */
static void settle_basis(const struct tj_frame *f, struct tj_fact *fact, const struct tj_figure *g,
                         const struct tj_period *p)
{
    if (p->kind != TJ_P_YEAR || !p->first) return;
    bool yoy = tj_equal(fact->basis, TJ_STR("yoy"));
    if (p->first == p->last && tj_equal(fact->basis, tj_print(f->arena, "base:%d", p->first - 1)))
        fact->basis = TJ_STR("yoy");
    else if (p->first < p->last && tj_is_change(fact->measure) && yoy)
        fact->basis = tj_holds(tj_clause_of_figure(f, g), TJ_STR("每年"))
                          ? TJ_STR("avg")
                          : tj_print(f->keep, "base:%d", p->first - 1);
}

void tj_fill_period(const struct tj_frame *f, struct tj_fact *fact, const struct tj_figure *g)
{
    struct tj_period p;
    bool unsaid = g->period.kind == TJ_P_NONE && f->period.kind == TJ_P_NONE;
    if (is_settled(f, fact, g, &p)) {
        fact->period = tj_period_text(f->keep, &p);
        return;
    }
    p = tj_period_in_hand(f, g);
    if (unsaid) p = unsaid_period(f, fact, g, p);
    p = end_of(f, fact, g, p);
    fact->period = tj_period_text(f->keep, &p);
    settle_basis(f, fact, g, &p);
}

#include "extract/attribute/period/status.h"

#include "extract/attribute/period/in_hand.h"
#include "extract/attribute/period/when.h"

/* 完成签约目标|50亿元的115.56%: the goal that the share is of. */
static bool is_completed_goal(const struct tj_frame *f, const struct tj_figure *g)
{
    static const char *const goals[] = { "目标", "任务", "目标任务", NULL };
    struct tj_str rest = tj_cut(f->sentence, g->quantity->end, f->sentence.len);
    if (!tj_ends_in_one(tj_cut(f->sentence, 0, g->quantity->off), goals) || !tj_eat(&rest, TJ_STR("的")))
        return false;
    return rest.len && ((rest.ptr[0] >= '0' && rest.ptr[0] <= '9') || tj_starts(rest, TJ_STR("百分之")));
}

/* 为实现粮食产量1.4万亿斤左右|的目标: it is to be reached, if the words before don't say that it was. */
static bool is_aim(const struct tj_frame *f, const struct tj_figure *g)
{
    static const char *const aims[] = { "的目标", "的预期目标", "的奋斗目标", "的发展目标", NULL };
    static const char *const met[] = { "了",   "完成", "超额", "圆满", "顺利", "如期", "提前",
                                       "高于", "低于", "超过", "好于", "已",   NULL };
    return tj_starts_with_one(tj_cut(f->sentence, g->quantity->end, f->sentence.len), aims)
           && !tj_holds_one(tj_clause_of_figure(f, g), met);
}

/* 计划增长21.7%，平均每年递增|4%: more of what was promised right before. */
static bool goes_on(const struct tj_frame *f, const struct tj_figure *g)
{
    if (f->facts->count <= f->first_fact || g->naming != TJ_CARRIED) return false;
    const struct tj_fact *last = &f->facts->at[f->facts->count - 1];
    bool change = (g->predicate.direction || g->predicate.reach) && !g->predicate.compared
                  && !g->predicate.period; /* 将增长4.5%，达到|603亿元 */
    return change && last->status == TJ_TARGET && last->measure != TJ_CHANGE;
}

/* 今年高校毕业生超过1000万人, 我国有2.9亿在校学生, said in a plan: so it is already. */
static bool is_there_already(const struct tj_frame *f, const struct tj_figure *g)
{
    struct tj_str clause = tj_clause_of_figure(f, g);
    bool promised = f->promise || g->phrase.target || tj_holds(clause, TJ_STR("将"));
    bool graduates = g->naming != TJ_FROM_BEHIND && tj_ends(g->name.whole, TJ_STR("高校毕业生"));
    return !promised && f->section_target && (graduates || tj_starts(tj_trim(clause), TJ_STR("我国有")));
}

/* 嘉宾将|参与40余场活动: will, not 将 before what is done something with. */
static bool will_do(const struct tj_frame *f, struct tj_str clause)
{
    static const char *const words[] = { "即", "大", "上", "中", "少", "名", NULL };
    static const char *const to_do[] = { "历时", "登陆", "移交", "推出", "参与", "参加", "出席", "持续",
                                         "迎来", "会",   "于",   "从",   "由",   "在",   "向",   "与",
                                         "还将", "陆续", "首次", "分批", "有",   "共有", NULL };
    size_t at;
    if (f->at_home || !tj_find_last(clause, TJ_STR("将"), &at)) return false;
    struct tj_str rest = tj_cut(clause, at + 3, clause.len);
    static const char *const whose[] = { "从", "由", "首次", "陆续", "分批", NULL };
    if (tj_ends(rest, TJ_STR("的")) && tj_starts_with_one(rest, whose))
        return false; /* 将陆续到站的|3000名旅客转运 */
    return !tj_ends_in_one(tj_cut(clause, 0, at), words)
           && (tj_starts_with_one(rest, to_do) || tj_verb_at_head(f->lexicon, rest) > 0);
}

bool tj_is_target(const struct tj_frame *f, const struct tj_figure *g)
{
    struct tj_str clause = tj_clause_of_figure(f, g);
    bool forecast = tj_holds(clause, TJ_STR("预期")) || tj_holds(clause, TJ_STR("预测"));
    bool now = g->predicate.start && !forecast; /* 从47.5%提高到51.5%: the first is so already */
    if (is_completed_goal(f, g)) return true;
    if (g->phrase.done || f->done || now || is_there_already(f, g)) return false;
    struct tj_period p = tj_period_in_hand(f, g);
    bool over = f->now.year && p.first && p.last < f->now.year;
    bool promised = f->target || f->promise || g->phrase.target;
    bool works = tj_waits_for_works(f, g); /* 全部达产后，预计可提供… */
    bool told = over || (!f->at_home && tj_period_is_over(&g->period, &f->now)); /* 预计3月… */
    if (told && !works && promised && !f->section_target && tj_holds(f->sentence, TJ_STR("预计"))
        && !tj_holds(f->sentence, TJ_STR("将")))
        return false; /* 预计全年完成1664亿元, said in January of the year that is over */
    bool part_over = f->period.kind > TJ_P_YEAR && tj_period_is_over(&f->period, &f->now);
    if (part_over && !g->phrase.target && !f->section_target)
        return false; /* …力争…；今年一季度，占比达五成 */
    if (f->now.year && p.first > f->now.year) return true;
    bool amount = !tj_is_ratio(g->quantity) && g->naming != TJ_CARRIED;
    if (amount && tj_ends(g->name.whole, TJ_STR("计划投资"))) return true;
    if (!over && (is_aim(f, g) || goes_on(f, g) || will_do(f, clause))) return true;
    bool past = f->now.year && p.first && p.last < f->now.year && g->period.kind != TJ_P_NONE;
    bool base = !g->period.relative || g->period.first < g->period.last;
    if (past && base && f->at_home) return false; /* 计划为967亿元，比“五五”期间的|577亿元增加… */
    if (f->target || f->promise || g->phrase.target) return true;
    bool this_year = f->now.year && p.kind == TJ_P_YEAR && p.first == f->now.year && p.last == f->now.year;
    bool named = g->period.kind != TJ_P_NONE || f->period.kind != TJ_P_NONE;
    if (this_year && named && g->phrase.allots && !(f->news && f->now.month >= 10))
        return true; /* 2023年安排转移支付, said in 2023 */
    if (past || (f->period.kind != TJ_P_NONE && f->now.year && f->period.last < f->now.year)) return false;
    return (f->section_target && !f->looks_back) || f->from_now_on;
}

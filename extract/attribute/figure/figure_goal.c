/* What was planned: how far it was reached, by how much passed, and what the plan itself was. */
#include "extract/attribute/figure/figure_parts.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

/* 完成投资2929亿元、超年度计划|28%: by how much more was done of what was told than was planned. */
static bool take_surplus(const struct tj_walk *w, struct tj_figure *g)
{
    static const char *const over[] = { "超年度计划", "超额完成年度计划", "超计划",
                                        "超年度目标", "超序时进度",       NULL };
    const struct tj_frame *f = w->f;
    bool ratio = g->quantity->unit.len && g->quantity->kind == TJ_RATIO;
    if (!ratio || !tj_ends_in_one(tj_cut(f->sentence, w->from, g->quantity->off), over)
        || !tj_name_is_of_sentence(f))
        return false;
    g->name = f->name;
    g->naming = TJ_CARRIED;
    g->phrase = (struct tj_phrase){ 0 };
    g->predicate = (struct tj_predicate){ .direction = 1, .basis = TJ_STR("other"), .bound = TJ_EQ };
    return true;
}

/* 完成年度任务的112%: how far a goal is reached is a rate of its own. */
bool tj_name_goal(const struct tj_walk *w, struct tj_figure *g)
{
    if (take_surplus(w, g)) return true;
    static const char *const goals[] = { "任务", "目标", "计划", "预算", "任务数", "目标数", NULL };
    const struct tj_frame *f = w->f;
    struct tj_str left = tj_cut(f->sentence, w->from, g->quantity->off), done = TJ_STR("完成");
    bool ratio = g->quantity->unit.len && g->quantity->kind == TJ_RATIO && !g->predicate.direction;
    size_t at;
    if (!ratio || !tj_find_last(left, done, &at) || !tj_name_is_of_sentence(f)) return false;
    struct tj_str goal = tj_trim(tj_cut(left, at + done.len, left.len));
    tj_drop_end(&goal, TJ_STR("的"));
    if (tj_trim(tj_cut(left, 0, at)).len > 3 || !tj_ends_in_one(goal, goals)) return false;
    g->name = tj_name_compose(f, f->name.whole, tj_join(f->arena, done, goal));
    g->naming = TJ_COMPOSED;
    g->predicate.of = g->phrase.share = g->predicate.share = false;
    g->phrase.target = false;
    g->period = (struct tj_period){ 0 }; /* 全年目标 is the goal's year */
    return true;
}

/* 低于13％左右的|预期目标: the number is the goal, and a growth where the statistic's was. */
void tj_take_goal_behind(const struct tj_walk *w, struct tj_figure *g)
{
    static const char *const goals[] = { "的预期目标", "的预定目标", "的年度目标", "的年初目标",
                                         "的计划目标", "的目标",     "预期目标",   "的预期",
                                         "的要求",     "的指标",     NULL };
    static const char *const compared[] = { "低于",         "高于",     "超过", "超出",   "好于",
                                            "略低于",       "略高于",   "完成", "完成了", "超过计划",
                                            "超过计划增长", "超过原定", NULL };
    const struct tj_frame *f = w->f;
    struct tj_str left = tj_cut(f->sentence, w->clause, g->quantity->off);
    struct tj_str rest = tj_cut(f->sentence, g->quantity->end, f->sentence.len);
    if (!tj_starts(rest, TJ_STR("的")) && !tj_starts(rest, TJ_STR("预"))) return;
    if (tj_starts(rest, TJ_STR("的增长目标")) || tj_starts(rest, TJ_STR("的增长预期目标"))) {
        g->name = tj_name_split(f, TJ_STR("经济增长")); /* 确定5%左右的增长目标 */
        g->naming = TJ_CARRIED;
        g->predicate.direction = 1;
        g->phrase.target = true;
        return;
    }
    if (!tj_starts_with_one(rest, goals)) return;
    static const char *const set[] = { "提出", "确定", "设定", "制定", "定下", NULL };
    g->phrase.target |= tj_holds_one(left, set);                           /* 提出增长5%以上的目标 */
    bool own = tj_char_count(g->phrase.text) > 3 && !g->phrase.verbs_only; /* 中小企业超过8万家的目标 */
    if (own || !tj_ends_in_one(left, compared) || !tj_name_is_of_sentence(f)) return;
    bool ratio = g->quantity->unit.len && g->quantity->kind == TJ_RATIO;
    if (ratio && f->grew) g->predicate.direction = 1;
    g->predicate.bound = TJ_EQ;
    g->phrase = (struct tj_phrase){ .target = true };
    g->name = f->name;
    g->naming = TJ_CARRIED;
    if (g->quantity->unit.len == 0) g->unit = f->unit; /* 1206万人，超额完成1100万的预期目标 */
}

/* What the walk learns from words of promise and result. */
#include "extract/attribute/name/name_share.h"
#include "extract/attribute/phrase/phrase.h"
#include "extract/attribute/walk.h"

/* 对境内的目标发动空袭, 多个目标: what is aimed at is no promise. */
static bool is_thing_aimed_at(struct tj_str left, struct tj_str cue, struct tj_str behind)
{
    static const char *const told[] = { "为", "是", "：", "达", "值", "任务", NULL };
    static const char *const whose[] = { "预期", "发展", "增长", "年度", "全年", "主要",
                                         "规划", "计划", "战略", "任务", NULL };
    return tj_equal(cue, TJ_STR("目标")) && !tj_starts_with_one(behind, told) && !tj_ends_in_one(left, whose);
}

/* 全面实现年初确定的主要目标: a goal that was reached; 力争实现 is one that is not. */
static bool is_met(struct tj_str left, struct tj_str cue)
{
    static const char *const open[] = { "努力",   "力争", "确保", "要实现", "要完成",
                                        "要全面", "将",   "争取", "为" };
    size_t at;
    if (!tj_find(cue, TJ_STR("目标"), 0, &at)) return false;
    if (!tj_find(left, TJ_STR("实现"), 0, &at) && !tj_find(left, TJ_STR("完成"), 0, &at)) return false;
    static const char *const set[] = { "确定", "预期", "下达", "年初", "既定", "主要", "超额", "提前" };
    bool was_set = false;
    for (size_t i = 0; i < sizeof set / sizeof set[0]; i++)
        was_set |= tj_find(left, tj_str_of(set[i]), 0, &at) || tj_find(cue, tj_str_of(set[i]), 0, &at);
    if (!was_set) return false;
    for (size_t i = 0; i < sizeof open / sizeof open[0]; i++)
        if (tj_find(left, tj_str_of(open[i]), 0, &at)) return false;
    return true;
}

/* 超过全年|预期目标, 为|今后发展积累了后劲: the words before say that nothing is promised. */
static bool promises_nothing(struct tj_str left, struct tj_str cue)
{
    static const char *const met[] = { "完成",     "高于",   "超过",     "好于",     "实现",
                                       "超额完成", "达到",   "符合",     "快于",     "低于",
                                       "慢于",     "落后",   "弱于",     "超年度",   "超全年",
                                       "围绕",     "完成了", "完成全年", "完成年度", "占" };
    static const char *const for_the_sake[] = { "为", "对", NULL };
    size_t at;
    struct tj_str near = tj_cut(left, left.len > 15 ? left.len - 15 : 0, left.len);
    for (size_t i = 0; i < sizeof met / sizeof met[0]; i++)
        if (tj_find(near, tj_str_of(met[i]), 0, &at)) return true;
    static const char *const against[] = { "超", "比", "比年初", "比原", "比原来", NULL };
    if (tj_ends_in_one(left, against)) return true; /* 超|计划播种面积的六成, 比年初|计划少了500亿元 */
    bool weak = tj_equal(cue, TJ_STR("今后")) || tj_equal(cue, TJ_STR("确保"));
    return is_met(left, cue) || (weak && tj_ends_in_one(left, for_the_sake));
}

/* 2024年主要预期目标是：…: what follows in a report is about its own year. */
static void open_targets(struct tj_frame *f, struct tj_str cue, struct tj_str behind)
{
    static const char *const tells[] = { "是", "为", "：", NULL };
    size_t at;
    bool told = tj_starts_with_one(behind, tells) && tj_find(cue, TJ_STR("预期目标"), 0, &at);
    bool this_year =
        f->period.kind == TJ_P_YEAR && f->period.first == f->now.year && f->period.last == f->now.year;
    bool open = !f->section_target
                || (f->section.first < f->section.last && (f->period.kind == TJ_P_NONE || this_year));
    if (!f->at_home || !f->now.year || !told || !open) return;
    f->section = tj_year_of(f->now.year);
    f->section_target = true;
}

/* 计划安排，工业总产值增长6%: all that the sentence tells is planned. */
static bool is_plan(struct tj_str cue, struct tj_str behind)
{
    static const char *const sets[] = { "安排，", "规定，", "要求，", "拟定，", "提出，", NULL };
    return tj_equal(cue, TJ_STR("计划")) && tj_starts_with_one(behind, sets);
}

static void take_target(struct tj_frame *f, struct tj_str left, struct tj_str cue, struct tj_str behind)
{
    if (!f->at_home && is_thing_aimed_at(left, cue, behind)) return;
    bool thing =
        f->at_home && !f->section_target && tj_equal(cue, TJ_STR("目标")) && tj_ends(left, TJ_STR("的"));
    if (thing && tj_starts(behind, TJ_STR("和"))) return; /* 明确了…的目标和任务; */
    if (promises_nothing(left, cue) || tj_is_obtained(f, cue, behind)) return;
    static const char *const thought[] = {
        "谋划", "考虑", "部署", "研究", "对", "为", "和", "及", "的", NULL
    };
    static const char *const done[] = { "已经", "已", NULL };
    if (tj_starts(cue, TJ_STR("将")) && tj_ends_in_one(left, done)) return; /* 已经|将资金拨付各地 */
    if (tj_equal(cue, TJ_STR("下一步")) && tj_ends_in_one(left, thought)) return; /* 谋划下一步发展 */
    size_t at;
    f->looks_back = false;
    bool of_year =
        tj_equal(cue, TJ_STR("预计")) && behind.len && behind.ptr[0] >= '0' && behind.ptr[0] <= '9';
    if (!f->at_home || f->section_target || of_year || is_plan(cue, behind)
        || tj_find(cue, TJ_STR("目标"), 0, &at))
        f->target = true;
    else
        f->promise = true;
    if (tj_ends(tj_trim(f->sentence), TJ_STR("？"))) return; /* 下一步如何推进？ is asked, not told */
    if (tj_equal(cue, TJ_STR("下一步")) || tj_equal(cue, TJ_STR("今后"))) {
        f->from_now_on = true;
        f->now.sticky = 0;
    }
    open_targets(f, cue, behind);
}

/* 面积将|稳定在, 产值要|突破: the character before the verb promises; 大将 and 主要 are words. */
static bool is_promised(const struct tj_frame *f, struct tj_str left, enum tj_cue_class kind)
{
    static const char *const generals[] = { "大将", "上将", "中将", "少将", "名将", "猛将", "健将",
                                            "闯将", "老将", "小将", "麻将", "部将", "即将", NULL };
    static const char *const musts[] = { "主要", "重要", "需要", "纪要", "摘要", "概要", "必要", "首要",
                                         "只要", "简要", "提要", "险要", "想要", "要要", NULL };
    bool verb = kind == TJ_CUE_UP || kind == TJ_CUE_DOWN || kind == TJ_CUE_REACH || kind == TJ_CUE_LIGHT;
    if (!verb && kind != TJ_CUE_VERB) return false;
    if (tj_ends(left, TJ_STR("将"))) return !tj_ends_in_one(left, generals);
    bool changes = kind == TJ_CUE_UP || kind == TJ_CUE_DOWN;
    bool must = kind == TJ_CUE_REACH || kind == TJ_CUE_LIGHT || (f->at_home && changes);
    return must && tj_ends(left, TJ_STR("要")) && !tj_ends_in_one(left, musts);
}

/* 今年《政府工作报告》|提出，…: an article tells what is planned. */
static bool tells_plan(const struct tj_frame *f, struct tj_str left, struct tj_str cue)
{
    static const char *const reports[] = { "工作报告", "工作报告》", "规划纲要", "规划纲要》", NULL };
    static const char *const before[] = { "去年", "上年", "以来", NULL };
    return !f->at_home && tj_equal(cue, TJ_STR("提出")) && tj_ends_in_one(left, reports)
           && !tj_holds_one(left, before);
}

/* 截至|今天12时: the day that the text is of. */
static void take_today(struct tj_frame *f, struct tj_str left, struct tj_str cue)
{
    static const char *const until[] = { "截至", "截止", "截止到", "截至当地时间", "截至北京时间", NULL };
    if (!tj_equal(cue, TJ_STR("今天")) || !tj_ends_in_one(left, until) || !f->now.month || !f->now.day)
        return;
    f->period = (struct tj_period){
        .kind = TJ_P_DAY, .first = f->now.year, .last = f->now.year, .a = f->now.month, .b = f->now.day
    };
}

void tj_meet_cue(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i);
    enum tj_cue_class kind = m->cue->kind;
    struct tj_str left = tj_cut(f->sentence, w->clause, m->off),
                  behind = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    if (kind == TJ_CUE_HERE) tj_meet_region(w, i);
    if (tj_starts(m->cue->word, TJ_STR("其中"))) tj_note_total(w, i);
    if (kind == TJ_CUE_DONE) f->done = true;
    bool view =
        tj_starts(behind, TJ_STR("看")) || tj_starts(behind, TJ_STR("来看")); /* 从环比看，…增长0.16% */
    if (kind == TJ_CUE_BASIS && view) f->basis = m->cue->argument;
    bool by_now = kind == TJ_CUE_NOW && tj_ends(m->cue->word, TJ_STR("目前"));
    if (by_now && tj_leads_clause(w, m->off)) f->target = f->promise = false; /* 预计新增…，目前总数达到… */
    bool of_today = (kind == TJ_CUE_NOW || kind == TJ_CUE_DONE) && f->now.month && !f->at_home;
    if (of_today && f->period.kind == TJ_P_NONE) f->period = tj_year_of(f->now.year);
    if (kind == TJ_CUE_NOW) take_today(f, left, m->cue->word);
    if (kind == TJ_CUE_TARGET && !tj_is_in_motto(f, m)) take_target(f, left, m->cue->word, behind);
    if (kind == TJ_CUE_LEAD && tells_plan(f, left, m->cue->word)) f->target = true;
    bool asked = f->at_home && kind == TJ_CUE_LEAD && tj_equal(m->cue->word, TJ_STR("要求"));
    if (asked && tj_trim(left).len == 0) f->target = true; /* 在分配上，|要求消费部分增长5.7% */
    if (is_promised(f, left, kind)) take_target(f, left, TJ_STR("将"), behind);
}

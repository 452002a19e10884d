#include "extract/attribute/walk.h"

bool tj_leads_clause(const struct tj_walk *w, size_t off)
{
    if (tj_trim(tj_cut(w->f->sentence, w->clause, off)).len == 0) return true;
    struct tj_phrase p = tj_phrase_before(w->f, w->clause, off);
    bool helped = tj_equal(p.outcome, TJ_STR("支持")); /* 支持北京、上海建设… */
    return p.text.len == 0 && !p.scrap && !helped;
}

/* A province reports on itself and its parts: 全国首个…, 江苏中亚中心 are not about the nation or Asia. */
static bool is_elsewhere(const struct tj_frame *f, uint32_t row)
{
    const struct tj_region *home = &f->lexicon->regions[f->home], *r = &f->lexicon->regions[row];
    if (!f->at_home || home->level == TJ_LEVEL_COUNTRY || home->level == TJ_LEVEL_AREA) return false;
    return r->level != TJ_LEVEL_AREA && !tj_region_within(f->lexicon, row, f->home);
}

/* An item without a place in its headline is about the one that its first paragraph names; later ones are visited. */
static void keep_for_item(struct tj_frame *f)
{
    if (f->item == TJ_NONE && f->item_blocks <= 1) f->item = f->topic;
}

/* 东盟为我第一大贸易伙伴: what is told is the nation's; a release of the nation leaves 贸易伙伴 out. */
static bool is_partner(const struct tj_walk *w, uint32_t row)
{
    const struct tj_frame *f = w->f;
    const struct tj_region *r = &f->lexicon->regions[row];
    if (row == f->lexicon->nation || r->level != TJ_LEVEL_COUNTRY) return false;
    struct tj_str clause = tj_cut(f->sentence, w->clause, f->sentence.len);
    size_t end, at;
    if (tj_find(clause, TJ_STR("，"), 0, &end)) clause.len = end;
    bool national = f->at_home && f->home == f->lexicon->nation;
    return (national || tj_find(clause, TJ_STR("贸易伙伴"), 0, &at)) && tj_find(clause, TJ_STR("我"), 0, &at);
}

/* A place that leads a clause is what the clause is about. Of 江西定南县 it is the part; in reports and on television a
   district's figures go to its city where both are named. */
static void take_region(struct tj_walk *w, uint32_t row, bool new_list)
{
    struct tj_frame *f = w->f;
    if (row == TJ_NONE || tj_equal(f->lexicon->regions[row].code, TJ_STR("WLD")) || is_elsewhere(f, row)
        || is_partner(w, row))
        return;
    f->region_clause = w->clause_no;
    f->named_region = TJ_NONE;
    if (new_list) f->region_count = 0;
    if (f->lexicon->regions[row].level == TJ_LEVEL_COUNTY) f->county = row;
    uint32_t last = f->region_count ? f->regions[f->region_count - 1] : TJ_NONE;
    if (last && tj_region_within(f->lexicon, row, last)) {
        const struct tj_region *r = &f->lexicon->regions[row];
        bool district = r->level == TJ_LEVEL_COUNTY && tj_ends(r->name, TJ_STR("区"));
        bool article = !f->news && !f->at_home;
        if (!district || article) f->regions[f->region_count - 1] = row;
    } else if (f->region_count < TJ_MAX_REGIONS) {
        f->regions[f->region_count++] = row;
    }
    bool nation = tj_equal(f->lexicon->regions[f->regions[0]].code, TJ_STR("100000"));
    if (!f->at_home && !(nation && f->topic)) f->topic = f->regions[0];
    f->of_nation &= nation;
    keep_for_item(f);
}

/* 走进安徽|无为: the place behind another that opened the item is where it is. */
static void refine_item(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i), *before = i > 0 ? tj_mention_at(w, i - 1) : NULL;
    if (!f->news || !before || before->kind != TJ_M_REGION || m->kind != TJ_M_REGION
        || before->off + before->len != m->off)
        return;
    uint32_t row = tj_region_choose(f, m->entry);
    if (f->topic == TJ_NONE || f->topic == row || tj_region_choose(f, before->entry) != f->topic) return;
    if (!tj_region_within(f->lexicon, row, f->topic)) return;
    if (f->item == f->topic) f->item = row;
    f->topic = row;
}

/* The first place that a news item names, or an office of the nation, is the item's until another leads a clause. */
static void open_item(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i);
    refine_item(w, i);
    bool office = m->kind == TJ_M_CUE && tj_equal(m->cue->argument, TJ_STR("country"));
    bool article = !f->news && !f->at_home && office && f->home == TJ_NONE; /* 记者从国家统计局获悉 */
    if (!(f->news || article) || f->topic != TJ_NONE || (m->kind == TJ_M_CUE && !office)) return;
    uint32_t row = office ? tj_region_here(f, m->cue) : tj_region_choose(f, m->entry);
    bool foreign = row && f->lexicon->regions[row].level == TJ_LEVEL_COUNTRY && !office;
    if (!foreign) f->topic = row;
    keep_for_item(f);
}

static void note_country(struct tj_frame *f, const struct tj_mention *m)
{
    uint32_t row = m->kind == TJ_M_REGION ? tj_region_choose(f, m->entry) : TJ_NONE;
    bool country = row != TJ_NONE && f->lexicon->regions[row].level == TJ_LEVEL_COUNTRY;
    if (country && !tj_equal(f->lexicon->regions[row].code, TJ_STR("100000"))) f->foreign = true;
}

/* 在合肥、滁州等8个市启动…: an article's figure is of what holds them all; 湖北、海南等地 is no part of the place in
   hand. */
static void take_samples(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    size_t off = tj_mention_at(w, i)->off;
    bool at = tj_ends(tj_cut(f->sentence, 0, off), TJ_STR("在")) || tj_is_described(f, tj_mention_at(w, i));
    if (f->at_home || (!at && (!tj_leads_clause(w, off) || tj_is_aside(f, off)))) return;
    uint32_t row = tj_region_of_samples(f, i), in_hand = f->region_count ? f->regions[0] : f->topic;
    uint32_t sample = tj_region_choose(f, tj_mention_at(w, i)->entry);
    if (row == TJ_NONE && (in_hand == TJ_NONE || tj_region_within(f->lexicon, sample, in_hand))) return;
    f->regions[0] = row;
    f->region_count = 1;
    f->region_clause = w->clause_no;
}

/* …是江苏|首家农村合作银行, 中国|最美乡村23个, 重庆已有全国|示范县10个: the place tells what it is compared with or who gave the
   title. */
static bool is_only_compared(const struct tj_walk *w, const struct tj_mention *m, uint32_t row)
{
    static const char *const is[] = { "是", "为", "系", "属", "成为", NULL };
    const struct tj_frame *f = w->f;
    struct tj_str left = tj_cut(f->sentence, w->clause, m->off),
                  behind = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    if (f->at_home) return false;
    bool nation = row == f->lexicon->nation, here = f->region_count || f->topic;
    bool area =
        f->lexicon->regions[row].level == TJ_LEVEL_AREA && f->region_count; /* 东北地区|第一条海底地铁 */
    if (tj_is_field(behind) && (tj_ends_in_one(left, is) || area || (nation && here))) return true;
    bool told = f->region_count && f->region_clause == w->clause_no && tj_trim(left).len;
    return nation && told && f->regions[0] != row && tj_region_within(f->lexicon, f->regions[0], row);
}

void tj_meet_region(struct tj_walk *w, size_t i)
{
    const struct tj_mention *m = tj_mention_at(w, i);
    if (w->f->at_home && i >= w->last)
        return; /* no figure of the sentence needs it, and a report stays at home */
    note_country(w->f, m);
    if (tj_is_way(w->f, i)) return;
    if (tj_is_sample(w->f, i)) {
        take_samples(w, i);
        return;
    }
    bool leads = !tj_is_aside(w->f, m->off) && (tj_is_described(w->f, m) || tj_leads_clause(w, m->off));
    uint32_t row = m->kind == TJ_M_REGION ? tj_region_choose(w->f, m->entry) : tj_region_here(w->f, m->cue);
    if (!leads || is_only_compared(w, m, row)) {
        open_item(w, i);
        return;
    }
    bool follows =
        i > 0 && tj_mention_at(w, i - 1)->off >= w->clause
        && (tj_mention_at(w, i - 1)->kind == TJ_M_REGION || tj_mention_at(w, i - 1)->mark == U'、');
    take_region(w, row, !follows);
}

/* 对境内的目标发动空袭, 多个目标: what is aimed at is no promise. */
static bool is_thing_aimed_at(struct tj_str left, struct tj_str cue, struct tj_str behind)
{
    static const char *const told[] = { "为", "是", "：", "达", "值", "任务", NULL };
    static const char *const whose[] = { "预期", "发展", "增长", "年度", "全年",
                                         "主要", "规划", "计划", "战略", NULL };
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
    static const char *const met[] = { "完成", "高于", "超过",   "好于",     "实现",     "超额完成",
                                       "达到", "符合", "快于",   "低于",     "慢于",     "落后",
                                       "弱于", "围绕", "完成了", "完成全年", "完成年度", "占" };
    static const char *const for_the_sake[] = { "为", "对", NULL };
    size_t at;
    struct tj_str near = tj_cut(left, left.len > 15 ? left.len - 15 : 0, left.len);
    for (size_t i = 0; i < sizeof met / sizeof met[0]; i++)
        if (tj_find(near, tj_str_of(met[i]), 0, &at)) return true;
    if (tj_ends(left, TJ_STR("超"))) return true; /* 超|计划播种面积的六成 */
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
    f->section = (struct tj_period){ .kind = TJ_P_YEAR, .first = f->now.year, .last = f->now.year };
    f->section_target = true;
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
    if (tj_equal(cue, TJ_STR("下一步")) && tj_ends_in_one(left, thought)) return; /* 谋划下一步发展 */
    size_t at;
    f->looks_back = false;
    bool of_year =
        tj_equal(cue, TJ_STR("预计")) && behind.len && behind.ptr[0] >= '0' && behind.ptr[0] <= '9';
    if (!f->at_home || f->section_target || of_year || tj_find(cue, TJ_STR("目标"), 0, &at))
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
static bool is_promised(struct tj_str left, enum tj_cue_class kind)
{
    static const char *const generals[] = { "大将", "上将", "中将", "少将", "名将", "猛将", "健将",
                                            "闯将", "老将", "小将", "麻将", "部将", "即将", NULL };
    static const char *const musts[] = { "主要", "重要", "需要", "纪要", "摘要", "概要", "必要", "首要",
                                         "只要", "简要", "提要", "险要", "想要", "要要", NULL };
    bool verb = kind == TJ_CUE_UP || kind == TJ_CUE_DOWN || kind == TJ_CUE_REACH || kind == TJ_CUE_LIGHT;
    if (!verb && kind != TJ_CUE_VERB) return false;
    if (tj_ends(left, TJ_STR("将"))) return !tj_ends_in_one(left, generals);
    bool must = kind == TJ_CUE_REACH || kind == TJ_CUE_LIGHT;
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
    static const char *const until[] = { "截至", "截止", "截止到", NULL };
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
    if (kind == TJ_CUE_DONE) f->done = true;
    bool view =
        tj_starts(behind, TJ_STR("看")) || tj_starts(behind, TJ_STR("来看")); /* 从环比看，…增长0.16% */
    if (kind == TJ_CUE_BASIS && view) f->basis = m->cue->argument;
    bool by_now = kind == TJ_CUE_NOW && tj_ends(m->cue->word, TJ_STR("目前"));
    if (by_now && tj_leads_clause(w, m->off)) f->target = f->promise = false; /* 预计新增…，目前总数达到… */
    bool of_today = (kind == TJ_CUE_NOW || kind == TJ_CUE_DONE) && f->now.month && !f->at_home;
    if (of_today && f->period.kind == TJ_P_NONE)
        f->period = (struct tj_period){ .kind = TJ_P_YEAR, .first = f->now.year, .last = f->now.year };
    if (kind == TJ_CUE_NOW) take_today(f, left, m->cue->word);
    if (kind == TJ_CUE_TARGET) take_target(f, left, m->cue->word, behind);
    if (kind == TJ_CUE_LEAD && tells_plan(f, left, m->cue->word)) f->target = true;
    if (is_promised(left, kind)) take_target(f, left, TJ_STR("将"), behind);
}

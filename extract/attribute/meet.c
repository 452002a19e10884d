#include "extract/attribute/walk.h"

static bool ends_in_one(struct tj_str s, const char *const *words)
{
    for (; *words; words++)
        if (tj_ends(s, tj_str_of(*words))) return true;
    return false;
}

/* Nothing but function words between the start of the clause and here? */
static bool leads_clause(const struct tj_walk *w, size_t off)
{
    struct tj_phrase p = tj_phrase_before(w->f, w->clause, off);
    return p.text.len == 0 && !p.scrap;
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

/* 东盟为我第一大贸易伙伴, in a release of the nation: what is told is the nation's. */
static bool is_partner(const struct tj_walk *w, uint32_t row)
{
    const struct tj_frame *f = w->f;
    uint32_t nation = tj_region_of_code(f->lexicon, TJ_STR("100000"));
    if (!f->at_home || f->home != nation || row == nation) return false;
    const struct tj_region *r = &f->lexicon->regions[row];
    struct tj_str clause = tj_cut(f->sentence, w->clause, f->sentence.len);
    size_t end, at;
    if (tj_find(clause, TJ_STR("，"), 0, &end)) clause.len = end;
    return r->level == TJ_LEVEL_COUNTRY && tj_find(clause, TJ_STR("我"), 0, &at);
}

/* A place that leads a clause is what the clause is about. Of 江西定南县 it is the part; a district's figures go
   to its city where both are named. */
static void take_region(struct tj_walk *w, uint32_t row, bool new_list)
{
    struct tj_frame *f = w->f;
    if (row == TJ_NONE || tj_equal(f->lexicon->regions[row].code, TJ_STR("WLD")) || is_elsewhere(f, row)
        || is_partner(w, row))
        return;
    f->region_clause = w->clause_no;
    f->named_region = TJ_NONE;
    if (new_list) f->region_count = 0;
    uint32_t last = f->region_count ? f->regions[f->region_count - 1] : TJ_NONE;
    if (last && tj_region_within(f->lexicon, row, last)) {
        const struct tj_region *r = &f->lexicon->regions[row];
        bool district = r->level == TJ_LEVEL_COUNTY && tj_ends(r->name, TJ_STR("区"));
        if (!district) f->regions[f->region_count - 1] = row;
    } else if (f->region_count < TJ_MAX_REGIONS) {
        f->regions[f->region_count++] = row;
    }
    bool nation = tj_equal(f->lexicon->regions[f->regions[0]].code, TJ_STR("100000"));
    if (!f->at_home && !(nation && f->topic)) f->topic = f->regions[0];
    keep_for_item(f);
}

/* The first place that a news item names, or an office of the nation, is the item's until another leads a clause. */
static void open_item(struct tj_frame *f, const struct tj_mention *m)
{
    bool office = m->kind == TJ_M_CUE && tj_equal(m->cue->argument, TJ_STR("country"));
    if (!f->news || f->topic != TJ_NONE || (m->kind == TJ_M_CUE && !office)) return;
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
    bool at = tj_ends(tj_cut(f->sentence, 0, off), TJ_STR("在"));
    if (f->at_home || (!at && (!leads_clause(w, off) || tj_is_aside(f, off)))) return;
    uint32_t row = tj_region_of_samples(f, i), in_hand = f->region_count ? f->regions[0] : f->topic;
    uint32_t sample = tj_region_choose(f, tj_mention_at(w, i)->entry);
    if (row == TJ_NONE && (in_hand == TJ_NONE || tj_region_within(f->lexicon, sample, in_hand))) return;
    f->regions[0] = row;
    f->region_count = 1;
    f->region_clause = w->clause_no;
}

void tj_meet_region(struct tj_walk *w, size_t i)
{
    const struct tj_mention *m = tj_mention_at(w, i);
    note_country(w->f, m);
    if (tj_is_way(w->f, i)) return;
    if (tj_is_sample(w->f, i)) {
        take_samples(w, i);
        return;
    }
    if (!leads_clause(w, m->off) || tj_is_aside(w->f, m->off)) {
        open_item(w->f, m);
        return;
    }
    uint32_t row = m->kind == TJ_M_REGION ? tj_region_choose(w->f, m->entry) : tj_region_here(w->f, m->cue);
    bool follows =
        i > 0 && tj_mention_at(w, i - 1)->off >= w->clause
        && (tj_mention_at(w, i - 1)->kind == TJ_M_REGION || tj_mention_at(w, i - 1)->mark == U'、');
    take_region(w, row, !follows);
}

static bool is_compared(const struct tj_frame *f, size_t at)
{
    static const char *const words[] = { "比", "较",   "与",   "同",   "从",     "由", "超过",
                                         "超", "高于", "低于", "好于", "同期、", NULL };
    static const char *const up_to[] = { "到", "至", NULL };
    struct tj_str left = tj_cut(f->sentence, 0, at), rest = tj_cut(f->sentence, at, f->sentence.len);
    size_t looked;
    if (tj_find(tj_cut(rest, 0, rest.len < 60 ? rest.len : 60), TJ_STR("看，"), 0, &looked))
        return false; /* 从一季度数据来看 */
    return ends_in_one(left, words) || (!f->period.first && ends_in_one(left, up_to));
}

/* 比8月份、9月份: the second is compared with too. */
static bool follows_compared(const struct tj_walk *w, size_t i)
{
    if (i < 2 || tj_mention_at(w, i - 1)->mark != U'、' || tj_mention_at(w, i - 1)->kind != TJ_M_MARK)
        return false;
    const struct tj_mention *before = tj_mention_at(w, i - 2);
    return before->kind == TJ_M_PERIOD && is_compared(w->f, before->off);
}

/* 是2010年的2.2倍, 1985年以来最高: only a yardstick. */
static bool is_yardstick(const struct tj_walk *w, size_t i)
{
    const struct tj_mention *m = tj_mention_at(w, i);
    struct tj_str left = tj_cut(w->f->sentence, 0, m->off),
                  rest = tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len);
    static const char *const founded[] = { "成立于", "建于",   "始于",   "创办于", "创建于",
                                           "建成于", "出生于", "得名于", NULL };
    static const char *const goes_on[] = { "延续", "延续了", "保持了", "创", "创下",
                                           "扭转", "扭转了", "持续",   NULL };
    if (ends_in_one(left, founded)) return true;
    if (tj_starts(rest, TJ_STR("同期")) || tj_starts(rest, TJ_STR("以来")) || tj_ends(left, TJ_STR("为"))
        || tj_ends(left, TJ_STR("是")) || ends_in_one(left, goes_on))
        return true;
    if (tj_is_time_before(w->f, m) || tj_starts(rest, TJ_STR("相比")) || tj_starts(rest, TJ_STR("比较，")))
        return true;
    const struct tj_mention *next = i + 1 < w->f->mentions->count ? tj_mention_at(w, i + 1) : NULL;
    return next && next->kind == TJ_M_QUANTITY && next->quantity->kind == TJ_TIMES
           && tj_starts(rest, TJ_STR("的"));
}

/* 五年来，… at the head of a clause of a report: what follows is about these years. */
static void set_section(struct tj_frame *f, const struct tj_period *p)
{
    bool review =
        f->at_home && !f->section_target && f->now.year && p->kind == TJ_P_YEAR && p->last == f->now.year - 1;
    if (review && (p->first == p->last || p->last - p->first >= 2)) f->section = *p;
}

/* 2005年与2000年相比，…: the base of what the sentence says has grown. */
static void note_yardstick(struct tj_walk *w, const struct tj_mention *m)
{
    struct tj_str rest = tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len);
    const struct tj_period *p = m->period;
    bool base = p->kind == TJ_P_YEAR && p->first && !p->relative;
    if (base && (tj_starts(rest, TJ_STR("相比，")) || tj_starts(rest, TJ_STR("比较，"))))
        w->f->basis = tj_print(w->f->arena, "base:%d", p->last);
}

/* 增速2022年以来连续16个季度…, 近3年提升21个百分点: a span said in the middle of a sentence is of its clause only. */
static bool is_in_passing(const struct tj_walk *w, const struct tj_mention *m)
{
    static const char *const since[] = { "以来", "起", "开始", "至今", NULL };
    struct tj_str said = tj_cut(w->f->sentence, m->off, m->off + m->len);
    bool lately = tj_starts(said, TJ_STR("近")) || tj_starts(said, TJ_STR("最近"));
    bool span = m->period->kind == TJ_P_YEAR && m->period->first < m->period->last;
    return span && ((lately && w->clause > 0) || (ends_in_one(said, since) && !leads_clause(w, m->off)));
}

/* 当月 in a text of 前三季度 or 1—8月: the last month of these. */
static bool is_last_month(const struct tj_walk *w, const struct tj_mention *m, struct tj_period *out)
{
    const struct tj_frame *f = w->f;
    const struct tj_period *p = f->period.kind != TJ_P_NONE ? &f->period : &f->paragraph;
    if (!tj_starts(tj_cut(f->sentence, m->off, m->off + m->len), TJ_STR("当月"))) return false;
    int last = p->kind == TJ_P_MONTHS     ? p->b
               : p->kind == TJ_P_QUARTERS ? p->b * 3
               : p->kind == TJ_P_QUARTER  ? p->a * 3
               : p->kind == TJ_P_HALF     ? p->a * 6
               : p->kind == TJ_P_MONTH    ? p->a
                                          : 0;
    if (last == 0) return false;
    *out =
        (struct tj_period){ .kind = TJ_P_MONTH, .first = p->first, .last = p->first, .a = last, .b = last };
    return true;
}

/* A period outside a comparison is what the sentence now speaks of. A day is when it was said. */
void tj_meet_period(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i);
    note_yardstick(w, m);
    if (is_yardstick(w, i)) return;
    struct tj_period month;
    const struct tj_period *p = m->period;
    if (is_last_month(w, m, &month)) p = &month;
    bool until = tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("截至"))
                 || tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("截止"));
    if (p->kind == TJ_P_NONE || p->first == 0 || (p->kind == TJ_P_DAY && !until)) return;
    if (!until && (is_compared(f, m->off) || follows_compared(w, i))
        && !tj_starts(tj_cut(f->sentence, m->off, m->off + m->len), TJ_STR("到"))) {
        bool to_reach = tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("到")) && p->first >= f->now.year;
        if (!to_reach) return;
    }
    bool adverbial = tj_starts(tj_cut(f->sentence, m->off + m->len, f->sentence.len), TJ_STR("，"));
    bool head = adverbial && leads_clause(w, m->off);
    if (!adverbial && is_in_passing(w, m)) return;
    if (head) set_section(f, p);
    bool over = p->last < f->section.first || (f->now.year && p->last < f->now.year);
    bool past = f->section_target && p->kind == TJ_P_YEAR && over;
    if (past ? head : true) f->looks_back = past;
    f->period = *p;
    if (f->now.year == 0 || p->first <= f->now.year) { /* what is to come holds for its sentence */
        f->paragraph = *p;
        f->period_is_old = false;
    }
    if (tj_period_is_over(p, &f->now)) f->from_now_on = false;
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

void tj_meet_cue(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i);
    struct tj_str left = tj_cut(f->sentence, w->clause, m->off);
    if (m->cue->kind == TJ_CUE_HERE) tj_meet_region(w, i);
    if (m->cue->kind == TJ_CUE_DONE) f->done = true;
    struct tj_str behind = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    bool view =
        tj_starts(behind, TJ_STR("看")) || tj_starts(behind, TJ_STR("来看")); /* 从环比看，…增长0.16% */
    if (m->cue->kind == TJ_CUE_BASIS && view) f->basis = m->cue->argument;
    bool by_now = m->cue->kind == TJ_CUE_NOW && tj_ends(m->cue->word, TJ_STR("目前"));
    if (by_now && leads_clause(w, m->off)) f->target = f->promise = false; /* 预计新增…，目前总数达到… */
    if ((m->cue->kind == TJ_CUE_NOW || m->cue->kind == TJ_CUE_DONE) && f->now.month && !f->at_home
        && f->period.kind == TJ_P_NONE)
        f->period = (struct tj_period){ .kind = TJ_P_YEAR, .first = f->now.year, .last = f->now.year };
    if (m->cue->kind != TJ_CUE_TARGET) return;
    static const char *const met[] = { "完成", "高于", "超过", "好于",   "实现",     "超额完成", "达到",
                                       "符合", "快于", "围绕", "完成了", "完成全年", "完成年度" };
    size_t found;
    struct tj_str near = tj_cut(left, left.len > 15 ? left.len - 15 : 0, left.len); /* 超过全年|预期目标 */
    for (size_t k = 0; k < sizeof met / sizeof met[0]; k++)
        if (tj_find(near, tj_str_of(met[k]), 0, &found)) return;
    static const char *const for_the_sake[] = { "为", "对", NULL }; /* 为今后发展积累了后劲 */
    bool future = tj_equal(m->cue->word, TJ_STR("今后")), sure = tj_equal(m->cue->word, TJ_STR("确保"));
    if (is_met(left, m->cue->word) || ((future || sure) && ends_in_one(left, for_the_sake))) return;
    f->looks_back = false;
    size_t aim;
    bool whole = !f->at_home || f->section_target || tj_find(m->cue->word, TJ_STR("目标"), 0, &aim);
    if (whole)
        f->target = true;
    else
        f->promise = true;
    if (tj_equal(m->cue->word, TJ_STR("下一步")) || future) {
        f->from_now_on = true;
        f->now.sticky = 0;
    }
    size_t at;
    struct tj_str rest = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    bool told =
        tj_starts(rest, TJ_STR("是")) || tj_starts(rest, TJ_STR("为")) || tj_starts(rest, TJ_STR("："));
    if (f->at_home && f->now.year && told && tj_find(m->cue->word, TJ_STR("预期目标"), 0, &at)
        && (!f->section_target || (f->section.first < f->section.last && f->period.kind == TJ_P_NONE))) {
        f->section = (struct tj_period){ .kind = TJ_P_YEAR, .first = f->now.year, .last = f->now.year };
        f->section_target = true;
    }
}

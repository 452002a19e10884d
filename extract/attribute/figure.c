#include "extract/attribute/list_periods.h"
#include "extract/attribute/name_behind.h"
#include "extract/attribute/name_parts.h"
#include "extract/attribute/noun_behind.h"
#include "extract/attribute/sectors.h"
#include "extract/attribute/walk.h"

/* 较2024年（2.96亿人次）: what a bracket right behind a time tells is of that time; NULL if none is there. */
static const struct tj_period *period_of_bracket(const struct tj_frame *f, size_t number)
{
    struct tj_str left = tj_cut(f->sentence, 0, number);
    size_t mark = tj_ends(left, TJ_STR("（")) ? 3 : tj_ends(left, TJ_STR("(")) ? 1 : 0;
    for (size_t i = 0; mark && i < f->mentions->count && f->mentions->at[i].off < number; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->kind == TJ_M_PERIOD && m->off + m->len + mark == number && m->period->first) return m->period;
    }
    return NULL;
}

static void fill_figure(const struct tj_walk *w, struct tj_figure *g)
{
    const struct tj_predicate *p = &g->predicate;
    const struct tj_period *period = p->period && !p->compared ? p->period : g->phrase.period;
    if (p->compared && p->start) period = p->period;
    if (g->quantity->unit.len && g->quantity->kind == TJ_TIMES && p->direction == 0)
        period = g->phrase.period;
    if (period && period->kind != TJ_P_NONE && period->kind != TJ_P_DAY && period->first) g->period = *period;
    const struct tj_period *bracket = period_of_bracket(w->f, g->quantity->off);
    if (bracket) g->period = *bracket;
    if (p->now && p->start && w->f->now.month && g->period.kind == TJ_P_NONE)
        g->period = (struct tj_period){ .kind = TJ_P_YEAR, .first = w->f->now.year, .last = w->f->now.year };
    if (g->phrase.region_count && w->f->region_count <= 1)
        g->region = g->phrase.regions[g->phrase.region_count - 1];
}

/* One fact for each of the subject's places (庆阳、酒泉经济总量突破千亿元). */
static void bind_for_regions(struct tj_walk *w, struct tj_figure *g)
{
    struct tj_frame *f = w->f;
    if (f->region_count < 2 || g->region || g->naming < TJ_CARRIED) {
        tj_bind(f, g);
        return;
    }
    for (size_t i = 0; i < f->region_count; i++) {
        g->region = f->regions[i];
        tj_bind(f, g);
    }
}

static void remember_comparison(struct tj_frame *f, const struct tj_predicate *p)
{
    bool base = tj_equal(p->basis, TJ_STR("base"));
    if (!p->compared || !base || !p->period || !p->period->first || p->period->relative) return;
    f->basis = tj_print(f->arena, "base:%d", p->period->last);
}

/* 较“十三五”末的9323.1亿元: a level of the time that is compared with. */
static bool is_compared_level(const struct tj_walk *w, struct tj_figure *g)
{
    const struct tj_predicate *p = &g->predicate;
    if (!p->period || p->from < w->from || p->start) return false;
    struct tj_str left = tj_trim(tj_cut(w->f->sentence, w->from, p->from));
    static const char *const others[] = { "占比", "同比", "环比", "之比", "对比" };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (tj_ends(left, tj_str_of(others[i]))) return false;
    if (!tj_ends(left, TJ_STR("比")) && !tj_ends(left, TJ_STR("较"))) return false;
    g->phrase = (struct tj_phrase){ 0 };
    g->period = *p->period;
    w->f->basis = p->period->first ? tj_print(w->f->arena, "base:%d", p->period->last) : w->f->basis;
    return true;
}

static void read_list(struct tj_walk *w, struct tj_figure *g, const size_t *run, size_t count)
{
    struct tj_name names[TJ_MAX_LIST];
    bool from_idle = g->phrase.text.len == 0 && w->idle_end;
    if (from_idle) { /* 甲和乙，2000年分别达到… */
        const struct tj_period *period = g->phrase.period;
        g->phrase = tj_phrase_before(w->f, w->idle, w->idle_end);
        if (period) g->phrase.period = period;
    }
    struct tj_period periods[TJ_MAX_LIST]; /* 1、2月份价格平稳，分别上涨1.3%和1.2% */
    bool by_time = from_idle && !g->predicate.compared && tj_list_periods(w, run[0], count, periods);
    bool by_region = g->phrase.region_count == count
                     || (w->f->region_count == count && (g->phrase.text.len || !w->idle_end));
    bool named = !by_region && !by_time && tj_list_names(w->f, &g->phrase, count, names);
    const uint32_t *regions = g->phrase.region_count == count ? g->phrase.regions : w->f->regions;
    struct tj_predicate first = g->predicate;
    enum tj_bound shared = tj_mention_at(w, run[count - 1])->quantity->bound; /* 分别增长5%、6.5%左右 */
    if (!named) g->name = tj_name_of(w->f, &g->phrase, g->quantity->unit, &first, &g->naming);
    by_time = !named && !by_region && !first.compared && tj_list_periods(w, run[0], count, periods);
    if (!named && !by_region && !by_time && g->naming > TJ_CARRIED_FAR) g->naming = TJ_CARRIED_FAR;
    for (size_t i = 0; i < count; i++) {
        g->quantity = tj_mention_at(w, run[i])->quantity;
        if (i > 0) {
            g->predicate = tj_predicate_of(w->f, run[i], tj_mention_at(w, run[i - 1])->quantity->end);
            if (g->predicate.direction == 0) g->predicate.direction = first.direction;
            if (g->predicate.basis.len == 0) { /* 较2019年分别增长8%、9%: both are */
                g->predicate.basis = first.basis;
                if (!g->predicate.period) g->predicate.period = first.period;
                g->predicate.compared |= first.compared;
                g->predicate.years = first.years;
            }
            g->predicate.reach |= first.reach;
            g->predicate.equals |= first.equals;
        }
        if (shared != TJ_EQ && shared != TJ_RANGE && g->predicate.bound == TJ_EQ) g->predicate.bound = shared;
        if (named) g->name = names[i], g->naming = TJ_COMPOSED;
        if (by_region) g->region = regions[i];
        if (by_time) g->period = periods[i];
        g->listed = true;
        tj_bind(w->f, g);
    }
    w->from = tj_mention_at(w, run[count - 1])->quantity->end;
}

static bool is_one_year(const struct tj_period *p)
{
    return p->kind == TJ_P_YEAR && p->first && p->first == p->last;
}

/* 由2013年的A增至2024年的B. */
static void remember_rise(const struct tj_walk *w, const struct tj_figure *g)
{
    const struct tj_period *from = &w->start.period, *to = g->period.first ? &g->period : &w->f->period;
    if (!w->start.quantity || !is_one_year(from) || !is_one_year(to) || from->first >= to->first) return;
    if (w->f->period.kind == TJ_P_NONE) w->f->period = *to; /* 其中…: of the year that was reached */
    w->f->rose_from = from->first;
    w->f->rose_to = to->first;
    w->f->first_year = from->first;
    w->f->last_year = to->first;
}

/* 占比由7.2%提升至7.4%: the second is of the same kind as the first. */
static void take_from_start(const struct tj_walk *w, struct tj_figure *g)
{
    g->name = w->start.name;
    g->naming = w->start.naming;
    g->phrase.share = w->start.phrase.share || w->start.predicate.share;
    g->of_part = w->start.of_part;
    bool ratio = g->quantity->unit.len && g->quantity->kind == TJ_RATIO;
    if (ratio && g->predicate.direction == 0 && w->start.predicate.direction) { /* 增速由5.1%提高到5.8% */
        g->predicate.direction = w->start.predicate.direction;
        g->predicate.basis = w->start.predicate.basis;
    }
}

/* 实现20%以上增长, 10%的降幅: the noun of change stands behind. */
static int growth_behind(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const struct {
        const char *word;
        int direction;
    } nouns[] = { { "增长", 1 },         { "高增长", 1 },   { "快速增长", 1 }, { "较快增长", 1 },
                  { "较快增长水平", 1 }, { "增长水平", 1 }, { "增幅", 1 },     { "增速", 1 },
                  { "涨幅", 1 },         { "下降", -1 },    { "降幅", -1 } };
    static const char *const ends[] = { "，", "。", "；", "、", "）", "！", "以外", "之外", "外", "" };
    if (q->unit.len == 0 || (q->kind != TJ_RATIO && q->kind != TJ_TENTH)) return 0;
    struct tj_str rest = tj_cut(f->sentence, q->end, f->sentence.len);
    tj_eat(&rest, TJ_STR("的"));
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
    static const char *const words[] = { "增速", "增幅", "涨幅", "增长率" };
    struct tj_str left = tj_cut(w->f->sentence, 0, q->off);
    bool ratio = q->unit.len && q->kind == TJ_RATIO;
    size_t at = 0;
    if (!ratio || w->from != w->clause || (!tj_ends(left, TJ_STR("（")) && !tj_ends(left, TJ_STR("("))))
        return 0;
    for (size_t i = w->clause_first; i > 0 && tj_mention_at(w, i - 1)->kind != TJ_M_QUANTITY; i--) {
        const struct tj_mention *m = tj_mention_at(w, i - 1);
        if (m->kind == TJ_M_MARK && m->off + m->len != w->clause) return 0;
        for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
            if (m->kind == TJ_M_CUE && tj_equal(m->cue->word, tj_str_of(words[k]))) return 1;
        if (m->kind == TJ_M_CUE && tj_find(m->cue->word, TJ_STR("降幅"), 0, &at)) return -1;
    }
    return 0;
}

/* 增加369万吨（74亿斤）: the same change in another unit. */
static int change_before_bracket(const struct tj_walk *w, const struct tj_quantity *q)
{
    const struct tj_frame *f = w->f;
    if (f->facts->count <= f->first_fact || q->unit.len == 0) return 0;
    const struct tj_fact *last = &f->facts->at[f->facts->count - 1];
    static const char *const open[] = { "（", "(", NULL };
    if (last->end > q->off) return 0;
    struct tj_str gap = tj_cut(f->sentence, last->end, q->off);
    bool same = last->measure == TJ_CHANGE && last->value.known && q->kind != TJ_RATIO
                && tj_starts_with_one(gap, open) && gap.len <= 3;
    return !same ? 0 : last->value.digits < 0 ? -1 : 1;
}

/* 4.5%，这是前三季度零售总额增速: the clause behind says what the number was. */
static void take_explanation(const struct tj_walk *w, struct tj_figure *g)
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

/* 全国…利润5.6万亿元，同比增长49.5%: the growth is of the same place. 低于全国（5.2%）: so is what the bracket tells. */
static void take_named_region(struct tj_frame *f, struct tj_figure *g)
{
    struct tj_str left = tj_cut(f->sentence, 0, g->quantity->off);
    bool bracket = tj_ends(left, TJ_STR("（"));
    for (size_t i = 0; bracket && i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->kind == TJ_M_REGION && m->off + m->len + 3 == g->quantity->off)
            g->region = tj_region_choose(f, m->entry);
    }
    if (!g->region && g->naming == TJ_CARRIED && g->phrase.text.len == 0) g->region = f->named_region;
    struct tj_str national = TJ_STR("国内生产总值"); /* regions have 地区生产总值 since 2004 */
    bool local = f->at_home || f->region_count || f->now.year < 2004;
    if (!g->region && !local && tj_equal(g->name.whole, national))
        g->region = tj_region_of_code(f->lexicon, TJ_STR("100000"));
    bool nowhere = f->home == TJ_NONE && f->topic == TJ_NONE;
    if (nowhere && tj_equal(g->name.whole, national)) f->topic = g->region;
    if (!bracket) f->named_region = g->region;
}

/* 新建道路80条、|桥梁15座: the second of a list is done too. */
static void take_doing(const struct tj_frame *f, struct tj_figure *g)
{
    struct tj_phrase *p = &g->phrase;
    const struct tj_quantity *q = g->quantity;
    bool listed = g->item && f->doing.len && f->name_sentence == f->sentence_no && !p->verb && !p->share
                  && !p->region_count && !g->predicate.direction && !g->predicate.rank;
    bool amount = q->unit.len && q->kind != TJ_RATIO && q->kind != TJ_TENTH && q->kind != TJ_PP;
    bool people = q->unit.len && (tj_equal(q->unit, TJ_STR("人")) || tj_equal(q->unit, TJ_STR("人次")));
    if (people && tj_indicator_row(f, p->text)) return; /* 新增就业…、失业人员再就业 */
    if (!listed || !amount || p->doing.len || p->text.len == 0 || tj_char_count(p->text) > 12) return;
    size_t len, above;
    const struct tj_entry *first = tj_trie_longest(f->lexicon->words, p->text, 0, &len);
    while (first && first->kind != TJ_CUE) first = first->more; /* 新签约项目…、投产项目 */
    if (first || tj_find(f->doing, TJ_STR("以上"), 0, &above)) return;
    if (tj_name_split(f, p->text).attr.len || tj_means(f, p->text, TJ_ASPECT)) return;
    p->doing = tj_copy(f->arena, f->doing);
    p->text = tj_join(f->arena, p->doing, p->text);
    p->tail = p->text;
    p->head.len = 0;
    p->verb = true;
}

/* 完成年度任务的112%: how far a goal is reached is a rate of its own. */
static bool name_goal(const struct tj_walk *w, struct tj_figure *g)
{
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
static void take_goal_behind(const struct tj_walk *w, struct tj_figure *g)
{
    static const char *const goals[] = { "的预期目标", "的预定目标", "的年度目标", "的年初目标", "的计划目标",
                                         "的目标",     "预期目标",   "的预期",     NULL };
    static const char *const compared[] = {
        "低于", "高于", "超过", "超出", "好于", "略低于", "略高于", NULL
    };
    const struct tj_frame *f = w->f;
    struct tj_str left = tj_cut(f->sentence, w->clause, g->quantity->off);
    if (!tj_starts_with_one(tj_cut(f->sentence, g->quantity->end, f->sentence.len), goals)) return;
    if (!tj_ends_in_one(left, compared) || !tj_name_is_of_sentence(f)) return;
    bool ratio = g->quantity->unit.len && g->quantity->kind == TJ_RATIO;
    if (ratio && f->grew) g->predicate.direction = 1;
    g->predicate.bound = TJ_EQ;
    g->phrase = (struct tj_phrase){ .target = true };
    g->name = f->name;
    g->naming = TJ_CARRIED;
}

/* 三次产业结构由8.1∶60.2∶31.7调整为7.2∶59.4∶33.4: a share of each sector. Returns the last mention within. */
static size_t read_sectors(struct tj_walk *w, struct tj_figure *g, struct tj_quantity parts[3], size_t i)
{
    for (size_t k = 0; k < 3; k++) {
        g->quantity = &parts[k];
        g->name = (struct tj_name){ .whole = tj_sector_name(k) };
        g->naming = TJ_EXACT;
        g->predicate.share = true;
        g->predicate.direction = 0;
        tj_bind(w->f, g);
    }
    w->from = parts[2].end;
    w->f->share.whole.len = 0;
    while (i + 1 < w->f->mentions->count && tj_mention_at(w, i + 1)->off < w->from) i++;
    return i;
}

/* 减少|农村贫困人口1240万人, 降低|企业税负5700亿元: a fall of what stands behind the verb. */
static void take_fall(struct tj_figure *g)
{
    static const char *const verbs[] = { "再减少", "减少", "再降低", "降低", NULL };
    static const char *const things[] = {
        "人口", "税负", "负担", "收费", "支出", "成本", "费用", "人数", NULL
    };
    const struct tj_quantity *q = g->quantity;
    struct tj_str object = g->phrase.text;
    bool amount = q->unit.len == 0 || (q->kind != TJ_RATIO && q->kind != TJ_TENTH && q->kind != TJ_PP);
    if (!amount || g->predicate.direction || g->predicate.reach || !tj_ends_in_one(object, things)) return;
    for (const char *const *verb = verbs; *verb; verb++) {
        if (!tj_eat(&object, tj_str_of(*verb))) continue;
        g->phrase.text = g->phrase.tail = object;
        g->phrase.head.len = 0;
        g->predicate.direction = -1;
        return;
    }
}

/* Reads the figure of mention i; returns the last mention that it used. */
size_t tj_read_figure(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    struct tj_figure g = { .quantity = tj_mention_at(w, i)->quantity };
    size_t run[TJ_MAX_LIST], end = g.quantity->end;
    if (w->from > g.quantity->off)
        w->from = g.quantity->off; /* the noun behind the last number held this one */
    g.predicate = tj_predicate_of(f, i, w->from);
    if (g.predicate.direction == 0) g.predicate.direction = growth_behind(f, g.quantity);
    if (g.predicate.direction == 0) g.predicate.direction = growth_before_bracket(w, g.quantity);
    if (g.predicate.direction == 0) g.predicate.direction = change_before_bracket(w, g.quantity);
    g.phrase = tj_phrase_before(f, w->from, g.predicate.from);
    g.item = tj_ends(tj_cut(f->sentence, 0, w->from), TJ_STR("、"));
    struct tj_str behind = tj_cut(f->sentence, g.predicate.from, f->sentence.len);
    g.phrase.completed = tj_starts(behind, TJ_STR("完成")) || tj_starts(behind, TJ_STR("实现"));
    take_explanation(w, &g);
    if (g.predicate.object) g.phrase = tj_phrase_before(f, g.predicate.object, g.quantity->off);
    if (g.phrase.net && g.predicate.direction == 0)
        g.predicate.direction = 1, g.predicate.basis = TJ_STR("base");
    g.ends_rise = w->start.quantity && !g.predicate.start;
    fill_figure(w, &g);
    struct tj_quantity sectors[3];
    if (tj_sectors_at(f, g.quantity->off, sectors)) return read_sectors(w, &g, sectors, i);
    take_doing(f, &g);
    take_fall(&g);
    bool each = g.predicate.each || g.phrase.each;
    bool silent = g.phrase.text.len == 0 && g.predicate.direction != 0; /* 实际增长4.9%和2.9% */
    size_t count = each || silent || tj_is_list(&g.phrase) ? tj_list_run(f, i, each, run) : 1;
    struct tj_name names[TJ_MAX_LIST];
    if (count > 1 && !each && !tj_list_names(f, &g.phrase, count, names)) count = 1;
    if (count > 1) {
        read_list(w, &g, run, count);
        return run[count - 1];
    }
    if (!is_compared_level(w, &g)) remember_comparison(f, &g.predicate);
    take_goal_behind(w, &g);
    if (g.naming == TJ_CARRIED || name_goal(w, &g)) {
        end = g.quantity->end;
    } else if (!tj_name_behind(w, &g, &end)) {
        end = g.quantity->end;
        g.name = tj_name_of(f, &g.phrase, g.quantity->unit, &g.predicate, &g.naming);
        if (w->start.quantity && g.phrase.text.len == 0) take_from_start(w, &g);
    }
    take_named_region(f, &g);
    bind_for_regions(w, &g);
    remember_rise(w, &g);
    w->start = g.predicate.start ? g : (struct tj_figure){ 0 };
    w->from = end;
    return i;
}

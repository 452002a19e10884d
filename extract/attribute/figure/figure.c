#include "extract/attribute/figure/figure_parts.h"
#include "extract/attribute/figure/sectors.h"
#include "extract/attribute/name/name_behind.h"
#include "extract/attribute/name/name_event.h"
#include "extract/attribute/name/name_money.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/name_pronoun.h"
#include "extract/attribute/name/noun_behind.h"

static void fill_figure(const struct tj_walk *w, struct tj_figure *g)
{
    const struct tj_predicate *p = &g->predicate;
    const struct tj_period *period = p->period && !p->compared ? p->period : g->phrase.period;
    if (p->compared && p->start) period = p->period;
    if (g->quantity->unit.len && g->quantity->kind == TJ_TIMES && p->direction == 0)
        period = g->phrase.period;
    static const char *const ahead[] = { "预计", "有望", "目标", "力争", NULL };
    bool of_day = period && w->f->period.kind == TJ_P_DAY && period->kind == TJ_P_YEAR
                  && period->first == w->f->period.first /* 截至3月17日，今年总票房… */
                  && !tj_holds_one(tj_cut(w->f->sentence, 0, g->quantity->off), ahead);
    if (period && !of_day && period->kind != TJ_P_NONE && !tj_period_is_of_days(period) && period->first)
        g->period = *period;
    const struct tj_mention *bracket = tj_before_bracket(w->f, TJ_M_PERIOD, g->quantity->off);
    if (bracket && bracket->period->first) g->period = *bracket->period;
    if (p->now && p->start && w->f->now.month && g->period.kind == TJ_P_NONE)
        g->period = tj_year_of(w->f->now.year);
    uint32_t said = g->phrase.region_count ? g->phrase.regions[g->phrase.region_count - 1] : TJ_NONE;
    bool of_thing = said && said == w->district && w->f->region_count;
    if (said && w->f->region_count <= 1 && !of_thing && !tj_gives_example(w->f, g->quantity->off))
        g->region = said;
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

static bool is_one_year(const struct tj_period *p)
{
    return p->kind == TJ_P_YEAR && p->first && p->first == p->last;
}

/* 1985年达到A，比|1980年的B增加C。其中，农业由D增加到E: the years that the rises of the parts are between. */
static void remember_base(struct tj_frame *f, const struct tj_period *base)
{
    if (!is_one_year(base) || !is_one_year(&f->period) || base->first >= f->period.first) return;
    f->before = *base;
    f->after = f->period;
}

/* 较“十三五”末的9323.1亿元: a level of the time that is compared with. */
static bool is_compared_level(const struct tj_walk *w, struct tj_figure *g)
{
    if (tj_take_yardstick_level(w, g)) return true;
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
    remember_base(w->f, p->period);
    return true;
}

/* 由2013年的A增至2024年的B. */
static void remember_rise(const struct tj_walk *w, const struct tj_figure *g)
{
    const struct tj_period *from = &w->start.period, *to = g->period.first ? &g->period : &w->f->period;
    if (!w->start.quantity || !is_one_year(from) || !is_one_year(to) || from->first >= to->first) return;
    if (w->f->period.kind == TJ_P_NONE) w->f->period = *to; /* 其中…: of the year that was reached */
    w->f->rose_from = from->first;
    w->f->rose_to = to->first;
    w->f->before = *from;
    w->f->after = *to;
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

/* 全国…利润5.6万亿元，同比增长49.5%: the growth is of the same place. 低于全国（5.2%）: so is what the bracket tells. */
static void take_named_region(struct tj_frame *f, struct tj_figure *g)
{
    struct tj_str left = tj_cut(f->sentence, 0, g->quantity->off);
    bool bracket = tj_ends(left, TJ_STR("（"));
    const struct tj_mention *place = bracket ? tj_before_bracket(f, TJ_M_REGION, g->quantity->off) : NULL;
    if (place) g->region = tj_region_choose(f, place->entry);
    if (!g->region && g->naming == TJ_CARRIED && g->phrase.text.len == 0) g->region = f->named_region;
    struct tj_str national = TJ_STR("国内生产总值"); /* regions have 地区生产总值 since 2004 */
    bool local = f->at_home || f->region_count || f->now.year < 2004;
    if (!g->region && !local && tj_equal(g->name.whole, national)) g->region = f->lexicon->nation;
    bool nowhere = f->home == TJ_NONE && f->topic == TJ_NONE;
    if (nowhere && tj_equal(g->name.whole, national)) f->topic = g->region;
    if (!bracket && !g->yardstick) f->named_region = g->region;
}

/* 有|21个|省份增速回升: provinces are counted in the nation, whichever of them was told of before. */
static void take_nation_of_provinces(const struct tj_walk *w, struct tj_figure *g)
{
    static const char *const counted[] = { "省份",       "省区市",   "省（区、市）", "省（自治区",
                                           "副省级城市", "万亿城市", "省市区",       NULL };
    static const char *const leads[] = { "超过", "超", "近", "约", "已经", "已", "共",
                                         "目前", "仅", "还", "就", "有",   NULL };
    const struct tj_frame *f = w->f;
    struct tj_str behind = tj_cut(f->sentence, g->quantity->end, f->sentence.len);
    if (f->at_home || g->region || !tj_starts_with_one(behind, counted)) return;
    struct tj_str before = tj_trim(tj_cut(f->sentence, w->clause, g->quantity->off));
    bool told = f->region_count && f->region_clause == w->clause_no;
    if (!told && tj_without(before, leads, tj_drop_end).len == 0) g->region = f->lexicon->nation;
}

/* …（深圳）销量50万辆，集团营收7000亿元: what another owner has is not of the place in the bracket. */
static void leave_bracket(struct tj_walk *w, const struct tj_figure *g)
{
    struct tj_frame *f = w->f;
    if (!w->bracket_clause || w->bracket_clause == w->clause_no + 1) return;
    struct tj_name name = tj_name_split(f, g->phrase.text);
    if (!name.owner.len || !name.attr.len) return;
    f->regions[0] = w->before_bracket;
    f->region_count = w->before_bracket ? 1 : 0;
    w->bracket_clause = 0;
}

/* The figure of mention i with its predicate, its phrase and what they tell of time and place. */
static struct tj_figure begin_figure(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    struct tj_figure g = { .quantity = tj_mention_at(w, i)->quantity };
    if (w->from > g.quantity->off)
        w->from = g.quantity->off; /* the noun behind the last number held this one */
    g.predicate = tj_predicate_of(f, i, w->from);
    if (g.predicate.direction == 0) g.predicate.direction = tj_direction_around(w, g.quantity);
    static const char *const rates[] = { "增速的", "增幅的", "涨幅的", NULL }; /* 是整体出口增速的|两倍 */
    bool of_rate = g.quantity->unit.len && g.quantity->kind == TJ_TIMES
                   && tj_ends_in_one(tj_cut(f->sentence, w->from, g.quantity->off), rates);
    if (of_rate) g.predicate.direction = 0;
    struct tj_str when = { 0 };
    bool turns = tj_begin_turn(w, &g, &when);
    g.phrase = tj_phrase_before(f, w->from, tj_end_of_multiple(w, &g));
    g.item = tj_ends(tj_cut(f->sentence, 0, w->from), TJ_STR("、"));
    struct tj_str behind = tj_cut(f->sentence, g.predicate.from, f->sentence.len);
    g.phrase.completed = tj_starts(behind, TJ_STR("完成")) || tj_starts(behind, TJ_STR("实现"));
    tj_take_explanation(w, &g);
    tj_take_clause_before(w, &g);
    if (g.predicate.object) g.phrase = tj_phrase_before(f, g.predicate.object, g.quantity->off);
    if (g.phrase.net && g.predicate.direction == 0)
        g.predicate.direction = 1, g.predicate.basis = TJ_STR("base");
    leave_bracket(w, &g);
    g.ends_rise = w->start.quantity && !g.predicate.start;
    fill_figure(w, &g);
    if (turns) tj_time_turn(w, &g, when);
    return g;
}

/* 17个省级开发区|实现工业增加值800亿元: those that were counted right before own it. */
static void take_counted_owner(const struct tj_walk *w, struct tj_figure *g)
{
    const struct tj_frame *f = w->f;
    static const char *const apart[] = { "中", "里", "的", "内", NULL };
    bool plain = g->phrase.text.len && !g->phrase.region_count && !g->phrase.share && !g->predicate.rank
                 && w->from > w->clause && f->facts->count > f->first_fact;
    if (!plain || tj_starts_with_one(tj_cut(f->sentence, w->from, f->sentence.len), apart)) return;
    const struct tj_fact *last = &f->facts->at[f->facts->count - 1];
    struct tj_str noun = f->name.whole;
    bool counted = last->measure == TJ_LEVEL
                   && (tj_equal(last->unit, TJ_STR("个")) || tj_equal(last->unit, TJ_STR("家")));
    if (!counted || last->end + noun.len != w->from || !tj_owns(f, noun)
        || !tj_indicator_row(f, g->name.whole))
        return;
    g->name = tj_name_compose(f, noun, g->name.whole);
    g->naming = TJ_COMPOSED;
}

/* Names the figure, from what the words say or the frame knows; returns where its words end. */
static size_t name_figure(struct tj_walk *w, struct tj_figure *g)
{
    size_t end = g->quantity->end;
    tj_take_goal_behind(w, g);
    if (g->naming == TJ_CARRIED || tj_name_goal(w, g)) return end;
    if (tj_name_part(w, g, &end) || tj_name_behind(w, g, &end)) return end;
    g->name = tj_name_of(w->f, &g->phrase, g->quantity->unit, &g->predicate, &g->naming);
    if (w->start.quantity && g->phrase.text.len == 0) take_from_start(w, g);
    take_counted_owner(w, g);
    return g->quantity->end;
}

/* Reads the figure of mention i; returns the last mention that it used. */
size_t tj_read_figure(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    struct tj_figure g = begin_figure(w, i);
    size_t run[TJ_MAX_LIST];
    struct tj_quantity sectors[3];
    if (tj_sectors_at(f, g.quantity->off, sectors)) return tj_read_sectors(w, &g, sectors, i);
    tj_take_doing(f, &g);
    tj_take_fall(f, &g);
    bool each = g.predicate.each || g.phrase.each || (w->start_list && g.phrase.text.len == 0);
    g.ends_rise |= w->start_list && each && !g.predicate.start; /* 分别从A、B提高到|C、D */
    w->start_list = 0;
    bool silent = g.phrase.text.len == 0 && g.predicate.direction != 0; /* 实际增长4.9%和2.9% */
    size_t count = each || silent || tj_is_list(&g.phrase) ? tj_list_run(f, i, each, run) : 1;
    struct tj_name names[TJ_MAX_LIST];
    if (count > 1 && !each && !tj_list_names(f, &g.phrase, count, names)) count = 1;
    if (count > 1) {
        tj_read_list(w, &g, run, count);
        return run[count - 1];
    }
    if (!is_compared_level(w, &g)) remember_comparison(f, &g.predicate);
    size_t end = name_figure(w, &g);
    tj_name_of_event(w, &g);
    tj_name_money(w, &g);
    tj_name_meant(w, &g);
    tj_name_of_sibling(w, &g);
    tj_name_next_share(w, &g);
    take_nation_of_provinces(w, &g);
    take_named_region(f, &g);
    bind_for_regions(w, &g);
    remember_rise(w, &g);
    w->start = g.predicate.start ? g : (struct tj_figure){ 0 };
    w->from = end;
    return i;
}

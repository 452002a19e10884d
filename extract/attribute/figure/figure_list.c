#include "extract/attribute/figure/figure_parts.h"
#include "extract/attribute/figure/list_periods.h"
#include "extract/attribute/figure/list_share.h"
#include "extract/attribute/figure/sectors.h"
#include "extract/attribute/name/name_behind.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"
#include "extract/attribute/period/in_hand.h"

/* 较2019年分别增长8%、9%: what the first is told by, the others are too. */
static void share_predicate(struct tj_predicate *p, const struct tj_predicate *first)
{
    if (p->direction == 0) p->direction = first->direction;
    if (p->basis.len == 0) {
        p->basis = first->basis;
        if (!p->period) p->period = first->period;
        p->compared |= first->compared;
        p->years = first->years;
    }
    p->start |= first->start; /* 分别从645元、|4318元提高到… */
    p->reach |= first->reach;
    p->equals |= first->equals;
}

/* The clause that ends at the comma before `to` as a part of a list; empty if it has a number or does not name an owner. */
static struct tj_str owner_before(const struct tj_walk *w, size_t *to)
{
    static const char *const kinds[] = { "业", "类", "品", NULL };
    const struct tj_frame *f = w->f;
    struct tj_str comma = TJ_STR("，"), none = { 0 };
    if (*to < comma.len || !tj_ends(tj_cut(f->sentence, 0, *to), comma)) return none;
    size_t end = *to - comma.len, at, from = 0;
    if (tj_find_last(tj_cut(f->sentence, 0, end), comma, &at)) from = at + comma.len;
    if (!tj_ends_in_one(tj_cut(f->sentence, from, end), kinds)) return none;
    for (size_t i = 0; i < f->mentions->count; i++)
        if (f->mentions->at[i].kind == TJ_M_QUANTITY && f->mentions->at[i].off >= from
            && f->mentions->at[i].off < end)
            return none;
    *to = from;
    struct tj_phrase p = tj_phrase_before(f, from, end);
    return p.verb || tj_char_count(p.text) > 24 ? none : p.text;
}

/* 信息传输、软件和信息技术服务业，交通运输、仓储和邮政业增加值分别增长…: parts that hold marks of lists are parted by commas. */
static bool names_by_comma(const struct tj_walk *w, const struct tj_phrase *phrase, size_t count,
                           struct tj_name *names)
{
    struct tj_str parts[TJ_MAX_LIST] = { 0 };
    size_t to = w->clause;
    if (phrase->text.len == 0 || w->from != w->clause) return false;
    parts[count - 1] = phrase->text;
    for (size_t i = count - 1; i > 0; i--) {
        parts[i - 1] = owner_before(w, &to);
        if (parts[i - 1].len == 0) return false;
    }
    tj_share_tail(w->f, parts, count, names);
    return names[0].attr.len > 0;
}

/* 在实物商品网上零售额中，吃类、穿类、用类商品分别增长…: kinds of goods are of the whole that the clause before set. */
static void lend_whole_to_list(const struct tj_frame *f, size_t count, struct tj_name *names)
{
    static const char *const kinds[] = { "类", "品", NULL };
    if (!tj_name_is_of_sentence(f) || !f->name.attr.len || f->facts->count == f->first_fact) return;
    size_t among;
    if (!tj_find(f->sentence, TJ_STR("中，"), 0, &among)) return;
    for (size_t i = 0; i < count; i++)
        if (names[i].attr.len || !tj_ends_in_one(names[i].whole, kinds)) return;
    size_t at;
    bool goods = tj_find(f->name.owner, TJ_STR("商品"), 0, &at);
    for (size_t i = 0; goods && i < count; i++) tj_drop_end(&names[i].whole, TJ_STR("商品"));
    for (size_t i = 0; i < count; i++)
        names[i] = tj_name_compose(f, names[i].whole, goods ? f->name.whole : f->name.attr);
}

/* 城镇调查失业率、居民消费价格|涨幅分别控制在5%和3%以内: is the rate none of what rises by so much? */
static bool is_rate_beside_rise(const struct tj_frame *f, size_t from, struct tj_str name)
{
    static const char *const rises[] = { "涨幅", "增幅", "增速", NULL };
    return tj_ends(name, TJ_STR("率")) && !tj_ends(name, TJ_STR("增长率"))
           && tj_starts_with_one(tj_cut(f->sentence, from, f->sentence.len), rises);
}

/* 分别有72%和53%的|受访者认为…: of what stands behind the last number; where its words end, or 0. */
static size_t name_behind_list(struct tj_walk *w, struct tj_figure *g, const struct tj_quantity *last)
{
    struct tj_figure end_figure = *g;
    size_t end = last->end;
    if (g->phrase.text.len || g->predicate.direction || g->predicate.reach || g->predicate.rank) return 0;
    end_figure.quantity = last;
    if (!tj_name_behind(w, &end_figure, &end)) return 0;
    g->name = end_figure.name;
    g->naming = end_figure.naming;
    g->of_part = end_figure.of_part;
    return end;
}

void tj_read_list(struct tj_walk *w, struct tj_figure *g, const size_t *run, size_t count)
{
    struct tj_name names[TJ_MAX_LIST];
    bool from_idle = g->phrase.text.len == 0 && w->idle_end && !g->ends_rise;
    if (from_idle) { /* 甲和乙，2000年分别达到… */
        const struct tj_period *period = g->phrase.period;
        g->phrase = tj_phrase_before(w->f, w->idle, w->idle_end);
        if (period) g->phrase.period = period;
    }
    struct tj_period periods[TJ_MAX_LIST]; /* 1、2月份价格平稳，分别上涨1.3%和1.2% */
    bool by_time = from_idle && !g->predicate.compared && tj_list_periods(w, run[0], count, periods);
    bool by_region = g->phrase.region_count == count
                     || (w->f->region_count == count && (g->phrase.text.len || !w->idle_end));
    bool named =
        !by_region && !by_time
        && (names_by_comma(w, &g->phrase, count, names) || tj_list_names(w->f, &g->phrase, count, names));
    if (named) lend_whole_to_list(w->f, count, names);
    const uint32_t *regions = g->phrase.region_count == count ? g->phrase.regions : w->f->regions;
    struct tj_predicate first = g->predicate;
    w->start_list = first.start ? count : 0;
    enum tj_bound shared = tj_mention_at(w, run[count - 1])->quantity->bound; /* 分别增长5%、6.5%左右 */
    size_t behind =
        named || by_region ? 0 : name_behind_list(w, g, tj_mention_at(w, run[count - 1])->quantity);
    if (!named && !behind) g->name = tj_name_of(w->f, &g->phrase, g->quantity->unit, &first, &g->naming);
    by_time =
        !named && !behind && !by_region && !first.compared && tj_list_periods(w, run[0], count, periods);
    if (!named && !by_region && !by_time && g->naming > TJ_CARRIED_FAR) g->naming = TJ_CARRIED_FAR;
    for (size_t i = 0; i < count; i++) {
        g->quantity = tj_mention_at(w, run[i])->quantity;
        if (i > 0) {
            g->predicate = tj_predicate_of(w->f, run[i], tj_mention_at(w, run[i - 1])->quantity->end);
            share_predicate(&g->predicate, &first);
        }
        if (shared != TJ_EQ && shared != TJ_RANGE && g->predicate.bound == TJ_EQ) g->predicate.bound = shared;
        if (named) g->name = names[i], g->naming = TJ_COMPOSED;
        if (named && i + 1 < count && is_rate_beside_rise(w->f, first.from, names[i].whole)) {
            g->predicate.direction = 0;
            g->predicate.basis.len = 0;
        }
        if (by_region) g->region = regions[i];
        if (by_time) g->period = periods[i];
        g->listed = true;
        tj_bind(w->f, g);
    }
    if (by_time) { /* 一季度和二季度分别增长…: what is told next is of neither */
        w->f->period = (struct tj_period){ 0 };
        w->f->paragraph = w->paragraph;
    }
    w->from = behind ? behind : tj_mention_at(w, run[count - 1])->quantity->end;
}

/* 由上年同期的|9.6:42.7:47.7: the time in hand, a year before. */
static void take_year_before(const struct tj_walk *w, struct tj_figure *g, size_t off)
{
    static const char *const said[] = { "上年同期的", "去年同期的", NULL };
    const struct tj_frame *f = w->f;
    if (g->period.kind != TJ_P_NONE || !tj_ends_in_one(tj_cut(f->sentence, 0, off), said)) return;
    struct tj_period p = tj_period_year_before(f, g);
    if (p.first) g->period = p;
}

size_t tj_read_sectors(struct tj_walk *w, struct tj_figure *g, struct tj_quantity parts[3], size_t i)
{
    take_year_before(w, g, parts[0].off);
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

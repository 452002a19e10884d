#include "extract/attribute/lists.h"
#include "extract/attribute/walk.h"

enum { SHORT_HEAD = 4 }; /* characters: a head this short is put before the noun behind the number */

static bool is_count(const struct tj_quantity *q)
{
    static const char *const of_people[] = { "人", "人次", "户", "户次", "万" };
    if (q->unit.len == 0) return true;
    if (q->kind != TJ_COUNTER && q->kind != TJ_PLACE) return false;
    for (size_t i = 0; i < sizeof of_people / sizeof of_people[0]; i++)
        if (tj_equal(q->unit, tj_str_of(of_people[i]))) return false;
    return true;
}

/* 项目刷新纪录: what follows the kind of thing is no longer its name. */
static struct tj_str cut_at_kind(const struct tj_frame *f, struct tj_str noun)
{
    for (size_t at = 0; at < noun.len; at += tj_char_len((unsigned char)noun.ptr[at])) {
        size_t len;
        if (at > 0 && tj_trie_longest(f->lexicon->kinds, noun, at, &len)) return tj_cut(noun, 0, at + len);
    }
    return noun;
}

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

/* 企业, 行业: the noun alone says too little, 都 behind it not counted. */
static bool is_too_general(const struct tj_frame *f, struct tj_str noun)
{
    static const struct tj_str behind[] = { { "都", 3 }, { "均", 3 }, { "已", 3 }, { "将", 3 } };
    for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++)
        if (tj_ends(noun, behind[i])) noun.len -= behind[i].len;
    return tj_trie_find(f->lexicon->owner_ends, noun) != NULL;
}

/* 在1.3万亿斤以上的基础上: no thing that could own a number. */
static bool is_circumstance(struct tj_str noun)
{
    static const char *const words[] = { "基础上", "背景下", "情况下", "条件下",
                                         "前提下", "形势下", "同时",   "过程中" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_equal(noun, tj_str_of(words[i]))) return true;
    return false;
}

/* 总投资410亿元的项目: the noun owns what stands before the number. */
static bool name_from_owner_behind(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    const struct tj_frame *f = w->f;
    size_t at = g->quantity->end;
    if (!tj_starts(tj_cut(f->sentence, at, f->sentence.len), TJ_STR("的")) || g->predicate.direction)
        return false;
    size_t from = at + 3;
    g->region = region_at(f, &from, g->region); /* 4.2万亿元的全国新增减税降费 */
    struct tj_str noun = tj_phrase_behind(f, from, end);
    if (noun.len == 0 || is_circumstance(noun)) return false;
    if (is_too_general(f, noun)) noun = tj_clause_behind(f, from, end);
    noun = cut_at_kind(f, noun);
    bool ratio = g->quantity->unit.len && (g->quantity->kind == TJ_RATIO || g->quantity->kind == TJ_TENTH);
    struct tj_str attr = g->phrase.text;
    struct tj_str known = tj_name_split(f, attr).attr;
    if (known.len || ratio) attr = known; /* 眼前这个占地: only 占地 is what is measured */
    g->of_part = attr.len == 0;
    g->name = (struct tj_name){ noun, attr, attr.len ? tj_join(f->arena, noun, attr) : noun };
    g->naming = TJ_FROM_BEHIND;
    return true;
}

/* 育儿补贴惠及124万名婴幼儿: what reaches them belongs to the name. */
static bool is_reach_of(const struct tj_phrase *p)
{
    return p->subject.len && tj_char_count(p->subject) <= 10
           && (tj_ends(p->text, TJ_STR("惠及")) || tj_ends(p->text, TJ_STR("覆盖")));
}

/* 组建13家企业创新联合体, 增发1万亿元国债: the noun behind the number. */
static bool name_from_behind(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    const struct tj_frame *f = w->f;
    const struct tj_predicate *p = &g->predicate;
    const struct tj_phrase *before = &g->phrase;
    bool verb_object =
        p->direction && before->text.len == 0 && !p->compared && p->basis.len == 0 && is_count(g->quantity);
    if ((p->direction && !verb_object) || p->rank || p->share || p->start) return false;
    bool little = before->text.len == 0 || before->verbs_only;
    if (!little && !is_count(g->quantity)) return false;
    struct tj_str noun = tj_phrase_behind(f, g->quantity->end, end);
    if (noun.len == 0 || is_circumstance(noun)) return false;
    if (is_too_general(f, noun)) noun = tj_clause_behind(f, g->quantity->end, end);
    bool keep_head = little || is_reach_of(before) || tj_char_count(before->text) <= SHORT_HEAD;
    struct tj_str whole = keep_head && before->text.len ? tj_join(f->arena, before->text, noun) : noun;
    g->of_part = before->text.len == 0;
    if (verb_object) g->predicate.direction = 0;
    struct tj_phrase all = tj_phrase_before(f, g->quantity->end, *end);
    bool thing =
        all.subject.len >= 6
        && tj_trie_find(f->lexicon->kinds, tj_cut(all.subject, all.subject.len - 6, all.subject.len));
    if (thing && before->text.len == 0) whole = all.subject; /* 160项重大项目开工建设 */
    if (before->text.len == 0 && w->f->behind.len && tj_char_count(noun) <= SHORT_HEAD + 1)
        whole = tj_join(f->arena, w->f->behind, noun); /* …试点，1334万人参保 */
    g->name = tj_name_split(f, whole);
    g->naming = TJ_FROM_BEHIND;
    if (all.object_of_last.len) w->f->behind = all.object_of_last;
    return true;
}

/* 造成3人死亡、7人受伤: what befell them is what is counted. */
static bool name_from_fate(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    size_t len;
    bool counted = g->quantity->unit.len && g->quantity->kind == TJ_COUNTER;
    struct tj_str rest = tj_cut(w->f->sentence, g->quantity->end, w->f->sentence.len);
    const struct tj_entry *e = counted ? tj_trie_longest(w->f->lexicon->words, rest, 0, &len) : NULL;
    while (e && e->kind != TJ_FATE) e = e->more;
    if (!e || g->predicate.direction) return false;
    g->name = (struct tj_name){ .owner = tj_cut(rest, 0, len), .whole = tj_cut(rest, 0, len) };
    g->naming = TJ_FROM_BEHIND;
    *end = g->quantity->end + len;
    return true;
}

static void fill_figure(const struct tj_walk *w, struct tj_figure *g)
{
    const struct tj_predicate *p = &g->predicate;
    const struct tj_period *period = p->period && !p->compared ? p->period : g->phrase.period;
    if (p->compared && p->start) period = p->period;
    if (g->quantity->unit.len && g->quantity->kind == TJ_TIMES && p->direction == 0)
        period = g->phrase.period;
    if (period && period->kind != TJ_P_NONE && period->kind != TJ_P_DAY && period->first) g->period = *period;
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
    if (!p->period || p->from < w->from) return false;
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
    if (g->phrase.text.len == 0 && w->idle_end) { /* 甲和乙，2000年分别达到… */
        const struct tj_period *period = g->phrase.period;
        g->phrase = tj_phrase_before(w->f, w->idle, w->idle_end);
        if (period) g->phrase.period = period;
    }
    bool by_region = g->phrase.region_count == count
                     || (w->f->region_count == count && (g->phrase.text.len || !w->idle_end));
    bool named = !by_region && tj_list_names(w->f, &g->phrase, count, names);
    const uint32_t *regions = g->phrase.region_count == count ? g->phrase.regions : w->f->regions;
    struct tj_predicate first = g->predicate;
    enum tj_bound shared = tj_mention_at(w, run[count - 1])->quantity->bound; /* 分别增长5%、6.5%左右 */
    if (!named) g->name = tj_name_of(w->f, &g->phrase, g->quantity->unit, first.direction != 0, &g->naming);
    if (!named && !by_region && g->naming > TJ_CARRIED_FAR) g->naming = TJ_CARRIED_FAR;
    for (size_t i = 0; i < count; i++) {
        g->quantity = tj_mention_at(w, run[i])->quantity;
        if (i > 0) {
            g->predicate = tj_predicate_of(w->f, run[i], tj_mention_at(w, run[i - 1])->quantity->end);
            if (g->predicate.direction == 0) g->predicate.direction = first.direction;
            if (g->predicate.basis.len == 0) g->predicate.basis = first.basis;
            g->predicate.reach |= first.reach;
        }
        if (shared != TJ_EQ && shared != TJ_RANGE && g->predicate.bound == TJ_EQ) g->predicate.bound = shared;
        if (named) g->name = names[i], g->naming = TJ_COMPOSED;
        if (by_region) g->region = regions[i];
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
    w->f->rose_from = from->first;
    w->f->rose_to = to->first;
}

/* 占比由7.2%提升至7.4%: the second is of the same kind as the first. */
static void take_from_start(const struct tj_walk *w, struct tj_figure *g)
{
    g->name = w->start.name;
    g->naming = w->start.naming;
    g->phrase.share = w->start.phrase.share || w->start.predicate.share;
    g->of_part = w->start.of_part;
}

/* 实现20%以上增长, 10%的降幅: the noun of change stands behind. */
static int growth_behind(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const struct {
        const char *word;
        int direction;
    } nouns[] = { { "增长", 1 }, { "高增长", 1 }, { "快速增长", 1 }, { "增幅", 1 },
                  { "增速", 1 }, { "涨幅", 1 },   { "下降", -1 },    { "降幅", -1 } };
    static const char *const ends[] = { "，", "。", "；", "、", "）", "！", "" };
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

/* Reads the figure of mention i; returns the last mention that it used. */
size_t tj_read_figure(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    struct tj_figure g = { .quantity = tj_mention_at(w, i)->quantity };
    size_t run[TJ_MAX_LIST], end = g.quantity->end;
    g.predicate = tj_predicate_of(f, i, w->from);
    if (g.predicate.direction == 0) g.predicate.direction = growth_behind(f, g.quantity);
    g.phrase = tj_phrase_before(f, w->from, g.predicate.from);
    g.item = tj_ends(tj_cut(f->sentence, 0, w->from), TJ_STR("、"));
    struct tj_str behind = tj_cut(f->sentence, g.predicate.from, f->sentence.len);
    g.phrase.completed = tj_starts(behind, TJ_STR("完成")) || tj_starts(behind, TJ_STR("实现"));
    if (g.predicate.object) g.phrase = tj_phrase_before(f, g.predicate.object, g.quantity->off);
    if (g.phrase.net && g.predicate.direction == 0)
        g.predicate.direction = 1, g.predicate.basis = TJ_STR("base");
    fill_figure(w, &g);
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
    if (!name_from_fate(w, &g, &end) && !name_from_owner_behind(w, &g, &end)
        && !name_from_behind(w, &g, &end)) {
        end = g.quantity->end;
        bool growth = g.predicate.direction != 0;
        g.name = tj_name_of(f, &g.phrase, g.quantity->unit, growth, &g.naming);
        if (w->start.quantity && g.phrase.text.len == 0) take_from_start(w, &g);
    }
    bind_for_regions(w, &g);
    remember_rise(w, &g);
    w->start = g.predicate.start ? g : (struct tj_figure){ 0 };
    w->from = end;
    return i;
}

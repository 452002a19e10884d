#include "extract/attribute/sentence.h"

#include "extract/attribute/counts.h"
#include "extract/attribute/lists.h"

enum { SHORT_HEAD = 4 }; /* characters: a head this short is put before the noun behind the number */

/* The walk through one sentence. */
struct walk {
    struct tj_frame *f;
    size_t from;            /* where the words of the next figure begin */
    size_t clause;          /* where the clause begins */
    unsigned titles;        /* depth of 《》 */
    struct tj_figure start; /* the A of 从A到B, until B is read */
};

static const struct tj_mention *mention(const struct walk *w, size_t i) { return &w->f->mentions->at[i]; }

static bool has_quantity(const struct walk *w, size_t from, uint32_t until)
{
    for (size_t i = from; i < w->f->mentions->count; i++) {
        if (mention(w, i)->kind == TJ_M_MARK && mention(w, i)->mark == until) return false;
        if (mention(w, i)->kind == TJ_M_QUANTITY) return true;
    }
    return false;
}

/* Does this mark end a clause? A list mark does behind a number, a bracket does around one. */
static bool ends_clause(const struct walk *w, size_t i)
{
    const struct tj_mention *m = mention(w, i);
    switch (m->mark) {
    case U'，':
    case U'；':
    case U'：':
    case U'。':
    case U'！':
    case U'？':
    case ',':
    case ';':
    case ':':
    case ' ': return true;
    case U'（': return has_quantity(w, i + 1, U'）');
    case '(': return has_quantity(w, i + 1, ')');
    case U'）':
    case ')': return i > 0 && mention(w, i - 1)->kind == TJ_M_QUANTITY;
    case U'、':
        return i > 0 && mention(w, i - 1)->kind == TJ_M_QUANTITY
               && mention(w, i - 1)->quantity->end == m->off;
    default: return false;
    }
}

static void take_mark(struct walk *w, size_t i)
{
    const struct tj_mention *m = mention(w, i);
    if (m->mark == U'《') w->titles++;
    if (m->mark == U'》' && w->titles) w->titles--;
    if (!ends_clause(w, i)) return;
    w->from = w->clause = m->off + m->len;
    w->f->done = w->f->promise = false;
}

/* Nothing but function words between the start of the clause and here? */
static bool leads_clause(const struct walk *w, size_t off)
{
    struct tj_phrase p = tj_phrase_before(w->f, w->clause, off);
    return p.text.len == 0;
}

/* A place that leads a clause is what the clause is about. Of 江西定南县 it is the part; a district's figures go
   to its city where both are named. */
static void take_region(struct walk *w, uint32_t row, bool new_list)
{
    struct tj_frame *f = w->f;
    if (row == TJ_NONE || tj_equal(f->lexicon->regions[row].code, TJ_STR("WLD"))) return;
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
}

static void meet_region(struct walk *w, size_t i)
{
    const struct tj_mention *m = mention(w, i);
    if (!leads_clause(w, m->off) || tj_is_aside(w->f, m->off)) return;
    uint32_t row = m->kind == TJ_M_REGION ? tj_region_choose(w->f, m->entry) : tj_region_here(w->f, m->cue);
    bool follows = i > 0 && mention(w, i - 1)->off >= w->clause
                   && (mention(w, i - 1)->kind == TJ_M_REGION || mention(w, i - 1)->mark == U'、');
    take_region(w, row, !follows);
}

static bool is_compared(const struct tj_frame *f, size_t at)
{
    static const char *const words[] = { "比", "较", "与", "同", "从", "由", "到", "至" };
    struct tj_str left = tj_cut(f->sentence, 0, at);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_ends(left, tj_str_of(words[i]))) return i < 6 || !f->period.first;
    return false;
}

/* A period outside a comparison is what the sentence now speaks of. A day is when it was said. */
/* 是2010年的2.2倍, 1985年以来最高: only a yardstick. */
static bool is_yardstick(const struct walk *w, size_t i)
{
    const struct tj_mention *m = mention(w, i);
    struct tj_str left = tj_cut(w->f->sentence, 0, m->off),
                  rest = tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len);
    static const char *const founded[] = { "成立于", "建于",   "始于",   "创办于",
                                           "创建于", "建成于", "出生于", "得名于" };
    for (size_t k = 0; k < sizeof founded / sizeof founded[0]; k++)
        if (tj_ends(left, tj_str_of(founded[k]))) return true;
    if (tj_starts(rest, TJ_STR("以来")) || tj_ends(left, TJ_STR("为")) || tj_ends(left, TJ_STR("是")))
        return true;
    const struct tj_mention *next = i + 1 < w->f->mentions->count ? mention(w, i + 1) : NULL;
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

static void meet_period(struct walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = mention(w, i);
    if (is_yardstick(w, i)) return;
    const struct tj_period *p = m->period;
    bool until = tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("截至"))
                 || tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("截止"));
    if (p->kind == TJ_P_NONE || p->first == 0 || (p->kind == TJ_P_DAY && !until)) return;
    if (is_compared(f, m->off) && !tj_starts(tj_cut(f->sentence, m->off, m->off + m->len), TJ_STR("到"))) {
        bool to_reach = tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("到")) && p->first >= f->now.year;
        if (!to_reach) return;
    }
    bool adverbial = tj_starts(tj_cut(f->sentence, m->off + m->len, f->sentence.len), TJ_STR("，"));
    if (adverbial && leads_clause(w, m->off)) set_section(f, p);
    f->period = *p;
    if (f->now.year == 0 || p->first <= f->now.year)
        f->paragraph = *p; /* what is to come holds for its sentence */
    if (f->now.year && p->last < f->now.year) f->from_now_on = false;
}

static void meet_cue(struct walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = mention(w, i);
    struct tj_str left = tj_cut(f->sentence, w->clause, m->off);
    if (m->cue->kind == TJ_CUE_HERE) meet_region(w, i);
    if (m->cue->kind == TJ_CUE_DONE) f->done = true;
    if ((m->cue->kind == TJ_CUE_NOW || m->cue->kind == TJ_CUE_DONE) && f->now.month && !f->at_home
        && f->period.kind == TJ_P_NONE)
        f->period = (struct tj_period){ .kind = TJ_P_YEAR, .first = f->now.year, .last = f->now.year };
    if (m->cue->kind != TJ_CUE_TARGET) return;
    static const char *const met[] = { "完成", "高于", "超过", "好于",   "实现",     "超额完成", "达到",
                                       "符合", "快于", "围绕", "完成了", "完成全年", "完成年度" };
    for (size_t k = 0; k < sizeof met / sizeof met[0]; k++)
        if (tj_ends(left, tj_str_of(met[k]))) return;
    size_t aim;
    bool whole = !f->at_home || f->section_target || tj_find(m->cue->word, TJ_STR("目标"), 0, &aim);
    if (whole) f->target = true;
    else f->promise = true;
    if (tj_equal(m->cue->word, TJ_STR("下一步")) || tj_equal(m->cue->word, TJ_STR("今后"))) {
        f->from_now_on = true;
        f->now.sticky = 0;
    }
    size_t at;
    if (f->at_home && f->now.year && tj_find(m->cue->word, TJ_STR("预期目标"), 0, &at)
        && !f->section_target) {
        f->section = (struct tj_period){ .kind = TJ_P_YEAR, .first = f->now.year, .last = f->now.year };
        f->section_target = true;
    }
}

/* Another quantity before the clause ends? */
static bool more_in_clause(const struct walk *w, size_t i)
{
    for (size_t k = i + 1; k < w->f->mentions->count; k++) {
        if (mention(w, k)->kind == TJ_M_MARK && mention(w, k)->mark != U'、' && ends_clause(w, k))
            return false;
        if (mention(w, k)->kind == TJ_M_QUANTITY) return true;
    }
    return false;
}

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

/* 总投资410亿元的项目: the noun owns what stands before the number. */
static bool name_from_owner_behind(const struct walk *w, struct tj_figure *g, size_t *end)
{
    const struct tj_frame *f = w->f;
    size_t at = g->quantity->end;
    if (!tj_starts(tj_cut(f->sentence, at, f->sentence.len), TJ_STR("的")) || g->predicate.direction)
        return false;
    struct tj_str noun = tj_phrase_behind(f, at + 3, end);
    if (noun.len == 0) return false;
    noun = cut_at_kind(f, noun);
    bool ratio = g->quantity->unit.len && (g->quantity->kind == TJ_RATIO || g->quantity->kind == TJ_TENTH);
    struct tj_str attr = g->phrase.text;
    if (ratio && tj_name_split(f, attr).attr.len == 0) attr.len = 0;
    g->of_part = attr.len == 0;
    g->name = (struct tj_name){ noun, attr, attr.len ? tj_join(f->arena, noun, attr) : noun };
    g->naming = TJ_FROM_BEHIND;
    return true;
}

/* 组建13家企业创新联合体, 增发1万亿元国债: the noun behind the number. */
static bool name_from_behind(const struct walk *w, struct tj_figure *g, size_t *end)
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
    if (noun.len == 0) return false;
    if (tj_trie_find(f->lexicon->owner_ends, noun)) noun = tj_clause_behind(f, g->quantity->end, end);
    bool keep_head = little || tj_char_count(before->text) <= SHORT_HEAD;
    struct tj_str whole = keep_head && before->text.len ? tj_join(f->arena, before->text, noun) : noun;
    g->of_part = before->text.len == 0;
    if (verb_object) g->predicate.direction = 0;
    g->name = tj_name_split(f, whole);
    g->naming = TJ_FROM_BEHIND;
    return true;
}

static void fill_figure(const struct walk *w, struct tj_figure *g)
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
static void bind_for_regions(struct walk *w, struct tj_figure *g)
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
    if (!p->compared || !p->period || !p->period->first || p->period->relative) return;
    f->basis = tj_print(f->arena, "base:%d", p->period->last);
}

/* 较“十三五”末的9323.1亿元: a level of the time that is compared with. */
static bool is_compared_level(const struct walk *w, struct tj_figure *g)
{
    const struct tj_predicate *p = &g->predicate;
    struct tj_str left = tj_trim(tj_cut(w->f->sentence, w->from, p->from));
    bool compared = p->period && (tj_ends(left, TJ_STR("比")) || tj_ends(left, TJ_STR("较")));
    if (!compared) return false;
    g->phrase = (struct tj_phrase){ 0 };
    g->period = *p->period;
    w->f->basis = p->period->first ? tj_print(w->f->arena, "base:%d", p->period->last) : w->f->basis;
    return true;
}

static void read_list(struct walk *w, struct tj_figure *g, const size_t *run, size_t count)
{
    struct tj_name names[TJ_MAX_LIST];
    bool by_region = g->phrase.region_count == count || (w->f->region_count == count && g->phrase.text.len);
    bool named = !by_region && tj_list_names(w->f, &g->phrase, count, names);
    const uint32_t *regions = g->phrase.region_count == count ? g->phrase.regions : w->f->regions;
    struct tj_predicate first = g->predicate;
    enum tj_bound shared = mention(w, run[count - 1])->quantity->bound; /* 分别增长5%、6.5%左右 */
    if (!named) g->name = tj_name_of(w->f, &g->phrase, g->quantity->unit, first.direction != 0, &g->naming);
    if (!named && !by_region && g->naming > TJ_CARRIED_FAR) g->naming = TJ_CARRIED_FAR;
    for (size_t i = 0; i < count; i++) {
        g->quantity = mention(w, run[i])->quantity;
        if (i > 0) {
            g->predicate = tj_predicate_of(w->f, run[i], mention(w, run[i - 1])->quantity->end);
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
    w->from = mention(w, run[count - 1])->quantity->end;
}

/* 占比由7.2%提升至7.4%: the second is of the same kind as the first. */
static void take_from_start(const struct walk *w, struct tj_figure *g)
{
    g->name = w->start.name;
    g->naming = w->start.naming;
    g->phrase.share = w->start.phrase.share || w->start.predicate.share;
    g->of_part = w->start.of_part;
}

/* Reads the figure of mention i; returns the last mention that it used. */
static size_t read_figure(struct walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    struct tj_figure g = { .quantity = mention(w, i)->quantity };
    size_t run[TJ_MAX_LIST], end = g.quantity->end;
    g.predicate = tj_predicate_of(f, i, w->from);
    g.phrase = tj_phrase_before(f, w->from, g.predicate.from);
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
    if (!name_from_owner_behind(w, &g, &end) && !name_from_behind(w, &g, &end)) {
        end = g.quantity->end;
        bool growth = g.predicate.direction != 0;
        g.name = tj_name_of(f, &g.phrase, g.quantity->unit, growth, &g.naming);
        if (w->start.quantity && g.phrase.text.len == 0) take_from_start(w, &g);
    }
    bind_for_regions(w, &g);
    w->start = g.predicate.start ? g : (struct tj_figure){ 0 };
    w->from = end;
    return i;
}

static void start_sentence(struct tj_frame *f, struct tj_str sentence, const struct tj_mentions *mentions)
{
    f->sentence = sentence;
    f->mentions = mentions;
    f->region_count = 0;
    f->period = (struct tj_period){ 0 };
    f->target = f->done = f->promise = false;
    f->basis = (struct tj_str){ 0 };
    f->first_fact = f->facts->count;
    f->sentence_no++;
}

void tj_read_sentence(struct tj_frame *frame, struct tj_str sentence, const struct tj_mentions *mentions)
{
    start_sentence(frame, sentence, mentions);
    struct walk w = { .f = frame };
    for (size_t i = 0; i < mentions->count; i++) {
        const struct tj_mention *m = &mentions->at[i];
        switch (m->kind) {
        case TJ_M_MARK: take_mark(&w, i); break;
        case TJ_M_REGION: meet_region(&w, i); break;
        case TJ_M_PERIOD: meet_period(&w, i); break;
        case TJ_M_CUE: meet_cue(&w, i); break;
        case TJ_M_WORD:
        case TJ_M_GUARD: break;
        case TJ_M_QUANTITY: {
            enum tj_counting counting =
                w.titles ? TJ_NO_STATISTIC : tj_counting_of(frame, i, more_in_clause(&w, i));
            bool bare = m->quantity->bare && m->quantity->bound == TJ_EQ
                        && tj_predicate_of(frame, i, w.from).bound == TJ_EQ;
            if (counting == TJ_COUNTS && bare) counting = TJ_NO_STATISTIC;
            bool years = m->quantity->unit.len && m->quantity->kind == TJ_YEAR; /* 5年增长1.6倍 */
            if (counting == TJ_COUNTS)
                i = read_figure(&w, i);
            else if (counting == TJ_NO_STATISTIC && !years)
                w.from = m->quantity->end;
            break;
        }
        }
    }
}

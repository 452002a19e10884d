#include "extract/attribute/sentence.h"

#include "extract/attribute/figure/counts.h"
#include "extract/attribute/figure/sectors.h"
#include "extract/attribute/name/name_event.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/name_share.h"
#include "extract/attribute/name/noun_behind.h"
#include "extract/attribute/phrase/phrase_parts.h"
#include "extract/attribute/predicate/basis.h"
#include "extract/attribute/theme.h"
#include "extract/attribute/walk.h"

/* Is there a number before the mark `until`? Years (按1990年不变价格计算) are none. */
static bool has_quantity(const struct tj_walk *w, size_t from, uint32_t until)
{
    for (size_t i = from; i < w->f->mentions->count; i++) {
        const struct tj_mention *m = tj_mention_at(w, i);
        if (m->kind == TJ_M_MARK && m->mark == until) return false;
        if (m->kind == TJ_M_QUANTITY && !(m->quantity->unit.len && m->quantity->kind == TJ_YEAR)) return true;
    }
    return false;
}

/* Does this mark end a clause? A list mark does behind a number, a bracket does around one. */
static bool ends_clause(const struct tj_walk *w, size_t i)
{
    const struct tj_mention *m = tj_mention_at(w, i);
    if (w->remarks && m->mark != U'。') return false;
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
    case ')': return i > 0 && tj_mention_at(w, i - 1)->kind == TJ_M_QUANTITY;
    case U'、':
        return i > 0 && tj_mention_at(w, i - 1)->kind == TJ_M_QUANTITY
               && tj_mention_at(w, i - 1)->quantity->end == m->off;
    default: return false;
    }
}

/* 总产值（不包括手工业产值，下同）: opens or closes a bracket without a number. */
static void note_remark(struct tj_walk *w, size_t i)
{
    const struct tj_mention *m = tj_mention_at(w, i);
    bool closes = m->mark == U'）' || m->mark == ')';
    bool opens = tj_bracket_end(w->f, i, w->f->sentence.len) > i && !ends_clause(w, i);
    w->remarks += opens;
    if (closes && w->remarks) w->remarks--;
}

/* 水电4.1亿千瓦（含抽水蓄能4579万千瓦）；核电…: what a bracket tells is told in passing. */
static void pass_bracket(struct tj_walk *w, size_t i)
{
    const struct tj_mention *m = tj_mention_at(w, i);
    bool closes = m->mark == U'）' || m->mark == ')';
    if (closes && w->outside.whole.len) {
        w->f->name = w->f->level = w->outside;
        w->outside = (struct tj_name){ 0 };
    } else if ((m->mark == U'（' || m->mark == '(') && ends_clause(w, i) && tj_name_is_of_sentence(w->f)) {
        w->outside = w->f->name;
    }
}

static void take_mark(struct tj_walk *w, size_t i)
{
    const struct tj_mention *m = tj_mention_at(w, i);
    pass_bracket(w, i);
    if (m->mark == U'《') w->titles++;
    if (m->mark == U'》' && w->titles) w->titles--;
    note_remark(w, i);
    if (!ends_clause(w, i)) return;
    w->idle = w->idle_end = 0;
    bool first = tj_trim(tj_cut(w->f->sentence, 0, w->clause)).len == 0;
    bool heads = first && (m->mark == U'：' || m->mark == ':');
    if (w->from == w->clause && (i > 0 || heads) && i < w->last) tj_set_theme(w, m->off);
    if (heads) tj_set_heading(w, i);
    tj_note_turn(w, m->off);
    tj_note_total(w, i);
    tj_note_event(w->f, w->clause, m->off);
    if (w->from == w->clause && (i >= w->last || i == 0)) tj_note_thing(w->f, w->clause, m->off);
    w->from = w->clause = m->off + m->len;
    w->clause_first = i + 1;
    w->f->done = w->f->promise = false;
    if (m->mark == U'；') w->f->rose_from = w->f->rose_to = 0;
    w->clause_no++;
}

/* Another quantity before the clause ends? */
static bool more_in_clause(const struct tj_walk *w, size_t i)
{
    for (size_t k = i + 1; k < w->f->mentions->count; k++) {
        if (tj_mention_at(w, k)->kind == TJ_M_MARK && tj_mention_at(w, k)->mark != U'、' && ends_clause(w, k))
            return false;
        if (tj_mention_at(w, k)->kind == TJ_M_QUANTITY) return true;
    }
    return false;
}

/* 619种产品中有295种产品产量同比增长。其中，钢材…: what follows is output too. */
static bool tells_output(const struct tj_frame *f, struct tj_str sentence)
{
    for (size_t at = 0; tj_find(sentence, TJ_STR("产品"), at, &at);) {
        struct tj_str rest = tj_cut(sentence, at += 6, sentence.len);
        tj_eat(&rest, TJ_STR("的"));
        if (tj_starts(rest, TJ_STR("产量"))) return true;
    }
    return (f->of_output && tj_starts(sentence, TJ_STR("其中")));
}

static void start_sentence(struct tj_frame *f, struct tj_str sentence, const struct tj_mentions *mentions)
{
    f->of_output = tells_output(f, sentence);
    if (!tj_starts(sentence, TJ_STR("其中"))) f->goods.len = 0;
    f->sentence = sentence;
    f->kind.known = f->event_word.known = false;
    f->mentions = mentions;
    f->region_count = 0;
    bool ahead = f->period.first > f->now.year || (f->target && f->at_home);
    bool part = tj_starts(tj_trim(sentence), TJ_STR("其中")) && ahead && f->now.year;
    if (!part)
        f->period = (struct tj_period){ 0 }; /* 一九八五年…达到…。其中，农业…: of the same year to come */
    f->span = (struct tj_period){ 0 };
    f->target &= part;
    f->done = f->promise = false;
    f->rose_from = f->rose_to = 0;
    if (!tj_starts(tj_trim(sentence), TJ_STR("其中"))) f->before = f->after = (struct tj_period){ 0 };
    f->named_region = TJ_NONE;
    f->basis = f->turn = f->theme = f->lead = f->behind = f->total = f->part_of = f->part_who =
        (struct tj_str){ 0 };
    f->first_fact = f->facts->count;
    f->sentence_no++;
    const struct tj_region *topic = &f->lexicon->regions[f->topic];
    bool abroad = topic->level == TJ_LEVEL_COUNTRY && f->topic != f->lexicon->nation;
    if (abroad && !f->news) f->topic = f->home; /* an article looks abroad for a sentence */
}

/* 福州地铁、宁古高速等建成通车，|基础设施投资…: does the clause before give only examples? */
static bool follows_examples(const struct tj_walk *w)
{
    struct tj_str comma = TJ_STR("，"), clause = tj_cut(w->f->sentence, 0, w->clause);
    size_t at;
    if (!tj_drop_end(&clause, comma)) return false;
    clause = tj_behind_last(clause, comma);
    return tj_find(clause, TJ_STR("等"), 0, &at) && tj_holds(tj_cut(clause, 0, at), TJ_STR("、"));
}

/* 厦门试点形成80项成果，|6组省属国企重组: does the clause begin anew, with a count? */
static bool begins_with_count(const struct tj_walk *w, size_t number)
{
    return tj_trim(tj_cut(w->f->sentence, w->clause, number)).len == 0;
}

/* A report comes back to its own region: a part that it named two clauses ago, without a figure, or among examples, is done
   with. */
static void check_regions(struct tj_walk *w, size_t number)
{
    struct tj_frame *f = w->f;
    bool local = f->at_home && f->lexicon->regions[f->home].level != TJ_LEVEL_COUNTRY && f->region_count;
    size_t since = w->clause_no - f->region_clause;
    bool over = since > 1 || tj_gives_example(f, number)
                || (since == 1 && (follows_examples(w) || begins_with_count(w, number)));
    if (local && over) f->region_count = 0;
    f->region_clause = w->clause_no;
}

/* The number of the last quantity's mention, or 0. */
static size_t last_quantity(const struct tj_mentions *mentions)
{
    size_t i = mentions->quantities ? mentions->count : 0;
    while (i > 0 && mentions->at[--i].kind != TJ_M_QUANTITY) {}
    return i;
}

/* Is the number a statistic? A bare 百亿元 is one only where words bound it or it is reached. */
static enum tj_counting counting_of(const struct tj_walk *w, size_t i)
{
    const struct tj_quantity *q = tj_mention_at(w, i)->quantity;
    if (w->titles) return TJ_NO_STATISTIC;
    if (tj_sectors_at(w->f, q->off, NULL)) return TJ_COUNTS;
    enum tj_counting counting = tj_counting_of(w->f, i, more_in_clause(w, i));
    if (counting != TJ_COUNTS || !q->bare || q->bound != TJ_EQ) return counting;
    static const char *const ends[] = { "，", "。", "；", "、", "左右", "以上", NULL };
    struct tj_str left = tj_cut(w->f->sentence, 0, q->off);
    bool reached = (tj_ends(left, TJ_STR("达到")) || tj_ends(left, TJ_STR("达"))) /* 达到|万亿元 */
                   && tj_starts_with_one(tj_cut(w->f->sentence, q->end, w->f->sentence.len), ends);
    return reached || tj_predicate_of(w->f, i, w->from).bound != TJ_EQ ? TJ_COUNTS : TJ_NO_STATISTIC;
}

/* 5年增长1.6倍, 科技三项经费5亿元: is the number part of what follows? 跨越四个|百亿元台阶 is a step. */
static bool is_of_what_follows(const struct tj_walk *w, size_t i)
{
    const struct tj_quantity *q = tj_mention_at(w, i)->quantity;
    const struct tj_mention *next = i + 1 < w->f->mentions->count ? tj_mention_at(w, i + 1) : NULL;
    if (next && next->kind == TJ_M_QUANTITY && next->off == q->end && next->quantity->bare) return false;
    bool years = q->unit.len && (q->kind == TJ_YEAR || (q->chinese && !q->vague));
    return years || tj_ends(tj_cut(w->f->sentence, 0, q->off), TJ_STR("连续"));
}

/* 连跨4个|万亿级台阶、突破7万亿元: where the step that was climbed ends. */
static size_t step_end(const struct tj_frame *f, const struct tj_quantity *q)
{
    size_t len;
    struct tj_str behind = tj_cut(f->sentence, q->end, f->sentence.len);
    bool step = tj_trie_longest(f->lexicon->no_counts, behind, 0, &len)
                && tj_ends(tj_cut(behind, 0, len), TJ_STR("台阶"));
    return step ? q->end + len : q->end;
}

/* Makes a fact of the number, or remembers of what it was told; returns the last mention used. */
static size_t meet_quantity(struct tj_walk *w, size_t i)
{
    enum tj_counting counting = counting_of(w, i);
    const struct tj_quantity *q = tj_mention_at(w, i)->quantity;
    if (counting == TJ_COUNTS) {
        check_regions(w, q->off);
        i = tj_read_figure(w, i);
        bool bracket = tj_ends(tj_cut(w->f->sentence, 0, q->off), TJ_STR("（"));
        bool seen = w->f->view && q->unit.len && (bracket || q->kind == TJ_COUNTER);
        if (!seen) w->f->lead.len = 0; /* 从GDP看，21个省份…，其中广东… */
    } else if (counting == TJ_NO_STATISTIC && !is_of_what_follows(w, i)) {
        tj_keep_subject(w, q->off);
        w->from = step_end(w->f, q);
    }
    return i;
}

void tj_read_sentence(struct tj_frame *frame, struct tj_str sentence, const struct tj_mentions *mentions)
{
    start_sentence(frame, sentence, mentions);
    struct tj_walk w = { .f = frame, .paragraph = frame->paragraph, .last = last_quantity(mentions) };
    for (size_t i = 0; i < mentions->count; i++) {
        switch (mentions->at[i].kind) {
        case TJ_M_MARK: take_mark(&w, i); break;
        case TJ_M_REGION: tj_meet_region(&w, i); break;
        case TJ_M_PERIOD: tj_meet_period(&w, i); break;
        case TJ_M_CUE: tj_meet_cue(&w, i); break;
        case TJ_M_QUANTITY: i = meet_quantity(&w, i); break;
        case TJ_M_WORD:
        case TJ_M_GUARD: break;
        }
    }
    tj_note_basis(frame);
}

#include "extract/attribute/predicate/predicate_compare.h"
#include "extract/attribute/predicate/predicate_far.h"
#include "extract/attribute/predicate/predicate_words.h"

enum { LONGEST_BEFORE = 4 }; /* characters of a word that stands right before a number */

/* The mention that ends at byte `end`, or NULL. `below` bounds the search. */
static const struct tj_mention *ending_at(const struct tj_frame *f, size_t below, size_t end)
{
    while (below > 0) {
        const struct tj_mention *m = &f->mentions->at[--below];
        if (m->off + m->len == end) return m;
        if (m->off + m->len < end) return NULL;
    }
    return NULL;
}

/* Does `at` lie inside a mention? */
static bool inside_mention(const struct tj_frame *f, size_t below, size_t at)
{
    while (below > 0) {
        const struct tj_mention *m = &f->mentions->at[--below];
        if (m->off < at) return m->off + m->len > at;
    }
    return false;
}

/* The longest word of the table of near words that ends at `end` and begins at or after `limit`. */
static const struct tj_cue *near_word(const struct tj_frame *f, size_t below, size_t limit, size_t end)
{
    const struct tj_cue *best = NULL;
    size_t from = end;
    for (int i = 0; i < LONGEST_BEFORE && from > limit; i++) {
        from = tj_char_before(f->sentence, from);
        if (from < limit) break;
        const struct tj_entry *entry = tj_trie_find(f->lexicon->before, tj_cut(f->sentence, from, end));
        if (entry && !inside_mention(f, below, from)) best = &f->lexicon->cues[entry->row];
    }
    return best;
}

/* Words between a rank's verb and its number that say among whom: 居全国第2位. */
static size_t skip_field(const struct tj_frame *f, size_t limit, size_t end,
                         const struct tj_mention *touching)
{
    static const struct tj_str fields[] = {
        TJ_WORD("国家中心城市"), TJ_WORD("副省级城市"), TJ_WORD("大中城市"), TJ_WORD("重点城市"),
        TJ_WORD("同类城市"),     TJ_WORD("各省区市"),   TJ_WORD("各省区"),   TJ_WORD("省区"),
        TJ_WORD("县级市"),       TJ_WORD("设区市"),     TJ_WORD("各地市"),   TJ_WORD("地级市"),
        TJ_WORD("省区市"),       TJ_WORD("城市"),       TJ_WORD("省份"),     TJ_WORD("各省"),
        TJ_WORD("国内"),         TJ_WORD("全球"),       TJ_WORD("世界"),     TJ_WORD("内地"),
        TJ_WORD("大陆"),         TJ_WORD("中西部"),     TJ_WORD("西部"),     TJ_WORD("中部"),
        TJ_WORD("东部"),         TJ_WORD("同行业"),     TJ_WORD("行业"),     TJ_WORD("的"),
        TJ_WORD("各省、区"),     TJ_WORD("各地区"),     TJ_WORD("各市州"),   TJ_WORD("各区县"),
    };
    if (touching
        && (touching->kind == TJ_M_REGION
            || (touching->kind == TJ_M_CUE && touching->cue->kind == TJ_CUE_HERE)))
        return touching->off;
    struct tj_str left = tj_cut(f->sentence, limit, end);
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (tj_ends(left, fields[i])) return end - fields[i].len;
    return end;
}

/* 增速, 涨幅: nouns that may also stand as the verb of a change. */
static bool is_aspect(const struct tj_frame *f, const struct tj_mention *m)
{
    if (m->kind != TJ_M_CUE) return false;
    const struct tj_entry *e = tj_trie_find(f->lexicon->words, m->cue->word);
    while (e && e->kind != TJ_ASPECT) e = e->more;
    return e != NULL;
}

/* 南北长61公里, 时长90分钟: no growth. */
static bool is_length(const struct tj_quantity *q)
{
    static const char *const units[] = { "m", "km", "min", "h", "d" };
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (tj_equal(q->unit, tj_str_of(units[i]))) return true;
    return false;
}

/* 3年 as 3; 0 if it is no plain number of years. */
static int years_of(const struct tj_quantity *q)
{
    double years = q->value.known ? tj_decimal_double(q->value) : 0;
    return years >= 1 && years < 100 ? (int)years : 0;
}

/* 比年初新增, 较上年末新增: behind a basis the verb tells a change. */
static bool is_net_rise(const struct tj_frame *f, size_t below, const struct tj_mention *m)
{
    bool verb = m && m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_VERB
                && (tj_equal(m->cue->word, TJ_STR("新增")) || tj_equal(m->cue->word, TJ_STR("新增加")));
    const struct tj_mention *before = verb ? ending_at(f, below, m->off) : NULL;
    return before && before->kind == TJ_M_CUE && before->cue->kind == TJ_CUE_BASIS;
}

/* 时长|90分钟, 10亿元以上|18家: the near word ends what stands before it. */
static bool belongs_left(const struct tj_frame *f, size_t at, struct tj_str left, const struct tj_cue *near)
{
    bool length = is_length(f->mentions->at[at].quantity) && tj_equal(near->word, TJ_STR("长"));
    return length || (tj_equal(near->word, TJ_STR("上")) && tj_ends(left, TJ_STR("以上")));
}

/* 客机上|49人 is where, 上|百人 is how many. */
static bool is_on_top(const struct tj_frame *f, size_t at, const struct tj_cue *near)
{
    static const char *const many[] = { "百", "千", "万", "亿", NULL };
    bool counted = f->mentions->at[at].quantity->unit.len && f->mentions->at[at].quantity->kind == TJ_COUNTER;
    return counted && tj_equal(near->word, TJ_STR("上"))
           && !tj_starts_with_one(tj_cut(f->sentence, f->mentions->at[at].off, f->sentence.len), many);
}

/* 5年|提高4.5个百分点: the years that the change took. */
static void take_years(const struct tj_frame *f, const struct tj_mention *m, struct tj_predicate *p)
{
    p->basis = TJ_STR("base");
    bool each = tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("连续"));
    p->years = each ? 0 : years_of(m->quantity);
}

/* Is it a verb of change: 增长, 降低? */
static bool is_change(const struct tj_mention *m)
{
    return m && m->kind == TJ_M_CUE && (m->cue->kind == TJ_CUE_UP || m->cue->kind == TJ_CUE_DOWN);
}

/* 失业率|低于5.5%: right before the number the word of change sets a limit. */
static bool is_limit(const struct tj_frame *f, size_t at, const struct tj_mention *m,
                     const struct tj_cue *near, size_t from)
{
    const struct tj_mention *number = &f->mentions->at[at];
    bool points = number->quantity->unit.len && number->quantity->kind == TJ_PP;
    return is_change(m) && near && from == number->off && !points && near->kind == TJ_CUE_BEFORE
           && tj_equal(m->cue->word, near->word);
}

/* Does the near word count although a mention ends with it: 加快0.5个百分点, 将近? */
static bool outweighs(const struct tj_cue *near, const struct tj_mention *m)
{
    bool verb = m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_VERB && tj_equal(m->cue->word, near->word);
    return verb || (m->kind == TJ_M_GUARD && m->len == near->word.len);
}

/* Takes the mention that touches the predicate into it; false if it is no part of it. */
static bool take_mention(const struct tj_frame *f, size_t at, const struct tj_mention *m, bool limit_said,
                         struct tj_predicate *p)
{
    if (is_net_rise(f, at, m)) { /* 比年初|新增289亿元 */
        tj_take_direction(p, 1, (struct tj_str){ 0 });
        return true;
    }
    if (p->direction && m->kind == TJ_M_QUANTITY && m->quantity->unit.len && m->quantity->kind == TJ_YEAR) {
        if (p->basis.len == 0) take_years(f, m, p); /* 5年|增长 */
        return true;
    }
    if (m->kind == TJ_M_CUE && !limit_said)
        return tj_take_cue(p, m->cue, tj_cut(f->sentence, p->from, f->sentence.len));
    if (m->kind != TJ_M_PERIOD || p->period) return false;
    p->period = m->period;
    if (tj_starts(tj_cut(f->sentence, m->off + m->len, f->sentence.len), TJ_STR("的")))
        p->of = false; /* 2010年的9.4% is no part of anything */
    return true;
}

/* Takes what touches the predicate on its left; where that begins, or where the predicate does if nothing touches. */
static size_t step_left(const struct tj_frame *f, size_t at, size_t limit, struct tj_predicate *p)
{
    const struct tj_mention *number = &f->mentions->at[at], *m = ending_at(f, at, p->from);
    bool place = number->quantity->unit.len && number->quantity->kind == TJ_PLACE;
    if (m && m->off < limit) return p->from;
    const struct tj_cue *near = near_word(f, at, limit, p->from);
    if (near && belongs_left(f, at, tj_cut(f->sentence, limit, p->from), near)) near = NULL;
    bool limit_said = is_limit(f, at, m, near, p->from);
    if (m && p->direction && !is_net_rise(f, at, m) && is_aspect(f, m)) return p->from; /* 增速同比提高 */
    if (m && take_mention(f, at, m, limit_said, p)) return m->off;
    if (near && !m && is_on_top(f, at, near)) return p->from - near->word.len;
    bool counts = near && (!m || limit_said || outweighs(near, m));
    if (counts && tj_take_near(p, near, place && p->from == number->off)) {
        size_t from = p->from - near->word.len;
        if (p->ordinal && p->value_from == number->off) p->value_from = from;
        return from;
    }
    return p->rank || place ? skip_field(f, limit, p->from, m) : p->from;
}

/* Walks left from the number over everything that touches. */
static void walk_left(const struct tj_frame *f, size_t at, size_t limit, struct tj_predicate *p)
{
    for (size_t from = p->from; from > limit; p->from = from) {
        from = step_left(f, at, limit, p);
        if (from == p->from) return;
    }
}

struct tj_predicate tj_predicate_of(const struct tj_frame *frame, size_t at, size_t limit)
{
    const struct tj_mention *m = &frame->mentions->at[at];
    struct tj_predicate p = { .from = m->off - m->quantity->lead, .value_from = m->off, .bound = TJ_EQ };
    if (limit > p.from)
        limit = p.from; /* the noun behind the last number holds this one: 千亩 of 粮油千亩高产片 */
    walk_left(frame, at, limit, &p);
    tj_take_far_start(frame, at, limit, &p);
    tj_take_yardstick(frame, at, limit, &p);
    bool points = m->quantity->unit.len && m->quantity->kind == TJ_PP;
    if (points ? !p.share : tj_is_distance(frame, limit, &p)) tj_take_far_verb(frame, at, limit, &p);
    if (p.direction != 0 || points || m->quantity->growth) tj_take_comparison(frame, limit, &p);
    if (points) p.pull |= tj_adds_to_whole(frame, limit, &p);
    if (points && p.period && tj_equal(p.basis, TJ_STR("other")))
        p.compared = true; /* 高于“十三五”1.2个百分点 */
    return p;
}

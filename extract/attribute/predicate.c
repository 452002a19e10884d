#include "extract/attribute/predicate_compare.h"
#include "extract/attribute/predicate_far.h"

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

static void take_bound(struct tj_predicate *p, struct tj_str word)
{
    enum tj_bound bound;
    if (p->bound == TJ_EQ && word.len && tj_bound_of(word, &bound)) p->bound = bound;
}

static void take_direction(struct tj_predicate *p, int direction, struct tj_str argument)
{
    if (p->direction == 0) p->direction = direction;
    if (p->basis.len == 0) p->basis = argument;
}

/* 将增长, 将下降, 将达到: promise and predicate in one word. */
static void take_promised(struct tj_predicate *p, struct tj_str word, struct tj_str behind)
{
    static const char *const up[] = { "增长", "增加", "提高" }, *const reach[] = { "达", "达到", "超过",
                                                                                   "突破" };
    if (tj_starts(behind, TJ_STR("到")) || tj_starts(behind, TJ_STR("至"))
        || tj_starts(behind, TJ_STR("为"))) {
        p->reach = true; /* 将提高到 */
        return;
    }
    for (size_t i = 0; i < sizeof up / sizeof up[0]; i++)
        if (tj_ends(word, tj_str_of(up[i]))) take_direction(p, 1, (struct tj_str){ 0 });
    for (size_t i = 0; i < sizeof reach / sizeof reach[0]; i++)
        p->reach |= tj_ends(word, tj_str_of(reach[i]));
    if (tj_ends(word, TJ_STR("下降"))) take_direction(p, -1, (struct tj_str){ 0 });
}

/* A cue word touching what has been read so far, which is at the head of `behind`; false if it ends the predicate. */
static bool take_cue(struct tj_predicate *p, const struct tj_cue *cue, struct tj_str behind)
{
    switch (cue->kind) {
    case TJ_CUE_UP:
    case TJ_CUE_DOWN:
        if (p->share) return false; /* 对经济增长的贡献率 */
        if (tj_starts(behind, TJ_STR("至")) || tj_starts(behind, TJ_STR("到"))) { /* 缩减至29项 */
            p->reach = true;
            return true;
        }
        take_direction(p, cue->kind == TJ_CUE_UP ? 1 : -1, cue->argument);
        return true;
    case TJ_CUE_REACH:
        p->reach = true;
        take_bound(p, cue->argument);
        return true;
    case TJ_CUE_BASIS:
        if (p->basis.len == 0) p->basis = cue->argument;
        return true;
    case TJ_CUE_SHARE:
        p->share = true;
        p->pull = tj_equal(cue->argument, TJ_STR("pull"));
        take_bound(p, cue->argument);
        return p->pull; /* 占比 and 贡献率 are part of the name */
    case TJ_CUE_RANK: /* 排名提升4位 is a change of it */ p->rank = p->direction == 0; return p->rank;
    case TJ_CUE_EACH: p->each = true; return true;
    case TJ_CUE_TARGET: take_promised(p, cue->word, behind); return true;
    case TJ_CUE_NOW: /* 从目前的2个半小时 */ p->now = true; return true;
    case TJ_CUE_LIGHT:
    case TJ_CUE_DROP:
    case TJ_CUE_DONE:
    case TJ_CUE_LEAD: return true;
    default: return false;
    }
}

/* A word of one or two characters that counts only here. */
static bool take_near(struct tj_predicate *p, const struct tj_cue *cue, bool plain)
{
    switch (cue->kind) {
    case TJ_CUE_BEFORE:
        p->of |= tj_equal(cue->word, TJ_STR("的"));
        take_bound(p, cue->argument);
        return true;
    case TJ_CUE_NEAR_UP: take_direction(p, 1, cue->argument); return true;
    case TJ_CUE_NEAR_DOWN: take_direction(p, -1, cue->argument); return true;
    case TJ_CUE_NEAR_SHARE: p->share = true; return true;
    case TJ_CUE_NEAR_RANK: p->rank = true; return true;
    case TJ_CUE_ORDINAL: p->rank = p->ordinal = plain; return plain;
    case TJ_CUE_TOP:
        p->rank = p->ordinal = plain;
        if (plain) p->bound = TJ_LE;
        return plain;
    case TJ_CUE_FROM: p->start = true; return true;
    default: return false;
    }
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

/* 5年|提高4.5个百分点: the years that the change took. */
static void take_years(const struct tj_frame *f, const struct tj_mention *m, struct tj_predicate *p)
{
    p->basis = TJ_STR("base");
    bool each = tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("连续"));
    p->years = each ? 0 : years_of(m->quantity);
}

/* Walks left from the number over everything that touches. */
static void walk_left(const struct tj_frame *f, size_t at, size_t limit, struct tj_predicate *p)
{
    bool place = f->mentions->at[at].quantity->unit.len && f->mentions->at[at].quantity->kind == TJ_PLACE;
    bool points = f->mentions->at[at].quantity->unit.len && f->mentions->at[at].quantity->kind == TJ_PP;
    while (p->from > limit) {
        const struct tj_mention *m = ending_at(f, at, p->from);
        if (m && m->off < limit) return;
        const struct tj_cue *near = near_word(f, at, limit, p->from);
        if (near && belongs_left(f, at, tj_cut(f->sentence, limit, p->from), near)) near = NULL;
        bool verb = m && near && m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_VERB
                    && tj_equal(m->cue->word, near->word);                      /* 加快0.5个百分点 */
        verb |= m && near && m->kind == TJ_M_GUARD && m->len == near->word.len; /* 将近 */
        bool change = m && m->kind == TJ_M_CUE && (m->cue->kind == TJ_CUE_UP || m->cue->kind == TJ_CUE_DOWN);
        bool limit_said = change && near && p->from == f->mentions->at[at].off && !points
                          && near->kind == TJ_CUE_BEFORE
                          && tj_equal(m->cue->word, near->word); /* 失业率低于5.5% */
        bool years = m && m->kind == TJ_M_QUANTITY && m->quantity->unit.len
                     && m->quantity->kind == TJ_YEAR; /* 5年增长 */
        if (is_net_rise(f, at, m)) {                  /* 比年初|新增289亿元 */
            take_direction(p, 1, (struct tj_str){ 0 });
            p->from = m->off;
            continue;
        }
        if (m && p->direction && is_aspect(f, m)) return; /* 增速同比提高 */
        if (years && p->direction && p->basis.len == 0) take_years(f, m, p);
        if ((years && p->direction)
            || (m && m->kind == TJ_M_CUE && !limit_said
                && take_cue(p, m->cue, tj_cut(f->sentence, p->from, f->sentence.len)))) {
            p->from = m->off;
        } else if (m && m->kind == TJ_M_PERIOD && p->period == NULL) {
            p->period = m->period;
            p->from = m->off;
            if (tj_starts(tj_cut(f->sentence, m->off + m->len, f->sentence.len), TJ_STR("的")))
                p->of = false; /* 2010年的9.4% is no part of anything */
        } else if ((!m || verb || limit_said) && near
                   && take_near(p, near, place && p->from == f->mentions->at[at].off)) {
            p->from -= near->word.len;
            if (p->ordinal && p->value_from == f->mentions->at[at].off) p->value_from = p->from;
        } else {
            size_t field = p->rank || place ? skip_field(f, limit, p->from, m) : p->from;
            if (field == p->from) return;
            p->from = field;
        }
    }
}

/* 超过全国平均水平0.3个百分点: what it surpasses stands between. */
static bool is_surpassing(const struct tj_frame *f, const struct tj_mention *m, size_t to)
{
    if (m->kind != TJ_M_CUE || m->cue->kind != TJ_CUE_REACH || !tj_equal(m->cue->word, TJ_STR("超过")))
        return false;
    struct tj_str whom = tj_trim(tj_cut(f->sentence, m->off + m->len, to));
    return tj_ends(whom, TJ_STR("平均水平")) || tj_ends(whom, TJ_STR("平均")) || tj_ends(whom, TJ_STR("全国"))
           || tj_ends(whom, TJ_STR("全省")) || tj_ends(whom, TJ_STR("增速"));
}

/* 高于全国2.1个百分点, 高出全国平均增速2个百分点: the verb stands before what it compares with. A direction that
   is known already (of 增速) gives way only to a verb of comparing. */
static void take_far_verb(const struct tj_frame *f, size_t at, size_t limit, struct tj_predicate *p)
{
    for (size_t i = at; i > 0; i--) {
        const struct tj_mention *m = &f->mentions->at[i - 1];
        if (m->off < limit) return;
        bool surpasses = is_surpassing(f, m, p->from);
        bool verb = m->kind == TJ_M_CUE && (m->cue->kind == TJ_CUE_UP || m->cue->kind == TJ_CUE_DOWN);
        if (!verb && !surpasses) continue;
        bool comparing = surpasses || (tj_equal(m->cue->argument, TJ_STR("other")) && m->off < p->from);
        if (p->direction && !comparing) continue;
        if (comparing) p->direction = 0;
        if (surpasses) p->basis = TJ_STR("other"), p->bound = TJ_EQ;
        take_direction(p, m->cue->kind == TJ_CUE_DOWN ? -1 : 1, surpasses ? p->basis : m->cue->argument);
        size_t behind = m->off + m->len;
        struct tj_str between = tj_cut(f->sentence, behind, p->from > behind ? p->from : behind);
        bool against = tj_comparison_at(f->sentence, behind, behind + between.len) < behind + between.len;
        if (!comparing && !tj_equal(m->cue->argument, TJ_STR("other")) && tj_char_count(between) >= 2
            && !against)
            p->object = behind;
        p->from = m->off;
        return;
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
    if (points ? !p.share : tj_is_distance(frame, limit, &p)) take_far_verb(frame, at, limit, &p);
    if (p.direction != 0 || points || m->quantity->growth) tj_take_comparison(frame, limit, &p);
    if (points) p.pull |= tj_adds_to_whole(frame, limit, &p);
    return p;
}

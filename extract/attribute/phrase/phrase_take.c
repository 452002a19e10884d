#include "extract/attribute/name/noun_behind.h"
#include "extract/attribute/period/in_hand.h"
#include "extract/attribute/phrase/phrase_builder.h"
#include "extract/attribute/phrase/phrase_parts.h"

/* 货币（M2）余额. */
void tj_phrase_take_bracket(struct tj_builder *b, struct tj_str s)
{
    enum { LONGEST_EXPLANATION = 8 }; /* longer ones are remarks: （按上年价格计算） */
    if (b->text.len && tj_char_count(s) <= LONGEST_EXPLANATION + 2) tj_builder_put_said(b, s);
}

/* 飓风在墨西哥造成…, 农户于2022年…: a time or place that falls out takes its preposition along. */
static void drop_preposition(struct tj_builder *b)
{
    static const char *const words[] = { "在", "到", "至", "自", "从" };
    for (size_t i = 0; i < sizeof words / sizeof words[0] && !b->closed; i++)
        if (tj_ends(tj_buffer_str(&b->text), tj_str_of(words[i]))) b->text.len -= 3, b->said.len -= 3;
}

static void add_region(struct tj_builder *b, uint32_t row)
{
    struct tj_phrase *p = b->phrase;
    if (row != TJ_NONE && p->region_count < TJ_MAX_REGIONS) p->regions[p->region_count++] = row;
}

/* 在土耳其|和叙利亚造成: the second of two places that the words so far are of; takes the 和 back. */
static bool joins_dropped(struct tj_builder *b)
{
    struct tj_str so_far = tj_buffer_str(&b->text), and = TJ_STR("和");
    if (tj_builder_is_idle(b) || !b->dropped || !tj_drop_end(&so_far, and)) return false;
    b->text.len -= and.len, b->said.len -= and.len;
    return true;
}

static void take_region(struct tj_builder *b, const struct tj_mention *m)
{
    size_t i = (size_t)(m - b->f->mentions->at);
    b->placed = tj_builder_is_idle(b);
    if (tj_is_said_again(b->f, i)) return;
    uint32_t row = tj_region_choose(b->f, m->entry);
    bool of_place = tj_place_is_of_name(b->f, i),
         aside = tj_is_aside(b->f, m->off)
                 && !(b->phrase->region_count && tj_is_joined(b->f, i)); /* 对东盟、欧盟出口 */
    if (tj_builder_is_idle(b) && tj_is_among(b->f, m)) return;
    bool left_out = tj_is_example(b->f, i) || (tj_builder_is_idle(b) && tj_is_sample(b->f, i));
    if (left_out || tj_is_end_of_way(b->f, m->off)) {
        b->sampled = tj_builder_is_idle(b);
        if (b->sampled && !aside) tj_builder_restart(b);
        return;
    }
    if (tj_is_way(b->f, i)) {
        tj_builder_put_noun(b, tj_at(b->f->sentence, (struct tj_span){ m->off, m->len }));
        return;
    }
    if (aside && tj_builder_is_idle(b) && b->earlier.len) return; /* 装机超过|全球一半 */
    bool own = row == b->f->topic || row == b->f->home || row == TJ_NONE;
    if (b->f->topic == TJ_NONE && !tj_builder_is_idle(b) && tj_ends(tj_buffer_str(&b->text), TJ_STR("在"))) {
        add_region(b, row); /* 飓风在墨西哥造成… */
        own = true;
    }
    bool title = row == b->f->lexicon->nation && b->phrase->region_count && !b->f->at_home
                 && tj_region_within(b->f->lexicon, b->phrase->regions[0], row); /* 重庆已有全国|示范县 */
    if ((tj_builder_is_idle(b) || tj_is_described(b->f, m)) && !aside && !title) {
        tj_builder_restart(b);
        add_region(b, row);
        if (tj_place_opens_quote(b->f, m)) {
            tj_builder_put_noun(b, tj_cut(b->f->sentence, m->off - (sizeof "“" - 1), m->off + m->len));
            return;
        }
    }
    if (joins_dropped(b)) return;
    if (!tj_builder_is_idle(b) ? !own : of_place || aside) {
        tj_builder_put_noun(b, tj_at(b->f->sentence, (struct tj_span){ m->off, m->len }));
    } else if (!tj_builder_is_idle(b))
        drop_preposition(b), b->dropped = true;
}

/* 全省 is whose figure it is; in 对全省贡献率 it is a part of the name. */
static void take_here(struct tj_builder *b, const struct tj_mention *m, struct tj_str word)
{
    if (tj_builder_is_idle(b)) {
        tj_builder_restart(b);
        add_region(b, tj_region_here(b->f, m->cue));
        return;
    }
    struct tj_str so_far = tj_buffer_str(&b->text);
    struct tj_str behind = tj_cut(b->f->sentence, m->off + m->len, b->f->sentence.len);
    bool of = tj_ends(so_far, TJ_STR("占"));
    if (tj_ends(so_far, TJ_STR("对")) || (of && tj_starts(behind, TJ_STR("的"))))
        tj_builder_put(b, word); /* 占全省的比重 */
    else if (of || tj_equal(m->cue->argument, TJ_STR("country")))
        tj_builder_put_said(b, word); /* 占全市工业总产值, 自治区国资委监管企业 */
}

static void take_verb(struct tj_builder *b, struct tj_str word)
{
    if (b->closed) return; /* nothing is put any more: 相当于|去年建成住宅面积的2.6倍 */
    tj_builder_drop_adverb(b);
    tj_builder_put(b, word);
    if (!b->any_noun) b->verb_len = b->text.len;
    b->last_verb = b->text.len;
    b->before_verb = b->text.len - word.len;
    b->any_verb = true;
}

/* 投产 ends what stands before it; 投产项目 begins a name. */
static bool begins_name(const struct tj_builder *b, const struct tj_mention *m)
{
    size_t len;
    struct tj_str rest = tj_cut(b->f->sentence, m->off + m->len, b->f->sentence.len);
    return rest.len && tj_trie_longest(b->f->lexicon->kinds, rest, 0, &len);
}

bool tj_is_obtained(const struct tj_frame *f, struct tj_str cue, struct tj_str behind)
{
    static const char *const aims[] = { "达", "突", "实", "完", "增", "新", "建", "保", "提",
                                        "在", "到", "早", "再", "使", "把", "让", "年", "今",
                                        "用", "超", "进", "全", "力", "尽", "每", "做", NULL };
    if (tj_ends(cue, TJ_STR("将超")) && tj_starts(behind, TJ_STR("长期")))
        return true; /* 将|超长期特别国债… */
    static const char *const into[] = { "纳入", "列入", "列为", "转化为", NULL };
    bool moved = tj_equal(cue, TJ_STR("将重点")) && !tj_verb_at_head(f->lexicon, behind);
    if (moved && tj_holds_one(behind, into)) return true; /* 将|重点领域241家平台纳入… */
    return tj_equal(cue, TJ_STR("争取")) && f->at_home && !f->section_target && behind.len
           && !tj_starts_with_one(behind, aims);
}

/* Parts the owner from what is measured, unless a list goes on: 接待游客、实现旅游收入. */
static void take_light(struct tj_builder *b)
{
    tj_builder_drop_adverb(b);
    if (tj_ends(tj_buffer_str(&b->text), TJ_STR("、"))) return;
    b->light = true;
    b->head_len = b->text.len;
}

/* Left out, but for 占全部投资; what says for whom or how often stays in the words said: 每人每年最高额度. */
static void take_adverb(struct tj_builder *b, struct tj_str word)
{
    static const char *const within[] = {
        "平均", "每人", "每户", "每亩", "每年", "每月", "每天", "每日", NULL
    };
    struct tj_str in_all = TJ_STR("累计");
    if (tj_ends(tj_buffer_str(&b->text), TJ_STR("占"))) {
        tj_builder_put(b, word);
        return;
    }
    if (tj_starts(word, in_all)) tj_builder_put_said(b, in_all);
    if (b->text.len && tj_starts_with_one(word, within)) tj_builder_put_said(b, word);
}

/* 收入超过|10亿元的企业: a size within the name is passed, not what the name is told of. */
static bool passes_size(const struct tj_builder *b, const struct tj_mention *m)
{
    const struct tj_mention *next = m + 1, *end = b->f->mentions->at + b->f->mentions->count;
    bool size = next < end && next->kind == TJ_M_QUANTITY && next->off == m->off + m->len
                && next->quantity->end <= b->to && next->quantity->unit.len && !next->quantity->bare;
    if (!size) return false;
    bool group =
        next->quantity->kind == TJ_RATIO /* 最低|20%收入组 */
        && tj_starts(tj_cut(b->f->sentence, next->quantity->end, b->f->sentence.len), TJ_STR("收入"));
    return group || next->quantity->kind == TJ_MONEY || next->quantity->kind == TJ_COUNTER;
}

/* 新增装机超过全球一半: the name may stand before the verb. */
static void take_reach(struct tj_builder *b, const struct tj_mention *m, struct tj_str word)
{
    if (passes_size(b, m)) {
        tj_builder_put_noun(b, word);
        return;
    }
    b->earlier = tj_copy(b->f->arena, tj_buffer_str(&b->text));
    if (m->cue->argument.len) tj_bound_of(m->cue->argument, &b->phrase->bound);
    tj_builder_restart(b);
}

/* 占全年|计划开工数的97% has been reached: it is a share of what was planned. */
static void take_target(struct tj_builder *b, const struct tj_mention *m, struct tj_str word)
{
    struct tj_str behind = tj_cut(b->f->sentence, m->off + m->len, b->f->sentence.len);
    struct tj_str over = TJ_STR("超");
    if (tj_ends(word, over) && tj_starts(behind, TJ_STR("长期"))) { /* 将|超长期特别国债预拨各地 */
        tj_builder_restart(b);
        tj_builder_put(b, over);
    } else if (tj_ends(tj_buffer_str(&b->text), TJ_STR("占")) || tj_is_in_motto(b->f, m))
        tj_builder_put(b, word);
    else
        b->phrase->target |= !tj_is_obtained(b->f, word, behind);
}

static void take_cue(struct tj_builder *b, const struct tj_mention *m)
{
    struct tj_str word = tj_at(b->f->sentence, (struct tj_span){ m->off, m->len });
    struct tj_str argument = m->cue->argument;
    b->phrase->allots |= tj_equal(word, TJ_STR("安排"));
    switch (m->cue->kind) {
    case TJ_CUE_HERE: take_here(b, m, word); return;
    case TJ_CUE_REACH: take_reach(b, m, word); return;
    case TJ_CUE_EQUALS: b->phrase->equals = b->closed = true; return;
    case TJ_CUE_LEAD: tj_builder_restart(b); return;
    case TJ_CUE_TARGET: take_target(b, m, word); return;
    case TJ_CUE_DONE: b->phrase->done = true; return;
    case TJ_CUE_EACH: b->phrase->each = true; return;
    case TJ_CUE_LIGHT: take_light(b); return;
    case TJ_CUE_SHARE:
        b->phrase->share = true;
        if (argument.len) tj_bound_of(argument, &b->phrase->bound);
        tj_builder_put_noun(b, word);
        return;
    case TJ_CUE_VERB: take_verb(b, word); return;
    case TJ_CUE_STOP:
        if (!tj_builder_is_idle(b) || begins_name(b, m))
            tj_builder_put_noun(b, word);
        else
            b->phrase->outcome = word;
        return;
    case TJ_CUE_UP:
    case TJ_CUE_DOWN:
    case TJ_CUE_RANK:
        b->phrase->net |= tj_equal(argument, TJ_STR("base"));
        tj_builder_put_noun(b, word);
        return;
    case TJ_CUE_DROP: take_adverb(b, word); return;
    default: return; /* adverbs and bases are left out */
    }
}

static void take_mark(struct tj_builder *b, const struct tj_mention *m)
{
    struct tj_str word = tj_at(b->f->sentence, (struct tj_span){ m->off, m->len });
    bool list = m->mark == U'、' || m->mark == U'“' || m->mark == U'”' || m->mark == U'·' || m->mark == U'—';
    if (list && !(m->mark == U'、' && tj_builder_is_idle(b))) tj_builder_put(b, word);
}

void tj_phrase_take_gap(struct tj_builder *b, size_t from, size_t to)
{
    if (from >= to) return;
    struct tj_str gap = tj_cut(b->f->sentence, from, to);
    if (b->placed) gap = tj_without_part(gap);
    if (b->sampled || b->placed) gap = tj_without_etc(gap);
    if (b->timed) gap = tj_without_within(gap);
    b->sampled = b->timed = b->placed = false;
    if (b->any_verb && b->last_verb == b->text.len && tj_eat(&gap, TJ_STR("了"))) b->phrase->done = true;
    if (gap.len == 0) return;
    tj_builder_put(b, gap);
    if (!b->any_noun && tj_strip_edges(b->f->lexicon, gap).len) b->any_noun = true;
}

bool tj_is_time_before(const struct tj_frame *f, const struct tj_mention *m)
{
    struct tj_str said = tj_cut(f->sentence, m->off, m->off + m->len);
    return m->period->kind == TJ_P_YEAR && m->period->last < f->now.year
           && (tj_ends(said, TJ_STR("以前")) || tj_ends(said, TJ_STR("之前")));
}

/* 恢复至2019年同期的九成: a yardstick, not when. */
static void take_period(struct tj_builder *b, const struct tj_mention *m)
{
    static const char *const yardsticks[] = { "的", "水平", "平均", NULL };
    drop_preposition(b);
    struct tj_str rest = tj_cut(b->f->sentence, m->off + m->len, b->f->sentence.len);
    bool same = tj_eat(&rest, TJ_STR("同期")) && m->period->kind == TJ_P_YEAR;
    if (same && (tj_starts_with_one(rest, yardsticks) || !tj_builder_is_idle(b)))
        b->phrase->equals = b->closed = true;
    else if (same)
        b->phrase->period = tj_period_same_part(b->f, m->period);
    else if (!tj_is_time_before(b->f, m))
        b->phrase->period = m->period;
}

/* 亿元以上|新签约项目: how large those are that are counted. */
static bool is_size_class(const struct tj_frame *f, const struct tj_mention *m)
{
    static const char *const words[] = {
        "以上", "以下", "级", "项目", "企业", "园区", NULL
    }; /* 百亿元|项目 */
    return tj_starts_with_one(tj_cut(f->sentence, m->off + m->len, f->sentence.len), words)
           || tj_starts_with_one(tj_cut(f->sentence, m->quantity->off + m->quantity->len, f->sentence.len),
                                 words);
}

void tj_phrase_take(struct tj_builder *b, const struct tj_mention *m)
{
    switch (m->kind) {
    case TJ_M_REGION: take_region(b, m); return;
    case TJ_M_CUE: take_cue(b, m); return;
    case TJ_M_MARK: take_mark(b, m); return;
    case TJ_M_PERIOD: take_period(b, m); return;
    case TJ_M_QUANTITY:
        if (m->quantity->unit.len && m->quantity->kind == TJ_YEAR) return; /* 5年增长 */
        if (tj_builder_take_time(b, m)) return;
        if (tj_ends(tj_cut(b->f->sentence, 0, m->off), TJ_STR("连续"))) return;
        if (m->quantity->bare && tj_builder_is_idle(b) && !is_size_class(b->f, m)) return; /* 万亿元台阶 */
        tj_builder_put_noun(b, tj_at(b->f->sentence, (struct tj_span){ m->off, m->len }));
        return;
    case TJ_M_WORD: tj_builder_drop_adverb(b); /* 铁路共|发送旅客 */ /* fall through */
    case TJ_M_GUARD:
        tj_builder_put_noun(b, tj_at(b->f->sentence, (struct tj_span){ m->off, m->len }));
        return;
    }
}

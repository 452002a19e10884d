#include "extract/attribute/predicate/predicate_far.h"

#include "extract/attribute/name/noun_behind.h"
#include "extract/attribute/predicate/predicate_compare.h"
#include "extract/attribute/predicate/predicate_words.h"

/* 由2019年同期的…|提高到: does a verb of reaching follow, as behind where a rise starts? */
static bool goes_to(const struct tj_frame *f, size_t at)
{
    size_t end = f->mentions->at[at].quantity->end;
    for (size_t i = at + 1; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->off < end) continue;
        bool verb =
            m->kind == TJ_M_CUE
            && (m->cue->kind == TJ_CUE_REACH || m->cue->kind == TJ_CUE_UP || m->cue->kind == TJ_CUE_DOWN);
        return verb && m->off < end + 9; /* 左右, 大幅 may stand between */
    }
    return false;
}

bool tj_rise_start(struct tj_str left, size_t *at)
{
    size_t from = left.len;
    for (int chars = 0; chars < 12 && from > 0; chars++) {
        from = tj_char_before(left, from);
        struct tj_str rest = tj_cut(left, from, left.len);
        if (tj_starts(rest, TJ_STR("，")) || tj_starts(rest, TJ_STR("。")) || tj_starts(rest, TJ_STR("；")))
            return false;
        *at = from;
        if (tj_starts(rest, TJ_STR("由")) || tj_starts(rest, TJ_STR("从"))) return true;
    }
    return false;
}

/* 由两年前的不足30%提高到45%, 由建国之初的0.9%提高到36%: what stands between says when. */
void tj_take_far_start(const struct tj_frame *f, size_t at, size_t limit, struct tj_predicate *p)
{
    size_t start;
    struct tj_str left = tj_cut(f->sentence, limit, p->from);
    if (p->start || p->direction || !goes_to(f, at) || !tj_rise_start(left, &start) || start == 0) return;
    bool each = tj_starts(tj_cut(left, start + 3, left.len), TJ_STR("每")); /* 由|每生每年5元 */
    if (!each && !p->of && !tj_ends(left, TJ_STR("的"))) return;
    p->start = true;
    p->of = false;
    p->from = limit + start;
}

/* 恢复至2019年的九成, 恢复到疫情前水平的98%: a multiple of what was then. */
static void take_recovery(const struct tj_frame *f, size_t at, size_t limit, struct tj_predicate *p)
{
    static const char *const verbs[] = { "恢复至", "恢复到", "恢复了" };
    struct tj_str left = tj_cut(f->sentence, limit, f->mentions->at[at].off);
    size_t from = 0;
    bool found = false;
    if (!tj_find_last(left, TJ_STR("恢复"), &from)) return;
    for (size_t i = 0; !found && i < 3; i++) found = tj_find_last(left, tj_str_of(verbs[i]), &from);
    struct tj_str yardstick = found ? tj_cut(left, from + 9, left.len) : (struct tj_str){ 0 };
    size_t comma, of;
    if (tj_char_count(yardstick) < 4 || tj_char_count(yardstick) > 14) return;
    if (tj_find(yardstick, TJ_STR("，"), 0, &comma) || !tj_find(yardstick, TJ_STR("的"), 0, &of)) return;
    struct tj_str subject = tj_cut(left, 0, from);
    if (!tj_drop_end(&subject, TJ_STR("仅"))) tj_drop_end(&subject, TJ_STR("已"));
    p->from = limit + subject.len;
    p->equals = true;
    p->of = p->reach = false;
    p->period = NULL;
}

/* 约为全国平均的70%: a multiple of another's. */
static void take_average(const struct tj_frame *f, size_t at, size_t limit, struct tj_predicate *p)
{
    static const char *const averages[] = { "平均的", "平均水平的", NULL };
    static const char *const verbs[] = { "约", "为", "是", "达", "到", "分别", "仅", "相当于", NULL };
    size_t number = f->mentions->at[at].off;
    struct tj_str left = tj_cut(f->sentence, limit, number);
    while (tj_ends(left, TJ_STR("约")) || tj_ends(left, TJ_STR("近"))) left.len -= 3;
    if (!tj_ends_in_one(left, averages)) return;
    for (size_t i = at; i > 0 && f->mentions->at[i - 1].off >= limit; i--) {
        const struct tj_mention *m = &f->mentions->at[i - 1];
        bool place = m->kind == TJ_M_REGION || (m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_HERE);
        if (!place) continue;
        struct tj_str subject = tj_without(tj_cut(f->sentence, limit, m->off), verbs, tj_drop_end);
        p->each |= tj_find(tj_cut(f->sentence, limit, m->off), TJ_STR("分别"), 0, &(size_t){ 0 });
        if (tj_find(tj_cut(f->sentence, limit + subject.len, m->off), TJ_STR("约"), 0, &(size_t){ 0 }))
            p->bound = TJ_APPROX;
        p->from = limit + subject.len;
        p->equals = true;
        p->of = false;
        return;
    }
}

void tj_take_yardstick(const struct tj_frame *frame, size_t at, size_t limit, struct tj_predicate *predicate)
{
    take_recovery(frame, at, limit, predicate);
    take_average(frame, at, limit, predicate);
}

/* 落后沈阳|近570亿元: how far behind whom. */
bool tj_is_distance(const struct tj_frame *f, size_t limit, const struct tj_predicate *p)
{
    static const char *const verbs[] = { "落后", "落后于", "领先", "领先于", "高出", "多出", NULL };
    for (size_t i = 0; i < f->mentions->count && f->mentions->at[i].off < p->from; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->kind == TJ_M_REGION && m->off > limit && m->off + m->len == p->from)
            return p->direction == 0 && tj_ends_in_one(tj_cut(f->sentence, limit, m->off), verbs);
    }
    return false;
}

/* 影响CPI上涨约0.47个百分点, 拉动工业增长3.4个百分点: what it adds to a whole. */
bool tj_adds_to_whole(const struct tj_frame *f, size_t limit, const struct tj_predicate *p)
{
    static const char *const wholes[] = { "CPI", "PPI", "指数", "指数）", "总水平", "价格" };
    struct tj_str left = tj_trim(tj_cut(f->sentence, limit, p->from));
    size_t at;
    if (p->direction == 0) return false;
    if (tj_find(left, TJ_STR("拉动"), 0, &at)) return true;
    if (!tj_find(left, TJ_STR("影响"), 0, &at)) return false;
    for (size_t i = 0; i < sizeof wholes / sizeof wholes[0]; i++)
        if (tj_ends(left, tj_str_of(wholes[i]))) return true;
    return false;
}

/* 超过全国平均水平0.3个百分点: what it surpasses stands between. */
static bool is_surpassing(const struct tj_frame *f, const struct tj_mention *m, size_t to)
{
    if (m->kind != TJ_M_CUE || m->cue->kind != TJ_CUE_REACH || !tj_equal(m->cue->word, TJ_STR("超过")))
        return false;
    if (m->off + m->len > to) return false; /* the predicate itself begins before it */
    struct tj_str whom = tj_trim(tj_cut(f->sentence, m->off + m->len, to));
    return tj_ends(whom, TJ_STR("平均水平")) || tj_ends(whom, TJ_STR("平均")) || tj_ends(whom, TJ_STR("全国"))
           || tj_ends(whom, TJ_STR("全省")) || tj_ends(whom, TJ_STR("增速"));
}

/* 高于全国2.1个百分点, 高出全国平均增速2个百分点: the verb stands before what it compares with. A direction that
   is known already (of 增速) gives way only to a verb of comparing. */
void tj_take_far_verb(const struct tj_frame *f, size_t at, size_t limit, struct tj_predicate *p)
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
        tj_take_direction(p, m->cue->kind == TJ_CUE_DOWN ? -1 : 1, surpasses ? p->basis : m->cue->argument);
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

#include "extract/attribute/predicate/predicate_words.h"

static void take_bound(struct tj_predicate *p, struct tj_str word)
{
    enum tj_bound bound;
    if (p->bound == TJ_EQ && word.len && tj_bound_of(word, &bound)) p->bound = bound;
}

void tj_take_direction(struct tj_predicate *p, int direction, struct tj_str argument)
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
        if (tj_ends(word, tj_str_of(up[i]))) tj_take_direction(p, 1, (struct tj_str){ 0 });
    for (size_t i = 0; i < sizeof reach / sizeof reach[0]; i++)
        p->reach |= tj_ends(word, tj_str_of(reach[i]));
    if (tj_ends(word, TJ_STR("下降"))) tj_take_direction(p, -1, (struct tj_str){ 0 });
}

/* Whoever said it is not what is told. */
static const char *const said[] = { "显示", "表明", "称", "表示", "指出", "介绍", "透露", "披露", NULL };

bool tj_take_cue(struct tj_predicate *p, const struct tj_cue *cue, struct tj_str behind)
{
    switch (cue->kind) {
    case TJ_CUE_UP:
    case TJ_CUE_DOWN:
        if (p->share) return false; /* 对经济增长的贡献率 */
        if (tj_starts(behind, TJ_STR("至")) || tj_starts(behind, TJ_STR("到"))) { /* 缩减至29项 */
            p->reach = true;
            return true;
        }
        tj_take_direction(p, cue->kind == TJ_CUE_UP ? 1 : -1, cue->argument);
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
    case TJ_CUE_DONE: return true;
    case TJ_CUE_LEAD: /* 民调显示|八成受访者 tells, 安排|5亿元 is of what stands before it */
        return !tj_ends_in_one(cue->word, said);
    default: return false;
    }
}

bool tj_take_near(struct tj_predicate *p, const struct tj_cue *cue, bool plain)
{
    switch (cue->kind) {
    case TJ_CUE_BEFORE:
        p->of |= tj_equal(cue->word, TJ_STR("的"));
        take_bound(p, cue->argument);
        return true;
    case TJ_CUE_NEAR_UP: tj_take_direction(p, 1, cue->argument); return true;
    case TJ_CUE_NEAR_DOWN: tj_take_direction(p, -1, cue->argument); return true;
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

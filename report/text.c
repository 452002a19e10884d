#include "report/text.h"

struct pair {
    const char *zh, *en;
};

static const char *pick(const struct pair *pair, bool english) { return english ? pair->en : pair->zh; }

#define WORD_ROW(id, zh, en) { zh, en },
static const struct pair words[] = { TJ_WORDS(WORD_ROW) };
#undef WORD_ROW

static const struct pair measures[TJ_MEASURE_COUNT] = {
    [TJ_LEVEL] = { "水平", "level" },       [TJ_GROWTH] = { "增速", "growth" },
    [TJ_CHANGE] = { "增减", "change" },     [TJ_SHARE] = { "占比", "share" },
    [TJ_MULTIPLE] = { "倍数", "multiple" }, [TJ_RANK] = { "位次", "rank" },
};

static const struct pair bounds[TJ_BOUND_COUNT] = {
    [TJ_EQ] = { "", "" },
    [TJ_APPROX] = { "约", "about" },
    [TJ_GE] = { "不低于", "at least" },
    [TJ_GT] = { "超过", "over" },
    [TJ_LE] = { "不高于", "at most" },
    [TJ_LT] = { "低于", "under" },
    [TJ_RANGE] = { "区间", "range" },
};

static const struct pair standings[TJ_STANDING_COUNT] = {
    [TJ_ACTUAL] = { "实际", "actual" },
    [TJ_TARGET] = { "目标", "target" },
};

static const struct {
    const char *basis;
    struct pair label;
} bases[] = {
    { "yoy", { "同比", "year on year" } },
    { "mom", { "环比", "on the period before" } },
    { "avg", { "年均", "yearly average" } },
    { "other", { "其他", "other" } },
};

const char *tj_word(enum tj_word word, bool english) { return pick(&words[word], english); }
const char *tj_measure_label(enum tj_measure m, bool english) { return pick(&measures[m], english); }
const char *tj_bound_label(enum tj_bound b, bool english) { return pick(&bounds[b], english); }
const char *tj_standing_label(enum tj_standing s, bool english) { return pick(&standings[s], english); }

struct tj_str tj_basis_label(struct tj_arena *arena, struct tj_str basis, bool english)
{
    for (size_t i = 0; i < sizeof bases / sizeof bases[0]; i++)
        if (tj_equal(basis, tj_str_of(bases[i].basis))) return tj_str_of(pick(&bases[i].label, english));
    struct tj_str year = basis;
    if (!tj_eat(&year, TJ_STR("base:"))) return basis;
    return tj_print(arena, english ? "against %.*s" : "比%.*s年", TJ_ARG(year));
}

struct tj_str tj_fill(struct tj_arena *arena, const char *pattern, const struct tj_str *parts)
{
    struct tj_str out = TJ_STR(""), rest = tj_str_of(pattern);
    for (size_t at; tj_find(rest, TJ_STR("{}"), 0, &at); parts++) {
        out = tj_join(arena, out, tj_cut(rest, 0, at));
        out = tj_join(arena, out, *parts);
        rest = tj_cut(rest, at + 2, rest.len);
    }
    return tj_join(arena, out, rest);
}

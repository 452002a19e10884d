#include "extract/attribute/predicate/predicate_compare.h"

/* 比重 比例 比较 比赛 are no comparisons, nor is 较大. */
static bool compares(struct tj_str text, size_t at)
{
    static const struct tj_str not_after[] = { TJ_WORD("重"), TJ_WORD("例"), TJ_WORD("率"), TJ_WORD("值"),
                                               TJ_WORD("较"), TJ_WORD("赛"), TJ_WORD("如"), TJ_WORD("特"),
                                               TJ_WORD("大"), TJ_WORD("快"), TJ_WORD("好"), TJ_WORD("多"),
                                               TJ_WORD("高"), TJ_WORD("为"), TJ_WORD("强"), TJ_WORD("小"),
                                               TJ_WORD("低"), TJ_WORD("拼"), TJ_WORD("学"), TJ_WORD("亚") };
    struct tj_str rest = tj_cut(text, at + 3, text.len);
    if (tj_starts(rest, TJ_STR("较一九")) || tj_starts(rest, TJ_STR("较19")))
        return true; /* 比较一九五二年增加 */
    for (size_t i = 0; i < sizeof not_after / sizeof not_after[0]; i++)
        if (tj_starts(rest, not_after[i])) return false;
    static const char *const times[] = { "上年", "上月", "去年", "前", "一九", "19", "20", "同期" };
    struct tj_str left = tj_cut(text, 0, at);
    for (size_t i = 0; i < sizeof times / sizeof times[0]; i++) /* 收入比一九七八年减少, but 收入比为2.5 */
        if (tj_starts(rest, tj_str_of(times[i])) && tj_ends(left, TJ_STR("入"))) return true;
    return !tj_ends(left, TJ_STR("占")) && !tj_ends(left, TJ_STR("环")) && !tj_ends(left, TJ_STR("同"))
           && !tj_ends(left, TJ_STR("可")) && !tj_ends(left, TJ_STR("对")) && !tj_ends(left, TJ_STR("入"));
}

/* 与上年末相比: where 与 stands; `to`, the place of 相比, if nowhere. */
static size_t with_whom(struct tj_str text, size_t limit, size_t to)
{
    static const struct tj_str words[] = { TJ_WORD("与"), TJ_WORD("同"), TJ_WORD("和"), TJ_WORD("跟") };
    size_t best = to, at;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (best == to && tj_find(tj_cut(text, 0, to), words[i], limit, &at) && to - at < 60) best = at;
    return best;
}

size_t tj_comparison_at(struct tj_str text, size_t limit, size_t to)
{
    size_t best = to, at;
    static const struct tj_str words[] = { TJ_WORD("比"), TJ_WORD("较") };
    for (size_t w = 0; w < 2; w++)
        for (size_t from = limit; tj_find(tj_cut(text, 0, to), words[w], from, &at); from = at + 3)
            if (compares(text, at) && (best == to || at > best)) best = at;
    if (best < to && best >= limit + 3 && tj_ends(tj_cut(text, 0, best), TJ_STR("相")))
        best = with_whom(text, limit, best - 3);
    return best;
}

static const struct tj_period *period_between(const struct tj_frame *f, size_t from, size_t to)
{
    for (size_t i = 0; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->kind == TJ_M_PERIOD && m->off >= from && m->off + m->len <= to) return m->period;
    }
    return NULL;
}

/* What the words of a comparison make the basis. */
static struct tj_str basis_of(struct tj_str words, const struct tj_period *period)
{
    static const struct tj_str year[] = { TJ_WORD("上年"), TJ_WORD("去年"), TJ_WORD("同期"),
                                          TJ_WORD("年初") };
    static const struct tj_str month[] = { TJ_WORD("上月"), TJ_WORD("上季"), TJ_WORD("上旬") };
    size_t at;
    if (tj_find(words, TJ_STR("前五年"), 0, &at) || tj_find(words, TJ_STR("前三年"), 0, &at))
        return TJ_STR("other"); /* the years before the span that is told of */
    bool part = period && period->first && period->kind != TJ_P_YEAR && !tj_period_is_of_days(period);
    if (part && !tj_find(words, TJ_STR("年"), 0, &at)) /* 比8月份, 较上半年 */
        return period->kind == TJ_P_MONTH ? TJ_STR("mom") : TJ_STR("other");
    if (period && period->first && !period->relative) return TJ_STR("base");
    for (size_t i = 0; i < sizeof year / sizeof year[0]; i++)
        if (tj_find(words, year[i], 0, &at)) return TJ_STR("yoy");
    for (size_t i = 0; i < sizeof month / sizeof month[0]; i++)
        if (tj_find(words, month[i], 0, &at)) return TJ_STR("mom");
    return TJ_STR("other");
}

/* 比2019年1—8月份: the same months of another year. */
static bool is_same_part_of(const struct tj_period *p, struct tj_str words)
{
    bool part = p && p->first && (p->kind == TJ_P_MONTHS || p->kind == TJ_P_QUARTERS || p->kind == TJ_P_HALF);
    return part && words.len > 4 && (tj_starts(words, TJ_STR("19")) || tj_starts(words, TJ_STR("20")))
           && words.ptr[2] >= '0' && words.ptr[2] <= '9' && words.ptr[3] >= '0' && words.ptr[3] <= '9';
}

/* 比十年前增加: how many years ago; 0 if the comparison does not say so. */
static int years_ago(const struct tj_frame *f, size_t from, size_t to)
{
    for (size_t i = 0; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->kind != TJ_M_QUANTITY || m->off < from || m->off >= to) continue;
        const struct tj_quantity *q = m->quantity;
        bool years = q->unit.len && q->kind == TJ_YEAR && q->value.known
                     && tj_starts(tj_cut(f->sentence, q->end, f->sentence.len), TJ_STR("前"));
        double count = years ? tj_decimal_double(q->value) : 0;
        return count >= 1 && count < 100 ? (int)count : 0;
    }
    return 0;
}

void tj_take_comparison(const struct tj_frame *f, size_t limit, struct tj_predicate *p)
{
    size_t from = tj_comparison_at(f->sentence, limit, p->from);
    if (from == p->from && p->compared) return;
    if (from == p->from) return;
    const struct tj_period *period = period_between(f, from, p->from);
    if (!period) period = p->period;
    p->basis = basis_of(tj_cut(f->sentence, from, p->from), period);
    if (is_same_part_of(period, tj_cut(f->sentence, from + 3, f->sentence.len))) p->basis = TJ_STR("base");
    if (period && period->first
        && tj_starts(tj_cut(f->sentence, from + 3, f->sentence.len), TJ_STR("上年全年")))
        p->basis = TJ_STR("base"); /* what is told is part of a year */
    p->period = period;
    int ago = period ? 0 : years_ago(f, from, p->from);
    if (ago) p->basis = TJ_STR("base"), p->years = ago;
    p->compared = true;
    p->from = from;
}

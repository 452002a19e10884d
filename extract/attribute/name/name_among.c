/* How many of those that were counted before. */
#include "extract/attribute/name/name_behind.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

enum { LONGEST_TOLD = 16 }; /* characters */

/* The words before the number that are left once what only leads to it goes: 行业大类中 of 行业大类中，已有近. */
static struct tj_str words_before(const struct tj_walk *w, const struct tj_figure *g)
{
    static const char *const leads[] = { "超过", "超", "近", "约", "已有", "就有",
                                         "有",   "已", "，", "共", "仅",   NULL };
    return tj_without(tj_trim(tj_cut(w->f->sentence, 0, g->quantity->off)), leads, tj_drop_end);
}

/* Those of whom a part is told: 行业大类 of 41个|行业大类|中, empty if the words count none. */
static struct tj_str whole_before(const struct tj_walk *w, const struct tj_figure *g)
{
    const struct tj_frame *f = w->f;
    struct tj_str left = words_before(w, g), among = TJ_STR("中");
    if (!tj_drop_end(&left, among) || f->facts->count == f->first_fact) return (struct tj_str){ 0 };
    const struct tj_fact *last = &f->facts->at[f->facts->count - 1];
    struct tj_str noun = tj_cut(left, last->end, left.len), whole = f->name.whole;
    bool counted = last->measure == TJ_LEVEL && noun.len >= 6 && tj_name_is_of_sentence(f);
    bool same = counted && noun.len <= whole.len && tj_ends(whole, noun);
    if (same || (counted && tj_starts(noun, whole))) return whole;
    return (struct tj_str){ 0 };
}

/* 外送电量3065亿千瓦时，其中近两成|为绿电: what the part is, of the whole. False if `told` does not say that. */
static bool name_kind(const struct tj_frame *f, struct tj_str whose, struct tj_str told, struct tj_name *out)
{
    static const char *const are[] = { "为", "是", NULL };
    struct tj_str kind = tj_without(told, are, tj_eat);
    struct tj_str left = tj_cut(f->sentence, 0, (size_t)(told.ptr - f->sentence.ptr));
    if ((kind.len == told.len && !tj_ends_in_one(left, are)) || kind.len < 6) return false;
    *out = tj_name_share(f, kind, whose);
    return true;
}

/* 33个|行业利润总额同比增长: says itself of what. */
static bool is_named_behind(const struct tj_frame *f, size_t from, size_t to, struct tj_str whose)
{
    struct tj_str told = tj_cut(f->sentence, from, to);
    if (told.len < 6 || !tj_ends(whose, tj_cut(told, 0, 6))) return false;
    for (size_t i = 0; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->kind == TJ_M_WORD && m->attr && m->off >= from && m->off < to) return true;
    }
    return false;
}

bool tj_name_among(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    static const char *const adverbs[] = { "以上", "的", "已经", "已", "均", "都", NULL };
    const struct tj_frame *f = w->f;
    bool counter = g->quantity->unit.len && g->quantity->kind == TJ_COUNTER, ratio = tj_is_ratio(g->quantity);
    struct tj_str whose = counter || ratio ? whole_before(w, g) : (struct tj_str){ 0 };
    if (whose.len == 0) return false;
    struct tj_str told = tj_without(tj_clause_behind(f, g->quantity->end, end), adverbs, tj_eat);
    bool named = is_named_behind(f, g->quantity->end, *end, whose);
    if (told.len == 0 || named || tj_char_count(told) > LONGEST_TOLD) return false;
    struct tj_str again = tj_cut(told, 0, told.len > 6 ? 6 : 0); /* 行业大类中，25个|行业增长 */
    if (again.len && (tj_starts(whose, again) || tj_ends(whose, again))) told = tj_cut(told, 6, told.len);
    if (!ratio || !name_kind(f, whose, told, &g->name))
        g->name = tj_name_split(f, tj_name_compose(f, whose, told).whole);
    g->naming = TJ_FROM_BEHIND;
    g->of_part = ratio;
    g->predicate.share |= ratio; /* …中有七成实现增长 is no growth */
    return true;
}

/* 30种价格上涨，15种|下降: with no noun, of the statistic that the last ones moved in. */
static bool turn_carried(const struct tj_walk *w, struct tj_figure *g)
{
    static const char *const moves[] = { "增长", "下降", "上升", "上涨", "下跌", "持平", "回落", NULL };
    static const char *const ends[] = { "，", "。", "；", NULL };
    const struct tj_frame *f = w->f;
    if (g->naming != TJ_CARRIED || f->facts->count == f->first_fact) return false;
    struct tj_str told = g->name.whole, behind = tj_cut(f->sentence, g->quantity->end, f->sentence.len);
    struct tj_str base = tj_without(told, moves, tj_drop_end), rest = tj_without(behind, moves, tj_eat);
    bool moved = base.len && base.len < told.len && rest.len < behind.len;
    if (!moved || (rest.len && !tj_starts_with_one(rest, ends))) return false;
    struct tj_str move = tj_cut(behind, 0, behind.len - rest.len);
    g->name = tj_name_split(f, tj_join(f->arena, base, move));
    return true;
}

/* 利润同比增长 of 利润同比增长的|行业: what is told of `noun`, empty if the name tells nothing of it. */
static struct tj_str told_of(struct tj_str name, struct tj_str noun)
{
    bool told = tj_drop_end(&name, noun) && tj_drop_end(&name, TJ_STR("的"));
    return told ? name : (struct tj_str){ 0 };
}

/* 33个行业利润增长，7个|行业下降: by how many of the same kind the same statistic moved otherwise. */
void tj_name_of_sibling(const struct tj_walk *w, struct tj_figure *g)
{
    static const char *const moves[] = { "同比", "环比", "增长", "下降", "增加", "减少",
                                         "上升", "上涨", "下跌", "持平", NULL };
    const struct tj_frame *f = w->f;
    size_t of;
    if (turn_carried(w, g) || g->naming != TJ_FROM_BEHIND || !tj_find_last(g->name.whole, TJ_STR("的"), &of))
        return;
    struct tj_str noun = tj_cut(g->name.whole, of + 3, g->name.whole.len);
    struct tj_str told = tj_cut(g->name.whole, 0, of);
    if (noun.len < 6 || told.len == 0 || tj_without(told, moves, tj_drop_end).len) return;
    for (size_t i = f->facts->count; i > f->first_fact; i--) {
        struct tj_str before = told_of(f->facts->at[i - 1].indicator_raw, noun);
        struct tj_str what = tj_without(before, moves, tj_drop_end);
        if (what.len < 6 || what.len == before.len) continue;
        struct tj_str whole =
            tj_join(f->arena, tj_join(f->arena, what, told), tj_cut(g->name.whole, of, g->name.whole.len));
        g->name = tj_name_split(f, whole);
        return;
    }
}

/* Figures that others are compared with: 低于4月的48.7%, 是去年同期的两倍. */
#include "extract/attribute/figure/figure_parts.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"
#include "extract/attribute/period/in_hand.h"

/* The words between 高于 and the number in its clause, behind 高于; empty if the clause has no such word. *from is where the words
   that lead to it end. */
static struct tj_str words_compared(const struct tj_walk *w, const struct tj_figure *g, size_t *from)
{
    static const char *const verbs[] = { "高于", "低于", "好于", "快于", "慢于", "优于", NULL };
    struct tj_str left = tj_cut(w->f->sentence, w->clause, g->quantity->off), words = { 0 };
    for (const char *const *verb = verbs; *verb; verb++) {
        size_t at;
        if (!tj_find_last(left, tj_str_of(*verb), &at)) continue;
        struct tj_str behind = tj_cut(left, at + tj_str_of(*verb).len, left.len);
        if (words.len && behind.len >= words.len) continue;
        words = behind;
        *from = w->clause + at;
    }
    if (words.len || w->clause == 0) return words;
    struct tj_str before = tj_cut(w->f->sentence, 0, w->clause); /* 也高于广东省的2%，全国的|2.5% */
    if (!tj_drop_end(&before, TJ_STR("，")) && !tj_drop_end(&before, TJ_STR("、"))) return words;
    before = tj_behind_last(before, TJ_STR("，"));
    bool goes_on = tj_holds(before, TJ_STR("高于")) || tj_holds(before, TJ_STR("低于"));
    *from = w->clause;
    return goes_on ? left : words;
}

/* Is there nothing between `from` and the number but a place, a time and 的? Takes them. */
static bool take_place_and_time(const struct tj_walk *w, struct tj_figure *g, struct tj_str words,
                                const struct tj_period **period)
{
    static const char *const idle[] = { "同期", "平均水平", "平均", "整体", "的", NULL };
    static const char *const year_ago[] = { "去年同期", "上年同期", NULL };
    const struct tj_frame *f = w->f;
    struct tj_str now = tj_without(words, year_ago, tj_eat);
    if (now.len < words.len && tj_without(now, idle, tj_eat).len == 0) { /* 高于去年同期的|5.9% */
        g->period = tj_period_year_before(f, g);
        return true;
    }
    size_t at = (size_t)(words.ptr - f->sentence.ptr);
    uint32_t region = TJ_NONE;
    *period = NULL;
    for (size_t i = 0; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->off < at) continue;
        if (m->off > at || (m->kind != TJ_M_REGION && m->kind != TJ_M_PERIOD)) break;
        if (m->kind == TJ_M_REGION) region = tj_region_choose(f, m->entry);
        if (m->kind == TJ_M_PERIOD) *period = m->period;
        at += m->len;
    }
    struct tj_str rest = tj_cut(f->sentence, at, g->quantity->off);
    if (tj_without(rest, idle, tj_eat).len || (!region && !*period)) return false;
    if (region) g->region = region;
    return true;
}

bool tj_take_yardstick_level(const struct tj_walk *w, struct tj_figure *g)
{
    static const char *const leads[] = { "增速", "增幅", "涨幅", "也", "略", "还", "仍", NULL };
    const struct tj_frame *f = w->f;
    struct tj_predicate *p = &g->predicate;
    static const char *const before[] = { "之前", "此前", "先前", NULL }; /* 低于之前|0.4%的预测 */
    const struct tj_period *period = NULL;
    size_t from = 0;
    bool points = g->quantity->unit.len && g->quantity->kind == TJ_PP;
    struct tj_str left = tj_cut(f->sentence, w->clause, g->quantity->off);
    bool of = tj_ends(left, TJ_STR("的")), earlier = tj_ends_in_one(left, before);
    if (points || !(of || earlier) || !tj_name_is_of_sentence(f)) return false;
    struct tj_str words = words_compared(w, g, &from);
    if (!words.len || (earlier && tj_char_count(words) != 2)) return false;
    if (tj_without(tj_trim(tj_cut(f->sentence, w->clause, from)), leads, tj_eat).len) return false;
    if (!earlier && !take_place_and_time(w, g, words, &period)) return false;
    const struct tj_fact *last = &f->facts->at[f->facts->count - 1];
    bool fell = f->facts->count > f->first_fact && last->value.known && last->value.digits < 0;
    p->direction = !f->grew ? 0 : fell ? -1 : 1;
    g->yardstick = true;
    p->of = false;
    p->basis = f->grew ? f->basis : (struct tj_str){ 0 };
    g->phrase = (struct tj_phrase){ 0 };
    if (period && period->first) g->period = *period;
    return true;
}

size_t tj_end_of_multiple(const struct tj_walk *w, const struct tj_figure *g)
{
    static const char *const yardsticks[] = { "同期", "平均水平", "假期", "原来", "以前",
                                              "年",   "总和",     "之和", "时",   NULL };
    static const char *const words[] = { "但", "于", "正", "若", NULL }; /* 但是, 于是 */
    const struct tj_predicate *p = &g->predicate;
    bool times = g->quantity->unit.len && g->quantity->kind == TJ_TIMES && p->direction == 0;
    struct tj_str left = tj_cut(w->f->sentence, w->from, g->quantity->off);
    size_t at, last;
    if (!times || !tj_drop_end(&left, TJ_STR("的"))) return p->from;
    bool is = tj_find_last(left, TJ_STR("是"), &at) && !tj_ends_in_one(tj_cut(left, 0, at), words);
    bool known = tj_ends_in_one(left, yardsticks);
    if (known && tj_find_last(left, TJ_STR("为"), &last) && last && (!is || last > at)) at = last, is = true;
    bool plain = is && w->from + at < p->from && !tj_holds(tj_cut(left, at, left.len), TJ_STR("，"));
    return plain ? w->from + at : p->from;
}

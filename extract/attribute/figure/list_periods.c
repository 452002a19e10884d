#include "extract/attribute/figure/list_periods.h"

static bool is_time(const struct tj_mention *m)
{
    return m->kind == TJ_M_PERIOD && m->period->first && m->period->kind != TJ_P_NONE
           && !tj_period_is_of_days(m->period);
}

/* The last time before mention `i` in the part of the sentence that it stands in; `i` if there is none. */
static size_t last_time(const struct tj_walk *w, size_t i)
{
    for (size_t k = i; k > 0; k--) {
        const struct tj_mention *m = tj_mention_at(w, k - 1);
        if (m->kind == TJ_M_MARK && m->mark == U'；') break;
        if (is_time(m)) return k - 1;
    }
    return i;
}

static bool is_list_mark(struct tj_str s)
{
    static const char *const marks[] = { "、", "和", "及", "与", "以及" };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (tj_equal(s, tj_str_of(marks[i]))) return true;
    return false;
}

/* 2021年、2022年和2023年: the times that stand side by side and end with mention `last`. */
static size_t side_by_side(const struct tj_walk *w, size_t last, size_t count, struct tj_period *out)
{
    size_t found = 0, at = last;
    struct tj_period turned[TJ_MAX_LIST];
    for (;;) {
        turned[found++] = *tj_mention_at(w, at)->period;
        size_t before = last_time(w, at);
        if (found == count || before == at) break;
        const struct tj_mention *m = tj_mention_at(w, before);
        if (!is_list_mark(tj_cut(w->f->sentence, m->off + m->len, tj_mention_at(w, at)->off))) break;
        at = before;
    }
    for (size_t i = 0; i < found; i++) out[i] = turned[found - 1 - i];
    return found;
}

/* 2021—2023年, 一至四季度, 1—3月: each year, quarter or month of a span. */
static size_t each_of(const struct tj_period *span, size_t count, struct tj_period *out)
{
    bool years = span->kind == TJ_P_YEAR, parts = span->kind == TJ_P_QUARTERS || span->kind == TJ_P_MONTHS;
    int first = years ? span->first : span->a, last = years ? span->last : span->b;
    if ((!years && !parts) || last < first || (size_t)(last - first) + 1 != count) return 0;
    for (size_t i = 0; i < count; i++) {
        int nth = first + (int)i;
        out[i] = years ? tj_year_of(nth) : *span;
        if (years) continue;
        out[i].kind = span->kind == TJ_P_MONTHS ? TJ_P_MONTH : TJ_P_QUARTER;
        out[i].a = out[i].b = nth;
    }
    return count;
}

/* The year that is told right before byte `at`: 去年 of 去年一、二、三季度; 0 if none is. */
static int year_before(const struct tj_walk *w, size_t at)
{
    for (size_t i = 0; i < w->f->mentions->count; i++) {
        const struct tj_mention *m = tj_mention_at(w, i);
        if (is_time(m) && m->off + m->len == at && m->period->kind == TJ_P_YEAR) return m->period->last;
    }
    return 0;
}

/* 一、二、|三季度: the ones before are told by their numbers alone. */
static size_t numbers_before(const struct tj_walk *w, const struct tj_mention *m, size_t count,
                             struct tj_period *out)
{
    static const char *const numbers[][2] = { { "", "" },    { "一", "1" }, { "二", "2" }, { "三", "3" },
                                              { "四", "4" }, { "五", "5" }, { "六", "6" } };
    const struct tj_period *last = m->period;
    bool counted = last->kind == TJ_P_QUARTER || last->kind == TJ_P_MONTH;
    if (!counted || last->a < (int)count || last->a > 6) return 0;
    struct tj_str left = tj_cut(w->f->sentence, 0, m->off);
    for (size_t i = count; i > 0; i--) {
        int number = last->a - (int)(count - i);
        out[i - 1] = *last;
        out[i - 1].a = out[i - 1].b = number;
        if (i == count) continue;
        if (!tj_ends(left, TJ_STR("、"))) return 0;
        left.len -= 3;
        struct tj_str word = tj_str_of(numbers[number][0]), digit = tj_str_of(numbers[number][1]);
        if (!tj_ends(left, word) && !tj_ends(left, digit)) return 0;
        left.len -= tj_ends(left, word) ? word.len : digit.len;
    }
    int year = year_before(w, left.len);
    for (size_t i = 0; i < count && year; i++) out[i].first = out[i].last = year;
    return count;
}

bool tj_list_periods(const struct tj_walk *w, size_t first, size_t count,
                     struct tj_period periods[TJ_MAX_LIST])
{
    size_t last = last_time(w, first);
    if (last == first || count < 2) return false;
    const struct tj_mention *m = tj_mention_at(w, last);
    return numbers_before(w, m, count, periods) == count || each_of(m->period, count, periods) == count
           || side_by_side(w, last, count, periods) == count;
}

#include "report/audit_parts.h"

#include <math.h>
#include <stdlib.h>

enum { INDUSTRIES = 3, LEAST_REGIONS = 5 };
static const double share_slack = 0.003;

/* Parts that cannot be above their whole. */
static const struct {
    const char *part, *whole;
} wholes[] = {
    { "第一产业增加值", "地区生产总值" },
    { "第二产业增加值", "地区生产总值" },
    { "第三产业增加值", "地区生产总值" },
    { "出口", "进出口总额" },
    { "进口", "进出口总额" },
};

/* A result of the ledger's facts, for joining: sorted by region, period and name. */
struct item {
    uint32_t region;
    struct tj_when when;
    struct tj_str name;
    const struct tj_figure *figure;
};

static int by_place(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    if (x->region != y->region) return x->region < y->region ? -1 : 1;
    int order = tj_when_order(x->when, y->when);
    if (!order) order = tj_compare(x->name, y->name);
    return order ? order : (x->figure > y->figure) - (x->figure < y->figure);
}

static struct item *collect(struct tj_auditing *a, enum tj_measure measure, size_t *count)
{
    const struct tj_series *s = a->series;
    struct item *items = tj_alloc_array(a->arena, s->count, sizeof *items);
    *count = 0;
    for (size_t i = 0; i < s->count; i++) {
        const struct tj_record *r = tj_figure_record(s, &s->figures[i]);
        if (r->standing != TJ_ACTUAL || (enum tj_measure)r->measure != measure || !tj_ledger_value(r).known)
            continue;
        if (measure == TJ_GROWTH && !tj_basis_is_yoy(tj_pool_at(&s->ledger->names, r->basis))) continue;
        struct tj_str name = tj_pool_at(&s->ledger->names, tj_series_indicator(s, r));
        items[(*count)++] =
            (struct item){ r->region, tj_audit_when(a, &s->figures[i]), name, &s->figures[i] };
    }
    if (*count) qsort(items, *count, sizeof *items, by_place);
    return items;
}

static bool same_place(const struct item *a, const struct item *b)
{
    return a->region == b->region && tj_when_order(a->when, b->when) == 0;
}

static void check_parts(struct tj_auditing *a, const struct item *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++) {
            if (tj_figure_record(a->series, items[i].figure)->unit
                != tj_figure_record(a->series, items[k].figure)->unit)
                continue;
            for (size_t w = 0; w < sizeof wholes / sizeof wholes[0]; w++)
                if (tj_equal(items[i].name, tj_str_of(wholes[w].part))
                    && tj_equal(items[k].name, tj_str_of(wholes[w].whole))
                    && tj_audit_value(a, items[i].figure) > tj_audit_value(a, items[k].figure))
                    tj_audit_add(a,
                                 (struct tj_finding){ .kind = TJ_PART_ABOVE_WHOLE,
                                                      .fact = tj_figure_fact(a->series, items[i].figure),
                                                      .other = tj_figure_fact(a->series, items[k].figure) });
        }
}

/* 第一产业增加值占地区生产总值的比重 and the two others. */
static void check_shares(struct tj_auditing *a, const struct item *items, size_t count)
{
    static const char *const industries[INDUSTRIES] = { "第一产业", "第二产业", "第三产业" };
    const struct item *found[INDUSTRIES] = { 0 };
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < INDUSTRIES; k++) {
            size_t at;
            bool of_gdp = tj_find(items[i].name, TJ_STR("比重"), 0, &at)
                          || tj_find(items[i].name, TJ_STR("占"), 0, &at);
            if (!found[k] && of_gdp && tj_starts(items[i].name, tj_str_of(industries[k])))
                found[k] = &items[i];
        }
    for (size_t k = 0; k < INDUSTRIES; k++) {
        if (!found[k]) return;
        sum += tj_audit_value(a, found[k]->figure);
    }
    if (fabs(sum - 1) > share_slack)
        tj_audit_add(a, (struct tj_finding){ .kind = TJ_SHARES_OFF,
                                             .fact = tj_figure_fact(a->series, found[0]->figure),
                                             .other = tj_figure_fact(a->series, found[2]->figure),
                                             .a = sum });
}

static void by_places(struct tj_auditing *a, enum tj_measure measure,
                      void (*check)(struct tj_auditing *, const struct item *, size_t))
{
    size_t count;
    const struct item *items = collect(a, measure, &count);
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && same_place(&items[i], &items[end])) end++;
        check(a, &items[i], end - i);
        i = end;
    }
}

void tj_audit_wholes(struct tj_auditing *a)
{
    by_places(a, TJ_LEVEL, check_parts);
    by_places(a, TJ_SHARE, check_shares);
}

static int by_name(const void *a, const void *b)
{
    const struct item *x = a, *y = b;
    int order = tj_compare(x->name, y->name);
    if (!order) order = tj_when_order(x->when, y->when);
    return order ? order : by_place(a, b);
}

/* Growth among the regions that state it for one indicator and period. */
void tj_audit_outliers(struct tj_auditing *a)
{
    size_t count;
    struct item *items = collect(a, TJ_GROWTH, &count);
    double *values = tj_alloc_array(a->arena, count, sizeof *values),
           *scores = tj_alloc_array(a->arena, count, sizeof *scores);
    if (count) qsort(items, count, sizeof *items, by_name);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i; end < count && tj_equal(items[i].name, items[end].name)
                      && tj_when_order(items[i].when, items[end].when) == 0;
             end++)
            values[end - i] = tj_audit_value(a, items[end].figure);
        if (end - i < LEAST_REGIONS || !tj_plan_listed(a->template, items[i].name)
            || !tj_outlier_scores(values, end - i, scores))
            continue;
        for (size_t k = 0; k < end - i; k++) {
            uint32_t fact = tj_figure_fact(a->series, items[i + k].figure);
            if (fabs(scores[k]) > TJ_OUTLIER_SCORE)
                tj_audit_add(a, (struct tj_finding){
                                    .kind = TJ_OUTLIER, .fact = fact, .other = fact, .a = scores[k] });
        }
    }
}

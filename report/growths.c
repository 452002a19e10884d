#include "report/growths.h"

#include <math.h>
#include <stdlib.h>

static const double points_of_one = 100;

bool tj_compare_fit(const struct tj_series *s, const struct tj_figure *figure)
{
    if (!figure) return false;
    const struct tj_record *r = tj_figure_record(s, figure);
    return (r->bound == TJ_EQ || r->bound == TJ_APPROX) && tj_ledger_value(r).known;
}

static double number_of(const struct tj_series *s, const struct tj_figure *figure)
{
    return tj_decimal_double(tj_ledger_value(tj_figure_record(s, figure)));
}

static bool is_rate(const struct tj_series *s, const struct tj_figure *figure)
{
    return tj_equal(tj_pool_at(&s->ledger->names, tj_figure_record(s, figure)->unit), TJ_STR("1"));
}

struct tj_compared tj_compare_change(const struct tj_series *s, const struct tj_figure *figure,
                                     const struct tj_figure *earlier)
{
    if (!tj_compare_fit(s, figure) || !tj_compare_fit(s, earlier)) return (struct tj_compared){ 0 };
    double now = number_of(s, figure), then = number_of(s, earlier);
    if (is_rate(s, figure)) return (struct tj_compared){ true, true, (now - then) * points_of_one };
    return (struct tj_compared){ then > 0, false, then > 0 ? now / then - 1 : 0 };
}

struct tj_compared tj_compare_contribution(const struct tj_series *s, const struct tj_figure *part,
                                           const struct tj_figure *part_before,
                                           const struct tj_figure *whole_before)
{
    if (!tj_compare_fit(s, part) || !tj_compare_fit(s, part_before) || !tj_compare_fit(s, whole_before)
        || is_rate(s, part) || number_of(s, whole_before) <= 0)
        return (struct tj_compared){ 0 };
    double change = number_of(s, part) - number_of(s, part_before);
    return (struct tj_compared){ true, true, change / number_of(s, whole_before) * points_of_one };
}

struct tj_compared tj_compare_yearly(const struct tj_series *s, const struct tj_figure *first,
                                     const struct tj_figure *last, int years)
{
    if (!tj_compare_fit(s, first) || !tj_compare_fit(s, last) || years < 2 || is_rate(s, first))
        return (struct tj_compared){ 0 };
    double then = number_of(s, first), now = number_of(s, last);
    if (then <= 0 || now <= 0) return (struct tj_compared){ 0 };
    return (struct tj_compared){ true, false, pow(now / then, 1.0 / years) - 1 };
}

/* By group, the unknown last, the best first. */
static int by_merit(const void *a, const void *b)
{
    const struct tj_ranked *x = *(const struct tj_ranked *const *)a, *y = *(const struct tj_ranked *const *)b;
    if (x->group != y->group) return x->group < y->group ? -1 : 1;
    if (!x->value.known || !y->value.known) return y->value.known - x->value.known;
    int order = tj_decimal_order(y->value, x->value);
    return x->lower_first ? -order : order;
}

void tj_rank_all(struct tj_ranked *items, size_t count)
{
    struct tj_ranked **sorted = tj_must_malloc((count + 1) * sizeof *sorted);
    for (size_t i = 0; i < count; i++) sorted[i] = &items[i];
    if (count) qsort(sorted, count, sizeof *sorted, by_merit);
    size_t first = 0; /* of the group */
    for (size_t i = 0; i < count; i++) {
        const struct tj_ranked *before = i ? sorted[i - 1] : NULL;
        bool same_group = before && before->group == sorted[i]->group;
        if (!same_group) first = i;
        sorted[i]->rank = 0;
        if (!sorted[i]->value.known) continue;
        bool tied = same_group && tj_decimal_order(before->value, sorted[i]->value) == 0;
        sorted[i]->rank = tied ? before->rank : (uint32_t)(i - first + 1);
    }
    free(sorted);
}

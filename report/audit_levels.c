#include "report/audit_parts.h"

#include <math.h>

#include "report/attain.h"

enum { LEAST_YEARS = 3, MOST_YEARS = 300 };
static const double money_points = 0.08, other_points = 0.02;

static bool is_yearly_level(const struct tj_auditing *a, const struct tj_figure *f)
{
    const struct tj_record *r = tj_figure_record(a->series, f);
    return r->standing == TJ_ACTUAL && r->measure == TJ_LEVEL && tj_audit_when(a, f).kind == TJ_YEAR
           && tj_ledger_value(r).known;
}

static bool same_series(const struct tj_auditing *a, const struct tj_figure *x, const struct tj_figure *y)
{
    const struct tj_record *p = tj_figure_record(a->series, x), *q = tj_figure_record(a->series, y);
    return p->region == q->region && p->unit == q->unit
           && tj_series_indicator(a->series, p) == tj_series_indicator(a->series, q);
}

/* Times the median at which a unit was lost or doubled: 千, 万, 亿. */
static bool is_slip(double times)
{
    static const double powers[] = { 1e3, 1e4, 1e8 };
    if (times > 0 && times < 1) times = 1 / times;
    for (size_t i = 0; i < sizeof powers / sizeof powers[0]; i++)
        if (times > powers[i] / 3 && times < powers[i] * 3) return true;
    return false;
}

static void check_slips(struct tj_auditing *a, const struct tj_figure *figures, size_t count)
{
    double values[MOST_YEARS];
    struct tj_quartiles q;
    if (count < LEAST_YEARS || count > MOST_YEARS) return;
    for (size_t i = 0; i < count; i++) values[i] = tj_audit_value(a, &figures[i]);
    if (!tj_quartiles_of(values, count, &q) || !(q.median > 0)) return;
    for (size_t i = 0; i < count; i++) {
        uint32_t fact = tj_figure_fact(a->series, &figures[i]),
                 next = tj_figure_fact(a->series, &figures[i ? i - 1 : 1]);
        if (is_slip(values[i] / q.median))
            tj_audit_add(a, (struct tj_finding){
                                .kind = TJ_SLIP, .fact = fact, .other = next, .a = values[i] / q.median });
    }
}

/* How far a level may be off for its last digit, as a part of it. */
static double rounding(const struct tj_auditing *a, const struct tj_figure *f)
{
    struct tj_fact fact = tj_ledger_fact(a->series->ledger, tj_figure_fact(a->series, f));
    struct tj_decimal half = tj_half_last_digit(&fact);
    double value = tj_audit_value(a, f);
    return half.known && value > 0 ? tj_decimal_double(half) / value : 0;
}

static bool is_exact(const struct tj_auditing *a, const struct tj_figure *f)
{
    return tj_figure_record(a->series, f)->bound == TJ_EQ && !f->conflict;
}

/* The growth that the text states for the later of two successive years, against the growth between them. */
static void check_growth(struct tj_auditing *a, const struct tj_figure *before, const struct tj_figure *after)
{
    const struct tj_figure *stated = tj_series_growth(a->series, after);
    double first = tj_audit_value(a, before), last = tj_audit_value(a, after), computed;
    bool next = tj_audit_when(a, before).from / 10000 + 1 == tj_audit_when(a, after).from / 10000;
    if (!stated || !next || !is_exact(a, before) || !is_exact(a, after)
        || !tj_cagr_of(first, last, 1, &computed))
        return;
    if (!tj_ledger_value(tj_figure_record(a->series, stated)).known || !is_exact(a, stated)) return;
    struct tj_str unit = tj_pool_at(&a->series->ledger->names, tj_figure_record(a->series, after)->unit);
    bool money = tj_starts(unit, TJ_STR("CNY")) || tj_starts(unit, TJ_STR("USD"));
    double allowed =
        (money ? money_points : other_points) + rounding(a, before) + rounding(a, after) + 0.0005;
    double said = tj_audit_value(a, stated);
    if (fabs(computed - said) > allowed)
        tj_audit_add(a, (struct tj_finding){ .kind = TJ_GROWTH_DENIED,
                                             .fact = tj_figure_fact(a->series, stated),
                                             .other = tj_figure_fact(a->series, after),
                                             .a = computed,
                                             .b = said });
}

void tj_audit_levels(struct tj_auditing *a)
{
    const struct tj_series *s = a->series;
    for (size_t i = 0; i < s->count;) {
        size_t end = i + 1;
        if (!is_yearly_level(a, &s->figures[i])) {
            i = end;
            continue;
        }
        while (end < s->count && is_yearly_level(a, &s->figures[end])
               && same_series(a, &s->figures[i], &s->figures[end])) {
            check_growth(a, &s->figures[end - 1], &s->figures[end]);
            end++;
        }
        check_slips(a, &s->figures[i], end - i);
        i = end;
    }
}

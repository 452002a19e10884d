#include "report/audit_parts.h"

#include <stdlib.h>

void tj_audit_add(struct tj_auditing *a, struct tj_finding finding)
{
    struct tj_audit *out = a->out;
    out->at = tj_grow(a->arena, out->at, out->count, &out->room, sizeof *out->at);
    out->at[out->count++] = finding;
}

struct tj_when tj_audit_when(const struct tj_auditing *a, const struct tj_figure *f)
{
    return a->series->ledger->periods[tj_figure_record(a->series, f)->period];
}

double tj_audit_value(const struct tj_auditing *a, const struct tj_figure *f)
{
    return tj_decimal_double(tj_ledger_value(tj_figure_record(a->series, f)));
}

static bool is_result(const struct tj_auditing *a, const struct tj_figure *f)
{
    return tj_figure_record(a->series, f)->standing == TJ_ACTUAL;
}

/* Two statements of one figure; the second is the first that contradicts the one shown. */
static void check_sources(struct tj_auditing *a)
{
    const struct tj_series *s = a->series;
    for (size_t i = 0; i < s->count; i++) {
        const struct tj_figure *figure = &s->figures[i];
        struct tj_fact shown = tj_ledger_figures(s->ledger, s->order[figure->first]);
        for (uint32_t k = 1; figure->conflict && k < figure->count; k++) {
            struct tj_fact other = tj_ledger_figures(s->ledger, s->order[figure->first + k]);
            if (tj_figures_agree(&shown, &other)) continue;
            tj_audit_add(a, (struct tj_finding){ .kind = TJ_DISAGREE,
                                                 .fact = s->order[figure->first],
                                                 .other = s->order[figure->first + k] });
            break;
        }
    }
}

static void check_confidence(struct tj_auditing *a)
{
    const struct tj_series *s = a->series;
    for (size_t i = 0; i < s->count; i++) {
        const struct tj_record *r = tj_figure_record(s, &s->figures[i]);
        bool listed =
            tj_plan_listed(a->template, tj_pool_at(&s->ledger->names, tj_series_indicator(s, r))) != NULL;
        uint32_t fact = tj_figure_fact(s, &s->figures[i]);
        if (listed && is_result(a, &s->figures[i]) && r->confidence < a->template->low_confidence)
            tj_audit_add(a, (struct tj_finding){ .kind = TJ_UNSURE, .fact = fact, .other = fact });
    }
}

static int by_kind(const void *x, const void *y, void *auditing)
{
    const struct tj_auditing *a = auditing;
    const struct tj_finding *p = x, *q = y;
    if (p->kind != q->kind) return p->kind < q->kind ? -1 : 1;
    const struct tj_ledger *l = a->series->ledger;
    const struct tj_record *r = &l->records[p->fact], *t = &l->records[q->fact];
    int order = tj_compare(tj_pool_at(&l->names, r->region_code), tj_pool_at(&l->names, t->region_code));
    if (!order) order = tj_compare(tj_pool_at(&l->names, r->indicator), tj_pool_at(&l->names, t->indicator));
    if (!order) order = tj_when_order(l->periods[r->period], l->periods[t->period]);
    if (!order) order = (p->fact > q->fact) - (p->fact < q->fact);
    return order ? order : (p->other > q->other) - (p->other < q->other);
}

void tj_audit_make(struct tj_arena *arena, const struct tj_series *series, const struct tj_template *template,
                   struct tj_audit *out)
{
    *out = (struct tj_audit){ 0 };
    struct tj_auditing a = { arena, series, template, out };
    tj_audit_levels(&a);
    tj_audit_wholes(&a);
    tj_audit_outliers(&a);
    check_sources(&a);
    check_confidence(&a);
    if (out->count) qsort_r(out->at, out->count, sizeof *out->at, by_kind, &a);
}

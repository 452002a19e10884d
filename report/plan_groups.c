#include "report/plan_groups.h"

#include <stdlib.h>

#include "report/places.h"
#include "report/plan.h"

static const uint32_t NOT_CHOSEN = UINT32_MAX;

/* How often an indicator occurs among the groups, and where first. */
struct tally {
    uint32_t indicator, figures, first;
};

bool tj_figure_is_headline(const struct tj_series *s, const struct tj_figure *figure)
{
    const struct tj_record *r = tj_figure_record(s, figure);
    const struct tj_pool *names = &s->ledger->names;
    if (r->standing != TJ_ACTUAL) return false;
    if (r->measure == TJ_LEVEL) return true;
    if (!tj_basis_is_yoy(tj_pool_at(names, r->basis))) return false;
    return r->measure == TJ_GROWTH
           || (r->measure == TJ_CHANGE && tj_equal(tj_pool_at(names, r->unit), TJ_STR("pp")));
}

const struct tj_template_indicator *tj_plan_listed(const struct tj_template *t, struct tj_str name)
{
    for (size_t i = 0; i < t->indicator_count; i++) {
        const struct tj_template_indicator *row = &t->indicators[i];
        if (tj_equal(row->name, name)) return row;
        for (size_t j = 0; j < row->alias_count; j++)
            if (tj_equal(row->aliases[j], name)) return row;
    }
    return NULL;
}

static bool region_rank(const struct tj_template *t, struct tj_str region, uint32_t *out)
{
    for (*out = 0; *out < t->region_count; ++*out)
        if (tj_equal(t->regions[*out], region)) return true;
    *out = 0;
    return t->region_count == 0;
}

static void find_groups(struct tj_arena *arena, const struct tj_series *s, const struct tj_template *t,
                        struct tj_groups *out)
{
    struct tj_group *last = NULL;
    const uint32_t *codes = tj_place_codes(arena, s->ledger);
    for (uint32_t i = 0; i < s->count; i++) {
        const struct tj_figure *figure = &s->figures[i];
        if (!tj_figure_is_headline(s, figure)) continue;
        const struct tj_record *r = tj_figure_record(s, figure);
        struct tj_group group = { .first = i,
                                  .region = r->region,
                                  .code = codes[r->region],
                                  .indicator = tj_series_indicator(s, r),
                                  .rank = NOT_CHOSEN };
        if (!last || last->region != group.region || last->indicator != group.indicator) {
            if (!region_rank(t, tj_pool_at(&s->ledger->names, r->region), &group.region_rank)) continue;
            out->at = tj_grow(arena, out->at, out->count, &out->capacity, sizeof *out->at);
            last = &out->at[out->count++];
            *last = group;
        }
        last->end = i + 1;
    }
}

static int by_figures(const void *a, const void *b)
{
    const struct tally *x = a, *y = b;
    if (x->figures != y->figures) return x->figures > y->figures ? -1 : 1;
    return x->first < y->first ? -1 : 1;
}

/* The indicators that the template does not list, most figures first. */
static size_t count_others(const struct tj_series *s, const struct tj_groups *groups, struct tally *tallies)
{
    size_t count = 0;
    uint32_t *row_of = tj_must_malloc(s->ledger->names.count * sizeof *row_of);
    memset(row_of, 0xFF, s->ledger->names.count * sizeof *row_of);
    for (size_t i = 0; i < groups->count; i++) {
        const struct tj_group *g = &groups->at[i];
        if (g->listed) continue;
        uint32_t fact = tj_figure_fact(s, &s->figures[g->first]);
        if (row_of[g->indicator] == UINT32_MAX) {
            row_of[g->indicator] = (uint32_t)count;
            tallies[count++] = (struct tally){ g->indicator, 0, fact };
        }
        struct tally *tally = &tallies[row_of[g->indicator]];
        tally->figures += g->end - g->first;
        if (fact < tally->first) tally->first = fact;
    }
    free(row_of);
    qsort(tallies, count, sizeof *tallies, by_figures);
    return count;
}

static void rank_others(struct tj_arena *arena, const struct tj_series *s, const struct tj_template *t,
                        struct tj_groups *groups)
{
    struct tally *tallies = tj_alloc_array(arena, groups->count + 1, sizeof *tallies);
    size_t count = count_others(s, groups, tallies);
    if (count > t->others) count = t->others;
    for (size_t i = 0; i < groups->count; i++)
        for (uint32_t j = 0; j < count && !groups->at[i].listed; j++)
            if (tallies[j].indicator == groups->at[i].indicator)
                groups->at[i].rank = (uint32_t)t->indicator_count + j;
}

static int order_of(uint32_t a, uint32_t b) { return (a > b) - (a < b); }

static int by_rank(const void *a, const void *b, void *series)
{
    const struct tj_group *x = a, *y = b;
    const struct tj_series *s = series;
    const struct tj_pool *names = &s->ledger->names;
    struct tj_str cx = tj_pool_at(names, x->code), cy = tj_pool_at(names, y->code);
    int order = order_of(x->region_rank, y->region_rank);
    if (!order) order = tj_place_code_order(cx, cy);
    if (!order) order = tj_compare(tj_pool_at(names, x->region), tj_pool_at(names, y->region));
    if (!order) order = order_of(x->rank, y->rank);
    return order ? order : order_of(x->first, y->first);
}

void tj_groups_make(struct tj_arena *arena, const struct tj_series *s, const struct tj_template *t,
                    struct tj_groups *out)
{
    *out = (struct tj_groups){ 0 };
    find_groups(arena, s, t, out);
    for (size_t i = 0; i < out->count; i++) {
        struct tj_group *g = &out->at[i];
        g->listed = tj_plan_listed(t, tj_pool_at(&s->ledger->names, g->indicator));
        if (g->listed) g->rank = (uint32_t)(g->listed - t->indicators);
    }
    rank_others(arena, s, t, out);
    size_t kept = 0;
    for (size_t i = 0; i < out->count; i++)
        if (out->at[i].rank != NOT_CHOSEN) out->at[kept++] = out->at[i];
    out->count = kept;
    if (kept) {
        struct tj_series *context = (struct tj_series *)(uintptr_t)s;
        qsort_r(out->at, kept, sizeof *out->at, by_rank, context);
    }
}

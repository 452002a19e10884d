#include "report/summary_columns.h"

#include "report/places.h"

enum { VALUES, GROWTHS };

static unsigned slot_of(enum tj_comparison comparison) { return TJ_SLOT_FIRST + (unsigned)comparison; }

static bool is_rank(unsigned slot)
{
    return slot == slot_of(TJ_CMP_RANK) || slot == slot_of(TJ_CMP_GROWTH_RANK);
}

bool tj_summary_before(const struct tj_making *m, struct tj_summary_column c, struct tj_when *out)
{
    if (c.period >= m->plan->column_count) return false;
    struct tj_when when = m->plan->columns[c.period];
    if (c.slot == slot_of(TJ_CMP_COMPUTED) || c.slot == slot_of(TJ_CMP_CONTRIBUTION))
        return tj_when_year_before(when, out);
    /* of a year the period before is the year before: no second column for the same */
    return c.slot == slot_of(TJ_CMP_PREVIOUS) && when.kind != TJ_YEAR && tj_when_before(when, out);
}

/* The value of what the row's indicator is part of, in the same region and unit, in the period `before`. */
static const struct tj_figure *whole_of(const struct tj_making *m, const struct tj_plan_row *row,
                                        struct tj_when before)
{
    const struct tj_plan *plan = m->plan;
    if (!row->listed || row->listed->part_of.len == 0) return NULL;
    const struct tj_plan_row *first = row, *end = plan->rows + plan->row_count;
    while (first > plan->rows && first[-1].region == row->region) first--;
    for (; first < end && first->region == row->region; first++) {
        if (!first->listed || !tj_equal(first->listed->name, row->listed->part_of)) continue;
        if (!tj_equal(first->display.canonical, row->display.canonical)) continue;
        for (size_t i = 0; i < plan->column_count; i++)
            if (first->cells[i].value) return tj_series_in(m->series, first->cells[i].value, before);
    }
    return NULL;
}

bool tj_summary_span(const struct tj_making *m, const struct tj_plan_row *row, size_t *first, size_t *last)
{
    size_t found = 0;
    for (size_t i = 0; i < m->plan->column_count; i++) {
        if (m->plan->columns[i].kind != TJ_YEAR || !tj_compare_fit(m->series, row->cells[i].value)) continue;
        if (found++ == 0) *first = i;
        *last = i;
    }
    return found > 1;
}

static struct tj_compared yearly(const struct tj_making *m, const struct tj_plan_row *row)
{
    size_t first, last;
    if (!tj_summary_span(m, row, &first, &last)) return (struct tj_compared){ 0 };
    int years = tj_when_year(m->plan->columns[last]) - tj_when_year(m->plan->columns[first]);
    return tj_compare_yearly(m->series, row->cells[first].value, row->cells[last].value, years);
}

struct tj_compared tj_summary_compare(const struct tj_making *m, const struct tj_plan_row *row,
                                      struct tj_summary_column c)
{
    struct tj_when before;
    if (c.slot == slot_of(TJ_CMP_CAGR) || c.slot == TJ_SLOT_YEARS) return yearly(m, row);
    if (!tj_summary_before(m, c, &before) || !row->cells[c.period].value) return (struct tj_compared){ 0 };
    const struct tj_figure *value = row->cells[c.period].value;
    const struct tj_figure *earlier = tj_series_in(m->series, value, before);
    if (c.slot != slot_of(TJ_CMP_CONTRIBUTION)) return tj_compare_change(m->series, value, earlier);
    return tj_compare_contribution(m->series, value, earlier, whole_of(m, row, before));
}

uint32_t tj_summary_rank(const struct tj_making *m, const struct tj_summary_columns *columns, size_t row,
                         struct tj_summary_column c)
{
    const uint32_t *ranks = columns->ranks[c.slot == slot_of(TJ_CMP_RANK) ? VALUES : GROWTHS];
    return ranks[row * m->plan->column_count + c.period];
}

/* Regions rank with those of their own level, values with those in the same unit. */
static uint32_t *number_groups(const struct tj_making *m)
{
    const struct tj_plan *plan = m->plan;
    const uint32_t *codes = tj_place_codes(m->arena, m->ledger);
    uint32_t *groups = tj_alloc_array(m->arena, plan->row_count + 1, sizeof *groups);
    struct tj_pool keys = { 0 };
    for (size_t i = 0; i < plan->row_count; i++) {
        const struct tj_plan_row *row = &plan->rows[i];
        enum tj_place_level level = tj_place_level(tj_making_name(m, codes[row->region]));
        groups[i] = tj_pool_add(&keys, tj_print(m->arena, "%d %u %.*s", (int)level, (unsigned)row->indicator,
                                                TJ_ARG(row->display.canonical)));
    }
    tj_pool_free(&keys);
    return groups;
}

static struct tj_decimal ranked_value(const struct tj_making *m, const struct tj_figure *figure)
{
    if (!figure) return (struct tj_decimal){ 0 };
    return tj_ledger_value(tj_figure_record(m->series, figure));
}

/* The ranks of all rows in each period; of those ranked alone none. */
static uint32_t *make_ranks(const struct tj_making *m, unsigned which)
{
    const struct tj_plan *plan = m->plan;
    const uint32_t *groups = number_groups(m);
    uint32_t *ranks = tj_alloc_array(m->arena, plan->row_count * plan->column_count + 1, sizeof *ranks);
    struct tj_ranked *items = tj_alloc_array(m->arena, plan->row_count + 1, sizeof *items);
    uint32_t *members = tj_alloc_array(m->arena, plan->row_count + 2, sizeof *members);
    for (size_t p = 0; p < plan->column_count; p++) {
        memset(members, 0, (plan->row_count + 2) * sizeof *members);
        for (size_t i = 0; i < plan->row_count; i++) {
            const struct tj_plan_row *row = &plan->rows[i];
            const struct tj_plan_cell *cell = &row->cells[p];
            bool lower = row->listed && row->listed->better == TJ_LOWER;
            struct tj_decimal value = ranked_value(m, which == VALUES ? cell->value : cell->growth);
            items[i] = (struct tj_ranked){ value, groups[i], lower, 0 };
            members[groups[i]] += value.known;
        }
        tj_rank_all(items, plan->row_count);
        for (size_t i = 0; i < plan->row_count; i++)
            if (members[groups[i]] > 1) ranks[i * plan->column_count + p] = items[i].rank;
    }
    return ranks;
}

/* Is there anything for the column in any row? */
static bool is_used(const struct tj_making *m, const struct tj_summary_columns *all,
                    struct tj_summary_column c)
{
    if (c.slot == TJ_SLOT_VALUE) return m->plan->has_values[c.period];
    if (c.slot == slot_of(TJ_CMP_STATED)) return m->plan->has_growths[c.period];
    for (size_t i = 0; i < m->plan->row_count; i++)
        if (is_rank(c.slot) ? tj_summary_rank(m, all, i, c) != 0
                            : tj_summary_compare(m, &m->plan->rows[i], c).known)
            return true;
    return false;
}

static void add(const struct tj_making *m, struct tj_summary_columns *out, unsigned slot, size_t period)
{
    struct tj_summary_column column = { slot, period };
    if (is_used(m, out, column)) out->at[out->count++] = column;
}

void tj_summary_columns_make(const struct tj_making *m, struct tj_summary_columns *out)
{
    const struct tj_template *t = m->template;
    size_t periods = m->plan->column_count;
    *out = (struct tj_summary_columns){ 0 };
    out->at = tj_alloc_array(m->arena, (periods + 1) * (TJ_SLOT_YEARS + 1), sizeof *out->at);
    for (size_t i = 0; i < t->comparison_count; i++) {
        if (t->comparisons[i] == TJ_CMP_RANK) out->ranks[VALUES] = make_ranks(m, VALUES);
        if (t->comparisons[i] == TJ_CMP_GROWTH_RANK) out->ranks[GROWTHS] = make_ranks(m, GROWTHS);
    }
    for (size_t p = 0; p < periods; p++) {
        add(m, out, TJ_SLOT_VALUE, p);
        for (size_t i = 0; i < t->comparison_count; i++)
            if (t->comparisons[i] != TJ_CMP_CAGR) add(m, out, TJ_SLOT_FIRST + t->comparisons[i], p);
    }
    for (size_t i = 0; i < t->comparison_count; i++)
        if (t->comparisons[i] == TJ_CMP_CAGR) {
            add(m, out, slot_of(TJ_CMP_CAGR), periods);
            add(m, out, TJ_SLOT_YEARS, periods);
        }
}

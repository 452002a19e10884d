#include "extract/fact/corrections.h"

#include <stdio.h>
#include <stdlib.h>

#include "extract/fact/columns.h"
#include "extract/fact/corrections_parts.h"

struct tj_corrections *tj_corrections_new(void (*tell)(void *self, const struct tj_error *err), void *self)
{
    struct tj_corrections *c = tj_must_malloc(sizeof *c);
    *c = (struct tj_corrections){ .tell = tell, .self = self };
    return c;
}

void tj_correction_tell(struct tj_corrections *c, size_t file, size_t line, struct tj_error *err)
{
    snprintf(err->file, sizeof err->file, "%s", c->files[file].path);
    err->line = line;
    c->files[file].bad++;
    c->tell(c->self, err);
}

/* The first of the fact's rows in c->order; c->count if it has none. */
static size_t first_row(const struct tj_corrections *c, struct tj_str id)
{
    size_t low = 0, high = c->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tj_compare(c->order[middle]->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < c->count && tj_equal(c->order[low]->id, id) ? low : c->count;
}

/* Numbers are the same however many zeros they end in, texts whatever blanks are around them. */
static bool is_still(const struct tj_fact *fact, const struct tj_correction_row *row, struct tj_buffer *now)
{
    struct tj_decimal a, b;
    now->len = 0;
    tj_column_put(now, fact, (size_t)row->column);
    struct tj_str present = tj_buffer_str(now), old = tj_trim(row->old);
    if (tj_equal(tj_trim(present), old)) return true;
    return present.len && old.len && tj_decimal_read(present, &a) && tj_decimal_read(old, &b)
           && tj_decimal_order(a, b) == 0;
}

static void tell_stale(struct tj_corrections *c, const struct tj_correction_row *row, struct tj_str now)
{
    struct tj_error err;
    struct tj_str old = tj_glimpse(tj_trim(row->old)), present = tj_glimpse(now);
    tj_fail(&err, TJ_BAD_CORRECTION, NULL, 0,
            "stale: %.*s of %.*s is '%.*s' now, not '%.*s'; look at the fact again and write the row anew",
            TJ_ARG(tj_column_name((size_t)row->column)), TJ_ARG(row->id), TJ_ARG(present), TJ_ARG(old));
    tj_correction_tell(c, row->file, row->line, &err);
}

/* Applies one row. Sets its outcome and tells a stale one, the first time. */
static void apply_row(struct tj_corrections *c, struct tj_correction_row *row, struct tj_fact *fact)
{
    row->outcome = TJ_ROW_DONE;
    if (row->column < 0) return;
    struct tj_buffer now = { 0 };
    if (is_still(fact, row, &now)) {
        tj_column_set(fact, (size_t)row->column, row->now);
    } else {
        row->outcome = TJ_ROW_STALE;
        if (!row->met) tell_stale(c, row, tj_buffer_str(&now));
    }
    tj_buffer_free(&now);
}

/* A name that was corrected leaves its code behind, unless the code is corrected too. */
static void clear_code(const struct tj_fact *before, struct tj_fact *fact)
{
    if (!tj_equal(before->region, fact->region) && tj_equal(before->region_code, fact->region_code))
        fact->region_code = TJ_STR("");
    if (!tj_equal(before->indicator, fact->indicator)
        && tj_equal(before->indicator_code, fact->indicator_code))
        fact->indicator_code = TJ_STR("");
}

/* Why the fact cannot stay as the corrections made it; NULL if it can. */
static const char *wrong_now(const struct tj_fact *f)
{
    if (f->bound != TJ_RANGE && !f->value.known)
        return "without a value the bound must be range, with lower and upper";
    if (f->bound != TJ_RANGE) return tj_fact_wrong(f);
    if (!f->lower.known || !f->upper.known) return "a range needs lower and upper; correct them too";
    if (f->value.known) return "a range has no value; empty it too";
    return tj_decimal_order(f->lower, f->upper) > 0 ? "lower must not be above upper" : tj_fact_wrong(f);
}

/* Counts what became of a row, the first time that its fact comes. */
static void settle(struct tj_corrections *c, struct tj_correction_row *row, const char *wrong)
{
    struct tj_correction_file *file = &c->files[row->file];
    bool first = !row->met;
    row->met = true;
    if (!first || row->outcome == TJ_ROW_STALE) return;
    if (row->column == TJ_ROW_DROPS) {
        file->dropped++;
    } else if (row->column == TJ_ROW_CONFIRMS) {
        file->confirmed++;
    } else if (!wrong) {
        file->changed++;
    } else {
        struct tj_error err;
        tj_fail(&err, TJ_BAD_CORRECTION, NULL, 0, "%.*s would not be a fact any more: %s", TJ_ARG(row->id),
                wrong);
        tj_correction_tell(c, row->file, row->line, &err);
    }
}

enum tj_correction tj_corrections_apply(struct tj_corrections *c, struct tj_fact *fact)
{
    size_t first = c ? first_row(c, fact->id) : 0;
    if (!c || first == c->count) return TJ_FACT_KEPT;
    struct tj_fact before = *fact;
    bool drops = false, corrects = false;
    size_t end = first;
    for (; end < c->count && tj_equal(c->order[end]->id, fact->id); end++) {
        struct tj_correction_row *row = c->order[end];
        if (row->bad) continue;
        apply_row(c, row, fact);
        drops |= row->column == TJ_ROW_DROPS;
        corrects |= row->column >= 0 && row->outcome == TJ_ROW_DONE;
    }
    clear_code(&before, fact);
    const char *wrong = corrects && !wrong_now(&before) ? wrong_now(fact) : NULL;
    for (size_t i = first; i < end; i++)
        if (!c->order[i]->bad) settle(c, c->order[i], wrong);
    if (wrong) *fact = before;
    return drops ? TJ_FACT_DROPPED : corrects && !wrong ? TJ_FACT_CHANGED : TJ_FACT_KEPT;
}

void tj_corrections_finish(struct tj_corrections *c)
{
    for (size_t i = 0; c && i < c->count; i++) {
        const struct tj_correction_row *row = &c->rows[i];
        struct tj_error err;
        if (row->bad || row->met) continue;
        tj_fail(
            &err, TJ_BAD_CORRECTION, NULL, 0,
            "no fact has the id '%.*s'; its text may have changed since, or its file of facts is not given",
            TJ_ARG(row->id));
        tj_correction_tell(c, row->file, row->line, &err);
    }
}

size_t tj_corrections_file_count(const struct tj_corrections *c) { return c ? c->file_count : 0; }
const struct tj_correction_file *tj_corrections_file(const struct tj_corrections *c, size_t i)
{
    return &c->files[i];
}

size_t tj_corrections_bad(const struct tj_corrections *c)
{
    size_t bad = 0;
    for (size_t i = 0; c && i < c->file_count; i++) bad += c->files[i].bad;
    return bad;
}

void tj_corrections_free(struct tj_corrections *c)
{
    if (!c) return;
    tj_arena_free(&c->arena);
    free(c);
}

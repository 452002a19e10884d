#include "report/diff_csv.h"

#include "extract/fact/output.h"
#include "extract/fact/sink.h"

enum { RATIO_PLACES = 6 };

static const char *const kinds[TJ_DIFF_KIND_COUNT] = {
    [TJ_DIFF_CHANGED] = "changed", [TJ_DIFF_SAME] = "same", [TJ_DIFF_NEW] = "new", [TJ_DIFF_GONE] = "gone"
};

/* The columns, in order. */
static const char header[] =
    "kind,region,region_code,indicator,measure,basis,status,unit,"
    "old_period,old_value,old_lower,old_upper,old_bound,"
    "new_period,new_value,new_lower,new_upper,new_bound,"
    "change,change_unit,relative,stated,stated_unit,"
    "old_text,new_text,old_id,new_id,stated_id,old_doc,new_doc,old_statements,new_statements\n";

struct table {
    const struct tj_diff_view *v;
    struct tj_buffer *out;
    bool begun; /* a row is under way */
};

static void put(struct table *t, struct tj_str cell)
{
    if (t->begun) tj_put_char(t->out, ',');
    t->begun = true;
    tj_put_csv_cell(t->out, cell);
}

static void end_row(struct table *t)
{
    tj_put_char(t->out, '\n');
    t->begun = false;
}

static void put_decimal(struct table *t, struct tj_decimal d)
{
    char text[TJ_DECIMAL_TEXT];
    put(t, (struct tj_str){ text, tj_decimal_text(d, text) });
}

static void put_side(struct table *t, const struct tj_figure *figure, const struct tj_fact *fact)
{
    put(t, fact->period);
    put_decimal(t, fact->value);
    put_decimal(t, fact->lower);
    put_decimal(t, fact->upper);
    put(t, figure ? tj_bound_word(fact->bound) : TJ_STR(""));
}

/* Rates change by ratios, as they are kept: 0.011 in the unit 1. */
static void put_changes(struct table *t, const struct tj_diff_row *row, const struct tj_fact *stated)
{
    struct tj_fact fact = tj_diff_fact(t->v->diff, row);
    struct tj_decimal ratio = { 0 };
    if (row->has_relative) {
        struct tj_str text = tj_print(t->v->arena, "%.*f", RATIO_PLACES, row->relative);
        if (!tj_decimal_read(text, &ratio)) ratio.known = false;
    }
    put_decimal(t, row->change);
    put(t, row->change.known ? fact.unit : TJ_STR(""));
    put_decimal(t, ratio);
    put_decimal(t, stated->value);
    put(t, stated->unit);
}

static void put_statement(struct tj_buffer *out, const struct tj_fact *f)
{
    tj_put(out, tj_bound_word(f->bound));
    tj_put_char(out, ' ');
    tj_put_decimal(out, f->bound == TJ_RANGE ? f->lower : f->value);
    if (f->bound == TJ_RANGE) tj_put(out, TJ_STR(".."));
    if (f->bound == TJ_RANGE) tj_put_decimal(out, f->upper);
    tj_put_char(out, ' ');
    tj_put(out, f->id);
}

/* Of a figure whose sources disagree all that they say: bound, value and id of each fact, with "; " between. */
static void put_statements(struct table *t, const struct tj_series *s, const struct tj_figure *figure)
{
    struct tj_buffer text = { 0 };
    for (uint32_t i = 0; figure && figure->conflict && i < figure->count; i++) {
        struct tj_fact fact = tj_ledger_fact(s->ledger, s->order[figure->first + i]);
        if (i) tj_put(&text, TJ_STR("; "));
        put_statement(&text, &fact);
    }
    put(t, tj_buffer_str(&text));
    tj_buffer_free(&text);
}

static void put_sources(struct table *t, const struct tj_fact *old, const struct tj_fact *now,
                        const struct tj_fact *stated)
{
    put(t, old->text);
    put(t, now->text);
    put(t, old->id);
    put(t, now->id);
    put(t, stated->id);
    put(t, old->doc);
    put(t, now->doc);
}

static void put_row(struct table *t, const struct tj_diff_row *row)
{
    const struct tj_diff *d = t->v->diff;
    struct tj_fact none = { 0 }, old = row->old ? tj_diff_old(d, row) : none,
                   now = row->now ? tj_diff_now(d, row) : none, stated = none;
    if (row->stated) stated = tj_ledger_fact(d->now->ledger, tj_figure_fact(d->now, row->stated));
    struct tj_fact any = tj_diff_fact(d, row);
    put(t, tj_str_of(kinds[row->kind]));
    put(t, row->region);
    put(t, row->region_code);
    put(t, row->indicator);
    put(t, tj_measure_word(any.measure));
    put(t, any.basis);
    put(t, tj_standing_word(any.status));
    put(t, any.unit);
    put_side(t, row->old, &old);
    put_side(t, row->now, &now);
    put_changes(t, row, &stated);
    put_sources(t, &old, &now, &stated);
    put_statements(t, d->old, row->old);
    put_statements(t, d->now, row->now);
    end_row(t);
}

void tj_diff_csv(const struct tj_diff_view *v, struct tj_buffer *out)
{
    struct table t = { .v = v, .out = out };
    tj_put(out, tj_str_of(header));
    for (size_t i = 0; i < v->diff->row_count; i++) put_row(&t, &v->diff->rows[i]);
}

enum tj_status tj_diff_csv_write(const struct tj_diff_view *v, const char *path, struct tj_error *err)
{
    struct tj_output output;
    struct tj_buffer text = { 0 };
    enum tj_status status = tj_output_open(&output, path, err);
    if (status) return status;
    tj_diff_csv(v, &text);
    status = tj_output_write(&output, tj_buffer_str(&text), err);
    enum tj_status closed = tj_output_close(&output, !status, status ? NULL : err);
    tj_buffer_free(&text);
    return status ? status : closed;
}

#include "report/audit.h"
#include "report/making.h"

enum { HEAD = 2, BODY = HEAD + 1, MOST_ROWS = 5000, MOST_OF_A_KIND = 500 };

static const struct {
    enum tj_word head;
    double width;
} columns[] = {
    { TJ_W_FINDING, 18 }, { TJ_W_REGION, 14 },       { TJ_W_INDICATOR, 28 },
    { TJ_W_PERIOD, 13 },  { TJ_W_FIRST_FIGURE, 16 }, { TJ_W_SECOND_FIGURE, 16 },
    { TJ_W_WHY, 52 },     { TJ_W_DOCUMENT, 32 },     { TJ_W_OTHER_DOCUMENT, 32 },
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

#define KIND_NAME(id, zh, en) [id] = { zh, en },
static const char *const kinds[][2] = { TJ_FINDINGS(KIND_NAME) };

static struct tj_str percent(const struct tj_making *m, double ratio)
{
    return tj_print(m->arena, "%.1f%%", 100 * ratio);
}

static struct tj_str why(const struct tj_making *m, const struct tj_finding *f)
{
    static const enum tj_word words[TJ_FINDING_COUNT] = {
        [TJ_SLIP] = TJ_W_WHY_SLIP,
        [TJ_PART_ABOVE_WHOLE] = TJ_W_WHY_PART,
        [TJ_GROWTH_DENIED] = TJ_W_WHY_GROWTH,
        [TJ_SHARES_OFF] = TJ_W_WHY_SHARES,
        [TJ_DISAGREE] = TJ_W_WHY_DISAGREE,
        [TJ_OUTLIER] = TJ_W_WHY_OUTLIER,
        [TJ_UNSURE] = TJ_W_WHY_UNSURE,
    };
    struct tj_str parts[2] = { TJ_STR(""), TJ_STR("") };
    switch (f->kind) {
    case TJ_SLIP: parts[0] = tj_print(m->arena, "%.3g", f->a); break;
    case TJ_GROWTH_DENIED: parts[0] = percent(m, f->a), parts[1] = percent(m, f->b); break;
    case TJ_SHARES_OFF: parts[0] = percent(m, f->a); break;
    case TJ_OUTLIER: parts[0] = tj_print(m->arena, "%.1f", f->a); break;
    case TJ_UNSURE: parts[0] = tj_print(m->arena, "%u", m->ledger->records[f->fact].confidence); break;
    default: break;
    }
    return tj_fill(m->arena, tj_word(words[f->kind], m->english), parts);
}

static struct tj_str source_of(const struct tj_making *m, const struct tj_fact *f)
{
    struct tj_str name = f->title.len ? f->title : f->doc;
    return f->date.len ? tj_print(m->arena, "%.*s（%.*s）", TJ_ARG(name), TJ_ARG(f->date)) : name;
}

static void put_finding(const struct tj_making *m, struct tj_sheet *sheet, uint32_t row,
                        const struct tj_finding *f)
{
    struct tj_fact a = tj_ledger_fact(m->ledger, f->fact), b = tj_ledger_fact(m->ledger, f->other);
    bool second = f->other != f->fact;
    struct tj_when when = m->ledger->periods[m->ledger->records[f->fact].period];
    tj_cell_text(sheet, row, 0, tj_str_of(kinds[f->kind][m->english]), m->look.text);
    tj_cell_text(sheet, row, 1, a.region, m->look.text);
    tj_cell_text(sheet, row, 2, a.indicator, m->look.text);
    tj_cell_text(sheet, row, 3, tj_making_when(m, when), m->look.text);
    tj_cell_link(sheet, row, 4, tj_making_link(m, f->fact));
    tj_cell_text(sheet, row, 4, a.text, m->look.link);
    if (second) tj_cell_link(sheet, row, 5, tj_making_link(m, f->other));
    tj_cell_text(sheet, row, 5, second ? b.text : TJ_STR(""), m->look.link);
    tj_cell_text(sheet, row, 6, why(m, f), m->look.text);
    tj_cell_text(sheet, row, 7, source_of(m, &a), m->look.text);
    tj_cell_text(sheet, row, 8, second ? source_of(m, &b) : TJ_STR(""), m->look.text);
}

/* The findings, so many of each kind at most; returns the row behind them. */
static uint32_t put_findings(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_audit *audit)
{
    uint32_t row = BODY;
    size_t of_kind[TJ_FINDING_COUNT] = { 0 };
    for (size_t i = 0; i < audit->count && row < BODY + MOST_ROWS; i++)
        if (of_kind[audit->at[i].kind]++ < MOST_OF_A_KIND) put_finding(m, sheet, row++, &audit->at[i]);
    return row;
}

/* How many of each kind, under the title. */
static struct tj_str counts_line(const struct tj_making *m, const struct tj_audit *audit)
{
    size_t of_kind[TJ_FINDING_COUNT] = { 0 };
    struct tj_str line = TJ_STR("");
    for (size_t i = 0; i < audit->count; i++) of_kind[audit->at[i].kind]++;
    for (size_t k = 0; k < TJ_FINDING_COUNT; k++)
        if (of_kind[k])
            line = tj_print(m->arena, "%.*s%s%s %zu", TJ_ARG(line), line.len ? " · " : "",
                            kinds[k][m->english], of_kind[k]);
    return line;
}

void tj_sheet_audit(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_template_sheet *spec)
{
    struct tj_audit audit;
    tj_audit_make(m->arena, m->series, m->template, &audit);
    tj_making_lay_out(sheet, m,
                      (struct tj_layout){ .frozen_rows = BODY,
                                          .frozen_columns = 1,
                                          .tab = TJ_RED,
                                          .first_header = HEAD,
                                          .header_rows = 1 });
    tj_making_heading(m, sheet, tj_label_in(&spec->title, m->english));
    if (audit.count) tj_cell_text(sheet, 1, 2, counts_line(m, &audit), m->look.hint);
    for (unsigned i = 0; i < COLUMNS; i++) {
        tj_sheet_width(sheet, i, i, columns[i].width);
        tj_cell_text(sheet, HEAD, i, tj_making_word(m, columns[i].head), m->look.head);
    }
    if (audit.count == 0) {
        tj_cell_text(sheet, BODY, 0, tj_making_word(m, TJ_W_NO_FINDINGS), m->look.text);
        return;
    }
    uint32_t end = put_findings(m, sheet, &audit);
    tj_sheet_filter(sheet, (struct tj_block){ HEAD, end - 1, 0, COLUMNS - 1 });
}

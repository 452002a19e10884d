#include <stdio.h>
#include <time.h>

#include "report/making.h"

enum { COLUMNS = 4, MOST_DOCUMENTS = 10000, MOST_CONFLICTS = 50, TEXT_WIDTH = 106, LINE_POINTS = 16 };

struct notes {
    const struct tj_making *m;
    struct tj_sheet *sheet;
    uint32_t row;
};

static void put_section(struct notes *n, enum tj_word title)
{
    n->row++;
    tj_sheet_row_height(n->sheet, n->row, 24);
    tj_cell_text(n->sheet, n->row++, 0, tj_making_word(n->m, title), n->m->look.section);
}

static void put_text(struct notes *n, struct tj_str name, struct tj_str text)
{
    tj_cell_text(n->sheet, n->row, 0, name, n->m->look.text);
    tj_cell_across(n->sheet, n->row++, 1, COLUMNS - 1, text, n->m->look.wrap);
}

static void put_count(struct notes *n, enum tj_word name, size_t count)
{
    struct tj_style style = { .color = TJ_INK, .line = TJ_ROW_LINE, .format = "#,##0" };
    tj_cell_text(n->sheet, n->row, 0, tj_making_word(n->m, name), n->m->look.text);
    tj_cell_number(n->sheet, n->row, 1, (double)count, tj_book_style(n->m->book, &style));
    for (unsigned i = 2; i < COLUMNS; i++) tj_cell_empty(n->sheet, n->row, i, n->m->look.text);
    n->row++;
}

/* Long explanations get the height that they need: fixed, for Excel does not fit merged cells. */
static void put_explanation(struct notes *n, struct tj_str name, struct tj_str text)
{
    size_t width = 0, len;
    for (size_t at = 0; at < text.len; at += len) width += tj_char_at(text, at, &len) < 0x2000 ? 1 : 2;
    size_t lines = width / TEXT_WIDTH + 1;
    tj_sheet_row_height(n->sheet, n->row, LINE_POINTS * (double)lines + 4);
    put_text(n, name, text);
}

static void put_corrections(struct notes *n)
{
    const struct tj_making *m = n->m;
    for (size_t i = 0; i < tj_corrections_file_count(m->job->corrections); i++) {
        const struct tj_correction_file *f = tj_corrections_file(m->job->corrections, i);
        const char *slash = strrchr(f->path, '/');
        struct tj_str parts[] = { tj_str_of(slash ? slash + 1 : f->path),
                                  tj_print(m->arena, "%zu", f->changed),
                                  tj_print(m->arena, "%zu", f->dropped),
                                  tj_print(m->arena, "%zu", f->confirmed),
                                  tj_print(m->arena, "%zu", f->bad) };
        put_text(n, i ? TJ_STR("") : tj_making_word(m, TJ_W_CORRECTIONS),
                 tj_fill(m->arena, tj_word(TJ_W_CORRECTION_FILE, m->english), parts));
    }
}

static void put_overview(struct notes *n)
{
    const struct tj_making *m = n->m;
    const struct tj_report_job *job = m->job;
    put_section(n, TJ_W_OVERVIEW);
    put_count(n, TJ_W_DOCUMENT_COUNT, m->ledger->document_count);
    put_count(n, TJ_W_FACT_COUNT, m->ledger->count);
    put_text(n, tj_making_word(m, TJ_W_LATEST), tj_ledger_latest(m->ledger));
    if (job->made_known) {
        char text[64] = "";
        time_t made = (time_t)job->made;
        struct tm tm;
        if (gmtime_r(&made, &tm)) strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", &tm);
        put_text(n, tj_making_word(m, TJ_W_MADE), tj_str_of(text));
    }
    put_text(n, tj_making_word(m, TJ_W_TEMPLATE), job->template_name);
    put_text(n, tj_making_word(m, TJ_W_MADE_BY), job->program);
    for (size_t i = 0; i < job->input_count; i++)
        put_text(n, i ? TJ_STR("") : tj_making_word(m, TJ_W_INPUTS), job->inputs[i]);
    put_corrections(n);
}

static size_t count_low(const struct tj_making *m)
{
    size_t low = 0;
    for (size_t i = 0; i < m->ledger->count; i++)
        low += m->ledger->records[i].confidence < m->template->low_confidence;
    return low;
}

static size_t count_beyond(const struct tj_making *m)
{
    size_t beyond = 0;
    for (size_t i = 0; i < m->ledger->count; i++) beyond += m->shown[i].sheet == 0;
    return beyond;
}

static void put_warnings(struct notes *n)
{
    const struct tj_making *m = n->m;
    put_section(n, TJ_W_WARNINGS);
    put_count(n, TJ_W_CONFLICTS, m->series->conflicts);
    put_count(n, TJ_W_LOW, count_low(m));
    put_count(n, TJ_W_NO_REGION, m->series->no_region);
    put_count(n, TJ_W_NO_PERIOD, m->series->no_period);
    put_count(n, TJ_W_NO_INDICATOR, m->series->no_indicator);
    put_count(n, TJ_W_BEYOND, count_beyond(m));
    put_count(n, TJ_W_DUPLICATES, m->ledger->duplicates);
    put_count(n, TJ_W_BAD_RECORDS, m->job->bad_records);
    for (size_t i = 0; i < m->job->unreadable_count; i++)
        put_text(n, i ? TJ_STR("") : tj_making_word(m, TJ_W_UNREADABLE), m->job->unreadable[i]);
}

static bool has_sheet(const struct tj_template *t, enum tj_sheet_kind kind)
{
    for (size_t i = 0; i < t->sheet_count; i++)
        if (t->sheets[i].kind == kind) return true;
    return false;
}

/* Only what this workbook holds is explained. */
static void put_reading(struct notes *n)
{
    const struct tj_making *m = n->m;
    const struct tj_template *t = m->template;
    bool summary = has_sheet(t, TJ_SHEET_SUMMARY), facts = has_sheet(t, TJ_SHEET_FACTS);
    bool computed = t->comparison_count > 1 || (t->comparison_count && t->comparisons[0] != TJ_CMP_STATED);
    const struct {
        enum tj_word name, text;
        bool wanted;
    } rows[] = {
        { TJ_W_VALUE, TJ_W_READ_SUMMARY, summary },
        { TJ_W_COMPARISONS, TJ_W_READ_COMPARISONS, summary && computed },
        { TJ_W_REGIONS, TJ_W_READ_REGIONS, has_sheet(t, TJ_SHEET_REGIONS) },
        { TJ_W_LINKS, TJ_W_READ_LINKS, facts },
        { TJ_W_CONFLICTS, TJ_W_READ_CONFLICT, true },
        { TJ_W_VERDICT, TJ_W_READ_TARGETS, has_sheet(t, TJ_SHEET_TARGETS) },
        { TJ_W_SENTENCE, TJ_W_READ_FACTS, facts },
        { TJ_W_CONFIDENCE, TJ_W_READ_CONFIDENCE, true },
    };
    struct tj_str least = tj_print(m->arena, "%u", t->low_confidence);
    put_section(n, TJ_W_HOW_TO_READ);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].wanted)
            put_explanation(n, tj_making_word(m, rows[i].name),
                            tj_fill(m->arena, tj_word(rows[i].text, m->english), &least));
}

/* One disagreement a row: what it is about, and each statement as the text has it. */
static void put_conflict(struct notes *n, const struct tj_figure *figure)
{
    const struct tj_making *m = n->m;
    const struct tj_record *r = tj_figure_record(m->series, figure);
    struct tj_buffer said = { 0 };
    for (uint32_t i = 0; i < figure->count; i++) {
        struct tj_fact f = tj_ledger_fact(m->ledger, m->series->order[figure->first + i]);
        if (i) tj_put(&said, TJ_STR("  |  "));
        tj_put(&said, f.text);
    }
    tj_cell_text(n->sheet, n->row, 0, tj_making_name(m, r->region), m->look.text);
    tj_cell_text(n->sheet, n->row, 1, tj_making_name(m, r->indicator), m->look.text);
    tj_cell_text(n->sheet, n->row, 2, tj_making_when(m, m->ledger->periods[r->period]), m->look.text);
    tj_cell_link(n->sheet, n->row, 3, tj_making_link(m, tj_figure_fact(m->series, figure)));
    tj_cell_text(n->sheet, n->row++, 3, tj_copy(m->arena, tj_buffer_str(&said)), m->look.link);
    tj_buffer_free(&said);
}

static void put_more(struct notes *n, size_t left)
{
    struct tj_str count = tj_print(n->m->arena, "%zu", left);
    tj_cell_text(n->sheet, n->row++, 0, tj_fill(n->m->arena, tj_word(TJ_W_MORE, n->m->english), &count),
                 n->m->look.subtitle);
}

static void put_conflicts(struct notes *n)
{
    static const enum tj_word heads[COLUMNS] = { TJ_W_REGION, TJ_W_INDICATOR, TJ_W_PERIOD, TJ_W_TEXT };
    const struct tj_making *m = n->m;
    size_t shown = 0;
    if (m->series->conflicts == 0) return;
    put_section(n, TJ_W_CONFLICTS);
    for (unsigned i = 0; i < COLUMNS; i++)
        tj_cell_text(n->sheet, n->row, i, tj_making_word(m, heads[i]), m->look.head);
    n->row++;
    for (size_t i = 0; i < m->series->count && shown < MOST_CONFLICTS; i++)
        if (m->series->figures[i].conflict) {
            put_conflict(n, &m->series->figures[i]);
            shown++;
        }
    if (shown < m->series->conflicts) put_more(n, m->series->conflicts - shown);
}

static void put_documents(struct notes *n)
{
    static const enum tj_word heads[COLUMNS] = { TJ_W_DOCUMENT, TJ_W_DATE, TJ_W_FACTS, TJ_W_TITLE };
    const struct tj_making *m = n->m;
    const struct tj_ledger *l = m->ledger;
    int number =
        tj_look_number(m->book, (struct tj_number_look){ .format = TJ_STR("#,##0"), .centered = true });
    put_section(n, TJ_W_DOCUMENTS);
    for (unsigned i = 0; i < COLUMNS; i++)
        tj_cell_text(n->sheet, n->row, i, tj_making_word(m, heads[i]),
                     i == 2 ? m->look.head_center : m->look.head);
    n->row++;
    for (size_t i = 0; i < l->document_count && i < MOST_DOCUMENTS; i++) {
        tj_cell_text(n->sheet, n->row, 0, l->documents[i].name, m->look.text);
        tj_cell_text(n->sheet, n->row, 1, l->documents[i].date, m->look.text);
        tj_cell_number(n->sheet, n->row, 2, (double)l->documents[i].facts, number);
        tj_cell_text(n->sheet, n->row++, 3, l->documents[i].title, m->look.text);
    }
    if (l->document_count > MOST_DOCUMENTS) put_more(n, l->document_count - MOST_DOCUMENTS);
}

void tj_sheet_notes(const struct tj_making *m, struct tj_sheet *sheet, const struct tj_template_sheet *spec)
{
    struct notes n = { m, sheet, 2 };
    tj_making_lay_out(sheet, m, (struct tj_layout){ .frozen_rows = 2, .tab = TJ_YELLOW_FILL });
    tj_sheet_width(sheet, 0, 0, 34);
    tj_sheet_width(sheet, 1, 1, 28);
    tj_sheet_width(sheet, 2, 2, 16);
    tj_sheet_width(sheet, 3, 3, 60);
    tj_making_heading(m, sheet, tj_label_in(&spec->title, m->english));
    put_overview(&n);
    put_warnings(&n);
    put_reading(&n);
    put_conflicts(&n);
    put_documents(&n);
}

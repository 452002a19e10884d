#include "report/report.h"

#include <stdio.h>
#include <time.h>

#include "extract/base/embedded.h"
#include "extract/fact/output.h"
#include "report/making.h"
#include "report/regions.h"

extern const struct tj_embedded tj_report_tables[];

/* Facts from which on their sheets are written with flat memory; cells from which on the summary is. */
enum { LARGE = 20000, LARGE_SUMMARY = 200000, NOTED_FACTS = 8 };

void tj_making_heading(const struct tj_making *m, struct tj_sheet *sheet, struct tj_str name)
{
    struct tj_str title = tj_label_in(&m->template->title, m->english);
    tj_sheet_row_height(sheet, 0, 30);
    tj_cell_text(sheet, 0, 0, tj_print(m->arena, "%.*s · %.*s", TJ_ARG(title), TJ_ARG(name)), m->look.title);
    struct tj_str counts[] = { tj_print(m->arena, "%zu", m->ledger->document_count),
                               tj_print(m->arena, "%zu", m->ledger->count) };
    struct tj_str line = tj_fill(m->arena, tj_word(TJ_W_SUBTITLE, m->english), counts);
    tj_cell_text(sheet, 1, 0, line, m->look.subtitle);
}

struct tj_link tj_making_link(const struct tj_making *m, uint32_t fact)
{
    size_t sheet = fact / m->facts_rows;
    if (sheet >= m->fact_sheet_count) return (struct tj_link){ 0 };
    return (struct tj_link){ m->fact_sheets[sheet], TJ_FACTS_HEADER + 1 + (uint32_t)(fact % m->facts_rows),
                             TJ_FACTS_LINKED };
}

void tj_making_shown(const struct tj_making *m, const struct tj_sheet *sheet, uint32_t row, unsigned column,
                     const struct tj_figure *figure)
{
    size_t number = 0;
    while (number < m->template->sheet_count && m->sheets[number] != sheet) number++;
    for (uint32_t i = 0; i < figure->count; i++) {
        struct tj_shown *shown = &m->shown[m->series->order[figure->first + i]];
        if (shown->sheet == 0) *shown = (struct tj_shown){ row, (uint16_t)column, (uint16_t)(number + 1) };
    }
}

struct tj_link tj_making_back(const struct tj_making *m, uint32_t fact)
{
    struct tj_shown shown = m->shown[fact];
    if (shown.sheet == 0) return (struct tj_link){ 0 };
    return (struct tj_link){ m->sheets[shown.sheet - 1], shown.row, shown.column };
}

struct tj_str tj_making_when(const struct tj_making *m, struct tj_when when)
{
    struct tj_buffer text = { 0 };
    tj_when_label(when, m->english, &text);
    struct tj_str label = tj_copy(m->arena, tj_buffer_str(&text));
    tj_buffer_free(&text);
    return label;
}

struct tj_str tj_making_bounded(const struct tj_making *m, struct tj_str format, enum tj_bound bound)
{
    static const char *const signs[TJ_BOUND_COUNT] = {
        [TJ_APPROX] = "≈", [TJ_GE] = "≥", [TJ_GT] = ">", [TJ_LE] = "≤", [TJ_LT] = "<",
    };
    if (!signs[bound]) return format;
    return tj_print(m->arena, "\"%s\"%.*s;\"%s\"-%.*s", signs[bound], TJ_ARG(format), signs[bound],
                    TJ_ARG(format));
}

void tj_making_lay_out(struct tj_sheet *sheet, const struct tj_making *m, struct tj_layout layout)
{
    if (layout.height <= 0) layout.height = TJ_ROW_POINTS;
    struct tj_str title = tj_label_in(&m->template->title, m->english);
    layout.footer = tj_print(m->arena, "&L&8%.*s · &A&R&8%s", TJ_ARG(title), tj_word(TJ_W_PAGE, m->english));
    tj_sheet_lay_out(sheet, &layout);
}

struct tj_str tj_making_others(const struct tj_making *m, const struct tj_figure *figure)
{
    struct tj_buffer text = { 0 };
    tj_put(&text, tj_making_word(m, TJ_W_OTHER_FIGURES));
    for (uint32_t i = 1; i < figure->count && i <= NOTED_FACTS; i++) {
        struct tj_fact f = tj_ledger_fact(m->ledger, m->series->order[figure->first + i]);
        struct tj_str line = tj_print(m->arena, "\n%.*s  %.*s %.*s", TJ_ARG(f.text),
                                      TJ_ARG(f.title.len ? f.title : f.doc), TJ_ARG(f.date));
        tj_put(&text, line);
    }
    struct tj_str all = tj_copy(m->arena, tj_buffer_str(&text));
    tj_buffer_free(&text);
    return all;
}

int64_t tj_making_noon(struct tj_str date)
{
    struct tj_when day;
    if (!tj_when_read(date, &day) || day.kind != TJ_DAY) return 0;
    struct tm tm = { .tm_year = day.from / 10000 - 1900,
                     .tm_mon = day.from / 100 % 100 - 1,
                     .tm_mday = day.from % 100,
                     .tm_hour = 12 };
    return timegm(&tm);
}

static struct tj_book *open_book(const struct tj_making *m, const struct tj_output *out)
{
    const struct tj_report_job *job = m->job;
    struct tj_str counts[] = { tj_print(m->arena, "%zu", m->ledger->document_count),
                               tj_print(m->arena, "%zu", m->ledger->count) };
    return tj_book_new(
        out->temporary,
        &(struct tj_book_info){
            .title = tj_label_in(&job->template->title, job->english),
            .subject = job->template_name,
            .author = job->program,
            .comments = tj_fill(m->arena, tj_word(TJ_W_SUBTITLE, m->english), counts),
            .keywords = tj_making_word(m, TJ_W_KEYWORDS),
            .font = job->template->font,
            .created = job->made_known ? job->made : tj_making_noon(tj_ledger_latest(job->ledger)),
            .large = job->ledger->count >= LARGE,
            .scratch = out->folder,
        });
}

/* As many sheets as the facts need: 明细, 明细2, ... Returns the first. */
static struct tj_sheet *open_fact_sheets(struct tj_making *m, struct tj_str name)
{
    m->fact_sheet_count = m->ledger->count ? (m->ledger->count - 1) / m->facts_rows + 1 : 1;
    m->fact_sheets = tj_alloc_array(m->arena, m->fact_sheet_count, sizeof(struct tj_sheet *));
    for (size_t i = 0; i < m->fact_sheet_count; i++) {
        struct tj_str own = i ? tj_print(m->arena, "%.*s%zu", TJ_ARG(name), i + 1) : name;
        m->fact_sheets[i] = tj_book_long_sheet(m->book, own);
    }
    return m->fact_sheets[0];
}

static struct tj_sheet *open_sheet(struct tj_making *m, const struct tj_template_sheet *spec)
{
    struct tj_str name = tj_label_in(&spec->title, m->english);
    if (spec->kind == TJ_SHEET_FACTS) return open_fact_sheets(m, name);
    bool long_one =
        spec->kind == TJ_SHEET_SUMMARY && m->plan->row_count * m->plan->column_count > LARGE_SUMMARY;
    return long_one ? tj_book_long_sheet(m->book, name) : tj_book_sheet(m->book, name);
}

/* A sheet of regions without figures is left out, for a template asks for more indicators than most sources
   tell of; only the first sheet of a workbook always stands. */
static bool has_no_regions(const struct tj_making *m, const struct tj_template_sheet *spec)
{
    struct tj_regions table;
    return spec->kind == TJ_SHEET_REGIONS && !tj_regions_make(m->arena, m->series, m->template, spec, &table);
}

static void fill_sheet(const struct tj_making *m, size_t number)
{
    const struct tj_template_sheet *spec = &m->template->sheets[number];
    switch (spec->kind) {
    case TJ_SHEET_SUMMARY: tj_sheet_summary(m, m->sheets[number], spec); break;
    case TJ_SHEET_TARGETS: tj_sheet_targets(m, m->sheets[number], spec); break;
    case TJ_SHEET_REGIONS: tj_sheet_regions(m, m->sheets[number], spec); break;
    case TJ_SHEET_TRENDS: tj_sheet_trends(m, m->sheets[number], spec); break;
    case TJ_SHEET_AUDIT: tj_sheet_audit(m, m->sheets[number], spec); break;
    default: break; /* the notes and the facts come later */
    }
}

/* All sheets exist before the first is filled, for links lead both ways; the notes and the facts come
   last, when it is known which facts are shown and where. */
static void fill_sheets(struct tj_making *m)
{
    const struct tj_template *t = m->template;
    m->facts_rows = (m->job->sheet_rows ? m->job->sheet_rows : TJ_SHEET_ROWS) - 1;
    m->sheets = tj_alloc_array(m->arena, t->sheet_count, sizeof *m->sheets);
    m->shown = tj_alloc_array(m->arena, m->ledger->count + 1, sizeof *m->shown);
    for (size_t i = 0; i < t->sheet_count; i++)
        if (i == 0 || !has_no_regions(m, &t->sheets[i])) m->sheets[i] = open_sheet(m, &t->sheets[i]);
    for (size_t i = 0; i < t->sheet_count; i++)
        if (m->sheets[i]) fill_sheet(m, i);
    for (size_t i = 0; i < t->sheet_count; i++)
        if (t->sheets[i].kind == TJ_SHEET_NOTES) tj_sheet_notes(m, m->sheets[i], &t->sheets[i]);
    if (m->fact_sheet_count) tj_sheet_facts(m);
}

static enum tj_status write_book(const struct tj_report_job *job, struct tj_arena *arena,
                                 const struct tj_output *out, struct tj_error *err)
{
    struct tj_str table = TJ_STR("");
    const struct tj_display_units *units;
    tj_embedded_find(tj_report_tables, TJ_STR("units.tsv"), &table);
    enum tj_status status = tj_display_units_load(arena, table, "units.tsv", &units, err);
    if (status) return status;
    struct tj_series series;
    struct tj_plan plan;
    tj_series_make(job->ledger, job->template, &series);
    tj_plan_make(arena, &series, job->template, units, job->english, &plan);
    struct tj_making making = { .arena = arena,
                                .job = job,
                                .ledger = job->ledger,
                                .template = job->template,
                                .series = &series,
                                .plan = &plan,
                                .units = units,
                                .english = job->english };
    making.book = open_book(&making, out);
    making.look = tj_look_make(making.book);
    fill_sheets(&making);
    status = tj_book_close(making.book, err);
    tj_series_free(&series);
    return status;
}

enum tj_status tj_report_write(const struct tj_report_job *job, const char *path, struct tj_error *err)
{
    struct tj_output out;
    struct tj_arena arena = { 0 };
    enum tj_status status = tj_output_begin(&out, path, err);
    if (status) return status;
    status = write_book(job, &arena, &out, err);
    if (status && err && err->file[0] == '\0') snprintf(err->file, sizeof err->file, "%.255s", path);
    enum tj_status placed = tj_output_close(&out, !status, status ? NULL : err);
    tj_arena_free(&arena);
    return status ? status : placed;
}

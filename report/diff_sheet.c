#include "report/diff_sheet.h"

#include <stdio.h>

#include "extract/fact/output.h"
#include "report/diff_cells.h"
#include "report/diff_making.h"

enum { LARGE = 20000 }; /* facts from which on the workbook is written with flat memory */

static void open_facts(struct tj_diff_making *m, struct tj_making *side, enum tj_diff_word word)
{
    struct tj_str name = tj_diff_say(m->view, word);
    side->fact_sheet_count = side->ledger->count ? (side->ledger->count - 1) / (TJ_SHEET_ROWS - 1) + 1 : 1;
    side->fact_sheets = tj_alloc_array(m->view->arena, side->fact_sheet_count, sizeof(struct tj_sheet *));
    for (size_t i = 0; i < side->fact_sheet_count; i++) {
        struct tj_str own = i ? tj_print(m->view->arena, "%.*s%zu", TJ_ARG(name), i + 1) : name;
        side->fact_sheets[i] = tj_book_sheet(side->book, own);
    }
}

static struct tj_making side_of(const struct tj_diff_making *m, const struct tj_series *series)
{
    return (struct tj_making){ .arena = m->view->arena,
                               .ledger = series->ledger,
                               .template = m->view->template,
                               .series = series,
                               .units = m->view->units,
                               .book = m->book,
                               .look = m->look,
                               .facts_rows = TJ_SHEET_ROWS - 1,
                               .shown = tj_alloc_array(m->view->arena, series->ledger->count + 1,
                                                       sizeof(struct tj_shown)),
                               .english = m->view->english };
}

/* All sheets exist before the first is filled, for links lead to them. */
static void fill(struct tj_diff_making *m)
{
    const struct tj_diff *d = m->view->diff;
    struct tj_sheet *sheet = tj_book_sheet(m->book, tj_diff_say(m->view, TJ_D_SHEET));
    m->old = side_of(m, d->old);
    m->now = side_of(m, d->now);
    open_facts(m, &m->old, d->by_year ? TJ_D_FACTS : TJ_D_OLD_FACTS);
    if (d->by_year)
        m->now = m->old;
    else
        open_facts(m, &m->now, TJ_D_NEW_FACTS);
    tj_diff_rows(m, sheet);
    tj_sheet_facts(&m->old);
    if (!d->by_year) tj_sheet_facts(&m->now);
}

static int64_t time_of(const struct tj_diff_view *v)
{
    struct tj_str latest = tj_ledger_latest(v->diff->now->ledger);
    return tj_making_noon(latest);
}

static enum tj_status write_book(const struct tj_diff_view *v, const struct tj_diff_book *book,
                                 const struct tj_output *out, struct tj_error *err)
{
    const struct tj_diff *d = v->diff;
    struct tj_book_info info = { .title = tj_diff_title(v),
                                 .author = book->program,
                                 .font = v->template->font,
                                 .created = book->made_known ? book->made : time_of(v),
                                 .large = d->old->ledger->count + d->now->ledger->count >= LARGE,
                                 .scratch = out->folder };
    struct tj_diff_making making = { .view = v, .book = tj_book_new(out->temporary, &info) };
    making.look = tj_look_make(making.book);
    fill(&making);
    return tj_book_close(making.book, err);
}

enum tj_status tj_diff_book_write(const struct tj_diff_view *v, const struct tj_diff_book *book,
                                  const char *path, struct tj_error *err)
{
    struct tj_output output;
    enum tj_status status = tj_output_begin(&output, path, err);
    if (status) return status;
    status = write_book(v, book, &output, err);
    if (status && err && err->file[0] == '\0') snprintf(err->file, sizeof err->file, "%.255s", path);
    enum tj_status placed = tj_output_close(&output, !status, status ? NULL : err);
    return status ? status : placed;
}

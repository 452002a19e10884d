#include "report/making.h"

enum { SHOWN_ROW_POINTS = 30, PRINTED_COLUMNS = 15, PLACES = TJ_MOST_PLACES + 1 };

struct column {
    enum tj_word head;
    double width;
};

static const struct column columns[] = {
    { TJ_W_REGION, 14 },      { TJ_W_INDICATOR, 26 }, { TJ_W_MEASURE, 7 },    { TJ_W_PERIOD, 16 },
    { TJ_W_VALUE, 20 },       { TJ_W_LOWER, 12 },     { TJ_W_UPPER, 12 },     { TJ_W_UNIT, 10 },
    { TJ_W_BOUND, 8 },        { TJ_W_STATUS, 7 },     { TJ_W_BASIS, 11 },     { TJ_W_TEXT, 18 },
    { TJ_W_SENTENCE, 70 },    { TJ_W_TITLE, 30 },     { TJ_W_DATE, 12 },      { TJ_W_DOCUMENT, 28 },
    { TJ_W_START, 10 },       { TJ_W_END, 10 },       { TJ_W_CONFIDENCE, 9 }, { TJ_W_RAW, 24 },
    { TJ_W_PERIOD_CODE, 18 }, { TJ_W_ID, 20 },        { TJ_W_TABLE_ROW, 20 }, { TJ_W_TABLE_COLUMN, 20 },
    { TJ_W_PAGE_NUMBER, 7 },
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* The styles of numbers, made once: a million facts must not search for theirs. */
struct number_styles {
    int plain[PLACES], percent[PLACES], bytes, confidence, confidence_low;
};

struct writer {
    const struct tj_making *m;
    struct number_styles styles;
    struct tj_arena scratch;
    struct tj_sheet *sheet;
    uint32_t row, number; /* of the fact */
};

static struct number_styles make_styles(const struct tj_making *m)
{
    struct number_styles s;
    for (unsigned i = 0; i < PLACES; i++) {
        struct tj_number_look plain = { .format = tj_number_format(m->arena, i, false), .top = true };
        struct tj_number_look percent = { .format = tj_number_format(m->arena, i, true), .top = true };
        s.plain[i] = tj_look_number(m->book, plain);
        s.percent[i] = tj_look_number(m->book, percent);
    }
    s.bytes = tj_look_number(m->book, (struct tj_number_look){ .format = TJ_STR("0"), .top = true });
    s.confidence = tj_look_number(m->book, (struct tj_number_look){ .format = TJ_STR("0%"), .top = true });
    s.confidence_low = tj_look_number(
        m->book, (struct tj_number_look){ .format = TJ_STR("0%"), .top = true, .doubted = true });
    return s;
}

static void put_head(const struct tj_making *m, struct tj_sheet *sheet)
{
    for (unsigned i = 0; i < COLUMNS; i++) tj_sheet_width(sheet, i, i, columns[i].width);
    tj_sheet_row_height(sheet, TJ_FACTS_HEADER, 24);
    for (unsigned i = 0; i < COLUMNS; i++)
        tj_cell_text(sheet, TJ_FACTS_HEADER, i, tj_making_word(m, columns[i].head), m->look.head_center);
}

static void put_number(struct writer *w, unsigned column, struct tj_decimal value, bool percent)
{
    if (!value.known) {
        tj_cell_empty(w->sheet, w->row, column, w->m->look.fact);
        return;
    }
    unsigned places = tj_number_places(value, percent);
    int style = percent ? w->styles.percent[places] : w->styles.plain[places];
    tj_cell_number(w->sheet, w->row, column, tj_decimal_double(value), style);
}

static void put_what(struct writer *w, const struct tj_fact *f)
{
    const struct tj_making *m = w->m;
    int text = m->look.fact;
    struct tj_display display = tj_display_of(m->units, f->unit, m->english);
    tj_display_plain(&display, &w->scratch);
    tj_cell_text(w->sheet, w->row, 0, f->region, text);
    struct tj_link back = tj_making_back(m, w->number);
    tj_cell_link(w->sheet, w->row, 1, back);
    tj_cell_text(w->sheet, w->row, 1, f->indicator, back.sheet ? m->look.fact_link : m->look.fact_wrap);
    tj_cell_text(w->sheet, w->row, 2, tj_str_of(tj_measure_label(f->measure, m->english)),
                 m->look.fact_center);
    put_number(w, TJ_FACTS_LINKED, f->value, display.percent);
    put_number(w, 5, f->lower, display.percent);
    put_number(w, 6, f->upper, display.percent);
    tj_cell_text(w->sheet, w->row, 7, display.unit, m->look.fact_center);
    tj_cell_text(w->sheet, w->row, 8, tj_str_of(tj_bound_label(f->bound, m->english)), m->look.fact_center);
    tj_cell_text(w->sheet, w->row, 9, tj_str_of(tj_standing_label(f->status, m->english)),
                 m->look.fact_center);
    tj_cell_text(w->sheet, w->row, 10, tj_basis_label(&w->scratch, f->basis, m->english),
                 m->look.fact_center);
}

static void put_source(struct writer *w, const struct tj_fact *f)
{
    const struct tj_look *look = &w->m->look;
    bool low = f->confidence < w->m->template->low_confidence;
    tj_cell_text(w->sheet, w->row, 11, f->text, look->fact);
    tj_cell_text(w->sheet, w->row, 12, f->sentence, look->fact_wrap);
    tj_cell_text(w->sheet, w->row, 13, f->title, look->fact_wrap);
    tj_cell_text(w->sheet, w->row, 14, f->date, look->fact_center);
    tj_cell_text(w->sheet, w->row, 15, f->doc, look->fact);
    tj_cell_number(w->sheet, w->row, 16, (double)f->start, w->styles.bytes);
    tj_cell_number(w->sheet, w->row, 17, (double)f->end, w->styles.bytes);
    tj_cell_number(w->sheet, w->row, 18, f->confidence / 100.0,
                   low ? w->styles.confidence_low : w->styles.confidence);
    tj_cell_text(w->sheet, w->row, 19, f->indicator_raw, look->fact);
    tj_cell_text(w->sheet, w->row, 20, f->period, look->fact);
    tj_cell_text(w->sheet, w->row, 21, f->id, look->fact);
    if (f->row.len) tj_cell_text(w->sheet, w->row, 22, f->row, look->fact);
    if (f->column.len) tj_cell_text(w->sheet, w->row, 23, f->column, look->fact);
    if (f->page) tj_cell_number(w->sheet, w->row, 24, (double)f->page, w->styles.bytes);
}

static void put_fact(struct writer *w, uint32_t number)
{
    const struct tj_making *m = w->m;
    struct tj_fact fact = tj_ledger_fact(m->ledger, number);
    struct tj_when when;
    struct tj_buffer label = { 0 };
    tj_arena_reset(&w->scratch);
    put_what(w, &fact);
    if (tj_ledger_when(m->ledger, &m->ledger->records[number], &when))
        tj_when_label(when, m->english, &label);
    tj_cell_text(w->sheet, w->row, 3, tj_buffer_str(&label), m->look.fact);
    tj_buffer_free(&label);
    put_source(w, &fact);
}

static void put_sheet(struct writer *w, size_t number)
{
    const struct tj_making *m = w->m;
    size_t first = number * m->facts_rows, end = first + m->facts_rows;
    if (end > m->ledger->count) end = m->ledger->count;
    uint32_t last_row = TJ_FACTS_HEADER + (uint32_t)(end - first);
    w->sheet = m->fact_sheets[number];
    tj_making_lay_out(w->sheet, m,
                      (struct tj_layout){ .height = SHOWN_ROW_POINTS,
                                          .tab = TJ_GREY,
                                          .frozen_rows = TJ_FACTS_HEADER + 1,
                                          .frozen_columns = 2,
                                          .first_header = TJ_FACTS_HEADER,
                                          .header_rows = 1 });
    put_head(m, w->sheet);
    for (size_t i = first; i < end; i++) {
        w->row = TJ_FACTS_HEADER + 1 + (uint32_t)(i - first);
        w->number = (uint32_t)i;
        put_fact(w, w->number);
    }
    tj_sheet_filter(w->sheet, (struct tj_block){ TJ_FACTS_HEADER, last_row, 0, COLUMNS - 1 });
    tj_sheet_print_area(w->sheet, (struct tj_block){ TJ_FACTS_HEADER, last_row, 0, PRINTED_COLUMNS - 1 });
}

void tj_sheet_facts(const struct tj_making *m)
{
    struct writer w = { .m = m, .styles = make_styles(m) };
    for (size_t i = 0; i < m->fact_sheet_count; i++) put_sheet(&w, i);
    tj_arena_free(&w.scratch);
}

#include "report/making.h"

enum { NOTED_FACTS = 8 };

/* The statements that were not shown, one a line, each contradicting or not. */
static struct tj_str other_figures(const struct tj_making *m, const struct tj_figure *figure)
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

/* One figure: a number in the display's scale, or the words of a range; linked, and marked if doubted. */
void tj_making_figure(const struct tj_making *m, struct tj_place at, const struct tj_figure *figure,
                      const struct tj_display *display)
{
    uint32_t number = tj_figure_fact(m->series, figure);
    struct tj_fact fact = tj_ledger_fact(m->ledger, number);
    struct tj_number_look look = { .format = tj_making_bounded(m, display->format, fact.bound),
                                   .linked = true,
                                   .group = at.group,
                                   .doubted = figure->conflict };
    int style = tj_look_number(m->book, look);
    struct tj_link link = tj_making_link(m, number);
    tj_cell_link(at.sheet, at.row, at.column, link);
    if (fact.value.known)
        tj_cell_number(at.sheet, at.row, at.column, tj_display_number(display, fact.value), style);
    else
        tj_cell_text(at.sheet, at.row, at.column, fact.text, style);
    if (figure->conflict) tj_cell_note(at.sheet, at.row, at.column, other_figures(m, figure));
}

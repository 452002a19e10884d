#include "report/making.h"

/* One figure: a number in the display's scale, or the words of a range; linked, and marked if doubted. */
void tj_making_figure(const struct tj_making *m, struct tj_spot at, const struct tj_figure *figure,
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
    if (figure->conflict) tj_cell_note(at.sheet, at.row, at.column, tj_making_others(m, figure));
}

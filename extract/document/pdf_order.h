/* The order in which a page's lines are read: two columns one after the other, what goes across in its place. */
#ifndef TJ_PDF_ORDER_H
#define TJ_PDF_ORDER_H

#include "extract/base/str.h"

/* A line, or the part of one that stands in a column; y grows downwards. */
struct tj_pdf_line {
    double left, top, right, bottom;
    struct tj_str text;
};

/* Where the gap between two columns of prose is; 0 if the page, `width` wide, has one column. The lines must be cut wherever
   more than a blank is between two characters. */
double tj_pdf_gap(const struct tj_pdf_line *lines, size_t count, double width);

/* Sorts lines that are cut at the gap between two columns, at `gap` if that is not 0, into reading order. */
void tj_pdf_order(struct tj_pdf_line *lines, size_t count, double gap);

/* Does the sentence of line `at` plainly go on in the next, because the line is as long as its column is wide? */
bool tj_pdf_goes_on(const struct tj_pdf_line *lines, size_t count, size_t at);

#endif

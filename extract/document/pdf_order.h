/* The order in which a page's lines are read: two columns one after the other, what goes across in its place. */
#ifndef TJ_PDF_ORDER_H
#define TJ_PDF_ORDER_H

#include "extract/base/str.h"

/* A line, or the part of one that stands in a column; y grows downwards. */
struct tj_pdf_line {
    double left, top, right, bottom;
    struct tj_str text;
};

/* Sorts the lines of one page, `width` wide, into reading order. Returns where the gap between two columns is, 0 if
   there is one column. */
double tj_pdf_order(struct tj_pdf_line *lines, size_t count, double width);

/* Does the sentence of line `at` plainly go on in the next, because the line is as long as its column is wide? */
bool tj_pdf_goes_on(const struct tj_pdf_line *lines, size_t count, size_t at);

#endif

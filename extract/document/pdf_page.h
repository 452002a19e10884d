/* The text of one page of a PDF, put together from what poppler found on it. Knows nothing of poppler. */
#ifndef TJ_PDF_PAGE_H
#define TJ_PDF_PAGE_H

#include "extract/document/take.h"

/* Where a character stands; y grows downwards. */
struct tj_pdf_box {
    double left, top, right, bottom;
};

/* Takes the page's text, which is valid UTF-8 and has a box for each of its first `count` characters, line feeds too.
   `width` is the page's. */
void tj_pdf_page(struct tj_taker *taker, struct tj_str text, const struct tj_pdf_box *boxes, size_t count,
                 double width);

#endif

/* Web pages: what a reader would read of them. Menus, scripts, share bars, lists of links and footers are left out,
   tables of figures are kept as tables. */
#ifndef TJ_PAGE_H
#define TJ_PAGE_H

#include "extract/document/document.h"

/* Is decoded text a page? Looks at its beginning only. */
bool tj_is_page(struct tj_str text);

/* Fills text, tables, map and what the page says of itself from document->decoded. TJ_EMPTY if a reader would see
   nothing. */
enum tj_status tj_page_read(struct tj_arena *arena, struct tj_document *document, struct tj_error *err);

/* The same text with every tag that is nested too deep, or too long, made blank, and the number of what can be no
   character made that of U+FFFD, so that a parser need not fear it; offsets stay. Copies only where there is such. */
struct tj_str tj_page_guard(struct tj_arena *arena, struct tj_str text);

#endif

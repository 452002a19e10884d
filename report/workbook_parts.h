/* What workbook.c (books and cells) and workbook_layout.c (sheets and charts) share: together they are the
   wrapper around libxlsxwriter, and nobody else includes this. */
#ifndef TJ_WORKBOOK_PARTS_H
#define TJ_WORKBOOK_PARTS_H

#include <xlsxwriter.h>

#include "extract/base/buffer.h"
#include "report/workbook.h"

enum { TJ_MOST_STYLES = 1000, TJ_MOST_BREAKS = 200 };

struct tj_sheet {
    struct tj_book *book;
    lxw_worksheet *ws; /* NULL after a failure */
    struct tj_str name;
    size_t links, notes;
    double width;     /* of all columns, in characters */
    uint32_t headers; /* rows repeated on each page */
    lxw_row_t breaks[TJ_MOST_BREAKS + 1];
    size_t break_count;
    struct tj_sheet *next; /* of the book's */
};

struct tj_book {
    struct tj_arena arena;
    lxw_workbook *wb;
    bool large;
    struct tj_sheet *sheets;
    struct tj_str font;
    struct tj_style styles[TJ_MOST_STYLES];
    lxw_format *formats[TJ_MOST_STYLES];
    int style_count;
    struct tj_buffer text, place;
    enum tj_status status;
    struct tj_error err;
};

/* Keeps the first lxw_error that is one. */
void tj_book_check(struct tj_book *book, lxw_error error);

bool tj_sheet_usable(const struct tj_sheet *sheet);

/* Hands the page breaks of all sheets over. */
void tj_book_break_pages(struct tj_book *book);

/* libxlsxwriter takes char * for what it does not change: a clean copy. */
char *tj_book_own(struct tj_book *book, struct tj_str s, size_t most);

#endif

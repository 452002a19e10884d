/* Writing an .xlsx that always opens: a thin wrapper, and the only part that knows libxlsxwriter, which
   itself would accept invalid UTF-8, NaN and duplicate names and write a file that needs repair. Here text is
   made valid (a wrong byte becomes U+FFFD, a control character a blank) and cut at Excel's 32767 characters;
   a number that is none leaves its cell empty; links and notes past Excel's limits are left out; a wrong
   sheet name is a failure. The first failure sticks and is told by tj_book_close.

   Rows of a sheet must be written from the top down, so that the long sheets of a large book can be written
   with flat memory (`large`); within a row, cells come in any order. Rows and columns count from 0. Charts
   hold the figures that they show, except those over a sheet with flat memory.

     struct tj_book *book = tj_book_new("out.tmp", &(struct tj_book_info){ .font = TJ_STR("Arial") });
     struct tj_sheet *sheet = tj_book_sheet(book, TJ_STR("汇总"));
     int bold = tj_book_style(book, &(struct tj_style){ .bold = true });
     tj_cell_text(sheet, 0, 0, TJ_STR("地区"), bold);
     status = tj_book_close(book, err); */
#ifndef TJ_WORKBOOK_H
#define TJ_WORKBOOK_H

#include "extract/base/arena.h"
#include "extract/base/status.h"

struct tj_book;
struct tj_sheet;

enum { TJ_SHEET_ROWS = 1048576 };

struct tj_book_info {
    struct tj_str title, subject, author, font, keywords, comments;
    int64_t created;     /* seconds since 1970; the same facts must give the same bytes, so never "now" */
    bool large;          /* long sheets with flat memory, larger file */
    const char *scratch; /* folder for temporary files */
};

struct tj_book *tj_book_new(const char *path, const struct tj_book_info *info);

/* Writes, frees, reports the first failure. */
enum tj_status tj_book_close(struct tj_book *book, struct tj_error *err);

enum tj_align { TJ_LEFT, TJ_CENTER, TJ_RIGHT };

struct tj_style {
    unsigned color, fill, line; /* 0xRRGGBB; 0 for black, none, none; `line` is the bottom border */
    unsigned top_line;
    unsigned char size;   /* points; 0 is 10 */
    unsigned char align;  /* enum tj_align */
    bool bold, wrap, top; /* top: at the top of the cell, else in its middle */
    char format[64];      /* Excel's number format; empty is General */
};

/* The number of a style, the same for the same style. */
int tj_book_style(struct tj_book *book, const struct tj_style *style);

/* Never NULL, even after a failure. The book frees it. */
struct tj_sheet *tj_book_sheet(struct tj_book *book, struct tj_str name);

/* The same for a sheet of very many rows. */
struct tj_sheet *tj_book_long_sheet(struct tj_book *book, struct tj_str name);

void tj_cell_text(struct tj_sheet *sheet, uint32_t row, unsigned column, struct tj_str text, int style);
void tj_cell_number(struct tj_sheet *sheet, uint32_t row, unsigned column, double number, int style);
void tj_cell_empty(struct tj_sheet *sheet, uint32_t row, unsigned column, int style);

/* A formula in A1 style and English (=F5/D5-1) with the number that it gives; without a number that is one
   the cell stays empty. */
void tj_cell_formula(struct tj_sheet *sheet, uint32_t row, unsigned column, struct tj_str formula,
                     double number, int style);

/* A cell's name for formulas: AA12. */
struct tj_str tj_cell_name(struct tj_arena *arena, uint32_t row, unsigned column);

/* A link to a cell of another sheet; what is written into the cell next keeps it. */
struct tj_link {
    const struct tj_sheet *sheet; /* NULL: no link */
    uint32_t row;
    unsigned column;
};
void tj_cell_link(struct tj_sheet *sheet, uint32_t row, unsigned column, struct tj_link link);

/* Text across the columns first to last of one row. */
void tj_cell_across(struct tj_sheet *sheet, uint32_t row, unsigned first, unsigned last, struct tj_str text,
                    int style);

/* A note (comment) on a cell of the row that is being written. */
void tj_cell_note(struct tj_sheet *sheet, uint32_t row, unsigned column, struct tj_str text);

void tj_sheet_width(struct tj_sheet *sheet, unsigned first, unsigned last, double characters);
void tj_sheet_row_height(struct tj_sheet *sheet, uint32_t row, double points);

/* Landscape A4, as wide as the page, the header's rows repeated on each. What is 0 stays as Excel has it. */
struct tj_layout {
    double height; /* of every row that has none of its own, in points */
    uint32_t frozen_rows;
    unsigned frozen_columns;
    uint32_t first_header, header_rows; /* repeated in print */
    uint32_t page_break;                /* print begins a new page at this row */
    struct tj_str footer;               /* in Excel's codes */
    unsigned tab;                       /* 0xRRGGBB */
    unsigned zoom;
};
void tj_sheet_lay_out(struct tj_sheet *sheet, const struct tj_layout *layout);

/* Begins a new printed page at `row` where the `rows` from there on (a table with its chart) would not fit on
   the page: call it from the top of the sheet down, when the widths are set. */
void tj_sheet_keep(struct tj_sheet *sheet, uint32_t row, uint32_t rows);

struct tj_block {
    uint32_t first_row, last_row;
    unsigned first, last;
};
void tj_sheet_filter(struct tj_sheet *sheet, struct tj_block block); /* with its header row */
void tj_sheet_print_area(struct tj_sheet *sheet, struct tj_block block);

/* Bars behind the numbers of a block, as long as they are large. */
void tj_sheet_mark_bars(struct tj_sheet *sheet, struct tj_block block, unsigned color);

/* Negative numbers of a block in `color`; or texts that equal `text` in `color` on `fill`. */
void tj_sheet_mark_negative(struct tj_sheet *sheet, struct tj_block block, unsigned color);
void tj_sheet_mark_text(struct tj_sheet *sheet, struct tj_block block, struct tj_str text, unsigned color,
                        unsigned fill);

/* A chart over a table on the same sheet whose first column holds names and whose other columns, or rows,
   hold figures. */
struct tj_chart {
    bool lines;    /* a line for each row, along the columns; else a bar for each row, of the second column */
    bool columns;  /* upright bars side by side for each row, one for each column, named by the header */
    bool negative; /* some figure is; else bars begin at nothing, whatever their lengths */
    struct tj_str title, format;
    struct tj_block table; /* without its header */
    uint32_t header_row;   /* names along the axis of lines; names of the columns */
    uint32_t row;          /* where it stands */
    unsigned column;
    unsigned width; /* in pixels */
    unsigned rows;  /* how many rows of the sheet it covers */
};
void tj_sheet_chart(struct tj_sheet *sheet, const struct tj_chart *chart);

#endif

/* libxlsxwriter alone: writes the cells that bench/workbook.py took out of a workbook of tongji's.
   usage: bare_workbook CELLS OUT.xlsx
   CELLS is a stream of records in the machine's own order: what follows, then `length` bytes of text. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

enum kind { SHEET, LONG_SHEET, TEXT, NUMBER, BLANK };
enum { STYLES = 256, LONGEST = 1 << 17 };

struct record {
    double number;
    uint32_t row, length;
    uint16_t column, style;
    uint32_t kind;
};

static void write_cell(lxw_worksheet *sheet, const struct record *r, const char *text, lxw_format *format)
{
    switch (r->kind) {
    case TEXT: worksheet_write_string(sheet, r->row, r->column, text, format); break;
    case NUMBER: worksheet_write_number(sheet, r->row, r->column, r->number, format); break;
    case BLANK: worksheet_write_blank(sheet, r->row, r->column, format); break;
    default: break;
    }
}

static int write_book(FILE *cells, lxw_workbook *book)
{
    static char text[LONGEST];
    lxw_format *formats[STYLES] = { NULL };
    lxw_worksheet *sheet = NULL;
    for (struct record r; fread(&r, sizeof r, 1, cells) == 1;) {
        if (r.length >= LONGEST || r.style >= STYLES || fread(text, 1, r.length, cells) != r.length) return 1;
        text[r.length] = '\0';
        if (r.kind == SHEET || r.kind == LONG_SHEET) {
            book->options.constant_memory = r.kind == LONG_SHEET;
            sheet = workbook_add_worksheet(book, NULL);
            continue;
        }
        if (!formats[r.style]) {
            formats[r.style] = workbook_add_format(book);
            format_set_font_color(formats[r.style], r.style + 1U); /* each of its own */
        }
        if (sheet) write_cell(sheet, &r, text, formats[r.style]);
    }
    return 0;
}

int main(int argc, char **argv)
{
    FILE *cells = argc == 3 ? fopen(argv[1], "rb") : NULL;
    lxw_workbook *book = cells ? workbook_new(argv[2]) : NULL;
    if (!book) return 2;
    int wrong = write_book(cells, book);
    fclose(cells);
    return workbook_close(book) != LXW_NO_ERROR || wrong;
}

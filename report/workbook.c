#include "report/workbook.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "report/workbook_parts.h"
#include "report/workbook_text.h"

enum {
    MOST_LINKS = 65000, /* Excel: 65530 */
    MOST_NOTES = 20000,
    NOTE_CHARACTERS = 2000,
    PROPERTY_CHARACTERS = 200,
    SCRATCH = 1 << 18,         /* bytes of a temporary file that wait to be written */
    CREATED_LEAST = 315532800, /* 1980, the first day that a ZIP file knows */
};

void tj_book_check(struct tj_book *b, lxw_error error)
{
    if (error != LXW_NO_ERROR && !b->status)
        b->status = tj_fail(&b->err, TJ_CANNOT_WRITE, NULL, 0, "%s", lxw_strerror(error));
}

bool tj_sheet_usable(const struct tj_sheet *s) { return s->ws && !s->book->status; }

char *tj_book_own(struct tj_book *b, struct tj_str s, size_t most)
{
    const char *clean = tj_cell_clean(&b->text, s, most);
    size_t size = strlen(clean) + 1;
    return memcpy(tj_alloc(&b->arena, size), clean, size);
}

static void set_properties(struct tj_book *b, const struct tj_book_info *info)
{
    lxw_doc_properties properties = {
        .title = tj_book_own(b, info->title, PROPERTY_CHARACTERS),
        .subject = tj_book_own(b, info->subject, PROPERTY_CHARACTERS),
        .author = tj_book_own(b, info->author, PROPERTY_CHARACTERS),
        .keywords = tj_book_own(b, info->keywords, PROPERTY_CHARACTERS),
        .comments = tj_book_own(b, info->comments, PROPERTY_CHARACTERS),
        .created = info->created < CREATED_LEAST ? CREATED_LEAST : (time_t)info->created,
    };
    tj_book_check(b, workbook_set_properties(b->wb, &properties));
}

struct tj_book *tj_book_new(const char *path, const struct tj_book_info *info)
{
    struct tj_book *b = tj_must_malloc(sizeof *b);
    memset(b, 0, sizeof *b);
    b->large = info->large;
    lxw_workbook_options options = {
        .tmpdir = info->scratch ? tj_book_own(b, tj_str_of(info->scratch), TJ_CELL_CHARACTERS) : NULL,
    };
    b->wb = workbook_new_opt(path, &options);
    b->font = tj_str_of(tj_book_own(b, info->font, PROPERTY_CHARACTERS));
    if (!b->wb) {
        b->status = tj_fail(&b->err, TJ_NO_MEMORY, NULL, 0, "for the workbook");
        return b;
    }
    set_properties(b, info);
    tj_book_style(b, &(struct tj_style){ 0 });
    return b;
}

static void free_book(struct tj_book *b)
{
    tj_buffer_free(&b->text);
    tj_buffer_free(&b->place);
    tj_arena_free(&b->arena);
    free(b);
}

/* libxlsxwriter does not look whether its temporary files took what it wrote: a full disk would give a
   workbook that ends in the middle. */
static void check_scratch(struct tj_book *b)
{
    lxw_worksheet *ws;
    STAILQ_FOREACH(ws, b->wb->worksheets, list_pointers)
    if (ws->optimize_tmpfile && (fflush(ws->optimize_tmpfile) || ferror(ws->optimize_tmpfile)))
        tj_book_check(b, LXW_ERROR_CREATING_TMPFILE);
}

static void write_book(struct tj_book *b)
{
    errno = 0;
    lxw_error error = workbook_close(b->wb);
    if (error && errno)
        b->status = tj_fail(&b->err, TJ_CANNOT_WRITE, NULL, 0, "%s", strerror(errno));
    else
        tj_book_check(b, error);
}

enum tj_status tj_book_close(struct tj_book *b, struct tj_error *err)
{
    tj_book_break_pages(b);
    if (!b->status) check_scratch(b);
    if (!b->status)
        write_book(b);
    else if (b->wb)
        lxw_workbook_free(b->wb);
    enum tj_status status = b->status;
    if (status && err) *err = b->err;
    free_book(b);
    return status;
}

static void set_lines(lxw_format *f, const struct tj_style *style)
{
    if (style->line) {
        format_set_bottom(f, LXW_BORDER_THIN);
        format_set_bottom_color(f, style->line);
    }
    if (style->top_line) {
        format_set_top(f, LXW_BORDER_THIN);
        format_set_top_color(f, style->top_line);
    }
}

static lxw_format *make_format(struct tj_book *b, const struct tj_style *style)
{
    static const uint8_t aligns[] = { LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
    lxw_format *f = workbook_add_format(b->wb);
    if (!f) return NULL;
    format_set_font_name(f, b->font.ptr);
    format_set_font_size(f, style->size ? style->size : 10);
    format_set_align(f, aligns[style->align]);
    format_set_align(f, style->top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    if (style->color) format_set_font_color(f, style->color);
    if (style->fill) format_set_bg_color(f, style->fill);
    if (style->bold) format_set_bold(f);
    if (style->wrap) format_set_text_wrap(f);
    if (style->format[0]) format_set_num_format(f, style->format);
    set_lines(f, style);
    return f;
}

static bool same_style(const struct tj_style *a, const struct tj_style *b)
{
    return a->color == b->color && a->fill == b->fill && a->line == b->line && a->top_line == b->top_line
           && a->size == b->size && a->align == b->align && a->bold == b->bold && a->wrap == b->wrap
           && a->top == b->top && strcmp(a->format, b->format) == 0;
}

int tj_book_style(struct tj_book *b, const struct tj_style *style)
{
    for (int i = 0; i < b->style_count; i++)
        if (same_style(&b->styles[i], style)) return i;
    if (b->style_count == TJ_MOST_STYLES || !b->wb) return 0;
    b->styles[b->style_count] = *style;
    b->formats[b->style_count] = make_format(b, style);
    return b->style_count++;
}

/* libxlsxwriter takes the option over from the book whenever it makes a sheet. */
static struct tj_sheet *make_sheet(struct tj_book *b, struct tj_str name, bool flat)
{
    struct tj_sheet *sheet = tj_alloc(&b->arena, sizeof *sheet);
    *sheet = (struct tj_sheet){ .book = b, .name = tj_copy(&b->arena, name), .next = b->sheets };
    b->sheets = sheet;
    if (b->status) return sheet;
    lxw_error wrong = workbook_validate_sheet_name(b->wb, sheet->name.ptr);
    if (wrong) {
        b->status = tj_fail(&b->err, TJ_BAD_TEMPLATE, NULL, 0, "'%.*s' cannot be a sheet's name: %s",
                            TJ_ARG(name), lxw_strerror(wrong));
        return sheet;
    }
    b->wb->options.constant_memory = flat;
    sheet->ws = workbook_add_worksheet(b->wb, sheet->name.ptr);
    if (!sheet->ws) tj_book_check(b, LXW_ERROR_CREATING_TMPFILE);
    if (sheet->ws && sheet->ws->optimize_tmpfile) /* written a cell at a time */
        setvbuf(sheet->ws->optimize_tmpfile, tj_alloc_bytes(&b->arena, SCRATCH), _IOFBF, SCRATCH);
    return sheet;
}

struct tj_sheet *tj_book_sheet(struct tj_book *b, struct tj_str name) { return make_sheet(b, name, false); }

struct tj_sheet *tj_book_long_sheet(struct tj_book *b, struct tj_str name)
{
    return make_sheet(b, name, b->large);
}

void tj_cell_text(struct tj_sheet *s, uint32_t row, unsigned column, struct tj_str text, int style)
{
    struct tj_book *b = s->book;
    if (!tj_sheet_usable(s)) return;
    const char *clean = tj_cell_clean(&b->text, text, TJ_CELL_CHARACTERS);
    lxw_format *format = b->formats[style];
    if (clean[0])
        tj_book_check(b, worksheet_write_string(s->ws, row, (lxw_col_t)column, clean, format));
    else
        tj_book_check(b, worksheet_write_blank(s->ws, row, (lxw_col_t)column, format));
}

void tj_cell_number(struct tj_sheet *s, uint32_t row, unsigned column, double number, int style)
{
    if (!isfinite(number)) {
        tj_cell_empty(s, row, column, style);
        return;
    }
    if (tj_sheet_usable(s))
        tj_book_check(s->book,
                      worksheet_write_number(s->ws, row, (lxw_col_t)column, number, s->book->formats[style]));
}

void tj_cell_empty(struct tj_sheet *s, uint32_t row, unsigned column, int style)
{
    if (tj_sheet_usable(s))
        tj_book_check(s->book, worksheet_write_blank(s->ws, row, (lxw_col_t)column, s->book->formats[style]));
}

void tj_cell_formula(struct tj_sheet *s, uint32_t row, unsigned column, struct tj_str formula, double number,
                     int style)
{
    struct tj_book *b = s->book;
    if (!isfinite(number)) {
        tj_cell_empty(s, row, column, style);
        return;
    }
    if (!tj_sheet_usable(s)) return;
    const char *clean = tj_cell_clean(&b->text, formula, TJ_CELL_CHARACTERS);
    tj_book_check(
        b, worksheet_write_formula_num(s->ws, row, (lxw_col_t)column, clean, b->formats[style], number));
}

struct tj_str tj_cell_name(struct tj_arena *arena, uint32_t row, unsigned column)
{
    struct tj_buffer name = { 0 };
    tj_put_cell_name(&name, row, column);
    struct tj_str copy = tj_copy(arena, tj_buffer_str(&name));
    tj_buffer_free(&name);
    return copy;
}

void tj_cell_link(struct tj_sheet *s, uint32_t row, unsigned column, struct tj_link link)
{
    struct tj_book *b = s->book;
    if (!tj_sheet_usable(s) || !link.sheet || s->links >= MOST_LINKS) return;
    s->links++;
    const char *place = tj_cell_place(&b->place, link.sheet->name, link.row, link.column);
    tj_book_check(b, worksheet_write_url_opt(s->ws, row, (lxw_col_t)column, place, b->formats[0], "-", NULL));
}

void tj_cell_across(struct tj_sheet *s, uint32_t row, unsigned first, unsigned last, struct tj_str text,
                    int style)
{
    struct tj_book *b = s->book;
    if (!tj_sheet_usable(s)) return;
    if (first == last) {
        tj_cell_text(s, row, first, text, style);
        return;
    }
    const char *clean = tj_cell_clean(&b->text, text, TJ_CELL_CHARACTERS);
    tj_book_check(b, worksheet_merge_range(s->ws, row, (lxw_col_t)first, row, (lxw_col_t)last, clean,
                                           b->formats[style]));
}

void tj_cell_note(struct tj_sheet *s, uint32_t row, unsigned column, struct tj_str text)
{
    struct tj_book *b = s->book;
    if (!tj_sheet_usable(s) || s->notes >= MOST_NOTES) return;
    s->notes++;
    lxw_comment_options options = { .width = 320, .height = 120, .font_size = 9 };
    const char *clean = tj_cell_clean(&b->text, text, NOTE_CHARACTERS);
    tj_book_check(b, worksheet_write_comment_opt(s->ws, row, (lxw_col_t)column, clean, &options));
}

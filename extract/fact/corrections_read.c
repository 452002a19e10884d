#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "extract/fact/corrections_parts.h"
#include "extract/fact/readers.h"
#include "extract/fact/time_span.h"

enum cell { ID, FIELD, OLD, NEW, DROP, CELLS };
static const char *const cell_names[CELLS] = { "id", "field", "old", "new", "drop" };

#define CORRECTABLE                                                                                         \
    "measure value lower upper unit bound indicator indicator_code region region_code period status basis " \
    "confidence"

struct reading {
    struct tj_corrections *c;
    struct tj_stream stream;
    size_t file, line;
    size_t places[CELLS]; /* the file's column of each cell */
};

static enum tj_status wrong_row(struct tj_error *err, const char *note, struct tj_str what, const char *mend)
{
    what = tj_glimpse(what);
    return tj_fail(err, TJ_BAD_CORRECTION, NULL, 0, "%s'%.*s'%s", note, TJ_ARG(what), mend);
}

/* ---- one row */

static bool is_word_of(struct tj_str list, struct tj_str word)
{
    for (struct tj_str item; list.len;) {
        size_t end = 0;
        while (end < list.len && list.ptr[end] != ' ') end++;
        item = tj_cut(list, 0, end);
        if (tj_equal(item, word)) return true;
        list = tj_cut(list, end < list.len ? end + 1 : end, list.len);
    }
    return false;
}

static bool is_basis(struct tj_str s)
{
    if (s.len == 0 || is_word_of(TJ_STR("yoy mom avg other"), s)) return true;
    struct tj_time_span span;
    return tj_eat(&s, TJ_STR("base:")) && s.len == 4 && tj_time_span_read(s, &span);
}

static bool has_controls(struct tj_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < 0x20 || s.ptr[i] == 0x7F) return true;
    return false;
}

/* Why a field cannot become `now`, in words that follow the value; NULL if it can. */
static const char *wrong_value(struct tj_str field, size_t column, struct tj_str now)
{
    static const struct {
        const char *field, *mend;
    } words[] = {
        { "measure", "; it is one of level, growth, change, share, multiple, rank" },
        { "bound", "; it is one of eq, approx, ge, gt, le, lt, range" },
        { "status", "; it is actual or target" },
        { "confidence", "; it is a number from 0 to 1" },
    };
    struct tj_fact trial = { 0 };
    struct tj_time_span span;
    bool good = tj_column_set(&trial, column, now);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_equal(tj_str_of(words[i].field), field)) return good && now.len ? NULL : words[i].mend;
    if (!good) return "; write a plain number in the fact's unit, such as 0.165 for 16.5%";
    if (has_controls(now)) return "; take line breaks and control characters out";
    if (tj_equal(field, TJ_STR("period")) && now.len && !tj_time_span_read(now, &span))
        return "; write 2023, 2023-Q1, 2023-H1, 2023-11, 2023-12-31, or first/last";
    if (tj_equal(field, TJ_STR("basis")) && !is_basis(now))
        return "; it is yoy, mom, avg, other, base:2012 or empty";
    return NULL;
}

static enum tj_status check_field(struct tj_str field, struct tj_correction_row *row, struct tj_error *err)
{
    size_t column = tj_column_of(field);
    if (!is_word_of(TJ_STR(CORRECTABLE), field))
        return wrong_row(err, column == TJ_COLUMNS ? "there is no field " : "a correction cannot change ",
                         field, "; fields that can be corrected are " CORRECTABLE);
    const char *mend = wrong_value(field, column, row->now);
    if (mend) {
        struct tj_buffer note = { 0 };
        tj_put(&note, field);
        tj_put(&note, TJ_STR(" cannot become "));
        tj_put_char(&note, '\0');
        enum tj_status status = wrong_row(err, note.ptr, row->now, mend);
        tj_buffer_free(&note);
        return status;
    }
    row->column = (int)column;
    return TJ_OK;
}

static enum tj_status check_row(const struct tj_str *cells, struct tj_correction_row *row,
                                struct tj_error *err)
{
    struct tj_str field = tj_trim(cells[FIELD]), drop = tj_trim(cells[DROP]);
    bool drops = tj_equal(drop, TJ_STR("1"));
    *row =
        (struct tj_correction_row){ .id = tj_trim(cells[ID]), .old = cells[OLD], .now = tj_trim(cells[NEW]) };
    if (row->id.len == 0)
        return tj_fail(err, TJ_BAD_CORRECTION, NULL, 0, "the row has no id; copy it from the fact");
    if (!drops && drop.len && !tj_equal(drop, TJ_STR("0")))
        return wrong_row(err, "drop is ", drop, "; write 1 to remove the fact, 0 or nothing to keep it");
    if (drops && row->now.len)
        return wrong_row(err, "drop is 1, and new is ", row->now,
                         "; a fact is either removed or corrected: empty one of the two");
    if (!drops && field.len) return check_field(field, row, err);
    if (!drops && row->now.len)
        return wrong_row(err, "new is ", row->now, ", but no field is named; name it");
    row->column = drops ? TJ_ROW_DROPS : TJ_ROW_CONFIRMS;
    return TJ_OK;
}

static void take_row(struct reading *r, const struct tj_cells *cells)
{
    struct tj_str texts[CELLS];
    struct tj_correction_row row;
    struct tj_error err = { 0 };
    size_t filled = 0;
    for (size_t i = 0; i < CELLS; i++) {
        struct tj_str cell = tj_csv_cell(&r->stream, cells, r->places[i]);
        texts[i] = tj_copy(&r->c->arena, tj_csv_unguard(cell, i == OLD || i == NEW));
        filled += texts[i].len > 0;
    }
    if (filled == 0) return; /* spreadsheets leave such rows behind */
    if (check_row(texts, &row, &err) != TJ_OK) {
        tj_correction_tell(r->c, r->file, r->line, &err);
        return;
    }
    row.file = r->file;
    row.line = r->line;
    r->c->rows = tj_grow(&r->c->arena, r->c->rows, r->c->count, &r->c->capacity, sizeof row);
    r->c->rows[r->c->count++] = row;
}

/* ---- one file */

static enum tj_status open_stream(struct tj_stream *s, const char *path, struct tj_error *err)
{
    struct stat st;
    s->path = path;
    s->file = fopen(path, "rb");
    if (!s->file)
        return tj_fail(err, errno == ENOENT ? TJ_NOT_FOUND : TJ_CANNOT_READ, path, 0, "%s",
                       errno == ENOENT ? "check the path" : strerror(errno));
    if (fstat(fileno(s->file), &st) == 0 && S_ISDIR(st.st_mode))
        return tj_fail(err, TJ_CANNOT_READ, path, 0, "it is a folder; give the file in it");
    return TJ_OK;
}

static enum tj_status read_header(struct reading *r, struct tj_error *err)
{
    struct tj_cells cells;
    bool any = tj_csv_cells(&r->stream, &cells);
    if (ferror(r->stream.file))
        return tj_fail(err, TJ_CANNOT_READ, r->stream.path, 0, "reading stopped here");
    if (!any)
        return tj_fail(err, TJ_EMPTY, r->stream.path, 0, "its first line must be id,field,old,new,drop,note");
    r->stream.line = 1;
    r->stream.column_count = cells.count;
    for (size_t i = 0; i < CELLS; i++) {
        size_t found = 0;
        for (size_t n = 0; n < cells.count && n < TJ_MOST_CELLS; n++)
            if (tj_equal(tj_trim(tj_csv_cell(&r->stream, &cells, n)), tj_str_of(cell_names[i]))) {
                r->places[i] = n;
                found++;
            }
        if (found != 1 || cells.count > TJ_MOST_CELLS)
            return tj_fail(err, TJ_BAD_CORRECTION, r->stream.path, 1,
                           "the header %s the column %s; it must be id,field,old,new,drop,note, with commas",
                           found ? "repeats" : "lacks", cell_names[i]);
    }
    return TJ_OK;
}

static enum tj_status read_rows(struct reading *r, struct tj_error *err)
{
    enum tj_status status = read_header(r, err);
    if (status != TJ_OK) return status;
    for (bool more = true; more;) {
        struct tj_cells cells;
        struct tj_error wrong;
        status = tj_csv_row(&r->stream, TJ_BAD_CORRECTION, &cells, &r->line, &more, &wrong);
        if (status == TJ_BAD_CORRECTION)
            tj_correction_tell(r->c, r->file, r->line, &wrong);
        else if (status == TJ_OK && more)
            take_row(r, &cells);
        else if (status != TJ_OK) {
            if (err) *err = wrong;
            return status;
        }
    }
    return TJ_OK;
}

/* ---- the rows among each other */

static int by_id(const void *a, const void *b)
{
    const struct tj_correction_row *x = *(struct tj_correction_row *const *)a,
                                   *y = *(struct tj_correction_row *const *)b;
    int order = tj_compare(x->id, y->id);
    if (order == 0) order = (x->column > y->column) - (x->column < y->column);
    return order ? order : (x > y) - (x < y);
}

static void tell_clash(struct tj_corrections *c, struct tj_correction_row *row,
                       const struct tj_correction_row *other)
{
    struct tj_error err;
    const char *file = c->files[other->file].path;
    if (other->column == TJ_ROW_DROPS)
        tj_fail(&err, TJ_BAD_CORRECTION, NULL, 0, "%s:%zu removes the same fact; keep one of the two rows",
                file, other->line);
    else if (other->column == TJ_ROW_CONFIRMS)
        tj_fail(&err, TJ_BAD_CORRECTION, NULL, 0, "%s:%zu confirms the same fact; keep one of the two rows",
                file, other->line);
    else
        tj_fail(&err, TJ_BAD_CORRECTION, NULL, 0,
                "%s:%zu corrects %.*s of the same fact; keep one of the two rows", file, other->line,
                TJ_ARG(tj_column_name((size_t)other->column)));
    row->bad = true;
    tj_correction_tell(c, row->file, row->line, &err);
}

/* Two rows for one field of one fact, or one that removes it and another: only the first of them stands. */
static void find_clashes(struct tj_corrections *c)
{
    const struct tj_correction_row *last = NULL;
    for (size_t i = 0; i < c->count; i++) {
        struct tj_correction_row *row = c->order[i];
        if (row->bad) continue;
        bool same_fact = last && tj_equal(last->id, row->id);
        if (same_fact && (last->column == row->column || last->column == TJ_ROW_DROPS))
            tell_clash(c, row, last);
        else
            last = row;
    }
}

enum tj_status tj_corrections_load(struct tj_corrections *c, const char *path, struct tj_error *err)
{
    struct reading r = { .c = c, .file = c->file_count };
    c->files = tj_grow(&c->arena, c->files, c->file_count, &c->file_capacity, sizeof *c->files);
    c->files[c->file_count++] =
        (struct tj_correction_file){ .path = tj_copy(&c->arena, tj_str_of(path)).ptr };
    enum tj_status status = open_stream(&r.stream, c->files[r.file].path, err);
    if (status == TJ_OK) status = read_rows(&r, err);
    if (r.stream.file) fclose(r.stream.file);
    free(r.stream.record);
    c->order = tj_alloc_array(&c->arena, c->count, sizeof(struct tj_correction_row *));
    for (size_t i = 0; i < c->count; i++) c->order[i] = &c->rows[i];
    if (c->count) qsort(c->order, c->count, sizeof *c->order, by_id);
    find_clashes(c);
    return status;
}

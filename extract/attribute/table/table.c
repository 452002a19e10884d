#include "extract/attribute/table/table.h"

#include "extract/attribute/table/table_parts.h"

enum { LINES = 16 };

/* The rows read so far, as far as those below them need to know. */
struct rows {
    struct tj_matrix sheet;
    struct tj_line lines[LINES];
    size_t line_count;
    struct tj_str group; /* words of the last row without figures */
    struct tj_str unit;  /* the last that a row in it told */
};

/* One row, or the part of one that a column of labels begins. */
struct part {
    struct tj_header row;
    struct tj_str over; /* words of a label further left, which reaches over several rows */
    unsigned indent;
    struct tj_str unit; /* of a column of units */
    struct tj_str name; /* found last */
    bool labelled, figures;
    bool named; /* by a column of 指标, 项目名称 or the like: others only say more of it */
    bool apart; /* see tj_spot */
};

/* A mark for what is not known or not there is no blank: its row is no heading. */
static bool is_mark(struct tj_str s)
{
    static const char *const marks[] = {
        "-", "--", "—", "——", "…", "……", "/", "...", "持平", "*", "－", "–"
    };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (tj_equal(s, tj_str_of(marks[i]))) return true;
    return false;
}

/* 用电量（万千瓦时） below 总产值（万元）: what is measured itself, in another unit, is no part. */
static bool is_of_its_own(const struct part *p, const struct tj_line *line)
{
    struct tj_str unit = p->row.unit.len ? p->row.unit : p->unit;
    return tj_name_is_measured(p->row.words) && unit.len && line->unit.len && !tj_equal(unit, line->unit);
}

static const struct tj_line *parent_of(const struct rows *rows, const struct part *p)
{
    bool complete = tj_names_statistic(rows->sheet.f, p->row.words);
    for (size_t i = rows->line_count; i > 0; i--) {
        const struct tj_line *line = &rows->lines[i - 1];
        bool lends = line->complete && !is_of_its_own(p, line)
                     && (!complete || tj_name_goes_on(rows->sheet.f, p->row.words, line->name));
        if (line->indent < p->indent || (line->indent == p->indent && lends)) return line;
    }
    return NULL;
}

static void push_line(struct rows *rows, const struct part *p)
{
    struct tj_line line = { p->indent, tj_names_statistic(rows->sheet.f, p->row.words), p->name,
                            p->row.unit.len ? p->row.unit : p->unit };
    if (p->row.words.len == 0) return;
    while (rows->line_count) {
        const struct tj_line *last = &rows->lines[rows->line_count - 1];
        bool same = last->indent == line.indent && (line.complete || !last->complete);
        if (last->indent <= line.indent && !same) break;
        rows->line_count--;
    }
    if (rows->line_count == LINES) rows->line_count--;
    rows->lines[rows->line_count++] = line;
}

/* Takes a cell of labels in: the one furthest right names the row, those left of it stand over it. */
static void take_label(struct rows *rows, struct part *p, unsigned row, unsigned column)
{
    const struct tj_cell *cell = tj_matrix_cell(&rows->sheet, row, column);
    const struct tj_slot *slot = tj_matrix_slot(&rows->sheet, row, column);
    bool again = column > 0 && cell == tj_matrix_cell(&rows->sheet, row, column - 1);
    if (!slot || slot->label.len == 0 || again) return;
    if (p->figures) *p = (struct part){ 0 }; /* the next of two tables side by side */
    const struct tj_header *head = &rows->sheet.columns[column].header;
    bool names = head->words.len == 0 && head->roles & TJ_ROLE(TJ_HEAD_LONE);
    if (p->named && !names && head->label.len) return; /* 建设地点 behind 项目名称 */
    p->named |= names;
    if (p->labelled) p->over = p->row.words;
    struct tj_arena *arena = rows->sheet.f->arena;
    struct tj_str label = slot->year ? tj_join(arena, slot->label, TJ_STR("年")) : slot->label;
    p->row = tj_header_read(rows->sheet.f, label, TJ_OF_ROW);
    p->indent = cell->indent + (p->row.roles & TJ_ROLE(TJ_HEAD_PART) ? 1 : 0);
    p->labelled = true;
}

/* Does the dictionary take a part for the whole that it stands under? 储蓄存款 under 个人存款 */
static bool is_apart(const struct rows *rows, const struct part *p, const struct tj_line *parent,
                     struct tj_str name)
{
    uint32_t own = tj_indicator_row(rows->sheet.f, name);
    return own && parent && parent->indent < p->indent && !tj_equal(name, parent->name)
           && tj_indicator_row(rows->sheet.f, parent->name) == own;
}

static void take_figure(struct rows *rows, struct part *p, const struct tj_slot *slot,
                        const struct tj_header *column)
{
    const struct tj_line *parent = parent_of(rows, p);
    struct tj_str group = p->over.len ? p->over : rows->group;
    struct tj_spot spot = { slot, &p->row, column, p->unit, p->name, TJ_EXACT, false };
    bool untold = spot.unit.len == 0 && p->row.unit.len == 0 && column->unit.len == 0;
    if (p->row.unit.len) rows->unit = p->row.unit;
    if (untold && parent) spot.unit = p->row.unit = parent->unit; /* #黄牛 under 大牲畜（万头） */
    if (untold && spot.unit.len == 0 && rows->sheet.caption.unit.len == 0) spot.unit = rows->unit;

    bool measures =
        (p->row.roles & (TJ_ROLE(TJ_HEAD_GROWTH) | TJ_ROLE(TJ_HEAD_SHARE))) && p->row.words.len == 0;
    if (measures && column->words.len == 0 && p->name.len == 0 && rows->line_count)
        spot.name = rows->lines[rows->line_count - 1].name; /* a row that says only 比上年增长 */
    if (spot.name.len && column->words.len == 0)
        spot.naming = tj_indicator_row(rows->sheet.f, spot.name) ? TJ_EXACT : TJ_OPEN;
    else
        spot.name = tj_table_name(&rows->sheet, &p->row, column, parent, group, &spot.naming);
    if (!p->figures) p->apart = is_apart(rows, p, parent, spot.name);
    spot.apart = p->apart;
    if (p->apart) spot.naming = TJ_OPEN;
    p->name = spot.name;
    bool first = !p->figures;
    p->figures = true;
    if (spot.name.len) tj_table_fact(&rows->sheet, &spot);
    if (first && !measures) push_line(rows, p);
}

static void read_row(struct rows *rows, unsigned row)
{
    const struct tj_matrix *s = &rows->sheet;
    struct part p = { 0 };
    bool marks = false;
    for (unsigned c = 0; c < s->grid->columns; c++) {
        const struct tj_slot *slot = tj_matrix_slot(s, row, c);
        const struct tj_cell *cell = tj_matrix_cell(s, row, c);
        if (!slot) continue;
        bool here = cell->row == row && cell->column == c;
        switch (s->columns[c].use) {
        case TJ_COLUMN_LABELS: take_label(rows, &p, row, c); break;
        case TJ_COLUMN_UNITS: p.unit = slot->label; break;
        case TJ_COLUMN_FIGURES:
            marks |= is_mark(slot->label);
            if (here && slot->figure) take_figure(rows, &p, slot, &s->columns[c].header);
            break;
        case TJ_COLUMN_IDLE: break;
        }
    }
    if (!p.labelled || p.figures || marks) return;
    bool sorts = tj_starts(p.row.words, TJ_STR("按")) || tj_starts(p.row.words, TJ_STR("分"));
    rows->group = sorts ? TJ_STR("") : p.row.words;
    rows->unit.len = rows->line_count = 0;
}

void tj_read_table(struct tj_frame *frame, const struct tj_document *document, size_t block)
{
    struct tj_now now = frame->now;
    struct rows rows = { .sheet = { .f = frame, .document = document } };
    rows.sheet.grid = &document->tables[document->blocks[block].table];
    if (frame->section.first) frame->now.sticky = frame->section.last;
    tj_matrix_lay_out(&rows.sheet);
    tj_matrix_caption(&rows.sheet, block);
    if (rows.sheet.caption.period.first) { /* 12月末 in a table of 2012 */
        frame->now.sticky = rows.sheet.caption.period.first;
        tj_matrix_lay_out(&rows.sheet);
    }
    for (unsigned r = rows.sheet.body; r < rows.sheet.grid->rows; r++) read_row(&rows, r);
    frame->now = now;
    tj_arena_reset(frame->arena);
}

/* What stands over a table: its title, and 单位：亿元. */
#include "extract/attribute/table/table_parts.h"

enum { CAPTION_BLOCKS = 4, CAPTION_CHARS = 60, UNIT_CHARS = 30 };

static struct tj_str block_text(const struct tj_document *d, size_t block)
{
    const struct tj_block *b = &d->blocks[block];
    return tj_at(d->clean, (struct tj_span){ b->off, b->len });
}

static bool tells_unit(struct tj_str line)
{
    size_t at;
    return (tj_find(line, TJ_STR("单位："), 0, &at) || tj_find(line, TJ_STR("单位:"), 0, &at))
           && tj_char_count(line) < UNIT_CHARS;
}

/* 表2 2023年人口数, 附表1： */
static struct tj_str without_number(struct tj_str line)
{
    struct tj_str rest = line;
    bool table =
        tj_eat(&rest, TJ_STR("附表")) || tj_eat(&rest, TJ_STR("表")) || tj_eat(&rest, TJ_STR("附件"));
    rest = tj_trim(rest);
    size_t digits = 0;
    while (digits < rest.len && rest.ptr[digits] >= '0' && rest.ptr[digits] <= '9') digits++;
    struct tj_str name = tj_cut(rest, digits, rest.len);
    bool year = digits == 4 || tj_starts(name, TJ_STR("年")) || tj_starts(name, TJ_STR("月"));
    if (!table || year) return line;
    while (tj_eat(&name, TJ_STR("：")) || tj_eat(&name, TJ_STR(":")) || tj_eat(&name, TJ_STR(" "))) {}
    return tj_trim(name);
}

static void take_caption_line(struct tj_matrix *s, struct tj_str line)
{
    size_t at;
    if (tells_unit(line) && s->caption.unit.len == 0) {
        bool wide = tj_find(line, TJ_STR("单位："), 0, &at);
        if (!wide) tj_find(line, TJ_STR("单位:"), 0, &at);
        s->caption.unit = tj_trim(tj_cut(line, at + (wide ? 9 : 7), line.len));
        while (tj_ends(s->caption.unit, TJ_STR("）")) || tj_ends(s->caption.unit, TJ_STR(")")))
            s->caption.unit.len -= s->caption.unit.ptr[s->caption.unit.len - 1] == ')' ? 1 : 3;
        return;
    }
    if (s->title.len) return;
    struct tj_str unit = s->caption.unit;
    s->title = line;
    s->caption = tj_header_read(s->f, without_number(line), TJ_OF_CAPTION);
    if (unit.len) s->caption.unit = unit;
}

/* A row that is one cell from side to side, before the figures, is a part of the caption. */
void tj_matrix_caption(struct tj_matrix *s, size_t block)
{
    for (unsigned r = 0; r < s->body; r++) {
        const struct tj_cell *cell = tj_matrix_cell(s, r, 0);
        if (cell && cell->columns >= s->grid->columns && tj_matrix_slot(s, r, 0)->label.len)
            take_caption_line(s, tj_matrix_slot(s, r, 0)->label);
    }
    for (size_t i = block; i > 0 && i + CAPTION_BLOCKS > block; i--) {
        struct tj_str line = tj_trim(block_text(s->document, i - 1));
        bool prose = tj_ends(line, TJ_STR("。")) || tj_char_count(line) > CAPTION_CHARS;
        if (s->document->blocks[i - 1].kind == TJ_TABLE || prose || s->title.len) return;
        if (line.len) take_caption_line(s, line);
    }
}

/* A <table>: of figures, or one that only sets out the page. */
#include <stdlib.h>

#include "extract/document/page_parts.h"

static bool is_tag(const GumboNode *node, GumboTag tag)
{
    return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

static bool is_part(const GumboNode *node)
{
    return is_tag(node, GUMBO_TAG_TBODY) || is_tag(node, GUMBO_TAG_THEAD) || is_tag(node, GUMBO_TAG_TFOOT);
}

static bool holds_table(const GumboNode *node)
{
    if (node->type != GUMBO_NODE_ELEMENT) return false;
    for (unsigned i = 0; i < node->v.element.children.length; i++) {
        const GumboNode *child = node->v.element.children.data[i];
        if (is_tag(child, GUMBO_TAG_TABLE) || holds_table(child)) return true;
    }
    return false;
}

static unsigned span_of(const GumboNode *cell, const char *name)
{
    struct tj_str s = tj_page_attribute(cell, name);
    unsigned n = 0;
    for (size_t i = 0; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9' && n < 10000; i++)
        n = n * 10 + (unsigned)(s.ptr[i] - '0');
    return n;
}

/* Blanks that stay in the text count as those that were typed before it. */
static unsigned indent_of(const struct tj_page *p)
{
    const struct tj_cell *c = &p->taker.cells[p->taker.cell_count - 1];
    struct tj_str s = tj_cut(tj_buffer_str(&p->taker.text), c->off, p->taker.text.len);
    unsigned indent = p->lead;
    for (bool more = true; more;) {
        bool wide = tj_eat(&s, TJ_STR("\u3000"));
        more = wide || tj_eat(&s, TJ_STR("\u00A0")) || tj_eat(&s, TJ_STR(" "));
        indent += wide ? 2 : more;
    }
    return indent;
}

static void take_row(struct tj_page *p, const GumboNode *row)
{
    tj_take_row(&p->taker);
    for (unsigned i = 0; i < row->v.element.children.length; i++) {
        const GumboNode *cell = row->v.element.children.data[i];
        if (!is_tag(cell, GUMBO_TAG_TD) && !is_tag(cell, GUMBO_TAG_TH)) continue;
        tj_take_cell(&p->taker, span_of(cell, "rowspan"), span_of(cell, "colspan"));
        p->space = p->feed = false;
        p->lead = 0;
        tj_page_walk(p, cell);
        tj_take_cell_end(&p->taker, indent_of(p));
    }
}

static void take_rows(struct tj_page *p, const GumboNode *part)
{
    for (unsigned i = 0; i < part->v.element.children.length; i++) {
        const GumboNode *child = part->v.element.children.data[i];
        if (is_tag(child, GUMBO_TAG_TR)) take_row(p, child);
        if (is_part(child)) take_rows(p, child);
    }
}

static void take_caption(struct tj_page *p, const GumboNode *table)
{
    for (unsigned i = 0; i < table->v.element.children.length; i++)
        if (is_tag(table->v.element.children.data[i], GUMBO_TAG_CAPTION))
            tj_page_walk(p, table->v.element.children.data[i]);
    tj_page_line_end(p, false);
}

/* The cells of a table that is none, one after the other. */
static void walk_rows(struct tj_page *p, const GumboNode *part)
{
    for (unsigned i = 0; i < part->v.element.children.length; i++) {
        const GumboNode *child = part->v.element.children.data[i];
        if (child->type != GUMBO_NODE_ELEMENT || is_tag(child, GUMBO_TAG_CAPTION) || tj_page_skips(p, child))
            continue;
        if (is_tag(child, GUMBO_TAG_TR) || is_part(child)) {
            walk_rows(p, child);
            continue;
        }
        tj_page_line_end(p, false);
        tj_page_walk(p, child);
        tj_page_line_end(p, false);
    }
}

void tj_page_table(struct tj_page *p, const GumboNode *table)
{
    take_caption(p, table);
    if (!p->in_table && !holds_table(table)) {
        p->in_table = true;
        tj_take_table(&p->taker);
        take_rows(p, table);
        p->in_table = false;
        p->space = p->feed = false;
        if (tj_take_table_end(&p->taker)) return;
    }
    walk_rows(p, table);
}

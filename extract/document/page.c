#include "extract/document/page.h"

#include <ctype.h>
#include <strings.h>

#include "extract/document/page_parts.h"

enum { HEAD = 1024 };

static bool begins_tag(struct tj_str s, const char *name)
{
    size_t len = strlen(name);
    return s.len > len && strncasecmp(s.ptr, name, len) == 0 && memchr(" >\t\r\n", s.ptr[len], 5);
}

bool tj_is_page(struct tj_str text)
{
    static const char *const anywhere[] = {
        "<!doctype", "<html", "<head", "<body", "<meta", "<table", "<div"
    };
    static const char *const first[] = { "<p",     "<span",    "<h1",      "<h2",     "<font",  "<center",
                                         "<title", "<section", "<article", "<script", "<style", "<ul" };
    struct tj_str head = tj_trim(tj_cut(text, 0, text.len < HEAD ? text.len : HEAD));
    for (size_t i = 0; i < sizeof first / sizeof first[0]; i++)
        if (begins_tag(head, first[i])) return true;
    for (const char *tag; head.len && (tag = memchr(head.ptr, '<', head.len)) != NULL;) {
        head = tj_cut(head, (size_t)(tag - head.ptr), head.len);
        for (size_t i = 0; i < sizeof anywhere / sizeof anywhere[0]; i++)
            if (begins_tag(head, anywhere[i])) return true;
        head = tj_cut(head, 1, head.len);
    }
    return false;
}

void tj_page_line_end(struct tj_page *p, bool soft)
{
    p->space = p->feed = false;
    p->lead = 0;
    if (p->in_table) {
        p->space = true; /* a cell is one line */
        return;
    }
    struct tj_taker *t = &p->taker;
    struct tj_str line = tj_cut(tj_buffer_str(&t->text), t->line, t->text.len);
    size_t at;
    if (!p->all && tj_page_line_is_idle(line)) {
        bool dated = tj_find(line, TJ_STR("20"), 0, &at) && p->document->said_date.len == 0;
        if (dated) p->document->said_date = tj_copy(t->arena, tj_trim(line)); /* 发布时间：… 浏览次数：… */
        while (t->origin_count && t->origins[t->origin_count - 1].clean >= t->line) t->origin_count--;
        t->text.len = t->line;
    }
    tj_take_line_end(t, soft);
}

static bool at_line_start(const struct tj_page *p)
{
    size_t from = p->taker.line;
    if (p->in_table && p->taker.cell_count) from = p->taker.cells[p->taker.cell_count - 1].off;
    return p->taker.text.len == from;
}

/* A blank that is seen: not one that the page's source has between two lines of Chinese. */
static void settle_space(struct tj_page *p, unsigned char next)
{
    const struct tj_buffer *text = &p->taker.text;
    bool wide = text->len && (unsigned char)text->ptr[text->len - 1] >= 0x80 && next >= 0x80;
    if (p->space && !at_line_start(p) && !(p->feed && wide)) tj_take_mark(&p->taker, ' ');
    p->space = p->feed = false;
}

static size_t entity_len(struct tj_str s)
{
    size_t end = s.len > 1 && s.ptr[1] == '#' ? 2 : 1;
    while (end < s.len && isalnum((unsigned char)s.ptr[end])) end++;
    if (tj_starts(s, TJ_STR("&nbsp"))) end = 5;
    return end < s.len && s.ptr[end] == ';' ? end + 1 : end;
}

/* How many bytes of the source stand for the character that begins with `c` in the text. */
static size_t source_step(struct tj_str original, size_t o, unsigned char c)
{
    if (o >= original.len) return 0;
    struct tj_str rest = tj_cut(original, o, original.len);
    bool plain = rest.ptr[0] != '&'
                 || (c == '&' && !tj_starts(rest, TJ_STR("&amp")) && !tj_starts(rest, TJ_STR("&#")));
    size_t step = plain ? tj_char_len((unsigned char)rest.ptr[0]) : entity_len(rest);
    return step < rest.len ? step : rest.len;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/* Steps in the source of a text over what is not in the text itself: tags that mean nothing where they stand (</b> without
   <b>) and blanks beside them. `c` begins the next character of the text. */
static size_t pass_tags(struct tj_str original, size_t o, unsigned char c)
{
    for (size_t end; o < original.len; o = end + 1) {
        end = o;
        bool tag = original.ptr[o] == '<' && c != '<' && tj_find(original, TJ_STR(">"), o, &end);
        if (!tag && !is_blank(original.ptr[o])) break;
    }
    return o;
}

/* Steps over blanks, which show as one or none; typed ones at the beginning of a line indent it. */
static void pass_blanks(struct tj_page *p, struct tj_str text, size_t *at, struct tj_str original, size_t *o)
{
    size_t from = *at;
    bool typed = true;
    for (; *at < text.len && is_blank(text.ptr[*at]); ++*at) typed &= text.ptr[*at] == ' ';
    while (*o < original.len && is_blank(original.ptr[*o])) ++*o;
    p->space = true;
    p->feed |= !typed;
    if (typed && at_line_start(p)) p->lead += (unsigned)(*at - from);
}

static void take_text(struct tj_page *p, const GumboText *node)
{
    struct tj_str text = tj_str_of(node->text),
                  original = { node->original_text.data, node->original_text.length };
    size_t origin = (size_t)(original.ptr - p->source.ptr), o = 0;
    for (size_t at = 0; at < text.len;) {
        if (is_blank(text.ptr[at])) {
            pass_blanks(p, text, &at, original, &o);
            continue;
        }
        settle_space(p, (unsigned char)text.ptr[at]);
        for (size_t len; at < text.len && !is_blank(text.ptr[at]); at += len) {
            len = tj_char_len((unsigned char)text.ptr[at]);
            if (len > text.len - at) len = text.len - at;
            o = pass_tags(original, o, (unsigned char)text.ptr[at]);
            tj_take(&p->taker, tj_cut(text, at, at + len), origin + o);
            o += source_step(original, o, (unsigned char)text.ptr[at]);
        }
    }
}

static bool breaks_line(GumboTag tag)
{
    static const GumboTag tags[] = {
        GUMBO_TAG_P,          GUMBO_TAG_DIV,  GUMBO_TAG_H1,     GUMBO_TAG_H2,     GUMBO_TAG_H3,
        GUMBO_TAG_H4,         GUMBO_TAG_H5,   GUMBO_TAG_H6,     GUMBO_TAG_LI,     GUMBO_TAG_UL,
        GUMBO_TAG_OL,         GUMBO_TAG_DL,   GUMBO_TAG_DT,     GUMBO_TAG_DD,     GUMBO_TAG_SECTION,
        GUMBO_TAG_TR,         GUMBO_TAG_TD,   GUMBO_TAG_TH,     GUMBO_TAG_HEADER, GUMBO_TAG_ARTICLE,
        GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_MAIN, GUMBO_TAG_FORM,   GUMBO_TAG_PRE,    GUMBO_TAG_ADDRESS,
        GUMBO_TAG_CENTER,     GUMBO_TAG_HR,   GUMBO_TAG_FIGURE, GUMBO_TAG_FOOTER, GUMBO_TAG_FIELDSET,
    };
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        if (tag == tags[i]) return true;
    return false;
}

/* <sup>2</sup>, <sup>[2]</sup>, <sup>①</sup> point to a note, and must not become digits of the number before them; but the
   2 of km<sup>2</sup> is a part of the unit. */
static bool is_note(const struct tj_page *p, const GumboNode *node)
{
    const GumboVector *children = &node->v.element.children;
    const struct tj_buffer *text = &p->taker.text;
    if (children->length == 0 || (text->len && isalpha((unsigned char)text->ptr[text->len - 1])))
        return false;
    const GumboNode *child = children->data[0];
    if (children->length > 1) return false;
    if (child->type == GUMBO_NODE_ELEMENT) return is_note(p, child); /* a link to the note */
    struct tj_str mark = child->type == GUMBO_NODE_TEXT ? tj_trim(tj_str_of(child->v.text.text)) : TJ_STR("");
    for (size_t at = 0, len; at < mark.len; at += len) {
        uint32_t c = tj_char_at(mark, at, &len);
        bool part = (c >= '0' && c <= '9') || (c >= U'①' && c <= U'⑳') || c == U'注' || c == '*'
                    || (c < 0x80 && strchr("[]() ", (int)c)) || c == U'［' || c == U'］' || c == U'（'
                    || c == U'）' || c == U'〔' || c == U'〕';
        if (!part) return false;
    }
    return mark.len > 0;
}

static void walk_element(struct tj_page *p, const GumboNode *node)
{
    GumboTag tag = node->v.element.tag;
    if (tj_page_skips(p, node) || (tag == GUMBO_TAG_SUP && is_note(p, node))) return;
    if (tag == GUMBO_TAG_BR) {
        tj_page_line_end(p, true);
        return;
    }
    if (tag == GUMBO_TAG_TABLE) {
        tj_page_line_end(p, false);
        tj_page_table(p, node);
        return;
    }
    bool breaks = breaks_line(tag);
    if (breaks) tj_page_line_end(p, false);
    tj_page_walk(p, node);
    if (breaks) tj_page_line_end(p, false);
}

void tj_page_walk(struct tj_page *p, const GumboNode *node)
{
    for (unsigned i = 0; i < node->v.element.children.length; i++) {
        const GumboNode *child = node->v.element.children.data[i];
        if (child->type == GUMBO_NODE_ELEMENT)
            walk_element(p, child);
        else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE
                 || child->type == GUMBO_NODE_CDATA)
            take_text(p, &child->v.text);
    }
}

static void read_root(struct tj_page *p, const GumboNode *root)
{
    struct tj_page_weight weight;
    tj_page_weigh(root, SIZE_MAX, &weight);
    p->prose = weight.other;
    tj_page_head(p, root);
    tj_page_walk(p, root);
    tj_page_line_end(p, false);
    if (p->taker.text.len) return;
    p->all = true; /* a page that is nothing but links */
    tj_page_walk(p, root);
    tj_page_line_end(p, false);
}

/* The parser's tree lives in the document's arena and goes with it. */
static void *allocate(void *arena, size_t size) { return tj_alloc_bytes(arena, size); }
static void keep(void *arena, void *memory) { (void)arena, (void)memory; }

enum tj_status tj_page_read(struct tj_arena *arena, struct tj_document *document, struct tj_error *err)
{
    struct tj_page page = { .taker.arena = arena, .document = document };
    page.source = tj_page_guard(arena, document->decoded.text);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.allocator = allocate;
    options.deallocator = keep;
    options.userdata = arena;
    GumboOutput *output = gumbo_parse_with_options(&options, page.source.ptr, page.source.len);
    read_root(&page, output->root);
    tj_take_end(&page.taker, document);
    document->form = TJ_PAGE;
    if (document->text.len) return TJ_OK;
    return tj_fail(err, TJ_EMPTY, document->name.ptr, 0,
                   "the page has no text in it; a script may fill it in a browser");
}

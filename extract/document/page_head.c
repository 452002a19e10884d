/* What a page says of itself: <meta name="ArticleTitle">, <meta name="PubDate">, <h1>, <title>. */
#include <strings.h>

#include "extract/document/page_parts.h"

struct head {
    struct tj_arena *arena;
    struct tj_str meta_title, heading, title, date;
};

static bool is_one(struct tj_str name, const char *const names[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(names[i]) == name.len && strncasecmp(names[i], name.ptr, name.len) == 0) return true;
    return false;
}

static void take_meta(struct head *h, const GumboNode *node)
{
    static const char *const titles[] = { "ArticleTitle", "og:title", "title" };
    static const char *const dates[] = { "PubDate",  "publishdate", "article:published_time",
                                         "pub_date", "date",        "DC.date.issued" };
    struct tj_str name = tj_page_attribute(node, "name"), content = tj_page_attribute(node, "content");
    if (name.len == 0) name = tj_page_attribute(node, "property");
    if (h->meta_title.len == 0 && is_one(name, titles, sizeof titles / sizeof titles[0]))
        h->meta_title = tj_copy(h->arena, tj_trim(content));
    if (h->date.len == 0 && is_one(name, dates, sizeof dates / sizeof dates[0]))
        h->date = tj_copy(h->arena, tj_trim(content));
}

/* The text of an element that holds little else, blanks and all. */
static struct tj_str text_of(struct tj_arena *arena, const GumboNode *node)
{
    struct tj_str text = { 0 };
    const GumboVector *children = &node->v.element.children;
    for (unsigned i = 0; i < children->length; i++) {
        const GumboNode *child = children->data[i];
        if (child->type == GUMBO_NODE_TEXT)
            text = tj_join(arena, text, tj_str_of(child->v.text.text));
        else if (child->type == GUMBO_NODE_ELEMENT)
            text = tj_join(arena, text, text_of(arena, child));
    }
    return tj_trim(text);
}

static void look(struct head *h, const GumboNode *node)
{
    if (node->type != GUMBO_NODE_ELEMENT) return;
    switch (node->v.element.tag) {
    case GUMBO_TAG_META: take_meta(h, node); return;
    case GUMBO_TAG_TITLE:
        if (h->title.len == 0) h->title = text_of(h->arena, node);
        return;
    case GUMBO_TAG_H1:
        if (h->heading.len == 0) h->heading = text_of(h->arena, node);
        return;
    default: break;
    }
    for (unsigned i = 0; i < node->v.element.children.length; i++) look(h, node->v.element.children.data[i]);
}

/* 公报_某市人民政府: the site's name stands behind. */
static struct tj_str without_site(struct tj_str title)
{
    static const char *const marks[] = { "_", "|", " - ", "－", "--", "-" };
    size_t at;
    if (title.len == 0) return title;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (tj_find(title, tj_str_of(marks[i]), 0, &at) && at > 0) return tj_trim(tj_cut(title, 0, at));
    return title;
}

/* One line of it, without the tabs and line feeds of the page's source. */
static struct tj_str on_one_line(struct tj_arena *arena, struct tj_str s)
{
    char *line = tj_alloc_bytes(arena, s.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++)
        if (!memchr("\t\r\n", s.ptr[i], 3)) line[len++] = s.ptr[i];
    return (struct tj_str){ line, len };
}

void tj_page_head(struct tj_page *page, const GumboNode *root)
{
    struct head h = { .arena = page->taker.arena };
    look(&h, root);
    struct tj_str title = h.meta_title.len ? h.meta_title : h.heading.len ? h.heading : without_site(h.title);
    page->document->said_title = on_one_line(h.arena, title);
    page->document->said_date = h.date;
}

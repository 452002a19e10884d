/* The parts of page reading: only these files know gumbo. */
#ifndef TJ_PAGE_PARTS_H
#define TJ_PAGE_PARTS_H

#include <gumbo.h>

#include "extract/document/take.h"

/* One page being read. */
struct tj_page {
    struct tj_taker taker;
    struct tj_str source; /* what gumbo was given */
    struct tj_document *document;
    size_t prose;     /* Chinese characters of the whole page that are no link */
    bool all;         /* nothing but what is never seen is left out */
    bool in_table;    /* cells are being taken */
    bool space, feed; /* blanks are pending; a line end is among them */
    unsigned lead;    /* blanks typed at the beginning of the line */
};

/* Is the element never seen, or of no interest to a reader: menu, footer, share bar, a list of links? */
bool tj_page_skips(const struct tj_page *page, const GumboNode *node);

/* Chinese characters in and outside of links; stops counting at `most` outside. */
struct tj_page_weight {
    size_t linked, other, links;
};
void tj_page_weigh(const GumboNode *node, size_t most, struct tj_page_weight *weight);

/* Is a line nothing but the site's own: 版权所有, 浏览次数, 打印本页? */
bool tj_page_line_is_idle(struct tj_str line);

/* Takes in the title and date that the head of the page tells. */
void tj_page_head(struct tj_page *page, const GumboNode *root);

/* The text of an element or of its children, and of a table. */
void tj_page_walk(struct tj_page *page, const GumboNode *node);
void tj_page_table(struct tj_page *page, const GumboNode *table);

/* Ends the line in hand; the site's own lines are dropped. */
void tj_page_line_end(struct tj_page *page, bool soft);

/* An attribute's value, empty if it is not there. */
struct tj_str tj_page_attribute(const GumboNode *node, const char *name);

#endif

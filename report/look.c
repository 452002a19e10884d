#include "report/look.h"

#include <stdio.h>

static struct tj_style foot_style(void)
{
    return (struct tj_style){ .color = TJ_NAVY, .line = TJ_ROW_LINE, .fill = TJ_FOOT_FILL, .bold = true };
}

struct tj_look tj_look_make(struct tj_book *b)
{
    struct tj_style foot = foot_style();
    struct tj_style head = {
        .color = TJ_NAVY, .fill = TJ_HEAD_FILL, .line = TJ_HEAD_LINE, .bold = true, .wrap = true
    };
    struct tj_style center = head, text = { .color = TJ_INK, .line = TJ_ROW_LINE };
    center.align = TJ_CENTER;
    struct tj_style group = text, wrap = text, middle = text, link = text;
    group.top_line = TJ_GROUP_LINE;
    wrap.wrap = true;
    middle.align = TJ_CENTER;
    link.color = TJ_LINK;
    struct tj_style middle_group = middle;
    middle_group.top_line = TJ_GROUP_LINE;
    struct tj_style fact = text, fact_center = middle, fact_wrap = wrap;
    fact.top = fact_center.top = fact_wrap.top = true;
    struct tj_style fact_link = fact_wrap;
    fact_link.color = TJ_LINK;
    return (struct tj_look){
        .title = tj_book_style(b, &(struct tj_style){ .color = TJ_NAVY, .size = 16, .bold = true }),
        .subtitle = tj_book_style(b, &(struct tj_style){ .color = TJ_GREY, .size = 9 }),
        .section = tj_book_style(b, &(struct tj_style){ .color = TJ_NAVY, .size = 12, .bold = true }),
        .hint = tj_book_style(b, &(struct tj_style){ .color = TJ_LINK, .size = 9 }),
        .head = tj_book_style(b, &head),
        .head_center = tj_book_style(b, &center),
        .text = tj_book_style(b, &text),
        .text_group = tj_book_style(b, &group),
        .wrap = tj_book_style(b, &wrap),
        .center = tj_book_style(b, &middle),
        .center_group = tj_book_style(b, &middle_group),
        .link = tj_book_style(b, &link),
        .foot = tj_book_style(b, &foot),
        .fact = tj_book_style(b, &fact),
        .fact_center = tj_book_style(b, &fact_center),
        .fact_wrap = tj_book_style(b, &fact_wrap),
        .fact_link = tj_book_style(b, &fact_link),
    };
}

int tj_look_foot(struct tj_book *b, struct tj_str format)
{
    struct tj_style style = foot_style();
    style.align = TJ_RIGHT;
    snprintf(style.format, sizeof style.format, "%.*s", TJ_ARG(format));
    return tj_book_style(b, &style);
}

int tj_look_number(struct tj_book *b, struct tj_number_look look)
{
    struct tj_style style = { .color = look.linked ? TJ_LINK : TJ_INK,
                              .line = TJ_ROW_LINE,
                              .top_line = look.group ? TJ_GROUP_LINE : 0,
                              .fill = look.doubted ? TJ_YELLOW_FILL : 0,
                              .top = look.top,
                              .align = look.centered ? TJ_CENTER : TJ_RIGHT };
    snprintf(style.format, sizeof style.format, "%.*s", TJ_ARG(look.format));
    return tj_book_style(b, &style);
}

/* The few styles of a workbook: one family of blues and greys, colour only where it says something. */
#ifndef TJ_LOOK_H
#define TJ_LOOK_H

#include "report/workbook.h"

enum {
    TJ_INK = 0x262626,
    TJ_NAVY = 0x1F3553,
    TJ_LINK = 0x1F4E79,
    TJ_GREY = 0x7F7F7F,
    TJ_HEAD_FILL = 0xE3EAF2,
    TJ_FOOT_FILL = 0xF4F6F9,
    TJ_HEAD_LINE = 0x8FA6C0,
    TJ_ROW_LINE = 0xE1E5EA,
    TJ_GROUP_LINE = 0x8FA6C0,
    TJ_RED = 0xC00000,
    TJ_RED_FILL = 0xFBE5E5,
    TJ_GREEN = 0x2E7D32,
    TJ_GREEN_FILL = 0xE6F3E7,
    TJ_YELLOW_FILL = 0xFFF1C4,
};

struct tj_look {
    int title, subtitle, section, hint; /* headings above and between tables; small grey text */
    int head, head_center;              /* header cells */
    int text, text_group;               /* cells; with a line above, where a group begins */
    int wrap, center, center_group, link;
    int foot; /* names below a table */
    int fact, fact_center, fact_wrap,
        fact_link; /* cells of 明细: at the top, for sentences are cut at their end */
};

struct tj_look tj_look_make(struct tj_book *book);

/* Numbers: right-aligned, in `format`; as a link; with a line above; on yellow. */
struct tj_number_look {
    struct tj_str format;
    bool linked, group, doubted, centered, top;
};
/* A number below a table, in bold. */
int tj_look_foot(struct tj_book *book, struct tj_str format);
int tj_look_number(struct tj_book *book, struct tj_number_look look);

#endif

#include "report/workbook_text.h"

enum { BEYOND_BMP = 0x10000, REPLACEMENT = 0xFFFD, NOT_A_CHARACTER = 0xFFFE };

static const char replacement[] = "\xEF\xBF\xBD";

/* Excel reads _xHHHH_ as the character of that number. */
static bool looks_escaped(struct tj_str s, size_t at)
{
    if (s.len - at < 7 || s.ptr[at] != '_' || s.ptr[at + 1] != 'x' || s.ptr[at + 6] != '_') return false;
    for (size_t i = at + 2; i < at + 6; i++)
        if (!strchr("0123456789abcdefABCDEF", s.ptr[i]) || s.ptr[i] == '\0') return false;
    return true;
}

static void put_character(struct tj_buffer *out, struct tj_str text, size_t at, size_t len, uint32_t c)
{
    if (c < ' ' && c != '\n' && c != '\t')
        tj_put_char(out, ' ');
    else if (c == REPLACEMENT || c == NOT_A_CHARACTER || c == NOT_A_CHARACTER + 1)
        tj_put(out, tj_str_of(replacement));
    else if (c == '_' && looks_escaped(text, at))
        tj_put(out, TJ_STR("_x005F_"));
    else
        tj_put(out, tj_cut(text, at, at + len));
}

/* Nothing but ASCII without controls and underlines, and common characters: it needs no look at each. */
static bool is_plain(struct tj_str text)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    size_t at = 0;
    while (at < text.len) {
        unsigned char c = p[at];
        if (c >= ' ' && c < 0x7F && c != '_') {
            at++;
            continue;
        }
        bool common = c >= 0xE3 && c <= 0xE9 && text.len - at >= 3 && (p[at + 1] & 0xC0) == 0x80
                      && (p[at + 2] & 0xC0) == 0x80;
        if (!common) return false;
        at += 3;
    }
    return true;
}

const char *tj_cell_clean(struct tj_buffer *out, struct tj_str text, size_t most)
{
    out->len = 0;
    size_t units = 0, len, at = 0;
    if (text.len < most && is_plain(text)) { /* units are never more than bytes */
        tj_put(out, text);
        at = text.len;
    }
    for (; at < text.len; at += len) {
        uint32_t c = tj_char_at(text, at, &len);
        units += c >= BEYOND_BMP ? 2 : c == '_' && looks_escaped(text, at) ? 7 : 1;
        if (units >= most && at + len < text.len) {
            tj_put(out, TJ_STR("…"));
            break;
        }
        put_character(out, text, at, len, c);
    }
    *tj_buffer_room(out, 1) = '\0';
    return out->ptr;
}

void tj_put_cell_name(struct tj_buffer *out, uint32_t row, unsigned column)
{
    char letters[8];
    size_t at = sizeof letters;
    for (unsigned left = column + 1; left > 0; left = (left - 1) / 26)
        letters[--at] = (char)('A' + (left - 1) % 26);
    tj_put(out, (struct tj_str){ letters + at, sizeof letters - at });
    tj_put_size(out, (uint64_t)row + 1);
}

const char *tj_cell_place(struct tj_buffer *out, struct tj_str sheet, uint32_t row, unsigned column)
{
    out->len = 0;
    tj_put(out, TJ_STR("internal:'"));
    for (size_t i = 0; i < sheet.len; i++) {
        if (sheet.ptr[i] == '\'') tj_put_char(out, '\'');
        tj_put_char(out, sheet.ptr[i]);
    }
    tj_put(out, TJ_STR("'!"));
    tj_put_cell_name(out, row, column);
    *tj_buffer_room(out, 1) = '\0';
    return out->ptr;
}

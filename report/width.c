#include "report/width.h"

#include <utf8proc.h>

#include "extract/base/buffer.h"

enum { REPLACEMENT = 0xFFFD };

static size_t width_of(uint32_t c)
{
    int width = utf8proc_charwidth((utf8proc_int32_t)c);
    return width > 0 ? (size_t)width : 0;
}

size_t tj_width(struct tj_str text)
{
    size_t width = 0, len;
    for (size_t at = 0; at < text.len; at += len) width += width_of(tj_char_at(text, at, &len));
    return width;
}

struct tj_str tj_width_cut(struct tj_arena *arena, struct tj_str text, size_t most)
{
    static const struct tj_str dots = { "…", sizeof "…" - 1 };
    if (tj_width(text) <= most) return text;
    if (most == 0) return TJ_STR("");
    size_t width = 0, len, at = 0;
    for (; at < text.len; at += len) {
        width += width_of(tj_char_at(text, at, &len));
        if (width > most - 1) break;
    }
    return tj_join(arena, tj_cut(text, 0, at), dots);
}

static bool is_control(uint32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

static bool turns_direction(uint32_t c)
{
    return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

struct tj_str tj_width_clean(struct tj_arena *arena, struct tj_str text)
{
    struct tj_buffer out = { 0 };
    for (size_t at = 0, len; at < text.len; at += len) {
        uint32_t c = tj_char_at(text, at, &len);
        if (c == REPLACEMENT)
            tj_put(&out, TJ_STR("\uFFFD"));
        else if (is_control(c))
            tj_put_char(&out, ' ');
        else if (!turns_direction(c))
            tj_put(&out, tj_cut(text, at, at + len));
    }
    struct tj_str clean = tj_copy(arena, tj_buffer_str(&out));
    tj_buffer_free(&out);
    return clean;
}

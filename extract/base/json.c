#include "extract/base/json.h"

/* Bytes that stand for themselves inside a string as far as ASCII goes. */
static bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x80 && c != '"' && c != '\\'; }

static void put_escaped(struct tj_buffer *b, unsigned char c)
{
    static const char hex[] = "0123456789abcdef";
    switch (c) {
    case '"': tj_put(b, TJ_STR("\\\"")); return;
    case '\\': tj_put(b, TJ_STR("\\\\")); return;
    case '\n': tj_put(b, TJ_STR("\\n")); return;
    case '\r': tj_put(b, TJ_STR("\\r")); return;
    case '\t': tj_put(b, TJ_STR("\\t")); return;
    default:
        tj_put(b, TJ_STR("\\u00"));
        tj_put_char(b, hex[c >> 4]);
        tj_put_char(b, hex[c & 15]);
    }
}

void tj_put_json(struct tj_buffer *b, struct tj_str s)
{
    tj_put_char(b, '"');
    for (size_t at = 0; at < s.len;) {
        size_t run = at, len;
        while (run < s.len) { /* as much as can be copied as it is */
            unsigned char c = (unsigned char)s.ptr[run];
            if (is_plain(c)) {
                run++;
            } else if (c >= 0xC2) {
                tj_char_at(s, run, &len);
                if (len == 1) break;
                run += len;
            } else {
                break;
            }
        }
        tj_put(b, tj_cut(s, at, run));
        at = run;
        if (at == s.len) break;
        unsigned char c = (unsigned char)s.ptr[at++];
        if (c < 0x80)
            put_escaped(b, c);
        else
            tj_put(b, TJ_STR("\uFFFD"));
    }
    tj_put_char(b, '"');
}

void tj_put_json_decimal(struct tj_buffer *b, struct tj_str key, struct tj_decimal d)
{
    if (!d.known) return;
    tj_put(b, key);
    tj_put_char(b, '"');
    tj_put_decimal(b, d);
    tj_put_char(b, '"');
}

#include "extract/document/decode.h"

#include <iconv.h>

enum { SAMPLE = 64 * 1024, PLAUSIBLE = 70, COMMON = 45, SAID = 25 };

bool tj_utf8_valid(struct tj_str s) { return tj_is_utf8(s, NULL); }

/* How many bytes the GB18030 character at `p` takes (GB 18030-2005, four-byte forms by their second byte). */
static size_t gb_step(const unsigned char *p, size_t left)
{
    if (p[0] < 0x81 || p[0] == 0xFF || left < 2) return 1;
    if (p[1] >= 0x30 && p[1] <= 0x39) return left < 4 ? 1 : 4;
    return p[1] >= 0x40 && p[1] != 0x7F ? 2 : 1;
}

static size_t utf16_step(const unsigned char *p, size_t left, bool little)
{
    if (left < 4) return left < 2 ? left : 2;
    unsigned unit = little ? p[0] | (unsigned)p[1] << 8 : (unsigned)p[0] << 8 | p[1];
    return unit >= 0xD800 && unit < 0xDC00 ? 4 : 2;
}

static size_t source_step(const struct tj_decoded *d, size_t at)
{
    const unsigned char *p = (const unsigned char *)d->source.ptr + at;
    size_t left = d->source.len - at;
    if (d->encoding == TJ_UTF8) return tj_char_len(p[0]);
    if (d->encoding == TJ_GB18030) return gb_step(p, left);
    if (d->encoding == TJ_BIG5) return p[0] < 0x81 || left < 2 ? 1 : 2;
    return utf16_step(p, left, d->encoding == TJ_UTF16LE);
}

size_t tj_source_offset(const struct tj_decoded *d, struct tj_cursor *c, size_t text_offset)
{
    if (d->encoding == TJ_UTF8 && d->gap_count == 0) return text_offset + d->skipped;
    if (c->source == 0) c->source = d->skipped;
    while (c->text < text_offset && c->source < d->source.len) {
        if (c->gap < d->gap_count && c->text + 3 >= d->gaps[c->gap].text) {
            c->text = d->gaps[c->gap].text;
            c->source = d->gaps[c->gap].source;
            c->gap++;
            continue;
        }
        if (d->encoding == TJ_UTF8) { /* the same bytes up to the next gap */
            size_t to = c->gap < d->gap_count ? d->gaps[c->gap].text - 3 : text_offset;
            if (to > text_offset) to = text_offset;
            c->source += to - c->text;
            c->text = to;
            continue;
        }
        c->text += tj_char_len((unsigned char)d->text.ptr[c->text]);
        c->source += source_step(d, c->source);
    }
    return c->source;
}

struct conversion {
    struct tj_decoded *d;
    struct tj_arena *arena;
    struct tj_gap *gaps;
    size_t gap_room;
};

/* A byte that is none: U+FFFD in the text, and a gap in the map. */
static void add_gap(struct conversion *c, char *out, size_t text, size_t source)
{
    memcpy(out, "\uFFFD", 3);
    c->gaps = tj_grow(c->arena, c->gaps, c->d->gap_count, &c->gap_room, sizeof *c->gaps);
    c->gaps[c->d->gap_count++] = (struct tj_gap){ text + 3, source };
    c->d->bad_bytes++;
}

/* UTF-8 with some bytes that are none. Not by iconv, whose UTF-8 goes on beyond U+10FFFF. */
static void mend_utf8(struct tj_arena *arena, struct tj_decoded *d)
{
    struct conversion c = { d, arena, NULL, 0 };
    char *bytes = tj_alloc_bytes(arena, (d->source.len - d->skipped) * 3), *out = bytes;
    for (size_t at = d->skipped, len; at < d->source.len; at += len) {
        tj_char_at(d->source, at, &len);
        if (len == 1 && (unsigned char)d->source.ptr[at] >= 0x80) {
            add_gap(&c, out, (size_t)(out - bytes), at + 1);
            out += 3;
        } else {
            memcpy(out, d->source.ptr + at, len);
            out += len;
        }
    }
    d->text = (struct tj_str){ bytes, (size_t)(out - bytes) };
    d->gaps = c.gaps;
}

static bool convert(struct tj_arena *arena, struct tj_decoded *d)
{
    if (d->encoding == TJ_UTF8) {
        mend_utf8(arena, d);
        return true;
    }
    iconv_t cd = iconv_open("UTF-8", tj_encoding_name(d->encoding));
    if (cd == (iconv_t)-1) return false;
    struct conversion c = { d, arena, NULL, 0 };
    size_t room = (d->source.len - d->skipped) * 3 + 4;
    char *bytes = tj_alloc_bytes(arena, room), *out = bytes;
    char *in = (char *)(uintptr_t)d->source.ptr + d->skipped; /* iconv does not write to it */
    size_t left = d->source.len - d->skipped;
    while (left > 0) {
        if (iconv(cd, &in, &left, &out, &room) != (size_t)-1 || left == 0 || room < 4) break;
        in++;
        left--;
        add_gap(&c, out, (size_t)(out - bytes), (size_t)(in - d->source.ptr));
        out += 3;
        room -= 3;
    }
    iconv_close(cd);
    d->text = (struct tj_str){ bytes, (size_t)(out - bytes) };
    d->gaps = c.gaps;
    return left == 0;
}

static bool has_mark(struct tj_decoded *d)
{
    if (tj_starts(d->source, TJ_STR("\xEF\xBB\xBF")))
        d->skipped = 3;
    else if (tj_starts(d->source, TJ_STR("\xFF\xFE")))
        d->skipped = 2, d->encoding = TJ_UTF16LE;
    else if (tj_starts(d->source, TJ_STR("\xFE\xFF")))
        d->skipped = 2, d->encoding = TJ_UTF16BE;
    return d->skipped > 0;
}

/* How well the bytes read in `encoding`, judged by their beginning: 0 if they don't. */
static unsigned rank(struct tj_arena *arena, const struct tj_decoded *d, enum tj_encoding encoding,
                     enum tj_encoding said)
{
    struct tj_decoded sample = { .source = d->source, .skipped = d->skipped, .encoding = encoding };
    if (sample.source.len > SAMPLE) sample.source.len = SAMPLE;
    if (!convert(arena, &sample)) return 0;
    struct tj_reading reading = tj_reading_of(sample.text);
    bool wide = encoding == TJ_UTF16LE || encoding == TJ_UTF16BE;
    if (reading.plausible < (wide ? PLAUSIBLE + 10 : PLAUSIBLE)) return 0;
    return reading.plausible + 3 * reading.common + (encoding == said ? SAID : 0);
}

/* Finds the encoding of bytes that are not UTF-8 and have no mark; TJ_ENCODING_COUNT if they are no text. A text that
   reads well in GB18030, the usual case, is not tried in the others. */
static enum tj_encoding find_encoding(struct tj_arena *arena, const struct tj_decoded *d, bool zeros)
{
    static const enum tj_encoding candidates[] = { TJ_GB18030, TJ_BIG5, TJ_UTF8, TJ_UTF16LE, TJ_UTF16BE };
    enum tj_encoding said = tj_encoding_said(d->source), best = TJ_ENCODING_COUNT;
    unsigned most = 0;
    for (size_t i = zeros ? 3 : 0; i < sizeof candidates / sizeof candidates[0]; i++) {
        if (i >= 3 && d->source.len % 2) break;
        unsigned here = rank(arena, d, candidates[i], said);
        if (here > most) most = here, best = candidates[i];
        if (i == 0 && here >= PLAUSIBLE + 3 * COMMON) break;
    }
    return best;
}

enum tj_status tj_decode(struct tj_arena *arena, struct tj_str source, const char *name,
                         struct tj_decoded *out, struct tj_error *err)
{
    *out = (struct tj_decoded){ .source = source };
    if (source.len == 0) return tj_fail(err, TJ_EMPTY, name, 0, "nothing to read in it");
    bool marked = has_mark(out);
    struct tj_str body = tj_cut(source, out->skipped, source.len);
    bool zeros = out->encoding == TJ_UTF8 && memchr(body.ptr, 0, body.len) != NULL;
    if (!zeros && out->encoding == TJ_UTF8 && tj_utf8_valid(body)) {
        out->text = body;
        return body.len ? TJ_OK : tj_fail(err, TJ_EMPTY, name, 0, "nothing but a byte order mark in it");
    }
    if (!marked) out->encoding = find_encoding(arena, out, zeros);
    bool known = out->encoding != TJ_ENCODING_COUNT && !(marked && zeros);
    if (known && convert(arena, out) && tj_reading_of(out->text).plausible >= PLAUSIBLE) return TJ_OK;
    return tj_fail(err, TJ_NO_TEXT, name, 0,
                   "it is none of UTF-8, GB18030, Big5 and UTF-16; save it as UTF-8 text");
}

#include "extract/document/simplify.h"

#include <string.h>

enum {
    SAMPLE = 6000, /* bytes that tell the script of a document */
    FEWEST = 3,    /* traditional characters in them, at least */
    ONE_OF = 40    /* one of so many Chinese characters is traditional, at least */
};

/* The simplified character for the one of three bytes at `p`, or 0; *han tells whether it is Chinese at all. */
static uint32_t simplified(const struct tj_lexicon *lex, const unsigned char *p, bool *han)
{
    uint32_t c = (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    *han = tj_is_han(c);
    return *han ? lex->simplified[c - TJ_FIRST_HAN] : 0;
}

void tj_simplify(const struct tj_lexicon *lexicon, char *text, size_t len)
{
    unsigned char *p = (unsigned char *)text;
    for (size_t at = 0; at + 3 <= len; at += tj_char_len(p[at])) {
        bool han;
        uint32_t c = (p[at] & 0xF0) == 0xE0 ? simplified(lexicon, p + at, &han) : 0;
        if (!c) continue;
        p[at] = (unsigned char)(0xE0 | c >> 12);
        p[at + 1] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
        p[at + 2] = (unsigned char)(0x80 | (c & 0x3F));
    }
}

static bool is_traditional(const struct tj_lexicon *lex, struct tj_str text)
{
    size_t chinese = 0, traditional = 0;
    const unsigned char *p = (const unsigned char *)text.ptr;
    for (size_t at = 0; at + 3 <= text.len && at < SAMPLE; at += tj_char_len(p[at])) {
        bool han = false;
        traditional += (p[at] & 0xF0) == 0xE0 && simplified(lex, p + at, &han);
        chinese += han;
    }
    return traditional >= FEWEST && traditional * ONE_OF >= chinese;
}

static struct tj_str copy_simplified(const struct tj_lexicon *lex, struct tj_arena *arena, struct tj_str text)
{
    char *copy = tj_alloc_bytes(arena, text.len + 1);
    if (text.len) memcpy(copy, text.ptr, text.len);
    tj_simplify(lex, copy, text.len);
    return (struct tj_str){ copy, text.len };
}

void tj_document_simplify(const struct tj_lexicon *lexicon, struct tj_arena *arena,
                          struct tj_document *document)
{
    document->said = document->clean;
    if (!is_traditional(lexicon, document->clean)) return;
    document->clean = copy_simplified(lexicon, arena, document->clean);
    document->said_title = copy_simplified(lexicon, arena, document->said_title);
}

struct tj_str tj_as_said(const struct tj_document *document, struct tj_str part)
{
    uintptr_t at = (uintptr_t)part.ptr, from = (uintptr_t)document->clean.ptr;
    if (document->said.len == 0 || part.len == 0 || at < from || at + part.len > from + document->clean.len)
        return part;
    return tj_cut(document->said, at - from, at - from + part.len);
}

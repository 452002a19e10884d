/* What the parser must not be given. Tags nested by the thousand take it quadratic time and its recursion the stack; a
   character's number that overflows becomes some other character, or bytes that are none. */
#include <ctype.h>
#include <strings.h>

#include "extract/document/page.h"

enum {
    DEEPEST = 200,
    LONGEST_TAG = 8192, /* bytes; an image within its tag is longer and no loss */
    MOST_DIGITS = 7,    /* of a character's number, zeros before it aside: U+10FFFF is 1114111 */
};

struct tag {
    size_t off, len;
    struct tj_str name;
    bool closes;
};

static bool one_of(struct tj_str name, const char *const names[], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(names[i]) == name.len && strncasecmp(names[i], name.ptr, name.len) == 0) return true;
    return false;
}

/* Does it hold others, and is it closed in so many words? <p> and <li> end where the next begins. */
static bool nests(struct tj_str name)
{
    static const char *const others[] = { "p",    "li",     "td",     "th",    "tr",    "dd",
                                          "dt",   "option", "tbody",  "thead", "tfoot", "br",
                                          "img",  "hr",     "meta",   "link",  "input", "col",
                                          "area", "base",   "source", "embed", "wbr",   "param" };
    return !one_of(name, others, sizeof others / sizeof others[0]);
}

static bool next_tag(struct tj_str s, size_t *at, struct tag *out)
{
    while (*at < s.len) {
        const char *open = memchr(s.ptr + *at, '<', s.len - *at);
        if (!open) return false;
        size_t off = (size_t)(open - s.ptr), name = off + 1;
        bool closes = name < s.len && s.ptr[name] == '/';
        name += closes;
        size_t end = name;
        while (end < s.len && isalnum((unsigned char)s.ptr[end])) end++;
        *at = end > off + 1 ? end : off + 1;
        if (end == name) continue;
        const char *close = memchr(s.ptr + end, '>', s.len - end);
        *out = (struct tag){ off, (close ? (size_t)(close - s.ptr) + 1 : s.len) - off, tj_cut(s, name, end),
                             closes };
        *at = off + out->len;
        return true;
    }
    return false;
}

/* The text as it may be changed. */
static char *copy_of(struct tj_arena *arena, struct tj_str text, char **copy)
{
    if (!*copy) *copy = memcpy(tj_alloc_bytes(arena, text.len + 1), text.ptr, text.len);
    return *copy;
}

/* &#4294967349; and its like: as many digits, but of U+FFFD. */
static void guard_numbers(struct tj_arena *arena, struct tj_str text, char **copy)
{
    for (size_t at = 0; tj_find(text, TJ_STR("&#"), at, &at);) {
        at += 2;
        bool hex = at < text.len && (text.ptr[at] | 0x20) == 'x';
        size_t from = at += hex;
        while (at < text.len && text.ptr[at] == '0') at++;
        size_t first = at;
        while (at < text.len
               && (hex ? isxdigit((unsigned char)text.ptr[at]) : isdigit((unsigned char)text.ptr[at])))
            at++;
        if (at - first <= MOST_DIGITS) continue;
        struct tj_str none = hex ? TJ_STR("fffd") : TJ_STR("65533");
        char *here = copy_of(arena, text, copy);
        memset(here + from, '0', at - from);
        memcpy(here + at - none.len, none.ptr, none.len);
    }
}

struct tj_str tj_page_guard(struct tj_arena *arena, struct tj_str text)
{
    char *copy = NULL;
    size_t depth = 0;
    guard_numbers(arena, text, &copy);
    struct tag tag;
    for (size_t at = 0; next_tag(text, &at, &tag);) {
        bool deep = false;
        if (nests(tag.name) && tag.closes) {
            deep = depth > DEEPEST;
            depth -= depth > 0;
        } else if (nests(tag.name) && text.ptr[tag.off + tag.len - 2] != '/')
            deep = ++depth > DEEPEST;
        if (!deep && tag.len <= LONGEST_TAG) continue;
        memset(copy_of(arena, text, &copy) + tag.off, ' ', tag.len);
    }
    return copy ? (struct tj_str){ copy, text.len } : text;
}

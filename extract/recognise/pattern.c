#include "extract/recognise/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <ctype.h>
#include <pcre2.h>
#include <stdlib.h>

#include "extract/base/buffer.h"
#include "extract/lexicon/trie.h"

enum { MAX_PATTERNS = 64, MATCH_LIMIT = 20000, OVECTOR = TJ_MAX_GROUPS + 1, KNOWN_BITS = 14 };

struct block {
    struct tj_str name, examples;
};

struct tj_patterns {
    struct tj_arena arena;
    pcre2_code *code;
    unsigned count;
    struct tj_trie *needs;        /* words of which a text that matches holds one; NULL for none */
    bool plain;                   /* all characters beyond ASCII that `spelt` lacks are alike to it */
    uint64_t spelt[0x10000 / 64]; /* the characters that its expressions hold */
    struct block blocks[MAX_PATTERNS];
};

struct tj_matcher {
    pcre2_match_data *data;
    pcre2_match_context *context;
    const struct tj_patterns *known_of; /* what `known` is about */
    uint64_t known[1 << KNOWN_BITS];    /* beginnings of text that were asked about; see may_begin */
};

/* Each block becomes one arm of a branch-reset group, so that groups count from 1 in every arm, and ends in
   an auto-callout-free mark that names it by one letter. */
static void add_arm(struct tj_buffer *all, unsigned at, struct tj_str expression)
{
    if (at) tj_put_char(all, '|');
    tj_put(all, TJ_STR("(?:"));
    tj_put(all, expression);
    tj_put(all, TJ_STR("\n)(*MARK:"));
    tj_put_char(all, (char)('0' + at));
    tj_put_char(all, ')');
}

static struct tj_str take_line(struct tj_str *text)
{
    const char *end = memchr(text->ptr, '\n', text->len);
    size_t len = end ? (size_t)(end - text->ptr) : text->len;
    struct tj_str line = { text->ptr, len };
    size_t used = len + (end != NULL);
    *text = (struct tj_str){ text->ptr + used, text->len - used };
    return line;
}

/* The words of a line, parted by blanks. */
static void add_needs(struct tj_patterns *p, struct tj_str words)
{
    if (!p->needs) p->needs = tj_trie_new(&p->arena);
    for (size_t at = 0, end; at < words.len; at = end + 1) {
        if (!tj_find(words, TJ_STR(" "), at, &end)) end = words.len;
        if (end > at) tj_trie_add(p->needs, &p->arena, tj_cut(words, at, end), 0, 0);
    }
}

/* Quicker than PCRE2, which would look for them from each place where a pattern could begin. */
static bool holds_need(const struct tj_patterns *p, struct tj_str text)
{
    size_t len;
    for (size_t at = tj_trie_next(p->needs, text, 0, text.len); at < text.len;
         at = tj_trie_next(p->needs, text, at + tj_char_len((unsigned char)text.ptr[at]), text.len))
        if (tj_trie_longest(p->needs, text, at, &len)) return true;
    return false;
}

static enum tj_status read_blocks(struct tj_patterns *p, struct tj_str text, const char *file,
                                  struct tj_buffer *all, struct tj_error *err)
{
    struct tj_buffer expression = { 0 };
    enum tj_status status = TJ_OK;
    for (size_t line_no = 1; text.len > 0 && status == TJ_OK; line_no++) {
        struct tj_str line = take_line(&text);
        struct tj_str body = tj_trim(line);
        if (body.len == 0 || body.ptr[0] == '#') continue;
        struct block *block = p->count ? &p->blocks[p->count - 1] : NULL;
        if (tj_eat(&body, TJ_STR("= "))) {
            if (p->count) add_arm(all, p->count - 1, tj_buffer_str(&expression));
            expression.len = 0;
            if (p->count == MAX_PATTERNS)
                status = tj_fail(err, TJ_BAD_PATTERN, file, line_no, "more than %d patterns in one file",
                                 MAX_PATTERNS);
            else
                p->blocks[p->count++].name = tj_copy(&p->arena, tj_trim(body));
        } else if (!block && tj_eat(&body, TJ_STR("! "))) {
            add_needs(p, body);
        } else if (!block) {
            status = tj_fail(err, TJ_BAD_PATTERN, file, line_no, "a pattern needs a line '= name' above it");
        } else if (tj_eat(&body, TJ_STR("> "))) {
            block->examples = tj_join(&p->arena, tj_join(&p->arena, block->examples, body), TJ_STR("\n"));
        } else {
            tj_put(&expression, line);
            tj_put_char(&expression, '\n');
        }
    }
    if (p->count) add_arm(all, p->count - 1, tj_buffer_str(&expression));
    if (p->needs) tj_trie_seal(p->needs, &p->arena);
    tj_buffer_free(&expression);
    return status;
}

/* Notes the characters that the expressions spell. They treat all others alike unless they hold a range of a class
   that ends beyond ASCII, a property such as \\p{Han}, or an option such as (?i). */
static void note_spelt(struct tj_patterns *p, struct tj_str all)
{
    bool class = false;
    p->plain = true;
    for (size_t at = 0, len; at < all.len; at += len) {
        uint32_t c = tj_char_at(all, at, &len);
        char next = at + 1 < all.len ? all.ptr[at + 1] : '\0',
             third = at + 2 < all.len ? all.ptr[at + 2] : '\0';
        if (c < 0x10000) p->spelt[c / 64] |= (uint64_t)1 << c % 64;
        if (c == '[' || c == ']') class = c == '[';
        bool wide = at > 0 && ((unsigned char)next >= 0x80 || (unsigned char)all.ptr[at - 1] >= 0x80);
        if (class && c == '-' && wide) p->plain = false;
        if (c == '\\' && isalpha((unsigned char)next) && next != 'd') p->plain = false;
        if (c == '(' && next == '?' && isalpha((unsigned char)third)) p->plain = false;
    }
}

static enum tj_status compile(struct tj_patterns *p, struct tj_str all, const char *file,
                              struct tj_error *err)
{
    int code;
    PCRE2_SIZE offset;
    p->code =
        pcre2_compile((PCRE2_SPTR)all.ptr, all.len,
                      PCRE2_UTF | PCRE2_EXTENDED | PCRE2_ANCHORED | PCRE2_NO_UTF_CHECK, &code, &offset, NULL);
    if (!p->code) {
        char message[160];
        pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
        return tj_fail(err, TJ_BAD_PATTERN, file, 0, "%s, near: %.40s", message,
                       all.ptr + (offset > 20 ? offset - 20 : 0));
    }
    pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE); /* without JIT it works all the same, slower */
    return TJ_OK;
}

enum tj_status tj_patterns_new(struct tj_str text, const char *file, struct tj_patterns **out,
                               struct tj_error *err)
{
    struct tj_patterns *p = tj_must_malloc(sizeof *p);
    *p = (struct tj_patterns){ 0 };
    struct tj_buffer all = { 0 };
    tj_put(&all, TJ_STR("(?|"));
    enum tj_status status = read_blocks(p, text, file, &all, err);
    tj_put(&all, TJ_STR(")"));
    tj_put_char(&all, '\0');
    if (status == TJ_OK && p->count == 0)
        status = tj_fail(err, TJ_BAD_PATTERN, file, 0, "no pattern in the file");
    if (status == TJ_OK) status = compile(p, (struct tj_str){ all.ptr, all.len - 1 }, file, err);
    if (status == TJ_OK) note_spelt(p, tj_buffer_str(&all));
    tj_buffer_free(&all);
    if (status != TJ_OK) {
        tj_patterns_free(p);
        p = NULL;
    }
    *out = p;
    return status;
}

void tj_patterns_free(struct tj_patterns *patterns)
{
    if (!patterns) return;
    pcre2_code_free(patterns->code);
    tj_arena_free(&patterns->arena);
    free(patterns);
}

unsigned tj_patterns_count(const struct tj_patterns *patterns) { return patterns->count; }

struct tj_str tj_patterns_name(const struct tj_patterns *patterns, unsigned at)
{
    return patterns->blocks[at].name;
}

struct tj_str tj_patterns_examples(const struct tj_patterns *patterns, unsigned at)
{
    return patterns->blocks[at].examples;
}

struct tj_matcher *tj_matcher_new(void)
{
    struct tj_matcher *m = tj_must_malloc(sizeof *m);
    m->data = pcre2_match_data_create(OVECTOR, NULL);
    m->context = pcre2_match_context_create(NULL);
    if (!m->data || !m->context) tj_must_malloc(SIZE_MAX);
    pcre2_set_match_limit(m->context, MATCH_LIMIT);
    m->known_of = NULL;
    return m;
}

void tj_matcher_free(struct tj_matcher *matcher)
{
    if (!matcher) return;
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->context);
    free(matcher);
}

/* Can a match begin with these bytes, whatever follows? PCRE2 is asked once by a partial match. */
static bool may_begin(const struct tj_patterns *p, struct tj_matcher *m, struct tj_str head, uint64_t key)
{
    uint64_t *known = &m->known[key * 0x9E3779B97F4A7C15U >> (64 - KNOWN_BITS)];
    if (*known >> 1 == key) return *known & 1;
    int code = pcre2_match(p->code, (PCRE2_SPTR)head.ptr, head.len, 0,
                           PCRE2_NO_UTF_CHECK | PCRE2_PARTIAL_HARD, m->data, m->context);
    bool may = code != PCRE2_ERROR_NOMATCH;
    *known = key << 1 | may;
    return may;
}

/* What stands for a character where beginnings are remembered: for the patterns' strangers one of them. */
static inline uint32_t kind_of(const struct tj_patterns *p, uint32_t c)
{
    bool stranger = p->plain && c >= 0x80 && c < 0x10000 && !(p->spelt[c / 64] >> c % 64 & 1);
    return stranger ? 0x1FFFFF : c;
}

bool tj_match_may_begin(const struct tj_patterns *patterns, struct tj_matcher *matcher, struct tj_str text,
                        size_t at)
{
    if (matcher->known_of != patterns) {
        memset(matcher->known, 0xFF, sizeof matcher->known); /* no key */
        matcher->known_of = patterns;
    }
    uint64_t key = 0;
    size_t end = at, len;
    for (int chars = 1; chars <= 3 && end < text.len; chars++, end += len) {
        uint32_t c = tj_char_at(text, end, &len);
        key = key << 21 | kind_of(patterns, c);
        if (chars > 1 && !may_begin(patterns, matcher, tj_cut(text, at, end + len), key)) return false;
        if (chars > 1 && c >= 0x80) break; /* figures are looked at further */
    }
    return true;
}

bool tj_match_at(const struct tj_patterns *patterns, struct tj_matcher *matcher, struct tj_str text,
                 size_t at, struct tj_match *out)
{
    if (patterns->needs && !holds_need(patterns, tj_cut(text, at, text.len))) return false;
    int groups = pcre2_match(patterns->code, (PCRE2_SPTR)text.ptr + at, text.len - at, 0, PCRE2_NO_UTF_CHECK,
                             matcher->data, matcher->context);
    if (groups <= 0) return false;
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(matcher->data);
    PCRE2_SPTR mark = pcre2_get_mark(matcher->data);
    *out = (struct tj_match){ .pattern = mark ? (unsigned)(mark[0] - '0') : 0, .len = ends[1] };
    for (int g = 1; g < groups && g <= TJ_MAX_GROUPS; g++)
        if (ends[2 * g] != PCRE2_UNSET)
            out->groups[g - 1] = tj_cut(text, at + ends[2 * g], at + ends[2 * g + 1]);
    return out->len > 0;
}

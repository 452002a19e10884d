/* Lines to paragraphs. Newspaper and PDF text breaks lines mid-word, so lines are joined again where one
   plainly goes on in the next; headings, list items and dates stay alone. */
#include "extract/document/document.h"
#include "extract/document/fold.h"
#include "extract/recognise/numeral.h"

enum {
    WRAPPED = 18,       /* characters: a shorter line is not one that was broken for its length */
    HEADING = 42,       /* characters: a longer line is no heading */
    PLAIN_WRAPPED = 24, /* the same as WRAPPED for a line without any punctuation */
};

struct line {
    struct tj_str text; /* without its line end */
    size_t off;
    unsigned gap; /* blank lines before it */
    bool closed;  /* a tag ended it: </p> */
    bool table;   /* it is no line, but the next table */
};

/* How a line looks once it is cleaned: what joining decides on. */
struct look {
    size_t chars;
    bool ends;   /* in punctuation that ends a sentence or a list */
    bool closed; /* by a tag */
    bool inner;  /* holds commas or stops */
    bool marked; /* begins like a heading or an item of a list */
    bool indented;
    bool dated; /* is a date and nothing else */
};

enum { BREAKS = 3 };

struct splitter {
    struct tj_str text;
    size_t at;
    const struct tj_document *document;
    size_t breaks[BREAKS]; /* where the next of each of the bytes that end a line is */
    size_t soft, table;    /* of the document's, those passed */
};

/* The next byte that ends a line, or the end of the text. */
static size_t next_break(struct splitter *s)
{
    static const char bytes[BREAKS] = { '\n', '\f', '\v' };
    size_t first = s->text.len;
    for (size_t i = 0; i < BREAKS; i++) {
        if (s->breaks[i] < s->at || s->at == 0) {
            const char *hit = memchr(s->text.ptr + s->at, bytes[i], s->text.len - s->at);
            s->breaks[i] = hit ? (size_t)(hit - s->text.ptr) : s->text.len;
        }
        if (s->breaks[i] < first) first = s->breaks[i];
    }
    return first;
}

/* The first tag before `to` that ends a line; `to` if none. */
static size_t next_tag(const struct splitter *s, size_t to, size_t *len)
{
    for (size_t at = s->at; at < to; at++) {
        const char *hit = memchr(s->text.ptr + at, '<', to - at);
        if (!hit) break;
        bool ends_line;
        at = (size_t)(hit - s->text.ptr);
        *len = tj_markup_at(s->text, at, &ends_line);
        if (ends_line) return at;
    }
    return to;
}

/* Steps to the next line that is not blank; ends at line feeds and at tags that end a line. */
static bool next_line(struct splitter *s, struct line *out)
{
    unsigned gap = 0;
    while (s->at < s->text.len) {
        size_t from = s->at, end = next_break(s), tag = 0, to = next_tag(s, end, &tag);
        size_t skip = to < end ? tag : end < s->text.len;
        s->at = to + skip;
        struct tj_str line = tj_cut(s->text, from, to);
        if (tj_trim(line).len == 0) {
            gap += skip == 1; /* a blank line; a tag leaves none behind */
            continue;
        }
        *out = (struct line){ line, from, gap, skip > 1, false };
        return true;
    }
    return false;
}

/* The same for text that a reader took out of a page or a file: its lines are known, and so are its tables. */
static bool next_known_line(struct splitter *s, struct line *out)
{
    const struct tj_document *d = s->document;
    if (s->at >= s->text.len) return false;
    if (s->table < d->table_count && d->tables[s->table].off == s->at) {
        *out = (struct line){ .off = s->at, .table = true };
        s->at += d->tables[s->table++].len;
        return true;
    }
    const char *feed = memchr(s->text.ptr + s->at, '\n', s->text.len - s->at);
    size_t to = feed ? (size_t)(feed - s->text.ptr) : s->text.len;
    while (s->soft < d->soft_count && d->soft[s->soft] < to) s->soft++;
    bool soft = s->soft < d->soft_count && d->soft[s->soft] == to;
    *out = (struct line){ tj_cut(s->text, s->at, to), s->at, 0, !soft, false };
    s->at = feed ? to + 1 : to;
    return true;
}

static bool ends_sentence(struct tj_str s)
{
    static const struct tj_str ends[] = { TJ_WORD("。"), TJ_WORD("！"), TJ_WORD("？"), TJ_WORD("；"),
                                          TJ_WORD("："), TJ_WORD("…"),  TJ_WORD("”"),  TJ_WORD("》"),
                                          TJ_WORD("）"), TJ_WORD("."),  TJ_WORD("!"),  TJ_WORD("?"),
                                          TJ_WORD(";"),  TJ_WORD(":"),  TJ_WORD(")") };
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (tj_ends(s, ends[i]))
            return ends[i].ptr[0] != '.' || s.len < 2 || s.ptr[s.len - 2] < '0' || s.ptr[s.len - 2] > '9';
    return false;
}

/* 一、 （一） 第一章 1. ① —— */
static bool begins_item(struct tj_str s)
{
    static const struct tj_str marks[] = { TJ_WORD("（"), TJ_WORD("("),  TJ_WORD("第"), TJ_WORD("——"),
                                           TJ_WORD("●"),  TJ_WORD("■"),  TJ_WORD("◆"),  TJ_WORD("▲"),
                                           TJ_WORD("★"),  TJ_WORD("#"),  TJ_WORD("*"),  TJ_WORD("图"),
                                           TJ_WORD("表"), TJ_WORD("附"), TJ_WORD("注") };
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (tj_starts(s, marks[i])) return true;
    size_t at = 0, len = 0;
    while (at < s.len && at < 12) {
        uint32_t c = tj_char_at(s, at, &len);
        bool numeral = tj_chinese_digit(c) >= 0 || c == U'十' || (c >= '0' && c <= '9');
        if (!numeral)
            return at > 0
                   && (c == U'、' || (c == U'是' && at == 3) || c == U'．'
                       || (c == '.' && at + 1 < s.len && (unsigned char)s.ptr[at + 1] >= 0x80));
        at += len;
    }
    return false;
}

/* Sat, 23 Oct 2021 05:09:54 GMT, as RFC 5322 (3.3) writes it. */
static bool is_feed_date(struct tj_str s)
{
    enum { LONGEST = 40 };
    static const char *const days[] = { "Mon, ", "Tue, ", "Wed, ", "Thu, ", "Fri, ", "Sat, ", "Sun, ", NULL };
    return s.len <= LONGEST && tj_starts_with_one(s, days);
}

static bool is_date_only(struct tj_str s)
{
    if (is_feed_date(s)) return true;
    for (size_t at = 0, len; at < s.len; at += len) {
        uint32_t c = tj_char_at(s, at, &len);
        bool part = (c >= '0' && c <= '9') || c == U'年' || c == U'月' || c == U'日' || c == '-' || c == '/'
                    || c == ':' || c == ' ' || c == U'（' || c == U'）' || c == '(' || c == ')'
                    || tj_chinese_digit(c) >= 0 || c == U'十';
        if (!part) return false;
    }
    return s.len > 0;
}

static struct look look_at(struct tj_str raw, struct tj_str clean)
{
    struct look l = { .chars = tj_char_count(clean) };
    l.ends = ends_sentence(clean);
    l.inner = tj_holds(clean, TJ_STR("，")) || tj_holds(clean, TJ_STR("。")) || tj_holds(clean, TJ_STR("；"));
    l.marked = begins_item(clean);
    l.dated = is_date_only(clean);
    l.indented =
        tj_starts(raw, TJ_STR("\u3000")) || tj_starts(raw, TJ_STR("  ")) || tj_starts(raw, TJ_STR("\t"));
    return l;
}

static bool goes_on(const struct look *line, bool was_joined, const struct look *next, unsigned gap)
{
    if (line->ends || line->closed || line->dated || next->marked || next->indented || next->dated || gap > 1)
        return false;
    bool plain = line->chars >= PLAIN_WRAPPED && !line->marked && (was_joined || (next->inner && next->ends));
    bool broken = line->inner ? line->chars >= WRAPPED : plain;
    if (!broken) return false;
    return gap == 0 || next->inner || next->ends || next->chars >= WRAPPED;
}

static enum tj_block_kind kind_of(const struct look *l)
{
    if (l->ends && l->inner) return TJ_PARAGRAPH;
    return !l->inner && l->chars <= HEADING ? TJ_HEADING : TJ_PARAGRAPH;
}

struct blocks {
    struct tj_block *at;
    size_t count, room;
};

static void add_block(struct tj_cleaner *c, struct blocks *blocks, struct tj_block block)
{
    blocks->at = tj_grow(c->arena, blocks->at, blocks->count, &blocks->room, sizeof *blocks->at);
    blocks->at[blocks->count++] = block;
}

static void add_line(struct tj_cleaner *c, struct blocks *blocks, const struct line *line, struct look *last,
                     bool *was_joined)
{
    size_t from = c->clean.len;
    tj_fold_line(c, line->text, line->off);
    while (c->clean.len > from && c->clean.ptr[c->clean.len - 1] == ' ') c->clean.len--;
    if (c->clean.len == from) return;
    struct tj_str clean = { c->clean.ptr + from, c->clean.len - from };
    struct look look = look_at(line->text, clean);
    look.closed = line->closed;
    if (blocks->count && goes_on(last, *was_joined, &look, line->gap)) {
        struct tj_block *b = &blocks->at[blocks->count - 1];
        b->len = c->clean.len - b->off; /* nothing was put between the two lines */
        b->kind = TJ_PARAGRAPH;
        *was_joined = true;
    } else {
        add_block(c, blocks, (struct tj_block){ kind_of(&look), from, clean.len, line->gap, 0 });
        *was_joined = false;
    }
    *last = look;
}

void tj_document_clean(struct tj_arena *arena, struct tj_document *document)
{
    struct tj_str text = document->text;
    struct tj_cleaner c;
    tj_fold_begin(&c, arena, text);
    struct blocks blocks = { 0 };
    struct splitter s = { .text = text, .at = document->front, .document = document };
    bool known = document->form != TJ_PLAIN;
    struct look last = { .ends = true };
    bool was_joined = false;
    for (struct line line; known ? next_known_line(&s, &line) : next_line(&s, &line);) {
        if (!line.table) {
            add_line(&c, &blocks, &line, &last, &was_joined);
            continue;
        }
        add_block(&c, &blocks,
                  (struct tj_block){ .kind = TJ_TABLE, .off = c.clean.len, .table = s.table - 1 });
        last = (struct look){ .ends = true };
    }
    document->clean = tj_buffer_str(&c.clean);
    document->steps = c.steps;
    document->step_count = c.step_count;
    document->blocks = blocks.at;
    document->block_count = blocks.count;
}

size_t tj_text_start(const struct tj_document *d, size_t clean)
{
    size_t low = 0, high = d->step_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (d->steps[middle].clean <= clean)
            low = middle;
        else
            high = middle;
    }
    return d->step_count ? d->steps[low].text + (clean - d->steps[low].clean) : clean;
}

size_t tj_text_end(const struct tj_document *d, size_t clean)
{
    if (clean == 0) return 0;
    size_t last = tj_char_before(d->clean, clean), start = tj_text_start(d, last);
    return start + tj_char_len((unsigned char)d->text.ptr[start]);
}

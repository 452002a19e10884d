/* What the words at the head of a row or a column tell: 2023年, （亿元）, 比上年增长（%）, 产量. */
#include "extract/attribute/table/table_parts.h"
#include "extract/recognise/numeral.h"

static bool is_unit(const struct tj_frame *f, struct tj_str words)
{
    struct tj_quantity q;
    struct tj_str one = tj_join(f->arena, TJ_STR("1"), words);
    return words.len && tj_quantity_at(f->lexicon, f->arena, one, 0, &q) && q.len == one.len;
}

/* The next of several units: 亿元、%. */
static bool next_unit(struct tj_str *list, struct tj_str *out)
{
    static const struct tj_str marks[] = { TJ_WORD("、"), TJ_WORD("，"), TJ_WORD("；"), TJ_WORD(","),
                                           TJ_WORD(";") };
    if (list->len == 0) return false;
    size_t at = list->len, len = 0, found;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (tj_find(*list, marks[i], 0, &found) && found < at) at = found, len = marks[i].len;
    *out = tj_trim(tj_cut(*list, 0, at));
    *list = tj_cut(*list, at + len, list->len);
    return true;
}

static bool are_units(const struct tj_frame *f, struct tj_str list)
{
    struct tj_str unit;
    size_t count = 0;
    for (; next_unit(&list, &unit); count++) {
        tj_eat(&unit, TJ_STR("±"));
        if (!is_unit(f, unit)) return false;
    }
    return count > 0;
}

/* Takes what stands in brackets at `at`, if it is a unit; returns its length, brackets and all. */
static size_t take_unit(const struct tj_frame *f, struct tj_str s, size_t at, struct tj_header *h)
{
    struct tj_str rest = tj_cut(s, at, s.len);
    size_t open = tj_starts(rest, TJ_STR("（")) ? 3 : tj_starts(rest, TJ_STR("(")) ? 1 : 0, close = 0;
    if (!open || !(tj_find(rest, TJ_STR("）"), open, &close) || tj_find(rest, TJ_STR(")"), open, &close)))
        return 0;
    struct tj_str inner = tj_cut(rest, open, close);
    if (!tj_eat(&inner, TJ_STR("单位：")) && !tj_eat(&inner, TJ_STR("单位:")) && !tj_eat(&inner, TJ_STR("±")))
        tj_eat(&inner, TJ_STR("+、-"));
    if (!are_units(f, inner)) return 0;
    h->unit = inner;
    return close + (rest.ptr[close] == ')' ? 1 : 3);
}

/* 一、 （二） 1. # before a name. */
static struct tj_str without_number(struct tj_str s)
{
    static const struct tj_str marks[] = { TJ_WORD("、"), TJ_WORD("．"), TJ_WORD("."), TJ_WORD("）"),
                                           TJ_WORD(")") };
    struct tj_str rest = s;
    bool open = tj_eat(&rest, TJ_STR("（")) || tj_eat(&rest, TJ_STR("("));
    size_t len = 0, digits = 0;
    while (rest.len && digits < 3) {
        uint32_t c = tj_char_at(rest, 0, &len);
        bool digit = (c >= '0' && c <= '9') || (tj_chinese_digit(c) >= 0) || c == U'十';
        if (!digit) break;
        rest = tj_cut(rest, len, rest.len);
        digits++;
    }
    for (size_t i = open ? 3 : 0; digits && i < sizeof marks / sizeof marks[0]; i++)
        if (tj_eat(&rest, marks[i]) && rest.len && (rest.ptr[0] < '0' || rest.ptr[0] > '9')) return rest;
    return s;
}

/* 比上年末: what follows is what is compared with. */
static bool is_compared(struct tj_str s, size_t at)
{
    struct tj_str before = tj_cut(s, 0, at);
    return tj_ends(before, TJ_STR("比")) || tj_ends(before, TJ_STR("较")) || tj_ends(before, TJ_STR("与"));
}

static size_t take_period(const struct tj_frame *f, struct tj_str s, size_t at, struct tj_header *h)
{
    struct tj_now now = f->now;
    struct tj_period period;
    size_t len;
    unsigned char c = (unsigned char)s.ptr[at];
    bool begins = (c >= '0' && c <= '9') || c >= 0xE4;
    bool inside = at > 0 && s.ptr[at - 1] >= '0' && s.ptr[at - 1] <= '9';
    if (!begins || inside || !tj_period_at(f->lexicon, f->scanner->matcher, s, at, &now, &period, &len))
        return 0;
    if (period.relative && (period.first == 0 || is_compared(s, at))) return 0;
    if (h->period.kind == TJ_P_NONE || h->period.kind == TJ_P_YEAR) h->period = period;
    return len;
}

enum {
    GROWS = TJ_ROLE(TJ_HEAD_GROWTH) | TJ_ROLE(TJ_HEAD_MOM) | TJ_ROLE(TJ_HEAD_AVG),
};

/* Do words that say how something grew stand at `at`, to the end? 比上年涨跌幅度 */
static bool ends_in_growth(const struct tj_frame *f, struct tj_str s, size_t at)
{
    while (at < s.len) {
        size_t len;
        unsigned roles = 0;
        const struct tj_entry *e = tj_trie_longest(f->lexicon->headers, s, at, &len);
        for (; e; e = e->more) roles |= TJ_ROLE(e->kind);
        if (!(roles & GROWS)) return s.ptr[at] == '(' || tj_starts(tj_cut(s, at, s.len), TJ_STR("（"));
        at += len;
    }
    return true;
}

/* A caption that ends in growth tells what its figures are (居民消费价格比上年涨跌幅度), or what is also among them
   (生产总值及其增长速度). Returns the length of what tells it. */
static size_t take_caption_growth(const struct tj_frame *f, struct tj_str s, size_t at, struct tj_header *h)
{
    size_t len;
    const struct tj_entry *e = tj_trie_longest(f->lexicon->headers, s, at, &len);
    if (!e || !ends_in_growth(f, s, at)) return 0;
    struct tj_str before = tj_cut(s, 0, at);
    bool also = tj_ends(before, TJ_STR("及")) || tj_ends(before, TJ_STR("及其"))
                || tj_ends(before, TJ_STR("和")) || tj_ends(before, TJ_STR("与"))
                || tj_ends(before, TJ_STR("、"));
    h->also |= also;
    for (; e && !h->also; e = e->more) h->roles |= TJ_ROLE(e->kind) & GROWS;
    return len;
}

/* May a word of this role stand where it does? `end`: it ends the label; `alone`: no name is before it. */
static bool may_stand(enum tj_header_role role, enum tj_header_place place, bool alone, bool end)
{
    switch (role) {
    case TJ_HEAD_SIDE:
    case TJ_HEAD_NAME: return false;
    case TJ_HEAD_IDLE: return place == TJ_OF_CAPTION;
    case TJ_HEAD_UNIT:
    case TJ_HEAD_NUMBER: return alone && end;
    case TJ_HEAD_LONE: return end && (alone || place != TJ_OF_ROW);
    case TJ_HEAD_SUM:
    case TJ_HEAD_PLAIN: return place != TJ_OF_ROW || alone;
    case TJ_HEAD_WHOLE: return alone;
    case TJ_HEAD_PART: return true;
    default: return place == TJ_OF_COLUMN || (place == TJ_OF_ROW && end);
    }
}

/* What follows a word of growth and belongs to it: 增减额 is a change, 增减幅 is growth. Returns its length. */
static size_t take_growth_end(struct tj_str rest, unsigned *roles)
{
    static const struct tj_str amounts[] = { TJ_WORD("额"), TJ_WORD("量"), TJ_WORD("数") };
    static const struct tj_str rates[] = { TJ_WORD("幅度"), TJ_WORD("幅"), TJ_WORD("率"), TJ_WORD("速度") };
    for (size_t i = 0; i < sizeof amounts / sizeof amounts[0]; i++) {
        if (!tj_starts(rest, amounts[i])) continue;
        *roles = (*roles & ~TJ_ROLE(TJ_HEAD_GROWTH)) | TJ_ROLE(TJ_HEAD_CHANGE);
        return 3;
    }
    for (size_t i = 0; i < sizeof rates / sizeof rates[0]; i++)
        if (tj_starts(rest, rates[i])) return rates[i].len;
    return 0;
}

static size_t take_word(const struct tj_frame *f, struct tj_str s, size_t at, enum tj_header_place place,
                        bool alone, struct tj_header *h)
{
    size_t len;
    const struct tj_entry *e = tj_trie_longest(f->lexicon->headers, s, at, &len);
    if (!e) return 0;
    unsigned roles = 0;
    for (const struct tj_entry *i = e; i; i = i->more) roles |= TJ_ROLE(i->kind);
    if (roles & TJ_ROLE(TJ_HEAD_GROWTH)) len += take_growth_end(tj_cut(s, at + len, s.len), &roles);
    struct tj_str rest = tj_cut(s, at + len, s.len);
    bool end = rest.len == 0 || rest.ptr[0] == '(' || rest.ptr[0] == '%' || tj_starts(rest, TJ_STR("（"));
    if (!may_stand(e->kind, place, alone, end)) return 0;
    h->roles |= roles;
    return len;
}

/* A place whose name begins the words or is all of them. */
static size_t take_region(const struct tj_frame *f, struct tj_str s, size_t at, struct tj_header *h)
{
    size_t len;
    const struct tj_entry *e = h->region ? NULL : tj_trie_longest(f->lexicon->words, s, at, &len);
    if (!e || e->kind != TJ_REGION) return 0;
    uint32_t row = tj_region_choose(f, e);
    bool full = row && tj_equal(f->lexicon->regions[row].name, tj_cut(s, at, at + len));
    if (row == TJ_NONE || !(full || at + len == s.len)) return 0;
    h->region = row;
    return len;
}

/* 比, 较, 按, 和 are left over when the words around them are gone. */
static struct tj_str without_scraps(struct tj_str s)
{
    static const struct tj_str scraps[] = { TJ_WORD("（"), TJ_WORD("("),  TJ_WORD("）"), TJ_WORD(")"),
                                            TJ_WORD("："), TJ_WORD(":"),  TJ_WORD("、"), TJ_WORD("，"),
                                            TJ_WORD("的"), TJ_WORD("和"), TJ_WORD("比"), TJ_WORD("较"),
                                            TJ_WORD("与"), TJ_WORD("%"),  TJ_WORD("/"),  TJ_WORD("-"),
                                            TJ_WORD("—"),  TJ_WORD("±") };
    for (bool more = true; more;) {
        more = false;
        for (size_t i = 0; i < sizeof scraps / sizeof scraps[0]; i++) {
            bool open = i == 0 || i == 1;
            while (tj_eat(&s, scraps[i])) more = true;
            bool closes = (i == 2 || i == 3) && memchr(s.ptr, '(', s.len);
            size_t at;
            closes |= i == 2 && tj_find(s, TJ_STR("（"), 0, &at);
            if (!open && !closes && tj_ends(s, scraps[i])) s.len -= scraps[i].len, more = true;
        }
    }
    return s;
}

/* The length of what must stay whole at `at`: a statistic's name, or a word of the heads that is one. */
static size_t whole_word(const struct tj_frame *f, struct tj_str s, size_t at)
{
    size_t name = 0, word = 0;
    const struct tj_entry *n = tj_trie_longest(f->lexicon->words, s, at, &name);
    const struct tj_entry *w = tj_trie_longest(f->lexicon->headers, s, at, &word);
    if (w && w->kind == TJ_HEAD_NAME) return word;
    return n && n->kind == TJ_INDICATOR && (!w || name > word) ? name : 0;
}

struct tj_header tj_header_read(const struct tj_frame *f, struct tj_str label, enum tj_header_place place)
{
    struct tj_header h = { .label = label };
    struct tj_str s = label;
    while (tj_eat(&s, TJ_STR("#")) || tj_eat(&s, TJ_STR("＃"))) h.roles |= TJ_ROLE(TJ_HEAD_PART);
    s = without_number(s);
    size_t sorts;
    if (place == TJ_OF_ROW && tj_starts(s, TJ_STR("按")) && tj_find(s, TJ_STR("分："), 0, &sorts)) {
        s = tj_cut(s, sorts + 6, s.len); /* 按性别分：男性 */
        h.roles |= TJ_ROLE(TJ_HEAD_PART);
    }
    char *words = tj_alloc_bytes(f->arena, s.len + 1);
    size_t len = 0;
    for (size_t at = 0, used; at < s.len; at += used) {
        size_t whole = whole_word(f, s, at);
        used = whole ? 0 : take_unit(f, s, at, &h);
        if (!used && !whole && place == TJ_OF_CAPTION) used = take_caption_growth(f, s, at, &h);
        if (!used && !whole) used = take_word(f, s, at, place, len == 0, &h);
        if (!used && !whole) used = take_period(f, s, at, &h);
        if (!used && !whole && len == 0) used = take_region(f, s, at, &h);
        if (used) continue;
        used = whole ? whole : tj_char_len((unsigned char)s.ptr[at]);
        memcpy(words + len, s.ptr + at, used);
        len += used;
    }
    h.words = without_scraps((struct tj_str){ words, len });
    bool of = h.roles & TJ_ROLE(TJ_HEAD_SHARE) && tj_starts(h.words, TJ_STR("占"));
    if (of && place == TJ_OF_COLUMN) { /* 占地区生产总值比重: of the row's statistic */
        h.of = h.words;
        h.words.len = 0;
    }
    return h;
}

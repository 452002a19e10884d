#include "extract/recognise/scan.h"

#include "extract/recognise/place_name.h"
#include "extract/recognise/ranking.h"

#include "extract/recognise/traits.h"

static struct tj_mention *add(const struct tj_scanner *s, struct tj_mentions *out, enum tj_mention_kind kind,
                              size_t off, size_t len)
{
    if (!out->at || out->count == out->room)
        out->at = tj_grow(s->arena, out->at, out->count, &out->room, sizeof *out->at);
    struct tj_mention *m = &out->at[out->count++];
    *m = (struct tj_mention){ .kind = kind, .off = off, .len = len };
    return m;
}

static void *keep(const struct tj_scanner *s, const void *object, size_t size)
{
    return memcpy(tj_alloc(s->arena, size), object, size);
}

/* A year that is compared with (比2019年, 是2010年的两倍) is not what the text now speaks of. */
static bool in_comparison(struct tj_str text, size_t at)
{
    static const struct tj_str words[] = { TJ_WORD("比"), TJ_WORD("较"), TJ_WORD("从"), TJ_WORD("与"),
                                           TJ_WORD("到"), TJ_WORD("由"), TJ_WORD("至"), TJ_WORD("是"),
                                           TJ_WORD("为"), TJ_WORD("自"), TJ_WORD("以"), TJ_WORD("同"),
                                           TJ_WORD("于") };
    struct tj_str left = tj_cut(text, 0, at);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_ends(left, words[i])) return true;
    return false;
}

/* 2023年底召开的会议强调: the year is the event's. */
static bool is_of_event(struct tj_str behind)
{
    static const struct tj_str words[] = { TJ_WORD("召开"), TJ_WORD("举行"), TJ_WORD("发布"),
                                           TJ_WORD("印发"), TJ_WORD("出台"), TJ_WORD("颁布"),
                                           TJ_WORD("公布"), TJ_WORD("通过"), TJ_WORD("签署") };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_starts(behind, words[i])) return true;
    return false;
}

/* A period that is longer than the dictionary's word at the same place. */
static size_t scan_period(const struct tj_scanner *s, struct tj_str text, size_t at, size_t word_len,
                          struct tj_now *now, struct tj_mentions *out)
{
    struct tj_period period;
    size_t len;
    if (!tj_period_at(s->lexicon, s->matcher, text, at, now, &period, &len) || len < word_len) return 0;
    add(s, out, TJ_M_PERIOD, at, len)->period = keep(s, &period, sizeof period);
    struct tj_str behind = tj_cut(text, at + len, text.len);
    bool since = tj_starts(behind, TJ_STR("以来"))
                 || tj_starts(behind, TJ_STR("来新高")) /* 创去年5月|来新高 */
                 || tj_starts(behind, TJ_STR("来新低")) || tj_starts(behind, TJ_STR("来最"))
                 || tj_starts(behind, TJ_STR("同期")) || tj_starts(behind, TJ_STR("持平"))
                 || tj_starts(behind, TJ_STR("基本持平"));
    bool names_year =
        period.first && !period.relative && !since && !in_comparison(text, at) && !is_of_event(behind);
    bool this_year =
        period.relative && period.kind == TJ_P_YEAR && tj_starts(tj_cut(text, at, text.len), TJ_STR("今年"));
    if (this_year && now->year) now->sticky = 0; /* 今年…，到年底… */
    bool last_year = period.relative && period.kind == TJ_P_YEAR && period.first == now->year - 1 && !since;
    if (last_year && now->sticky && now->sticky < period.first)
        now->sticky = period.first, now->stale = false; /* 去年…。全年… */
    bool today = period.kind == TJ_P_DAY && period.first == now->year && period.a == now->month
                 && period.b == now->day; /* a dateline */
    if (today) return len;
    if (names_year && (period.kind != TJ_P_YEAR || period.first == period.last))
        now->sticky = period.first, now->stale = false;
    return len;
}

/* 第一|百二十九次, 这一|百一十九个: the numeral began within the word before. */
static bool is_cut_off(struct tj_str text, size_t at)
{
    static const char *const powers[] = { "百", "千", "万", "亿", NULL };
    static const char *const digits[] = { "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", NULL };
    return tj_starts_with_one(tj_cut(text, at, text.len), powers)
           && tj_ends_in_one(tj_cut(text, 0, at), digits);
}

/* Letters before a number make it a name (C919), 第 makes it an ordinal, which only places may be. */
static bool may_be_quantity(struct tj_str text, const struct tj_quantity *q, const struct tj_mention *last)
{
    if (q->off == 0) return true;
    if (last && last->kind == TJ_M_WORD && last->off + last->len == q->off) return true; /* GDP|117亿元 */
    char left = text.ptr[q->off - 1];
    if (is_cut_off(text, q->off)) return false;
    bool letter = (left >= 'A' && left <= 'Z') || (left >= 'a' && left <= 'z') || left == '.' || left == '+'
                  || left == '_';
    if (letter) return false;
    bool ordinal = tj_ends(tj_cut(text, 0, q->off), TJ_STR("第"));
    return !ordinal || (q->unit.len && q->kind == TJ_PLACE);
}

static size_t scan_quantity(const struct tj_scanner *s, struct tj_str text, size_t at, size_t word_len,
                            struct tj_mentions *out)
{
    struct tj_quantity q;
    const struct tj_mention *last = out->count ? &out->at[out->count - 1] : NULL;
    if (!tj_quantity_here(s->lexicon, s->arena, text, at, &q) || !may_be_quantity(text, &q, last)) return 0;
    if (q.off + q.len - at <= word_len) return 0;
    tj_quantity_minus(text, &q, last ? last->off + last->len : 0);
    tj_quantity_read_price(s->lexicon, s->arena, text, &q);
    struct tj_mention *m = add(s, out, TJ_M_QUANTITY, q.off, q.len);
    m->quantity = keep(s, &q, sizeof q);
    out->quantities++;
    return q.end - at;
}

/* Is what begins at `at` the next of a list of places? */
static bool follows_place(const struct tj_mentions *m, size_t at)
{
    if (m->count < 2) return false;
    const struct tj_mention *mark = &m->at[m->count - 1], *place = &m->at[m->count - 2];
    bool list = mark->kind == TJ_M_MARK && mark->mark == U'、' && mark->off + mark->len == at;
    return list && place->kind == TJ_M_QUANTITY && place->quantity->end == mark->off
           && place->quantity->unit.len && place->quantity->kind == TJ_PLACE;
}

/* A place without a unit: 首位, 居全国第二、第七. */
static size_t scan_place(const struct tj_scanner *s, struct tj_str text, size_t at, struct tj_mentions *out)
{
    struct tj_quantity q;
    if (!tj_ranking_at(s->lexicon, text, at, follows_place(out, at), &q)) return 0;
    add(s, out, TJ_M_QUANTITY, q.off, q.len)->quantity = keep(s, &q, sizeof q);
    out->quantities++;
    return q.len;
}

/* A run of figures that is no quantity is stepped over whole. */
static size_t skip_figures(struct tj_str text, size_t at)
{
    size_t to = at;
    while (to < text.len
           && ((text.ptr[to] >= '0' && text.ptr[to] <= '9') || text.ptr[to] == '.' || text.ptr[to] == ','))
        to++;
    return to - at;
}

static const struct tj_entry *meaning(const struct tj_entry *entry, enum tj_word_kind kind)
{
    if (!tj_entry_is(entry, kind)) return NULL;
    for (; entry; entry = entry->more)
        if (entry->kind == kind) return entry;
    return NULL;
}

static void add_name(const struct tj_scanner *s, struct tj_mentions *out, size_t at, size_t len,
                     const struct tj_entry *entry, bool attr)
{
    struct tj_mention *m = add(s, out, TJ_M_WORD, at, len);
    m->entry = entry;
    m->attr = attr;
}

/* 安徽|无为: a county by its short name, right behind the place that it lies in; the bytes that it takes. */
static size_t add_short_place(const struct tj_scanner *s, struct tj_str text, size_t at,
                              const struct tj_entry *parent, struct tj_mentions *out)
{
    size_t len, word;
    const struct tj_entry *e =
        at < text.len ? tj_trie_longest(s->lexicon->short_places, text, at, &len) : NULL;
    static const char *const waters[] = { "湖", "江", "河", "山", "岛", "海", NULL }; /* 江西|鄱阳湖 */
    if (!e || tj_names_organisation(text, at + len)) return 0;
    struct tj_str rest = tj_cut(text, at + len, text.len);
    if (tj_starts_with_one(rest, waters) && !tj_starts(rest, TJ_STR("海上"))) return 0;
    if (tj_trie_longest(s->lexicon->words, text, at, &word) && word >= len) return 0; /* 安徽农业 */
    for (; e; e = e->more)
        for (const struct tj_entry *p = parent; p; p = p->more) {
            if (p->kind != TJ_REGION || p->row == e->row || !tj_region_within(s->lexicon, e->row, p->row))
                continue;
            struct tj_entry only = { .kind = TJ_REGION, .row = e->row };
            add(s, out, TJ_M_REGION, at, len)->entry = keep(s, &only, sizeof only);
            return len;
        }
    return 0;
}

static size_t scan_word(const struct tj_scanner *s, struct tj_str text, size_t at,
                        const struct tj_entry *entry, size_t len, struct tj_mentions *out)
{
    entry = tj_without_end(s->lexicon, text, at, entry, &len);
    const struct tj_entry *name = meaning(entry, TJ_INDICATOR);
    if (!name) name = meaning(entry, TJ_OWNER);
    if (!name) name = meaning(entry, TJ_ATTR);
    if (!name) name = meaning(entry, TJ_TAIL);
    if (tj_entry_is(entry, TJ_REGION) && !tj_names_organisation(text, at + len)) {
        const struct tj_entry *place = meaning(entry, TJ_REGION);
        add(s, out, TJ_M_REGION, at, len)->entry = place;
        len += add_short_place(s, text, at + len, place, out);
    } else if (name)
        add_name(s, out, at, len, name, tj_entry_is(entry, TJ_ATTR));
    else if (tj_entry_is(entry, TJ_CUE))
        add(s, out, TJ_M_CUE, at, len)->cue = &s->lexicon->cues[meaning(entry, TJ_CUE)->row];
    else
        add(s, out, TJ_M_GUARD, at, len);
    return len;
}

/* 比去年 is a basis, but in 比去年四季度 the words behind 比 are a period. */
static bool begins_comparison(const struct tj_scanner *s, struct tj_str text, size_t at, size_t word_len,
                              const struct tj_now *now)
{
    struct tj_str rest = tj_cut(text, at, text.len);
    struct tj_period period;
    size_t len;
    if (word_len <= 3 || !(tj_starts(rest, TJ_STR("比")) || tj_starts(rest, TJ_STR("较")))) return false;
    if (!tj_period_at(s->lexicon, s->matcher, text, at + 3, now, &period, &len) || len <= word_len - 3)
        return false;
    bool whole_year = tj_ends(tj_cut(text, at + 3, at + 3 + len), TJ_STR("全年")); /* 比上年全年 */
    return period.kind != TJ_P_NONE && (period.kind != TJ_P_YEAR || whole_year);
}

/* 财政收入比一九七八年减少: 比 is no part of the word, a year follows. */
static const struct tj_entry *without_comparison(const struct tj_scanner *s, struct tj_str text, size_t at,
                                                 const struct tj_entry *word, const struct tj_now *now,
                                                 size_t *len)
{
    struct tj_period period;
    size_t behind = at + *len, used;
    if (!word || *len < 9 || !tj_ends(tj_cut(text, at, behind), TJ_STR("比")) || behind >= text.len)
        return word;
    if (!tj_period_at(s->lexicon, s->matcher, text, behind, now, &period, &used) || period.kind == TJ_P_NONE)
        return word;
    *len = 0;
    return tj_trie_longest(s->lexicon->words, tj_cut(text, 0, behind - 3), at, len);
}

/* Reads what is at `at`, where `pair` stands; returns how far to step, at least one character. */
static size_t scan_here(const struct tj_scanner *s, struct tj_str text, size_t at, const struct tj_pair *pair,
                        struct tj_now *now, struct tj_mentions *out)
{
    const struct tj_trie *words = s->lexicon->words;
    const uint32_t c = pair->first;
    const unsigned traits = tj_traits_of(c);
    size_t word_len = 0, used;
    const struct tj_entry *word = NULL;
    if (tj_trie_may_begin(words, pair)) word = tj_trie_longest_of(words, text, at, pair, &word_len);
    if (word_len >= 9) word = without_comparison(s, text, at, word, now, &word_len);
    bool digit = c >= '0' && c <= '9',
         after_digit = at > 0 && text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9';
    if (traits & TJ_T_PERIOD && !after_digit && (used = scan_period(s, text, at, word_len, now, out)) > 0)
        return used;
    if (traits & TJ_T_QUANTITY && (used = scan_quantity(s, text, at, word_len, out)) > 0) return used;
    if (traits & TJ_T_PLACE && (used = scan_place(s, text, at, out)) > 0) return used;
    if (word && (c == U'比' || c == U'较') && begins_comparison(s, text, at, word_len, now))
        return pair->len; /* 比去年四季度: the period counts */
    if (word) return scan_word(s, text, at, word, word_len, out);
    if (digit) return skip_figures(text, at);
    if (traits & TJ_T_MARK) add(s, out, TJ_M_MARK, at, pair->len)->mark = c;
    return pair->len;
}

/* May anything begin with these two characters? False is sure, true is not. */
static inline bool may_open(const struct tj_lexicon *lex, const struct tj_pair *p)
{
    enum { BEGINS = TJ_T_BEGINS | TJ_IS_WORD };
    unsigned opens = p->first < 0x10000 ? lex->openers[p->first] : BEGINS;
    return (opens & BEGINS) || ((opens & TJ_OPENS_WORDS) && tj_trie_is_pair(lex->words, p->bytes));
}

/* The first place from `at` on where anything may begin, and the characters there; the end of the text if none. Quick
   where characters of three bytes follow each other. */
static inline size_t skip_plain(const struct tj_lexicon *lex, struct tj_str text, size_t at,
                                struct tj_pair *pair)
{
    while (at < text.len) {
        uint64_t eight = text.len - at < sizeof eight ? 0 : tj_eight_bytes(text.ptr + at);
        if (tj_are_both_three(eight)) {
            if (tj_lexicon_is_opener(lex, (uint32_t)eight & 0xFFFFFF)
                || tj_trie_is_pair(lex->words, eight & 0xFFFFFFFFFFFF)) {
                *pair = tj_pair_of_threes(eight);
                break;
            }
            at += 3;
        } else {
            *pair = tj_pair_at(text, at);
            if (may_open(lex, pair)) break;
            at += pair->len;
        }
    }
    return at;
}

void tj_scan(const struct tj_scanner *scanner, struct tj_str text, struct tj_now *now,
             struct tj_mentions *out)
{
    struct tj_pair pair;
    if (!out->at) { /* rarely more than this */
        out->room = text.len / 8 + 8;
        out->at = (struct tj_mention *)(void *)tj_alloc_bytes(scanner->arena, out->room * sizeof *out->at);
    }
    for (size_t at = 0; (at = skip_plain(scanner->lexicon, text, at, &pair)) < text.len;)
        at += scan_here(scanner, text, at, &pair, now, out);
}

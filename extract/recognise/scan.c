#include "extract/recognise/scan.h"

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
    static const struct tj_str words[] = { { "比", 3 }, { "较", 3 }, { "从", 3 }, { "与", 3 }, { "到", 3 },
                                           { "由", 3 }, { "至", 3 }, { "是", 3 }, { "为", 3 }, { "自", 3 },
                                           { "以", 3 }, { "同", 3 }, { "于", 3 } };
    struct tj_str left = tj_cut(text, 0, at);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_ends(left, words[i])) return true;
    return false;
}

/* 2023年底召开的会议强调: the year is the event's. */
static bool is_of_event(struct tj_str behind)
{
    static const struct tj_str words[] = { { "召开", 6 }, { "举行", 6 }, { "发布", 6 },
                                           { "印发", 6 }, { "出台", 6 }, { "颁布", 6 },
                                           { "公布", 6 }, { "通过", 6 }, { "签署", 6 } };
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
    bool since = tj_starts(behind, TJ_STR("以来")) || tj_starts(behind, TJ_STR("同期"));
    bool names_year =
        period.first && !period.relative && !since && !in_comparison(text, at) && !is_of_event(behind);
    if (names_year && (period.kind != TJ_P_YEAR || period.first == period.last)) now->sticky = period.first;
    return len;
}

/* Letters before a number make it a name (C919), 第 makes it an ordinal, which only places may be. */
static bool may_be_quantity(struct tj_str text, const struct tj_quantity *q)
{
    if (q->off == 0) return true;
    char left = text.ptr[q->off - 1];
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
    if (!tj_quantity_here(s->lexicon, s->arena, text, at, &q) || !may_be_quantity(text, &q)) return 0;
    if (q.off + q.len - at <= word_len) return 0;
    const struct tj_mention *last = out->count ? &out->at[out->count - 1] : NULL;
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

/* 张家港银行, 北京大学: a name that holds a place is none. */
static bool names_organisation(struct tj_str text, size_t at)
{
    static const struct tj_str ends[] = { { "银行", 6 },      { "集团", 6 },     { "股份", 6 },
                                          { "证券", 6 },      { "日报", 6 },     { "晚报", 6 },
                                          { "卫视", 6 },      { "大学", 6 },     { "学院", 6 },
                                          { "号", 3 },        { "农商行", 9 },   { "农商银行", 12 },
                                          { "电视台", 9 },    { "电器", 6 },     { "啤酒", 6 },
                                          { "科技股份", 12 }, { "有限公司", 12 } };
    struct tj_str rest = tj_cut(text, at, text.len);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (tj_starts(rest, ends[i])) return true;
    return false;
}

/* 北京|市民, 佛山|地区生产总值, 占|地区生产总值: the end of the word belongs to what stands behind. */
static const struct tj_entry *without_end(const struct tj_scanner *s, struct tj_str text, size_t at,
                                          const struct tj_entry *entry, size_t *len)
{
    static const struct {
        struct tj_str end, behind;
    } ends[] = { { { "市", 3 }, { "市民", 6 } },
                 { { "市", 3 }, { "市场", 6 } },
                 { { "地区", 6 }, { "地区生产总值", 18 } },
                 { { "地", 3 }, { "地区生产总值", 18 } } };
    struct tj_str word = tj_cut(text, at, at + *len);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (word.len <= ends[i].end.len || !tj_ends(word, ends[i].end)) continue;
        struct tj_str head = tj_cut(word, 0, word.len - ends[i].end.len);
        if (!tj_starts(tj_cut(text, at + head.len, text.len), ends[i].behind)) continue;
        const struct tj_entry *shorter = tj_trie_find(s->lexicon->words, head);
        if (!shorter) continue;
        *len = head.len;
        return shorter;
    }
    return entry;
}

static size_t scan_word(const struct tj_scanner *s, struct tj_str text, size_t at,
                        const struct tj_entry *entry, size_t len, struct tj_mentions *out)
{
    entry = without_end(s, text, at, entry, &len);
    const struct tj_entry *region = names_organisation(text, at + len) ? NULL : meaning(entry, TJ_REGION),
                          *cue = meaning(entry, TJ_CUE);
    const struct tj_entry *name = meaning(entry, TJ_INDICATOR);
    if (!name) name = meaning(entry, TJ_OWNER);
    if (!name) name = meaning(entry, TJ_ATTR);
    if (!name) name = meaning(entry, TJ_TAIL);
    if (region)
        add(s, out, TJ_M_REGION, at, len)->entry = region;
    else if (name)
        add_name(s, out, at, len, name, meaning(entry, TJ_ATTR) != NULL);
    else if (cue)
        add(s, out, TJ_M_CUE, at, len)->cue = &s->lexicon->cues[cue->row];
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

/* Reads what is at `at`; returns how far to step, at least one character. */
static size_t scan_here(const struct tj_scanner *s, struct tj_str text, size_t at, struct tj_now *now,
                        struct tj_mentions *out)
{
    size_t len, word_len = 0, used;
    uint32_t c = tj_char_at(text, at, &len);
    const unsigned traits = tj_traits_of(c);
    const struct tj_entry *word = tj_trie_longest(s->lexicon->words, text, at, &word_len);
    word = without_comparison(s, text, at, word, now, &word_len);
    bool digit = c >= '0' && c <= '9',
         after_digit = at > 0 && text.ptr[at - 1] >= '0' && text.ptr[at - 1] <= '9';
    if (traits & TJ_T_PERIOD && !after_digit && (used = scan_period(s, text, at, word_len, now, out)) > 0)
        return used;
    if (traits & TJ_T_QUANTITY && (used = scan_quantity(s, text, at, word_len, out)) > 0) return used;
    if (traits & TJ_T_PLACE && (used = scan_place(s, text, at, out)) > 0) return used;
    if (word && begins_comparison(s, text, at, word_len, now))
        return len; /* 比去年四季度: the period counts */
    if (word) return scan_word(s, text, at, word, word_len, out);
    if (digit) return skip_figures(text, at);
    if (traits & TJ_T_MARK) add(s, out, TJ_M_MARK, at, len)->mark = c;
    return len;
}

/* Steps over characters that nothing begins with. */
static size_t skip_plain(const struct tj_trie *words, struct tj_str text, size_t at)
{
    enum { BEGINS = TJ_T_MARK | TJ_T_PERIOD | TJ_T_QUANTITY | TJ_T_PLACE };
    if (at >= text.len) return at;
    size_t len, next = 0;
    for (uint32_t c = tj_char_at(text, at, &len), behind; !(tj_traits_of(c) & BEGINS);
         c = behind, len = next) {
        bool last = at + len >= text.len;
        behind = last ? 0 : tj_char_at(text, at + len, &next);
        if (tj_trie_may_begin(words, c, behind)) break;
        at += len;
        if (last) break;
    }
    return at;
}

void tj_scan(const struct tj_scanner *scanner, struct tj_str text, struct tj_now *now,
             struct tj_mentions *out)
{
    const struct tj_trie *words = scanner->lexicon->words;
    if (!out->at) { /* rarely more than this */
        out->room = text.len / 8 + 8;
        out->at = (struct tj_mention *)(void *)tj_alloc_bytes(scanner->arena, out->room * sizeof *out->at);
    }
    for (size_t at = skip_plain(words, text, 0); at < text.len; at = skip_plain(words, text, at))
        at += scan_here(scanner, text, at, now, out);
}

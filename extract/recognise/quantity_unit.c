#include "extract/recognise/quantity_parts.h"

#include "extract/recognise/traits.h"

/* 近两成|为绿电: with a bound before the numeral 成 is its unit. */
static bool is_tenth(struct tj_str text, size_t at)
{
    static const char *const digits[] = { "两", "三", "四", "五", "六", "七", "八", "九", NULL };
    static const char *const bounds[] = { "近", "约", "超", "逾", "有", "过", "达", "足", "中", NULL };
    struct tj_str left = tj_cut(text, 0, at);
    if (!tj_starts(tj_cut(text, at, text.len), TJ_STR("成为")) || !tj_ends_in_one(left, digits)) return false;
    return tj_ends_in_one(tj_cut(left, 0, tj_char_before(left, at)), bounds);
}

/* 成 in 成立, 点 in 点多, 方 in 方面: the unit's character begins a word that is none. */
bool tj_unit_is_hidden(const struct tj_lexicon *lex, struct tj_str text, size_t at, size_t len)
{
    size_t longer;
    struct tj_str rest = tj_cut(text, at, text.len);
    if (is_tenth(text, at)) return false;
    if (tj_starts(rest, TJ_STR("两年")) || tj_starts(rest, TJ_STR("两个"))) return true; /* 1979、1980两年 */
    if (tj_starts(rest, TJ_STR("台阶"))) return true;                                    /* 5万亿台阶 */
    const struct tj_entry *word = tj_trie_longest(lex->words, text, at, &longer);
    if (word && longer > len && word->kind == TJ_GUARD) return true;
    return tj_trie_longest(lex->no_counts, text, at, &longer) && longer > len;
}

const struct tj_unit *tj_unit_at(const struct tj_lexicon *lex, struct tj_str text, size_t at, size_t *len)
{
    const struct tj_entry *entry = tj_trie_longest(lex->units, text, at, len);
    if (!entry || tj_unit_is_hidden(lex, text, at, *len)) return NULL;
    const struct tj_unit *unit = &lex->units_at[entry->row];
    bool letters = tj_is_ascii_word(text.ptr[at + *len - 1]);
    if (letters && at + *len < text.len && tj_is_ascii_word(text.ptr[at + *len])) return NULL;
    return unit;
}

/* The first of the units that the text begins with, and its length; NULL if none is. */
static const struct tj_unit *first_of(const struct tj_unit *units, size_t count, struct tj_str text,
                                      size_t *len)
{
    for (size_t i = 0; i < count; i++) {
        if (!tj_starts(text, units[i].word)) continue;
        *len = units[i].word.len;
        return &units[i];
    }
    return NULL;
}

const struct tj_unit *tj_share_of_many_at(struct tj_str text, size_t at, size_t *len)
{
    static const struct tj_unit units[] = {
        /* the longer first */
        { TJ_WORD("/10万人"), TJ_WORD("1"), 1, 100000, TJ_RATIO },
        { TJ_WORD("/10万"), TJ_WORD("1"), 1, 100000, TJ_RATIO },
        { TJ_WORD("/十万"), TJ_WORD("1"), 1, 100000, TJ_RATIO },
    };
    return first_of(units, sizeof units / sizeof units[0], tj_cut(text, at, text.len), len);
}

/* 49部/百人, 645元/月: the number of people or the time that a rate is for. It stays as it is written, but for the year (UCUM a)
   and the day (UCUM d). */
const struct tj_unit *tj_rate_base_at(struct tj_str text, size_t at, size_t *len)
{
    static const struct tj_unit units[] = {
        { TJ_WORD("百人"), TJ_WORD("百人"), 1, 1, TJ_COUNTER },
        { TJ_WORD("千人"), TJ_WORD("千人"), 1, 1, TJ_COUNTER },
        { TJ_WORD("万人"), TJ_WORD("万人"), 1, 1, TJ_COUNTER },
        { TJ_WORD("百户"), TJ_WORD("百户"), 1, 1, TJ_COUNTER },
        { TJ_WORD("十万人"), TJ_WORD("十万人"), 1, 1, TJ_COUNTER },
        { TJ_WORD("月"), TJ_WORD("月"), 1, 1, TJ_TIME },
        { TJ_WORD("年"), TJ_WORD("a"), 1, 1, TJ_TIME },
        { TJ_WORD("日"), TJ_WORD("d"), 1, 1, TJ_TIME },
    };
    return first_of(units, sizeof units / sizeof units[0], tj_cut(text, at, text.len), len);
}

/* 5个多小时, 1个多月: the unit stands behind 多. */
static void read_long_unit(const struct tj_lexicon *lex, struct tj_str text, struct tj_quantity *q)
{
    size_t len;
    const struct tj_unit *unit = tj_unit_at(lex, text, q->end, &len);
    bool time = unit && unit->kind == TJ_TIME,
         month = tj_starts(tj_cut(text, q->end, text.len), TJ_STR("月"));
    if (!time && !month) return;
    q->unit = time ? unit->name : TJ_STR("个月");
    q->kind = TJ_TIME;
    q->end += time ? len : 3;
    q->len = q->end - q->off;
}

/* 8100万台（套）, 5.1万户（间）: a second counter in brackets. */
static void skip_other_counter(const struct tj_lexicon *lex, struct tj_str text, struct tj_quantity *q)
{
    size_t len;
    struct tj_str rest = tj_cut(text, q->end, text.len);
    if (q->unit.len == 0 || q->kind != TJ_COUNTER) return;
    if (!tj_eat(&rest, TJ_STR("（")) && !tj_eat(&rest, TJ_STR("("))) return;
    if (!tj_trie_longest(lex->units, rest, 0, &len)) return;
    rest = tj_cut(rest, len, rest.len);
    if (tj_eat(&rest, TJ_STR("）")) || tj_eat(&rest, TJ_STR(")"))) q->end = (size_t)(rest.ptr - text.ptr);
}

void tj_quantity_read_after(const struct tj_lexicon *lex, struct tj_str text, struct tj_quantity *q)
{
    size_t len;
    skip_other_counter(lex, text, q);
    const struct tj_entry *entry = tj_trie_longest(lex->after, text, q->end, &len);
    if (!entry || tj_unit_is_hidden(lex, text, q->end, len)) return;
    const struct tj_cue *cue = &lex->cues[entry->row];
    enum { TEN_THOUSAND = 4 }; /* zeros */
    bool people = q->magnitude >= TEN_THOUSAND && tj_equal(cue->word, TJ_STR("多"))
                  && !tj_starts(tj_cut(text, q->end + len, text.len), TJ_STR("少")); /* 3亿多|农村人口 */
    if (cue->kind == TJ_CUE_MORE && q->unit.len == 0 && !people) return;
    if (cue->kind == TJ_CUE_MORE && tj_equal(cue->word, TJ_STR("来"))) return;
    if (q->bound == TJ_EQ || q->bound == TJ_APPROX) tj_bound_of(cue->argument, &q->bound);
    q->end += len;
    if (cue->kind == TJ_CUE_MORE && tj_equal(q->unit, TJ_STR("个"))) read_long_unit(lex, text, q);
}

/* The physical unit that 每 is said of right before `at`, and where 每 stands; NULL if there is none. */
static const struct tj_unit *unit_of_each(const struct tj_lexicon *lex, struct tj_str text, size_t at,
                                          size_t *each)
{
    size_t from = at, len;
    for (int chars = 0; chars < 4 && from > 0; chars++) {
        from = tj_char_before(text, from);
        if (!tj_ends(tj_cut(text, 0, from), TJ_STR("每"))) continue;
        const struct tj_unit *unit = tj_unit_at(lex, text, from, &len);
        *each = from - 3;
        bool plain =
            unit && unit->kind == TJ_PHYSICAL && unit->numerator == unit->denominator; /* 每亩 stays 每亩 */
        return plain && from + len == at ? unit : NULL;
    }
    return NULL;
}

void tj_quantity_read_price(const struct tj_lexicon *lexicon, struct tj_arena *arena, struct tj_str text,
                            struct tj_quantity *q)
{
    size_t each;
    bool money = q->unit.len == 3 && q->kind == TJ_MONEY; /* not 元/吨 */
    const struct tj_unit *unit = money ? unit_of_each(lexicon, text, q->off, &each) : NULL;
    if (!unit) return;
    q->unit = tj_print(arena, "%.*s/%.*s", TJ_ARG(q->unit), TJ_ARG(unit->name));
    q->lead = q->off - each;
}

bool tj_connects(uint32_t c)
{
    switch (c) {
    case U'—':
    case U'–':
    case U'－':
    case '-':
    case '~':
    case U'～':
    case U'至':
    case U'到':
    case U'―':
    case U'─': return true;
    default: return false;
    }
}

bool tj_quantity_may_go_on(const struct tj_lexicon *lex, struct tj_str text, size_t at)
{
    if (at >= text.len) return false;
    size_t len, next;
    uint32_t first = tj_char_quick(text, at, &len);
    if (first < 0x80) return true;
    if (at + len >= text.len) return false;
    uint32_t c = tj_char_quick(text, at + len, &next);
    bool inner = c == ' ' || c == U'多' || c == U'余' || c == U'餘' || c == U'来' || c == U'点' || c == U'分';
    return inner || (tj_traits_of(c) & TJ_T_QUANTITY) || tj_connects(c) || tj_trie_is_first(lex->units, c);
}

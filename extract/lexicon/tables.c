#include "extract/lexicon/tables.h"

static void add_word(struct tj_lexicon *lex, struct tj_trie *trie, struct tj_str word, enum tj_word_kind kind,
                     size_t row)
{
    tj_trie_add(trie, &lex->arena, word, (uint8_t)kind, (uint32_t)row);
    lex->word_count++;
}

/* A whole number of at most four digits; empty is 0. */
static bool year_of(struct tj_str cell, uint16_t *out)
{
    unsigned n = 0;
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.ptr[i] < '0' || cell.ptr[i] > '9' || i == 4) return false;
        n = n * 10 + (unsigned)(cell.ptr[i] - '0');
    }
    *out = (uint16_t)n;
    return true;
}

static bool whole_of(struct tj_str cell, int64_t *out)
{
    struct tj_decimal d;
    if (cell.len == 0 || !tj_decimal_read(cell, &d) || d.pow10 < 0 || d.pow10 > 15 || d.digits <= 0)
        return false;
    *out = d.digits;
    for (int i = 0; i < d.pow10; i++) *out *= 10;
    return true;
}

static bool level_of(struct tj_str word, enum tj_level *out)
{
    static const struct tj_str levels[] = { TJ_WORD("country"), TJ_WORD("province"), TJ_WORD("prefecture"),
                                            TJ_WORD("county"),  TJ_WORD("zone"),     TJ_WORD("area") };
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++)
        if (tj_equal(levels[i], word)) {
            *out = (enum tj_level)i;
            return true;
        }
    return false;
}

/* 安徽|无为, 河南|新县: a county's name too common to stand alone is one right behind the place that it lies in. */
static void add_short_place(struct tj_lexicon *lex, const struct tj_region *r, size_t row)
{
    static const char *const ends[] = { "市", "县", "区", "旗", NULL };
    if (r->level != TJ_LEVEL_COUNTY || r->to || r->name.len < 6 || !tj_ends_in_one(r->name, ends)) return;
    struct tj_str brief =
        r->name.len == 9 ? tj_cut(r->name, 0, 6) : r->name; /* of two characters only the whole */
    if (r->name.len <= 9) tj_trie_add(lex->short_places, &lex->arena, brief, TJ_REGION, (uint32_t)row);
}

static void add_region_words(struct tj_lexicon *lex, struct tj_str name, struct tj_str aliases, size_t row)
{
    if (tj_eat(&aliases, TJ_STR("-"))) return; /* an everyday word: never by bare name */
    add_word(lex, lex->words, name, TJ_REGION, row);
    for (struct tj_str alias; tj_list_next(&aliases, '|', &alias);)
        if (!tj_equal(alias, name)) add_word(lex, lex->words, alias, TJ_REGION, row);
}

static const char *take_region(struct tj_lexicon *lex, const struct tj_row *row)
{
    struct tj_region r = { row->cells[0], row->cells[1], row->cells[2], TJ_LEVEL_COUNTRY, TJ_NONE, 0, 0 };
    if (row->count < 5) return "a region needs code, name, aliases, level, parent";
    if (r.name.len == 0) return "a region needs a name";
    if (!level_of(row->cells[3], &r.level))
        return "level is one of country province prefecture county zone area";
    if (!year_of(row->cells[5], &r.from) || !year_of(row->cells[6], &r.to)) return "years have four digits";
    r.parent = tj_region_of_code(lex, row->cells[4]);
    size_t at = lex->region_count;
    lex->regions = tj_grow(&lex->arena, lex->regions, at, &lex->region_room, sizeof r);
    lex->regions[at] = r;
    lex->region_count++;
    if (r.code.len) tj_trie_add(lex->codes, &lex->arena, r.code, TJ_REGION, (uint32_t)at);
    add_region_words(lex, r.name, r.aliases, at);
    add_short_place(lex, &lex->regions[at], at);
    return NULL;
}

static const char *take_indicator(struct tj_lexicon *lex, const struct tj_row *row)
{
    struct tj_indicator n = { row->cells[0], row->cells[2], row->cells[3], row->cells[4], 0 };
    if (row->count < 1 || n.name.len == 0) return "an indicator needs a name";
    if (tj_equal(row->cells[5], TJ_STR("up")))
        n.good = 1;
    else if (tj_equal(row->cells[5], TJ_STR("down")))
        n.good = -1;
    else if (row->cells[5].len)
        return "good is up, down or empty";
    size_t at = lex->indicator_count;
    lex->indicators = tj_grow(&lex->arena, lex->indicators, at, &lex->indicator_room, sizeof n);
    lex->indicators[at] = n;
    lex->indicator_count++;
    add_word(lex, lex->words, n.name, TJ_INDICATOR, at);
    struct tj_str aliases = row->cells[1];
    for (struct tj_str alias; tj_list_next(&aliases, '|', &alias);)
        add_word(lex, lex->words, alias, TJ_INDICATOR, at);
    return NULL;
}

static const char *take_sector(struct tj_lexicon *lex, const struct tj_row *row)
{
    if (row->cells[0].len == 0) return "a sector needs a name";
    add_word(lex, lex->words, row->cells[0], TJ_OWNER, 0);
    struct tj_str aliases = row->cells[1];
    for (struct tj_str alias; tj_list_next(&aliases, '|', &alias);)
        add_word(lex, lex->words, alias, TJ_OWNER, 0);
    return NULL;
}

static void add_attr(struct tj_lexicon *lex, struct tj_str word, enum tj_word_kind kind)
{
    add_word(lex, lex->words, word, kind, 0);
    lex->any_short_attr |= word.len < 3;
    if (word.len < 3) return;
    const unsigned char *p = (const unsigned char *)word.ptr + word.len - 3;
    uint32_t bit = tj_opener_bit(p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16);
    lex->attr_bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

static const char *take_part(struct tj_lexicon *lex, const struct tj_row *row)
{
    if (tj_equal(row->cells[1], TJ_STR("attr")))
        add_attr(lex, row->cells[0], TJ_ATTR);
    else if (tj_equal(row->cells[1], TJ_STR("tail")))
        add_attr(lex, row->cells[0], TJ_TAIL);
    else if (tj_equal(row->cells[1], TJ_STR("aspect")))
        add_word(lex, lex->words, row->cells[0], TJ_ASPECT, 0);
    else if (tj_equal(row->cells[1], TJ_STR("spec")))
        add_word(lex, lex->words, row->cells[0], TJ_SPEC, 0);
    else if (tj_equal(row->cells[1], TJ_STR("fate")))
        add_word(lex, lex->words, row->cells[0], TJ_FATE, 0);
    else if (tj_equal(row->cells[1], TJ_STR("kind")))
        tj_trie_add(lex->kinds, &lex->arena, row->cells[0], TJ_OWNER, 0);
    else if (tj_equal(row->cells[1], TJ_STR("event")))
        tj_trie_add(lex->events, &lex->arena, row->cells[0], TJ_OWNER, 0);
    else if (tj_equal(row->cells[1], TJ_STR("owner")))
        tj_trie_add(lex->owner_ends, &lex->arena, row->cells[0], TJ_OWNER, 0);
    else if (tj_equal(row->cells[1], TJ_STR("general")))
        tj_trie_add(lex->general, &lex->arena, row->cells[0], TJ_OWNER, 0);
    else if (tj_equal(row->cells[1], TJ_STR("ends")))
        tj_trie_add(lex->noun_ends, &lex->arena, row->cells[0], TJ_OWNER, 0);
    else if (tj_equal(row->cells[1], TJ_STR("admits")))
        tj_trie_add(lex->admits, &lex->arena, row->cells[0], TJ_OWNER, 0);
    else
        return "a part is attr, tail, aspect, spec, fate, owner, general, kind, event, ends or admits";
    return NULL;
}

static const char *take_unit(struct tj_lexicon *lex, const struct tj_row *row)
{
#define CLASS_WORD(id, word) { "" word, sizeof(word) - 1 },
    static const struct tj_str classes[] = { TJ_UNIT_CLASSES(CLASS_WORD) };
    struct tj_unit u = { row->cells[0], row->cells[1], 1, 1, TJ_COUNTER };
    if (row->count != 5 || u.word.len == 0 || u.name.len == 0)
        return "a unit needs word, unit, numerator, denominator, class";
    if (!whole_of(row->cells[2], &u.numerator) || !whole_of(row->cells[3], &u.denominator))
        return "numerator and denominator are whole numbers above 0";
    unsigned kind = 0;
    while (kind < TJ_UNIT_CLASS_COUNT && !tj_equal(classes[kind], row->cells[4])) kind++;
    if (kind == TJ_UNIT_CLASS_COUNT) return "no such class of unit";
    u.kind = (enum tj_unit_class)kind;
    size_t at = lex->unit_count;
    lex->units_at = tj_grow(&lex->arena, lex->units_at, at, &lex->unit_room, sizeof u);
    lex->units_at[at] = u;
    lex->unit_count++;
    add_word(lex, lex->units, u.word, TJ_CUE, at);
    return NULL;
}

static struct tj_trie *trie_of_class(struct tj_lexicon *lex, enum tj_cue_class kind)
{
    if (kind < TJ_CUE_BEFORE) return lex->words;
    if (kind < TJ_CUE_MORE) return lex->before;
    return kind == TJ_CUE_NOCOUNT ? lex->no_counts : lex->after;
}

static const char *take_cue(struct tj_lexicon *lex, const struct tj_row *row)
{
    static const struct tj_str classes[] = { TJ_CUE_CLASSES(CLASS_WORD) };
#undef CLASS_WORD
    unsigned kind = 0;
    while (kind < TJ_CUE_CLASS_COUNT && !tj_equal(classes[kind], row->cells[1])) kind++;
    if (row->count < 2 || row->cells[0].len == 0) return "a cue needs word and class";
    if (kind == TJ_CUE_CLASS_COUNT) return "no such class of cue";
    size_t at = lex->cue_count;
    lex->cues = tj_grow(&lex->arena, lex->cues, at, &lex->cue_room, sizeof *lex->cues);
    lex->cues[at] = (struct tj_cue){ row->cells[0], row->cells[2], (enum tj_cue_class)kind };
    lex->cue_count++;
    add_word(lex, trie_of_class(lex, (enum tj_cue_class)kind), row->cells[0], TJ_CUE, at);
    return NULL;
}

static const char *take_guard(struct tj_lexicon *lex, const struct tj_row *row)
{
    add_word(lex, lex->words, row->cells[0], TJ_GUARD, 0);
    return NULL;
}

static const char *take_header(struct tj_lexicon *lex, const struct tj_row *row)
{
#define ROLE_WORD(id, word) { "" word, sizeof(word) - 1 },
    static const struct tj_str roles[] = { TJ_HEADER_ROLES(ROLE_WORD) };
#undef ROLE_WORD
    uint8_t kind = 0;
    while (kind < TJ_HEADER_ROLE_COUNT && !tj_equal(roles[kind], row->cells[1])) kind++;
    if (row->count != 2 || row->cells[0].len == 0) return "a word of a table's head needs word and role";
    if (kind == TJ_HEADER_ROLE_COUNT) return "no such role";
    tj_trie_add(lex->headers, &lex->arena, row->cells[0], kind, 0);
    return NULL;
}

/* Rows rise; each holds from its raw score on. */
static const char *take_confidence(struct tj_lexicon *lex, const struct tj_row *row)
{
    struct tj_decimal raw, confidence;
    bool whole = tj_decimal_read(row->cells[0], &raw) && raw.known && raw.digits >= 0 && raw.pow10 >= 0;
    double from = whole ? tj_decimal_double(raw) : 101;
    for (size_t kind = 0; kind < TJ_TEXT_KINDS; kind++) {
        bool fine =
            tj_decimal_read(row->cells[1 + kind], &confidence) && confidence.known && confidence.digits >= 0;
        double to = fine ? tj_decimal_double(confidence) : 2;
        if (from > 100 || to > 1)
            return "a raw score is a whole number from 0 to 100, a confidence is from 0 to 1";
        for (size_t i = (size_t)from; i <= 100; i++) lex->confidence[kind][i] = (uint8_t)(to * 100 + 0.5);
    }
    return NULL;
}

static const char *take_simplified(struct tj_lexicon *lex, const struct tj_row *row)
{
    size_t len;
    struct tj_str simple = row->cells[0], all = row->cells[1];
    uint32_t to = simple.len == 3 ? tj_char_at(simple, 0, &len) : 0;
    if (!to || all.len == 0) return "a row is one simplified character and its traditional ones";
    for (size_t at = 0; at < all.len; at += len) {
        uint32_t c = tj_char_at(all, at, &len);
        if (!tj_is_han(c)) return "a traditional character is one from U+4E00 to U+9FFF";
        lex->simplified[c - TJ_FIRST_HAN] = (uint16_t)to;
    }
    return NULL;
}

tj_take_row *tj_table_taker(struct tj_str file_name)
{
    static const struct {
        struct tj_str name;
        tj_take_row *take;
    } tables[] = {
        { TJ_WORD("regions.tsv"), take_region }, { TJ_WORD("indicators.tsv"), take_indicator },
        { TJ_WORD("sectors.tsv"), take_sector }, { TJ_WORD("parts.tsv"), take_part },
        { TJ_WORD("units.tsv"), take_unit },     { TJ_WORD("cues.tsv"), take_cue },
        { TJ_WORD("guards.tsv"), take_guard },   { TJ_WORD("confidence.tsv"), take_confidence },
        { TJ_WORD("headers.tsv"), take_header }, { TJ_WORD("simplified.tsv"), take_simplified },
    };
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        if (tj_equal(tables[i].name, file_name)) return tables[i].take;
    return NULL;
}

/* A cell by itself: a label, a figure, or nothing. */
#include "extract/attribute/table/table_parts.h"
#include "extract/document/fold.h"
#include "extract/document/simplify.h"

/* [1] ① * (2) （注1） behind a figure or a label point to a note. */
static struct tj_str without_note(struct tj_str s)
{
    static const struct tj_str opens[] = { TJ_WORD("["), TJ_WORD("［"), TJ_WORD("〔"), TJ_WORD("【") };
    s = tj_trim(s);
    while (s.len && s.ptr[s.len - 1] == '*') s.len--;
    size_t last = s.len ? tj_char_before(s, s.len) : 0, len;
    uint32_t c = s.len ? tj_char_at(s, last, &len) : 0;
    if (c >= U'①' && c <= U'⑳' && last > 0) return without_note(tj_cut(s, 0, last));
    if (c != ']' && c != U'］' && c != U'〕' && c != U'】') return s;
    for (size_t at = last; at > 0;) {
        at = tj_char_before(s, at);
        for (size_t i = 0; i < sizeof opens / sizeof opens[0]; i++)
            if (at > 0 && tj_starts(tj_cut(s, at, s.len), opens[i])) return without_note(tj_cut(s, 0, at));
    }
    return s;
}

/* Folded, and without the blanks that set its characters apart: 粮 食. */
static struct tj_str label_of(const struct tj_frame *f, struct tj_str text)
{
    struct tj_str folded = tj_fold(f->arena, text);
    char *label = tj_alloc_bytes(f->arena, folded.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < folded.len; i++) {
        bool wide = len == 0 || (unsigned char)label[len - 1] >= 0x80 || i + 1 >= folded.len
                    || (unsigned char)folded.ptr[i + 1] >= 0x80;
        if (folded.ptr[i] != ' ' || !wide) label[len++] = folded.ptr[i];
    }
    tj_simplify(f->lexicon, label, len);
    return without_note((struct tj_str){ label, len });
}

static bool eat_sign(struct tj_str *s, bool *negative)
{
    static const struct {
        struct tj_str sign;
        bool negative;
    } signs[] = { { TJ_WORD("-"), true },  { TJ_WORD("−"), true },  { TJ_WORD("–"), true },
                  { TJ_WORD("－"), true }, { TJ_WORD("﹣"), true }, { TJ_WORD("+"), false } };
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (tj_eat(s, signs[i].sign)) {
            *negative = signs[i].negative;
            return true;
        }
    return false;
}

static bool is_digit(struct tj_str s, size_t at)
{
    return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

/* Digits, commas between groups of three, a point; copied without the commas. */
static struct tj_str eat_number(const struct tj_frame *f, struct tj_str *s)
{
    char *digits = tj_alloc_bytes(f->arena, s->len + 1);
    size_t len = 0, at = 0;
    bool point = false;
    while (at < s->len) {
        bool group = s->ptr[at] == ',' && !point && is_digit(*s, at + 1) && is_digit(*s, at + 2)
                     && is_digit(*s, at + 3) && !is_digit(*s, at + 4);
        bool dot = s->ptr[at] == '.' && !point && is_digit(*s, at + 1);
        if (!is_digit(*s, at) && !group && !dot) break;
        point |= dot;
        if (!group) digits[len++] = s->ptr[at];
        at++;
    }
    *s = tj_cut(*s, at, s->len);
    return (struct tj_str){ digits, len };
}

/* 2023年, 12月, 1季度 tell when, not how much. */
static bool is_time(struct tj_str tail)
{
    static const struct tj_str words[] = { TJ_WORD("年"), TJ_WORD("月"), TJ_WORD("日"), TJ_WORD("季") };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_starts(tail, words[i])) return true;
    return false;
}

/* Does the tail belong to a number as its unit? Not that of a range (18-34岁), which tells who is counted. */
static bool is_unit(const struct tj_frame *f, struct tj_str number, struct tj_str tail)
{
    struct tj_quantity q;
    if (tj_starts(tail, TJ_STR("-")) || tj_starts(tail, TJ_STR("~")) || tj_starts(tail, TJ_STR("—")))
        return false;
    struct tj_str text = tj_join(f->arena, number, tail);
    return tj_quantity_at(f->lexicon, f->arena, text, 0, &q) && q.len == text.len && q.unit.len;
}

/* Takes 左右, 以上, 以内 off the end of what stands behind a number. */
static struct tj_str eat_bound(const struct tj_frame *f, struct tj_str tail, enum tj_bound *bound)
{
    for (size_t at = 0; at < tail.len; at += tj_char_len((unsigned char)tail.ptr[at])) {
        const struct tj_entry *e = tj_trie_find(f->lexicon->after, tj_cut(tail, at, tail.len));
        if (!e || f->lexicon->cues[e->row].kind != TJ_CUE_AFTER) continue;
        tj_bound_of(f->lexicon->cues[e->row].argument, bound);
        return tj_cut(tail, 0, at);
    }
    return tail;
}

struct tj_slot tj_slot_read(const struct tj_frame *f, struct tj_str text, size_t off)
{
    struct tj_slot slot = { .label = label_of(f, text) };
    struct tj_str rest = slot.label;
    eat_sign(&rest, &slot.negative);
    slot.number = eat_number(f, &rest);
    if (slot.number.len) rest = eat_bound(f, rest, &slot.bound);
    slot.tail = rest;
    bool ages = slot.bound != TJ_EQ && (tj_starts(rest, TJ_STR("岁")) || tj_starts(rest, TJ_STR("周岁")));
    slot.figure =
        slot.number.len && !ages && (rest.len == 0 || (!is_time(rest) && is_unit(f, slot.number, rest)));
    struct tj_str place = without_note(text);
    slot.place = (struct tj_span){ off + (size_t)(place.ptr - text.ptr), place.len };
    struct tj_str n = slot.number;
    bool four = slot.figure && rest.len == 0 && !slot.negative && n.len == 4;
    slot.year =
        four && (tj_starts(n, TJ_STR("19")) || tj_starts(n, TJ_STR("20"))) && !memchr(n.ptr, '.', n.len);
    return slot;
}

void tj_slot_value(const struct tj_frame *f, const struct tj_slot *slot, struct tj_str unit,
                   struct tj_fact *fact)
{
    struct tj_str text = tj_join(f->arena, slot->number, unit);
    struct tj_quantity q;
    bool known =
        unit.len && tj_quantity_at(f->lexicon, f->arena, text, 0, &q) && q.len == text.len && q.value.known;
    if (known) {
        fact->value = q.value;
        fact->unit = tj_copy(f->keep, q.unit);
    } else {
        tj_decimal_read(slot->number, &fact->value);
        fact->unit = tj_copy(f->keep, unit);
    }
    if (slot->negative && fact->value.known) fact->value = tj_decimal_negate(fact->value);
}

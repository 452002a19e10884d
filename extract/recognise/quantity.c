#include "extract/recognise/quantity_parts.h"

/* One numeral with what follows it. */
struct part {
    struct tj_numeral numeral;
    const struct tj_unit *unit; /* NULL if none */
    const struct tj_unit *per;  /* 元/人: the 人 */
    struct tj_span unit_text;
    size_t end;
};

static size_t skip_blanks(struct tj_str text, size_t at)
{
    while (at < text.len && text.ptr[at] == ' ') at++;
    return at;
}

/* The unit behind the numeral, and a second one behind a stroke. */
static void read_unit(const struct tj_lexicon *lex, struct tj_str text, struct part *p)
{
    size_t at = skip_blanks(text, p->end), len;
    p->unit = tj_unit_at(lex, text, at, &len);
    if (!p->unit && at < text.len && text.ptr[at] == '/') p->unit = tj_share_of_many_at(text, at, &len);
    if (!p->unit) return;
    p->unit_text = (struct tj_span){ at, len };
    p->end = at + len;
    struct tj_str rest = tj_cut(text, p->end, text.len);
    size_t stroke = tj_starts(rest, TJ_STR("/")) ? 1 : 0;
    if (tj_starts(rest, TJ_STR("每")) && p->unit->kind == TJ_PHYSICAL)
        stroke = sizeof "每" - 1; /* 微克每立方米 */
    if (stroke == 0 || stroke >= rest.len) return;
    p->per = tj_unit_at(lex, text, p->end + stroke, &len);
    if (!p->per && stroke == 1) p->per = tj_rate_base_at(text, p->end + stroke, &len);
    if (p->per && stroke > 1 && p->per->kind != TJ_PHYSICAL) p->per = NULL;
    if (!p->per) return;
    p->end += stroke + len;
    p->unit_text.len += stroke + len;
}

/* 2个半小时, 两年半, 六倍半: a half more. */
static void read_half(struct tj_str text, struct part *p)
{
    static const struct tj_str others[] = { TJ_WORD("数"), TJ_WORD("年"), TJ_WORD("径"), TJ_WORD("导体"),
                                            TJ_WORD("成品") };
    if (!p->unit || !p->numeral.value.known || p->numeral.magnitude || p->numeral.value.pow10 < 0) return;
    bool inside = tj_starts(p->unit->word, TJ_STR("个半")), behind = false;
    struct tj_str rest = tj_cut(text, p->end, text.len);
    bool times = p->unit->kind == TJ_TIMES || p->unit->kind == TJ_TIME
                 || (p->unit->kind == TJ_YEAR && p->numeral.value.digits < 100);
    if (times && tj_eat(&rest, TJ_STR("半"))) behind = true;
    for (size_t i = 0; behind && i < sizeof others / sizeof others[0]; i++)
        if (tj_starts(rest, others[i])) return;
    if (!inside && !behind) return;
    p->numeral.value = tj_decimal_add(p->numeral.value, tj_decimal_of(5, -1));
    if (behind) p->end += sizeof "半" - 1;
}

static bool read_part(const struct tj_lexicon *lex, struct tj_str text, size_t at, struct part *p)
{
    *p = (struct part){ 0 };
    if (!tj_numeral_at(text, at, lex->units, &p->numeral)) return false;
    p->end = at + p->numeral.len;
    if (!p->numeral.fraction) read_unit(lex, text, p);
    read_half(text, p);
    return true;
}

/* A range's connector at `at`; its length, or 0. */
static size_t connector(struct tj_str text, size_t at)
{
    size_t len;
    if (at >= text.len || !tj_connects(tj_char_quick(text, at, &len))) return 0;
    return tj_starts(tj_cut(text, at, text.len), TJ_STR("——")) ? 2 * len : len;
}

static bool scale(struct tj_decimal *d, const struct part *p)
{
    if (!d->known || !p->unit) return true;
    if ((p->unit->numerator != 1 || p->unit->denominator != 1)
        && !tj_decimal_scale(d, p->unit->numerator, p->unit->denominator))
        return false;
    return !p->per || (p->per->numerator == 1 && p->per->denominator == 1)
           || tj_decimal_scale(d, p->per->denominator, p->per->numerator);
}

/* Fills what both ends share. */
static bool finish(struct tj_arena *arena, const struct part *p, struct tj_quantity *q)
{
    if (p->numeral.fraction) {
        q->unit = TJ_STR("1");
        q->kind = TJ_RATIO;
    } else if (p->unit) {
        q->unit = p->unit->name;
        q->kind = p->unit->kind;
    } else if (p->numeral.magnitude == 0) { /* 比值2.93 */
        q->unit = TJ_STR("1");
        q->kind = TJ_BARE;
    }
    if (p->unit && p->per)
        q->unit = tj_print(arena, "%.*s/%.*s", TJ_ARG(p->unit->name), TJ_ARG(p->per->name));
    q->unit_text = p->unit_text;
    return scale(&q->value, p) && scale(&q->lower, p) && scale(&q->upper, p);
}

/* 5%—6%, 10—15万人, 3%到5%: the second end, sharing unit and magnitude with the first where it has none. */
static bool read_range(const struct tj_lexicon *lex, struct tj_str text, struct part *first,
                       struct part *last)
{
    size_t mark = connector(text, first->end);
    if (mark == 0 || !first->numeral.value.known || !read_part(lex, text, first->end + mark, last))
        return false;
    if (!last->numeral.value.known || (first->unit && first->unit != last->unit)) return false;
    if (!last->unit && !(first->numeral.fraction || last->numeral.fraction)) return false;
    struct tj_decimal low = first->numeral.value;
    bool shares_magnitude = !first->unit && !first->numeral.fraction && first->numeral.magnitude == 0;
    if (shares_magnitude) low = tj_decimal_of(low.digits, low.pow10 + last->numeral.magnitude);
    if (first->numeral.fraction && !last->numeral.fraction) { /* 百分之五至六 */
        if (!tj_decimal_scale(&last->numeral.value, 1, 100)) return false;
        last->numeral.fraction = true;
        last->unit = NULL;
    }
    if (!low.known || tj_decimal_order(low, last->numeral.value) >= 0) return false;
    first->numeral.value = low;
    return true;
}

/* Was 分别 said in this clause before `at`? */
static bool is_handed_out(struct tj_str text, size_t at)
{
    size_t from = at, found;
    while (from > 0 && at - from < 90) {
        from = tj_char_before(text, from);
        struct tj_str rest = tj_cut(text, from, at);
        if (tj_starts(rest, TJ_STR("，")) || tj_starts(rest, TJ_STR("。")) || tj_starts(rest, TJ_STR("；")))
            break;
    }
    return tj_find(tj_cut(text, from, at), TJ_STR("分别"), 0, &found);
}

static size_t list_mark(struct tj_str text, size_t at)
{
    static const struct tj_str marks[] = { TJ_WORD("、"), TJ_WORD("和"), TJ_WORD("与"), TJ_WORD("及") };
    struct tj_str rest = tj_cut(text, at, text.len);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (tj_starts(rest, marks[i])) return marks[i].len;
    return 0;
}

/* 20±5℃: the unit is said once, behind how far it may be from the middle. */
static void borrow_from_width(const struct tj_lexicon *lex, struct tj_str text, struct part *first)
{
    struct part width;
    struct tj_str rest = tj_cut(text, first->end, text.len), mark = TJ_STR("±");
    if (first->unit || !tj_starts(rest, mark)) return;
    if (!read_part(lex, text, first->end + mark.len, &width) || !width.unit) return;
    first->unit = width.unit;
    first->per = width.per;
}

/* 分别为27、47和18微克/立方米: the unit is said once, behind the last. */
static bool borrow_unit(const struct tj_lexicon *lex, struct tj_str text, size_t at, struct part *first)
{
    const struct tj_numeral *n = &first->numeral;
    if (n->chinese || n->fraction || !n->value.known) return false;
    struct part next = *first;
    for (size_t mark; !next.unit && (mark = list_mark(text, next.end)) > 0;)
        if (!read_part(lex, text, next.end + mark, &next) || next.numeral.chinese || next.numeral.fraction)
            return false;
    if (!next.unit || next.unit->kind == TJ_TIME || next.unit->kind == TJ_YEAR) return false;
    if (n->magnitude) { /* 369.5亿、252.6亿、193.6亿元 */
        if (n->magnitude == next.numeral.magnitude) first->unit = next.unit;
        return first->unit != NULL;
    }
    bool rates = n->value.pow10 < 0
                 && (next.unit->kind == TJ_PP || next.unit->kind == TJ_RATIO); /* 0.7和0.3个百分点 */
    if (!rates && !is_handed_out(text, at)) return false;
    first->unit = next.unit;
    first->per = next.per;
    first->numeral.value = tj_decimal_of(n->value.digits, n->value.pow10 + next.numeral.magnitude);
    first->numeral.magnitude = next.numeral.magnitude;
    return true;
}

/* 七成半, 七成五: the half or the digit behind 成. */
static void read_tenth_part(struct tj_str text, struct tj_quantity *q)
{
    bool tenths =
        q->unit.len && q->kind == TJ_TENTH && q->value.known && q->value.pow10 == -1 && q->end < text.len;
    if (!tenths || q->value.digits > 9) return;
    size_t len;
    uint32_t c = tj_char_at(text, q->end, &len);
    int part = c == U'半' ? 5 : tj_chinese_digit(c);
    size_t next;
    uint32_t behind = q->end + len < text.len ? tj_char_at(text, q->end + len, &next) : 0;
    bool more =
        tj_numeral_begins(behind) || behind == U'年' || behind == U'数' || behind == U'是' || behind == U'个';
    if (part < 1 || more) return;
    q->value = tj_decimal_of(q->value.digits * 10 + part, -2);
    q->len += len;
    q->end += len;
}

/* 5%±0.5%: a middle and how far from it. */
static void read_tolerance(const struct tj_lexicon *lex, struct tj_str text, struct tj_quantity *q)
{
    struct part width;
    struct tj_str rest = tj_cut(text, q->end, text.len);
    if (!q->value.known || !tj_starts(rest, TJ_STR("±")) || !read_part(lex, text, q->end + 2, &width)) return;
    bool same = width.unit && tj_equal(width.unit->name, q->unit) && width.numeral.value.known;
    if (!same || !scale(&width.numeral.value, &width)) return;
    q->lower = tj_decimal_add(q->value, tj_decimal_negate(width.numeral.value));
    q->upper = tj_decimal_add(q->value, width.numeral.value);
    if (!q->lower.known || !q->upper.known) return;
    q->value = (struct tj_decimal){ 0 };
    q->bound = TJ_RANGE;
    q->len = width.end - q->off;
    q->end = width.end;
}

/* 翻一番 is growth by 1, 翻两番 by 3. */
static bool double_up(struct tj_quantity *q)
{
    if (!q->value.known || q->value.pow10 != 0 || q->value.digits < 1 || q->value.digits > 10) return false;
    q->value = tj_decimal_of(((int64_t)1 << q->value.digits) - 1, 0);
    q->unit = TJ_STR("1");
    q->growth = true;
    return true;
}

/* 加快1.2个和1.0个百分点: 百分点 is said once, 个 each time. */
static void borrow_points(const struct tj_lexicon *lex, struct tj_str text, size_t at, struct part *first)
{
    const struct tj_numeral *n = &first->numeral;
    if (!first->unit || !tj_equal(first->unit->name, TJ_STR("个")) || n->chinese || n->magnitude) return;
    if (n->value.pow10 >= 0 && !is_handed_out(text, at)) return;
    struct part next = *first;
    for (size_t mark; (mark = list_mark(text, next.end)) > 0;) {
        if (!read_part(lex, text, next.end + mark, &next) || !next.unit) return;
        if (next.unit->kind == TJ_PP) first->unit = next.unit;
        if (next.unit->kind == TJ_PP || !tj_equal(next.unit->name, TJ_STR("个"))) return;
    }
}

bool tj_quantity_at(const struct tj_lexicon *lexicon, struct tj_arena *arena, struct tj_str text, size_t at,
                    struct tj_quantity *out)
{
    struct part first, last;
    if (!tj_quantity_may_go_on(lexicon, text, at) || !read_part(lexicon, text, at, &first)) return false;
    borrow_points(lexicon, text, at, &first);
    borrow_from_width(lexicon, text, &first);
    *out = (struct tj_quantity){ .off = at, .bound = first.numeral.bound };
    out->chinese = first.numeral.chinese;
    out->bare = first.numeral.bare;
    out->vague = first.numeral.vague;
    bool range = read_range(lexicon, text, &first, &last);
    const struct part *end = range ? &last : &first;
    if (!range && !first.unit && !first.numeral.fraction && !borrow_unit(lexicon, text, at, &first)
        && !tj_numeral_stands_alone(&first.numeral, text, at, first.end))
        return false;
    out->len = end->end - at;
    out->end = end->end;
    out->magnitude = end->numeral.magnitude;
    out->number = first.numeral.value;
    out->value = first.numeral.value;
    out->lower = first.numeral.lower;
    out->upper = first.numeral.upper;
    if (range) {
        out->lower = first.numeral.value;
        out->upper = last.numeral.value;
        out->value = (struct tj_decimal){ 0 };
        out->bound = TJ_RANGE;
    }
    if (!finish(arena, end, out)) return false;
    if (out->unit.len && out->kind == TJ_DOUBLE && !double_up(out)) return false;
    read_tenth_part(text, out);
    read_tolerance(lexicon, text, out);
    tj_quantity_read_after(lexicon, text, out);
    return true;
}

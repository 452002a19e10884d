#include "extract/recognise/numeral_parts.h"

/* State of reading a Chinese whole number. */
struct chinese {
    int64_t total, section;
    int digit, second; /* -1: none; second of 二三十 */
    int lowest;        /* the last power seen */
    unsigned chars;
    bool any_digit, any_power;
};

static bool take_chinese_digit(struct tj_reader *r, struct chinese *c, int digit, size_t len)
{
    if (c->digit > 0) { /* two digits in a row: 二三十, else the numeral ends here */
        struct tj_reader ahead = { r->text, r->at + len, r->units };
        size_t next;
        if (c->second >= 0 || digit != c->digit + 1) return false;
        bool goes_on = tj_power_of(tj_reader_peek(&ahead, &next)) > 0
                       || tj_trie_longest(r->units, r->text, ahead.at, &next);
        if (!goes_on) return false;
        c->second = digit;
    } else {
        c->digit = digit;
    }
    c->any_digit = true;
    r->at += len;
    c->chars++;
    return true;
}

static bool apply_power(struct chinese *c, int power)
{
    int64_t unit = tj_ten_to(power), digit = c->digit < 0 ? 0 : c->digit;
    if (power < 4) {
        bool ten = power == 1 && c->lowest == 2 && c->digit < 0; /* 四百十一 */
        if (c->digit <= 0 && c->section > 0 && !ten) return false;
        c->section += (c->digit <= 0 ? 1 : digit) * unit;
    } else {
        int64_t part = c->section + digit;
        if (power == 8) part += c->total;
        if (part == 0) part = 1;
        int64_t scaled;
        if (__builtin_mul_overflow(part, unit, &scaled)) return false;
        c->total = power == 8 ? scaled : c->total + scaled;
        c->section = 0;
    }
    c->digit = -1;
    c->any_power = true;
    c->lowest = power;
    return true;
}

/* 两 at the end of a numeral is the weight: 三千二百两, but 三千两百. */
static bool is_weight(const struct tj_reader *r, uint32_t ch, size_t len)
{
    size_t next;
    struct tj_reader ahead = { r->text, r->at + len, r->units };
    return (ch == U'两' || ch == U'兩') && tj_power_of(tj_reader_peek(&ahead, &next)) == 0;
}

/* Steps over digits and powers; `bound` tells of a 多 in between, which ends all but a further power. */
static void take_chinese(struct tj_reader *r, struct chinese *c, enum tj_bound *bound)
{
    size_t len;
    for (uint32_t ch; (ch = tj_reader_peek(r, &len)) != 0;) {
        int digit = tj_chinese_digit(ch);
        if (c->chars && is_weight(r, ch, len)) return;
        if (digit >= 0 && *bound == TJ_EQ) {
            if (c->second >= 0 || !take_chinese_digit(r, c, digit, len)) return;
            continue;
        }
        struct tj_reader before = *r;
        int power = tj_take_power(r);
        if (power == 0 && *bound == TJ_EQ && c->chars && tj_take_more(r, bound)) continue;
        if (power == 0) return;
        if (c->second >= 0) { /* 二三十: the caller makes the range */
            c->lowest = power;
            c->any_power = true;
            return;
        }
        if (!apply_power(c, power)) {
            *r = before;
            return;
        }
        c->chars++;
    }
}

/* 五点六: the places behind 点. */
static int take_places(struct tj_reader *r, int64_t *digits)
{
    struct tj_reader ahead = *r;
    size_t len;
    int places = 0;
    if (!tj_reader_eat(&ahead, TJ_STR("点"))) return 0;
    for (int digit; (digit = tj_chinese_digit(tj_reader_peek(&ahead, &len))) >= 0 && places < 9; places++) {
        *digits = *digits * 10 + digit;
        ahead.at += len;
    }
    if (places) *r = ahead;
    return places;
}

bool tj_read_chinese(struct tj_reader *r, struct tj_numeral *n)
{
    struct chinese c = { .digit = -1, .second = -1 };
    n->chinese = true;
    n->vague = tj_reader_eat(r, TJ_STR("数")) || tj_reader_eat(r, TJ_STR("几"));
    take_chinese(r, &c, &n->bound);
    if (!c.any_digit && !c.any_power) return false;
    if (n->vague && (c.any_digit || !c.any_power)) return false;
    n->bare = !c.any_digit && !n->vague;
    if (n->vague) n->bound = TJ_GT;
    int64_t digit = c.digit < 0 ? 0 : c.digit;
    if (c.second >= 0) {
        int power = c.any_power ? c.lowest : 0;
        n->lower = tj_decimal_of(c.total + c.section + digit, power);
        n->upper = tj_decimal_of(c.total + c.section + c.second, power);
        int more = tj_take_powers(r, &n->bound);
        n->lower.pow10 = (int8_t)(n->lower.pow10 + more);
        n->upper.pow10 = (int8_t)(n->upper.pow10 + more);
        n->bound = TJ_RANGE;
        n->magnitude = power + more;
        return true;
    }
    int64_t whole = c.total + c.section + digit;
    int places = take_places(r, &whole);
    int more = places ? tj_take_powers(r, &n->bound) : 0;
    n->magnitude = c.any_power ? c.lowest : more;
    n->value = tj_decimal_of(whole, more - places);
    return n->value.known;
}

int tj_small_number(struct tj_str text)
{
    struct chinese c = { .digit = -1, .second = -1 };
    struct tj_reader r = { text, 0, NULL };
    int64_t n = 0;
    if (text.len && text.ptr[0] >= '0' && text.ptr[0] <= '9') {
        for (; r.at < text.len && text.ptr[r.at] >= '0' && text.ptr[r.at] <= '9' && n < 100000; r.at++)
            n = n * 10 + (text.ptr[r.at] - '0');
        return r.at == text.len ? (int)n : -1;
    }
    for (size_t len; r.at < text.len; r.at += len) {
        uint32_t ch = tj_char_at(text, r.at, &len);
        int digit = tj_chinese_digit(ch), power = tj_power_of(ch);
        if (digit >= 0)
            c.digit = digit;
        else if (power == 0 || power > 3 || !apply_power(&c, power))
            return -1;
    }
    return text.len ? (int)(c.section + (c.digit < 0 ? 0 : c.digit)) : -1;
}

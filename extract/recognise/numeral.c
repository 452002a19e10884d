#include "extract/recognise/numeral.h"

/* Where reading has got to. */
struct reader {
    struct tj_str text;
    size_t at;
    const struct tj_trie *units;
};

static uint32_t peek(const struct reader *r, size_t *len)
{
    *len = 0;
    if (r->at >= r->text.len) return 0;
    return tj_char_at(r->text, r->at, len);
}

static bool eat_any(struct reader *r, struct tj_str word)
{
    if (!tj_starts(tj_cut(r->text, r->at, r->text.len), word)) return false;
    r->at += word.len;
    return true;
}

int tj_chinese_digit(uint32_t c)
{
    switch (c) {
    case U'〇':
    case U'零':
    case U'○': return 0;
    case U'一':
    case U'壹': return 1;
    case U'二':
    case U'两':
    case U'贰':
    case U'貳':
    case U'兩': return 2;
    case U'三':
    case U'叁':
    case U'參': return 3;
    case U'四':
    case U'肆': return 4;
    case U'五':
    case U'伍': return 5;
    case U'六':
    case U'陆':
    case U'陸': return 6;
    case U'七':
    case U'柒': return 7;
    case U'八':
    case U'捌': return 8;
    case U'九':
    case U'玖': return 9;
    default: return -1;
    }
}

/* The power of ten of a magnitude word, 0 if it is none. */
static int power_of(uint32_t c)
{
    switch (c) {
    case U'十':
    case U'拾': return 1;
    case U'百':
    case U'佰': return 2;
    case U'千':
    case U'仟': return 3;
    case U'万':
    case U'萬': return 4;
    case U'亿':
    case U'億': return 8;
    default: return 0;
    }
}

bool tj_numeral_begins(uint32_t c)
{
    return tj_chinese_digit(c) >= 0 || power_of(c) > 0 || c == U'数' || c == U'几';
}

static int64_t ten_to(int power)
{
    int64_t n = 1;
    while (power-- > 0) n *= 10;
    return n;
}

/* A magnitude word here that is not the first character of a unit (千瓦). */
static int take_power(struct reader *r)
{
    size_t len, unit;
    int power = power_of(peek(r, &len));
    if (power == 0 || tj_trie_longest(r->units, r->text, r->at, &unit)) return 0;
    r->at += len;
    return power;
}

/* 多 余 来 几 between the digits and a magnitude or a unit. */
static bool take_more(struct reader *r, enum tj_bound *bound)
{
    struct reader ahead = *r;
    size_t len, unit;
    uint32_t c = peek(&ahead, &len);
    if (c != U'多' && c != U'余' && c != U'来' && c != U'餘') return false;
    ahead.at += len;
    struct reader probe = ahead;
    if (take_power(&probe) == 0 && !tj_trie_longest(r->units, r->text, ahead.at, &unit)) return false;
    *bound = c == U'来' ? TJ_APPROX : TJ_GT;
    *r = ahead;
    return true;
}

/* The magnitude words that follow the digits, 万亿 multiplied together, with a 多 before or between them. */
static int take_powers(struct reader *r, enum tj_bound *bound)
{
    int total = 0;
    for (;;) {
        take_more(r, bound);
        int power = take_power(r);
        if (power == 0) return total;
        total += power;
    }
}

static bool is_digit(const struct reader *r, size_t at)
{
    return at < r->text.len && r->text.ptr[at] >= '0' && r->text.ptr[at] <= '9';
}

/* Digits with commas between groups of three, and a decimal part. */
static bool take_arabic(struct reader *r, int64_t *digits, int *places)
{
    size_t run = 0;
    for (*digits = 0, *places = 0; is_digit(r, r->at); r->at++) {
        if (__builtin_mul_overflow(*digits, 10, digits)
            || __builtin_add_overflow(*digits, r->text.ptr[r->at] - '0', digits))
            return false;
        run++;
        bool grouped = run <= 3 && r->at + 4 < r->text.len && r->text.ptr[r->at + 1] == ','
                       && is_digit(r, r->at + 2) && is_digit(r, r->at + 3) && is_digit(r, r->at + 4)
                       && !is_digit(r, r->at + 5);
        if (grouped) {
            r->at++;
            run = 0;
        }
    }
    if (run == 0 || !(r->at < r->text.len && r->text.ptr[r->at] == '.' && is_digit(r, r->at + 1)))
        return run > 0;
    for (r->at++; is_digit(r, r->at); r->at++, ++*places)
        if (__builtin_mul_overflow(*digits, 10, digits)
            || __builtin_add_overflow(*digits, r->text.ptr[r->at] - '0', digits))
            return false;
    return true;
}

/* 5亿3000万: the lower part behind a higher one. */
static void add_lower_part(struct reader *r, struct tj_numeral *n)
{
    struct reader ahead = *r;
    int64_t digits;
    int places;
    enum tj_bound bound = TJ_EQ;
    if (n->magnitude != 8 || !take_arabic(&ahead, &digits, &places) || places || digits >= 10000) return;
    if (take_powers(&ahead, &bound) != 4) return;
    struct tj_decimal high = n->value;
    if (!tj_decimal_scale(&high, 1, 10000) || high.pow10 < 0 || high.pow10 > 14) return;
    int64_t whole = high.digits * ten_to(high.pow10) + digits;
    n->value = tj_decimal_of(whole, 4);
    n->bound = bound;
    *r = ahead;
}

static bool read_arabic(struct reader *r, struct tj_numeral *n)
{
    int64_t digits;
    int places;
    if (!take_arabic(r, &digits, &places)) return false;
    n->magnitude = take_powers(r, &n->bound);
    n->value = tj_decimal_of(digits, n->magnitude - places);
    add_lower_part(r, n);
    return n->value.known;
}

/* State of reading a Chinese whole number. */
struct chinese {
    int64_t total, section;
    int digit, second; /* -1: none; second of 二三十 */
    int lowest;        /* the last power seen */
    unsigned chars;
    bool any_digit, any_power;
};

static bool take_chinese_digit(struct reader *r, struct chinese *c, int digit, size_t len)
{
    if (c->digit > 0) { /* two digits in a row: 二三十, else the numeral ends here */
        struct reader ahead = { r->text, r->at + len, r->units };
        size_t next;
        if (c->second >= 0 || digit != c->digit + 1) return false;
        bool goes_on =
            power_of(peek(&ahead, &next)) > 0 || tj_trie_longest(r->units, r->text, ahead.at, &next);
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
    int64_t unit = ten_to(power), digit = c->digit < 0 ? 0 : c->digit;
    if (power < 4) {
        if (c->digit <= 0 && c->section > 0) return false;
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
static bool is_weight(const struct reader *r, uint32_t ch, size_t len)
{
    size_t next;
    struct reader ahead = { r->text, r->at + len, r->units };
    return (ch == U'两' || ch == U'兩') && power_of(peek(&ahead, &next)) == 0;
}

/* Steps over digits and powers; `bound` tells of a 多 in between, which ends all but a further power. */
static void take_chinese(struct reader *r, struct chinese *c, enum tj_bound *bound)
{
    size_t len;
    for (uint32_t ch; (ch = peek(r, &len)) != 0;) {
        int digit = tj_chinese_digit(ch);
        if (c->chars && is_weight(r, ch, len)) return;
        if (digit >= 0 && *bound == TJ_EQ) {
            if (c->second >= 0 || !take_chinese_digit(r, c, digit, len)) return;
            continue;
        }
        struct reader before = *r;
        int power = take_power(r);
        if (power == 0 && *bound == TJ_EQ && c->chars && take_more(r, bound)) continue;
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
static int take_places(struct reader *r, int64_t *digits)
{
    struct reader ahead = *r;
    size_t len;
    int places = 0;
    if (!eat_any(&ahead, TJ_STR("点"))) return 0;
    for (int digit; (digit = tj_chinese_digit(peek(&ahead, &len))) >= 0 && places < 9; places++) {
        *digits = *digits * 10 + digit;
        ahead.at += len;
    }
    if (places) *r = ahead;
    return places;
}

static bool read_chinese(struct reader *r, struct tj_numeral *n)
{
    struct chinese c = { .digit = -1, .second = -1 };
    n->chinese = true;
    n->vague = eat_any(r, TJ_STR("数")) || eat_any(r, TJ_STR("几"));
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
        int more = take_powers(r, &n->bound);
        n->lower.pow10 = (int8_t)(n->lower.pow10 + more);
        n->upper.pow10 = (int8_t)(n->upper.pow10 + more);
        n->bound = TJ_RANGE;
        n->magnitude = power + more;
        return true;
    }
    int64_t whole = c.total + c.section + digit;
    int places = take_places(r, &whole);
    int more = places ? take_powers(r, &n->bound) : 0;
    n->magnitude = c.any_power ? c.lowest : more;
    n->value = tj_decimal_of(whole, more - places);
    return n->value.known;
}

static bool read_plain(struct reader *r, struct tj_numeral *n)
{
    return is_digit(r, r->at) ? read_arabic(r, n) : read_chinese(r, n);
}

/* 百分之六点五, 三分之二: what follows 分之 over what stands before it. */
static bool read_fraction(struct reader *r, struct tj_numeral *n)
{
    if (!n->value.known || n->value.digits <= 0 || n->value.pow10 > 6 || !eat_any(r, TJ_STR("分之")))
        return false;
    struct tj_numeral part = { 0 };
    if (!read_plain(r, &part) || !part.value.known) return false;
    int64_t whole = n->value.digits * ten_to(n->value.pow10);
    if (!tj_decimal_scale(&part.value, 1, whole)) return false;
    *n = part;
    n->fraction = true;
    return true;
}

bool tj_numeral_at(struct tj_str text, size_t at, const struct tj_trie *units, struct tj_numeral *out)
{
    struct reader r = { text, at, units };
    *out = (struct tj_numeral){ 0 };
    if (!read_plain(&r, out)) return false;
    struct reader ahead = r;
    struct tj_numeral fraction = *out;
    if (read_fraction(&ahead, &fraction)) {
        *out = fraction;
        r = ahead;
    }
    out->len = r.at - at;
    return true;
}

int tj_small_number(struct tj_str text)
{
    struct chinese c = { .digit = -1, .second = -1 };
    struct reader r = { text, 0, NULL };
    int64_t n = 0;
    if (text.len && text.ptr[0] >= '0' && text.ptr[0] <= '9') {
        for (; r.at < text.len && is_digit(&r, r.at) && n < 100000; r.at++)
            n = n * 10 + (text.ptr[r.at] - '0');
        return r.at == text.len ? (int)n : -1;
    }
    for (size_t len; r.at < text.len; r.at += len) {
        uint32_t ch = tj_char_at(text, r.at, &len);
        int digit = tj_chinese_digit(ch), power = power_of(ch);
        if (digit >= 0)
            c.digit = digit;
        else if (power == 0 || power > 3 || !apply_power(&c, power))
            return -1;
    }
    return text.len ? (int)(c.section + (c.digit < 0 ? 0 : c.digit)) : -1;
}

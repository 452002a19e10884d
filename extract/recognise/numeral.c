#include "extract/recognise/numeral_parts.h"

#include "extract/recognise/traits.h"

enum { MOST_PARTS = 100000000 }; /* 亿分之一 */

uint32_t tj_reader_peek(const struct tj_reader *r, size_t *len)
{
    *len = 0;
    if (r->at >= r->text.len) return 0;
    return tj_char_at(r->text, r->at, len);
}

bool tj_reader_eat(struct tj_reader *r, struct tj_str word)
{
    if (!tj_starts(tj_cut(r->text, r->at, r->text.len), word)) return false;
    r->at += word.len;
    return true;
}

int tj_chinese_digit(uint32_t c)
{
    if (!(tj_traits_of(c) & TJ_T_QUANTITY)) return -1;
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

int tj_power_of(uint32_t c)
{
    if (!(tj_traits_of(c) & TJ_T_QUANTITY)) return 0;
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
    return tj_chinese_digit(c) >= 0 || tj_power_of(c) > 0 || c == U'数' || c == U'几';
}

int64_t tj_ten_to(int power)
{
    int64_t n = 1;
    while (power-- > 0) n *= 10;
    return n;
}

/* A magnitude word here that is not the first character of a unit (千瓦). */
int tj_take_power(struct tj_reader *r)
{
    size_t len, unit;
    int power = tj_power_of(tj_reader_peek(r, &len));
    if (power == 0 || tj_trie_longest(r->units, r->text, r->at, &unit)) return 0;
    r->at += len;
    return power;
}

/* 多 余 来 几 between the digits and a magnitude or a unit. */
bool tj_take_more(struct tj_reader *r, enum tj_bound *bound)
{
    struct tj_reader ahead = *r;
    size_t len, unit;
    uint32_t c = tj_reader_peek(&ahead, &len);
    if (c != U'多' && c != U'余' && c != U'来' && c != U'餘') return false;
    ahead.at += len;
    struct tj_reader probe = ahead;
    if (tj_take_power(&probe) == 0 && !tj_trie_longest(r->units, r->text, ahead.at, &unit)) return false;
    *bound = c == U'来' ? TJ_APPROX : TJ_GT;
    *r = ahead;
    return true;
}

/* The magnitude words that follow the digits, 万亿 multiplied together, with a 多 before or between them. */
int tj_take_powers(struct tj_reader *r, enum tj_bound *bound)
{
    int total = 0;
    for (;;) {
        tj_take_more(r, bound);
        int power = tj_take_power(r);
        if (power == 0) return total;
        total += power;
    }
}

static bool is_digit(const struct tj_reader *r, size_t at)
{
    return at < r->text.len && r->text.ptr[at] >= '0' && r->text.ptr[at] <= '9';
}

/* Digits with commas between groups of three, and a decimal part. */
static bool take_arabic(struct tj_reader *r, int64_t *digits, int *places)
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

/* 5亿3000万, 1亿2千万, 1万6千: the lower part behind a higher one. */
static void add_lower_part(struct tj_reader *r, struct tj_numeral *n)
{
    struct tj_reader ahead = *r;
    int64_t digits;
    int places;
    enum tj_bound bound = TJ_EQ;
    if (!n->value.known || (n->magnitude != 8 && n->magnitude != 4) || !take_arabic(&ahead, &digits, &places)
        || places)
        return;
    int power = tj_take_powers(&ahead, &bound);
    if (power == 0 || power >= n->magnitude || digits >= tj_ten_to(n->magnitude - power)) return;
    struct tj_decimal whole = tj_decimal_add(n->value, tj_decimal_of(digits, power));
    if (!whole.known) return;
    n->value = whole;
    n->bound = bound;
    *r = ahead;
}

static bool read_arabic(struct tj_reader *r, struct tj_numeral *n)
{
    int64_t digits;
    int places;
    if (!take_arabic(r, &digits, &places)) return false;
    n->magnitude = tj_take_powers(r, &n->bound);
    n->value = tj_decimal_of(digits, n->magnitude - places);
    add_lower_part(r, n);
    return n->value.known;
}

/* 1/3: a small fraction with a stroke, not a date or a unit. */
static bool read_stroke(struct tj_reader *r, struct tj_numeral *n)
{
    struct tj_reader ahead = *r;
    int64_t over;
    int places;
    bool small = n->value.known && n->magnitude == 0 && n->value.pow10 >= 0 && n->value.pow10 < 2
                 && n->value.digits > 0;
    if (!small || !tj_reader_eat(&ahead, TJ_STR("/")) || !take_arabic(&ahead, &over, &places) || places)
        return false;
    int64_t top = n->value.digits * tj_ten_to(n->value.pow10);
    struct tj_str rest = tj_cut(ahead.text, ahead.at, ahead.text.len);
    if (tj_starts(rest, TJ_STR("万"))) return false; /* 9/10万 */
    bool more = is_digit(&ahead, ahead.at) || (ahead.at < ahead.text.len && ahead.text.ptr[ahead.at] == '/');
    if (top >= over || over > 20 || more || !tj_decimal_scale(&n->value, 1, over)) return false;
    n->fraction = true;
    *r = ahead;
    return true;
}

static bool read_plain(struct tj_reader *r, struct tj_numeral *n)
{
    return is_digit(r, r->at) ? read_arabic(r, n) : tj_read_chinese(r, n);
}

/* 百分之六点五, 三分之二: what follows 分之 over what stands before it. */
static bool read_fraction(struct tj_reader *r, struct tj_numeral *n)
{
    bool sane = n->value.known && n->value.digits > 0 && n->value.digits <= MOST_PARTS && n->value.pow10 >= 0
                && n->value.pow10 <= 6;
    if (!sane || !tj_reader_eat(r, TJ_STR("分之"))) return false;
    struct tj_numeral part = { 0 };
    if (!read_plain(r, &part) || !part.value.known) return false;
    int64_t whole = n->value.digits * tj_ten_to(n->value.pow10);
    if (!tj_decimal_scale(&part.value, 1, whole)) return false;
    *n = part;
    n->fraction = true;
    return true;
}

bool tj_numeral_at(struct tj_str text, size_t at, const struct tj_trie *units, struct tj_numeral *out)
{
    struct tj_reader r = { text, at, units };
    *out = (struct tj_numeral){ 0 };
    if (!read_plain(&r, out)) return false;
    out->len = r.at - at;
    char mark = r.at < text.len ? text.ptr[r.at] : '\0';
    if (mark != '/' && mark != "分"[0]) return true; /* nearly always */
    struct tj_reader ahead = r;
    struct tj_numeral fraction = *out;
    if (read_fraction(&ahead, &fraction) || (!out->chinese && read_stroke(&ahead, &fraction))) {
        *out = fraction;
        r = ahead;
    }
    out->len = r.at - at;
    return true;
}

/* What stands right around a number: a sign before it, or nothing that it counts behind it. */
#include "extract/recognise/quantity_parts.h"

/* A number alone is a quantity only if it is written like one: 46万, 2.93. */
static bool is_written_like_one(const struct tj_numeral *n, struct tj_str text, size_t end)
{
    if (n->chinese || (end < text.len && tj_is_ascii_word(text.ptr[end]))) return false;
    return n->magnitude >= 4 || (n->value.known && n->value.pow10 < 0);
}

/* GDP突破|万亿|大关: a magnitude alone that was passed. */
static bool is_passed(const struct tj_numeral *n, struct tj_str text, size_t at, size_t end)
{
    enum { HUNDRED_MILLION = 8 };
    static const char *const verbs[] = { "突破", "突破了", "跨越", "迈过", "越过", "站上", NULL };
    static const char *const ends[] = { "大关", "，", "。", "；", "！", "、", NULL };
    struct tj_str rest = tj_cut(text, end, text.len);
    return n->bare && n->magnitude >= HUNDRED_MILLION && tj_ends_in_one(tj_cut(text, 0, at), verbs)
           && (rest.len == 0 || tj_starts_with_one(rest, ends));
}

bool tj_numeral_stands_alone(const struct tj_numeral *n, struct tj_str text, size_t at, size_t end)
{
    return is_written_like_one(n, text, end) || is_passed(n, text, at, end);
}

/* Does 负 end the words, and as a sign: 为负, 由负, not 肩负? */
static bool is_negative(struct tj_str left)
{
    static const char *const signs[] = { "为负", "是负", "到负", "至负", "由负", "从负", "达负", NULL };
    return tj_ends(left, TJ_STR("负")) && tj_ends_in_one(left, signs);
}

static void turn_sign(struct tj_quantity *q, size_t sign)
{
    struct tj_decimal low = q->lower;
    q->value = tj_decimal_negate(q->value);
    q->number = tj_decimal_negate(q->number);
    if (q->bound == TJ_RANGE) q->lower = tj_decimal_negate(q->upper), q->upper = tj_decimal_negate(low);
    q->off -= sign;
    q->len += sign;
}

/* 零下41度, 气温达35度: degrees of temperature, where a 度 alone is a kilowatt-hour. */
static void read_temperature(struct tj_str left, struct tj_quantity *q)
{
    enum { NEAR = 36 }; /* bytes */
    static const char *const words[] = {
        "气温", "温度", "高温", "低温", "室温", "水温", "体温", "零上", NULL
    };
    struct tj_str unit = TJ_STR("degC"), near = tj_cut(left, left.len > NEAR ? left.len - NEAR : 0, left.len);
    bool below = tj_ends(left, TJ_STR("零下")) && (q->value.known || q->bound == TJ_RANGE);
    bool power = tj_equal(q->unit, TJ_STR("kWh")) && q->unit_text.len == sizeof "度" - 1;
    if (!below && (!power || !tj_holds_one(near, words))) return;
    if (power) q->unit = unit;
    if (!below || !tj_equal(q->unit, unit)) return;
    turn_sign(q, sizeof "零下" - 1);
    q->bound = q->bound == TJ_GT ? TJ_LT : q->bound == TJ_GE ? TJ_LE : q->bound;
}

/* A minus sign right before the number, which is not a range's dash. */
bool tj_quantity_minus(struct tj_str text, struct tj_quantity *q, size_t from)
{
    bool degrees = tj_equal(q->unit, TJ_STR("kWh")) || tj_equal(q->unit, TJ_STR("degC"));
    if (degrees) read_temperature(tj_cut(text, from, q->off), q);
    if (is_negative(tj_cut(text, from, q->off)) && q->value.known && !q->chinese) { /* 增速为负0.6% */
        turn_sign(q, sizeof "负" - 1);
        return true;
    }
    if (q->off == from || text.ptr[q->off - 1] != '-' || !q->value.known) return false;
    char left = q->off - from >= 2 ? text.ptr[q->off - 2] : ' ';
    if (tj_is_ascii_word(left) || left == '%') return false;
    turn_sign(q, 1);
    return true;
}

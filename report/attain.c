#include "report/attain.h"

enum { MOST_SHIFT = 30 };

static bool shift(int64_t *digits, int by)
{
    if (by > MOST_SHIFT) return false;
    for (; by > 0; by--)
        if (__builtin_mul_overflow(*digits, 10, digits)) return false;
    return true;
}

/* a + b; unknown if it does not fit. */
static struct tj_decimal add(struct tj_decimal a, struct tj_decimal b)
{
    struct tj_decimal unknown = { 0 };
    if (!a.known || !b.known) return unknown;
    if (a.digits == 0) return b;
    if (b.digits == 0) return a;
    int pow10 = a.pow10 < b.pow10 ? a.pow10 : b.pow10;
    int64_t x = a.digits, y = b.digits, sum;
    if (!shift(&x, a.pow10 - pow10) || !shift(&y, b.pow10 - pow10) || __builtin_add_overflow(x, y, &sum))
        return unknown;
    return tj_decimal_of(sum, pow10);
}

static struct tj_decimal less(struct tj_decimal a, struct tj_decimal b)
{
    return add(a, tj_decimal_negate(b));
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* The numeral in Arabic digits at the start of `text` or further on: its digits as a decimal that keeps
   its own last place, as `places` behind the point. */
static bool find_numeral(struct tj_str text, struct tj_decimal *out, int *places)
{
    size_t i = 0;
    while (i < text.len && !is_digit(text.ptr[i])) i++;
    int64_t digits = 0;
    bool point = false, fits = true;
    size_t first = i;
    for (*places = 0; i < text.len && fits; i++) {
        if (text.ptr[i] == '.' && !point && i > first) {
            point = true;
        } else if (is_digit(text.ptr[i])) {
            fits = !__builtin_mul_overflow(digits, 10, &digits)
                   && !__builtin_add_overflow(digits, text.ptr[i] - '0', &digits);
            *places += point;
        } else if (text.ptr[i] != ',') {
            break;
        }
    }
    *out = tj_decimal_of(digits, -*places);
    return fits && digits != 0 && out->known;
}

struct tj_decimal tj_half_last_digit(const struct tj_fact *fact)
{
    struct tj_decimal v = fact->value, numeral;
    int places;
    if (!v.known) return v;
    int last = v.pow10; /* Chinese numerals: the last digit that is no zero */
    bool same_digits = find_numeral(fact->text, &numeral, &places)
                       && numeral.digits == (v.digits < 0 ? -v.digits : v.digits);
    if (same_digits) last = v.pow10 - numeral.pow10 - places;
    return tj_decimal_of(5, last - 1);
}

static bool wants_less(const struct tj_fact *target, bool lower_is_better)
{
    if (target->bound == TJ_GE || target->bound == TJ_GT) return false;
    if (target->bound == TJ_LE || target->bound == TJ_LT) return true;
    struct tj_decimal v = target->bound == TJ_RANGE ? target->upper : target->value;
    bool moves = target->measure == TJ_GROWTH || target->measure == TJ_CHANGE;
    return lower_is_better || target->measure == TJ_RANK || (moves && v.known && v.digits < 0);
}

/* The end of the target that must be reached. */
static struct tj_decimal threshold(const struct tj_fact *target, bool less_is_good)
{
    if (target->bound == TJ_RANGE) return less_is_good ? target->upper : target->lower;
    if (target->bound != TJ_APPROX) return target->value;
    struct tj_decimal half = tj_half_last_digit(target);
    return less_is_good ? add(target->value, half) : less(target->value, half);
}

/* What the result is taken for: of a range the end that is worse. */
static struct tj_decimal reached(const struct tj_fact *result, bool less_is_good)
{
    if (result->bound != TJ_RANGE) return result->value;
    return less_is_good ? result->upper : result->lower;
}

static bool is_met(const struct tj_fact *target, const struct tj_fact *result, int order, bool less_is_good)
{
    if (order == 0) {
        if (target->bound == TJ_GT) return result->bound == TJ_GT;
        if (target->bound == TJ_LT) return result->bound == TJ_LT;
        return true;
    }
    return less_is_good ? order < 0 : order > 0;
}

static struct tj_decimal gap(const struct tj_fact *target, struct tj_decimal value)
{
    if (target->bound != TJ_RANGE) return less(value, target->value);
    if (tj_decimal_order(value, target->lower) < 0) return less(value, target->lower);
    if (tj_decimal_order(value, target->upper) > 0) return less(value, target->upper);
    return tj_decimal_of(0, 0);
}

struct tj_attainment tj_attain(const struct tj_fact *target, const struct tj_fact *result,
                               bool lower_is_better)
{
    struct tj_attainment none = { TJ_NO_RESULT, { 0 } };
    if (!result) return none;
    bool less_is_good = wants_less(target, lower_is_better);
    struct tj_decimal aim = threshold(target, less_is_good), value = reached(result, less_is_good);
    if (!aim.known || !value.known
        || (target->bound == TJ_RANGE && (!target->lower.known || !target->upper.known)))
        return none;
    bool met = is_met(target, result, tj_decimal_order(value, aim), less_is_good);
    return (struct tj_attainment){ met ? TJ_MET : TJ_MISSED, gap(target, value) };
}

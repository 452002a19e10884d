#include "extract/base/decimal.h"

#include <stdlib.h>

__extension__ typedef __int128 wide_int;

enum { MAX_POW10 = 100 };

struct tj_decimal tj_decimal_of(int64_t digits, int pow10)
{
    while (digits != 0 && digits % 10 == 0) {
        digits /= 10;
        pow10++;
    }
    if (digits == 0) pow10 = 0;
    bool fits = pow10 >= -MAX_POW10 && pow10 <= MAX_POW10;
    return (struct tj_decimal){ digits, (int8_t)(fits ? pow10 : 0), fits };
}

static bool narrow(wide_int wide, int pow10, struct tj_decimal *d)
{
    while (wide != 0 && wide % 10 == 0) {
        wide /= 10;
        pow10++;
    }
    if (wide > INT64_MAX || wide < -INT64_MAX) return false;
    *d = tj_decimal_of((int64_t)wide, pow10);
    return d->known;
}

static wide_int divide_rounded(wide_int n, int64_t by)
{
    wide_int half = n < 0 ? -(by / 2) : by / 2;
    return (n + half) / by;
}

bool tj_decimal_scale(struct tj_decimal *d, int64_t numerator, int64_t denominator)
{
    assert(d->known && denominator > 0);
    wide_int wide = (wide_int)d->digits * numerator;
    int pow10 = d->pow10;
    while (wide % denominator != 0 && pow10 > -TJ_ROUND_PLACES) {
        if (wide / denominator > INT64_MAX / 10 || wide / denominator < -INT64_MAX / 10) break;
        wide *= 10;
        pow10--;
    }
    return narrow(divide_rounded(wide, denominator), pow10, d);
}

struct tj_decimal tj_decimal_negate(struct tj_decimal d)
{
    d.digits = -d.digits;
    return d;
}

struct tj_decimal tj_decimal_add(struct tj_decimal a, struct tj_decimal b)
{
    assert(a.known && b.known);
    wide_int x = a.digits, y = b.digits;
    int low = a.pow10 < b.pow10 ? a.pow10 : b.pow10;
    struct tj_decimal sum = { 0 };
    if (a.pow10 - low > 18 || b.pow10 - low > 18) return sum;
    for (int p = a.pow10; p > low; p--) x *= 10;
    for (int p = b.pow10; p > low; p--) y *= 10;
    if (!narrow(x + y, low, &sum)) sum.known = false;
    return sum;
}

static int sign(int64_t n) { return (n > 0) - (n < 0); }

static int length(int64_t n)
{
    int len = 0;
    for (; n; n /= 10) len++;
    return len;
}

int tj_decimal_order(struct tj_decimal a, struct tj_decimal b)
{
    assert(a.known && b.known);
    int sa = sign(a.digits), sb = sign(b.digits);
    if (sa != sb) return sa < sb ? -1 : 1;
    int la = length(a.digits) + a.pow10, lb = length(b.digits) + b.pow10;
    if (la != lb) return (la < lb ? -1 : 1) * (sa ? sa : 1);
    wide_int x = a.digits, y = b.digits;
    for (int p = a.pow10; p > b.pow10; p--) x *= 10;
    for (int p = b.pow10; p > a.pow10; p--) y *= 10;
    return (x > y) - (x < y);
}

size_t tj_decimal_text(struct tj_decimal d, char out[TJ_DECIMAL_TEXT])
{
    if (!d.known) return 0;
    char digits[24];
    uint64_t left = d.digits < 0 ? 0 - (uint64_t)d.digits : (uint64_t)d.digits;
    int n = 0;
    do digits[n++] = (char)('0' + left % 10);
    while (left /= 10);
    size_t len = 0;
    if (d.digits < 0) out[len++] = '-';
    int point = n + d.pow10; /* digits before the decimal point */
    if (point <= 0) out[len++] = '0';
    for (int i = 0; i < point; i++) out[len++] = i < n ? digits[n - 1 - i] : '0';
    if (point >= n) return len;
    out[len++] = '.';
    for (int i = point; i < n; i++) out[len++] = i < 0 ? '0' : digits[n - 1 - i];
    return len;
}

void tj_put_decimal(struct tj_buffer *b, struct tj_decimal d)
{
    b->len += tj_decimal_text(d, tj_buffer_room(b, TJ_DECIMAL_TEXT));
}

/* Takes one more digit; zeros wait in `zeros` until a digit follows, so that 126000000000000000000 fits. */
static bool take_digit(int64_t *digits, int *zeros, int digit)
{
    if (digit == 0 || *digits > INT64_MAX / 10) return digit == 0 && ++*zeros < MAX_POW10;
    for (; *zeros > 0; --*zeros)
        if (__builtin_mul_overflow(*digits, 10, digits)) return false;
    return !__builtin_mul_overflow(*digits, 10, digits) && !__builtin_add_overflow(*digits, digit, digits);
}

bool tj_decimal_read(struct tj_str s, struct tj_decimal *out)
{
    *out = (struct tj_decimal){ 0 };
    if (s.len == 0) return true;
    bool minus = tj_eat(&s, TJ_STR("-"));
    int64_t digits = 0;
    int zeros = 0, pow10 = 0;
    bool point = false, any = false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '.' && !point && any) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9' || !take_digit(&digits, &zeros, c - '0')) return false;
        any = true;
        pow10 -= point;
    }
    if (!any) return false;
    *out = tj_decimal_of(minus ? -digits : digits, pow10 + zeros);
    return out->known;
}

double tj_decimal_double(struct tj_decimal d)
{
    char text[TJ_DECIMAL_TEXT + 8];
    text[tj_decimal_text(d, text)] = '\0';
    return strtod(text, NULL);
}

/* Exact decimal numbers: an integer times a power of ten. No value between a source text and an output
   file passes through a binary float. */
#ifndef TJ_DECIMAL_H
#define TJ_DECIMAL_H

#include "extract/base/buffer.h"

/* digits × 10^pow10; meaningless unless `known`. Kept without trailing zeros in `digits` (zero is 0 × 10^0),
   so that equal numbers are equal structs. */
struct tj_decimal {
    int64_t digits;
    int8_t pow10;
    bool known;
};

enum { TJ_DECIMAL_TEXT = 192 }; /* room that any decimal's text fits in */

/* A known decimal in lowest form. */
struct tj_decimal tj_decimal_of(int64_t digits, int pow10);

/* `d` × numerator / denominator, exact if it can be, else rounded half away from zero to `places` decimals
   (see TJ_ROUND_PLACES). False, leaving `d`, when it does not fit. */
bool tj_decimal_scale(struct tj_decimal *d, int64_t numerator, int64_t denominator);
enum { TJ_ROUND_PLACES = 9 };

/* a + b, both known; not known if it does not fit. */
struct tj_decimal tj_decimal_add(struct tj_decimal a, struct tj_decimal b);

struct tj_decimal tj_decimal_negate(struct tj_decimal d);

/* -1, 0 or 1 as a is less than, equal to or greater than b; both known. */
int tj_decimal_order(struct tj_decimal a, struct tj_decimal b);

/* Plain notation without exponent: 73138000000, 0.165, -2.5. Writes at most TJ_DECIMAL_TEXT bytes, no
   terminator, and returns how many; nothing for an unknown one. */
size_t tj_decimal_text(struct tj_decimal d, char out[TJ_DECIMAL_TEXT]);
void tj_put_decimal(struct tj_buffer *b, struct tj_decimal d);

/* Reads what tj_decimal_text writes; false if `s` is anything else or does not fit. Empty is unknown. */
bool tj_decimal_read(struct tj_str s, struct tj_decimal *out);

/* The nearest double, for statistics and spreadsheets only. */
double tj_decimal_double(struct tj_decimal d);

#endif

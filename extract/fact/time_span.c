#include "extract/fact/time_span.h"

/* Exactly `width` digits whose value lies between `least` and `most`. */
static bool eat_number(struct tj_str *s, size_t width, int least, int most, int *out)
{
    if (s->len < width) return false;
    *out = 0;
    for (size_t i = 0; i < width; i++) {
        if (s->ptr[i] < '0' || s->ptr[i] > '9') return false;
        *out = *out * 10 + (s->ptr[i] - '0');
    }
    *s = tj_cut(*s, width, s->len);
    return *out >= least && *out <= most;
}

static int days_of(int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int year = month / 12;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month % 12] + (leap && month % 12 == 1);
}

/* The `n`th of the parts of `months` months of a year that begins at month `start`. */
static struct tj_span_end part(enum tj_span_unit unit, int start, int n, int months)
{
    int first = start + (n - 1) * months;
    return (struct tj_span_end){ unit, first, first + months - 1, 0 };
}

static bool eat_end(struct tj_str *s, struct tj_span_end *out)
{
    int year, n;
    if (!eat_number(s, 4, 1, 9999, &year)) return false;
    *out = part(TJ_SPAN_YEAR, year * 12, 1, 12);
    if (!tj_eat(s, TJ_STR("-"))) return true;
    bool half = tj_eat(s, TJ_STR("H"));
    if (half || tj_eat(s, TJ_STR("Q"))) {
        if (!eat_number(s, 1, 1, half ? 2 : 4, &n)) return false;
        *out = part(half ? TJ_SPAN_HALF : TJ_SPAN_QUARTER, year * 12, n, half ? 6 : 3);
        return true;
    }
    if (!eat_number(s, 2, 1, 12, &n)) return false;
    *out = part(TJ_SPAN_MONTH, year * 12, n, 1);
    if (!tj_eat(s, TJ_STR("-"))) return true;
    out->unit = TJ_SPAN_DAY;
    return eat_number(s, 2, 1, days_of(out->first), &out->day);
}

bool tj_time_span_read(struct tj_str text, struct tj_time_span *out)
{
    if (!eat_end(&text, &out->from)) return false;
    out->to = out->from;
    out->single = text.len == 0;
    if (out->single) return true;
    if (!tj_eat(&text, TJ_STR("/")) || !eat_end(&text, &out->to) || text.len) return false;
    if (out->to.last != out->from.first) return out->to.last > out->from.first;
    return out->to.day == 0 || out->to.day >= out->from.day;
}

#include "report/period.h"

#include <stdio.h>

enum part_kind { PART_YEAR, PART_HALF, PART_QUARTER, PART_MONTH, PART_DAY };

struct part {
    enum part_kind kind;
    int32_t from, to;
};

static const char *const zh_ordinal[] = { "零", "一", "二", "三", "四" };
static const char *const en_month[] = { "",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static int32_t day_number(int year, int month, int day) { return year * 10000 + month * 100 + day; }
static int year_of(int32_t day) { return day / 10000; }
static int month_of(int32_t day) { return day / 100 % 100; }
static int day_of(int32_t day) { return day % 100; }

/* Exactly `width` digits whose value lies between `least` and `most`. */
static bool eat_number(struct tj_str *s, size_t width, int least, int most, int *out)
{
    if (s->len < width) return false;
    int n = 0;
    for (size_t i = 0; i < width; i++) {
        if (s->ptr[i] < '0' || s->ptr[i] > '9') return false;
        n = n * 10 + (s->ptr[i] - '0');
    }
    if (n < least || n > most) return false;
    *s = tj_cut(*s, width, s->len);
    *out = n;
    return true;
}

/* Months `first` to `last` of a year. */
static struct part months(enum part_kind kind, int year, int first, int last)
{
    return (struct part){ kind, day_number(year, first, 1), day_number(year, last, 31) };
}

static bool eat_part(struct tj_str *s, struct part *out)
{
    int year, n, day;
    if (!eat_number(s, 4, 1, 9999, &year)) return false;
    *out = months(PART_YEAR, year, 1, 12);
    if (!tj_eat(s, TJ_STR("-"))) return true;
    if (tj_eat(s, TJ_STR("Q"))) {
        if (!eat_number(s, 1, 1, 4, &n)) return false;
        *out = months(PART_QUARTER, year, n * 3 - 2, n * 3);
        return true;
    }
    if (tj_eat(s, TJ_STR("H"))) {
        if (!eat_number(s, 1, 1, 2, &n)) return false;
        *out = months(PART_HALF, year, n * 6 - 5, n * 6);
        return true;
    }
    if (!eat_number(s, 2, 1, 12, &n)) return false;
    *out = months(PART_MONTH, year, n, n);
    if (!tj_eat(s, TJ_STR("-"))) return true;
    if (!eat_number(s, 2, 1, 31, &day)) return false;
    *out = (struct part){ PART_DAY, day_number(year, n, day), day_number(year, n, day) };
    return true;
}

static enum tj_when_kind kind_alone(enum part_kind kind)
{
    static const enum tj_when_kind kinds[] = { TJ_YEAR, TJ_HALF, TJ_QUARTER, TJ_MONTH, TJ_DAY };
    return kinds[kind];
}

static enum tj_when_kind kind_of_span(struct part a, struct part b)
{
    if (a.kind != b.kind) return TJ_SPAN;
    bool to_date = year_of(a.from) == year_of(b.to) && month_of(a.from) == 1;
    switch (a.kind) {
    case PART_YEAR: return TJ_YEARS;
    case PART_QUARTER: return to_date ? TJ_QUARTERS_TO_DATE : TJ_SPAN;
    case PART_MONTH: return to_date ? TJ_MONTHS_TO_DATE : TJ_SPAN;
    default: return TJ_SPAN;
    }
}

bool tj_when_read(struct tj_str text, struct tj_when *out)
{
    struct part a, b;
    if (!eat_part(&text, &a)) return false;
    if (text.len == 0) {
        *out = (struct tj_when){ kind_alone(a.kind), a.from, a.to };
        return true;
    }
    if (!tj_eat(&text, TJ_STR("/")) || !eat_part(&text, &b) || text.len || b.to < a.from) return false;
    bool same = a.kind == b.kind && a.from == b.from;
    *out = (struct tj_when){ same ? kind_alone(a.kind) : kind_of_span(a, b), a.from, b.to };
    return true;
}

int tj_when_order(struct tj_when a, struct tj_when b)
{
    if (a.kind != b.kind) return a.kind < b.kind ? -1 : 1;
    if (a.to != b.to) return a.to < b.to ? -1 : 1;
    return (a.from > b.from) - (a.from < b.from);
}

bool tj_when_year_before(struct tj_when when, struct tj_when *out)
{
    if (year_of(when.from) != year_of(when.to) || year_of(when.from) < 2) return false;
    *out = (struct tj_when){ when.kind, when.from - day_number(1, 0, 0), when.to - day_number(1, 0, 0) };
    return true;
}

bool tj_when_before(struct tj_when when, struct tj_when *out)
{
    static const int lengths[TJ_WHEN_KIND_COUNT] = {
        [TJ_YEAR] = 12, [TJ_HALF] = 6, [TJ_QUARTER] = 3, [TJ_MONTH] = 1
    };
    int length = lengths[when.kind], last = month_of(when.from) - 1, year = year_of(when.from);
    if (length == 0 || year < 2) return false;
    if (last == 0) {
        last = 12;
        year--;
    }
    *out = (struct tj_when){ when.kind, day_number(year, last - length + 1, 1), day_number(year, last, 31) };
    return true;
}

int tj_when_year(struct tj_when when) { return year_of(when.to); }

/* 2023-10-01/2023-10-07: days, not whole months, where months are told from the 1st to the 31st. */
static bool is_of_days(struct tj_when w) { return day_of(w.from) != 1 || day_of(w.to) != 31; }

static int zh_label(struct tj_when w, char *out, size_t size)
{
    int y = year_of(w.from), m = month_of(w.from), y2 = year_of(w.to), m2 = month_of(w.to);
    switch (w.kind) {
    case TJ_YEAR: return snprintf(out, size, "%d年", y);
    case TJ_HALF: return snprintf(out, size, "%d年%s半年", y, m == 1 ? "上" : "下");
    case TJ_QUARTER: return snprintf(out, size, "%d年%s季度", y, zh_ordinal[m2 / 3]);
    case TJ_QUARTERS_TO_DATE: return snprintf(out, size, "%d年前%s季度", y, zh_ordinal[m2 / 3]);
    case TJ_MONTH: return snprintf(out, size, "%d年%d月", y, m);
    case TJ_MONTHS_TO_DATE: return snprintf(out, size, "%d年1—%d月", y, m2);
    case TJ_YEARS: return snprintf(out, size, "%d—%d年", y, y2);
    case TJ_DAY: return snprintf(out, size, "%d年%d月%d日", y, m, day_of(w.to));
    default:
        if (!is_of_days(w)) return snprintf(out, size, "%d年%d月—%d年%d月", y, m, y2, m2);
        if (y == y2)
            return snprintf(out, size, "%d年%d月%d日—%d月%d日", y, m, day_of(w.from), m2, day_of(w.to));
        return snprintf(out, size, "%d年%d月%d日—%d年%d月%d日", y, m, day_of(w.from), y2, m2, day_of(w.to));
    }
}

static int en_label(struct tj_when w, char *out, size_t size)
{
    int y = year_of(w.from), m = month_of(w.from), y2 = year_of(w.to), m2 = month_of(w.to);
    switch (w.kind) {
    case TJ_YEAR: return snprintf(out, size, "%d", y);
    case TJ_HALF: return snprintf(out, size, "H%d %d", m2 / 6, y);
    case TJ_QUARTER: return snprintf(out, size, "Q%d %d", m2 / 3, y);
    case TJ_QUARTERS_TO_DATE: return snprintf(out, size, "Q1–Q%d %d", m2 / 3, y);
    case TJ_MONTH: return snprintf(out, size, "%s %d", en_month[m], y);
    case TJ_MONTHS_TO_DATE: return snprintf(out, size, "Jan–%s %d", en_month[m2], y);
    case TJ_YEARS: return snprintf(out, size, "%d–%d", y, y2);
    case TJ_DAY: return snprintf(out, size, "%d %s %d", day_of(w.to), en_month[m], y);
    default:
        if (!is_of_days(w)) return snprintf(out, size, "%s %d–%s %d", en_month[m], y, en_month[m2], y2);
        return snprintf(out, size, "%d %s %d–%d %s %d", day_of(w.from), en_month[m], y, day_of(w.to),
                        en_month[m2], y2);
    }
}

void tj_when_label(struct tj_when when, bool english, struct tj_buffer *out)
{
    char text[64];
    (english ? en_label : zh_label)(when, text, sizeof text);
    tj_put(out, tj_str_of(text));
}

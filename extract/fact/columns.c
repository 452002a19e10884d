#include "extract/fact/columns.h"

#include <stddef.h>

enum kind { TEXT, COUNT, PAGE, DECIMAL, MEASURE, BOUND, STANDING, HUNDREDTHS };

#define COLUMN(field, kind)                                                   \
    {                                                                         \
        { #field, sizeof(#field) - 1 }, kind, offsetof(struct tj_fact, field) \
    }
static const struct {
    struct tj_str name;
    enum kind kind;
    size_t offset;
} columns[TJ_COLUMNS] = {
    COLUMN(id, TEXT),
    COLUMN(doc, TEXT),
    COLUMN(title, TEXT),
    COLUMN(date, TEXT),
    COLUMN(start, COUNT),
    COLUMN(end, COUNT),
    COLUMN(source_start, COUNT),
    COLUMN(source_end, COUNT),
    COLUMN(text, TEXT),
    COLUMN(measure, MEASURE),
    COLUMN(value, DECIMAL),
    COLUMN(lower, DECIMAL),
    COLUMN(upper, DECIMAL),
    COLUMN(unit, TEXT),
    COLUMN(bound, BOUND),
    COLUMN(indicator, TEXT),
    COLUMN(indicator_raw, TEXT),
    COLUMN(indicator_code, TEXT),
    COLUMN(region, TEXT),
    COLUMN(region_code, TEXT),
    COLUMN(period, TEXT),
    COLUMN(status, STANDING),
    COLUMN(basis, TEXT),
    COLUMN(confidence, HUNDREDTHS),
    COLUMN(sentence, TEXT),
    COLUMN(source, TEXT),
    COLUMN(row, TEXT),
    COLUMN(column, TEXT),
    COLUMN(page, PAGE),
};
#undef COLUMN

struct tj_str tj_column_name(size_t column) { return columns[column].name; }

size_t tj_column_of(struct tj_str name)
{
    size_t c = 0;
    while (c < TJ_COLUMNS && !tj_equal(columns[c].name, name)) c++;
    return c;
}

bool tj_column_is_count(size_t column)
{
    return columns[column].kind == COUNT || columns[column].kind == PAGE;
}
bool tj_column_is_decimal(size_t column) { return columns[column].kind == DECIMAL; }

static void put_hundredths(struct tj_buffer *out, unsigned n)
{
    tj_put_decimal(out, tj_decimal_of((int64_t)n, -2));
}

void tj_column_put(struct tj_buffer *out, const struct tj_fact *fact, size_t column)
{
    const char *field = (const char *)fact + columns[column].offset;
    switch (columns[column].kind) {
    case TEXT: tj_put(out, *(const struct tj_str *)(const void *)field); return;
    case COUNT: tj_put_size(out, *(const uint64_t *)(const void *)field); return;
    case PAGE:
        if (fact->page) tj_put_size(out, fact->page);
        return;
    case DECIMAL: tj_put_decimal(out, *(const struct tj_decimal *)(const void *)field); return;
    case MEASURE: tj_put(out, tj_measure_word(fact->measure)); return;
    case BOUND: tj_put(out, tj_bound_word(fact->bound)); return;
    case STANDING: tj_put(out, tj_standing_word(fact->status)); return;
    case HUNDREDTHS: put_hundredths(out, fact->confidence); return;
    }
}

static bool count_of(struct tj_str text, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
        if (__builtin_mul_overflow(*out, 10, out)
            || __builtin_add_overflow(*out, (uint64_t)(text.ptr[i] - '0'), out))
            return false;
    }
    return true;
}

/* 0 to 1, rounded to hundredths. */
static bool hundredths_of(struct tj_str text, unsigned *out)
{
    struct tj_decimal d;
    *out = 0;
    if (text.len == 0) return true;
    if (!tj_decimal_read(text, &d) || d.digits < 0 || tj_decimal_order(d, tj_decimal_of(1, 0)) > 0)
        return false;
    *out = (unsigned)(tj_decimal_double(d) * 100 + 0.5);
    return true;
}

bool tj_column_set(struct tj_fact *fact, size_t column, struct tj_str text)
{
    char *field = (char *)fact + columns[column].offset;
    switch (columns[column].kind) {
    case TEXT: *(struct tj_str *)(void *)field = text; return true;
    case COUNT:
    case PAGE: return count_of(text, (uint64_t *)(void *)field);
    case DECIMAL: return tj_decimal_read(text, (struct tj_decimal *)(void *)field);
    case MEASURE: return tj_measure_of(text, &fact->measure);
    case BOUND: return text.len == 0 || tj_bound_of(text, &fact->bound);
    case STANDING: return text.len == 0 || tj_standing_of(text, &fact->status);
    case HUNDREDTHS: return hundredths_of(text, &fact->confidence);
    }
    return false;
}

const char *tj_fact_wrong(const struct tj_fact *fact)
{
    if (fact->id.len == 0) return "a fact needs an id";
    if (fact->start > fact->end || fact->source_start > fact->source_end)
        return "start must not lie behind end";
    if (!fact->value.known && !fact->lower.known && !fact->upper.known)
        return "a fact needs value, or lower and upper";
    return NULL;
}

#include "report/number.h"

#include <limits.h>
#include <stdio.h>

#include "extract/base/table.h"

struct unit_row {
    struct tj_str unit, zh, zh_scales, en, en_scales;
};

struct tj_display_units {
    struct unit_row *rows;
    size_t count, capacity;
};

enum { COLUMNS = 5, PERCENT_POWER = 2 };

enum tj_status tj_display_units_load(struct tj_arena *arena, struct tj_str text, const char *name,
                                     const struct tj_display_units **out, struct tj_error *err)
{
    struct tj_display_units *units = tj_alloc(arena, sizeof *units);
    struct tj_table table = tj_table_of(text);
    for (struct tj_row row; tj_table_next(&table, &row);) {
        if (row.count > COLUMNS || row.cells[0].len == 0)
            return tj_fail(err, TJ_BAD_TABLE, name, row.line, "needs unit, zh, zh_scales, en, en_scales");
        units->rows = tj_grow(arena, units->rows, units->count, &units->capacity, sizeof *units->rows);
        units->rows[units->count++] =
            (struct unit_row){ row.cells[0], row.cells[1], row.cells[2], row.cells[3], row.cells[4] };
    }
    if (units->count == 0 || !tj_equal(units->rows[units->count - 1].unit, TJ_STR("*")))
        return tj_fail(err, TJ_BAD_TABLE, name, table.line, "the last row must be that of *");
    *out = units;
    return TJ_OK;
}

struct tj_display tj_display_of(const struct tj_display_units *units, struct tj_str unit, bool english)
{
    size_t i = 0;
    while (i + 1 < units->count && !tj_equal(units->rows[i].unit, unit)) i++;
    const struct unit_row *row = &units->rows[i];
    struct tj_display d = { .canonical = unit,
                            .name = english ? row->en : row->zh,
                            .scales = english ? row->en_scales : row->zh_scales,
                            .size = INT_MIN,
                            .least = INT_MAX };
    d.percent = tj_equal(d.scales, TJ_STR("%"));
    return d;
}

/* The place of the highest digit: 3 for 1234, -1 for 0.5. */
static int highest_place(struct tj_decimal v)
{
    int place = v.pow10 - 1;
    for (int64_t n = v.digits; n; n /= 10) place++;
    return place;
}

void tj_display_widen(struct tj_display *d, struct tj_decimal value)
{
    if (!value.known || value.digits == 0) return;
    int high = highest_place(value);
    if (high > d->size) d->size = high;
    if (value.pow10 < d->least) d->least = value.pow10;
}

/* A unit's name put where {} stands. */
static struct tj_str fill_in(struct tj_arena *arena, struct tj_str name, struct tj_str unit)
{
    size_t at;
    if (!tj_find(name, TJ_STR("{}"), 0, &at)) return name;
    struct tj_str head = tj_join(arena, tj_cut(name, 0, at), unit);
    return tj_trim(tj_join(arena, head, tj_cut(name, at + 2, name.len)));
}

static int take_digits(struct tj_str *s)
{
    int n = 0;
    for (; s->len && *s->ptr >= '0' && *s->ptr <= '9' && n < TJ_DECIMAL_TEXT; *s = tj_cut(*s, 1, s->len))
        n = n * 10 + (*s->ptr - '0');
    return n;
}

/* Takes POWER: or POWER@FROM: off the head of a scale, which leaves its name. */
static int take_power(struct tj_str *scale, int *from)
{
    int power = take_digits(scale);
    *from = tj_eat(scale, TJ_STR("@")) ? take_digits(scale) : power;
    tj_eat(scale, TJ_STR(":"));
    return power;
}

static void choose_scale(struct tj_display *d, struct tj_arena *arena)
{
    struct tj_str scales = d->scales, scale;
    while (!d->percent && tj_list_next(&scales, '|', &scale)) {
        int from, power = take_power(&scale, &from);
        if (d->size < from) continue;
        d->power = power;
        d->unit = fill_in(arena, scale, d->canonical);
        return;
    }
    d->unit = fill_in(arena, d->name, d->canonical);
}

static unsigned places_for(int least)
{
    if (least >= 0) return 0;
    return least < -TJ_MOST_PLACES ? TJ_MOST_PLACES : (unsigned)-least;
}

struct tj_str tj_number_format(struct tj_arena *arena, unsigned places, bool percent)
{
    static const char zeros[TJ_MOST_PLACES + 1] = "0000";
    if (places > TJ_MOST_PLACES) places = TJ_MOST_PLACES;
    return tj_print(arena, "%s%s%.*s%s", percent ? "0" : "#,##0", places ? "." : "", (int)places, zeros,
                    percent ? "%" : "");
}

struct tj_str tj_change_format(struct tj_arena *arena, unsigned places, struct tj_str unit)
{
    struct tj_str number = tj_number_format(arena, places, false);
    struct tj_str tail = unit.len ? tj_print(arena, "\"%.*s\"", TJ_ARG(unit)) : unit;
    return tj_print(arena, "+%.*s%.*s;-%.*s%.*s;0%.*s", TJ_ARG(number), TJ_ARG(tail), TJ_ARG(number),
                    TJ_ARG(tail), TJ_ARG(tail));
}

unsigned tj_number_places(struct tj_decimal value, bool percent)
{
    if (!value.known || value.digits == 0) return 0;
    return places_for(value.pow10 + (percent ? PERCENT_POWER : 0));
}

static void finish(struct tj_display *d, unsigned decimals, struct tj_arena *arena)
{
    int shift = d->percent ? PERCENT_POWER : -d->power;
    d->places = d->least == INT_MAX ? 0 : places_for(d->least + shift);
    if (d->places > decimals) d->places = decimals;
    d->format = tj_number_format(arena, d->places, d->percent);
}

void tj_display_finish(struct tj_display *d, unsigned decimals, struct tj_arena *arena)
{
    choose_scale(d, arena);
    finish(d, decimals, arena);
}

void tj_display_finish_in(struct tj_display *d, struct tj_str unit, unsigned decimals, struct tj_arena *arena)
{
    struct tj_str scales = d->scales, scale;
    bool found = unit.len && tj_equal(fill_in(arena, d->name, d->canonical), unit);
    if (found) d->unit = unit;
    while (unit.len && !found && !d->percent && tj_list_next(&scales, '|', &scale)) {
        int from, power = take_power(&scale, &from);
        found = tj_equal(fill_in(arena, scale, d->canonical), unit);
        if (!found) continue;
        d->power = power;
        d->unit = unit;
    }
    if (!found) choose_scale(d, arena);
    finish(d, decimals, arena);
}

void tj_display_plain(struct tj_display *d, struct tj_arena *arena)
{
    d->unit = fill_in(arena, d->name, d->canonical);
    finish(d, TJ_MOST_PLACES, arena);
}

double tj_display_number(const struct tj_display *d, struct tj_decimal value)
{
    if (!value.known) return 0;
    return tj_decimal_double(tj_decimal_of(value.digits, value.pow10 - d->power));
}

/* From an exact canonical value to what stands in a cell: the unit that people use (73138000000 CNY is
   731.38 亿元), the number in that unit, and Excel's number format. All figures of one row share one
   display, so that they line up and a chart reads them as they are. The knowledge is report/units.tsv.

     struct tj_display d = tj_display_of(units, fact.unit, false);
     tj_display_widen(&d, value);                     for each value of the row
     tj_display_finish(&d, 2, arena);                 now d.unit and d.format say how
     tj_display_number(&d, value); */
#ifndef TJ_NUMBER_H
#define TJ_NUMBER_H

#include "extract/base/arena.h"
#include "extract/base/decimal.h"
#include "extract/base/status.h"

struct tj_display_units;

/* Reads the table (the bytes of units.tsv); `name` is for messages. */
enum tj_status tj_display_units_load(struct tj_arena *arena, struct tj_str table, const char *name,
                                     const struct tj_display_units **out, struct tj_error *err);

struct tj_display {
    struct tj_str canonical; /* the fact's unit */
    struct tj_str unit;      /* as people write it; empty if the fact has none */
    struct tj_str format;    /* Excel's number format */
    int power;               /* the cell holds value / 10^power */
    bool percent;            /* shown in percent; the cell holds the ratio */
    unsigned places;         /* decimals shown */
    struct tj_str name, scales;
    int size, least; /* the values' highest and lowest decimal place */
};

enum { TJ_MOST_PLACES = 4 };

struct tj_display tj_display_of(const struct tj_display_units *units, struct tj_str unit, bool english);

/* Takes a value into account; unknown ones are passed over. */
void tj_display_widen(struct tj_display *display, struct tj_decimal value);

/* Chooses the scale, the decimals (at most `decimals`) and the format. */
void tj_display_finish(struct tj_display *display, unsigned decimals, struct tj_arena *arena);

/* The same in the scale that is called `unit` (元, 亿元); by size if there is none of that name. */
void tj_display_finish_in(struct tj_display *display, struct tj_str unit, unsigned decimals,
                          struct tj_arena *arena);

/* The same in the canonical scale: no 亿, no 万. */
void tj_display_plain(struct tj_display *display, struct tj_arena *arena);

double tj_display_number(const struct tj_display *display, struct tj_decimal value);

/* Excel's format for so many decimals, with thousands marks or in percent, and with a plus sign and a unit
   behind it where asked: 0.0%, #,##0.00, +0.0"个百分点". */
struct tj_str tj_number_format(struct tj_arena *arena, unsigned places, bool percent);
struct tj_str tj_change_format(struct tj_arena *arena, unsigned places, struct tj_str unit);

/* Decimals that `value` needs, at most TJ_MOST_PLACES: in percent two fewer. */
unsigned tj_number_places(struct tj_decimal value, bool percent);

#endif

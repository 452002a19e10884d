#include "extract/fact/sdmx.h"

#include <stdio.h>
#include <stdlib.h>

#include "extract/base/arena.h"
#include "extract/fact/sink.h"
#include "extract/fact/time_span.h"

struct tj_sdmx_key {
    struct tj_hash hash;
    uint32_t times; /* 0 for an empty slot */
};

const char *tj_sdmx_lack_words(enum tj_sdmx_lack lack)
{
#define WORDS(id, words) words,
    static const char *const all[] = { TJ_SDMX_LACKS(WORDS) };
#undef WORDS
    return all[lack];
}

void tj_put_sdmx_header(struct tj_buffer *out)
{
    tj_put(out, TJ_STR("STRUCTURE,STRUCTURE_ID,ACTION,"
                       "FREQ,REF_AREA,INDICATOR,MEASURE,BASIS,STATUS,UNIT_MEASURE,STATEMENT,TIME_PERIOD,"
                       "OBS_VALUE,LOWER,UPPER,"
                       "OBS_STATUS,BOUND,UNIT_MULT,CONFIDENCE,REF_AREA_NAME,INDICATOR_CODE,"
                       "SOURCE_ID,SOURCE_DOC,SOURCE_DATE,SOURCE_TEXT\n"));
}

/* ---- time */

/* Days since a fixed day long ago, of a day of a month counted from year 0 (proleptic Gregorian calendar). */
static int day_number(int month, int day)
{
    int year = month / 12 - (month % 12 < 2), since_march = (month % 12 + 10) % 12;
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * since_march + 2) / 5 + day;
}

/* SDMX time formats: Gregorian 2023, 2023-11, 2023-12-31; reporting 2023-S1, 2023-Q1. */
static const char *single_period(const struct tj_span_end *p, char *out, size_t size)
{
    static const char *const frequencies[] = { "A", "S", "Q", "M", "D" };
    int year = p->first / 12, month = p->first % 12;
    switch (p->unit) {
    case TJ_SPAN_YEAR: snprintf(out, size, "%04d", year); break;
    case TJ_SPAN_HALF: snprintf(out, size, "%04d-S%d", year, month / 6 + 1); break;
    case TJ_SPAN_QUARTER: snprintf(out, size, "%04d-Q%d", year, month / 3 + 1); break;
    case TJ_SPAN_MONTH: snprintf(out, size, "%04d-%02d", year, month + 1); break;
    case TJ_SPAN_DAY: snprintf(out, size, "%04d-%02d-%02d", year, month + 1, p->day); break;
    }
    return frequencies[p->unit];
}

/* Anything longer is a time range, first day and duration: 2023-01-01/P11M. Its frequency is CL_FREQ's "other". */
static const char *time_range(const struct tj_time_span *span, char *out, size_t size)
{
    const struct tj_span_end *a = &span->from, *b = &span->to;
    int first_day = a->day ? a->day : 1, months = b->last - a->first + 1;
    int len = snprintf(out, size, "%04d-%02d-%02d/P", a->first / 12, a->first % 12 + 1, first_day);
    out += len;
    size -= (size_t)len;
    if (a->day || b->day) {
        int end = b->day ? day_number(b->last, b->day) : day_number(b->last + 1, 1) - 1;
        snprintf(out, size, "%dD", end - day_number(a->first, first_day) + 1);
    } else if (months % 12 == 0) {
        snprintf(out, size, "%dY", months / 12);
    } else {
        snprintf(out, size, "%dM", months);
    }
    return "_O";
}

/* ---- keys */

static void grow(struct tj_sdmx *s)
{
    struct tj_sdmx old = *s;
    s->room = old.room ? old.room * 2 : 1024;
    s->slots = tj_must_malloc(s->room * sizeof *s->slots);
    memset(s->slots, 0, s->room * sizeof *s->slots);
    for (size_t i = 0; i < old.room; i++) {
        if (!old.slots[i].times) continue;
        size_t at = old.slots[i].hash.a & (s->room - 1);
        while (s->slots[at].times) at = (at + 1) & (s->room - 1);
        s->slots[at] = old.slots[i];
    }
    free(old.slots);
}

/* The how manieth time this is that the key comes. */
static uint32_t times_of(struct tj_sdmx *s, struct tj_str key)
{
    if (s->count * 2 >= s->room) grow(s);
    struct tj_hash hash = tj_hash_of(key);
    size_t at = hash.a & (s->room - 1);
    while (s->slots[at].times && (s->slots[at].hash.a != hash.a || s->slots[at].hash.b != hash.b))
        at = (at + 1) & (s->room - 1);
    if (s->slots[at].times == 0) s->count++;
    s->slots[at].hash = hash;
    return ++s->slots[at].times;
}

/* ---- rows */

static void put_text(struct tj_buffer *out, struct tj_str text)
{
    tj_put_csv_cell(out, text);
    tj_put_char(out, ',');
}

/* What a dimension holds where the fact has nothing: SDMX's "not applicable". */
static void put_coded(struct tj_buffer *out, struct tj_str text)
{
    put_text(out, text.len ? text : TJ_STR("_Z"));
}

static void put_basis(struct tj_buffer *out, struct tj_str basis)
{
    struct tj_str year = basis; /* base:2012 is base_2012: a code has no colon */
    if (!tj_eat(&year, TJ_STR("base:"))) {
        put_coded(out, basis);
        return;
    }
    tj_put(out, TJ_STR("base_"));
    put_text(out, year);
}

static void put_number(struct tj_buffer *out, struct tj_decimal d)
{
    tj_put_decimal(out, d);
    tj_put_char(out, ',');
}

/* Of CL_OBS_STATUS: forecast for what is to be reached, estimated for what is said to be about or beyond. */
static struct tj_str obs_status(const struct tj_fact *f)
{
    return f->status == TJ_TARGET ? TJ_STR("F,") : f->bound == TJ_EQ ? TJ_STR("A,") : TJ_STR("E,");
}

static void put_values(struct tj_buffer *out, const struct tj_fact *f)
{
    put_number(out, f->value);
    put_number(out, f->lower);
    put_number(out, f->upper);
    tj_put(out, obs_status(f));
    put_text(out, tj_bound_word(f->bound));
    tj_put(out, TJ_STR("0,"));
    put_number(out, tj_decimal_of((int64_t)f->confidence, -2));
    put_text(out, f->region);
    put_text(out, f->indicator_code);
    put_text(out, f->id);
    put_text(out, f->doc);
    put_text(out, f->date);
    tj_put_csv_cell(out, f->text);
    tj_put_char(out, '\n');
}

enum tj_sdmx_lack tj_sdmx_put(struct tj_sdmx *s, struct tj_buffer *out, const struct tj_fact *fact)
{
    struct tj_time_span span;
    char time[48];
    if (fact->region.len == 0) return TJ_SDMX_NO_REGION;
    if (fact->indicator.len == 0) return TJ_SDMX_NO_INDICATOR;
    if (!tj_time_span_read(fact->period, &span)) return TJ_SDMX_NO_PERIOD;
    const char *frequency =
        span.single ? single_period(&span.from, time, sizeof time) : time_range(&span, time, sizeof time);
    tj_put(out, TJ_STR("datastructure,TONGJI:FACTS(1.0.0),I,"));
    size_t key = out->len;
    put_text(out, tj_str_of(frequency));
    put_text(out, fact->region_code.len ? fact->region_code : fact->region);
    put_text(out, fact->indicator);
    put_text(out, tj_measure_word(fact->measure));
    put_basis(out, fact->basis);
    put_text(out, tj_standing_word(fact->status));
    put_coded(out, fact->unit);
    tj_put(out, tj_str_of(time));
    uint32_t times = times_of(s, tj_cut(tj_buffer_str(out), key, out->len));
    out->len -= strlen(time);
    tj_put_size(out, times);
    tj_put_char(out, ',');
    put_text(out, tj_str_of(time));
    put_values(out, fact);
    return TJ_SDMX_PUT;
}

void tj_sdmx_free(struct tj_sdmx *s)
{
    free(s->slots);
    *s = (struct tj_sdmx){ 0 };
}

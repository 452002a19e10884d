/* Facts as SDMX-CSV 2.0, the exchange format of statistical offices (SDMX 3.0): one observation a row. It is for
   giving away, not for reading back. docs/sdmx.md describes the columns.

     struct tj_sdmx s = { 0 };
     why = tj_sdmx_put(&s, &line, &fact);    TJ_SDMX_PUT, or what the fact lacks to be an observation
     tj_sdmx_free(&s); */
#ifndef TJ_SDMX_H
#define TJ_SDMX_H

#include "extract/base/hash.h"
#include "extract/fact/fact.h"

/* A fact that has no place, no name or no time cannot be told apart from others by its dimensions. */
#define TJ_SDMX_LACKS(X)                         \
    X(TJ_SDMX_PUT, "")                           \
    X(TJ_SDMX_NO_REGION, "without region")       \
    X(TJ_SDMX_NO_INDICATOR, "without indicator") \
    X(TJ_SDMX_NO_PERIOD, "without period")
#define TJ_SDMX_ID(id, words) id,
enum tj_sdmx_lack { TJ_SDMX_LACKS(TJ_SDMX_ID) TJ_SDMX_LACK_COUNT };
#undef TJ_SDMX_ID

const char *tj_sdmx_lack_words(enum tj_sdmx_lack lack);

/* How often each key was given already: the same observation stated twice is two rows, STATEMENT 1 and 2. */
struct tj_sdmx {
    struct tj_sdmx_key *slots;
    size_t count, room;
};

void tj_put_sdmx_header(struct tj_buffer *out);
enum tj_sdmx_lack tj_sdmx_put(struct tj_sdmx *s, struct tj_buffer *out, const struct tj_fact *fact);
void tj_sdmx_free(struct tj_sdmx *s);

#endif

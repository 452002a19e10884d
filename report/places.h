/* Places by their codes: which level of the country a region is of, and in what order regions stand. */
#ifndef TJ_PLACES_H
#define TJ_PLACES_H

#include "report/series.h"

/* As the codes of GB/T 2260 tell: 530000 a province, 530100 a city, 530102 a county. Countries have codes of
   other lengths, the whole of China 100000; of a region without a code nothing is known. */
#define TJ_LEVELS(X)               \
    X(TJ_ANY_COUNTRY, "country")   \
    X(TJ_ANY_PROVINCE, "province") \
    X(TJ_ANY_CITY, "city")         \
    X(TJ_ANY_COUNTY, "county")     \
    X(TJ_ANY_PLACE, "unknown")

#define TJ_LEVEL_ID(id, word) id,
enum tj_place_level { TJ_LEVELS(TJ_LEVEL_ID) TJ_PLACE_LEVELS };
#undef TJ_LEVEL_ID

enum tj_place_level tj_place_level(struct tj_str code);

/* For each name of the ledger that is a region: the name that is its code, 0 where no fact tells it. */
uint32_t *tj_place_codes(struct tj_arena *arena, const struct tj_ledger *ledger);

/* Countries first, then by code, those without one last. Of regions: then by name. */
int tj_place_code_order(struct tj_str a, struct tj_str b);
int tj_place_order(const struct tj_ledger *ledger, const uint32_t *codes, uint32_t a, uint32_t b);

#endif

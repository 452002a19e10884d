#include "report/places.h"

enum { CODE_DIGITS = 6 }; /* of GB/T 2260 */

enum tj_place_level tj_place_level(struct tj_str code)
{
    if (code.len == 0) return TJ_ANY_PLACE;
    if (code.len != CODE_DIGITS || tj_equal(code, TJ_STR("100000"))) return TJ_ANY_COUNTRY;
    if (tj_ends(code, TJ_STR("0000"))) return TJ_ANY_PROVINCE;
    return tj_ends(code, TJ_STR("00")) ? TJ_ANY_CITY : TJ_ANY_COUNTY;
}

uint32_t *tj_place_codes(struct tj_arena *arena, const struct tj_ledger *l)
{
    uint32_t *codes = tj_alloc_array(arena, l->names.count + 1, sizeof *codes);
    for (size_t i = 0; i < l->count; i++) {
        const struct tj_record *r = &l->records[i];
        if (codes[r->region] == 0) codes[r->region] = r->region_code;
    }
    return codes;
}

static int code_class(struct tj_str code) { return code.len == 0 ? 2 : code.len == CODE_DIGITS; }

int tj_place_code_order(struct tj_str a, struct tj_str b)
{
    int order = code_class(a) - code_class(b);
    return order ? order : tj_compare(a, b);
}

int tj_place_order(const struct tj_ledger *l, const uint32_t *codes, uint32_t a, uint32_t b)
{
    int order = tj_place_code_order(tj_pool_at(&l->names, codes[a]), tj_pool_at(&l->names, codes[b]));
    return order ? order : tj_compare(tj_pool_at(&l->names, a), tj_pool_at(&l->names, b));
}

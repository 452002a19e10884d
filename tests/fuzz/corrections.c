/* A table of corrections, applied to a fact. */
#include "extract/fact/corrections.h"
#include "tests/fuzz/fuzz.h"

static void hear(void *self, const struct tj_error *err)
{
    (void)self;
    TJ_FUZZ_CHECK(err->status != TJ_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tj_error err;
    struct tj_corrections *c = tj_corrections_new(hear, NULL);
    if (tj_corrections_load(c, tj_fuzz_file(data, size, ".csv"), &err) == TJ_OK) {
        struct tj_fact fact = { .id = TJ_STR("a-1"), .indicator = TJ_STR("出口"), .unit = TJ_STR("CNY") };
        fact.value = tj_decimal_of(5, 8);
        tj_corrections_apply(c, &fact);
        tj_corrections_finish(c);
    }
    tj_corrections_free(c);
    return 0;
}

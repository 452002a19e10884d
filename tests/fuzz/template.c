/* A template for a workbook. */
#include "report/template.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tj_arena arena = { 0 };
    const struct tj_template *t;
    struct tj_error err;
    struct tj_str bytes = { (const char *)data, size };
    if (tj_template_read(&arena, bytes, "fuzz.yaml", &t, &err) == TJ_OK) TJ_FUZZ_CHECK(t->sheet_count > 0);
    tj_arena_free(&arena);
    return 0;
}

/* A web page, whatever its beginning looks like. */
#include "extract/document/page.h"
#include "tests/fuzz/check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tj_arena arena = { 0 };
    struct tj_document d = { .name = TJ_STR("fuzz.html") };
    struct tj_error err;
    struct tj_str bytes = { (const char *)data, size };
    if (tj_decode(&arena, bytes, "fuzz.html", &d.decoded, &err) == TJ_OK
        && tj_page_read(&arena, &d, &err) == TJ_OK)
        tj_fuzz_document(&arena, &d, bytes);
    tj_arena_free(&arena);
    return 0;
}

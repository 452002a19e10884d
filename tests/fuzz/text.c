/* Bytes to a document: decoding, then plain text, a page, a Word file or a PDF as they say, cleaned. */
#include "tests/fuzz/check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tj_arena arena = { 0 };
    struct tj_document d = { .name = TJ_STR("fuzz") };
    struct tj_error err;
    struct tj_str bytes = { (const char *)data, size };
    if (tj_document_read(&arena, bytes, &d, &err) == TJ_OK) tj_fuzz_document(&arena, &d, bytes);
    tj_arena_free(&arena);
    return 0;
}

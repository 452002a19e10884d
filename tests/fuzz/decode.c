/* Bytes in any encoding to UTF-8, and the way back from each character. */
#include "extract/document/decode.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tj_arena arena = { 0 };
    struct tj_decoded d;
    struct tj_error err;
    if (tj_decode(&arena, (struct tj_str){ (const char *)data, size }, "fuzz", &d, &err) == TJ_OK) {
        struct tj_cursor cursor = { 0 };
        size_t last = d.skipped;
        TJ_FUZZ_CHECK(tj_utf8_valid(d.text) && d.bad_bytes <= size && d.skipped <= size);
        for (size_t at = 0, len; at < d.text.len; at += len) {
            size_t source = tj_source_offset(&d, &cursor, at);
            TJ_FUZZ_CHECK(source >= last && source <= size);
            tj_char_at(d.text, at, &len);
            last = source;
        }
        TJ_FUZZ_CHECK(d.text.len == 0 || tj_source_offset(&d, &cursor, d.text.len) <= size);
    }
    tj_arena_free(&arena);
    return 0;
}

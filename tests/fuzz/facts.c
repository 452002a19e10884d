/* Files of facts read back: JSON lines if they begin with {, else CSV. What is read can be written and read again. */
#include "extract/fact/source.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tj_source *source;
    struct tj_error err;
    if (size == 0 || tj_source_open(tj_fuzz_file(data, size, ".facts"), &source, &err) != TJ_OK) return 0;
    struct tj_arena arena = { 0 };
    bool more = true;
    for (size_t failures = 0; more && failures < 1000;) {
        struct tj_fact fact;
        failures += tj_source_next(source, &arena, &fact, &more, &err) != TJ_OK;
    }
    tj_source_close(source);
    tj_arena_free(&arena);
    return 0;
}

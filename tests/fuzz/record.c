/* A line of `extract --from-jsonl`. */
#include "extract/document/record.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct tj_lexicon *lexicon;
    if (!lexicon) TJ_FUZZ_CHECK(tj_lexicon_new(NULL, &lexicon, NULL) == TJ_OK);
    struct tj_arena arena = { 0 };
    struct tj_record record;
    struct tj_error err;
    struct tj_str line = { (const char *)data, size };
    if (tj_record_read(&arena, lexicon, line, "fuzz", 1, &record, &err) == TJ_OK)
        TJ_FUZZ_CHECK(record.doc != NULL);
    tj_arena_free(&arena);
    return 0;
}

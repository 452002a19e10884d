/* The recogniser of quantities alone: what it finds lies in the text and goes forward. */
#include "extract/recognise/quantity.h"
#include "extract/document/decode.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct tj_lexicon *lexicon;
    if (!lexicon) TJ_FUZZ_CHECK(tj_lexicon_new(NULL, &lexicon, NULL) == TJ_OK);
    struct tj_str text = { (const char *)data, size };
    if (!tj_utf8_valid(text)) return 0;
    struct tj_arena arena = { 0 };
    struct tj_quantity q;
    for (size_t from = 0; tj_quantity_next(lexicon, &arena, text, from, &q); from = q.end) {
        TJ_FUZZ_CHECK(q.off >= from && q.len > 0 && q.off + q.len <= q.end && q.end <= text.len);
        TJ_FUZZ_CHECK(q.lead <= q.off);
    }
    tj_arena_free(&arena);
    return 0;
}

/* A whole document to facts, whatever kind its bytes make it: text, page, Word, PDF. */
#include "extract/tongji.h"
#include "tests/fuzz/fuzz.h"

static struct tj_extractor *extractor(void)
{
    static struct tj_extractor *x;
    struct tj_lexicon *lexicon;
    if (!x) {
        TJ_FUZZ_CHECK(tj_lexicon_new(NULL, &lexicon, NULL) == TJ_OK);
        x = tj_extractor_new(lexicon, &(struct tj_options){ 0 });
    }
    return x;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tj_result r;
    struct tj_error err;
    struct tj_str bytes = { (const char *)data, size };
    if (tj_extract(extractor(), "fuzz", bytes, &r, &err) != TJ_OK) return 0;
    for (size_t i = 0; i < r.count; i++) {
        const struct tj_fact *f = &r.facts[i];
        TJ_FUZZ_CHECK(f->start < f->end && f->end <= r.text.len);
        TJ_FUZZ_CHECK(f->source.len > 0 || f->text.len == f->end - f->start);
        TJ_FUZZ_CHECK(f->confidence <= 100);
    }
    return 0;
}

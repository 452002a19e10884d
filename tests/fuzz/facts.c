/* Files of facts read back: JSON lines if they begin with {, else CSV. What is read is written, in both formats, and read
   again as it was. */
#include "extract/fact/sink.h"
#include "extract/fact/source.h"
#include "tests/fuzz/fuzz.h"

enum { MOST_FACTS = 200 };

/* All facts of the file, as JSON lines. */
static struct tj_buffer read_all(const char *path, bool *all)
{
    struct tj_source *source;
    struct tj_error err;
    struct tj_buffer lines = { 0 };
    *all = true;
    if (tj_source_open(path, &source, &err) != TJ_OK) return lines;
    struct tj_arena arena = { 0 };
    bool more = true;
    for (size_t i = 0; more && i < MOST_FACTS; i++) {
        struct tj_fact fact;
        enum tj_status status = tj_source_next(source, &arena, &fact, &more, &err);
        if (status == TJ_OK && more) tj_put_jsonl(&lines, &fact, 1);
        *all &= status == TJ_OK;
        tj_arena_reset(&arena);
    }
    tj_source_close(source);
    tj_arena_free(&arena);
    return lines;
}

static void same(struct tj_str first, struct tj_str second)
{
    if (tj_equal(first, second)) return;
    fprintf(stderr, "read:\n%.*s\nread again:\n%.*s\n", TJ_ARG(first), TJ_ARG(second));
    abort();
}

/* The same facts as CSV, in the caller's buffer. */
static void put_as_csv(const char *path, struct tj_buffer *csv)
{
    struct tj_source *source;
    struct tj_error err;
    struct tj_arena arena = { 0 };
    struct tj_fact fact;
    tj_put_csv_header(csv);
    TJ_FUZZ_CHECK(tj_source_open(path, &source, &err) == TJ_OK);
    for (bool more = true; tj_source_next(source, &arena, &fact, &more, &err) == TJ_OK && more;)
        tj_put_csv(csv, &fact);
    tj_source_close(source);
    tj_arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bool all;
    struct tj_buffer first = read_all(tj_fuzz_file(data, size, ".facts"), &all);
    if (first.len) {
        const char *path = tj_fuzz_file((const uint8_t *)first.ptr, first.len, ".facts");
        struct tj_buffer again = read_all(path, &all), csv = { 0 };
        TJ_FUZZ_CHECK(all);
        same(tj_buffer_str(&first), tj_buffer_str(&again));
        put_as_csv(path, &csv);
        tj_buffer_free(&again);
        again = read_all(tj_fuzz_file((const uint8_t *)csv.ptr, csv.len, ".facts"), &all);
        TJ_FUZZ_CHECK(all);
        same(tj_buffer_str(&first), tj_buffer_str(&again));
        tj_buffer_free(&again);
        tj_buffer_free(&csv);
    }
    tj_buffer_free(&first);
    return 0;
}

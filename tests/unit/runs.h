/* Facts taken after each sentence are those of the whole document: nothing that a sentence leaves to the next is lost. */
#ifndef TJ_RUNS_H
#define TJ_RUNS_H

#include "extract/fact/sink.h"
#include "extract/tongji.h"

static inline bool take_lines(void *lines, struct tj_fact *facts, size_t count)
{
    tj_put_jsonl(lines, facts, count);
    return true;
}

static inline bool same_in_runs(struct tj_extractor *x, struct tj_str input)
{
    struct tj_result whole, runs;
    struct tj_buffer all = { 0 }, taken = { 0 };
    enum tj_status status = tj_extract(x, "a", input, &whole, NULL);
    if (status == TJ_OK) tj_put_jsonl(&all, whole.facts, whole.count);
    bool same =
        tj_extract_runs(x, "a", input, (struct tj_receiver){ take_lines, &taken, 1 }, &runs, NULL) == status
        && tj_equal(tj_buffer_str(&all), tj_buffer_str(&taken));
    tj_buffer_free(&all);
    tj_buffer_free(&taken);
    return same;
}

#endif

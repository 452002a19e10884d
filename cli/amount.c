#include "cli/amount.h"

#include <sys/stat.h>

enum { MOST_ASKED = 10000 };

/* Adds the size of a plain file; false if it has none that says how much there is to read. */
static bool add_size(const char *path, size_t *bytes)
{
    struct stat st;
    if (stat(path, &st) != 0) return true; /* it will be rejected */
    *bytes += (size_t)st.st_size;
    return S_ISREG(st.st_mode);
}

struct tj_amount tj_amount_of(struct tj_inputs *inputs)
{
    struct tj_amount amount = { 0 };
    struct tj_arena arena = { 0 };
    const char *path;
    bool sized = true;
    for (bool more = true; more; tj_arena_reset(&arena)) {
        enum tj_status status = tj_inputs_next(inputs, &arena, &path, &more, NULL);
        if (!more) break;
        amount.inputs++;
        if (amount.inputs > MOST_ASKED) sized = false;
        if (sized && status == TJ_OK) sized = add_size(path, &amount.bytes);
    }
    if (!sized) amount.bytes = 0;
    tj_arena_free(&arena);
    return amount;
}

#include "cli/tally.h"

#include <stdio.h>

#include "cli/options.h"

enum { IN_FULL = 5 };

bool tj_tally_room(const struct tj_tally *tally, size_t count) { return tally->all || count <= IN_FULL; }

size_t tj_tally_unnamed(const struct tj_tally *tally, size_t count)
{
    return tj_tally_room(tally, count) ? 0 : count - IN_FULL;
}

bool tj_tally_add(struct tj_tally *tally, enum tj_status kind)
{
    return tj_tally_room(tally, ++tally->counts[kind]);
}

void tj_tally_tell(struct tj_tally *tally, const struct tj_error *err)
{
    if (tj_tally_add(tally, err->status)) tj_tell(tally->command, err);
}

void tj_tally_sum_up(const struct tj_tally *tally, const char *advice)
{
    for (unsigned i = 0; i < TJ_STATUS_COUNT; i++) {
        size_t unnamed = tj_tally_unnamed(tally, tally->counts[i]);
        if (unnamed)
            fprintf(stderr, "tongji %s: %zu more: %s; %s\n", tally->command, unnamed,
                    tj_status_text((enum tj_status)i), advice);
    }
}

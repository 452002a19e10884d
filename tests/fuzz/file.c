#include <unistd.h>

#include "tests/fuzz/fuzz.h"

static char path[80];

static void remove_file(void) { unlink(path); }

const char *tj_fuzz_file(const uint8_t *data, size_t size, const char *ending)
{
    if (!path[0]) {
        snprintf(path, sizeof path, "%s/tongji-fuzz-%ld%s", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp",
                 (long)getpid(), ending);
        atexit(remove_file);
    }
    FILE *f = fopen(path, "wb");
    TJ_FUZZ_CHECK(f && fwrite(data, 1, size, f) == size && fclose(f) == 0);
    return path;
}

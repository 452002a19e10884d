/* Runs a target over files instead of made-up input: replay FILE..., for seeds and for inputs that once crashed. */
#include "extract/base/file.h"
#include "tests/fuzz/fuzz.h"

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        struct tj_arena arena = { 0 };
        struct tj_str bytes;
        struct tj_error err;
        if (tj_file_read(&arena, argv[i], 1 << 24, &bytes, &err) == TJ_OK || err.status == TJ_EMPTY)
            LLVMFuzzerTestOneInput((const uint8_t *)bytes.ptr, bytes.len);
        tj_arena_free(&arena);
    }
    printf("%d inputs\n", argc - 1);
    return argc > 1 ? 0 : 1;
}

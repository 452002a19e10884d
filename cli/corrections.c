#include "cli/corrections.h"

#include "cli/options.h"

static void tell(void *command, const struct tj_error *err) { tj_tell(command, err); }

bool tj_take_corrections(struct tj_corrections **c, const char *command, const char *path)
{
    struct tj_error err;
    if (!*c) *c = tj_corrections_new(tell, (void *)(uintptr_t)command); /* given back to tell as it is */
    if (tj_corrections_load(*c, path, &err) == TJ_OK) return true;
    tj_tell(command, &err);
    return false;
}

#include "cli/facts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/options.h"
#include "extract/base/file.h"

enum { MOST_TEMPLATE_BYTES = 1 << 20, MOST_TOLD = 10 };

struct told {
    const char *command;
    size_t count;
};

static void tell_reject(void *self, const struct tj_error *err)
{
    struct told *told = self;
    if (++told->count <= MOST_TOLD) tj_tell(told->command, err);
    if (told->count == MOST_TOLD)
        fprintf(stderr, "tongji %s: further records of this file are not named\n", told->command);
}

struct tj_str tj_base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return tj_str_of(slash ? slash + 1 : path);
}

void tj_load_facts(const char *command, struct tj_arena *arena, struct tj_ledger *ledger, char **paths,
                   int count, struct tj_inputs *in)
{
    in->read = tj_alloc_array(arena, (size_t)count, sizeof *in->read);
    in->unreadable = tj_alloc_array(arena, (size_t)count, sizeof *in->unreadable);
    for (int i = 0; i < count; i++) {
        struct tj_error err = { 0 };
        struct told told = { .command = command };
        size_t rejected = 0;
        enum tj_status status = tj_ledger_load(
            ledger, paths[i], (struct tj_ledger_rejects){ tell_reject, &told }, &rejected, &err);
        in->bad_records += rejected;
        if (status) {
            tj_tell(command, &err);
            in->unreadable[in->unreadable_count++] = tj_base_name(paths[i]);
        } else {
            in->read[in->read_count++] = tj_base_name(paths[i]);
        }
    }
    tj_ledger_close(ledger);
}

/* A name without a slash that is built in; else a file. */
static enum tj_status read_template(struct tj_arena *arena, const char *name, const struct tj_template **out,
                                    struct tj_error *err)
{
    struct tj_str bytes;
    if (tj_template_builtin(tj_str_of(name), &bytes)) return tj_template_read(arena, bytes, name, out, err);
    enum tj_status status = tj_file_read(arena, name, MOST_TEMPLATE_BYTES, &bytes, err);
    if (status == TJ_NOT_FOUND && !strchr(name, '/') && !strchr(name, '.'))
        return tj_fail(err, TJ_BAD_TEMPLATE, name, 0,
                       "there is no such template; built in: quarterly, yearly, targets, regions");
    return status ? status : tj_template_read(arena, bytes, name, out, err);
}

bool tj_load_template(const char *command, struct tj_arena *arena, const char *name,
                      const struct tj_template **out)
{
    struct tj_error err = { 0 };
    if (!read_template(arena, name, out, &err)) return true;
    tj_tell(command, &err);
    return false;
}

bool tj_time_of_making(int64_t *out)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    if (!text || *text < '0' || *text > '9') return false;
    char *end;
    errno = 0;
    *out = strtoll(text, &end, 10);
    return errno == 0 && *end == '\0';
}

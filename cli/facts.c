#include "cli/facts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/options.h"
#include "cli/tally.h"
#include "extract/base/file.h"

enum { MOST_TEMPLATE_BYTES = 1 << 20 };

static void tell_reject(void *tally, const struct tj_error *err) { tj_tally_tell(tally, err); }

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
    struct tj_tally tally = { .command = command, .all = in->name_all };
    for (int i = 0; i < count; i++) {
        struct tj_error err = { 0 };
        size_t rejected = 0;
        enum tj_status status = tj_ledger_load(
            ledger, paths[i], (struct tj_ledger_rejects){ tell_reject, &tally }, &rejected, &err);
        in->bad_records += rejected;
        if (status) {
            tj_tally_tell(&tally, &err);
            in->unreadable[in->unreadable_count++] = tj_base_name(paths[i]);
        } else {
            in->read[in->read_count++] = tj_base_name(paths[i]);
        }
    }
    tj_tally_sum_up(&tally, "--verbose names them");
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

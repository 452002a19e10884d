/* What the commands that read facts into memory share: loading with rejects told, templates by name, the time
   of making. */
#ifndef TJ_FACTS_H
#define TJ_FACTS_H

#include "report/ledger.h"
#include "report/template.h"

/* What was read, and what could not be. */
struct tj_inputs {
    bool name_all; /* set beforehand: every record that is rejected is named, not only the first few */
    struct tj_str *read, *unreadable; /* names without folders */
    size_t read_count, unreadable_count, bad_records;
};

/* Takes the facts of `count` files into `ledger` and closes it. Whatever cannot be read is told on standard error
   as "tongji COMMAND: ..." and noted in *in, whose arrays come from `arena`. */
void tj_load_facts(const char *command, struct tj_arena *arena, struct tj_ledger *ledger, char **paths,
                   int count, struct tj_inputs *in);

/* A template that is built in, or a file. Told on standard error if it cannot be had: then false. */
bool tj_load_template(const char *command, struct tj_arena *arena, const char *name,
                      const struct tj_template **out);

/* The last part of a path: where the facts lie is no matter of what is made of them. */
struct tj_str tj_base_name(const char *path);

/* SOURCE_DATE_EPOCH, as reproducible-builds.org defines it; false if it is not set. */
bool tj_time_of_making(int64_t *out);

#endif

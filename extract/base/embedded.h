/* A file that was compiled into the program (cmake/embed.cmake). */
#ifndef TJ_EMBEDDED_H
#define TJ_EMBEDDED_H

#include "extract/base/str.h"

/* A row of a table of such files; the last row has no name. */
struct tj_embedded {
    const char *name;
    const char *bytes, *end;
};

/* The bytes of the file called `name`; false if the table has none. */
static inline bool tj_embedded_find(const struct tj_embedded *table, struct tj_str name, struct tj_str *out)
{
    for (; table->name; table++)
        if (tj_equal(tj_str_of(table->name), name)) {
            *out = (struct tj_str){ table->bytes, (size_t)(table->end - table->bytes) };
            return true;
        }
    return false;
}

#endif

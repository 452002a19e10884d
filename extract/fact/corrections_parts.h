/* What the reading and the applying of corrections share. */
#ifndef TJ_CORRECTIONS_PARTS_H
#define TJ_CORRECTIONS_PARTS_H

#include "extract/fact/corrections.h"

/* What a row does, instead of the column that it corrects; drops come first among the rows of a fact. */
enum { TJ_ROW_DROPS = -2, TJ_ROW_CONFIRMS = -1 };

struct tj_correction_row {
    struct tj_str id, old, now; /* `now` is the column `new` */
    int column;
    size_t file, line;
    bool bad; /* told, and never applied */
    bool met; /* its fact came */
    enum { TJ_ROW_STALE, TJ_ROW_DONE } outcome;
};

struct tj_corrections {
    struct tj_arena arena;
    struct tj_correction_row *rows; /* as they were read */
    size_t count, capacity;
    struct tj_correction_row **order; /* by id, then column, then as read */
    struct tj_correction_file *files;
    size_t file_count, file_capacity;
    void (*tell)(void *self, const struct tj_error *err);
    void *self;
};

/* As much of a text as a message has room for, whole characters. */
static inline struct tj_str tj_glimpse(struct tj_str s)
{
    while (s.len > 48) s.len = tj_char_before(s, s.len);
    return s;
}

/* Tells that a row cannot be applied and counts it as bad. `err` has the note; file and line are put in. */
void tj_correction_tell(struct tj_corrections *c, size_t file, size_t line, struct tj_error *err);

#endif

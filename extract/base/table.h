/* Tab-separated tables: one row a line, '#' begins a comment line, empty lines are skipped. A row keeps
   its line number, so that a message can name the place. */
#ifndef TJ_TABLE_H
#define TJ_TABLE_H

#include "extract/base/str.h"

enum { TJ_MAX_CELLS = 16 };

struct tj_row {
    size_t line; /* from 1 */
    size_t count;
    struct tj_str cells[TJ_MAX_CELLS]; /* trimmed; those past count are empty */
};

struct tj_table {
    struct tj_str rest;
    size_t line;
};

static inline struct tj_table tj_table_of(struct tj_str text) { return (struct tj_table){ text, 0 }; }

/* Steps to the next row; false at the end. A row with more than TJ_MAX_CELLS cells has count
   TJ_MAX_CELLS + 1. */
bool tj_table_next(struct tj_table *table, struct tj_row *row);

/* Takes the next item off a list inside a cell, items parted by `mark`; false when none is left. Empty
   items are skipped. */
bool tj_list_next(struct tj_str *list, char mark, struct tj_str *item);

#endif

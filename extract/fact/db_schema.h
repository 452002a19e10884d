/* The SQL of a database of facts: its tables, indexes and views. docs/sqlite.md describes them. */
#ifndef TJ_DB_SCHEMA_H
#define TJ_DB_SCHEMA_H

#include "extract/base/arena.h"

/* Makes the tables where they are not there yet; in `arena`, terminated. */
const char *tj_db_tables(struct tj_arena *arena);

/* Ends the last transaction and makes the indexes and views that are not there yet. */
const char *tj_db_finish(void);

#endif

/* How a row of each table becomes a part of the lexicon. */
#ifndef TJ_TABLES_H
#define TJ_TABLES_H

#include "extract/base/decimal.h"
#include "extract/base/table.h"
#include "extract/lexicon/lexicon.h"

/* Takes one row; on failure returns what is wrong with it, in words, else NULL. */
typedef const char *tj_take_row(struct tj_lexicon *lexicon, const struct tj_row *row);

/* The taker of a table's rows by file name, or NULL for a name that is no table of ours. */
tj_take_row *tj_table_taker(struct tj_str file_name);

#endif

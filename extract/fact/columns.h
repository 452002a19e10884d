/* The record's columns, in the order in which every format has them: what CSV, SQLite and the readers share. */
#ifndef TJ_COLUMNS_H
#define TJ_COLUMNS_H

#include "extract/base/arena.h"
#include "extract/fact/fact.h"

enum { TJ_COLUMNS = 29 };

/* A column's name, the same as the JSON key. */
struct tj_str tj_column_name(size_t column);

/* The column of that name; TJ_COLUMNS if there is none. */
size_t tj_column_of(struct tj_str name);

/* Is the column a whole number (offsets)? A decimal that SQL gets as text and as REAL too? */
bool tj_column_is_count(size_t column);
bool tj_column_is_decimal(size_t column);

/* Appends a column's text: exact decimals, words, 0.93 for confidence. Nothing for what is not known. */
void tj_column_put(struct tj_buffer *out, const struct tj_fact *fact, size_t column);

/* Sets a column from its text, which must live as long as the fact; false if the text is no such value. */
bool tj_column_set(struct tj_fact *fact, size_t column, struct tj_str text);

/* Why a fact cannot be right, in words for a person, or NULL: what a reader checks of a whole record. */
const char *tj_fact_wrong(const struct tj_fact *fact);

#endif

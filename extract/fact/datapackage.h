/* A Frictionless Data Package for a CSV of facts: datapackage.json beside it says what the columns are, so that
   tools read the file with the right types. The same file name gives the same bytes. */
#ifndef TJ_DATAPACKAGE_H
#define TJ_DATAPACKAGE_H

#include "extract/base/buffer.h"

/* Can a package name this file? (No dot or ~ first, no two dots in a row, no backslash: a path inside the folder.) */
bool tj_datapackage_can_name(struct tj_str file_name);

/* The whole descriptor for the CSV `file_name`, which lies in the same folder. */
void tj_put_datapackage(struct tj_buffer *out, struct tj_str file_name);

#endif

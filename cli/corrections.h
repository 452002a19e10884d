/* --corrections FILE, for the commands that read facts: give it any number of times. */
#ifndef TJ_CLI_CORRECTIONS_H
#define TJ_CLI_CORRECTIONS_H

#include <stdbool.h>

#include "extract/fact/corrections.h"

/* Takes one file in, making *c if it is NULL; the owner frees it. Rows that cannot be applied are told on standard
   error, now or when the facts are read. False, told, if the file is none of corrections: nothing should be made
   then, for it would pass for corrected. `command` must outlive *c. */
bool tj_take_corrections(struct tj_corrections **c, const char *command, const char *path);

#endif

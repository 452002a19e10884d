/* The commands of the program. Each takes what stands behind its name on the command line, argv[0] being
   the command's name, and returns the exit status. */
#ifndef TJ_COMMAND_H
#define TJ_COMMAND_H

#include "extract/base/status.h"

enum tj_exit {
    TJ_EXIT_OK = 0,
    TJ_EXIT_SOME_REJECTED = 1, /* some inputs could not be read; the others were done */
    TJ_EXIT_USAGE = 2,
    TJ_EXIT_CANNOT_WRITE = 3,
};

int tj_cmd_extract(int argc, char **argv);
int tj_cmd_report(int argc, char **argv);
int tj_cmd_diff(int argc, char **argv);
int tj_cmd_review(int argc, char **argv);
int tj_cmd_convert(int argc, char **argv);
int tj_cmd_normalize(int argc, char **argv);
int tj_cmd_lexicon(int argc, char **argv);

#endif

/* What every command takes: -q, -v, --lang, --lexicon, --help. */
#ifndef TJ_OPTIONS_H
#define TJ_OPTIONS_H

#include <getopt.h>
#include <stdbool.h>

#include "cli/command.h"

struct tj_common {
    bool quiet, verbose;
    bool english;        /* --lang en: what people read comes in English; the default is Chinese */
    const char *lexicon; /* --lexicon DIR, or NULL */
};

/* Rows for a command's own table of long options; the short ones are in TJ_COMMON_SHORT. */
enum { TJ_OPT_HELP = 256, TJ_OPT_LANG, TJ_OPT_LEXICON, TJ_OPT_OWN };
#define TJ_COMMON_SHORT "qvh"
/* clang-format off */
#define TJ_COMMON_LONG                                                                                        \
    { "quiet", no_argument, NULL, 'q' }, { "verbose", no_argument, NULL, 'v' },                               \
    { "help", no_argument, NULL, 'h' }, { "lang", required_argument, NULL, TJ_OPT_LANG },                     \
    { "lexicon", required_argument, NULL, TJ_OPT_LEXICON }, { NULL, 0, NULL, 0 }
/* clang-format on */

/* Takes one option that getopt_long returned: true if the command may go on, else *exit_status says how
   to end (after --help, or a wrong usage that has been told on standard error). `help` is the command's
   whole help text, `name` its name. */
bool tj_common_option(struct tj_common *common, int option, const char *name, const char *help,
                      int *exit_status);

/* What -o names, as it is. A reader that leaves a pipe with a name is told like a full disk; one that leaves standard output
   ends the program, as usual in a pipe. */
const char *tj_output_name(const char *name);

/* Says "tongji NAME: problem" and where help is on standard error; returns TJ_EXIT_USAGE. */
int tj_usage(const char *name, const char *problem, ...) __attribute__((format(printf, 2, 3)));

/* Says "tongji NAME: " and the error on standard error. */
void tj_tell(const char *name, const struct tj_error *err);

#endif

#include "cli/options.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int tj_usage(const char *name, const char *problem, ...)
{
    va_list args;
    va_start(args, problem);
    fprintf(stderr, "tongji %s: ", name);
    vfprintf(stderr, problem, args);
    fprintf(stderr, "\nTry 'tongji %s --help'.\n", name);
    va_end(args);
    return TJ_EXIT_USAGE;
}

void tj_tell(const char *name, const struct tj_error *err)
{
    char text[768];
    fprintf(stderr, "tongji %s: %s\n", name, tj_error_text(err, text, sizeof text));
}

static bool take_language(struct tj_common *common, const char *name, int *exit_status)
{
    if (strcmp(optarg, "zh") != 0 && strcmp(optarg, "en") != 0) {
        *exit_status = tj_usage(name, "--lang takes zh or en, not '%s'", optarg);
        return false;
    }
    common->english = optarg[0] == 'e';
    return true;
}

bool tj_common_option(struct tj_common *common, int option, const char *name, const char *help,
                      int *exit_status)
{
    switch (option) {
    case 'q': common->quiet = true; return true;
    case 'v': common->verbose = true; return true;
    case TJ_OPT_LEXICON: common->lexicon = optarg; return true;
    case TJ_OPT_LANG: return take_language(common, name, exit_status);
    case 'h':
        fputs(help, stdout);
        *exit_status = TJ_EXIT_OK;
        return false;
    default: /* getopt_long has said what is wrong */
        fprintf(stderr, "Try 'tongji %s --help'.\n", name);
        *exit_status = TJ_EXIT_USAGE;
        return false;
    }
}

const char *tj_output_name(const char *name)
{
    if (strcmp(name, "-") != 0) signal(SIGPIPE, SIG_IGN);
    return name;
}

/* tongji: the program. A table of commands; each lives in a file of its own. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/version.h"

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *summary;
} commands[] = {
    { "extract", tj_cmd_extract, "text in, facts out (.jsonl .csv .db)" },
    { "report", tj_cmd_report, "facts in, an Excel workbook out" },
    { "diff", tj_cmd_diff, "what changed between two years, or two editions of the facts" },
    { "review", tj_cmd_review, "every fact highlighted in its text, in one page; saves corrections" },
    { "convert", tj_cmd_convert, "facts between .jsonl, .csv and .db; merges, removes duplicates" },
    { "normalize", tj_cmd_normalize, "a line in, its quantities out (a filter)" },
    { "lexicon", tj_cmd_lexicon, "shows and checks the dictionaries in use" },
};
enum { COMMANDS = sizeof commands / sizeof commands[0] };

static void print_help(FILE *to)
{
    fputs("tongji - statistics out of Chinese text, into spreadsheets\n\n"
          "usage: tongji COMMAND [options] ...\n\n",
          to);
    for (size_t i = 0; i < COMMANDS; i++) fprintf(to, "  %-10s %s\n", commands[i].name, commands[i].summary);
    fputs("\n'tongji COMMAND --help' says more. Two examples:\n\n"
          "  tongji extract -o facts.jsonl reports/\n"
          "  tongji report -t quarterly -o summary.xlsx facts.jsonl\n",
          to);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        print_help(stderr);
        return TJ_EXIT_USAGE;
    }
    signal(SIGXFSZ,
           SIG_IGN); /* what is too large for ulimit -f cannot be written: that is told like a full disk */
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
        print_help(stdout);
        return TJ_EXIT_OK;
    }
    if (strcmp(name, "--version") == 0) {
        puts("tongji " TJ_VERSION);
        return TJ_EXIT_OK;
    }
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(name, commands[i].name) == 0) return commands[i].run(argc - 1, argv + 1);
    fprintf(stderr, "tongji: there is no command '%s'\nTry 'tongji --help'.\n", name);
    return TJ_EXIT_USAGE;
}

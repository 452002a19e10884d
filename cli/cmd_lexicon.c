#include <stdio.h>
#include <string.h>

#include "cli/options.h"
#include "extract/lexicon/lexicon.h"

static const char help[] = "usage: tongji lexicon [check|list] [DIR]\n"
                           "\n"
                           "Shows or checks the dictionaries in use: the built-in ones, with those of DIR\n"
                           "on top.\n"
                           "\n"
                           "  check       load everything, say how much there is, or which row of which\n"
                           "              file is wrong (the default)\n"
                           "  list        print regions, indicators, units and cues, one a line,\n"
                           "              tab-separated\n"
                           "  -h, --help  this\n"
                           "\n"
                           "examples:\n"
                           "  tongji lexicon check my-dictionaries/\n"
                           "  tongji lexicon list | grep ^indicator | sort\n";

static void list(const struct tj_lexicon *lex)
{
    for (size_t i = 1; i < lex->region_count; i++) {
        const struct tj_region *r = &lex->regions[i];
        printf("region\t%.*s\t%.*s\t%.*s\n", TJ_ARG(r->code), TJ_ARG(r->name), TJ_ARG(r->aliases));
    }
    for (size_t i = 1; i < lex->indicator_count; i++) {
        const struct tj_indicator *n = &lex->indicators[i];
        printf("indicator\t%.*s\t%.*s\t%.*s\t%.*s\n", TJ_ARG(n->name), TJ_ARG(n->english),
               TJ_ARG(n->category), TJ_ARG(n->unit));
    }
    for (size_t i = 0; i < lex->unit_count; i++) {
        const struct tj_unit *u = &lex->units_at[i];
        printf("unit\t%.*s\t%.*s\t%lld/%lld\n", TJ_ARG(u->word), TJ_ARG(u->name), (long long)u->numerator,
               (long long)u->denominator);
    }
    for (size_t i = 0; i < lex->cue_count; i++)
        printf("cue\t%.*s\t%.*s\n", TJ_ARG(lex->cues[i].word), TJ_ARG(lex->cues[i].argument));
}

static void summarize(const struct tj_lexicon *lex)
{
    printf("%zu regions, %zu indicators, %zu units, %zu cues; %zu words in all\n", lex->region_count - 1,
           lex->indicator_count - 1, lex->unit_count, lex->cue_count, lex->word_count);
}

int tj_cmd_lexicon(int argc, char **argv)
{
    static const struct option options[] = { TJ_COMMON_LONG };
    struct tj_common common = { 0 };
    int exit_status = TJ_EXIT_OK;
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, TJ_COMMON_SHORT, options, NULL)) != -1;)
        if (!tj_common_option(&common, option, "lexicon", help, &exit_status)) return exit_status;
    bool listing = optind < argc && strcmp(argv[optind], "list") == 0;
    if (listing || (optind < argc && strcmp(argv[optind], "check") == 0)) optind++;
    if (optind < argc) common.lexicon = argv[optind++];
    if (optind < argc) return tj_usage("lexicon", "one folder at most: '%s'", argv[optind]);
    struct tj_lexicon *lexicon;
    struct tj_error err;
    if (tj_lexicon_new(common.lexicon, &lexicon, &err) != TJ_OK) {
        tj_tell("lexicon", &err);
        return TJ_EXIT_SOME_REJECTED;
    }
    if (listing)
        list(lexicon);
    else
        summarize(lexicon);
    tj_lexicon_free(lexicon);
    return fflush(stdout) == 0 ? TJ_EXIT_OK : TJ_EXIT_CANNOT_WRITE;
}

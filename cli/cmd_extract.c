#include <stdlib.h>
#include <string.h>

#include "cli/crew.h"

static const char help[] =
    "usage: tongji extract [options] INPUT...\n\n"
    "Reads Chinese documents and writes every statistic in them as a fact record. INPUT is a file, a\n"
    "folder (walked) or - for standard input: plain text, Markdown, web pages, Word (.docx), PDF with a\n"
    "text layer. What it is, and UTF-8, GB18030, Big5 or UTF-16, is found out from the bytes.\n\n"
    "  -o, --output OUT    .jsonl, .csv or .db by its ending; without it JSON lines on standard output\n"
    "  -j, --threads N     threads (1); the output is the same whatever N\n"
    "      --date DATE     the documents' date, YYYY-MM-DD, where the texts don't say\n"
    "      --region NAME   the place to take where a text names none\n"
    "      --text DIR      save each document's text there, which start and end of the facts mean\n"
    "      --rejects FILE  a JSON line for each input that could not be read, and why\n"
    "      --lexicon DIR   dictionaries of your own on top of the built-in ones\n"
    "  -q, --quiet         say less;  -v, --verbose  say more;  -h, --help  this\n\n"
    "examples:\n"
    "  tongji extract -o facts.db -j 4 reports/\n"
    "  cat interview.txt | tongji extract --region 桂林市 --date 2024-03-08 -\n\n"
    "exit status: 0 all done, 1 some inputs rejected, 2 wrong usage, 3 could not write\n";

enum { OPT_DATE = TJ_OPT_OWN, OPT_REGION, OPT_REJECTS, OPT_TEXT, MAX_THREADS = 256 };

struct arguments {
    struct tj_common common;
    const char *output, *region, *rejects, *texts;
    struct tj_now date;
    unsigned threads;
};

static bool take_date(const char *text, struct tj_now *out)
{
    int used = 0;
    if (sscanf(text, "%4d-%2d-%2d%n", &out->year, &out->month, &out->day, &used) != 3) return false;
    return text[used] == '\0' && out->year >= 1900 && out->year <= 2100 && out->month >= 1 && out->month <= 12
           && out->day >= 1 && out->day <= 31;
}

static bool take_threads(const char *text, unsigned *out)
{
    char *end;
    long n = strtol(text, &end, 10);
    *out = (unsigned)n;
    return *text && !*end && n >= 1 && n <= MAX_THREADS;
}

/* True if the command may go on. */
static bool take_option(struct arguments *a, int option, int *exit_status)
{
    bool fine = true;
    switch (option) {
    case 'o': a->output = optarg; return true;
    case 'j': fine = take_threads(optarg, &a->threads); break;
    case OPT_DATE: fine = take_date(optarg, &a->date); break;
    case OPT_REGION: a->region = optarg; return true;
    case OPT_REJECTS: a->rejects = optarg; return true;
    case OPT_TEXT: a->texts = optarg; return true;
    default: return tj_common_option(&a->common, option, "extract", help, exit_status);
    }
    if (!fine) {
        *exit_status = option == 'j' ? tj_usage("extract", "-j takes a number from 1 to %d, not '%s'",
                                                MAX_THREADS, optarg)
                                     : tj_usage("extract", "--date takes YYYY-MM-DD, not '%s'", optarg);
    }
    return fine;
}

static bool take_arguments(int argc, char **argv, struct arguments *a, int *exit_status)
{
    static const struct option options[] = { { "output", required_argument, NULL, 'o' },
                                             { "threads", required_argument, NULL, 'j' },
                                             { "date", required_argument, NULL, OPT_DATE },
                                             { "region", required_argument, NULL, OPT_REGION },
                                             { "rejects", required_argument, NULL, OPT_REJECTS },
                                             { "text", required_argument, NULL, OPT_TEXT },
                                             TJ_COMMON_LONG };
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, "o:j:" TJ_COMMON_SHORT, options, NULL)) != -1;)
        if (!take_option(a, option, exit_status)) return false;
    if (optind < argc) return true;
    *exit_status = tj_usage("extract", "give an input: a file, a folder, or - for standard input");
    return false;
}

static int finish(const struct arguments *a, const struct tj_crew_options *o, const struct tj_crew_result *r)
{
    struct tj_error err;
    bool reject_lost = o->rejects && fclose(o->rejects) != 0;
    if (tj_sink_close(o->sink, !r->interrupted && !r->text_lost, &err) != TJ_OK) {
        tj_tell("extract", &err);
        return TJ_EXIT_CANNOT_WRITE;
    }
    if (r->text_lost) return TJ_EXIT_CANNOT_WRITE;
    if (reject_lost) {
        tj_fail(&err, TJ_CANNOT_WRITE, a->rejects, 0, "not all reasons could be written");
        tj_tell("extract", &err);
        return TJ_EXIT_CANNOT_WRITE;
    }
    if (r->interrupted) {
        fputs("tongji extract: interrupted; nothing was written\n", stderr);
        return 130;
    }
    if (!a->common.quiet && (a->output || a->common.verbose))
        fprintf(stderr, "%zu facts from %zu documents (%.1f MB)%s%s\n", r->facts, r->documents,
                (double)r->bytes / 1e6, a->output ? " in " : "", a->output ? a->output : "");
    if (r->rejected && !a->common.quiet)
        fprintf(stderr, "tongji extract: %zu inputs could not be read\n", r->rejected);
    return r->rejected ? TJ_EXIT_SOME_REJECTED : TJ_EXIT_OK;
}

/* Opens what the run writes to; an exit status, or -1 to go on. */
static int open_outputs(const struct arguments *a, struct tj_crew_options *o)
{
    struct tj_error err;
    o->format = TJ_JSONL;
    if (a->output && strcmp(a->output, "-") != 0 && strcmp(a->output, "/dev/full") != 0
        && !tj_format_of(a->output, &o->format))
        return tj_usage("extract", "'%s' ends in none of .jsonl .csv .db", a->output);
    if (tj_sink_open(a->output ? a->output : "-", o->format, &o->sink, &err) != TJ_OK) {
        tj_tell("extract", &err);
        return TJ_EXIT_CANNOT_WRITE;
    }
    if (!a->rejects) return -1;
    o->rejects = fopen(a->rejects, "w");
    if (o->rejects) return -1;
    tj_fail(&err, TJ_CANNOT_WRITE, a->rejects, 0, "check that its folder is there and may be written to");
    tj_tell("extract", &err);
    tj_sink_close(o->sink, false, NULL);
    return TJ_EXIT_CANNOT_WRITE;
}

static int run(const struct arguments *a, char *const *inputs, size_t count)
{
    struct tj_lexicon *lexicon;
    struct tj_error err;
    if (tj_lexicon_new(a->common.lexicon, &lexicon, &err) != TJ_OK) {
        tj_tell("extract", &err);
        return TJ_EXIT_USAGE;
    }
    struct tj_crew_options o = {
        .common = a->common, .lexicon = lexicon, .threads = a->threads, .texts = a->texts
    };
    o.extract.date = a->date;
    int exit_status = -1;
    if (a->region) o.extract.region = tj_region_named(lexicon, tj_str_of(a->region));
    if (a->region && o.extract.region == TJ_NONE)
        exit_status =
            tj_usage("extract", "no region is called '%s'; 'tongji lexicon list' shows the names", a->region);
    if (exit_status < 0) exit_status = open_outputs(a, &o);
    if (exit_status < 0) {
        o.inputs = tj_inputs_new(inputs, count);
        struct tj_crew_result result = tj_crew_run(&o);
        tj_inputs_free(o.inputs);
        exit_status = finish(a, &o, &result);
    }
    tj_lexicon_free(lexicon);
    return exit_status;
}

int tj_cmd_extract(int argc, char **argv)
{
    struct arguments a = { .threads = 1 };
    int exit_status = TJ_EXIT_OK;
    if (!take_arguments(argc, argv, &a, &exit_status)) return exit_status;
    return run(&a, argv + optind, (size_t)(argc - optind));
}

#include <stdlib.h>
#include <string.h>

#include "cli/crew.h"
#include "cli/version.h"
#include "extract/document/record.h"

static const char help[] =
    "usage: tongji extract [options] INPUT...\n"
    "\n"
    "Writes every statistic in Chinese documents as a fact record. INPUT is a file,\n"
    "a folder (walked) or - for standard input: text, Markdown, web pages, Word\n"
    "(.docx), PDF with a text layer; in UTF-8, GB18030, Big5 or UTF-16.\n"
    "\n"
    "  -o, --output OUT    .jsonl .csv .db by its ending; else JSON lines on stdout\n"
    "  -j, --threads N     threads (1); the output is the same whatever N\n"
    "      --date DATE     the documents' date, YYYY-MM-DD, where texts don't say\n"
    "      --region NAME   the place to take where a text names none\n"
    "      --from-jsonl    a document a line in INPUT (or on standard input):\n"
    "                      {\"doc\":NAME,\"text\":TEXT,\"date\":DATE,\"region\":NAME}\n"
    "      --files-from F  more inputs, their names one a line in F (- is stdin)\n"
    "      --resume        go on with OUT, a .db: only new and changed documents\n"
    "      --text DIR      save each document's text, which start and end mean\n"
    "      --rejects FILE  a JSON line for each input that was not read, and why\n"
    "      --lexicon DIR   dictionaries of your own on top of the built-in ones\n"
    "  -q, --quiet         say less;  -v, --verbose  say more;  -h, --help  this\n"
    "\n"
    "examples:\n"
    "  tongji extract -o facts.db -j 4 reports/\n"
    "  zcat news.jsonl.gz | tongji extract --from-jsonl --date 2024-03-08 > f.jsonl\n"
    "\n"
    "exit status: 0 done, 1 some inputs rejected, 2 wrong usage, 3 could not write\n";

enum {
    OPT_DATE = TJ_OPT_OWN,
    OPT_REGION,
    OPT_REJECTS,
    OPT_FROM_JSONL,
    OPT_FILES_FROM,
    OPT_RESUME,
    OPT_TEXT,
    MAX_THREADS = 256
};

struct arguments {
    struct tj_common common;
    const char *output, *region, *rejects, *files_from, *texts;
    struct tj_now date;
    unsigned threads;
    bool from_jsonl, resume;
    char *const *inputs;
    size_t input_count;
};

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
    case 'o': a->output = tj_output_name(optarg); return true;
    case 'j': fine = take_threads(optarg, &a->threads); break;
    case OPT_DATE: fine = tj_date_read(tj_str_of(optarg), &a->date); break;
    case OPT_REGION: a->region = optarg; return true;
    case OPT_REJECTS: a->rejects = optarg; return true;
    case OPT_FILES_FROM: a->files_from = optarg; return true;
    case OPT_FROM_JSONL: a->from_jsonl = true; return true;
    case OPT_RESUME: a->resume = true; return true;
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

static bool names_standard_input(const struct arguments *a)
{
    for (size_t i = 0; i < a->input_count; i++)
        if (strcmp(a->inputs[i], "-") == 0) return true;
    return false;
}

/* What cannot be done in one run, and what to do instead; NULL if all is well. */
static const char *wrong_use(struct arguments *a)
{
    static char *const standard[] = { "-" };
    enum tj_format format = TJ_JSONL;
    if (a->resume && (!a->output || !tj_format_of(a->output, &format) || format != TJ_DB))
        return "--resume needs a database: give -o FACTS.db; 'tongji convert' makes .jsonl and .csv of it";
    if (a->resume && a->from_jsonl)
        return "--resume is for files and folders; what feeds a stream of records knows what it has sent";
    if (a->input_count == 0 && !a->files_from) {
        if (!a->from_jsonl) return "give an input: a file, a folder, or - for standard input";
        a->inputs = standard;
        a->input_count = 1;
    }
    if (a->resume && names_standard_input(a))
        return "--resume knows documents by their names, and standard input has none";
    if (a->resume && a->files_from && strcmp(a->files_from, "-") == 0)
        return "--resume may read the list of inputs twice: put it into a file";
    if (a->files_from && strcmp(a->files_from, "-") == 0 && names_standard_input(a))
        return "standard input cannot be both the list of inputs and an input";
    return NULL;
}

static bool take_arguments(int argc, char **argv, struct arguments *a, int *exit_status)
{
    static const struct option options[] = { { "output", required_argument, NULL, 'o' },
                                             { "threads", required_argument, NULL, 'j' },
                                             { "date", required_argument, NULL, OPT_DATE },
                                             { "region", required_argument, NULL, OPT_REGION },
                                             { "rejects", required_argument, NULL, OPT_REJECTS },
                                             { "from-jsonl", no_argument, NULL, OPT_FROM_JSONL },
                                             { "files-from", required_argument, NULL, OPT_FILES_FROM },
                                             { "resume", no_argument, NULL, OPT_RESUME },
                                             { "text", required_argument, NULL, OPT_TEXT },
                                             TJ_COMMON_LONG };
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, "o:j:" TJ_COMMON_SHORT, options, NULL)) != -1;)
        if (!take_option(a, option, exit_status)) return false;
    a->inputs = argv + optind;
    a->input_count = (size_t)(argc - optind);
    const char *wrong = wrong_use(a);
    if (wrong) *exit_status = tj_usage("extract", "%s", wrong);
    return !wrong;
}

static void tell_counts(const struct arguments *a, const struct tj_crew_result *r)
{
    if (a->common.quiet) return;
    if (a->output || a->common.verbose)
        fprintf(stderr, "%zu facts from %zu documents (%.1f MB)%s%s\n", r->facts, r->documents,
                (double)r->bytes / 1e6, a->output ? " in " : "", a->output ? a->output : "");
    if (a->resume)
        fprintf(stderr, "%zu documents were done already, %zu have changed since\n", r->passed_over,
                r->replaced);
    if (r->rejected) fprintf(stderr, "tongji extract: %zu inputs could not be read\n", r->rejected);
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
        fprintf(stderr, "tongji extract: interrupted; %s\n",
                a->resume ? "what is done is kept, the same command goes on" : "nothing was written");
        return 130;
    }
    tell_counts(a, r);
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
    enum tj_status status = a->resume ? tj_sink_resume(a->output, &o->sink, &err)
                                      : tj_sink_open(a->output ? a->output : "-", o->format, &o->sink, &err);
    if (status != TJ_OK) {
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

/* All that facts depend on besides the documents. */
static struct tj_hash settings_hash(const struct tj_lexicon *lexicon, const struct tj_options *o)
{
    char text[96];
    snprintf(text, sizeof text, "tongji " TJ_VERSION " %d-%d-%d %u", o->date_unsaid.year,
             o->date_unsaid.month, o->date_unsaid.day, (unsigned)o->region);
    return tj_hash_join(lexicon->content, tj_hash_of(tj_str_of(text)));
}

static struct tj_inputs *open_inputs(const struct arguments *a)
{
    struct tj_inputs *inputs = tj_inputs_new(a->inputs, a->input_count);
    if (a->files_from) tj_inputs_list(inputs, a->files_from);
    return inputs;
}

/* A walk over names before the run. */
static struct tj_amount measure(const void *context)
{
    struct tj_inputs *inputs = open_inputs(context);
    struct tj_amount amount = tj_amount_of(inputs);
    tj_inputs_free(inputs);
    return amount;
}

static struct tj_crew_result run_crew(const struct arguments *a, struct tj_crew_options *o)
{
    o->intake = tj_intake_new(open_inputs(a), a->from_jsonl, o->lexicon, &o->extract);
    struct tj_crew_result result = tj_crew_run(o);
    tj_intake_free(o->intake);
    return result;
}

/* A document that changed took its facts along: another of the same text, passed over before, is due now. */
static void run_again(const struct arguments *a, struct tj_crew_options *o, struct tj_crew_result *result)
{
    o->again = true;
    struct tj_crew_result more = run_crew(a, o);
    result->interrupted = more.interrupted;
}

static int run(const struct arguments *a)
{
    struct tj_lexicon *lexicon;
    struct tj_error err;
    if (tj_lexicon_new(a->common.lexicon, &lexicon, &err) != TJ_OK) {
        tj_tell("extract", &err);
        return TJ_EXIT_USAGE;
    }
    struct tj_crew_options o = {
        .common = a->common, .lexicon = lexicon, .threads = a->threads, .resume = a->resume, .texts = a->texts
    };
    bool streamed = names_standard_input(a) || (a->files_from && strcmp(a->files_from, "-") == 0);
    if (!streamed) o.measure = measure, o.context = a;
    o.in_streams = a->from_jsonl;
    o.extract.date_unsaid = a->date;
    int exit_status = -1;
    if (a->region) o.extract.region = tj_region_named(lexicon, tj_str_of(a->region));
    if (a->region && o.extract.region == TJ_NONE)
        exit_status =
            tj_usage("extract", "no region is called '%s'; 'tongji lexicon list' shows the names", a->region);
    o.settings = settings_hash(lexicon, &o.extract);
    if (exit_status < 0) exit_status = open_outputs(a, &o);
    if (exit_status < 0) {
        struct tj_crew_result result = run_crew(a, &o);
        if (result.replaced && !result.interrupted && !tj_sink_failed(o.sink)) run_again(a, &o, &result);
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
    return run(&a);
}

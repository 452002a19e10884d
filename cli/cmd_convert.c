#include <stdio.h>
#include <sys/stat.h>

#include "cli/corrections.h"
#include "cli/options.h"
#include "cli/package.h"
#include "cli/tally.h"
#include "extract/base/idset.h"
#include "extract/fact/sdmx.h"
#include "extract/fact/sink.h"
#include "extract/fact/source.h"

static const char help[] = "usage: tongji convert [options] -o OUT FACTS...\n"
                           "\n"
                           "Writes facts from one or more .jsonl, .csv or .db files (- is standard input)\n"
                           "into one, in their order, each id once. Adding to a .db that is there already\n"
                           "leaves out what it has.\n"
                           "\n"
                           "  -o, --output OUT        .jsonl .csv .db by its ending; - is standard output\n"
                           "      --bom               begin a .csv with a byte order mark, so that Excel\n"
                           "                          reads it as UTF-8\n"
                           "      --datapackage       write datapackage.json beside a .csv: the columns'\n"
                           "                          types, for Frictionless tools\n"
                           "      --sdmx              write a .csv (or -) as SDMX-CSV 2.0: one observation\n"
                           "                          a row\n"
                           "      --corrections FILE  a CSV of corrections; may be given more than once\n"
                           "  -q, --quiet             say less;  -v, --verbose  say more;  -h, --help  this\n"
                           "\n"
                           "examples:\n"
                           "  tongji convert -o all.db shard-*.jsonl\n"
                           "  tongji convert --bom -o for-excel.csv all.db\n"
                           "  tongji convert --corrections reviewed.csv -o good.db all.db\n";

enum { OPT_BOM = TJ_OPT_OWN, OPT_PACKAGE, OPT_SDMX, OPT_CORRECTIONS };

struct job {
    struct tj_common common;
    const char *output;
    bool bom, package, sdmx;
    enum tj_format format;
    struct tj_corrections *corrections;
    struct tj_sink *sink;
    struct tj_package description; /* with --datapackage */
    struct tj_sdmx observations;   /* with --sdmx */
    struct tj_buffer line;
    size_t lacks[TJ_SDMX_LACK_COUNT];
    struct tj_idset seen;
    size_t opened, read, duplicates, dropped, bad;
    struct tj_tally failures;
};

/* A database that facts are added to has its own already. */
static bool is_grown_output(const struct job *job, const char *path)
{
    struct stat in, out;
    return job->format == TJ_DB && stat(path, &in) == 0 && stat(job->output, &out) == 0
           && in.st_dev == out.st_dev && in.st_ino == out.st_ino;
}

static void put(struct job *job, const struct tj_fact *fact)
{
    if (job->format != TJ_SDMX) {
        tj_sink_facts(job->sink, fact, 1);
        return;
    }
    job->line.len = 0;
    job->lacks[tj_sdmx_put(&job->observations, &job->line, fact)]++;
    tj_sink_lines(job->sink, tj_buffer_str(&job->line));
}

static void take(struct job *job, struct tj_fact *fact)
{
    job->read++;
    if (!tj_idset_add(&job->seen, fact->id))
        job->duplicates++;
    else if (tj_corrections_apply(job->corrections, fact) == TJ_FACT_DROPPED)
        job->dropped++;
    else
        put(job, fact);
}

/* All facts of one file; bad records are told and left out. */
static void copy_source(struct job *job, const char *path)
{
    struct tj_source *source;
    struct tj_error err;
    if (tj_source_open(path, &source, &err) != TJ_OK) {
        tj_tally_tell(&job->failures, &err);
        job->bad++;
        return;
    }
    job->opened++;
    struct tj_arena arena = { 0 };
    for (bool more = true; more && !tj_sink_failed(job->sink);) {
        struct tj_fact fact;
        tj_arena_reset(&arena);
        enum tj_status status = tj_source_next(source, &arena, &fact, &more, &err);
        if (status != TJ_OK) {
            tj_tally_tell(&job->failures, &err);
            job->bad++;
            if (status == TJ_CANNOT_READ) break;
        } else if (more) {
            take(job, &fact);
        }
    }
    tj_arena_free(&arena);
    tj_source_close(source);
}

static void tell_corrections(const struct job *job)
{
    for (size_t i = 0; i < tj_corrections_file_count(job->corrections); i++) {
        const struct tj_correction_file *f = tj_corrections_file(job->corrections, i);
        fprintf(stderr, "%s: %zu changed, %zu removed, %zu confirmed, %zu rows not applied\n", f->path,
                f->changed, f->dropped, f->confirmed, f->bad);
    }
}

static void tell_counts(const struct job *job, size_t added)
{
    size_t there = job->read - job->duplicates - job->dropped - added, left = 0;
    for (unsigned i = 1; i < TJ_SDMX_LACK_COUNT; i++) left += job->lacks[i];
    fprintf(stderr, "%zu facts read, %zu written, %zu duplicates left out", job->read, added,
            job->duplicates);
    if (there > left) fprintf(stderr, ", %zu in %s already", there - left, job->output);
    fputc('\n', stderr);
    if (left) fprintf(stderr, "%zu facts are no observations and were left out:", left);
    for (unsigned i = 1; i < TJ_SDMX_LACK_COUNT; i++)
        if (job->lacks[i]) fprintf(stderr, " %zu %s", job->lacks[i], tj_sdmx_lack_words(i));
    if (left) fputc('\n', stderr);
    tell_corrections(job);
}

static int finish(struct job *job)
{
    struct tj_error err;
    bool any = job->opened > 0;
    size_t added = job->format == TJ_SDMX ? job->lacks[TJ_SDMX_PUT] : tj_sink_added(job->sink);
    enum tj_status status = tj_sink_close(job->sink, any, &err);
    enum tj_status described =
        tj_package_close(&job->description, any && status == TJ_OK, status == TJ_OK ? &err : NULL);
    if (status != TJ_OK || described != TJ_OK) {
        tj_tell("convert", &err);
        return TJ_EXIT_CANNOT_WRITE;
    }
    if (any) tj_corrections_finish(job->corrections);
    if (!any)
        fputs("tongji convert: no input could be read; nothing was written\n", stderr);
    else if (!job->common.quiet)
        tell_counts(job, added);
    return job->bad || tj_corrections_bad(job->corrections) ? TJ_EXIT_SOME_REJECTED : TJ_EXIT_OK;
}

/* What is asked for, as far as the names tell: 0, or how to end. */
static int check(struct job *job)
{
    struct tj_str name = tj_str_of(job->output);
    struct stat st;
    bool device = tj_starts(name, TJ_STR("/dev/")), standard = tj_equal(name, TJ_STR("-"));
    if (!standard && !device && !tj_format_of(job->output, &job->format))
        return tj_usage("convert", "'%s' ends in none of .jsonl .csv .db", job->output);
    if (job->sdmx && !standard && !device && job->format != TJ_CSV)
        return tj_usage("convert", "--sdmx writes a .csv, or standard output");
    if (job->sdmx) job->format = TJ_SDMX;
    if (job->bom && job->format != TJ_CSV && !job->sdmx)
        return tj_usage("convert", "--bom is for a .csv only");
    if (job->package && (job->format != TJ_CSV || standard || device))
        return tj_usage("convert", "--datapackage describes a .csv of facts; name one with -o");
    if (job->package && job->bom)
        return tj_usage("convert",
                        "--datapackage and --bom exclude each other: readers of packages take the mark "
                        "for part of the first column's name");
    if (job->corrections && job->format == TJ_DB && stat(job->output, &st) == 0 && st.st_size > 0)
        return tj_usage("convert",
                        "'%s' is there already, and corrections do not reach what it holds; name a new file",
                        job->output);
    return 0;
}

static int run(struct job *job, char *const *paths, int count)
{
    struct tj_error err;
    int wrong = check(job);
    if (wrong) return wrong;
    enum tj_status status = job->package ? tj_package_open(&job->description, job->output, &err) : TJ_OK;
    if (status == TJ_OK) status = tj_sink_open(job->output, job->format, &job->sink, &err);
    if (status != TJ_OK) {
        tj_package_close(&job->description, false, NULL);
        tj_tell("convert", &err);
        return status == TJ_BAD_USAGE ? TJ_EXIT_USAGE : TJ_EXIT_CANNOT_WRITE;
    }
    if (job->bom) tj_sink_bom(job->sink);
    job->failures = (struct tj_tally){ .command = "convert", .all = job->common.verbose };
    for (int i = 0; i < count; i++) {
        if (is_grown_output(job, paths[i]))
            job->opened++;
        else
            copy_source(job, paths[i]);
    }
    tj_tally_sum_up(&job->failures, "--verbose names them");
    return finish(job);
}

/* True if the command may go on; else *exit_status says how to end. */
static bool take_options(struct job *job, int argc, char **argv, int *exit_status)
{
    static const struct option options[] = { { "output", required_argument, NULL, 'o' },
                                             { "bom", no_argument, NULL, OPT_BOM },
                                             { "datapackage", no_argument, NULL, OPT_PACKAGE },
                                             { "sdmx", no_argument, NULL, OPT_SDMX },
                                             { "corrections", required_argument, NULL, OPT_CORRECTIONS },
                                             TJ_COMMON_LONG };
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, "o:" TJ_COMMON_SHORT, options, NULL)) != -1;) {
        *exit_status = TJ_EXIT_USAGE;
        switch (option) {
        case 'o': job->output = tj_output_name(optarg); break;
        case OPT_BOM: job->bom = true; break;
        case OPT_PACKAGE: job->package = true; break;
        case OPT_SDMX: job->sdmx = true; break;
        case OPT_CORRECTIONS:
            if (!tj_take_corrections(&job->corrections, "convert", optarg)) return false;
            break;
        default:
            if (!tj_common_option(&job->common, option, "convert", help, exit_status)) return false;
        }
    }
    *exit_status = !job->output     ? tj_usage("convert", "say where to with -o")
                   : optind >= argc ? tj_usage("convert", "give at least one file of facts")
                                    : TJ_EXIT_OK;
    return *exit_status == TJ_EXIT_OK;
}

int tj_cmd_convert(int argc, char **argv)
{
    struct job job = { 0 };
    int exit_status;
    if (take_options(&job, argc, argv, &exit_status)) exit_status = run(&job, argv + optind, argc - optind);
    tj_idset_free(&job.seen);
    tj_sdmx_free(&job.observations);
    tj_buffer_free(&job.line);
    tj_corrections_free(job.corrections);
    return exit_status;
}

#include <stdio.h>
#include <sys/stat.h>

#include "cli/options.h"
#include "extract/base/idset.h"
#include "extract/fact/sink.h"
#include "extract/fact/source.h"

static const char help[] =
    "usage: tongji convert [--bom] -o OUT FACTS...\n\n"
    "Writes facts from one or more .jsonl, .csv or .db files (- is standard input) into one, in their\n"
    "order, each id once. OUT is .jsonl, .csv or .db by its ending; adding to a .db that is there already\n"
    "leaves out what it has.\n\n"
    "  -o, --output OUT   where to (- is standard output, as JSON lines)\n"
    "      --bom          begin a .csv with a byte order mark, so that Excel reads it as UTF-8\n"
    "  -q, --quiet        say less;  -h, --help  this\n\n"
    "examples:\n"
    "  tongji convert -o all.db shard-*.jsonl\n"
    "  tongji convert --bom -o for-excel.csv all.db\n";

enum { OPT_BOM = TJ_OPT_OWN };

struct job {
    struct tj_common common;
    const char *output;
    bool bom;
    enum tj_format format;
    struct tj_sink *sink;
    struct tj_idset seen;
    size_t opened, read, duplicates, bad;
};

/* A database that facts are added to has its own already. */
static bool is_grown_output(const struct job *job, const char *path)
{
    struct stat in, out;
    return job->format == TJ_DB && stat(path, &in) == 0 && stat(job->output, &out) == 0
           && in.st_dev == out.st_dev && in.st_ino == out.st_ino;
}

static void take(struct job *job, const struct tj_fact *fact)
{
    job->read++;
    if (tj_idset_add(&job->seen, fact->id))
        tj_sink_facts(job->sink, fact, 1);
    else
        job->duplicates++;
}

/* All facts of one file; bad records are told and left out. */
static void copy_source(struct job *job, const char *path)
{
    struct tj_source *source;
    struct tj_error err;
    if (tj_source_open(path, &source, &err) != TJ_OK) {
        tj_tell("convert", &err);
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
            tj_tell("convert", &err);
            job->bad++;
            if (status == TJ_CANNOT_READ) break;
        } else if (more) {
            take(job, &fact);
        }
    }
    tj_arena_free(&arena);
    tj_source_close(source);
}

static void tell_counts(const struct job *job, size_t added)
{
    size_t there = job->read - job->duplicates - added;
    fprintf(stderr, "%zu facts read, %zu written, %zu duplicates left out", job->read, added,
            job->duplicates);
    if (there) fprintf(stderr, ", %zu in %s already", there, job->output);
    fputc('\n', stderr);
}

static int finish(struct job *job)
{
    struct tj_error err;
    size_t added = tj_sink_added(job->sink);
    tj_idset_free(&job->seen);
    if (tj_sink_close(job->sink, job->opened > 0, &err) != TJ_OK) {
        tj_tell("convert", &err);
        return TJ_EXIT_CANNOT_WRITE;
    }
    if (job->opened == 0)
        fputs("tongji convert: no input could be read; nothing was written\n", stderr);
    else if (!job->common.quiet)
        tell_counts(job, added);
    return job->bad ? TJ_EXIT_SOME_REJECTED : TJ_EXIT_OK;
}

static int run(struct job *job, char *const *paths, int count)
{
    struct tj_error err;
    bool device = tj_str_of(job->output).len >= 5 && tj_starts(tj_str_of(job->output), TJ_STR("/dev/"));
    if (!tj_equal(tj_str_of(job->output), TJ_STR("-")) && !device && !tj_format_of(job->output, &job->format))
        return tj_usage("convert", "'%s' ends in none of .jsonl .csv .db", job->output);
    if (job->bom && job->format != TJ_CSV) return tj_usage("convert", "--bom is for a .csv only");
    if (tj_sink_open(job->output, job->format, &job->sink, &err) != TJ_OK) {
        tj_tell("convert", &err);
        return TJ_EXIT_CANNOT_WRITE;
    }
    if (job->bom) tj_sink_bom(job->sink);
    for (int i = 0; i < count; i++) {
        if (is_grown_output(job, paths[i]))
            job->opened++;
        else
            copy_source(job, paths[i]);
    }
    return finish(job);
}

int tj_cmd_convert(int argc, char **argv)
{
    static const struct option options[] = { { "output", required_argument, NULL, 'o' },
                                             { "bom", no_argument, NULL, OPT_BOM },
                                             TJ_COMMON_LONG };
    struct job job = { 0 };
    int exit_status = TJ_EXIT_OK;
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, "o:" TJ_COMMON_SHORT, options, NULL)) != -1;) {
        if (option == 'o')
            job.output = optarg;
        else if (option == OPT_BOM)
            job.bom = true;
        else if (!tj_common_option(&job.common, option, "convert", help, &exit_status))
            return exit_status;
    }
    if (!job.output) return tj_usage("convert", "say where to with -o");
    if (optind >= argc) return tj_usage("convert", "give at least one file of facts");
    return run(&job, argv + optind, argc - optind);
}

/* tongji review: every fact highlighted in its text, in one page. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/corrections.h"
#include "cli/facts.h"
#include "cli/options.h"
#include "cli/texts.h"
#include "extract/fact/output.h"
#include "report/review.h"

static const char help[] =
    "usage: tongji review -o OUT.html FACTS...\n"
    "\n"
    "Every fact highlighted in its source text, in one page that needs no network:\n"
    "filter, search, mark right or wrong, edit, and save the corrections as a CSV\n"
    "for --corrections. Facts are .jsonl, .csv or .db. A document is read again from\n"
    "where its facts say it lies; if it is not there or has changed, the page shows\n"
    "its facts' sentences.\n"
    "\n"
    "  -o, --output OUT.html    the page; it appears whole or not at all\n"
    "      --corrections FILE   a CSV of corrections; may be given more than once\n"
    "      --lang zh|en         language of the page\n"
    "  -q, --quiet              say nothing when all goes well\n"
    "  -v, --verbose            name every record that cannot be read\n"
    "  -h, --help               this help\n"
    "\n"
    "examples:\n"
    "  tongji review -o review.html facts.jsonl\n"
    "  tongji review --lang en --corrections corrections.csv -o checked.html facts.db\n";

enum { OPT_CORRECTIONS = TJ_OPT_OWN };

struct job {
    struct tj_common common;
    const char *output;
    struct tj_corrections *corrections; /* owned */
    struct tj_arena arena, text;        /* `text`: the document in hand */
    struct tj_ledger ledger;
    struct tj_inputs in;
};

static bool take_option(struct job *job, int option, int *status)
{
    switch (option) {
    case 'o': job->output = tj_output_name(optarg); return true;
    case OPT_CORRECTIONS:
        *status = TJ_EXIT_USAGE;
        return tj_take_corrections(&job->corrections, "review", optarg);
    default: return tj_common_option(&job->common, option, "review", help, status);
    }
}

static bool take_options(struct job *job, int argc, char **argv, int *status)
{
    static const struct option longs[] = { { "output", required_argument, NULL, 'o' },
                                           { "corrections", required_argument, NULL, OPT_CORRECTIONS },
                                           TJ_COMMON_LONG };
    optind = 1;
    for (int c; (c = getopt_long(argc, argv, "o:" TJ_COMMON_SHORT, longs, NULL)) != -1;)
        if (!take_option(job, c, status)) return false;
    if (!job->output)
        *status = tj_usage("review", "say where the page goes with -o OUT.html");
    else if (optind == argc)
        *status = tj_usage("review", "give at least one file of facts");
    return job->output && optind < argc;
}

static bool read_text(void *self, struct tj_str name, struct tj_str *text)
{
    struct job *job = self;
    tj_arena_reset(&job->text);
    return tj_text_read(&job->text, name, text) == TJ_OK;
}

static int write_page(struct job *job)
{
    struct tj_error err = { 0 };
    struct tj_output out;
    struct tj_buffer page = { 0 };
    enum tj_status status = tj_output_open(&out, job->output, &err);
    if (!status) {
        tj_review_put(&job->ledger, (struct tj_review_texts){ read_text, job }, job->common.english, &page);
        status = tj_output_write(&out, tj_buffer_str(&page), &err);
        enum tj_status placed = tj_output_close(&out, !status, status ? NULL : &err);
        if (!status) status = placed;
    }
    tj_buffer_free(&page);
    if (!status) return TJ_EXIT_OK;
    tj_tell("review", &err);
    return TJ_EXIT_CANNOT_WRITE;
}

static int run(struct job *job, char **paths, int count)
{
    job->ledger.corrections = job->corrections;
    job->in.name_all = job->common.verbose;
    tj_load_facts("review", &job->arena, &job->ledger, paths, count, &job->in);
    tj_corrections_finish(job->corrections);
    size_t bad = job->in.bad_records + tj_corrections_bad(job->corrections) + job->in.unreadable_count;
    if (job->in.read_count == 0) return TJ_EXIT_SOME_REJECTED;
    int status = write_page(job);
    if (!status && !job->common.quiet)
        fprintf(stderr, "tongji review: %zu facts of %zu documents in %s\n", job->ledger.count,
                job->ledger.document_count, job->output);
    return status ? status : bad ? TJ_EXIT_SOME_REJECTED : TJ_EXIT_OK;
}

int tj_cmd_review(int argc, char **argv)
{
    struct job job = { 0 };
    int status = TJ_EXIT_OK;
    if (take_options(&job, argc, argv, &status)) status = run(&job, argv + optind, argc - optind);
    tj_ledger_free(&job.ledger);
    tj_corrections_free(job.corrections);
    tj_arena_free(&job.arena);
    tj_arena_free(&job.text);
    return status;
}

/* tongji report: facts in, an Excel workbook out. */
#include <stdio.h>

#include "cli/corrections.h"
#include "cli/facts.h"
#include "cli/options.h"
#include "cli/version.h"
#include "report/report.h"

static const char help[] = "usage: tongji report [-t TEMPLATE] -o OUT.xlsx FACTS...\n"
                           "\n"
                           "Makes an Excel workbook of facts (.jsonl .csv .db, any mix; - is standard\n"
                           "input). The same facts give the same bytes. With SOURCE_DATE_EPOCH set, the\n"
                           "notes tell that time as the time of making.\n"
                           "\n"
                           "  -t, --template TEMPLATE  quarterly (the default), yearly, targets, regions,\n"
                           "                           or a YAML file of your own (docs/templates.md)\n"
                           "  -o, --output OUT.xlsx    the workbook; it appears whole or not at all\n"
                           "      --corrections FILE   a CSV of corrections; may be given more than once\n"
                           "      --lang zh|en         language of headings and notes\n"
                           "  -q, --quiet              say nothing when all goes well\n"
                           "  -v, --verbose            name every record that cannot be read\n"
                           "  -h, --help               this help\n"
                           "\n"
                           "examples:\n"
                           "  tongji report -o summary.xlsx facts.db\n"
                           "  tongji report -t targets --lang en -o targets.xlsx facts.jsonl\n"
                           "\n"
                           "exit status: 0 done, 1 some facts rejected, 2 wrong usage, 3 could not write\n";

struct options {
    struct tj_common common;
    const char *template, *output;
    struct tj_corrections *corrections; /* owned */
};

enum { OPT_CORRECTIONS = TJ_OPT_OWN };

static bool take_options(int argc, char **argv, struct options *o, int *status)
{
    static const struct option longs[] = { { "template", required_argument, NULL, 't' },
                                           { "output", required_argument, NULL, 'o' },
                                           { "corrections", required_argument, NULL, OPT_CORRECTIONS },
                                           TJ_COMMON_LONG };
    for (int c; (c = getopt_long(argc, argv, "t:o:" TJ_COMMON_SHORT, longs, NULL)) != -1;) {
        if (c == 't')
            o->template = optarg;
        else if (c == 'o')
            o->output = tj_output_name(optarg);
        else if (c == OPT_CORRECTIONS) {
            *status = TJ_EXIT_USAGE;
            if (!tj_take_corrections(&o->corrections, argv[0], optarg)) return false;
        } else if (!tj_common_option(&o->common, c, argv[0], help, status))
            return false;
    }
    if (!o->output) {
        *status = tj_usage(argv[0], "says no workbook: -o OUT.xlsx is needed");
        return false;
    }
    if (optind == argc) {
        *status = tj_usage(argv[0], "no facts are given");
        return false;
    }
    return true;
}

static int write_workbook(const struct options *o, const struct tj_ledger *ledger,
                          const struct tj_template *template, const struct tj_inputs *in)
{
    struct tj_error err = { 0 };
    struct tj_report_job job = {
        .ledger = ledger,
        .template = template,
        .template_name = tj_base_name(o->template),
        .english = o->common.english,
        .inputs = in->read,
        .input_count = in->read_count,
        .unreadable = in->unreadable,
        .unreadable_count = in->unreadable_count,
        .bad_records = in->bad_records,
        .corrections = o->corrections,
        .program = tj_str_of("tongji " TJ_VERSION),
    };
    job.made_known = tj_time_of_making(&job.made);
    enum tj_status status = tj_report_write(&job, o->output, &err);
    if (status) {
        tj_tell("report", &err);
        return status == TJ_BAD_TEMPLATE ? TJ_EXIT_USAGE : TJ_EXIT_CANNOT_WRITE;
    }
    if (!o->common.quiet)
        fprintf(stderr, "tongji report: %zu facts of %zu documents in %s\n", ledger->count,
                ledger->document_count, o->output);
    return in->unreadable_count || in->bad_records || tj_corrections_bad(o->corrections)
               ? TJ_EXIT_SOME_REJECTED
               : TJ_EXIT_OK;
}

static int make_report(struct tj_arena *arena, const struct options *o, char **paths, int count)
{
    const struct tj_template *template = NULL;
    if (!tj_load_template("report", arena, o->template, &template)) return TJ_EXIT_USAGE;
    struct tj_inputs in = { .name_all = o->common.verbose };
    struct tj_ledger ledger = { .corrections = o->corrections };
    tj_load_facts("report", arena, &ledger, paths, count, &in);
    tj_corrections_finish(o->corrections);
    int status = TJ_EXIT_SOME_REJECTED;
    if (ledger.count > 0)
        status = write_workbook(o, &ledger, template, &in);
    else
        fputs("tongji report: there are no facts to report; no workbook was made\n", stderr);
    tj_ledger_free(&ledger);
    return status;
}

int tj_cmd_report(int argc, char **argv)
{
    struct options o = { .template = "quarterly" };
    int status;
    struct tj_arena arena = { 0 };
    if (take_options(argc, argv, &o, &status)) status = make_report(&arena, &o, argv + optind, argc - optind);
    tj_arena_free(&arena);
    tj_corrections_free(o.corrections);
    return status;
}

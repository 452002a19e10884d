/* tongji report: facts in, an Excel workbook out. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/options.h"
#include "cli/version.h"
#include "extract/base/file.h"
#include "report/report.h"

static const char help[] =
    "usage: tongji report [-t TEMPLATE] -o OUT.xlsx FACTS...\n\n"
    "Makes an Excel workbook of facts (.jsonl .csv .db, any mix; - is standard input).\n\n"
    "  -t, --template TEMPLATE  quarterly (the default), yearly, targets, regions, or a YAML file of\n"
    "                           your own (docs/templates.md)\n"
    "  -o, --output OUT.xlsx    the workbook; it appears whole or not at all\n"
    "      --lang zh|en         language of headings and notes\n"
    "  -q, --quiet              say nothing when all goes well\n"
    "  -h, --help               this help\n\n"
    "The same facts give the same bytes. With SOURCE_DATE_EPOCH set, the notes tell that time as the time "
    "of\n"
    "making.\n";

enum { MOST_TEMPLATE_BYTES = 1 << 20, MOST_TOLD = 10 };

struct options {
    struct tj_common common;
    const char *template, *output;
};

/* What was read, and what could not be. */
struct inputs {
    struct tj_str *read, *unreadable;
    size_t read_count, unreadable_count, bad_records;
};

static bool take_options(int argc, char **argv, struct options *o, int *status)
{
    static const struct option longs[] = { { "template", required_argument, NULL, 't' },
                                           { "output", required_argument, NULL, 'o' },
                                           TJ_COMMON_LONG };
    for (int c; (c = getopt_long(argc, argv, "t:o:" TJ_COMMON_SHORT, longs, NULL)) != -1;) {
        if (c == 't')
            o->template = optarg;
        else if (c == 'o')
            o->output = optarg;
        else if (!tj_common_option(&o->common, c, argv[0], help, status))
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

/* A name without a slash that is built in; else a file. */
static enum tj_status read_template(struct tj_arena *arena, const char *name, const struct tj_template **out,
                                    struct tj_error *err)
{
    struct tj_str bytes;
    if (tj_template_builtin(tj_str_of(name), &bytes)) return tj_template_read(arena, bytes, name, out, err);
    enum tj_status status = tj_file_read(arena, name, MOST_TEMPLATE_BYTES, &bytes, err);
    if (status == TJ_NOT_FOUND && !strchr(name, '/') && !strchr(name, '.'))
        return tj_fail(err, TJ_BAD_TEMPLATE, name, 0,
                       "there is no such template; built in: quarterly, yearly, targets, regions");
    return status ? status : tj_template_read(arena, bytes, name, out, err);
}

static void tell_reject(void *self, const struct tj_error *err)
{
    size_t *told = self;
    if (++*told <= MOST_TOLD) tj_tell("report", err);
    if (*told == MOST_TOLD) fputs("tongji report: further records of this file are not named\n", stderr);
}

/* The last part of a path: where the facts lie is no matter of the workbook's. */
static struct tj_str base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return tj_str_of(slash ? slash + 1 : path);
}

static void load(struct tj_ledger *ledger, char **paths, int count, struct inputs *in)
{
    for (int i = 0; i < count; i++) {
        struct tj_error err = { 0 };
        size_t told = 0, rejected = 0;
        enum tj_status status = tj_ledger_load(
            ledger, paths[i], (struct tj_ledger_rejects){ tell_reject, &told }, &rejected, &err);
        in->bad_records += rejected;
        if (status) {
            tj_tell("report", &err);
            in->unreadable[in->unreadable_count++] = base_name(paths[i]);
        } else {
            in->read[in->read_count++] = base_name(paths[i]);
        }
    }
    tj_ledger_close(ledger);
}

/* SOURCE_DATE_EPOCH, as reproducible-builds.org defines it. */
static bool time_of_making(int64_t *out)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    if (!text || *text < '0' || *text > '9') return false;
    char *end;
    errno = 0;
    *out = strtoll(text, &end, 10);
    return errno == 0 && *end == '\0';
}

static int write_workbook(const struct options *o, const struct tj_ledger *ledger,
                          const struct tj_template *template, const struct inputs *in)
{
    struct tj_error err = { 0 };
    struct tj_report_job job = {
        .ledger = ledger,
        .template = template,
        .template_name = base_name(o->template),
        .english = o->common.english,
        .inputs = in->read,
        .input_count = in->read_count,
        .unreadable = in->unreadable,
        .unreadable_count = in->unreadable_count,
        .bad_records = in->bad_records,
        .program = tj_str_of("tongji " TJ_VERSION),
    };
    job.made_known = time_of_making(&job.made);
    enum tj_status status = tj_report_write(&job, o->output, &err);
    if (status) {
        tj_tell("report", &err);
        return status == TJ_BAD_TEMPLATE ? TJ_EXIT_USAGE : TJ_EXIT_CANNOT_WRITE;
    }
    if (!o->common.quiet)
        fprintf(stderr, "tongji report: %zu facts of %zu documents in %s\n", ledger->count,
                ledger->document_count, o->output);
    return in->unreadable_count || in->bad_records ? TJ_EXIT_SOME_REJECTED : TJ_EXIT_OK;
}

static int make_report(struct tj_arena *arena, const struct options *o, char **paths, int count)
{
    struct tj_error err = { 0 };
    const struct tj_template *template = NULL;
    if (read_template(arena, o->template, &template, &err)) {
        tj_tell("report", &err);
        return TJ_EXIT_USAGE;
    }
    struct inputs in = { .read = tj_alloc_array(arena, (size_t)count, sizeof *in.read),
                         .unreadable = tj_alloc_array(arena, (size_t)count, sizeof *in.unreadable) };
    struct tj_ledger ledger = { 0 };
    load(&ledger, paths, count, &in);
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
    if (!take_options(argc, argv, &o, &status)) return status;
    struct tj_arena arena = { 0 };
    status = make_report(&arena, &o, argv + optind, argc - optind);
    tj_arena_free(&arena);
    return status;
}

/* tongji diff: what changed between two years, or between two editions of the facts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cli/corrections.h"
#include "cli/facts.h"
#include "cli/options.h"
#include "cli/terminal.h"
#include "cli/version.h"
#include "extract/base/table.h"
#include "report/diff_csv.h"
#include "report/diff_sheet.h"
#include "report/diff_text.h"

static const char help[] =
    "usage: tongji diff [options] FACTS [FACTS]\n"
    "\n"
    "What changed between two years in one set of facts, or between two editions of\n"
    "it, the old one first. Facts are .jsonl, .csv or .db.\n"
    "\n"
    "      --years A,B          two years; without this and with one set of facts the\n"
    "                           latest two; with two sets, both are taken as one\n"
    "  -o, --output OUT         a workbook (.xlsx) or a table for programs (.csv);\n"
    "                           without it a table on standard output\n"
    "  -t, --template TEMPLATE  whose names join indicators: quarterly (the default),\n"
    "                           another built-in one, or a file\n"
    "      --only KINDS         of changed (revised), same, new, gone, conflict, with\n"
    "                           commas between; the last line counts all the same\n"
    "      --corrections FILE   a CSV of corrections; may be given more than once\n"
    "      --color auto|always|never   auto: on a terminal, unless NO_COLOR is set\n"
    "      --lang zh|en         language of what is shown\n"
    "  -q, --quiet              say less;  -v, --verbose  say more;  -h, --help  this\n"
    "\n"
    "examples:\n"
    "  tongji diff --years 2022,2023 facts.jsonl\n"
    "  tongji diff -o revised.xlsx march.db april.db\n";

enum { OPT_YEARS = TJ_OPT_OWN, OPT_COLOR, OPT_ONLY, OPT_CORRECTIONS, MOST_FILES = 2, LAST_YEAR = 9999 };
enum kind { TO_TABLE, TO_WORKBOOK, TO_CSV };

enum { CONFLICT = 1u << TJ_DIFF_KIND_COUNT };

struct job {
    struct tj_common common;
    const char *template_name, *output;
    bool has_years;
    struct tj_diff_span span;
    enum tj_color color;
    struct tj_corrections *corrections; /* owned */
    unsigned only;                      /* 1u << enum tj_diff_kind, or CONFLICT; 0 is all */
    enum kind kind;
    char **paths;
    int path_count;
    struct tj_arena arena;
    const struct tj_template *template;
    struct tj_ledger ledgers[MOST_FILES]; /* between years the second is not used */
    struct tj_series series[MOST_FILES];
    size_t bad_records;
};

/* Four digits, then `end`. */
static bool take_year(const char **text, char end, int *out)
{
    char *rest;
    if (**text < '0' || **text > '9') return false;
    long year = strtol(*text, &rest, 10);
    if (rest - *text != 4 || *rest != end || year < 1 || year > LAST_YEAR) return false;
    *out = (int)year;
    *text = rest + 1;
    return true;
}

static bool take_years(struct job *job, const char *text, int *status)
{
    job->has_years = text && take_year(&text, ',', &job->span.old) && take_year(&text, '\0', &job->span.now);
    if (job->has_years && job->span.old < job->span.now) return true;
    if (job->has_years)
        *status = tj_usage("diff", "--years takes two different years, the earlier one first");
    else
        *status = tj_usage("diff", "--years takes two years, such as 2024,2025");
    return false;
}

static bool take_only(struct job *job, const char *list, int *status)
{
    static const struct {
        const char *word;
        unsigned kinds;
    } kinds[] = { { "changed", 1u << TJ_DIFF_CHANGED }, { "revised", 1u << TJ_DIFF_CHANGED },
                  { "same", 1u << TJ_DIFF_SAME },       { "new", 1u << TJ_DIFF_NEW },
                  { "gone", 1u << TJ_DIFF_GONE },       { "conflict", CONFLICT } };
    struct tj_str words = tj_str_of(list), word;
    while (tj_list_next(&words, ',', &word)) {
        unsigned found = 0;
        for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
            if (tj_equal(word, tj_str_of(kinds[i].word))) found = kinds[i].kinds;
        if (!found) {
            *status =
                tj_usage("diff", "--only takes changed, same, new, gone, conflict, not '%.*s'", TJ_ARG(word));
            return false;
        }
        job->only |= found;
    }
    return true;
}

static bool take_option(struct job *job, int option, int *status)
{
    switch (option) {
    case 'o': job->output = tj_output_name(optarg); return true;
    case 't': job->template_name = optarg; return true;
    case OPT_YEARS: return take_years(job, optarg, status);
    case OPT_ONLY: return take_only(job, optarg, status);
    case OPT_COLOR:
        if (tj_take_color(&job->color, optarg)) return true;
        *status = tj_usage("diff", "--color takes auto, always or never, not '%s'", optarg);
        return false;
    case OPT_CORRECTIONS:
        *status = TJ_EXIT_USAGE;
        return tj_take_corrections(&job->corrections, "diff", optarg);
    default: return tj_common_option(&job->common, option, "diff", help, status);
    }
}

static bool take_output(struct job *job, int *status)
{
    if (!job->output) return true;
    const char *dot = strrchr(job->output, '.');
    if (dot && strcasecmp(dot, ".xlsx") == 0)
        job->kind = TO_WORKBOOK;
    else if (dot && strcasecmp(dot, ".csv") == 0)
        job->kind = TO_CSV;
    else
        *status = tj_usage("diff", "'%s' ends in none of .xlsx .csv", job->output);
    return job->kind != TO_TABLE;
}

static bool take_options(struct job *job, int argc, char **argv, int *status)
{
    static const struct option longs[] = { { "years", required_argument, NULL, OPT_YEARS },
                                           { "output", required_argument, NULL, 'o' },
                                           { "template", required_argument, NULL, 't' },
                                           { "only", required_argument, NULL, OPT_ONLY },
                                           { "color", required_argument, NULL, OPT_COLOR },
                                           { "corrections", required_argument, NULL, OPT_CORRECTIONS },
                                           TJ_COMMON_LONG };
    optind = 1;
    for (int c; (c = getopt_long(argc, argv, "o:t:" TJ_COMMON_SHORT, longs, NULL)) != -1;)
        if (!take_option(job, c, status)) return false;
    job->paths = argv + optind;
    job->path_count = argc - optind;
    if (job->path_count == 0) {
        *status = tj_usage("diff", "give one file of facts, or two editions of them");
    } else if (job->path_count > MOST_FILES) {
        *status = tj_usage("diff",
                           "compares one file or two, not %d; merge those that belong together first:\n"
                           "  tongji convert -o merged.jsonl FACTS...",
                           job->path_count);
    } else {
        return take_output(job, status);
    }
    return false;
}

static bool between_years(const struct job *job) { return job->has_years || job->path_count == 1; }

/* Every file must be there: what is missing would look as if it had gone. */
static bool load(struct job *job)
{
    int each = between_years(job) ? job->path_count : 1;
    for (int i = 0; i < job->path_count; i += each) {
        struct tj_inputs in = { .name_all = job->common.verbose };
        job->ledgers[i].corrections = job->corrections;
        tj_load_facts("diff", &job->arena, &job->ledgers[i], job->paths + i, each, &in);
        job->bad_records += in.bad_records;
        if (in.unreadable_count) return false;
        tj_series_make(&job->ledgers[i], job->template, &job->series[i]);
    }
    tj_corrections_finish(job->corrections);
    job->bad_records += tj_corrections_bad(job->corrections);
    return true;
}

/* Says what there is instead of what was asked for. */
static bool tell_nothing(const struct job *job)
{
    struct tj_buffer years = { 0 };
    if (job->has_years)
        fprintf(stderr, "tongji diff: nothing to compare: no figure stands in both %d and %d\n",
                job->span.old, job->span.now);
    else
        fputs("tongji diff: nothing to compare: no figure stands in two years\n", stderr);
    tj_diff_put_years(&job->series[0], &years);
    if (years.len)
        fprintf(stderr, "figures by year and kind of period:\n%.*s", TJ_ARG(tj_buffer_str(&years)));
    else
        fputs("there is no fact with region, indicator and period\n", stderr);
    tj_buffer_free(&years);
    return false;
}

static bool compare(struct job *job, struct tj_diff *diff)
{
    if (!between_years(job)) {
        for (int i = 0; i < MOST_FILES; i++)
            if (job->series[i].count == 0) {
                fprintf(stderr,
                        "tongji diff: nothing to compare: %s has no fact with region, indicator and period\n",
                        job->paths[i]);
                return false;
            }
        tj_diff_editions(&job->arena, &job->series[0], &job->series[1], job->template, diff);
        return true;
    }
    if (!job->has_years && !tj_diff_latest(&job->series[0], &job->span)) return tell_nothing(job);
    tj_diff_years(&job->arena, &job->series[0], job->template, job->span, diff);
    return diff->counts[TJ_DIFF_CHANGED] + diff->counts[TJ_DIFF_SAME] ? true : tell_nothing(job);
}

static int print_table(const struct job *job, const struct tj_diff_view *view)
{
    struct tj_buffer text = { 0 };
    tj_diff_text(
        view, (struct tj_diff_text_look){ tj_terminal_width(STDOUT_FILENO), tj_terminal_color(job->color) },
        &text);
    bool written = fwrite(text.ptr, 1, text.len, stdout) == text.len;
    written = fflush(stdout) == 0 && written;
    tj_buffer_free(&text);
    if (written) return TJ_EXIT_OK;
    perror("tongji diff: standard output cannot be written");
    return TJ_EXIT_CANNOT_WRITE;
}

static int write_file(const struct job *job, const struct tj_diff_view *view)
{
    struct tj_error err = { 0 };
    struct tj_diff_book book = { .program = tj_str_of("tongji " TJ_VERSION) };
    book.made_known = tj_time_of_making(&book.made);
    enum tj_status status = job->kind == TO_CSV ? tj_diff_csv_write(view, job->output, &err)
                                                : tj_diff_book_write(view, &book, job->output, &err);
    if (status) {
        tj_tell("diff", &err);
        return TJ_EXIT_CANNOT_WRITE;
    }
    struct tj_str summary = tj_diff_summary(view);
    if (!job->common.quiet) fprintf(stderr, "tongji diff: %.*s; %s\n", TJ_ARG(summary), job->output);
    return TJ_EXIT_OK;
}

static int run(struct job *job)
{
    struct tj_diff diff;
    struct tj_error err = { 0 };
    struct tj_diff_view view = { .arena = &job->arena, .diff = &diff, .english = job->common.english };
    if (!tj_load_template("diff", &job->arena, job->template_name, &job->template)) return TJ_EXIT_USAGE;
    if (!load(job) || !compare(job, &diff)) return TJ_EXIT_SOME_REJECTED;
    if (job->only) tj_diff_keep(&diff, job->only, job->only & CONFLICT);
    view.template = job->template;
    view.old_name = tj_base_name(job->paths[0]);
    view.new_name = tj_base_name(job->paths[job->path_count - 1]);
    if (tj_diff_units(&job->arena, &view.units, &err)) {
        tj_tell("diff", &err);
        return TJ_EXIT_USAGE;
    }
    int status = job->kind == TO_TABLE ? print_table(job, &view) : write_file(job, &view);
    return status == TJ_EXIT_OK && job->bad_records ? TJ_EXIT_SOME_REJECTED : status;
}

int tj_cmd_diff(int argc, char **argv)
{
    struct job job = { .template_name = "quarterly" };
    int status = TJ_EXIT_OK;
    if (take_options(&job, argc, argv, &status)) status = run(&job);
    for (int i = 0; i < MOST_FILES; i++) {
        tj_series_free(&job.series[i]);
        tj_ledger_free(&job.ledgers[i]);
    }
    tj_arena_free(&job.arena);
    tj_corrections_free(job.corrections);
    return status;
}

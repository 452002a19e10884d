/* usage: split_report FACTS.jsonl OUT.xlsx ROWS
   A quarterly workbook whose sheets of facts have at most ROWS rows, header included. */
#include <stdio.h>
#include <stdlib.h>

#include "report/report.h"

static void reject(void *self, const struct tj_error *err)
{
    (void)self;
    fprintf(stderr, "%s:%zu: %s\n", err->file, err->line, err->note);
}

int main(int argc, char **argv)
{
    struct tj_arena arena = { 0 };
    struct tj_ledger ledger = { 0 };
    struct tj_error err = { 0 };
    const struct tj_template *t;
    struct tj_str bytes;
    size_t rejected;
    if (argc != 4 || !tj_template_builtin(TJ_STR("quarterly"), &bytes)) return 2;
    if (tj_template_read(&arena, bytes, "quarterly", &t, &err)) return 1;
    if (tj_ledger_load(&ledger, argv[1], (struct tj_ledger_rejects){ reject, NULL }, &rejected, &err))
        return 1;
    tj_ledger_close(&ledger);
    struct tj_report_job job = { .ledger = &ledger,
                                 .template = t,
                                 .template_name = TJ_STR("quarterly"),
                                 .program = TJ_STR("tongji"),
                                 .sheet_rows = strtoul(argv[3], NULL, 10) };
    enum tj_status status = tj_report_write(&job, argv[2], &err);
    if (status) fprintf(stderr, "%s: %s\n", argv[2], err.note);
    tj_ledger_free(&ledger);
    tj_arena_free(&arena);
    return status ? 1 : 0;
}

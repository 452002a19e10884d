/* Facts to a workbook: the public face of report/.

     struct tj_ledger ledger = { 0 };
     status = tj_ledger_load(&ledger, "facts.jsonl", rejects, &rejected, err);
     tj_ledger_close(&ledger);
     status = tj_report_write(&(struct tj_report_job){ .ledger = &ledger, .template = t }, "out.xlsx", err); */
#ifndef TJ_REPORT_H
#define TJ_REPORT_H

#include "report/ledger.h"
#include "report/template.h"

struct tj_report_job {
    const struct tj_ledger *ledger; /* closed */
    const struct tj_template *template;
    struct tj_str template_name;
    bool english;
    const struct tj_str *inputs; /* names of the fact files that were read */
    size_t input_count;
    const struct tj_str *unreadable; /* and of those that could not be */
    size_t unreadable_count;
    size_t bad_records;
    const struct tj_corrections *corrections; /* that were applied, or NULL */
    bool made_known; /* `made` is the time to put into the workbook, seconds since 1970 */
    int64_t made;
    struct tj_str program; /* "tongji 0.1.0" */
    size_t sheet_rows;     /* rows of a sheet of facts before the next begins; 0: as many as Excel takes */
};

/* Writes the workbook whole or not at all. The same job gives the same bytes: without `made` the latest
   document's date stands for the time of making. TJ_CANNOT_WRITE, or TJ_BAD_TABLE if units.tsv is wrong. */
enum tj_status tj_report_write(const struct tj_report_job *job, const char *path, struct tj_error *err);

#endif

/* What the files of the audit share: audit.c collects and sorts, audit_levels.c looks along a series, audit_wholes.c at
   parts and regions. */
#ifndef TJ_AUDIT_PARTS_H
#define TJ_AUDIT_PARTS_H

#include "report/audit.h"
#include "report/plan.h"
#include "report/stats.h"

struct tj_auditing {
    struct tj_arena *arena;
    const struct tj_series *series;
    const struct tj_template *template;
    struct tj_audit *out;
};

void tj_audit_add(struct tj_auditing *auditing, struct tj_finding finding);
struct tj_when tj_audit_when(const struct tj_auditing *auditing, const struct tj_figure *figure);
double tj_audit_value(const struct tj_auditing *auditing,
                      const struct tj_figure *figure); /* canonical unit */

void tj_audit_levels(struct tj_auditing *auditing);   /* unit slips, growth that the levels deny */
void tj_audit_wholes(struct tj_auditing *auditing);   /* parts above wholes, shares that do not sum */
void tj_audit_outliers(struct tj_auditing *auditing); /* among the regions of one indicator and year */

#endif

/* What an expert would question in a set of facts. Pure: figures in, findings out; sheet_audit.c writes them.

   Checks, most severe first:
   - unit slip: a level 10^4 or 10^8 times (or 10^3, or that part of) the median of its series over the years, within a
     factor of 3; from 3 years on;
   - part above whole: an industry's value added above GDP, exports or imports above trade, in one region and period;
   - growth denied: the growth that the text states and the growth between two levels of successive years differ by more
     than rounding and an allowance: 8 points for money (levels are nominal, growth mostly real, and last year's level is
     often revised), 2 points for the rest;
   - shares that do not sum: the three industries' shares in GDP, of one region and period, to 100% within 0.3 points;
   - disagreeing sources: statements of one figure that contradict each other;
   - outlier: a growth whose modified z-score among the regions of one indicator and year is beyond 3.5 (stats.h);
   - low confidence: a listed indicator's figure whose best statement is below the template's limit. */
#ifndef TJ_AUDIT_H
#define TJ_AUDIT_H

#include "report/series.h"

#define TJ_FINDINGS(X)                                               \
    X(TJ_SLIP, "单位或数量级", "Unit or magnitude")                  \
    X(TJ_PART_ABOVE_WHOLE, "部分大于总体", "Part above whole")       \
    X(TJ_GROWTH_DENIED, "增速与数值不符", "Growth denied by levels") \
    X(TJ_SHARES_OFF, "比重之和不为100%", "Shares do not sum")        \
    X(TJ_DISAGREE, "说法不一", "Sources disagree")                   \
    X(TJ_OUTLIER, "离群", "Outlier")                                 \
    X(TJ_UNSURE, "可信度低", "Low confidence")

#define TJ_FINDING_ID(id, zh, en) id,
enum tj_finding_kind { TJ_FINDINGS(TJ_FINDING_ID) TJ_FINDING_COUNT };
#undef TJ_FINDING_ID

struct tj_finding {
    enum tj_finding_kind kind;
    uint32_t fact, other; /* numbers in the ledger; `other` equals `fact` where there is no second */
    double a,
        b; /* slip: times the median; denied: computed and stated; shares: the sum; outlier: the score */
};

struct tj_audit {
    struct tj_finding *at; /* by kind, then by region, indicator and period as the series has them */
    size_t count, room;
};

void tj_audit_make(struct tj_arena *arena, const struct tj_series *series, const struct tj_template *template,
                   struct tj_audit *out);

#endif

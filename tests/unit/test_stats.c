/* Statistics against published values: R's data sets and manuals, and worked examples. */
#include "report/stats.h"

#include <math.h>

#include "tests/unit/suite.h"

static void near(double got, double wanted, double within) { CU_ASSERT(fabs(got - wanted) <= within); }

/* R: quantile(1:10) is 1 3.25 5.5 7.75 10. */
static void quartiles(void)
{
    const double values[] = { 10, 1, 9, 2, 8, 3, 7, 4, 6, 5 };
    struct tj_quartiles q;
    CU_ASSERT(tj_quartiles_of(values, 10, &q));
    near(q.lower, 3.25, 1e-12);
    near(q.median, 5.5, 1e-12);
    near(q.upper, 7.75, 1e-12);
    CU_ASSERT(tj_quartiles_of(values, 1, &q));
    near(q.median, 10, 0);
    CU_ASSERT(!tj_quartiles_of(values, 0, &q));
    CU_ASSERT(!tj_quartiles_of((const double[]){ 1, NAN }, 2, &q));
}

/* The median absolute deviation of 1 1 2 2 4 6 9 is 1. */
static void outliers(void)
{
    const double values[] = { 1, 1, 2, 2, 4, 6, 9 };
    double scores[7];
    CU_ASSERT(tj_outlier_scores(values, 7, scores));
    near(scores[6], 0.6745 * 7, 1e-12);
    near(scores[2], 0, 1e-12);
    CU_ASSERT(scores[6] > TJ_OUTLIER_SCORE && scores[5] < TJ_OUTLIER_SCORE);
    CU_ASSERT(!tj_outlier_scores(values, 4, scores));
    CU_ASSERT(!tj_outlier_scores((const double[]){ 3, 3, 3, 3, 9 }, 5, scores));
}

/* R: summary(lm(weight ~ height, women)). */
static void trend(void)
{
    const double height[] = { 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72 };
    const double weight[] = { 115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164 };
    struct tj_trend t;
    CU_ASSERT(tj_trend_of(height, weight, 15, &t));
    near(t.slope, 3.45, 1e-9);
    near(t.intercept, -87.51667, 1e-5);
    near(t.error, 0.09114, 1e-5);
    near(t.p * 1e14, 1.09, 0.005);
    CU_ASSERT(!tj_trend_of(height, weight, 3, &t));
    CU_ASSERT(!tj_trend_of((const double[]){ 1, 1, 1, 1 }, weight, 4, &t));
    CU_ASSERT(tj_trend_of(height, (const double[]){ 5, 5, 5, 5 }, 4, &t));
    near(t.slope, 0, 1e-12);
    near(t.p, 1, 1e-12);
}

/* The example of IQ and hours of television, rho = -29/165. */
static void spearman(void)
{
    const double iq[] = { 106, 86, 100, 101, 99, 103, 97, 113, 112, 110 };
    const double hours[] = { 7, 0, 27, 50, 28, 29, 20, 12, 6, 17 };
    double rho;
    CU_ASSERT(tj_spearman_of(iq, hours, 10, &rho));
    near(rho, -29.0 / 165, 1e-12);
    CU_ASSERT(!tj_spearman_of(iq, hours, 3, &rho));
    CU_ASSERT(!tj_spearman_of(iq, (const double[]){ 2, 2, 2, 2 }, 4, &rho));
}

/* 100 to 121 in two years is 10% a year. */
static void cagr(void)
{
    double rate;
    CU_ASSERT(tj_cagr_of(100, 121, 2, &rate));
    near(rate, 0.1, 1e-12);
    CU_ASSERT(!tj_cagr_of(0, 5, 2, &rate));
    CU_ASSERT(!tj_cagr_of(100, -5, 2, &rate));
    CU_ASSERT(!tj_cagr_of(100, 121, 0, &rate));
}

static void ranks(void)
{
    unsigned r[4];
    tj_ranks_of((const double[]){ 5, 6, 6, 4 }, 4, false, r);
    CU_ASSERT(r[0] == 3 && r[1] == 1 && r[2] == 1 && r[3] == 4);
    tj_ranks_of((const double[]){ 5, 6, 6, 4 }, 4, true, r);
    CU_ASSERT(r[0] == 2 && r[1] == 3 && r[2] == 3 && r[3] == 1);
}

int main(void)
{
    CU_TestInfo tests[] = { { "quartiles as R's", quartiles },
                            { "outliers by MAD", outliers },
                            { "linear trend", trend },
                            { "Spearman's rho", spearman },
                            { "CAGR", cagr },
                            { "ranks", ranks },
                            CU_TEST_INFO_NULL };
    return run_suite("stats", tests);
}

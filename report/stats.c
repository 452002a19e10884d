#include "report/stats.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_fit.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "extract/base/arena.h"

enum { LEAST_OUTLIERS = 5, LEAST_POINTS = 4 };

static bool all_finite(const double *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!isfinite(values[i])) return false;
    return true;
}

static double *sorted_copy(const double *values, size_t count)
{
    double *copy = tj_must_malloc(count * sizeof *copy);
    memcpy(copy, values, count * sizeof *copy);
    gsl_sort(copy, 1, count);
    return copy;
}

bool tj_quartiles_of(const double *values, size_t count, struct tj_quartiles *out)
{
    if (count == 0 || !all_finite(values, count)) return false;
    double *sorted = sorted_copy(values, count);
    *out = (struct tj_quartiles){ gsl_stats_quantile_from_sorted_data(sorted, 1, count, 0.25),
                                  gsl_stats_median_from_sorted_data(sorted, 1, count),
                                  gsl_stats_quantile_from_sorted_data(sorted, 1, count, 0.75) };
    free(sorted);
    return true;
}

bool tj_outlier_scores(const double *values, size_t count, double *scores)
{
    if (count < LEAST_OUTLIERS || !all_finite(values, count)) return false;
    double *work = sorted_copy(values, count);
    double median = gsl_stats_median_from_sorted_data(work, 1, count);
    for (size_t i = 0; i < count; i++) work[i] = fabs(values[i] - median);
    gsl_sort(work, 1, count);
    double mad = gsl_stats_median_from_sorted_data(work, 1, count);
    free(work);
    if (!(mad > 0)) return false;
    for (size_t i = 0; i < count; i++) scores[i] = 0.6745 * (values[i] - median) / mad;
    return all_finite(scores, count);
}

bool tj_trend_of(const double *x, const double *y, size_t count, struct tj_trend *out)
{
    if (count < LEAST_POINTS || !all_finite(x, count) || !all_finite(y, count)) return false;
    if (!(gsl_stats_max(x, 1, count) > gsl_stats_min(x, 1, count))) return false;
    double var_intercept, covariance, var_slope, squares;
    gsl_fit_linear(x, 1, y, 1, count, &out->intercept, &out->slope, &var_intercept, &covariance, &var_slope,
                   &squares);
    out->error = sqrt(var_slope);
    if (!isfinite(out->slope) || !isfinite(out->intercept) || !isfinite(out->error)) return false;
    double t = out->error > 0 ? fabs(out->slope) / out->error : (double)INFINITY;
    bool flat = !(fabs(out->slope) > 0);
    out->p = flat ? 1 : isfinite(t) ? 2 * gsl_cdf_tdist_Q(t, (double)count - 2) : 0;
    return isfinite(out->p);
}

bool tj_spearman_of(const double *x, const double *y, size_t count, double *rho)
{
    if (count < LEAST_POINTS || !all_finite(x, count) || !all_finite(y, count)) return false;
    double *work = tj_must_malloc(2 * count * sizeof *work);
    *rho = gsl_stats_spearman(x, 1, y, 1, count, work);
    free(work);
    return isfinite(*rho);
}

bool tj_cagr_of(double first, double last, int years, double *out)
{
    if (!(first > 0) || !(last > 0) || years < 1) return false;
    *out = pow(last / first, 1.0 / years) - 1;
    return isfinite(*out);
}

void tj_ranks_of(const double *values, size_t count, bool low_first, unsigned *ranks)
{
    for (size_t i = 0; i < count; i++) {
        ranks[i] = 1;
        for (size_t k = 0; k < count; k++)
            ranks[i] += low_first ? values[k] < values[i] : values[k] > values[i];
    }
}

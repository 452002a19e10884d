/* Statistics over figures, by the GNU Scientific Library. Each function says with `false` that there is no answer
   (too few values, a value that is not finite, no spread); what it gives is always finite. Values may come in any
   order and are not changed. */
#ifndef TJ_STATS_H
#define TJ_STATS_H

#include <stdbool.h>
#include <stddef.h>

/* Quantiles by linear interpolation between order statistics: h = (n-1)p, Hyndman & Fan (1996), type 7, as R's
   quantile() and Excel's QUARTILE.INC. From one value on. */
struct tj_quartiles {
    double lower, median, upper;
};
bool tj_quartiles_of(const double *values, size_t count, struct tj_quartiles *out);

/* Modified z-score of each value, 0.6745 (x - median) / MAD, MAD = median |x - median|: Iglewicz & Hoaglin, "How to
   Detect and Handle Outliers" (1993), who call values beyond 3.5 outliers. From 5 values on, and only if MAD > 0. */
#define TJ_OUTLIER_SCORE 3.5
bool tj_outlier_scores(const double *values, size_t count, double *scores);

/* Ordinary least squares y = intercept + slope x, the slope's standard error and the two-sided p-value of Student's t
   with n-2 degrees of freedom for slope = 0 (any textbook; gsl_fit_linear, gsl_cdf_tdist_Q). From 4 points on. */
struct tj_trend {
    double intercept, slope, error, p;
};
bool tj_trend_of(const double *x, const double *y, size_t count, struct tj_trend *out);

/* Spearman's rank correlation, ties averaged (Spearman 1904; gsl_stats_spearman). From 4 pairs on. */
bool tj_spearman_of(const double *x, const double *y, size_t count, double *rho);

/* Compound annual growth rate (last/first)^(1/years) - 1, as a ratio; first and last above 0, years at least 1. */
bool tj_cagr_of(double first, double last, int years, double *out);

/* Standard competition ranks (1, 2, 2, 4), 1 the largest, or the smallest with `low_first`. */
void tj_ranks_of(const double *values, size_t count, bool low_first, unsigned *ranks);

#endif

/* report/: facts joined into figures, targets against results. */
#include <stdio.h>

#include "report/attain.h"
#include "report/series.h"
#include "tests/unit/suite.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static bool same(struct tj_str a, const char *b) { return tj_equal(a, tj_str_of(b)); }

/* ---- targets against results */

struct said {
    enum tj_measure measure;
    enum tj_bound bound;
    const char *text, *value, *upper; /* of a range, value is its lower end */
};

static struct tj_fact fact_of(const struct said *said)
{
    struct tj_fact f = { .measure = said->measure, .bound = said->bound, .text = tj_str_of(said->text) };
    tj_decimal_read(tj_str_of(said->value), said->bound == TJ_RANGE ? &f.lower : &f.value);
    if (said->upper) tj_decimal_read(tj_str_of(said->upper), &f.upper);
    return f;
}

static const struct {
    struct said target, result;
    bool lower_is_better;
    enum tj_verdict verdict;
    const char *gap;
} verdicts[] = {
    { { TJ_GROWTH, TJ_APPROX, "5%", "0.05", NULL },
      { TJ_GROWTH, TJ_EQ, "5.2%", "0.052", NULL },
      false,
      TJ_MET,
      "0.002" },
    { { TJ_GROWTH, TJ_APPROX, "5%", "0.05", NULL },
      { TJ_GROWTH, TJ_EQ, "4.5%", "0.045", NULL },
      false,
      TJ_MET,
      "-0.005" },
    { { TJ_GROWTH, TJ_APPROX, "5%", "0.05", NULL },
      { TJ_GROWTH, TJ_EQ, "4.4%", "0.044", NULL },
      false,
      TJ_MISSED,
      "-0.006" },
    { { TJ_GROWTH, TJ_APPROX, "5.0%", "0.05", NULL },
      { TJ_GROWTH, TJ_EQ, "4.9%", "0.049", NULL },
      false,
      TJ_MISSED,
      "-0.001" },
    { { TJ_GROWTH, TJ_APPROX, "3%", "0.03", NULL },
      { TJ_GROWTH, TJ_EQ, "0.2%", "0.002", NULL },
      true,
      TJ_MET,
      "-0.028" },
    { { TJ_GROWTH, TJ_APPROX, "3%", "0.03", NULL },
      { TJ_GROWTH, TJ_EQ, "3.6%", "0.036", NULL },
      true,
      TJ_MISSED,
      "0.006" },
    { { TJ_LEVEL, TJ_APPROX, "1200万人", "12000000", NULL },
      { TJ_LEVEL, TJ_EQ, "1199.5万人", "11995000", NULL },
      false,
      TJ_MET,
      "-5000" },
    { { TJ_LEVEL, TJ_APPROX, "1200万人", "12000000", NULL },
      { TJ_LEVEL, TJ_EQ, "1199万人", "11990000", NULL },
      false,
      TJ_MISSED,
      "-10000" },
    { { TJ_GROWTH, TJ_APPROX, "两成", "0.2", NULL },
      { TJ_GROWTH, TJ_EQ, "15%", "0.15", NULL },
      false,
      TJ_MET,
      "-0.05" },
    { { TJ_GROWTH, TJ_GE, "6%", "0.06", NULL }, { TJ_GROWTH, TJ_EQ, "6%", "0.06", NULL }, true, TJ_MET, "0" },
    { { TJ_GROWTH, TJ_GE, "6%", "0.06", NULL },
      { TJ_GROWTH, TJ_EQ, "5.9%", "0.059", NULL },
      false,
      TJ_MISSED,
      "-0.001" },
    { { TJ_LEVEL, TJ_GT, "100亿元", "10000000000", NULL },
      { TJ_LEVEL, TJ_EQ, "100亿元", "10000000000", NULL },
      false,
      TJ_MISSED,
      "0" },
    { { TJ_LEVEL, TJ_GT, "100亿元", "10000000000", NULL },
      { TJ_LEVEL, TJ_GT, "百亿元", "10000000000", NULL },
      false,
      TJ_MET,
      "0" },
    { { TJ_LEVEL, TJ_LE, "5.5%", "0.055", NULL },
      { TJ_LEVEL, TJ_EQ, "5.2%", "0.052", NULL },
      false,
      TJ_MET,
      "-0.003" },
    { { TJ_LEVEL, TJ_LT, "5%", "0.05", NULL },
      { TJ_LEVEL, TJ_EQ, "5%", "0.05", NULL },
      false,
      TJ_MISSED,
      "0" },
    { { TJ_GROWTH, TJ_RANGE, "5%—6%", "0.05", "0.06" },
      { TJ_GROWTH, TJ_EQ, "5.4%", "0.054", NULL },
      false,
      TJ_MET,
      "0" },
    { { TJ_GROWTH, TJ_RANGE, "5%—6%", "0.05", "0.06" },
      { TJ_GROWTH, TJ_EQ, "6.5%", "0.065", NULL },
      false,
      TJ_MET,
      "0.005" },
    { { TJ_GROWTH, TJ_RANGE, "5%—6%", "0.05", "0.06" },
      { TJ_GROWTH, TJ_EQ, "4.8%", "0.048", NULL },
      false,
      TJ_MISSED,
      "-0.002" },
    { { TJ_GROWTH, TJ_EQ, "2.5%", "-0.025", NULL },
      { TJ_GROWTH, TJ_EQ, "3%", "-0.03", NULL },
      false,
      TJ_MET,
      "-0.005" },
    { { TJ_GROWTH, TJ_EQ, "2.5%", "-0.025", NULL },
      { TJ_GROWTH, TJ_EQ, "0.5%", "-0.005", NULL },
      false,
      TJ_MISSED,
      "0.02" },
    { { TJ_RANK, TJ_EQ, "第3位", "3", NULL }, { TJ_RANK, TJ_EQ, "第2位", "2", NULL }, false, TJ_MET, "-1" },
};

static void test_verdicts(void)
{
    for (size_t i = 0; i < COUNT(verdicts); i++) {
        struct tj_fact target = fact_of(&verdicts[i].target), result = fact_of(&verdicts[i].result);
        struct tj_attainment a = tj_attain(&target, &result, verdicts[i].lower_is_better);
        char gap[TJ_DECIMAL_TEXT + 1] = "";
        gap[tj_decimal_text(a.gap, gap)] = '\0';
        if (a.verdict != verdicts[i].verdict || strcmp(gap, verdicts[i].gap) != 0)
            printf("\n  row %zu: verdict %d, gap %s", i, (int)a.verdict, gap);
        CU_ASSERT_EQUAL(a.verdict, verdicts[i].verdict);
        CU_ASSERT_STRING_EQUAL(gap, verdicts[i].gap);
        CU_ASSERT_EQUAL(tj_attain(&target, NULL, false).verdict, TJ_NO_RESULT);
    }
}

/* ---- joining */

static struct tj_fact level(const char *id, const char *doc, const char *indicator, const char *value,
                            unsigned confidence)
{
    struct tj_fact f = { .id = tj_str_of(id),
                         .doc = tj_str_of(doc),
                         .indicator = tj_str_of(indicator),
                         .region = TJ_STR("安徽省"),
                         .period = TJ_STR("2023"),
                         .unit = TJ_STR("CNY"),
                         .confidence = confidence };
    tj_decimal_read(tj_str_of(value), &f.value);
    return f;
}

static void test_joining(void)
{
    struct tj_arena arena = { 0 };
    const struct tj_template *t;
    struct tj_error err;
    struct tj_str yaml = TJ_STR("title: t\nsheets:\n  - {kind: facts, title: 明细}\n"
                                "indicators:\n  - {name: 地区生产总值, aliases: [生产总值, GDP]}\n");
    CU_ASSERT_EQUAL_FATAL(tj_template_read(&arena, yaml, "t", &t, &err), TJ_OK);
    struct tj_ledger ledger = { 0 };
    struct tj_fact facts[] = { level("a", "2.txt", "GDP", "100", 70),
                               level("b", "1.txt", "生产总值", "105", 90),
                               level("a", "3.txt", "GDP", "999", 99), level("c", "1.txt", "人口", "7", 50) };
    bool added[COUNT(facts)];
    for (size_t i = 0; i < COUNT(facts); i++) added[i] = tj_ledger_add(&ledger, &facts[i]);
    CU_ASSERT_TRUE(added[0] && added[1] && !added[2] && added[3]);
    facts[0].id = TJ_STR("d");
    facts[0].period = TJ_STR("");
    CU_ASSERT_TRUE(tj_ledger_add(&ledger, &facts[0]));
    tj_ledger_close(&ledger);
    CU_ASSERT_EQUAL(ledger.count, 4);
    CU_ASSERT_EQUAL(ledger.duplicates, 1);
    CU_ASSERT_TRUE(same(tj_ledger_fact(&ledger, 0).doc, "1.txt"));
    struct tj_series series;
    tj_series_make(&ledger, t, &series);
    CU_ASSERT_EQUAL(series.count, 2);
    CU_ASSERT_EQUAL(series.conflicts, 1);
    CU_ASSERT_EQUAL(series.no_period, 1);
    for (size_t i = 0; i < series.count; i++)
        if (series.figures[i].count == 2)
            CU_ASSERT_TRUE(
                same(tj_ledger_fact(&ledger, tj_figure_fact(&series, &series.figures[i])).id, "b"));
    tj_series_free(&series);
    tj_ledger_free(&ledger);
    tj_arena_free(&arena);
}

static const struct {
    struct said a, b;
    bool agree;
} statements[] = {
    { { TJ_LEVEL, TJ_GT, "126万亿元", "126000000000000", NULL },
      { TJ_LEVEL, TJ_EQ, "", "126058200000000", NULL },
      true },
    { { TJ_LEVEL, TJ_LT, "", "5", NULL }, { TJ_LEVEL, TJ_EQ, "", "6", NULL }, false },
    { { TJ_LEVEL, TJ_EQ, "", "5", NULL }, { TJ_LEVEL, TJ_EQ, "", "5.1", NULL }, false },
    { { TJ_LEVEL, TJ_APPROX, "", "5", NULL }, { TJ_LEVEL, TJ_EQ, "", "5.4", NULL }, true },
    { { TJ_LEVEL, TJ_RANGE, "", "5", "6" }, { TJ_LEVEL, TJ_EQ, "", "5.5", NULL }, true },
    { { TJ_LEVEL, TJ_RANGE, "", "5", "6" }, { TJ_LEVEL, TJ_EQ, "", "6.5", NULL }, false },
};

static void test_agreement(void)
{
    for (size_t i = 0; i < COUNT(statements); i++) {
        struct tj_fact a = fact_of(&statements[i].a), b = fact_of(&statements[i].b);
        CU_ASSERT_EQUAL(tj_figures_agree(&a, &b), statements[i].agree);
        CU_ASSERT_EQUAL(tj_figures_agree(&b, &a), statements[i].agree);
    }
}

int main(void)
{
    CU_TestInfo tests[] = { { "targets against results", test_verdicts },
                            { "joining facts", test_joining },
                            { "agreement of figures", test_agreement },
                            CU_TEST_INFO_NULL };
    return run_suite("series", tests);
}

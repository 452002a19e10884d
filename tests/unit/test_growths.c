/* report/: comparisons, ranks, levels of places, regions side by side, targets in order. */
#include <math.h>
#include <stdio.h>

#include "report/growths.h"
#include "report/pairs.h"
#include "report/places.h"
#include "report/regions.h"
#include "tests/unit/suite.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static bool same(struct tj_str a, const char *b) { return tj_equal(a, tj_str_of(b)); }

/* ---- periods */

static const struct {
    const char *period, *year_before, *before; /* NULL: none */
} steps[] = {
    { "2023", "2022", "2022" },
    { "2023-Q1", "2022-Q1", "2022-Q4" },
    { "2023-Q3", "2022-Q3", "2023-Q2" },
    { "2023-H1", "2022-H1", "2022-H2" },
    { "2023-01", "2022-01", "2022-12" },
    { "2023-11", "2022-11", "2023-10" },
    { "2023-01/2023-11", "2022-01/2022-11", NULL }, /* a sum from January on has none before it */
    { "2023-Q1/2023-Q3", "2022-Q1/2022-Q3", NULL },
    { "2021/2025", NULL, NULL },
    { "2023-12-31", "2022-12-31", NULL },
};

static bool leads_to(bool found, struct tj_when got, const char *wanted)
{
    struct tj_when when;
    if (!wanted) return !found;
    return found && tj_when_read(tj_str_of(wanted), &when) && tj_when_order(got, when) == 0;
}

static void test_steps(void)
{
    for (size_t i = 0; i < COUNT(steps); i++) {
        struct tj_when when, got = { 0 };
        CU_ASSERT_TRUE_FATAL(tj_when_read(tj_str_of(steps[i].period), &when));
        bool found = tj_when_year_before(when, &got);
        CU_ASSERT_TRUE(leads_to(found, got, steps[i].year_before));
        found = tj_when_before(when, &got);
        CU_ASSERT_TRUE(leads_to(found, got, steps[i].before));
    }
}

static void test_levels(void)
{
    CU_ASSERT_EQUAL(tj_place_level(TJ_STR("530000")), TJ_ANY_PROVINCE);
    CU_ASSERT_EQUAL(tj_place_level(TJ_STR("530100")), TJ_ANY_CITY);
    CU_ASSERT_EQUAL(tj_place_level(TJ_STR("530102")), TJ_ANY_COUNTY);
    CU_ASSERT_EQUAL(tj_place_level(TJ_STR("100000")), TJ_ANY_COUNTRY);
    CU_ASSERT_EQUAL(tj_place_level(TJ_STR("USA")), TJ_ANY_COUNTRY);
    CU_ASSERT_EQUAL(tj_place_level(TJ_STR("")), TJ_ANY_PLACE);
}

static void test_ranks(void)
{
    static const struct {
        const char *value;
        uint32_t group;
        bool lower_first;
        uint32_t rank;
    } rows[] = {
        { "0.05", 1, false, 2 }, { "0.055", 1, false, 1 }, { "0.050", 1, false, 2 }, { "0.045", 1, false, 4 },
        { "", 1, false, 0 },     { "5.5", 2, true, 3 },    { "5", 2, true, 1 },      { "5", 2, true, 1 },
    };
    struct tj_ranked items[COUNT(rows)] = { 0 };
    for (size_t i = 0; i < COUNT(rows); i++) {
        items[i] = (struct tj_ranked){ .group = rows[i].group, .lower_first = rows[i].lower_first };
        tj_decimal_read(tj_str_of(rows[i].value), &items[i].value);
    }
    tj_rank_all(items, COUNT(rows));
    for (size_t i = 0; i < COUNT(rows); i++) CU_ASSERT_EQUAL(items[i].rank, rows[i].rank);
    tj_rank_all(NULL, 0);
}

/* ---- a small ledger */

struct row {
    const char *region, *code, *indicator, *period;
    enum tj_measure measure;
    const char *value, *unit;
    enum tj_bound bound;
    enum tj_standing standing;
};

static const struct row facts[] = {
    { "甲省", "110000", "地区生产总值", "2021", TJ_LEVEL, "1000", "CNY", TJ_EQ, TJ_ACTUAL },
    { "甲省", "110000", "地区生产总值", "2022", TJ_LEVEL, "1100", "CNY", TJ_APPROX, TJ_ACTUAL },
    { "甲省", "110000", "地区生产总值", "2023", TJ_LEVEL, "1210", "CNY", TJ_EQ, TJ_ACTUAL },
    { "甲省", "110000", "地区生产总值", "2024", TJ_LEVEL, "1300", "CNY", TJ_GT, TJ_ACTUAL },
    { "甲省", "110000", "第二产业增加值", "2022", TJ_LEVEL, "500", "CNY", TJ_EQ, TJ_ACTUAL },
    { "甲省", "110000", "第二产业增加值", "2023", TJ_LEVEL, "544", "CNY", TJ_EQ, TJ_ACTUAL },
    { "甲省", "110000", "城镇化率", "2022", TJ_LEVEL, "0.652", "1", TJ_EQ, TJ_ACTUAL },
    { "甲省", "110000", "城镇化率", "2023", TJ_LEVEL, "0.662", "1", TJ_EQ, TJ_ACTUAL },
    { "甲省", "110000", "GDP", "2024", TJ_GROWTH, "0.05", "1", TJ_APPROX, TJ_TARGET },
    { "乙省", "120000", "生产总值", "2024", TJ_GROWTH, "0.055", "1", TJ_EQ, TJ_TARGET },
    { "丙省", "130000", "地区生产总值", "2024", TJ_GROWTH, "0.055", "1", TJ_GE, TJ_TARGET },
    { "甲省", "110000", "地区生产总值", "2023", TJ_GROWTH, "0.06", "1", TJ_EQ, TJ_ACTUAL },
    { "乙省", "120000", "地区生产总值", "2023", TJ_GROWTH, "0.052", "1", TJ_EQ, TJ_ACTUAL },
    { "甲省", "110000", "地区生产总值", "2023", TJ_GROWTH, "0.055", "1", TJ_EQ, TJ_TARGET },
    { "甲市", "110100", "地区生产总值", "2023", TJ_GROWTH, "0.09", "1", TJ_EQ, TJ_ACTUAL },
    { "乙省", "120000", "地区生产总值", "2023", TJ_LEVEL, "3", "个", TJ_EQ, TJ_ACTUAL }, /* 万亿城市 */
    { "乙省", "120000", "地区生产总值", "2023", TJ_LEVEL, "900", "CNY", TJ_EQ, TJ_ACTUAL },
    { "丙省", "130000", "地区生产总值", "2023", TJ_LEVEL, "900", "CNY", TJ_EQ, TJ_ACTUAL },
};

static const char yaml[] = "title: t\nsheets:\n"
                           "  - {kind: regions, title: a}\n"
                           "  - {kind: targets, title: b, order: region, measure: growth}\n"
                           "indicators:\n"
                           "  - {name: 地区生产总值, aliases: [生产总值, GDP]}\n"
                           "  - {name: 第二产业增加值, part_of: 地区生产总值}\n"
                           "  - {name: 城镇化率}\n";

struct fixture {
    struct tj_arena arena;
    struct tj_ledger ledger;
    const struct tj_template *t;
    struct tj_series series;
    char ids[COUNT(facts)][8];
};

static void set_up(struct fixture *f)
{
    struct tj_error err = { 0 };
    *f = (struct fixture){ 0 };
    CU_ASSERT_EQUAL_FATAL(tj_template_read(&f->arena, tj_str_of(yaml), "t", &f->t, &err), TJ_OK);
    for (size_t i = 0; i < COUNT(facts); i++) {
        const struct row *r = &facts[i];
        snprintf(f->ids[i], sizeof f->ids[i], "%zu", i);
        struct tj_fact fact = { .id = tj_str_of(f->ids[i]),
                                .doc = TJ_STR("d"),
                                .region = tj_str_of(r->region),
                                .region_code = tj_str_of(r->code),
                                .indicator = tj_str_of(r->indicator),
                                .period = tj_str_of(r->period),
                                .measure = r->measure,
                                .unit = tj_str_of(r->unit),
                                .bound = r->bound,
                                .status = r->standing,
                                .confidence = 90 };
        tj_decimal_read(tj_str_of(r->value), &fact.value);
        tj_ledger_add(&f->ledger, &fact);
    }
    tj_ledger_close(&f->ledger);
    tj_series_make(&f->ledger, f->t, &f->series);
}

static void tear_down(struct fixture *f)
{
    tj_series_free(&f->series);
    tj_ledger_free(&f->ledger);
    tj_arena_free(&f->arena);
}

/* The level of an indicator of 甲省 in a year. */
static const struct tj_figure *level_in(const struct fixture *f, const char *indicator, const char *year)
{
    for (size_t i = 0; i < f->series.count; i++) {
        struct tj_fact fact = tj_ledger_fact(&f->ledger, tj_figure_fact(&f->series, &f->series.figures[i]));
        if (same(fact.indicator, indicator) && same(fact.period, year) && same(fact.region, "甲省")
            && fact.measure == TJ_LEVEL && fact.status == TJ_ACTUAL)
            return &f->series.figures[i];
    }
    return NULL;
}

static bool near(double a, double b) { return fabs(a - b) < 1e-12; }

static void test_comparisons(void)
{
    struct fixture f;
    set_up(&f);
    const struct tj_figure *y21 = level_in(&f, "地区生产总值", "2021"),
                           *y22 = level_in(&f, "地区生产总值", "2022"),
                           *y23 = level_in(&f, "地区生产总值", "2023"),
                           *y24 = level_in(&f, "地区生产总值", "2024");
    struct tj_compared c = tj_compare_change(&f.series, y23, y22);
    CU_ASSERT_TRUE(c.known && !c.points && near(c.number, 0.1));
    CU_ASSERT_FALSE(tj_compare_change(&f.series, y24, y23).known); /* 超1300亿元 says no growth */
    CU_ASSERT_FALSE(tj_compare_change(&f.series, y23, NULL).known);
    c = tj_compare_yearly(&f.series, y21, y23, 2);
    CU_ASSERT_TRUE(c.known && near(c.number, 0.1));
    CU_ASSERT_FALSE(tj_compare_yearly(&f.series, y22, y23, 1).known);
    const struct tj_figure *r22 = level_in(&f, "城镇化率", "2022"), *r23 = level_in(&f, "城镇化率", "2023");
    c = tj_compare_change(&f.series, r23, r22);
    CU_ASSERT_TRUE(c.known && c.points && near(c.number, 1));
    CU_ASSERT_FALSE(tj_compare_yearly(&f.series, r22, r23, 5).known);
    c = tj_compare_contribution(&f.series, level_in(&f, "第二产业增加值", "2023"),
                                level_in(&f, "第二产业增加值", "2022"), y22);
    CU_ASSERT_TRUE(c.known && c.points && near(c.number, 4));
    struct tj_when year;
    tj_when_read(TJ_STR("2022"), &year);
    CU_ASSERT_PTR_EQUAL(tj_series_in(&f.series, y23, year), y22);
    tj_when_read(TJ_STR("2012"), &year);
    CU_ASSERT_PTR_NULL(tj_series_in(&f.series, y23, year));
    tear_down(&f);
}

static void test_regions(void)
{
    struct fixture f;
    struct tj_regions table;
    set_up(&f);
    CU_ASSERT_TRUE_FATAL(tj_regions_make(&f.arena, &f.series, f.t, &f.t->sheets[0], &table));
    CU_ASSERT_EQUAL(table.result_year, 2023);
    CU_ASSERT_EQUAL(table.target_year, 2024);
    CU_ASSERT_EQUAL_FATAL(table.region_count, 3); /* provinces, not the city */
    CU_ASSERT_TRUE(same(tj_pool_at(&f.ledger.names, table.regions[2]), "丙省"));
    const struct tj_region_indicator *gdp = &table.indicators[0];
    static const uint32_t wanted[TJ_REGION_SLOTS][3] = {
        [TJ_RS_VALUE] = { 1, 2, 2 }, [TJ_RS_GROWTH] = { 1, 2, 0 }, [TJ_RS_TARGET] = { 3, 1, 1 }
    };
    for (size_t slot = 0; slot < TJ_REGION_SLOTS; slot++)
        for (size_t i = 0; i < 3; i++) CU_ASSERT_EQUAL(gdp->cells[slot][i].rank, wanted[slot][i]);
    CU_ASSERT_EQUAL(tj_regions_result(&f.series, &table, 0), TJ_RS_GROWTH);
    struct tj_template_sheet old = f.t->sheets[0];
    old.year = 1990;
    CU_ASSERT_FALSE(tj_regions_make(&f.arena, &f.series, f.t, &old, &table));
    tear_down(&f);
}

static void test_pairs(void)
{
    static const char *const regions[] = { "甲省", "甲省", "乙省", "丙省" };
    static const char *const years[] = { "2023", "2024", "2024", "2024" };
    struct fixture f;
    struct tj_pairs pairs;
    set_up(&f);
    tj_target_pairs_make(&f.arena, &f.series, f.t, &f.t->sheets[1], &pairs);
    CU_ASSERT_EQUAL_FATAL(pairs.count, COUNT(regions));
    for (size_t i = 0; i < pairs.count; i++) {
        CU_ASSERT_TRUE(same(pairs.at[i].target.region, regions[i]));
        CU_ASSERT_TRUE(same(pairs.at[i].target.period, years[i]));
    }
    CU_ASSERT_EQUAL(pairs.at[0].outcome.verdict, TJ_MET);
    CU_ASSERT_EQUAL(pairs.at[1].outcome.verdict, TJ_NO_RESULT);
    struct tj_template_sheet other = f.t->sheets[1];
    other.measure = TJ_LEVEL + 1;
    tj_target_pairs_make(&f.arena, &f.series, f.t, &other, &pairs);
    CU_ASSERT_EQUAL(pairs.count, 0);
    tear_down(&f);
}

int main(void)
{
    CU_TestInfo tests[] = { { "periods before", test_steps },
                            { "levels of places", test_levels },
                            { "competition ranks", test_ranks },
                            { "comparisons", test_comparisons },
                            { "regions side by side", test_regions },
                            { "targets in order", test_pairs },
                            CU_TEST_INFO_NULL };
    return run_suite("growths", tests);
}

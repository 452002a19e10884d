/* report/: periods and figures as people read them. */
#include <stdio.h>

#include "report/number.h"
#include "report/period.h"
#include "tests/unit/suite.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* ---- periods */

static const struct {
    const char *text, *zh, *en;
    enum tj_when_kind kind;
} labels[] = {
    { "2023", "2023年", "2023", TJ_YEAR },
    { "2023-H1", "2023年上半年", "H1 2023", TJ_HALF },
    { "2023-H2", "2023年下半年", "H2 2023", TJ_HALF },
    { "2023-Q1", "2023年一季度", "Q1 2023", TJ_QUARTER },
    { "2023-Q4", "2023年四季度", "Q4 2023", TJ_QUARTER },
    { "2023-Q1/2023-Q3", "2023年前三季度", "Q1–Q3 2023", TJ_QUARTERS_TO_DATE },
    { "2023-Q2/2023-Q3", "2023年4月—2023年9月", "Apr 2023–Sep 2023", TJ_SPAN },
    { "2023-11", "2023年11月", "Nov 2023", TJ_MONTH },
    { "2023-01/2023-11", "2023年1—11月", "Jan–Nov 2023", TJ_MONTHS_TO_DATE },
    { "2022-11/2023-02", "2022年11月—2023年2月", "Nov 2022–Feb 2023", TJ_SPAN },
    { "2023-10-01/2023-10-07", "2023年10月1日—10月7日", "1 Oct 2023–7 Oct 2023", TJ_SPAN },
    { "2023-12-31/2024-01-02", "2023年12月31日—2024年1月2日", "31 Dec 2023–2 Jan 2024", TJ_SPAN },
    { "2021/2025", "2021—2025年", "2021–2025", TJ_YEARS },
    { "2023/2023", "2023年", "2023", TJ_YEAR },
    { "2023-12-31", "2023年12月31日", "31 Dec 2023", TJ_DAY },
};

static void test_labels(void)
{
    for (size_t i = 0; i < COUNT(labels); i++) {
        struct tj_when when;
        struct tj_buffer zh = { 0 }, en = { 0 };
        bool read = tj_when_read(tj_str_of(labels[i].text), &when);
        CU_ASSERT_TRUE(read);
        if (!read) continue;
        CU_ASSERT_EQUAL(when.kind, labels[i].kind);
        tj_when_label(when, false, &zh);
        tj_when_label(when, true, &en);
        SAME_TEXT(tj_buffer_str(&zh), tj_str_of(labels[i].zh));
        SAME_TEXT(tj_buffer_str(&en), tj_str_of(labels[i].en));
        tj_buffer_free(&zh);
        tj_buffer_free(&en);
    }
}

static void test_no_periods(void)
{
    static const char *const texts[] = { "",        "去年",      "202",        "2023-",
                                         "2023-Q5", "2023-H3",   "2023-13",    "2023-00",
                                         "2023/",   "2023/2022", "2023x",      "0000",
                                         "2023-Q",  "2023-1-1",  "2023-01-32", "/2023" };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct tj_when when;
        CU_ASSERT_FALSE(tj_when_read(tj_str_of(texts[i]), &when));
    }
}

static void test_order(void)
{
    static const char *const rising[] = { "2012",
                                          "2022",
                                          "2023",
                                          "2022-H2",
                                          "2023-H1",
                                          "2022-Q4",
                                          "2023-Q1",
                                          "2022-Q1/2022-Q3",
                                          "2023-Q1/2023-Q2",
                                          "2022-12",
                                          "2023-01",
                                          "2022-01/2022-11",
                                          "2023-01/2023-02",
                                          "2016/2020",
                                          "2021/2025" };
    for (size_t i = 1; i < COUNT(rising); i++) {
        struct tj_when a = { 0 }, b = { 0 };
        CU_ASSERT_TRUE(tj_when_read(tj_str_of(rising[i - 1]), &a) && tj_when_read(tj_str_of(rising[i]), &b));
        CU_ASSERT_EQUAL(tj_when_order(a, b), -1);
        CU_ASSERT_EQUAL(tj_when_order(b, a), 1);
        CU_ASSERT_EQUAL(tj_when_order(a, a), 0);
    }
}

/* ---- figures in units */

static const char unit_table[] = "1\t%\t%\t%\t%\n"
                                 "CNY\t元\t8:亿元|4:万元\tyuan\t9:CNY bn|6:CNY mn\n"
                                 "pp\t个百分点\t\tpp\t\n"
                                 "人\t人\t4@5:万人\tpersons\t6:mn persons\n"
                                 "*\t{}\t8@10:亿{}|4@5:万{}\t{}\t6:mn {}\n";

static const struct {
    const char *unit, *value;
    bool english;
    const char *shown_unit, *format;
    double number;
} displays[] = {
    { "CNY", "73138000000", false, "亿元", "#,##0.00", 731.38 },
    { "CNY", "73138000000", true, "CNY bn", "#,##0.00", 73.14 },
    { "CNY", "1369750000000", false, "亿元", "#,##0.0", 13697.5 },
    { "CNY", "365000", false, "万元", "#,##0.0", 36.5 },
    { "CNY", "9.85", false, "元", "#,##0.00", 9.85 },
    { "1", "0.165", false, "%", "0.0%", 0.165 },
    { "1", "-0.05", false, "%", "0%", -0.05 },
    { "1", "1.255", false, "%", "0.0%", 1.255 },
    { "pp", "0.6", false, "个百分点", "#,##0.0", 0.6 },
    { "人", "12440000", false, "万人", "#,##0", 1244 },
    { "人", "45000", false, "人", "#,##0", 45000 },
    { "家", "45", false, "家", "#,##0", 45 },
    { "家", "1234567", false, "万家", "#,##0.00", 123.46 },
    { "家", "20000000000", false, "亿家", "#,##0", 200 },
    { "", "460000", false, "万", "#,##0", 46 },
    { "", "7", false, "", "#,##0", 7 },
};

static void test_displays(void)
{
    struct tj_arena arena = { 0 };
    const struct tj_display_units *units;
    struct tj_error err;
    CU_ASSERT_EQUAL_FATAL(tj_display_units_load(&arena, tj_str_of(unit_table), "units", &units, &err), TJ_OK);
    for (size_t i = 0; i < COUNT(displays); i++) {
        struct tj_decimal value;
        CU_ASSERT_TRUE(tj_decimal_read(tj_str_of(displays[i].value), &value));
        struct tj_display d = tj_display_of(units, tj_str_of(displays[i].unit), displays[i].english);
        tj_display_widen(&d, value);
        tj_display_finish(&d, 2, &arena);
        SAME_TEXT(d.unit, tj_str_of(displays[i].shown_unit));
        SAME_TEXT(d.format, tj_str_of(displays[i].format));
        CU_ASSERT_DOUBLE_EQUAL(tj_display_number(&d, value), displays[i].number, 0.005);
    }
    CU_ASSERT_EQUAL(tj_display_units_load(&arena, TJ_STR("1\t%\n"), "units", &units, &err), TJ_BAD_TABLE);
    tj_arena_free(&arena);
}

int main(void)
{
    CU_TestInfo tests[] = { { "labels of periods", test_labels },
                            { "what is no period", test_no_periods },
                            { "order of periods", test_order },
                            { "figures in units", test_displays },
                            CU_TEST_INFO_NULL };
    return run_suite("report", tests);
}

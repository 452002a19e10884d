/* report/: figures paired between years and between editions, and the width of text. */
#include <stdio.h>

#include "report/compare.h"
#include "report/diff_cells.h"
#include "report/width.h"
#include "tests/unit/suite.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* A fact as these tests write it down. Of a range `value` is the lower end. */
struct said {
    const char *indicator, *period;
    enum tj_measure measure;
    const char *value, *upper, *unit, *basis;
    enum tj_bound bound;
    enum tj_standing standing;
    const char *region, *region_code;
};

struct set {
    struct tj_ledger ledger;
    struct tj_series series;
};

static const char yaml[] = "title: t\nsheets:\n  - {kind: facts, title: 明细}\n"
                           "indicators:\n  - {name: 地区生产总值, aliases: [生产总值, GDP]}\n"
                           "  - {name: 失业率, better: lower}\n";

static const struct tj_template *template_of(struct tj_arena *arena)
{
    const struct tj_template *t = NULL;
    struct tj_error err;
    CU_ASSERT_EQUAL_FATAL(tj_template_read(arena, tj_str_of(yaml), "t", &t, &err), TJ_OK);
    return t;
}

static struct tj_str text_of(const char *c) { return c ? tj_str_of(c) : TJ_STR(""); }

static void make_set(struct set *set, const struct tj_template *t, const struct said *said, size_t count)
{
    *set = (struct set){ 0 };
    for (size_t i = 0; i < count; i++) {
        char id[16];
        int length = snprintf(id, sizeof id, "f%zu", i);
        struct tj_fact f = { .id = { id, (size_t)length },
                             .doc = TJ_STR("a.txt"),
                             .start = i,
                             .end = i + 1,
                             .text = tj_str_of(said[i].value),
                             .indicator = tj_str_of(said[i].indicator),
                             .period = tj_str_of(said[i].period),
                             .measure = said[i].measure,
                             .unit = text_of(said[i].unit),
                             .basis = text_of(said[i].basis),
                             .bound = said[i].bound,
                             .status = said[i].standing,
                             .region = said[i].region ? tj_str_of(said[i].region) : TJ_STR("上海市"),
                             .region_code = text_of(said[i].region_code),
                             .confidence = 90 };
        tj_decimal_read(tj_str_of(said[i].value), said[i].upper ? &f.lower : &f.value);
        if (said[i].upper) tj_decimal_read(tj_str_of(said[i].upper), &f.upper);
        CU_ASSERT_TRUE(tj_ledger_add(&set->ledger, &f));
    }
    tj_ledger_close(&set->ledger);
    tj_series_make(&set->ledger, t, &set->series);
}

static void free_set(struct set *set)
{
    tj_series_free(&set->series);
    tj_ledger_free(&set->ledger);
}

static void put_period(struct tj_buffer *out, const struct tj_series *s, const struct tj_figure *figure)
{
    const struct tj_ledger *l = s->ledger;
    tj_put(out, figure ? tj_pool_at(&l->names, tj_figure_record(s, figure)->period) : TJ_STR("-"));
}

/* One row in a line: kind indicator measure old>new change relative stated. */
static void put_row(struct tj_buffer *out, const struct tj_diff *d, const struct tj_diff_row *row)
{
    static const char *const kinds[] = { "changed", "same", "new", "gone" };
    char number[32];
    tj_put(out, tj_str_of(kinds[row->kind]));
    tj_put_char(out, ' ');
    tj_put(out, row->indicator);
    tj_put_char(out, ' ');
    tj_put(out, tj_measure_word(tj_diff_fact(d, row).measure));
    tj_put_char(out, ' ');
    put_period(out, d->old, row->old);
    tj_put_char(out, '>');
    put_period(out, d->now, row->now);
    tj_put_char(out, ' ');
    tj_put_decimal(out, row->change);
    snprintf(number, sizeof number, row->has_relative ? " %.4f" : " -", row->relative);
    tj_put(out, tj_str_of(number));
    tj_put_char(out, ' ');
    if (row->stated)
        tj_put_decimal(out, tj_ledger_value(tj_figure_record(d->now, row->stated)));
    else
        tj_put_char(out, '-');
    tj_put_char(out, '\n');
}

static void check_rows(const struct tj_diff *d, const char *wanted)
{
    struct tj_buffer got = { 0 };
    for (size_t i = 0; i < d->row_count; i++) put_row(&got, d, &d->rows[i]);
    SAME_TEXT(tj_buffer_str(&got), tj_str_of(wanted));
    tj_buffer_free(&got);
}

static const struct said years[] = {
    { "GDP", "2022", TJ_LEVEL, "1000", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "生产总值", "2023", TJ_LEVEL, "1050", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "地区生产总值", "2023", TJ_GROWTH, "0.048", NULL, "1", "yoy", TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "GDP", "2023", TJ_GROWTH, "0.3", NULL, "1", "base:2021", TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "GDP", "2022-01/2022-11", TJ_LEVEL, "900", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "GDP", "2023-01/2023-11", TJ_LEVEL, "930.5", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "GDP", "2022-11", TJ_LEVEL, "80", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "GDP", "2023-Q1", TJ_LEVEL, "200", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "GDP", "2022-Q2", TJ_LEVEL, "210", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "失业率", "2022", TJ_LEVEL, "0.055", NULL, "1", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "失业率", "2023", TJ_LEVEL, "0.052", NULL, "1", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "失业率", "2023", TJ_CHANGE, "-0.4", NULL, "pp", "yoy", TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "失业率", "2023", TJ_LEVEL, "0.05", NULL, "1", NULL, TJ_LE, TJ_TARGET, NULL, NULL },
    { "亏损额", "2022", TJ_LEVEL, "-5", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "亏损额", "2023", TJ_LEVEL, "5", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "增长区间", "2022", TJ_GROWTH, "0.05", "0.06", "1", NULL, TJ_RANGE, TJ_TARGET, NULL, NULL },
    { "增长区间", "2023", TJ_GROWTH, "0.05", "0.06", "1", NULL, TJ_RANGE, TJ_TARGET, NULL, NULL },
    { "GDP", "2021", TJ_LEVEL, "1", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
};

static void test_years(void)
{
    struct tj_arena arena = { 0 };
    const struct tj_template *t = template_of(&arena);
    struct set set;
    struct tj_diff d;
    make_set(&set, t, years, COUNT(years));
    tj_diff_years(&arena, &set.series, t, (struct tj_diff_span){ 2022, 2023 }, &d);
    check_rows(&d, "changed 地区生产总值 level 2022>2023 50 0.0500 0.048\n"
                   "changed 地区生产总值 level 2022-01/2022-11>2023-01/2023-11 30.5 0.0339 -\n"
                   "changed 失业率 level 2022>2023 -0.003 - -0.4\n"
                   "changed 亏损额 level 2022>2023 10 - -\n"
                   "same 增长区间 growth 2022>2023  - -\n"
                   "new 地区生产总值 level ->2023-Q1  - -\n"
                   "new 地区生产总值 growth ->2023  - -\n"
                   "new 地区生产总值 growth ->2023  - -\n"
                   "new 失业率 change ->2023  - -\n"
                   "new 失业率 level ->2023  - -\n"
                   "gone 地区生产总值 level 2022-11>-  - -\n"
                   "gone 地区生产总值 level 2022-Q2>-  - -\n");
    CU_ASSERT_EQUAL(d.counts[TJ_DIFF_CHANGED], 4);
    CU_ASSERT_EQUAL(d.risen, 3);
    CU_ASSERT_EQUAL(d.fallen, 1);
    CU_ASSERT_EQUAL(tj_diff_mood(&d, &d.rows[0]), 1);
    CU_ASSERT_EQUAL(tj_diff_mood(&d, &d.rows[2]), 1); /* less unemployment is better */
    CU_ASSERT_EQUAL(tj_diff_mood(&d, &d.rows[3]), 0); /* nobody said which way is good */
    tj_diff_years(&arena, &set.series, t, (struct tj_diff_span){ 2021, 2023 }, &d);
    tj_diff_keep(&d, 1u << TJ_DIFF_CHANGED, false); /* 同比 is on 2022, 比2021年 is on 2021 */
    check_rows(&d, "changed 地区生产总值 level 2021>2023 1049 1049.0000 0.3\n");
    free_set(&set);
    tj_arena_free(&arena);
}

static void test_latest(void)
{
    struct tj_arena arena = { 0 };
    const struct tj_template *t = template_of(&arena);
    struct set set;
    struct tj_diff_span span;
    make_set(&set, t, years, COUNT(years));
    CU_ASSERT_TRUE(tj_diff_latest(&set.series, &span));
    CU_ASSERT_EQUAL(span.old, 2022);
    CU_ASSERT_EQUAL(span.now, 2023);
    free_set(&set);
    make_set(&set, t, years, 1);
    CU_ASSERT_FALSE(tj_diff_latest(&set.series, &span));
    free_set(&set);
    tj_arena_free(&arena);
}

static const struct said old_edition[] = {
    { "GDP", "2022", TJ_LEVEL, "1000", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "出口", "2022", TJ_LEVEL, "126", NULL, "CNY", NULL, TJ_GT, TJ_ACTUAL, NULL, NULL },
    { "进口", "2022", TJ_LEVEL, "7", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "人口", "2022", TJ_LEVEL, "30", NULL, "人", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "人口", "2021", TJ_LEVEL, "29", NULL, "人", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
};
static const struct said new_edition[] = {
    { "GDP", "2022", TJ_LEVEL, "80", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, "中国", "CN" },
    { "地区生产总值", "2022", TJ_LEVEL, "1004.5", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "出口", "2022", TJ_LEVEL, "126", NULL, "CNY", NULL, TJ_GT, TJ_ACTUAL, NULL, NULL },
    { "出口", "2022", TJ_LEVEL, "126.06", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "进口", "2022", TJ_LEVEL, "7", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "进口", "2022", TJ_LEVEL, "9", NULL, "CNY", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
    { "人口", "2022", TJ_LEVEL, "30", NULL, "人", NULL, TJ_EQ, TJ_TARGET, NULL, NULL },
    { "人口", "2021", TJ_LEVEL, "29", NULL, "人", NULL, TJ_EQ, TJ_ACTUAL, NULL, NULL },
};

static void test_editions(void)
{
    struct tj_arena arena = { 0 };
    const struct tj_template *t = template_of(&arena);
    struct set old, now;
    struct tj_diff d;
    make_set(&old, t, old_edition, COUNT(old_edition));
    make_set(&now, t, new_edition, COUNT(new_edition));
    tj_diff_editions(&arena, &old.series, &now.series, t, &d);
    check_rows(&d, "new 地区生产总值 level ->2022  - -\n" /* a country, and so before the city */
                   "changed 地区生产总值 level 2022>2022 4.5 0.0045 -\n"
                   "changed 进口 level 2022>2022 0 0.0000 -\n" /* now its sources disagree */
                   "new 人口 level ->2022  - -\n"
                   "gone 人口 level 2022>-  - -\n");
    CU_ASSERT_EQUAL(d.counts[TJ_DIFF_SAME], 2);
    CU_ASSERT_EQUAL(d.conflicts, 1);
    CU_ASSERT_TRUE(tj_diff_in_conflict(&d.rows[2]));
    tj_diff_keep(&d, 0, true);
    CU_ASSERT_EQUAL(d.row_count, 1);
    tj_diff_editions(&arena, &now.series, &now.series, t, &d);
    CU_ASSERT_EQUAL(d.row_count, 0);
    free_set(&now);
    make_set(&now, t, old_edition, COUNT(old_edition));
    tj_diff_editions(&arena, &old.series, &now.series, t, &d);
    CU_ASSERT_EQUAL(d.row_count, 0);
    CU_ASSERT_EQUAL(d.counts[TJ_DIFF_SAME], COUNT(old_edition));
    free_set(&old);
    free_set(&now);
    tj_arena_free(&arena);
}

static void test_widths(void)
{
    static const struct {
        const char *text;
        size_t width, most;
        const char *cut;
    } rows[] = {
        { "GDP", 3, 3, "GDP" },
        { "上海市", 6, 6, "上海市" },
        { "上海市", 6, 5, "上海…" },
        { "上海市", 6, 4, "上…" },
        { "上海市", 6, 2, "…" },
        { "上海市", 6, 1, "…" },
        { "上海市", 6, 0, "" },
        { "a\u0301b\u0301c", 3, 2, "a\u0301…" }, /* combining marks stay with their letter */
        { "１２", 4, 3, "１…" },
        { "𠮷野", 4, 3, "𠮷…" },
        { "", 0, 0, "" },
    };
    struct tj_arena arena = { 0 };
    for (size_t i = 0; i < COUNT(rows); i++) {
        CU_ASSERT_EQUAL(tj_width(tj_str_of(rows[i].text)), rows[i].width);
        SAME_TEXT(tj_width_cut(&arena, tj_str_of(rows[i].text), rows[i].most), tj_str_of(rows[i].cut));
    }
    SAME_TEXT(tj_width_clean(&arena, TJ_STR("上\033[31m\t海\u202E\xFF\xC2\x85")),
              TJ_STR("上 [31m 海\uFFFD "));
    tj_arena_free(&arena);
}

static void check_value(const char *value, const char *unit, const char *wanted)
{
    struct tj_arena arena = { 0 };
    const struct tj_template *t = template_of(&arena);
    struct said said = { "GDP", "2023", TJ_LEVEL, value, NULL, unit, NULL, TJ_GE, TJ_ACTUAL, NULL, NULL };
    struct set old, now;
    struct tj_diff d;
    struct tj_diff_view view = { .arena = &arena, .diff = &d, .template = t };
    make_set(&old, t, &said, 0);
    make_set(&now, t, &said, 1);
    CU_ASSERT_EQUAL(tj_diff_units(&arena, &view.units, NULL), TJ_OK);
    tj_diff_editions(&arena, &old.series, &now.series, t, &d);
    CU_ASSERT_EQUAL_FATAL(d.row_count, 1);
    struct tj_diff_shown shown = tj_diff_show(&view, &d.rows[0]);
    SAME_TEXT(tj_diff_value_text(&view, &d.rows[0], &shown, true), tj_str_of(wanted));
    free_set(&old);
    free_set(&now);
    tj_arena_free(&arena);
}

static void test_numbers(void)
{
    check_value("4721866000000", "CNY", "≥47,218.66");
    check_value("0.165", "1", "≥16.5%");
    check_value("-0.05", "1", "≥-5%");
    check_value("1234567", "家", "≥123.4567");
    check_value("0.333333333", "1", "≥33.3333%");
    check_value("-0.666666666666", "1", "≥-66.6667%");
    check_value("0", "1", "≥0%");
}

int main(void)
{
    CU_TestInfo tests[] = { { "between years", test_years },       { "the latest years", test_latest },
                            { "between editions", test_editions }, { "widths on a terminal", test_widths },
                            { "numbers as text", test_numbers },   CU_TEST_INFO_NULL };
    return run_suite("compare", tests);
}

/* report/: templates, with the exact place of every mistake; strings kept once; the text of cells. */
#include <stdio.h>

#include "report/pool.h"
#include "report/template.h"
#include "report/workbook_text.h"
#include "tests/unit/suite.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static bool same(struct tj_str a, const char *b) { return tj_equal(a, tj_str_of(b)); }

/* ---- templates */

#define SHEETS "title: t\nsheets:\n  - {kind: facts, title: 明细}\n"

static const struct {
    const char *yaml;
    size_t line, column;
    const char *note; /* part of it */
} wrong_templates[] = {
    { "", 1, 0, "says nothing" },
    { "- a\n", 1, 1, "needs a map with title, font, sheets" },
    { "title: t\n", 1, 1, "needs a 'sheets'" },
    { "title: t\nsheets: []\n", 2, 9, "lists no sheet" },
    { SHEETS "colour: red\n", 4, 1, "unknown key 'colour'; allowed here: title, font, sheets, periods" },
    { SHEETS "title: u\n", 4, 1, "duplicate key 'title', first in line 1" },
    { SHEETS "others: many\n", 4, 9, "'others' must be a whole number from 0 to 500" },
    { SHEETS "others: '5'\n", 4, 9, "must be a whole number" },
    { SHEETS "others: -1\n", 4, 9, "must be a whole number" },
    { SHEETS "others: 501\n", 4, 9, "not 501" },
    { SHEETS "others: [1]\n", 4, 9, "not a list" },
    { SHEETS "others:\n", 4, 8, "not nothing" },
    { SHEETS "regions: 全国\n", 4, 10, "'regions' must be a list, not text" },
    { SHEETS "regions: [全国, {a: b}]\n", 4, 15, "'regions' must be text, not a map" },
    { SHEETS "periods:\n  - {kind: week, last: 3}\n", 5, 12, "cannot be 'week'; allowed: year, half" },
    { SHEETS "periods:\n  - {kind: year}\n", 5, 5, "needs a 'last'" },
    { SHEETS "periods:\n  - {kind: year, last: 0}\n", 5, 24, "from 1 to 40, not 0" },
    { SHEETS "indicators:\n  - {name: a, nick: b}\n", 5, 15,
      "unknown key 'nick'; allowed here: name, label" },
    { SHEETS "indicators:\n  - {name: a}\n  - {name: b, aliases: [a]}\n", 6, 5,
      "belongs to the indicator in line 5" },
    { "title: {zh: 甲, fr: b}\nsheets: []\n", 1, 16, "unknown key 'fr'; allowed here: zh, en" },
    { "title: t\nsheets:\n  - {kind: facts, title: 'a/b'}\n", 3, 26, "cannot hold any of" },
    { "title: t\nsheets:\n  - {kind: facts, title: "
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九}\n",
      3, 26, "at most 28 characters" },
    { SHEETS "  - {kind: notes, title: 明细}\n", 4, 5, "two sheets are called '明细'" },
    { SHEETS "  - {kind: facts, title: b}\n", 4, 5, "a second sheet of kind 'facts'" },
    { SHEETS "comparisons: [stated, quick]\n", 4, 23,
      "cannot be 'quick'; allowed: stated, computed, previous" },
    { SHEETS "comparisons: [rank, cagr, rank]\n", 4, 27, "names 'rank' twice" },
    { SHEETS "comparisons: stated\n", 4, 14, "'comparisons' must be a list, not text" },
    { SHEETS "  - {kind: notes, title: b, columns: [value]}\n", 4, 29,
      "'columns' is only for sheets of kind regions" },
    { SHEETS "  - {kind: regions, title: b, rows: all}\n", 4, 31,
      "'rows' is only for sheets of kind targets" },
    { SHEETS "  - {kind: notes, title: b, charts: []}\n", 4, 29,
      "only for sheets of kind summary, targets, regions" },
    { SHEETS "  - {kind: regions, title: b, columns: [value, share]}\n", 4, 48,
      "cannot be 'share'; allowed: value" },
    { SHEETS "  - {kind: regions, title: b, level: town}\n", 4, 38,
      "allowed: auto, country, province, city" },
    { SHEETS "  - {kind: regions, title: b, year: 26}\n", 4, 37, "from 1900 to 2200, not 26" },
    { SHEETS "  - {kind: targets, title: b, measure: speed}\n", 4, 40, "allowed: any, level, growth" },
    { SHEETS "  - {kind: targets, title: b, charts: [{kind: trend}]}\n", 4, 47,
      "no such chart; allowed: attainment" },
    { SHEETS "  - {kind: regions, title: b, charts: [{kind: attainment, of: value}]}\n", 4, 59,
      "'of' is only for" },
    { SHEETS "  - {kind: summary, title: b, charts: [{kind: trend, of: target}]}\n", 4, 58,
      "shows value or growth" },
    { SHEETS "  - {kind: regions, title: b, indicators: [a, c]}\nindicators:\n  - {name: a}\n", 4, 47,
      "'c' is not the name of an indicator" },
    { SHEETS "indicators:\n  - {name: a, part_of: b}\n", 5, 24, "'b' is not the name of an indicator" },
    { "title: [a\n", 2, 1, "did not find expected" },
    { "title: &a t\n", 1, 8, "no anchors" },
    { "title: *a\n", 1, 8, "no aliases" },
    { "title: !x t\n", 1, 8, "tags" },
    { SHEETS "---\ntitle: u\n", 5, 1, "second document" },
    { "a: [[[[[[[[[[b]]]]]]]]]]\n", 1, 11, "too deeply" },
    { "title: \xff\n", 0, 0, "at byte" },
};

static void test_wrong_templates(void)
{
    struct tj_arena arena = { 0 };
    for (size_t i = 0; i < COUNT(wrong_templates); i++) {
        struct tj_error err = { 0 };
        const struct tj_template *t;
        enum tj_status status =
            tj_template_read(&arena, tj_str_of(wrong_templates[i].yaml), "my.yaml", &t, &err);
        bool right = status == TJ_BAD_TEMPLATE && err.line == wrong_templates[i].line
                     && err.column == wrong_templates[i].column && strstr(err.note, wrong_templates[i].note);
        if (!right) printf("\n  row %zu: %s:%zu:%zu: %s", i, err.file, err.line, err.column, err.note);
        CU_ASSERT_TRUE(right);
    }
    tj_arena_free(&arena);
}

static void test_builtin_template(void)
{
    struct tj_arena arena = { 0 };
    struct tj_error err = { 0 };
    const struct tj_template *t;
    struct tj_str bytes;
    CU_ASSERT_FALSE(tj_template_builtin(TJ_STR("weekly"), &bytes));
    CU_ASSERT_TRUE_FATAL(tj_template_builtin(TJ_STR("quarterly"), &bytes));
    CU_ASSERT_EQUAL_FATAL(tj_template_read(&arena, bytes, "quarterly", &t, &err), TJ_OK);
    CU_ASSERT_EQUAL(t->sheet_count, 5);
    CU_ASSERT_TRUE(t->indicator_count > 20);
    CU_ASSERT_TRUE(same(t->sheets[0].title.zh, "汇总") && same(t->sheets[0].title.en, "Summary"));
    static const char *const others[] = { "yearly", "targets", "regions" };
    for (size_t i = 0; i < COUNT(others); i++) {
        CU_ASSERT_TRUE_FATAL(tj_template_builtin(tj_str_of(others[i]), &bytes));
        CU_ASSERT_EQUAL(tj_template_read(&arena, bytes, others[i], &t, &err), TJ_OK);
        CU_ASSERT_TRUE(t->sheet_count >= 3 && t->indicator_count > 20);
    }
    tj_arena_free(&arena);
}

/* ---- strings */

static void test_pool(void)
{
    struct tj_pool pool = { 0 };
    uint32_t found;
    CU_ASSERT_FALSE(tj_pool_find(&pool, TJ_STR("a"), &found));
    for (uint32_t round = 0; round < 2; round++)
        for (uint32_t i = 1; i <= 50000; i++) {
            char text[16];
            snprintf(text, sizeof text, "%u", (unsigned)i);
            if (tj_pool_add(&pool, tj_str_of(text)) != i) CU_FAIL("number");
        }
    CU_ASSERT_EQUAL(pool.count, 50001);
    CU_ASSERT_TRUE(same(tj_pool_at(&pool, 4321), "4321"));
    CU_ASSERT_EQUAL(tj_pool_add(&pool, TJ_STR("")), 0);
    tj_pool_free(&pool);
}

/* ---- cells */

static const struct {
    const char *text, *clean;
} cells[] = {
    /* cut at 24 characters */
    { "安徽省", "安徽省" },
    { "a\x01\x1f"
      "b\tc\nd\re",
      "a  b\tc\nd e" },
    { "\xff安\xe5", "\xEF\xBF\xBD安\xEF\xBF\xBD" },
    { "\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD" },
    { "_x0041_ _x00_ _", "_x005F_x0041_ _x00_ _" },
    { "=1+1", "=1+1" },
    { "一二三四五六七八九十一二三四五六七八九十甲乙丙丁戊",
      "一二三四五六七八九十一二三四五六七八九十甲乙丙…" },
    { "一二三四五六七八九十一二三四五六七八九十甲\xF0\x9F\x98\x80丙丁",
      "一二三四五六七八九十一二三四五六七八九十甲\xF0\x9F\x98\x80…" },
};

static void test_cells(void)
{
    struct tj_buffer out = { 0 };
    for (size_t i = 0; i < COUNT(cells); i++)
        CU_ASSERT_STRING_EQUAL(tj_cell_clean(&out, tj_str_of(cells[i].text), 24), cells[i].clean);
    CU_ASSERT_STRING_EQUAL(tj_cell_place(&out, TJ_STR("it's"), 9, 4), "internal:'it''s'!E10");
    tj_buffer_free(&out);
}

int main(void)
{
    CU_TestInfo tests[] = { { "wrong templates", test_wrong_templates },
                            { "built-in template", test_builtin_template },
                            { "pool of strings", test_pool },
                            { "text of cells", test_cells },
                            CU_TEST_INFO_NULL };
    return run_suite("template", tests);
}

#include <stdio.h>

#include "extract/lexicon/lexicon.h"
#include "extract/recognise/period.h"
#include "extract/tongji.h"
#include "tests/unit/suite.h"

static struct tj_lexicon *lexicon;

/* Every pattern matches the examples that stand above it, whole, and is the one that does. */
static void examples_match(const struct tj_patterns *patterns)
{
    struct tj_matcher *matcher = tj_matcher_new();
    for (unsigned i = 0; i < tj_patterns_count(patterns); i++) {
        struct tj_str examples = tj_patterns_examples(patterns, i), name = tj_patterns_name(patterns, i);
        CU_ASSERT(examples.len > 0);
        for (size_t from = 0, to; tj_find(examples, TJ_STR("\n"), from, &to); from = to + 1) {
            struct tj_match m;
            struct tj_str line = tj_cut(examples, from, to);
            CU_ASSERT(tj_match_may_begin(patterns, matcher, line, 0)); /* asked, */
            CU_ASSERT(tj_match_may_begin(patterns, matcher, line, 0)); /* and remembered */
            bool matches = tj_match_at(patterns, matcher, line, 0, &m);
            struct tj_str got = matches ? tj_patterns_name(patterns, m.pattern) : TJ_STR("nothing");
            if (!tj_equal(got, name))
                fprintf(stderr, "\n    '%.*s' is read as %.*s, not %.*s", TJ_ARG(line), TJ_ARG(got),
                        TJ_ARG(name));
            CU_ASSERT(tj_equal(got, name));
        }
    }
    tj_matcher_free(matcher);
}

static void period_examples(void) { examples_match(lexicon->periods); }
static void heading_examples(void) { examples_match(lexicon->heads); }

static const struct {
    const char *words, *period;
} periods[] = {
    { "2023年", "2023" },
    { "2023年一季度", "2023-Q1" },
    { "前三季度", "2024-Q1/2024-Q3" },
    { "2023年下半年", "2023-H2" },
    { "1—11月", "2024-01/2024-11" },
    { "2024年3月5日", "2024-03-05" },
    { "“十四五”时期", "2021/2025" },
    { "“十三五”末", "2020" },
    { "去年", "2023" },
    { "今年", "2024" },
    { "过去五年", "2019/2023" },
    { "二〇二六年", "2026" },
    { "2024年前11个月", "2024-01/2024-11" },
    { "2022年末", "2022" },
    { "11月末", "2023-11" },
    { "2020—2025年", "2020/2025" },
};

static void periods_are_resolved(void)
{
    struct tj_arena arena = { 0 };
    struct tj_matcher *matcher = tj_matcher_new();
    struct tj_now now = { .year = 2024, .month = 3, .day = 8 };
    for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++) {
        struct tj_period p;
        size_t len;
        struct tj_now here = now;
        if (i == 2 || i == 4) here.month = 12; /* said at the end of the year */
        CU_ASSERT(tj_period_at(lexicon, matcher, tj_str_of(periods[i].words), 0, &here, &p, &len));
        SAME_TEXT(tj_period_text(&arena, &p), tj_str_of(periods[i].period));
    }
    tj_matcher_free(matcher);
    tj_arena_free(&arena);
}

static const struct {
    const char *table, *row, *wrong;
} bad_rows[] = {
    { "regions.tsv", "999999\t某地\t\tvillage\t\t\t\t",
      "level is one of country province prefecture county zone area" },
    { "indicators.tsv", "某指标\t\t\t\t\tsideways", "good is up, down or empty" },
    { "units.tsv", "斗\t斗\t0\t1\tcounter", "numerator and denominator are whole numbers above 0" },
    { "units.tsv", "斗\t斗\t1\t1\tbasket", "no such class of unit" },
    { "cues.tsv", "狂飙\tupwards", "no such class of cue" },
    { "parts.tsv", "某量\tsomething",
      "a part is attr, tail, aspect, spec, fate, owner, general, kind, event, ends or admits" },
};

static void a_wrong_row_is_named(void)
{
    struct tj_lexicon *lex;
    struct tj_error err;
    CU_ASSERT_FATAL(tj_lexicon_new(NULL, &lex, &err) == TJ_OK);
    struct tj_arena arena = { 0 };
    for (size_t i = 0; i < sizeof bad_rows / sizeof bad_rows[0]; i++) {
        struct tj_str text = tj_print(&arena, "# comment\n\n%s\n", bad_rows[i].row);
        CU_ASSERT_EQUAL(tj_lexicon_add(lex, tj_str_of(bad_rows[i].table), text, "mine.tsv", &err),
                        TJ_BAD_TABLE);
        CU_ASSERT_EQUAL(err.line, 3);
        CU_ASSERT_STRING_EQUAL(err.file, "mine.tsv");
        SAME_TEXT(tj_str_of(err.note), tj_str_of(bad_rows[i].wrong));
    }
    tj_arena_free(&arena);
    tj_lexicon_free(lex);
}

static void places_have_codes_and_parents(void)
{
    uint32_t guilin = tj_region_named(lexicon, TJ_STR("桂林")),
             guangxi = tj_region_named(lexicon, TJ_STR("广西"));
    SAME_TEXT(lexicon->regions[guilin].name, TJ_STR("桂林市"));
    SAME_TEXT(lexicon->regions[guilin].code, TJ_STR("450300"));
    CU_ASSERT(tj_region_within(lexicon, guilin, guangxi));
    CU_ASSERT_FALSE(tj_region_within(lexicon, guangxi, guilin));
    CU_ASSERT_EQUAL(tj_region_named(lexicon, TJ_STR("华为")), TJ_NONE);
}

static void there_are_enough_indicators(void) { CU_ASSERT(lexicon->indicator_count > 800); }

int main(void)
{
    struct tj_error err;
    if (tj_lexicon_new(NULL, &lexicon, &err) != TJ_OK) return 2;
    CU_TestInfo tests[] = { { "period examples", period_examples },
                            { "heading examples", heading_examples },
                            { "periods are resolved", periods_are_resolved },
                            { "a wrong row is named", a_wrong_row_is_named },
                            { "places", places_have_codes_and_parents },
                            { "indicators", there_are_enough_indicators },
                            CU_TEST_INFO_NULL };
    int status = run_suite("lexicon", tests);
    tj_lexicon_free(lexicon);
    return status;
}

#include <stdio.h>

#include "extract/base/arena.h"
#include "extract/base/decimal.h"
#include "extract/base/idset.h"
#include "extract/base/json.h"
#include "extract/base/table.h"
#include "tests/unit/suite.h"

static struct tj_str text_of(struct tj_decimal d, char *room)
{
    return (struct tj_str){ room, tj_decimal_text(d, room) };
}

static void decimals_are_written_plainly(void)
{
    static const struct {
        int64_t digits;
        int pow10;
        const char *text;
    } rows[] = { { 73138, 6, "73138000000" },
                 { 165, -3, "0.165" },
                 { -26, -3, "-0.026" },
                 { 0, 5, "0" },
                 { 126, 12, "126000000000000" },
                 { 100, -2, "1" },
                 { -25, -1, "-2.5" },
                 { 5, -10, "0.0000000005" } };
    char room[TJ_DECIMAL_TEXT];
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        SAME_TEXT(text_of(tj_decimal_of(rows[i].digits, rows[i].pow10), room), tj_str_of(rows[i].text));
}

static void decimals_read_back(void)
{
    static const char *const texts[] = {
        "73138000000", "0.165", "-0.026", "0", "105333333.333333333", "9000000000000000000000"
    };
    char room[TJ_DECIMAL_TEXT];
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct tj_decimal d;
        CU_ASSERT(tj_decimal_read(tj_str_of(texts[i]), &d));
        SAME_TEXT(text_of(d, room), tj_str_of(texts[i]));
    }
}

static void what_is_no_decimal_is_refused(void)
{
    static const char *const texts[] = { "1e5", ".5", "1.2.3", "--1", "12a", "99999999999999999999", "-" };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct tj_decimal d;
        CU_ASSERT_FALSE(tj_decimal_read(tj_str_of(texts[i]), &d));
    }
}

static void scaling_is_exact_or_rounded_at_nine_places(void)
{
    static const struct {
        const char *from;
        int64_t numerator, denominator;
        const char *to;
    } rows[] = { { "158000", 10000, 15, "105333333.333333333" }, /* 15.8万亩 */
                 { "6146000", 10000, 15, "4097333333.333333333" },
                 { "1390000000000", 1, 2, "695000000000" },
                 { "16.5", 1, 100, "0.165" },
                 { "-2", 10000, 15, "-1333.333333333" } };
    char room[TJ_DECIMAL_TEXT];
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct tj_decimal d;
        CU_ASSERT(tj_decimal_read(tj_str_of(rows[i].from), &d));
        CU_ASSERT(tj_decimal_scale(&d, rows[i].numerator, rows[i].denominator));
        SAME_TEXT(text_of(d, room), tj_str_of(rows[i].to));
    }
}

static void decimals_are_ordered(void)
{
    struct tj_decimal small, large;
    CU_ASSERT(tj_decimal_read(TJ_STR("-5.5"), &small) && tj_decimal_read(TJ_STR("0.0001"), &large));
    CU_ASSERT(tj_decimal_order(small, large) < 0 && tj_decimal_order(large, small) > 0);
    CU_ASSERT(tj_decimal_order(tj_decimal_of(10, 0), tj_decimal_of(1, 1)) == 0);
    CU_ASSERT(tj_decimal_order(tj_decimal_of(999, 0), tj_decimal_of(1, 3)) < 0);
}

static void json_is_always_valid(void)
{
    static const struct {
        struct tj_str text;
        const char *json;
    } rows[] = { { { "增长\"5%\"\n", 11 }, "\"增长\\\"5%\\\"\\n\"" },
                 { { "a\x01\\", 3 }, "\"a\\u0001\\\\\"" },
                 { { "\xE5\xA2", 2 }, "\"\uFFFD\uFFFD\"" },
                 { { "\xFFok", 3 }, "\"\uFFFDok\"" },
                 { { "", 0 }, "\"\"" } };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct tj_buffer b = { 0 };
        tj_put_json(&b, rows[i].text);
        SAME_TEXT(tj_buffer_str(&b), tj_str_of(rows[i].json));
        tj_buffer_free(&b);
    }
}

static void tables_skip_comments_and_count_lines(void)
{
    struct tj_table t = tj_table_of(TJ_STR("# head\n\na\tb\tc\r\n x \t\n"));
    struct tj_row row;
    CU_ASSERT(tj_table_next(&t, &row) && row.line == 3 && row.count == 3);
    SAME_TEXT(row.cells[2], TJ_STR("c"));
    CU_ASSERT(tj_table_next(&t, &row) && row.line == 4 && row.count == 2);
    SAME_TEXT(row.cells[0], TJ_STR("x"));
    CU_ASSERT_FALSE(tj_table_next(&t, &row));
}

static void a_set_knows_what_it_has_seen(void)
{
    struct tj_idset set = { 0 };
    char id[32];
    size_t added = 0;
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 5000; i++) {
            snprintf(id, sizeof id, "fact-%d", i);
            added += tj_idset_add(&set, tj_str_of(id));
        }
    CU_ASSERT_EQUAL(added, 5000);
    tj_idset_free(&set);
}

static void an_arena_gives_and_forgets(void)
{
    struct tj_arena a = { 0 };
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 1000; i++) SAME_TEXT(tj_print(&a, "%d元", i), tj_print(&a, "%d元", i));
        char *big = tj_alloc(&a, 1 << 20);
        CU_ASSERT(big[0] == 0 && big[(1 << 20) - 1] == 0);
        tj_arena_reset(&a);
    }
    tj_arena_free(&a);
}

/* Every sequence of three bytes behind texts of several lengths, against the step by step reading. */
static void utf8_is_told_from_other_bytes(void)
{
    static const char *const heads[] = { "", "全年", "abcdefgh", "abcdefgh全" };
    char bytes[32];
    unsigned wrong = 0;
    for (unsigned n = 0; n < 1 << 24; n += 7) {
        const char *head = heads[n / 7 % 4];
        size_t len = strlen(head), step, bad = 0;
        memcpy(bytes, head, len);
        for (unsigned i = 0; i < 3; i++) bytes[len++] = (char)(n >> (16 - 8 * i) & 0xFF);
        struct tj_str text = { bytes, len };
        size_t at = 0;
        for (; at < len; at += step) {
            tj_char_at(text, at, &step);
            if (step == 1 && (unsigned char)bytes[at] >= 0x80) break;
        }
        wrong += tj_is_utf8(text, &bad) != (at >= len) || (at < len && bad != at);
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

int main(void)
{
    CU_TestInfo tests[] = { { "decimals are written plainly", decimals_are_written_plainly },
                            { "decimals read back", decimals_read_back },
                            { "what is no decimal is refused", what_is_no_decimal_is_refused },
                            { "scaling", scaling_is_exact_or_rounded_at_nine_places },
                            { "order", decimals_are_ordered },
                            { "JSON is always valid", json_is_always_valid },
                            { "UTF-8", utf8_is_told_from_other_bytes },
                            { "tables", tables_skip_comments_and_count_lines },
                            { "idset", a_set_knows_what_it_has_seen },
                            { "arena", an_arena_gives_and_forgets },
                            CU_TEST_INFO_NULL };
    return run_suite("base", tests);
}

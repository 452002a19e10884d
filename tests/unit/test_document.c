#include <stdio.h>

#include "extract/document/document.h"
#include "tests/unit/suite.h"

static struct tj_arena arena;

static struct tj_document cleaned(const char *text)
{
    struct tj_document d = { 0 };
    struct tj_error err;
    CU_ASSERT_FATAL(tj_decode(&arena, tj_str_of(text), "test", &d.decoded, &err) == TJ_OK);
    d.text = d.decoded.text;
    tj_document_clean(&arena, &d);
    return d;
}

static struct tj_str block(const struct tj_document *d, size_t i)
{
    return i < d->block_count ? tj_at(d->clean, (struct tj_span){ d->blocks[i].off, d->blocks[i].len })
                              : TJ_STR("");
}

static void broken_lines_are_joined(void)
{
    struct tj_document d = cleaned("市长说：\n\n过去一年，我市引进了一批重大产业项目，其中领益智\n\n造的总投"
                                   "资达到三十亿元，带动就业。\n\n"
                                   "一、工作回顾\n\n全年，完成投资1.5万\n亿元，比上年多。\n");
    SAME_TEXT(block(&d, 0), TJ_STR("市长说："));
    SAME_TEXT(block(&d, 1),
              TJ_STR("过去一年，我市引进了一批重大产业项目，其中领益智造的总投资达到三十亿元，带动就业。"));
    SAME_TEXT(block(&d, 2), TJ_STR("一、工作回顾"));
}

static void full_width_figures_are_folded_and_mapped(void)
{
    const char *text = "产值１２３４．５亿元，增长５％。";
    struct tj_document d = cleaned(text);
    SAME_TEXT(d.clean, TJ_STR("产值1234.5亿元，增长5%。"));
    size_t at;
    CU_ASSERT_FATAL(tj_find(d.clean, TJ_STR("1234.5亿元"), 0, &at));
    size_t from = tj_text_start(&d, at), to = tj_text_end(&d, at + strlen("1234.5亿元"));
    SAME_TEXT(tj_cut(d.text, from, to), TJ_STR("１２３４．５亿元"));
}

static void markup_and_blanks_go(void)
{
    struct tj_document d = cleaned("<p>全年实现&nbsp;产值 5 亿元。</p><p>增长<b>6</b>%。<br></p>");
    SAME_TEXT(block(&d, 0), TJ_STR("全年实现产值5亿元。"));
    SAME_TEXT(block(&d, 1), TJ_STR("增长6%。"));
}

static void encodings_are_found_out(void)
{
    static const struct {
        const char *bytes;
        enum tj_encoding encoding;
        const char *text;
    } rows[] = { { "\xEF\xBB\xBF增长5%", TJ_UTF8, "增长5%" },
                 { "\xD4\xF6\xB3\xA4\x35\x25", TJ_GB18030, "增长5%" },
                 { "\xC8\xAB\xCA\xD0\xB2\xFA\xD6\xB5\x33\xD2\xDA\xD4\xAA\x82\x35\x87\x38", TJ_GB18030,
                   "全市产值3亿元\u3404" } };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct tj_decoded d;
        struct tj_error err;
        CU_ASSERT(tj_decode(&arena, tj_str_of(rows[i].bytes), "test", &d, &err) == TJ_OK);
        CU_ASSERT_EQUAL(d.encoding, rows[i].encoding);
        if (i < 2) SAME_TEXT(d.text, tj_str_of(rows[i].text));
    }
}

#define BYTES(literal)                 \
    {                                  \
        (literal), sizeof(literal) - 1 \
    }

/* No text says which it is in; a page that says the wrong one is not believed. */
static void encodings_without_marks_are_told_by_how_they_read(void)
{
    static const struct {
        struct tj_str bytes;
        enum tj_encoding encoding;
        const char *text;
    } rows[] = {
        { BYTES("\xa5"
                "\xfe"
                "\xa5"
                "\xab"
                "\xb8"
                "\x67"
                "\xc0"
                "\xd9"
                "\xbc"
                "\x57"
                "\xaa"
                "\xf8"
                "\x35"
                "\x2e"
                "\x32"
                "\x25"
                "\xa1"
                "\x41"
                "\xa5"
                "\x58"
                "\xa4"
                "\x66"
                "\xc1"
                "\x60"
                "\xc3"
                "\x42"
                "\xa4"
                "\x54"
                "\xa4"
                "\x51"
                "\xbb"
                "\xf5"
                "\xa4"
                "\xb8"
                "\xa1"
                "\x43"),
          TJ_BIG5, "全市經濟增長5.2%，出口總額三十億元。" },
        { BYTES("\x68"
                "\x51"
                "\x02"
                "\x5e"
                "\xa7"
                "\x4e"
                "\x3c"
                "\x50"
                "\x31"
                "\x00"
                "\x32"
                "\x00"
                "\x2e"
                "\x00"
                "\x35"
                "\x00"
                "\xbf"
                "\x4e"
                "\x43"
                "\x51"
                "\x02"
                "\x30"),
          TJ_UTF16LE, "全市产值12.5亿元。" },
        { BYTES("\x51"
                "\x68"
                "\x5e"
                "\x02"
                "\x4e"
                "\xa7"
                "\x50"
                "\x3c"
                "\x00"
                "\x31"
                "\x00"
                "\x32"
                "\x00"
                "\x2e"
                "\x00"
                "\x35"
                "\x4e"
                "\xbf"
                "\x51"
                "\x43"
                "\x30"
                "\x02"),
          TJ_UTF16BE, "全市产值12.5亿元。" },
        { BYTES("<meta charset=big5>"
                "\xc8"
                "\xab"
                "\xca"
                "\xd0"
                "\xb2"
                "\xfa"
                "\xd6"
                "\xb5"
                "\xd4"
                "\xf6"
                "\xb3"
                "\xa4"),
          TJ_GB18030, "<meta charset=big5>全市产值增长" },
        { BYTES("全市产值增长5%，出口总额三十亿元，投资完成二十亿元。\xE5"), TJ_UTF8,
          "全市产值增长5%，出口总额三十亿元，投资完成二十亿元。\uFFFD" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct tj_decoded d;
        struct tj_error err;
        CU_ASSERT_FATAL(tj_decode(&arena, rows[i].bytes, "test", &d, &err) == TJ_OK);
        CU_ASSERT_EQUAL(d.encoding, rows[i].encoding);
        SAME_TEXT(d.text, tj_str_of(rows[i].text));
        size_t at;
        struct tj_cursor cursor = { 0 };
        if (tj_find(d.text, TJ_STR("5"), 0, &at))
            CU_ASSERT_EQUAL(rows[i].bytes.ptr[tj_source_offset(&d, &cursor, at) + (i == 2)], '5');
    }
}

static void bytes_that_are_no_text_are_refused(void)
{
    static const struct tj_str inputs[] = { { "", 0 },
                                            { "\x7f"
                                              "ELF\0\0\1\2\3",
                                              9 },
                                            { "\x89PNG\r\n\x1a\n\0\0\0", 11 },
                                            { "\xEF\xBB\xBF", 3 } };
    for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
        struct tj_decoded d;
        struct tj_error err;
        enum tj_status status = tj_decode(&arena, inputs[i], "x.bin", &d, &err);
        CU_ASSERT(status == TJ_EMPTY || status == TJ_NO_TEXT);
        CU_ASSERT_STRING_EQUAL(err.file, "x.bin");
    }
}

static void a_place_leads_back_through_gb18030(void)
{
    const char *bytes = "\xD4\xF6\xB3\xA4"
                        "12.5%\xA1\xA3\xC8\xAB\xCA\xD0"
                        "3\xD2\xDA\xD4\xAA"; /* 增长12.5%。全市3亿元 */
    struct tj_decoded d;
    struct tj_error err;
    CU_ASSERT_FATAL(tj_decode(&arena, tj_str_of(bytes), "test", &d, &err) == TJ_OK);
    size_t at;
    CU_ASSERT_FATAL(tj_find(d.text, TJ_STR("3亿元"), 0, &at));
    struct tj_cursor c = { 0 };
    size_t source = tj_source_offset(&d, &c, at);
    CU_ASSERT_EQUAL(source, 15);
    CU_ASSERT(bytes[source] == '3');
}

int main(void)
{
    CU_TestInfo tests[] = { { "broken lines are joined", broken_lines_are_joined },
                            { "full-width figures", full_width_figures_are_folded_and_mapped },
                            { "markup and blanks", markup_and_blanks_go },
                            { "encodings", encodings_are_found_out },
                            { "encodings without marks", encodings_without_marks_are_told_by_how_they_read },
                            { "no text", bytes_that_are_no_text_are_refused },
                            { "way back", a_place_leads_back_through_gb18030 },
                            CU_TEST_INFO_NULL };
    int status = run_suite("document", tests);
    tj_arena_free(&arena);
    return status;
}

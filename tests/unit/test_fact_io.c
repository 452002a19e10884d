#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "extract/base/file.h"
#include "extract/fact/sink.h"
#include "extract/fact/source.h"
#include "tests/unit/suite.h"

static struct tj_arena arena;
static char folder[] = "/tmp/tongji-test-XXXXXX";

static const char *in_folder(const char *name) { return tj_print(&arena, "%s/%s", folder, name).ptr; }

static struct tj_fact sample(const char *id, int64_t digits, int pow10)
{
    return (struct tj_fact){ .id = tj_str_of(id),
                             .doc = TJ_STR("公报,\"2023\".txt"),
                             .title = TJ_STR("=1+1"),
                             .date = TJ_STR("2024-03-05"),
                             .start = 4460,
                             .end = 4465,
                             .source_start = 4463,
                             .source_end = 4468,
                             .text = TJ_STR("16.5%"),
                             .sentence = TJ_STR("第一行\n第二行，增长16.5%。"),
                             .measure = TJ_GROWTH,
                             .value = tj_decimal_of(digits, pow10),
                             .unit = TJ_STR("1"),
                             .bound = TJ_GE,
                             .indicator = TJ_STR("@增加值"),
                             .indicator_raw = TJ_STR("-增加值"),
                             .region = TJ_STR("桂林市"),
                             .region_code = TJ_STR("450300"),
                             .period = TJ_STR("2023"),
                             .status = TJ_TARGET,
                             .basis = TJ_STR("yoy"),
                             .confidence = 93 };
}

static void write_facts(const char *path, const struct tj_fact *facts, size_t count)
{
    enum tj_format format;
    struct tj_sink *sink;
    struct tj_error err;
    CU_ASSERT_FATAL(tj_format_of(path, &format));
    CU_ASSERT_FATAL(tj_sink_open(path, format, &sink, &err) == TJ_OK);
    tj_sink_facts(sink, facts, count);
    CU_ASSERT(tj_sink_close(sink, true, &err) == TJ_OK);
}

static size_t read_facts(const char *path, struct tj_fact *facts, size_t most)
{
    struct tj_source *source;
    struct tj_error err;
    CU_ASSERT_FATAL(tj_source_open(path, &source, &err) == TJ_OK);
    size_t count = 0;
    for (bool more = true; count < most;) {
        if (tj_source_next(source, &arena, &facts[count], &more, &err) != TJ_OK || !more) break;
        count++;
    }
    tj_source_close(source);
    return count;
}

static struct tj_str bytes_of(const char *path)
{
    struct tj_str bytes = { 0 };
    struct tj_error err;
    CU_ASSERT(tj_file_read(&arena, path, 1 << 20, &bytes, &err) == TJ_OK);
    return bytes;
}

static void every_format_keeps_everything(void)
{
    struct tj_fact facts[4] = { sample("a-1", 165, -3), sample("a-2", 73138, 6), sample("a-3", -26, -3),
                                sample("a-4", 0, 0) };
    facts[3].value = (struct tj_decimal){ 0 };
    facts[3].lower = tj_decimal_of(5, -2);
    facts[3].upper = tj_decimal_of(6, -2);
    facts[3].bound = TJ_RANGE;
    static const char *const chain[] = { "one.jsonl", "two.csv", "three.db", "four.jsonl" };
    write_facts(in_folder(chain[0]), facts, 4);
    for (int i = 1; i < 4; i++) {
        struct tj_fact back[8];
        size_t count = read_facts(in_folder(chain[i - 1]), back, 8);
        CU_ASSERT_EQUAL(count, 4);
        write_facts(in_folder(chain[i]), back, count);
    }
    SAME_TEXT(bytes_of(in_folder(chain[3])), bytes_of(in_folder(chain[0])));
}

/* Texts that one format or another could trip over, in every field of text. */
static void odd_texts_come_back(void)
{
    static const struct tj_str texts[] = {
        { "a,b", 3 },      { "\"", 1 },     { "一\n二\r\n三", 12 },
        { "\r", 1 },       { " 空 ", 5 },   { "\t表", 4 },
        { "=1+1", 4 },     { "+5%", 3 },    { "-3", 2 },
        { "-3个", 5 },     { "'-3", 3 },    { "'", 1 },
        { "\xB1\xA8", 2 }, { "''=1+1", 6 }, { "\\n\\", 3 },
        { "\x01\x1f", 2 }, { "a\0b", 3 },   { "𠮷", 4 },
        { "", 0 },
    };
    enum { COUNT = sizeof texts / sizeof texts[0] };
    struct tj_fact facts[COUNT], back[COUNT + 1];
    for (size_t i = 0; i < COUNT; i++) {
        facts[i] = sample(tj_print(&arena, "t-%zu", i).ptr, 105333333333333333, -9);
        facts[i].confidence = (unsigned)(i * 5);
        facts[i].doc = facts[i].title = facts[i].text = facts[i].unit = facts[i].indicator = facts[i].region =
            facts[i].period = facts[i].basis = facts[i].sentence = texts[i];
    }
    static const char *const chain[] = { "odd1.jsonl", "odd2.csv", "odd3.db", "odd4.jsonl" };
    write_facts(in_folder(chain[0]), facts, COUNT);
    for (int i = 1; i < 4; i++) {
        CU_ASSERT_EQUAL_FATAL(read_facts(in_folder(chain[i - 1]), back, COUNT + 1), COUNT);
        write_facts(in_folder(chain[i]), back, COUNT);
    }
    SAME_TEXT(bytes_of(in_folder(chain[3])), bytes_of(in_folder(chain[0])));
}

static const struct {
    const char *text, *value, *indicator;
} foreign[] = {
    { "{\"id\":\"x\",\"measure\":\"level\",\"value\":126000000000000,\"new\":[{\"a\":null}]}\r\n",
      "126000000000000", "" },
    { "\n {\"value\": -0.026, \"id\": \"x\", \"measure\": \"level\", \"optional\": true}", "-0.026", "" },
    { "\xEF\xBB\xBF{\"id\":\"x\",\"measure\":\"level\",\"value\":7.3138e10,\"title\":null}", "73138000000",
      "" },
    { "{\"id\":\"x\",\"measure\":\"level\",\"value\":1e-7}\n", "0.0000001", "" },
    { "{\"id\":\"x\",\"measure\":\"level\",\"value\":105333333.333333333}", "105333333.333333333", "" },
    { "{\"id\":\"x\",\"measure\":\"level\",\"value\":\"1\",\"indicator\":\"\\u4eba\\/"
      "\\ud842\\udfb7\\ud842\"}",
      "1", "人/𠮷\uFFFD" },
    { "\xEF\xBB\xBFindicator,value,note,measure,id\r\n\"两\n行\",-0.026,\"a \"\"b\"\", c\",growth,x\r\n",
      "-0.026", "两\n行" },
    { "id,measure,value,unit,indicator\nx,level,'-5,,'=人口", "-5", "=人口" },
};

static void records_of_others_are_read(void)
{
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++) {
        const char *path = in_folder("foreign");
        FILE *f = fopen(path, "w");
        CU_ASSERT_FATAL(f != NULL);
        fputs(foreign[i].text, f);
        fclose(f);
        struct tj_fact fact = { 0 };
        char text[TJ_DECIMAL_TEXT];
        CU_ASSERT_EQUAL(read_facts(path, &fact, 1), 1);
        SAME_TEXT(((struct tj_str){ text, tj_decimal_text(fact.value, text) }), tj_str_of(foreign[i].value));
        SAME_TEXT(fact.indicator, tj_str_of(foreign[i].indicator));
    }
}

static void a_spreadsheet_runs_no_cell(void)
{
    struct tj_buffer line = { 0 };
    struct tj_fact fact = sample("a-1", -5, -1);
    tj_put_csv(&line, &fact);
    struct tj_str s = tj_buffer_str(&line);
    size_t at;
    CU_ASSERT(tj_find(s, TJ_STR(",'=1+1,"), 0, &at));
    CU_ASSERT(tj_find(s, TJ_STR(",'@增加值,"), 0, &at));
    CU_ASSERT(tj_find(s, TJ_STR(",-0.5,"), 0, &at)); /* a number stays one */
    tj_buffer_free(&line);
}

static void a_database_takes_an_id_once(void)
{
    struct tj_fact facts[] = { sample("x-1", 1, 0), sample("x-1", 2, 0), sample("x-2", 3, 0) }, back[8];
    write_facts(in_folder("twice.db"), facts, 3);
    write_facts(in_folder("twice.db"), facts, 3);
    CU_ASSERT_EQUAL(read_facts(in_folder("twice.db"), back, 8), 2);
    CU_ASSERT(tj_decimal_order(back[0].value, tj_decimal_of(1, 0)) == 0);
}

static const struct {
    const char *name, *text;
    size_t line;
    const char *part_of_note;
} malformed[] = {
    { "cut.jsonl", "{\"id\":\"a\",\"measure\":\"level\",\"value\":\"1\"}\n{\"id\":", 2, "no JSON" },
    { "array.jsonl", "\n{\"id\":\"a\",\"measure\":\"level\",\"value\":\"1\"}\n[1]\n", 3, "no JSON object" },
    { "measure.jsonl", "{\"id\":\"a\",\"measure\":\"growing\",\"value\":\"1\"}\n", 1,
      "measure cannot be 'growing'" },
    { "value.jsonl", "{\"id\":\"a\",\"measure\":\"level\",\"value\":\"1e5\"}\n", 1, "value cannot be '1e5'" },
    { "none.jsonl", "{\"id\":\"a\",\"measure\":\"level\"}\n", 1, "needs value" },
    { "cells.csv", "id,doc,measure,value,unit\na,b,level,1,CNY\na,b\n", 3, "2 cells, but the header has 5" },
    { "gbk.jsonl", "\n{\"id\":\"a\",\"measure\":\"level\",\"value\":\"1\",\"unit\":\"\xc8\xcb\"}\n", 2,
      "byte 49 of the record is no UTF-8" },
    { "gbk.csv", "id,doc,measure,value,unit\na,b,level,1,\"\xc8\n\xcb\"\n", 2,
      "byte 13 of the record is no UTF-8" },
    { "quote.csv", "id,doc,measure,value,unit\na,\"b,level,1,CNY\n", 2, "never closed" },
};

static void a_malformed_record_is_named(void)
{
    for (size_t i = 0; i < sizeof malformed / sizeof malformed[0]; i++) {
        const char *path = in_folder(malformed[i].name);
        FILE *f = fopen(path, "w");
        CU_ASSERT_FATAL(f != NULL);
        fputs(malformed[i].text, f);
        fclose(f);
        struct tj_source *source;
        struct tj_error err = { 0 };
        CU_ASSERT_FATAL(tj_source_open(path, &source, &err) == TJ_OK);
        struct tj_fact fact;
        enum tj_status status = TJ_OK;
        for (bool more = true; more && status == TJ_OK;)
            status = tj_source_next(source, &arena, &fact, &more, &err);
        CU_ASSERT_EQUAL(status, TJ_BAD_FACT);
        if (err.line != malformed[i].line)
            fprintf(stderr, "\n    %s: line %zu, wanted %zu", malformed[i].name, err.line, malformed[i].line);
        CU_ASSERT_EQUAL(err.line, malformed[i].line);
        size_t at;
        CU_ASSERT(tj_find(tj_str_of(err.note), tj_str_of(malformed[i].part_of_note), 0, &at));
        CU_ASSERT(tj_find(tj_str_of(err.file), tj_str_of(malformed[i].name), 0, &at));
        tj_source_close(source);
    }
}

static void what_cannot_be_written_is_told(void)
{
    static const struct {
        const char *path;
        enum tj_format format;
    } rows[] = { { "/dev/full", TJ_JSONL }, { "/dev/full", TJ_CSV }, { "/dev/full", TJ_DB } };
    struct tj_fact fact = sample("a-1", 1, 0);
    struct tj_error err = { 0 };
    struct tj_sink *sink;
    for (size_t i = 0; i < 3; i++) {
        enum tj_status status = tj_sink_open(rows[i].path, rows[i].format, &sink, &err);
        if (status == TJ_OK) {
            tj_sink_facts(sink, &fact, 1);
            status = tj_sink_close(sink, true, &err);
        }
        CU_ASSERT_EQUAL(status, TJ_CANNOT_WRITE);
        CU_ASSERT_STRING_EQUAL(err.file, "/dev/full");
        CU_ASSERT_EQUAL(tj_sink_open(folder, rows[i].format, &sink, &err), TJ_CANNOT_WRITE);
        CU_ASSERT_STRING_EQUAL(err.file, folder);
    }
    static const char *const nowhere[] = { "no/such/out.jsonl", "no/such/out.csv", "no/such/out.db" };
    for (size_t i = 0; i < 3; i++) {
        enum tj_format format;
        CU_ASSERT(tj_format_of(nowhere[i], &format));
        CU_ASSERT_EQUAL(tj_sink_open(in_folder(nowhere[i]), format, &sink, &err), TJ_CANNOT_WRITE);
        CU_ASSERT_STRING_EQUAL(err.file, in_folder(nowhere[i]));
    }
}

static void what_is_given_up_leaves_nothing(void)
{
    static const char *const names[] = { "gone.jsonl", "gone.db" };
    for (size_t i = 0; i < 2; i++) {
        const char *path = in_folder(names[i]);
        enum tj_format format;
        struct tj_sink *sink;
        struct tj_error err;
        struct tj_fact fact = sample("a-1", 1, 0);
        CU_ASSERT_FATAL(tj_format_of(path, &format) && tj_sink_open(path, format, &sink, &err) == TJ_OK);
        tj_sink_facts(sink, &fact, 1);
        CU_ASSERT(access(path, F_OK) != 0); /* nobody sees it before it is whole */
        tj_sink_close(sink, false, &err);
        CU_ASSERT(access(path, F_OK) != 0);
    }
    DIR *d = opendir(folder);
    CU_ASSERT_FATAL(d != NULL);
    for (const struct dirent *e; (e = readdir(d)) != NULL;) CU_ASSERT(strncmp(e->d_name, ".tongji-", 8) != 0);
    closedir(d);
}

int main(void)
{
    if (!mkdtemp(folder)) return 2;
    CU_TestInfo tests[] = { { "round trip", every_format_keeps_everything },
                            { "odd texts", odd_texts_come_back },
                            { "records of others", records_of_others_are_read },
                            { "formulas", a_spreadsheet_runs_no_cell },
                            { "ids once", a_database_takes_an_id_once },
                            { "malformed", a_malformed_record_is_named },
                            { "cannot write", what_cannot_be_written_is_told },
                            { "given up", what_is_given_up_leaves_nothing },
                            CU_TEST_INFO_NULL };
    int status = run_suite("fact i/o", tests);
    tj_arena_free(&arena);
    return status;
}

/* What a program that is built against the installed library sees. Compiles as C17 and as C++. */
#include <stdio.h>
#include <string.h>
#include <tongji.h>

static int failed;

static void check(int good, const char *words)
{
    if (good) return;
    failed = 1;
    fprintf(stderr, "FAILED: %s\n", words);
}

static const char text[] = "2023年,桂林市地区生产总值2400.5亿元,同比增长5%—6%。";

static void check_facts(struct tongji_reader *reader)
{
    char own[sizeof text];
    memcpy(own, text, sizeof text);
    check(tongji_read_memory(reader, "a.txt", own, sizeof text - 1, NULL) == TONGJI_OK, "text from memory");
    memset(own, 'x', sizeof own); /* it need not outlive the call */
    check(tongji_fact_count(reader) == 2, "two facts");
    const struct tongji_fact *level = tongji_fact_at(reader, 0), *growth = tongji_fact_at(reader, 1);
    if (!level || !growth) return;
    check(strcmp(level->value, "240050000000") == 0 && strcmp(level->unit, "CNY") == 0, "an exact value");
    check(strcmp(level->indicator, "地区生产总值") == 0, "the indicator");
    check(strcmp(level->region, "桂林市") == 0 && strcmp(level->region_code, "450300") == 0, "the region");
    check(strcmp(level->period, "2023") == 0 && strcmp(level->measure, "level") == 0, "period and measure");
    check(strcmp(level->doc, "a.txt") == 0 && strcmp(level->status, "actual") == 0, "document and status");
    check(level->confidence > 0 && level->confidence <= 100, "confidence in hundredths");
    check(!*growth->value && strcmp(growth->lower, "0.05") == 0 && strcmp(growth->upper, "0.06") == 0,
          "a range");
    check(strcmp(growth->bound, "range") == 0 && strcmp(growth->basis, "yoy") == 0, "bound and basis");
    size_t size = 0;
    const char *whole = tongji_text(reader, &size);
    check(size == sizeof text - 1 && strcmp(whole, text) == 0, "the document's text");
    check(memcmp(whole + level->start, level->text, level->end - level->start) == 0, "a fact's place");
    const char *json = tongji_fact_json(reader, 0);
    check(json[0] == '{' && json[strlen(json) - 1] == '}' && strstr(json, "\"value\":\"240050000000\""),
          "JSON");
    check(!tongji_fact_at(reader, 2) && !tongji_fact_json(reader, 2), "no fact behind the last");
    check(tongji_bad_bytes(reader) == 0, "no bad bytes");
}

static void check_errors(struct tongji_reader *reader)
{
    struct tongji_error err;
    memset(&err, 0, sizeof err);
    check(tongji_read_file(reader, "no/such.txt", &err) == TONGJI_NOT_FOUND, "a missing file");
    check(err.status == TONGJI_NOT_FOUND && strcmp(err.file, "no/such.txt") == 0, "the error's parts");
    check(strstr(err.text, "no/such.txt: no such file") != NULL, "the error's text");
    check(tongji_fact_count(reader) == 0 && *tongji_text(reader, NULL) == 0, "no facts after a failure");
    check(tongji_read_memory(reader, "e", NULL, 0, &err) == TONGJI_EMPTY, "an empty document");
    check(tongji_read_memory(reader, "b", "\177ELF\2\1\1\0\0\0", 10, NULL) == TONGJI_NO_TEXT, "no text");
}

static void check_options(const struct tongji_lexicon *lexicon, struct tongji_reader *reader)
{
    static const char bare[] = "今年财政收入12亿元。";
    struct tongji_error err;
    struct tongji_options options;
    struct tongji_reader *none;
    memset(&options, 0, sizeof options);
    options.date = "2024-13-01";
    check(tongji_reader_new(lexicon, &options, &none, &err) == TONGJI_BAD_OPTION && !none, "a wrong date");
    options.date = "2024-03-08";
    options.region = "亚特兰蒂斯";
    check(tongji_reader_set(reader, &options, &err) == TONGJI_BAD_OPTION, "an unknown region");
    check(strstr(err.text, "亚特兰蒂斯") != NULL, "the region is named");
    options.region = "桂林市";
    check(tongji_reader_set(reader, &options, NULL) == TONGJI_OK, "options for the next document");
    check(tongji_read_memory(reader, "b.txt", bare, sizeof bare - 1, NULL) == TONGJI_OK, "a bare text");
    const struct tongji_fact *f = tongji_fact_at(reader, 0);
    check(f && strcmp(f->region, "桂林市") == 0 && strcmp(f->period, "2024") == 0, "region and date given");
}

int main(int argc, char **argv)
{
    struct tongji_error err;
    struct tongji_lexicon *lexicon = NULL;
    struct tongji_reader *reader = NULL;
    check(argc == 2 && strcmp(tongji_version(), argv[1]) == 0, "the version");
    check(tongji_lexicon_new("no/such/folder", &lexicon, &err) == TONGJI_NOT_FOUND && !lexicon, "no folder");
    check(tongji_lexicon_new(NULL, &lexicon, &err) == TONGJI_OK, "the built-in dictionaries");
    check(tongji_reader_new(lexicon, NULL, &reader, &err) == TONGJI_OK, "a reader");
    check(tongji_fact_count(reader) == 0 && *tongji_text(reader, NULL) == 0, "a new reader is empty");
    check_facts(reader);
    check_errors(reader);
    check_facts(reader);
    check_options(lexicon, reader);
    tongji_reader_free(reader);
    tongji_lexicon_free(lexicon);
    tongji_reader_free(NULL);
    tongji_lexicon_free(NULL);
    return failed;
}

#include <stdio.h>

#include "extract/document/fold.h"
#include "extract/recognise/quantity.h"
#include "tests/unit/suite.h"

static struct tj_lexicon *lexicon;

/* What `normalize` says of a line: "value unit bound" of each quantity, ranges as lower..upper. */
static struct tj_str reading(struct tj_arena *arena, const char *line)
{
    struct tj_str text = tj_fold(arena, tj_str_of(line)), all = { 0 };
    struct tj_quantity q;
    for (size_t from = 0; tj_quantity_next(lexicon, arena, text, from, &q); from = q.end) {
        char v[TJ_DECIMAL_TEXT], lo[TJ_DECIMAL_TEXT], hi[TJ_DECIMAL_TEXT];
        int nv = (int)tj_decimal_text(q.value, v), nlo = (int)tj_decimal_text(q.lower, lo),
            nhi = (int)tj_decimal_text(q.upper, hi);
        struct tj_str bound = tj_bound_word(q.bound);
        all = tj_print(arena, "%.*s%s%.*s%.*s%s%.*s %.*s %.*s", TJ_ARG(all), all.len ? "; " : "", nv, v, nlo,
                       lo, nlo ? ".." : "", nhi, hi, TJ_ARG(q.unit), TJ_ARG(bound));
    }
    return all;
}

static const struct {
    const char *line, *reading;
} rows[] = {
    { "731.38亿元", "73138000000 CNY eq" },
    { "16.5%", "0.165 1 eq" },
    { "1.27万亿元", "1270000000000 CNY eq" },
    { "1,234.5", "1234.5 1 eq" },
    { "１２３４．５亿元", "123450000000 CNY eq" },
    { "壹佰贰拾叁万元整", "1230000 CNY eq" },
    { "三千二百两", "160 kg eq" },
    { "十斤", "5 kg eq" },
    { "五点六个百分点", "5.6 pp eq" },
    { "百分之六点五", "0.065 1 eq" },
    { "三分之一", "0.333333333 1 eq" },
    { "千分之三", "0.003 1 eq" },
    { "二三十家", "20..30 家 range" },
    { "3000多万人", "30000000 人 gt" },
    { "6600多万人", "66000000 人 gt" },
    { "90余家", "90 家 gt" },
    { "数十亿元", "1000000000 CNY gt" },
    { "5%—6%", "0.05..0.06 1 range" },
    { "百分之七至百分之十", "0.07..0.1 1 range" },
    { "百分之五至六", "0.05..0.06 1 range" },
    { "二百三十万五千人", "2305000 人 eq" },
    { "七成半", "0.75 1 eq" },
    { "近两千亿元", "200000000000 CNY approx" },
    { "上百亿元", "10000000000 CNY ge" },
    { "近两千亿", "200000000000  approx" },
    { "上百亿", "10000000000  ge" },
    { "二〇二四", "" },
    { "28.5微克每立方米", "28.5 ug/m3 eq" },
    { "比值为2.5∶1", "2.5 1 eq" },
    { "七成五", "0.75 1 eq" },
    { "5%±0.5%", "0.045..0.055 1 range" },
    { "20±5℃", "15..25 degC range" },
    { "百分之四百十一", "4.11 1 eq" },
    { "三萬億元、五個百分點、300餘戶", "3000000000000 CNY eq; 5 pp eq; 300 户 gt" },
    { "五点六个百分点至六个百分点", "5.6..6 pp range" },
    { "１，９２５，０００元", "1925000 CNY eq" },
    { "5%到6%之间", "0.05..0.06 1 range" },
    { "10—15万人", "100000..150000 人 range" },
    { "－5.6%", "-0.056 1 eq" },
    { "5%左右", "0.05 1 approx" },
    { "1200万人以上", "12000000 人 ge" },
    { "36.5万元／人", "365000 CNY/人 eq" },
    { "15.8万亩", "105333333.333333333 m2 eq" },
    { "8041.6万千瓦", "80416000 kW eq" },
    { "605425万吨公里", "6054250000 t.km eq" },
    { "120亿美元", "12000000000 USD eq" },
    { "1.8万亿元人民币", "1800000000000 CNY eq" },
    { "5亿3000万元", "530000000 CNY eq" },
    { "翻一番", "1 1 eq" },
    { "翻两番", "3 1 eq" },
    { "四成", "0.4 1 eq" },
    { "一半", "0.5 1 eq" },
    { "0.4个百分点", "0.4 pp eq" },
    { "20个基点", "0.2 pp eq" },
    { "2.1億元", "210000000 CNY eq" },
    { "每亩500公斤、每吨800元", "500 kg eq; 800 CNY eq" },
    { "35微克/立方米", "35 ug/m3 eq" },
    { "抓好三农、开好两会", "" },
    { "2023年3月8日", "2023 a eq" },
};

static void lines_are_read(void)
{
    struct tj_arena arena = { 0 };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        SAME_TEXT(reading(&arena, rows[i].line), tj_str_of(rows[i].reading));
    tj_arena_free(&arena);
}

static void endless_digits_are_no_number(void)
{
    struct tj_arena arena = { 0 };
    char *digits = tj_alloc(&arena, 100001);
    memset(digits, '9', 100000);
    SAME_TEXT(reading(&arena, digits), TJ_STR(""));
    tj_arena_free(&arena);
}

int main(void)
{
    struct tj_error err;
    if (tj_lexicon_new(NULL, &lexicon, &err) != TJ_OK) return 2;
    CU_TestInfo tests[] = { { "lines are read", lines_are_read },
                            { "endless digits", endless_digits_are_no_number },
                            CU_TEST_INFO_NULL };
    int status = run_suite("quantity", tests);
    tj_lexicon_free(lexicon);
    return status;
}

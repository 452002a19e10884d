/* Facts taken in runs are those of the whole document, and a reading that is stopped stops. */
#include "tests/unit/runs.h"
#include "tests/unit/suite.h"

enum { PARAGRAPHS = 450, SHIFTS = 7 };

static struct tj_lexicon *lexicon;

struct taken {
    struct tj_buffer lines;
    size_t runs, most; /* runs so far; runs after which the receiver has enough */
};

static bool take(void *context, struct tj_fact *facts, size_t count)
{
    struct taken *t = context;
    tj_put_jsonl(&t->lines, facts, count);
    return ++t->runs < t->most;
}

/* Sentences that need what the last one said, behind `shift` figures, so that a run ends before each of them. */
static struct tj_str make_text(struct tj_buffer *out, unsigned shift)
{
    out->len = 0;
    tj_put(out, TJ_STR("二〇二三年桂林市统计公报\n\n"));
    while (shift--) tj_put(out, TJ_STR("全市常住人口495万人。\n"));
    for (unsigned i = 0; i < PARAGRAPHS; i++)
        tj_put(out, TJ_STR("全年实现社会消费品零售总额1052.6亿元。比上年增长5.6%。其中，城镇增长5%"
                           "。推进平陆运河项目建设，完成20公里。"
                           "总投资727亿元。第一产业增加值占比为23.8%。完成了500亿元。\n"));
    return tj_buffer_str(out);
}

static void same_facts(struct tj_extractor *x, struct tj_str text)
{
    struct tj_result whole, parts;
    struct taken all = { .most = SIZE_MAX }, runs = { .most = SIZE_MAX };
    CU_ASSERT(tj_extract(x, "a", text, &whole, NULL) == TJ_OK);
    tj_put_jsonl(&all.lines, whole.facts, whole.count);
    CU_ASSERT(tj_extract_runs(x, "a", text, (struct tj_receiver){ take, &runs, 0 }, &parts, NULL) == TJ_OK);
    CU_ASSERT(runs.runs > 2 && !parts.stopped && parts.facts == NULL);
    CU_ASSERT(parts.count == whole.count && whole.count > PARAGRAPHS * 5);
    CU_ASSERT(tj_equal(tj_buffer_str(&all.lines), tj_buffer_str(&runs.lines)));
    tj_buffer_free(&all.lines);
    tj_buffer_free(&runs.lines);
}

static void runs_are_the_whole(void)
{
    struct tj_buffer text = { 0 };
    struct tj_extractor *x = tj_extractor_new(lexicon, &(struct tj_options){ 0 });
    for (unsigned shift = 0; shift < SHIFTS; shift++) same_facts(x, make_text(&text, shift));
    CU_ASSERT(same_in_runs(x, tj_buffer_str(&text)));
    tj_extractor_free(x);
    tj_buffer_free(&text);
}

static void a_taker_that_has_enough(void)
{
    struct tj_buffer text = { 0 };
    struct tj_extractor *x = tj_extractor_new(lexicon, &(struct tj_options){ 0 });
    struct tj_result result;
    struct taken t = { .most = 1 };
    CU_ASSERT(tj_extract_runs(x, "a", make_text(&text, 0), (struct tj_receiver){ take, &t, 0 }, &result, NULL)
              == TJ_OK);
    CU_ASSERT(t.runs == 1 && result.stopped);
    t.runs = 0;
    CU_ASSERT(tj_extract_runs(x, "a", TJ_STR("全市常住人口495万人。"), (struct tj_receiver){ take, &t, 0 },
                              &result, NULL)
              == TJ_OK);
    CU_ASSERT(t.runs == 1 && !result.stopped); /* there was nothing left to stop */
    tj_buffer_free(&t.lines);
    tj_extractor_free(x);
    tj_buffer_free(&text);
}

/* A text without stops is read in pieces, none of which cuts a character or a number. */
static void a_text_without_stops(void)
{
    struct tj_buffer text = { 0 };
    struct tj_extractor *x = tj_extractor_new(lexicon, &(struct tj_options){ 0 });
    struct tj_result result;
    for (unsigned i = 0; i < 3000; i++) tj_put(&text, TJ_STR("粮食产量达到1234.5万吨，"));
    CU_ASSERT(tj_extract(x, "a", tj_buffer_str(&text), &result, NULL) == TJ_OK);
    CU_ASSERT(result.count == 3000);
    for (size_t i = 0; i < result.count; i++) CU_ASSERT(tj_equal(result.facts[i].text, TJ_STR("1234.5万吨")));
    tj_extractor_free(x);
    tj_buffer_free(&text);
}

/* A headline gets its year from the text, which may be a run away; one that is further off stays as it is. */
static void a_headline_waits(void)
{
    struct tj_extractor *x = tj_extractor_new(lexicon, &(struct tj_options){ 0 });
    for (unsigned between = 400; between <= 1800; between += 700) {
        struct tj_buffer text = { 0 };
        struct tj_result result;
        tj_put(&text, TJ_STR("《新闻联播》 (20250512)\n\n（1）全国累计收购秋粮3.4亿吨；\n\n"));
        for (unsigned i = 0; i < between; i++) tj_put(&text, TJ_STR("浙江省新建公园12个。\n"));
        tj_put(&text, TJ_STR("2024年，全国累计收购秋粮3.4亿吨。\n"));
        CU_ASSERT(tj_extract(x, "a", tj_buffer_str(&text), &result, NULL) == TJ_OK);
        CU_ASSERT(result.count == between + 2);
        CU_ASSERT(tj_equal(result.facts[0].period, between < 600 ? TJ_STR("2024") : TJ_STR("2025")));
        CU_ASSERT(same_in_runs(x, tj_buffer_str(&text)));
        tj_buffer_free(&text);
    }
    tj_extractor_free(x);
}

int main(void)
{
    if (tj_lexicon_new(NULL, &lexicon, NULL) != TJ_OK) return 2;
    CU_TestInfo tests[] = { { "runs are the whole", runs_are_the_whole },
                            { "a receiver that has enough", a_taker_that_has_enough },
                            { "a text without stops", a_text_without_stops },
                            { "a headline waits", a_headline_waits },
                            CU_TEST_INFO_NULL };
    int status = run_suite("runs", tests);
    tj_lexicon_free(lexicon);
    return status;
}

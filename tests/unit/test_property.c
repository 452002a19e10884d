/* What holds for every fact of every text, however broken: seeded changes of the samples, given on the command line, and
   sentences made of the dictionaries' words, times, numbers and marks in any order. */
#include <stdio.h>
#include <stdlib.h>

#include "extract/base/file.h"
#include "extract/document/fold.h"
#include "extract/recognise/quantity.h"
#include "extract/tongji.h"
#include "tests/unit/runs.h"

enum { ROUNDS = 60, MADE_TEXTS = 60, MADE_SENTENCES = 120, LONGEST_MADE = 16 /* words */ };

static const struct tj_lexicon *lexicon;
static size_t facts_seen, failures;

static uint64_t next_random(uint64_t *state) /* xorshift64 (Marsaglia 2003) */
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void complain(const char *what, const struct tj_fact *fact)
{
    if (failures++ < 20)
        printf("FAILED %s: '%.*s' in '%.*s'\n", what, TJ_ARG(fact->text), TJ_ARG(fact->sentence));
}

static bool same_size(struct tj_decimal a, struct tj_decimal b)
{
    if (!a.known || !b.known) return a.known == b.known;
    if (a.digits < 0) a = tj_decimal_negate(a);
    if (b.digits < 0) b = tj_decimal_negate(b);
    return tj_decimal_order(a, b) == 0;
}

/* The words of the value, read alone, give the value, and its unit if they have one. */
static void check_value(struct tj_arena *arena, const struct tj_fact *fact)
{
    struct tj_quantity q;
    if (fact->measure == TJ_RANK || tj_equal(fact->text, TJ_STR("半")))
        return; /* 首位, 过半: no numeral in them */
    struct tj_str text = tj_fold(arena, fact->text);
    if (!tj_quantity_next(lexicon, arena, text, 0, &q)) {
        complain("the value's words are no quantity", fact);
        return;
    }
    bool range = fact->lower.known;
    bool same = range ? (same_size(q.lower, fact->lower) && same_size(q.upper, fact->upper))
                            || (same_size(q.lower, fact->upper) && same_size(q.upper, fact->lower))
                      : same_size(q.value, fact->value);
    bool unsaid =
        q.unit.len == 0
        || tj_equal(
            fact->unit,
            TJ_STR("km/h")); /* 投资规模突破57万亿: of a sum of money 元 may be left out; 时速160公里 */
    if (!same || (!unsaid && !tj_equal(q.unit, fact->unit)))
        complain("the value's words give another value", fact);
}

static void check_facts(struct tj_arena *arena, const struct tj_result *r)
{
    uint64_t last = 0;
    for (size_t i = 0; i < r->count; i++) {
        const struct tj_fact *f = &r->facts[i];
        facts_seen++;
        if (f->start >= f->end || f->end > r->text.len) {
            complain("offsets lie outside the text", f);
            continue;
        }
        if (!tj_equal(tj_cut(r->text, f->start, f->end), f->text))
            complain("offsets do not give the text", f);
        if (f->start < last) complain("out of order", f);
        if (!f->value.known && !(f->lower.known && f->upper.known)) complain("no value", f);
        if (f->confidence > 100 || f->id.len == 0 || f->sentence.len == 0) complain("a field is wrong", f);
        if (!memchr(f->text.ptr, '\n', f->text.len)) check_value(arena, f);
        last = f->start;
    }
}

/* Cuts a piece out, puts a piece in twice, or spoils bytes. */
static struct tj_str changed(struct tj_arena *arena, struct tj_str text, uint64_t *state)
{
    size_t at = next_random(state) % text.len, len = next_random(state) % 400;
    if (len > text.len - at) len = text.len - at;
    struct tj_str head = tj_cut(text, 0, at), piece = tj_cut(text, at, at + len),
                  tail = tj_cut(text, at + len, text.len);
    switch (next_random(state) % 3) {
    case 0: return tj_join(arena, head, tail);
    case 1: return tj_join(arena, tj_join(arena, tail, piece), head);
    default: {
        struct tj_str copy = tj_copy(arena, text);
        for (int i = 0; i < 3; i++)
            ((char *)(uintptr_t)copy.ptr)[next_random(state) % copy.len] =
                (char)next_random(state); /* ours: just copied */
        return copy;
    }
    }
}

static void check_text(struct tj_extractor *x, struct tj_str text, uint64_t seed)
{
    struct tj_arena arena = { 0 };
    struct tj_error err;
    for (int round = 0; round < ROUNDS; round++) {
        struct tj_result r;
        struct tj_str input = round ? changed(&arena, text, &seed) : text;
        if (tj_extract(x, "property", input, &r, &err) == TJ_OK) check_facts(&arena, &r);
        if (!same_in_runs(x, input) && failures++ < 20) printf("FAILED facts taken one by one are others\n");
        tj_arena_reset(&arena);
    }
    tj_arena_free(&arena);
}

static const char *const times[] = {
    "2024年", "去年",   "今年",         "上半年",   "一季度", "1—5月",
    "五年来", "近三年", "截至10月20日", "到2030年", "同期",   "“十四五”期间"
};
static const char *const numbers[] = { "5.3%",       "1200亿元",    "3.2万户",  "8个",  "三成",
                                       "1.5倍",      "第一",        "前三",     "1/3",  "近千名",
                                       "百分之五",   "5.1∶40∶54.9", "翻了一番", "一半", "20—30亿元",
                                       "10个百分点", "645元/月",    "2小时",    "7天",  "6200万平方米" };
static const char *const marks[] = { "，", "、",   "；",     "（",     "）", "“",  "”",  "：", "和", "与",
                                     "的", "分别", "其中",   "在",     "等", "均", "从", "到", "比", "较",
                                     "占", "是",   "相当于", "，其中", "为", "对", "将", "已" };

#define ONE_OF(list, state) tj_str_of((list)[next_random(state) % (sizeof(list) / sizeof *(list))])

static struct tj_str made_word(uint64_t *state)
{
    switch (next_random(state) % 8) {
    case 0: return lexicon->regions[next_random(state) % lexicon->region_count].name;
    case 1: return lexicon->indicators[next_random(state) % lexicon->indicator_count].name;
    case 2: return ONE_OF(times, state);
    case 3:
    case 4: return ONE_OF(numbers, state);
    case 5: return ONE_OF(marks, state);
    default: return lexicon->cues[next_random(state) % lexicon->cue_count].word;
    }
}

/* A report, or news if `state` says so, of sentences that nobody would write. */
static struct tj_str made_text(struct tj_arena *arena, uint64_t *state)
{
    struct tj_buffer b = { 0 };
    tj_put(&b, next_random(state) % 2 ? TJ_STR("2024年甘肃省政府工作报告\n2025年1月20日\n")
                                      : TJ_STR("# 2025年8月7日《新闻联播》\n"));
    for (int i = 0; i < MADE_SENTENCES; i++) {
        for (uint64_t words = 4 + next_random(state) % LONGEST_MADE; words > 0; words--)
            tj_put(&b, made_word(state));
        tj_put(&b, ONE_OF(numbers, state));
        tj_put(&b, next_random(state) % 3 ? TJ_STR("。") : TJ_STR("。\n"));
    }
    struct tj_str text = tj_copy(arena, tj_buffer_str(&b));
    tj_buffer_free(&b);
    return text;
}

static void check_made_texts(struct tj_extractor *x, uint64_t seed)
{
    struct tj_arena arena = { 0 };
    struct tj_error err;
    for (int i = 0; i < MADE_TEXTS; i++) {
        struct tj_result r;
        struct tj_str text = made_text(&arena, &seed);
        if (tj_extract(x, "made", text, &r, &err) != TJ_OK) {
            failures++;
            printf("FAILED a made text: %s\n", err.note);
            continue;
        }
        check_facts(&arena, &r);
        if (!same_in_runs(x, text) && failures++ < 20) printf("FAILED facts of a made text, one by one\n");
        tj_arena_reset(&arena);
    }
    tj_arena_free(&arena);
}

int main(int argc, char **argv)
{
    struct tj_lexicon *loaded;
    struct tj_error err;
    struct tj_arena arena = { 0 };
    if (tj_lexicon_new(NULL, &loaded, &err) != TJ_OK) return 2;
    lexicon = loaded;
    struct tj_extractor *x = tj_extractor_new(lexicon, &(struct tj_options){ .region = TJ_NONE });
    for (int i = 1; i < argc; i++) {
        struct tj_str text;
        if (tj_file_read(&arena, argv[i], 1 << 24, &text, &err) != TJ_OK) return 2;
        check_text(x, text, 88172645463325252U + (uint64_t)i);
    }
    check_made_texts(x, 88172645463325252U);
    printf("%zu facts, %zu failures\n", facts_seen, failures);
    tj_extractor_free(x);
    tj_lexicon_free(loaded);
    tj_arena_free(&arena);
    return failures > 0 || facts_seen == 0;
}

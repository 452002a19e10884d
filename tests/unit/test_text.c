/* What looks at many bytes at once, against the same done byte by byte: searching, counting, checking, escaping, folding,
   the ends of sentences, words at a place. Texts are drawn with a fixed seed and are shorter and longer than a step. */
#include <stdlib.h>

#include "extract/attribute/stop.h"
#include "extract/base/buffer.h"
#include "extract/base/json.h"
#include "extract/document/fold.h"
#include "extract/lexicon/trie.h"
#include "tests/unit/suite.h"

enum { ROUNDS = 20000, MOST = 120 };

static struct tj_arena arena;
static uint32_t seed = 20240308;

static uint32_t dice(uint32_t sides)
{
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8) % sides;
}

/* A text of up to `most` of these characters, in memory of just its size. */
static struct tj_str draw(const char *const *characters, uint32_t count, uint32_t most)
{
    struct tj_buffer b = { 0 };
    for (uint32_t left = dice(most + 1); left > 0; left--) tj_put(&b, tj_str_of(characters[dice(count)]));
    struct tj_str text = { tj_alloc_bytes(&arena, b.len), b.len };
    if (b.len) memcpy((char *)(uintptr_t)text.ptr, b.ptr, b.len);
    tj_buffer_free(&b);
    return text;
}
#define DRAW(characters, most) draw(characters, sizeof(characters) / sizeof(characters)[0], most)

static void needles_are_found(void)
{
    static const char *const letters[] = { "年", "月", "a", "b", "元" };
    unsigned wrong = 0;
    for (unsigned i = 0; i < ROUNDS; i++) {
        struct tj_str text = DRAW(letters, 40), needle = DRAW(letters, 3);
        size_t from = dice((uint32_t)text.len + 2), first = SIZE_MAX, last = SIZE_MAX, at = SIZE_MAX,
               end = SIZE_MAX;
        for (size_t k = 0; needle.len && k + needle.len <= text.len; k++) {
            if (memcmp(text.ptr + k, needle.ptr, needle.len) != 0) continue;
            if (k >= from && first == SIZE_MAX) first = k;
            last = k;
        }
        wrong += tj_find(text, needle, from, &at) != (first != SIZE_MAX) || at != first;
        wrong += tj_find_last(text, needle, &end) != (last != SIZE_MAX) || end != last;
        tj_arena_reset(&arena);
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

/* Of text that is UTF-8 but for one byte, wherever that is, the place is told. */
static void bytes_are_checked_and_counted(void)
{
    static const char *const letters[] = { "年", "月", "a", "é", "，", "\xED\x9F\xBF", "\xEE\x80\x80", "𠀀" };
    unsigned wrong = 0;
    for (unsigned i = 0; i < ROUNDS; i++) {
        struct tj_str text = DRAW(letters, 40);
        size_t bad = SIZE_MAX, chars = 0, good = 0;
        for (size_t at = 0; at < text.len; at++) chars += ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
        wrong += !tj_is_utf8(text, &bad) || tj_char_count(text) != chars;
        if (text.len == 0) continue;
        ((char *)(uintptr_t)text.ptr)[dice((uint32_t)text.len)] = (char)dice(256);
        for (size_t len; good < text.len; good += len) {
            tj_char_at(text, good, &len);
            if (len == 1 && (unsigned char)text.ptr[good] >= 0x80) break;
        }
        wrong += tj_is_utf8(text, &bad) != (good == text.len) || (good < text.len && bad != good);
        tj_arena_reset(&arena);
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

static void strings_are_escaped(void)
{
    static const char *const letters[] = { "年", "a", "\"", "\\", "\n", "\x01", "𠀀" };
    static const char *const escaped[] = { "年", "a", "\\\"", "\\\\", "\\n", "\\u0001", "𠀀" };
    unsigned wrong = 0;
    for (unsigned i = 0; i < ROUNDS; i++) {
        struct tj_buffer in = { 0 }, expected = { 0 }, out = { 0 };
        tj_put_char(&expected, '"');
        for (uint32_t left = dice(MOST); left > 0; left--) {
            uint32_t which = dice(4) ? dice(2) : dice(7);
            tj_put(&in, tj_str_of(letters[which]));
            tj_put(&expected, tj_str_of(escaped[which]));
        }
        tj_put_char(&expected, '"');
        tj_put_json(&out, tj_buffer_str(&in));
        wrong += !tj_equal(tj_buffer_str(&out), tj_buffer_str(&expected));
        tj_buffer_free(&in);
        tj_buffer_free(&expected);
        tj_buffer_free(&out);
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

/* A character alone folds as it does far into a line. What stands around it has no digit and no blank. */
static void lines_fold_alike_everywhere(void)
{
    static const char *const letters[] = { "ａ", "ｚ",  "５",    "％",     "，", "！", "（",
                                           "｛", "？",  "年",    "<b>",    "é",  "﹁", "**",
                                           "`",  "[2]", "〔3〕", "&nbsp;", "　" };
    static const char *const folded[] = { "a", "z", "5",  "%", "，", "！", "（", "｛", "？", "年",
                                          "",  "é", "﹁", "",  "",   "",   "",   "",   " " };
    const uint32_t count = sizeof letters / sizeof letters[0];
    unsigned wrong = 0;
    for (unsigned i = 0; i < ROUNDS; i++) {
        struct tj_buffer in = { 0 }, expected = { 0 };
        for (uint32_t left = dice(MOST / 2); left > 0; left--) {
            uint32_t which = dice(count);
            tj_put(&in, TJ_STR("月"));
            tj_put(&in, tj_str_of(letters[which]));
            tj_put(&expected, TJ_STR("月"));
            tj_put(&expected, tj_str_of(folded[which]));
        }
        tj_put(&in, TJ_STR("月"));
        tj_put(&expected, TJ_STR("月"));
        wrong += !tj_equal(tj_fold(&arena, tj_buffer_str(&in)), tj_buffer_str(&expected));
        tj_buffer_free(&in);
        tj_buffer_free(&expected);
        tj_arena_reset(&arena);
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

static void sentences_end(void)
{
    static const char *const letters[] = { "年", "，", "、", "a", "”", "。", "！", "？", "；" };
    static const struct tj_str stops[] = { { "。", 3 }, { "！", 3 }, { "？", 3 } };
    unsigned wrong = 0;
    for (unsigned i = 0; i < ROUNDS; i++) {
        struct tj_str text = draw(letters, dice(3) ? 5 : 9, MOST);
        size_t at = 0, end = text.len;
        for (; at < text.len && end == text.len; at++)
            for (size_t k = 0; k < 3; k++)
                if (tj_starts(tj_cut(text, at, text.len), stops[k])) end = at + 3;
        if (end < text.len && tj_starts(tj_cut(text, end, text.len), TJ_STR("”"))) end += 3;
        wrong += tj_sentence_end(text, 0) != end;
        tj_arena_reset(&arena);
    }
    CU_ASSERT_EQUAL(wrong, 0);
    char *endless = tj_alloc_bytes(&arena, 9000); /* 3,000 characters without a stop, the 1,000th a comma */
    for (size_t at = 0; at < 9000; at += 3) memcpy(endless + at, at == 2997 ? "，" : "年", 3);
    CU_ASSERT_EQUAL(tj_sentence_end((struct tj_str){ endless, 9000 }, 0), 3000);
    CU_ASSERT_EQUAL(tj_sentence_end((struct tj_str){ endless, 9000 }, 3000), 3000 + 4098);
    tj_arena_reset(&arena);
}

enum { WORDS = 60 };

static size_t longest_of(const struct tj_str *words, struct tj_str text, size_t at)
{
    size_t longest = 0;
    for (size_t i = 0; i < WORDS; i++)
        if (words[i].len > longest && tj_starts(tj_cut(text, at, text.len), words[i])) longest = words[i].len;
    return longest;
}

/* Words that share beginnings, of one character and of many, beyond U+FFFF too. */
static void words_are_found_at_their_places(void)
{
    static const char *const letters[] = { "年", "月", "a",  "é",  "𠀀", "𠀁",
                                           "元", "日", "时", "分", "秒", "亿" };
    unsigned wrong = 0;
    for (unsigned round = 0; round < 200; round++) {
        struct tj_trie *trie = tj_trie_new(&arena);
        struct tj_str words[WORDS], text = DRAW(letters, MOST);
        for (uint32_t i = 0; i < WORDS; i++) {
            while ((words[i] = DRAW(letters, 4)).len == 0) {}
            tj_trie_add(trie, &arena, words[i], 0, i);
        }
        tj_trie_seal(trie, &arena);
        size_t next = 0;
        for (size_t at = 0; at < text.len; at += tj_char_len((unsigned char)text.ptr[at])) {
            size_t len = 0, longest = longest_of(words, text, at);
            const struct tj_entry *e = tj_trie_longest(trie, text, at, &len);
            wrong += (e != NULL) != (longest > 0) || (e && len != longest);
            if (next <= at) next = tj_trie_next(trie, text, at, text.len);
            wrong += longest && next != at;
            struct tj_str word = tj_cut(text, at, at + longest);
            wrong += longest && (tj_trie_find(trie, word) != e || tj_trie_added(trie, word) != e);
            if (next == at) next++;
        }
        tj_arena_reset(&arena);
    }
    CU_ASSERT_EQUAL(wrong, 0);
}

int main(void)
{
    CU_TestInfo tests[] = { { "needles are found", needles_are_found },
                            { "bytes are checked and counted", bytes_are_checked_and_counted },
                            { "strings are escaped", strings_are_escaped },
                            { "lines fold alike everywhere", lines_fold_alike_everywhere },
                            { "sentences end", sentences_end },
                            { "words are found at their places", words_are_found_at_their_places },
                            CU_TEST_INFO_NULL };
    int status = run_suite("text", tests);
    tj_arena_free(&arena);
    return status;
}

#include "extract/recognise/ranking.h"

static bool ends_clause(struct tj_str after)
{
    static const char *const ends[] = { "，",   "。",   "；",   "、",     "的",   "）",   "（",
                                        "和",   "及",   " ",    "！",     ",",    ";",    ")",
                                        "(",    "上升", "跃升", "提升",   "升至", "升到", "前移",
                                        "下降", "跃居", "跃至", "跃进到", NULL };
    return after.len == 0 || tj_starts_with_one(after, ends);
}

/* 首位, 榜首; not 放在首位, a manner of speaking, nor 首位访华的领导人. */
static size_t first_place(struct tj_str rest, struct tj_str left)
{
    static const char *const words[] = { "首位", "榜首", NULL };
    static const char *const manners[] = { "放在", "摆在", NULL };
    size_t len = sizeof "首位" - 1;
    if (!tj_starts_with_one(rest, words) || tj_ends_in_one(left, manners)) return 0;
    return ends_clause(tj_cut(rest, len, rest.len)) ? len : 0;
}

/* May a place stand behind these words? */
static bool is_ranked(struct tj_str left)
{
    static const char *const fields[] = { "全国", "全省", "全市", "全区", "全球", "世界", "国内", "亚洲",
                                          "西部", "中部", "东部", "居",   "列",   "名",   "入",   "升到",
                                          "升至", "升为", "移至", "跃至", "由",   "从",   "降至", NULL };
    if (tj_ends_in_one(left, fields)) return true;
    static const char *const kinds[] = { "省", "市", "州", "县", "区", NULL }, *const verbs[] = { "居", "列",
                                                                                                  "名",
                                                                                                  NULL };
    if (!tj_ends_in_one(left, kinds)) return false;
    for (int chars = 0; chars < 5 && left.len; chars++) { /* 位居广东省第四 */
        left.len = tj_char_before(left, left.len);
        if (tj_ends_in_one(left, verbs)) return true;
    }
    return false;
}

/* 第二, 第二位, 前六, up to the end of a clause or the next of a list; 第二产业, 前六个 go on. */
static bool numbered_place(const struct tj_lexicon *lexicon, struct tj_str text, size_t at, size_t *len,
                           struct tj_decimal *value)
{
    struct tj_numeral n;
    if (!tj_numeral_at(text, at + 3, lexicon->units, &n)) return false;
    *len = sizeof "第" - 1 + n.len;
    *value = n.value;
    struct tj_str rest = tj_cut(text, at, text.len), after = tj_cut(text, at + *len, text.len);
    struct tj_str before = after; /* 第一位, 第三名, 前十强 */
    bool ordinal = tj_starts(rest, TJ_STR("第"));
    if (ordinal ? tj_eat(&after, TJ_STR("位")) || tj_eat(&after, TJ_STR("名")) : tj_eat(&after, TJ_STR("强")))
        *len += before.len - after.len;
    size_t unit, word;
    bool more =
        after.len && (tj_trie_longest(lexicon->units, after, 0, &unit) || tj_starts(after, TJ_STR("个")));
    bool hidden = tj_trie_longest(lexicon->words, rest, 0, &word) && word > *len;
    if (tj_starts(rest, TJ_STR("前")) && tj_starts(after, TJ_STR("的"))) return false; /* 排名前50的景区 */
    return !more && !hidden && ends_clause(after) && n.value.known && n.value.pow10 >= 0;
}

bool tj_ranking_at(const struct tj_lexicon *lexicon, struct tj_str text, size_t at, bool follows,
                   struct tj_quantity *out)
{
    struct tj_str rest = tj_cut(text, at, text.len), left = tj_cut(text, 0, at);
    bool up_to = tj_starts(rest, TJ_STR("前")), ranked = is_ranked(left) || (follows && !up_to);
    *out = (struct tj_quantity){ .off = at, .unit = TJ_STR("位"), .kind = TJ_PLACE, .chinese = true };
    out->bound = up_to ? TJ_LE : TJ_EQ;
    out->len = first_place(rest, left);
    out->value = tj_decimal_of(1, 0);
    if (out->len == 0) {
        bool begins = up_to || tj_starts(rest, TJ_STR("第"));
        if (!ranked || !begins || !numbered_place(lexicon, text, at, &out->len, &out->value)) return false;
    }
    out->end = at + out->len;
    out->number = out->value;
    return true;
}

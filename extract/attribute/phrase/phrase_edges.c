#include "extract/attribute/phrase/phrase_parts.h"

#include <string.h>

#include "extract/recognise/traits.h"

/* 对东盟, 自共建“一带一路”国家, 与欧盟贸易: with whom is part of the name. */
static bool names_partner(const struct tj_lexicon *lex, struct tj_str s)
{
    size_t len;
    bool trade = tj_eat(&s, TJ_STR("与")) && tj_find(s, TJ_STR("贸易"), 0, &len);
    if (!trade && !tj_eat(&s, TJ_STR("对")) && !tj_eat(&s, TJ_STR("自"))) return false;
    const struct tj_entry *e = s.len ? tj_trie_longest(lex->words, s, 0, &len) : NULL;
    while (e && e->kind != TJ_REGION) e = e->more;
    return e != NULL;
}

/* A function word at the start, unless a longer word of the dictionaries begins there (在校生, 到位资金). */
static bool strip_head(const struct tj_lexicon *lex, struct tj_str *s)
{
    size_t len, longer;
    if (s->len == 0 || !(tj_traits_of(tj_char_at(*s, 0, &len)) & TJ_T_HEAD)) return false;
    if ((tj_trie_longest(lex->words, *s, 0, &longer) && longer > len) || names_partner(lex, *s)) return false;
    bool that = tj_starts(*s, TJ_STR("该")) || tj_starts(*s, TJ_STR("此"));
    static const char *const no_counters[] = { "条例", "条约", "条件", "条款", "座谈", "款项", NULL };
    *s = tj_cut(*s, len, s->len);
    bool counter = that && !tj_starts_with_one(*s, no_counters); /* 该条地铁 */
    if (counter) (void)(tj_eat(s, TJ_STR("条")) || tj_eat(s, TJ_STR("座")) || tj_eat(s, TJ_STR("款")));
    return true;
}

static bool strip_tail(struct tj_str *s)
{
    static const char *const words[] = { "需要", "纲要", "主要", "认为", NULL };
    if (tj_ends_in_one(*s, words)) return false;
    size_t at = tj_char_before(*s, s->len), len;
    if (!(tj_traits_of(tj_char_at(*s, at, &len)) & TJ_T_TAIL)) return false;
    s->len = at;
    return true;
}

/* Function words that a name does not begin or end with. */
/* “GDP of “GDP增长5.5%”: half a pair of quotes. */
static bool strip_quote(struct tj_str *s)
{
    struct tj_str open = TJ_STR("“"), close = TJ_STR("”");
    size_t at;
    if (!tj_starts(*s, open) && !tj_ends(*s, close)) return false;
    if (!tj_find(*s, close, 0, &at)) return tj_eat(s, open);
    if (tj_find(*s, open, 0, &at) || !tj_ends(*s, close)) return false;
    s->len -= close.len;
    return true;
}

enum { NUMBER_BYTES = sizeof "二十三、" - 1 }; /* the longest number of an item, with its mark */

static bool starts_with_digit(struct tj_str s) { return s.len && s.ptr[0] >= '0' && s.ptr[0] <= '9'; }

/* 三、人民币存款, 4.免费开展: the number of an item; 一、二产业 counts. */
static bool strip_number(struct tj_str *s)
{
    static const char *const numerals[] = {
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", NULL
    };
    struct tj_str rest = *s;
    bool digits = starts_with_digit(rest);
    if (!digits && !tj_starts_with_one(rest, numerals)) return false;
    while (digits ? starts_with_digit(rest) : tj_starts_with_one(rest, numerals))
        rest = tj_cut(rest, digits ? 1 : sizeof "一" - 1, rest.len);
    if (rest.len == s->len) return false;
    bool marked =
        digits ? tj_eat(&rest, TJ_STR(".")) || tj_eat(&rest, TJ_STR("．")) : tj_eat(&rest, TJ_STR("、"));
    if (!marked || rest.len == 0 || starts_with_digit(rest) || tj_starts_with_one(rest, numerals))
        return false;
    *s = rest;
    return true;
}

/* An adverb at the end, which belongs to the verb: 产量|也, 规模|已; 归还 and 原则 are words. */
static bool strip_adverb(struct tj_str *s)
{
    static const struct tj_str adverbs[] = { TJ_WORD("总体"), TJ_WORD("总体上"), TJ_WORD("整体"),
                                             TJ_WORD("为期"), TJ_WORD("已"),     TJ_WORD("仍"),
                                             TJ_WORD("却"),   TJ_WORD("还"),     TJ_WORD("虽"),
                                             TJ_WORD("也"),   TJ_WORD("则") };
    static const char *const words[] = { "归还", "偿还", "退还", "返还", "清还", "而已",
                                         "原则", "法则", "准则", "规则", "细则", NULL };
    for (size_t i = 0; i < sizeof adverbs / sizeof adverbs[0]; i++) {
        if (!tj_ends(*s, adverbs[i]) || tj_ends_in_one(*s, words)) continue;
        s->len -= adverbs[i].len;
        return true;
    }
    return false;
}

/* 5日晚|枪击事件: when it was is no part of what it is. */
static bool strip_day(struct tj_str *s)
{
    static const char *const parts[] = { "凌晨", "清晨", "早上", "上午", "中午", "下午",
                                         "傍晚", "晚间", "夜间", "晚",   NULL };
    size_t at = 0;
    while (at < s->len && at < 2 && s->ptr[at] >= '0' && s->ptr[at] <= '9') at++;
    struct tj_str rest = tj_cut(*s, at, s->len);
    if (at == 0 || !tj_eat(&rest, TJ_STR("日")) || rest.len == 0) return false;
    for (size_t i = 0; parts[i]; i++)
        if (tj_eat(&rest, tj_str_of(parts[i]))) break;
    *s = rest;
    return true;
}

/* 一起|枪击事件, 一项|支持计划: one of what the name says. */
static bool strip_one(const struct tj_lexicon *lex, struct tj_str *s)
{
    static const char *const ones[] = { "一起", "一项", "一场", "一座", "一家", "一批", "一款",   "一名",
                                        "一处", "一支", "一套", "一艘", "一架", "一枚", "一系列", NULL };
    static const char *const words[] = { "一批次", "一家人", "一家亲", "一起来",
                                         "一套房", "一场次", "一处理", NULL };
    size_t len;
    if (!tj_starts_with_one(*s, ones) || tj_starts_with_one(*s, words)) return false;
    if (tj_trie_longest(lex->words, *s, 0, &len) && len > sizeof "一起" - 1) return false;
    for (size_t i = 0; ones[i]; i++)
        if (tj_eat(s, tj_str_of(ones[i]))) return true;
    return false;
}

/* 11月7日|以来全国, 入冬以来|天然气供应量: since when is no part of what it is. */
static void strip_since(struct tj_str *s)
{
    enum { LONGEST = 24 }; /* bytes of what began */
    struct tj_str since = TJ_STR("以来");
    size_t at;
    if (s->len >= since.len && tj_find(tj_cut(*s, 0, s->len < LONGEST ? s->len : LONGEST), since, 0, &at))
        *s = tj_cut(*s, at + since.len, s->len);
}

struct tj_str tj_strip_edges(const struct tj_lexicon *lex, struct tj_str s)
{
    strip_since(&s);
    for (bool more = true; more && s.len;) {
        s = tj_trim(s);
        if (tj_starts(s, TJ_STR("我与")) || tj_starts(s, TJ_STR("我对")) || tj_starts(s, TJ_STR("我自")))
            tj_eat(&s, TJ_STR("我"));
        size_t word; /* 要|新建, but 要素 */
        if (tj_starts(s, TJ_STR("要")) && (!tj_trie_longest(lex->words, s, 0, &word) || word <= 3))
            tj_eat(&s, TJ_STR("要"));
        size_t first;
        bool counts = s.len && (tj_traits_of(tj_char_at(s, 0, &first)) & TJ_T_QUANTITY);
        more = counts && (strip_number(&s) || strip_one(lex, &s) || strip_day(&s));
        more = more || strip_head(lex, &s) || strip_quote(&s);
        while (s.len && strip_tail(&s)) more = true;
        more |= strip_adverb(&s);
    }
    return s;
}

/* A phrase too long to be a name keeps its end. */
struct tj_str tj_keep_end(struct tj_str s, size_t chars)
{
    size_t count = s.len <= chars ? 0 : tj_char_count(s);
    if (count <= chars || !s.ptr) return s;
    size_t at = 0;
    for (size_t skip = count - chars; skip > 0; skip--) at += tj_char_len((unsigned char)s.ptr[at]);
    return tj_cut(s, at, s.len);
}

bool tj_is_size(struct tj_str s)
{
    static const char *const sizes[] = { "长", "宽", "高", "深", "厚" };
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        if (tj_equal(s, tj_str_of(sizes[i]))) return true;
    return false;
}

/* 仍, 位: one character that the dictionaries don't know is no name, unless it is a thing that is traded. */
bool tj_is_scrap(const struct tj_lexicon *lex, struct tj_str s)
{
    if (s.len < 2 || s.len != tj_char_len((unsigned char)s.ptr[0])) return false;
    static const char *const goods[] = { "煤", "钢", "铁", "铜", "铝", "铅", "锌", "镍", "镁", "锡",
                                         "钨", "钛", "锰", "硅", "糖", "盐", "布", "纱", "棉", "粮",
                                         "油", "肉", "蛋", "奶", "猪", "牛", "羊", "茶", "酒", "纸" };
    for (size_t i = 0; i < sizeof goods / sizeof goods[0]; i++)
        if (tj_equal(s, tj_str_of(goods[i]))) return false;
    if (tj_is_size(s)) return false;
    return tj_trie_find(lex->words, s) == NULL;
}

size_t tj_examples_end(const struct tj_lexicon *lex, struct tj_str s)
{
    size_t last = s.len;
    for (size_t from = 0, at; s.ptr && tj_find(s, TJ_STR("等"), from, &at); from = at + 3) {
        struct tj_str rest = tj_cut(s, at, s.len);
        size_t word, before = tj_char_before(s, at), longer;
        bool part = at == 0 || (tj_trie_longest(lex->words, rest, 0, &word) && word > 3);
        part |= tj_trie_longest(lex->words, tj_cut(s, before, s.len), 0, &longer) && longer > at - before;
        if (!part && rest.len >= 9) last = at;
    }
    return last;
}

/* Of 以船舶制造为代表的高端装备 the example is left out. */
void tj_leave_out_example(struct tj_buffer *text)
{
    static const char *const ends[] = {
        "为代表的", "为主的", "为主体的", "为重点的", "为核心的", "为龙头的"
    };
    size_t any;
    if (!tj_find(tj_buffer_str(text), TJ_STR("为"), 0, &any)) return;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        struct tj_str all = tj_buffer_str(text), mark = tj_str_of(ends[i]);
        size_t at, from = 0, next;
        if (!tj_find(all, mark, 0, &at)) continue;
        size_t said;
        if (!tj_find(tj_cut(all, 0, at), TJ_STR("以"), 0, &said) && at > 0)
            continue; /* 为主的 alone is what a list left */
        for (size_t k = 0; tj_find(tj_cut(all, 0, at), TJ_STR("以"), k, &next); k = next + 3) from = next;
        memmove(text->ptr + from, text->ptr + at + mark.len, all.len - at - mark.len);
        text->len -= at + mark.len - from;
    }
}

bool tj_is_in_motto(const struct tj_frame *f, const struct tj_mention *m)
{
    enum { LONGEST = 12 }; /* characters */
    size_t nearest = m->off > 3 * LONGEST ? m->off - 3 * LONGEST : 0, open, shut;
    struct tj_str left = tj_cut(f->sentence, nearest, m->off);
    size_t to = m->off + 3 * LONGEST + 3 < f->sentence.len ? m->off + 3 * LONGEST + 3 : f->sentence.len;
    struct tj_str rest = tj_cut(f->sentence, m->off, to);
    if (tj_equal(m->cue->word, TJ_STR("目标"))) return false; /* 紧扣“强国战略目标” */
    if (!tj_find_last(left, TJ_STR("“"), &open) || !tj_find(rest, TJ_STR("”"), 0, &shut)) return false;
    struct tj_str motto = tj_cut(f->sentence, nearest + open + sizeof "“" - 1, m->off + shut);
    static const char *const ends[] = { "，", "。", "；", "、", NULL }; /* “力争达到25%”。 is said */
    struct tj_str behind = tj_cut(f->sentence, m->off + shut + sizeof "”" - 1, f->sentence.len);
    bool named = behind.len && !tj_starts_with_one(behind, ends);
    for (size_t i = 0; i < f->mentions->count && named; i++) {
        const struct tj_mention *q = &f->mentions->at[i];
        named = q->kind != TJ_M_QUANTITY || q->off < nearest + open || q->off > m->off + shut;
    }
    return named && tj_char_count(motto) <= LONGEST && !tj_holds(motto, TJ_STR("，"))
           && !tj_holds(motto, TJ_STR("”"));
}

bool tj_place_is_of_name(const struct tj_frame *f, size_t i)
{
    const struct tj_mention *m = &f->mentions->at[i];
    struct tj_str rest = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    bool touches = i > 0 && m[-1].kind == TJ_M_REGION && m[-1].off + m[-1].len == m->off;
    if (tj_starts(rest, TJ_STR("国际机场"))) return touches;
    static const char *const teams[] = { "队伍", "队员", NULL };
    if (tj_starts(rest, TJ_STR("队"))) return !tj_starts_with_one(rest, teams);
    return tj_starts(rest, TJ_STR("港")) && !tj_starts(rest, TJ_STR("港口"));
}

bool tj_place_opens_quote(const struct tj_frame *f, const struct tj_mention *m)
{
    struct tj_str open = TJ_STR("“"), shut = TJ_STR("”");
    struct tj_str rest = tj_before(tj_cut(f->sentence, m->off + m->len, f->sentence.len), TJ_STR("，"));
    return tj_ends(tj_cut(f->sentence, 0, m->off), open) && !tj_starts(rest, shut) && tj_holds(rest, shut);
}

static bool holds_char(const char *chars, struct tj_str c)
{
    size_t at;
    return c.len && tj_find(tj_str_of(chars), c, 0, &at);
}

bool tj_word_stands(const struct tj_frame *f, const struct tj_function_word *w, struct tj_str s, size_t at)
{
    struct tj_str rest = tj_cut(s, at, s.len);
    size_t size = w->word.len, known;
    if (!tj_starts(rest, w->word) || holds_char(w->not_behind, tj_cut(s, tj_char_before(s, at), at)))
        return false;
    size_t after = rest.len > size ? tj_char_len((unsigned char)rest.ptr[size]) : 0;
    if (holds_char(w->not_before, tj_cut(rest, size, size + after))) return false;
    return !tj_trie_longest(f->lexicon->words, rest, 0, &known) || known <= size;
}

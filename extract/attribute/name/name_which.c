/* Which of a kind are counted: 为1200万名学生|提供补助 counts those whom it is given to. */
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"
#include "extract/attribute/phrase/phrase_parts.h"

/* The clause before the number, without what only bounds it. */
static struct tj_str words_before(const struct tj_walk *w, const struct tj_figure *g)
{
    static const char *const bounds[] = { "超过", "超", "近", "约", "达到", "达", "逾", "上", "共", NULL };
    size_t from = g->quantity->off;
    struct tj_str left = tj_cut(w->f->sentence, w->clause < from ? w->clause : from, from);
    return tj_without(tj_behind_last(left, TJ_STR("，")), bounds, tj_drop_end);
}

/* 为中西部地区|2400万|学生, 推动|9000家|企业: does a word before the number lead to the thing whose fate is told? */
static bool leads_to_thing(const struct tj_frame *f, struct tj_str left)
{
    static const struct tj_function_word leads[] = {
        { TJ_WORD("为"), "作成认行因称视变以较人华无转分列改评命誉设勇更极颇尤最", "主期" },
        { TJ_WORD("对"), "应面绝相反", "外于接" },
        { TJ_WORD("向"), "方导走取趋意", "好" },
        { TJ_WORD("与"), "参给赋", "" },
        { TJ_WORD("把"), "", "握关手" },
        { TJ_WORD("使"), "行大即天促致", "用得命馆" },
        { TJ_WORD("让"), "转出减退割", "" },
        { TJ_WORD("给"), "供补配", "予付" },
        { TJ_WORD("推动"), "", "" },
        { TJ_WORD("带动"), "", "" },
        { TJ_WORD("支持"), "", "" },
        { TJ_WORD("帮助"), "", "" },
        { TJ_WORD("助力"), "", "" },
    };
    enum { LONGEST = 60 }; /* bytes between the word and the number */
    for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
        size_t at;
        for (size_t from = 0; tj_find(left, leads[i].word, from, &at); from = at + 3)
            if (left.len - at <= LONGEST && tj_word_stands(f, &leads[i], left, at)) return true;
    }
    return false;
}

static bool is_led(const struct tj_walk *w, const struct tj_figure *g)
{
    struct tj_str left = words_before(w, g);
    return tj_ends(left, TJ_STR("有")) || leads_to_thing(w->f, left);
}

/* 17种|药品|纳入目录: does a verb whose object says which stand behind the noun? */
static bool is_admitted(const struct tj_frame *f, struct tj_str noun, struct tj_str rest)
{
    enum { LONGEST = 10 }; /* characters */
    static const char *const adverbs[] = { "全部", "先后", "顺利", "成功", "正式", "同步", "累计", "已经",
                                           "已",   "都",   "均",   "也",   "还",   "将",   NULL };
    size_t known;
    if (noun.len == 0 || tj_char_count(noun) > LONGEST) return false;
    rest = tj_without(rest, adverbs, tj_eat);
    if (!tj_trie_longest(f->lexicon->admits, rest, 0, &known)) return false;
    static const char *const no_object[] = { "全覆盖", "全容量", "全流程", "的", "了",
                                             "，",     "。",     "；",     "、", NULL }; /* 实现|全覆盖 */
    struct tj_str object = tj_cut(rest, known, rest.len);
    return object.len && !tj_starts_with_one(object, no_object);
}

bool tj_tells_which(const struct tj_walk *w, const struct tj_figure *g, size_t from, struct tj_str noun)
{
    static const char *const ends[] = { "，", "。", "、", "；", "和", "的", NULL };
    struct tj_str rest = tj_cut(w->f->sentence, from, w->f->sentence.len);
    size_t end;
    if (!tj_eat(&rest, noun) || rest.len == 0 || tj_starts_with_one(rest, ends)) return false;
    if (!is_admitted(w->f, noun, rest) && !is_led(w, g)) return false;
    tj_clause_behind(w->f, from, &end);
    return !tj_quantity_begins(w->f, end);
}

/* Fairs, games and festivals: what the sentences about one tell of is its own. */
#include "extract/attribute/name/name_event.h"

#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

enum {
    SHORTEST = 3,
    LONGEST = 20,
    LONGEST_PART = 8,
    LONGEST_TOLD = 12,
    LONGEST_MEASURE = 5,
    LONGEST_VERB = 4,
    MEMORY = 3
};

/* 本届, 此次: the event that was named before. */
static bool eat_pronoun(struct tj_str *words)
{
    static const char *const pronouns[] = { "本届", "本次", "此次", "这次", "该", "这届", NULL };
    for (const char *const *p = pronouns; *p; p++)
        if (tj_eat(words, tj_str_of(*p))) return true;
    return false;
}

/* Where the first event that is named between `from` and `to` ends, with a part of it: 广交会第三期进口展; 0 if none is. */
static size_t event_end(struct tj_frame *f, size_t from, size_t to)
{
    enum { NEAR = 12 }; /* bytes */
    const struct tj_trie *events = f->lexicon->events;
    size_t len, end = 0;
    for (size_t at = tj_next_word(f, events, &f->event_word, from); at < to && (end == 0 || at <= end + NEAR);
         at = tj_next_word(f, events, &f->event_word, at + tj_char_len((unsigned char)f->sentence.ptr[at])))
        if (tj_trie_longest(events, f->sentence, at, &len) && at + len <= to) end = at + len;
    return end;
}

/* 艺术节, 赛事, 科交会: the event in hand, said in short. */
static bool is_in_short(const struct tj_frame *f, struct tj_str words)
{
    static const char *const any[] = { "赛事", "大会", "展会", "活动", "盛会", "交会", NULL };
    return f->event.len && f->event_sentence + MEMORY >= f->sentence_no
           && (tj_ends(f->event, words) || tj_ends_in_one(words, any));
}

/* 第三十一届|世界大学生夏季运动会, 在广州举行的|交易会: without the time, the number and the words that describe it. */
static size_t name_begin(const struct tj_frame *f, size_t from, size_t end)
{
    static const char *const marks[] = { "届", "的", "从", "由" };
    for (size_t i = 0; i < f->mentions->count && f->mentions->at[i].off < end; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        bool part = m->kind == TJ_M_PERIOD || m->kind == TJ_M_MARK || m->kind == TJ_M_QUANTITY;
        if (part && m->off >= from && m->off + m->len < end) from = m->off + m->len;
    }
    while (from < end && f->sentence.ptr[from] >= '0' && f->sentence.ptr[from] <= '9') from++; /* 2025 */
    size_t at;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (tj_find_last(tj_cut(f->sentence, 0, end), tj_str_of(marks[i]), &at) && at >= from) from = at + 3;
    return from;
}

/* 今天在广州|开幕: what is told of an event, not of its organiser. */
static bool takes_place(struct tj_str rest)
{
    static const char *const verbs[] = { "举行", "举办", "开幕", "闭幕", "落幕", "开园", "开赛", "启幕",
                                         "收官", "进行", "启动", "亮相", "召开", "推出", "发布", "开展",
                                         "产生", "诞生", "决出", "吸引", "设置", "共设" };
    size_t at;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
        if (tj_find(rest, tj_str_of(verbs[i]), 0, &at)) return true;
    return false;
}

bool tj_note_event(struct tj_frame *f, size_t from, size_t to)
{
    size_t end = f->at_home ? 0 : event_end(f, from, to);
    if (end == 0) return false;
    struct tj_str words = tj_trim(tj_cut(f->sentence, from, end));
    bool pronoun = eat_pronoun(&words);
    if (is_in_short(f, words)) {
        f->event_sentence = f->sentence_no;
        return true;
    }
    if (!pronoun) words = tj_cut(f->sentence, name_begin(f, from, end), end);
    size_t chars = tj_char_count(words);
    if (chars < SHORTEST || chars > LONGEST || (!pronoun && !takes_place(tj_cut(f->sentence, end, to))))
        return false;
    f->event = tj_copy(f->keep, words);
    f->event_sentence = f->sentence_no;
    return true;
}

/* 金牌, 参展商, …嘉宾参会: a sentence behind the one that names the event need not name it again. */
static bool goes_with_event(const struct tj_frame *f, const struct tj_figure *g)
{
    static const char *const parts[] = { "金牌",   "银牌",     "铜牌",     "奖牌",     "参展商",
                                         "采购商", "展位",     "展商",     "运动员",   "竞赛场馆",
                                         "嘉宾",   "训练场馆", "参演剧目", "参展企业", "参展品牌",
                                         "大项",   "分项",     "小项",     NULL };
    static const char *const attends[] = { "参会", "参展", "参赛", "参加", "出席", "赴会", NULL };
    struct tj_str rest = tj_before(tj_cut(f->sentence, g->quantity->end, f->sentence.len), TJ_STR("，"));
    return g->naming == TJ_FROM_BEHIND && f->event_sentence + MEMORY > f->sentence_no
           && (tj_ends_in_one(g->name.whole, parts) || tj_holds_one(rest, attends));
}

void tj_name_of_event(const struct tj_walk *w, struct tj_figure *g)
{
    struct tj_frame *f = w->f;
    bool here = tj_note_event(f, w->clause, g->quantity->off);
    size_t at, chars = tj_char_count(g->name.whole);
    bool amount = !g->predicate.direction && !g->predicate.rank && !g->predicate.share
                  && g->quantity->kind != TJ_RATIO && g->quantity->kind != TJ_TENTH;
    bool goes = f->event.len && goes_with_event(f, g);
    bool told = goes || f->event_sentence == f->sentence_no;
    if (!amount || f->event.len == 0 || !told || chars == 0) return;
    if (tj_find(g->name.whole, f->event, 0, &at) || g->naming == TJ_CARRIED) return;
    bool own = here || goes || g->phrase.verbs_only || tj_char_count(g->phrase.text) <= LONGEST_VERB;
    bool part = g->naming == TJ_FROM_BEHIND && own && chars <= (goes ? LONGEST_TOLD : LONGEST_PART);
    bool measure = g->naming != TJ_FROM_BEHIND && chars <= LONGEST_MEASURE;
    if (!part && !measure) return;
    g->name = (struct tj_name){ .owner = f->event,
                                .attr = g->name.whole,
                                .whole = tj_join(f->arena, f->event, g->name.whole) };
    g->naming = TJ_COMPOSED;
}

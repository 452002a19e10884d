#include "extract/attribute/theme.h"

#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"
#include "extract/attribute/phrase/phrase_parts.h"
#include "extract/attribute/praise.h"

/* 超去年全年规模 goes on with what was said; 超市 is a word. */
static bool compares_only(const struct tj_frame *f, struct tj_str words)
{
    static const char *const verbs[] = { "超",   "突破", "创",   "达",   "高于",
                                         "快于", "低于", "好于", "位居", "居" };
    size_t len;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        struct tj_str verb = tj_str_of(verbs[i]);
        if (!tj_starts(words, verb)) continue;
        return !tj_trie_longest(f->lexicon->words, words, 0, &len) || len <= verb.len;
    }
    return false;
}

/* 根据统一核算结果, 随着经济回升: what is told is not of that. */
static bool is_adverbial(struct tj_str clause)
{
    static const char *const heads[] = { "根据", "按照", "按",   "据",   "随着", "由于", "受",
                                         "为了", "围绕", "针对", "面对", "通过", "依据", "持续",
                                         "保持", "延续", "扣除", "剔除", "考虑", NULL };
    return tj_starts_with_one(tj_trim(clause), heads);
}

/* Words that say of what a change is told: not too many, and no verb among them. */
static bool is_subject(const struct tj_frame *f, size_t from, size_t to)
{
    struct tj_phrase p = tj_phrase_before(f, from, to);
    size_t chars = tj_char_count(p.text);
    return chars >= 3 && chars <= 14 && !p.verb && !p.share && !tj_ends(p.text, TJ_STR("于"));
}

/* 全社会研究与实验发展经费，从2002年1288亿元增加到…: all of the clause is a sum or an amount. */
static bool is_amount(const struct tj_frame *f, size_t from, size_t to)
{
    static const char *const ends[] = { "经费", "支出", "收入", "投入", "总额",
                                        "产值", "产量", "面积", "人数", NULL };
    struct tj_str rest = tj_cut(f->sentence, to, f->sentence.len);
    tj_eat(&rest, TJ_STR("，"));
    bool rises = tj_starts(rest, TJ_STR("从")) || tj_starts(rest, TJ_STR("由"));
    return rises && tj_ends_in_one(tj_cut(f->sentence, from, to), ends) && is_subject(f, from, to);
}

/* 工业企业|可比产品的成本, 财政|用于教育的投入: the clause is a noun to its end. */
static bool is_noun_to_end(struct tj_str rest)
{
    static const char *const predicates[] = { "了", "是", "呈", "有",   "被",  "得",
                                              "更", "最", "很", "成为", "实行" };
    static const char *const circumstances[] = { "上", "下", "中", "时", "同时", "动力", "后", "前", NULL };
    size_t at;
    if (tj_ends_in_one(rest, circumstances)) return false;
    if (!tj_find(rest, TJ_STR("的"), 0, &at) || rest.len - at < 9 || rest.len > 36) return false;
    for (size_t i = 0; i < sizeof predicates / sizeof predicates[0]; i++)
        if (tj_find(rest, tj_str_of(predicates[i]), 0, &at)) return false;
    return true;
}

/* 制造业|成为…的主要动力, 纺织工业|实行…的试点: a verb stands before the last word of the dictionaries. */
static bool tells(struct tj_str words)
{
    static const char *const verbs[] = { "成为", "实行", "拉动", "带动", "推动" };
    size_t at;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++)
        if (tj_find(words, tj_str_of(verbs[i]), 0, &at)) return true;
    return false;
}

/* 力度加大, 近年来首次出现双下降: short enough to be only what is said of the subject. */
static bool is_short_predicate(struct tj_str rest)
{
    static const char *const adverbs[] = { "首次", "近年", "连续", "持续", "呈", "双双", "发展" };
    size_t at;
    if (rest.len <= 24) return true;
    for (size_t i = 0; rest.len <= 33 && i < sizeof adverbs / sizeof adverbs[0]; i++)
        if (tj_find(rest, tj_str_of(adverbs[i]), 0, &at)) return true;
    return false;
}

/* 中国经济|迎难而上: behind a place the word is a subject, though by itself it is too common for the dictionaries. */
static size_t economy_end(const struct tj_walk *w, size_t to)
{
    const struct tj_frame *f = w->f;
    struct tj_str economy = TJ_STR("经济");
    for (size_t i = w->clause_first; i < f->mentions->count && tj_mention_at(w, i)->off < to; i++) {
        const struct tj_mention *m = tj_mention_at(w, i);
        bool place = m->kind == TJ_M_REGION || (m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_HERE);
        struct tj_str rest = tj_cut(f->sentence, m->off + m->len, to);
        size_t len;
        bool longer = tj_trie_longest(f->lexicon->words, rest, 0, &len) && len > economy.len;
        if (place && !longer && tj_starts(rest, economy) && tj_leads_clause(w, m->off))
            return m->off + m->len + economy.len;
    }
    return w->clause;
}

/* Where the subject of the clause that ends at `to` ends: with its last word of the dictionaries; 0 if it is not clear. */
static size_t subject_end(const struct tj_walk *w, size_t to)
{
    const struct tj_frame *f = w->f;
    size_t end = w->clause, turns = 0; /* 碳排放已连续4年|下降 */
    for (size_t i = w->clause_first; i < f->mentions->count && tj_mention_at(w, i)->off < to; i++) {
        const struct tj_mention *m = tj_mention_at(w, i);
        size_t closed = tj_bracket_end(f, i, to); /* what a bracket tells is not the subject */
        if (closed > i && end > w->clause) {
            if (end == m->off) end = tj_mention_at(w, closed)->off + tj_mention_at(w, closed)->len;
            i = closed;
            continue;
        }
        bool verb = m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_VERB;
        if (verb) break;
        bool change = m->kind == TJ_M_CUE && (m->cue->kind == TJ_CUE_UP || m->cue->kind == TJ_CUE_DOWN);
        if (change && !turns) turns = m->off;
        bool share = m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_SHARE;
        if (m->kind == TJ_M_WORD || share) end = m->off + m->len;
    }
    if (turns && (end == w->clause || end + 24 < to) && is_subject(f, w->clause, turns)) end = turns;
    if (tj_starts(tj_cut(f->sentence, end, to), TJ_STR("）"))) end += 3; /* 指数（PPI） */
    size_t stands;                                                       /* 隧道|位于若尔盖县境内 */
    bool lies = tj_find(tj_cut(f->sentence, 0, to), TJ_STR("位于"), w->clause, &stands);
    struct tj_str what = lies ? tj_phrase_before(f, w->clause, stands).text : (struct tj_str){ 0 };
    if (what.len && (tj_trie_find(f->lexicon->kinds, what) || tj_ends_in_kind(f, what))) return stands;
    if (is_amount(f, w->clause, to)) return to;
    if (end == w->clause) end = economy_end(w, to);
    if (end == w->clause) return (end = tj_praised_end(w, to)) > w->clause ? end : 0;
    struct tj_str rest = tj_cut(f->sentence, end, to);
    return is_noun_to_end(rest) && !tells(tj_cut(f->sentence, w->clause, end)) ? to
           : is_short_predicate(rest)                                          ? end
                                                                               : 0;
}

/* 从GDP|同比增速来看, GDP|增速有所放缓: what follows is told of the growth; `rest` are the words behind the subject. */
static struct tj_str growth_in(struct tj_str rest)
{
    static const char *const bases[] = { "的", "同比", "累计", "名义", "实际", NULL };
    static const char *const grows[] = { "增速", "增幅", "涨幅", NULL };
    static const char *const ends[] = { "来看", "看", "方面", "上", "有所", "放缓", "回落", "加快", NULL };
    rest = tj_without(rest, bases, tj_eat);
    for (const char *const *g = grows; *g; g++) {
        struct tj_str word = tj_str_of(*g), after = rest;
        if (tj_eat(&after, word) && tj_starts_with_one(after, ends)) return word;
    }
    return (struct tj_str){ 0 };
}

/* 社会民生领域投资力度加大，: up to the last word of the dictionaries, if the clause begins with it. */
static void set_lead(struct tj_walk *w, size_t to)
{
    struct tj_frame *f = w->f;
    if (is_adverbial(tj_cut(f->sentence, w->clause, to))) return;
    enum { LONGEST_PRAISE = 15 }; /* bytes: 增势强劲, which says of no subject of its own */
    to = tj_circumstance_begins(w, to);
    size_t end = subject_end(w, to);
    if (!end && w->clause_no && to - w->clause <= LONGEST_PRAISE) return;
    f->lead.len = 0;
    if (!end) return;
    w->idle = w->clause;
    w->idle_end = end;
    struct tj_str lead = tj_phrase_before(f, w->clause, end).text;
    while (tj_ends(lead, TJ_STR("已")) || tj_ends(lead, TJ_STR("也")) || tj_ends(lead, TJ_STR("均")))
        lead.len -= 3;
    if (compares_only(f, lead) || compares_only(f, tj_cut(f->sentence, w->clause, to))) return;
    lead = tj_join(f->arena, lead, growth_in(tj_cut(f->sentence, end, to)));
    bool general = tj_char_count(lead) <= 2 && f->name.whole.len && f->name_sentence == f->sentence_no;
    if (general) return; /* 规模创新高 says nothing new */
    static const char *const views[] = { "来看", "看", "方面", NULL };
    f->lead = lead;
    f->view = tj_ends_in_one(tj_cut(f->sentence, w->clause, to), views);
}

/* 限额以上零售业零售额中，: what is said next is of parts of it. */
static bool set_whole(struct tj_walk *w, size_t to)
{
    struct tj_frame *f = w->f;
    struct tj_str clause = tj_trim(tj_cut(f->sentence, w->clause, to));
    if (!tj_ends(clause, TJ_STR("中"))) return false;
    struct tj_str words = tj_phrase_before(f, w->clause, to).text;
    if (tj_ends(words, TJ_STR("中"))) words.len -= 3;
    struct tj_name name = tj_name_split(f, words);
    if (name.attr.len == 0 || name.owner.len == 0) return false;
    f->name = (struct tj_name){ .owner = tj_copy(f->keep, name.owner),
                                .attr = tj_copy(f->keep, name.attr),
                                .whole = tj_copy(f->keep, words) };
    f->name_sentence = f->sentence_no;
    return true;
}

/* 工业所占的比重，1952年为56.5%: the whole clause is the name. */
static bool set_share(struct tj_frame *f, struct tj_str words)
{
    bool share = tj_ends(words, TJ_STR("比重")) && tj_char_count(words) <= 30 && tj_char_count(words) > 4;
    if (!share) return false;
    f->lead = tj_copy(f->keep, words);
    return true;
}

/* Is there a verb in the clause that tj_phrase_before would note as one? */
static bool has_verb(const struct tj_walk *w, size_t to)
{
    for (size_t i = w->clause_first; i < w->f->mentions->count && tj_mention_at(w, i)->off < to; i++) {
        const struct tj_mention *m = tj_mention_at(w, i);
        if (m->kind == TJ_M_CUE && (m->cue->kind == TJ_CUE_VERB || m->cue->kind == TJ_CUE_LIGHT)) return true;
    }
    return false;
}

/* 比重 can only be in a phrase if its characters are in the clause. */
static bool may_name_share(const struct tj_walk *w, size_t to)
{
    size_t at;
    struct tj_str clause = tj_cut(w->f->sentence, w->clause, to);
    return tj_find(clause, TJ_STR("重"), 0, &at) && tj_find(clause, TJ_STR("比"), 0, &at);
}

/* 东盟为我国第一大贸易伙伴，占我国外贸总值的15%: the share is of the trade with it. */
static bool set_partner(struct tj_walk *w, size_t to)
{
    struct tj_frame *f = w->f;
    size_t at;
    const struct tj_mention *m =
        w->clause_first < f->mentions->count ? tj_mention_at(w, w->clause_first) : NULL;
    bool partner = m && m->kind == TJ_M_REGION && tj_leads_clause(w, m->off)
                   && tj_find(tj_cut(f->sentence, 0, to), TJ_STR("贸易伙伴"), m->off, &at);
    if (!partner) return false;
    struct tj_str whom = tj_join(f->arena, TJ_STR("对"), tj_cut(f->sentence, m->off, m->off + m->len));
    f->lead = tj_join(f->arena, whom, TJ_STR("进出口"));
    return true;
}

void tj_set_theme(struct tj_walk *w, size_t to)
{
    if (set_partner(w, to)) return;
    if (set_whole(w, to)) return;
    struct tj_phrase p = { 0 };
    if (has_verb(w, to) || may_name_share(w, to)) p = tj_phrase_before(w->f, w->clause, to);
    if (set_share(w->f, p.text)) return;
    set_lead(w, to);
    tj_note_thing(w->f, w->clause, to);
    if (!p.verb || p.verbs_only || p.object.len < 9 || tj_char_count(p.object) > 16) return;
    w->f->theme = p.object;
}

void tj_set_heading(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *mark = tj_mention_at(w, i);
    size_t next = i + 1;
    while (next < f->mentions->count && tj_mention_at(w, next)->kind == TJ_M_CUE) next++;
    if (next >= f->mentions->count || tj_mention_at(w, next)->kind != TJ_M_QUANTITY) return;
    size_t from = mark->off + mark->len, to = tj_mention_at(w, next)->off;
    struct tj_phrase head = tj_phrase_before(f, w->clause, mark->off);
    size_t chars = tj_char_count(head.text);
    if (head.verb || chars < 1 || chars > 12 || tj_phrase_before(f, from, to).text.len) return;
    f->lead = head.text;
}

void tj_keep_subject(struct tj_walk *w, size_t number)
{
    if (w->from != w->clause) return;
    struct tj_str words = tj_phrase_before(w->f, w->from, number).text;
    static const char *const verbs[] = { "连跨", "跨越", "迈上", "跨上", "连上", "再上", "跨",
                                         "上",   "接连", "连续", "先后", "相继", NULL };
    words = tj_without(words, verbs, tj_drop_end);
    if (tj_indicator_row(w->f, words)) w->f->lead = words;
}

void tj_note_turn(struct tj_walk *w, size_t to)
{
    bool told = w->from > w->clause;
    if (told) w->f->turn.len = 0;
    for (size_t i = w->clause_first; !told && i < w->f->mentions->count && tj_mention_at(w, i)->off < to;
         i++) {
        const struct tj_mention *m = tj_mention_at(w, i);
        bool basis = m->off >= w->clause && m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_BASIS;
        if (basis) w->f->turn = m->cue->argument;
    }
}

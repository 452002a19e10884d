#include "extract/attribute/sentence.h"

#include "extract/attribute/basis.h"
#include "extract/attribute/counts.h"
#include "extract/attribute/name_parts.h"
#include "extract/attribute/walk.h"

static bool has_quantity(const struct tj_walk *w, size_t from, uint32_t until)
{
    for (size_t i = from; i < w->f->mentions->count; i++) {
        if (tj_mention_at(w, i)->kind == TJ_M_MARK && tj_mention_at(w, i)->mark == until) return false;
        if (tj_mention_at(w, i)->kind == TJ_M_QUANTITY) return true;
    }
    return false;
}

/* Does this mark end a clause? A list mark does behind a number, a bracket does around one. */
static bool ends_clause(const struct tj_walk *w, size_t i)
{
    const struct tj_mention *m = tj_mention_at(w, i);
    switch (m->mark) {
    case U'，':
    case U'；':
    case U'：':
    case U'。':
    case U'！':
    case U'？':
    case ',':
    case ';':
    case ':':
    case ' ': return true;
    case U'（': return has_quantity(w, i + 1, U'）');
    case '(': return has_quantity(w, i + 1, ')');
    case U'）':
    case ')': return i > 0 && tj_mention_at(w, i - 1)->kind == TJ_M_QUANTITY;
    case U'、':
        return i > 0 && tj_mention_at(w, i - 1)->kind == TJ_M_QUANTITY
               && tj_mention_at(w, i - 1)->quantity->end == m->off;
    default: return false;
    }
}

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
    static const char *const heads[] = { "根据", "按照", "按",   "据",   "随着", "由于", "受",   "为了",
                                         "围绕", "针对", "面对", "通过", "依据", "持续", "保持", "延续" };
    clause = tj_trim(clause);
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (tj_starts(clause, tj_str_of(heads[i]))) return true;
    return false;
}

/* Words that say of what a change is told: not too many, and no verb among them. */
static bool is_subject(const struct tj_frame *f, size_t from, size_t to)
{
    struct tj_phrase p = tj_phrase_before(f, from, to);
    size_t chars = tj_char_count(p.text);
    return chars >= 3 && chars <= 14 && !p.verb && !p.share && !tj_ends(p.text, TJ_STR("于"));
}

/* 社会民生领域投资力度加大，: up to the last word of the dictionaries, if the clause begins with it. */
static void set_lead(struct tj_walk *w, size_t to)
{
    struct tj_frame *f = w->f;
    if (is_adverbial(tj_cut(f->sentence, w->clause, to))) return;
    f->lead.len = 0;
    size_t end = w->clause, turns = 0; /* 碳排放已连续4年|下降 */
    for (size_t i = w->clause_first; i < f->mentions->count && tj_mention_at(w, i)->off < to; i++) {
        const struct tj_mention *m = tj_mention_at(w, i);
        bool verb = m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_VERB;
        if (verb) break;
        bool change = m->kind == TJ_M_CUE && (m->cue->kind == TJ_CUE_UP || m->cue->kind == TJ_CUE_DOWN);
        if (change && !turns) turns = m->off;
        bool share = m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_SHARE;
        if (m->kind == TJ_M_WORD || share) end = m->off + m->len;
    }
    if (turns && (end == w->clause || end + 24 < to) && is_subject(f, w->clause, turns)) end = turns;
    size_t closed = end; /* 指数（PPI）: the bracket belongs to it */
    if (tj_starts(tj_cut(f->sentence, end, to), TJ_STR("）"))) closed += 3;
    end = closed;
    size_t stands; /* 隧道|位于若尔盖县境内 */
    bool lies = tj_find(tj_cut(f->sentence, 0, to), TJ_STR("位于"), w->clause, &stands);
    struct tj_str what = lies ? tj_phrase_before(f, w->clause, stands).text : (struct tj_str){ 0 };
    if (what.len && (tj_trie_find(f->lexicon->kinds, what) || tj_ends_in_kind(f, what)))
        end = stands;
    else if (end == w->clause || end + 24 < to)
        return; /* what is said of it is short */
    w->idle = w->clause;
    w->idle_end = end;
    struct tj_str lead = tj_phrase_before(f, w->clause, end).text;
    while (tj_ends(lead, TJ_STR("已")) || tj_ends(lead, TJ_STR("也")) || tj_ends(lead, TJ_STR("均")))
        lead.len -= 3;
    if (compares_only(f, lead) || compares_only(f, tj_cut(f->sentence, w->clause, to))) return;
    bool general = tj_char_count(lead) <= 2 && f->name.whole.len && f->name_sentence == f->sentence_no;
    if (!general) f->lead = lead; /* 规模创新高 says nothing new */
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
    f->name = (struct tj_name){ tj_copy(f->keep, name.owner), tj_copy(f->keep, name.attr),
                                tj_copy(f->keep, words) };
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

/* A clause without a number may say what the numbers behind it are of: 推进保障性安居工程建设，基本建成500万套. */
static void set_theme(struct tj_walk *w, size_t to)
{
    if (set_whole(w, to)) return;
    struct tj_phrase p = { 0 };
    if (has_verb(w, to) || may_name_share(w, to)) p = tj_phrase_before(w->f, w->clause, to);
    if (set_share(w->f, p.text)) return;
    set_lead(w, to);
    tj_note_thing(w->f, w->clause, to);
    if (!p.verb || p.verbs_only || p.object.len < 9 || tj_char_count(p.object) > 16) return;
    w->f->theme = p.object;
}

/* 环比由降转涨，上涨0.1%: the turn says what the change behind it is against. */
static void note_turn(struct tj_walk *w, size_t to)
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

static void take_mark(struct tj_walk *w, size_t i)
{
    const struct tj_mention *m = tj_mention_at(w, i);
    if (m->mark == U'《') w->titles++;
    if (m->mark == U'》' && w->titles) w->titles--;
    if (!ends_clause(w, i)) return;
    w->idle = w->idle_end = 0;
    if (w->from == w->clause && i > 0 && i < w->last) set_theme(w, m->off);
    note_turn(w, m->off);
    if (w->from == w->clause && i >= w->last) tj_note_thing(w->f, w->clause, m->off);
    w->from = w->clause = m->off + m->len;
    w->clause_first = i + 1;
    w->f->done = w->f->promise = false;
    if (m->mark == U'；') w->f->rose_from = w->f->rose_to = 0;
    w->clause_no++;
}

/* Another quantity before the clause ends? */
static bool more_in_clause(const struct tj_walk *w, size_t i)
{
    for (size_t k = i + 1; k < w->f->mentions->count; k++) {
        if (tj_mention_at(w, k)->kind == TJ_M_MARK && tj_mention_at(w, k)->mark != U'、' && ends_clause(w, k))
            return false;
        if (tj_mention_at(w, k)->kind == TJ_M_QUANTITY) return true;
    }
    return false;
}

/* 619种产品中有295种产品产量同比增长。其中，钢材…: what follows is output too. */
static bool tells_output(const struct tj_frame *f, struct tj_str sentence)
{
    for (size_t at = 0; tj_find(sentence, TJ_STR("产品"), at, &at);) {
        struct tj_str rest = tj_cut(sentence, at += 6, sentence.len);
        tj_eat(&rest, TJ_STR("的"));
        if (tj_starts(rest, TJ_STR("产量"))) return true;
    }
    return (f->of_output && tj_starts(sentence, TJ_STR("其中")));
}

static void start_sentence(struct tj_frame *f, struct tj_str sentence, const struct tj_mentions *mentions)
{
    f->of_output = tells_output(f, sentence);
    if (!tj_starts(sentence, TJ_STR("其中"))) f->goods.len = 0;
    f->sentence = sentence;
    f->mentions = mentions;
    f->region_count = 0;
    f->period = (struct tj_period){ 0 };
    f->target = f->done = f->promise = false;
    f->rose_from = f->rose_to = 0;
    f->named_region = TJ_NONE;
    f->basis = f->turn = f->theme = f->lead = f->behind = (struct tj_str){ 0 };
    f->first_fact = f->facts->count;
    f->sentence_no++;
    const struct tj_region *topic = &f->lexicon->regions[f->topic];
    bool abroad = topic->level == TJ_LEVEL_COUNTRY && !tj_equal(topic->code, TJ_STR("100000"));
    if (abroad && !f->news) f->topic = f->home; /* an article looks abroad for a sentence */
}

/* A report comes back to its own region: a part that it named two clauses ago, without a figure, is done with. */
static void check_regions(struct tj_walk *w)
{
    struct tj_frame *f = w->f;
    bool local = f->at_home && f->lexicon->regions[f->home].level != TJ_LEVEL_COUNTRY;
    if (local && f->region_count && w->clause_no > f->region_clause + 1) f->region_count = 0;
    f->region_clause = w->clause_no;
}

/* The number of the last quantity's mention, or 0. */
static size_t last_quantity(const struct tj_mentions *mentions)
{
    size_t i = mentions->quantities ? mentions->count : 0;
    while (i > 0 && mentions->at[--i].kind != TJ_M_QUANTITY) {}
    return i;
}

void tj_read_sentence(struct tj_frame *frame, struct tj_str sentence, const struct tj_mentions *mentions)
{
    start_sentence(frame, sentence, mentions);
    struct tj_walk w = { .f = frame, .last = last_quantity(mentions) };
    for (size_t i = 0; i < mentions->count; i++) {
        const struct tj_mention *m = &mentions->at[i];
        switch (m->kind) {
        case TJ_M_MARK: take_mark(&w, i); break;
        case TJ_M_REGION: tj_meet_region(&w, i); break;
        case TJ_M_PERIOD: tj_meet_period(&w, i); break;
        case TJ_M_CUE: tj_meet_cue(&w, i); break;
        case TJ_M_WORD:
        case TJ_M_GUARD: break;
        case TJ_M_QUANTITY: {
            enum tj_counting counting =
                w.titles ? TJ_NO_STATISTIC : tj_counting_of(frame, i, more_in_clause(&w, i));
            bool bare = m->quantity->bare && m->quantity->bound == TJ_EQ
                        && tj_predicate_of(frame, i, w.from).bound == TJ_EQ;
            if (counting == TJ_COUNTS && bare) counting = TJ_NO_STATISTIC;
            /* 5年增长1.6倍, 科技三项经费5亿元: part of what follows */
            bool years = m->quantity->unit.len
                         && (m->quantity->kind == TJ_YEAR || (m->quantity->chinese && !m->quantity->vague));
            years |= tj_ends(tj_cut(sentence, 0, m->quantity->off), TJ_STR("连续"));
            if (counting == TJ_COUNTS) {
                check_regions(&w);
                i = tj_read_figure(&w, i);
                frame->lead.len = 0;
            } else if (counting == TJ_NO_STATISTIC && !years)
                w.from = m->quantity->end;
            break;
        }
        }
    }
    tj_note_basis(frame);
}

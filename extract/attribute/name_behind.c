#include "extract/attribute/name_behind.h"

#include "extract/attribute/name_parts.h"

enum {
    SHORT_HEAD = 4,    /* characters: a head this short is put before the noun behind the number */
    LONGEST_TOLD = 16, /* what is told of the counted, if it shall be part of a name */
    LONGEST_SHARE = 24 /* the same of a share */
};

static bool is_count(const struct tj_quantity *q)
{
    static const char *const of_people[] = { "人", "人次", "户", "户次", "万" };
    if (q->unit.len == 0) return true;
    if (q->kind != TJ_COUNTER && q->kind != TJ_PLACE) return false;
    for (size_t i = 0; i < sizeof of_people / sizeof of_people[0]; i++)
        if (tj_equal(q->unit, tj_str_of(of_people[i]))) return false;
    return true;
}

/* 重大项目|建设加快推进, 工程|相继开工: how far the works are is no part of their name. */
static struct tj_str without_progress(struct tj_str noun)
{
    static const char *const works[] = { "项目", "工程" };
    static const char *const progress[] = { "建设", "开工", "加快", "落地", "签约", "建成",
                                            "投产", "竣工", "顺利", "有序", "全部", "集中",
                                            "相继", "稳步", "陆续", "进入", "完工", "实施" };
    size_t at;
    for (size_t i = 0; i < sizeof works / sizeof works[0]; i++) {
        if (!tj_find(noun, tj_str_of(works[i]), 0, &at)) continue;
        struct tj_str rest = tj_cut(noun, at + 6, noun.len);
        for (size_t k = 0; k < sizeof progress / sizeof progress[0]; k++)
            if (tj_starts(rest, tj_str_of(progress[k]))) return tj_cut(noun, 0, at + 6);
    }
    return noun;
}

/* 项目刷新纪录: what follows the kind of thing is no longer its name. */
static struct tj_str cut_at_kind(const struct tj_frame *f, struct tj_str noun)
{
    struct tj_str works = without_progress(noun);
    if (works.len < noun.len) return works;
    for (size_t at = 0; at < noun.len; at += tj_char_len((unsigned char)noun.ptr[at])) {
        size_t len;
        if (at > 0 && tj_trie_longest(f->lexicon->kinds, noun, at, &len)) return tj_cut(noun, 0, at + len);
    }
    return noun;
}

/* Steps over a place at `*from` and returns it; `otherwise` if there is none. */
static uint32_t region_at(const struct tj_frame *f, size_t *from, uint32_t otherwise)
{
    for (size_t i = 0; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->off != *from || m->kind != TJ_M_REGION) continue;
        *from += m->len;
        return tj_region_choose(f, m->entry);
    }
    return otherwise;
}

/* 企业, 行业, 城市: the noun alone says too little, 都 behind it not counted. */
static bool is_too_general(const struct tj_frame *f, struct tj_str noun)
{
    static const struct tj_str behind[] = { { "都", 3 }, { "均", 3 }, { "已", 3 }, { "将", 3 } };
    for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++)
        if (tj_ends(noun, behind[i])) noun.len -= behind[i].len;
    return tj_trie_find(f->lexicon->owner_ends, noun) || tj_trie_find(f->lexicon->general, noun);
}

static struct tj_str without(struct tj_str s, const char *const *words,
                             bool (*take)(struct tj_str *, struct tj_str))
{
    for (size_t i = 0; words[i];) i = take(&s, tj_str_of(words[i])) ? 0 : i + 1;
    return s;
}

static bool drop_end(struct tj_str *s, struct tj_str end)
{
    if (!tj_ends(*s, end)) return false;
    s->len -= end.len;
    return true;
}

/* 54个|城市已开通轨道交通: what the counted do makes the name. Adverbs fall out, and what leads on to the next number. */
static struct tj_str told_of(const struct tj_frame *f, size_t from, size_t noun_len, size_t longest)
{
    static const char *const adverbs[] = { "已经", "已", "都", "均",   "正在", "正",
                                           "将",   "也", "还", "全部", NULL };
    static const char *const on[] = { "中",   "的", "超过", "超",   "近", "约",
                                      "达到", "达", "突破", "不足", "为", NULL };
    size_t end;
    struct tj_str clause = tj_clause_behind(f, from, &end);
    if (clause.len <= noun_len) return clause;
    struct tj_str noun = tj_cut(clause, 0, noun_len), rest = tj_cut(clause, noun_len, clause.len);
    rest = without(rest, adverbs, tj_eat);
    if (tj_quantity_begins(f, end)) rest = without(rest, on, drop_end);
    return tj_char_count(rest) <= longest ? tj_join(f->arena, noun, rest) : noun;
}

/* 在1.3万亿斤以上的基础上: no thing that could own a number. */
static bool is_circumstance(struct tj_str noun)
{
    static const char *const words[] = { "基础上", "背景下", "情况下", "条件下",
                                         "前提下", "形势下", "同时",   "过程中" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_equal(noun, tj_str_of(words[i]))) return true;
    return false;
}

/* 总面积, 东西宽: the measure of a thing that ends the words; empty if none does. */
static struct tj_str measure_of(const struct tj_frame *f, struct tj_str words)
{
    static const char *const sizes[] = { "长", "宽", "高", "深", "厚" };
    static const char *const ways[] = { "东西", "南北", "总", "全", "平均", "最" };
    struct tj_str attr = tj_name_split(f, words).attr;
    if (attr.len)
        return tj_means(f, attr, TJ_SPEC) || tj_ends(attr, TJ_STR("面积")) ? attr : (struct tj_str){ 0 };
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        if (!tj_ends(words, tj_str_of(sizes[i]))) continue;
        size_t from = words.len - 3;
        for (size_t k = 0; k < sizeof ways / sizeof ways[0]; k++)
            if (tj_ends(tj_cut(words, 0, from), tj_str_of(ways[k]))) from -= tj_str_of(ways[k]).len;
        return tj_cut(words, from, words.len);
    }
    return (struct tj_str){ 0 };
}

/* 东西宽30公里、南北长61公里|的绿色屏障: where the last measure of the thing ends. */
static size_t end_of_measures(const struct tj_frame *f, size_t at)
{
    for (size_t i = 0; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->off < at) continue;
        if (m->kind == TJ_M_MARK && m->mark != U'、') break;
        bool next = m->kind == TJ_M_QUANTITY && m->off < at + 30
                    && tj_starts(tj_cut(f->sentence, at, f->sentence.len), TJ_STR("、"));
        if (next) at = m->quantity->end;
    }
    return at;
}

/* 总投资410亿元的项目: the noun owns what stands before the number. */
static bool name_from_owner_behind(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    const struct tj_frame *f = w->f;
    struct tj_str words = g->phrase.scrap ? tj_cut(f->sentence, w->from, g->predicate.from) : g->phrase.text;
    struct tj_str measured = measure_of(f, words); /* 宽 alone is a measure too */
    size_t at = measured.len ? end_of_measures(f, g->quantity->end) : g->quantity->end;
    bool grows = g->predicate.direction || g->quantity->growth;
    if (!tj_starts(tj_cut(f->sentence, at, f->sentence.len), TJ_STR("的")) || grows) return false;
    size_t from = at + 3;
    g->region = region_at(f, &from, g->region); /* 4.2万亿元的全国新增减税降费 */
    struct tj_str noun = tj_phrase_behind(f, from, end);
    if (noun.len == 0 || is_circumstance(noun)) return false;
    if (is_too_general(f, noun)) noun = told_of(f, from, noun.len, LONGEST_SHARE);
    noun = cut_at_kind(f, noun);
    bool ratio = g->quantity->unit.len && (g->quantity->kind == TJ_RATIO || g->quantity->kind == TJ_TENTH);
    struct tj_str attr = g->phrase.text;
    struct tj_str known = measured.len ? measured : tj_name_split(f, attr).attr;
    if (at > g->quantity->end) *end = g->quantity->end; /* the words of the next measure */
    if (known.len || ratio) attr = known; /* 眼前这个占地: only 占地 is what is measured */
    g->of_part = attr.len == 0;
    g->name = (struct tj_name){ noun, attr, attr.len ? tj_join(f->arena, noun, attr) : noun };
    g->naming = TJ_FROM_BEHIND;
    return true;
}

/* 育儿补贴惠及124万名婴幼儿: what reaches them belongs to the name. */
static bool is_reach_of(const struct tj_phrase *p)
{
    return p->subject.len && tj_char_count(p->subject) <= 10
           && (tj_ends(p->text, TJ_STR("惠及")) || tj_ends(p->text, TJ_STR("覆盖")));
}

/* 每天1亿人次乘坐轨道交通: says how often, not what. */
static bool is_how_often(struct tj_str words)
{
    static const char *const all[] = { "每天",   "每日",     "每年",     "每月",    "每周",
                                       "每小时", "平均每天", "平均每年", "平均每月" };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (tj_equal(words, tj_str_of(all[i]))) return true;
    return false;
}

/* 饮水安全工程使6069万农民受益: the cause belongs to the name, 使 does not. */
static bool take_cause(struct tj_phrase *p)
{
    static const char *const verbs[] = { "使", "让", "令" };
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        if (!tj_ends(p->text, tj_str_of(verbs[i]))) continue;
        p->text.len -= 3;
        return p->text.len >= 6;
    }
    return false;
}

/* 3.2万户、4.9万人|享受低保: what both counts are of stands behind the last. */
static size_t behind_counts(const struct tj_frame *f, const struct tj_quantity *q)
{
    size_t at = q->end;
    for (size_t i = 0; i < f->mentions->count && q->unit.len && q->kind == TJ_COUNTER; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        size_t mark = tj_starts(tj_cut(f->sentence, at, f->sentence.len), TJ_STR("、")) ? 3 : 0;
        if (m->kind != TJ_M_QUANTITY || m->off != at + mark) continue;
        if (m->quantity->unit.len && m->quantity->kind != TJ_COUNTER) break;
        at = m->quantity->end;
    }
    return at;
}

/* 组建13家企业创新联合体, 增发1万亿元国债: the noun behind the number. */
static bool name_from_behind(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    const struct tj_frame *f = w->f;
    const struct tj_predicate *p = &g->predicate;
    bool caused = take_cause(&g->phrase), often = is_how_often(g->phrase.text);
    const struct tj_phrase *before = &g->phrase;
    bool verb_object =
        p->direction && before->text.len == 0 && !p->compared && p->basis.len == 0 && is_count(g->quantity);
    if ((p->direction && !verb_object) || p->rank || p->share || p->start) return false;
    bool little = before->text.len == 0 || before->verbs_only || often;
    if (!little && !is_count(g->quantity)) return false;
    size_t from = little ? behind_counts(f, g->quantity) : g->quantity->end;
    struct tj_str noun = tj_phrase_behind(f, from, end);
    if (noun.len == 0 || is_circumstance(noun)) return false;
    if (is_too_general(f, noun)) noun = told_of(f, from, noun.len, LONGEST_TOLD);
    if (from > g->quantity->end) *end = g->quantity->end;
    bool ratio = g->quantity->unit.len && (g->quantity->kind == TJ_RATIO || g->quantity->kind == TJ_TENTH);
    struct tj_str works = without_progress(noun);
    if (!ratio && tj_char_count(works) > 3) noun = works; /* 12个项目签约 says more than 项目 */
    bool keep_head = little || caused || is_reach_of(before) || tj_char_count(before->text) <= SHORT_HEAD;
    struct tj_str whole = keep_head && before->text.len ? tj_join(f->arena, before->text, noun) : noun;
    g->of_part = before->text.len == 0;
    if (verb_object) g->predicate.direction = 0;
    struct tj_phrase all = tj_phrase_before(f, from, from > *end ? from : *end);
    bool thing =
        all.subject.len >= 6
        && tj_trie_find(f->lexicon->kinds, tj_cut(all.subject, all.subject.len - 6, all.subject.len));
    if (thing && before->text.len == 0 && !is_too_general(f, all.subject))
        whole = all.subject; /* 160项重大项目开工建设 */
    if (before->text.len == 0 && w->f->behind.len && tj_char_count(noun) <= SHORT_HEAD + 1)
        whole = tj_join(f->arena, w->f->behind, noun); /* …试点，1334万人参保 */
    g->name = tj_name_split(f, whole);
    g->naming = TJ_FROM_BEHIND;
    if (all.object_of_last.len) w->f->behind = all.object_of_last;
    return true;
}

static bool is_fate(const struct tj_frame *f, struct tj_str words)
{
    const struct tj_entry *e = words.len ? tj_trie_find(f->lexicon->words, words) : NULL;
    while (e && e->kind != TJ_FATE) e = e->more;
    return e != NULL;
}

/* 飓风已致39人死亡、7人受伤: what brought it. */
static struct tj_str whose_fate(const struct tj_frame *f, const struct tj_phrase *p)
{
    static const char *const verbs[] = { "造成", "导致", "致使", "致", "已", "共", NULL };
    struct tj_str s = p->text;
    if (s.len == 0 && tj_name_is_of_sentence(f) && is_fate(f, f->name.attr)) return f->name.owner;
    static const char *const one[] = { "一场", "一起", "一次", NULL };
    s = without(without(s, verbs, drop_end), one, tj_eat);
    if (s.len == 0) s = f->lead;
    bool listed = tj_ends(s, TJ_STR("在内")) || (s.len >= 6 && is_fate(f, tj_cut(s, s.len - 6, s.len)));
    if (listed) s.len = 0; /* 包括枪手在内的6人死亡 */
    return tj_char_count(s) >= 2 && tj_char_count(s) <= 12 ? s : (struct tj_str){ 0 };
}

/* 造成3人死亡、7人受伤: what befell them is what is counted. */
static bool name_from_fate(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    size_t len;
    bool counted = g->quantity->unit.len && g->quantity->kind == TJ_COUNTER;
    struct tj_str rest = tj_cut(w->f->sentence, g->quantity->end, w->f->sentence.len);
    const struct tj_entry *e = counted ? tj_trie_longest(w->f->lexicon->words, rest, 0, &len) : NULL;
    while (e && e->kind != TJ_FATE) e = e->more;
    if (!e || g->predicate.direction) return false;
    struct tj_str fate = tj_cut(rest, 0, len), whose = whose_fate(w->f, &g->phrase);
    g->name = (struct tj_name){ whose, fate, whose.len ? tj_join(w->f->arena, whose, fate) : fate };
    g->naming = TJ_FROM_BEHIND;
    *end = g->quantity->end + len;
    return true;
}

bool tj_name_behind(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    return name_from_fate(w, g, end) || name_from_owner_behind(w, g, end) || name_from_behind(w, g, end);
}

/* What a name that points back means: 该装置 is the generator that the sentence before named in full. */
#include "extract/attribute/name/name_pronoun.h"

#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

enum { LONGEST_NOUN = 6, SHORTEST_NOUN = 2, MORE = 2, LONGEST_THING = 16 }; /* characters */

/* The bytes of the first `chars` characters; 0 if there are fewer. */
static size_t head_of(struct tj_str s, size_t chars)
{
    size_t at = 0;
    for (; chars > 0; chars--) {
        if (at >= s.len) return 0;
        at += tj_char_len((unsigned char)s.ptr[at]);
    }
    return at;
}

/* Does 该 or 这个 stand right before the words of the name in the figure's clause? */
static bool is_pointed_at(const struct tj_walk *w, const struct tj_figure *g)
{
    static const char *const pronouns[] = { "该",   "这个", "这座", "这条", "这项", "这种", "这套",
                                            "这款", "这家", "这一", "这艘", "这台", NULL };
    static const char *const words[] = { "应", NULL }; /* 应该 */
    struct tj_str clause = tj_cut(w->f->sentence, w->clause, g->quantity->off);
    struct tj_str head = tj_cut(g->name.whole, 0, head_of(g->name.whole, SHORTEST_NOUN));
    size_t at;
    for (const char *const *p = pronouns; head.len && *p; p++) {
        if (!tj_find_last(clause, tj_str_of(*p), &at)) continue;
        struct tj_str behind = tj_cut(clause, at + tj_str_of(*p).len, clause.len);
        if (tj_starts(behind, head) && !tj_ends_in_one(tj_cut(clause, 0, at), words)) return true;
    }
    return false;
}

/* May this character be part of the name of a thing? 的 and the like end one to the left. */
static bool goes_on_left(struct tj_str text, size_t at)
{
    static const char *const ends[] = { "的", "了", "是", "在", "从", "由", "将", "把", "为", "对",
                                        "与", "和", "及", "据", "个", "座", "条", "项", "家", "台",
                                        "种", "套", "款", "批", "艘", "该", "这", "向", "被", "让",
                                        "使", "以", "并", "至", "到", "称", "说", NULL };
    size_t len;
    uint32_t c = tj_char_at(text, at, &len);
    bool plain = tj_is_han(c) || (c < 0x80 && c > ' ' && c != '<' && c != '>' && c != ',' && c != ';');
    bool data = tj_ends(tj_cut(text, 0, at), TJ_STR("数")) && c == U'据'; /* 数据中心 */
    return plain && (data || !tj_starts_with_one(tj_cut(text, at, text.len), ends));
}

/* 目前, 据: a word that only leads to a name. */
static bool is_idle(const struct tj_cue *cue)
{
    return cue->kind == TJ_CUE_DROP || cue->kind == TJ_CUE_NOW || cue->kind == TJ_CUE_LEAD
           || cue->kind == TJ_CUE_VERB || cue->kind == TJ_CUE_LIGHT;
}

/* 目前|涪陵页岩气田, 建成|算力中心, 浙江|六横大桥: the words before it that are no part of a name. */
static struct tj_str without_lead(const struct tj_frame *f, struct tj_str thing)
{
    for (;;) {
        size_t len = tj_verb_at_head(f->lexicon, thing), found;
        const struct tj_entry *e = len ? NULL : tj_trie_longest(f->lexicon->words, thing, 0, &found);
        for (; e && len == 0; e = e->more)
            if ((e->kind == TJ_REGION && !tj_starts(tj_cut(thing, found, thing.len), TJ_STR("级")))
                || (e->kind == TJ_CUE && is_idle(&f->lexicon->cues[e->row])))
                len = found;
        if (len == 0 || len >= thing.len) return thing;
        thing = tj_cut(thing, len, thing.len);
    }
}

/* The last part of a text, in which what a pronoun means is looked for. */
static struct tj_str end_of_text(struct tj_str text)
{
    enum { FARTHEST = 2048 }; /* bytes */
    size_t from = text.len > FARTHEST ? text.len - FARTHEST : 0;
    while (from < text.len && ((unsigned char)text.ptr[from] & 0xC0) == 0x80) from++;
    return tj_cut(text, from, text.len);
}

/* Is `noun` the end of another thing's name too in the sentence of `text` that ends behind `at`: 核电项目和风电项目? */
static bool is_one_of_several(struct tj_str text, struct tj_str noun, size_t at)
{
    static const char *const joins[] = { "和", "与", "、", "及", NULL };
    struct tj_str left = tj_cut(text, 0, at);
    size_t mark, other;
    if (tj_find_last(left, TJ_STR("。"), &mark)) left = tj_cut(left, mark, left.len);
    return tj_find_last(left, noun, &other) && tj_holds_one(tj_cut(left, other + noun.len, left.len), joins)
           && !tj_holds(tj_cut(left, other + noun.len, left.len), TJ_STR("，"));
}

/* The full name that ends with `noun` where `text` last has one; empty if it has none. */
static struct tj_str thing_in(const struct tj_frame *f, struct tj_str text, struct tj_str noun)
{
    size_t at;
    while (tj_find_last(text, noun, &at)) {
        size_t from = at;
        for (size_t left; from > 0 && goes_on_left(text, left = tj_char_before(text, from)); from = left) {}
        struct tj_str thing = without_lead(f, tj_cut(text, from, at + noun.len));
        size_t chars = tj_char_count(thing), own = tj_char_count(noun);
        bool known = chars >= own + MORE && chars <= LONGEST_THING;
        if (known && is_one_of_several(text, noun, at)) break;
        if (known) return thing;
        text.len = at;
    }
    return (struct tj_str){ 0 };
}

/* 这一比例, 该指数: nothing but the statistic that was told last. */
static bool is_only_statistic(struct tj_str name)
{
    static const char *const all[] = { "数字", "比例", "数据", "指标", "比重", "占比", "数量", "数值", NULL };
    return tj_starts_with_one(name, all) && tj_char_count(name) == 2;
}

/* The bytes that both begin with, in whole characters; those that both end in. */
static size_t same_head(struct tj_str a, struct tj_str b)
{
    size_t at = 0;
    while (at < a.len && at < b.len && a.ptr[at] == b.ptr[at]) at++;
    while (at > 0 && at < a.len && ((unsigned char)a.ptr[at] & 0xC0) == 0x80) at--;
    return at;
}
static size_t same_end(struct tj_str a, struct tj_str b)
{
    size_t n = 0;
    while (n < a.len && n < b.len && a.ptr[a.len - 1 - n] == b.ptr[b.len - 1 - n]) n++;
    while (n > 0 && ((unsigned char)a.ptr[a.len - n] & 0xC0) == 0x80) n--;
    return n;
}

/* 对美国、东盟、欧盟进出口: the last `count` statistics of the sentence as one; empty if there are not as many. */
static struct tj_str all_of(const struct tj_frame *f, size_t count)
{
    struct tj_str last = { 0 }, list = { 0 };
    enum { WORD = 6 }; /* bytes: a character alone that ends two names alike is no word of both */
    size_t found = 0, head = 0, end = 0;
    for (size_t i = f->facts->count; i > f->first_fact && found < count; i--) {
        struct tj_str name = f->facts->at[i - 1].indicator_raw;
        if (found && tj_equal(name, last)) continue;
        if (found == 1) head = same_head(name, last), end = same_end(name, last);
        size_t attr = found == 1 ? tj_name_split(f, name).attr.len : 0;
        if (attr && attr < end) end = attr; /* 进出口 of 东盟进出口、欧盟进出口 */
        if (end < WORD) end = 0;
        if (found > 1 && !tj_ends(name, tj_cut(last, last.len - end, last.len))) return (struct tj_str){ 0 };
        if (found && head + end >= name.len) return (struct tj_str){ 0 };
        if (found == 1) list = tj_cut(last, head, last.len);
        if (found) {
            struct tj_str part =
                tj_join(f->arena, tj_cut(name, found + 1 < count ? head : 0, name.len - end), TJ_STR("、"));
            list = tj_join(f->arena, part, list);
        }
        last = name;
        found++;
    }
    return found == count ? list : (struct tj_str){ 0 };
}

/* 三者|占外贸总值: all that were told last. */
static bool name_all(const struct tj_frame *f, struct tj_figure *g)
{
    static const struct {
        struct tj_str word;
        size_t count;
    } words[] = { { TJ_WORD("三者"), 3 }, { TJ_WORD("3者"), 3 },  { TJ_WORD("两者"), 2 },
                  { TJ_WORD("二者"), 2 }, { TJ_WORD("四者"), 4 }, { TJ_WORD("三项合计"), 3 } };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (!tj_starts(g->name.whole, words[i].word)) continue;
        struct tj_str all = all_of(f, words[i].count);
        if (all.len == 0) return false;
        struct tj_str rest = tj_cut(g->name.whole, words[i].word.len, g->name.whole.len);
        g->name = tj_name_split(f, tj_join(f->arena, all, rest));
        return true;
    }
    return false;
}

/* 出口额达5亿元，增长10%。这一数字|有望突破8亿元: the statistic told last, if its unit is that of the number. */
static void name_last(const struct tj_frame *f, struct tj_figure *g)
{
    struct tj_str unit = g->quantity->unit, one = TJ_STR("1");
    bool money = unit.len && g->quantity->kind == TJ_MONEY,
         same = f->level.whole.len && tj_equal(unit, f->unit);
    bool alike =
        tj_is_ratio(g->quantity) || (!tj_equal(f->unit, one) && money == tj_starts(f->unit, TJ_STR("CNY")));
    if (!tj_name_is_near(f) || (unit.len && !same && !alike)) return;
    g->name = same ? f->level : f->name;
    g->naming = TJ_CARRIED;
}

void tj_name_meant(const struct tj_walk *w, struct tj_figure *g)
{
    const struct tj_frame *f = w->f;
    if (name_all(f, g) || f->at_home || g->naming == TJ_CARRIED || !is_pointed_at(w, g)) return;
    if (is_only_statistic(g->name.whole)) {
        name_last(f, g);
        return;
    }
    struct tj_str here = tj_cut(f->sentence, 0, w->clause), name = g->name.whole;
    static const char *const many[] = {
        "企业", "机构", "地区", "区域", "国家", "城市", NULL
    }; /* of which there are others */
    if (tj_starts_with_one(name, many)) return;
    for (size_t chars = LONGEST_NOUN; chars >= SHORTEST_NOUN; chars--) {
        size_t len = head_of(name, chars);
        struct tj_str noun = tj_cut(name, 0, len);
        struct tj_str thing = len ? thing_in(f, here, noun) : noun;
        if (len && thing.len == 0) thing = thing_in(f, end_of_text(f->told), noun);
        if (len && thing.len == 0) thing = thing_in(f, end_of_text(f->told_before), noun);
        if (thing.len == 0) continue;
        g->name = tj_name_split(f, tj_join(f->arena, thing, tj_cut(name, len, name.len)));
        return;
    }
}

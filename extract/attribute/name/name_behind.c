#include "extract/attribute/name/name_behind.h"

#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

enum {
    SHORT_HEAD = 4,    /* characters: a head this short is put before the noun behind the number */
    LONGEST_TOLD = 20, /* what is told of the counted, if it shall be part of a name */
    LONGEST_DOING = 12 /* who does what with the thing behind: 对农民发放|200亿元|补贴 */
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

/* 育儿补贴惠及124万名婴幼儿: what reaches them belongs to the name. */
static bool is_reach_of(const struct tj_phrase *p)
{
    return p->subject.len && tj_char_count(p->subject) <= 10
           && (tj_ends(p->text, TJ_STR("惠及")) || tj_ends(p->text, TJ_STR("覆盖")));
}

/* 饮水安全工程使6069万农民受益: the cause belongs to the name, 使 does not. */
static bool take_cause(struct tj_phrase *p)
{
    static const char *const verbs[] = { "使", "让", "令" };
    static const char *const others[] = { "减让", "转让", "出让", "礼让", "退让", "割让",
                                          "行使", "大使", "即使", "司令", "指令", "命令" };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (tj_ends(p->text, tj_str_of(others[i]))) return false;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        if (!tj_ends(p->text, tj_str_of(verbs[i]))) continue;
        p->text.len -= 3;
        return p->text.len >= 6;
    }
    return false;
}

/* 地铁全长25公里，设车站|18座, 学校…，现有12个|年级, 大桥…，2000名|建设者: what a thing named in the sentence has; else `whole`. */
static struct tj_str part_of_thing(const struct tj_walk *w, const struct tj_figure *g, struct tj_str whole,
                                   struct tj_str noun)
{
    static const char *const verbs[] = { "现有", "设有", "下设", "建有", "配有", "内设", NULL };
    static const char *const builders[] = { "建设者", "施工人员", "建设人员", NULL };
    const struct tj_frame *f = w->f;
    bool here = f->thing.len && f->thing_sentence == f->sentence_no && tj_char_count(noun) <= 6;
    struct tj_str left = tj_cut(f->sentence, w->clause, g->predicate.from);
    struct tj_str touching = tj_cut(f->sentence, w->clause, g->quantity->off);
    bool has =
        tj_ends_in_one(left, verbs) || tj_ends_in_one(touching, verbs) || tj_ends_in_one(noun, builders);
    if (!here || !has) return whole;
    return tj_join(f->arena, f->thing, noun);
}

/* 160项|重大项目开工建设: the project that ends the subject behind the number; empty if none does. */
static struct tj_str project_of(const struct tj_frame *f, struct tj_str subject)
{
    bool thing =
        subject.len >= 6 && tj_trie_find(f->lexicon->kinds, tj_cut(subject, subject.len - 6, subject.len));
    return thing && !tj_noun_is_general(f, subject) ? subject : (struct tj_str){ 0 };
}

/* The noun behind the number with what stands before it, or with what the sentence told. */
static struct tj_str whole_of(const struct tj_walk *w, struct tj_figure *g, struct tj_str noun,
                              bool keep_head, const struct tj_phrase *all)
{
    const struct tj_frame *f = w->f;
    const struct tj_phrase *before = &g->phrase;
    struct tj_str whole = keep_head && before->text.len ? tj_join(f->arena, before->text, noun) : noun;
    bool open = before->text.len == 0 && !tj_ends_in_kind(f, noun);
    struct tj_str project = open ? project_of(f, all->subject) : (struct tj_str){ 0 };
    if (project.len) whole = project;
    if (before->text.len == 0 && f->behind.len && tj_char_count(noun) <= SHORT_HEAD + 1)
        whole = tj_join(f->arena, f->behind, noun); /* …试点，1334万人参保 */
    if (before->text.len == 0 || before->verbs_only) whole = part_of_thing(w, g, whole, noun);
    bool reached = tj_equal(before->text, TJ_STR("惠及"));
    return reached ? tj_join(f->arena, tj_name_reaching(f), whole) : whole;
}

/* How the words before the number stand to the noun behind it. */
struct before {
    bool little;      /* they say nothing that could be counted */
    bool allots;      /* 安排|2000亿元|债券: they give money out */
    bool done;        /* 地方发行|2000亿元|债券: somebody does it with the noun */
    bool caused;      /* 使|6000万农民|受益 */
    bool verb_object; /* 增加|12个|泊位: the verb of change has the noun as its object */
};

/* 净增|10万吨|竹材: an increase of what stands behind. */
static bool is_net(const struct tj_frame *f, const struct tj_figure *g)
{
    return tj_ends(tj_cut(f->sentence, 0, g->quantity->off), TJ_STR("净增"));
}

static struct before look_before(const struct tj_frame *f, struct tj_figure *g)
{
    static const char *const allotted[] = { "安排", "下达",     "拨付", "投入", "筹集",
                                            "预拨", "紧急预拨", "引导", "撬动", NULL };
    const struct tj_predicate *p = &g->predicate;
    struct before b = { .caused = take_cause(&g->phrase) };
    struct tj_str words = g->phrase.text;
    static const char *const gives[] = {
        "节约", "节省", "提供", "创造", "释放", "输送", "消纳", "替代", NULL
    };
    bool counted = is_count(g->quantity);
    bool net = is_net(f, g), given = tj_ends_in_one(words, gives); /* 可节约|一万亿元|物流费用 */
    b.verb_object = p->direction && words.len == 0 && !p->compared && (net || (p->basis.len == 0 && counted));
    static const char *const where[] = {
        "对全国", "在全国", "为全国", "对全球", "面向全国", "面向全球", NULL
    };
    if (tj_starts_with_one(words, where) && tj_char_count(words) <= 4) g->phrase.text.len = words.len = 0;
    if (tj_equal(words, TJ_STR("决定"))) g->phrase.text.len = words.len = 0; /* 国务院决定安排|30亿元|资金 */
    b.little = words.len == 0 || g->phrase.verbs_only || tj_tells_how_often(words);
    b.allots = words.len && tj_starts_with_one(tj_cut(f->sentence, p->from, f->sentence.len), allotted);
    b.done = !counted && (g->phrase.subject.len || b.allots || given) && g->quantity->kind != TJ_RATIO;
    return b;
}

/* 大兴国际机场|3万名|员工: does a body stand before the number, whose own those are that are counted? */
static bool is_body(const struct tj_phrase *p, struct tj_str left)
{
    enum { LONGEST = 10 }; /* characters */
    static const char *const bodies[] = { "机场", "大学", "公司", "集团", "医院", "车站", "银行", NULL };
    bool sample = tj_ends(left, TJ_STR("等")); /* 北京大学等|6所|高校 */
    return !p->verb && !sample && tj_char_count(p->text) <= LONGEST && tj_ends_in_one(p->text, bodies);
}

/* The words that name what is counted, from `*from` on, which steps over what describes it; empty if none do. */
static struct tj_str noun_of(const struct tj_frame *f, const struct tj_figure *g, const struct before *b,
                             size_t *from, size_t *end)
{
    bool of = tj_starts(tj_cut(f->sentence, *from, f->sentence.len), TJ_STR("的"));
    *from = tj_behind_description(f, *from);
    struct tj_str noun = tj_phrase_behind(f, *from, end);
    static const char *const scraps[] = { "被", "拟", "就", "因", NULL }; /* 1500人|被要求疏散 */
    if (noun.len == sizeof "被" - 1 && tj_starts_with_one(noun, scraps)) noun.len = 0;
    if (noun.len == 0 && b->little) noun = tj_noun_told_of_people(f, g->quantity, end);
    if (noun.len == 0 && b->allots) noun = tj_noun_of_purpose(f, *from, end);
    noun = tj_without_idle(noun); /* 41个|行业大类中有 */
    bool none = tj_noun_is_circumstance(noun) || tj_noun_is_purpose(noun) || (of && tj_noun_is_aim(noun));
    if (none) noun.len = 0;
    return noun;
}

/* 组建13家企业创新联合体, 增发1万亿元国债: the noun behind the number. */
static bool name_from_behind(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    const struct tj_frame *f = w->f;
    const struct tj_predicate *p = &g->predicate;
    const struct before b = look_before(f, g);
    size_t said = tj_char_count(g->phrase.text);
    if ((p->direction && !b.verb_object) || p->rank || p->share || p->start) return false;
    if (!b.little && !b.done && !is_count(g->quantity)) return false;
    size_t from = b.little ? tj_counts_end(f, g->quantity) : g->quantity->end;
    struct tj_str noun = noun_of(f, g, &b, &from, end);
    if (noun.len == 0) return false;
    bool general = tj_noun_is_general(f, noun);
    bool led = !general && is_count(g->quantity) && tj_tells_which(w, g, from, noun);
    if (general && p->reach && said > SHORT_HEAD && !g->phrase.verb)
        return false; /* 医院改革试点扩大到1000个县 */
    struct tj_str plain = noun;
    if (general || led) noun = tj_noun_and_told(f, from, noun.len, LONGEST_TOLD);
    bool bare = general && noun.len == plain.len; /* 蔬菜远销|28个|国家 */
    if (from > g->quantity->end) *end = g->quantity->end;
    if (from == g->quantity->end) noun = tj_noun_with_purpose(f, from, noun);
    bool ratio = tj_is_ratio(g->quantity);
    struct tj_str works = tj_noun_without_progress(noun);
    if (!ratio && tj_char_count(works) > 3) noun = works; /* 12个项目签约 says more than 项目 */
    bool keep_head = b.little || ((b.done || bare) && said <= LONGEST_DOING) || b.caused
                     || is_reach_of(&g->phrase) || said <= SHORT_HEAD
                     || is_body(&g->phrase, tj_cut(f->sentence, 0, g->quantity->off));
    g->of_part = g->phrase.text.len == 0;
    if (b.verb_object && !is_net(f, g)) g->predicate.direction = 0;
    struct tj_phrase all = tj_phrase_before(f, from, from > *end ? from : *end);
    bool told = !tj_equal(noun, plain) && tj_ends(noun, plain);
    g->name = tj_name_split(f, whole_of(w, g, noun, keep_head, &all));
    if (told && g->name.attr.len == 0) g->name.owner = plain; /* what they did is not of the next figure */
    g->naming = TJ_FROM_BEHIND;
    if (all.object_of_last.len) w->f->behind = all.object_of_last;
    return true;
}

bool tj_name_behind(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    return tj_name_people(w, g, end) || tj_name_among(w, g, end) || tj_name_fate(w, g, end)
           || tj_name_owner_behind(w, g, end) || name_from_behind(w, g, end);
}

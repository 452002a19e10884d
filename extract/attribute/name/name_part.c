/* What share of the nation's: 生产了全国1/2的火腿肠. */
#include "extract/attribute/name/name_behind.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

static const char *const bounds[] = { "超过", "超", "近", "约", "将近", "大约", "了", "着", NULL };

/* The whole that stands right before the number, behind a verb that says who has the part of it: 全国; empty if none does. */
static struct tj_str whole_before(const struct tj_walk *w, const struct tj_figure *g, bool *made)
{
    static const char *const wholes[] = { "全国", "全球", "世界", "全省", "全市", "全区",
                                          "全县", "全疆", "我国", "中国", NULL };
    static const char *const verbs[] = { "贡献", "创造", "集聚", "聚集", "汇聚", "养活",     "养育",
                                         "承担", "提供", "以占", "用占", "仅占", "贡献了占", "占据",
                                         "支撑", "消耗", "以",   "用",   "拥有", NULL };
    static const char *const makes[] = { "生产", "产出", "出产", NULL };
    struct tj_str left = tj_without(tj_cut(w->f->sentence, w->clause, g->quantity->off), bounds, tj_drop_end);
    for (const char *const *whole = wholes; *whole; whole++) {
        struct tj_str before = left;
        if (!tj_drop_end(&before, tj_str_of(*whole))) continue;
        before = tj_without(before, bounds, tj_drop_end);
        *made = tj_ends_in_one(before, makes);
        bool nation =
            tj_equal(tj_str_of(*whole), TJ_STR("我国")) || tj_equal(tj_str_of(*whole), TJ_STR("中国"));
        if (*made || tj_ends_in_one(before, verbs)) return nation ? TJ_STR("全国") : tj_str_of(*whole);
    }
    return (struct tj_str){ 0 };
}

/* 民营经济|贡献了60%以上的税收: who brings the part, behind whom such a verb stands; empty if nobody does. */
static struct tj_str giver(const struct tj_walk *w, const struct tj_figure *g)
{
    static const char *const gives[] = { "贡献", "创造", "提供", "吸纳", "承担", NULL };
    static const char *const givers[] = { "经济", "企业",   "产业",   "行业", "部门",
                                          "主体", "服务业", "制造业", NULL };
    enum { LONGEST = 12 }; /* characters */
    struct tj_str clause = tj_cut(w->f->sentence, w->clause, g->quantity->off);
    for (const char *const *verb = gives; *verb; verb++) {
        size_t at;
        if (!tj_find_last(clause, tj_str_of(*verb), &at)) continue;
        if (at == 0) return w->f->part_who; /* …，吸纳了80%以上的就业 */
        struct tj_phrase p = tj_phrase_before(w->f, w->clause, w->clause + at);
        bool body = !p.verb && tj_ends_in_one(p.text, givers) && tj_char_count(p.text) <= LONGEST;
        return body ? p.text : (struct tj_str){ 0 };
    }
    return (struct tj_str){ 0 };
}

/* 以|5%的能耗产出了|6.4%的生产总值: both are of the nation, though nobody says so. */
static bool is_part_against_part(const struct tj_walk *w, const struct tj_figure *g)
{
    static const char *const makes[] = {
        "产出", "创造", "贡献", "生产", "养活", "养育", "承载", "支撑", NULL
    };
    static const char *const bounds_of[] = { "了", "近", "约", "超", "超过", NULL };
    const struct tj_frame *f = w->f;
    struct tj_str left = tj_without(tj_cut(f->sentence, 0, g->quantity->off), bounds_of, tj_drop_end);
    struct tj_str rest = tj_cut(f->sentence, g->quantity->end, f->sentence.len);
    bool again = f->part_of.len && tj_ends_in_one(left, makes) && w->from > w->clause;
    if (!again && !tj_ends(left, TJ_STR("以")) && !tj_ends(left, TJ_STR("用"))) return false;
    static const char *const others[] = { "全省", "全市", "全县", "全区", "世界", "全球",
                                          "中国", "我国", "公司", "企业", "集团", NULL };
    uint32_t row = f->region_count ? f->regions[0] : f->topic ? f->topic : f->home;
    if (row == TJ_NONE || row == f->lexicon->nation || tj_holds_one(f->sentence, others)) return false;
    if (again) return true;
    rest = tj_before(tj_before(rest, TJ_STR("，")), TJ_STR("。"));
    return tj_starts(rest, TJ_STR("的")) && tj_holds_one(rest, makes) && tj_holds(rest, TJ_STR("%"));
}

/* 财政支出的|七成以上仍用于民生: a part of what stands before the number, told by what is done with it. */
static bool name_use(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    enum { LONGEST = 14 }; /* characters */
    static const char *const adverbs[] = { "以上", "左右", "多", "仍", "都", "均", "已", "主要", "将", NULL };
    static const char *const uses[] = { "用于", "投向", "投入",   "来自", "集中在",
                                        "流向", "销往", "分布在", "出自", NULL };
    const struct tj_frame *f = w->f;
    struct tj_str left = tj_without(tj_cut(f->sentence, w->from, g->quantity->off), bounds, tj_drop_end);
    bool of = tj_ends(left, TJ_STR("的")) && g->phrase.text.len && !g->phrase.verb;
    bool among = w->from == w->clause && tj_ends(tj_cut(f->sentence, 0, w->clause), TJ_STR("中，"))
                 && left.len == 0 && tj_name_is_of_sentence(f); /* 新增装机中，|超过80%来自可再生能源 */
    if (!of && !among) return false;
    struct tj_str owner = of ? g->phrase.text : f->name.whole;
    size_t to;
    struct tj_str told = tj_without(tj_clause_behind(f, g->quantity->end, &to), adverbs, tj_eat);
    if (!tj_starts_with_one(told, uses) || tj_char_count(told) > LONGEST) return false;
    g->name = (struct tj_name){ .owner = owner, .whole = tj_join(f->arena, owner, told) };
    g->naming = TJ_FROM_BEHIND;
    g->of_part = true;
    *end = to;
    return true;
}

bool tj_name_part(struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    static const char *const lists[] = { "、", "和", "近", "约", NULL };
    static const char *const reached[] = { "以上", "左右", "多", "的", NULL };
    struct tj_frame *f = w->f;
    if (!tj_is_ratio(g->quantity) || g->predicate.direction) return false;
    if (name_use(w, g, end)) return true;
    struct tj_str gap = tj_cut(f->sentence, w->from, g->quantity->off);
    bool again = (f->part_of.len || f->part_who.len) && tj_without(gap, lists, tj_eat).len == 0;
    bool made = f->part_made;
    struct tj_str whole = again ? f->part_of : whole_before(w, g, &made);
    struct tj_str who = again ? f->part_who : giver(w, g);
    if (made && !again) who.len = 0;
    if (!whole.len && !who.len && is_part_against_part(w, g)) whole = TJ_STR("全国"), made = false;
    struct tj_str rest = tj_without(tj_cut(f->sentence, g->quantity->end, f->sentence.len), reached, tj_eat);
    size_t from = (size_t)(rest.ptr - f->sentence.ptr);
    bool of = tj_ends(tj_cut(f->sentence, 0, from), TJ_STR("的"));
    struct tj_str noun = (whole.len || who.len) && of ? tj_phrase_behind(f, from, end) : (struct tj_str){ 0 };
    if (noun.len == 0) return false;
    static const char *const makes[] = { "产出", "创造", "贡献", "养活", NULL }; /* 5%的能耗|产出 */
    noun = tj_without(noun, makes, tj_drop_end);
    if (made && tj_name_split(f, noun).attr.len == 0) noun = tj_join(f->arena, noun, TJ_STR("产量"));
    g->name = who.len ? tj_name_share(f, who, tj_join(f->arena, whole, noun)) : tj_name_share(f, noun, whole);
    g->naming = TJ_FROM_BEHIND;
    g->of_part = true;
    f->part_who = who;
    f->part_of = whole;
    f->part_made = made;
    return true;
}

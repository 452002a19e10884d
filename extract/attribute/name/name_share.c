/* Shares, of what was told before them. */
#include "extract/attribute/name/name_share.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

static void take_apart(struct tj_frame *f)
{
    f->total = f->name.whole;
    f->total_unit = f->unit;
}

/* 实际利用外资1600亿美元，|其中…, 5600多名员工中|，…: the figure told last is taken apart from here on. A semicolon ends that,
   unless the whole sentence takes apart what the one before told. */
void tj_note_total(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i);
    if (m->kind == TJ_M_CUE) {
        if (tj_name_is_near(f) && tj_equal(f->name.whole, f->level.whole)) take_apart(f);
        return;
    }
    bool counted = m->mark == U'，' && w->from > w->clause && tj_name_is_of_sentence(f)
                   && tj_equal(tj_trim(tj_cut(f->sentence, w->from, m->off)), TJ_STR("中"));
    if (counted) take_apart(f);
    if (m->mark == U'；' && !tj_starts(tj_trim(f->sentence), TJ_STR("其中"))) f->total.len = 0;
}

struct tj_name tj_name_share(const struct tj_frame *f, struct tj_str part, struct tj_str whole)
{
    struct tj_str share = tj_join(f->arena, tj_join(f->arena, TJ_STR("占"), whole), TJ_STR("比重"));
    return (struct tj_name){ .owner = part, .attr = share, .whole = tj_join(f->arena, part, share) };
}

/* 0—17岁50万人，占|16.7%: those were not named by words. */
static bool is_of_ages(const struct tj_frame *f)
{
    size_t count = f->facts->count;
    if (count <= f->first_fact) return false;
    size_t from = count - 1 > f->first_fact ? f->facts->at[count - 2].end : 0,
           to = f->facts->at[count - 1].start;
    return from < to && tj_holds(tj_cut(f->sentence, from, to), TJ_STR("岁"));
}

/* 其中外商直接投资占|70%: of the whole that is taken apart. */
static bool share_of_total(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    struct tj_str of = TJ_STR("占"), part = words;
    if (!tj_drop_end(&part, of)) return false;
    bool told = f->share_of.len > of.len && f->share_of_sentence == f->sentence_no; /* …，占四成 */
    if (part.len == 0 && (!tj_name_is_of_sentence(f) || told)) return false;
    if (part.len == 0) part = f->name.whole;
    if (f->total.len == 0 || tj_equal(f->total, part) || tj_ends(f->total, TJ_STR("率"))) return false;
    if (!tj_equal(f->total_unit, f->unit)) return false; /* 企业5万个，其中…，从业人员30万人，占45% */
    if (words.len == of.len && is_of_ages(f)) return false;
    struct tj_str whole = f->total;
    tj_eat(&whole, TJ_STR("年末"));
    *out = tj_name_share(f, part, whole);
    return true;
}

/* 动力电池产值1000亿元，产量|占全国的15.5%: whose output it is was told before it. */
static bool share_of_attr(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    size_t at;
    if (!tj_find(words, TJ_STR("占"), 0, &at) || at < 6 || !tj_name_is_of_sentence(f)) return false;
    if (!tj_means(f, tj_cut(words, 0, at), TJ_ATTR) || f->name.owner.len == 0) return false;
    *out = tj_name_compose(f, f->name.owner, words);
    return true;
}

/* 茶叶产值在农业总产值中的比重: of which whole, in the words that the others are told in. */
static bool share_within(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    enum { SHORTEST = 6 }; /* bytes */
    static const char *const ends[] = { "中的比重", "中的占比", "中所占比重", "中所占的比重",
                                        "中占比",   "中的份额", "中占",       NULL };
    struct tj_str rest = tj_without(words, ends, tj_drop_end), within = TJ_STR("在");
    size_t at;
    if (rest.len == words.len || !tj_find_last(rest, within, &at)) return false;
    struct tj_str whole = tj_cut(rest, at + within.len, rest.len);
    if (at < SHORTEST || whole.len < SHORTEST) return false;
    *out = tj_name_share(f, tj_cut(rest, 0, at), whole);
    return true;
}

/* 占外贸的47%，占比接近一半: a share is of what was told before it. */
bool tj_name_of_share(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str words,
                      struct tj_str unit, enum tj_naming *naming, struct tj_name *out)
{
    bool told = f->share.whole.len && f->share_sentence == f->sentence_no;
    if (share_within(f, words, out)) return true;
    if (p->share && told && tj_means(f, words, TJ_ASPECT)) {
        *naming = TJ_CARRIED;
        *out = f->share;
        return true;
    }
    if (p->share && (share_of_attr(f, words, out) || share_of_total(f, words, out))) return true;
    bool adds =
        tj_starts(words, TJ_STR("影响")) && tj_equal(unit, TJ_STR("pp")); /* 影响CPI上涨0.47个百分点 */
    bool pulls = tj_starts(words, TJ_STR("拉动")) && tj_equal(unit, TJ_STR("pp")) && words.len > 6;
    bool of = (p->share && tj_starts(words, TJ_STR("占"))) || adds || pulls;
    if (!of || (!tj_name_is_near(f) && !f->lead.len)) return false;
    bool alone =
        tj_equal(words, TJ_STR("占")) && f->share_of.len && f->share_of_sentence + 1 >= f->sentence_no;
    bool other = f->total.len && tj_holds(f->share_of, f->total) && !tj_equal(f->total_unit, f->unit);
    alone &= !other && !is_of_ages(f);
    *naming = TJ_COMPOSED;
    *out = f->lead.len ? tj_name_split(f, f->lead) : f->name;
    struct tj_str whose = out->whole;
    out->whole = tj_join(f->arena, whose, alone ? f->share_of : words);
    if (pulls && !tj_ends(words, TJ_STR("增长"))) out->whole = tj_join(f->arena, out->whole, TJ_STR("增长"));
    out->said = p->said.len && !alone ? tj_join(f->arena, whose, p->said) : (struct tj_str){ 0 };
    return true;
}

/* Money that only its purpose tells apart from other money. */
#include "extract/attribute/name/name_money.h"

#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

enum { LONGEST_GIVER = 10, SHORTEST_PURPOSE = 5, LONGEST_PURPOSE = 34 }; /* characters */

/* Does the name say no more than that it is money, or who gives it: 中央财政, 专项资金? */
static bool says_little(struct tj_str name)
{
    static const char *const ends[] = { "资金", "财政", "银行", "部门", "下达",
                                        "经费", "拨付", "预拨", "国家", NULL };
    static const char *const told[] = { "为", "用于", "支持", "用", "融资", "社会资", "使用" };
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++)
        if (tj_holds(name, tj_str_of(told[i]))) return false;
    bool bonds = tj_equal(name, TJ_STR("超长期特别国债")); /* 超长期特别国债1500亿元支持“两重”建设 */
    return bonds || (tj_ends_in_one(name, ends) && tj_char_count(name) <= LONGEST_GIVER);
}

/* 资金，|重点支持十大节能工程建设: where the clause that says what for begins; 0 if none does. */
static size_t purpose_begin(const struct tj_frame *f, size_t at)
{
    static const char *const before[] = { "建设资金", "专项资金", "资金", "经费", "，",
                                          " ",        "重点",     "主要", "集中" };
    static const char *const verbs[] = { "支持", "用于", "扶持", NULL };
    struct tj_str rest = tj_cut(f->sentence, at, f->sentence.len);
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) tj_eat(&rest, tj_str_of(before[i]));
    return tj_starts_with_one(rest, verbs) ? (size_t)(rest.ptr - f->sentence.ptr) : 0;
}

/* The words from there to the end of the clause, without the numbers in them: 支持|116户|国有企业政策性关闭破产. */
static struct tj_str purpose_of(const struct tj_frame *f, size_t from)
{
    struct tj_str words = { 0 };
    size_t i = 0;
    for (; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->off < from) continue;
        if (m->kind == TJ_M_MARK && m->mark != U'、' && m->mark != U'“' && m->mark != U'”') break;
        if (m->kind != TJ_M_QUANTITY) continue;
        words = tj_join(f->arena, words, tj_cut(f->sentence, from, m->off));
        from = m->quantity->end;
    }
    size_t end = i < f->mentions->count ? f->mentions->at[i].off : f->sentence.len;
    words = tj_join(f->arena, words, tj_trim(tj_cut(f->sentence, from, end)));
    size_t chars = tj_char_count(words);
    return chars >= SHORTEST_PURPOSE && chars <= LONGEST_PURPOSE ? words : (struct tj_str){ 0 };
}

/* 省重点项目|完成投资7398亿元: what was spent of all that a project is to cost. False if the name is of no such. */
static bool name_spent(const struct tj_frame *f, struct tj_figure *g)
{
    struct tj_str owner = g->name.whole, investment = TJ_STR("投资");
    bool spent = tj_starts(tj_cut(f->sentence, g->predicate.from, f->sentence.len), TJ_STR("完成投资"))
                 || tj_ends(tj_cut(f->sentence, 0, g->quantity->off), TJ_STR("完成投资"));
    if (!spent || !tj_drop_end(&owner, investment) || !tj_ends(owner, TJ_STR("项目"))) return false;
    g->name = (struct tj_name){ .owner = owner,
                                .attr = investment,
                                .whole = tj_join(f->arena, owner, TJ_STR("完成投资")) };
    return true;
}

void tj_name_money(const struct tj_walk *w, struct tj_figure *g)
{
    const struct tj_frame *f = w->f;
    bool money = g->quantity->unit.len && g->quantity->kind == TJ_MONEY && !g->predicate.direction;
    if (!money || name_spent(f, g) || g->naming == TJ_CARRIED || !says_little(g->name.whole)) return;
    size_t from = purpose_begin(f, g->quantity->end);
    struct tj_str purpose = from ? purpose_of(f, from) : (struct tj_str){ 0 };
    if (purpose.len == 0) return;
    g->name = (struct tj_name){ .owner = g->name.whole,
                                .attr = purpose,
                                .whole = tj_join(f->arena, g->name.whole, purpose) };
    g->naming = TJ_COMPOSED;
}

/* What the frame lends where words of one field say how: accidents, loans, funds, means. */
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

/* 发生安全事故17起，死亡19人，受伤5人: who died in what was told before. */
static bool lend_fate(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    static const char *const events[] = { "事故", "火灾", "灾害", "案件", "地震", "袭击", NULL };
    struct tj_str whole = f->name.whole;
    if (!tj_means(f, words, TJ_FATE) || !tj_name_is_of_sentence(f)) return false;
    if (tj_means(f, f->name.attr, TJ_FATE) && f->name.owner.len) whole = f->name.owner;
    if (!tj_ends_in_one(whole, events)) return false;
    *out = tj_name_compose(f, whole, words);
    return true;
}

/* 企业到位资金11万亿元。其中，国内贷款1.5万亿元: a part of those funds. */
static bool lend_funds(const struct tj_frame *f, struct tj_str words, struct tj_str unit, struct tj_name *out)
{
    static const char *const parts[] = { "贷款", "资金", "外资", "预收款", "债券", NULL };
    struct tj_str funds = TJ_STR("到位资金");
    size_t at;
    if (!tj_starts(tj_trim(f->sentence), TJ_STR("其中")) || !tj_name_is_near(f)) return false;
    if (!tj_find(f->name.whole, funds, 0, &at) || !tj_equal(unit, TJ_STR("CNY"))) return false;
    if (!tj_ends_in_one(words, parts) || tj_find(words, funds, 0, &(size_t){ 0 })) return false;
    *out = tj_name_split(f, tj_join(f->arena, tj_cut(f->name.whole, 0, at + funds.len), words));
    return true;
}

/* 住户贷款增加7337亿元，其中，短期贷款增加1517亿元: the loans of those. */
static bool lend_borrower(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    static const char *const kinds[] = { "短期贷款", "中长期贷款", "票据融资" };
    static const char *const borrowers[] = { "住户",       "居民",       "企（事）业单位",
                                             "企事业单位", "非金融企业", "企业" };
    bool kind = false;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) kind |= tj_equal(words, tj_str_of(kinds[i]));
    if (!kind || !tj_name_is_of_sentence(f)) return false;
    for (size_t i = 0; i < sizeof borrowers / sizeof borrowers[0]; i++) {
        if (!tj_starts(f->name.whole, tj_str_of(borrowers[i]))) continue;
        *out = tj_name_compose(f, tj_str_of(borrowers[i]), words);
        return true;
    }
    return false;
}

/* 合计成交132万亿元，日均成交6万亿元: the mean of what was told. */
static bool lend_mean(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    static const char *const means[] = { "日均", "月均", "户均", NULL };
    struct tj_str verb = words;
    for (size_t i = 0; means[i]; i++)
        if (tj_eat(&verb, tj_str_of(means[i]))) break;
    if (verb.len == words.len || verb.len < 6 || !tj_name_is_of_sentence(f)) return false;
    size_t at;
    if (tj_find(f->name.whole, TJ_STR("均"), 0, &at)) return false;
    if (!tj_find(f->name.whole, verb, 0, &at) || at == 0) return false;
    static const char *const aspects[] = { "增速", "增幅", "降幅", "涨幅", NULL };
    struct tj_str owner = tj_cut(f->name.whole, 0, at);
    struct tj_str rest =
        tj_without(tj_cut(f->name.whole, at + verb.len, f->name.whole.len), aspects, tj_drop_end);
    tj_drop_end(&owner, TJ_STR("总"));
    *out = tj_name_split(f, tj_join(f->arena, tj_join(f->arena, owner, words), rest));
    return true;
}

/* 基本养老保险基金收入68933亿元，基金支出63079亿元: the owner in hand, said in short. */
static bool lend_whole_owner(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    struct tj_str owner = f->name.owner;
    if (owner.len <= 6 || words.len <= 6 || !tj_name_is_of_sentence(f)) return false;
    struct tj_name name = tj_name_split(f, words);
    bool in_short =
        name.attr.len && name.owner.len >= 6 && name.owner.len < owner.len && tj_ends(owner, name.owner);
    if (!in_short || tj_indicator_row(f, words)) return false;
    if (tj_starts(owner, TJ_STR("地区"))) return false; /* left of 东盟地区 */
    *out = tj_name_compose(f, owner, name.attr);
    return true;
}

/* 家用电脑: a thing that a household has, not 汽车销量, 新建住房 or what is told of another place or behind a semicolon. */
static bool is_thing_had(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str words)
{
    enum { LONGEST = 10 }; /* characters */
    size_t at;
    if (f->facts->count == f->first_fact || tj_char_count(words) > LONGEST) return false;
    struct tj_str since = tj_cut(f->sentence, f->facts->at[f->facts->count - 1].end, f->sentence.len);
    if (tj_find(since, words, 0, &at)) since.len = at;
    bool other = p->region_count || p->period || p->verb || tj_holds(since, TJ_STR("；"));
    return !other && !tj_verb_at_head(f->lexicon, words) && tj_name_split(f, words).attr.len == 0
           && !tj_ends(words, TJ_STR("量"));
}

/* 城镇居民每百户家庭|拥有家用汽车39辆、家用电脑92台: had alike. */
static bool lend_having(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str words,
                        struct tj_str unit, struct tj_name *out)
{
    static const char *const counters[] = { "辆", "台", "部", "架", "套", NULL };
    static const char *const households[] = { "居民", "家庭", NULL };
    static const struct tj_str of[] = { TJ_WORD("每百户"), TJ_WORD("每百人"), { 0 } };
    if (!tj_name_is_of_sentence(f) || !tj_ends_in_one(unit, counters) || !is_thing_had(f, p, words))
        return false;
    for (const struct tj_str *each = of; each->len; each++) {
        size_t at;
        if (!tj_find(f->name.whole, *each, 0, &at) || tj_holds(words, *each)) continue;
        size_t end = at + each->len;
        struct tj_str rest = tj_cut(f->name.whole, end, f->name.whole.len);
        end += rest.len - tj_without(rest, households, tj_eat).len;
        *out = tj_name_split(f, tj_join(f->arena, tj_cut(f->name.whole, 0, end), words));
        return true;
    }
    return false;
}

bool tj_lend_special(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str words,
                     struct tj_str unit, struct tj_name *out)
{
    return lend_fate(f, words, out) || lend_borrower(f, words, out) || lend_mean(f, words, out)
           || lend_having(f, p, words, unit, out) || lend_whole_owner(f, words, out)
           || lend_funds(f, words, unit, out);
}

/* 东部地区|投资增长3.9% in a release on 固定资产投资: the statistic that the document begins with, said in short of a part of
   the nation. */
bool tj_lend_opening(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    enum { LONGEST = 9 }; /* bytes of a short name */
    size_t bracket;
    if (!f->at_home || f->facts->count == 0 || !f->region_count || words.len > LONGEST) return false;
    struct tj_str opening = f->facts->at[0].indicator_raw;
    if (tj_find(opening, TJ_STR("（"), 0, &bracket)) opening.len = bracket; /* 固定资产投资|（不含农户） */
    if (opening.len <= words.len || !tj_ends(opening, words) || !tj_indicator_row(f, opening)) return false;
    *out = tj_name_split(f, opening);
    return true;
}

/* 87个省重点项目|完成投资318亿元, …年度计划投资315亿元。已完成投资|70亿元: what was invested in the projects that were told. */
bool tj_lend_projects(const struct tj_frame *f, struct tj_str words, struct tj_str unit, struct tj_name *out)
{
    struct tj_str invested = TJ_STR("投资"), owner = f->name.whole;
    bool alone = tj_equal(words, invested) || tj_equal(words, TJ_STR("完成投资"));
    if (!alone || !tj_equal(unit, TJ_STR("CNY")) || !tj_name_is_near(f)) return false;
    if (f->name.owner.len && tj_ends(f->name.attr, invested)) owner = f->name.owner;
    if (owner.len == 0 || !tj_ends_in_kind(f, owner)) return false;
    *out = (struct tj_name){ .owner = owner,
                             .attr = TJ_STR("完成投资"),
                             .whole = tj_join(f->arena, owner, TJ_STR("完成投资")) };
    return true;
}

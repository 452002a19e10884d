#include "extract/attribute/name/noun_behind.h"

#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/phrase/phrase_parts.h"

enum { LONGEST_TOLD = 16 }; /* characters: what is told of the counted, if it shall be part of a name */

struct tj_str tj_without(struct tj_str words, const char *const *list,
                         bool (*take)(struct tj_str *, struct tj_str))
{
    for (size_t i = 0; list[i];) i = take(&words, tj_str_of(list[i])) ? 0 : i + 1;
    return words;
}

bool tj_drop_end(struct tj_str *words, struct tj_str end)
{
    if (!tj_ends(*words, end)) return false;
    words->len -= end.len;
    return true;
}

/* 重大项目|建设加快推进, 公路|通车: how far the works are is no part of their name. */
struct tj_str tj_noun_without_progress(struct tj_str noun)
{
    static const char *const works[] = { "项目", "工程", "公路", "铁路", "高铁",
                                         "大桥", "隧道", "机场", "电站" };
    static const char *const progress[] = { "建设", "开工", "加快", "落地", "签约", "建成", "投产",
                                            "竣工", "顺利", "有序", "全部", "集中", "相继", "稳步",
                                            "陆续", "进入", "完工", "实施", "通车", "通航", "开通",
                                            "贯通", "投运", "投用", "启用", "运营" };
    size_t at;
    for (size_t i = 0; i < sizeof works / sizeof works[0]; i++) {
        if (!tj_find(noun, tj_str_of(works[i]), 0, &at)) continue;
        size_t end = at + tj_str_of(works[i]).len;
        struct tj_str rest = tj_cut(noun, end, noun.len);
        for (size_t k = 0; k < sizeof progress / sizeof progress[0]; k++)
            if (tj_starts(rest, tj_str_of(progress[k]))) return tj_cut(noun, 0, end);
    }
    return noun;
}

/* 项目刷新纪录: what follows the kind of thing is no longer its name. */
struct tj_str tj_noun_to_kind(const struct tj_frame *f, struct tj_str noun)
{
    struct tj_str works = tj_noun_without_progress(noun);
    if (works.len < noun.len) return works;
    for (size_t at = 0; at < noun.len; at += tj_char_len((unsigned char)noun.ptr[at])) {
        size_t len;
        if (at > 0 && tj_trie_longest(f->lexicon->kinds, noun, at, &len)) return tj_cut(noun, 0, at + len);
    }
    return noun;
}

/* 企业, 行业, 城市: the noun alone says too little, 都 behind it not counted. */
bool tj_noun_is_general(const struct tj_frame *f, struct tj_str noun)
{
    static const struct tj_str behind[] = { TJ_WORD("都"), TJ_WORD("均"), TJ_WORD("已"), TJ_WORD("将") };
    for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++)
        if (tj_ends(noun, behind[i])) noun.len -= behind[i].len;
    return tj_trie_find(f->lexicon->owner_ends, noun) || tj_trie_find(f->lexicon->general, noun);
}

/* 城市 and 开通了轨道交通 as 开通轨道交通的城市. */
static struct tj_str told_first(const struct tj_frame *f, struct tj_str noun, struct tj_str told)
{
    static const char *const idle[] = { "进行", "得以", NULL }; /* 进行整治的村 */
    size_t at;
    told = tj_without(told, idle, tj_eat);
    if (tj_find(told, TJ_STR("了"), 0, &at) && !tj_starts(tj_cut(told, at, told.len), TJ_STR("了解")))
        told = tj_join(f->arena, tj_cut(told, 0, at), tj_cut(told, at + 3, told.len));
    if (told.len == 0) return noun;
    if (tj_holds(noun, TJ_STR("的"))) return tj_join(f->arena, noun, told); /* 中国人的饭碗|端在自己手中 */
    return tj_join(f->arena, told, tj_join(f->arena, TJ_STR("的"), noun));
}

/* 54个|城市已开通轨道交通: what the counted do makes the name. Adverbs fall out, and what leads on to the next number. */
struct tj_str tj_noun_and_told(const struct tj_frame *f, size_t from, size_t noun_len, size_t longest)
{
    static const char *const adverbs[] = { "已经", "已", "都", "均", "正在", "正式",
                                           "正",   "将", "也", "还", "全部", NULL };
    static const char *const on[] = { "中已有", "中就有", "中有", "中",   "的",   "超过", "超", "近",
                                      "约",     "达到",   "达",   "突破", "不足", "为",   NULL };
    size_t end;
    struct tj_str clause = tj_clause_behind(f, from, &end);
    if (clause.len <= noun_len) return clause;
    enum {
        FUNCTION_WORDS = 9
    }; /* bytes that may be left out at the end; more are a clause too long to be read whole */
    size_t read = (size_t)(clause.ptr - f->sentence.ptr) + clause.len;
    if (read + FUNCTION_WORDS < end) return tj_cut(clause, 0, noun_len);
    struct tj_str noun = tj_cut(clause, 0, noun_len), rest = tj_cut(clause, noun_len, clause.len);
    rest = tj_without(rest, adverbs, tj_eat);
    if (tj_quantity_begins(f, end) || tj_equal(rest, TJ_STR("中")))
        rest = tj_without(tj_before_rank(rest), on, tj_drop_end);
    return tj_char_count(rest) <= longest ? told_first(f, noun, rest) : noun;
}

/* 在1.3万亿斤以上的基础上: no thing that could own a number. */
bool tj_noun_is_circumstance(struct tj_str noun)
{
    static const char *const words[] = { "基础上", "背景下", "情况下", "条件下",
                                         "前提下", "形势下", "同时",   "过程中" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_equal(noun, tj_str_of(words[i]))) return true;
    return false;
}

/* 增长9.5%以上的目标: what the number is set for is not what it is of. */
bool tj_noun_is_aim(struct tj_str noun)
{
    static const char *const words[] = { "目标", "预期目标", "任务", "水平", "要求", "区间",
                                         "之间", "范围",     "高位", "低位", "地位", "位置" };
    static const char *const ends[] = { "高水平",   "低水平",   "新水平",   "好水平", "景气区间",
                                        "合理区间", "历史高位", "历史低位", NULL }; /* 7.11%的|历史较高水平 */
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_equal(noun, tj_str_of(words[i]))) return true;
    return tj_ends_in_one(noun, ends);
}

/* 总面积, 东西宽: the measure of a thing that ends the words; empty if none does. */
struct tj_str tj_measure_at_end(const struct tj_frame *f, struct tj_str words)
{
    static const char *const sizes[] = { "长", "宽", "高", "深", "厚" };
    static const char *const ways[] = { "东西", "南北", "总", "全", "平均", "最" };
    struct tj_str attr = tj_name_split(f, words).attr;
    if (attr.len)
        return tj_means(f, attr, TJ_SPEC) || tj_ends(attr, TJ_STR("面积")) ? attr : (struct tj_str){ 0 };
    if (tj_ends(words, TJ_STR("增长")) || tj_ends(words, TJ_STR("提高"))) return (struct tj_str){ 0 };
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
size_t tj_measures_end(const struct tj_frame *f, size_t at)
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

/* 3.2万户、4.9万人|享受低保: what both counts are of stands behind the last. */
size_t tj_counts_end(const struct tj_frame *f, const struct tj_quantity *q)
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

/* 7.2万人|通过易地扶贫搬迁, 1.3万户参加合作社: what they did that are counted, if nothing else names them. */
struct tj_str tj_noun_told_of_people(const struct tj_frame *f, const struct tj_quantity *q, size_t *end)
{
    static const char *const people[] = { "人", "户", "名", "人次", NULL };
    static const char *const by[] = { "通过", "因", NULL };
    bool counted = false;
    for (const char *const *w = people; *w; w++) counted |= tj_equal(q->unit, tj_str_of(*w));
    static const char *const does[] = { "参加", "参与", "接受", "享受", "领取", "报名", "被", NULL };
    struct tj_str rest = tj_cut(f->sentence, q->end, f->sentence.len);
    if (!counted || (!tj_starts_with_one(rest, by) && !tj_starts_with_one(rest, does)))
        return (struct tj_str){ 0 };
    struct tj_str told = tj_without(tj_clause_behind(f, q->end, end), by, tj_eat);
    return tj_char_count(told) <= LONGEST_TOLD ? told : (struct tj_str){ 0 };
}

/* 安排109亿元|资金支持再就业: money is told by what it is for. */
struct tj_str tj_noun_with_purpose(const struct tj_frame *f, size_t from, struct tj_str noun)
{
    static const char *const funds[] = { "资金", "基金", "经费", NULL };
    static const char *const uses[] = { "支持", "用于", NULL };
    size_t end;
    if (!tj_ends_in_one(noun, funds)) return noun;
    struct tj_str all = tj_clause_behind(f, from, &end);
    bool told = tj_starts(all, noun) && tj_starts_with_one(tj_cut(all, noun.len, all.len), uses);
    return told && tj_char_count(all) <= LONGEST_TOLD ? all : noun;
}

/* 中央财政安排20亿元|支持制种大县现代化水平提升: what money is for, where nothing else names it; empty if that is not said. */
struct tj_str tj_noun_of_purpose(const struct tj_frame *f, size_t from, size_t *end)
{
    enum { SHORTEST = 5 };
    static const char *const uses[] = { "支持", "用于", "专项用于", NULL };
    if (!tj_starts_with_one(tj_cut(f->sentence, from, f->sentence.len), uses)) return (struct tj_str){ 0 };
    struct tj_str all = tj_clause_behind(f, from, end);
    size_t chars = tj_char_count(all);
    return chars >= SHORTEST && chars <= LONGEST_TOLD ? all : (struct tj_str){ 0 };
}

/* 投入农机120万台|保障春耕: what for, not what. */
bool tj_noun_is_purpose(struct tj_str noun)
{
    static const char *const things[] = { "保障性", "保障房", "保障金", NULL };
    return tj_starts(noun, TJ_STR("保障")) && !tj_starts_with_one(noun, things);
}

bool tj_tells_how_often(struct tj_str words)
{
    static const char *const all[] = { "每天",   "每日",     "每年",     "每月",    "每周",
                                       "每小时", "平均每天", "平均每年", "平均每月" };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (tj_equal(words, tj_str_of(all[i]))) return true;
    static const char *const daily[] = { "日均", "月均", "年均", NULL }; /* 口岸日均|3万人次|出入境 */
    if (tj_ends_in_one(words, daily)) return true;
    bool among =
        tj_ends(words, TJ_STR("中")) || tj_ends(words, TJ_STR("中就有")) || tj_ends(words, TJ_STR("中有"));
    return among && tj_starts(words, TJ_STR("每")); /* 每10万人中4.1万人拥有大学学历 */
}

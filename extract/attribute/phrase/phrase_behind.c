#include "extract/attribute/name/noun_behind.h"
#include "extract/attribute/phrase/phrase_parts.h"

#include <string.h>

enum { LONGEST_BEHIND = 24 }; /* characters */

/* Does this mention end a noun phrase that stands behind its number? */
static bool ends_words(const struct tj_mention *m)
{
    if (m->kind == TJ_M_QUANTITY) return true;
    return m->kind == TJ_M_MARK && m->mark != U'“' && m->mark != U'”' && m->mark != U'·';
}

static bool stops(const struct tj_mention *m)
{
    if (m->kind == TJ_M_WORD || m->kind == TJ_M_REGION || m->kind == TJ_M_GUARD) return false;
    if (m->kind == TJ_M_MARK) return m->mark != U'“' && m->mark != U'”' && m->mark != U'·';
    if (m->kind != TJ_M_CUE) return true;
    return m->cue->kind != TJ_CUE_VERB && m->cue->kind != TJ_CUE_TARGET && m->cue->kind != TJ_CUE_HERE;
}

/* Do the words end in a kind of thing that may own an attribute: 60个项目|总投资? */
static bool ends_in_kind(const struct tj_frame *f, struct tj_str words)
{
    size_t from = words.len;
    for (int chars = 0; chars < 4 && from > 0; chars++) {
        from = tj_char_before(words, from);
        struct tj_str tail = tj_cut(words, from, words.len);
        if (tj_trie_find(f->lexicon->owner_ends, tail) || tj_trie_find(f->lexicon->kinds, tail)) return true;
    }
    return false;
}

/* 粮油|千亩|高产片: a magnitude alone between two nouns says how large the thing is; 规模超千亿元 is a figure. */
static bool is_part_of_name(const struct tj_frame *f, const struct tj_mention *m)
{
    static const char *const bounds[] = { "超", "近", "达", "约", "和", "逾", "为",
                                          "破", "过", "上", "及", "到", NULL };
    static const char *const ends[] = { "的", "、", "，", "。", "；", "左右", "以", "大关", "台阶", "级" };
    bool quoted = m->kind == TJ_M_QUANTITY && m->quantity->chinese
                  && tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("“"));
    if (quoted) return true; /* 作品获“|五个|一工程”奖 */
    if (m->kind != TJ_M_QUANTITY || !m->quantity->bare || !m->quantity->chinese) return false;
    struct tj_str rest = tj_cut(f->sentence, m->quantity->end, f->sentence.len);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (tj_starts(rest, tj_str_of(ends[i]))) return false;
    return rest.len && !tj_ends_in_one(tj_cut(f->sentence, 0, m->off), bounds);
}

static bool holds_quantity(const struct tj_frame *f, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (f->mentions->at[i].kind == TJ_M_QUANTITY) return true;
    return false;
}

/* 20个|500千伏|输变电工程: a size right before the noun that is counted. */
static bool is_size_of_noun(const struct tj_frame *f, const struct tj_mention *m)
{
    if (m->kind != TJ_M_QUANTITY || !m->quantity->unit.len || m->quantity->kind != TJ_PHYSICAL) return false;
    struct tj_str rest = tj_cut(f->sentence, m->quantity->end, f->sentence.len);
    static const char *const breaks[] = { "，", "。", "；", "、", "（", "）", "：", "的", "和", NULL };
    return rest.len >= 6 && (unsigned char)rest.ptr[0] >= 0xE4 && !tj_starts_with_one(rest, breaks);
}

/* 30亿美元的|军事支持, 500亿欧元|对乌支持计划: is the verb at `at` of the clause that began at `from` the noun of what is
   given, or a part of one? */
static bool is_given(const struct tj_frame *f, size_t from, size_t at)
{
    static const char *const nouns[] = { "支持", "承诺", "援助", NULL };
    static const char *const ends[] = { "，", "。", "；", "、", NULL };
    static const char *const plans[] = { "计划", "方案", "政策", "措施", NULL };
    struct tj_str rest = tj_cut(f->sentence, at, f->sentence.len);
    if (!tj_starts_with_one(rest, nouns)) return false;
    rest = tj_cut(rest, sizeof "支持" - 1, rest.len);
    if (tj_starts_with_one(rest, plans)) return true;
    struct tj_str before = tj_cut(f->sentence, 0, from);
    bool of = tj_ends(before, TJ_STR("的")) || tj_ends(before, TJ_STR("元")); /* 1.5亿美元|额外军事支持 */
    return of && (rest.len == 0 || tj_starts_with_one(rest, ends));
}

/* 60个|项目|总投资: does this word begin the statistic of what is counted from `from` on? */
static bool begins_statistic(const struct tj_frame *f, const struct tj_mention *m, size_t from)
{
    struct tj_str counted = tj_cut(f->sentence, from, m->off);
    if (m->kind != TJ_M_WORD) return false;
    bool people =
        tj_trie_find(f->lexicon->general, tj_cut(f->sentence, m->off, m->off + m->len)); /* 家庭|学生 */
    bool work = tj_ends(counted, TJ_STR("就业")); /* 未就业|毕业生 */
    return m->attr && !people && !work && ends_in_kind(f, counted);
}

static struct tj_str words_behind(const struct tj_frame *frame, size_t from,
                                  bool (*ends)(const struct tj_mention *), size_t *end)
{
    *end = frame->sentence.len;
    for (size_t i = 0; i < frame->mentions->count; i++) {
        const struct tj_mention *m = &frame->mentions->at[i];
        if (m->off < from || (m->off > from && is_part_of_name(frame, m))) continue;
        if (m->off > from && m->kind == TJ_M_CUE && is_given(frame, from, m->off)) continue;
        bool years = m->kind == TJ_M_QUANTITY && m->quantity->unit.len && m->quantity->kind == TJ_YEAR;
        if (m->off == from && years && m->quantity->chinese) continue; /* 4万亿元的|两年投资计划 */
        if (m->off == from && ends == stops && is_size_of_noun(frame, m)) continue; /* 3座|35万千瓦|电站 */
        if (m->off == from && m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_DROP && ends == stops) {
            from += m->len; /* 118起|成功避险案例 */
            continue;
        }
        size_t closed = tj_bracket_end(frame, i, frame->sentence.len);
        if (closed > i && m->off == from) closed = i; /* 5600亿元(预计数,下同) */
        bool attr = ends == stops && m->off > from && begins_statistic(frame, m, from);
        if (closed > i && closed < i + 6 && !holds_quantity(frame, i, closed)) {
            i = closed; /* 县（市、区）: a bracket in a name */
        } else if (ends(m) || attr) {
            *end = m->off;
            break;
        }
    }
    struct tj_str s = tj_strip_edges(frame->lexicon, tj_cut(frame->sentence, from, *end));
    size_t at = 0, chars = 0;
    while (at < s.len && chars++ < LONGEST_BEHIND) at += tj_char_len((unsigned char)s.ptr[at]);
    return tj_cut(s, 0, at < s.len ? at : s.len);
}

/* 参展企业带来了新产品: 了 tells that a verb stands before it, and there the noun ends. */
static struct tj_str cut_at_verb(const struct tj_frame *f, struct tj_str s)
{
    size_t at, word;
    if (!tj_find(s, TJ_STR("了"), 0, &at) || at < 12) return s;
    if (tj_trie_longest(f->lexicon->words, s, at, &word) && word > 3) return s; /* 了解 */
    return tj_strip_edges(f->lexicon, tj_cut(s, 0, tj_char_before(s, tj_char_before(s, at))));
}

/* The first byte at which a noun may end: behind the name in quotes that begins it, else behind two characters. */
static size_t behind_quote(struct tj_str s)
{
    enum { SHORTEST = 6 };
    size_t shut;
    if (!tj_starts(s, TJ_STR("“")) || !tj_find(s, TJ_STR("”"), 0, &shut)) return SHORTEST;
    return shut + sizeof "”" - 1;
}

/* 德资企业|已开工, 无人驾驶车辆|正分批测试: an adverb, or what marks the verb's object, ends the noun. */
static struct tj_str cut_at_adverb(const struct tj_frame *f, struct tj_str s)
{
    static const struct tj_function_word words[] = {
        { TJ_WORD("即将"), "", "" },
        { TJ_WORD("也"), "", "" },
        { TJ_WORD("已"), "", "婚知" },
        { TJ_WORD("正在"), "", "" },
        { TJ_WORD("正"), "公纠校修改端", "式常版规高极面值负能" },
        { TJ_WORD("将"), "大上中少猛", "军士来领" },
        { TJ_WORD("均"), "人平年日户亩月", "" },
        { TJ_WORD("都"), "首成京江古", "市匀江安会" },
        { TJ_WORD("把"), "火拖车刀门掌大", "手关握控戏" },
        { TJ_WORD("对"), "针面绝相应比结派校一反点", "外口接象标虾比华我" },
        { TJ_WORD("被"), "植棉", "困扣俘征" },
        { TJ_WORD("在"), "潜存现实内所", "建校编职线册岗途营运" },
        { TJ_WORD("为"), "作行成认因称视变以较人华无有化定转分列改选评命誉设勇合", "期主" },
        { TJ_WORD("从"), "服盲随顺听侍", "业军事" },
        { TJ_WORD("关于"), "", "" },
        { TJ_WORD("并"), "合兼吞归", "购网轨入列行存发举排联" },
        { TJ_WORD("面向"), "", "" },
        { TJ_WORD("到"), "达得收感遇看听直报签见想找受", "位期场达账岗会港货访村田户人" },
        { TJ_WORD("向"), "方导定转投流取意走横纵偏风指志双朝外内面", "导日好" },
        { TJ_WORD("因"), "基原病诱起动成", "素子果此" },
        { TJ_WORD("遭"), "", "" },
        { TJ_WORD("就"), "成造迁", "业近职医学读餐诊地" },
        { TJ_WORD("围绕"), "", "" },
        { TJ_WORD("以"), "所可难予加足得用色给", "上下内外来及往军方为便致免后前此" },
    };
    for (size_t at = behind_quote(s); at < s.len; at += tj_char_len((unsigned char)s.ptr[at]))
        for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
            if (tj_word_stands(f, &words[i], s, at)) return tj_strip_edges(f->lexicon, tj_cut(s, 0, at));
    return s;
}

/* 参展|企业, 加速|器: does the verb describe the noun behind it? */
static bool describes(const struct tj_lexicon *lex, struct tj_str behind)
{
    size_t len;
    if (behind.len <= 3) return behind.len > 0; /* 集聚区 */
    return tj_trie_longest(lex->kinds, behind, 0, &len) || tj_trie_longest(lex->owner_ends, behind, 0, &len);
}

static bool is_known_noun(const struct tj_lexicon *lex, struct tj_str words)
{
    return tj_trie_find(lex->words, words) || tj_trie_find(lex->general, words)
           || tj_trie_find(lex->owner_ends, words) || tj_trie_find(lex->kinds, words);
}

/* 汽车|奔驰在城乡公路, 5G基站|让蜀道变通途: the first verb of the table ends the noun. */
static struct tj_str cut_at_known_verb(const struct tj_frame *f, struct tj_str s)
{
    enum { SHORTEST = 6 }; /* bytes of the noun before it */
    static const char *const seasons[] = { "迎来", "进入", "喜获", "开始", "抢收",
                                           "抢种", "稳产", "长势", NULL };
    const struct tj_trie *ends = f->lexicon->noun_ends;
    for (size_t at = tj_trie_next(ends, s, behind_quote(s), s.len), len, longer; at < s.len;
         at = tj_trie_next(ends, s, at + tj_char_len((unsigned char)s.ptr[at]), s.len)) {
        if (!tj_trie_longest(f->lexicon->noun_ends, s, at, &len)) continue;
        if (tj_trie_longest(f->lexicon->words, s, at, &longer) && longer > len) continue;
        if (describes(f->lexicon, tj_cut(s, at + len, s.len))) continue;
        if (is_given(f, (size_t)(s.ptr - f->sentence.ptr), (size_t)(s.ptr - f->sentence.ptr) + at)) continue;
        bool clear = tj_starts_with_one(tj_cut(s, at, s.len), seasons); /* 油菜|迎来收获期 */
        if (at == SHORTEST && !clear && !is_known_noun(f->lexicon, tj_cut(s, 0, at))) continue; /* 进城落户 */
        return tj_strip_edges(f->lexicon, tj_cut(s, 0, at));
    }
    return s;
}

struct tj_str tj_before_rank(struct tj_str s)
{
    static const char *const leads[] = {
        "里排第", "中排第", "里居第", "中居第", "中位列第", "中排名第", NULL
    };
    size_t at;
    for (size_t i = 0; leads[i]; i++)
        if (tj_find(s, tj_str_of(leads[i]), 0, &at)) return tj_cut(s, 0, at);
    return s;
}

/* 商品零售额|超7万亿元, 行业大类|中: what leads on to the next words is no part of the noun. */
static struct tj_str cut_leading_on(const struct tj_frame *f, struct tj_str s, bool number_next)
{
    static const char *const nouns[] = { "高中", "初中", "集中", "途中", "空中", "命中", "附近", "签约",
                                         "公约", "预约", "合约", "节约", "商超", "参与", "给与", "涉及",
                                         "普及", "定居", "家居", "民居", "安居", "宜居", NULL };
    static const char *const bounds[] = { "超", "近", "约", "逾", "与", "及", "居", NULL };
    bool on = tj_ends(s, TJ_STR("中")) || (number_next && tj_ends_in_one(s, bounds));
    static const char *const ranks[] = { "居", "位居", "位列", "列", "名列", "排", "排名", NULL };
    if (number_next && s.len <= 6 && tj_starts_with_one(s, ranks))
        return tj_cut(s, 0, 0);                                /* 以A亿元|居第一位 */
    struct tj_str named = number_next ? tj_before_rank(s) : s; /* 31个|省区市|里排第8位 */
    if (named.len && named.len < s.len) return named;
    static const char *const upon[] = { "项目上", "小项上", "领域上", "环节上", "展位上", NULL };
    on |= tj_ends_in_one(s, upon);
    if (!on || s.len <= 9 || tj_ends_in_one(s, nouns)) return s;
    return tj_strip_edges(f->lexicon, tj_cut(s, 0, s.len - 3));
}

bool tj_quantity_begins(const struct tj_frame *f, size_t at)
{
    for (size_t i = 0; i < f->mentions->count; i++)
        if (f->mentions->at[i].off == at) return f->mentions->at[i].kind == TJ_M_QUANTITY;
    return false;
}

/* 290个|投资体量大、影响带动性强的|重大项目, 10万个|面向0到3岁婴幼儿的|托育机构: do the words up to 的 describe what is counted? */
static bool describes_counted(struct tj_str words)
{
    static const char *const verbs[] = { "面向", "针对", "从事", "符合", "具有", "位于",
                                         "涉及", "分布", "享有", "服务", NULL };
    static const char *const qualities[] = { "大", "强", "高", "好", "优", "广", "深", "显", "富", NULL };
    static const char *const told[] = { "是", "成为", "和", "可以", "最", NULL };
    enum { SHORTEST = 12 }; /* bytes */
    if (tj_starts_with_one(words, verbs)) return true;
    bool tells = tj_starts(words, TJ_STR("的")) || tj_holds_one(words, told);
    return !tells && words.len >= SHORTEST && tj_ends_in_one(words, qualities);
}

size_t tj_behind_description(const struct tj_frame *f, size_t from)
{
    enum { LONGEST_DESCRIPTION = 72 }; /* bytes */
    bool stop = false;
    for (size_t i = 0; i < f->mentions->count && f->mentions->at[i].off <= from; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        stop |= m->off == from && m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_STOP;
    }
    size_t to = from + LONGEST_DESCRIPTION < f->sentence.len ? from + LONGEST_DESCRIPTION : f->sentence.len,
           at;
    while (to < f->sentence.len && ((unsigned char)f->sentence.ptr[to] & 0xC0) == 0x80) to--;
    struct tj_str clause = tj_before(tj_cut(f->sentence, from, to), TJ_STR("，"));
    if (!tj_find(clause, TJ_STR("的"), 0, &at) || at == 0) return from;
    return stop || describes_counted(tj_cut(clause, 0, at)) ? from + at + sizeof "的" - 1 : from;
}

/* 中外企业|集中展示, 党员|积极参与: how it is done goes with the verb. */
static const char *const manners[] = { "集中", "积极", "正式", "共同",   "一起",
                                       "踊跃", "纷纷", "成功", "将重点", NULL };

struct tj_str tj_phrase_behind(const struct tj_frame *frame, size_t from, size_t *end)
{
    struct tj_str all = words_behind(frame, tj_behind_description(frame, from), stops, end);
    struct tj_str rest =
        tj_cut(frame->sentence, (size_t)(all.ptr + all.len - frame->sentence.ptr), frame->sentence.len);
    if (tj_starts(rest, TJ_STR("到"))) tj_drop_end(&all, TJ_STR("得")); /* 红树林|得到|有效保护 */
    struct tj_str verbs = cut_at_known_verb(frame, cut_at_adverb(frame, cut_at_verb(frame, all)));
    if (verbs.len < all.len) verbs = tj_without(verbs, manners, tj_drop_end);
    struct tj_str noun = cut_leading_on(frame, verbs, tj_quantity_begins(frame, *end));
    if (noun.len < all.len && noun.len) *end = (size_t)(noun.ptr + noun.len - frame->sentence.ptr);
    return noun;
}

struct tj_str tj_clause_behind(const struct tj_frame *frame, size_t from, size_t *end)
{
    return words_behind(frame, from, ends_words, end);
}

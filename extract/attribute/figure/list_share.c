#include "extract/attribute/figure/list_share.h"

#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

/* The kind of owner at the end of a word: 产业 of 装备制造产业; empty if none. */
static struct tj_str owner_end(const struct tj_frame *f, struct tj_str word)
{
    for (size_t at = 0; at < word.len; at += tj_char_len((unsigned char)word.ptr[at])) {
        struct tj_str tail = tj_cut(word, at, word.len);
        if (at > 0 && (tj_trie_find(f->lexicon->owner_ends, tail) || tj_trie_find(f->lexicon->kinds, tail)))
            return tail;
    }
    return (struct tj_str){ 0 };
}

/* 零售业单位中便利店: the words up to 中, if they name a kind of owner; 36个大中城市|蔬菜: where it is taken. */
static struct tj_str among_whom(struct tj_str words)
{
    struct tj_str cities = TJ_STR("大中城市");
    size_t sample;
    if (tj_find(words, cities, 0, &sample)) return tj_cut(words, 0, sample + cities.len);
    static const char *const owners[] = { "单位", "企业", "行业", "产业", "商品", "产品", NULL };
    size_t at;
    if (!tj_find(words, TJ_STR("中"), 0, &at) || !tj_ends_in_one(tj_cut(words, 0, at), owners))
        return (struct tj_str){ 0 };
    return tj_cut(words, 0, at);
}

/* 对东盟、欧盟出口, 第一、二产业增加值: what begins the first begins all. */
static void share_head(const struct tj_frame *f, struct tj_str *parts, size_t count)
{
    struct tj_str with = TJ_STR("对"), number = TJ_STR("第"), partners = TJ_STR("贸易伙伴");
    size_t len, at;
    if (tj_find(parts[0], partners, 0, &at)
        && at + partners.len < parts[0].len) /* 对前五大贸易伙伴东盟、欧盟 */
        parts[0] = tj_join(f->arena, with, tj_cut(parts[0], at + partners.len, parts[0].len));
    struct tj_str among = among_whom(parts[0]);
    for (size_t i = 1; i < count && among.len; i++) parts[i] = tj_join(f->arena, among, parts[i]);
    for (size_t i = 1; i < count; i++) {
        bool counts = parts[i].len && tj_chinese_digit(tj_char_at(parts[i], 0, &len)) > 0;
        if (tj_starts(parts[0], with) && !tj_starts(parts[i], with))
            parts[i] = tj_join(f->arena, with, parts[i]);
        if (tj_starts(parts[0], number) && counts) parts[i] = tj_join(f->arena, number, parts[i]);
    }
}

/* 大、中、小型企业: one character takes the rest of the last, from 型 on. */
static void share_kind(const struct tj_frame *f, struct tj_str *parts, size_t count)
{
    if (count == 0 || parts[count - 1].len == 0) return;
    size_t len, at = tj_char_len((unsigned char)parts[count - 1].ptr[0]);
    struct tj_str rest = tj_cut(parts[count - 1], at, parts[count - 1].len);
    if (!tj_starts(rest, TJ_STR("型"))) return;
    for (size_t i = 0; i + 1 < count; i++) {
        tj_char_at(parts[i], 0, &len);
        if (parts[i].len == len) parts[i] = tj_join(f->arena, parts[i], rest);
    }
}

/* 国家级、省级创新平台, 急难型、支出型救助标准: the grades and kinds share what stands behind the last 级 or 型. */
static void share_graded(const struct tj_frame *f, struct tj_str *parts, size_t count)
{
    static const char *const grades[] = { "级", "型", NULL };
    for (size_t k = 0, at; count > 1 && grades[k]; k++) {
        struct tj_str grade = tj_str_of(grades[k]), last = parts[count - 1];
        if (!tj_find(last, grade, 0, &at)) continue;
        struct tj_str rest = tj_cut(last, at + grade.len, last.len);
        for (size_t i = 0; rest.len && i + 1 < count; i++)
            if (tj_ends(parts[i], grade)) parts[i] = tj_join(f->arena, parts[i], rest);
    }
}

/* 城市、县城建成区面积: kinds of settlement share what stands behind the last. */
static void share_settled(const struct tj_frame *f, struct tj_str *parts, size_t count)
{
    enum { WORD = sizeof "城市" - 1 };
    static const char *const kinds[] = { "城市", "县城", "城镇", "农村", "乡镇", "城区", "乡村", NULL };
    struct tj_str rest = count ? parts[count - 1] : (struct tj_str){ 0 };
    if (!tj_starts_with_one(rest, kinds)) return;
    rest = tj_cut(rest, WORD, rest.len);
    for (size_t i = 0; rest.len && i + 1 < count; i++)
        if (parts[i].len == WORD && tj_starts_with_one(parts[i], kinds))
            parts[i] = tj_join(f->arena, parts[i], rest);
}

/* As tj_name_split, but 指数 and 占世界总量 may be shared too. */
static struct tj_name split_last(const struct tj_frame *f, struct tj_str words)
{
    static const struct tj_str index = TJ_WORD("指数");
    static const char *const foreign[] = { "实际使用外资", "实际利用外资", "使用外资", "利用外资", NULL };
    struct tj_name name = tj_name_split(f, words);
    for (const char *const *w = foreign; *w && !name.attr.len; w++) { /* 制造业、服务业|实际使用外资 */
        struct tj_str owner = words;
        if (tj_drop_end(&owner, tj_str_of(*w)) && owner.len)
            return (struct tj_name){ .owner = owner,
                                     .attr = tj_cut(words, owner.len, words.len),
                                     .whole = words };
    }
    size_t at = 0;
    bool share = tj_find(words, TJ_STR("占"), 0, &at) && at > 0;
    if (!share && (name.attr.len || !tj_ends(words, index) || words.len == index.len)) return name;
    if (!share) at = words.len - index.len;
    return (struct tj_name){ .owner = tj_cut(words, 0, at),
                             .attr = tj_cut(words, at, words.len),
                             .whole = words };
}

/* 进口货值、入境游客、免税销售额: where one is a statistic by itself the others are too. */
static bool any_complete(const struct tj_frame *f, const struct tj_str *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (tj_name_split(f, parts[i]).attr.len) return true;
    return false;
}

/* 通电话、通宽带的自然村比重: a part of a whole that only the last tells. */
static void share_of_whole(const struct tj_frame *f, struct tj_str *parts, size_t count)
{
    static const char *const shares[] = { "比重", "比例", "占比", NULL };
    size_t of;
    struct tj_str last = parts[count - 1];
    if (!tj_ends_in_one(last, shares) || tj_holds(last, TJ_STR("占"))) return;
    if (!tj_find_last(last, TJ_STR("的"), &of)) return;
    for (size_t i = 0; i + 1 < count; i++)
        if (!tj_ends_in_one(parts[i], shares))
            parts[i] = tj_join(f->arena, parts[i], tj_cut(last, of, last.len));
}

/* 每百户拥有电冰箱、洗衣机: they are had alike. */
static void share_having(const struct tj_frame *f, struct tj_str *parts, size_t count)
{
    static const struct tj_str by[] = { TJ_WORD("工业生产者"),
                                        TJ_WORD("拥有"),
                                        TJ_WORD("每百户"),
                                        TJ_WORD("每百人"),
                                        TJ_WORD("每千人"),
                                        TJ_WORD("每万人"),
                                        { 0 } };
    size_t at;
    for (const struct tj_str *w = by; w->len; w++) {
        if (!tj_find(parts[0], *w, 0, &at)) continue;
        struct tj_str head = tj_cut(parts[0], 0, at + w->len);
        for (size_t i = 1; i < count; i++)
            if (!tj_holds(parts[i], *w)) parts[i] = tj_join(f->arena, head, parts[i]);
        return;
    }
}

/* Where a verb begins behind the first two characters of the words; their length if none does. */
static size_t verb_within(const struct tj_frame *f, struct tj_str words)
{
    size_t at = words.len ? tj_char_len((unsigned char)words.ptr[0]) : 0;
    for (at += at < words.len ? tj_char_len((unsigned char)words.ptr[at]) : 0; at < words.len;
         at += tj_char_len((unsigned char)words.ptr[at]))
        if (tj_verb_at_head(f->lexicon, tj_cut(words, at, words.len))) return at;
    return words.len;
}

/* 广深港高铁、中老铁路|发送旅客: what the last does all do, if nothing is measured. */
static void share_doing(const struct tj_frame *f, struct tj_str *parts, size_t count)
{
    struct tj_str last = parts[count - 1];
    size_t verb = verb_within(f, last);
    if (verb == last.len || tj_name_split(f, last).attr.len) return;
    for (size_t i = 0; i + 1 < count; i++)
        if (tj_verb_at_head(f->lexicon, parts[i]) || verb_within(f, parts[i]) < parts[i].len) return;
    for (size_t i = 0; i + 1 < count; i++)
        parts[i] = tj_join(f->arena, parts[i], tj_cut(last, verb, last.len));
}

/* The parts before the last take what the last says for all: 有色冶金、装备制造产业增加值. */
void tj_share_tail(const struct tj_frame *f, struct tj_str *parts, size_t count, struct tj_name *names)
{
    share_of_whole(f, parts, count);
    share_having(f, parts, count);
    share_doing(f, parts, count);
    struct tj_name last = split_last(f, parts[count - 1]);
    struct tj_str kind = owner_end(f, last.owner);
    names[count - 1] = last;
    bool stands_alone = last.owner.len == 0 || any_complete(f, parts, count - 1);
    if (!tj_starts(last.attr, TJ_STR("占")) && stands_alone) last.attr.len = 0;
    for (size_t i = 0; i + 1 < count; i++) {
        names[i] = tj_name_split(f, parts[i]);
        bool share = tj_starts(last.attr, TJ_STR("占"));
        if ((names[i].attr.len && !share) || last.attr.len == 0) continue;
        bool sector = tj_starts(parts[i], TJ_STR("第")) && tj_char_count(parts[i]) == 2; /* 第二、第三产业 */
        if (sector && tj_starts(last.owner, TJ_STR("第三产业")))
            parts[i] = tj_join(f->arena, parts[i], TJ_STR("产业"));
        bool whole = share || owner_end(f, parts[i]).len || kind.len == 0;
        struct tj_str owner = whole ? parts[i] : tj_join(f->arena, parts[i], kind);
        names[i] = (struct tj_name){ .owner = owner,
                                     .attr = last.attr,
                                     .whole = tj_join(f->arena, owner, last.attr) };
    }
}

/* 企业营业收入、利润总额: what is measured alone, behind a part that names whose, is of the same. */
static void share_owner(const struct tj_frame *f, size_t count, struct tj_name *names)
{
    static const char *const events[] = { "事故", "火灾", "案件", "生产者", NULL };
    struct tj_str owner = names[0].owner;
    bool owns = owner_end(f, owner).len || tj_ends_in_one(owner, events);
    if (!owner.len || names[0].attr.len == 0 || tj_starts(names[0].attr, TJ_STR("占"))) return;
    for (size_t i = 1; i < count; i++) {
        bool needs = owns || !tj_indicator_row(f, names[i].whole); /* 步行街客流量、营业额 */
        if (needs && names[i].owner.len == 0 && tj_means(f, names[i].whole, TJ_ATTR))
            names[i] = tj_name_compose(f, owner, names[i].attr);
    }
}

/* 电子信息、装备制造两大主导产业, 臭氧和二氧化氮四项污染物平均浓度: the tally of the list is no part of its last name. */
static struct tj_str without_tally(const struct tj_frame *f, struct tj_str words, size_t count)
{
    static const char *const counters[] = { "大", "项", "个", "类", "种", NULL };
    for (size_t at = 6, len; at < words.len; at += len) {
        uint32_t c = tj_char_at(words, at, &len);
        bool tally = tj_chinese_digit(c) == (int)count || (count == 2 && c == U'两');
        struct tj_str rest = tj_cut(words, at + len, words.len);
        if (!tally || !tj_starts_with_one(rest, counters)) continue;
        struct tj_str head = tj_cut(words, 0, at), attr = tj_name_split(f, rest).attr;
        struct tj_str kind = owner_end(f, tj_cut(rest, 0, rest.len - attr.len));
        if (!attr.len && !kind.len) return words;
        return tj_join(f->arena, tj_ends(kind, TJ_STR("业")) ? tj_join(f->arena, head, kind) : head, attr);
    }
    return words;
}

struct tj_str tj_kind_of_owner(const struct tj_frame *frame, struct tj_str words)
{
    return owner_end(frame, split_last(frame, words).owner);
}

void tj_share_parts(const struct tj_frame *frame, struct tj_str *parts, size_t count, struct tj_name *names)
{
    parts[count - 1] = without_tally(frame, parts[count - 1], count);
    share_head(frame, parts, count);
    share_kind(frame, parts, count);
    share_graded(frame, parts, count);
    share_settled(frame, parts, count);
    tj_share_tail(frame, parts, count, names);
    share_owner(frame, count, names);
}

#include "extract/recognise/place_name.h"

/* 张家港银行, 北京大学: a name that holds a place is none. */
bool tj_names_organisation(struct tj_str text, size_t at)
{
    static const struct tj_str ends[] = { TJ_WORD("银行"),     TJ_WORD("集团"),     TJ_WORD("股份"),
                                          TJ_WORD("证券"),     TJ_WORD("日报"),     TJ_WORD("晚报"),
                                          TJ_WORD("卫视"),     TJ_WORD("大学"),     TJ_WORD("学院"),
                                          TJ_WORD("号"),       TJ_WORD("局集团"),   TJ_WORD("农商行"),
                                          TJ_WORD("农商银行"), TJ_WORD("电视台"),   TJ_WORD("电器"),
                                          TJ_WORD("啤酒"),     TJ_WORD("科技股份"), TJ_WORD("有限公司"),
                                          TJ_WORD("报道") /* 记者…北京报道 */ };
    static const char *const brands[] = { "”品牌", "”牌", "”区域", "”公用", "”农产品", "”商标", NULL };
    if (tj_starts_with_one(tj_cut(text, at, text.len), brands)) return true; /* “井冈山”品牌 */
    static const char *const no_ship[] = { "舰船", "舰艇", "舰队", NULL };
    struct tj_str rest = tj_cut(text, at, text.len);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (tj_starts(rest, ends[i])) return true;
    return tj_starts(rest, TJ_STR("舰")) && !tj_starts_with_one(rest, no_ship); /* 山东舰 */
}

/* 北京|市民, 佛山|地区生产总值, 占|地区生产总值: the end of the word belongs to what stands behind. */
const struct tj_entry *tj_without_end(const struct tj_lexicon *lexicon, struct tj_str text, size_t at,
                                      const struct tj_entry *entry, size_t *len)
{
    static const struct {
        struct tj_str end, behind;
    } ends[] = { { TJ_WORD("市"), TJ_WORD("市民") },
                 { TJ_WORD("市"), TJ_WORD("市场") },
                 { TJ_WORD("地区"), TJ_WORD("地区生产总值") },
                 { TJ_WORD("地"), TJ_WORD("地区生产总值") } };
    struct tj_str word = tj_cut(text, at, at + *len);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (word.len <= ends[i].end.len || !tj_ends(word, ends[i].end)) continue;
        struct tj_str head = tj_cut(word, 0, word.len - ends[i].end.len);
        if (!tj_starts(tj_cut(text, at + head.len, text.len), ends[i].behind)) continue;
        const struct tj_entry *shorter = tj_trie_find(lexicon->words, head);
        if (!shorter) continue;
        *len = head.len;
        return shorter;
    }
    return entry;
}

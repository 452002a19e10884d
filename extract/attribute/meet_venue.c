/* Where a fair or a contest is held. */
#include "extract/attribute/walk.h"

/* Is it where a fair or a contest is held, 消博会今天在海南海口|开幕, of which no other place is said? */
static bool is_venue(const struct tj_walk *w, struct tj_str left, struct tj_str behind)
{
    static const char *const fairs[] = { "博览会", "交易会", "艺术节", "消博会", "广交会",
                                         "进博会", "服贸会", "展会",   "洽谈会", "运动会",
                                         "大赛",   "峰会",   "亚博会", "商博会", NULL };
    static const char *const held[] = { "开幕", "举行", "举办", "启动", "开赛",
                                        "开馆", "落幕", "闭幕", "召开", NULL };
    static const char *const trade[] = { "博览会", "交易会", "洽谈会", "消博会",
                                         "广交会", "进博会", "服贸会", NULL };
    enum { FARTHEST = 36 }; /* bytes: 在海口|国际会展中心举行 */
    const struct tj_frame *f = w->f;
    behind = tj_before(behind, TJ_STR("，"));
    if (behind.len > FARTHEST) behind.len = FARTHEST;
    if (!tj_holds_one(behind, held) || !tj_holds_one(left, fairs)) return false;
    bool national =
        tj_holds(left, TJ_STR("全国")) || (tj_holds(left, TJ_STR("中国")) && !tj_holds_one(left, trade));
    bool of_place = /* 粤港澳大湾区文化艺术节 */
        f->region_count && f->region_clause == w->clause_no && f->regions[0] != f->lexicon->nation;
    return !national && !of_place; /* what 全国农民运动会 tells is the nation's */
}

void tj_take_venue(struct tj_walk *w, size_t i)
{
    enum { DEEPEST = 4 }; /* places one right behind the other */
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i), *first = m;
    if (!f->news || m->kind != TJ_M_REGION) return;
    for (size_t k = i; k > 0 && i - k < DEEPEST; k--) {
        const struct tj_mention *before = tj_mention_at(w, k - 1);
        if (before->kind != TJ_M_REGION || before->off + before->len != first->off) break;
        first = before;
    }
    struct tj_str left = tj_cut(f->sentence, w->clause, first->off);
    struct tj_str behind = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    if (!tj_ends(left, TJ_STR("在")) || !is_venue(w, left, behind)) return;
    uint32_t row = tj_region_choose(f, m->entry);
    enum tj_level level = f->lexicon->regions[row].level;
    if (level != TJ_LEVEL_PROVINCE && level != TJ_LEVEL_PREFECTURE) return;
    f->topic = f->regions[0] = row;
    f->region_count = 1;
    f->of_nation = false;
    if (f->item_blocks <= 1) f->item = row;
}

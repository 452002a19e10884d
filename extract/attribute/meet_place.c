/* What the walk learns from a place. */
#include "extract/attribute/walk.h"

/* 我国最大海上风电项目——|江苏大丰…: what the nation was named for is there. */
static bool follows_praise(const struct tj_walk *w, size_t off)
{
    const struct tj_frame *f = w->f;
    struct tj_str left = tj_trim(tj_cut(f->sentence, w->clause, off));
    static const char *const nation[] = { "我国", "全国", "中国", NULL };
    static const char *const superlatives[] = { "最", "首", "第一", "唯一", NULL };
    size_t dash;
    bool praised = f->news && tj_find_last(left, TJ_STR("——"), &dash) && tj_starts_with_one(left, nation)
                   && tj_holds_one(left, superlatives);
    if (!praised) return false;
    size_t from = (size_t)(left.ptr - f->sentence.ptr) + dash + sizeof "——" - 1;
    return from == off || tj_phrase_before(f, from, off).text.len == 0; /* ——江苏|大丰 */
}

bool tj_leads_clause(const struct tj_walk *w, size_t off)
{
    if (follows_praise(w, off)) return true;
    enum { LONGEST = 1500 }; /* bytes of places that may stand before another that leads */
    if (tj_trim(tj_cut(w->f->sentence, w->clause, off)).len == 0) return true;
    if (off - w->clause > LONGEST) return false;
    struct tj_phrase p = tj_phrase_before(w->f, w->clause, off);
    bool helped = tj_equal(p.outcome, TJ_STR("支持")); /* 支持北京、上海建设… */
    static const char *const holidays[] = { "假期", "期间", "假日", NULL };
    enum { LONGEST_HOLIDAY = 8 }; /* characters: 元旦假期|全国… */
    if (!p.verb && tj_ends_in_one(p.text, holidays) && tj_char_count(p.text) <= LONGEST_HOLIDAY) return true;
    return p.text.len == 0 && !p.scrap && !helped;
}

/* A province reports on itself and its parts: 全国首个…, 江苏中亚中心 are not about the nation or Asia. */
static bool is_elsewhere(const struct tj_frame *f, uint32_t row)
{
    const struct tj_region *home = &f->lexicon->regions[f->home], *r = &f->lexicon->regions[row];
    if (!f->at_home || home->level == TJ_LEVEL_COUNTRY || home->level == TJ_LEVEL_AREA) return false;
    return r->level != TJ_LEVEL_AREA && !tj_region_within(f->lexicon, row, f->home);
}

/* An item without a place in its headline is about the one that its first paragraph names; later ones are visited. */
static void keep_for_item(struct tj_frame *f)
{
    if (f->item == TJ_NONE && f->item_blocks <= 1) f->item = f->topic;
}

/* 东盟为我第一大贸易伙伴: what is told is the nation's; a release of the nation leaves 贸易伙伴 out. */
static bool is_partner(const struct tj_walk *w, uint32_t row)
{
    const struct tj_frame *f = w->f;
    const struct tj_region *r = &f->lexicon->regions[row];
    if (row == f->lexicon->nation || r->level != TJ_LEVEL_COUNTRY) return false;
    struct tj_str clause = tj_before(tj_cut(f->sentence, w->clause, f->sentence.len), TJ_STR("，"));
    size_t at;
    bool national = f->at_home && f->home == f->lexicon->nation;
    return (national || tj_find(clause, TJ_STR("贸易伙伴"), 0, &at)) && tj_find(clause, TJ_STR("我"), 0, &at);
}

/* Does the sentence name waterworks, which are called by where they lie? */
static bool names_works(const struct tj_walk *w)
{
    static const char *const works[] = { "灌区", "水库", "水利枢纽", "水电站", "蓄能电站", NULL };
    return tj_holds_one(w->f->sentence, works);
}

/* 全国电厂存煤1.3亿吨。其中，东北1400万吨; …，尤其是东北增产较多: a part of what was told is not what the next sentences tell of. */
static bool is_part_of_told(const struct tj_walk *w)
{
    static const char *const parts[] = { "其中", "尤其是", "特别是", NULL };
    struct tj_str clause = tj_trim(tj_cut(w->f->sentence, w->clause, w->f->sentence.len));
    struct tj_str left = tj_cut(w->f->sentence, 0, w->clause);
    return tj_starts_with_one(clause, parts) || tj_ends(left, TJ_STR("其中，"));
}

/* A place that leads a clause is what the clause is about. Of 江西定南县 it is the part; in reports, and where a thing is only named
   by it, a district's figures go to its city where both are named. */
static void take_region(struct tj_walk *w, uint32_t row, bool new_list, bool of_thing)
{
    struct tj_frame *f = w->f;
    if (row == TJ_NONE || tj_equal(f->lexicon->regions[row].code, TJ_STR("WLD")) || is_elsewhere(f, row)
        || is_partner(w, row))
        return;
    f->region_clause = w->clause_no;
    f->named_region = TJ_NONE;
    if (new_list) f->region_count = 0;
    if (f->lexicon->regions[row].level == TJ_LEVEL_COUNTY) f->county = row;
    uint32_t last = f->region_count ? f->regions[f->region_count - 1] : TJ_NONE;
    if (last && tj_region_within(f->lexicon, row, last)) {
        const struct tj_region *r = &f->lexicon->regions[row];
        bool city =
            r->parent == last || f->lexicon->regions[last].level != TJ_LEVEL_PROVINCE; /* not 江苏|大丰 */
        bool district = city && r->level == TJ_LEVEL_COUNTY && tj_ends(r->name, TJ_STR("区"));
        bool named = of_thing && r->level == TJ_LEVEL_COUNTY && names_works(w); /* 宁夏|青铜峡灌区 */
        if (!named && (!district || !(f->at_home || of_thing))) f->regions[f->region_count - 1] = row;
    } else if (f->region_count < TJ_MAX_REGIONS) {
        f->regions[f->region_count++] = row;
    }
    bool nation = f->regions[0] == f->lexicon->nation;
    bool part = !f->news && is_part_of_told(w);
    if (!f->at_home && !part && !(nation && f->topic)) f->topic = f->regions[0];
    bool alone = nation && f->mentions->quantities == 0; /* 我国补短板的投资继续发力。全年改造… */
    f->of_nation = nation && (f->of_nation || (alone && !f->at_home));
    keep_for_item(f);
}

/* 走进安徽|无为: the place behind another that opened the item is where it is. */
static void refine_item(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i), *before = i > 0 ? tj_mention_at(w, i - 1) : NULL;
    if (!f->news || !before || before->kind != TJ_M_REGION || m->kind != TJ_M_REGION
        || before->off + before->len != m->off)
        return;
    uint32_t row = tj_region_choose(f, m->entry);
    if (f->topic == TJ_NONE || f->topic == row || tj_region_choose(f, before->entry) != f->topic) return;
    if (!tj_region_within(f->lexicon, row, f->topic)) return;
    if (f->item == f->topic) f->item = row;
    f->topic = row;
}

/* The first place that a news item names, or an office of the nation, is the item's until another leads a clause. */
static void open_item(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i);
    refine_item(w, i);
    bool office = m->kind == TJ_M_CUE && tj_equal(m->cue->argument, TJ_STR("country"));
    bool article = !f->news && !f->at_home && office && f->home == TJ_NONE; /* 记者从国家统计局获悉 */
    if (!(f->news || article) || f->topic != TJ_NONE || (m->kind == TJ_M_CUE && !office)) return;
    uint32_t row = office ? tj_region_here(f, m->cue) : tj_region_choose(f, m->entry);
    bool foreign = row && f->lexicon->regions[row].level == TJ_LEVEL_COUNTRY && !office;
    if (!foreign) f->topic = row;
    keep_for_item(f);
}

static void note_country(struct tj_frame *f, const struct tj_mention *m)
{
    uint32_t row = m->kind == TJ_M_REGION ? tj_region_choose(f, m->entry) : TJ_NONE;
    bool country = row != TJ_NONE && f->lexicon->regions[row].level == TJ_LEVEL_COUNTRY;
    if (country && row != f->lexicon->nation) f->foreign = true;
}

/* 在合肥、滁州等8个市启动…: an article's figure is of what holds them all; 湖北、海南等地 is no part of the place in
   hand. */
static void take_samples(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    size_t off = tj_mention_at(w, i)->off;
    bool at = tj_ends(tj_cut(f->sentence, 0, off), TJ_STR("在")) || tj_is_described(f, tj_mention_at(w, i));
    if (f->at_home || (!at && (!tj_leads_clause(w, off) || tj_is_aside(f, off)))) return;
    uint32_t row = tj_region_of_samples(f, i), in_hand = f->region_count ? f->regions[0] : f->topic;
    uint32_t sample = tj_region_choose(f, tj_mention_at(w, i)->entry);
    if (row == TJ_NONE && (in_hand == TJ_NONE || tj_region_within(f->lexicon, sample, in_hand))) return;
    f->regions[0] = row;
    f->region_count = 1;
    f->region_clause = w->clause_no;
}

/* 低于江苏的5.7%、浙江|的5.4%, 产量是美国|的10倍: the place that the number in hand is measured against. */
static bool is_measured_against(const struct tj_walk *w, const struct tj_mention *m, struct tj_str left,
                                size_t end)
{
    static const char *const against[] = { "高于", "低于", NULL };
    const struct tj_frame *f = w->f;
    const struct tj_mention *last = &f->mentions->at[f->mentions->count - 1];
    if (m < last && m[1].kind == TJ_M_QUANTITY && m[1].quantity->kind == TJ_TIMES
        && m[1].off == end + sizeof "的" - 1)
        return true;
    struct tj_str before = tj_cut(f->sentence, 0, w->clause);
    size_t at;
    if (tj_trim(left).len) return false;
    if (tj_find_last(before, TJ_STR("，"), &at) && before.len > at + 3)
        before = tj_cut(before, at, before.len);
    return tj_holds_one(before, against);
}

/* …是江苏|首家农村合作银行, 中国|最美乡村23个, 重庆已有全国|示范县10个: the place tells what it is compared with or who gave the
   title. */
static bool is_only_compared(const struct tj_walk *w, const struct tj_mention *m, uint32_t row)
{
    enum { NEAR = 18 }; /* bytes */
    static const char *const is[] = { "是", "为", "系", "属", "成为", NULL };
    const struct tj_frame *f = w->f;
    const struct tj_mention *last = &f->mentions->at[f->mentions->count - 1];
    bool part = m < last && m[1].kind == TJ_M_REGION && m[1].off == m->off + m->len; /* 我国|东北地区第一条 */
    size_t end = part ? m[1].off + m[1].len : m->off + m->len;
    struct tj_str left = tj_cut(f->sentence, w->clause, m->off),
                  behind = tj_cut(f->sentence, end, f->sentence.len);
    if (tj_starts(behind, TJ_STR("的")) && is_measured_against(w, m, left, end)) return true;
    if (f->at_home) return false;
    bool nation = row == f->lexicon->nation, here = f->region_count || f->topic;
    bool area =
        f->lexicon->regions[row].level == TJ_LEVEL_AREA && f->region_count; /* 东北地区|第一条海底地铁 */
    struct tj_str near = tj_cut(behind, 0, behind.len < NEAR ? behind.len : NEAR);
    if (tj_ends_in_one(left, is) && tj_holds(near, TJ_STR("最")) && !tj_holds(near, TJ_STR("，")))
        return true; /* 是浙江|面积最大的县 */
    if (tj_is_field(behind) && (tj_ends_in_one(left, is) || area || (nation && here))) return true;
    bool told = f->region_count && f->region_clause == w->clause_no && tj_trim(left).len;
    return nation && told && f->regions[0] != row && tj_region_within(f->lexicon, f->regions[0], row);
}

/* 重庆江北|国际机场, 重庆璧山|新能源车生产基地: does a thing that has the place in its name stand at `from`? */
static bool names_thing(const struct tj_frame *f, size_t from)
{
    enum { FARTHEST = 36 }; /* bytes */
    size_t to = from + FARTHEST < f->sentence.len ? from + FARTHEST : f->sentence.len, len;
    size_t at = tj_trie_next(f->lexicon->kinds, f->sentence, from, to);
    if (at >= to || !tj_trie_longest(f->lexicon->kinds, f->sentence, at, &len)) return false;
    static const char *const bodies[] = { "企业", "公司", "项目", "中心", NULL };
    if (tj_starts_with_one(tj_cut(f->sentence, at, f->sentence.len), bodies)) return false;
    for (size_t i = 0; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->off >= from && m->off < at && (m->kind == TJ_M_MARK || m->kind == TJ_M_CUE)) return false;
    }
    return true;
}

/* 中欧班列（西安）开行量: the bracket says where, for its clause. False if mention `i` does not fill one. */
static bool take_bracketed(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i);
    struct tj_str left = tj_cut(f->sentence, w->clause, m->off), open = TJ_STR("（");
    struct tj_str behind = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    bool bracketed = m->kind == TJ_M_REGION && tj_ends(left, open) && tj_starts(behind, TJ_STR("）"));
    static const char *const bodies[] = { "大学（", "学院（", "公司（", NULL };
    if (bracketed && tj_ends_in_one(left, bodies)) return true; /* 中国石油大学（北京）克拉玛依校区 */
    if (f->at_home || !bracketed || left.len == open.len) return false;
    uint32_t row = tj_region_choose(f, m->entry);
    enum tj_level level = f->lexicon->regions[row].level;
    bool nation = tj_ends(left, TJ_STR("中国（")); /* 中国（深圳）博览会 is held there */
    if (nation || level < TJ_LEVEL_PROVINCE || level > TJ_LEVEL_COUNTY) return false;
    if (!w->bracket_clause) w->before_bracket = f->region_count ? f->regions[0] : TJ_NONE;
    w->bracket_clause = w->clause_no + 1;
    f->regions[0] = row;
    f->region_count = 1;
    f->region_clause = w->clause_no;
    return true;
}

void tj_meet_region(struct tj_walk *w, size_t i)
{
    const struct tj_mention *m = tj_mention_at(w, i);
    if (w->f->at_home && i >= w->last)
        return; /* no figure of the sentence needs it, and a report stays at home */
    if (tj_is_said_again(w->f, i) || tj_is_next_whole(w->f, i)) return;
    note_country(w->f, m);
    tj_take_venue(w, i);
    if (tj_is_way(w->f, i) || take_bracketed(w, i)) return;
    if (tj_is_sample(w->f, i)) {
        take_samples(w, i);
        return;
    }
    bool leads = !tj_is_aside(w->f, m->off) && (tj_is_described(w->f, m) || tj_leads_clause(w, m->off));
    leads |= m->kind == TJ_M_REGION && w->f->region_count && w->f->region_clause == w->clause_no
             && tj_is_joined(w->f, i);
    uint32_t row = m->kind == TJ_M_REGION ? tj_region_choose(w->f, m->entry) : tj_region_here(w->f, m->cue);
    struct tj_str behind = tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len);
    bool ahead =
        m->kind == TJ_M_CUE && !w->f->at_home && tj_starts(behind, TJ_STR("率先")); /* 全省率先实现… */
    if (!leads || ahead || is_only_compared(w, m, row)) {
        open_item(w, i);
        return;
    }
    bool follows =
        i > 0 && tj_mention_at(w, i - 1)->off >= w->clause
        && (tj_mention_at(w, i - 1)->kind == TJ_M_REGION || tj_mention_at(w, i - 1)->mark == U'、');
    bool touches = i > 0 && tj_mention_at(w, i - 1)->kind == TJ_M_REGION
                   && tj_mention_at(w, i - 1)->off + tj_mention_at(w, i - 1)->len == m->off;
    struct tj_str said = tj_cut(w->f->sentence, m->off, m->off + m->len);
    bool of_thing =
        w->f->news && touches && !tj_ends(said, TJ_STR("区")) && names_thing(w->f, m->off + m->len);
    if (of_thing) w->district = row;
    take_region(w, row, !follows, of_thing);
}

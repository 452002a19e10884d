#include "extract/attribute/place.h"

static bool stands_behind(const struct tj_frame *f, size_t at, const struct tj_str *words)
{
    struct tj_str left = tj_cut(f->sentence, 0, at);
    for (; words->len; words++)
        if (tj_ends(left, *words)) return true;
    return false;
}

bool tj_is_way(const struct tj_frame *f, size_t i)
{
    static const struct tj_str marks[] = { TJ_WORD("—"),  TJ_WORD("－"), TJ_WORD("-"),
                                           TJ_WORD("至"), TJ_WORD("经"), { 0 } };
    const struct tj_mentions *all = f->mentions;
    const struct tj_mention *m = &all->at[i];
    struct tj_str behind = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    size_t len = 0;
    for (size_t k = 0; marks[k].len; k++)
        if (tj_starts(behind, marks[k])) len = marks[k].len;
    for (size_t k = i + 1; len && k < all->count && k < i + 3; k++)
        if (all->at[k].kind == TJ_M_REGION && all->at[k].off == m->off + m->len + len) return true;
    bool from =
        i > 0 && (all->at[i - 1].kind == TJ_M_REGION || (i > 1 && all->at[i - 2].kind == TJ_M_REGION));
    return from && stands_behind(f, m->off, marks);
}

bool tj_is_said_again(const struct tj_frame *f, size_t i)
{
    const struct tj_mention *m = &f->mentions->at[i], *before = m - 1;
    bool touches =
        i > 0 && m->kind == TJ_M_REGION && before->kind == TJ_M_REGION && before->off + before->len == m->off;
    if (!touches) return false;
    if (tj_region_within(f->lexicon, tj_region_choose(f, before->entry), tj_region_choose(f, m->entry)))
        return true; /* 文峰区|安阳市某公司 */
    const struct tj_region *whole = &f->lexicon->regions[tj_region_choose(f, before->entry)];
    struct tj_str said = tj_cut(f->sentence, m->off, m->off + m->len);
    static const char *const areas[] = { "东部地区", "中部地区", "西部地区", "东北地区", NULL };
    if (whole->level == TJ_LEVEL_PROVINCE) return tj_starts_with_one(said, areas);
    return whole->level == TJ_LEVEL_COUNTRY && whole != &f->lexicon->regions[f->lexicon->nation]
           && tj_equal(said, TJ_STR("全国"));
}

bool tj_is_field(struct tj_str behind)
{
    static const char *const superlatives[] = { "率先", "最",   "首",   "第一",   "第二", "第三",
                                                "第四", "第五", "唯一", "单体最", "两大", "三大",
                                                "四大", "五大", "六大", "十大",   "百强", "500强",
                                                "千强", "十强", "占第", "居第",   "排第", "列第",
                                                "位居", "位列", "名列", "排名",   NULL };
    static const char *const others[] = { "首都",     "第一季度", "第二季度", "第三季度", "第四季度",
                                          "第一产业", "第二产业", "第三产业", NULL };
    return tj_starts_with_one(behind, superlatives) && !tj_starts_with_one(behind, others);
}

bool tj_is_among(const struct tj_frame *f, const struct tj_mention *m)
{
    return (f->topic || f->region_count) && tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("在"))
           && tj_is_field(tj_cut(f->sentence, m->off + m->len, f->sentence.len));
}

bool tj_is_described(const struct tj_frame *f, const struct tj_mention *place)
{
    static const struct tj_str of[] = { TJ_WORD("的"),   TJ_WORD("大县"),
                                        TJ_WORD("强县"), TJ_WORD("名县"),
                                        TJ_WORD("名城"), TJ_WORD("古城"),
                                        TJ_WORD("小城"), TJ_WORD("重镇"),
                                        TJ_WORD("大市"), TJ_WORD("大省"),
                                        TJ_WORD("强省"), TJ_WORD("强市"),
                                        TJ_WORD("之乡"), { 0 } };
    if (f->at_home || place->kind != TJ_M_REGION) return false;
    uint32_t row = tj_region_choose(f, place->entry);
    bool part = row != TJ_NONE && f->lexicon->regions[row].level >= TJ_LEVEL_PROVINCE
                && f->lexicon->regions[row].level <= TJ_LEVEL_COUNTY;
    return part && stands_behind(f, place->off, of)
           && !tj_starts(tj_cut(f->sentence, place->off + place->len, f->sentence.len), TJ_STR("的"));
}

bool tj_is_end_of_way(const struct tj_frame *f, size_t at)
{
    static const struct tj_str words[] = { TJ_WORD("来自"), TJ_WORD("面向"), TJ_WORD("走向"),
                                           TJ_WORD("销往"), TJ_WORD("发往"), TJ_WORD("通达"),
                                           TJ_WORD("连接"), TJ_WORD("辐射"), { 0 } };
    return stands_behind(f, at, words);
}

/* Does another country stand at `at`? Sets what stands behind it. */
static bool is_abroad_at(const struct tj_frame *f, size_t at, struct tj_str *behind)
{
    for (size_t i = 0; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->off != at || m->kind != TJ_M_REGION) continue;
        uint32_t row = tj_region_choose(f, m->entry);
        *behind = tj_cut(f->sentence, at + m->len, f->sentence.len);
        return row != f->lexicon->nation && f->lexicon->regions[row].level == TJ_LEVEL_COUNTRY;
    }
    return false;
}

/* 我国…在共建“一带一路”国家直接投资: where the nation in hand does it. */
static bool is_partner(const struct tj_frame *f, size_t at)
{
    static const struct tj_str words[] = { TJ_WORD("在"), { 0 } };
    uint32_t here = f->topic ? f->topic : f->home;
    struct tj_str behind;
    return here == f->lexicon->nation && stands_behind(f, at, words) && is_abroad_at(f, at, &behind);
}

/* 丹麦|一家企业…增资, in an item on 天津: whose the firm is, not where. */
static bool is_nationality(const struct tj_frame *f, size_t at)
{
    static const char *const bodies[] = { "一家", "企业", "公司", "客商", "游客", "采购商", "品牌", NULL };
    uint32_t nation = f->lexicon->nation, here = f->region_count ? f->regions[0] : f->topic;
    bool home = here != TJ_NONE && here != nation && tj_region_within(f->lexicon, here, nation);
    struct tj_str behind;
    return home && is_abroad_at(f, at, &behind) && tj_starts_with_one(behind, bodies);
}

/* 上海、杭州|和成都, 沈阳|和大连双双突破: the last of a list of places. */
static bool ends_list(const struct tj_frame *f, size_t at)
{
    static const char *const ands[] = { "和", "及", "以及", NULL };
    for (size_t i = 0; ands[i]; i++) {
        size_t len = tj_str_of(ands[i]).len;
        if (at < len || !tj_ends(tj_cut(f->sentence, 0, at), tj_str_of(ands[i]))) continue;
        for (size_t k = 0; k < f->mentions->count; k++) {
            const struct tj_mention *m = &f->mentions->at[k];
            if (m->kind != TJ_M_REGION || m->off + m->len != at - len) continue;
            struct tj_str rest = tj_before(tj_cut(f->sentence, at, f->sentence.len), TJ_STR("，"));
            if (tj_holds(rest, TJ_STR("双双"))) return true;
            return k > 0 && f->mentions->at[k - 1].kind == TJ_M_MARK && f->mentions->at[k - 1].mark == U'、';
        }
    }
    return false;
}

/* 对沙特等|西亚国家: where the list of samples begins that ends right before `at`; `at` if none does. */
static size_t samples_before(const struct tj_frame *f, size_t at)
{
    const struct tj_mentions *all = f->mentions;
    size_t etc = sizeof "等" - 1;
    if (at < etc || !tj_ends(tj_cut(f->sentence, 0, at), TJ_STR("等"))) return at;
    for (size_t i = 0; i < all->count; i++) {
        if (all->at[i].kind != TJ_M_REGION || all->at[i].off + all->at[i].len + etc != at) continue;
        while (i > 1 && all->at[i - 1].mark == U'、' && all->at[i - 2].kind == TJ_M_REGION) i -= 2;
        return all->at[i].off;
    }
    return at;
}

bool tj_is_aside(const struct tj_frame *f, size_t at)
{
    at = samples_before(f, at);
    static const struct tj_str words[] = { TJ_WORD("比"),   TJ_WORD("较"),   TJ_WORD("与"),
                                           TJ_WORD("同"),   TJ_WORD("对"),   TJ_WORD("向"),
                                           TJ_WORD("从"),   TJ_WORD("由"),   TJ_WORD("赴"),
                                           TJ_WORD("距"),   TJ_WORD("至"),   TJ_WORD("和"),
                                           TJ_WORD("跟"),   TJ_WORD("于"),   TJ_WORD("占"),
                                           TJ_WORD("通过"), TJ_WORD("经"),   TJ_WORD("超过"),
                                           TJ_WORD("超越"), TJ_WORD("领先"), TJ_WORD("赶超"),
                                           TJ_WORD("隶属"), TJ_WORD("毗邻"), TJ_WORD("紧邻"),
                                           TJ_WORD("邻近"), TJ_WORD("靠近"), { 0 } };
    static const struct tj_str sizes[] = { TJ_WORD("再造一个"), TJ_WORD("相当于"), { 0 } };
    static const struct tj_str reasons[] = { TJ_WORD("由于"), { 0 } };
    if (ends_list(f, at) || stands_behind(f, at, reasons)) return false;
    return stands_behind(f, at, words) || stands_behind(f, at, sizes) || tj_is_end_of_way(f, at)
           || is_partner(f, at) || is_nationality(f, at);
}

/* 全县, 全区 in an article: the county or district that it named last. */
static uint32_t county_here(const struct tj_frame *f, const struct tj_cue *cue, uint32_t at)
{
    static const char *const district[] = { "全区", "我区", "本区", "区内", NULL };
    bool open = at != TJ_NONE && f->lexicon->regions[at].level == TJ_LEVEL_PREFECTURE;
    bool within = at == TJ_NONE || (open && tj_region_within(f->lexicon, f->county, at));
    if (f->at_home || f->county == TJ_NONE) return TJ_NONE;
    if (tj_equal(cue->argument, TJ_STR("county"))) return f->county;
    return within && tj_starts_with_one(cue->word, district)
                   && tj_ends(f->lexicon->regions[f->county].name, TJ_STR("区"))
               ? f->county
               : TJ_NONE;
}

uint32_t tj_region_here(const struct tj_frame *f, const struct tj_cue *cue)
{
    uint32_t at = f->topic ? f->topic : f->home;
    static const struct {
        struct tj_str word;
        enum tj_level level;
    } levels[] = { { TJ_WORD("province"), TJ_LEVEL_PROVINCE },
                   { TJ_WORD("prefecture"), TJ_LEVEL_PREFECTURE },
                   { TJ_WORD("county"), TJ_LEVEL_COUNTY } };
    if (tj_equal(cue->argument, TJ_STR("country"))) return f->lexicon->nation;
    bool town = at != TJ_NONE && f->lexicon->regions[at].level == TJ_LEVEL_COUNTY;
    if (town && tj_ends(cue->word, TJ_STR("市")) && tj_ends(f->lexicon->regions[at].name, TJ_STR("市")))
        return at; /* 全市 in a county that is a city */
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        if (!tj_equal(levels[i].word, cue->argument)) continue;
        for (uint32_t up = at; up != TJ_NONE; up = f->lexicon->regions[up].parent)
            if (f->lexicon->regions[up].level == levels[i].level) return up;
        bool area = f->lexicon->regions[at].level == TJ_LEVEL_AREA; /* 东部地区…。全市… */
        for (uint32_t up = area ? f->home : TJ_NONE; up != TJ_NONE; up = f->lexicon->regions[up].parent)
            if (f->lexicon->regions[up].level == levels[i].level) return up;
    }
    uint32_t county = county_here(f, cue, at);
    return county ? county : at;
}

/* A region's place in the choice: parts and parents of the home region first, then the higher level. */
static int region_rank(const struct tj_frame *f, uint32_t row)
{
    const struct tj_region *r = &f->lexicon->regions[row];
    uint32_t near = f->topic ? f->topic : f->home;
    int rank = (int)r->level * 2;
    if (near && tj_region_within(f->lexicon, row, near))
        rank -= 20;
    else if (f->home && tj_region_within(f->lexicon, row, f->home))
        rank -= 16;
    bool gone = r->to && f->now.year && r->to < f->now.year, unborn = f->now.year && r->from > f->now.year;
    return rank + (gone || unborn ? 40 : 0); /* 四川、重庆 since 1997 */
}

/* 中部地区 in a province's own report is a part of the province. */
static bool is_far_area(const struct tj_frame *f, uint32_t row)
{
    bool local = f->at_home && f->lexicon->regions[f->home].level != TJ_LEVEL_COUNTRY;
    return local && f->lexicon->regions[row].level == TJ_LEVEL_AREA
           && !tj_region_within(f->lexicon, row, f->home);
}

uint32_t tj_region_choose(const struct tj_frame *f, const struct tj_entry *entry)
{
    uint32_t best = TJ_NONE;
    for (; entry; entry = entry->more) {
        if (entry->kind != TJ_REGION || is_far_area(f, entry->row)) continue;
        if (best == TJ_NONE || region_rank(f, entry->row) < region_rank(f, best)) best = entry->row;
    }
    return best;
}

bool tj_gives_example(const struct tj_frame *f, size_t number)
{
    return f->at_home && tj_ends(tj_cut(f->sentence, 0, number), TJ_STR("等"));
}

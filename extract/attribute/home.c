#include "extract/attribute/home.h"

#include "extract/attribute/period/period_ahead.h"

enum { HEAD_BLOCKS = 8, HEAD_CHARS = 60 };

/* What the line names; times that it leaves the year of are as they are at the document's head. */
static struct tj_mentions mentions_of(const struct tj_frame *f, struct tj_str line)
{
    struct tj_mentions m = { 0 };
    struct tj_now now = f->now;
    tj_scan(f->scanner, line, &now, &m);
    return m;
}

uint32_t tj_home_region_in(const struct tj_frame *f, struct tj_str line)
{
    struct tj_mentions m = mentions_of(f, line);
    uint32_t found = TJ_NONE;
    for (size_t i = 0; i < m.count; i++) {
        if (m.at[i].kind != TJ_M_REGION || tj_is_field(tj_cut(line, m.at[i].off + m.at[i].len, line.len)))
            continue;
        uint32_t row = tj_region_choose(f, m.at[i].entry);
        if (tj_equal(f->lexicon->regions[row].code, TJ_STR("WLD"))) continue; /* no document is the world's */
        if (found == TJ_NONE || tj_region_within(f->lexicon, row, found))
            found = row;
        else
            break;
    }
    return found;
}

static bool is_report(struct tj_str title)
{
    static const char *const words[] = { "报告", "公报", "运行情况", "规划纲要", "规划和", "规划（", NULL };
    return tj_holds_one(title, words) || tj_ends(title, TJ_STR("规划")); /* not 距离“十四五”规划收官… */
}

/* A work report, by its title or by whom it speaks to. */
static bool is_work_report(const struct tj_document *d)
{
    if (tj_holds(d->title, TJ_STR("工作报告"))) return true;
    for (size_t i = 0; i < d->block_count && i < HEAD_BLOCKS; i++)
        if (tj_starts(tj_trim(tj_block_text(d, i)), TJ_STR("各位代表"))) return true;
    return false;
}

/* Does an office of the nation speak here: 国家统计局, 海关总署? */
static bool is_of_nation(const struct tj_frame *f, struct tj_str line)
{
    struct tj_mentions m = mentions_of(f, line);
    for (size_t i = 0; i < m.count; i++)
        if (m.at[i].kind == TJ_M_CUE && m.at[i].cue->kind == TJ_CUE_HERE
            && tj_equal(m.at[i].cue->argument, TJ_STR("country")))
            return true;
    return false;
}

/* Does the line name the nation itself: 我国, 全国? */
static bool names_nation(const struct tj_frame *f, struct tj_str line)
{
    struct tj_mentions m = mentions_of(f, line);
    uint32_t nation = f->lexicon->nation;
    for (size_t i = 0; i < m.count; i++)
        if (m.at[i].kind == TJ_M_REGION && tj_region_choose(f, m.at[i].entry) == nation) return true;
    return false;
}

/* Does the line name a place, or speak of one that the reader is to know: 全市? */
static bool names_place(const struct tj_frame *f, struct tj_str line)
{
    struct tj_mentions m = mentions_of(f, line);
    for (size_t i = 0; i < m.count; i++)
        if (m.at[i].kind == TJ_M_REGION || (m.at[i].kind == TJ_M_CUE && m.at[i].cue->kind == TJ_CUE_HERE))
            return true;
    return false;
}

/* A statistical release whose title tells the figure: …居民消费价格同比上涨0.6%. */
static bool is_release(struct tj_str title)
{
    static const char *const words[] = { "增长", "下降", "上涨", "回升", "回落",
                                         "指数", "同比", "环比", "数据" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_holds(title, tj_str_of(words[i]))) return true;
    return false;
}

/* A release or report that names no place is the nation's if an office of the nation gives it or its text begins with 全国,
   and a release also if no place is named in its first lines at all: a local one always says whose it is. */
static uint32_t home_of_release(const struct tj_frame *f, const struct tj_document *d)
{
    uint32_t nation = f->lexicon->nation;
    if (!is_release(d->title) && !is_report(d->title)) return TJ_NONE;
    if (is_of_nation(f, d->title)) return nation;
    for (size_t i = 0; i < d->block_count && i < HEAD_BLOCKS; i++) {
        bool body = tj_char_count(tj_block_text(d, i)) > HEAD_CHARS;
        if (body ? tj_home_region_in(f, tj_block_text(d, i)) == nation : is_of_nation(f, tj_block_text(d, i)))
            return nation;
        if (body) break;
    }
    bool placed = false;
    for (size_t i = 0; i < d->block_count && i < HEAD_BLOCKS; i++)
        placed |= names_place(f, tj_block_text(d, i));
    return placed || !is_release(d->title) ? TJ_NONE : nation;
}

/* Does the title name a place and a month, a quarter or the like? */
static bool tells_part_of_year(const struct tj_frame *f, struct tj_str title)
{
    struct tj_mentions m = mentions_of(f, title);
    bool part = false;
    for (size_t i = 0; i < m.count; i++) {
        if (m.at[i].kind != TJ_M_PERIOD) continue;
        const struct tj_period *p = m.at[i].period;
        part |= p->kind != TJ_P_NONE && p->kind != TJ_P_YEAR && !tj_period_is_of_days(p);
    }
    return part && tj_home_region_in(f, title) != TJ_NONE;
}

/* 本报记者…《人民日报》（2025年07月02日…）: an article, whatever its headline tells. */
static bool is_article(const struct tj_document *d)
{
    static const char *const bylines[] = { "本报记者", "本报讯", "日报》", "晚报》", "时报》", NULL };
    for (size_t i = 0; i < d->block_count && i < HEAD_BLOCKS; i++)
        if (tj_char_count(tj_block_text(d, i)) <= HEAD_CHARS && tj_holds_one(tj_block_text(d, i), bylines))
            return true;
    return false;
}

/* The smallest province or prefecture that holds both; TJ_NONE if none does. */
static uint32_t holding_both(const struct tj_lexicon *lex, uint32_t a, uint32_t b)
{
    while (a && lex->regions[a].level > TJ_LEVEL_COUNTRY && !tj_region_within(lex, b, a) && a != b)
        a = lex->regions[a].parent;
    enum tj_level level = lex->regions[a].level;
    return level == TJ_LEVEL_PROVINCE || level == TJ_LEVEL_PREFECTURE || level == TJ_LEVEL_COUNTY ? a
                                                                                                  : TJ_NONE;
}

/* 全区…：中卫市…，吴忠市…, and no other places: a text that speaks of 全省 or 全市 and names it nowhere is of the one that holds all the
   places it names; TJ_NONE if there are not several, or none holds them. */
static uint32_t home_of_parts(const struct tj_frame *f, const struct tj_document *d)
{
    enum { MOST_BLOCKS = 60 };
    uint32_t home = TJ_NONE, first = TJ_NONE;
    bool here = false, several = false;
    for (size_t i = 0; i < d->block_count && i < MOST_BLOCKS; i++) {
        struct tj_mentions m = mentions_of(f, tj_block_text(d, i));
        for (size_t k = 0; k < m.count; k++) {
            here |= m.at[k].kind == TJ_M_CUE && m.at[k].cue->kind == TJ_CUE_HERE;
            uint32_t row = m.at[k].kind == TJ_M_REGION ? tj_region_choose(f, m.at[k].entry) : TJ_NONE;
            if (row == TJ_NONE || row == f->lexicon->nation) continue;
            if (first == TJ_NONE) home = first = row;
            several |= row != first;
            home = holding_both(f->lexicon, home, row);
            if (home == TJ_NONE) return TJ_NONE;
        }
    }
    return here && several && f->lexicon->regions[home].level < TJ_LEVEL_COUNTY ? home : TJ_NONE;
}

/* 记者从重庆市统计局获悉，…全市…: the place whose office the first paragraphs of such a text hear from. */
static uint32_t home_of_office(const struct tj_frame *f, const struct tj_document *d)
{
    enum { MOST_BODIES = 3, MOST_BLOCKS = 60 };
    static const char *const offices[] = { "统计局", "调查总队", "调查队", "发展改革委", "发改委",
                                           "商务局", "商务厅",   "财政局", "财政厅",     "海关",
                                           "人社局", "人民政府", "政府",   NULL };
    bool here = false, heard = false;
    uint32_t home = TJ_NONE;
    size_t most = 0;
    for (size_t bodies = 0; most < d->block_count && most < MOST_BLOCKS && bodies < MOST_BODIES; most++) {
        struct tj_str line = tj_block_text(d, most);
        heard |= tj_holds_one(line, offices);
        bodies += tj_char_count(line) > HEAD_CHARS;
    }
    for (size_t i = 0; heard && i < most; i++) {
        struct tj_str line = tj_block_text(d, i);
        struct tj_mentions m = mentions_of(f, line);
        for (size_t k = 0; k < m.count; k++) {
            here |= m.at[k].kind == TJ_M_CUE && m.at[k].cue->kind == TJ_CUE_HERE
                    && !tj_equal(m.at[k].cue->argument, TJ_STR("country"));
            bool office = m.at[k].kind == TJ_M_REGION
                          && tj_starts_with_one(tj_cut(line, m.at[k].off + m.at[k].len, line.len), offices);
            uint32_t row = office ? tj_region_choose(f, m.at[k].entry) : TJ_NONE;
            if (home == TJ_NONE && row != f->lexicon->nation) home = row;
        }
    }
    return here ? home : TJ_NONE;
}

/* 江西领跑，…湖北、安徽和上海…，重庆…: does the text set the home beside many of its peers? */
static bool is_of_many(const struct tj_frame *f, const struct tj_document *d)
{
    enum { MOST_BLOCKS = 60, MANY = 6 };
    const struct tj_region *regions = f->lexicon->regions;
    uint32_t peers[MANY];
    size_t count = 0;
    for (size_t i = 0; i < d->block_count && i < MOST_BLOCKS; i++) {
        struct tj_mentions m = mentions_of(f, tj_block_text(d, i));
        for (size_t k = 0; k < m.count; k++) {
            uint32_t row = m.at[k].kind == TJ_M_REGION ? tj_region_choose(f, m.at[k].entry) : TJ_NONE;
            bool peer = row && row != f->home && regions[row].level == regions[f->home].level;
            for (size_t n = 0; peer && n < count; n++) peer = peers[n] != row;
            if (!peer) continue;
            peers[count++] = row;
            if (count == MANY) return true;
        }
    }
    return false;
}

/* 前4个月陕西省进出口总值…亿元: is it a release on the place that its title names? */
static bool is_release_of_place(const struct tj_frame *f, const struct tj_document *d)
{
    return tells_part_of_year(f, d->title) && !is_article(d) && !is_of_many(f, d);
}

void tj_home_find(struct tj_frame *f, const struct tj_document *d, uint32_t given)
{
    f->news = tj_holds(d->title, TJ_STR("新闻联播"));
    if (f->news) { /* every item has its own */
        f->home = given;
        return;
    }
    f->home = tj_home_region_in(f, d->title);
    bool abroad = f->home && f->lexicon->regions[f->home].level == TJ_LEVEL_COUNTRY;
    if (abroad && names_nation(f, d->title)) /* 东盟重回我国第一大贸易伙伴 */
        f->home = f->lexicon->nation;
    for (size_t i = 0; f->home == TJ_NONE && i < d->block_count && i < HEAD_BLOCKS; i++) {
        if (tj_char_count(tj_block_text(d, i)) > HEAD_CHARS) break;
        f->home = tj_home_region_in(f, tj_block_text(d, i));
    }
    if (f->home == TJ_NONE) f->home = home_of_release(f, d);
    bool nation = f->home && f->home == f->lexicon->nation;
    f->at_home = f->home
                 && (is_report(d->title) || is_work_report(d) || (nation && is_release(d->title))
                     || is_release_of_place(f, d));
    if (f->home == TJ_NONE) f->home = given ? given : home_of_office(f, d);
    if (f->home == TJ_NONE) f->home = home_of_parts(f, d);
}

/* The first period of a line that is no day; NULL if it names none. */
static const struct tj_period *period_in(const struct tj_frame *f, struct tj_str line)
{
    struct tj_mentions m = mentions_of(f, line);
    for (size_t i = 0; i < m.count; i++)
        if (m.at[i].kind == TJ_M_PERIOD && !tj_period_is_of_days(m.at[i].period)) return m.at[i].period;
    return NULL;
}

/* The title's period; where the title is only 统计公报, that of the line beside it: 2020年某区国民经济和社会发展. */
static const struct tj_period *title_period(const struct tj_frame *f, const struct tj_document *d)
{
    const struct tj_period *found = period_in(f, d->title);
    for (size_t i = 0; !found && is_report(d->title) && i < d->block_count && i < HEAD_BLOCKS; i++) {
        struct tj_str line = tj_block_text(d, i);
        if (tj_char_count(line) <= HEAD_CHARS && tj_holds(line, TJ_STR("国民经济")))
            found = period_in(f, line);
    }
    return found;
}

/* 2017年，…⏎一、综合: a communiqué that has lost its title begins with its year. */
static const struct tj_period *opening_year(const struct tj_frame *f, const struct tj_document *d)
{
    size_t heading = 0, most = d->block_count < HEAD_BLOCKS ? d->block_count : HEAD_BLOCKS;
    while (heading < most && !tj_starts(tj_block_text(d, heading), TJ_STR("一、综"))) heading++;
    for (size_t i = 0; heading < most && i < heading; i++) {
        struct tj_str line = tj_block_text(d, i);
        struct tj_mentions m = mentions_of(f, line);
        bool opens =
            m.count && m.at[0].kind == TJ_M_PERIOD && m.at[0].off == 0 && tj_char_count(line) > HEAD_CHARS;
        const struct tj_period *p = opens ? m.at[0].period : NULL;
        if (p && p->kind == TJ_P_YEAR && p->first == p->last && !p->relative) return p;
    }
    return NULL;
}

/* 关于第六个五年计划的报告: the years to come that the head of a report names. */
static void find_years_ahead(struct tj_frame *f, const struct tj_document *d)
{
    for (size_t i = 0; f->at_home && f->now.year && i < d->block_count && i < HEAD_BLOCKS; i++) {
        struct tj_str line = tj_block_text(d, i);
        if (tj_char_count(line) > HEAD_CHARS) return;
        const struct tj_period *p = period_in(f, line);
        if (p) tj_note_years_ahead(f, p);
    }
}

void tj_home_period(struct tj_frame *f, const struct tj_document *d)
{
    const struct tj_period *title = title_period(f, d);
    if (!title) title = opening_year(f, d);
    bool work_report = is_work_report(d);
    bool series = title && title->first < title->last && !is_report(d->title); /* “十四五”新答卷: no time */
    if (title && title->first && !work_report && !series) f->section = *title;
    f->of_year = title && !work_report && title->kind == TJ_P_YEAR && title->first == title->last;
    if (work_report && title && title->first && f->now.year == 0) f->now.year = title->first;
    enum { AUTUMN = 10 }; /* from then on a report tells of the year that is about to end */
    if (work_report && f->now.year)
        f->section = tj_year_of(f->now.month < AUTUMN ? f->now.year - 1 : f->now.year);
    if (title && title->first && title->kind != TJ_P_YEAR) f->paragraph = *title;
    find_years_ahead(f, d);
}

#include "extract/attribute/period/in_hand.h"

#include "extract/attribute/period/when.h"

/* News tells figures of one release in several paragraphs; other things that it counts are of their own time. */
static bool takes_paragraph(const struct tj_frame *f, const struct tj_figure *g)
{
    if (f->paragraph.kind == TJ_P_NONE) return false;
    enum tj_measure measure = tj_measure_of_figure(g);
    static const char *const compared[] = { "同比", "同期", "比上年", "较上年", NULL };
    bool of_release = tj_holds_one(f->sentence, compared);
    bool stale = !f->news && f->period_is_old && f->paragraph.last < f->now.year;
    if (stale && !of_release)
        return false; /* an article that spoke of last year above speaks of today again */
    return !f->period_is_old || of_release || measure == TJ_GROWTH || measure == TJ_CHANGE
           || (tj_is_ratio(g->quantity) && !g->quantity->chinese)
           || (f->paragraph.last == f->now.year && g->quantity->magnitude >= 8 /* 亿 */
               && tj_equal(g->quantity->unit, TJ_STR("CNY")))
           || tj_indicator_row(f, g->name.whole) != TJ_NONE;
}

/* 自贸区已形成|214项制度成果, said in May of this year: what the paragraph told before is not its time. */
static bool is_done_by_now(const struct tj_frame *f, const struct tj_figure *g)
{
    static const char *const by_now[] = { "已", "迄今", NULL };
    static const char *const then[] = { "当时", "那时", "次年", "第二年", "初期", "届时",
                                        "将",   "计划", "拟",   "未来",   NULL };
    static const char *const made[] = { "建成", "新建", "培育", "形成", "创建",
                                        "打造", "认定", "集聚", "申请", NULL };
    bool promised = f->target || f->promise || g->phrase.target || f->from_now_on;
    if (f->at_home || promised || f->now.month <= TJ_SEASON || tj_measure_of_figure(g) != TJ_LEVEL)
        return false;
    struct tj_str left = tj_cut(f->sentence, 0, g->quantity->off), before = left;
    size_t parts;
    if (tj_find(left, TJ_STR("其中"), 0, &parts)) before.len = parts;
    bool now = tj_holds_one(before, by_now) && !tj_holds(before, TJ_STR("已婚"));
    bool old = !f->news && (f->paragraph.kind == TJ_P_NONE || f->period_is_old);
    now |= old && f->section.kind == TJ_P_NONE && tj_holds_one(tj_clause_of_figure(f, g), made);
    return now && !tj_holds_one(left, then);
}

/* 前10个月, 上半年 of the year that the title names: what the sentences behind it go on with. */
static bool is_part_of_section(const struct tj_frame *f)
{
    const struct tj_period *p = &f->paragraph;
    bool span =
        p->kind == TJ_P_HALF || p->kind == TJ_P_QUARTER || p->kind == TJ_P_QUARTERS || p->kind == TJ_P_MONTHS;
    return span && f->of_year && p->first == f->section.first && p->last == f->section.last;
}

struct tj_period tj_period_in_hand(const struct tj_frame *f, const struct tj_figure *g)
{
    if (g->period.kind != TJ_P_NONE) return g->period;
    if (f->period.kind != TJ_P_NONE) return f->period;
    if (f->looks_back) return f->paragraph;
    if (is_done_by_now(f, g)) return tj_year_of(f->now.year);
    bool paragraph = takes_paragraph(f, g);
    if (paragraph
        && (f->section.kind != TJ_P_YEAR || f->section.first < f->section.last || is_part_of_section(f)))
        return f->paragraph;
    if (f->section.kind != TJ_P_NONE) return f->section;
    if (paragraph || !f->now.month || (!f->news && !f->period_is_old)) return f->paragraph;
    bool part = f->paragraph.kind != TJ_P_YEAR && f->paragraph.last == f->now.year;
    if (!f->news && !part && f->paragraph.kind == TJ_P_NONE) return (struct tj_period){ 0 };
    return tj_year_of(f->now.year); /* news of the day */
}

struct tj_period tj_period_year_before(const struct tj_frame *f, const struct tj_figure *g)
{
    struct tj_period p = tj_period_in_hand(f, g);
    if (p.first) p.first--, p.last--;
    return p;
}

const struct tj_period *tj_period_same_part(const struct tj_frame *f, const struct tj_period *year)
{
    const struct tj_period *now = f->period.kind != TJ_P_NONE ? &f->period : &f->paragraph;
    if (now->kind <= TJ_P_YEAR || tj_period_is_of_days(now) || now->first != now->last) return year;
    struct tj_period *p = tj_alloc(f->arena, sizeof *p);
    *p = *now;
    p->first = p->last = year->last;
    return p;
}

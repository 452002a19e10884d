#include "extract/attribute/period/period_ahead.h"

/* 当月 in a text of 前三季度 or 1—8月: the last month of these. */
static bool is_last_month(const struct tj_walk *w, const struct tj_mention *m, struct tj_period *out)
{
    const struct tj_frame *f = w->f;
    const struct tj_period *p = f->period.kind != TJ_P_NONE ? &f->period : &f->paragraph;
    if (!tj_starts(tj_cut(f->sentence, m->off, m->off + m->len), TJ_STR("当月"))) return false;
    int last = tj_period_last_month(p);
    if (last == 0) return false;
    *out =
        (struct tj_period){ .kind = TJ_P_MONTH, .first = p->first, .last = p->first, .a = last, .b = last };
    return true;
}

/* 12月末，…。月末人民币贷款余额…: the same end of a month. */
static bool is_month_end(const struct tj_walk *w, const struct tj_mention *m, struct tj_period *out)
{
    const struct tj_frame *f = w->f;
    struct tj_str said = tj_cut(f->sentence, m->off, m->off + m->len);
    if (!tj_equal(said, TJ_STR("月末")) || f->month_end.kind != TJ_P_MONTH) return false;
    *out = f->month_end;
    return true;
}

/* 预计于9月中旬开始, said in August: the month to come, not last year's. */
static bool is_to_come(const struct tj_walk *w, const struct tj_mention *m, struct tj_period *out)
{
    static const char *const words[] = {
        "预计于", "预计在", "将于", "将在", "拟于", "计划于", "计划在", NULL
    };
    const struct tj_frame *f = w->f;
    const struct tj_period *p = m->period;
    bool last_year =
        p->kind == TJ_P_MONTH && f->now.month && p->first == f->now.year - 1 && p->a > f->now.month;
    if (!last_year || !tj_ends_in_one(tj_cut(f->sentence, 0, m->off), words)) return false;
    *out = *p;
    out->first = out->last = f->now.year;
    return true;
}

/* 到今年年底，总量超过…, said in March. */
static bool is_year_end_to_come(const struct tj_walk *w, const struct tj_mention *m)
{
    enum { LAST = 10 }; /* months in which the end of the year is still far */
    static const char *const ends[] = { "年底", "年末", NULL };
    const struct tj_frame *f = w->f;
    struct tj_str said = tj_cut(f->sentence, m->off, m->off + m->len);
    bool to = tj_starts(said, TJ_STR("到")) || tj_starts(said, TJ_STR("至"))
              || tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("到"));
    return to && f->now.month && f->now.month <= LAST && m->period->first == f->now.year
           && m->period->kind == TJ_P_YEAR && tj_ends_in_one(said, ends);
}

/* 2024年，粮食播种面积不低于…, said in March of it outside a report: nobody knows it yet. */
static bool is_year_to_come(const struct tj_walk *w, const struct tj_mention *m)
{
    enum { LAST = 6 }; /* months in which most of the year is still ahead */
    static const char *const so_far[] = { "以来", "已",     "目前",   "截至",   "至今", "了",
                                          "同比", "比上年", "较上年", "比去年", NULL };
    const struct tj_frame *f = w->f;
    const struct tj_period *p = m->period;
    struct tj_str rest = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    bool year = p->kind == TJ_P_YEAR && !p->relative && p->first == f->now.year && p->last == p->first;
    return year && !f->at_home && !f->news && f->now.month && f->now.month <= LAST
           && tj_starts(rest, TJ_STR("，")) && tj_leads_clause(w, m->off) && !tj_holds_one(rest, so_far);
}

void tj_note_years_ahead(struct tj_frame *f, const struct tj_period *p)
{
    enum { AUTUMN = 9 }; /* from then on reports tell of the next year */
    bool next = p->first == p->last && p->first == f->now.year + 1 && f->now.month >= AUTUMN;
    bool years = p->kind == TJ_P_YEAR && (p->first < p->last || next) && f->now.year;
    if (!f->at_home || !years || p->last < f->now.year || p->first > f->now.year + 1) return;
    f->ahead = *p;
    if (p->last - p->first != 4 || p->relative) return;
    f->now.plan_end = p->last;
    f->now.of_plan = true;
}

bool tj_period_meant(const struct tj_walk *w, const struct tj_mention *m, struct tj_period *out)
{
    return is_last_month(w, m, out) || is_to_come(w, m, out) || is_month_end(w, m, out);
}

bool tj_period_is_ahead(const struct tj_walk *w, const struct tj_mention *m)
{
    struct tj_str said = tj_cut(w->f->sentence, m->off, m->off + m->len);
    static const char *const within[] = { "年内", "年之内", NULL }; /* 三年内实现产值翻番 */
    bool years = m->period->first < m->period->last && m->period->first == w->f->now.year;
    if (years && tj_ends_in_one(said, within)) return true;
    return tj_starts(said, TJ_STR("今后")) || tj_starts(said, TJ_STR("未来")) || is_year_end_to_come(w, m)
           || is_year_to_come(w, m);
}

/* 国民生产总值将比|1980年增长1.7倍. */
bool tj_period_is_base_of_promise(const struct tj_walk *w, const struct tj_mention *m)
{
    static const char *const words[] = { "将比", "将较", "要比", NULL };
    return tj_ends_in_one(tj_cut(w->f->sentence, 0, m->off), words);
}

/* What the walk learns from a period: whether it is what the sentence now speaks of, or a yardstick, or said in passing. */
#include "extract/attribute/period/period_ahead.h"
#include "extract/attribute/period/period_role.h"

/* 自2018年开通以来，…: what the sentence tells is of the years since then. */
static void note_beginning(struct tj_walk *w, const struct tj_mention *m)
{
    struct tj_frame *f = w->f;
    struct tj_str rest = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    size_t at;
    if (!tj_period_is_beginning(w, m) || !tj_find(rest, TJ_STR("，"), 0, &at)) return;
    if (!tj_ends(tj_cut(rest, 0, at), TJ_STR("以来")) || !m->period->first || m->period->first > f->now.year)
        return;
    bool review = f->section.kind == TJ_P_YEAR && f->section.last >= m->period->first && !f->section_target;
    int last = review ? f->section.last : f->now.year;
    f->period = (struct tj_period){ .kind = TJ_P_YEAR, .first = m->period->first, .last = last };
}

/* 4月以来，…, 11月7日以来全国…: from that month up to the one in which it is written. */
static void note_since_month(struct tj_walk *w, const struct tj_mention *m)
{
    struct tj_frame *f = w->f;
    const struct tj_period *p = m->period;
    struct tj_str rest = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    bool since =
        tj_starts(rest, TJ_STR("以来，")) || (tj_starts(rest, TJ_STR("以来")) && tj_leads_clause(w, m->off));
    bool day = p->kind == TJ_P_DAY && !f->news;
    bool said = since && f->now.month && (p->kind == TJ_P_MONTH || day);
    bool begun = p->first < f->now.year || (p->first == f->now.year && p->a <= f->now.month);
    if (!said || !begun) return;
    bool review = f->at_home && f->section.kind == TJ_P_YEAR && f->section.last < f->now.year;
    int last = review ? f->section.last : f->now.year, month = review ? 12 : f->now.month;
    if (p->first > last) return;
    bool alone = p->first == last && p->a == month;
    f->period = (struct tj_period){
        .kind = alone ? TJ_P_MONTH : TJ_P_MONTHS, .first = p->first, .last = last, .a = p->a, .b = month
    };
    f->paragraph = f->period;
    f->period_is_old = false;
}

/* 近三年，… in the review of one year, 2006、2007两年，… in that of five: another span than the section's, told in passing. */
static bool is_part_of_section(const struct tj_frame *f, const struct tj_period *p)
{
    const struct tj_period *s = &f->section;
    if (!f->at_home || s->kind != TJ_P_YEAR || p->kind != TJ_P_YEAR || p->first == p->last) return false;
    if (s->first == s->last)
        return p->last - p->first < 4 && p->last <= s->last; /* five years are a review of their own */
    return p->first > s->first && p->last <= s->last;
}

/* 2020年到2025年，比重从A提升到B。新增…: what is told next is of the five years behind the base. */
static bool is_from_base(struct tj_str said, const struct tj_period *p)
{
    size_t at;
    struct tj_str year = TJ_STR("年");
    if (p->kind != TJ_P_YEAR || p->last - p->first != 5 || !tj_find(said, year, 0, &at)) return false;
    struct tj_str behind = tj_cut(said, at + year.len, said.len);
    return tj_starts(behind, TJ_STR("到")) || tj_starts(behind, TJ_STR("至"));
}

/* 五年来，… at the head of a clause of a report: what follows is about these years. */
static void set_section(struct tj_frame *f, struct tj_str said, const struct tj_period *p)
{
    bool review =
        f->at_home && !f->section_target && f->now.year && p->kind == TJ_P_YEAR && p->last == f->now.year - 1;
    if (f->of_year && p->first < p->last) return; /* “十一五”期间，… in a year's communiqué */
    if (is_part_of_section(f, p)) return;
    if (!review || (p->first < p->last && p->last - p->first < 2)) return;
    f->section = *p;
    if (is_from_base(said, p)) f->section.first++;
}

/* ——这五年综合经济实力大幅提升, 2025年是很不平凡的一年: the time that opens a paragraph of a review is the paragraph's. */
static bool opens_block(const struct tj_walk *w, const struct tj_mention *m)
{
    const struct tj_frame *f = w->f;
    const struct tj_period *p = m->period;
    struct tj_str rest = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    if (!f->opens_block || p->kind != TJ_P_YEAR || w->clause > 0 || !tj_leads_clause(w, m->off)) return false;
    bool second = tj_holds(tj_cut(f->sentence, 0, m->off), TJ_STR("年")); /* 2025年和“十四五”时期工作回顾 */
    if (p->last - p->first >= 4) return !second;
    return p->first == p->last && (tj_starts(rest, TJ_STR("是")) || tj_starts(rest, TJ_STR("在")));
}

/* 刚刚过去的2025年，…, 2025年是极不平凡的一年: a paragraph of its last year behind the review of five. */
static bool tells_of_last_year(const struct tj_walk *w, const struct tj_mention *m)
{
    static const char *const years[] = { "过去一年", "过去的一年", "一年来", NULL };
    const struct tj_frame *f = w->f;
    const struct tj_period *p = m->period, *s = &f->section;
    bool review = f->at_home && s->kind == TJ_P_YEAR && s->first < s->last && !f->section_target;
    bool last = p->kind == TJ_P_YEAR && p->first == p->last && p->last == s->last;
    if (!review || !last || !f->opens_block) return false;
    struct tj_str left = tj_cut(f->sentence, 0, m->off),
                  rest = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    if (tj_ends(left, TJ_STR("过去的"))) return true;
    bool is = tj_starts(rest, TJ_STR("是"))
              || tj_starts_with_one(tj_cut(f->sentence, m->off, m->off + m->len), years);
    return is && tj_leads_clause(w, m->off);
}

/* 2005年与2000年相比，…: the base of what the sentence says has grown. */
static void note_yardstick(struct tj_walk *w, const struct tj_mention *m)
{
    struct tj_str rest = tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len);
    const struct tj_period *p = m->period;
    bool base = p->kind == TJ_P_YEAR && p->first && !p->relative;
    if (!base || !(tj_starts(rest, TJ_STR("相比，")) || tj_starts(rest, TJ_STR("比较，")))) return;
    w->f->basis = tj_print(w->f->arena, "base:%d", p->last);
    if (w->f->period.kind != TJ_P_YEAR || p->last >= w->f->period.first) return;
    w->f->before = *p;
    w->f->after = w->f->period;
}

/* 增速2022年以来连续16个季度…, 近3年提升21个百分点: a span said in the middle of a sentence is of its clause only. */
static bool is_in_passing(const struct tj_walk *w, const struct tj_mention *m)
{
    static const char *const since[] = { "以来", "起", "开始", "至今", NULL };
    struct tj_str said = tj_cut(w->f->sentence, m->off, m->off + m->len);
    bool lately = tj_starts(said, TJ_STR("近")) || tj_starts(said, TJ_STR("最近"));
    bool span = m->period->kind == TJ_P_YEAR && m->period->first < m->period->last;
    return span
           && ((lately && w->clause > 0) || (tj_ends_in_one(said, since) && !tj_leads_clause(w, m->off)));
}

/* 上半年增长15.7%；单看6月，增长9.1%: only the last month of what is told on. */
static bool ends_span_in_hand(const struct tj_frame *f, const struct tj_period *p)
{
    const struct tj_period *all = &f->paragraph;
    bool told = f->facts->count > f->first_fact, span = all->kind != TJ_P_MONTH;
    return told && span && p->kind == TJ_P_MONTH && p->a == tj_period_last_month(all)
           && p->first == all->last;
}

/* Does it hold for its sentence only: 1995年达到… in the review of five years, 截至昨天 in the news, a time to come? */
static bool is_of_sentence(const struct tj_walk *w, const struct tj_mention *m, const struct tj_period *p,
                           bool head, bool adverbial)
{
    const struct tj_frame *f = w->f;
    bool of_day = f->news && p->kind == TJ_P_DAY;
    if (of_day || (f->now.year && p->first > f->now.year)) return true;
    bool opens =
        head && f->opens_block && w->clause == 0 && p->first == p->last && p->last == f->section.last;
    if (is_part_of_section(f, p) && !opens) return true; /* 2025年，… opens a paragraph on that year */
    if (ends_span_in_hand(f, p)) return true;
    bool review = f->at_home && f->section.kind == TJ_P_YEAR && !f->section_target;
    bool other = p->kind == TJ_P_YEAR && p->first < p->last && p->last != f->section.last;
    if (review && !head && other) return true; /* “九五”计划 in the review of 1993 to 1997 */
    bool span = f->section.kind == TJ_P_YEAR && f->section.first < f->section.last && !f->section_target;
    if (!span || head || p->kind != TJ_P_YEAR) return false;
    bool recent =
        adverbial && tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("过去的")); /* 在刚刚过去的1987年， */
    return (!recent && p->first == p->last && p->last <= f->section.last) || p->last < f->section.first;
}

/* 截至3月17日，|今年以来…: the day is what figures are of, unless they are to come. */
static bool keeps_day(const struct tj_frame *f, const struct tj_mention *m, const struct tj_period *p)
{
    static const char *const ahead[] = { "预计", "有望", "目标", "力争", "将", NULL };
    bool day = f->period.kind == TJ_P_DAY && p->kind == TJ_P_YEAR && p->first == p->last
               && p->first == f->period.first && f->facts->count == f->first_fact;
    return day && !tj_holds_one(tj_cut(f->sentence, m->off, f->sentence.len), ahead)
           && tj_holds(tj_cut(f->sentence, 0, m->off), TJ_STR("截至"));
}

/* A period outside a comparison is what the sentence now speaks of. A day is when it was said. */
void tj_meet_period(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i);
    struct tj_period month;
    const struct tj_period *p = m->period;
    note_yardstick(w, m);
    note_beginning(w, m);
    note_since_month(w, m);
    if (tj_period_is_base_of_promise(w, m)) f->target = true;
    if (tj_period_meant(w, m, &month)) p = &month;
    tj_note_years_ahead(f, p);
    if (!tj_period_is_of_figures(w, i, p)) return;
    struct tj_str said = tj_cut(f->sentence, m->off, m->off + m->len);
    if (tj_period_is_ahead(w, m)) f->target = true;
    bool adverbial = tj_starts(tj_cut(f->sentence, m->off + m->len, f->sentence.len), TJ_STR("，"));
    bool head = adverbial && tj_leads_clause(w, m->off);
    if (!adverbial && is_in_passing(w, m)) return;
    if (tells_of_last_year(w, m))
        f->section = *p;
    else if (head || opens_block(w, m))
        set_section(f, said, p);
    bool over = p->last < f->section.first || (f->now.year && p->last < f->now.year);
    bool past = f->section_target && p->kind == TJ_P_YEAR && over;
    if (!past || head) f->looks_back = past;
    if (keeps_day(f, m, p)) return;
    f->period = *p;
    if (p->kind == TJ_P_YEAR && p->first < p->last) f->span = *p;
    if (p->kind == TJ_P_MONTH && tj_ends(said, TJ_STR("末"))) f->month_end = *p;
    if (!is_of_sentence(w, m, p, head, adverbial)) {
        f->paragraph = *p;
        if (is_from_base(said, p)) f->paragraph.first++;
        f->period_is_old = false;
    }
    if (tj_period_is_over(p, &f->now)) f->from_now_on = false;
}

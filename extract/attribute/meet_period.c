/* What the walk learns from a period: whether it is what the sentence now speaks of, or a yardstick, or said in passing. */
#include "extract/attribute/walk.h"

static bool is_compared(const struct tj_frame *f, size_t at)
{
    static const char *const words[] = { "比", "较",   "与",   "同",   "从",   "由",     "超过",
                                         "超", "次于", "高于", "低于", "好于", "同期、", NULL };
    static const char *const up_to[] = { "到", "至", NULL };
    struct tj_str left = tj_cut(f->sentence, 0, at), rest = tj_cut(f->sentence, at, f->sentence.len);
    size_t looked;
    if (tj_find(tj_cut(rest, 0, rest.len < 60 ? rest.len : 60), TJ_STR("看，"), 0, &looked))
        return false; /* 从一季度数据来看 */
    return tj_ends_in_one(left, words) || (!f->period.first && tj_ends_in_one(left, up_to));
}

/* 比8月份、9月份: the second is compared with too. */
static bool follows_compared(const struct tj_walk *w, size_t i)
{
    if (i < 2 || tj_mention_at(w, i - 1)->mark != U'、' || tj_mention_at(w, i - 1)->kind != TJ_M_MARK)
        return false;
    const struct tj_mention *before = tj_mention_at(w, i - 2);
    return before->kind == TJ_M_PERIOD && is_compared(w->f, before->off);
}

/* 扣除去年同期减税抬高基数等因素影响后, 受去年出台的政策翘尾影响: the time of what moved the number. */
static bool is_of_reason(const struct tj_walk *w, const struct tj_mention *m)
{
    static const char *const reasons[] = { "扣除", "剔除", "受", "由于", "因为", NULL };
    static const char *const ends[] = { "影响", "因素", NULL };
    struct tj_str left = tj_cut(w->f->sentence, w->clause, m->off),
                  rest = tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len);
    size_t at;
    if (tj_find(rest, TJ_STR("，"), 0, &at)) rest.len = at;
    return tj_holds_one(left, reasons) && tj_holds_one(rest, ends);
}

/* 在上年大幅度增长的基础上，又增产…: the time of what it builds on. */
static bool is_of_footing(const struct tj_walk *w, const struct tj_mention *m)
{
    struct tj_str rest = tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len);
    size_t at;
    if (!tj_ends(tj_cut(w->f->sentence, 0, m->off), TJ_STR("在"))) return false;
    if (tj_find(rest, TJ_STR("，"), 0, &at)) rest.len = at;
    return tj_ends(rest, TJ_STR("基础上"));
}

/* …下降0.2%，9月份为增长6.7%: what was before, told behind what is. */
static bool is_of_before(const struct tj_walk *w, const struct tj_mention *m)
{
    static const char *const told[] = { "为增长", "为下降", "为上涨", "为上升", NULL };
    const struct tj_frame *f = w->f;
    struct tj_str rest = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    return f->facts->count > f->first_fact && tj_starts_with_one(rest, told);
}

/* 自2010年启动，…: when it began is not when its figures are of. */
static bool is_beginning(const struct tj_walk *w, const struct tj_mention *m)
{
    static const char *const begun[] = { "启动", "实施", "开展", "设立", "成立", "开通", "投运", "投产",
                                         "运行", "发布", "挂牌", "建成", "通车", "上线", "实行", NULL };
    const struct tj_frame *f = w->f;
    return tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("自"))
           && tj_starts_with_one(tj_cut(f->sentence, m->off + m->len, f->sentence.len), begun);
}

/* 自2018年开通以来，…: what the sentence tells is of the years since then. */
static void note_beginning(struct tj_walk *w, const struct tj_mention *m)
{
    struct tj_frame *f = w->f;
    struct tj_str rest = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    size_t at;
    if (!is_beginning(w, m) || !tj_find(rest, TJ_STR("，"), 0, &at)) return;
    if (!tj_ends(tj_cut(rest, 0, at), TJ_STR("以来")) || !m->period->first || m->period->first > f->now.year)
        return;
    bool review = f->section.kind == TJ_P_YEAR && f->section.last >= m->period->first && !f->section_target;
    int last = review ? f->section.last : f->now.year;
    f->period = (struct tj_period){ .kind = TJ_P_YEAR, .first = m->period->first, .last = last };
}

/* 是2010年的2.2倍, 1985年以来最高: only a yardstick. */
static bool is_yardstick(const struct tj_walk *w, size_t i)
{
    const struct tj_mention *m = tj_mention_at(w, i);
    struct tj_str left = tj_cut(w->f->sentence, 0, m->off),
                  rest = tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len);
    static const char *const events[] = { "撤地", "撤县", "建县", "建市", "设市",     "设区",
                                          "成立", "设立", "挂牌", "开业", "正式开业", NULL };
    bool event = m->period->kind == TJ_P_MONTH || m->period->kind == TJ_P_YEAR;
    if (event && tj_starts_with_one(rest, events)) return true; /* 1997年5月|撤地设市 */
    static const char *const founded[] = { "成立于", "启动于", "开工于", "诞生于", "投产于", "通车于", "建于",
                                           "始于",   "创办于", "创建于", "建成于", "出生于", "得名于", NULL };
    static const char *const approved[] = { "批复",   "规划的", "确定的", "布局的", "规划布局",
                                            "出台的", "推出的", "印发的", "制定的", NULL };
    if (tj_starts_with_one(rest, approved)) return true; /* “十四五”批复的大基地 */
    static const char *const equal_to[] = { "相当于", "等于", "接近", "超过了", NULL };
    if (tj_ends_in_one(left, equal_to)) return true; /* 相当于1950年到1997年的总和 */
    static const char *const back_to[] = { "恢复至", "恢复到", "恢复到了", "回到", "回升到", NULL };
    if (tj_ends_in_one(left, back_to) && tj_starts(rest, TJ_STR("的")))
        return true; /* 恢复至|2019年的31.6% */
    static const char *const goes_on[] = { "延续", "延续了", "保持了", "创", "创下",
                                           "扭转", "扭转了", "持续",   NULL };
    if (tj_ends_in_one(left, founded) || is_beginning(w, m)) return true;
    if (tj_starts(rest, TJ_STR("持平")) || tj_starts(rest, TJ_STR("基本持平"))) return true;
    if (tj_starts(rest, TJ_STR("同期")) || tj_starts(rest, TJ_STR("以来")) || tj_ends(left, TJ_STR("为"))
        || tj_ends(left, TJ_STR("是")) || tj_ends_in_one(left, goes_on))
        return true;
    if (is_of_reason(w, m) || is_of_before(w, m) || is_of_footing(w, m)) return true;
    if (tj_ends(left, TJ_STR("占")) && tj_starts(rest, TJ_STR("计划")))
        return true; /* 占|全年计划开工数的97% */
    if (tj_is_time_before(w->f, m) || tj_starts(rest, TJ_STR("相比")) || tj_starts(rest, TJ_STR("比较，")))
        return true;
    const struct tj_mention *next = i + 1 < w->f->mentions->count ? tj_mention_at(w, i + 1) : NULL;
    return next && next->kind == TJ_M_QUANTITY && next->quantity->kind == TJ_TIMES
           && tj_starts(rest, TJ_STR("的"));
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

/* 五年来，… at the head of a clause of a report: what follows is about these years. */
static void set_section(struct tj_frame *f, const struct tj_period *p)
{
    bool review =
        f->at_home && !f->section_target && f->now.year && p->kind == TJ_P_YEAR && p->last == f->now.year - 1;
    if (f->of_year && p->first < p->last) return; /* “十一五”期间，… in a year's communiqué */
    if (is_part_of_section(f, p)) return;
    if (review && (p->first == p->last || p->last - p->first >= 2)) f->section = *p;
}

/* ——这五年综合经济实力大幅提升, 2025年是很不平凡的一年: the time that opens a paragraph of a review is the paragraph's. */
static bool opens_block(const struct tj_walk *w, const struct tj_mention *m)
{
    const struct tj_frame *f = w->f;
    const struct tj_period *p = m->period;
    struct tj_str rest = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    if (!f->opens_block || p->kind != TJ_P_YEAR || w->clause > 0 || !tj_leads_clause(w, m->off)) return false;
    if (p->last - p->first >= 4) return true;
    return p->first == p->last && (tj_starts(rest, TJ_STR("是")) || tj_starts(rest, TJ_STR("在")));
}

/* 2005年与2000年相比，…: the base of what the sentence says has grown. */
static void note_yardstick(struct tj_walk *w, const struct tj_mention *m)
{
    struct tj_str rest = tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len);
    const struct tj_period *p = m->period;
    bool base = p->kind == TJ_P_YEAR && p->first && !p->relative;
    if (base && (tj_starts(rest, TJ_STR("相比，")) || tj_starts(rest, TJ_STR("比较，"))))
        w->f->basis = tj_print(w->f->arena, "base:%d", p->last);
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

/* 当月 in a text of 前三季度 or 1—8月: the last month of these. */
static bool is_last_month(const struct tj_walk *w, const struct tj_mention *m, struct tj_period *out)
{
    const struct tj_frame *f = w->f;
    const struct tj_period *p = f->period.kind != TJ_P_NONE ? &f->period : &f->paragraph;
    if (!tj_starts(tj_cut(f->sentence, m->off, m->off + m->len), TJ_STR("当月"))) return false;
    int last = p->kind == TJ_P_MONTHS     ? p->b
               : p->kind == TJ_P_QUARTERS ? p->b * 3
               : p->kind == TJ_P_QUARTER  ? p->a * 3
               : p->kind == TJ_P_HALF     ? p->a * 6
               : p->kind == TJ_P_MONTH    ? p->a
                                          : 0;
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

/* 10月1日至7日，全国…: the days that figures are of; 将于5月7日至12日访问 is when something happens. */
static bool are_days_of_figures(const struct tj_walk *w, const struct tj_mention *m)
{
    static const char *const behind[] = { "，", "）", "期间", NULL };
    struct tj_str left = tj_cut(w->f->sentence, 0, m->off);
    return tj_starts_with_one(tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len), behind)
           && !tj_ends(left, TJ_STR("于"));
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

/* 国民生产总值将比|1980年增长1.7倍. */
static bool is_basis_to_come(const struct tj_walk *w, const struct tj_mention *m)
{
    static const char *const words[] = { "将比", "将较", "要比", NULL };
    return tj_ends_in_one(tj_cut(w->f->sentence, 0, m->off), words);
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

/* 到2024年，共有…, 到2030年达到…: behind 到 a period is reached, not compared with. */
static bool is_to_reach(const struct tj_walk *w, const struct tj_mention *m)
{
    const struct tj_frame *f = w->f;
    struct tj_str left = tj_cut(f->sentence, 0, m->off),
                  behind = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    struct tj_str head = tj_trim(tj_cut(f->sentence, w->clause, m->off));
    bool point = tj_starts(behind, TJ_STR("，")) && tj_equal(head, TJ_STR("到"));
    return tj_ends(left, TJ_STR("到")) && (m->period->first >= f->now.year || point);
}

/* Is it a time that figures are of, not one that is compared with or when something was said? */
static bool is_time_of_figures(const struct tj_walk *w, size_t i, const struct tj_period *p)
{
    static const char *const of_figures[] = { "截至",       "截止", "截至昨天（", "截至今天（", "截至昨日（",
                                              "截至今日（", "其中", "其中，",     NULL };
    const struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i);
    if (is_yardstick(w, i) || p->kind == TJ_P_NONE || p->first == 0) return false;
    if (p->kind == TJ_P_DAYS && !are_days_of_figures(w, m)) return false;
    if (tj_ends_in_one(tj_cut(f->sentence, 0, m->off), of_figures)) return true;
    if (p->kind == TJ_P_DAY) /* 2020年11月1日零时，… */
        return tj_starts(tj_cut(f->sentence, m->off + m->len, f->sentence.len), TJ_STR("零时"));
    bool compared = is_compared(f, m->off) || follows_compared(w, i);
    struct tj_str said = tj_cut(f->sentence, m->off, m->off + m->len);
    bool up_to = tj_starts(said, TJ_STR("到"));
    static const char *const from[] = { "从", "自", "由", NULL };
    bool span = p->first < p->last && tj_ends_in_one(tj_cut(f->sentence, 0, m->off), from) /* 从|2022年到… */
                && (p->kind == TJ_P_MONTHS || tj_holds(said, TJ_STR("到")) || tj_holds(said, TJ_STR("至")));
    return !compared || up_to || span || is_to_reach(w, m);
}

/* Does it hold for its sentence only: 1995年达到… in the review of five years, 截至昨天 in the news, a time to come? */
static bool is_of_sentence(const struct tj_walk *w, const struct tj_mention *m, const struct tj_period *p,
                           bool head, bool adverbial)
{
    const struct tj_frame *f = w->f;
    bool of_day = f->news && p->kind == TJ_P_DAY;
    if (of_day || (f->now.year && p->first > f->now.year)) return true;
    if (is_part_of_section(f, p)) return true;
    bool review = f->at_home && f->section.kind == TJ_P_YEAR && !f->section_target;
    bool other = p->kind == TJ_P_YEAR && p->first < p->last && p->last != f->section.last;
    if (review && !head && other) return true; /* “九五”计划 in the review of 1993 to 1997 */
    bool span = f->section.kind == TJ_P_YEAR && f->section.first < f->section.last && !f->section_target;
    if (!span || head || p->kind != TJ_P_YEAR) return false;
    bool recent =
        adverbial && tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("过去的")); /* 在刚刚过去的1987年， */
    return (!recent && p->first == p->last && p->last <= f->section.last) || p->last < f->section.first;
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

/* A period outside a comparison is what the sentence now speaks of. A day is when it was said. */
void tj_meet_period(struct tj_walk *w, size_t i)
{
    struct tj_frame *f = w->f;
    const struct tj_mention *m = tj_mention_at(w, i);
    struct tj_period month;
    const struct tj_period *p = m->period;
    note_yardstick(w, m);
    note_beginning(w, m);
    if (is_basis_to_come(w, m)) f->target = true;
    if (is_last_month(w, m, &month) || is_to_come(w, m, &month) || is_month_end(w, m, &month)) p = &month;
    if (!is_time_of_figures(w, i, p)) return;
    struct tj_str said = tj_cut(f->sentence, m->off, m->off + m->len);
    if (tj_starts(said, TJ_STR("今后")) || tj_starts(said, TJ_STR("未来"))) f->target = true;
    if (is_year_end_to_come(w, m) || is_year_to_come(w, m)) f->target = true;
    bool adverbial = tj_starts(tj_cut(f->sentence, m->off + m->len, f->sentence.len), TJ_STR("，"));
    bool head = adverbial && tj_leads_clause(w, m->off);
    if (!adverbial && is_in_passing(w, m)) return;
    if (head || opens_block(w, m)) set_section(f, p);
    bool over = p->last < f->section.first || (f->now.year && p->last < f->now.year);
    bool past = f->section_target && p->kind == TJ_P_YEAR && over;
    if (!past || head) f->looks_back = past;
    f->period = *p;
    if (p->kind == TJ_P_MONTH && tj_ends(said, TJ_STR("末"))) f->month_end = *p;
    if (!is_of_sentence(w, m, p, head, adverbial)) {
        f->paragraph = *p;
        if (is_from_base(said, p)) f->paragraph.first++;
        f->period_is_old = false;
    }
    if (tj_period_is_over(p, &f->now)) f->from_now_on = false;
}

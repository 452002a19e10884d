#include "extract/attribute/period/period_role.h"

static bool is_compared(const struct tj_frame *f, size_t at)
{
    static const char *const words[] = { "比", "较",   "与",   "同",   "从",   "由",     "超过",
                                         "超", "次于", "高于", "低于", "好于", "同期、", NULL };
    static const char *const up_to[] = { "到", "至", NULL };
    struct tj_str left = tj_cut(f->sentence, 0, at), rest = tj_cut(f->sentence, at, f->sentence.len);
    size_t looked;
    if (tj_find(tj_cut(rest, 0, rest.len < 60 ? rest.len : 60), TJ_STR("看，"), 0, &looked))
        return false; /* 从一季度数据来看 */
    static const char *const against[] = { "高于", "低于", "快于", "慢于", "好于", NULL };
    struct tj_str clause = tj_behind_last(left, TJ_STR("，"));
    if (tj_starts_with_one(clause, against)) return true; /* 高于|疫情突如其来的|2020年 */
    for (size_t i = 0; i < f->mentions->count && f->mentions->at[i].off < at;
         i++) { /* 高于|深圳|一季度的2% */
        const struct tj_mention *m = &f->mentions->at[i];
        bool touches = m->kind == TJ_M_REGION && m->off + m->len == at;
        if (touches && tj_ends_in_one(tj_cut(f->sentence, 0, m->off), against)) return true;
    }
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
    return tj_holds_one(left, reasons) && tj_holds_one(tj_before(rest, TJ_STR("，")), ends);
}

/* 在上年大幅度增长的基础上，又增产…: the time of what it builds on. */
static bool is_of_footing(const struct tj_walk *w, const struct tj_mention *m)
{
    struct tj_str rest = tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len);
    if (!tj_ends(tj_cut(w->f->sentence, 0, m->off), TJ_STR("在"))) return false;
    return tj_holds(tj_before(rest, TJ_STR("，")), TJ_STR("基础上"));
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
bool tj_period_is_beginning(const struct tj_walk *w, const struct tj_mention *m)
{
    static const char *const begun[] = { "启动", "实施", "开展", "设立", "成立", "开通", "投运", "投产",
                                         "运行", "发布", "挂牌", "建成", "通车", "上线", "实行", NULL };
    enum { LONGEST = 54 }; /* bytes: 自2017年|首批设施开放以来 */
    const struct tj_frame *f = w->f;
    struct tj_str rest = tj_cut(f->sentence, m->off + m->len, f->sentence.len);
    size_t end;
    if (!tj_ends(tj_cut(f->sentence, 0, m->off), TJ_STR("自"))) return false;
    bool year = m->period->kind == TJ_P_YEAR && tj_find(rest, TJ_STR("，"), 0, &end);
    bool since =
        year && end > sizeof "以来" && end <= LONGEST && tj_ends(tj_cut(rest, 0, end), TJ_STR("以来"));
    return since || tj_starts_with_one(rest, begun);
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
    if (tj_ends_in_one(left, founded) || tj_period_is_beginning(w, m)) return true;
    static const char *const like[] = {
        "那样", "那么", "一样", "为基数", "为基期", "基数上", "的基数上", NULL
    };
    if (tj_starts_with_one(rest, like)) return true; /* 为了避免象|去年那样 */
    if (tj_starts(rest, TJ_STR("持平")) || tj_starts(rest, TJ_STR("基本持平"))) return true;
    if (tj_starts(rest, TJ_STR("同期")) || tj_starts(rest, TJ_STR("以来")) || tj_ends(left, TJ_STR("为"))
        || tj_ends(left, TJ_STR("是")) || tj_ends_in_one(left, goes_on))
        return true;
    static const char *const goals[] = { "增速预期", "预期目标", "增长目标", "目标区间", NULL };
    static const char *const beside[] = { "处于", "高于", "低于", "好于", "超过", NULL };
    if (tj_starts_with_one(rest, goals) && tj_ends_in_one(left, beside))
        return true; /* 处于|全年增速预期目标区间 */
    if (is_of_reason(w, m) || is_of_before(w, m) || is_of_footing(w, m)) return true;
    if (tj_ends(left, TJ_STR("占")) && tj_starts(rest, TJ_STR("计划")))
        return true; /* 占|全年计划开工数的97% */
    if (tj_is_time_before(w->f, m) || tj_starts(rest, TJ_STR("相比")) || tj_starts(rest, TJ_STR("比较，")))
        return true;
    const struct tj_mention *next = i + 1 < w->f->mentions->count ? tj_mention_at(w, i + 1) : NULL;
    return next && next->kind == TJ_M_QUANTITY && next->quantity->kind == TJ_TIMES
           && tj_starts(rest, TJ_STR("的"));
}

/* 10月1日至7日，全国…: the days that figures are of; 将于5月7日至12日访问 is when something happens. */
static bool are_days_of_figures(const struct tj_walk *w, const struct tj_mention *m)
{
    static const char *const behind[] = { "，", "）", "期间", NULL };
    struct tj_str left = tj_cut(w->f->sentence, 0, m->off);
    return tj_starts_with_one(tj_cut(w->f->sentence, m->off + m->len, w->f->sentence.len), behind)
           && !tj_ends(left, TJ_STR("于"));
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
bool tj_period_is_of_figures(const struct tj_walk *w, size_t i, const struct tj_period *p)
{
    static const char *const of_figures[] = { "截至当地时间", "截至",       "截止",       "截至昨天（",
                                              "截至今天（",   "截至昨日（", "截至今日（", "其中",
                                              "其中，",       NULL };
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

#include "extract/attribute/figure/counts.h"

/* Chinese numerals count where only a statistic is written so: ratios, money and physical amounts of some size, and
   any that are told to a hundred: 一百九十一元, 八百九十个. */
static bool chinese_counts(const struct tj_quantity *q)
{
    enum { LARGE = 100 };
    if (q->vague) return false;
    if (q->unit.len == 0) return q->bare; /* 突破|万亿|大关 */
    bool large = q->number.known && !q->bare && tj_decimal_double(q->number) >= LARGE;
    switch (q->kind) {
    case TJ_RATIO:
    case TJ_TENTH:
    case TJ_TIMES:
    case TJ_DOUBLE:
    case TJ_PP: return true;
    case TJ_MONEY:
    case TJ_PHYSICAL: return large || q->magnitude >= 2 || (q->value.known && q->value.pow10 < 0);
    case TJ_COUNTER:
        return large
               || (q->magnitude >= 2 && (!q->bare || tj_decimal_double(q->value) >= 1e6)); /* 超百万人 */
    default: return false;
    }
}

/* 近|千名, 上|百台, 十余|场: a magnitude alone counts things where a word bounds it. */
static bool is_round_and_bound(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const char *const bounds[] = { "近", "上", "超", "逾", "超过", NULL };
    static const char *const others[] = { "附近", "以上", "赶超", NULL };
    struct tj_str left = tj_cut(f->sentence, 0, q->off);
    if (!q->bare || q->unit.len == 0 || q->kind != TJ_COUNTER) return false;
    return q->bound == TJ_GT
           || (q->magnitude >= 2 && tj_ends_in_one(left, bounds) && !tj_ends_in_one(left, others));
}

bool tj_chinese_counts(const struct tj_frame *frame, const struct tj_quantity *q)
{
    return chinese_counts(q) || is_round_and_bound(frame, q);
}

/* 以2小时40分|42秒夺冠: how fast a race was. */
static bool is_of_winner(struct tj_str rest)
{
    enum { LONGEST = 36 }; /* bytes */
    static const char *const wins[] = { "夺冠", "夺得", "夺金", "夺魁", "完赛", "的成绩", NULL };
    rest = tj_before(rest, TJ_STR("，"));
    return tj_holds_one(tj_cut(rest, 0, rest.len < LONGEST ? rest.len : LONGEST), wins);
}

/* 国庆假期|7天: how long the holiday was. */
static bool is_of_holiday(struct tj_str left, const struct tj_quantity *q)
{
    static const char *const holidays[] = { "假日", "假期", "长假", "黄金周", NULL };
    return tj_equal(q->unit, TJ_STR("d")) && tj_ends_in_one(left, holidays);
}

bool tj_is_race_or_watch(const struct tj_frame *f, const struct tj_quantity *q)
{
    static const char *const races[] = { "冠军", "决赛", "竞走",   "比赛",   "短跑", "接力", "自由泳",
                                         "蛙泳", "仰泳", "台冠军", "台决赛", "跑",   NULL };
    static const char *const watches[] = { "守护", "坚守",   "值守", "值班", "在线",
                                           "检查", "不间断", "应急", NULL };
    if (!q->unit.len || q->chinese) return false;
    struct tj_str rest = tj_cut(f->sentence, q->end, f->sentence.len);
    if (tj_equal(q->unit, TJ_STR("m")) || tj_equal(q->unit, TJ_STR("km")))
        return tj_starts_with_one(rest, races);
    if (is_of_holiday(tj_cut(f->sentence, 0, q->off), q)) return true;
    bool time = tj_equal(q->unit, TJ_STR("s")) || tj_equal(q->unit, TJ_STR("min"));
    if (time || tj_equal(q->unit, TJ_STR("h")))
        return is_of_winner(rest) || (!time && tj_starts_with_one(rest, watches));
    return tj_equal(q->unit, TJ_STR("点")) && tj_starts(rest, TJ_STR("档"));
}

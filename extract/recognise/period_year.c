#include "extract/recognise/period_year.h"

#include "extract/recognise/numeral.h"

int tj_chinese_year(struct tj_str s)
{
    int year = 0;
    for (size_t at = 0, len; at < s.len; at += len) {
        uint32_t c = tj_char_at(s, at, &len);
        int digit = c == U'Ｏ' || c == U'○' ? 0 : tj_chinese_digit(c);
        year = year * 10 + (digit < 0 ? 0 : digit);
    }
    return year;
}

void tj_plan_years(int plan, int *first, int *last)
{
    /* The first plan was 1953–1957, the second 1958–1962, the third 1966–1970; since then every five years. */
    *first = plan == 1 ? 1953 : plan == 2 ? 1958 : 1966 + 5 * (plan - 3);
    *last = *first + 4;
}

int tj_year_of_word(struct tj_str word, const struct tj_now *now)
{
    if (word.len == 0) return now->sticky ? now->sticky : now->year;
    if (now->sticky && (tj_starts(word, TJ_STR("上年")) || tj_starts(word, TJ_STR("上一年"))))
        return now->sticky - 1; /* the year before that in hand */
    if (now->year == 0) return 0;
    bool that = tj_starts(word, TJ_STR("这一年")) || tj_starts(word, TJ_STR("当年"));
    bool in_hand = now->sticky < now->year - 1 || tj_starts(word, TJ_STR("当年"));
    if (that && now->sticky && in_hand) return now->sticky; /* 2001年…。这一年，… */
    enum {
        LOOKS_BACK = 3
    }; /* months in which the year that is over is told: 一年来 in June is this year's */
    if (now->month > LOOKS_BACK && tj_starts(word, TJ_STR("一年来"))) return now->year;
    static const struct {
        struct tj_str word;
        int shift;
    } shifts[] = {
        { TJ_WORD("去年"), -1 },       { TJ_WORD("上年"), -1 },
        { TJ_WORD("前年"), -2 },       { TJ_WORD("明年"), 1 },
        { TJ_WORD("后年"), 2 },        { TJ_WORD("过去一年"), -1 },
        { TJ_WORD("过去的一年"), -1 }, { TJ_WORD("刚刚过去的一年"), -1 },
        { TJ_WORD("一年来"), -1 },     { TJ_WORD("这一年"), -1 },
        { TJ_WORD("上一年"), -1 },
    };
    for (size_t i = 0; i < sizeof shifts / sizeof shifts[0]; i++)
        if (tj_starts(word, shifts[i].word)) return now->year + shifts[i].shift;
    return now->year;
}

int tj_year_of_part(struct tj_str word, const struct tj_now *now)
{
    return word.len == 0 && now->stale ? now->year : tj_year_of_word(word, now);
}

bool tj_is_of_plan(const struct tj_now *now)
{
    return now->plan_end && (now->of_plan || now->sticky != now->plan_end - 5);
}

int tj_year_of_month(int month, const struct tj_now *now)
{
    if (now->sticky) return now->sticky;
    return now->year && now->month && month > now->month ? now->year - 1 : now->year;
}

struct tj_period tj_years_back(int count, const struct tj_now *now, int closes)
{
    if (now->year == 0 || count < 2 || count > 60) return (struct tj_period){ 0 };
    int last = now->month > 0 && now->month < closes ? now->year - 1 : now->year;
    bool whole = now->sticky < now->year || last == now->year; /* of this year only once it counts */
    if (now->sticky && now->sticky <= now->year && now->sticky >= now->year - 1 && whole) last = now->sticky;
    return (struct tj_period){ .kind = TJ_P_YEAR, .first = last - count + 1, .last = last };
}

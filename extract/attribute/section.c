#include "extract/attribute/section.h"

#include "extract/recognise/numeral.h"

enum { HEADING_CHARS = 36 };

static void set(struct tj_frame *f, int first, int last, bool target)
{
    f->section = (struct tj_period){ .kind = TJ_P_YEAR, .first = first, .last = last };
    f->section_target = target;
    f->from_now_on = false;
    f->now.sticky = last;
}

/* The plan's years, or the five years before this one where only 过去五年 is said. */
static void set_span(struct tj_frame *f, struct tj_str plan, bool target)
{
    int first = f->now.year - 5, last = f->now.year - 1;
    if (plan.len) tj_plan_years(tj_small_number(plan), &first, &last);
    if (last > 0) set(f, first, last, target);
}

/* 宣布应对气候变化2035年国家自主贡献目标，…。: a short sentence is no heading. */
static bool is_sentence(struct tj_str line)
{
    size_t at;
    line = tj_trim(line);
    return (tj_ends(line, TJ_STR("。")) || tj_ends(line, TJ_STR("；")))
           && tj_find(line, TJ_STR("，"), 0, &at);
}

void tj_section_of_heading(struct tj_frame *frame, struct tj_str line)
{
    struct tj_match m;
    if (line.len > (size_t)HEADING_CHARS * 4 || tj_char_count(line) > HEADING_CHARS || is_sentence(line)
        || !tj_match_at(frame->lexicon->heads, frame->scanner->matcher, line, 0, &m))
        return;
    struct tj_str kind = tj_patterns_name(frame->lexicon->heads, m.pattern);
    bool plan = tj_ends(kind, TJ_STR("plan")) || tj_ends(kind, TJ_STR("plan_years"));
    bool span = tj_equal(kind, TJ_STR("plan_span_review")) || tj_equal(kind, TJ_STR("plan_years"));
    bool bare = tj_starts(kind, TJ_STR("bare"));
    bool lower = tj_starts(tj_trim(line), TJ_STR("（"));
    bool within =
        lower && bare && plan && frame->section_target && frame->section.first < frame->section.last;
    if (within) return; /* （一）关于主要目标指标, under “十五五”时期主要目标 */
    int now = frame->now.year, year = tj_starts(kind, TJ_STR("year")) ? tj_small_number(m.groups[0])
                                      : plan                          ? now
                                                                      : now - 1;
    /* The heading 2019年工作回顾 knows better than a title that says 2021. */
    bool review = tj_equal(kind, TJ_STR("year_review")) && frame->at_home;
    if (review && year > 0 && now == year + 2) frame->now.year = year + 1;
    if (span)
        set_span(frame, m.groups[0], plan);
    else if (year > 0 && (!bare || frame->at_home))
        set(frame, year, year, now == 0 ? plan : year >= now); /* 2026年主要工作, said in 2026, is a plan */
}

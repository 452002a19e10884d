#include "extract/attribute/section.h"

#include "extract/recognise/numeral.h"

enum { HEADING_CHARS = 36 };

static void set(struct tj_frame *f, int first, int last, bool target)
{
    f->section = (struct tj_period){ .kind = TJ_P_YEAR, .first = first, .last = last };
    f->section_target = target;
    f->now.sticky = last;
}

/* The plan's years, or the five years before this one where only 过去五年 is said. */
static void set_span(struct tj_frame *f, struct tj_str plan, bool target)
{
    int first = f->now.year - 5, last = f->now.year - 1;
    if (plan.len) tj_plan_years(tj_small_number(plan), &first, &last);
    if (last > 0) set(f, first, last, target);
}

void tj_section_of_heading(struct tj_frame *frame, struct tj_str line)
{
    struct tj_match m;
    if (tj_char_count(line) > HEADING_CHARS
        || !tj_match_at(frame->lexicon->heads, frame->scanner->matcher, line, 0, &m))
        return;
    struct tj_str kind = tj_patterns_name(frame->lexicon->heads, m.pattern);
    int year = tj_small_number(m.groups[0]), now = frame->now.year;
    if (tj_equal(kind, TJ_STR("plan_span_review")))
        set_span(frame, m.groups[0], false);
    else if (tj_equal(kind, TJ_STR("plan_years")))
        set_span(frame, m.groups[0], true);
    else if (tj_equal(kind, TJ_STR("year_review")) || tj_equal(kind, TJ_STR("year_and_span_review")))
        set(frame, year, year, false);
    else if (tj_equal(kind, TJ_STR("year_plan")))
        set(frame, year, year, now == 0 || year >= now);
    else if (now && tj_equal(kind, TJ_STR("last_year_review")))
        set(frame, now - 1, now - 1, false);
    else if (now && tj_equal(kind, TJ_STR("this_year_plan")))
        set(frame, now, now, true);
    else if (now && frame->at_home && tj_equal(kind, TJ_STR("bare_review")))
        set(frame, now - 1, now - 1, false);
    else if (now && frame->at_home && tj_equal(kind, TJ_STR("bare_plan")))
        set(frame, now, now, true);
}

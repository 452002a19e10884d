#include "extract/attribute/confidence.h"

#include "extract/attribute/name/name_parts.h"

enum { LONG_NAME = 14 }; /* characters */

static int for_name(const struct tj_figure *g)
{
    static const int costs[] = {
        [TJ_UNNAMED] = 60, [TJ_CARRIED_FAR] = 35, [TJ_CARRIED] = 6, [TJ_FROM_BEHIND] = 22,
        [TJ_COMPOSED] = 8, [TJ_OPEN] = 12,        [TJ_EXACT] = 0,
    };
    size_t chars = tj_char_count(g->name.whole);
    return costs[g->naming] + (chars > LONG_NAME && g->naming != TJ_EXACT ? (int)(chars - LONG_NAME) : 0)
           + (chars == 1 ? 20 : 0);
}

/* Old reports are told in words that the rules were not measured on as often: fewer of their facts were right. */
static int for_age(const struct tj_frame *f)
{
    enum { OLD = 1990, ELDER = 2000 };
    return f->now.year == 0 || f->now.year >= ELDER ? 0 : f->now.year >= OLD ? 4 : 14;
}

unsigned tj_calibrated(const struct tj_lexicon *lexicon, enum tj_text_kind kind, int raw)
{
    return lexicon->confidence[kind][raw < 0 ? 0 : raw];
}

unsigned tj_confidence(const struct tj_frame *frame, const struct tj_fact *fact,
                       const struct tj_figure *figure)
{
    int sure = 98 - for_name(figure) - for_age(frame);
    if (fact->region.len == 0)
        sure -= 15;
    else if (figure->region == TJ_NONE && frame->region_count == 0 && !frame->at_home)
        sure -= 5;
    if (fact->period.len == 0)
        sure -= 15;
    else if (figure->period.kind == TJ_P_NONE && frame->period.kind == TJ_P_NONE)
        sure -= frame->at_home ? 3 : 8;
    if (figure->name.owner.len == 0 && tj_means(frame, figure->name.whole, TJ_ATTR))
        sure -= 10; /* 营业收入: whose? */
    if (fact->unit.len == 0) sure -= 15;
    if (figure->quantity->chinese && fact->measure != TJ_RANK) sure -= 12;
    if (figure->listed) sure -= 4;
    if (figure->predicate.start) sure -= 8;
    return tj_calibrated(frame->lexicon, frame->at_home ? TJ_OF_REPORT : TJ_OF_OTHERS, sure);
}

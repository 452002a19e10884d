#include "extract/attribute/headline.h"

enum { LONGEST_LINE = 60, MOST_SENTENCES = 600, MOST_FACTS = 1500, LONGEST_NAME = 30 };

bool tj_is_headline(const struct tj_frame *f, const struct tj_block *block, struct tj_str text)
{
    if (f->at_home) return false;
    bool content = f->news && tj_char_count(text) <= LONGEST_LINE
                   && (tj_ends(tj_trim(text), TJ_STR("；")) || tj_starts(text, TJ_STR("（")));
    return block->kind == TJ_HEADING || content;
}

/* Do the names share two characters side by side? */
static bool are_alike(struct tj_str a, struct tj_str b)
{
    for (size_t at = 0, next; at < a.len; at += tj_char_len((unsigned char)a.ptr[at])) {
        next = at + tj_char_len((unsigned char)a.ptr[at]);
        if (next >= a.len || at > 3 * LONGEST_NAME) return false;
        if (tj_holds(b, tj_cut(a, at, next + tj_char_len((unsigned char)a.ptr[next])))) return true;
    }
    return false;
}

static bool is_told_again(const struct tj_fact *headline, const struct tj_fact *fact)
{
    bool same = headline->measure == fact->measure && tj_equal(headline->unit, fact->unit)
                && headline->value.known && fact->value.known
                && tj_decimal_order(headline->value, fact->value) == 0;
    return same && are_alike(headline->indicator_raw, fact->indicator_raw);
}

/* Does the sentence name a place, if only as where something is aimed: 以军袭击加沙地带? */
static bool names_place(const struct tj_frame *f)
{
    for (size_t i = 0; i < f->mentions->count; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        if (m->kind == TJ_M_REGION && tj_region_choose(f, m->entry) != f->lexicon->nation) return true;
    }
    return false;
}

static void forget(struct tj_frame *f, size_t i) { f->headlines[i] = f->headlines[--f->headline_count]; }

/* Does the headline lie too far back? What is told of it does not depend on the size of a run. */
static bool is_old(const struct tj_frame *f, const struct tj_headline *line)
{
    return line->sentence + MOST_SENTENCES < f->sentence_no || line->fact + MOST_FACTS < f->facts->count;
}

static void take_from(struct tj_frame *f, const struct tj_fact *fact)
{
    for (size_t i = f->headline_count; i-- > 0;) {
        const struct tj_headline *line = &f->headlines[i];
        struct tj_fact *told = &f->facts->at[line->fact];
        if (is_old(f, line) || !is_told_again(told, fact)) continue;
        bool day = fact->period.len == sizeof "2025-05-08" - 1 && !tj_holds(fact->period, TJ_STR("/"));
        if (!line->period && fact->period.len && !day) told->period = fact->period;
        if (!line->region && fact->region.len)
            told->region = fact->region, told->region_code = fact->region_code;
        forget(f, i);
    }
}

void tj_meet_headline(struct tj_frame *f, const struct tj_figure *g)
{
    size_t last = f->facts->count - 1;
    if (!f->in_headline) {
        if (f->headline_count) take_from(f, &f->facts->at[last]);
        return;
    }
    if (f->headline_count == TJ_MAX_HEADLINES) return;
    f->headlines[f->headline_count++] =
        (struct tj_headline){ .fact = last,
                              .sentence = f->sentence_no,
                              .period = g->period.kind != TJ_P_NONE || f->period.kind != TJ_P_NONE,
                              .region = g->region || f->region_count || names_place(f) };
}

bool tj_headlines_wait(struct tj_frame *f)
{
    for (size_t i = f->headline_count; i-- > 0;)
        if (is_old(f, &f->headlines[i])) forget(f, i);
    return f->headline_count > 0;
}

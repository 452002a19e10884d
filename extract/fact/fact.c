#include "extract/fact/fact.h"

#define WORD_TEXT(id, word) { "" word, sizeof(word) - 1 },
static const struct tj_str measures[] = { TJ_MEASURES(WORD_TEXT) };
static const struct tj_str bounds[] = { TJ_BOUNDS(WORD_TEXT) };
static const struct tj_str standings[] = { TJ_STANDINGS(WORD_TEXT) };
#undef WORD_TEXT

struct tj_str tj_measure_word(enum tj_measure m) { return measures[m]; }
struct tj_str tj_bound_word(enum tj_bound b) { return bounds[b]; }
struct tj_str tj_standing_word(enum tj_standing s) { return standings[s]; }

static bool find_word(const struct tj_str *words, unsigned count, struct tj_str word, unsigned *out)
{
    for (*out = 0; *out < count; ++*out)
        if (tj_equal(words[*out], word)) return true;
    return false;
}

bool tj_measure_of(struct tj_str word, enum tj_measure *out)
{
    unsigned at;
    bool found = find_word(measures, TJ_MEASURE_COUNT, word, &at);
    if (found) *out = (enum tj_measure)at;
    return found;
}

bool tj_bound_of(struct tj_str word, enum tj_bound *out)
{
    unsigned at;
    bool found = find_word(bounds, TJ_BOUND_COUNT, word, &at);
    if (found) *out = (enum tj_bound)at;
    return found;
}

bool tj_standing_of(struct tj_str word, enum tj_standing *out)
{
    unsigned at;
    bool found = find_word(standings, TJ_STANDING_COUNT, word, &at);
    if (found) *out = (enum tj_standing)at;
    return found;
}

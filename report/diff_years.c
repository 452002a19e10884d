#include <stdlib.h>

#include "extract/base/embedded.h"
#include "report/diff_show.h"

extern const struct tj_embedded tj_report_tables[];

enum { YEARS = 10000 };

enum tj_status tj_diff_units(struct tj_arena *arena, const struct tj_display_units **out,
                             struct tj_error *err)
{
    struct tj_str table = TJ_STR("");
    tj_embedded_find(tj_report_tables, TJ_STR("units.tsv"), &table);
    return tj_display_units_load(arena, table, "units.tsv", out, err);
}

/* How many figures of each kind of period end in a year. */
struct tally {
    size_t of[TJ_WHEN_KIND_COUNT];
};

static void put_year(struct tj_buffer *out, size_t year, const struct tally *tally)
{
#define KIND_WORD(id, word) word,
    static const char *const words[] = { TJ_WHEN_KINDS(KIND_WORD) };
#undef KIND_WORD
    bool begun = false;
    for (size_t kind = 0; kind < TJ_WHEN_KIND_COUNT; kind++) {
        if (tally->of[kind] == 0) continue;
        tj_put(out, begun ? TJ_STR(", ") : TJ_STR("  "));
        if (!begun) tj_put_size(out, year);
        if (!begun) tj_put(out, TJ_STR("  "));
        tj_put(out, tj_str_of(words[kind]));
        tj_put_char(out, ' ');
        tj_put_size(out, tally->of[kind]);
        begun = true;
    }
    if (begun) tj_put_char(out, '\n');
}

void tj_diff_put_years(const struct tj_series *s, struct tj_buffer *out)
{
    struct tally *tallies = tj_must_malloc(YEARS * sizeof *tallies);
    memset(tallies, 0, YEARS * sizeof *tallies);
    for (size_t i = 0; i < s->count; i++) {
        struct tj_when when = s->ledger->periods[tj_figure_record(s, &s->figures[i])->period];
        tallies[when.to / YEARS].of[when.kind]++;
    }
    for (size_t year = 0; year < YEARS; year++) put_year(out, year, &tallies[year]);
    free(tallies);
}

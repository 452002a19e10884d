#include "report/making.h"
#include "report/pairs.h"

enum {
    NAMES = 3, /* columns of the small table: names, targets, results */
    TARGETS,
    RESULTS,
    CHART_COLUMN = 7,
    CHART_WIDTH = 900,
    LEAST_ROWS = 14,
    LEAST_BOTH = 2, /* bars that have a target and a result */
    MOST = 40,
    MOST_WEIGHED = 1000, /* candidates: each is held against all pairs */
    GAP = 2,
};

/* A chart is about the years of one region and indicator, or about the regions of one year. */
struct choice {
    const struct tj_pair *like; /* one of its pairs */
    bool by_region;
    size_t both; /* how many have a target and a result */
};

struct charting {
    const struct tj_making *m;
    struct tj_sheet *sheet;
    const struct tj_template_chart *spec;
    const struct tj_pairs *pairs;
};

static bool same_series(const struct tj_pair *a, const struct tj_pair *b)
{
    return a->indicator == b->indicator && a->target.measure == b->target.measure
           && tj_equal(a->target.unit, b->target.unit) && tj_equal(a->target.basis, b->target.basis)
           && a->when.kind == b->when.kind;
}

static bool belongs(const struct choice *c, const struct tj_pair *p)
{
    if (!same_series(c->like, p) || !tj_pair_aim(p).known) return false;
    return c->by_region ? tj_when_order(c->like->when, p->when) == 0 : c->like->region == p->region;
}

static bool is_asked(const struct charting *c, const struct tj_pair *p)
{
    struct tj_str indicator = c->spec->indicator, region = c->spec->region;
    bool named = (p->listed && tj_equal(p->listed->name, indicator))
                 || tj_equal(tj_making_name(c->m, p->indicator), indicator);
    return p->when.kind == TJ_YEAR && (indicator.len == 0 || named)
           && (region.len == 0 || tj_equal(p->target.region, region));
}

static void weigh(const struct charting *c, struct choice candidate, struct choice *best)
{
    for (size_t i = 0; i < c->pairs->count; i++) {
        const struct tj_pair *p = &c->pairs->at[i];
        candidate.both += belongs(&candidate, p) && p->result.value.known;
    }
    if (candidate.both > best->both) *best = candidate;
}

static bool choose(const struct charting *c, struct choice *best)
{
    size_t weighed = 0;
    *best = (struct choice){ 0 };
    for (size_t i = 0; i < c->pairs->count && weighed < MOST_WEIGHED; i++) {
        const struct tj_pair *p = &c->pairs->at[i];
        if (!p->result.value.known || !is_asked(c, p) || (best->like && belongs(best, p))) continue;
        weighed++;
        weigh(c, (struct choice){ p, false, 0 }, best);
        weigh(c, (struct choice){ p, true, 0 }, best);
    }
    return best->both >= LEAST_BOTH;
}

static struct tj_display display_of(const struct charting *c, const struct choice *choice)
{
    const struct tj_making *m = c->m;
    const struct tj_pair *like = choice->like;
    struct tj_display display = tj_display_of(m->units, like->target.unit, m->english);
    for (size_t i = 0; i < c->pairs->count; i++) {
        if (!belongs(choice, &c->pairs->at[i])) continue;
        tj_display_widen(&display, tj_pair_aim(&c->pairs->at[i]));
        tj_display_widen(&display, c->pairs->at[i].result.value);
    }
    struct tj_str unit = like->listed ? tj_label_in(&like->listed->unit, m->english) : TJ_STR("");
    tj_display_finish_in(&display, unit, m->template->decimals, m->arena);
    return display;
}

static void put_bar(const struct charting *c, uint32_t row, unsigned column, struct tj_decimal value,
                    const struct tj_display *display)
{
    struct tj_number_look look = { .format = display->format };
    if (value.known)
        tj_cell_number(c->sheet, row, column, tj_display_number(display, value),
                       tj_look_number(c->m->book, look));
    else
        tj_cell_empty(c->sheet, row, column, c->m->look.text);
}

/* Returns the row behind the table; *negative: is there a number below zero? */
static uint32_t put_table(const struct charting *c, const struct choice *choice,
                          const struct tj_display *display, uint32_t row, bool *negative)
{
    const struct tj_making *m = c->m;
    tj_cell_text(c->sheet, row, NAMES, tj_making_word(m, choice->by_region ? TJ_W_REGION : TJ_W_PERIOD),
                 m->look.head);
    tj_cell_text(c->sheet, row, TARGETS, tj_making_word(m, TJ_W_TARGET), m->look.head_center);
    tj_cell_text(c->sheet, row, RESULTS, tj_making_word(m, TJ_W_RESULT), m->look.head_center);
    uint32_t first = ++row;
    for (size_t i = 0; i < c->pairs->count && row < first + MOST; i++) {
        const struct tj_pair *p = &c->pairs->at[i];
        if (!belongs(choice, p)) continue;
        struct tj_str name = choice->by_region ? p->target.region : tj_making_when(m, p->when);
        tj_cell_text(c->sheet, row, NAMES, name, m->look.text);
        put_bar(c, row, TARGETS, tj_pair_aim(p), display);
        put_bar(c, row++, RESULTS, p->result.value, display);
        *negative |= tj_pair_aim(p).digits < 0 || p->result.value.digits < 0;
    }
    return row;
}

static uint32_t count_rows(const struct charting *c, const struct choice *choice)
{
    uint32_t rows = 0;
    for (size_t i = 0; i < c->pairs->count; i++) rows += belongs(choice, &c->pairs->at[i]);
    rows = rows > MOST ? MOST : rows;
    return (rows > LEAST_ROWS ? rows : LEAST_ROWS) + 2 + GAP;
}

static uint32_t put_chart(const struct charting *c, const struct choice *choice, uint32_t row)
{
    const struct tj_making *m = c->m;
    const struct tj_pair *like = choice->like;
    struct tj_display display = display_of(c, choice);
    struct tj_str about = choice->by_region ? tj_making_when(m, like->when) : like->target.region;
    struct tj_str names[] = { tj_pair_indicator(like, m->ledger, m->english), about };
    bool negative = false;
    uint32_t end = put_table(c, choice, &display, row, &negative);
    uint32_t rows = end - row > LEAST_ROWS ? end - row : LEAST_ROWS;
    tj_sheet_chart(c->sheet, &(struct tj_chart){
                                 .columns = true,
                                 .negative = negative,
                                 .title = tj_fill(m->arena, tj_word(TJ_W_ATTAINMENT_OF, m->english), names),
                                 .format = display.format,
                                 .table = { row + 1, end - 1, NAMES, RESULTS },
                                 .header_row = row,
                                 .row = row,
                                 .column = CHART_COLUMN,
                                 .width = CHART_WIDTH,
                                 .rows = rows,
                             });
    return row + rows + GAP;
}

bool tj_target_charts_any(const struct tj_making *m, const struct tj_template_sheet *spec,
                          const struct tj_pairs *pairs)
{
    struct choice choice;
    for (size_t i = 0; i < spec->chart_count; i++)
        if (choose(&(struct charting){ m, NULL, &spec->charts[i], pairs }, &choice)) return true;
    return false;
}

void tj_sheet_target_charts(const struct tj_making *m, struct tj_sheet *sheet,
                            const struct tj_template_sheet *spec, const struct tj_pairs *pairs, uint32_t row)
{
    bool begun = false;
    for (size_t i = 0; i < spec->chart_count; i++) {
        struct charting c = { m, sheet, &spec->charts[i], pairs };
        struct choice choice;
        if (!choose(&c, &choice)) continue;
        tj_sheet_keep(sheet, row, count_rows(&c, &choice));
        if (!begun) tj_cell_text(sheet, row++, 0, tj_making_word(m, TJ_W_CHARTS), m->look.section);
        begun = true;
        row = put_chart(&c, &choice, row);
    }
}

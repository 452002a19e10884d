/* One cell's figure to a fact: its period, unit and measure from the heads that hold for it. */
#include "extract/attribute/bind.h"
#include "extract/attribute/confidence.h"
#include "extract/attribute/table/table_parts.h"

enum { SURE = 98 };

static struct tj_period last_year(struct tj_period p)
{
    p.first -= p.first > 0;
    p.last -= p.last > 0;
    return p;
}

/* 12月末: what stands at the end of the year is the year's. */
static struct tj_period year_of(struct tj_period p)
{
    bool end = (p.kind == TJ_P_MONTH && p.point && p.a == 12)
               || (p.kind == TJ_P_DAY && p.point && p.a == 12 && p.b == 31);
    return end ? tj_year_of(p.first) : p;
}

/* The column's own, else the row's, else the caption's, else the section's. A month or quarter of the row's in a year of
   the column's is read with that year. */
static struct tj_period period_of(const struct tj_matrix *s, const struct tj_header *row,
                                  const struct tj_header *column)
{
    struct tj_period p = column->period.kind ? column->period : row->period;
    if (column->period.kind == TJ_P_YEAR && row->period.kind && row->period.kind != TJ_P_YEAR) {
        p = row->period;
        p.first = column->period.first;
        p.last = p.last ? column->period.last : 0;
    }
    if (!p.kind) p = s->caption.period;
    if (!p.kind) p = s->f->section;
    if (!p.kind) p = s->f->paragraph;
    bool part = (p.kind == TJ_P_MONTH && !p.point) || p.kind == TJ_P_QUARTER;
    if (column->roles & TJ_ROLE(TJ_HEAD_SUM) && part) { /* 累计, of 12月 */
        p.kind = p.kind == TJ_P_MONTH ? TJ_P_MONTHS : TJ_P_QUARTERS;
        p.b = p.a;
        p.a = 1;
    }
    return column->roles & TJ_ROLE(TJ_HEAD_LAST) && !column->period.kind ? last_year(p) : year_of(p);
}

/* The first of the listed units that is a ratio, or that is none. */
static struct tj_str pick_unit(struct tj_str list, bool ratio)
{
    struct tj_str first = { 0 };
    for (size_t at = 0, from = 0; at <= list.len; at++) {
        struct tj_str rest = tj_cut(list, at, list.len);
        bool wide =
            tj_starts(rest, TJ_STR("、")) || tj_starts(rest, TJ_STR("，")) || tj_starts(rest, TJ_STR("；"));
        if (!wide && rest.len && rest.ptr[0] != ',') continue;
        struct tj_str unit = tj_trim(tj_cut(list, from, at));
        tj_eat(&unit, TJ_STR("±"));
        bool is_ratio = tj_ends(unit, TJ_STR("%")) || tj_ends(unit, TJ_STR("‰"));
        if (unit.len && is_ratio == ratio) return unit;
        if (first.len == 0) first = unit;
        from = at + (wide ? 3 : 1);
        if (wide) at += 2;
    }
    return ratio ? TJ_STR("%") : first;
}

static bool is_ratio(struct tj_str unit) { return tj_ends(unit, TJ_STR("%")) || tj_ends(unit, TJ_STR("‰")); }

static bool is_share_name(struct tj_str name)
{
    return tj_ends(name, TJ_STR("比重")) || tj_ends(name, TJ_STR("占比")) || tj_ends(name, TJ_STR("比例"));
}

/* What row and column say of the figure, and if they say nothing of its measure, what the caption says. */
static unsigned roles_of(const struct tj_matrix *s, const struct tj_spot *spot)
{
    const unsigned measures = TJ_ROLE(TJ_HEAD_GROWTH) | TJ_ROLE(TJ_HEAD_CHANGE) | TJ_ROLE(TJ_HEAD_POINTS)
                              | TJ_ROLE(TJ_HEAD_SHARE) | TJ_ROLE(TJ_HEAD_RANK) | TJ_ROLE(TJ_HEAD_PLAIN);
    unsigned roles = spot->row->roles | spot->column->roles;
    struct tj_str unit = spot->slot->tail.len     ? spot->slot->tail
                         : spot->row->unit.len    ? spot->row->unit
                         : spot->unit.len         ? spot->unit
                         : spot->column->unit.len ? spot->column->unit
                                                  : s->caption.unit;
    return roles & measures || (unit.len && !is_ratio(unit)) ? roles : roles | s->caption.roles;
}

/* 1.1倍 and 0.2个百分点 in a column of growth: the unit in the cell says what it is. */
static struct tj_str settle_by_cell(struct tj_str tail, enum tj_measure *measure)
{
    bool times = tj_equal(tail, TJ_STR("倍"));
    *measure = times ? TJ_GROWTH : TJ_CHANGE;
    return tj_ends(tail, TJ_STR("百分点")) ? TJ_STR("个百分点") : tail;
}

/* The unit that holds for a cell, by what stands nearest to it, and what it measures. */
static struct tj_str settle(const struct tj_matrix *s, const struct tj_spot *spot, unsigned roles,
                            enum tj_measure *measure)
{
    const struct tj_header *row = spot->row, *column = spot->column;
    const struct tj_slot *slot = spot->slot;
    struct tj_str said = slot->tail.len ? slot->tail : column->unit.len ? column->unit : row->unit;
    bool grows = roles & TJ_ROLE(TJ_HEAD_GROWTH), part = roles & TJ_ROLE(TJ_HEAD_SHARE);
    *measure = grows ? TJ_GROWTH : part ? TJ_SHARE : TJ_LEVEL;
    if (roles & TJ_ROLE(TJ_HEAD_RANK)) {
        *measure = TJ_RANK;
        return TJ_STR("位");
    }
    if (roles & TJ_ROLE(TJ_HEAD_POINTS) || (grows && tj_equal(said, TJ_STR("百分点")))) {
        *measure = TJ_CHANGE;
        return TJ_STR("个百分点");
    }
    if (grows && slot->tail.len && !is_ratio(slot->tail)) return settle_by_cell(slot->tail, measure);
    bool in_words = column->roles & (TJ_ROLE(TJ_HEAD_GROWTH) | TJ_ROLE(TJ_HEAD_SHARE));
    if ((grows || part) && !(roles & TJ_ROLE(TJ_HEAD_CHANGE))) {
        struct tj_str unit = in_words ? (slot->tail.len ? slot->tail : column->unit) : said;
        if (unit.len == 0 || is_ratio(pick_unit(unit, true))) return pick_unit(unit, true);
    }
    if (grows || roles & TJ_ROLE(TJ_HEAD_CHANGE)) *measure = TJ_CHANGE;
    struct tj_str unit = slot->tail.len     ? slot->tail
                         : row->unit.len    ? row->unit
                         : spot->unit.len   ? spot->unit
                         : column->unit.len ? column->unit
                                            : s->caption.unit;
    unit = pick_unit(unit, false);
    return *measure == TJ_CHANGE && is_ratio(unit) ? TJ_STR("个百分点") : unit; /* of a rate */
}

static struct tj_str basis_of(const struct tj_matrix *s, unsigned roles, const struct tj_period *period,
                              enum tj_measure m)
{
    if (m != TJ_GROWTH && m != TJ_CHANGE) return TJ_STR("");
    if (roles & TJ_ROLE(TJ_HEAD_MOM)) return TJ_STR("mom");
    if (roles & TJ_ROLE(TJ_HEAD_AVG)) return TJ_STR("avg");
    bool year = period->kind == TJ_P_YEAR || (period->kind == TJ_P_MONTH && period->a == 12);
    if (roles & TJ_ROLE(TJ_HEAD_OPENING) && !year && period->first)
        return tj_print(s->f->keep, "base:%d", period->first - 1);
    return TJ_STR("yoy");
}

static struct tj_str then(struct tj_arena *arena, struct tj_str a, struct tj_str b)
{
    if (a.len == 0 || b.len == 0) return a.len ? a : b;
    return tj_join(arena, tj_join(arena, a, TJ_STR("；")), b);
}

/* The caption, the words of row and column, and the cell. */
static struct tj_str sentence_of(const struct tj_matrix *s, const struct tj_fact *fact)
{
    struct tj_arena *arena = s->f->arena;
    struct tj_str unit =
        s->caption.unit.len ? tj_join(arena, TJ_STR("单位："), s->caption.unit) : s->caption.unit;
    struct tj_str heads = then(arena, then(arena, s->title, unit), then(arena, fact->row, fact->column));
    return tj_copy(s->f->keep, then(arena, heads, fact->text));
}

static void fill_region(const struct tj_matrix *s, const struct tj_spot *spot, struct tj_fact *fact)
{
    const struct tj_frame *f = s->f;
    uint32_t row = spot->row->region ? spot->row->region : spot->column->region;
    if (!row) row = s->caption.region ? s->caption.region : f->topic ? f->topic : f->home;
    if (row == TJ_NONE) return;
    fact->region = f->lexicon->regions[row].name;
    fact->region_code = f->lexicon->regions[row].code;
}

static unsigned confidence(const struct tj_matrix *s, const struct tj_spot *spot, const struct tj_fact *fact)
{
    int sure = SURE - (spot->naming == TJ_EXACT ? 0 : spot->naming == TJ_OPEN ? 12 : 60);
    bool own = spot->column->period.kind || spot->row->period.kind || s->caption.period.kind;
    sure -= fact->region.len == 0 ? 15 : 0;
    sure -= fact->period.len == 0 ? 15 : own ? 0 : 3;
    sure -= fact->unit.len == 0 ? 15 : 0;
    return tj_calibrated(s->f->lexicon, TJ_OF_REPORT, sure); /* a table is as plain as a report */
}

static void fill_indicator(const struct tj_matrix *s, const struct tj_spot *spot, struct tj_fact *fact)
{
    bool nation = tj_equal(fact->region_code, TJ_STR("100000")) || fact->region_code.len == 3;
    uint32_t row = spot->apart ? TJ_NONE : tj_indicator_of(s->f, spot->name, nation);
    static const struct tj_str ends[] = { TJ_WORD("比重"), TJ_WORD("的比重") };
    struct tj_str whole = tj_join(s->f->arena, spot->name, spot->column->of);
    for (size_t i = 0; spot->column->of.len && i < sizeof ends / sizeof ends[0]; i++) {
        uint32_t part = tj_indicator_row(s->f, tj_join(s->f->arena, whole, ends[i]));
        if (part) row = part;
    }
    fact->indicator_raw = tj_copy(s->f->keep, spot->name);
    fact->indicator = row ? s->f->lexicon->indicators[row].name : fact->indicator_raw;
}

void tj_table_fact(const struct tj_matrix *s, const struct tj_spot *spot)
{
    struct tj_frame *f = s->f;
    struct tj_facts *facts = f->facts;
    struct tj_fact fact = { .source = TJ_STR("table") };
    struct tj_period period = period_of(s, spot->row, spot->column);
    unsigned roles = roles_of(s, spot);
    struct tj_str unit = settle(s, spot, roles, &fact.measure);
    if (fact.measure == TJ_LEVEL && is_ratio(unit))
        fact.measure = tj_names_growth(spot->name) ? TJ_GROWTH
                       : is_share_name(spot->name) ? TJ_SHARE
                                                   : TJ_LEVEL;
    tj_slot_value(f, spot->slot, unit, &fact);
    if (!fact.value.known || (spot->slot->year && unit.len == 0)) return; /* 建设年限 2024 */
    fact.bound = spot->slot->bound;
    fact.start = spot->slot->place.off;
    fact.end = spot->slot->place.off + spot->slot->place.len;
    fact.text = tj_at(s->document->text, spot->slot->place);
    bool later = f->now.year && period.first > f->now.year;
    fact.status = roles & TJ_ROLE(TJ_HEAD_TARGET) || later ? TJ_TARGET : TJ_ACTUAL;
    fact.basis = basis_of(s, roles, &period, fact.measure);
    fact.period = tj_period_text(f->keep, &period);
    fill_region(s, spot, &fact);
    fill_indicator(s, spot, &fact);
    fact.row = tj_copy(f->keep, spot->row->label);
    fact.column = tj_copy(f->keep, spot->column->label);
    fact.sentence = sentence_of(s, &fact);
    fact.confidence = confidence(s, spot, &fact);
    facts->at = tj_grow(f->keep, facts->at, facts->count, &facts->room, sizeof *facts->at);
    facts->at[facts->count++] = fact;
}

#include "extract/attribute/predicate/basis.h"

bool tj_is_change(enum tj_measure m) { return m == TJ_GROWTH || m == TJ_CHANGE; }

bool tj_is_of_rise(const struct tj_frame *f, const struct tj_fact *fact, const struct tj_figure *g)
{
    const struct tj_predicate *p = &g->predicate;
    bool average = tj_equal(p->basis, TJ_STR("avg"));
    return f->rose_to && tj_is_change(fact->measure) && g->period.kind == TJ_P_NONE && !p->compared
           && (p->basis.len == 0 || average);
}

/* Are the changes told so far in this sentence all against the month before? */
static bool all_mom(const struct tj_frame *f)
{
    bool any = false;
    for (size_t i = f->first_fact; i < f->facts->count; i++) {
        const struct tj_fact *fact = &f->facts->at[i];
        if (!tj_is_change(fact->measure) || fact->basis.len == 0) continue;
        if (!tj_equal(fact->basis, TJ_STR("mom"))) return false;
        any = true;
    }
    return any;
}

void tj_note_basis(struct tj_frame *f) { f->was_mom = all_mom(f); }

/* 环比上涨0.4%。其中，城市上涨0.4%: what is taken out of a whole is measured against the same time. */
static bool follows_mom(const struct tj_frame *f, const struct tj_figure *g)
{
    size_t at, among;
    struct tj_str left = tj_cut(f->sentence, 0, g->quantity->off);
    bool parts = tj_find(left, TJ_STR("中，"), 0, &among) && among > 0 && among <= 36; /* 食品中，鲜菜上涨… */
    if (!tj_find(left, TJ_STR("其中"), 0, &at)) return parts && f->was_mom;
    return at == 0 ? f->was_mom : all_mom(f) || (parts && f->was_mom);
}

/* 油价每吨上调|90元: against the price before, whenever that was set. */
static bool is_set_anew(const struct tj_frame *f, const struct tj_figure *g)
{
    static const char *const verbs[] = { "上调", "上调了", "下调", "下调了", "调升", "调降", NULL };
    return tj_ends_in_one(tj_cut(f->sentence, 0, g->quantity->off), verbs);
}

/* 3年增长58.6%: so many years before the last one that is spoken of; 0 if that is not known. */
static int year_before(const struct tj_frame *f, int years)
{
    const struct tj_period *p = f->period.kind == TJ_P_YEAR && f->period.first ? &f->period : &f->section;
    return p->kind == TJ_P_YEAR && p->first && years < 60 ? p->last - years : 0;
}

void tj_bind_basis(const struct tj_frame *f, struct tj_fact *fact, const struct tj_figure *g)
{
    if (!tj_is_change(fact->measure)) return;
    const struct tj_predicate *p = &g->predicate;
    if (tj_is_of_rise(f, fact, g) && p->basis.len == 0) {
        fact->basis = tj_print(f->keep, "base:%d", f->rose_from);
        return;
    }
    struct tj_str basis = p->basis.len        ? p->basis
                          : is_set_anew(f, g) ? TJ_STR("other")
                          : f->basis.len      ? f->basis
                          : f->turn.len       ? f->turn
                          : follows_mom(f, g) ? TJ_STR("mom")
                                              : TJ_STR("yoy");
    if (tj_equal(basis, TJ_STR("base"))) {
        int year = p->compared && p->period && p->period->first ? p->period->last : 0;
        if (!year && p->years) year = year_before(f, p->years);
        if (!year && f->period.kind == TJ_P_YEAR && f->period.first < f->period.last)
            year = f->period.first - 1;
        if (!year && f->section.kind == TJ_P_YEAR && f->section.first < f->section.last)
            year = f->section.first - 1;
        basis = year ? tj_print(f->keep, "base:%d", year) : TJ_STR("yoy");
    }
    fact->basis = tj_starts(basis, TJ_STR("base:")) ? tj_copy(f->keep, basis) : basis;
}

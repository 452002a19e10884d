#include "extract/attribute/figure_parts.h"
#include "extract/attribute/list_periods.h"
#include "extract/attribute/sectors.h"

/* 较2019年分别增长8%、9%: what the first is told by, the others are too. */
static void share_predicate(struct tj_predicate *p, const struct tj_predicate *first)
{
    if (p->direction == 0) p->direction = first->direction;
    if (p->basis.len == 0) {
        p->basis = first->basis;
        if (!p->period) p->period = first->period;
        p->compared |= first->compared;
        p->years = first->years;
    }
    p->reach |= first->reach;
    p->equals |= first->equals;
}

void tj_read_list(struct tj_walk *w, struct tj_figure *g, const size_t *run, size_t count)
{
    struct tj_name names[TJ_MAX_LIST];
    bool from_idle = g->phrase.text.len == 0 && w->idle_end;
    if (from_idle) { /* 甲和乙，2000年分别达到… */
        const struct tj_period *period = g->phrase.period;
        g->phrase = tj_phrase_before(w->f, w->idle, w->idle_end);
        if (period) g->phrase.period = period;
    }
    struct tj_period periods[TJ_MAX_LIST]; /* 1、2月份价格平稳，分别上涨1.3%和1.2% */
    bool by_time = from_idle && !g->predicate.compared && tj_list_periods(w, run[0], count, periods);
    bool by_region = g->phrase.region_count == count
                     || (w->f->region_count == count && (g->phrase.text.len || !w->idle_end));
    bool named = !by_region && !by_time && tj_list_names(w->f, &g->phrase, count, names);
    const uint32_t *regions = g->phrase.region_count == count ? g->phrase.regions : w->f->regions;
    struct tj_predicate first = g->predicate;
    enum tj_bound shared = tj_mention_at(w, run[count - 1])->quantity->bound; /* 分别增长5%、6.5%左右 */
    if (!named) g->name = tj_name_of(w->f, &g->phrase, g->quantity->unit, &first, &g->naming);
    by_time = !named && !by_region && !first.compared && tj_list_periods(w, run[0], count, periods);
    if (!named && !by_region && !by_time && g->naming > TJ_CARRIED_FAR) g->naming = TJ_CARRIED_FAR;
    for (size_t i = 0; i < count; i++) {
        g->quantity = tj_mention_at(w, run[i])->quantity;
        if (i > 0) {
            g->predicate = tj_predicate_of(w->f, run[i], tj_mention_at(w, run[i - 1])->quantity->end);
            share_predicate(&g->predicate, &first);
        }
        if (shared != TJ_EQ && shared != TJ_RANGE && g->predicate.bound == TJ_EQ) g->predicate.bound = shared;
        if (named) g->name = names[i], g->naming = TJ_COMPOSED;
        if (by_region) g->region = regions[i];
        if (by_time) g->period = periods[i];
        g->listed = true;
        tj_bind(w->f, g);
    }
    w->from = tj_mention_at(w, run[count - 1])->quantity->end;
}

/* 三次产业结构由8.1∶60.2∶31.7调整为7.2∶59.4∶33.4: a share of each sector. Returns the last mention within. */
size_t tj_read_sectors(struct tj_walk *w, struct tj_figure *g, struct tj_quantity parts[3], size_t i)
{
    for (size_t k = 0; k < 3; k++) {
        g->quantity = &parts[k];
        g->name = (struct tj_name){ .whole = tj_sector_name(k) };
        g->naming = TJ_EXACT;
        g->predicate.share = true;
        g->predicate.direction = 0;
        tj_bind(w->f, g);
    }
    w->from = parts[2].end;
    w->f->share.whole.len = 0;
    while (i + 1 < w->f->mentions->count && tj_mention_at(w, i + 1)->off < w->from) i++;
    return i;
}

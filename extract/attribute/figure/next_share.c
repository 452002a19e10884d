/* 占全省的5%、全国的1%: what else the last share is a part of. */
#include "extract/attribute/figure/figure_parts.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

/* The share that was told right before byte `at` of the sentence; NULL if none was. */
static const struct tj_fact *share_before(const struct tj_frame *f, size_t at)
{
    static const char *const between[] = { "、", "，", "和", "以上", "左右", NULL };
    if (f->facts->count == f->first_fact) return NULL;
    const struct tj_fact *last = &f->facts->at[f->facts->count - 1];
    if (last->measure != TJ_SHARE || last->end >= at || !tj_holds(last->indicator_raw, TJ_STR("占")))
        return NULL;
    return tj_without(tj_cut(f->sentence, last->end, at), between, tj_eat).len ? NULL : last;
}

/* Does nothing but 的 and a bound stand between the place that ends at `at` and the number? */
static bool leads_to(const struct tj_frame *f, size_t at, const struct tj_quantity *q)
{
    static const char *const leads[] = { "的", "近", "超过", "超", "约", NULL };
    if (q->off < at || !q->unit.len || q->kind == TJ_COUNTER) return false;
    return tj_is_ratio(q) && tj_without(tj_cut(f->sentence, at, q->off), leads, tj_eat).len == 0;
}

bool tj_is_next_whole(const struct tj_frame *f, size_t i)
{
    const struct tj_mention *m = &f->mentions->at[i];
    if (i + 1 >= f->mentions->count || !share_before(f, m->off)) return false;
    for (size_t k = i + 1; k < f->mentions->count; k++)
        if (f->mentions->at[k].kind == TJ_M_QUANTITY)
            return leads_to(f, m->off + m->len, f->mentions->at[k].quantity);
    return false;
}

void tj_name_next_share(const struct tj_walk *w, struct tj_figure *g)
{
    const struct tj_frame *f = w->f;
    size_t count = f->facts->count;
    if (count == f->first_fact || f->facts->at[count - 1].measure != TJ_SHARE) return;
    for (size_t i = 0; i < f->mentions->count && f->mentions->at[i].off < g->quantity->off; i++) {
        const struct tj_mention *m = &f->mentions->at[i];
        bool place = m->kind == TJ_M_REGION || (m->kind == TJ_M_CUE && m->cue->kind == TJ_CUE_HERE);
        const struct tj_fact *last = place ? share_before(f, m->off) : NULL;
        size_t at;
        if (!last || !leads_to(f, m->off + m->len, g->quantity)) continue;
        if (!tj_find_last(last->indicator_raw, TJ_STR("占"), &at)) continue;
        struct tj_str part = tj_cut(last->indicator_raw, 0, at + sizeof "占" - 1);
        struct tj_str whole = tj_cut(f->sentence, m->off, m->off + m->len);
        g->name = tj_name_split(f, tj_join(f->arena, part, whole));
        g->naming = TJ_COMPOSED;
        g->of_part = true;
        g->region = TJ_NONE; /* it is of whose part it is */
        g->phrase.region_count = 0;
        return;
    }
}

/* What befell the people that are counted. */
#include "extract/attribute/name/name_behind.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

/* 冲突已造成144名平民死亡，超|1400人受伤: what a clause before says that it brought. */
static struct tj_str cause_of_sentence(const struct tj_frame *f, size_t to)
{
    static const char *const verbs[] = { "造成", "导致", "致使", "致" };
    size_t at, comma;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        if (!tj_find_last(tj_cut(f->sentence, 0, to), tj_str_of(verbs[i]), &at)) continue;
        size_t from = tj_find_last(tj_cut(f->sentence, 0, at), TJ_STR("，"), &comma) ? comma + 3 : 0;
        return tj_phrase_before(f, from, at).text;
    }
    return (struct tj_str){ 0 };
}

/* 飓风已致39人死亡、7人受伤: what brought it. */
static struct tj_str whose_fate(const struct tj_frame *f, const struct tj_phrase *p, size_t number)
{
    static const char *const verbs[] = { "造成", "导致", "致使", "致", "已", "共", NULL };
    struct tj_str s = p->text;
    if (s.len == 0 && tj_name_is_of_sentence(f) && tj_means(f, f->name.attr, TJ_FATE)) return f->name.owner;
    static const char *const one[] = { "一场", "一起", "一次", NULL };
    s = tj_without(tj_without(s, verbs, tj_drop_end), one, tj_eat);
    if (s.len == 0) s = f->lead;
    if (s.len == 0) s = tj_without(cause_of_sentence(f, number), verbs, tj_drop_end);
    bool listed =
        tj_ends(s, TJ_STR("在内")) || (s.len >= 6 && tj_means(f, tj_cut(s, s.len - 6, s.len), TJ_FATE));
    if (listed) s.len = 0; /* 包括枪手在内的6人死亡 */
    return tj_char_count(s) >= 2 && tj_char_count(s) <= 12 ? s : (struct tj_str){ 0 };
}

bool tj_name_fate(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    size_t len;
    bool counted = g->quantity->unit.len && g->quantity->kind == TJ_COUNTER;
    struct tj_str rest = tj_cut(w->f->sentence, g->quantity->end, w->f->sentence.len);
    const struct tj_entry *e = counted ? tj_trie_longest(w->f->lexicon->words, rest, 0, &len) : NULL;
    while (e && e->kind != TJ_FATE) e = e->more;
    bool person = e && tj_starts(tj_cut(rest, len, rest.len), TJ_STR("者")); /* 71具遇难者遗体 */
    if (!e || person || g->predicate.direction) return false;
    struct tj_str fate = tj_cut(rest, 0, len), whose = whose_fate(w->f, &g->phrase, g->quantity->off);
    g->name = (struct tj_name){ .owner = whose,
                                .attr = fate,
                                .whole = whose.len ? tj_join(w->f->arena, whose, fate) : fate };
    g->naming = TJ_FROM_BEHIND;
    *end = g->quantity->end + len;
    return true;
}

/* The people that are counted, and what befell them. */
#include "extract/attribute/name/name_behind.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

static const char *const brought[] = { "造成", "导致", "致使", "致", NULL };

/* 冲突已造成144名平民死亡，超|1400人受伤: where a clause before says what brought it; empty if none does. */
static struct tj_str verb_of_sentence(const struct tj_frame *f, size_t to)
{
    size_t at;
    for (const char *const *verb = brought; *verb; verb++)
        if (tj_find_last(tj_cut(f->sentence, 0, to), tj_str_of(*verb), &at))
            return tj_cut(f->sentence, at, at + tj_str_of(*verb).len);
    return (struct tj_str){ 0 };
}

/* What stands before that verb in its clause. */
static struct tj_str cause_of_sentence(const struct tj_frame *f, struct tj_str verb)
{
    if (verb.len == 0) return verb;
    size_t at = (size_t)(verb.ptr - f->sentence.ptr), comma;
    size_t from = tj_find_last(tj_cut(f->sentence, 0, at), TJ_STR("，"), &comma) ? comma + 3 : 0;
    return tj_phrase_before(f, from, at).text;
}

/* 144名平民死亡，|1400人受伤: is it more of what befell people, told right before? */
static bool goes_on(const struct tj_frame *f, const struct tj_phrase *p)
{
    return p->text.len == 0 && tj_name_is_of_sentence(f) && tj_means(f, f->name.attr, TJ_FATE);
}

/* 飓风已致39人死亡、7人受伤: what brought it. */
static struct tj_str whose_fate(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str verb)
{
    static const char *const verbs[] = { "造成", "导致", "致使", "致", "已", "共", NULL };
    struct tj_str s = p->text;
    if (goes_on(f, p)) return f->name.owner;
    static const char *const one[] = { "一场", "一起", "一次", NULL };
    s = tj_without(tj_without(s, verbs, tj_drop_end), one, tj_eat);
    if (s.len == 0) s = f->lead;
    if (s.len == 0) s = tj_without(cause_of_sentence(f, verb), verbs, tj_drop_end);
    bool listed =
        tj_ends(s, TJ_STR("在内")) || (s.len >= 6 && tj_means(f, tj_cut(s, s.len - 6, s.len), TJ_FATE));
    if (listed) s.len = 0; /* 包括枪手在内的6人死亡 */
    return tj_char_count(s) >= 2 && tj_char_count(s) <= 12 ? s : (struct tj_str){ 0 };
}

/* 144名|平民死亡: where the word of what befell them begins in `rest`, behind who they are; its length in *len, 0 if none is. */
static size_t fate_in(const struct tj_frame *f, struct tj_str rest, size_t *len)
{
    enum { LONGEST_PEOPLE = 15 }; /* bytes: 巴勒斯坦人 */
    static const struct tj_str others[] = { TJ_WORD("因"), TJ_WORD("在"), TJ_WORD("的"), TJ_WORD("、"),
                                            TJ_WORD("，"), TJ_WORD("。"), TJ_WORD("；"), TJ_WORD("）"),
                                            TJ_WORD("和"), TJ_WORD("及"), TJ_WORD("致"), TJ_WORD("地震") };
    for (size_t at = 0; at < rest.len && at <= LONGEST_PEOPLE;
         at += tj_char_len((unsigned char)rest.ptr[at])) {
        if ((unsigned char)rest.ptr[at] < 0x80) break; /* a space, a number */
        const struct tj_entry *e = tj_trie_longest(f->lexicon->words, rest, at, len);
        while (e && e->kind != TJ_FATE) e = e->more;
        if (e) return at;
        bool other = false;
        for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
            other |= tj_starts(tj_cut(rest, at, rest.len), others[i]);
        if (other) break;
    }
    *len = 0;
    return 0;
}

bool tj_name_fate(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    size_t len = 0, at = 0;
    bool counted = g->quantity->unit.len && g->quantity->kind == TJ_COUNTER;
    struct tj_str rest = tj_cut(w->f->sentence, g->quantity->end, w->f->sentence.len);
    if (counted) at = fate_in(w->f, rest, &len);
    bool person = tj_starts(tj_cut(rest, at + len, rest.len), TJ_STR("者")); /* 71具遇难者遗体 */
    if (!len || person || g->predicate.direction) return false;
    struct tj_str verb = verb_of_sentence(w->f, g->quantity->off);
    struct tj_str fate = tj_cut(rest, 0, at + len), whose = whose_fate(w->f, &g->phrase, verb);
    struct tj_str told = tj_join(w->f->arena, verb, fate); /* 冲突|造成平民死亡 */
    if (!whose.len && verb.len) {                          /* 发生爆炸，造成|28人|死亡 */
        whose = tj_cause_before(w->f, (size_t)(verb.ptr - w->f->sentence.ptr));
        told = fate;
    } else if (whose.len && goes_on(w->f, &g->phrase) && !tj_holds(w->f->name.whole, verb)) {
        told = fate; /* …，150人|受伤: as before it */
    }
    g->name = (struct tj_name){ .owner = whose,
                                .attr = tj_cut(fate, at, fate.len),
                                .whole = whose.len ? tj_join(w->f->arena, whose, told) : fate };
    g->naming = TJ_FROM_BEHIND;
    *end = g->quantity->end + at + len;
    return true;
}

bool tj_name_people(const struct tj_walk *w, struct tj_figure *g, size_t *end)
{
    struct tj_str people = TJ_STR("人口");
    if (!tj_equal(tj_at(w->f->sentence, g->quantity->unit_text), people) || g->predicate.direction)
        return false;
    bool of = tj_starts(tj_cut(w->f->sentence, g->quantity->end, w->f->sentence.len), TJ_STR("的"));
    if (!of && g->phrase.text.len) return false;
    g->name = tj_name_split(w->f, people);
    g->naming = TJ_FROM_BEHIND;
    *end = g->quantity->end;
    return true;
}

/* What brought it that people died or were hurt, where the clause before tells: 发动袭击，造成10人死亡. */
#include "extract/attribute/name/name_behind.h"
#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

enum { LONGEST = 12 /* characters of a cause */, LONGEST_WHO = 4 };

/* The words of the clause that ends at the comma before `to`; empty if only a mark and adverbs stand there. */
static struct tj_str clause_before(const struct tj_frame *f, size_t to)
{
    static const char *const adverbs[] = { "已经", "已", "共", "目前", "并", "还", NULL };
    struct tj_str comma = TJ_STR("，"), left = tj_without(tj_cut(f->sentence, 0, to), adverbs, tj_drop_end);
    return tj_drop_end(&left, comma) ? tj_behind_last(left, comma) : (struct tj_str){ 0 };
}

/* 以军|今天对…发动袭击: who did it, if a short word says so that stands before 对, 在 or the day. */
static struct tj_str who_did(struct tj_str clause)
{
    static const char *const then[] = { "对", "在", "今天", "当天", "向", "连续", "再次", NULL };
    size_t end = clause.len, at;
    for (size_t i = 0; then[i]; i++)
        if (tj_find(clause, tj_str_of(then[i]), 0, &at) && at < end) end = at;
    struct tj_str who = tj_trim(tj_cut(clause, 0, end));
    return tj_ends(who, TJ_STR("军")) && tj_char_count(who) <= LONGEST_WHO ? who : (struct tj_str){ 0 };
}

/* 遭受|强降雨和洪水灾害, 发生|爆炸: what befell the place, behind the verb that says so; empty if none does. */
static struct tj_str befell(struct tj_str clause)
{
    static const char *const verbs[] = { "遭受", "遭遇", "发生", "突发", "引发", "遭到", "遭", NULL };
    static const char *const sizes[] = { "严重", "重大", "特大", "强烈", "一起", "多起", "一场", "了", NULL };
    for (size_t i = 0; verbs[i]; i++) {
        size_t at;
        if (!tj_find_last(clause, tj_str_of(verbs[i]), &at)) continue;
        return tj_without(tj_cut(clause, at + tj_str_of(verbs[i]).len, clause.len), sizes, tj_eat);
    }
    return (struct tj_str){ 0 };
}

struct tj_str tj_cause_before(const struct tj_frame *f, size_t to)
{
    static const char *const attacks[] = { "袭击", "空袭", "轰炸", "炮击", "打击", NULL };
    struct tj_str clause = clause_before(f, to), cause = befell(clause);
    for (size_t i = 0; !cause.len && attacks[i]; i++)
        if (tj_ends(clause, tj_str_of(attacks[i])))
            cause = tj_join(f->arena, who_did(clause), tj_str_of(attacks[i]));
    return tj_char_count(cause) >= 2 && tj_char_count(cause) <= LONGEST ? cause : (struct tj_str){ 0 };
}

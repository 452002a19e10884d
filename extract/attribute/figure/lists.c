#include "extract/attribute/figure/list_share.h"

#include "extract/attribute/name/name_parts.h"

/* Only a list mark between two quantities (verbs before the second allowed)? */
static bool only_list_marks(const struct tj_frame *f, size_t from, size_t to, bool comma)
{
    static const struct tj_str marks[] = { TJ_WORD("以及"), TJ_WORD("、"), TJ_WORD("和"), TJ_WORD("与"),
                                           TJ_WORD("及"),   TJ_WORD(" "),  TJ_WORD("，"), TJ_WORD(",") };
    struct tj_str gap = tj_cut(f->sentence, from, to);
    bool any = false;
    size_t count = sizeof marks / sizeof marks[0] - (comma ? 0 : 2);
    for (size_t i = 0; i < count; i++)
        if (tj_eat(&gap, marks[i])) any = true, i = (size_t)-1;
    return any && gap.len == 0;
}

bool tj_is_list(const struct tj_phrase *phrase)
{
    size_t at;
    return tj_find(phrase->text, TJ_STR("和"), 0, &at) || tj_find(phrase->text, TJ_STR("、"), 0, &at);
}

/* 事故17起，死亡19人，同比减少5起、4人: each of two changes has the unit of one of the last two levels. */
static bool pairs_with_levels(const struct tj_frame *f, struct tj_str one, struct tj_str other)
{
    struct tj_str units[2];
    size_t found = 0;
    for (size_t i = f->facts->count; i > f->first_fact && found < 2; i--)
        if (f->facts->at[i - 1].measure == TJ_LEVEL) units[found++] = f->facts->at[i - 1].unit;
    return found == 2 && tj_equal(units[1], one) && tj_equal(units[0], other);
}

size_t tj_list_run(const struct tj_frame *frame, size_t at, bool each, size_t run[TJ_MAX_LIST])
{
    size_t count = 1;
    run[0] = at;
    for (size_t i = at + 1; i < frame->mentions->count && count < TJ_MAX_LIST; i++) {
        const struct tj_mention *m = &frame->mentions->at[i];
        if (m->kind != TJ_M_QUANTITY) continue;
        size_t from = frame->mentions->at[run[count - 1]].quantity->end;
        struct tj_predicate p = tj_predicate_of(frame, i, from);
        bool same = tj_equal(m->quantity->unit, frame->mentions->at[at].quantity->unit);
        bool comma = each && same && p.direction == 0;
        if (!same && !each && count == 1 && p.direction == 0)
            same = pairs_with_levels(frame, frame->mentions->at[at].quantity->unit, m->quantity->unit);
        if (p.each || p.from < from || !only_list_marks(frame, from, p.from, comma) || !(each || same)) break;
        run[count++] = i;
    }
    return count;
}

/* Cuts words at list marks; `and` says whether 和 与 及 part too. Returns how many parts, 0 for too many. */
static size_t split(struct tj_str words, bool and, struct tj_str *parts)
{
    static const struct tj_str ands[] = { TJ_WORD("以及"), TJ_WORD("和"), TJ_WORD("与"), TJ_WORD("及") };
    size_t count = 0, from = 0;
    for (size_t at = 0; at <= words.len;) {
        struct tj_str rest = tj_cut(words, at, words.len);
        size_t mark = tj_starts(rest, TJ_STR("、")) ? 3 : 0;
        for (size_t i = 0; and&&mark == 0 && i < sizeof ands / sizeof ands[0]; i++)
            if (tj_starts(rest, ands[i])) mark = ands[i].len;
        if (mark || at == words.len) {
            if (count == TJ_MAX_LIST) return 0;
            if (at > from) parts[count++] = tj_cut(words, from, at);
            from = at + mark;
        }
        at += mark ? mark : at < words.len ? tj_char_len((unsigned char)words.ptr[at]) : 1;
    }
    return count;
}

/* 城乡居民 is two groups, 进出口 two directions. */
static size_t split_pair(const struct tj_frame *f, struct tj_str words, struct tj_str *parts)
{
    static const struct {
        struct tj_str both, one, other;
    } pairs[] = { { TJ_WORD("城乡"), TJ_WORD("城镇"), TJ_WORD("农村") },
                  { TJ_WORD("进出口"), TJ_WORD("进口"), TJ_WORD("出口") },
                  { TJ_WORD("存贷款"), TJ_WORD("存款"), TJ_WORD("贷款") },
                  { TJ_WORD("内外贸"), TJ_WORD("内贸"), TJ_WORD("外贸") },
                  { TJ_WORD("客货运"), TJ_WORD("客运"), TJ_WORD("货运") },
                  { TJ_WORD("牛羊"), TJ_WORD("牛"), TJ_WORD("羊") },
                  { TJ_WORD("产销量"), TJ_WORD("产量"), TJ_WORD("销量") },
                  { TJ_WORD("产销"), TJ_WORD("产量"), TJ_WORD("销量") } };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        size_t at;
        if (!tj_find(words, pairs[i].both, 0, &at)) continue;
        struct tj_str head = tj_cut(words, 0, at), tail = tj_cut(words, at + pairs[i].both.len, words.len);
        parts[0] = tj_join(f->arena, tj_join(f->arena, head, pairs[i].one), tail);
        parts[1] = tj_join(f->arena, tj_join(f->arena, head, pairs[i].other), tail);
        return 2;
    }
    return 0;
}

/* 一二三产, 三次产业: the three sectors of the economy. */
static size_t split_sectors(const struct tj_frame *f, struct tj_str words, struct tj_str *parts)
{
    static const char *const all[] = { "一二三产业", "一二三产", "三次产业" };
    static const char *const sectors[] = { "第一产业", "第二产业", "第三产业" }, *const short_sectors[] = {
        "一产", "二产", "三产"
    };
    size_t at;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (!tj_find(words, tj_str_of(all[i]), 0, &at)) continue;
        struct tj_str tail = tj_cut(words, at + tj_str_of(all[i]).len, words.len);
        bool brief = i == 1; /* 一二三产 */
        for (size_t k = 0; k < 3; k++)
            parts[k] = tj_join(f->arena, tj_str_of(brief ? short_sectors[k] : sectors[k]), tail);
        return 3;
    }
    return 0;
}

/* 食品、石化等产业增加值 of two values: they are the examples', which take the kind behind 等. */
static bool names_of_examples(const struct tj_frame *f, const struct tj_phrase *phrase, size_t count,
                              struct tj_name *names)
{
    struct tj_str parts[TJ_MAX_LIST] = { 0 };
    if (phrase->examples.len == 0) return false;
    size_t found = split(phrase->examples, false, parts);
    if (found != count) found = split(phrase->examples, true, parts);
    if (found != count) return false;
    bool goods =
        tj_ends(phrase->text, TJ_STR("品")); /* 电冰箱、洗衣机等消费品: they are named, and no more */
    struct tj_name kind_of = tj_name_split(f, phrase->text); /* 锂电池等绿色产品|产量 */
    struct tj_str shared =
        kind_of.attr.len && tj_ends(kind_of.owner, TJ_STR("产品")) ? kind_of.attr : phrase->text;
    if (!goods) parts[count - 1] = tj_join(f->arena, parts[count - 1], shared);
    struct tj_str kind = tj_kind_of_owner(f, parts[count - 1]);
    for (size_t i = 0; i + 1 < count; i++)
        if (kind.len && !tj_ends(parts[i], kind)) parts[i] = tj_join(f->arena, parts[i], kind);
    tj_share_tail(f, parts, count, names);
    return true;
}

/* 主要产品产量…，其中钢材、水泥分别增长…: products by their output. */
static void share_output(const struct tj_frame *f, size_t count, struct tj_name *names)
{
    static const char *const measured[] = { "量", "额", "值", "数", "率", "价格" };
    for (size_t i = 0; i < count && f->of_output; i++) {
        bool whole = names[i].attr.len || tj_indicator_row(f, names[i].whole);
        for (size_t k = 0; k < sizeof measured / sizeof measured[0]; k++)
            whole |= tj_ends(names[i].whole, tj_str_of(measured[k]));
        if (!whole) names[i] = tj_name_compose(f, names[i].whole, TJ_STR("产量"));
    }
}

static bool names_of_measure(const struct tj_frame *f, enum tj_measure measure, size_t count,
                             struct tj_name *names)
{
    size_t found = 0;
    for (size_t i = f->facts->count; i > f->first_fact && found < count; i--) {
        const struct tj_fact *fact = &f->facts->at[i - 1];
        bool again = found && tj_equal(names[count - found].whole, fact->indicator_raw); /* 从A增至B is one */
        if (fact->measure == measure && !again)
            names[count - ++found] = tj_name_split(f, fact->indicator_raw);
    }
    return found == count;
}

/* …分别增长4.8%、5.9%，分别居全国第四、第八: a list without names is of the statistics last measured. */
static bool names_of_last(const struct tj_frame *f, size_t count, struct tj_name *names)
{
    size_t last = f->facts->count;
    while (last > f->first_fact && f->facts->at[last - 1].measure == TJ_RANK) last--;
    if (last == f->first_fact) return false;
    return names_of_measure(f, f->facts->at[last - 1].measure, count, names)
           || names_of_measure(f, TJ_LEVEL, count, names);
}

/* 存、贷款余额 is 存贷款余额. */
static struct tj_str without_mark_in_pair(const struct tj_frame *f, struct tj_str words, size_t count)
{
    static const char *const pairs[][2] = { { "进口、出口", "进出口" },
                                            { "存、贷款", "存贷款" },
                                            { "进、出口", "进出口" },
                                            { "产、销量", "产销量" },
                                            { "城、乡", "城乡" } };
    size_t at;
    for (size_t i = count == 2 ? 0 : 1; i < sizeof pairs / sizeof pairs[0]; i++) {
        struct tj_str apart = tj_str_of(pairs[i][0]);
        if (!tj_find(words, apart, 0, &at)) continue;
        struct tj_str head = tj_join(f->arena, tj_cut(words, 0, at), tj_str_of(pairs[i][1]));
        return tj_join(f->arena, head, tj_cut(words, at + apart.len, words.len));
    }
    return words;
}

bool tj_list_names(const struct tj_frame *frame, const struct tj_phrase *phrase, size_t count,
                   struct tj_name *names)
{
    if (phrase->text.len == 0) return names_of_last(frame, count, names);
    if (phrase->share && tj_starts(phrase->text, TJ_STR("占")) && names_of_last(frame, count, names)) {
        for (size_t i = 0; i < count; i++)
            names[i].whole = tj_join(frame->arena, names[i].whole, phrase->text);
        return true; /* …分别增长11%、12%，占工业的比重分别为62%、38% */
    }
    if (names_of_examples(frame, phrase, count, names)) return true;
    struct tj_str parts[TJ_MAX_LIST] = { 0 },
                  words = without_mark_in_pair(frame, phrase->list.len ? phrase->list : phrase->text, count);
    size_t found = split(words, false, parts);
    if (found != count) found = split(words, true, parts);
    if (found != count && count == 2) found = split_pair(frame, words, parts);
    if (found != count && count == 3) found = split_sectors(frame, words, parts);
    if (found != count) return false;
    tj_share_parts(frame, parts, count, names);
    share_output(frame, count, names);
    for (size_t i = 0; i < count; i++) tj_lend_partner(frame, phrase, names[i].whole, &names[i]);
    return true;
}

#include "extract/attribute/name_parts.h"

bool tj_means(const struct tj_frame *f, struct tj_str words, enum tj_word_kind kind)
{
    for (const struct tj_entry *e = tj_trie_find(f->lexicon->words, words); e; e = e->more)
        if (e->kind == kind) return true;
    return false;
}

uint32_t tj_indicator_row(const struct tj_frame *f, struct tj_str words)
{
    for (const struct tj_entry *e = tj_trie_find(f->lexicon->words, words); e; e = e->more)
        if (e->kind == TJ_INDICATOR) return e->row;
    return TJ_NONE;
}

uint32_t tj_indicator_of(const struct tj_frame *f, struct tj_str words, bool nation)
{
    uint32_t first = TJ_NONE;
    size_t at;
    for (const struct tj_entry *e = tj_trie_find(f->lexicon->words, words); e; e = e->more) {
        if (e->kind != TJ_INDICATOR) continue;
        if (tj_find(f->lexicon->indicators[e->row].name, nation ? TJ_STR("国内") : TJ_STR("地区"), 0, &at))
            return e->row;
        if (first == TJ_NONE) first = e->row;
    }
    return first;
}

/* Do these words say what is measured? */
static bool is_attribute(const struct tj_frame *f, struct tj_str words)
{
    for (const struct tj_entry *e = tj_trie_find(f->lexicon->words, words); e; e = e->more)
        if (e->kind == TJ_ATTR || e->kind == TJ_TAIL) return true;
    return false;
}

struct tj_name tj_name_split(const struct tj_frame *f, struct tj_str words)
{
    struct tj_name name = { .whole = words };
    bool may = tj_lexicon_may_be_attr(f->lexicon, words);
    for (size_t at = 0; may && at < words.len; at += tj_char_len((unsigned char)words.ptr[at])) {
        struct tj_str tail = tj_cut(words, at, words.len);
        if (!is_attribute(f, tail)) continue;
        name.owner = tj_cut(words, 0, at);
        name.attr = tail;
        if (tj_ends(name.owner, TJ_STR("的"))) name.owner.len -= 3;
        return name;
    }
    name.owner = words;
    return name;
}

/* 管道工程, 重大项目: what is built. */
bool tj_ends_in_kind(const struct tj_frame *f, struct tj_str words)
{
    for (size_t at = tj_char_len((unsigned char)words.ptr[0]); at < words.len;
         at += tj_char_len((unsigned char)words.ptr[at]))
        if (tj_trie_find(f->lexicon->kinds, tj_cut(words, at, words.len))) return true;
    return false;
}

struct tj_name tj_name_compose(const struct tj_frame *f, struct tj_str owner, struct tj_str attr)
{
    size_t shared = 0; /* 暂住人口 + 人口, 现代工业 + 工业总产值 */
    for (size_t len = tj_char_before(owner, owner.len); owner.len; len = tj_char_before(owner, len)) {
        struct tj_str end = tj_cut(owner, len, owner.len);
        if (end.len >= 6 && end.len <= attr.len && tj_starts(attr, end)) shared = end.len;
        if (len == 0 || end.len > attr.len) break;
    }
    size_t at; /* 空气质量优良天 + 优良率 */
    bool again =
        attr.len > 6 && owner.len > 6 && tj_find(owner, tj_cut(attr, 0, 6), 3, &at) && owner.len - at <= 9;
    if (again && !shared) owner = tj_cut(owner, 0, at);
    struct tj_str rest = tj_cut(attr, shared, attr.len);
    return (struct tj_name){ owner, attr, rest.len ? tj_join(f->arena, owner, rest) : owner };
}

/* Is what the frame carries near enough to lend its owner or attribute? */
bool tj_name_is_of_sentence(const struct tj_frame *f)
{
    return f->name.whole.len && f->name_sentence == f->sentence_no;
}

bool tj_name_is_near(const struct tj_frame *f)
{
    return f->name.whole.len && f->name_sentence + 1 >= f->sentence_no;
}

static bool is_pronoun(struct tj_str words)
{
    static const struct tj_str heads[] = { TJ_WORD("这"), TJ_WORD("该"), TJ_WORD("此"),
                                           TJ_WORD("本"), TJ_WORD("其"), TJ_WORD("个") };
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (tj_starts(words, heads[i])) return true;
    return false;
}

void tj_note_thing(struct tj_frame *f, size_t from, size_t to)
{
    size_t end = 0, len, of;
    const struct tj_trie *kinds = f->lexicon->kinds;
    for (size_t at = tj_trie_next(kinds, f->sentence, from, to); at < to && end == 0;
         at = tj_trie_next(kinds, f->sentence, at + tj_char_len((unsigned char)f->sentence.ptr[at]), to))
        if (tj_trie_longest(kinds, f->sentence, at, &len) && at + len <= to) end = at + len;
    if (end == 0) return;
    struct tj_phrase p = tj_phrase_before(f, from, end);
    struct tj_str thing = p.object.len ? p.object : p.text;
    if (f->thing.len && is_pronoun(thing)) f->thing_sentence = f->sentence_no; /* 这条铁路 */
    while (tj_find(thing, TJ_STR("的"), 0, &of)) thing = tj_cut(thing, of + 3, thing.len);
    if (tj_char_count(thing) < 4 || is_pronoun(thing) || !tj_ends_in_kind(f, thing)) return;
    f->thing = tj_copy(f->keep, thing);
    f->thing_sentence = f->sentence_no;
}

/* 播种面积增加，增产61亿斤: no area is told in tonnes. */
static bool could_be_of(const struct tj_frame *f, struct tj_str name, struct tj_str unit)
{
    uint32_t row = tj_indicator_row(f, name);
    struct tj_str usual = row ? f->lexicon->indicators[row].unit : (struct tj_str){ 0 };
    static const struct {
        const char *usual, *never;
    } pairs[] = { { "m2", "t" }, { "m2", "kg" }, { "m2", "d" },   { "t", "m2" },  { "人", "kg" },
                  { "人", "t" }, { "m2", "人" }, { "CNY", "人" }, { "CNY", "t" }, { "CNY", "kg" } };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (tj_equal(usual, tj_str_of(pairs[i].usual)) && tj_equal(unit, tj_str_of(pairs[i].never)))
            return false;
    return true;
}

static struct tj_name from_parts(const struct tj_frame *f, const struct tj_phrase *p)
{
    bool attr = tj_means(f, p->tail, TJ_ATTR) || tj_means(f, p->tail, TJ_TAIL);
    if (p->head.len && p->tail.len && attr) return (struct tj_name){ p->head, p->tail, p->text };
    return tj_name_split(f, p->text);
}

struct tj_name tj_name_of(const struct tj_frame *frame, const struct tj_phrase *phrase, struct tj_str unit,
                          const struct tj_predicate *predicate, enum tj_naming *naming)
{
    bool growth = predicate->direction != 0, reached = predicate->reach || predicate->bound == TJ_GT;
    struct tj_name name = { 0 };
    struct tj_str words = phrase->text;
    if (tj_means(frame, words, TJ_GUARD) && tj_ends(words, TJ_STR("均"))) words.len = 0; /* 人均增加 */
    *naming = TJ_COMPOSED;
    if (tj_lend_price(frame, words, unit, &name)) return name;
    if (phrase->verbs_only && frame->subject.len && tj_name_is_of_sentence(frame)) {
        *naming = TJ_COMPOSED;
        return tj_name_compose(frame, frame->subject, words);
    }
    bool same_kind = frame->object.len && tj_equal(unit, frame->unit) && tj_name_is_of_sentence(frame);
    if (phrase->verbs_only && same_kind) { /* 清理规定2300件，废止830件 */
        *naming = TJ_COMPOSED;
        return tj_name_compose(frame, words, frame->object);
    }
    if (phrase->verbs_only && frame->theme.len && !(frame->subject.len && tj_name_is_of_sentence(frame))) {
        *naming = TJ_CARRIED_FAR;
        return tj_name_compose(frame, frame->theme, words);
    }
    bool fits = could_be_of(frame, frame->lead, unit);
    bool same = words.len && tj_ends(frame->lead, words); /* “新三样”出口领跑，出口增长16% */
    bool total = tj_ends(words, TJ_STR("总值"));
    bool both = !total && tj_indicator_row(frame, words) && tj_indicator_row(frame, frame->lead);
    bool side = ((growth || total) && tj_means(frame, words, TJ_ATTR) && !both) || tj_is_size(words);
    if (frame->lead.len && fits && (words.len == 0 || same || side)) {
        *naming = TJ_COMPOSED; /* 装备制造业增势明显，增加值增长4.3% */
        bool join = words.len && !same;
        return tj_name_split(frame, join ? tj_join(frame->arena, frame->lead, words) : frame->lead);
    }
    if (words.len == 0) {
        bool of_share = tj_equal(unit, TJ_STR("pp")) && frame->share.whole.len
                        && frame->share_sentence == frame->sentence_no;
        *naming = of_share || tj_name_is_of_sentence(frame) ? TJ_CARRIED
                  : tj_name_is_near(frame)                  ? TJ_CARRIED_FAR
                                                            : TJ_UNNAMED;
        bool rank_of_share =
            predicate->rank && frame->share.whole.len && frame->share_sentence == frame->sentence_no;
        if (of_share || rank_of_share) return frame->share;
        bool all = reached && *naming == TJ_CARRIED && frame->subject.len
                   && tj_ends(frame->name.whole, TJ_STR("新增"));
        if (all) return tj_name_split(frame, frame->subject); /* 里程新增1700公里、突破7000公里 */
        return *naming == TJ_UNNAMED ? name : frame->name;
    }
    tj_eat(&words, TJ_STR("约"));
    while (tj_ends(words, TJ_STR("可")) && !tj_ends(words, TJ_STR("许可")) && !tj_ends(words, TJ_STR("认可")))
        words.len -= 3;
    if (tj_starts(words, TJ_STR("所占"))) tj_eat(&words, TJ_STR("所"));
    bool adds =
        tj_starts(words, TJ_STR("影响")) && tj_equal(unit, TJ_STR("pp")); /* 影响CPI上涨0.47个百分点 */
    if (tj_ends(words, TJ_STR("贡献率")) && tj_lend_contribution(frame, words, &name)) {
        *naming = TJ_COMPOSED;
        return name;
    }
    bool same_share = tj_means(frame, words, TJ_ASPECT) && frame->share.whole.len
                      && frame->share_sentence == frame->sentence_no;
    if (phrase->share && same_share) { /* 占外贸的47%，占比接近一半 */
        *naming = TJ_CARRIED;
        return frame->share;
    }
    if (((phrase->share && tj_starts(words, TJ_STR("占"))) || adds) && tj_name_is_near(frame)) {
        *naming = TJ_COMPOSED;
        name = frame->lead.len ? tj_name_split(frame, frame->lead) : frame->name;
        if (tj_equal(words, TJ_STR("占")) && frame->share_of.len
            && frame->share_of_sentence + 1 >= frame->sentence_no)
            words = frame->share_of;
        name.whole = tj_join(frame->arena, name.whole, words);
        return name;
    }
    *naming = TJ_COMPOSED;
    if (tj_lend(frame, phrase, words, unit, growth, &name)) return name;
    *naming = tj_indicator_row(frame, words) ? TJ_EXACT : TJ_OPEN;
    return from_parts(frame, phrase);
}

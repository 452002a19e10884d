#include "extract/attribute/name.h"

static bool means(const struct tj_frame *f, struct tj_str words, enum tj_word_kind kind)
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
    for (size_t at = 0; at < words.len; at += tj_char_len((unsigned char)words.ptr[at])) {
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

/* Could these words own a statistic: a sector, a group, a kind of enterprise? */
static bool is_owner(const struct tj_frame *f, struct tj_str words)
{
    if (means(f, words, TJ_OWNER)) return true;
    if (tj_indicator_row(f, words)) return false;
    for (size_t at = 0; at < words.len; at += tj_char_len((unsigned char)words.ptr[at]))
        if (at > 0 && tj_trie_find(f->lexicon->owner_ends, tj_cut(words, at, words.len))) return true;
    return false;
}

/* 管道工程, 重大项目: what is built. */
static bool ends_in_kind(const struct tj_frame *f, struct tj_str words)
{
    for (size_t at = tj_char_len((unsigned char)words.ptr[0]); at < words.len;
         at += tj_char_len((unsigned char)words.ptr[at]))
        if (tj_trie_find(f->lexicon->kinds, tj_cut(words, at, words.len))) return true;
    return false;
}

static struct tj_name compose(const struct tj_frame *f, struct tj_str owner, struct tj_str attr)
{
    size_t shared = 0; /* 暂住人口 + 人口, 现代工业 + 工业总产值 */
    for (size_t len = tj_char_before(owner, owner.len); owner.len; len = tj_char_before(owner, len)) {
        struct tj_str end = tj_cut(owner, len, owner.len);
        if (end.len >= 6 && end.len <= attr.len && tj_starts(attr, end)) shared = end.len;
        if (len == 0 || end.len > attr.len) break;
    }
    struct tj_str rest = tj_cut(attr, shared, attr.len);
    return (struct tj_name){ owner, attr, rest.len ? tj_join(f->arena, owner, rest) : owner };
}

/* Is what the frame carries near enough to lend its owner or attribute? */
static bool same_sentence(const struct tj_frame *f)
{
    return f->name.whole.len && f->name_sentence == f->sentence_no;
}

static bool near(const struct tj_frame *f)
{
    return f->name.whole.len && f->name_sentence + 1 >= f->sentence_no;
}

/* An attribute alone takes the owner in hand. */
static bool lend_owner(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    if (means(f, words, TJ_ATTR) && f->behind.len) {
        *out = compose(f, f->behind, words);
        return true;
    }
    if (!means(f, words, TJ_ATTR) || f->name.owner.len == 0 || !same_sentence(f)) return false;
    if (tj_ends(f->name.owner, words)) return false;
    *out = compose(f, f->name.owner, words);
    return true;
}

/* 特区内, 境外: a side of the whole that is in hand. */
static bool lend_all(const struct tj_frame *f, struct tj_str words, struct tj_str unit, bool growth,
                     struct tj_name *out)
{
    bool side = tj_ends(words, TJ_STR("内")) || tj_ends(words, TJ_STR("外"));
    if (!side || f->name.attr.len == 0 || !near(f) || !(growth || tj_equal(unit, f->unit))) return false;
    *out = compose(f, words, f->name.attr);
    return true;
}

/* 吞吐量, 总额, 比率: says by its last character that it is measured itself. */
static bool is_measured(struct tj_str words)
{
    static const char *const ends[] = { "量", "额", "值", "数", "率", "能", "入", "资" };
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (tj_ends(words, tj_str_of(ends[i]))) return true;
    return false;
}

/* 国内航线完成1.26亿人次: what was completed is the level told last in the same unit. */
static bool lend_level(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str unit,
                       struct tj_name *out)
{
    struct tj_str attr = f->level.attr.len ? f->level.attr : f->level.whole;
    bool bare = p->completed && !p->verb && p->text.len && tj_equal(unit, f->unit) && attr.len && near(f);
    uint32_t row = bare ? tj_indicator_row(f, p->text) : TJ_NONE; /* 航线 are counted in 条 */
    bool measured =
        row
        && (f->lexicon->indicators[row].unit.len == 0 || tj_equal(f->lexicon->indicators[row].unit, unit));
    if (!bare || tj_name_split(f, p->text).attr.len || measured || is_measured(p->text)) return false;
    *out = compose(f, p->text, attr);
    return true;
}

/* 全长, 总投资: of the project named in this sentence or the one before. */
static bool lend_thing(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    if (!means(f, words, TJ_SPEC)) return false;
    bool counted = near(f) && f->name.owner.len > 6 && ends_in_kind(f, f->name.owner);
    bool named = f->thing.len && f->thing_sentence + 1 >= f->sentence_no;
    if (!counted && !named) return false;
    bool later = counted && (!named || f->name_sentence >= f->thing_sentence);
    *out = compose(f, later ? f->name.owner : f->thing, words);
    return true;
}

static bool is_pronoun(struct tj_str words)
{
    static const struct tj_str heads[] = { { "这", 3 }, { "该", 3 }, { "此", 3 },
                                           { "本", 3 }, { "其", 3 }, { "个", 3 } };
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (tj_starts(words, heads[i])) return true;
    return false;
}

void tj_note_thing(struct tj_frame *f, size_t from, size_t to)
{
    size_t end = 0, len, of;
    for (size_t at = from; at < to && end == 0; at += tj_char_len((unsigned char)f->sentence.ptr[at]))
        if (tj_trie_longest(f->lexicon->kinds, f->sentence, at, &len) && at + len <= to) end = at + len;
    if (end == 0) return;
    struct tj_phrase p = tj_phrase_before(f, from, end);
    struct tj_str thing = p.object.len ? p.object : p.text;
    if (f->thing.len && is_pronoun(thing)) f->thing_sentence = f->sentence_no; /* 这条铁路 */
    while (tj_find(thing, TJ_STR("的"), 0, &of)) thing = tj_cut(thing, of + 3, thing.len);
    if (tj_char_count(thing) < 4 || is_pronoun(thing) || !ends_in_kind(f, thing)) return;
    f->thing = tj_copy(f->keep, thing);
    f->thing_sentence = f->sentence_no;
}

/* Does the sentence say that it takes something apart? */
static bool is_breakdown(const struct tj_frame *f)
{
    static const char *const words[] = { "其中", "按", "看，", "分行业", "分产业", "分领域" };
    size_t at;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tj_find(f->sentence, tj_str_of(words[i]), 0, &at)) return true;
    return false;
}

/* An owner alone takes the attribute in hand, if the number could be one of it. */
static bool lend_attr(const struct tj_frame *f, struct tj_str words, struct tj_str unit, bool growth,
                      struct tj_name *out)
{
    if (f->name.attr.len == 0 || !near(f) || !is_owner(f, words)) return false;
    bool complete = means(f, f->name.attr, TJ_TAIL) && !means(f, f->name.attr, TJ_ATTR);
    if (complete && growth && tj_ends(words, TJ_STR("业")) && !is_breakdown(f))
        return false; /* …；服务业增长 */
    if (!growth && !tj_equal(unit, f->unit)) return false;
    struct tj_str attr = f->name.attr; /* 户籍人口 needs no 常住人口 */
    size_t last = tj_char_before(attr, tj_char_before(attr, attr.len));
    if (tj_ends(words, tj_cut(attr, last, attr.len)) && last > 0) return false;
    *out = compose(f, words, attr);
    return true;
}

/* 增速, 数量: a side of what was just named. */
static bool lend_whole(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    if (!means(f, words, TJ_ASPECT) || !near(f)) return false;
    bool share =
        tj_ends(words, TJ_STR("比重")) || tj_ends(words, TJ_STR("占比")) || tj_ends(words, TJ_STR("比例"));
    *out = share && f->share.whole.len ? f->share : f->name;
    if (share && f->share.whole.len) return true;
    if (tj_ends(f->name.whole, words)) return true;
    out->whole = tj_join(f->arena, f->name.whole, words);
    return true;
}

/* 一般贸易进出口16万亿元。其中，出口9万亿元: the exports are of that trade. */
static bool lend_trade(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    static const char *const parts[] = { "出口", "进口", "贸易顺差", "贸易逆差" };
    static const char *const wholes[] = { "进出口总值", "进出口总额", "进出口额", "进出口",
                                          "出口",       "进口",       "贸易顺差" };
    static const char *const all[] = { "", "货物贸易", "货物", "外贸", "对外贸易", "我国", "对外" };
    size_t at;
    bool part = false;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) part |= tj_equal(words, tj_str_of(parts[i]));
    if (!part || !near(f) || !tj_find(f->sentence, TJ_STR("其中"), 0, &at)) return false;
    struct tj_str whose = f->name.whole;
    for (size_t i = 0; i < sizeof wholes / sizeof wholes[0] && whose.len == f->name.whole.len; i++)
        if (tj_ends(whose, tj_str_of(wholes[i]))) whose.len -= tj_str_of(wholes[i]).len;
    if (whose.len == f->name.whole.len) return false;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (tj_equal(whose, tj_str_of(all[i]))) return false;
    *out = compose(f, whose, words);
    return true;
}

/* 进口原油3.18亿吨，每吨4234元: a price behind an amount is of what the amount was. */
static bool lend_priced(const struct tj_frame *f, struct tj_str words, struct tj_str unit,
                        struct tj_name *out)
{
    size_t at;
    bool price = tj_find(unit, TJ_STR("/"), 0, &at) && !tj_find(f->unit, TJ_STR("/"), 0, &at)
                 && same_sentence(f) && f->unit.len && !tj_starts(f->unit, TJ_STR("CNY"))
                 && tj_starts(unit, TJ_STR("CNY"));
    if (!price || (words.len && !tj_ends(words, TJ_STR("均价")))) return false;
    struct tj_str whose = f->name.whole;
    if (!tj_eat(&whose, TJ_STR("进口"))) tj_eat(&whose, TJ_STR("出口"));
    if (whose.len == 0) return false;
    *out = compose(f, whose, words.len ? words : TJ_STR("均价"));
    return true;
}

static struct tj_name from_parts(const struct tj_frame *f, const struct tj_phrase *p)
{
    bool attr = means(f, p->tail, TJ_ATTR) || means(f, p->tail, TJ_TAIL);
    if (p->head.len && p->tail.len && attr) return (struct tj_name){ p->head, p->tail, p->text };
    return tj_name_split(f, p->text);
}

struct tj_name tj_name_of(const struct tj_frame *frame, const struct tj_phrase *phrase, struct tj_str unit,
                          bool growth, enum tj_naming *naming)
{
    struct tj_name name = { 0 };
    struct tj_str words = phrase->text;
    if (means(frame, words, TJ_GUARD) && tj_ends(words, TJ_STR("均"))) words.len = 0; /* 人均增加 */
    *naming = TJ_COMPOSED;
    if (lend_priced(frame, words, unit, &name)) return name;
    if (phrase->verbs_only && frame->subject.len && same_sentence(frame)) {
        *naming = TJ_COMPOSED;
        return compose(frame, frame->subject, words);
    }
    if (phrase->verbs_only && frame->theme.len && !frame->subject.len) {
        *naming = TJ_CARRIED_FAR;
        return compose(frame, frame->theme, words);
    }
    if (frame->lead.len && (words.len == 0 || (growth && means(frame, words, TJ_ATTR)))) {
        *naming = TJ_COMPOSED; /* 装备制造业增势明显，增加值增长4.3% */
        return tj_name_split(frame, words.len ? tj_join(frame->arena, frame->lead, words) : frame->lead);
    }
    if (words.len == 0) {
        bool of_share = tj_equal(unit, TJ_STR("pp")) && frame->share.whole.len && same_sentence(frame);
        *naming = same_sentence(frame) ? TJ_CARRIED : near(frame) ? TJ_CARRIED_FAR : TJ_UNNAMED;
        if (of_share) return frame->share;
        return *naming == TJ_UNNAMED ? name : frame->name;
    }
    tj_eat(&words, TJ_STR("约"));
    if (tj_starts(words, TJ_STR("所占"))) tj_eat(&words, TJ_STR("所"));
    if (phrase->share && tj_starts(words, TJ_STR("占")) && near(frame)) {
        *naming = TJ_COMPOSED;
        name = frame->name;
        name.whole = tj_join(frame->arena, frame->name.whole, words);
        return name;
    }
    *naming = TJ_COMPOSED;
    if (lend_level(frame, phrase, unit, &name)) return name;
    if (lend_trade(frame, words, &name) || lend_thing(frame, words, &name) || lend_whole(frame, words, &name)
        || lend_owner(frame, words, &name) || lend_all(frame, words, unit, growth, &name)
        || lend_attr(frame, words, unit, growth, &name))
        return name;
    *naming = tj_indicator_row(frame, words) ? TJ_EXACT : TJ_OPEN;
    return from_parts(frame, phrase);
}

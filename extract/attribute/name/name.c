#include "extract/attribute/name/name_parts.h"
#include "extract/attribute/name/noun_behind.h"

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
    return (struct tj_name){ .owner = owner,
                             .attr = attr,
                             .whole = rest.len ? tj_join(f->arena, owner, rest) : owner };
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
    struct tj_name name = p->head.len && p->tail.len && attr
                              ? (struct tj_name){ .owner = p->head, .attr = p->tail, .whole = p->text }
                              : tj_name_split(f, p->text);
    name.said = p->said;
    return name;
}

/* 新开工项目|60个, 清理规定|2300件: may the same be counted again by what happened to them? */
static bool is_of_object(const struct tj_frame *f, struct tj_str unit)
{
    return f->object.len && tj_equal(unit, f->unit) && tj_name_is_of_sentence(f);
}

/* 废止830件: a verb alone takes what was done, or of what it was last said. */
static bool from_verbs(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str words,
                       struct tj_str unit, enum tj_naming *naming, struct tj_name *out)
{
    if (!p->verbs_only) return false;
    bool subject = f->subject.len && tj_name_is_of_sentence(f);
    bool same_kind = is_of_object(f, unit);
    static const char *const often[] = { "每天", "每日", "每月", "每年", NULL };
    struct tj_str counted = f->name.whole, plain = tj_without(words, often, tj_eat);
    bool daily = plain.len < words.len; /* 新登记市场主体40万户，每天新增2200户 */
    if (daily) counted = tj_cut(counted, tj_verb_at_head(f->lexicon, counted), counted.len);
    if (daily && tj_starts(counted, TJ_STR("新登记"))) tj_eat(&counted, TJ_STR("新登记"));
    bool more = tj_starts(plain, TJ_STR("新")) && tj_equal(unit, f->unit) && tj_name_is_of_sentence(f)
                && counted.len && !tj_verb_at_head(f->lexicon, counted);
    *naming = subject || same_kind || more ? TJ_COMPOSED : TJ_CARRIED_FAR;
    if (subject)
        *out = tj_name_compose(f, f->subject, words);
    else if (same_kind) /* 清理规定2300件，废止830件 */
        *out = tj_name_compose(f, words, f->object);
    else if (more) /* 合作社1868家，新增412家 */
        *out = tj_name_split(f, tj_join(f->arena, words, counted));
    else if (f->theme.len)
        *out = tj_name_compose(f, f->theme, words);
    else
        return false;
    return true;
}

/* 电动自行车热销，销量120万辆, 旅行服务增长，进出口9000亿元: could the words be measured of the subject of the clause before,
   which the dictionaries need not know? */
static bool is_of_praised(const struct tj_frame *f, struct tj_str words)
{
    static const char *const measures[] = { "率", "额", "量", "值", "速", "比重", "规模", "度", NULL };
    static const char *const inner[] = { "的", "、", "要", "为", "发挥", NULL };
    enum { LONGEST = 36 }; /* bytes: a longer lead is more than a subject */
    if (tj_ends_in_one(f->lead, measures) || tj_holds_one(f->lead, inner) || f->lead.len > LONGEST)
        return false;
    return tj_equal(words, TJ_STR("进出口"))
           || (tj_means(f, words, TJ_ATTR) && !tj_means(f, words, TJ_SPEC) && !tj_indicator_row(f, words));
}

/* 装备制造业增势明显，增加值增长4.3%: the clause before, which had no number, says of what. */
static bool from_lead(const struct tj_frame *f, struct tj_str words, struct tj_str unit, bool growth,
                      struct tj_name *out)
{
    if (!f->lead.len || !could_be_of(f, f->lead, unit)) return false;
    bool total = tj_ends(words, TJ_STR("总值"));
    bool both = !total && tj_indicator_row(f, words) && tj_indicator_row(f, f->lead);
    bool same = words.len && tj_ends(f->lead, words); /* “新三样”出口领跑，出口增长16% */
    bool side_of_both = tj_equal(words, TJ_STR("出口")) && tj_ends(f->lead, TJ_STR("进出口"));
    same &= !side_of_both; /* 进出口量稳质升，出口增长6.1% */
    bool owned = tj_means(f, words, TJ_ATTR) && !tj_means(f, words, TJ_SPEC)
                 && tj_owns(f, f->lead);       /* 第三产业最抢眼，增加值326亿元 */
    owned |= !both && is_of_praised(f, words); /* 电动自行车热销，销量… */
    bool side = owned || ((growth || total) && tj_means(f, words, TJ_ATTR) && !both) || tj_is_size(words);
    if (words.len && !same && !side) return false;
    bool join = words.len && !same;
    *out = tj_name_split(f, tj_without_places(f, join ? tj_join(f->arena, f->lead, words) : f->lead));
    return true;
}

/* Nothing is said: the name in hand, or the share if that was told last and the number could be its. */
static struct tj_name carried(const struct tj_frame *f, struct tj_str unit, const struct tj_predicate *p,
                              enum tj_naming *naming)
{
    bool share = f->share.whole.len && f->share_sentence == f->sentence_no;
    *naming = TJ_CARRIED;
    if (p->pull && tj_name_is_of_sentence(f) && tj_equal(unit, TJ_STR("pp"))) /* …，拉动经济增长5.8个百分点 */
        return tj_name_compose(f, f->name.whole, TJ_STR("拉动经济增长"));
    bool part = tj_equal(unit, TJ_STR("1")) && !p->direction && p->reach; /* 占51%，超过一半 */
    if (share && (tj_equal(unit, TJ_STR("pp")) || p->rank || part)) return f->share;
    bool reached = p->reach || p->bound == TJ_GT;
    bool all =
        reached && tj_name_is_of_sentence(f) && f->subject.len && tj_ends(f->name.whole, TJ_STR("新增"));
    if (all) return tj_name_split(f, f->subject); /* 里程新增1700公里、突破7000公里 */
    if (tj_name_is_of_sentence(f)) return f->name;
    *naming = tj_name_is_near(f) ? TJ_CARRIED_FAR : TJ_UNNAMED;
    if (*naming == TJ_CARRIED_FAR) return f->name;
    return (struct tj_name){ 0 };
}

struct tj_str tj_name_reaching(const struct tj_frame *f)
{
    enum { FEWEST = 3, MOST = 14 }; /* characters */
    struct tj_str whole =
        tj_name_is_of_sentence(f) ? f->name.whole : f->theme; /* 发放一次性生活补助，惠及… */
    if (whole.len && f->thing.len && f->thing_sentence == f->sentence_no) whole = f->thing;
    size_t chars = tj_char_count(whole);
    return chars >= FEWEST && chars <= MOST ? whole : (struct tj_str){ 0 };
}

/* 退税489亿元，惠及纳税人3.4万户: who was reached by what was told before. */
static bool from_reach(const struct tj_frame *f, const struct tj_phrase *p, struct tj_str unit,
                       struct tj_name *out)
{
    static const char *const verbs[] = { "惠及", "受益", "拉动", "带动", "撬动", NULL };
    struct tj_str whose = tj_name_reaching(f), trade_in = TJ_STR("以旧换新");
    bool brought = tj_holds_one(whose, verbs) || !tj_holds(whose, trade_in);
    static const char *const lists[] = { "以旧换新、", "、以旧换新", NULL }; /* one of several policies */
    bool traded = brought && tj_holds(f->sentence, trade_in) && !tj_holds_one(f->sentence, lists);
    if (traded) whose = trade_in;                            /* 扩围实施以旧换新，… */
    if (!traded && tj_holds_one(whose, verbs)) return false; /* 撬动社会资本…，带动就业… */
    if (!whose.len || !tj_starts_with_one(p->text, verbs) || tj_equal(unit, TJ_STR("pp"))) return false;
    *out = tj_name_split(f, tj_join(f->arena, whose, p->text));
    return true;
}

/* 位居|发展中国家: only among whom. */
static bool is_field(struct tj_str words)
{
    static const char *const verbs[] = { "位居", "位列", "跻身", "排名", "稳居", "继续位居", NULL };
    static const char *const fields[] = { "国家", "城市", "省份",   "地区", "省区市",
                                          "市州", "地市", "经济体", NULL };
    bool alone = tj_starts_with_one(words, fields) && tj_char_count(words) <= 3; /* 地市|中居第7位 */
    return alone || (tj_starts_with_one(words, verbs) && tj_ends_in_one(words, fields));
}

/* 提案还将|非国防支出削减23%: what is changed stands behind 将. */
static struct tj_str behind_object_mark(struct tj_str words)
{
    static const char *const others[] = { "即将", "大将", "名将", "主将", NULL };
    enum { SHORTEST = 6 }; /* bytes */
    struct tj_str mark = TJ_STR("将");
    size_t at;
    if (!tj_find_last(words, mark, &at) || at == 0 || words.len < at + mark.len + SHORTEST) return words;
    struct tj_str rest = tj_cut(words, at + mark.len, words.len);
    return tj_ends_in_one(tj_cut(words, 0, at + mark.len), others) || tj_starts(rest, TJ_STR("近")) ? words
                                                                                                    : rest;
}

struct tj_name tj_name_of(const struct tj_frame *frame, const struct tj_phrase *phrase, struct tj_str unit,
                          const struct tj_predicate *predicate, enum tj_naming *naming)
{
    bool growth = predicate->direction != 0;
    struct tj_name name = { 0 };
    struct tj_str words = tj_name_words(frame, phrase->text), brought = TJ_STR("带动");
    size_t at;
    if (growth && tj_find_last(words, brought, &at) && at + brought.len < words.len)
        words = tj_cut(words, at + brought.len, words.len); /* 带动|服务价格上涨0.9% */
    if (growth) words = behind_object_mark(words);
    bool mean = words.len == 0 && tj_ends(phrase->text, TJ_STR("均")) && !growth; /* 客运量…，日均229万人次 */
    *naming = TJ_COMPOSED;
    if (mean && tj_name_is_of_sentence(frame)) return tj_name_compose(frame, phrase->text, frame->name.whole);
    if (tj_lend_price(frame, words, unit, &name)) return name;
    if (tj_name_class(frame, words, &name) || (!growth && from_reach(frame, phrase, unit, &name)))
        return name;
    if (from_verbs(frame, phrase, words, unit, naming, &name)) return name;
    *naming = TJ_COMPOSED;
    if (from_lead(frame, words, unit, growth, &name)) return name;
    if (words.len == 0 && phrase->outcome.len && frame->subject.len && tj_name_is_of_sentence(frame))
        return tj_name_compose(frame, frame->subject, phrase->outcome); /* 新能源开工16万千瓦、投产10万千瓦 */
    if (words.len == 0 && phrase->outcome.len && unit.len
        && is_of_object(frame, unit)) /* 开工项目60个、竣工45个 */
        return tj_name_compose(frame, phrase->outcome, frame->object);
    if (words.len == 0) return carried(frame, unit, predicate, naming);
    words = tj_without_idle(words);
    if (tj_equal(unit, TJ_STR("位")) && !growth) words = tj_without_field(words);
    if ((predicate->rank || tj_equal(unit, TJ_STR("位"))) && is_field(words))
        return carried(frame, unit, predicate, naming);
    if (tj_ends(words, TJ_STR("贡献率")) && tj_lend_contribution(frame, words, &name)) return name;
    if (tj_name_of_share(frame, phrase, words, unit, naming, &name)) return name;
    if (tj_lend(frame, phrase, words, unit, growth, &name)) {
        if (phrase->said.len && tj_equal(name.attr, words) && name.owner.len) /* 成交量…，|累计成交额 */
            name.said = tj_join(frame->arena, name.owner, phrase->said);
        return name;
    }
    *naming = tj_indicator_row(frame, words) ? TJ_EXACT : TJ_OPEN;
    return words.len == phrase->text.len ? from_parts(frame, phrase) : tj_name_split(frame, words);
}

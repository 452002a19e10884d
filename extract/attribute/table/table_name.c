/* A statistic's name out of the words over its column, before its row and over the table. */
#include "extract/attribute/table/table_parts.h"

static bool is_known(const struct tj_frame *f, struct tj_str words)
{
    return words.len && tj_indicator_row(f, words);
}

bool tj_name_is_measured(struct tj_str words)
{
    static const char *const ends[] = { "量", "额", "值", "数",   "率",   "入",
                                        "资", "出", "积", "余额", "指数", "价格" };
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (tj_ends(words, tj_str_of(ends[i]))) return true;
    return false;
}

bool tj_names_statistic(const struct tj_frame *f, struct tj_str words)
{
    struct tj_name n = tj_name_split(f, words);
    return is_known(f, words) || (n.attr.len && n.owner.len)
           || (tj_name_is_measured(words) && tj_char_count(words) > 3);
}

/* How many bytes of the beginning of `b` stand in `a` already, two characters at least: 存款 of 单位存款 + 存款余额. */
static size_t shared(struct tj_str a, struct tj_str b)
{
    size_t at;
    for (size_t len = b.len; len >= 6; len = tj_char_before(b, len))
        if (tj_find(a, tj_cut(b, 0, len), 0, &at)) return len;
    return 0;
}

/* The two joined, what both have once. */
static struct tj_str merge(const struct tj_frame *f, struct tj_str a, struct tj_str b)
{
    return tj_join(f->arena, a, tj_cut(b, shared(a, b), b.len));
}

/* What a row's own words lack, out of words that stand over it: 增加值 of 地区生产总值, 产量 of 主要农产品产量. */
static struct tj_str attr_of(const struct tj_frame *f, struct tj_str over)
{
    size_t at;
    if (tj_find(over, TJ_STR("生产总值"), 0, &at)) return TJ_STR("增加值");
    if (tj_ends(over, TJ_STR("）")) && tj_find(over, TJ_STR("（"), 0, &at) && at > 0)
        over = tj_cut(over, 0, at); /* 固定资产投资（不含农户） */
    struct tj_str total = over;
    if (tj_eat(&total, TJ_STR("总")) && total.len) return total; /* 总人口 */
    uint32_t row = tj_indicator_row(f, over);
    struct tj_str name = row ? f->lexicon->indicators[row].name : over;
    if (tj_ends(name, TJ_STR("价格"))) return TJ_STR("价格"); /* 粮食 under 居民消费价格 */
    struct tj_name n = tj_name_split(f, over);
    return n.attr.len ? n.attr : (struct tj_str){ over.ptr, 0 };
}

bool tj_name_goes_on(const struct tj_frame *f, struct tj_str words, struct tj_str over)
{
    struct tj_str attr = attr_of(f, over);
    size_t both = shared(words, attr);
    return both > 0 && both < attr.len && !is_known(f, words);
}

struct naming {
    const struct tj_frame *f;
    struct tj_str words;   /* the row's */
    struct tj_str over[4]; /* the column's, the parent's, the group's, the caption's */
};

enum { COLUMN, PARENT, GROUP, CAPTION, OVERS };

/* A name that the dictionary has. */
static struct tj_str known_name(const struct naming *n)
{
    struct tj_str column = n->over[COLUMN];
    struct tj_str both = merge(n->f, n->words, column);
    if (column.len && is_known(n->f, both)) return both;
    both = tj_join(n->f->arena, column, n->words);
    if (column.len && is_known(n->f, both)) return both;
    if (column.len == 0 && is_known(n->f, n->words)) return n->words;
    for (int i = PARENT; i < OVERS; i++) {
        struct tj_str attr = attr_of(n->f, n->over[i]);
        both = merge(n->f, n->words, attr);
        if (attr.len && column.len == 0 && is_known(n->f, both)) return both;
        both = tj_join(n->f->arena, n->over[i], n->words);
        if (n->over[i].len && column.len == 0 && is_known(n->f, both)) return both;
    }
    return is_known(n->f, n->words) && is_known(n->f, column) == 0 && tj_ends(n->words, column) ? n->words
                                                                                                : TJ_STR("");
}

static bool same_end(struct tj_str a, struct tj_str b)
{
    size_t last = b.len ? tj_char_before(b, b.len) : 0;
    return b.len && tj_ends(a, tj_cut(b, last, b.len));
}

static struct tj_str open_name(const struct naming *n)
{
    bool total = tj_equal(n->over[COLUMN], TJ_STR("总额")) && tj_name_is_measured(n->words);
    if (total) return n->words;
    if (n->over[COLUMN].len) /* 发电量 in a column 产量 */
        return tj_name_is_measured(n->words) && same_end(n->words, n->over[COLUMN])
                   ? n->words
                   : merge(n->f, n->words, n->over[COLUMN]);
    struct tj_str lent = attr_of(n->f, n->over[PARENT]);
    if (shared(n->words, lent)) return merge(n->f, n->words, lent);
    struct tj_name own = tj_name_split(n->f, n->words);
    if (own.attr.len && own.owner.len == 0 && n->over[GROUP].len) /* 利润总额 under 规模以上工业企业 */
        return tj_join(n->f->arena, n->over[GROUP], n->words);
    if (tj_names_statistic(n->f, n->words)) return n->words;
    for (int i = PARENT; i < OVERS; i++) {
        struct tj_str attr = attr_of(n->f, n->over[i]);
        if (attr.len) return merge(n->f, n->words, attr);
    }
    return n->words;
}

/* 城市, 农村: a column that tells whose the row's statistic is. */
static bool is_side(const struct tj_frame *f, struct tj_str words)
{
    for (const struct tj_entry *e = tj_trie_find(f->lexicon->headers, words); e; e = e->more)
        if (e->kind == TJ_HEAD_SIDE) return true;
    return false;
}

struct tj_str tj_table_name(const struct tj_matrix *s, const struct tj_header *row,
                            const struct tj_header *column, const struct tj_line *parent, struct tj_str group,
                            enum tj_naming *naming)
{
    struct naming n = { s->f, row->words, { column->words, { 0 }, group, s->caption.words } };
    if (parent) n.over[PARENT] = parent->name;
    if (n.words.len == 0) { /* a total, a place, a period: what stands over it names it */
        n.words = column->words;
        n.over[COLUMN].len = 0;
        if (n.words.len == 0) n.words = n.over[GROUP].len ? n.over[GROUP] : s->caption.words;
    }
    struct tj_str name = known_name(&n);
    *naming = name.len ? TJ_EXACT : TJ_OPEN;
    if (name.len == 0 && row->words.len && is_side(s->f, column->words)) {
        struct tj_header none = { 0 };
        name = tj_table_name(s, row, &none, parent, group, naming);
        uint32_t known = *naming == TJ_EXACT ? tj_indicator_row(s->f, name) : TJ_NONE;
        if (known) name = s->f->lexicon->indicators[known].name;
        *naming = TJ_OPEN;
        return tj_join(s->f->arena, column->words, name);
    }
    if (name.len == 0) name = open_name(&n);
    if (name.len == 0) *naming = TJ_UNNAMED;
    return name;
}

/* Title and date of a document, from its first lines and, failing those, its last. */
#include "extract/document/document.h"
#include "extract/recognise/numeral.h"

enum {
    HEAD_BLOCKS = 14,
    TAIL_BLOCKS = 3,
    TITLE_CHARS = 60,
    HEAD_BYTES = 1200,
    YEAR_BYTES = 20000,
    LEAD_BYTES = 60,
    FEED_BYTES = 240, /* a feed's date may stand in one block with the title */
    NEAR_YEARS = 3
};

static struct tj_str block_text(const struct tj_document *d, size_t at)
{
    return tj_at(d->clean, (struct tj_span){ d->blocks[at].off, d->blocks[at].len });
}

/* Does the line end in a kind of document, a bracket behind it not counted? */
static bool names_a_genre(struct tj_str s)
{
    static const char *const genres[] = { "报告", "公报", "新闻联播》", "情况", "简报", "纲要", "草案）" };
    size_t bracket;
    for (size_t i = 0; i < sizeof genres / sizeof genres[0]; i++)
        if (tj_ends(s, tj_str_of(genres[i]))) return true;
    bool cut = (tj_find(s, TJ_STR("（"), 0, &bracket) || tj_find(s, TJ_STR(" ("), 0, &bracket)
                || tj_find(s, TJ_STR("("), 0, &bracket));
    return cut && bracket > 0 && names_a_genre(tj_trim(tj_cut(s, 0, bracket)));
}

static struct tj_str strip_marks(struct tj_str s)
{
    while (s.len && (s.ptr[0] == '#' || s.ptr[0] == ' ' || s.ptr[0] == '*')) s = tj_cut(s, 1, s.len);
    return tj_trim(s);
}

/* 企业周报 2024年3月8日: a dateline is no title. */
static bool has_day(struct tj_str s)
{
    size_t month, day;
    return tj_find(s, TJ_STR("月"), 0, &month) && tj_find(s, TJ_STR("日"), month, &day);
}

/* 2024年8月份居民消费价格同比上涨0.6%: a release's title tells when and the main figure. */
static bool names_a_release(struct tj_str s)
{
    static const char *const when[] = { "月", "季度", "半年", NULL };
    static const char *const what[] = { "增长", "下降", "上涨", "回升", "回落", "指数", NULL };
    static const char *const ends[] = { "；", "，", "？", "：", NULL };
    return !has_day(s) && tj_char_count(s) <= TITLE_CHARS && tj_holds_one(s, when) && tj_holds_one(s, what)
           && !tj_holds(s, TJ_STR("。")) && !tj_ends_in_one(s, ends);
}

/* 一、…, （二）…: the heading of a part. */
static bool is_numbered(struct tj_str s)
{
    size_t at;
    static const char *const marks[] = { "、", "）", NULL };
    return tj_holds_one(tj_cut(s, 0, s.len < 12 ? s.len : 12), marks)
           && (tj_starts(s, TJ_STR("（"))
               || (tj_find(TJ_STR("一二三四五六七八九十"), tj_cut(s, 0, s.len < 3 ? s.len : 3), 0, &at)));
}

static bool names_a_title(struct tj_str s)
{
    return !is_numbered(s) && (names_a_genre(s) || names_a_release(s));
}

/* The first short line that names a kind of document or is the title of a release; else what the file says of itself; else the first short line. */
static void find_title(struct tj_document *d)
{
    bool says = d->said_title.len && tj_char_count(d->said_title) <= TITLE_CHARS;
    if (says && (d->front || names_a_genre(d->said_title))) d->title = d->said_title;
    size_t most = d->block_count < HEAD_BLOCKS ? d->block_count : HEAD_BLOCKS;
    for (int wants_genre = 1; wants_genre >= 0 && d->title.len == 0; wants_genre--) {
        if (!wants_genre && says) d->title = d->said_title;
        for (size_t i = 0; i < most && d->title.len == 0; i++) {
            struct tj_str s = block_text(d, i);
            bool none = wants_genre ? !names_a_title(s) : has_day(s) || tj_ends(s, TJ_STR("。"));
            if (tj_char_count(s) > TITLE_CHARS || none) continue;
            d->title = strip_marks(s);
        }
    }
}

static bool digits_at(struct tj_str s, size_t at, size_t count, int *out)
{
    if (at + count > s.len) return false;
    for (*out = 0; count--; at++) {
        if (s.ptr[at] < '0' || s.ptr[at] > '9') return false;
        *out = *out * 10 + (s.ptr[at] - '0');
    }
    return true;
}

static bool plausible(const struct tj_now *n)
{
    return n->year >= 1900 && n->year <= 2100 && n->month >= 1 && n->month <= 12 && n->day >= 1
           && n->day <= 31;
}

/* 2026-02-10, 2026/02/10, (20230131). */
static bool numeric_date(struct tj_str s, size_t at, struct tj_now *out)
{
    struct tj_now n = { 0 };
    if (!digits_at(s, at, 4, &n.year)) return false;
    bool parted =
        at + 10 <= s.len && (s.ptr[at + 4] == '-' || s.ptr[at + 4] == '/') && s.ptr[at + 7] == s.ptr[at + 4];
    bool fits = parted ? digits_at(s, at + 5, 2, &n.month) && digits_at(s, at + 8, 2, &n.day)
                       : digits_at(s, at + 4, 2, &n.month) && digits_at(s, at + 6, 2, &n.day);
    int more;
    if (!fits || !plausible(&n) || (!parted && digits_at(s, at + 8, 1, &more))) return false;
    *out = n;
    return true;
}

/* Sat, 23 Oct 2021, as RFC 5322 (3.3) writes it, which front matter and pages made of feeds do. */
static bool english_date(struct tj_str s, struct tj_now *out)
{
    static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    size_t at;
    for (int i = 0; i < 12; i++) {
        if (!tj_find(s, tj_str_of(months[i]), 0, &at) || at < 2 || at + 8 > s.len) continue;
        struct tj_str day = tj_trim(tj_cut(s, at > 3 ? at - 3 : 0, at)), year = tj_cut(s, at + 4, at + 8);
        while (day.len && (day.ptr[0] < '0' || day.ptr[0] > '9')) day = tj_cut(day, 1, day.len);
        struct tj_now n = { .year = tj_small_number(year), .month = i + 1, .day = tj_small_number(day) };
        if (plausible(&n)) *out = n;
        return plausible(&n);
    }
    return false;
}

/* The first full date in a line. */
static bool date_in(const struct tj_lexicon *lex, struct tj_matcher *m, struct tj_str s, struct tj_now *out)
{
    struct tj_now nothing = { 0 };
    for (size_t at = 0, len; at < s.len; at += len) {
        uint32_t c = tj_char_at(s, at, &len);
        if (c != U'二' && c != U'一' && (c < '1' || c > '2')) continue;
        struct tj_period p;
        size_t used;
        if (tj_period_at(lex, m, s, at, &nothing, &p, &used) && p.kind == TJ_P_DAY && p.first) {
            *out = (struct tj_now){ .year = p.first, .month = p.a, .day = p.b };
            return plausible(out);
        }
        if (numeric_date(s, at, out)) return true;
        while (c < 0x80 && at + len < s.len && s.ptr[at + len] >= '0' && s.ptr[at + len] <= '9') len++;
    }
    return false;
}

static struct tj_str first_bytes(struct tj_str s, size_t most)
{
    if (s.len > most) s.len = tj_char_before(s, most);
    return s;
}

/* Without a full date: the latest year that the first part of the text names, with a month and day if the
   text begins with one. */
static void guess_year(const struct tj_lexicon *lex, struct tj_matcher *m, struct tj_document *d)
{
    struct tj_now nothing = { 0 };
    struct tj_str s = first_bytes(d->clean, YEAR_BYTES);
    for (size_t at = 0; at + 4 < s.len; at++) {
        struct tj_period p;
        size_t used;
        bool begins =
            s.ptr[at] >= '1' && s.ptr[at] <= '9' && (at == 0 || s.ptr[at - 1] < '0' || s.ptr[at - 1] > '9');
        if (!begins || !tj_period_at(lex, m, s, at, &nothing, &p, &used)) continue;
        if (p.kind == TJ_P_DAY && p.first == 0 && d->date.month == 0 && at < HEAD_BYTES) {
            d->date.month = p.a;
            d->date.day = p.b;
        }
        bool to_come = tj_ends(tj_cut(s, 0, at), TJ_STR("到")) || tj_ends(tj_cut(s, 0, at), TJ_STR("至"));
        if (to_come && d->date.year) continue; /* 到2026年达到…: a plan's year is not the document's */
        bool past = p.kind == TJ_P_YEAR ? p.first == p.last : p.kind != TJ_P_NONE && p.kind != TJ_P_DAY;
        if (past && p.first > d->date.year && p.first >= 1900 && p.first <= 2100 && at < HEAD_BYTES * 4)
            d->date.year = p.first;
        at += used - 1;
    }
    if (d->date.year == 0) d->date.month = d->date.day = 0;
}

void tj_document_head(const struct tj_lexicon *lexicon, struct tj_matcher *matcher,
                      struct tj_document *document)
{
    struct tj_document *d = document;
    find_title(d);
    if (d->date.year || (d->front && date_in(lexicon, matcher, d->said_date, &d->date))) return;
    if (d->front && english_date(d->said_date, &d->date)) return;
    struct tj_now told = { 0 };
    for (size_t i = 0, bytes = 0; i < d->block_count && i < HEAD_BLOCKS && bytes < HEAD_BYTES; i++) {
        struct tj_str s = block_text(d, i);
        bytes += s.len;
        bool body = tj_char_count(s) > TITLE_CHARS;
        if (date_in(lexicon, matcher, first_bytes(s, body ? LEAD_BYTES : HEAD_BYTES), &d->date)) return;
        if (english_date(first_bytes(s, FEED_BYTES), &d->date)) return;
        if (body && !told.year) date_in(lexicon, matcher, first_bytes(s, HEAD_BYTES), &told);
    }
    for (size_t i = d->block_count; i > 0 && i + TAIL_BLOCKS > d->block_count; i--) {
        struct tj_str s = block_text(d, i - 1);
        if (tj_char_count(s) <= TITLE_CHARS && date_in(lexicon, matcher, s, &d->date)) return;
    }
    if (date_in(lexicon, matcher, d->said_date, &d->date)) return;
    d->date.year = told.year;
    guess_year(lexicon, matcher, d);
    bool only_event = d->date.year > told.year && d->date.year <= told.year + NEAR_YEARS;
    if (told.year && !only_event)
        d->date = told; /* 2005年5月18日开业, and figures of 2008 behind it: no date of the text */
}

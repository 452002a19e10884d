/* The date of a document, from its first lines and, failing those, its last, its address, or the years that it names. */
#include "extract/document/head_date.h"

#include "extract/recognise/numeral.h"

enum {
    TAIL_BLOCKS = 3,
    HEAD_BYTES = 1200,
    YEAR_BYTES = 20000,
    LEAD_BYTES = 60,
    FEED_BYTES = 240, /* a feed's date may stand in one block with the title */
    NEAR_YEARS = 3,
    PLANS = 3 /* up to this month texts tell of what the year is to bring */
};

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

/* 1 if a mark that parts year, month and day stands there, else 0. */
static size_t is_part_mark(struct tj_str s, size_t at)
{
    return at < s.len && (s.ptr[at] == '-' || s.ptr[at] == '/' || s.ptr[at] == '_');
}

/* The first date that a web address in the line is made of: /2013-04/25/, /20170919/, /2021/1118/, /t20230118_; where it has no
   day, /201705/ and /2019/, the rest is 0. */
static bool address_date(struct tj_str s, struct tj_now *out)
{
    size_t at, blank;
    struct tj_now best = { 0 };
    if (!tj_find(s, TJ_STR("://"), 0, &at)) return false;
    if (tj_find(s, TJ_STR(" "), at, &blank)) s.len = blank;
    for (; at < s.len; at++) {
        bool before = s.ptr[at - 1] >= '0' && s.ptr[at - 1] <= '9';
        struct tj_now n = { 0 };
        if (before || !digits_at(s, at, 4, &n.year) || n.year < 1990 || n.year > 2100) continue;
        size_t month = at + 4 + is_part_mark(s, at + 4), day = month + 2 + is_part_mark(s, month + 2);
        int more;
        bool has_month = digits_at(s, month, 2, &n.month) && n.month >= 1 && n.month <= 12;
        bool has_day = has_month && digits_at(s, day, 2, &n.day) && !digits_at(s, day + 2, 1, &more);
        if (has_day && plausible(&n)) {
            *out = n;
            return true;
        }
        bool folder = s.ptr[at - 1] == '/', closed = month + 2 < s.len && s.ptr[month + 2] == '/';
        n.day = 0;
        if (!has_month || !closed) n.month = 0, closed = at + 4 < s.len && s.ptr[at + 4] == '/';
        if (folder && closed && !best.year) best = n;
    }
    if (best.year) *out = best;
    return best.year > 0;
}

/* The year that the title of a work report or communiqué names; 0 if it is neither or names none. */
static int year_of_genre(struct tj_str title, bool *communique)
{
    *communique = tj_holds(title, TJ_STR("统计公报"));
    size_t at;
    int year;
    if (!*communique && !tj_holds(title, TJ_STR("工作报告"))) return 0;
    for (size_t from = 0; tj_find(title, TJ_STR("年"), from, &at); from = at + 3)
        if (at >= 4 && digits_at(title, at - 4, 4, &year) && year > 1900) return year;
    return 0;
}

/* 2008年政府工作报告, put on the web in 2012: is the day that of a later copy? */
static bool is_of_copy(const struct tj_document *d)
{
    bool communique;
    int year = year_of_genre(d->title, &communique);
    return year && d->date.year > year + 1 + communique;
}

/* Is it the year as a whole, that it says of itself or of its end, not 2018年以来 or 2019年将? */
static bool is_told_whole(struct tj_str s, const struct tj_period *p, size_t end)
{
    static const char *const begun[] = { "以来", "起", "是", "，是", "开始", "至今", NULL };
    static const char *const ahead[] = { "目标", "计划", "将", "力争", "预计", "预期", "拟", "工作", NULL };
    struct tj_str rest = first_bytes(tj_cut(s, end, s.len), 60);
    return p->kind == TJ_P_YEAR && p->first == p->last && !tj_starts_with_one(rest, begun)
           && !tj_holds_one(rest, ahead);
}

/* Without a full date: the latest year that the first part of the text names, with a month and day if the text begins
   with one, and then the year behind it if figures of the whole year were known. */
static void guess_year(const struct tj_lexicon *lex, struct tj_matcher *m, struct tj_document *d)
{
    static const char *const compared[] = { "比", "较", "与", "同", "和", NULL };
    struct tj_now nothing = { 0 };
    struct tj_str s = first_bytes(d->clean, YEAR_BYTES);
    bool whole = false;
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
        struct tj_str left = tj_cut(s, 0, at);
        bool to_come = tj_ends(left, TJ_STR("到")) || tj_ends(left, TJ_STR("至"));
        if ((to_come && d->date.year) || tj_ends_in_one(left, compared))
            continue; /* 到2026年达到…: a plan's year is not the document's */
        bool past = p.kind == TJ_P_YEAR ? p.first == p.last : p.kind != TJ_P_NONE && p.kind != TJ_P_DAY;
        bool named = past && p.first >= 1900 && p.first <= 2100 && at < HEAD_BYTES * 4;
        if (named && p.first >= d->date.year) {
            bool told = is_told_whole(s, &p, at + used);
            whole = p.first > d->date.year ? told : whole && told;
            d->date.year = p.first;
        }
        at += used - 1;
    }
    if (d->date.year == 0) d->date.month = d->date.day = 0;
    if (whole && d->date.month > PLANS) d->date.year++; /* 12月18日电 …2017年生产总值…: not before 2018 */
}

/* ——2011年1月12日在…会议上: when a report was given, whatever else its page says. */
static bool meeting_date(const struct tj_lexicon *lex, struct tj_matcher *m, struct tj_document *d)
{
    for (size_t i = 0; i < d->block_count && i < TJ_HEAD_BLOCKS; i++) {
        struct tj_str s = first_bytes(tj_block_text(d, i), FEED_BYTES);
        if (tj_holds(s, TJ_STR("会议上")) && date_in(lex, m, s, &d->date)) return true;
    }
    return false;
}

/* A day in the first lines; in *told one that stands deeper in a paragraph and may be that of an event. */
static bool date_in_head(const struct tj_lexicon *lex, struct tj_matcher *m, struct tj_document *d,
                         struct tj_now *told)
{
    for (size_t i = 0, bytes = 0; i < d->block_count && i < TJ_HEAD_BLOCKS && bytes < HEAD_BYTES; i++) {
        struct tj_str s = tj_block_text(d, i);
        bytes += s.len;
        bool body = tj_char_count(s) > TJ_TITLE_CHARS;
        if (address_date(s, &(struct tj_now){ 0 })) continue;
        bool dated = date_in(lex, m, first_bytes(s, body ? LEAD_BYTES : HEAD_BYTES), &d->date)
                     || english_date(first_bytes(s, FEED_BYTES), &d->date);
        if (dated && !is_of_copy(d)) return true;
        d->date = (struct tj_now){ 0 };
        if (!dated && body && !told->year) date_in(lex, m, first_bytes(s, HEAD_BYTES), told);
    }
    return false;
}

static bool date_in_tail(const struct tj_lexicon *lex, struct tj_matcher *m, struct tj_document *d)
{
    for (size_t i = d->block_count; i > 0 && i + TAIL_BLOCKS > d->block_count; i--) {
        struct tj_str s = tj_block_text(d, i - 1);
        bool line = tj_char_count(s) <= TJ_TITLE_CHARS && !address_date(s, &(struct tj_now){ 0 });
        if (line && date_in(lex, m, s, &d->date) && !is_of_copy(d)) return true;
        d->date = (struct tj_now){ 0 };
    }
    return false;
}

/* An address stands in the first lines or the last. */
static bool date_of_address(const struct tj_document *d, struct tj_now *out)
{
    for (size_t i = 0; i < d->block_count; i++) {
        if (i == TJ_HEAD_BLOCKS && d->block_count > TJ_HEAD_BLOCKS + TAIL_BLOCKS)
            i = d->block_count - TAIL_BLOCKS;
        if (address_date(tj_block_text(d, i), out)) return true;
    }
    return false;
}

/* A day that the document says of itself. */
static bool date_said(const struct tj_lexicon *lex, struct tj_matcher *m, struct tj_document *d,
                      struct tj_now *told)
{
    if (d->front && (date_in(lex, m, d->said_date, &d->date) || english_date(d->said_date, &d->date)))
        return true;
    if (meeting_date(lex, m, d) || date_in_head(lex, m, d, told) || date_in_tail(lex, m, d)) return true;
    return date_in(lex, m, d->said_date, &d->date) && !is_of_copy(d);
}

/* The year of a work report, or the year behind that of a communiqué, by its title. */
static bool year_by_title(struct tj_document *d)
{
    bool communique;
    d->date = (struct tj_now){ .year = year_of_genre(d->title, &communique) };
    if (d->date.year && communique) d->date.year++;
    return d->date.year > 0;
}

void tj_document_date(const struct tj_lexicon *lexicon, struct tj_matcher *matcher,
                      struct tj_document *document)
{
    struct tj_document *d = document;
    struct tj_now told = { 0 }, address = { 0 };
    if (d->date.year || date_said(lexicon, matcher, d, &told)) return;
    date_of_address(d, &address);
    d->date = address;
    if (address.day && !is_of_copy(d)) return;
    d->date = d->date_unsaid;
    if (d->date.year || year_by_title(d)) return;
    d->date = address;
    if (address.month) return;
    d->date.year = told.year ? told.year : address.year; /* /2019/312630.shtml */
    guess_year(lexicon, matcher, d);
    bool only_event = d->date.year > told.year && d->date.year <= told.year + NEAR_YEARS;
    if (told.year && !only_event)
        d->date = told; /* 2005年5月18日开业, and figures of 2008 behind it: no date of the text */
}

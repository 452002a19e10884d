#include "extract/attribute/context.h"

#include "extract/attribute/phrase.h"
#include "extract/attribute/section.h"
#include "extract/attribute/sentence.h"
#include "extract/attribute/table.h"

enum { HEAD_BLOCKS = 8, HEAD_CHARS = 60 };

static struct tj_str block_text(const struct tj_document *d, size_t at)
{
    return tj_at(d->clean, (struct tj_span){ d->blocks[at].off, d->blocks[at].len });
}

static bool holds(struct tj_str s, const char *word)
{
    size_t at;
    return tj_find(s, tj_str_of(word), 0, &at);
}

/* 亚洲最深的…, 全省首个…: only what it is compared with. */
static bool is_field(struct tj_str behind)
{
    static const char *const superlatives[] = { "最", "首", "第一", "唯一", "单体最" };
    for (size_t i = 0; i < sizeof superlatives / sizeof superlatives[0]; i++)
        if (tj_starts(behind, tj_str_of(superlatives[i]))) return !tj_starts(behind, TJ_STR("首都"));
    return false;
}

/* The first region that a line names, or TJ_NONE. */
static uint32_t region_in(const struct tj_frame *f, struct tj_str line)
{
    struct tj_mentions m = { 0 };
    struct tj_now now = f->now;
    tj_scan(f->scanner, line, &now, &m);
    uint32_t found = TJ_NONE;
    for (size_t i = 0; i < m.count; i++) {
        if (m.at[i].kind != TJ_M_REGION || is_field(tj_cut(line, m.at[i].off + m.at[i].len, line.len)))
            continue;
        uint32_t row = tj_region_choose(f, m.at[i].entry);
        if (tj_equal(f->lexicon->regions[row].code, TJ_STR("WLD"))) continue; /* no document is the world's */
        if (found == TJ_NONE || tj_region_within(f->lexicon, row, found))
            found = row;
        else
            break;
    }
    return found;
}

static bool is_report(struct tj_str title)
{
    return holds(title, "报告") || holds(title, "公报") || holds(title, "规划") || holds(title, "运行情况");
}

/* Does an office of the nation speak here: 国家统计局, 海关总署? */
static bool is_of_nation(const struct tj_frame *f, struct tj_str line)
{
    struct tj_mentions m = { 0 };
    struct tj_now now = f->now;
    tj_scan(f->scanner, line, &now, &m);
    for (size_t i = 0; i < m.count; i++)
        if (m.at[i].kind == TJ_M_CUE && m.at[i].cue->kind == TJ_CUE_HERE
            && tj_equal(m.at[i].cue->argument, TJ_STR("country")))
            return true;
    return false;
}

/* A statistical release whose title tells the figure: …居民消费价格同比上涨0.6%. */
static bool is_release(struct tj_str title)
{
    static const char *const words[] = { "增长", "下降", "上涨", "回升", "回落",
                                         "指数", "同比", "环比", "数据" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (holds(title, words[i])) return true;
    return false;
}

/* A release that names no place is the nation's if an office of the nation gives it, or its text begins with 全国. */
static uint32_t home_of_release(const struct tj_frame *f, const struct tj_document *d)
{
    uint32_t nation = tj_region_of_code(f->lexicon, TJ_STR("100000"));
    if (!is_release(d->title)) return TJ_NONE;
    if (is_of_nation(f, d->title)) return nation;
    for (size_t i = 0; i < d->block_count && i < HEAD_BLOCKS; i++) {
        bool body = tj_char_count(block_text(d, i)) > HEAD_CHARS;
        if (body ? region_in(f, block_text(d, i)) == nation : is_of_nation(f, block_text(d, i)))
            return nation;
        if (body) break;
    }
    return TJ_NONE;
}

/* The document's own region: of the title, else of the lines under it. */
static void find_home(struct tj_frame *f, const struct tj_document *d, uint32_t given)
{
    f->news = holds(d->title, "新闻联播");
    if (f->news) { /* every item has its own */
        f->home = given;
        return;
    }
    f->home = region_in(f, d->title);
    for (size_t i = 0; f->home == TJ_NONE && i < d->block_count && i < HEAD_BLOCKS; i++) {
        if (tj_char_count(block_text(d, i)) > HEAD_CHARS) break;
        f->home = region_in(f, block_text(d, i));
    }
    if (f->home == TJ_NONE) f->home = home_of_release(f, d);
    bool nation = f->home && tj_equal(f->lexicon->regions[f->home].code, TJ_STR("100000"));
    f->at_home = f->home && (is_report(d->title) || nation);
    if (f->home == TJ_NONE) f->home = given;
}

/* The years that a title names: of a communiqué, what it is about; of a work report, when it was given. */
static void find_default_period(struct tj_frame *f, const struct tj_document *d)
{
    struct tj_mentions m = { 0 };
    struct tj_now now = f->now;
    tj_scan(f->scanner, d->title, &now, &m);
    const struct tj_period *title = NULL;
    for (size_t i = 0; i < m.count && !title; i++)
        if (m.at[i].kind == TJ_M_PERIOD && m.at[i].period->kind != TJ_P_DAY) title = m.at[i].period;
    bool work_report = holds(d->title, "工作报告");
    if (title && title->first && !work_report) f->section = *title;
    if (work_report && title && title->first && f->now.year == 0) f->now.year = title->first;
    if (work_report && f->now.year)
        f->section =
            (struct tj_period){ .kind = TJ_P_YEAR, .first = f->now.year - 1, .last = f->now.year - 1 };
    if (title && title->first && title->kind != TJ_P_YEAR) f->paragraph = *title;
}

/* An item has a headline, or stands apart; what follows its headline goes on with it. */
static bool begins_item(const struct tj_frame *f, const struct tj_block *block, struct tj_str text)
{
    if (f->news && block->kind == TJ_HEADING) return true;
    bool apart = block->gap >= 2 || tj_starts(text, TJ_STR("#"))
                 || holds(tj_cut(text, 0, text.len < 60 ? text.len : 60), "央视网消息");
    return apart && !(f->news && f->headline);
}

static void start_item(struct tj_frame *f)
{
    f->topic = f->item = f->home;
    f->foreign = f->from_now_on = false;
    f->paragraph = (struct tj_period){ 0 };
    f->now.sticky = 0;
}

static void start_block(struct tj_frame *f, const struct tj_block *block, struct tj_str text)
{
    bool heading = block->kind == TJ_HEADING;
    tj_section_of_heading(f, text);
    f->looks_back = false;
    if (f->at_home) {
        f->topic = f->home;
        f->now.sticky = f->section.last;
        f->paragraph = (struct tj_period){ 0 };
        return;
    }
    if (f->news) { /* what a paragraph dwells on is left with it */
        f->topic = f->item;
        f->period_is_old = true;
    }
    if (begins_item(f, block, text)) start_item(f);
    f->headline = heading;
    if (!heading) return;
    f->paragraph = (struct tj_period){ 0 };
    f->now.sticky = 0;
    uint32_t named = region_in(f, text);
    if (named == TJ_NONE) return;
    f->topic = f->item = named;
    f->from_now_on = false;
}

/* Does 。 ！ or ？ stand at `at`? */
static inline bool is_stop(struct tj_str text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    if ((p[0] != 0xE3 && p[0] != 0xEF) || text.len - at < 3) return false;
    return (p[0] == 0xE3 && p[1] == 0x80 && p[2] == 0x82)
           || (p[0] == 0xEF && p[1] == 0xBC && (p[2] == 0x81 || p[2] == 0x9F));
}

/* The end of the sentence that begins at `from`: behind 。！？ and closing marks. */
static size_t sentence_end(struct tj_str text, size_t from)
{
    static const struct tj_str closers[] = { { "”", 3 }, { "’", 3 }, { "）", 3 } };
    for (size_t at = from; at < text.len; at++) { /* bytes inside a character are no E3 or EF */
        if (!is_stop(text, at)) continue;
        at += 3;
        for (size_t i = 0; i < 3; i++)
            if (tj_starts(tj_cut(text, at, text.len), closers[i])) at += closers[i].len;
        return at;
    }
    return text.len;
}

static size_t digits_of(struct tj_str s)
{
    size_t count = 0;
    while (count < s.len && s.ptr[count] >= '0' && s.ptr[count] <= '9') count++;
    return count;
}

/* 12.以军…, 4.2024年…: the number of an item of a list is no part of what it says. */
static size_t item_number(struct tj_str s)
{
    size_t digits = digits_of(s);
    if (digits > 3) return 0;
    struct tj_str rest = tj_cut(s, digits, s.len);
    bool point = tj_eat(&rest, TJ_STR(".")) || tj_eat(&rest, TJ_STR("．")) || tj_eat(&rest, TJ_STR("、"));
    bool number =
        digits_of(rest) && !(digits_of(rest) == 4 && tj_starts(tj_cut(rest, 4, rest.len), TJ_STR("年")));
    return digits && point && !number ? (size_t)(rest.ptr - s.ptr) : 0;
}

/* Turns the sentence's offsets into the document's. */
static void place_facts(const struct tj_frame *f, const struct tj_document *d, size_t sentence_off)
{
    for (size_t i = f->first_fact; i < f->facts->count; i++) {
        struct tj_fact *fact = &f->facts->at[i];
        size_t start = sentence_off + fact->start, end = sentence_off + fact->end;
        fact->start = tj_text_start(d, start);
        fact->end = tj_text_end(d, end);
        fact->text = tj_cut(d->text, fact->start, fact->end);
    }
}

static void read_block(struct tj_frame *f, const struct tj_document *d, const struct tj_block *block)
{
    if (block->kind == TJ_TABLE) {
        tj_read_table(f, d, (size_t)(block - d->blocks));
        return;
    }
    struct tj_str text = tj_at(d->clean, (struct tj_span){ block->off, block->len });
    start_block(f, block, text);
    for (size_t from = item_number(text), to; from < text.len; from = to) {
        to = sentence_end(text, from);
        struct tj_mentions mentions = { 0 };
        struct tj_str sentence = tj_cut(text, from, to);
        tj_scan(f->scanner, sentence, &f->now, &mentions);
        tj_read_sentence(f, sentence, &mentions);
        place_facts(f, d, block->off + from);
        tj_arena_reset(f->arena);
    }
}

void tj_read_document(const struct tj_scanner *scanner, const struct tj_document *document, uint32_t region,
                      struct tj_arena *keep, struct tj_facts *facts)
{
    struct tj_frame f = {
        .scanner = scanner, .lexicon = scanner->lexicon, .arena = scanner->arena, .keep = keep, .facts = facts
    };
    f.now = document->date;
    find_home(&f, document, region);
    f.topic = f.home;
    find_default_period(&f, document);
    size_t first = facts->count;
    for (size_t i = 0; i < document->block_count; i++) read_block(&f, document, &document->blocks[i]);
    struct tj_str date = { 0 };
    if (f.now.month)
        date = tj_print(keep, "%04d-%02d-%02d", f.now.year, f.now.month, f.now.day);
    else if (f.now.year)
        date = tj_print(keep, "%04d", f.now.year);
    for (size_t i = first; i < facts->count; i++) {
        facts->at[i].doc = document->name;
        facts->at[i].title = document->title;
        facts->at[i].date = date;
    }
}

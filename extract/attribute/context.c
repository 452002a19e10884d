#include "extract/attribute/context.h"

#include "extract/attribute/anchor.h"
#include "extract/attribute/headline.h"
#include "extract/attribute/home.h"
#include "extract/attribute/name/noun_behind.h"
#include "extract/attribute/phrase/phrase.h"
#include "extract/attribute/section.h"
#include "extract/attribute/sentence.h"
#include "extract/attribute/stop.h"
#include "extract/attribute/table/table.h"
#include "extract/document/simplify.h"

static struct tj_str block_text(const struct tj_document *d, size_t at)
{
    return tj_at(d->clean, (struct tj_span){ d->blocks[at].off, d->blocks[at].len });
}

/* An item has a headline, or stands apart; what follows its headline goes on with it. */
static bool begins_item(const struct tj_frame *f, const struct tj_block *block, struct tj_str text)
{
    if (f->news && tj_is_headline(f, block, text)) return true;
    bool apart = block->gap >= 2 || tj_starts(text, TJ_STR("#"))
                 || tj_holds(tj_cut(text, 0, text.len < 60 ? text.len : 60), TJ_STR("央视网消息"));
    return apart && !(f->news && f->headline);
}

static void start_item(struct tj_frame *f)
{
    f->told_before.len = 0;
    f->topic = f->item = f->home;
    f->county = TJ_NONE;
    f->foreign = f->from_now_on = false;
    f->item_blocks = 0;
    f->grew = false;
    f->name = (struct tj_name){ 0 };
    f->event.len = 0;
    f->paragraph = (struct tj_period){ 0 };
    f->now.sticky = 0;
}

/* 问：…, 记者：…: an interview goes on to something else. */
static bool is_question(struct tj_str text)
{
    return tj_starts(text, TJ_STR("问：")) || tj_starts(text, TJ_STR("记者："))
           || tj_starts(text, TJ_STR("主持人："));
}

/* 这条道路全长…, 该地铁…, 当地…: the paragraph is still where the last was. */
static bool points_back(struct tj_str text)
{
    static const char *const heads[] = { "这条", "这座", "这里", "这家", "这项", "这片", "该", "当地", NULL };
    return tj_starts_with_one(tj_trim(text), heads);
}

/* 下一步，要做好三件事。⏎一是…⏎二是…: the paragraph tells more of what the last began to. */
static bool goes_on(struct tj_str text)
{
    static const char *const numbers[] = { "一", "二", "三", "四", "五", "六", "七", NULL };
    struct tj_str rest = tj_without(tj_trim(text), numbers, tj_eat);
    return rest.ptr > tj_trim(text).ptr && (tj_starts(rest, TJ_STR("是")) || tj_starts(rest, TJ_STR("要")));
}

/* What a paragraph of news dwells on is left with it, unless the next points back at it. */
static void start_news_block(struct tj_frame *f, struct tj_str text)
{
    if (!points_back(text)) f->topic = f->item;
    f->period_is_old = true;
    if (f->now.sticky < f->now.year - 1) f->now.sticky = 0;
    if (f->paragraph.last < f->now.year - 1) f->paragraph = (struct tj_period){ 0 };
}

/* An article comes back from the province to its city, from 中部地区 to the nation, and to its title's quarter. */
static void start_article_block(struct tj_frame *f)
{
    const struct tj_period *p = &f->paragraph, *s = &f->section;
    bool area = f->lexicon->regions[f->topic].level == TJ_LEVEL_AREA;
    if (f->home && (area || tj_region_within(f->lexicon, f->home, f->topic))) f->topic = f->home;
    bool of_title = s->kind != TJ_P_NONE && s->kind != TJ_P_YEAR, late = f->now.month > TJ_SEASON;
    if (of_title && f->now.sticky) f->now.sticky = s->last;
    f->now.stale = s->kind == TJ_P_NONE && late && f->now.sticky < f->now.year;
    bool stale = p->last && p->last < f->now.year && late;
    bool part = p->kind != TJ_P_NONE && p->kind != TJ_P_YEAR && p->last == f->now.year;
    f->period_is_old = stale || part;
}

/* A headline, or the heading of a part of an article: the place and the time that it names hold for what follows. */
static void take_heading(struct tj_frame *f, struct tj_str text)
{
    f->paragraph = (struct tj_period){ 0 };
    f->now.sticky = f->news ? 0 : f->section.last; /* the year of the title or of the section */
    uint32_t named = tj_home_region_in(f, text);
    if (named == TJ_NONE) return;
    f->topic = f->item = named;
    f->from_now_on = false;
}

static void start_block(struct tj_frame *f, const struct tj_block *block, struct tj_str text)
{
    bool heading = block->kind == TJ_HEADING;
    f->told_before = f->told;
    if (!f->news) tj_section_of_heading(f, text); /* a headline says nothing of the next item */
    f->looks_back = f->of_nation = f->now.of_plan = false;
    if (is_question(text) || !goes_on(text)) f->from_now_on = false;
    if (f->at_home) {
        f->topic = f->home;
        f->now.sticky = f->section.last;
        f->paragraph = (struct tj_period){ 0 };
        return;
    }
    if (f->news)
        start_news_block(f, text);
    else
        start_article_block(f);
    if (begins_item(f, block, text)) start_item(f);
    if (!heading) f->item_blocks++;
    f->interview |= is_question(text);
    uint32_t whose = f->item ? f->item : f->home; /* who is asked speaks of the same place again */
    if (f->interview && !heading && whose && tj_region_within(f->lexicon, f->topic, whose)) f->topic = whose;
    f->headline = heading;
    if (heading) take_heading(f, text);
}

static size_t digits_of(struct tj_str s)
{
    size_t count = 0;
    while (count < s.len && s.ptr[count] >= '0' && s.ptr[count] <= '9') count++;
    return count;
}

/* 12.以军…, 4.2024年…, and in the headlines of news 6.12个…；: the number of an item is no part of what it says. */
static size_t item_number(const struct tj_frame *f, struct tj_str s)
{
    size_t digits = digits_of(s);
    if (digits > 3) return 0;
    struct tj_str rest = tj_cut(s, digits, s.len);
    bool point = tj_eat(&rest, TJ_STR(".")) || tj_eat(&rest, TJ_STR("．")) || tj_eat(&rest, TJ_STR("、"));
    bool number =
        digits_of(rest) && !(digits_of(rest) == 4 && tj_starts(tj_cut(rest, 4, rest.len), TJ_STR("年")));
    if (f->news && tj_ends(s, TJ_STR("；"))) number = false;
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
        fact->sentence = tj_as_said(d, fact->sentence);
    }
}

/* A sentence of a report without an anchor changes nothing but that it is one more, unless the next looks back at the things
   that it names. `anchor` is the next at or behind the sentence. */
static bool may_skip(const struct tj_frame *f, struct tj_str text, size_t to, size_t anchor)
{
    if (!f->at_home || f->looks_back || anchor < to) return false;
    return to >= text.len || tj_sentence_end(text, to) <= anchor;
}

enum { LONGEST_ADDRESS = 18 }; /* bytes: 各位代表！ */

static void read_block(struct tj_frame *f, const struct tj_document *d, const struct tj_block *block,
                       struct tj_delivery *delivery)
{
    f->in_headline = false;
    if (block->kind == TJ_TABLE) {
        tj_read_table(f, d, (size_t)(block - d->blocks));
        tj_deliver(delivery, f, false);
        return;
    }
    struct tj_str text = tj_at(d->clean, (struct tj_span){ block->off, block->len });
    start_block(f, block, text);
    f->in_headline = tj_is_headline(f, block, text);
    bool opening = true; /* 各位代表！过去的五年，… begins with the years */
    size_t from = item_number(f, text), anchor = f->at_home ? tj_next_anchor(text, from) : from;
    for (size_t to; from < text.len && !delivery->stopped; from = to) {
        to = tj_sentence_end(text, from);
        f->opens_block = opening;
        opening &= to - from <= LONGEST_ADDRESS;
        if (f->at_home && anchor < from) anchor = tj_next_anchor(text, from);
        if (may_skip(f, text, to, anchor)) {
            f->sentence_no++;
            continue;
        }
        struct tj_mentions mentions = { 0 };
        struct tj_str sentence = tj_cut(text, from, to);
        tj_scan(f->scanner, sentence, &f->now, &mentions);
        f->told = tj_cut(text, 0, from);
        tj_read_sentence(f, sentence, &mentions);
        place_facts(f, d, block->off + from);
        tj_arena_reset(f->arena);
        tj_deliver(delivery, f, false);
    }
    f->told = text;
}

/* The document's date. A heading of a report may know the year better than its first lines, and facts before that
   heading go out before it is read. */
static struct tj_now date_of(const struct tj_frame *f, const struct tj_document *d)
{
    struct tj_frame ahead = *f;
    for (size_t i = 0; f->at_home && i < d->block_count; i++)
        if (d->blocks[i].kind != TJ_TABLE) tj_section_of_heading(&ahead, block_text(d, i));
    return ahead.now;
}

static struct tj_str date_text(struct tj_arena *arena, const struct tj_now *now)
{
    if (now->month) return tj_print(arena, "%04d-%02d-%02d", now->year, now->month, now->day);
    return now->year ? tj_print(arena, "%04d", now->year) : (struct tj_str){ 0 };
}

void tj_read_document(const struct tj_scanner *scanner, const struct tj_document *document, uint32_t region,
                      struct tj_delivery *delivery)
{
    struct tj_frame f = { .scanner = scanner,
                          .lexicon = scanner->lexicon,
                          .arena = scanner->arena,
                          .keep = delivery->keep,
                          .facts = &delivery->facts };
    f.now = document->date;
    tj_home_find(&f, document, region);
    f.topic = f.home;
    tj_home_period(&f, document);
    delivery->doc = document->name;
    delivery->title = tj_as_said(document, document->title);
    struct tj_now date = date_of(&f, document);
    delivery->date = date_text(delivery->document, &date);
    for (size_t i = 0; i < document->block_count && !delivery->stopped; i++)
        read_block(&f, document, &document->blocks[i], delivery);
    tj_deliver(delivery, &f, true);
}

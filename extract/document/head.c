/* The title of a document, from its first lines. */
#include "extract/document/head_date.h"

struct tj_str tj_block_text(const struct tj_document *d, size_t at)
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
    return !has_day(s) && tj_char_count(s) <= TJ_TITLE_CHARS && tj_holds_one(s, when) && tj_holds_one(s, what)
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
    static const char *const links[] = { "上一篇", "下一篇", "上一条", "下一条", "相关", NULL };
    return !is_numbered(s) && !tj_starts_with_one(s, links) && (names_a_genre(s) || names_a_release(s));
}

/* 首页 » …, 责任编辑：…, an address: what a web page puts around the text. */
static bool is_of_page(struct tj_str s)
{
    static const char *const words[] = { "://",      "首页",     "所在的位置", "所在位置", "当前位置",
                                         "索引号",   "网站地图", "责编",       "责任编辑", "发布时间",
                                         "更新时间", "发布日期", "来源：",     "字号",     "字体",
                                         "打印",     "浏览次数", "相关链接",   "公开日期", "上一篇",
                                         "下一篇",   "版权所有", "统一刊号",   "热线",     "通讯员",
                                         "资料图",   "记者 ",    NULL };
    bool words_of_it = false;
    for (size_t at = 0, len; at < s.len; at += len)
        words_of_it |= tj_char_at(s, at, &len) >= 0x2E80; /* no | and no 2014-03-25 */
    return !words_of_it || tj_holds_one(s, words);
}

/* A paragraph: what stands behind it is no title of the whole. */
static bool is_body(struct tj_str s)
{
    return tj_char_count(s) > TJ_TITLE_CHARS && tj_holds(s, TJ_STR("。"));
}

/* The first of the short lines before the text that has `least` characters; empty if none has. */
static struct tj_str first_line(const struct tj_document *d, size_t least)
{
    for (size_t i = 0; i < d->block_count && i < TJ_HEAD_BLOCKS; i++) {
        struct tj_str s = strip_marks(tj_block_text(d, i));
        if (is_body(s)) break;
        tj_eat(&s, TJ_STR("原标题："));
        size_t chars = tj_char_count(s);
        if (chars < least || chars > TJ_TITLE_CHARS || has_day(s) || tj_ends(s, TJ_STR("。"))) continue;
        if (!is_of_page(s) && !is_numbered(s)) return tj_trim(s);
    }
    return (struct tj_str){ 0 };
}

/* The first short line that names a kind of document or is the title of a release; else what the file says of itself; else
   the first short line before the text. */
static void find_title(struct tj_document *d)
{
    enum { LEAST = 6 }; /* characters; shorter lines of a page are mostly its menu */
    bool says = d->said_title.len && tj_char_count(d->said_title) <= TJ_TITLE_CHARS;
    if (says && (d->front || names_a_genre(d->said_title))) d->title = d->said_title;
    for (size_t i = 0; i < d->block_count && i < TJ_HEAD_BLOCKS && d->title.len == 0; i++) {
        struct tj_str s = tj_block_text(d, i);
        if (is_body(s)) break;
        if (tj_char_count(s) <= TJ_TITLE_CHARS && names_a_title(s)) d->title = strip_marks(s);
    }
    if (d->title.len == 0 && says) d->title = d->said_title;
    if (d->title.len == 0) d->title = first_line(d, LEAST);
    if (d->title.len == 0) d->title = first_line(d, 1);
}

void tj_document_head(const struct tj_lexicon *lexicon, struct tj_matcher *matcher,
                      struct tj_document *document)
{
    find_title(document);
    tj_document_date(lexicon, matcher, document);
}

#include "extract/attribute/phrase/phrase_builder.h"

#include <string.h>

#include "extract/attribute/phrase/phrase_parts.h"

void tj_builder_put(struct tj_builder *b, struct tj_str s)
{
    if (b->closed) return;
    if (b->text.len == 0) s = tj_trim(s);
    memcpy(b->text.ptr + b->text.len, s.ptr, s.len);
    memcpy(b->said.ptr + b->said.len, s.ptr, s.len);
    b->text.len += s.len;
    b->said.len += s.len;
}

/* A part of what was said, though not of the name. */
void tj_builder_put_said(struct tj_builder *b, struct tj_str s)
{
    if (b->closed) return;
    memcpy(b->said.ptr + b->said.len, s.ptr, s.len);
    b->said.len += s.len;
    b->explained = true;
}

/* Behind what is counted or done: 全行业共|完成, 口岸已|开通. */
void tj_builder_drop_adverb(struct tj_builder *b)
{
    static const char *const adverbs[] = { "共", "已", "将", NULL };
    static const char *const words[] = { "公共", "大将", "名将", NULL };
    struct tj_str so_far = tj_buffer_str(&b->text);
    if (b->closed || so_far.len <= 3 || !tj_ends_in_one(so_far, adverbs) || tj_ends_in_one(so_far, words))
        return;
    b->text.len -= 3;
    struct tj_str adverb = { b->text.ptr + b->text.len,
                             3 }; /* 已|累计运送: the other words say 累计 behind it */
    size_t at;
    if (b->said.len <= 3 || !tj_find_last(tj_buffer_str(&b->said), adverb, &at)) return;
    memmove(b->said.ptr + at, b->said.ptr + at + 3, b->said.len - at - 3);
    b->said.len -= 3;
}

void tj_builder_put_noun(struct tj_builder *b, struct tj_str s)
{
    tj_builder_put(b, s);
    b->any_noun = true;
}

void tj_builder_restart(struct tj_builder *b)
{
    b->said.len = b->text.len = b->head_len = b->verb_len = b->last_verb = b->before_verb = 0;
    b->light = b->any_noun = b->any_verb = b->explained = false;
}

/* Text that is only function words says nothing yet. */
bool tj_builder_is_idle(struct tj_builder *b)
{
    struct tj_str so_far = tj_buffer_str(&b->text);
    return so_far.len == 0 || tj_strip_edges(b->f->lexicon, so_far).len == 0;
}

/* What ends a time that says how long: 近二十天|的销售额, 一周|内. */
static const char *const within[] = { "以来的", "以来", "之内", "内", "里", "来", "的", "间", NULL };

bool tj_builder_take_time(struct tj_builder *b, const struct tj_mention *m)
{
    static const char *const before[] = { "最近", "过去", "近", "这", NULL };
    const struct tj_quantity *q = m->quantity;
    struct tj_str left = tj_cut(b->f->sentence, 0, m->off),
                  rest = tj_cut(b->f->sentence, q->end, b->f->sentence.len);
    bool time = q->unit.len && q->kind == TJ_TIME && tj_starts_with_one(rest, within);
    if (!time || (!tj_ends_in_one(left, before) && tj_starts(rest, TJ_STR("的")))) return false;
    for (size_t i = 0; before[i]; i++) {
        size_t len = tj_str_of(before[i]).len;
        if (!tj_ends(tj_buffer_str(&b->text), tj_str_of(before[i]))) continue;
        b->text.len -= len, b->said.len -= len;
        break;
    }
    b->timed = true;
    return true;
}

struct tj_str tj_without_within(struct tj_str words)
{
    for (size_t i = 0; within[i]; i++)
        if (tj_eat(&words, tj_str_of(within[i]))) break;
    return words;
}

struct tj_str tj_without_part(struct tj_str gap)
{
    static const char *const parts[] = { "中南部", "中北部", "中东部", "中西部", "东南部", "东北部",
                                         "西南部", "西北部", "大部",   "北部",   "南部",   "东部",
                                         "西部",   "中部",   "局部",   NULL };
    if (tj_starts(gap, TJ_STR("西部陆海"))) return gap;
    for (size_t i = 0; parts[i]; i++)
        if (tj_eat(&gap, tj_str_of(parts[i]))) {
            if (!tj_eat(&gap, TJ_STR("地区"))) tj_eat(&gap, TJ_STR("的部分地区"));
            break;
        }
    return gap;
}

struct tj_str tj_without_etc(struct tj_str gap)
{
    static const char *const all[] = { "国家和地区的", "国家和地区", "多个国家", "国家", "多地", "地区", "地",
                                       "省市",         "省区",       "省份",     "省",   "国",   "市" };
    if (tj_eat(&gap, TJ_STR("等")))
        for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
            if (tj_eat(&gap, tj_str_of(all[i]))) break;
    return gap;
}

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
    if (b->said.len > 3) b->said.len -= 3;
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

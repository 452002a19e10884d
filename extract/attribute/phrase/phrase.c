#include "extract/attribute/phrase/phrase_builder.h"
#include "extract/attribute/phrase/phrase_parts.h"

enum { LONGEST_HEAD = 24, LONGEST = 40, LONGEST_LIST = 100 }; /* characters */

/* Of 新增康复大学等高校 the verb and the kind are the name, the examples are not. */
static struct tj_str without_examples(struct tj_builder *b, struct tj_str s)
{
    size_t last = tj_examples_end(b->f->lexicon, s);
    if (last == s.len) return s;
    struct tj_str kind = tj_cut(s, last + sizeof "等" - 1, s.len);
    bool verb = b->verb_len <= last;
    b->phrase->examples = tj_cut(s, verb ? b->verb_len : 0, last);
    for (size_t i = 0; i < 3; i++) tj_eat(&kind, TJ_STR("的"));
    return b->verb_len && verb ? tj_join(b->f->arena, tj_cut(s, 0, b->verb_len), kind) : kind;
}

/* 密度达到|每万人260台: of how many, not of what. */
static bool is_per_many(struct tj_str words)
{
    static const struct tj_str all[] = { TJ_WORD("每万人"),   TJ_WORD("每千人"),   TJ_WORD("每百人"),
                                         TJ_WORD("每十万人"), TJ_WORD("每百万人"), TJ_WORD("每百户"),
                                         TJ_WORD("每万户"),   TJ_WORD("每亩"),     TJ_WORD("人均"),
                                         TJ_WORD("户均"),     TJ_WORD("每人"),     TJ_WORD("每户"),
                                         TJ_WORD("亩均") };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (tj_equal(words, all[i])) return true;
    return false;
}

/* The text with its brackets and examples; empty if it is too long for a name. */
static struct tj_str said_of(const struct tj_builder *b)
{
    struct tj_str said = tj_strip_edges(b->f->lexicon, tj_buffer_str(&b->said));
    return tj_char_count(said) <= LONGEST ? said : (struct tj_str){ 0 };
}

/* 民航共|发送春运旅客: how many altogether; 公共 and 共建 are words. */
static struct tj_str without_altogether(const struct tj_builder *b, struct tj_str words)
{
    static const char *const verbs[] = { "发送", "发售", "接待", "处理", "完成", "生产", "追回",
                                         "立案", "划定", "修建", "发现", "签约", "布设", "报告",
                                         "作战", "亏损", "到发", "举办", "开展", "开行", "运送",
                                         "查处", "检查", "办理", "收到", "培训", NULL };
    struct tj_str all = TJ_STR("共");
    size_t at;
    if (!tj_find(words, all, 6, &at)) return words;
    struct tj_str verb = tj_cut(words, at + all.len, words.len);
    return tj_starts_with_one(verb, verbs) ? tj_join(b->f->arena, tj_cut(words, 0, at), verb) : words;
}

static void finish(struct tj_builder *b)
{
    struct tj_phrase *p = b->phrase;
    if (!b->light && !b->any_verb) tj_leave_out_example(&b->text);
    struct tj_str all = tj_buffer_str(&b->text);
    size_t parts = !b->light ? 0 : b->head_len < all.len ? b->head_len : all.len; /* 在 fell out since */
    struct tj_str head = tj_strip_edges(b->f->lexicon, tj_cut(all, 0, parts));
    struct tj_str tail = tj_strip_edges(b->f->lexicon, tj_cut(all, parts, all.len));
    if (tj_char_count(head) > LONGEST_HEAD) head.len = 0;
    p->head = head;
    p->tail = tail;
    p->text = head.len && tail.len ? tj_join(b->f->arena, head, tail) : head.len ? head : tail;
    if (p->text.len == 0 || is_per_many(p->text)) p->text = tj_strip_edges(b->f->lexicon, b->earlier);
    struct tj_str words = without_examples(b, p->text), name = tj_keep_end(words, LONGEST);
    if (name.len < words.len && tj_holds(words, TJ_STR("、")) && tj_char_count(words) <= LONGEST_LIST)
        p->list = words;
    p->text = without_altogether(b, name);
    if (tj_char_count(p->text) > 4) tj_eat(&p->text, TJ_STR("同期")); /* 2020年|同期工业增加值 */
    if (b->explained || p->examples.len) p->said = said_of(b);
    if (p->equals && tj_ends(p->text, TJ_STR("恢复"))) p->text.len -= sizeof "恢复" - 1;
    p->scrap = tj_is_scrap(b->f->lexicon, p->text);
    if (p->scrap) p->text.len = 0;
    if (b->last_verb == all.len && b->before_verb)
        p->subject = tj_strip_edges(b->f->lexicon, tj_cut(all, 0, b->before_verb));
    if (b->last_verb && b->before_verb && b->last_verb < all.len)
        p->object_of_last = tj_strip_edges(b->f->lexicon, tj_cut(all, b->last_verb, all.len));
    size_t done = b->verb_len ? b->verb_len : b->last_verb;
    if (done && done < all.len) p->doing = tj_strip_edges(b->f->lexicon, tj_cut(all, 0, done));
    if (b->verb_len && b->verb_len < all.len)
        p->object = tj_strip_edges(b->f->lexicon, tj_cut(all, b->verb_len, all.len));
    p->verb = b->any_verb || b->light;
    p->verbs_only = b->any_verb && !b->any_noun;
}

/* The mention that closes the bracket opened by mention `i`, if it lies before `to`; else `i`. What brackets hold
   inside a name explains it and is no part of it: 地区生产总值（GDP）. */
size_t tj_bracket_end(const struct tj_frame *f, size_t i, size_t to)
{
    const struct tj_mention *open = &f->mentions->at[i];
    bool opens = open->kind == TJ_M_MARK && (open->mark == U'（' || open->mark == '(');
    for (size_t k = i + 1; opens && k < f->mentions->count && f->mentions->at[k].off < to; k++) {
        const struct tj_mention *m = &f->mentions->at[k];
        if (m->kind == TJ_M_MARK && (m->mark == U'）' || m->mark == ')')) return k;
    }
    return i;
}

size_t tj_verb_at_head(const struct tj_lexicon *lex, struct tj_str words)
{
    size_t at = 0, best = 0;
    for (int chars = 0; chars < 4 && at < words.len; chars++) {
        at += tj_char_len((unsigned char)words.ptr[at]);
        const struct tj_entry *e = tj_trie_find(lex->words, tj_cut(words, 0, at));
        while (e && e->kind != TJ_CUE) e = e->more;
        if (e && lex->cues[e->row].kind == TJ_CUE_VERB) best = at;
    }
    return best;
}

struct tj_phrase tj_phrase_before(const struct tj_frame *frame, size_t from, size_t to)
{
    struct tj_phrase phrase = { 0 };
    if (from >= to) return phrase;
    struct tj_builder b = { .f = frame, .phrase = &phrase, .to = to };
    b.text.ptr = tj_alloc_bytes(frame->arena, 2 * (to - from + 1));
    b.said.ptr = b.text.ptr + (to - from + 1);
    size_t at = from;
    for (size_t i = 0; i < frame->mentions->count; i++) {
        const struct tj_mention *m = &frame->mentions->at[i];
        if (m->off < at) continue;
        if (m->off + m->len > to) break;
        tj_phrase_take_gap(&b, at, m->off);
        size_t closed = tj_bracket_end(frame, i, to);
        if (closed == i) tj_phrase_take(&b, m);
        i = closed;
        at = frame->mentions->at[i].off + frame->mentions->at[i].len;
        bool each = m->kind == TJ_M_REGION && closed == i && !tj_is_sample(frame, i);
        if (each)
            at = tj_tally_end(frame,
                              i); /* 甘肃、青海两省流量均增长: of each; 两省|流量增长 is of both as one */
        if (frame->mentions->at[i].off > m->off)
            tj_phrase_take_bracket(&b, tj_cut(frame->sentence, m->off, at));
    }
    tj_phrase_take_gap(&b, at, to);
    finish(&b);
    return phrase;
}

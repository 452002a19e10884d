/* Names of those that are counted of a class by size: 收入过10亿元的企业148家，过100亿元的|12家. */
#include "extract/attribute/name/name_parts.h"

/* The kind of thing that the words end in: 项目 of 在建项目; empty if none. */
static struct tj_str kind_at_end(const struct tj_frame *f, struct tj_str words)
{
    for (size_t at = 0; at < words.len; at += tj_char_len((unsigned char)words.ptr[at])) {
        struct tj_str tail = tj_cut(words, at, words.len);
        if (tj_trie_find(f->lexicon->kinds, tail) || tj_trie_find(f->lexicon->owner_ends, tail)) return tail;
    }
    return (struct tj_str){ 0 };
}

/* What the class that was counted before is of: 收入 of 收入过10亿元的企业; empty if it was no class. */
static struct tj_str measured_by(struct tj_str name)
{
    static const char *const past[] = { "超过", "超", "过", "逾", "不足", NULL };
    size_t at = 0;
    while (at < name.len && (name.ptr[at] < '0' || name.ptr[at] > '9')) at++;
    if (at == name.len) return (struct tj_str){ 0 };
    struct tj_str head = tj_cut(name, 0, at);
    for (size_t i = 0; past[i]; i++)
        if (tj_ends(head, tj_str_of(past[i]))) return tj_cut(head, 0, head.len - tj_str_of(past[i]).len);
    return head;
}

bool tj_name_class(const struct tj_frame *f, struct tj_str words, struct tj_name *out)
{
    static const char *const ends[] = { "以上", "以下", NULL }, *const past[] = { "过", "超", "逾", "不足",
                                                                                  NULL };
    bool sized =
        tj_starts_with_one(words, past) && (tj_ends(words, TJ_STR("元")) || tj_ends(words, TJ_STR("人")));
    if ((!tj_ends_in_one(words, ends) && !sized) || !tj_name_is_near(f)) return false;
    struct tj_str kind = kind_at_end(f, f->name.whole);
    if (kind.len == 0) return false;
    struct tj_str of = measured_by(f->name.whole), whose = tj_join(f->arena, of, words);
    if (of.len) whose = tj_join(f->arena, whose, TJ_STR("的"));
    *out = tj_name_split(f, tj_join(f->arena, whose, kind));
    return true;
}

/* The project or building that a clause without a number names: what 全长 and 总投资 behind it are of. */
#include "extract/attribute/name/name_parts.h"

size_t tj_next_word(const struct tj_frame *f, const struct tj_trie *words, struct tj_next *next, size_t from)
{
    if (!next->known || from < next->from || from > next->at)
        *next = (struct tj_next){ from, tj_trie_next(words, f->sentence, from, f->sentence.len), true };
    return next->at;
}

static bool is_pronoun(struct tj_str words)
{
    static const struct tj_str heads[] = { TJ_WORD("这"), TJ_WORD("该"), TJ_WORD("此"),
                                           TJ_WORD("本"), TJ_WORD("其"), TJ_WORD("个") };
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (tj_starts(words, heads[i])) return true;
    return false;
}

/* Where the first project that is named between `from` and `to` ends: 水库扩容工程 behind its last kind; 0 if none is. */
static size_t thing_end(struct tj_frame *f, size_t from, size_t to)
{
    enum { NEAR = 12 }; /* bytes */
    const struct tj_trie *kinds = f->lexicon->kinds;
    static const char *const apart[] = { "、", "是", "和", "与", "及", NULL }; /* 公路、大桥 */
    size_t end = 0, len, last = 0;
    for (size_t at = tj_next_word(f, kinds, &f->kind, from); at < to && (end == 0 || at <= end + NEAR);
         at = tj_next_word(f, kinds, &f->kind, at + tj_char_len((unsigned char)f->sentence.ptr[at]))) {
        if (!tj_trie_longest(kinds, f->sentence, at, &len) || at + len > to) continue;
        bool other = end < at && end && tj_holds_one(tj_cut(f->sentence, end, at), apart);
        bool again = end && tj_equal(tj_cut(f->sentence, end - last, end), tj_cut(f->sentence, at, at + len));
        if (other || again) break;
        end = at + len;
        last = len;
    }
    return end;
}

void tj_note_thing(struct tj_frame *f, size_t from, size_t to)
{
    size_t of;
    if (tj_next_word(f, f->lexicon->kinds, &f->kind, from) >= to) return;
    if (tj_find_last(tj_cut(f->sentence, 0, to), TJ_STR("——"), &of) && of > from)
        from = of + sizeof "——" - 1; /* 重点工程——黄茅海跨海通道 */
    size_t end = thing_end(f, from, to);
    if (end == 0) return;
    struct tj_phrase p = tj_phrase_before(f, from, end);
    struct tj_str thing = p.object.len ? p.object : p.text;
    if (f->thing.len && is_pronoun(thing)) f->thing_sentence = f->sentence_no; /* 这条铁路 */
    while (tj_find(thing, TJ_STR("的"), 0, &of)) thing = tj_cut(thing, of + 3, thing.len);
    bool aim = tj_starts(thing, TJ_STR("为")) || tj_starts(thing, TJ_STR("作为")); /* 为保证主体工程完工 */
    if (aim || tj_char_count(thing) < 4 || is_pronoun(thing) || !tj_ends_in_kind(f, thing)) return;
    f->thing = tj_copy(f->keep, thing);
    f->thing_fact = f->facts->count;
    f->thing_sentence = f->sentence_no;
}

/* Quantities in a text that is nothing but text: the recogniser without any attribution. */
#include "extract/recognise/quantity.h"

/* What a word right before the number says of it: 近两千亿, 上百亿. */
static void read_before(const struct tj_lexicon *lex, struct tj_str text, size_t from, struct tj_quantity *q)
{
    size_t at = q->off;
    for (int i = 0; i < 4 && at > from && q->bound == TJ_EQ; i++) {
        at = tj_char_before(text, at);
        if (at < from) return;
        const struct tj_entry *entry = tj_trie_find(lex->before, tj_cut(text, at, q->off));
        if (entry) tj_bound_of(lex->cues[entry->row].argument, &q->bound);
    }
}

/* 近两千亿, 上百亿: where there is nothing but quantities to find, a large Chinese numeral is one by itself. */
static bool large_alone(const struct tj_lexicon *lex, struct tj_str text, size_t at, struct tj_quantity *out)
{
    struct tj_numeral n;
    if (!tj_numeral_at(text, at, lex->units, &n) || !n.chinese || n.magnitude < 4 || n.fraction) return false;
    *out = (struct tj_quantity){
        .off = at, .len = n.len, .end = at + n.len, .value = n.value, .number = n.value
    };
    out->lower = n.lower;
    out->upper = n.upper;
    out->bound = n.bound;
    out->magnitude = n.magnitude;
    out->chinese = true;
    out->bare = n.bare;
    out->vague = n.vague;
    tj_quantity_read_after(lex, text, out);
    return true;
}

bool tj_quantity_next(const struct tj_lexicon *lexicon, struct tj_arena *arena, struct tj_str text,
                      size_t from, struct tj_quantity *out)
{
    for (size_t at = from, len; at < text.len; at += len) {
        uint32_t c = tj_char_at(text, at, &len);
        bool digit = c >= '0' && c <= '9';
        if (!digit && !tj_numeral_begins(c) && c != U'翻' && c != U'半' && c != U'数' && c != U'几') continue;
        if (tj_quantity_here(lexicon, arena, text, at, out) || large_alone(lexicon, text, at, out)) {
            tj_quantity_minus(text, out, from);
            read_before(lexicon, text, from, out);
            return true;
        }
        struct tj_numeral n;
        if (digit && tj_numeral_at(text, at, lexicon->units, &n)) len = n.len;
    }
    return false;
}

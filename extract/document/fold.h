/* One line of a document cleaned: full-width letters, digits and signs to ASCII (U+FF01–FF5E, but Chinese
   punctuation stays), ASCII commas, colons and brackets beside Chinese to Chinese ones, markup tags and entities left out, blanks between Chinese and figures left out. */
#ifndef TJ_FOLD_H
#define TJ_FOLD_H

#include "extract/base/buffer.h"
#include "extract/document/document.h"

/* What cleaning builds up. */
struct tj_cleaner {
    struct tj_arena *arena;
    struct tj_buffer clean; /* its memory is the arena's */
    struct tj_step *steps;
    size_t step_count, step_room;
    bool quoted;          /* an ASCII quotation mark was opened */
    bool looked, doubles; /* whether “ was looked for in the line, and whether it has one */
    size_t line;          /* where the line in hand begins in it */
    size_t open;          /* brackets of the line that were made Chinese ones and are still open */
    size_t text_at;       /* the text offset that the next clean byte would have if it ran in step */
};

/* Begins a text that is cleaned line by line; its memory is the arena's. */
void tj_fold_begin(struct tj_cleaner *cleaner, struct tj_arena *arena, struct tj_str text);

/* Appends `line`, which begins at `off` in the document's text. */
void tj_fold_line(struct tj_cleaner *cleaner, struct tj_str line, size_t off);

/* A line by itself folded, in `arena`: for text that is no document. */
struct tj_str tj_fold(struct tj_arena *arena, struct tj_str line);

/* The end of what can be copied as it is from `from` on, which is in the line. */
size_t tj_fold_run(struct tj_str line, size_t from);

/* The length of a markup tag or a character entity that begins at `at`, or 0; *ends_line tells whether the
   tag ends a paragraph or line (p, br, div, li, tr, h1 …). */
size_t tj_markup_at(struct tj_str text, size_t at, bool *ends_line);

#endif

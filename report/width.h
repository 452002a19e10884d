/* How wide text stands on a terminal: Chinese characters take two columns, combining marks none (utf8proc's
   charwidth, from Unicode's East Asian Width). The only part that knows utf8proc. */
#ifndef TJ_WIDTH_H
#define TJ_WIDTH_H

#include "extract/base/arena.h"

/* Columns that `text` takes; it must be clean. */
size_t tj_width(struct tj_str text);

/* As much of `text` as fits into `most` columns, with … at its end if something had to go. Never cut inside a
   character or before its combining marks. */
struct tj_str tj_width_cut(struct tj_arena *arena, struct tj_str text, size_t most);

/* Text that does nothing to a terminal but stand there: control characters become blanks, marks that turn the
   direction of writing go, bytes that are no UTF-8 become U+FFFD. */
struct tj_str tj_width_clean(struct tj_arena *arena, struct tj_str text);

#endif

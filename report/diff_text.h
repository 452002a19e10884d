/* A comparison as a table for a terminal. */
#ifndef TJ_DIFF_TEXT_H
#define TJ_DIFF_TEXT_H

#include "report/diff_show.h"

struct tj_diff_text_look {
    size_t width; /* of the terminal in columns; 0: as wide as it gets */
    bool color;
};

/* Appends title, rows under their regions, and a line that sums up. Nothing is wider than the terminal: columns move
   together, the last ones go, names are shortened, and what is still too long is cut. */
void tj_diff_text(const struct tj_diff_view *view, struct tj_diff_text_look look, struct tj_buffer *out);

#endif

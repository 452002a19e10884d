/* Figures of headlines, which the text below tells again with their time and place. */
#ifndef TJ_HEADLINE_H
#define TJ_HEADLINE_H

#include "extract/attribute/bind.h"
#include "extract/document/document.h"

/* Is the block a headline, or a line of the list of contents that a news programme begins with (（3）国家将建设100个…；)? */
bool tj_is_headline(const struct tj_frame *frame, const struct tj_block *block, struct tj_str text);

/* The fact that was just bound, the last of the frame's: one of a headline is kept until a later one of the text tells the same
   number of the same thing, and takes from that the time and the place that it does not name itself. */
void tj_meet_headline(struct tj_frame *frame, const struct tj_figure *figure);

/* Are there headlines that wait? The facts can't go out before. A headline waits for so many sentences or facts only, whatever
   the size of a run. */
bool tj_headlines_wait(struct tj_frame *frame);

#endif

/* Sections of a report: what a heading says of time, and whether a plan begins. */
#ifndef TJ_SECTION_H
#define TJ_SECTION_H

#include "extract/attribute/frame.h"

/* Sets the frame's section if `line` is a heading (or begins like one) that tells it; patterns are in
   lexicon/heads.pcre. */
void tj_section_of_heading(struct tj_frame *frame, struct tj_str line);

#endif

/* Names that point back: 该装置发电量, 这一比例. */
#ifndef TJ_NAME_PRONOUN_H
#define TJ_NAME_PRONOUN_H

#include "extract/attribute/walk.h"

/* Puts what is meant in the place of what a figure's name points back with: the thing that the sentence or what the frame keeps of the ones before named in
   full, or the statistic that was told last. Does nothing where neither is found. */
void tj_name_meant(const struct tj_walk *walk, struct tj_figure *figure);

#endif

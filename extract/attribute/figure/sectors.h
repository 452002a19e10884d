/* The composition of an economy by its three sectors, told as a proportion: 三次产业结构为7.2∶59.4∶33.4. */
#ifndef TJ_SECTORS_H
#define TJ_SECTORS_H

#include "extract/attribute/frame.h"

/* Does the number at `off` of the sentence begin such a proportion? Its words must speak of sectors and its parts add up
   to a hundred. The three parts, in hundredths as quantities of their own, go to `parts` unless that is NULL. */
bool tj_sectors_at(const struct tj_frame *frame, size_t off, struct tj_quantity parts[3]);

/* The name of part `i`, 0 to 2: 第一产业比重. */
struct tj_str tj_sector_name(size_t i);

#endif

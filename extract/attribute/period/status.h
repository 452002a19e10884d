/* Whether a figure is told of what is, or of what shall be. */
#ifndef TJ_STATUS_OF_H
#define TJ_STATUS_OF_H

#include "extract/attribute/bind.h"

/* Is it promised, planned or forecast? Goes by words of the figure, its sentence and its section, and by its time. */
bool tj_is_target(const struct tj_frame *frame, const struct tj_figure *figure);

#endif

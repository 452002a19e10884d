/* How much a run has to do, found out before it begins so that the time left can be told. */
#ifndef TJ_AMOUNT_H
#define TJ_AMOUNT_H

#include "extract/document/inputs.h"

struct tj_amount {
    size_t inputs; /* files */
    size_t
        bytes; /* in them; 0 if not all are plain files, or there are so many that asking would take long */
};

/* Goes through `inputs` to their end, by name. */
struct tj_amount tj_amount_of(struct tj_inputs *inputs);

#endif

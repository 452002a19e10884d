/* A set of texts, kept as their 128-bit hashes: for telling whether an id was seen before. 16 bytes an id. */
#ifndef TJ_IDSET_H
#define TJ_IDSET_H

#include "extract/base/hash.h"

struct tj_idset {
    struct tj_hash *slots;
    size_t count, room;
};

/* Adds; false if it was there already. */
bool tj_idset_add(struct tj_idset *set, struct tj_str id);
void tj_idset_free(struct tj_idset *set);

#endif

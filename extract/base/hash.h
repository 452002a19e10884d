/* A fast hash of 128 bits, for telling texts apart (not against an enemy): two lanes of multiply and fold over
   eight bytes at a time. The same bytes give the same hash on every machine. */
#ifndef TJ_HASH_H
#define TJ_HASH_H

#include "extract/base/str.h"

struct tj_hash {
    uint64_t a, b;
};

struct tj_hash tj_hash_of(struct tj_str bytes);

/* One hash of two things in their order. */
struct tj_hash tj_hash_join(struct tj_hash first, struct tj_hash second);

/* Both lanes as 32 hexadecimal digits, terminated; returns out. */
enum { TJ_HASH_TEXT = 33 };
const char *tj_hash_text(struct tj_hash hash, char out[TJ_HASH_TEXT]);

#endif

/* What threads leave for one another: the lines of finished jobs, while jobs before them are not written yet. */
#ifndef TJ_PARCELS_H
#define TJ_PARCELS_H

#include "extract/base/buffer.h"

enum { TJ_PARCELS = 64 };

struct tj_parcel {
    size_t number; /* the job's, counted from 1; 0: the place is free */
    struct tj_buffer lines;
    size_t facts, bytes; /* of the job */
};

/* All zero is empty. The caller sees to it that one thread at a time has it. */
struct tj_parcels {
    struct tj_parcel at[TJ_PARCELS]; /* a job's place is its number's remainder */
    size_t parked;                   /* bytes in them */
};

/* Leaves `lines` of job `number`, the jobs below `written` being written, and gives an empty buffer in exchange; false
   if there is no room. */
bool tj_parcel_leave(struct tj_parcels *parcels, size_t number, size_t written, struct tj_buffer *lines,
                     size_t facts, size_t bytes);

/* The parcel of job `number`, or NULL. */
struct tj_parcel *tj_parcel_of(struct tj_parcels *parcels, size_t number);

/* Makes the place of a written parcel free. */
void tj_parcel_clear(struct tj_parcels *parcels, struct tj_parcel *parcel);

void tj_parcels_free(struct tj_parcels *parcels);

#endif

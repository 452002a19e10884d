#include "cli/parcels.h"

enum { MOST = 8 << 20, SMALL = 64 << 10 }; /* bytes: of all parcels; of a buffer that is kept for the next */

bool tj_parcel_leave(struct tj_parcels *parcels, size_t number, size_t written, struct tj_buffer *lines,
                     size_t facts, size_t bytes)
{
    if (number - written >= TJ_PARCELS || parcels->parked + lines->len > MOST) return false;
    struct tj_parcel *p = &parcels->at[number % TJ_PARCELS];
    struct tj_buffer empty = p->lines;
    *p = (struct tj_parcel){ number + 1, *lines, facts, bytes };
    *lines = empty;
    parcels->parked += p->lines.len;
    return true;
}

struct tj_parcel *tj_parcel_of(struct tj_parcels *parcels, size_t number)
{
    struct tj_parcel *p = &parcels->at[number % TJ_PARCELS];
    return p->number == number + 1 ? p : NULL;
}

void tj_parcel_clear(struct tj_parcels *parcels, struct tj_parcel *parcel)
{
    parcels->parked -= parcel->lines.len;
    parcel->number = parcel->lines.len = 0;
    if (parcel->lines.capacity > SMALL) tj_buffer_free(&parcel->lines);
}

void tj_parcels_free(struct tj_parcels *parcels)
{
    for (size_t i = 0; i < TJ_PARCELS; i++) tj_buffer_free(&parcels->at[i].lines);
}

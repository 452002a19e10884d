#include "extract/base/idset.h"

#include <stdlib.h>

#include "extract/base/arena.h"

static bool is_free(const struct tj_hash *slot) { return slot->a == 0 && slot->b == 0; }

/* Where a hash is, or would go. */
static struct tj_hash *slot_of(const struct tj_idset *set, struct tj_hash h)
{
    size_t at = (size_t)h.a & (set->room - 1);
    while (!is_free(&set->slots[at]) && (set->slots[at].a != h.a || set->slots[at].b != h.b))
        at = (at + 1) & (set->room - 1);
    return &set->slots[at];
}

static void widen(struct tj_idset *set)
{
    struct tj_idset wider = { .room = set->room ? set->room * 2 : 1024, .count = set->count };
    wider.slots = tj_must_malloc(wider.room * sizeof *wider.slots);
    memset(wider.slots, 0, wider.room * sizeof *wider.slots);
    for (size_t i = 0; i < set->room; i++)
        if (!is_free(&set->slots[i])) *slot_of(&wider, set->slots[i]) = set->slots[i];
    free(set->slots);
    *set = wider;
}

bool tj_idset_add(struct tj_idset *set, struct tj_str id)
{
    if ((set->count + 1) * 2 > set->room) widen(set);
    struct tj_hash h = tj_hash_of(id);
    if (h.a == 0 && h.b == 0) h.b = 1;
    struct tj_hash *slot = slot_of(set, h);
    if (!is_free(slot)) return false;
    *slot = h;
    set->count++;
    return true;
}

void tj_idset_free(struct tj_idset *set)
{
    free(set->slots);
    *set = (struct tj_idset){ 0 };
}

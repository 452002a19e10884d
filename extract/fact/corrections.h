/* What people found wrong in the facts, applied to the facts as they are read. A file of corrections is CSV, UTF-8,
   with the header id,field,old,new,drop,note (docs/corrections.md):

     struct tj_corrections *c = tj_corrections_new(tell, self);
     status = tj_corrections_load(c, "corrections.csv", err);
     ... for each fact: if (tj_corrections_apply(c, &fact) != TJ_FACT_DROPPED) use it
     tj_corrections_finish(c);
     tj_corrections_bad(c)    how many were told to `tell`: rows malformed, stale, or for an id that is no fact's
     tj_corrections_free(c); */
#ifndef TJ_CORRECTIONS_H
#define TJ_CORRECTIONS_H

#include "extract/base/arena.h"
#include "extract/base/status.h"
#include "extract/fact/fact.h"

struct tj_corrections;

/* `tell` gets every row that is not applied, with file, line and mend (TJ_BAD_CORRECTION). */
struct tj_corrections *tj_corrections_new(void (*tell)(void *self, const struct tj_error *err), void *self);

/* Takes the rows of one file in; several files may be. A wrong row goes to `tell`, the others stand. Fails if the
   file cannot be read or its header is another. */
enum tj_status tj_corrections_load(struct tj_corrections *c, const char *path, struct tj_error *err);

enum tj_correction { TJ_FACT_KEPT, TJ_FACT_CHANGED, TJ_FACT_DROPPED };

/* Corrects one fact; its new texts live in `c`. Without corrections (NULL) every fact is kept. A fact that comes
   twice (two files may hold it) is corrected twice and counted once. */
enum tj_correction tj_corrections_apply(struct tj_corrections *c, struct tj_fact *fact);

/* After the last fact: tells the rows whose fact never came. */
void tj_corrections_finish(struct tj_corrections *c);

/* What became of one file's rows. */
struct tj_correction_file {
    const char *path;
    size_t changed, dropped, confirmed, bad;
};

size_t tj_corrections_file_count(const struct tj_corrections *c);
const struct tj_correction_file *tj_corrections_file(const struct tj_corrections *c, size_t i);
size_t tj_corrections_bad(const struct tj_corrections *c);

void tj_corrections_free(struct tj_corrections *c);

#endif

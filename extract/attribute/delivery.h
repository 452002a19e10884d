/* Facts on their way out of a document: in runs, so that a large one takes no more memory than a small one. */
#ifndef TJ_DELIVERY_H
#define TJ_DELIVERY_H

#include "extract/attribute/frame.h"

/* Takes a run of facts, in the order of the text; they and their text are gone when it returns. False stops the
   reading. */
typedef bool tj_take_facts(void *context, struct tj_fact *facts, size_t count);

struct tj_delivery {
    struct tj_arena *keep,
        *spare; /* facts and what is carried live in `keep`; after a run the two change places */
    struct tj_arena *document; /* what lasts as long as the document */
    struct tj_facts facts;     /* not taken yet */
    tj_take_facts *take;       /* NULL: all facts stay in `facts` */
    size_t run;                /* how many facts are enough for a run */
    void *context;
    struct tj_str doc, title, date; /* the same in all facts */
    bool stopped;
};

/* Hands over what there is if it is enough for a run, or if this is the end of the document. */
void tj_deliver(struct tj_delivery *delivery, struct tj_frame *frame, bool end);

#endif

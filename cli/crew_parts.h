/* What the reading and the writing of a crew share. */
#ifndef TJ_CREW_PARTS_H
#define TJ_CREW_PARTS_H

#include <pthread.h>
#include <stdatomic.h>

#include "cli/crew.h"
#include "cli/parcels.h"
#include "cli/progress.h"

struct crew {
    const struct tj_crew_options *options;
    struct tj_crew_result result;
    pthread_mutex_t lock;
    pthread_cond_t turn;
    size_t taken, written; /* jobs handed out, jobs written */
    size_t taken_bytes;    /* of inputs, in finished jobs */
    struct tj_parcels parcels;
    bool done;
    struct tj_progress progress;
};

/* One thread's means and the job in its hands. */
struct worker {
    struct crew *crew;
    struct tj_extractor *extractor;
    struct tj_arena job; /* the item and its bytes */
    struct tj_item item;
    struct tj_hash hash; /* for a run that may be resumed */
    bool is_done;        /* in an earlier run */
    struct tj_buffer lines;
    struct tj_result result;
    struct tj_error error;
    enum tj_status status, text_status;
    size_t number;
    size_t run_facts;        /* of the job, taken in runs so far */
    struct tj_rescue rescue; /* while the document is read and nothing of it has been written */
};

/* Has the user interrupted the run? */
bool tj_crew_interrupted(void);

/* Takes the next input; false when there is none. The caller holds the lock. */
bool tj_crew_take(struct worker *w);

/* Reads it: its facts go to the sink in its turn as far as they are many, what is left is in w->lines. */
void tj_crew_read(struct worker *w);

/* Waits until all jobs before this one are written. The caller holds the lock. */
void tj_crew_wait(struct worker *w);

/* Tells how far the run is, `facts` and `bytes` of the job in hand included. The caller holds the lock. */
void tj_crew_show(struct crew *c, size_t facts, size_t bytes);

#endif

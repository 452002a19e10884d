#include "cli/crew_parts.h"

#include <signal.h>
#include <stdlib.h>

static atomic_bool interrupted; /* set by the handler: the one thing a handler may do, as it needs no lock */

static void on_interrupt(int signal_number) { interrupted = signal_number != 0; }

bool tj_crew_interrupted(void) { return interrupted; }

static void reject(struct worker *w)
{
    const struct tj_crew_options *o = w->crew->options;
    if (o->again) return;
    w->crew->result.rejected++;
    tj_progress_failed(&w->crew->progress, &w->error);
    if (!o->rejects) return;
    struct tj_buffer line = { 0 };
    tj_put_reject(&line, &w->item, &w->error);
    fwrite(line.ptr, 1, line.len, o->rejects); /* fclose tells whether it was written */
    tj_buffer_free(&line);
}

static void count_job(struct crew *c, size_t facts, size_t bytes)
{
    c->result.documents++;
    c->result.facts += facts;
    c->result.bytes += bytes;
}

/* Leaves the lines of a job that nothing has to be said of for whoever writes the jobs before it; false if there is no
   room. The caller holds the lock. */
static bool leave(struct worker *w)
{
    struct crew *c = w->crew;
    bool plain = w->status == TJ_OK && w->text_status == TJ_OK && w->result.bad_bytes == 0
                 && c->options->format != TJ_DB;
    return plain
           && tj_parcel_leave(&c->parcels, w->number, c->written, &w->lines, w->result.count,
                              w->item.bytes.len);
}

/* Writes the parcels whose turn has come. The caller holds the lock. */
static void write_parcels(struct crew *c)
{
    for (struct tj_parcel *p; (p = tj_parcel_of(&c->parcels, c->written)) != NULL; c->written++) {
        tj_sink_lines(c->options->sink, tj_buffer_str(&p->lines));
        count_job(c, p->facts, p->bytes);
        tj_parcel_clear(&c->parcels, p);
    }
}

/* Ends the job's document: its facts went ahead. */
static void put(struct worker *w)
{
    struct crew *c = w->crew;
    const struct tj_crew_options *o = c->options;
    if (o->resume)
        c->result.replaced += tj_sink_document_end(o->sink, tj_str_of(w->item.name), w->hash);
    else if (o->format != TJ_DB)
        tj_sink_lines(o->sink, tj_buffer_str(&w->lines));
    count_job(c, w->result.count, w->item.bytes.len);
    c->result.bad_bytes += w->result.bad_bytes;
    if (w->result.bad_bytes) tj_progress_damaged(&c->progress, w->item.name, w->result.bad_bytes);
}

/* The document's text could not be saved: nothing more is begun. */
static void lose_text(struct worker *w)
{
    struct crew *c = w->crew;
    if (c->options->resume) tj_sink_document_drop(c->options->sink);
    if (!c->result.text_lost) tj_tell("extract", &w->error);
    c->result.text_lost = c->done = true;
}

/* Writes a finished job when its turn has come, or leaves it to another thread. The caller holds the lock. */
static void write_job(struct worker *w)
{
    struct crew *c = w->crew;
    const struct tj_crew_options *o = c->options;
    c->taken_bytes += w->item.size;
    if (c->written != w->number && leave(w)) return;
    tj_crew_wait(w);
    if (w->status != TJ_OK)
        reject(w);
    else if (w->is_done)
        c->result.passed_over++;
    else if (w->text_status != TJ_OK)
        lose_text(w);
    else if (o->resume && w->result.stopped)
        tj_sink_document_drop(o->sink);
    else
        put(w);
    c->written++;
    write_parcels(c);
    tj_crew_show(c, 0, 0);
    pthread_cond_broadcast(&c->turn);
}

static void *work(void *argument)
{
    struct worker *w = argument;
    struct crew *c = w->crew;
    pthread_mutex_lock(&c->lock);
    while (tj_crew_take(w)) {
        pthread_mutex_unlock(&c->lock);
        tj_crew_read(w);
        pthread_mutex_lock(&c->lock);
        write_job(w);
    }
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

static void run_threads(struct crew *c, unsigned count)
{
    const struct tj_crew_options *o = c->options;
    struct worker *workers = tj_must_malloc(count * sizeof *workers);
    pthread_t *threads = tj_must_malloc(count * sizeof *threads);
    unsigned started = 0;
    for (unsigned i = 0; i < count; i++)
        workers[i] = (struct worker){ .crew = c, .extractor = tj_extractor_new(o->lexicon, &o->extract) };
    for (unsigned i = 1; i < count; i++)
        if (pthread_create(&threads[started], NULL, work, &workers[i]) == 0) started++;
    work(&workers[0]);
    for (unsigned i = 0; i < started; i++) pthread_join(threads[i], NULL);
    for (unsigned i = 0; i < count; i++) {
        tj_extractor_free(workers[i].extractor);
        tj_arena_free(&workers[i].job);
        tj_buffer_free(&workers[i].lines);
    }
    tj_parcels_free(&c->parcels);
    free(workers);
    free(threads);
}

struct tj_crew_result tj_crew_run(const struct tj_crew_options *options)
{
    struct crew c = { options, .lock = PTHREAD_MUTEX_INITIALIZER, .turn = PTHREAD_COND_INITIALIZER };
    struct sigaction on_int = { .sa_handler = on_interrupt }, before;
    interrupted = false;
    sigaction(SIGINT, &on_int, &before);
    tj_progress_start(&c.progress, &options->common, "extract");
    c.progress.in_streams = options->in_streams;
    if (c.progress.on_terminal && options->measure) c.progress.total = options->measure(options->context);
    run_threads(&c, options->threads);
    tj_progress_end(&c.progress);
    tj_progress_sum_up(&c.progress);
    sigaction(SIGINT, &before, NULL);
    c.result.interrupted = interrupted;
    return c.result;
}

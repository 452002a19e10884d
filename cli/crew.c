#include "cli/crew.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "cli/parcels.h"
#include "cli/progress.h"
#include "cli/texts.h"

enum { HOLD = 1 << 20 };

static atomic_bool interrupted; /* set by the handler: the one thing a handler may do, as it needs no lock */

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = true;
}

struct crew {
    const struct tj_crew_options *options;
    struct tj_crew_result result;
    pthread_mutex_t lock;
    pthread_cond_t turn;
    size_t taken, written; /* jobs handed out, jobs written */
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
};

/* Takes the next input; false when there is none. The caller holds the lock. */
static bool take_job(struct worker *w)
{
    struct crew *c = w->crew;
    bool more = true;
    if (c->done || interrupted || tj_sink_failed(c->options->sink)) return false;
    tj_arena_reset(&w->job);
    w->error = (struct tj_error){ 0 };
    w->status = tj_intake_take(c->options->intake, &w->job, &w->item, &more, &w->error);
    if (!more) c->done = true;
    if (more) w->number = c->taken++;
    return more;
}

/* Was the document done in an earlier run? */
static bool is_done(struct worker *w)
{
    struct crew *c = w->crew;
    w->hash = tj_hash_join(c->options->settings, tj_hash_of(w->item.bytes));
    pthread_mutex_lock(&c->lock);
    bool done = tj_sink_has(c->options->sink, tj_str_of(w->item.name), w->hash);
    pthread_mutex_unlock(&c->lock);
    return done;
}

/* The caller holds the lock. */
static void wait_turn(struct worker *w)
{
    while (w->crew->written != w->number) pthread_cond_wait(&w->crew->turn, &w->crew->lock);
}

/* Gives the sink what there is, in the job's turn: a run of facts for a database, lines for all else. False if the sink
   can take no more. */
static bool put_run(struct worker *w, const struct tj_fact *facts, size_t count)
{
    struct crew *c = w->crew;
    const struct tj_crew_options *o = c->options;
    pthread_mutex_lock(&c->lock);
    wait_turn(w);
    if (o->resume)
        tj_sink_document_facts(o->sink, tj_str_of(w->item.name), facts, count);
    else if (o->format == TJ_DB)
        tj_sink_facts(o->sink, facts, count);
    else
        tj_sink_lines(o->sink, tj_buffer_str(&w->lines));
    bool good = !tj_sink_failed(o->sink);
    pthread_mutex_unlock(&c->lock);
    w->lines.len = 0;
    return good;
}

/* A run of facts. Lines are held until there are many. */
static bool take_facts(void *context, struct tj_fact *facts, size_t count)
{
    struct worker *w = context;
    enum tj_format format = w->crew->options->format;
    for (size_t i = 0; i < count && format != TJ_DB; i++) {
        if (format == TJ_JSONL)
            tj_put_jsonl(&w->lines, &facts[i]);
        else
            tj_put_csv(&w->lines, &facts[i]);
    }
    bool due = format == TJ_DB || w->lines.len >= HOLD;
    return (!due || put_run(w, facts, count)) && !interrupted;
}

static void do_job(struct worker *w)
{
    const struct tj_crew_options *o = w->crew->options;
    struct tj_item *item = &w->item;
    w->lines.len = 0;
    w->text_status = TJ_OK;
    w->result = (struct tj_result){ 0 };
    if (w->status == TJ_OK) w->status = tj_intake_read(o->intake, &w->job, item, &w->error);
    w->is_done = o->resume && w->status == TJ_OK && is_done(w);
    if (w->status != TJ_OK || w->is_done) return;
    tj_extractor_set(w->extractor, &item->options);
    w->status = tj_extract_runs(w->extractor, item->name, item->bytes,
                                (struct tj_receiver){ take_facts, w, 0 }, &w->result, &w->error);
    if (w->status != TJ_OK) tj_item_failed(item, &w->error);
    if (w->status == TJ_OK && o->texts)
        w->text_status = tj_text_save(o->texts, item->name, w->result.text, &w->error);
}

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
    if (c->written != w->number && leave(w)) return;
    wait_turn(w);
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
    tj_progress_show(&c->progress, c->written, c->result.facts, c->result.bytes);
    pthread_cond_broadcast(&c->turn);
}

static void *work(void *argument)
{
    struct worker *w = argument;
    struct crew *c = w->crew;
    pthread_mutex_lock(&c->lock);
    while (take_job(w)) {
        pthread_mutex_unlock(&c->lock);
        do_job(w);
        pthread_mutex_lock(&c->lock);
        write_job(w);
    }
    pthread_mutex_unlock(&c->lock);
    return NULL;
}

static void free_worker(struct worker *w)
{
    tj_extractor_free(w->extractor);
    tj_arena_free(&w->job);
    tj_buffer_free(&w->lines);
}

static void run_threads(struct crew *c, unsigned count)
{
    struct worker *workers = tj_must_malloc(count * sizeof *workers);
    pthread_t *threads = tj_must_malloc(count * sizeof *threads);
    unsigned started = 0;
    for (unsigned i = 0; i < count; i++)
        workers[i] =
            (struct worker){ .crew = c,
                             .extractor = tj_extractor_new(c->options->lexicon, &c->options->extract) };
    for (unsigned i = 1; i < count; i++)
        if (pthread_create(&threads[started], NULL, work, &workers[i]) == 0) started++;
    work(&workers[0]);
    for (unsigned i = 0; i < started; i++) pthread_join(threads[i], NULL);
    for (unsigned i = 0; i < count; i++) free_worker(&workers[i]);
    tj_parcels_free(&c->parcels);
    free(workers);
    free(threads);
}

struct tj_crew_result tj_crew_run(const struct tj_crew_options *options)
{
    struct crew c = { .options = options,
                      .lock = PTHREAD_MUTEX_INITIALIZER,
                      .turn = PTHREAD_COND_INITIALIZER };
    struct sigaction on_int = { .sa_handler = on_interrupt }, before;
    interrupted = false;
    sigaction(SIGINT, &on_int, &before);
    tj_progress_start(&c.progress, &options->common, "extract");
    if (c.progress.on_terminal && options->count_inputs)
        c.progress.total = options->count_inputs(options->context);
    run_threads(&c, options->threads);
    tj_progress_end(&c.progress);
    tj_progress_sum_up(&c.progress);
    sigaction(SIGINT, &before, NULL);
    c.result.interrupted = interrupted;
    return c.result;
}

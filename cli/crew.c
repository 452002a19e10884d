#include "cli/crew.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "cli/texts.h"

enum { PROGRESS_MS = 200 };

static volatile sig_atomic_t interrupted; /* set by the handler: the one thing a handler may do */

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

struct crew {
    const struct tj_crew_options *options;
    struct tj_crew_result result;
    pthread_mutex_t lock;
    pthread_cond_t turn;
    size_t taken, written; /* jobs handed out, jobs written */
    bool done;
    bool show_progress;
    struct timespec started, shown;
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

static double seconds_since(const struct timespec *from)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - from->tv_sec) + (double)(now.tv_nsec - from->tv_nsec) / 1e9;
}

static void show_progress(struct crew *c)
{
    if (!c->show_progress || seconds_since(&c->shown) * 1000 < PROGRESS_MS) return;
    clock_gettime(CLOCK_MONOTONIC, &c->shown);
    double seconds = seconds_since(&c->started), megabytes = (double)c->result.bytes / 1e6;
    fprintf(stderr, "\r%zu documents, %zu facts, %.1f MB, %.1f MB/s ", c->result.documents, c->result.facts,
            megabytes, seconds > 0 ? megabytes / seconds : 0.0);
}

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
    w->status = tj_extract(w->extractor, item->name, item->bytes, &w->result, &w->error);
    if (w->status != TJ_OK) tj_item_failed(item, &w->error);
    if (w->status == TJ_OK && o->texts)
        w->text_status = tj_text_save(o->texts, item->name, w->result.text, &w->error);
    for (size_t i = 0; i < w->result.count && o->format != TJ_DB; i++) {
        if (o->format == TJ_JSONL)
            tj_put_jsonl(&w->lines, &w->result.facts[i]);
        else
            tj_put_csv(&w->lines, &w->result.facts[i]);
    }
}

static void reject(struct worker *w)
{
    const struct tj_crew_options *o = w->crew->options;
    if (o->again) return;
    w->crew->result.rejected++;
    tj_tell("extract", &w->error);
    if (!o->rejects) return;
    struct tj_buffer line = { 0 };
    tj_put_reject(&line, &w->item, &w->error);
    fwrite(line.ptr, 1, line.len, o->rejects); /* fclose tells whether it was written */
    tj_buffer_free(&line);
}

static void put(struct worker *w)
{
    struct crew *c = w->crew;
    const struct tj_crew_options *o = c->options;
    if (o->resume)
        c->result.replaced +=
            tj_sink_document(o->sink, tj_str_of(w->item.name), w->hash, w->result.facts, w->result.count);
    else if (o->format == TJ_DB)
        tj_sink_facts(o->sink, w->result.facts, w->result.count);
    else
        tj_sink_lines(o->sink, tj_buffer_str(&w->lines));
    c->result.documents++;
    c->result.facts += w->result.count;
    c->result.bytes += w->item.bytes.len;
    c->result.bad_bytes += w->result.bad_bytes;
    if (w->result.bad_bytes && !o->common.quiet)
        fprintf(stderr, "tongji extract: %s: %zu bytes are no characters and were read as U+FFFD\n",
                w->item.name, w->result.bad_bytes);
}

/* The document's text could not be saved: nothing more is begun. */
static void lose_text(struct worker *w)
{
    struct crew *c = w->crew;
    if (!c->result.text_lost) tj_tell("extract", &w->error);
    c->result.text_lost = c->done = true;
}

/* Writes a finished job when its turn has come. The caller holds the lock. */
static void write_job(struct worker *w)
{
    struct crew *c = w->crew;
    while (c->written != w->number) pthread_cond_wait(&c->turn, &c->lock);
    if (w->status != TJ_OK)
        reject(w);
    else if (w->is_done)
        c->result.passed_over++;
    else if (w->text_status != TJ_OK)
        lose_text(w);
    else
        put(w);
    show_progress(c);
    c->written++;
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
    free(workers);
    free(threads);
}

struct tj_crew_result tj_crew_run(const struct tj_crew_options *options)
{
    struct crew c = { .options = options,
                      .lock = PTHREAD_MUTEX_INITIALIZER,
                      .turn = PTHREAD_COND_INITIALIZER };
    struct sigaction on_int = { .sa_handler = on_interrupt }, before;
    interrupted = 0;
    sigaction(SIGINT, &on_int, &before);
    clock_gettime(CLOCK_MONOTONIC, &c.started);
    c.shown = c.started;
    c.show_progress = isatty(STDERR_FILENO) && !options->common.quiet;
    run_threads(&c, options->threads);
    if (c.show_progress) fputs("\r\033[K", stderr);
    sigaction(SIGINT, &before, NULL);
    c.result.interrupted = interrupted != 0;
    return c.result;
}

#include "cli/crew.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "extract/base/file.h"
#include "extract/base/json.h"

enum {
    LARGEST = 0x7fffffff,
    PROGRESS_MS = 200,
    HOLD = 1 << 20,
    PARCELS = 64,
    PARKED = 8 << 20,
    SMALL = 64 << 10
};

static volatile sig_atomic_t interrupted; /* set by the handler: the one thing a handler may do */

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

/* What a finished job wrote, while jobs before it are not written yet. */
struct parcel {
    size_t number; /* the job's, counted from 1; 0: the place is free */
    struct tj_buffer lines;
    size_t facts, bytes;
};

struct crew {
    const struct tj_crew_options *options;
    struct tj_crew_result result;
    pthread_mutex_t lock;
    pthread_cond_t turn;
    size_t taken, written;          /* jobs handed out, jobs written */
    struct parcel parcels[PARCELS]; /* a job's place is its number's remainder */
    size_t parked;                  /* bytes in them */
    bool done;
    bool show_progress;
    struct timespec started, shown;
};

/* One thread's means and the job in its hands. */
struct worker {
    struct crew *crew;
    struct tj_extractor *extractor;
    struct tj_arena job; /* the path and the input's bytes */
    struct tj_buffer lines;
    struct tj_result result;
    struct tj_error error;
    enum tj_status status;
    const char *path;
    size_t number, bytes;
    bool in_turn; /* all jobs before this one are written */
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
    w->status = tj_inputs_next(c->options->inputs, &w->job, &w->path, &more, &w->error);
    if (!more) c->done = true;
    if (more) w->number = c->taken++;
    return more;
}

/* The caller holds the lock. */
static void wait_turn(struct worker *w)
{
    while (w->crew->written != w->number) pthread_cond_wait(&w->crew->turn, &w->crew->lock);
    w->in_turn = true;
}

/* Writes what is ready, in its turn. */
static void write_lines(struct worker *w)
{
    struct crew *c = w->crew;
    pthread_mutex_lock(&c->lock);
    wait_turn(w);
    tj_sink_lines(c->options->sink, tj_buffer_str(&w->lines));
    pthread_mutex_unlock(&c->lock);
    w->lines.len = 0;
}

/* A run of facts: lines are held until there are many, then the job waits for its turn; a database takes none but in
   their turn. */
static bool take_facts(void *context, struct tj_fact *facts, size_t count)
{
    struct worker *w = context;
    struct crew *c = w->crew;
    enum tj_format format = c->options->format;
    if (format == TJ_DB) {
        pthread_mutex_lock(&c->lock);
        wait_turn(w);
        tj_sink_facts(c->options->sink, facts, count);
        pthread_mutex_unlock(&c->lock);
    }
    for (size_t i = 0; i < count && format != TJ_DB; i++) {
        if (format == TJ_JSONL)
            tj_put_jsonl(&w->lines, &facts[i]);
        else
            tj_put_csv(&w->lines, &facts[i]);
    }
    if (w->lines.len >= HOLD) write_lines(w);
    return !interrupted && !(w->in_turn && tj_sink_failed(c->options->sink));
}

static void do_job(struct worker *w)
{
    struct tj_str bytes = { 0 };
    w->lines.len = 0;
    w->bytes = 0;
    w->in_turn = false;
    w->result = (struct tj_result){ 0 };
    if (w->status == TJ_OK) w->status = tj_file_read(&w->job, w->path, LARGEST, &bytes, &w->error);
    if (w->status == TJ_OK)
        w->status = tj_extract_runs(w->extractor, w->path, bytes, (struct tj_taker){ take_facts, w },
                                    &w->result, &w->error);
    w->bytes = bytes.len;
}

static void reject(struct worker *w)
{
    const struct tj_crew_options *o = w->crew->options;
    w->crew->result.rejected++;
    tj_tell("extract", &w->error);
    if (!o->rejects) return;
    struct tj_buffer line = { 0 };
    tj_put(&line, TJ_STR("{\"doc\":"));
    tj_put_json(&line, tj_str_of(w->error.file));
    tj_put(&line, TJ_STR(",\"reason\":"));
    tj_put_json(&line, tj_str_of(tj_status_text(w->error.status)));
    tj_put(&line, TJ_STR(",\"note\":"));
    tj_put_json(&line, tj_str_of(w->error.note));
    tj_put(&line, TJ_STR("}\n"));
    fwrite(line.ptr, 1, line.len, o->rejects); /* fclose tells whether it was written */
    tj_buffer_free(&line);
}

/* Leaves the lines of a job that nothing has to be said of for whoever writes the jobs before it; false if there is no
   room. The caller holds the lock. */
static bool park(struct worker *w)
{
    struct crew *c = w->crew;
    bool plain = w->status == TJ_OK && w->result.bad_bytes == 0 && c->options->format != TJ_DB;
    if (!plain || w->number - c->written >= PARCELS || c->parked + w->lines.len > PARKED) return false;
    struct parcel *p = &c->parcels[w->number % PARCELS];
    struct tj_buffer empty = p->lines;
    *p = (struct parcel){ w->number + 1, w->lines, w->result.count, w->bytes };
    w->lines = empty;
    c->parked += p->lines.len;
    return true;
}

static void count_job(struct crew *c, size_t facts, size_t bytes)
{
    c->result.documents++;
    c->result.facts += facts;
    c->result.bytes += bytes;
    show_progress(c);
}

/* Writes the parcels whose turn has come. The caller holds the lock. */
static void write_parcels(struct crew *c)
{
    for (struct parcel *p; p = &c->parcels[c->written % PARCELS], p->number == c->written + 1; c->written++) {
        if (p->lines.len) tj_sink_lines(c->options->sink, tj_buffer_str(&p->lines));
        count_job(c, p->facts, p->bytes);
        c->parked -= p->lines.len;
        p->number = p->lines.len = 0;
        if (p->lines.capacity > SMALL) tj_buffer_free(&p->lines);
    }
}

/* Writes a finished job when its turn has come, or leaves it to another. The caller holds the lock. */
static void write_job(struct worker *w)
{
    struct crew *c = w->crew;
    if (c->written != w->number && park(w)) return;
    wait_turn(w);
    if (w->status != TJ_OK) {
        reject(w);
    } else {
        if (w->lines.len) tj_sink_lines(c->options->sink, tj_buffer_str(&w->lines));
        count_job(c, w->result.count, w->bytes);
        c->result.bad_bytes += w->result.bad_bytes;
        if (w->result.bad_bytes && !c->options->common.quiet)
            fprintf(stderr, "tongji extract: %s: %zu bytes are no characters and were read as U+FFFD\n",
                    w->path, w->result.bad_bytes);
    }
    c->written++;
    write_parcels(c);
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
    for (size_t i = 0; i < PARCELS; i++) tj_buffer_free(&c->parcels[i].lines);
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

/* A crew's reading: what each thread does without the others. */
#include "cli/crew_parts.h"
#include "cli/texts.h"

enum { HOLD = 1 << 20 };

static enum tj_status say_too_large(struct worker *w)
{
    const struct tj_item *item = &w->item;
    enum tj_status status =
        tj_fail(&w->error, TJ_NO_MEMORY, item->name ? item->name : item->input, item->line,
                "%zu bytes more were needed; use fewer threads (-j), or split it", w->rescue.wanted);
    if (item->name) tj_item_failed(item, &w->error);
    return status;
}

bool tj_crew_take(struct worker *w)
{
    struct crew *c = w->crew;
    bool more = true;
    if (c->done || tj_crew_interrupted() || tj_sink_failed(c->options->sink)) return false;
    tj_arena_reset(&w->job);
    w->error = (struct tj_error){ 0 };
    if (setjmp(w->rescue.back) == 0) {
        tj_rescue_set(&w->rescue);
        w->status = tj_intake_take(c->options->intake, &w->job, &w->item, &more, &w->error);
        tj_rescue_set(NULL);
    } else {
        more = true;
        w->status = say_too_large(w);
    }
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

void tj_crew_wait(struct worker *w)
{
    while (w->crew->written != w->number) pthread_cond_wait(&w->crew->turn, &w->crew->lock);
}

void tj_crew_show(struct crew *c, size_t facts, size_t bytes)
{
    tj_progress_show(&c->progress, (struct tj_far){ c->written, c->result.facts + facts,
                                                    c->result.bytes + bytes, c->taken_bytes + bytes });
}

/* Gives the sink, in the job's turn, a run of facts for a database and lines for all else; false if it can take no more.
   From here on the document cannot be given up. */
static bool put_run(struct worker *w, const struct tj_fact *facts, size_t count)
{
    struct crew *c = w->crew;
    const struct tj_crew_options *o = c->options;
    tj_rescue_set(NULL);
    pthread_mutex_lock(&c->lock);
    tj_crew_wait(w);
    if (o->resume)
        tj_sink_document_facts(o->sink, tj_str_of(w->item.name), facts, count);
    else if (o->format == TJ_DB)
        tj_sink_facts(o->sink, facts, count);
    else
        tj_sink_lines(o->sink, tj_buffer_str(&w->lines));
    bool good = !tj_sink_failed(o->sink);
    tj_crew_show(c, w->run_facts, count ? facts[count - 1].end : 0);
    pthread_mutex_unlock(&c->lock);
    w->lines.len = 0;
    return good;
}

/* A run of facts. Lines are held until there are many. */
static bool take_facts(void *context, struct tj_fact *facts, size_t count)
{
    struct worker *w = context;
    enum tj_format format = w->crew->options->format;
    w->run_facts += count;
    if (format == TJ_JSONL) tj_put_jsonl(&w->lines, facts, count);
    for (size_t i = 0; i < count && format != TJ_DB && format != TJ_JSONL; i++)
        tj_put_csv(&w->lines, &facts[i]);
    bool due = format == TJ_DB || w->lines.len >= HOLD;
    return (!due || put_run(w, facts, count)) && !tj_crew_interrupted();
}

static void read_document(struct worker *w)
{
    const struct tj_crew_options *o = w->crew->options;
    struct tj_item *item = &w->item;
    if (w->status == TJ_OK) w->status = tj_intake_read(o->intake, &w->job, item, &w->error);
    struct tj_rescue *held = tj_rescue_set(NULL); /* for the lock */
    w->is_done = o->resume && w->status == TJ_OK && is_done(w);
    tj_rescue_set(held);
    if (w->status != TJ_OK || w->is_done) return;
    tj_extractor_set(w->extractor, &item->options);
    w->status = tj_extract_runs(w->extractor, item->name, item->bytes,
                                (struct tj_receiver){ take_facts, w, 0 }, &w->result, &w->error);
    if (w->status != TJ_OK) tj_item_failed(item, &w->error);
}

/* The document is too large for the memory there is: what was taken for it is given back. */
static void give_up(struct worker *w)
{
    w->status = say_too_large(w);
    w->lines.len = 0;
    w->result = (struct tj_result){ 0 };
    tj_extractor_free(w->extractor);
    w->extractor = tj_extractor_new(w->crew->options->lexicon, &w->crew->options->extract);
}

void tj_crew_read(struct worker *w)
{
    w->lines.len = 0;
    w->run_facts = 0;
    w->text_status = TJ_OK;
    w->is_done = false;
    w->result = (struct tj_result){ 0 };
    if (setjmp(w->rescue.back) == 0) {
        tj_rescue_set(&w->rescue);
        read_document(w);
        tj_rescue_set(NULL);
    } else
        give_up(w);
    const char *texts = w->crew->options->texts;
    if (w->status == TJ_OK && !w->is_done && texts)
        w->text_status = tj_text_save(texts, w->item.name, w->result.text, &w->error);
}

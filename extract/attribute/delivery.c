#include "extract/attribute/delivery.h"

#include "extract/attribute/headline.h"

static void copy(struct tj_arena *arena, struct tj_str *s) { *s = tj_copy(arena, *s); }

static void copy_name(struct tj_arena *arena, struct tj_name *name)
{
    copy(arena, &name->owner);
    copy(arena, &name->attr);
    copy(arena, &name->whole);
    copy(arena, &name->said);
}

/* What the next sentences may need moves to the other arena, and the facts go. What the frame knows of one sentence only
   (lead, theme, behind, basis) is cleared by the next. */
static void start_run(struct tj_delivery *d, struct tj_frame *f)
{
    struct tj_arena *old = d->keep;
    copy_name(d->spare, &f->name);
    copy_name(d->spare, &f->share);
    copy_name(d->spare, &f->level);
    copy(d->spare, &f->subject);
    copy(d->spare, &f->object);
    copy(d->spare, &f->doing);
    copy(d->spare, &f->share_of);
    copy(d->spare, &f->thing);
    copy(d->spare, &f->event);
    copy(d->spare, &f->unit);
    d->keep = f->keep = d->spare;
    d->spare = old;
    d->facts = (struct tj_facts){ 0 };
    tj_arena_reset(old);
}

void tj_deliver(struct tj_delivery *d, struct tj_frame *f, bool end)
{
    if (!end && (!d->take || d->facts.count < d->run || tj_headlines_wait(f))) return;
    for (size_t i = 0; i < d->facts.count; i++) {
        struct tj_fact *fact = &d->facts.at[i];
        fact->doc = d->doc;
        fact->title = d->title;
        fact->date = d->date;
    }
    if (!d->take || d->facts.count == 0) return;
    bool more = d->take(d->context, d->facts.at, d->facts.count);
    d->stopped = d->stopped || (!more && !end);
    start_run(d, f);
}

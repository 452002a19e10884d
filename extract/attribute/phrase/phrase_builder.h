/* How a noun phrase grows, mention by mention: phrase_take.c puts into it what each says, phrase.c makes the phrase of it. */
#ifndef TJ_PHRASE_BUILDER_H
#define TJ_PHRASE_BUILDER_H

#include "extract/attribute/phrase/phrase.h"

/* What a phrase is built up from. */
struct tj_builder {
    const struct tj_frame *f;
    struct tj_phrase *phrase;
    size_t to;                     /* of the sentence: where the phrase ends */
    struct tj_buffer text;         /* in the arena; never longer than the sentence */
    size_t head_len;               /* of text, when a light verb was met */
    size_t last_verb, before_verb; /* of text, behind and before the last verb */
    size_t verb_len;               /* of text, the verbs that it begins with */
    bool sampled;                  /* a place that stood before 等 was left out */
    bool placed;                   /* a place began the name last */
    bool timed;                    /* how long the name's time is was left out */
    bool closed;                   /* what follows is no part of the name */
    bool light, any_noun, any_verb;
    bool dropped;          /* a place that stood behind 在 fell out last */
    struct tj_str earlier; /* what stood before a verb of reaching */
    struct tj_buffer said; /* text with what brackets explain; in the arena */
    bool explained;        /* a bracket stands in `said` */
};

/* Puts words into the name, as a noun if they are one; or only into what was said with it. Nothing once the phrase is closed. */
void tj_builder_put(struct tj_builder *builder, struct tj_str words);
void tj_builder_put_noun(struct tj_builder *builder, struct tj_str words);
void tj_builder_put_said(struct tj_builder *builder, struct tj_str words);

/* Forgets what was put in. */
void tj_builder_restart(struct tj_builder *builder);

/* Is all that was put in function words, which say nothing yet? */
bool tj_builder_is_idle(struct tj_builder *builder);

/* Takes an adverb off the end, behind what is counted or done: 全行业共|完成, 口岸已|开通. */
void tj_builder_drop_adverb(struct tj_builder *builder);

/* What a mention says, or the words between two of them. */
void tj_phrase_take(struct tj_builder *builder, const struct tj_mention *mention);
void tj_phrase_take_gap(struct tj_builder *builder, size_t from, size_t to);

/* 货币（M2）余额: what a bracket within explains. */
void tj_phrase_take_bracket(struct tj_builder *builder, struct tj_str bracket);

/* 近二十天的|销售额, 一周内|拦截: leaves out how long the name's time is, with the words before it; false if mention `m` is no
   such time. */
bool tj_builder_take_time(struct tj_builder *builder, const struct tj_mention *m);

/* The words behind such a time, without what ends it: |内拦截, |的销售额. */
struct tj_str tj_without_within(struct tj_str words);

/* The words behind a place that was left out, without what says which part of it (河北|中南部、山东|大部), or without the end of
   a list of samples (对沙特等|西亚国家进出口, 陕西等地|降温). */
struct tj_str tj_without_part(struct tj_str words);
struct tj_str tj_without_etc(struct tj_str words);

#endif

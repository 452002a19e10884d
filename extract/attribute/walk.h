/* The walk through one sentence, shared by the files that make its steps: sentence.c goes from mention to
   mention, meet.c takes what a word tells of promise, meet_place.c of place, meet_venue.c of where a fair is, period/ of time, figure.c turns a number into a fact. */
#ifndef TJ_WALK_H
#define TJ_WALK_H

#include "extract/attribute/bind.h"

struct tj_walk {
    struct tj_frame *f;
    size_t from;                /* where the words of the next figure begin */
    size_t clause;              /* where the clause begins */
    size_t clause_first;        /* its first mention */
    size_t idle, idle_end;      /* the subject of the clause before it, if that had no number; else both 0 */
    size_t clause_no;           /* of the sentence's clauses */
    unsigned titles;            /* depth of 《》 */
    unsigned remarks;           /* depth of brackets without a number: a comma in one ends no clause */
    struct tj_name outside;     /* what was told before the bracket that is open; empty if none is */
    struct tj_period paragraph; /* the paragraph's, before the sentence */
    size_t last;                /* the last quantity's mention: behind it no name is asked for */
    uint32_t district; /* named by a thing only, 江北 of 重庆江北国际机场; TJ_NONE if none is */
    uint32_t before_bracket; /* whose the sentence was before 中欧班列（西安） */
    size_t bracket_clause;   /* the clause of that bracket, counted from 1; 0 if none was read */
    struct tj_figure start;  /* the A of 从A到B, until B is read */
    size_t start_list;       /* how many values the A of 分别从A1、A2到B1、B2 has; else 0 */
};

static inline const struct tj_mention *tj_mention_at(const struct tj_walk *w, size_t i)
{
    return &w->f->mentions->at[i];
}

/* Is there nothing but function words between the start of the clause and byte `off` of the sentence? */
bool tj_leads_clause(const struct tj_walk *walk, size_t off);

/* 消博会今天在海南海口|开幕: a place at which an item of news has a fair or a contest held is what the item is about. */
void tj_take_venue(struct tj_walk *walk, size_t i);

/* What the walk learns from mention `i`: a place (or 全省), a period, a cue. */
void tj_meet_region(struct tj_walk *walk, size_t i);
void tj_meet_period(struct tj_walk *walk, size_t i);
void tj_meet_cue(struct tj_walk *walk, size_t i);

/* Makes the fact, or facts, of the number in mention `i`; returns the last mention that it used. */
size_t tj_read_figure(struct tj_walk *walk, size_t i);

#endif

/* Named patterns: the only place that knows PCRE2. A pattern file (extract/lexicon/NAME.pcre) holds blocks of
     = name            the pattern's name
     > text            an example that it must match from its first byte (tests run them)
     expression        PCRE2 extended syntax, one or more lines
   and before them, if it likes, a line
     ! word word …     words of which whatever one of the patterns matches holds at least one: a text without is not tried
   and '#' comment lines. All blocks of a file are tried together, first one first, at one place. */
#ifndef TJ_PATTERN_H
#define TJ_PATTERN_H

#include "extract/base/arena.h"
#include "extract/base/status.h"

struct tj_patterns; /* compiled; read-only afterwards, shared by threads */
struct tj_matcher;  /* one thread's scratch for matching */

enum { TJ_MAX_GROUPS = 8 };

struct tj_match {
    unsigned pattern;                    /* which block, from 0, in the order of the file */
    size_t len;                          /* bytes matched */
    struct tj_str groups[TJ_MAX_GROUPS]; /* what ( ) number 1, 2 … matched; empty if nothing */
};

/* Compiles a pattern file's text; `file` is its name for messages. Freed by tj_patterns_free. */
enum tj_status tj_patterns_new(struct tj_str text, const char *file, struct tj_patterns **out,
                               struct tj_error *err);
void tj_patterns_free(struct tj_patterns *patterns);

/* The number of blocks, a block's name, and its examples one a line. */
unsigned tj_patterns_count(const struct tj_patterns *patterns);
struct tj_str tj_patterns_name(const struct tj_patterns *patterns, unsigned at);
struct tj_str tj_patterns_examples(const struct tj_patterns *patterns, unsigned at);

struct tj_matcher *tj_matcher_new(void);
void tj_matcher_free(struct tj_matcher *matcher);

/* Could one of the patterns match at `at`, going by the first three characters? False is sure, true is not. A quick
   answer from the matcher's memory, which holds one file's patterns at a time. */
bool tj_match_may_begin(const struct tj_patterns *patterns, struct tj_matcher *matcher, struct tj_str text,
                        size_t at);

/* Does one of the patterns match at exactly `at` in `text`? Looks at nothing before `at`. */
bool tj_match_at(const struct tj_patterns *patterns, struct tj_matcher *matcher, struct tj_str text,
                 size_t at, struct tj_match *out);

#endif

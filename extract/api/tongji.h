/* libtongji: every statistic in a Chinese text as a record, with the bytes that prove it.

     struct tongji_error err;
     struct tongji_lexicon *lexicon;
     struct tongji_reader *reader;
     if (tongji_lexicon_new(NULL, &lexicon, &err)) ...           the reason stands in err.text
     if (tongji_reader_new(lexicon, NULL, &reader, &err)) ...
     if (tongji_read_file(reader, "report.txt", &err)) ...
     for (size_t i = 0; i < tongji_fact_count(reader); i++) {
         const struct tongji_fact *f = tongji_fact_at(reader, i);
         printf("%s %s %s %s %s\n", f->region, f->indicator, f->period, f->value, f->unit);
     }
     tongji_reader_free(reader);
     tongji_lexicon_free(lexicon);

   Build with `pkg-config --cflags --libs tongji`, or find_package(tongji) and tongji::tongji in CMake.

   Who owns what: what a _new function gives is the caller's, and goes with the _free function of the same name
   (NULL is fine). All text is UTF-8 ended by a NUL. Text and facts that a reader gives are the reader's; they live
   until its next tongji_read_ function or its end. What the caller passes is only read, and need not live longer
   than the call, but for the lexicon: it must outlive its readers.

   Threads: a lexicon is read-only and may be shared; a reader is one thread's. The library holds no global state,
   writes no file, prints nothing (but a last message when memory runs out, which ends the program), and opens no
   connection.

   Stability: within one number of the shared library (libtongji.so.0) functions keep their meaning, fields may be
   added at the end of struct tongji_fact and numbers at the end of enum tongji_status. */
#ifndef TONGJI_H
#define TONGJI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum tongji_status {
    TONGJI_OK = 0,
    TONGJI_NOT_FOUND = 1,      /* no such file or folder */
    TONGJI_CANNOT_READ = 2,    /* no permission, a folder, a device's error */
    TONGJI_EMPTY = 3,          /* nothing is in it */
    TONGJI_NO_TEXT = 4,        /* no text in an encoding that is read: UTF-8, GB18030, UTF-16 with its mark */
    TONGJI_TOO_LARGE = 5,      /* over 2 GiB */
    TONGJI_BAD_DICTIONARY = 6, /* a row of the caller's dictionaries is wrong; file and line say which */
    TONGJI_BAD_OPTION = 7,     /* a date that is none, a region that no dictionary has */
    TONGJI_FAILED = 8          /* anything else */
};

/* The reason of one failure, for people in `text`, by parts in the others. Filled only on failure; every function
   that takes one takes NULL too. */
struct tongji_error {
    enum tongji_status status;
    size_t line, column; /* from 1; 0 where there is none */
    char file[256];      /* may be empty; a long name is cut at its front */
    char text[768];      /* "file:line:column: what: what to do about it" */
};

/* What a text does not say itself. All zero (or NULL) is the default. Zero the whole struct before setting fields:
   those to come have zero as their default too. */
struct tongji_options {
    const char *date;        /* the document's, YYYY-MM-DD, or NULL: found in the text */
    const char *region;      /* the place to take where the text names none, or NULL */
    const void *reserved[6]; /* NULL */
};

/* One statistic. No pointer is NULL: what is not known is empty. Numbers are exact decimals in plain notation,
   never rounded through a binary float. docs/fact-record.md says more about each field. */
struct tongji_fact {
    const char *id;                    /* the same for the same text, whenever and wherever */
    const char *doc;                   /* the document's name, as it was given */
    const char *title, *date;          /* the document's; YYYY-MM-DD */
    uint64_t start, end;               /* bytes of `text` in tongji_text */
    uint64_t source_start, source_end; /* the same place in the bytes that were read */
    const char *text;                  /* the value expression: number and unit, both ends of a range */
    const char *sentence;              /* where it stands */
    const char *measure;               /* level growth change share multiple rank */
    const char *value;                 /* in `unit`; empty for a range */
    const char *lower, *upper;         /* of a range */
    const char *unit;                  /* canonical: 1, pp, CNY, t, m2, 人 … */
    const char *bound;                 /* eq approx ge gt le lt range */
    const char *indicator;             /* the dictionary's name if it has one, else the text's words */
    const char *indicator_raw;         /* the text's words */
    const char *indicator_code;        /* the dictionary's code */
    const char *region, *region_code;  /* official full name; GB/T 2260, or ISO 3166-1 for countries */
    const char *period;                /* 2023, 2023-Q1, 2023-01/2023-11, 2021/2025, 2023-12-31 */
    const char *status;                /* actual target */
    const char *basis;                 /* of growth and change: yoy, mom, avg, base:2012, other */
    unsigned confidence;               /* hundredths, 0 to 100 */
};

struct tongji_lexicon; /* the dictionaries, loaded */
struct tongji_reader;  /* what reads documents, one after the other, and holds the facts of the last one */

/* "0.1.0" */
const char *tongji_version(void);

/* Loads the built-in dictionaries and, on top of them, those in `folder` (NULL for none). */
enum tongji_status tongji_lexicon_new(const char *folder, struct tongji_lexicon **out,
                                      struct tongji_error *err);
void tongji_lexicon_free(struct tongji_lexicon *lexicon);

/* `options` may be NULL. On failure *out is NULL. */
enum tongji_status tongji_reader_new(const struct tongji_lexicon *lexicon,
                                     const struct tongji_options *options, struct tongji_reader **out,
                                     struct tongji_error *err);
void tongji_reader_free(struct tongji_reader *reader);

/* Other options for the documents to come; on failure the old ones stay. */
enum tongji_status tongji_reader_set(struct tongji_reader *reader, const struct tongji_options *options,
                                     struct tongji_error *err);

/* Reads one document: a file ("-" is standard input), or `size` bytes under the name `doc`. After a failure there
   are no facts, and the reader is good for the next document. */
enum tongji_status tongji_read_file(struct tongji_reader *reader, const char *path, struct tongji_error *err);
enum tongji_status tongji_read_memory(struct tongji_reader *reader, const char *doc, const void *bytes,
                                      size_t size, struct tongji_error *err);

/* The facts of the document read last, in the order of its text; NULL for an index that is not below the count. */
size_t tongji_fact_count(const struct tongji_reader *reader);
const struct tongji_fact *tongji_fact_at(const struct tongji_reader *reader, size_t index);

/* The fact as `tongji extract` writes it: one JSON object, without a line feed. It lives until the reader's next
   call of this function, too. */
const char *tongji_fact_json(struct tongji_reader *reader, size_t index);

/* The text that `start` and `end` count in, as UTF-8; its length goes to *size, if that is not NULL. */
const char *tongji_text(const struct tongji_reader *reader, size_t *size);

/* How many bytes of the document were no characters; each such place stands as U+FFFD in the text. */
size_t tongji_bad_bytes(const struct tongji_reader *reader);

#ifdef __cplusplus
}
#endif

#endif

/* What can go wrong, and where. Every function that can fail on account of its input returns one of
   these and, where a caller may want to tell a person, fills a struct tj_error. */
#ifndef TJ_STATUS_H
#define TJ_STATUS_H

#include <stddef.h>

#define TJ_STATUSES(X)                                            \
    X(TJ_OK, "ok")                                                \
    X(TJ_NO_MEMORY, "out of memory")                              \
    X(TJ_NOT_FOUND, "no such file or folder")                     \
    X(TJ_CANNOT_READ, "cannot be read")                           \
    X(TJ_CANNOT_WRITE, "cannot be written")                       \
    X(TJ_EMPTY, "is empty")                                       \
    X(TJ_NO_TEXT, "is not text in an encoding that tongji reads") \
    X(TJ_BAD_FILE, "cannot be taken apart")                       \
    X(TJ_BAD_TABLE, "table row is malformed")                     \
    X(TJ_BAD_PATTERN, "pattern does not compile")                 \
    X(TJ_BAD_FACT, "fact record is malformed")                    \
    X(TJ_BAD_RECORD, "document record is malformed")              \
    X(TJ_BAD_CORRECTION, "correction cannot be applied")          \
    X(TJ_BAD_TEMPLATE, "template is malformed")                   \
    X(TJ_BAD_USAGE, "wrong usage")                                \
    X(TJ_TOO_LARGE, "is too large")

#define TJ_STATUS_ID(id, text) id,
enum tj_status { TJ_STATUSES(TJ_STATUS_ID) TJ_STATUS_COUNT };
#undef TJ_STATUS_ID

/* The place and the reason of one failure. `file` is cut at the front if it is too long; `line` and
   `column` count from 1 and are 0 where there is none. The note says what to do about it. */
struct tj_error {
    enum tj_status status;
    char file[256];
    size_t line, column;
    char note[256];
};

/* The general words for a status, in English, never NULL. */
const char *tj_status_text(enum tj_status status);

/* Fills `err` (which may be NULL) and returns `status`, so that a failure is one statement. `file` may
   be NULL. The note is a printf format. */
enum tj_status tj_fail(struct tj_error *err, enum tj_status status, const char *file, size_t line,
                       const char *note, ...) __attribute__((format(printf, 5, 6)));

/* Writes "file:line:column: status: note" into `out`, always terminated; returns out. */
const char *tj_error_text(const struct tj_error *err, char *out, size_t size);

#endif

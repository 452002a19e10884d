/* What db.c and db_documents.c share: an open database. The only header that knows SQLite. */
#ifndef TJ_DB_PARTS_H
#define TJ_DB_PARTS_H

#include <sqlite3.h>
#include <time.h>

#include "extract/fact/db.h"

struct tj_db {
    sqlite3 *handle;
    sqlite3_stmt *statement; /* the insert, or the select */
    struct tj_arena arena;
    const char *path;
    size_t pending; /* facts in the open transaction */
    bool writes, is_new;
    bool by_document; /* transactions end only between documents */
    bool torn;        /* a document could not be put in whole */
    struct tj_part {  /* the document that is being put in */
        bool begun;
        char ids[32]; /* what its facts' ids begin with; empty without facts */
        size_t count, added;
        int old; /* facts of its older version that went */
    } part;
    struct timespec committed;                       /* when the last transaction ended */
    sqlite3_stmt *has, *find, *forget, *clear, *add; /* of the table `documents`, see db_documents.c */
};

enum { TJ_DB_BATCH = 10000 };

/* TJ_CANNOT_WRITE, or TJ_CANNOT_READ, with SQLite's words. */
enum tj_status tj_db_failed(const struct tj_db *db, struct tj_error *err);
enum tj_status tj_db_run(struct tj_db *db, const char *sql, struct tj_error *err);
enum tj_status tj_db_prepare(struct tj_db *db, const char *sql, sqlite3_stmt **out, struct tj_error *err);

/* Puts in one fact and leaves the transaction open. */
enum tj_status tj_db_insert(struct tj_db *db, const struct tj_fact *fact, bool *added, struct tj_error *err);

/* Bytes that are no UTF-8 become U+FFFD, as in JSON: SQLite takes them, but those who read it don't. */
void tj_db_mend_utf8(struct tj_buffer *cell);

/* Makes what db_documents.c needs, and lets it go. */
enum tj_status tj_db_documents_open(struct tj_db *db, struct tj_error *err);
void tj_db_documents_close(struct tj_db *db);

#endif

/* Facts in SQLite: a table `facts` with the record's columns as text, value_num, lower_num and upper_num as REAL
   beside them, primary key id; a fact whose id is there already is passed over. docs/sqlite.md has the schema. Only
   db_parts.h knows SQLite. */
#ifndef TJ_DB_H
#define TJ_DB_H

#include "extract/base/arena.h"
#include "extract/base/hash.h"
#include "extract/base/status.h"
#include "extract/fact/fact.h"

struct tj_db;

/* Opens `path` for adding facts, making it if it is not there. Facts go in by transactions. */
enum tj_status tj_db_create(const char *path, struct tj_db **out, struct tj_error *err);
/* *added is false if a fact of that id is there already. */
enum tj_status tj_db_put(struct tj_db *db, const struct tj_fact *fact, bool *added, struct tj_error *err);

/* The same for going on with a run that was stopped: facts go in by whole documents, in place, and the database
   remembers which. Between two documents the file on disk is always right, whatever ends the program. */
enum tj_status tj_db_resume(const char *path, struct tj_db **out, struct tj_error *err);

/* Is this document done, or another of the same bytes? `hash` is of all that its facts depend on. */
enum tj_status tj_db_has(struct tj_db *db, struct tj_str doc, struct tj_hash hash, bool *has,
                         struct tj_error *err);

struct tj_taken {
    size_t added;  /* facts that were not there before */
    bool replaced; /* facts of an older version of the document went */
};

/* Puts in a document, in place of what is there of its older version: its facts by any number of runs, in the order of
   the text, then the end, which a document without facts needs too. `doc` is the same in all of these calls. */
enum tj_status tj_db_document_facts(struct tj_db *db, struct tj_str doc, const struct tj_fact *facts,
                                    size_t count, struct tj_error *err);
enum tj_status tj_db_document_end(struct tj_db *db, struct tj_str doc, struct tj_hash hash,
                                  struct tj_taken *taken, struct tj_error *err);

/* A document that will not end: the open transaction, its facts and a few documents before it, is not kept. */
void tj_db_document_drop(struct tj_db *db);

/* Opens an existing one for reading, in the order of the facts' arrival. */
enum tj_status tj_db_open(const char *path, struct tj_db **out, struct tj_error *err);
enum tj_status tj_db_next(struct tj_db *db, struct tj_arena *arena, struct tj_fact *out, bool *more,
                          struct tj_error *err);

/* Closes either. With `keep` the last transaction is kept and the indexes are built; without, a new file goes
   away whole, and an old one keeps what was committed before; one that was resumed keeps all whole documents. */
enum tj_status tj_db_close(struct tj_db *db, bool keep, struct tj_error *err);

#endif

/* Which documents a database has done already, for `extract --resume`. A row says that all facts of these bytes
   are in the table `facts`; one that shares its text with an earlier document has none, as its facts are under the
   other's name, and may be needed when that one changes. */
#include "extract/fact/db_parts.h"

static const char tables[] = "CREATE TABLE IF NOT EXISTS documents (hash TEXT PRIMARY KEY, doc NOT NULL,"
                             " facts INTEGER NOT NULL, ids TEXT NOT NULL) WITHOUT ROWID;"
                             "CREATE UNIQUE INDEX IF NOT EXISTS documents_doc ON documents (doc);";

enum tj_status tj_db_documents_open(struct tj_db *db, struct tj_error *err)
{
    const struct {
        const char *sql;
        sqlite3_stmt **to;
    } statements[] = {
        { "SELECT 1 FROM documents WHERE hash = ?1"
          " AND (doc = ?2 OR NOT EXISTS (SELECT 1 FROM documents WHERE doc = ?2))",
          &db->has },
        { "SELECT ids FROM documents WHERE doc = ?1", &db->find },
        { "DELETE FROM documents WHERE doc = ?1", &db->forget },
        { "DELETE FROM facts WHERE id >= ?1 || '-' AND id < ?1 || '.' AND doc = ?2", &db->clear },
        { "INSERT OR IGNORE INTO documents VALUES (?1, ?2, ?3, ?4)", &db->add },
    };
    enum tj_status status = tj_db_run(db, tables, err);
    for (size_t i = 0; i < sizeof statements / sizeof statements[0] && status == TJ_OK; i++)
        status = tj_db_prepare(db, statements[i].sql, statements[i].to, err);
    db->by_document = true;
    clock_gettime(CLOCK_MONOTONIC, &db->committed);
    return status;
}

void tj_db_documents_close(struct tj_db *db)
{
    sqlite3_stmt *const all[] = { db->has, db->find, db->forget, db->clear, db->add };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) sqlite3_finalize(all[i]);
}

static void bind_text(sqlite3_stmt *statement, int place, struct tj_str text)
{
    sqlite3_bind_text(statement, place, text.len ? text.ptr : "", (int)text.len, SQLITE_STATIC);
}

/* Names of files may hold any bytes: those that are no UTF-8 are kept as they are, as a blob. */
static void bind_name(sqlite3_stmt *statement, int place, struct tj_str doc)
{
    if (tj_is_utf8(doc, NULL))
        bind_text(statement, place, doc);
    else
        sqlite3_bind_blob(statement, place, doc.ptr, (int)doc.len, SQLITE_STATIC);
}

/* Runs a statement that gives no rows. */
static enum tj_status step(struct tj_db *db, sqlite3_stmt *statement, struct tj_error *err)
{
    bool done = sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_reset(statement);
    return done ? TJ_OK : tj_db_failed(db, err);
}

enum tj_status tj_db_has(struct tj_db *db, struct tj_str doc, struct tj_hash hash, bool *has,
                         struct tj_error *err)
{
    char text[TJ_HASH_TEXT];
    bind_text(db->has, 1, tj_str_of(tj_hash_text(hash, text)));
    bind_name(db->has, 2, doc);
    int got = sqlite3_step(db->has);
    *has = got == SQLITE_ROW;
    sqlite3_reset(db->has);
    return got == SQLITE_ROW || got == SQLITE_DONE ? TJ_OK : tj_db_failed(db, err);
}

/* All ids of a text begin alike (see tj_extract): with what stands before the first stroke. */
static struct tj_str ids_of(const struct tj_fact *facts, size_t count)
{
    size_t stroke;
    if (count == 0 || !tj_find(facts[0].id, TJ_STR("-"), 0, &stroke)) return TJ_STR("");
    return tj_cut(facts[0].id, 0, stroke);
}

/* Takes a document's facts of one text out. */
static enum tj_status clear(struct tj_db *db, struct tj_str ids, struct tj_str doc, int *gone,
                            struct tj_error *err)
{
    struct tj_buffer name = { 0 };
    *gone = 0;
    if (ids.len == 0) return TJ_OK;
    tj_put(&name, doc);
    tj_db_mend_utf8(&name); /* as it stands in the facts */
    bind_text(db->clear, 1, ids);
    bind_text(db->clear, 2, tj_buffer_str(&name));
    enum tj_status status = step(db, db->clear, err);
    *gone = sqlite3_changes(db->handle);
    tj_buffer_free(&name);
    return status;
}

/* Takes out what the document's last version left. */
static enum tj_status clear_old(struct tj_db *db, struct tj_str doc, int *gone, struct tj_error *err)
{
    struct tj_arena arena = { 0 };
    struct tj_str ids = { 0 };
    bind_name(db->find, 1, doc);
    int got = sqlite3_step(db->find);
    if (got == SQLITE_ROW) ids = tj_copy(&arena, tj_str_of((const char *)sqlite3_column_text(db->find, 0)));
    sqlite3_reset(db->find);
    enum tj_status status = got == SQLITE_ROW || got == SQLITE_DONE ? TJ_OK : tj_db_failed(db, err);
    *gone = 0;
    if (status == TJ_OK && got == SQLITE_ROW) {
        status = clear(db, ids, doc, gone, err);
        bind_name(db->forget, 1, doc);
        if (status == TJ_OK) status = step(db, db->forget, err);
    }
    tj_arena_free(&arena);
    return status;
}

static enum tj_status add_document(struct tj_db *db, struct tj_str doc, struct tj_hash hash, size_t count,
                                   struct tj_str ids, struct tj_error *err)
{
    char text[TJ_HASH_TEXT];
    bind_text(db->add, 1, tj_str_of(tj_hash_text(hash, text)));
    bind_name(db->add, 2, doc);
    sqlite3_bind_int64(db->add, 3, (sqlite3_int64)count);
    bind_text(db->add, 4, ids);
    return step(db, db->add, err);
}

static enum tj_status commit_in_time(struct tj_db *db, struct tj_error *err)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (db->pending < TJ_DB_BATCH && now.tv_sec - db->committed.tv_sec < 2) return TJ_OK;
    db->pending = 0;
    db->committed = now;
    return tj_db_run(db, "COMMIT; BEGIN IMMEDIATE", err);
}

static enum tj_status begin(struct tj_db *db, struct tj_str doc, struct tj_error *err)
{
    if (db->part.begun) return TJ_OK;
    db->part = (struct tj_part){ .begun = true };
    return clear_old(db, doc, &db->part.old, err);
}

/* Takes out facts of the same text that an unfinished run or another program left. */
static enum tj_status begin_ids(struct tj_db *db, struct tj_str doc, struct tj_str ids, struct tj_error *err)
{
    int same;
    assert(ids.len < sizeof db->part.ids);
    memcpy(db->part.ids, ids.ptr, ids.len);
    return clear(db, tj_str_of(db->part.ids), doc, &same, err);
}

enum tj_status tj_db_document_facts(struct tj_db *db, struct tj_str doc, const struct tj_fact *facts,
                                    size_t count, struct tj_error *err)
{
    enum tj_status status = begin(db, doc, err);
    if (status == TJ_OK && db->part.count == 0) status = begin_ids(db, doc, ids_of(facts, count), err);
    for (size_t i = 0; i < count && status == TJ_OK; i++) {
        bool is_new;
        status = tj_db_insert(db, &facts[i], &is_new, err);
        db->part.added += is_new;
    }
    db->part.count += count;
    db->torn = db->torn || status != TJ_OK;
    return status;
}

enum tj_status tj_db_document_end(struct tj_db *db, struct tj_str doc, struct tj_hash hash,
                                  struct tj_taken *taken, struct tj_error *err)
{
    enum tj_status status = begin(db, doc, err);
    struct tj_part *p = &db->part;
    if (status == TJ_OK && p->added == p->count)
        status = add_document(db, doc, hash, p->count, tj_str_of(p->ids), err);
    *taken = (struct tj_taken){ .added = p->added, .replaced = p->old > 0 };
    db->pending += p->count + 1;
    *p = (struct tj_part){ 0 };
    if (status == TJ_OK) status = commit_in_time(db, err);
    db->torn = db->torn || status != TJ_OK;
    return status;
}

void tj_db_document_drop(struct tj_db *db)
{
    db->torn = db->torn || db->part.begun;
    db->part = (struct tj_part){ 0 };
}

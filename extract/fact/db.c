#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract/fact/columns.h"
#include "extract/fact/db_parts.h"
#include "extract/fact/db_schema.h"

enum tj_status tj_db_failed(const struct tj_db *db, struct tj_error *err)
{
    bool busy = sqlite3_errcode(db->handle) == SQLITE_BUSY;
    return tj_fail(err, db->writes ? TJ_CANNOT_WRITE : TJ_CANNOT_READ, db->path, 0, "%s%s",
                   sqlite3_errmsg(db->handle),
                   busy ? ": another program is using it; try again when it has ended" : "");
}

enum tj_status tj_db_run(struct tj_db *db, const char *sql, struct tj_error *err)
{
    return sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK ? TJ_OK : tj_db_failed(db, err);
}

enum tj_status tj_db_prepare(struct tj_db *db, const char *sql, sqlite3_stmt **out, struct tj_error *err)
{
    return sqlite3_prepare_v2(db->handle, sql, -1, out, NULL) == SQLITE_OK ? TJ_OK : tj_db_failed(db, err);
}

/* A database that an older tongji made lacks the columns that came later. */
static bool has_column(struct tj_db *db, size_t column)
{
    const char *sql = "SELECT 1 FROM pragma_table_info('facts') WHERE name = ?1";
    sqlite3_stmt *query = NULL;
    struct tj_str name = tj_column_name(column);
    bool has = sqlite3_prepare_v2(db->handle, sql, -1, &query, NULL) == SQLITE_OK
               && sqlite3_bind_text(query, 1, name.ptr, (int)name.len, SQLITE_STATIC) == SQLITE_OK
               && sqlite3_step(query) == SQLITE_ROW;
    sqlite3_finalize(query);
    return has;
}

static enum tj_status add_columns(struct tj_db *db, struct tj_error *err)
{
    enum tj_status status = TJ_OK;
    for (size_t c = 0; c < TJ_COLUMNS && status == TJ_OK; c++) {
        if (has_column(db, c)) continue;
        const char *type = tj_column_is_count(c) ? "INTEGER" : "TEXT";
        struct tj_str sql =
            tj_print(&db->arena, "ALTER TABLE facts ADD COLUMN \"%.*s\" %s", TJ_ARG(tj_column_name(c)), type);
        status = tj_db_run(db, sql.ptr, err);
    }
    return status;
}

static const char *insert_row(struct tj_db *db)
{
    struct tj_str names = { 0 }, marks = { 0 };
    for (size_t c = 0; c < TJ_COLUMNS; c++)
        names = tj_print(&db->arena, "%.*s\"%.*s\",", TJ_ARG(names), TJ_ARG(tj_column_name(c)));
    for (size_t c = 1; c < TJ_COLUMNS + 3; c++) marks = tj_join(&db->arena, marks, TJ_STR("?,"));
    return tj_print(&db->arena,
                    "INSERT OR IGNORE INTO facts (%.*s value_num, lower_num, upper_num) VALUES (%.*s ?)",
                    TJ_ARG(names), TJ_ARG(marks))
        .ptr;
}

static struct tj_db *new_db(const char *path, bool writes)
{
    struct tj_db *db = tj_must_malloc(sizeof *db);
    *db = (struct tj_db){ .writes = writes };
    db->path = tj_copy(&db->arena, tj_str_of(path)).ptr;
    db->is_new = access(path, F_OK) != 0;
    return db;
}

static void free_db(struct tj_db *db)
{
    tj_db_documents_close(db);
    sqlite3_finalize(db->statement);
    sqlite3_close(db->handle);
    tj_arena_free(&db->arena);
    free(db);
}

/* A file without anything in it is sink.c's temporary one, nobody else's, which is synced and renamed at the end or
   removed. */
static bool is_temporary(const char *path, bool in_place)
{
    struct stat st;
    return !in_place && stat(path, &st) == 0 && st.st_size == 0;
}

/* A temporary file needs no journal on disk, and no locks beside sink.c's own. One that was there before may only
   ever lose the transaction in hand. */
static enum tj_status open_file(struct tj_db *db, bool temporary, struct tj_error *err)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(db->path, &db->handle, flags, temporary ? "unix-none" : NULL) != SQLITE_OK)
        return tj_fail(err, TJ_CANNOT_WRITE, db->path, 0, "%s; its folder must be there and writable",
                       sqlite3_errmsg(db->handle));
    return tj_db_run(db,
                     temporary
                         ? "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA cache_size=-16000;"
                         : "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;",
                     err);
}

static enum tj_status create(const char *path, bool in_place, struct tj_db **out, struct tj_error *err)
{
    struct tj_db *db = new_db(path, true);
    enum tj_status status = open_file(db, is_temporary(path, in_place), err);
    *out = NULL;
    if (status == TJ_OK) status = tj_db_run(db, tj_db_tables(&db->arena), err);
    if (status == TJ_OK) status = add_columns(db, err);
    if (status == TJ_OK) status = tj_db_prepare(db, insert_row(db), &db->statement, err);
    if (status == TJ_OK && in_place) status = tj_db_documents_open(db, err);
    if (status == TJ_OK) status = tj_db_run(db, in_place ? "BEGIN IMMEDIATE" : "BEGIN", err);
    if (status == TJ_OK)
        *out = db;
    else {
        bool made = db->is_new && access(path, F_OK) == 0;
        free_db(db);
        if (made) unlink(path);
    }
    return status;
}

enum tj_status tj_db_create(const char *path, struct tj_db **out, struct tj_error *err)
{
    return create(path, false, out, err);
}

enum tj_status tj_db_resume(const char *path, struct tj_db **out, struct tj_error *err)
{
    return create(path, true, out, err);
}

void tj_db_mend_utf8(struct tj_buffer *cell)
{
    struct tj_str text = tj_buffer_str(cell);
    struct tj_buffer mended = { 0 };
    size_t len, good = 0;
    for (size_t at = 0; at < text.len; at += len) {
        bool is_ascii = (unsigned char)text.ptr[at] < 0x80;
        tj_char_at(text, at, &len);
        if (len > 1 || is_ascii) continue;
        tj_put(&mended, tj_cut(text, good, at));
        tj_put(&mended, TJ_STR("\uFFFD"));
        good = at + len;
    }
    if (good == 0) return;
    tj_put(&mended, tj_cut(text, good, text.len));
    tj_buffer_free(cell);
    *cell = mended;
}

static void bind_column(struct tj_db *db, struct tj_buffer *cell, const struct tj_fact *fact, size_t c)
{
    int place = (int)c + 1;
    cell->len = 0;
    tj_column_put(cell, fact, c);
    tj_db_mend_utf8(cell);
    if ((tj_column_is_decimal(c) || tj_column_is_count(c)) && cell->len == 0)
        sqlite3_bind_null(db->statement, place);
    else
        sqlite3_bind_text(db->statement, place, cell->len ? cell->ptr : "", (int)cell->len, SQLITE_TRANSIENT);
}

static void bind_real(struct tj_db *db, int place, struct tj_decimal d)
{
    if (d.known)
        sqlite3_bind_double(db->statement, place, tj_decimal_double(d));
    else
        sqlite3_bind_null(db->statement, place);
}

enum tj_status tj_db_insert(struct tj_db *db, const struct tj_fact *fact, bool *added, struct tj_error *err)
{
    struct tj_buffer cell = { 0 };
    for (size_t c = 0; c < TJ_COLUMNS; c++) bind_column(db, &cell, fact, c);
    tj_buffer_free(&cell);
    bind_real(db, TJ_COLUMNS + 1, fact->value);
    bind_real(db, TJ_COLUMNS + 2, fact->lower);
    bind_real(db, TJ_COLUMNS + 3, fact->upper);
    bool done = sqlite3_step(db->statement) == SQLITE_DONE;
    *added = done && sqlite3_changes(db->handle) > 0;
    sqlite3_reset(db->statement);
    return done ? TJ_OK : tj_db_failed(db, err);
}

enum tj_status tj_db_put(struct tj_db *db, const struct tj_fact *fact, bool *added, struct tj_error *err)
{
    enum tj_status status = tj_db_insert(db, fact, added, err);
    if (status != TJ_OK || ++db->pending < TJ_DB_BATCH) return status;
    db->pending = 0;
    return tj_db_run(db, "COMMIT; BEGIN", err);
}

static const char *select_rows(struct tj_db *db)
{
    struct tj_str names = { 0 };
    for (size_t c = 0; c < TJ_COLUMNS; c++) {
        const char *quote = c == 0 || has_column(db, c) ? "\"" : "";
        struct tj_str name = *quote ? tj_column_name(c) : TJ_STR("NULL");
        names = tj_print(&db->arena, "%.*s%s%.*s%s,", TJ_ARG(names), quote, TJ_ARG(name), quote);
    }
    return tj_print(&db->arena, "SELECT %.*s rowid FROM facts ORDER BY rowid", TJ_ARG(names)).ptr;
}

enum tj_status tj_db_open(const char *path, struct tj_db **out, struct tj_error *err)
{
    struct tj_db *db = new_db(path, false);
    enum tj_status status = TJ_OK;
    if (sqlite3_open_v2(path, &db->handle, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
        status = tj_db_failed(db, err);
    if (status == TJ_OK) status = tj_db_prepare(db, select_rows(db), &db->statement, err);
    if (status != TJ_OK && sqlite3_errcode(db->handle) == SQLITE_ERROR) /* no such table */
        status = tj_fail(err, TJ_BAD_FACT, path, 0, "no facts of tongji in this database: %s",
                         sqlite3_errmsg(db->handle));
    if (status != TJ_OK) {
        free_db(db);
        db = NULL;
    }
    *out = db;
    return status;
}

enum tj_status tj_db_next(struct tj_db *db, struct tj_arena *arena, struct tj_fact *out, bool *more,
                          struct tj_error *err)
{
    int step = sqlite3_step(db->statement);
    *more = step == SQLITE_ROW;
    *out = (struct tj_fact){ 0 };
    if (step != SQLITE_ROW) return step == SQLITE_DONE ? TJ_OK : tj_db_failed(db, err);
    for (size_t c = 0; c < TJ_COLUMNS; c++) {
        const char *bytes = (const char *)sqlite3_column_text(db->statement, (int)c);
        struct tj_str cell = { bytes ? bytes : "", (size_t)sqlite3_column_bytes(db->statement, (int)c) };
        if (!tj_is_utf8(cell, NULL))
            return tj_fail(err, TJ_BAD_FACT, db->path, 0, "%.*s of row %lld is no UTF-8; mend it there",
                           TJ_ARG(tj_column_name(c)),
                           (long long)sqlite3_column_int64(db->statement, TJ_COLUMNS));
        if (!tj_column_set(out, c, tj_copy(arena, cell)))
            return tj_fail(err, TJ_BAD_FACT, db->path, 0, "%.*s cannot be '%.*s'", TJ_ARG(tj_column_name(c)),
                           TJ_ARG(cell));
    }
    const char *wrong = tj_fact_wrong(out);
    return wrong ? tj_fail(err, TJ_BAD_FACT, db->path, 0, "%s", wrong) : TJ_OK;
}

enum tj_status tj_db_close(struct tj_db *db, bool keep, struct tj_error *err)
{
    enum tj_status status = TJ_OK;
    bool stop = !keep && db->by_document && !db->torn; /* what is done by now stays */
    if (db->writes)
        status = tj_db_run(db,
                           keep   ? tj_db_finish()
                           : stop ? "COMMIT"
                                  : "ROLLBACK",
                           keep || stop ? err : NULL);
    bool remove = db->writes && db->is_new && !db->by_document && (!keep || status != TJ_OK);
    struct tj_arena arena = db->arena; /* the path outlives the handle */
    const char *path = db->path;
    db->arena = (struct tj_arena){ 0 };
    free_db(db);
    if (remove) unlink(path);
    tj_arena_free(&arena);
    return keep || stop ? status : TJ_OK;
}

#include "cli/texts.h"

#include <errno.h>
#include <sys/stat.h>

#include "extract/base/file.h"
#include "extract/document/document.h"
#include "extract/fact/output.h"

struct tj_str tj_text_path(struct tj_arena *arena, const char *folder, const char *document)
{
    struct tj_str path = tj_str_of(folder), rest = tj_str_of(strcmp(document, "-") == 0 ? "stdin" : document);
    while (rest.len) {
        const char *slash = memchr(rest.ptr, '/', rest.len);
        struct tj_str part = tj_cut(rest, 0, slash ? (size_t)(slash - rest.ptr) : rest.len);
        rest = tj_cut(rest, part.len + (slash != NULL), rest.len);
        if (part.len == 0 || tj_equal(part, TJ_STR("."))) continue;
        if (tj_equal(part, TJ_STR(".."))) part = TJ_STR("__");
        path = tj_join(arena, tj_join(arena, path, TJ_STR("/")), part);
    }
    return tj_copy(arena, tj_join(arena, path, TJ_STR(".txt")));
}

/* Makes each folder that the path goes through. */
static enum tj_status make_folders(struct tj_arena *arena, struct tj_str path, struct tj_error *err)
{
    for (size_t at = 1; at < path.len; at++) {
        if (path.ptr[at] != '/') continue;
        struct tj_str folder = tj_copy(arena, tj_cut(path, 0, at));
        if (mkdir(folder.ptr, 0777) != 0 && errno != EEXIST)
            return tj_fail(err, TJ_CANNOT_WRITE, folder.ptr, 0, "the folder cannot be made: %s",
                           strerror(errno));
    }
    return TJ_OK;
}

enum tj_status tj_text_save(const char *folder, const char *document, struct tj_str text,
                            struct tj_error *err)
{
    struct tj_arena arena = { 0 };
    struct tj_str path = tj_text_path(&arena, folder, document);
    enum tj_status status = make_folders(&arena, path, err);
    struct tj_output output;
    if (status == TJ_OK && (status = tj_output_open(&output, path.ptr, err)) == TJ_OK) {
        status = tj_output_write(&output, text, err);
        enum tj_status closed = tj_output_close(&output, status == TJ_OK, status == TJ_OK ? err : NULL);
        if (status == TJ_OK) status = closed;
    }
    tj_arena_free(&arena);
    return status;
}

enum tj_status tj_text_read(struct tj_arena *arena, struct tj_str name, struct tj_str *text)
{
    struct tj_error err = { 0 };
    struct tj_document document = { .name = tj_copy(arena, name) };
    struct tj_str bytes;
    enum tj_status status = tj_file_read(arena, document.name.ptr, SIZE_MAX / 4, &bytes, &err);
    if (status == TJ_OK) status = tj_document_read(arena, bytes, &document, &err);
    *text = document.text;
    return status;
}

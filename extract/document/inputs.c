#include "extract/document/inputs.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "extract/base/buffer.h"

/* One folder of the walk: its names in order, a byte for the kind before each (d_type). */
struct level {
    struct tj_buffer names;
    char **order; /* into names, at the kinds */
    size_t count, next;
    size_t path_len; /* of the folder's own path */
};

struct tj_inputs {
    char *const *paths;
    size_t count, next;
    struct level *levels; /* of the folder in hand, the outermost first */
    size_t depth, room;
    struct tj_buffer path; /* of the innermost, terminated */
    const char *folder;
    size_t found; /* files in it so far */
};

struct tj_inputs *tj_inputs_new(char *const *paths, size_t count)
{
    struct tj_inputs *in = tj_must_malloc(sizeof *in);
    *in = (struct tj_inputs){ .paths = paths, .count = count };
    return in;
}

static void leave(struct tj_inputs *in)
{
    struct level *l = &in->levels[--in->depth];
    tj_buffer_free(&l->names);
    free(l->order);
}

void tj_inputs_free(struct tj_inputs *inputs)
{
    if (!inputs) return;
    while (inputs->depth) leave(inputs);
    free(inputs->levels);
    tj_buffer_free(&inputs->path);
    free(inputs);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a + 1, *(char *const *)b + 1);
}

static void read_names(DIR *folder, struct level *l)
{
    for (const struct dirent *e; (e = readdir(folder)) != NULL;) {
        if (e->d_name[0] == '.') continue;
        tj_put_char(&l->names, (char)e->d_type);
        tj_put(&l->names, (struct tj_str){ e->d_name, strlen(e->d_name) + 1 });
        l->count++;
    }
    l->order = tj_must_malloc(l->count * sizeof *l->order);
    char *name = l->names.ptr;
    for (size_t i = 0; i < l->count; i++, name += strlen(name + 1) + 2) l->order[i] = name;
    qsort(l->order, l->count, sizeof *l->order, by_name);
}

/* Goes into the folder that `path` names. */
static enum tj_status enter(struct tj_inputs *in, struct tj_error *err)
{
    DIR *folder = opendir(in->path.ptr);
    if (!folder) return tj_fail(err, TJ_CANNOT_READ, in->path.ptr, 0, "%s", strerror(errno));
    if (in->depth == in->room) {
        in->room = in->room ? in->room * 2 : 16;
        in->levels = tj_must_realloc(in->levels, in->room * sizeof *in->levels);
    }
    struct level *l = &in->levels[in->depth++];
    *l = (struct level){ .path_len = strlen(in->path.ptr) };
    read_names(folder, l);
    closedir(folder);
    return TJ_OK;
}

static void set_path(struct tj_inputs *in, size_t keep, const char *name)
{
    in->path.len = keep;
    if (keep && in->path.ptr[keep - 1] != '/') tj_put_char(&in->path, '/');
    tj_put(&in->path, (struct tj_str){ name, strlen(name) + 1 });
}

static enum tj_status open_folder(struct tj_inputs *in, const char *path, struct tj_error *err)
{
    in->folder = path;
    in->found = 0;
    set_path(in, 0, path);
    return enter(in, err);
}

/* Is it a file, or a link to one? What the folder does not tell, the file does. */
static bool is_file(const char *path, unsigned char kind)
{
    struct stat st;
    if (kind == DT_REG || kind == DT_DIR) return kind == DT_REG;
    return (kind == DT_LNK || kind == DT_UNKNOWN) && stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static bool is_folder(const char *path, unsigned char kind)
{
    struct stat st;
    return kind == DT_DIR || (kind == DT_UNKNOWN && lstat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

/* The next file of the folder in hand; *path stays NULL at its end. */
static enum tj_status walk_on(struct tj_inputs *in, struct tj_arena *arena, const char **path,
                              struct tj_error *err)
{
    while (in->depth) {
        struct level *l = &in->levels[in->depth - 1];
        if (l->next == l->count) {
            leave(in);
            continue;
        }
        const char *name = l->order[l->next++];
        set_path(in, l->path_len, name + 1);
        if (is_file(in->path.ptr, (unsigned char)name[0])) {
            in->found++;
            *path = tj_copy(arena, tj_str_of(in->path.ptr)).ptr;
            return TJ_OK;
        }
        if (!is_folder(in->path.ptr, (unsigned char)name[0]) || enter(in, err) == TJ_OK) continue;
        in->found++;
        return err ? err->status : TJ_CANNOT_READ;
    }
    if (in->found) return TJ_OK;
    return tj_fail(err, TJ_EMPTY, in->folder, 0, "the folder holds no file to read");
}

enum tj_status tj_inputs_next(struct tj_inputs *inputs, struct tj_arena *arena, const char **path, bool *more,
                              struct tj_error *err)
{
    *path = NULL;
    *more = true;
    while (inputs->depth || inputs->next < inputs->count) {
        if (inputs->depth) {
            enum tj_status status = walk_on(inputs, arena, path, err);
            if (status != TJ_OK || *path) return status;
            continue;
        }
        const char *given = inputs->paths[inputs->next++];
        struct stat st;
        bool standard = strcmp(given, "-") == 0;
        if (!standard && stat(given, &st) != 0)
            return tj_fail(err, errno == ENOENT ? TJ_NOT_FOUND : TJ_CANNOT_READ, given, 0, "%s",
                           errno == ENOENT ? "check the path" : strerror(errno));
        if (!standard && S_ISDIR(st.st_mode)) {
            enum tj_status status = open_folder(inputs, given, err);
            if (status != TJ_OK) return status;
            continue;
        }
        *path = given;
        return TJ_OK;
    }
    *more = false;
    return TJ_OK;
}

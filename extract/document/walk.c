#include "extract/document/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

/* One folder: its names in order, a byte for the kind before each (d_type). */
struct tj_level {
    struct tj_buffer names;
    char **order; /* into names, at the kinds */
    size_t count, next;
    size_t path_len; /* of the folder's own path */
};

static void leave(struct tj_walk *w)
{
    struct tj_level *l = &w->levels[--w->depth];
    tj_buffer_free(&l->names);
    free(l->order);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a + 1, *(char *const *)b + 1);
}

static void read_names(DIR *folder, struct tj_level *l)
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
static enum tj_status enter(struct tj_walk *w, struct tj_error *err)
{
    DIR *folder = opendir(w->path.ptr);
    if (!folder) return tj_fail(err, TJ_CANNOT_READ, w->path.ptr, 0, "%s", strerror(errno));
    if (w->depth == w->room) {
        w->room = w->room ? w->room * 2 : 16;
        w->levels = tj_must_realloc(w->levels, w->room * sizeof *w->levels);
    }
    struct tj_level *l = &w->levels[w->depth++];
    *l = (struct tj_level){ .path_len = strlen(w->path.ptr) };
    read_names(folder, l);
    closedir(folder);
    return TJ_OK;
}

static void set_path(struct tj_walk *w, size_t keep, const char *name)
{
    w->path.len = keep;
    if (keep && w->path.ptr[keep - 1] != '/') tj_put_char(&w->path, '/');
    tj_put(&w->path, (struct tj_str){ name, strlen(name) + 1 });
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

enum tj_status tj_walk_begin(struct tj_walk *walk, const char *path, struct tj_error *err)
{
    walk->folder = path;
    walk->found = 0;
    set_path(walk, 0, path);
    return enter(walk, err);
}

bool tj_walk_goes_on(const struct tj_walk *walk) { return walk->depth > 0; }

enum tj_status tj_walk_next(struct tj_walk *walk, struct tj_arena *arena, const char **path,
                            struct tj_error *err)
{
    struct tj_walk *w = walk;
    while (w->depth) {
        struct tj_level *l = &w->levels[w->depth - 1];
        if (l->next == l->count) {
            leave(w);
            continue;
        }
        const char *name = l->order[l->next++];
        set_path(w, l->path_len, name + 1);
        if (is_file(w->path.ptr, (unsigned char)name[0])) {
            w->found++;
            *path = tj_copy(arena, tj_str_of(w->path.ptr)).ptr;
            return TJ_OK;
        }
        if (!is_folder(w->path.ptr, (unsigned char)name[0]) || enter(w, err) == TJ_OK) continue;
        w->found++;
        return err ? err->status : TJ_CANNOT_READ;
    }
    if (w->found) return TJ_OK;
    return tj_fail(err, TJ_EMPTY, w->folder, 0, "the folder holds no file to read");
}

void tj_walk_free(struct tj_walk *walk)
{
    while (walk->depth) leave(walk);
    free(walk->levels);
    tj_buffer_free(&walk->path);
}

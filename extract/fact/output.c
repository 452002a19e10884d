#include "extract/fact/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_SHOWN = 160, RANDOM = 6, TRIES = 100 };

static enum tj_status cannot(const struct tj_output *o, struct tj_error *err)
{
    const char *mend = errno == ENOENT   ? "; create its folder first"
                       : errno == ENOSPC ? "; make room or write elsewhere"
                       : errno == EFBIG  ? "; the limit on the size of files (ulimit -f) is too low"
                                         : "";
    return tj_fail(err, TJ_CANNOT_WRITE, o->path, 0, "%s%s", strerror(errno), mend);
}

static struct tj_str folder_of(struct tj_str path)
{
    while (path.len && path.ptr[path.len - 1] != '/') path.len--;
    return path.len ? path : TJ_STR("./");
}

/* What is there already and is no plain file is written to directly: a device, a pipe. */
static bool is_special(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}

/* How the names of an output's temporary files begin; RANDOM characters follow. */
static struct tj_str temporary_head(struct tj_arena *arena, struct tj_str path)
{
    struct tj_str folder = folder_of(path);
    struct tj_str name = tj_starts(path, folder) ? tj_cut(path, folder.len, path.len) : path;
    if (name.len > NAME_SHOWN) name.len = tj_char_before(name, NAME_SHOWN + 1);
    return tj_print(arena, ".tongji-%.*s-", TJ_ARG(name));
}

void tj_output_clean(const char *path)
{
    struct tj_arena arena = { 0 };
    char real[PATH_MAX];
    struct tj_str target = tj_str_of(realpath(path, real) ? real : path);
    struct tj_str head = temporary_head(&arena, target);
    DIR *folder = opendir(tj_copy(&arena, folder_of(target)).ptr);
    for (struct dirent *e; folder && (e = readdir(folder)) != NULL;) {
        struct tj_str name = tj_str_of(e->d_name);
        if (name.len != head.len + RANDOM || !tj_starts(name, head)) continue;
        int fd = openat(dirfd(folder), e->d_name, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
        if (fd < 0) continue;
        if (flock(fd, LOCK_EX | LOCK_NB) == 0) unlinkat(dirfd(folder), e->d_name, 0);
        close(fd);
    }
    if (folder) closedir(folder);
    tj_arena_free(&arena);
}

/* Is the file still there, or did somebody take it for a stale one before it was locked? */
static bool is_linked(int fd)
{
    struct stat st;
    return fstat(fd, &st) == 0 && st.st_nlink > 0;
}

static int make_temporary(struct tj_output *o)
{
    struct tj_str head = temporary_head(&o->arena, tj_str_of(o->path));
    tj_output_clean(o->path);
    for (int i = 0; i < TRIES; i++) {
        o->temporary = tj_print(&o->arena, "%s%.*sXXXXXX", o->folder, TJ_ARG(head)).ptr;
        int fd = mkostemp((char *)(uintptr_t)o->temporary, O_CLOEXEC); /* ours: just printed */
        if (fd < 0 || flock(fd, LOCK_EX) != 0 || is_linked(fd)) return fd;
        close(fd);
    }
    return -1;
}

enum tj_status tj_output_open(struct tj_output *output, const char *path, struct tj_error *err)
{
    *output = (struct tj_output){ .fd = -1 };
    struct tj_output *o = output;
    char real[PATH_MAX];
    const char *target = realpath(path, real) ? real : path; /* a link stays one */
    o->path = o->temporary = tj_copy(&o->arena, tj_str_of(target)).ptr;
    o->folder = tj_copy(&o->arena, folder_of(tj_str_of(o->path))).ptr;
    if (strcmp(path, "-") == 0) {
        o->fd = STDOUT_FILENO;
        o->path = "standard output";
        return TJ_OK;
    }
    if (access(target, F_OK) == 0 && access(target, W_OK) != 0) {
        errno = EACCES;
    } else if (is_special(path)) {
        o->fd = open(path, O_WRONLY | O_CLOEXEC);
    } else {
        o->fd = make_temporary(o);
        o->renames = true;
    }
    if (o->fd >= 0) return TJ_OK;
    enum tj_status status = cannot(o, err);
    tj_arena_free(&o->arena);
    return status;
}

enum tj_status tj_output_begin(struct tj_output *output, const char *path, struct tj_error *err)
{
    struct stat st;
    bool standard = strcmp(path, "-") == 0;
    if (standard || is_special(path))
        return tj_fail(err, TJ_CANNOT_WRITE, path, 0, "it is %s; this kind of output needs a file",
                       standard ? "standard output" : "a device or a pipe");
    if (stat(path, &st) == 0 ? S_ISDIR(st.st_mode) : tj_ends(tj_str_of(path), TJ_STR("/")))
        return tj_fail(err, TJ_CANNOT_WRITE, path, 0, "it is a folder; name a file in it");
    return tj_output_open(output, path, err);
}

enum tj_status tj_output_write(struct tj_output *output, struct tj_str bytes, struct tj_error *err)
{
    while (bytes.len > 0) {
        ssize_t put = write(output->fd, bytes.ptr, bytes.len);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return cannot(output, err);
        bytes = tj_cut(bytes, (size_t)put, bytes.len);
    }
    return TJ_OK;
}

/* The new name is safe only when the folder is on disk too. */
static void sync_folder(const struct tj_output *o)
{
    int fd = open(o->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return;
    fsync(fd); /* some file systems can't; the file itself is safe */
    close(fd);
}

static mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static enum tj_status put_in_place(struct tj_output *o, struct tj_error *err)
{
    if (fchmod(o->fd, usual_mode()) != 0 || fsync(o->fd) != 0) return cannot(o, err);
    if (rename(o->temporary, o->path) != 0) return cannot(o, err);
    sync_folder(o);
    return TJ_OK;
}

enum tj_status tj_output_close(struct tj_output *output, bool keep, struct tj_error *err)
{
    struct tj_output *o = output;
    enum tj_status status = TJ_OK;
    if (o->renames && keep) status = put_in_place(o, err);
    if (o->renames && (!keep || status != TJ_OK)) unlink(o->temporary);
    if (o->fd >= 0 && o->fd != STDOUT_FILENO && close(o->fd) != 0 && status == TJ_OK && keep)
        status = cannot(o, err);
    tj_arena_free(&o->arena);
    o->fd = -1;
    return status;
}

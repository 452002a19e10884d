#include "report/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100 };

static enum tj_status fail(const char *path, struct tj_error *err)
{
    return tj_fail(err, TJ_CANNOT_WRITE, path, 0, "%s", strerror(errno));
}

static enum tj_status check_target(struct tj_output *out, const char *path, struct tj_error *err)
{
    struct stat is;
    if (strlen(path) >= sizeof out->path - 32)
        return tj_fail(err, TJ_CANNOT_WRITE, path, 0, "the name is too long");
    memcpy(out->path, path, strlen(path) + 1); /* fits: checked above */
    if (stat(path, &is) != 0) {
        char *slash = strrchr(path, '/');
        return slash && slash[1] == '\0' ? tj_fail(err, TJ_CANNOT_WRITE, path, 0, "is the name of a folder")
                                         : TJ_OK;
    }
    if (!S_ISREG(is.st_mode))
        return tj_fail(err, TJ_CANNOT_WRITE, path, 0, "is %s; a workbook needs a file",
                       S_ISDIR(is.st_mode) ? "a folder" : "a device or a pipe");
    if (!realpath(path, out->path)) return fail(path, err);
    return access(out->path, W_OK) == 0 ? TJ_OK : fail(path, err);
}

static void set_folder(struct tj_output *out)
{
    memcpy(out->folder, out->path, sizeof out->folder);
    char *slash = strrchr(out->folder, '/');
    if (!slash)
        memcpy(out->folder, ".", 2);
    else
        slash[slash == out->folder] = '\0';
}

/* Not mkstemp: the file's rights are those that the umask gives. */
static enum tj_status make_temporary(struct tj_output *out, struct tj_error *err)
{
    for (int i = 0; i < TRIES; i++) {
        int len = snprintf(out->temporary, sizeof out->temporary, "%s/.tongji-%ld-%d.tmp", out->folder,
                           (long)getpid(), i);
        if (len < 0 || (size_t)len >= sizeof out->temporary)
            return tj_fail(err, TJ_CANNOT_WRITE, out->path, 0, "the name is too long");
        int fd = open(out->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd >= 0) {
            close(fd);
            return TJ_OK;
        }
        if (errno != EEXIST) break;
    }
    return tj_fail(err, TJ_CANNOT_WRITE, out->path, 0, "no file can be made in its folder: %s",
                   strerror(errno));
}

enum tj_status tj_output_begin(struct tj_output *out, const char *path, struct tj_error *err)
{
    enum tj_status status = check_target(out, path, err);
    if (status) return status;
    set_folder(out);
    return make_temporary(out, err);
}

static bool sync_file(const char *path)
{
    int fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0) return false;
    bool synced = fsync(fd) == 0;
    return close(fd) == 0 && synced;
}

enum tj_status tj_output_end(struct tj_output *out, bool keep, struct tj_error *err)
{
    if (keep && sync_file(out->temporary) && rename(out->temporary, out->path) == 0) return TJ_OK;
    int why = errno;
    unlink(out->temporary);
    errno = why;
    return keep ? fail(out->path, err) : TJ_OK;
}

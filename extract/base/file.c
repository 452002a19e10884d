#include "extract/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_ROOM = 64 * 1024 };

static enum tj_status cannot(struct tj_error *err, const char *path)
{
    enum tj_status status = errno == ENOENT ? TJ_NOT_FOUND : TJ_CANNOT_READ;
    return tj_fail(err, status, path, 0, "%s", errno == ENOENT ? "check the path" : strerror(errno));
}

/* Reads to the end, growing as it goes: a size that the system tells beforehand is only a hint. */
static enum tj_status read_all(struct tj_arena *arena, int fd, const char *path, size_t hint, size_t most,
                               struct tj_str *out, struct tj_error *err)
{
    size_t room = hint ? hint + 1 : FIRST_ROOM, len = 0;
    char *bytes = tj_alloc_bytes(arena, room);
    for (;;) {
        if (len == room) bytes = tj_grow(arena, bytes, len, &room, 1);
        ssize_t got = read(fd, bytes + len, room - len);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return cannot(err, path);
        if (got == 0) break;
        len += (size_t)got;
        if (len > most) return tj_fail(err, TJ_TOO_LARGE, path, 0, "more than %zu bytes", most);
    }
    *out = (struct tj_str){ bytes, len };
    return TJ_OK;
}

enum tj_status tj_file_read(struct tj_arena *arena, const char *path, size_t most, struct tj_str *out,
                            struct tj_error *err)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return cannot(err, path);
    struct stat st;
    enum tj_status status = TJ_OK;
    if (fstat(fd, &st) != 0)
        status = cannot(err, path);
    else if (S_ISDIR(st.st_mode))
        status = tj_fail(err, TJ_CANNOT_READ, path, 0, "it is a folder");
    else if (S_ISREG(st.st_mode) && (uintmax_t)st.st_size > most)
        status = tj_fail(err, TJ_TOO_LARGE, path, 0, "more than %zu bytes", most);
    size_t hint = S_ISREG(st.st_mode) ? (size_t)st.st_size : 0;
    if (status == TJ_OK) status = read_all(arena, fd, path, hint, most, out, err);
    if (!standard) close(fd);
    return status;
}

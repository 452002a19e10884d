#include "extract/base/lines.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROOM = 256 * 1024 };

static enum tj_status cannot(const struct tj_lines *lines, struct tj_error *err)
{
    enum tj_status status = errno == ENOENT ? TJ_NOT_FOUND : TJ_CANNOT_READ;
    return tj_fail(err, status, lines->path, 0, "%s", errno == ENOENT ? "check the path" : strerror(errno));
}

enum tj_status tj_lines_open(struct tj_lines *lines, const char *path, size_t most, struct tj_error *err)
{
    bool standard = strcmp(path, "-") == 0;
    struct stat st;
    *lines = (struct tj_lines){ .path = standard ? "standard input" : path, .most = most };
    lines->fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (lines->fd < 0) return cannot(lines, err);
    if (fstat(lines->fd, &st) != 0 || !S_ISDIR(st.st_mode)) return TJ_OK;
    tj_lines_close(lines);
    return tj_fail(err, TJ_CANNOT_READ, path, 0, "it is a folder");
}

/* Moves what is there to the front and makes room behind it; false if there is no memory for that. */
static bool make_room(struct tj_lines *lines)
{
    struct tj_buffer *b = &lines->bytes;
    if (lines->at > 0) {
        memmove(b->ptr, b->ptr + lines->at, b->len - lines->at);
        b->len -= lines->at;
        lines->at = 0;
    }
    return b->capacity - b->len >= ROOM || tj_buffer_may_widen(b, ROOM);
}

/* Reads more behind what is there; sets `ended` where there is no more. */
static enum tj_status fill(struct tj_lines *lines, struct tj_error *err)
{
    struct tj_buffer *b = &lines->bytes;
    if (!make_room(lines)) return TJ_NO_MEMORY;
    char *room = tj_buffer_room(b, ROOM);
    ssize_t got;
    do got = read(lines->fd, room, ROOM);
    while (got < 0 && errno == EINTR);
    if (got <= 0) lines->ended = true;
    if (got < 0) b->len = 0; /* half a line is none */
    if (got > 0) b->len += (size_t)got;
    return got < 0 ? cannot(lines, err) : TJ_OK;
}

/* Drops what has been read of a line that is too long, or more than there is memory for; its end is looked for in what
   comes. */
static enum tj_status skip_line(struct tj_lines *lines, enum tj_status why, struct tj_error *err)
{
    struct tj_buffer *b = &lines->bytes;
    for (;;) {
        size_t left = b->len - lines->at;
        const char *end = left ? memchr(b->ptr + lines->at, '\n', left) : NULL;
        lines->at = end ? (size_t)(end - b->ptr) + 1 : b->len;
        if (end || lines->ended) break;
        enum tj_status status = fill(lines, err);
        if (status == TJ_NO_MEMORY)
            lines->ended = true; /* not even for a piece of it */
        else if (status != TJ_OK)
            return status;
    }
    if (why == TJ_NO_MEMORY)
        return tj_fail(err, why, lines->path, lines->line, "the line has more than %zu bytes; split it",
                       b->capacity);
    return tj_fail(err, why, lines->path, lines->line, "a line has more than %zu bytes", lines->most);
}

enum tj_status tj_lines_next(struct tj_lines *lines, struct tj_str *line, bool *more, struct tj_error *err)
{
    struct tj_buffer *b = &lines->bytes;
    size_t searched = 0;
    const char *end = NULL;
    *more = true;
    while (!end) {
        size_t from = lines->at + searched;
        if (b->len > from) end = memchr(b->ptr + from, '\n', b->len - from);
        searched = b->len - lines->at;
        if (end || lines->ended) break;
        if (searched > lines->most) {
            lines->line++;
            return skip_line(lines, TJ_TOO_LARGE, err);
        }
        enum tj_status status = fill(lines, err);
        if (status == TJ_NO_MEMORY) {
            lines->line++;
            return skip_line(lines, status, err);
        }
        if (status != TJ_OK) return status;
    }
    *more = end || b->len > lines->at;
    if (!*more) return TJ_OK;
    lines->line++;
    size_t stop = end ? (size_t)(end - b->ptr) : b->len;
    *line = tj_cut(tj_buffer_str(b), lines->at, stop);
    lines->at = end ? stop + 1 : stop;
    if (line->len > lines->most)
        return tj_fail(err, TJ_TOO_LARGE, lines->path, lines->line, "a line has more than %zu bytes",
                       lines->most);
    if (line->len && line->ptr[line->len - 1] == '\r') line->len--;
    return TJ_OK;
}

void tj_lines_close(struct tj_lines *lines)
{
    if (lines->fd > STDIN_FILENO) close(lines->fd);
    lines->fd = -1;
    tj_buffer_free(&lines->bytes);
}

/* A folder and the folders in it, in the order of names. Hidden files and folders are passed over, links to folders
   are not followed. */
#ifndef TJ_WALK_H
#define TJ_WALK_H

#include "extract/base/arena.h"
#include "extract/base/buffer.h"
#include "extract/base/status.h"

struct tj_level;

/* All zero is no walk. */
struct tj_walk {
    struct tj_level *levels; /* of the folder in hand, the outermost first; names only */
    size_t depth, room;
    struct tj_buffer path; /* of the innermost, terminated */
    const char *folder;    /* what was asked for */
    size_t found;          /* files in it so far */
};

/* Begins with the folder `path`, which must live as long. TJ_CANNOT_READ. */
enum tj_status tj_walk_begin(struct tj_walk *walk, const char *path, struct tj_error *err);

bool tj_walk_goes_on(const struct tj_walk *walk);

/* The next file's path, copied into `arena`; *path stays NULL at the end. A folder that cannot be opened is a failure
   that names it, and so is one without a file at all (TJ_EMPTY); the next call goes on behind it. */
enum tj_status tj_walk_next(struct tj_walk *walk, struct tj_arena *arena, const char **path,
                            struct tj_error *err);

void tj_walk_free(struct tj_walk *walk);

#endif

#include "extract/document/inputs.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "extract/base/lines.h"
#include "extract/document/walk.h"

enum { LONGEST_NAME = 1 << 20 };

struct tj_inputs {
    char *const *paths;
    size_t count, next;
    struct tj_walk walk; /* of the folder in hand */
    const char *list;    /* names that are still to be read from a file, or NULL */
    struct tj_lines lines;
    bool list_is_open;
    struct tj_arena name; /* of the input in hand, if it came from the list */
};

struct tj_inputs *tj_inputs_new(char *const *paths, size_t count)
{
    struct tj_inputs *in = tj_must_malloc(sizeof *in);
    *in = (struct tj_inputs){ .paths = paths, .count = count };
    return in;
}

void tj_inputs_list(struct tj_inputs *inputs, const char *list) { inputs->list = list; }

void tj_inputs_free(struct tj_inputs *inputs)
{
    if (!inputs) return;
    if (inputs->list_is_open) tj_lines_close(&inputs->lines);
    tj_arena_free(&inputs->name);
    tj_walk_free(&inputs->walk);
    free(inputs);
}

/* The next name of the list; *name stays NULL at its end. */
static enum tj_status read_list(struct tj_inputs *in, const char **name, struct tj_error *err)
{
    struct tj_str line;
    enum tj_status status = TJ_OK;
    if (!in->list_is_open) status = tj_lines_open(&in->lines, in->list, LONGEST_NAME, err);
    in->list_is_open = status == TJ_OK;
    for (bool more = in->list_is_open; more;) {
        status = tj_lines_next(&in->lines, &line, &more, err);
        if (status != TJ_OK) return status;
        if (!more || line.len == 0) continue;
        tj_arena_reset(&in->name);
        *name = tj_copy(&in->name, line).ptr;
        return TJ_OK;
    }
    if (in->list_is_open) tj_lines_close(&in->lines);
    in->list_is_open = false;
    in->list = NULL;
    return status;
}

/* Opens a folder to be walked, or gives the path of anything else. */
static enum tj_status begin(struct tj_inputs *in, struct tj_arena *arena, const char *given,
                            const char **path, struct tj_error *err)
{
    struct stat st;
    bool standard = strcmp(given, "-") == 0;
    if (!standard && stat(given, &st) != 0)
        return tj_fail(err, errno == ENOENT ? TJ_NOT_FOUND : TJ_CANNOT_READ, given, 0, "%s",
                       errno == ENOENT ? "check the path" : strerror(errno));
    if (!standard && S_ISDIR(st.st_mode)) return tj_walk_begin(&in->walk, given, err);
    *path = tj_copy(arena, tj_str_of(given)).ptr;
    return TJ_OK;
}

enum tj_status tj_inputs_next(struct tj_inputs *inputs, struct tj_arena *arena, const char **path, bool *more,
                              struct tj_error *err)
{
    enum tj_status status = TJ_OK;
    *path = NULL;
    *more = true;
    while (status == TJ_OK && !*path) {
        const char *given = NULL;
        if (tj_walk_goes_on(&inputs->walk)) {
            status = tj_walk_next(&inputs->walk, arena, path, err);
            continue;
        }
        if (inputs->next < inputs->count)
            given = inputs->paths[inputs->next++];
        else if (inputs->list)
            status = read_list(inputs, &given, err);
        if (status == TJ_OK && given) status = begin(inputs, arena, given, path, err);
        if (status == TJ_OK && !given && !inputs->list) {
            *more = false;
            break;
        }
    }
    return status;
}

/* The inputs of a run: files as they are, folders walked in the order of their names, "-" for standard input. */
#ifndef TJ_INPUTS_H
#define TJ_INPUTS_H

#include "extract/base/arena.h"
#include "extract/base/status.h"

struct tj_inputs;

/* `paths` (count of them) must live as long as the inputs. */
struct tj_inputs *tj_inputs_new(char *const *paths, size_t count);
/* Behind those, the names that stand in the file `list`, one a line ("-" is standard input). It must live as long. */
void tj_inputs_list(struct tj_inputs *inputs, const char *list);

void tj_inputs_free(struct tj_inputs *inputs);

/* The next input's path, copied into `arena`; *more is false at the end. A path that is not there, or a folder
   that cannot be opened or holds no file, is a failure that names it; the next call goes on behind it. Hidden
   files and folders inside a folder are passed over, and links to folders are not followed. */
enum tj_status tj_inputs_next(struct tj_inputs *inputs, struct tj_arena *arena, const char **path, bool *more,
                              struct tj_error *err);

#endif

/* The text of a document as facts' offsets mean it: for --text DIR in a file of its own, for review read again. */
#ifndef TJ_TEXTS_H
#define TJ_TEXTS_H

#include "extract/base/arena.h"
#include "extract/base/status.h"

/* Where the text of a document goes: FOLDER/reports/a.html.txt for reports/a.html, .. written as __, standard input as
   stdin.txt. In `arena`. */
struct tj_str tj_text_path(struct tj_arena *arena, const char *folder, const char *document);

/* Writes it, making folders where they are missing. TJ_CANNOT_WRITE with the reason. */
enum tj_status tj_text_save(const char *folder, const char *document, struct tj_str text,
                            struct tj_error *err);

/* The text of the document at the path `name`, as extract reads it; in `arena`. */
enum tj_status tj_text_read(struct tj_arena *arena, struct tj_str name, struct tj_str *text);

#endif

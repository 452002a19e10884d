/* Files of word processors and printers: DOCX and PDF with a text layer. */
#ifndef TJ_OFFICE_H
#define TJ_OFFICE_H

#include "extract/base/buffer.h"
#include "extract/document/document.h"

/* Do bytes begin like one? */
bool tj_is_zip(struct tj_str bytes);
bool tj_is_pdf(struct tj_str bytes);
bool tj_is_old_word(struct tj_str bytes);

/* Each fills text and tables, or pages. TJ_BAD_FILE, TJ_TOO_LARGE, TJ_NO_TEXT or TJ_EMPTY with what to do. */
enum tj_status tj_docx_read(struct tj_arena *arena, struct tj_str bytes, struct tj_document *document,
                            struct tj_error *err);
enum tj_status tj_pdf_read(struct tj_arena *arena, struct tj_str bytes, struct tj_document *document,
                           struct tj_error *err);

/* The text of a Word document's main part, unpacked: no more than so many bytes. */
enum { TJ_MOST_UNPACKED = 128 << 20 };
enum tj_status tj_docx_unpack(struct tj_str bytes, const char *name, struct tj_buffer *out,
                              struct tj_error *err);

#endif

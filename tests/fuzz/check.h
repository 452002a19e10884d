/* What a document must keep, whatever it was read from. */
#ifndef TJ_FUZZ_CHECK_H
#define TJ_FUZZ_CHECK_H

#include "extract/document/document.h"
#include "tests/fuzz/fuzz.h"

/* Cleans a document that has been read from `bytes` and checks it: valid UTF-8; blocks, steps, tables and cells in order
   and within; every place of the clean text leads into the text, and from there into the bytes. */
void tj_fuzz_document(struct tj_arena *arena, struct tj_document *document, struct tj_str bytes);

#endif

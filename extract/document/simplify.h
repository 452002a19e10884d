/* Traditional Chinese read as simplified: the dictionaries know one script. */
#ifndef TJ_SIMPLIFY_H
#define TJ_SIMPLIFY_H

#include "extract/document/document.h"
#include "extract/lexicon/lexicon.h"

/* Replaces each traditional character of `text` (UTF-8, changed in place) that the dictionary knows by its simplified one, which has
   as many bytes. */
void tj_simplify(const struct tj_lexicon *lexicon, char *text, size_t len);

/* The same for a document's clean text and what it says is its title, if it is written in traditional characters, in `arena`; its
   text stays as it is. */
void tj_document_simplify(const struct tj_lexicon *lexicon, struct tj_arena *arena,
                          struct tj_document *document);

/* A part of the clean text in the characters of the document; anything else as it is. */
struct tj_str tj_as_said(const struct tj_document *document, struct tj_str part);

#endif

/* A document ready to be read: its text as UTF-8, the same text cleaned into paragraphs, the map between the
   two, its title and date. */
#ifndef TJ_DOCUMENT_H
#define TJ_DOCUMENT_H

#include "extract/document/decode.h"
#include "extract/recognise/period.h"

enum tj_block_kind { TJ_PARAGRAPH, TJ_HEADING, TJ_TABLE };

/* One paragraph or heading of the clean text, or a table, of which the clean text has nothing: `len` is 0 and
   `table` its number. `gap` counts the blank lines before it. */
struct tj_block {
    enum tj_block_kind kind;
    size_t off, len;
    unsigned gap;
    size_t table;
};

/* What the input is. Only a page's places can be followed back into the bytes. */
enum tj_form { TJ_PLAIN, TJ_PAGE, TJ_DOCX, TJ_PDF };

/* A cell: its text in the document's text, the row and column where it begins and over how many it goes, and how
   many blanks its text is indented by. */
struct tj_cell {
    size_t off, len;
    unsigned row, column, rows, columns, indent;
};

/* A table of figures: cells from left to right and from top to bottom; its text is [off, off + len). */
struct tj_grid {
    size_t off, len;
    const struct tj_cell *cells;
    size_t cell_count;
    unsigned rows, columns;
};

/* From `clean` on, clean text and document text run in step. */
struct tj_step {
    size_t clean, text;
};

struct tj_document {
    struct tj_str name; /* the input's */
    enum tj_form form;
    struct tj_decoded decoded; /* of a page, the text with its tags; empty for DOCX and PDF */
    struct tj_str
        text;     /* the document's text, which facts' offsets mean: decoded.text, or what was taken out */
    size_t front; /* bytes of front matter, which are not read as text */
    const struct tj_step *origins; /* of a page: from text to decoded.text */
    size_t origin_count;
    const size_t
        *soft; /* of all forms but TJ_PLAIN: line feeds that may break a sentence; all others end one */
    size_t soft_count;
    const struct tj_grid *tables; /* in the order of the text */
    size_t table_count;
    const size_t *pages; /* where each page of a PDF begins in text */
    size_t page_count;
    struct tj_str said_title, said_date; /* what the file says of itself */
    struct tj_str clean;                 /* lines rejoined, full-width figures folded, markup left out */
    struct tj_str
        said; /* the clean text in the characters of the document: traditional ones are simplified in `clean` */
    const struct tj_step *steps;
    size_t step_count;
    const struct tj_block *blocks;
    size_t block_count;
    struct tj_str title;       /* of clean */
    struct tj_now date;        /* year, month, day; 0 where not known */
    struct tj_now date_unsaid; /* the caller's, where the text says none */
};

/* Makes out of bytes the document's text: finds out what they are (plain text, HTML, DOCX, PDF) from what they begin with
   and reads them. `bytes` must live as long as the document. TJ_EMPTY, TJ_NO_TEXT, or TJ_BAD_FILE with what to do. */
enum tj_status tj_document_read(struct tj_arena *arena, struct tj_str bytes, struct tj_document *document,
                                struct tj_error *err);

/* Makes clean text, blocks and map out of the text. */
void tj_document_clean(struct tj_arena *arena, struct tj_document *document);

/* The clean text of block `at`. */
struct tj_str tj_block_text(const struct tj_document *document, size_t at);

/* Finds title and date in the first and last lines. A date that the caller knows better stays. */
void tj_document_head(const struct tj_lexicon *lexicon, struct tj_matcher *matcher,
                      struct tj_document *document);

/* The place of [start, end) of the document's text in the bytes as they lie on disk; both 0 where bytes cannot be
   followed. Cursors as for tj_source_offset. */
struct tj_way {
    struct tj_cursor start, end;
};
void tj_document_source(const struct tj_document *document, struct tj_way *way, size_t start, size_t end,
                        uint64_t *source_start, uint64_t *source_end);

/* The page of a PDF that a place of the text is on, from 1; 0 for other documents. */
size_t tj_document_page(const struct tj_document *document, size_t text);

/* Where a place of the clean text lies in the document's text: where it starts, or where it ends. */
size_t tj_text_start(const struct tj_document *document, size_t clean_start);
size_t tj_text_end(const struct tj_document *document, size_t clean_end);

#endif

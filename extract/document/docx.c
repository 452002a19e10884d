/* The main part of a DOCX (ECMA-376): paragraphs and tables, read as a stream. Entities are never expanded and nothing is
   fetched. */
#include <libxml/xmlreader.h>
#include <stdlib.h>

#include "extract/document/office.h"
#include "extract/document/take.h"

struct docx {
    xmlTextReaderPtr reader;
    struct tj_taker taker;
    unsigned tables; /* depth; a table within a cell is a part of its text */
    unsigned span;   /* of the cell in hand */
    bool cell, open; /* within a cell; it has been begun */
    bool below;      /* the cell goes on with the one above */
    unsigned indent;
    bool taking; /* within <w:t> */
};

static struct tj_str name_of(struct docx *d)
{
    return tj_str_of((const char *)xmlTextReaderConstLocalName(d->reader));
}

/* The attribute w:NAME, or empty; copied into the arena. */
static struct tj_str attribute(struct docx *d, const char *name)
{
    xmlChar *value = NULL;
    if (xmlTextReaderMoveToFirstAttribute(d->reader) != 1) return TJ_STR("");
    do {
        if (tj_equal(name_of(d), tj_str_of(name))) value = xmlTextReaderValue(d->reader);
    } while (!value && xmlTextReaderMoveToNextAttribute(d->reader) == 1);
    xmlTextReaderMoveToElement(d->reader);
    struct tj_str copy = tj_copy(d->taker.arena, tj_str_of((const char *)value));
    xmlFree(value);
    return copy;
}

static unsigned number(struct tj_str s)
{
    unsigned n = 0;
    for (size_t i = 0; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9' && n < 100000; i++)
        n = n * 10 + (unsigned)(s.ptr[i] - '0');
    return n;
}

/* A cell is begun when its properties, which come first, are known. */
static void begin_cell(struct docx *d)
{
    if (!d->cell || d->open) return;
    d->open = true;
    tj_take_cell(&d->taker, 1, d->span);
}

static void end_cell(struct docx *d)
{
    begin_cell(d);
    tj_take_cell_end(&d->taker, d->indent);
    if (d->below) tj_take_cell_below(&d->taker);
    d->cell = d->open = d->below = false;
}

/* Blanks at the beginning of a cell's text, and its paragraph's indent (twentieths of a point). */
static void note_indent(struct docx *d, struct tj_str text)
{
    const struct tj_cell *c = &d->taker.cells[d->taker.cell_count - 1];
    if (d->taker.text.len > c->off) return;
    for (bool more = true; more;) {
        bool wide = tj_eat(&text, TJ_STR("\u3000"));
        more = wide || tj_eat(&text, TJ_STR(" ")) || tj_eat(&text, TJ_STR("\u00A0"));
        d->indent += wide ? 2 : more;
    }
}

static void start_element(struct docx *d, struct tj_str name)
{
    bool in_cell = d->tables == 1;
    if (tj_equal(name, TJ_STR("t"))) {
        d->taking = true;
    } else if (tj_equal(name, TJ_STR("tbl"))) {
        if (d->tables++ == 0) tj_take_table(&d->taker);
    } else if (tj_equal(name, TJ_STR("tr")) && in_cell) {
        tj_take_row(&d->taker);
    } else if (tj_equal(name, TJ_STR("tc")) && in_cell) {
        d->cell = true;
        d->span = 1;
        d->indent = 0;
    } else if (tj_equal(name, TJ_STR("gridSpan")) && in_cell) {
        d->span = number(attribute(d, "val"));
    } else if (tj_equal(name, TJ_STR("vMerge")) && in_cell) {
        d->below = !tj_equal(attribute(d, "val"), TJ_STR("restart"));
    } else if (tj_equal(name, TJ_STR("p"))) {
        begin_cell(d);
    } else if (tj_equal(name, TJ_STR("ind")) && d->open && in_cell) {
        unsigned left = number(attribute(d, "left")) + number(attribute(d, "firstLine"));
        d->indent += left / 120;
    } else if (tj_equal(name, TJ_STR("tab")) && d->taker.text.len > d->taker.line) {
        tj_take_mark(&d->taker, ' ');
    } else if (tj_equal(name, TJ_STR("br")) || tj_equal(name, TJ_STR("cr"))) {
        if (d->tables)
            tj_take_mark(&d->taker, ' ');
        else
            tj_take_line_end(&d->taker, true);
    }
}

static void end_element(struct docx *d, struct tj_str name)
{
    if (tj_equal(name, TJ_STR("t"))) {
        d->taking = false;
    } else if (tj_equal(name, TJ_STR("p"))) {
        if (d->tables)
            tj_take_mark(&d->taker, '\r'); /* see tj_take_table_or_lines */
        else
            tj_take_line_end(&d->taker, false);
    } else if (tj_equal(name, TJ_STR("tc")) && d->tables == 1) {
        end_cell(d);
    } else if (tj_equal(name, TJ_STR("tbl"))) {
        if (--d->tables == 0) tj_take_table_or_lines(&d->taker);
    }
}

static void take_text(struct docx *d)
{
    struct tj_str text = tj_str_of((const char *)xmlTextReaderConstValue(d->reader));
    if (!d->taking || (d->tables && (!d->open || d->below))) return;
    if (d->tables) note_indent(d, text);
    tj_take(&d->taker, text, d->taker.text.len);
}

/* Steps to the next node; what only older programs would show is passed over. 1, 0 at the end, -1 for no XML. */
static int step(struct docx *d)
{
    int more = xmlTextReaderRead(d->reader);
    while (more == 1 && xmlTextReaderNodeType(d->reader) == XML_READER_TYPE_ELEMENT
           && tj_equal(name_of(d), TJ_STR("Fallback")))
        more = xmlTextReaderNext(d->reader);
    return more;
}

static enum tj_status read_nodes(struct docx *d, const char *file, struct tj_error *err)
{
    int more;
    while ((more = step(d)) == 1) {
        int type = xmlTextReaderNodeType(d->reader);
        if (type == XML_READER_TYPE_DOCUMENT_TYPE)
            return tj_fail(err, TJ_BAD_FILE, file, 0, "its text declares entities, as no Word document does");
        if (type == XML_READER_TYPE_ELEMENT) {
            bool empty = xmlTextReaderIsEmptyElement(d->reader) == 1;
            struct tj_str name = name_of(d);
            start_element(d, name);
            if (empty) end_element(d, name);
        } else if (type == XML_READER_TYPE_END_ELEMENT)
            end_element(d, name_of(d));
        else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
            take_text(d);
    }
    const xmlError *last = xmlGetLastError();
    if (more != 0 && last && last->code == XML_ERR_NO_MEMORY)
        return tj_fail(err, TJ_NO_MEMORY, file, 0, "use fewer threads (-j), or split it");
    return more == 0 ? TJ_OK : tj_fail(err, TJ_BAD_FILE, file, 0, "its text is damaged; save it again");
}

static void say_nothing(void *context, const char *message, xmlParserSeverities severity,
                        xmlTextReaderLocatorPtr at)
{
    (void)context, (void)message, (void)severity, (void)at;
}

enum tj_status tj_docx_read(struct tj_arena *arena, struct tj_str bytes, struct tj_document *document,
                            struct tj_error *err)
{
    xmlInitParser(); /* locks itself; left to the first reader it would not */
    struct tj_buffer xml = { 0 };
    struct docx d = { .taker.arena = arena };
    const char *file = document->name.ptr;
    enum tj_status status = tj_docx_unpack(bytes, file, &xml, err);
    if (status == TJ_OK)
        d.reader = xmlReaderForMemory(xml.ptr, (int)xml.len, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
    if (d.reader) {
        xmlTextReaderSetErrorHandler(d.reader, say_nothing, NULL);
        status = read_nodes(&d, file, err);
        xmlFreeTextReader(d.reader);
    } else if (status == TJ_OK)
        status = tj_fail(err, TJ_BAD_FILE, file, 0, "its text is empty or damaged; save it again");
    tj_buffer_free(&xml);
    tj_take_end(&d.taker, document);
    document->form = TJ_DOCX;
    if (status == TJ_OK && document->text.len == 0)
        status = tj_fail(err, TJ_EMPTY, file, 0, "the document has no text; pictures of text are not read");
    return status;
}

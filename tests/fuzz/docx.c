/* The inside of a Word file: the bytes are its document.xml; or, where they don't begin with <, each is a step in the
   making of one that is well-formed. */
#include <zip.h>

#include "extract/document/office.h"
#include "tests/fuzz/check.h"

/* A zip file with one entry, in memory that the caller frees; empty if libzip will not. */
static struct tj_str zipped(const char *data, size_t size)
{
    zip_error_t error;
    zip_source_t *all = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(all);
    zip_t *zip = zip_open_from_source(all, ZIP_TRUNCATE, &error);
    zip_source_t *entry = zip_source_buffer(zip, data, size, 0);
    zip_file_add(zip, "word/document.xml", entry, ZIP_FL_OVERWRITE);
    zip_close(zip);
    zip_stat_t st;
    zip_stat_init(&st);
    struct tj_str out = { 0 };
    if (zip_source_stat(all, &st) == 0 && zip_source_open(all) == 0) {
        char *bytes = malloc(st.size);
        out = (struct tj_str){ bytes, (size_t)zip_source_read(all, bytes, st.size) };
        zip_source_close(all);
    }
    zip_source_free(all);
    return out;
}

static const char *const elements[] = {
    "tbl", "tr", "tc", "p", "r", "t", "tcPr", "mc:Fallback", "ins", "pPr"
};
static const char *const pieces[] = { "<w:gridSpan w:val=\"2\"/>",
                                      "<w:gridSpan w:val=\"99999\"/>",
                                      "<w:vMerge w:val=\"restart\"/>",
                                      "<w:vMerge/>",
                                      "<w:ind w:left=\"240\"/>",
                                      "<w:tab/>",
                                      "<w:br/>",
                                      "<w:tc/>",
                                      "<w:tr/>",
                                      "<w:p/>",
                                      "<w:tbl/>",
                                      "<w:t>\xE5\xA2\x9E\xE9\x95\xBF</w:t>",
                                      "<w:t>12.5</w:t>",
                                      "<w:t>-3</w:t>",
                                      "<w:t> \xE3\x80\x80</w:t>",
                                      "5" };
enum {
    ELEMENTS = sizeof elements / sizeof elements[0],
    PIECES = sizeof pieces / sizeof pieces[0],
    DEEP = 60
};

static void put_tag(struct tj_buffer *xml, const char *before, const char *name)
{
    tj_put(xml, tj_str_of(before));
    if (name[0] != 'm') tj_put(xml, TJ_STR("w:"));
    tj_put(xml, tj_str_of(name));
    tj_put(xml, TJ_STR(">"));
}

/* A byte opens an element, closes the last one, or puts something that is closed. */
static void make_xml(struct tj_buffer *xml, const uint8_t *data, size_t size)
{
    const char *open[DEEP];
    size_t depth = 0;
    tj_put(xml, TJ_STR("<w:document xmlns:w=\"w\" xmlns:mc=\"m\">"));
    for (size_t i = 0; i < size; i++) {
        unsigned step = data[i] % (2 * ELEMENTS + PIECES);
        if (step < ELEMENTS && depth < DEEP)
            put_tag(xml, "<", open[depth++] = elements[step]);
        else if (step < 2 * ELEMENTS && depth > 0)
            put_tag(xml, "</", open[--depth]);
        else if (step >= 2 * ELEMENTS)
            tj_put(xml, tj_str_of(pieces[step - 2 * ELEMENTS]));
    }
    while (depth > 0) put_tag(xml, "</", open[--depth]);
    tj_put(xml, TJ_STR("</w:document>"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tj_buffer xml = { 0 };
    if (size && data[0] == '<')
        tj_put(&xml, (struct tj_str){ (const char *)data, size });
    else
        make_xml(&xml, data, size);
    struct tj_str bytes = zipped(xml.ptr, xml.len);
    struct tj_arena arena = { 0 };
    struct tj_document document = { .name = TJ_STR("fuzz.docx") };
    struct tj_error err;
    if (bytes.len && tj_docx_read(&arena, bytes, &document, &err) == TJ_OK)
        tj_fuzz_document(&arena, &document, bytes);
    tj_arena_free(&arena);
    free((char *)(uintptr_t)bytes.ptr);
    tj_buffer_free(&xml);
    return 0;
}

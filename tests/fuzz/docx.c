/* The inside of a Word file: the bytes are its document.xml. */
#include <zip.h>

#include "extract/document/office.h"
#include "tests/fuzz/fuzz.h"

/* A zip file with one entry, in memory that the caller frees; empty if libzip will not. */
static struct tj_str zipped(const uint8_t *data, size_t size)
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct tj_str bytes = zipped(data, size);
    struct tj_arena arena = { 0 };
    struct tj_document document = { .name = TJ_STR("fuzz.docx") };
    struct tj_error err;
    if (bytes.len) tj_docx_read(&arena, bytes, &document, &err);
    tj_arena_free(&arena);
    free((char *)(uintptr_t)bytes.ptr);
    return 0;
}

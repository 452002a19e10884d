/* The one file of libzip. */
#include <zip.h>

#include "extract/document/office.h"

enum { CHUNK = 64 * 1024 };

bool tj_is_zip(struct tj_str bytes) { return tj_starts(bytes, TJ_STR("PK\3\4")); }

/* Reads on until the end: what the archive says of sizes is not believed. */
static enum tj_status read_part(zip_file_t *part, const char *name, struct tj_buffer *out,
                                struct tj_error *err)
{
    for (;;) {
        zip_int64_t got = zip_fread(part, tj_buffer_room(out, CHUNK), CHUNK);
        if (got < 0)
            return tj_fail(err, TJ_BAD_FILE, name, 0, "its text cannot be unpacked (%s); save it again",
                           zip_file_strerror(part));
        if (got == 0) return TJ_OK;
        out->len += (size_t)got;
        if (out->len > TJ_MOST_UNPACKED)
            return tj_fail(err, TJ_TOO_LARGE, name, 0,
                           "its text unpacks to more than %d MB; split the document", TJ_MOST_UNPACKED >> 20);
    }
}

enum tj_status tj_docx_unpack(struct tj_str bytes, const char *name, struct tj_buffer *out,
                              struct tj_error *err)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.ptr, bytes.len, 0, &error);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (!zip) {
        enum tj_status status =
            tj_fail(err, TJ_BAD_FILE, name, 0, "it begins like a Word document or another ZIP file, but: %s",
                    zip_error_strerror(&error));
        if (source) zip_source_free(source);
        zip_error_fini(&error);
        return status;
    }
    zip_file_t *part = zip_fopen(zip, "word/document.xml", 0);
    enum tj_status status = TJ_OK;
    if (part)
        status = read_part(part, name, out, err);
    else
        status = tj_fail(err, TJ_BAD_FILE, name, 0,
                         "it is a ZIP file without a Word document in it; unpack it, or save it as .docx");
    if (part) zip_fclose(part);
    zip_discard(zip);
    zip_error_fini(&error);
    return status;
}

#include "cli/package.h"

#include "extract/base/file.h"
#include "extract/fact/datapackage.h"

enum { MOST_BYTES = 1 << 16 };

/* One that was made here may be made anew. */
static enum tj_status check_present(const char *path, struct tj_error *err)
{
    struct tj_arena arena = { 0 };
    struct tj_str bytes = TJ_STR("");
    size_t at;
    enum tj_status status = tj_file_read(&arena, path, MOST_BYTES, &bytes, NULL);
    bool free_to_write =
        status == TJ_NOT_FOUND || status == TJ_EMPTY
        || (status == TJ_OK && (bytes.len == 0 || tj_find(bytes, TJ_STR("\"tongji-facts\""), 0, &at)));
    tj_arena_free(&arena);
    return free_to_write
               ? TJ_OK
               : tj_fail(err, TJ_CANNOT_WRITE, path, 0,
                         "it is there already and tongji did not make it; move it, or write the CSV to a "
                         "folder of its own");
}

enum tj_status tj_package_open(struct tj_package *package, const char *csv_path, struct tj_error *err)
{
    struct tj_str path = tj_str_of(csv_path);
    size_t name = path.len;
    while (name > 0 && path.ptr[name - 1] != '/') name--;
    struct tj_str file_name = tj_cut(path, name, path.len);
    if (!tj_datapackage_can_name(file_name))
        return tj_fail(err, TJ_BAD_USAGE, csv_path, 0,
                       "a data package cannot name this file: no dot or ~ first, no two dots, no backslash");
    struct tj_arena arena = { 0 };
    const char *own = tj_print(&arena, "%.*sdatapackage.json", (int)name, csv_path).ptr;
    enum tj_status status = check_present(own, err);
    if (status == TJ_OK) status = tj_output_begin(&package->output, own, err);
    package->open = status == TJ_OK;
    if (status == TJ_OK) {
        struct tj_buffer text = { 0 };
        tj_put_datapackage(&text, file_name);
        status = tj_output_write(&package->output, tj_buffer_str(&text), err);
        tj_buffer_free(&text);
    }
    tj_arena_free(&arena);
    return status;
}

enum tj_status tj_package_close(struct tj_package *package, bool keep, struct tj_error *err)
{
    if (!package->open) return TJ_OK;
    package->open = false;
    return tj_output_close(&package->output, keep, err);
}

#include "extract/base/status.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *tj_status_text(enum tj_status status)
{
#define TJ_STATUS_TEXT(id, text) text,
    static const char *const texts[] = { TJ_STATUSES(TJ_STATUS_TEXT) };
#undef TJ_STATUS_TEXT
    return (unsigned)status < TJ_STATUS_COUNT ? texts[status] : "unknown status";
}

enum tj_status tj_fail(struct tj_error *err, enum tj_status status, const char *file, size_t line,
                       const char *note, ...)
{
    if (!err) return status;
    err->status = status;
    err->line = line;
    err->column = 0;
    size_t len = file ? strlen(file) : 0;
    const char *tail = len >= sizeof err->file ? file + len - sizeof err->file + 1 : file;
    snprintf(err->file, sizeof err->file, "%s", tail ? tail : "");
    va_list args;
    va_start(args, note);
    vsnprintf(err->note, sizeof err->note, note, args);
    va_end(args);
    return status;
}

const char *tj_error_text(const struct tj_error *err, char *out, size_t size)
{
    char place[48] = "";
    if (err->line && err->column)
        snprintf(place, sizeof place, ":%zu:%zu", err->line, err->column);
    else if (err->line)
        snprintf(place, sizeof place, ":%zu", err->line);
    snprintf(out, size, "%s%s%s%s%s%s", err->file, place, err->file[0] ? ": " : "",
             tj_status_text(err->status), err->note[0] ? ": " : "", err->note);
    return out;
}

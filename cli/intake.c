#include "cli/intake.h"

#include <stdlib.h>

#include "extract/base/file.h"
#include "extract/base/json.h"
#include "extract/base/lines.h"
#include "extract/document/record.h"

enum { LARGEST_FILE = 0x7fffffff, LARGEST_RECORD = 256 << 20 };

struct tj_intake {
    struct tj_inputs *inputs;
    const struct tj_lexicon *lexicon;
    struct tj_options options;
    bool records;
    bool is_open;          /* a stream is */
    struct tj_lines lines; /* of it */
    struct tj_arena name;  /* its name */
};

struct tj_intake *tj_intake_new(struct tj_inputs *inputs, bool records, const struct tj_lexicon *lexicon,
                                const struct tj_options *options)
{
    struct tj_intake *in = tj_must_malloc(sizeof *in);
    *in = (struct tj_intake){ .inputs = inputs, .lexicon = lexicon, .options = *options, .records = records };
    return in;
}

void tj_intake_free(struct tj_intake *intake)
{
    if (intake->is_open) tj_lines_close(&intake->lines);
    tj_inputs_free(intake->inputs);
    tj_arena_free(&intake->name);
    free(intake);
}

/* Opens the next stream; *more is false when there is none. */
static enum tj_status open_stream(struct tj_intake *in, bool *more, struct tj_error *err)
{
    const char *path;
    tj_arena_reset(&in->name);
    enum tj_status status = tj_inputs_next(in->inputs, &in->name, &path, more, err);
    if (status != TJ_OK || !*more) return status;
    status = tj_lines_open(&in->lines, path, LARGEST_RECORD, err);
    in->is_open = status == TJ_OK;
    return status;
}

/* The next line that is not blank, of this stream or a later one. */
static enum tj_status take_record(struct tj_intake *in, struct tj_arena *arena, struct tj_item *item,
                                  bool *more, struct tj_error *err)
{
    enum tj_status status = TJ_OK;
    *more = true;
    for (;;) {
        if (!in->is_open) status = open_stream(in, more, err);
        if (status != TJ_OK || !*more) return status;
        bool has_line;
        struct tj_str line = { 0 };
        item->input = tj_copy(arena, tj_str_of(in->lines.path)).ptr;
        status = tj_lines_next(&in->lines, &line, &has_line, err);
        item->size += line.len + has_line;
        item->line = in->lines.line;
        if (!has_line) {
            tj_lines_close(&in->lines);
            in->is_open = false;
            continue;
        }
        if (status != TJ_OK) return status;
        if (tj_trim(line).len == 0) continue;
        item->bytes = tj_copy(arena, line);
        return TJ_OK;
    }
}

enum tj_status tj_intake_take(struct tj_intake *intake, struct tj_arena *arena, struct tj_item *item,
                              bool *more, struct tj_error *err)
{
    *item = (struct tj_item){ .options = intake->options };
    if (intake->records) return take_record(intake, arena, item, more, err);
    return tj_inputs_next(intake->inputs, arena, &item->name, more, err);
}

static enum tj_status read_record(const struct tj_intake *in, struct tj_arena *arena, struct tj_item *item,
                                  struct tj_error *err)
{
    struct tj_record record;
    enum tj_status status =
        tj_record_read(arena, in->lexicon, item->bytes, item->input, item->line, &record, err);
    item->name = record.doc;
    if (status != TJ_OK) return status;
    item->bytes = record.text;
    if (record.date.year) item->options.date_unsaid = record.date;
    if (record.region != TJ_NONE) item->options.region = record.region;
    return TJ_OK;
}

enum tj_status tj_intake_read(const struct tj_intake *intake, struct tj_arena *arena, struct tj_item *item,
                              struct tj_error *err)
{
    if (intake->records) return read_record(intake, arena, item, err);
    enum tj_status status = tj_file_read(arena, item->name, LARGEST_FILE, &item->bytes, err);
    item->size = status == TJ_OK ? item->bytes.len : 0;
    return status;
}

void tj_item_failed(const struct tj_item *item, struct tj_error *err)
{
    char note[sizeof err->note];
    if (!item->input) return;
    memcpy(note, err->note, sizeof note);
    tj_fail(err, err->status, item->input, item->line, "'%.80s': %.160s", item->name, note);
}

static void put_pair(struct tj_buffer *out, struct tj_str key, const char *value)
{
    tj_put(out, key);
    tj_put_json(out, tj_str_of(value ? value : ""));
}

void tj_put_reject(struct tj_buffer *out, const struct tj_item *item, const struct tj_error *err)
{
    put_pair(out, TJ_STR("{\"doc\":"), item->input ? item->name : err->file);
    if (item->input) {
        put_pair(out, TJ_STR(",\"input\":"), item->input);
        tj_put(out, TJ_STR(",\"line\":"));
        tj_put_size(out, item->line);
    }
    put_pair(out, TJ_STR(",\"reason\":"), tj_status_text(err->status));
    put_pair(out, TJ_STR(",\"note\":"), err->note);
    tj_put(out, TJ_STR("}\n"));
}

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/options.h"
#include "extract/base/json.h"
#include "extract/document/fold.h"
#include "extract/recognise/quantity.h"
#include "extract/tongji.h"

static const char help[] = "usage: tongji normalize < lines > json\n"
                           "\n"
                           "A filter: for each line in, one JSON object with the quantities in it, in\n"
                           "canonical units. `number` is the numeral with its magnitude, before any unit\n"
                           "factor (of 十斤 it is 10, the value 5 kg).\n"
                           "\n"
                           "      --lexicon DIR   dictionaries of your own on top of the built-in ones\n"
                           "  -h, --help          this\n"
                           "\n"
                           "examples:\n"
                           "  echo '三千二百两' | tongji normalize\n"
                           "  cut -f3 table.tsv | tongji normalize | jq -r '.quantities[0].value'\n";

static void put_quantity(struct tj_buffer *out, struct tj_str line, const struct tj_quantity *q)
{
    tj_put(out, TJ_STR("{\"text\":"));
    tj_put_json(out, tj_cut(line, q->off, q->off + q->len));
    tj_put_json_decimal(out, TJ_STR(",\"number\":"), q->number);
    tj_put(out, TJ_STR(",\"unit_text\":"));
    tj_put_json(out, tj_at(line, q->unit_text));
    tj_put_json_decimal(out, TJ_STR(",\"value\":"), q->value);
    tj_put_json_decimal(out, TJ_STR(",\"lower\":"), q->lower);
    tj_put_json_decimal(out, TJ_STR(",\"upper\":"), q->upper);
    tj_put(out, TJ_STR(",\"unit\":"));
    tj_put_json(out, q->unit);
    tj_put(out, TJ_STR(",\"bound\":\""));
    tj_put(out, tj_bound_word(q->bound));
    tj_put(out, TJ_STR("\"}"));
}

static void normalize_line(const struct tj_lexicon *lexicon, struct tj_arena *arena, struct tj_str line,
                           struct tj_buffer *out)
{
    tj_put(out, TJ_STR("{\"input\":"));
    tj_put_json(out, line);
    tj_put(out, TJ_STR(",\"quantities\":["));
    struct tj_str folded = tj_fold(arena, line);
    struct tj_quantity q;
    for (size_t from = 0, n = 0; tj_quantity_next(lexicon, arena, folded, from, &q); from = q.end, n++) {
        if (n) tj_put_char(out, ',');
        put_quantity(out, folded, &q);
    }
    tj_put(out, TJ_STR("]}\n"));
}

static int run(const struct tj_lexicon *lexicon)
{
    struct tj_arena arena = { 0 };
    struct tj_buffer out = { 0 };
    char *line = NULL;
    size_t room = 0;
    bool written = true;
    for (ssize_t len; written && (len = getline(&line, &room, stdin)) >= 0;) {
        while (len > 0 && (line[len - 1] == '\n' || line[len - 1] == '\r')) len--;
        tj_arena_reset(&arena);
        out.len = 0;
        normalize_line(lexicon, &arena, (struct tj_str){ line, (size_t)len }, &out);
        written = fwrite(out.ptr, 1, out.len, stdout) == out.len;
    }
    free(line);
    tj_buffer_free(&out);
    tj_arena_free(&arena);
    if (written && fflush(stdout) == 0) return TJ_EXIT_OK;
    fprintf(stderr, "tongji normalize: standard output cannot be written: %s\n", strerror(errno));
    return TJ_EXIT_CANNOT_WRITE;
}

int tj_cmd_normalize(int argc, char **argv)
{
    static const struct option options[] = { TJ_COMMON_LONG };
    struct tj_common common = { 0 };
    int exit_status = TJ_EXIT_OK;
    optind = 1;
    for (int option; (option = getopt_long(argc, argv, TJ_COMMON_SHORT, options, NULL)) != -1;)
        if (!tj_common_option(&common, option, "normalize", help, &exit_status)) return exit_status;
    if (optind < argc)
        return tj_usage("normalize", "it reads standard input and takes no file: '%s'", argv[optind]);
    struct tj_lexicon *lexicon;
    struct tj_error err;
    if (tj_lexicon_new(common.lexicon, &lexicon, &err) != TJ_OK) {
        tj_tell("normalize", &err);
        return TJ_EXIT_USAGE;
    }
    exit_status = run(lexicon);
    tj_lexicon_free(lexicon);
    return exit_status;
}

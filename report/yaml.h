/* YAML into a tree with the place of every part, strictly: what could be read in two ways, or is of no use
   in a template, is an error. This is the only part that knows libyaml. */
#ifndef TJ_YAML_H
#define TJ_YAML_H

#include "extract/base/arena.h"
#include "extract/base/status.h"

enum tj_yaml_kind { TJ_YAML_TEXT, TJ_YAML_LIST, TJ_YAML_MAP };

struct tj_yaml {
    enum tj_yaml_kind kind;
    bool quoted;         /* text in quotes or as a block: never a number, never nothing */
    size_t line, column; /* from 1 */
    struct tj_str text;
    struct tj_yaml *items; /* a list's elements; a map's keys and values in turn */
    size_t count;          /* of items */
};

enum { TJ_YAML_MOST_BYTES = 256 * 1024, TJ_YAML_MOST_DEPTH = 8, TJ_YAML_MOST_NODES = 10000 };

/* Reads one document. Fails with TJ_BAD_TEMPLATE, with `name`, line and column, on bad syntax or UTF-8,
   duplicate keys, anchors and aliases, tags, a second document, nothing at all, and past the limits. */
enum tj_status tj_yaml_read(struct tj_arena *arena, struct tj_str bytes, const char *name,
                            struct tj_yaml *out, struct tj_error *err);

/* Fills `err` with TJ_BAD_TEMPLATE at the place of `at`. */
enum tj_status tj_yaml_fail(struct tj_error *err, const char *name, const struct tj_yaml *at,
                            const char *note, ...) __attribute__((format(printf, 4, 5)));

/* The value of a map's key; NULL if the map has no such key. */
const struct tj_yaml *tj_yaml_value(const struct tj_yaml *map, const char *key);

/* "text", "a list", "a map": for messages. */
const char *tj_yaml_kind_word(enum tj_yaml_kind kind);

#endif

#include "report/yaml.h"

#include <stdarg.h>
#include <stdio.h>
#include <yaml.h>

struct reader {
    yaml_parser_t parser;
    struct tj_arena *arena;
    const char *name;
    struct tj_error *err;
    size_t nodes;
};

static enum tj_status read_node(struct reader *r, const yaml_event_t *event, int depth, struct tj_yaml *out);

const char *tj_yaml_kind_word(enum tj_yaml_kind kind)
{
    static const char *const words[] = { "text", "a list", "a map" };
    return words[kind];
}

enum tj_status tj_yaml_fail(struct tj_error *err, const char *name, const struct tj_yaml *at,
                            const char *note, ...)
{
    char text[sizeof err->note];
    va_list args;
    va_start(args, note);
    vsnprintf(text, sizeof text, note, args);
    va_end(args);
    tj_fail(err, TJ_BAD_TEMPLATE, name, at->line, "%s", text);
    if (err) err->column = at->column;
    return TJ_BAD_TEMPLATE;
}

static struct tj_yaml place(yaml_mark_t mark)
{
    return (struct tj_yaml){ .line = mark.line + 1, .column = mark.column + 1 };
}

static enum tj_status fail(const struct reader *r, yaml_mark_t mark, const char *note)
{
    struct tj_yaml at = place(mark);
    return tj_yaml_fail(r->err, r->name, &at, "%s", note);
}

static enum tj_status syntax_error(const struct reader *r)
{
    const yaml_parser_t *p = &r->parser;
    if (p->error == YAML_READER_ERROR)
        return tj_fail(r->err, TJ_BAD_TEMPLATE, r->name, 0, "%s at byte %zu", p->problem, p->problem_offset);
    return fail(r, p->problem_mark, p->problem ? p->problem : "cannot be parsed");
}

static enum tj_status next(struct reader *r, yaml_event_t *event)
{
    return yaml_parser_parse(&r->parser, event) ? TJ_OK : syntax_error(r);
}

static enum tj_status read_text(struct reader *r, const yaml_event_t *e, struct tj_yaml *out)
{
    out->quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    out->text =
        tj_copy(r->arena, (struct tj_str){ (const char *)e->data.scalar.value, e->data.scalar.length });
    if (memchr(out->text.ptr, '\0', out->text.len)) return fail(r, e->start_mark, "text holds a zero byte");
    return TJ_OK;
}

/* Elements up to the event that ends the list or map. */
static enum tj_status read_items(struct reader *r, yaml_event_type_t end, int depth, struct tj_yaml *out)
{
    size_t capacity = 0;
    for (bool more = true; more;) {
        yaml_event_t event;
        enum tj_status status = next(r, &event);
        if (status) return status;
        more = event.type != end;
        if (more) {
            out->items = tj_grow(r->arena, out->items, out->count, &capacity, sizeof *out->items);
            status = read_node(r, &event, depth + 1, &out->items[out->count]);
            out->count++;
        }
        yaml_event_delete(&event);
        if (status) return status;
    }
    return TJ_OK;
}

static enum tj_status check_keys(const struct reader *r, const struct tj_yaml *map)
{
    for (size_t i = 0; i < map->count; i += 2) {
        const struct tj_yaml *key = &map->items[i];
        if (key->kind != TJ_YAML_TEXT) return tj_yaml_fail(r->err, r->name, key, "a key must be text");
        for (size_t j = 0; j < i; j += 2)
            if (tj_equal(map->items[j].text, key->text))
                return tj_yaml_fail(r->err, r->name, key, "duplicate key '%.*s', first in line %zu",
                                    TJ_ARG(key->text), map->items[j].line);
    }
    return TJ_OK;
}

static const char *refused(const yaml_event_t *e)
{
    if (e->type == YAML_ALIAS_EVENT) return "templates have no aliases (*name)";
    if (e->type == YAML_SCALAR_EVENT && (e->data.scalar.anchor || e->data.scalar.tag))
        return "templates have no anchors (&name) or tags (!name)";
    if (e->type == YAML_SEQUENCE_START_EVENT && (e->data.sequence_start.anchor || e->data.sequence_start.tag))
        return "templates have no anchors (&name) or tags (!name)";
    if (e->type == YAML_MAPPING_START_EVENT && (e->data.mapping_start.anchor || e->data.mapping_start.tag))
        return "templates have no anchors (&name) or tags (!name)";
    return NULL;
}

static enum tj_status read_node(struct reader *r, const yaml_event_t *e, int depth, struct tj_yaml *out)
{
    *out = place(e->start_mark);
    if (refused(e)) return fail(r, e->start_mark, refused(e));
    if (depth > TJ_YAML_MOST_DEPTH) return fail(r, e->start_mark, "is nested too deeply");
    if (++r->nodes > TJ_YAML_MOST_NODES) return fail(r, e->start_mark, "has too many parts");
    if (e->type == YAML_SCALAR_EVENT) return read_text(r, e, out);
    bool list = e->type == YAML_SEQUENCE_START_EVENT;
    out->kind = list ? TJ_YAML_LIST : TJ_YAML_MAP;
    enum tj_status status =
        read_items(r, list ? YAML_SEQUENCE_END_EVENT : YAML_MAPPING_END_EVENT, depth, out);
    return status || list ? status : check_keys(r, out);
}

/* Steps over what frames a document; *node is the first event inside, or the stream's end. */
static enum tj_status next_inside(struct reader *r, yaml_event_t *node)
{
    for (;;) {
        enum tj_status status = next(r, node);
        if (status) return status;
        if (node->type != YAML_STREAM_START_EVENT && node->type != YAML_DOCUMENT_START_EVENT
            && node->type != YAML_DOCUMENT_END_EVENT)
            return TJ_OK;
        yaml_event_delete(node);
    }
}

static enum tj_status read_document(struct reader *r, struct tj_yaml *out)
{
    yaml_event_t event;
    enum tj_status status = next_inside(r, &event);
    if (status) return status;
    if (event.type == YAML_STREAM_END_EVENT)
        status = tj_fail(r->err, TJ_BAD_TEMPLATE, r->name, 1, "says nothing");
    else
        status = read_node(r, &event, 1, out);
    yaml_event_delete(&event);
    if (status) return status;
    status = next_inside(r, &event);
    if (status) return status;
    if (event.type != YAML_STREAM_END_EVENT)
        status = fail(r, event.start_mark, "a second document begins here");
    yaml_event_delete(&event);
    return status;
}

enum tj_status tj_yaml_read(struct tj_arena *arena, struct tj_str bytes, const char *name,
                            struct tj_yaml *out, struct tj_error *err)
{
    if (bytes.len > TJ_YAML_MOST_BYTES) return tj_fail(err, TJ_BAD_TEMPLATE, name, 0, "is too large");
    struct reader r = { .arena = arena, .name = name, .err = err };
    if (!yaml_parser_initialize(&r.parser)) return tj_fail(err, TJ_NO_MEMORY, name, 0, "parser");
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)bytes.ptr, bytes.len);
    enum tj_status status = read_document(&r, out);
    yaml_parser_delete(&r.parser);
    return status;
}

const struct tj_yaml *tj_yaml_value(const struct tj_yaml *map, const char *key)
{
    for (size_t i = 0; i < map->count; i += 2)
        if (tj_equal(map->items[i].text, tj_str_of(key))) return &map->items[i + 1];
    return NULL;
}

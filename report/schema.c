#include "report/schema.h"

#include <stdio.h>

#include "report/template.h"

struct filler {
    struct tj_arena *arena;
    const char *name;
    struct tj_error *err;
};

enum { MOST_SHEET_NAME = 28, MOST_DIGITS = 6 }; /* Excel takes 31; a split 明细 adds digits */

static enum tj_status fill_map(const struct filler *f, const struct tj_field *fields,
                               const struct tj_yaml *node, void *into);

static void *slot(void *into, size_t offset) { return (char *)into + offset; }

static const char *allowed_keys(const struct tj_field *fields, char *out, size_t size)
{
    size_t len = 0;
    out[0] = '\0';
    for (; fields->key && len < size; fields++)
        len += (size_t)snprintf(out + len, size - len, "%s%s", len ? ", " : "", fields->key);
    return out;
}

static enum tj_status wrong_type(const struct filler *f, const struct tj_yaml *node, const char *key,
                                 const char *wanted)
{
    return tj_yaml_fail(f->err, f->name, node, "'%s' must be %s, not %s", key, wanted,
                        node->kind == TJ_YAML_TEXT && node->text.len == 0 && !node->quoted
                            ? "nothing"
                            : tj_yaml_kind_word(node->kind));
}

static enum tj_status take_text(const struct filler *f, const char *key, const struct tj_yaml *node,
                                struct tj_str *out)
{
    if (node->kind != TJ_YAML_TEXT) return wrong_type(f, node, key, "text");
    if (tj_trim(node->text).len == 0) return tj_yaml_fail(f->err, f->name, node, "'%s' is empty", key);
    *out = node->text;
    return TJ_OK;
}

static enum tj_status take_number(const struct filler *f, const struct tj_field *field,
                                  const struct tj_yaml *node, unsigned *out)
{
    char wanted[64];
    snprintf(wanted, sizeof wanted, "a whole number from %u to %u", field->least, field->most);
    if (node->kind != TJ_YAML_TEXT || node->quoted || node->text.len == 0 || node->text.len > MOST_DIGITS)
        return wrong_type(f, node, field->key, wanted);
    unsigned n = 0;
    for (size_t i = 0; i < node->text.len; i++) {
        if (node->text.ptr[i] < '0' || node->text.ptr[i] > '9')
            return wrong_type(f, node, field->key, wanted);
        n = n * 10 + (unsigned)(node->text.ptr[i] - '0');
    }
    if (n < field->least || n > field->most)
        return tj_yaml_fail(f->err, f->name, node, "'%s' must be %s, not %u", field->key, wanted, n);
    *out = n;
    return TJ_OK;
}

static enum tj_status take_choice(const struct filler *f, const struct tj_field *field,
                                  const struct tj_yaml *node, unsigned *out)
{
    struct tj_str text = { 0 };
    enum tj_status status = take_text(f, field->key, node, &text);
    if (status) return status;
    char known[200] = "";
    size_t len = 0;
    for (unsigned i = 0; field->words[i]; i++) {
        if (tj_equal(text, tj_str_of(field->words[i]))) {
            *out = i;
            return TJ_OK;
        }
        if (len < sizeof known)
            len += (size_t)snprintf(known + len, sizeof known - len, "%s%s", i ? ", " : "", field->words[i]);
    }
    return tj_yaml_fail(f->err, f->name, node, "'%s' cannot be '%.*s'; allowed: %s", field->key, TJ_ARG(text),
                        known);
}

static enum tj_status take_label(const struct filler *f, const char *key, const struct tj_yaml *node,
                                 struct tj_label *out)
{
    static const struct tj_field fields[] = {
        { .key = "zh", .type = TJ_FIELD_TEXT, .offset = offsetof(struct tj_label, zh) },
        { .key = "en", .type = TJ_FIELD_TEXT, .offset = offsetof(struct tj_label, en) },
        { 0 },
    };
    if (node->kind == TJ_YAML_LIST) return wrong_type(f, node, key, "text or a map of zh and en");
    enum tj_status status =
        node->kind == TJ_YAML_MAP ? fill_map(f, fields, node, out) : take_text(f, key, node, &out->zh);
    if (out->zh.len == 0) out->zh = out->en;
    if (out->en.len == 0) out->en = out->zh;
    return status;
}

static enum tj_status check_sheet_name(const struct filler *f, const struct tj_yaml *node, struct tj_str name)
{
    if (tj_char_count(name) > MOST_SHEET_NAME)
        return tj_yaml_fail(f->err, f->name, node, "a sheet's name has at most %d characters",
                            MOST_SHEET_NAME);
    for (size_t i = 0; i < name.len; i++)
        if (memchr("[]:*?/\\", name.ptr[i], 7) || (unsigned char)name.ptr[i] < ' ')
            return tj_yaml_fail(f->err, f->name, node, "a sheet's name cannot hold any of [ ] : * ? / \\");
    if (name.len && (name.ptr[0] == '\'' || name.ptr[name.len - 1] == '\''))
        return tj_yaml_fail(f->err, f->name, node, "a sheet's name cannot begin or end with '");
    return TJ_OK;
}

static enum tj_status take_sheet_name(const struct filler *f, const char *key, const struct tj_yaml *node,
                                      struct tj_label *out)
{
    enum tj_status status = take_label(f, key, node, out);
    if (!status) status = check_sheet_name(f, node, out->zh);
    return status ? status : check_sheet_name(f, node, out->en);
}

static enum tj_status take_choices(const struct filler *f, const struct tj_field *field,
                                   const struct tj_yaml *node, void *into)
{
    if (node->kind != TJ_YAML_LIST) return wrong_type(f, node, field->key, "a list");
    unsigned *items = tj_alloc_array(f->arena, node->count, sizeof *items);
    for (size_t i = 0; i < node->count; i++) {
        enum tj_status status = take_choice(f, field, &node->items[i], &items[i]);
        if (status) return status;
        for (size_t j = 0; j < i; j++)
            if (items[j] == items[i])
                return tj_yaml_fail(f->err, f->name, &node->items[i], "'%s' names '%s' twice", field->key,
                                    field->words[items[i]]);
    }
    memcpy(slot(into, field->offset), &items, sizeof items);
    memcpy(slot(into, field->count_offset), &node->count, sizeof node->count);
    return TJ_OK;
}

/* A list of texts or of structs; *items is the array, *count its length. */
static enum tj_status take_list(const struct filler *f, const struct tj_field *field,
                                const struct tj_yaml *node, void *into)
{
    if (node->kind != TJ_YAML_LIST) return wrong_type(f, node, field->key, "a list");
    bool texts = field->type == TJ_FIELD_TEXTS;
    size_t size = texts ? sizeof(struct tj_str) : field->size;
    char *items = tj_alloc_array(f->arena, node->count, size);
    enum tj_status status = TJ_OK;
    for (size_t i = 0; i < node->count && !status; i++) {
        void *item = items + i * size;
        status = texts ? take_text(f, field->key, &node->items[i], item)
                       : fill_map(f, field->fields, &node->items[i], item);
    }
    memcpy(slot(into, field->offset), &items, sizeof items);
    memcpy(slot(into, field->count_offset), &node->count, sizeof node->count);
    return status;
}

static enum tj_status take(const struct filler *f, const struct tj_field *field, const struct tj_yaml *node,
                           void *into)
{
    void *out = slot(into, field->offset);
    switch (field->type) {
    case TJ_FIELD_TEXT: return take_text(f, field->key, node, out);
    case TJ_FIELD_LABEL: return take_label(f, field->key, node, out);
    case TJ_FIELD_SHEET: return take_sheet_name(f, field->key, node, out);
    case TJ_FIELD_NUMBER: return take_number(f, field, node, out);
    case TJ_FIELD_CHOICE: return take_choice(f, field, node, out);
    case TJ_FIELD_CHOICES: return take_choices(f, field, node, into);
    default: return take_list(f, field, node, into);
    }
}

static enum tj_status check_known(const struct filler *f, const struct tj_field *fields,
                                  const struct tj_yaml *map)
{
    char keys[200];
    for (size_t i = 0; i < map->count; i += 2) {
        const struct tj_field *field = fields;
        while (field->key && !tj_equal(map->items[i].text, tj_str_of(field->key))) field++;
        if (!field->key)
            return tj_yaml_fail(f->err, f->name, &map->items[i], "unknown key '%.*s'; allowed here: %s",
                                TJ_ARG(map->items[i].text), allowed_keys(fields, keys, sizeof keys));
    }
    return TJ_OK;
}

static enum tj_status fill_map(const struct filler *f, const struct tj_field *fields,
                               const struct tj_yaml *node, void *into)
{
    char keys[200];
    if (node->kind != TJ_YAML_MAP)
        return tj_yaml_fail(f->err, f->name, node, "needs a map with %s, not %s",
                            allowed_keys(fields, keys, sizeof keys), tj_yaml_kind_word(node->kind));
    enum tj_status status = check_known(f, fields, node);
    for (; fields->key && !status; fields++) {
        const struct tj_yaml *value = tj_yaml_value(node, fields->key);
        if (value)
            status = take(f, fields, value, into);
        else if (fields->required)
            status = tj_yaml_fail(f->err, f->name, node, "needs a '%s'", fields->key);
    }
    return status;
}

enum tj_status tj_schema_fill(struct tj_arena *arena, const struct tj_field *fields,
                              const struct tj_yaml *node, const char *name, void *into, struct tj_error *err)
{
    return fill_map(&(struct filler){ arena, name, err }, fields, node, into);
}

/* Which keys a map of a template may have, and where their values go in a struct. Only template.c uses it. */
#ifndef TJ_SCHEMA_H
#define TJ_SCHEMA_H

#include "report/yaml.h"

enum tj_field_type {
    TJ_FIELD_TEXT,    /* struct tj_str */
    TJ_FIELD_LABEL,   /* struct tj_label: text, or a map of zh and en */
    TJ_FIELD_SHEET,   /* the same, fit for the name of a sheet */
    TJ_FIELD_NUMBER,  /* unsigned, from `least` to `most` */
    TJ_FIELD_CHOICE,  /* unsigned, the place of the word in `words` */
    TJ_FIELD_TEXTS,   /* a list of struct tj_str */
    TJ_FIELD_CHOICES, /* a list of unsigned, each the place of a word in `words`, none twice */
    TJ_FIELD_LIST,    /* a list of structs, each a map with `fields` */
};

/* Tables end with a row without a key. */
struct tj_field {
    const char *key;
    enum tj_field_type type;
    size_t offset, count_offset; /* of a list: its pointer and its size_t */
    bool required;
    unsigned least, most;
    const char *const *words; /* ended by NULL */
    const struct tj_field *fields;
    size_t size; /* of one struct of the list */
};

/* Puts the values of the map `node` into the struct at `into`. What the map does not have stays as it is. */
enum tj_status tj_schema_fill(struct tj_arena *arena, const struct tj_field *fields,
                              const struct tj_yaml *node, const char *name, void *into, struct tj_error *err);

#endif

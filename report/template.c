#include "report/template.h"

#include "extract/base/embedded.h"
#include "extract/fact/fact.h"
#include "report/period.h"
#include "report/places.h"
#include "report/schema.h"
#include "report/template_check.h"

extern const struct tj_embedded tj_templates[];

#define WHEN_WORD(id, word) word,
static const char *const when_words[] = { TJ_WHEN_KINDS(WHEN_WORD) NULL };
static const char *const comparison_words[] = { TJ_COMPARISONS(WHEN_WORD) NULL };
static const char *const column_words[] = { TJ_REGION_COLUMNS(WHEN_WORD) NULL };
static const char *const level_words[] = { "auto", TJ_LEVELS(WHEN_WORD) NULL };
static const char *const measure_words[] = { "any", TJ_MEASURES(WHEN_WORD) NULL };
#undef WHEN_WORD
static const char *const better_words[] = { "higher", "lower", NULL };
static const char *const chart_words[] = { "growth", "regions", "trend", "attainment", NULL };
static const char *const of_words[] = { "value", "growth", "target", NULL };
static const char *const sheet_words[] = { "summary", "targets", "regions", "trends",
                                           "audit",   "facts",   "notes",   NULL };
static const char *const rows_words[] = { "all", "listed", NULL };
static const char *const order_words[] = { "results", "region", NULL };

enum { MOST_PERIODS = 40, MOST_OTHERS = 500, MOST_BARS = 40, FIRST_YEAR = 1900, LAST_YEAR = 2200 };

#define AT(of, member) .offset = offsetof(struct of, member)
#define LIST_AT(of, member, counted) AT(of, member), .count_offset = offsetof(struct of, counted)

static const struct tj_field indicator_fields[] = {
    { "name", TJ_FIELD_TEXT, AT(tj_template_indicator, name), .required = true },
    { "label", TJ_FIELD_LABEL, AT(tj_template_indicator, label) },
    { "national", TJ_FIELD_LABEL, AT(tj_template_indicator, national) },
    { "aliases", TJ_FIELD_TEXTS, LIST_AT(tj_template_indicator, aliases, alias_count) },
    { "better", TJ_FIELD_CHOICE, AT(tj_template_indicator, better), .words = better_words },
    { "part_of", TJ_FIELD_TEXT, AT(tj_template_indicator, part_of) },
    { "unit", TJ_FIELD_LABEL, AT(tj_template_indicator, unit) },
    { "format", TJ_FIELD_TEXT, AT(tj_template_indicator, format) },
    { 0 },
};

static const struct tj_field period_fields[] = {
    { "kind", TJ_FIELD_CHOICE, AT(tj_template_period, kind), .required = true, .words = when_words },
    { "last", TJ_FIELD_NUMBER, AT(tj_template_period, last), .required = true, .least = 1,
      .most = MOST_PERIODS },
    { 0 },
};

static const struct tj_field chart_fields[] = {
    { "kind", TJ_FIELD_CHOICE, AT(tj_template_chart, kind), .required = true, .words = chart_words },
    { "title", TJ_FIELD_LABEL, AT(tj_template_chart, title) },
    { "indicator", TJ_FIELD_TEXT, AT(tj_template_chart, indicator) },
    { "region", TJ_FIELD_TEXT, AT(tj_template_chart, region) },
    { "most", TJ_FIELD_NUMBER, AT(tj_template_chart, most), .least = 2, .most = MOST_BARS },
    { "of", TJ_FIELD_CHOICE, AT(tj_template_chart, of), .words = of_words },
    { 0 },
};

static const struct tj_field sheet_fields[] = {
    { "kind", TJ_FIELD_CHOICE, AT(tj_template_sheet, kind), .required = true, .words = sheet_words },
    { "title", TJ_FIELD_SHEET, AT(tj_template_sheet, title), .required = true },
    { "charts", TJ_FIELD_LIST, LIST_AT(tj_template_sheet, charts, chart_count), .fields = chart_fields,
      .size = sizeof(struct tj_template_chart) },
    { "indicators", TJ_FIELD_TEXTS, LIST_AT(tj_template_sheet, indicators, indicator_count) },
    { "rows", TJ_FIELD_CHOICE, AT(tj_template_sheet, rows), .words = rows_words },
    { "order", TJ_FIELD_CHOICE, AT(tj_template_sheet, order), .words = order_words },
    { "measure", TJ_FIELD_CHOICE, AT(tj_template_sheet, measure), .words = measure_words },
    { "columns", TJ_FIELD_CHOICES, LIST_AT(tj_template_sheet, columns, column_count), .words = column_words },
    { "level", TJ_FIELD_CHOICE, AT(tj_template_sheet, level), .words = level_words },
    { "year", TJ_FIELD_NUMBER, AT(tj_template_sheet, year), .least = FIRST_YEAR, .most = LAST_YEAR },
    { "correlate", TJ_FIELD_TEXT, AT(tj_template_sheet, correlate) },
    { 0 },
};

static const struct tj_field template_fields[] = {
    { "title", TJ_FIELD_LABEL, AT(tj_template, title), .required = true },
    { "font", TJ_FIELD_TEXT, AT(tj_template, font) },
    { "sheets", TJ_FIELD_LIST, LIST_AT(tj_template, sheets, sheet_count), .required = true,
      .fields = sheet_fields, .size = sizeof(struct tj_template_sheet) },
    { "periods", TJ_FIELD_LIST, LIST_AT(tj_template, periods, period_count), .fields = period_fields,
      .size = sizeof(struct tj_template_period) },
    { "regions", TJ_FIELD_TEXTS, LIST_AT(tj_template, regions, region_count) },
    { "indicators", TJ_FIELD_LIST, LIST_AT(tj_template, indicators, indicator_count),
      .fields = indicator_fields, .size = sizeof(struct tj_template_indicator) },
    { "comparisons", TJ_FIELD_CHOICES, LIST_AT(tj_template, comparisons, comparison_count),
      .words = comparison_words },
    { "others", TJ_FIELD_NUMBER, AT(tj_template, others), .most = MOST_OTHERS },
    { "decimals", TJ_FIELD_NUMBER, AT(tj_template, decimals), .most = 4 },
    { "low_confidence", TJ_FIELD_NUMBER, AT(tj_template, low_confidence), .most = 100 },
    { 0 },
};

struct tj_str tj_label_in(const struct tj_label *label, bool english)
{
    return english ? label->en : label->zh;
}

static bool same_name(struct tj_str a, struct tj_str b)
{
    return a.len == b.len && !strncasecmp(a.ptr, b.ptr, a.len);
}

/* Excel wants every sheet's name once, and links go to one sheet of facts. */
static enum tj_status check_sheets(const struct tj_template *t, const struct tj_yaml *root, const char *name,
                                   struct tj_error *err)
{
    const struct tj_yaml *list = tj_yaml_value(root, "sheets");
    if (t->sheet_count == 0) return tj_yaml_fail(err, name, list, "'sheets' lists no sheet");
    for (size_t i = 0; i < t->sheet_count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct tj_template_sheet *a = &t->sheets[i], *b = &t->sheets[j];
            if (same_name(a->title.zh, b->title.zh) || same_name(a->title.en, b->title.en))
                return tj_yaml_fail(err, name, &list->items[i], "two sheets are called '%.*s'",
                                    TJ_ARG(a->title.zh));
            if (a->kind == b->kind && a->kind != TJ_SHEET_TARGETS && a->kind != TJ_SHEET_REGIONS)
                return tj_yaml_fail(err, name, &list->items[i], "a second sheet of kind '%s'",
                                    sheet_words[a->kind]);
        }
    return TJ_OK;
}

/* A name or alias that belongs to two indicators would join them in one place and not in another. */
static enum tj_status check_names(const struct tj_template *t, const struct tj_yaml *root, const char *name,
                                  struct tj_error *err)
{
    struct tj_yaml *list = t->indicator_count ? tj_yaml_value(root, "indicators")->items : NULL;
    for (size_t i = 0; i < t->indicator_count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct tj_template_indicator *a = &t->indicators[i], *b = &t->indicators[j];
            for (size_t m = 0; m <= a->alias_count; m++)
                for (size_t n = 0; n <= b->alias_count; n++) {
                    struct tj_str x = m ? a->aliases[m - 1] : a->name, y = n ? b->aliases[n - 1] : b->name;
                    if (tj_equal(x, y))
                        return tj_yaml_fail(err, name, &list[i],
                                            "'%.*s' belongs to the indicator in line %zu", TJ_ARG(x),
                                            list[j].line);
                }
        }
    return TJ_OK;
}

enum tj_status tj_template_read(struct tj_arena *arena, struct tj_str bytes, const char *name,
                                const struct tj_template **out, struct tj_error *err)
{
    struct tj_yaml root;
    enum tj_status status = tj_yaml_read(arena, bytes, name, &root, err);
    if (status) return status;
    struct tj_template *t = tj_alloc(arena, sizeof *t);
    t->font = TJ_STR("Microsoft YaHei");
    t->decimals = 2;
    t->low_confidence = 60;
    t->comparison_count = 1;
    t->comparisons = tj_alloc(arena, sizeof *t->comparisons);
    t->comparisons[0] = TJ_CMP_STATED;
    status = tj_schema_fill(arena, template_fields, &root, name, t, err);
    if (!status) status = check_sheets(t, &root, name, err);
    if (!status) status = check_names(t, &root, name, err);
    if (!status) status = tj_template_check(t, &root, name, err);
    for (size_t i = 0; i < t->indicator_count; i++) {
        struct tj_template_indicator *row = &t->indicators[i];
        if (row->label.zh.len == 0) row->label = (struct tj_label){ row->name, row->name };
        if (row->national.zh.len == 0) row->national = row->label;
    }
    *out = t;
    return status;
}

bool tj_template_builtin(struct tj_str name, struct tj_str *bytes)
{
    char file[64];
    static const char ending[] = ".yaml";
    if (name.len == 0 || name.len + sizeof ending > sizeof file) return false;
    memcpy(file, name.ptr, name.len);
    memcpy(file + name.len, ending, sizeof ending);
    return tj_embedded_find(tj_templates, tj_str_of(file), bytes);
}

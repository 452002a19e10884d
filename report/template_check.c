#include "report/template_check.h"

#define KIND(kind) (1u << (kind))

/* Keys that only some kinds of sheets know. */
static const struct {
    const char *key;
    unsigned kinds;
    const char *words; /* of these kinds */
} only_for[] = {
    { "charts", KIND(TJ_SHEET_SUMMARY) | KIND(TJ_SHEET_TARGETS) | KIND(TJ_SHEET_REGIONS),
      "summary, targets, regions" },
    { "indicators", KIND(TJ_SHEET_TARGETS) | KIND(TJ_SHEET_REGIONS), "targets, regions" },
    { "rows", KIND(TJ_SHEET_TARGETS), "targets" },
    { "order", KIND(TJ_SHEET_TARGETS), "targets" },
    { "measure", KIND(TJ_SHEET_TARGETS), "targets" },
    { "columns", KIND(TJ_SHEET_REGIONS), "regions" },
    { "level", KIND(TJ_SHEET_REGIONS), "regions" },
    { "year", KIND(TJ_SHEET_REGIONS), "regions" },
    { "correlate", KIND(TJ_SHEET_REGIONS), "regions" },
};

/* The charts that a kind of sheet can draw. */
static const struct {
    unsigned charts;
    const char *words;
} charts_of[TJ_SHEET_KINDS] = {
    [TJ_SHEET_SUMMARY] = { KIND(TJ_CHART_GROWTH) | KIND(TJ_CHART_REGIONS) | KIND(TJ_CHART_TREND),
                           "growth, regions, trend" },
    [TJ_SHEET_TARGETS] = { KIND(TJ_CHART_ATTAINMENT), "attainment" },
    [TJ_SHEET_REGIONS] = { KIND(TJ_CHART_REGIONS) | KIND(TJ_CHART_ATTAINMENT), "regions, attainment" },
};

struct checker {
    const struct tj_template *t;
    const char *name;
    struct tj_error *err;
};

/* The key of a map as it stands there, for its place. */
static const struct tj_yaml *key_in(const struct tj_yaml *map, const char *key)
{
    for (size_t i = 0; i < map->count; i += 2)
        if (tj_equal(map->items[i].text, tj_str_of(key))) return &map->items[i];
    return NULL;
}

static bool lists(const struct tj_template *t, struct tj_str indicator)
{
    for (size_t i = 0; i < t->indicator_count; i++)
        if (tj_equal(t->indicators[i].name, indicator)) return true;
    return false;
}

static enum tj_status not_listed(const struct checker *c, const struct tj_yaml *at, struct tj_str indicator)
{
    return tj_yaml_fail(c->err, c->name, at, "'%.*s' is not the name of an indicator under 'indicators'",
                        TJ_ARG(indicator));
}

static enum tj_status check_keys(const struct checker *c, const struct tj_template_sheet *sheet,
                                 const struct tj_yaml *map)
{
    for (size_t i = 0; i < sizeof only_for / sizeof only_for[0]; i++) {
        const struct tj_yaml *key = key_in(map, only_for[i].key);
        if (key && !(only_for[i].kinds & KIND(sheet->kind)))
            return tj_yaml_fail(c->err, c->name, key, "'%s' is only for sheets of kind %s", only_for[i].key,
                                only_for[i].words);
    }
    return TJ_OK;
}

static enum tj_status check_of(const struct checker *c, const struct tj_template_sheet *sheet,
                               const struct tj_template_chart *chart, const struct tj_yaml *map)
{
    const struct tj_yaml *of = key_in(map, "of");
    bool trend = chart->kind == TJ_CHART_TREND;
    bool bars = chart->kind == TJ_CHART_REGIONS && sheet->kind == TJ_SHEET_REGIONS;
    if (of && !trend && !bars)
        return tj_yaml_fail(
            c->err, c->name, of,
            "'of' is only for charts of kind trend, and of kind regions in sheets of regions");
    if (of && trend && chart->of == TJ_OF_TARGET)
        return tj_yaml_fail(c->err, c->name, tj_yaml_value(map, "of"), "a trend shows value or growth");
    return TJ_OK;
}

static enum tj_status check_charts(const struct checker *c, const struct tj_template_sheet *sheet,
                                   const struct tj_yaml *map)
{
    for (size_t i = 0; i < sheet->chart_count; i++) {
        const struct tj_yaml *chart = &tj_yaml_value(map, "charts")->items[i];
        if (!(charts_of[sheet->kind].charts & KIND(sheet->charts[i].kind)))
            return tj_yaml_fail(c->err, c->name, tj_yaml_value(chart, "kind"),
                                "a sheet of this kind has no such chart; allowed: %s",
                                charts_of[sheet->kind].words);
        enum tj_status status = check_of(c, sheet, &sheet->charts[i], chart);
        if (status) return status;
    }
    return TJ_OK;
}

static enum tj_status check_sheet(const struct checker *c, const struct tj_template_sheet *sheet,
                                  const struct tj_yaml *map)
{
    enum tj_status status = check_keys(c, sheet, map);
    if (!status) status = check_charts(c, sheet, map);
    if (!status && sheet->correlate.len && !lists(c->t, sheet->correlate))
        status = not_listed(c, tj_yaml_value(map, "correlate"), sheet->correlate);
    for (size_t i = 0; i < sheet->indicator_count && !status; i++)
        if (!lists(c->t, sheet->indicators[i]))
            status = not_listed(c, &tj_yaml_value(map, "indicators")->items[i], sheet->indicators[i]);
    return status;
}

enum tj_status tj_template_check(const struct tj_template *t, const struct tj_yaml *root, const char *name,
                                 struct tj_error *err)
{
    struct checker c = { t, name, err };
    enum tj_status status = TJ_OK;
    for (size_t i = 0; i < t->sheet_count && !status; i++)
        status = check_sheet(&c, &t->sheets[i], &tj_yaml_value(root, "sheets")->items[i]);
    for (size_t i = 0; i < t->indicator_count && !status; i++) {
        const struct tj_yaml *map = &tj_yaml_value(root, "indicators")->items[i];
        if (t->indicators[i].part_of.len && !lists(t, t->indicators[i].part_of))
            status = not_listed(&c, tj_yaml_value(map, "part_of"), t->indicators[i].part_of);
    }
    return status;
}

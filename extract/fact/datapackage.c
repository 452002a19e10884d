#include "extract/fact/datapackage.h"

#include "extract/base/json.h"
#include "extract/fact/columns.h"

/* In the order of the columns. Type and constraints are those of the Table Schema, descriptions those of
   docs/fact.schema.json (a test compares them). An empty cell is a missing value and no constraint's matter. */
static const struct {
    const char *type, *constraints, *description;
} fields[TJ_COLUMNS] = {
    { "string", "\"required\": true, \"unique\": true",
      "Stable name of the fact: the same document text gives the same id." },
    { "string", "", "The input's name: the path it was read from." },
    { "string", "", "The document's title, empty if none was found." },
    { "string", "\"pattern\": \"^([0-9]{4}(-[0-9]{2}-[0-9]{2})?)?$\"",
      "The document's date, YYYY-MM-DD or YYYY, empty if not known." },
    { "integer", "\"required\": true, \"minimum\": 0",
      "First byte of text in the document's text as UTF-8." },
    { "integer", "\"required\": true, \"minimum\": 0", "The byte behind its last." },
    { "integer", "\"minimum\": 0", "The same place in the input as it lies on disk, in its own encoding." },
    { "integer", "\"minimum\": 0", "The byte behind its last there." },
    { "string", "", "The value expression: number and unit, both ends of a range." },
    { "string",
      "\"required\": true, \"enum\": [\"level\", \"growth\", \"change\", \"share\", \"multiple\", \"rank\"]",
      "What the number says of the indicator." },
    { "number", "", "The number in unit, an exact decimal; not there for a range." },
    { "number", "", "Lower end of a range." },
    { "number", "", "Upper end of a range." },
    { "string", "",
      "Canonical unit: 1, pp, ISO 4217 for money, t, kg, m2, km, kWh, or the counter as written; empty for a "
      "number without one." },
    { "string",
      "\"required\": true, \"enum\": [\"eq\", \"approx\", \"ge\", \"gt\", \"le\", \"lt\", \"range\"]",
      "How the number limits the true value." },
    { "string", "", "The statistic's canonical name where the dictionaries know it, else the text's words." },
    { "string", "", "The statistic's name in the text's words, with what the clause leaves out restored." },
    { "string", "", "The dictionary's code for it, empty if it has none." },
    { "string", "", "The place that the figure is about, by its official full name; empty if not known." },
    { "string", "", "GB/T 2260 code, or ISO 3166-1 alpha-3 for a country; empty if it has none." },
    { "string",
      "\"pattern\": "
      "\"^([0-9]{4}(-(Q[1-4]|H[12]|[0-9]{2}(-[0-9]{2})?))?(/"
      "[0-9]{4}(-(Q[1-4]|H[12]|[0-9]{2}(-[0-9]{2})?))?)?)?$\"",
      "What the figure covers: 2023, 2023-Q1, 2023-H1, 2023-11, 2023-12-31, or a/b for a span; empty if "
      "nothing tells." },
    { "string", "\"required\": true, \"enum\": [\"actual\", \"target\"]", "Reached, or to be reached." },
    { "string", "\"pattern\": \"^(yoy|mom|avg|other|base:[0-9]{4})?$\"",
      "Of growth and change: what it is against." },
    { "number", "\"minimum\": 0, \"maximum\": 1", "How sure the fact is, from what had to be inferred." },
    { "string", "", "The sentence that the fact stands in, cleaned of line breaks and markup." },
    { "string", "\"enum\": [\"\", \"table\"]",
      "Where in the document the figure stands: table, or empty (in JSON left out) for running text." },
    { "string", "", "Of a figure in a table: the words at the head of its row." },
    { "string", "", "Of a figure in a table: the words at the head of its column." },
    { "integer", "\"minimum\": 1",
      "The page of a PDF that it stands on, from 1; not there for other documents." },
};

bool tj_datapackage_can_name(struct tj_str file_name)
{
    size_t at;
    return file_name.len && !memchr("./~", file_name.ptr[0], 3) && !tj_find(file_name, TJ_STR(".."), 0, &at)
           && !memchr(file_name.ptr, '\\', file_name.len) && tj_is_utf8(file_name, NULL);
}

static void put_field(struct tj_buffer *out, size_t column)
{
    tj_put(out, TJ_STR("          { \"name\": "));
    tj_put_json(out, tj_column_name(column));
    tj_put(out, TJ_STR(", \"type\": "));
    tj_put_json(out, tj_str_of(fields[column].type));
    if (fields[column].constraints[0]) {
        tj_put(out, TJ_STR(", \"constraints\": { "));
        tj_put(out, tj_str_of(fields[column].constraints));
        tj_put(out, TJ_STR(" }"));
    }
    tj_put(out, TJ_STR(",\n            \"description\": "));
    tj_put_json(out, tj_str_of(fields[column].description));
    tj_put(out, column + 1 < TJ_COLUMNS ? TJ_STR(" },\n") : TJ_STR(" }\n"));
}

void tj_put_datapackage(struct tj_buffer *out, struct tj_str file_name)
{
    tj_put(out,
           TJ_STR("{\n"
                  "  \"profile\": \"tabular-data-package\",\n"
                  "  \"name\": \"tongji-facts\",\n"
                  "  \"title\": \"Statistics out of Chinese text\",\n"
                  "  \"description\": \"One row for each statistic that tongji found, with the words that "
                  "prove it. A text cell that a spreadsheet would run as a formula has a ' in front.\",\n"
                  "  \"resources\": [\n"
                  "    {\n"
                  "      \"profile\": \"tabular-data-resource\",\n"
                  "      \"type\": \"table\",\n"
                  "      \"name\": \"facts\",\n"
                  "      \"path\": "));
    tj_put_json(out, file_name);
    tj_put(out,
           TJ_STR(",\n"
                  "      \"format\": \"csv\",\n"
                  "      \"mediatype\": \"text/csv\",\n"
                  "      \"encoding\": \"utf-8\",\n"
                  "      \"dialect\": { \"delimiter\": \",\", \"lineTerminator\": \"\\n\", \"quoteChar\": "
                  "\"\\\"\", \"doubleQuote\": true, \"header\": true },\n"
                  "      \"schema\": {\n"
                  "        \"fields\": [\n"));
    for (size_t c = 0; c < TJ_COLUMNS; c++) put_field(out, c);
    tj_put(out, TJ_STR("        ],\n"
                       "        \"missingValues\": [\"\"],\n"
                       "        \"primaryKey\": [\"id\"]\n"
                       "      }\n"
                       "    }\n"
                       "  ]\n"
                       "}\n"));
}

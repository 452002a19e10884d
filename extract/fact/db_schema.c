#include "extract/fact/db_schema.h"

#include "extract/fact/columns.h"

const char *tj_db_tables(struct tj_arena *arena)
{
    struct tj_buffer sql = { 0 };
    tj_put(&sql, TJ_STR("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
                        "INSERT OR IGNORE INTO meta VALUES ('schema', '1');"
                        "CREATE TABLE IF NOT EXISTS facts ("));
    for (size_t c = 0; c < TJ_COLUMNS; c++) {
        tj_put(&sql, TJ_STR("\""));
        tj_put(&sql, tj_column_name(c));
        bool is_real = tj_equal(tj_column_name(c), TJ_STR("confidence"));
        tj_put(&sql, c == 0                  ? TJ_STR("\" TEXT PRIMARY KEY, ")
                     : tj_column_is_count(c) ? TJ_STR("\" INTEGER, ")
                     : is_real               ? TJ_STR("\" REAL, ")
                                             : TJ_STR("\" TEXT, "));
    }
    tj_put(&sql, TJ_STR("value_num REAL, lower_num REAL, upper_num REAL);"));
    const char *text = tj_copy(arena, tj_buffer_str(&sql)).ptr;
    tj_buffer_free(&sql);
    return text;
}

/* The first and the last day of each period: 2023-Q1/2023-Q3 is 2023-01-01 to 2023-09-30. */
#define PERIODS                                                                                      \
    "CREATE VIEW IF NOT EXISTS periods AS\n"                                                         \
    "WITH parts AS (\n"                                                                              \
    "  SELECT DISTINCT period,\n"                                                                    \
    "    substr(period || '/', 1, instr(period || '/', '/') - 1) AS a,\n"                            \
    "    substr(period, instr(period, '/') + 1) AS b\n"                                              \
    "  FROM facts WHERE period <> '')\n"                                                             \
    "SELECT period,\n"                                                                               \
    "  CASE WHEN length(a) = 4 THEN a || '-01-01'\n"                                                 \
    "       WHEN substr(a, 6, 1) = 'Q' THEN date(substr(a, 1, 4) || '-01-01',\n"                     \
    "                                            (substr(a, 7) * 3 - 3) || ' months')\n"             \
    "       WHEN substr(a, 6, 1) = 'H' THEN date(substr(a, 1, 4) || '-01-01',\n"                     \
    "                                            (substr(a, 7) * 6 - 6) || ' months')\n"             \
    "       WHEN length(a) = 7 THEN a || '-01' ELSE a END AS first_day,\n"                           \
    "  CASE WHEN length(b) = 4 THEN b || '-12-31'\n"                                                 \
    "       WHEN substr(b, 6, 1) = 'Q' THEN date(substr(b, 1, 4) || '-01-01',\n"                     \
    "                                            (substr(b, 7) * 3) || ' months', '-1 day')\n"       \
    "       WHEN substr(b, 6, 1) = 'H' THEN date(substr(b, 1, 4) || '-01-01',\n"                     \
    "                                            (substr(b, 7) * 6) || ' months', '-1 day')\n"       \
    "       WHEN length(b) = 7 THEN date(b || '-01', '+1 month', '-1 day') ELSE b END AS last_day\n" \
    "FROM parts;\n"

/* One row for each figure, however many sources state it: the statement of highest confidence. */
#define FIGURES                                                                                           \
    "CREATE VIEW IF NOT EXISTS figures AS\n"                                                              \
    "SELECT region, region_code, indicator, measure, basis, unit, period, first_day, last_day, status,\n" \
    "       bound, value, lower, upper, value_num, lower_num, upper_num, confidence, date, doc, id,\n"    \
    "       statements, lowest, highest\n"                                                                \
    "FROM (SELECT f.*, p.first_day, p.last_day,\n"                                                        \
    "        row_number() OVER (PARTITION BY f.region, f.indicator, f.measure, f.basis, f.unit,\n"        \
    "          f.period, f.status ORDER BY f.confidence DESC, f.date DESC, f.id) AS choice,\n"            \
    "        count(*) OVER same AS statements,\n"                                                         \
    "        min(coalesce(value_num, lower_num)) OVER same AS lowest,\n"                                  \
    "        max(coalesce(value_num, upper_num)) OVER same AS highest\n"                                  \
    "      FROM facts f JOIN periods p ON p.period = f.period\n"                                          \
    "      WHERE f.region <> '' AND f.indicator <> ''\n"                                                  \
    "      WINDOW same AS (PARTITION BY f.region, f.indicator, f.measure, f.basis, f.unit,\n"             \
    "        f.period, f.status))\n"                                                                      \
    "WHERE choice = 1;\n"

#define SERIES                                        \
    "CREATE VIEW IF NOT EXISTS series AS\n"           \
    "SELECT * FROM figures WHERE status = 'actual'\n" \
    "ORDER BY region, indicator, measure, basis, unit, last_day, first_day;\n"

/* Of periods that end on the same day the longest: the year before December. */
#define LATEST                                                                                         \
    "CREATE VIEW IF NOT EXISTS latest AS\n"                                                            \
    "SELECT region, region_code, indicator, measure, basis, unit, period, first_day, last_day,\n"      \
    "       bound, value, lower, upper, value_num, lower_num, upper_num, confidence, date, doc, id,\n" \
    "       statements, lowest, highest\n"                                                             \
    "FROM (SELECT *, row_number() OVER (PARTITION BY region, indicator, measure, basis\n"              \
    "        ORDER BY last_day DESC, first_day, confidence DESC, date DESC, id) AS choice\n"           \
    "      FROM figures WHERE status = 'actual')\n"                                                    \
    "WHERE choice = 1\n"                                                                               \
    "ORDER BY region, indicator, measure, basis;\n"

/* The result is looked up by the index facts_series, so that one place's targets need not wait for all. */
#define TARGETS                                                                               \
    "CREATE VIEW IF NOT EXISTS targets AS\n"                                                  \
    "SELECT t.region, t.region_code, t.indicator, t.measure, t.basis, t.unit, t.period,\n"    \
    "       t.bound, t.value AS target, t.lower AS target_lower, t.upper AS target_upper,\n"  \
    "       t.value_num AS target_num, r.bound AS result_bound, r.value AS result,\n"         \
    "       r.value_num AS result_num, r.value_num - t.value_num AS difference,\n"            \
    "       t.doc AS target_doc, r.doc AS result_doc, t.id AS target_id, r.id AS result_id\n" \
    "FROM figures t LEFT JOIN facts r ON r.id = (SELECT a.id FROM facts a\n"                  \
    "  WHERE a.indicator = t.indicator AND a.region = t.region AND a.period = t.period\n"     \
    "    AND a.measure = t.measure AND a.basis = t.basis AND a.unit = t.unit\n"               \
    "    AND a.status = 'actual'\n"                                                           \
    "  ORDER BY a.confidence DESC, a.date DESC, a.id LIMIT 1)\n"                              \
    "WHERE t.status = 'target'\n"                                                             \
    "ORDER BY t.region, t.indicator, t.measure, t.basis, t.unit, t.last_day, t.first_day;\n"

const char *tj_db_finish(void)
{
    return "COMMIT;"
           "CREATE INDEX IF NOT EXISTS facts_series ON facts (indicator, region, period);"
           "CREATE INDEX IF NOT EXISTS facts_doc ON facts (doc);"
           "BEGIN;" PERIODS FIGURES SERIES LATEST TARGETS "COMMIT;";
}

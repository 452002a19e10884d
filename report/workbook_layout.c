#include "report/workbook_parts.h"
#include "report/workbook_text.h"

enum {
    FOOTER_CHARACTERS = 200,
    TITLE_CHARACTERS = 200,
    PAPER_A4 = 9,
    MOST_LINES = 8,
    BAR_COLOR = 0x4472A8,
    MOST_GROUPED = 4,
    AXIS_COLOR = 0xBFBFBF,
    TEXT_COLOR = 0x404040,
    BAR_GAP = 60,
    ROW_PIXELS = 20, /* libxlsxwriter places a chart by rows of this height, whatever theirs is */
};

static const unsigned line_colors[MOST_LINES] = { 0x2F5C8F, 0xC0703A, 0x5B8C5A, 0x8A6BA8,
                                                  0xB5A13C, 0x4FA3A5, 0x8C4A4A, 0x7F7F7F };

static const unsigned column_colors[MOST_GROUPED] = { 0xB4C2D3, 0x2F5C8F, 0xC0703A, 0x5B8C5A };

void tj_sheet_width(struct tj_sheet *s, unsigned first, unsigned last, double characters)
{
    s->width += characters * (last - first + 1);
    if (tj_sheet_usable(s))
        tj_book_check(s->book,
                      worksheet_set_column(s->ws, (lxw_col_t)first, (lxw_col_t)last, characters, NULL));
}

void tj_sheet_row_height(struct tj_sheet *s, uint32_t row, double points)
{
    if (tj_sheet_usable(s)) tj_book_check(s->book, worksheet_set_row(s->ws, row, points, NULL));
}

void tj_sheet_lay_out(struct tj_sheet *s, const struct tj_layout *layout)
{
    if (!tj_sheet_usable(s)) return;
    lxw_worksheet *ws = s->ws;
    if (layout->height > 0) worksheet_set_default_row(ws, layout->height, LXW_FALSE);
    if (layout->frozen_rows)
        worksheet_freeze_panes(ws, layout->frozen_rows, (lxw_col_t)layout->frozen_columns);
    if (layout->tab) worksheet_set_tab_color(ws, layout->tab);
    if (layout->zoom) worksheet_set_zoom(ws, (uint16_t)layout->zoom);
    worksheet_gridlines(ws, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_landscape(ws);
    worksheet_set_paper(ws, PAPER_A4);
    worksheet_set_margins(ws, 0.4, 0.4, 0.5, 0.6);
    worksheet_center_horizontally(ws);
    worksheet_fit_to_pages(ws, 1, 0);
    uint32_t first = layout->first_header, rows = layout->header_rows;
    if (rows) tj_book_check(s->book, worksheet_repeat_rows(ws, first, first + rows - 1));
    s->headers = rows;
    if (layout->page_break) s->breaks[s->break_count++] = layout->page_break;
    tj_book_check(s->book, worksheet_set_footer(ws, tj_book_own(s->book, layout->footer, FOOTER_CHARACTERS)));
}

/* A page of A4 across holds so many rows at full size, and so many characters in a row; wider sheets are
   made smaller and hold more rows. */
static uint32_t rows_of_page(const struct tj_sheet *s)
{
    enum { ROWS = 27, CHARACTERS = 138 };
    double smaller = s->width > CHARACTERS ? s->width / CHARACTERS : 1;
    return (uint32_t)(ROWS * smaller);
}

void tj_sheet_keep(struct tj_sheet *s, uint32_t row, uint32_t rows)
{
    uint32_t page = rows_of_page(s), begin = s->break_count ? s->breaks[s->break_count - 1] : 0;
    if (begin) page -= page > s->headers ? s->headers : 0;
    uint32_t used = (row - begin) % page;
    if (used + rows > page && used > 0 && s->break_count < TJ_MOST_BREAKS) s->breaks[s->break_count++] = row;
}

void tj_book_break_pages(struct tj_book *b)
{
    for (struct tj_sheet *s = b->sheets; s; s = s->next)
        if (s->break_count && tj_sheet_usable(s))
            tj_book_check(b, worksheet_set_h_pagebreaks(s->ws, s->breaks));
}

void tj_sheet_filter(struct tj_sheet *s, struct tj_block b)
{
    if (tj_sheet_usable(s))
        tj_book_check(s->book, worksheet_autofilter(s->ws, b.first_row, (lxw_col_t)b.first, b.last_row,
                                                    (lxw_col_t)b.last));
}

void tj_sheet_print_area(struct tj_sheet *s, struct tj_block b)
{
    if (tj_sheet_usable(s))
        tj_book_check(s->book, worksheet_print_area(s->ws, b.first_row, (lxw_col_t)b.first, b.last_row,
                                                    (lxw_col_t)b.last));
}

void tj_sheet_mark_bars(struct tj_sheet *s, struct tj_block b, unsigned color)
{
    lxw_conditional_format rule = { .type = LXW_CONDITIONAL_DATA_BAR,
                                    .bar_color = color,
                                    .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                    .min_value = 0 };
    if (tj_sheet_usable(s))
        tj_book_check(s->book, worksheet_conditional_format_range(s->ws, b.first_row, (lxw_col_t)b.first,
                                                                  b.last_row, (lxw_col_t)b.last, &rule));
}

static void mark(struct tj_sheet *s, struct tj_block b, lxw_conditional_format *rule, unsigned color,
                 unsigned fill)
{
    if (!tj_sheet_usable(s)) return;
    rule->format = workbook_add_format(s->book->wb);
    format_set_font_color(rule->format, color);
    if (fill) format_set_bg_color(rule->format, fill);
    tj_book_check(s->book, worksheet_conditional_format_range(s->ws, b.first_row, (lxw_col_t)b.first,
                                                              b.last_row, (lxw_col_t)b.last, rule));
}

void tj_sheet_mark_negative(struct tj_sheet *s, struct tj_block block, unsigned color)
{
    lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                    .criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN,
                                    .value = 0 };
    mark(s, block, &rule, color, 0);
}

void tj_sheet_mark_text(struct tj_sheet *s, struct tj_block block, struct tj_str text, unsigned color,
                        unsigned fill)
{
    struct tj_str quoted = tj_print(&s->book->arena, "\"%.*s\"", TJ_ARG(text));
    lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                    .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                    .value_string = tj_book_own(s->book, quoted, TITLE_CHARACTERS) };
    mark(s, block, &rule, color, fill);
}

static void dress_axes(struct tj_book *b, lxw_chart *chart, const struct tj_chart *spec)
{
    lxw_chart_font font = { .name = tj_book_own(b, b->font, TITLE_CHARACTERS),
                            .size = 9,
                            .color = TEXT_COLOR };
    lxw_chart_line unseen = { .none = LXW_TRUE };
    lxw_chart_line thin = { .color = AXIS_COLOR, .width = 0.75 };
    chart_axis_set_num_font(chart->x_axis, &font);
    chart_axis_set_num_font(chart->y_axis, &font);
    bool upright = spec->lines || spec->columns; /* a bar chart lies on its side */
    lxw_chart_axis *names = upright ? chart->x_axis : chart->y_axis;
    lxw_chart_axis *values = upright ? chart->y_axis : chart->x_axis;
    chart_axis_set_line(names, &thin);
    chart_axis_set_line(values, upright ? &thin : &unseen);
    chart_axis_set_num_format(values, tj_book_own(b, spec->format, TITLE_CHARACTERS));
    chart_axis_set_label_position(names, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    chart_axis_major_gridlines_set_visible(names, LXW_FALSE);
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &(lxw_chart_line){ .color = 0xE5E5E5, .width = 0.75 });
    if (upright) {
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
        chart_legend_set_font(chart, &font);
        if (spec->lines) chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_CONNECTED);
    } else {
        chart_axis_set_reverse(names);
        chart_axis_set_label_position(values, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    }
}

static void add_bars(struct tj_book *b, lxw_chart *chart, const char *sheet, const struct tj_chart *spec)
{
    struct tj_block t = spec->table;
    lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
    lxw_col_t names = (lxw_col_t)t.first, figures = (lxw_col_t)t.last;
    chart_series_set_categories(series, sheet, t.first_row, names, t.last_row, names);
    chart_series_set_values(series, sheet, t.first_row, figures, t.last_row, figures);
    chart_series_set_fill(series, &(lxw_chart_fill){ .color = BAR_COLOR });
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, tj_book_own(b, spec->format, TITLE_CHARACTERS));
    lxw_chart_font font = { .name = tj_book_own(b, b->font, TITLE_CHARACTERS),
                            .size = 9,
                            .color = TEXT_COLOR };
    chart_series_set_labels_font(series, &font);
    chart_set_series_gap(chart, BAR_GAP);
    if (!spec->negative) chart_axis_set_min(chart->x_axis, 0);
}

static void add_lines(lxw_chart *chart, const char *sheet, const struct tj_chart *spec)
{
    struct tj_block t = spec->table;
    lxw_col_t first = (lxw_col_t)(t.first + 1), last = (lxw_col_t)t.last;
    for (uint32_t row = t.first_row; row <= t.last_row; row++) {
        unsigned color = line_colors[(row - t.first_row) % MOST_LINES];
        lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
        chart_series_set_name_range(series, sheet, row, (lxw_col_t)t.first);
        chart_series_set_categories(series, sheet, spec->header_row, first, spec->header_row, last);
        chart_series_set_values(series, sheet, row, first, row, last);
        chart_series_set_line(series, &(lxw_chart_line){ .color = color, .width = 2.25 });
        chart_series_set_marker_type(series, LXW_CHART_MARKER_CIRCLE);
        chart_series_set_marker_size(series, 6);
        chart_series_set_marker_fill(series, &(lxw_chart_fill){ .color = color });
        chart_series_set_marker_line(series, &(lxw_chart_line){ .color = color });
    }
}

static void add_columns(lxw_chart *chart, const char *sheet, const struct tj_chart *spec)
{
    struct tj_block t = spec->table;
    for (unsigned column = t.first + 1; column <= t.last; column++) {
        lxw_col_t names = (lxw_col_t)t.first, figures = (lxw_col_t)column;
        lxw_chart_series *series = chart_add_series(chart, NULL, NULL);
        chart_series_set_name_range(series, sheet, spec->header_row, figures);
        chart_series_set_categories(series, sheet, t.first_row, names, t.last_row, names);
        chart_series_set_values(series, sheet, t.first_row, figures, t.last_row, figures);
        unsigned color = column_colors[(column - t.first - 1) % MOST_GROUPED];
        chart_series_set_fill(series, &(lxw_chart_fill){ .color = color });
    }
    chart_set_series_gap(chart, BAR_GAP);
    if (!spec->negative) chart_axis_set_min(chart->y_axis, 0);
}

void tj_sheet_chart(struct tj_sheet *s, const struct tj_chart *spec)
{
    struct tj_book *b = s->book;
    if (!tj_sheet_usable(s)) return;
    uint8_t type = spec->lines ? LXW_CHART_LINE : spec->columns ? LXW_CHART_COLUMN : LXW_CHART_BAR;
    lxw_chart *chart = workbook_add_chart(b->wb, type);
    if (!chart) return;
    if (spec->lines)
        add_lines(chart, s->name.ptr, spec);
    else if (spec->columns)
        add_columns(chart, s->name.ptr, spec);
    else
        add_bars(b, chart, s->name.ptr, spec);
    dress_axes(b, chart, spec);
    lxw_chart_font font = {
        .name = tj_book_own(b, b->font, TITLE_CHARACTERS), .size = 11, .color = TEXT_COLOR, .bold = LXW_TRUE
    };
    chart_title_set_name(chart, tj_book_own(b, spec->title, TITLE_CHARACTERS));
    chart_title_set_name_font(chart, &font);
    lxw_chart_options options = { .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                  .y_offset = 3, /* its frame stays on the page of its first row */
                                  .x_scale = spec->width / 480.0,
                                  .y_scale = spec->rows * ROW_PIXELS / 288.0 };
    tj_book_check(b, worksheet_insert_chart_opt(s->ws, spec->row, (lxw_col_t)spec->column, chart, &options));
}

#include "extract/base/table.h"

static struct tj_str take_until(struct tj_str *s, char mark)
{
    const char *end = s->len ? memchr(s->ptr, mark, s->len) : NULL;
    struct tj_str head = { s->ptr, end ? (size_t)(end - s->ptr) : s->len };
    size_t used = head.len + (end != NULL);
    *s = (struct tj_str){ s->ptr + used, s->len - used };
    return head;
}

static void split(struct tj_str line, struct tj_row *row)
{
    bool more = true;
    while (more) {
        more = memchr(line.ptr, '\t', line.len) != NULL;
        struct tj_str cell = tj_trim(take_until(&line, '\t'));
        if (row->count < TJ_MAX_CELLS) row->cells[row->count] = cell;
        if (row->count <= TJ_MAX_CELLS) row->count++;
    }
}

bool tj_table_next(struct tj_table *table, struct tj_row *row)
{
    while (table->rest.len > 0) {
        struct tj_str line = take_until(&table->rest, '\n');
        table->line++;
        if (line.len && line.ptr[line.len - 1] == '\r') line.len--;
        if (tj_trim(line).len == 0 || line.ptr[0] == '#') continue;
        *row = (struct tj_row){ .line = table->line };
        split(line, row);
        return true;
    }
    return false;
}

bool tj_list_next(struct tj_str *list, char mark, struct tj_str *item)
{
    while (list->len > 0) {
        *item = tj_trim(take_until(list, mark));
        if (item->len > 0) return true;
    }
    return false;
}

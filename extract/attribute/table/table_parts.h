/* The parts of table reading: table_grid.c (cells into rows and columns, which of them are heads), table_head.c (what a
   head's words tell), table_name.c (the statistic's name), table_value.c (a cell's figure), table_caption.c, table_figure.c (the fact), table.c (all together). */
#ifndef TJ_TABLE_PARTS_H
#define TJ_TABLE_PARTS_H

#include "extract/attribute/name/name.h"
#include "extract/attribute/table/table.h"

/* What the words at the head of a row, of a column, or a caption tell. */
struct tj_header {
    struct tj_str label; /* as they stand, without blanks and marks of notes */
    struct tj_str words; /* what names a statistic, or a part of its name */
    struct tj_str unit;  /* in brackets or behind 单位： */
    struct tj_str of;    /* 占地区生产总值, of a share */
    struct tj_period period;
    uint32_t region;
    unsigned roles; /* bits of enum tj_header_role */
    bool also;      /* of a caption: growth is one of the things that the table tells */
};

#define TJ_ROLE(role) (1U << (role))

/* One cell, read by itself. */
struct tj_slot {
    struct tj_str label;  /* folded, without blanks and marks of notes */
    struct tj_str number; /* of a figure: digits and point */
    struct tj_str tail;   /* the unit behind it, if it has one of its own */
    enum tj_bound bound;  /* 5.5左右 */
    struct tj_span place; /* of the figure, sign and unit with it, in the document's text */
    bool figure, negative, year;
};

enum tj_column_use { TJ_COLUMN_LABELS, TJ_COLUMN_FIGURES, TJ_COLUMN_UNITS, TJ_COLUMN_IDLE };

struct tj_column {
    enum tj_column_use use;
    struct tj_header header;
};

struct tj_matrix {
    struct tj_frame *f;
    const struct tj_document *document;
    const struct tj_grid *grid;
    struct tj_slot *slots; /* of the grid's cells */
    uint32_t *at;          /* row by row: the number of the cell there, from 1; 0 for none */
    unsigned body;         /* the first row of figures */
    struct tj_column *columns;
    struct tj_header caption;
    struct tj_str title; /* the caption as it stands */
};

/* A row that others may be parts of. */
struct tj_line {
    unsigned indent;
    bool complete; /* its own words name a statistic */
    struct tj_str name;
    struct tj_str unit; /* in brackets behind them, or of a column of units */
};

/* A figure in its place. */
struct tj_spot {
    const struct tj_slot *slot;
    const struct tj_header *row, *column;
    struct tj_str unit; /* of a column of units, or empty */
    struct tj_str name; /* of the statistic */
    enum tj_naming naming;
    bool apart; /* the dictionary takes it for the same as the row that it is a part of: it is not */
};

/* Reads title and unit from the blocks before the table and from rows that are one cell. */
void tj_matrix_caption(struct tj_matrix *sheet, size_t block);

/* Appends the figure's fact. */
void tj_table_fact(const struct tj_matrix *sheet, const struct tj_spot *spot);

/* The cell at a place, or NULL. */
const struct tj_cell *tj_matrix_cell(const struct tj_matrix *sheet, unsigned row, unsigned column);
const struct tj_slot *tj_matrix_slot(const struct tj_matrix *sheet, unsigned row, unsigned column);

/* Fills slots, at, body and columns. */
void tj_matrix_lay_out(struct tj_matrix *sheet);

/* What words tell. A row's are mostly a name; those of a column and of a caption are mostly about it. */
enum tj_header_place { TJ_OF_ROW, TJ_OF_COLUMN, TJ_OF_CAPTION };
struct tj_header tj_header_read(const struct tj_frame *frame, struct tj_str label,
                                enum tj_header_place place);

/* Reads a cell's text, which begins at `off` of the document's text. */
struct tj_slot tj_slot_read(const struct tj_frame *frame, struct tj_str text, size_t off);

/* The figure with the unit that holds for it: value and unit of the fact. */
void tj_slot_value(const struct tj_frame *frame, const struct tj_slot *slot, struct tj_str unit,
                   struct tj_fact *fact);

/* The name of the statistic in a row and a column. `parent` (may be NULL) is the row that it is a part of, `group` the
   words that stand over it. */
struct tj_str tj_table_name(const struct tj_matrix *sheet, const struct tj_header *row,
                            const struct tj_header *column, const struct tj_line *parent, struct tj_str group,
                            enum tj_naming *naming);

/* Do words begin what the name over them ends in: 个人存款 under 金融机构存款余额? */
bool tj_name_goes_on(const struct tj_frame *frame, struct tj_str words, struct tj_str over);

/* Do the words say by their end (量额值数率入资 …) that they are measured themselves? */
bool tj_name_is_measured(struct tj_str words);

/* Do the words name a statistic without help? */
bool tj_names_statistic(const struct tj_frame *frame, struct tj_str words);

#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The plan of a workbook: what a report wants written, before any file format has a say. It knows
 * nothing of records. Whoever makes a report fills it and hands it to follow_xlsx_write().
 *
 * Rows and columns of a plan count from 0 and mean the table's own: title rows above it, the header
 * and rows the writer puts in (text too long for one cell) are not counted. */

typedef enum
{
  FOLLOW_CELL_EMPTY,
  FOLLOW_CELL_TEXT,
  FOLLOW_CELL_INTEGER,
  FOLLOW_CELL_NUMBER,
  FOLLOW_CELL_DATE, /* text is YYYY-MM-DD, or YYYY-MM-DDTHH:MM[:SS] */
  FOLLOW_CELL_BOOLEAN,
} FollowCellType;

typedef enum
{
  FOLLOW_CELL_STYLE_NORMAL,
  FOLLOW_CELL_STYLE_BOLD,
  FOLLOW_CELL_STYLE_TITLE,
  FOLLOW_CELL_STYLE_HEADING,
  FOLLOW_CELL_STYLE_SUB_HEADING,
  FOLLOW_CELL_STYLE_DIM,
  FOLLOW_CELL_STYLE_STATUS,
  FOLLOW_CELL_N_STYLES,
} FollowCellStyle;

/* What somebody may write into a cell of a protected sheet; the cells of others are locked. */
typedef enum
{
  FOLLOW_CELL_LOCKED,
  FOLLOW_CELL_INPUT,      /* short words, kept as they are typed: "March 2027" stays no date */
  FOLLOW_CELL_INPUT_LONG, /* as much text as one likes */
} FollowCellInput;

typedef struct
{
  FollowCellType type;
  FollowCellStyle style;
  FollowCellInput input;
  const char *text; /* belongs to the row */
  gint64 integer;   /* also of a boolean */
  double number;
  guint n_rows;    /* merged downwards over so many rows of the plan, 1 is this cell alone */
  guint n_columns; /* merged to the right over so many columns */
} FollowSheetCell;

typedef struct
{
  FollowSheetCell *cells; /* as many as the sheet has columns */
  guint n_cells;
  gboolean hidden;
  GStringChunk *texts;
} FollowSheetRow;

/* Fills @row, which comes empty, with the table's next row. Returns: FALSE after the last one, or
 * with @error set when it cannot go on. */
typedef gboolean (*FollowSheetRowFunc) (FollowSheetRow *row, gpointer user_data, GError **error);

typedef struct
{
  char *text;
  char letter; /* B, G, A, R, N or W */
} FollowSheetColour;

typedef struct
{
  char *heading;
  char *key;    /* a stable name for the hidden row, or NULL */
  double width; /* in characters of the normal text */
  gboolean hidden;
  char **choices; /* the drop-down's words, or NULL */
  gboolean strict;
  char *help_title; /* said beside a cell of the column that is entered, or NULL */
  char *help;
  GArray *colours; /* of FollowSheetColour */
} FollowSheetColumn;

typedef struct
{
  char *text;
  FollowCellStyle style;
} FollowSheetLine;

typedef struct
{
  char *title;
  guint label_column;
  guint value_column;
  guint first_row;
  guint n_rows;
  char *letters; /* a BRAG letter for each bar, or NULL for one colour */
} FollowSheetChart;

typedef struct
{
  char *name;
  GArray *titles;  /* of FollowSheetLine */
  GArray *notes;   /* of FollowSheetLine */
  GArray *columns; /* of FollowSheetColumn */
  GPtrArray *rows; /* of FollowSheetRow */
  GArray *charts;  /* of FollowSheetChart */
  FollowSheetRowFunc row_func;
  gpointer row_data;
  GDestroyNotify row_destroy;
  guint64 n_expected;
  guint n_frozen_columns;
  gboolean native_table;
  gboolean key_row;
  gboolean hidden;
  gboolean is_protected;
  guint min_lines; /* that each row of the table shows at least, 0 is 1 */
} FollowSheet;

typedef struct
{
  char *title;
  char *subject;
  char *marking;
  char *author;
  char *created_at;
  GPtrArray *sheets; /* of FollowSheet */
} FollowBook;

/* @title goes into the properties and the page header, @created_at (as people read it) into the
 * page footer, @marking into both in capitals. Any of them may be NULL. */
FollowBook *follow_book_new (const char *title, const char *marking);
void follow_book_set_subject (FollowBook *self, const char *subject);
void follow_book_set_author (FollowBook *self, const char *author);
void follow_book_set_created_at (FollowBook *self, const char *created_at);
FollowSheet *follow_book_add_sheet (FollowBook *self, const char *name);
void follow_book_free (FollowBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowBook, follow_book_free)

/* Columns come before rows. @width is in characters. Returns: (transfer none): good until the next
 * column is added; follow_sheet_column() finds it again. A sheet whose headings are all NULL has no
 * header row. */
FollowSheetColumn *follow_sheet_add_column (FollowSheet *self, const char *heading, double width);
FollowSheetColumn *follow_sheet_column (FollowSheet *self, guint column);
void follow_sheet_column_set_key (FollowSheetColumn *self, const char *key);
void follow_sheet_column_set_hidden (FollowSheetColumn *self, gboolean hidden);
/* The words of a drop-down; @strict refuses others, else Excel only asks. */
void follow_sheet_column_set_choices (FollowSheetColumn *self, const char *const *choices, gboolean strict);
/* Said beside a cell of the column while somebody is in it: at most 32 and 255 characters. */
void follow_sheet_column_set_help (FollowSheetColumn *self, const char *title, const char *text);
/* Cells of this column that read exactly @text take the colour of the BRAG @letter. */
void follow_sheet_column_add_colour (FollowSheetColumn *self, const char *text, char letter);

/* Lines above the table and below it, over its whole width. */
void follow_sheet_add_title (FollowSheet *self, const char *text, FollowCellStyle style);
void follow_sheet_add_note (FollowSheet *self, const char *text, FollowCellStyle style);

/* An Excel table with filters. Excel allows no merged cells in one: spans are then not merged. */
void follow_sheet_set_native_table (FollowSheet *self, gboolean native_table);
/* A hidden row above the headings with the columns' keys, so that a workbook can come back in. */
void follow_sheet_set_key_row (FollowSheet *self, gboolean key_row);
void follow_sheet_set_hidden (FollowSheet *self, gboolean hidden);
/* Only cells with an input can then be written in. Without a password: it guards against slips. */
void follow_sheet_set_protected (FollowSheet *self, gboolean is_protected);
/* Room for those who are to write: rows are so many lines high at least. */
void follow_sheet_set_min_lines (FollowSheet *self, guint n_lines);
void follow_sheet_set_frozen_columns (FollowSheet *self, guint n_columns);
/* A native bar chart of the counts in @value_column of rows @first_row and on, beside the table. */
void follow_sheet_add_chart (FollowSheet *self,
                             const char *title,
                             guint label_column,
                             guint value_column,
                             guint first_row,
                             guint n_rows,
                             const char *letters);

/* Returns: (transfer none): an empty row at the end, to be filled. */
FollowSheetRow *follow_sheet_add_row (FollowSheet *self);
/* A row that is one text over all columns. */
void follow_sheet_add_sub_heading (FollowSheet *self, const char *text);
/* Rows after those added come from @func as the file is written, so that memory does not grow with
 * them. @n_expected is for the progress alone. The rows can be fetched once. */
void follow_sheet_set_row_func (FollowSheet *self,
                                FollowSheetRowFunc func,
                                gpointer user_data,
                                GDestroyNotify destroy,
                                guint64 n_expected);

/* Setters of a row copy the text; NULL and "" leave the cell empty. */
void follow_sheet_row_set_text (FollowSheetRow *self, guint column, const char *text, FollowCellStyle style);
void follow_sheet_row_set_integer (FollowSheetRow *self, guint column, gint64 value);
void follow_sheet_row_set_number (FollowSheetRow *self, guint column, double value);
void follow_sheet_row_set_date (FollowSheetRow *self, guint column, const char *iso);
void follow_sheet_row_set_boolean (FollowSheetRow *self, guint column, gboolean value);
void follow_sheet_row_set_style (FollowSheetRow *self, guint column, FollowCellStyle style);
void follow_sheet_row_set_input (FollowSheetRow *self, guint column, FollowCellInput input);
void follow_sheet_row_set_span (FollowSheetRow *self, guint column, guint n_rows, guint n_columns);
void follow_sheet_row_set_sub_heading (FollowSheetRow *self, const char *text);
void follow_sheet_row_set_hidden (FollowSheetRow *self, gboolean hidden);

/* For whoever writes a plan out. */
FollowSheetRow *follow_sheet_row_new (guint n_cells);
FollowSheetRow *follow_sheet_row_copy (const FollowSheetRow *self);
void follow_sheet_row_clear (FollowSheetRow *self);
void follow_sheet_row_free (FollowSheetRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FollowSheetRow, follow_sheet_row_free)

G_END_DECLS

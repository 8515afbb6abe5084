/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-sheet-plan.h"

#include <string.h>

static void
colour_clear (FollowSheetColour *self)
{
  g_free (self->text);
}

static void
column_clear (FollowSheetColumn *self)
{
  g_free (self->heading);
  g_free (self->key);
  g_strfreev (self->choices);
  g_free (self->help_title);
  g_free (self->help);
  g_clear_pointer (&self->colours, g_array_unref);
}

static void
line_clear (FollowSheetLine *self)
{
  g_free (self->text);
}

static void
chart_clear (FollowSheetChart *self)
{
  g_free (self->title);
  g_free (self->letters);
}

static GArray *
array_new (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, size);

  g_array_set_clear_func (array, clear);
  return array;
}

static void
sheet_free (FollowSheet *self)
{
  if (self->row_destroy != NULL)
    self->row_destroy (self->row_data);
  g_array_unref (self->titles);
  g_array_unref (self->notes);
  g_array_unref (self->columns);
  g_array_unref (self->charts);
  g_ptr_array_unref (self->rows);
  g_free (self->name);
  g_free (self);
}

static void
set_string (char **where, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*where);
  *where = copy;
}

static void
add_line (GArray *lines, const char *text, FollowCellStyle style)
{
  FollowSheetLine line = { g_strdup (text), style };

  g_array_append_val (lines, line);
}

FollowBook *
follow_book_new (const char *title, const char *marking)
{
  FollowBook *self = g_new0 (FollowBook, 1);

  self->title = g_strdup (title);
  self->marking = g_strdup (marking);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  return self;
}

void
follow_book_set_subject (FollowBook *self, const char *subject)
{
  set_string (&self->subject, subject);
}

void
follow_book_set_author (FollowBook *self, const char *author)
{
  set_string (&self->author, author);
}

void
follow_book_set_created_at (FollowBook *self, const char *created_at)
{
  set_string (&self->created_at, created_at);
}

FollowSheet *
follow_book_add_sheet (FollowBook *self, const char *name)
{
  FollowSheet *sheet = g_new0 (FollowSheet, 1);

  sheet->name = g_strdup (name);
  sheet->titles = array_new (sizeof (FollowSheetLine), (GDestroyNotify) line_clear);
  sheet->notes = array_new (sizeof (FollowSheetLine), (GDestroyNotify) line_clear);
  sheet->columns = array_new (sizeof (FollowSheetColumn), (GDestroyNotify) column_clear);
  sheet->charts = array_new (sizeof (FollowSheetChart), (GDestroyNotify) chart_clear);
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_sheet_row_free);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

void
follow_book_free (FollowBook *self)
{
  g_ptr_array_unref (self->sheets);
  g_free (self->title);
  g_free (self->subject);
  g_free (self->marking);
  g_free (self->author);
  g_free (self->created_at);
  g_free (self);
}

FollowSheetColumn *
follow_sheet_add_column (FollowSheet *self, const char *heading, double width)
{
  FollowSheetColumn column = { .heading = g_strdup (heading), .width = width };

  g_return_val_if_fail (self->rows->len == 0, NULL);

  g_array_append_val (self->columns, column);
  return follow_sheet_column (self, self->columns->len - 1);
}

FollowSheetColumn *
follow_sheet_column (FollowSheet *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, FollowSheetColumn, column);
}

void
follow_sheet_column_set_key (FollowSheetColumn *self, const char *key)
{
  set_string (&self->key, key);
}

void
follow_sheet_column_set_hidden (FollowSheetColumn *self, gboolean hidden)
{
  self->hidden = hidden;
}

void
follow_sheet_column_set_choices (FollowSheetColumn *self, const char *const *choices, gboolean strict)
{
  char **copy = g_strdupv ((char **) choices);

  g_strfreev (self->choices);
  self->choices = copy;
  self->strict = strict;
}

void
follow_sheet_column_set_help (FollowSheetColumn *self, const char *title, const char *text)
{
  set_string (&self->help_title, title);
  set_string (&self->help, text);
}

void
follow_sheet_column_add_colour (FollowSheetColumn *self, const char *text, char letter)
{
  FollowSheetColour colour = { g_strdup (text), letter };

  if (self->colours == NULL)
    self->colours = array_new (sizeof (FollowSheetColour), (GDestroyNotify) colour_clear);
  g_array_append_val (self->colours, colour);
}

void
follow_sheet_add_title (FollowSheet *self, const char *text, FollowCellStyle style)
{
  add_line (self->titles, text, style);
}

void
follow_sheet_add_note (FollowSheet *self, const char *text, FollowCellStyle style)
{
  add_line (self->notes, text, style);
}

void
follow_sheet_set_native_table (FollowSheet *self, gboolean native_table)
{
  self->native_table = native_table;
}

void
follow_sheet_set_key_row (FollowSheet *self, gboolean key_row)
{
  self->key_row = key_row;
}

void
follow_sheet_set_hidden (FollowSheet *self, gboolean hidden)
{
  self->hidden = hidden;
}

void
follow_sheet_set_protected (FollowSheet *self, gboolean is_protected)
{
  self->is_protected = is_protected;
}

void
follow_sheet_set_min_lines (FollowSheet *self, guint n_lines)
{
  self->min_lines = n_lines;
}

void
follow_sheet_set_frozen_columns (FollowSheet *self, guint n_columns)
{
  self->n_frozen_columns = n_columns;
}

void
follow_sheet_add_chart (FollowSheet *self,
                        const char *title,
                        guint label_column,
                        guint value_column,
                        guint first_row,
                        guint n_rows,
                        const char *letters)
{
  FollowSheetChart chart = { g_strdup (title), label_column, value_column,
                             first_row,        n_rows,       g_strdup (letters) };

  g_array_append_val (self->charts, chart);
}

FollowSheetRow *
follow_sheet_add_row (FollowSheet *self)
{
  FollowSheetRow *row = follow_sheet_row_new (self->columns->len);

  g_ptr_array_add (self->rows, row);
  return row;
}

void
follow_sheet_add_sub_heading (FollowSheet *self, const char *text)
{
  follow_sheet_row_set_sub_heading (follow_sheet_add_row (self), text);
}

void
follow_sheet_set_row_func (FollowSheet *self,
                           FollowSheetRowFunc func,
                           gpointer user_data,
                           GDestroyNotify destroy,
                           guint64 n_expected)
{
  if (self->row_destroy != NULL)
    self->row_destroy (self->row_data);
  self->row_func = func;
  self->row_data = user_data;
  self->row_destroy = destroy;
  self->n_expected = n_expected;
}

static FollowSheetCell *
row_cell (FollowSheetRow *self, guint column, FollowCellType type)
{
  g_return_val_if_fail (column < self->n_cells, NULL);

  self->cells[column].type = type;
  return &self->cells[column];
}

static void
set_copied_text (FollowSheetRow *self, FollowSheetCell *cell, const char *text)
{
  if (text == NULL || *text == '\0')
    cell->type = FOLLOW_CELL_EMPTY;
  else
    cell->text = g_string_chunk_insert (self->texts, text);
}

void
follow_sheet_row_set_text (FollowSheetRow *self, guint column, const char *text, FollowCellStyle style)
{
  FollowSheetCell *cell = row_cell (self, column, FOLLOW_CELL_TEXT);

  if (cell == NULL)
    return;
  cell->style = style;
  set_copied_text (self, cell, text);
}

void
follow_sheet_row_set_integer (FollowSheetRow *self, guint column, gint64 value)
{
  FollowSheetCell *cell = row_cell (self, column, FOLLOW_CELL_INTEGER);

  if (cell != NULL)
    cell->integer = value;
}

void
follow_sheet_row_set_number (FollowSheetRow *self, guint column, double value)
{
  FollowSheetCell *cell = row_cell (self, column, FOLLOW_CELL_NUMBER);

  if (cell != NULL)
    cell->number = value;
}

void
follow_sheet_row_set_date (FollowSheetRow *self, guint column, const char *iso)
{
  FollowSheetCell *cell = row_cell (self, column, FOLLOW_CELL_DATE);

  if (cell != NULL)
    set_copied_text (self, cell, iso);
}

void
follow_sheet_row_set_boolean (FollowSheetRow *self, guint column, gboolean value)
{
  FollowSheetCell *cell = row_cell (self, column, FOLLOW_CELL_BOOLEAN);

  if (cell != NULL)
    cell->integer = value ? 1 : 0;
}

void
follow_sheet_row_set_style (FollowSheetRow *self, guint column, FollowCellStyle style)
{
  g_return_if_fail (column < self->n_cells && style < FOLLOW_CELL_N_STYLES);

  self->cells[column].style = style;
}

void
follow_sheet_row_set_input (FollowSheetRow *self, guint column, FollowCellInput input)
{
  g_return_if_fail (column < self->n_cells);

  self->cells[column].input = input;
}

void
follow_sheet_row_set_span (FollowSheetRow *self, guint column, guint n_rows, guint n_columns)
{
  g_return_if_fail (column < self->n_cells);
  g_return_if_fail (n_rows >= 1 && n_columns >= 1);

  self->cells[column].n_rows = n_rows;
  self->cells[column].n_columns = MIN (n_columns, self->n_cells - column);
}

void
follow_sheet_row_set_sub_heading (FollowSheetRow *self, const char *text)
{
  follow_sheet_row_set_text (self, 0, text, FOLLOW_CELL_STYLE_SUB_HEADING);
  if (self->n_cells > 0)
    follow_sheet_row_set_span (self, 0, 1, self->n_cells);
}

void
follow_sheet_row_set_hidden (FollowSheetRow *self, gboolean hidden)
{
  self->hidden = hidden;
}

static void
reset_cells (FollowSheetRow *self)
{
  memset (self->cells, 0, self->n_cells * sizeof *self->cells);
  for (guint i = 0; i < self->n_cells; i++)
    self->cells[i].n_rows = self->cells[i].n_columns = 1;
  self->hidden = FALSE;
}

FollowSheetRow *
follow_sheet_row_new (guint n_cells)
{
  FollowSheetRow *self = g_new0 (FollowSheetRow, 1);

  self->n_cells = n_cells;
  self->cells = g_new (FollowSheetCell, n_cells);
  self->texts = g_string_chunk_new (512);
  reset_cells (self);
  return self;
}

FollowSheetRow *
follow_sheet_row_copy (const FollowSheetRow *self)
{
  FollowSheetRow *copy = follow_sheet_row_new (self->n_cells);

  memcpy (copy->cells, self->cells, self->n_cells * sizeof *self->cells);
  copy->hidden = self->hidden;
  for (guint i = 0; i < self->n_cells; i++)
    if (copy->cells[i].text != NULL)
      copy->cells[i].text = g_string_chunk_insert (copy->texts, copy->cells[i].text);
  return copy;
}

void
follow_sheet_row_clear (FollowSheetRow *self)
{
  g_string_chunk_clear (self->texts);
  reset_cells (self);
}

void
follow_sheet_row_free (FollowSheetRow *self)
{
  g_string_chunk_free (self->texts);
  g_free (self->cells);
  g_free (self);
}

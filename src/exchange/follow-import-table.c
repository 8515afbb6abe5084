/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-table.h"

static void
column_clear (gpointer data)
{
  FollowImportColumn *column = data;

  g_free (column->heading);
}

FollowImportTable *
follow_import_table_new (const FollowReadSheet *cells, guint index)
{
  FollowImportTable *self = g_new0 (FollowImportTable, 1);

  self->index = index;
  self->id_column = -1;
  self->parent_column = -1;
  self->view.name = cells->name;
  self->view.cells = cells;
  self->view.hidden = cells->hidden;
  self->view.rows = g_array_new (FALSE, TRUE, sizeof (FollowImportRow));
  self->view.columns = g_array_new (FALSE, TRUE, sizeof (FollowImportColumn));
  g_array_set_clear_func (self->view.columns, column_clear);
  self->fields = g_array_new (FALSE, FALSE, sizeof (FollowImportField));
  self->notes = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
follow_import_table_free (FollowImportTable *self)
{
  g_array_unref (self->view.rows);
  g_array_unref (self->view.columns);
  g_array_unref (self->fields);
  g_array_unref (self->notes);
  g_free (self);
}

gboolean
follow_text_is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

const char *
follow_import_table_text (const FollowImportTable *self, guint row, guint column)
{
  const char *text = follow_read_sheet_text (self->view.cells, row, column);

  return follow_text_is_blank (text) ? NULL : text;
}

const char *
follow_import_table_full_text (const FollowImportTable *self, guint row, guint column, gboolean *filled_down)
{
  const char *text = follow_import_table_text (self, row, column);
  const FollowReadRange *merged = NULL;

  if (text == NULL && row >= self->view.first_heading + self->view.n_headings)
    merged = follow_read_sheet_merged_at (self->view.cells, row, column);
  /* Merged sidewards, the text belongs to the first column alone; headings reach no further than headings. */
  if (merged != NULL && merged->first_column == column && merged->first_row < row &&
      merged->first_row >= self->view.first_heading + self->view.n_headings)
    text = follow_import_table_text (self, merged->first_row, column);
  if (filled_down != NULL)
    *filled_down = merged != NULL && text != NULL;
  return text;
}

const FollowImportField *
follow_import_table_find (const FollowImportTable *self, const char *kind, const char *field)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const FollowImportField *column = &g_array_index (self->fields, FollowImportField, i);

      if (g_str_equal (column->field->name, field) && g_str_equal (column->kind->name, kind))
        return column;
    }
  return NULL;
}

const char *
follow_import_table_get (const FollowImportTable *self, guint row, const char *kind, const char *field)
{
  const FollowImportField *column = follow_import_table_find (self, kind, field);

  return column != NULL ? follow_import_table_full_text (self, row, column->column, NULL) : NULL;
}

FollowImportArea
follow_import_table_where (const FollowImportTable *self, guint row, const char *kind, const char *field)
{
  guint column = follow_import_table_find (self, kind, field)->column;

  return (FollowImportArea){ row, column, row, column };
}

guint
follow_import_table_first_cell (const FollowImportTable *self, guint row)
{
  const GArray *cells = self->view.cells->cells;
  guint low = 0;
  guint high = cells->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (cells, FollowReadCell, middle).row < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

FollowImportArea
follow_import_table_row (const FollowImportTable *self, guint row)
{
  const GArray *cells = self->view.cells->cells;
  FollowImportArea area = { row, G_MAXUINT, row, 0 };

  for (guint i = follow_import_table_first_cell (self, row); i < cells->len; i++)
    {
      const FollowReadCell *cell = &g_array_index (cells, FollowReadCell, i);

      if (cell->row != row)
        break;
      if (follow_text_is_blank (cell->text))
        continue;
      area.column = MIN (area.column, cell->column);
      area.last_column = cell->column;
    }
  return area;
}

FollowImportRole
follow_import_table_role (const FollowImportTable *self, guint row)
{
  return g_array_index (self->view.rows, FollowImportRow, row).role;
}

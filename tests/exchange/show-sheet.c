/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "show-sheet.h"

static void
show_place (GString *out, guint32 row, guint32 column)
{
  if (column >= 26)
    g_string_append_c (out, 'A' + column / 26 - 1);
  g_string_append_printf (out, "%c%u", 'A' + column % 26, row + 1);
}

static void
show_area (GString *out, const FollowReadRange *area)
{
  show_place (out, area->first_row, area->first_column);
  if (area->last_row == area->first_row && area->last_column == area->first_column)
    return;
  g_string_append_c (out, ':');
  show_place (out, area->last_row, area->last_column);
}

static void
show_colour (GString *out, FollowReadColour colour)
{
  if (colour != FOLLOW_READ_NO_FILL)
    g_string_append_printf (out, " #%06x", colour & 0xffffff);
}

static void
show_cell (GString *out, const FollowReadSheet *sheet, guint32 row, guint32 column)
{
  static const char *const strikes[] = { "", "~", "~~" };
  const FollowReadCell *cell = follow_read_sheet_cell (sheet, row, column);
  FollowReadColour fill = follow_read_sheet_fill (sheet, row, column);

  if (cell == NULL && fill == FOLLOW_READ_NO_FILL)
    return;
  show_place (out, row, column);
  if (cell != NULL)
    g_string_append_printf (out, " %c%s%s", ".TNDBE"[cell->type], cell -> is_formula ? "f" : "",
                            strikes[cell->struck]);
  show_colour (out, fill);
  if (cell != NULL)
    g_string_append_printf (out, " %s", cell->text);
  g_string_append_c (out, '\n');
}

static void
show_hidden (GString *out, const FollowReadSheet *sheet, guint32 n_rows, guint32 n_columns)
{
  for (guint32 r = 0; r < n_rows; r++)
    if (follow_read_sheet_row_is_hidden (sheet, r))
      g_string_append_printf (out, "row %u hidden\n", r + 1);
  for (guint32 c = 0; c < n_columns; c++)
    if (follow_read_sheet_column_is_hidden (sheet, c))
      g_string_append_printf (out, "column %c hidden\n", 'A' + c);
  if (sheet->hidden)
    g_string_append_printf (out, "sheet %shidden\n", sheet->very_hidden ? "very " : "");
}

static void
show_notes (GString *out, const FollowReadSheet *sheet)
{
  for (guint i = 0; i < sheet->comments->len; i++)
    {
      const FollowReadComment *comment = &g_array_index (sheet->comments, FollowReadComment, i);

      show_place (out, comment->row, comment->column);
      g_string_append_printf (out, " %s%s [%s] %s%s%s\n", comment->is_reply ? "reply" : "note",
                              comment->is_done ? " done" : "", comment->author, comment->date,
                              *comment->date != '\0' ? " " : "", comment->text);
    }
  for (guint i = 0; i < sheet->links->len; i++)
    {
      const FollowReadLink *link = &g_array_index (sheet->links, FollowReadLink, i);

      show_area (out, &link->area);
      g_string_append_printf (out, " link %s#%s %s\n", link->target, link->location, link->tip);
    }
}

static void
show_validations (GString *out, const FollowReadBook *book, const FollowReadSheet *sheet)
{
  for (guint i = 0; i < sheet->validations->len; i++)
    {
      const FollowReadValidation *validation = g_ptr_array_index (sheet->validations, i);
      g_auto (GStrv) words = follow_read_book_words (book, validation);
      g_autofree char *list = g_strjoinv ("|", words);

      for (guint k = 0; k < validation->areas->len; k++)
        {
          show_area (out, &g_array_index (validation->areas, FollowReadRange, k));
          g_string_append_c (out, ' ');
        }
      g_string_append_printf (out, "%s", validation->type);
      if (validation->source_sheet >= 0)
        {
          g_string_append_printf (out, " from %d ", validation->source_sheet);
          show_area (out, &validation->source);
        }
      g_string_append_printf (out, " %s\n", *list != '\0' ? list : validation->formula);
    }
}

char *
show_sheet (const FollowReadBook *book, guint index)
{
  const FollowReadSheet *sheet = g_ptr_array_index (book->sheets, index);
  GString *out = g_string_new (NULL);
  guint32 n_columns = sheet->n_columns + 2;

  for (guint32 r = 0; r < sheet->n_rows + 2; r++)
    for (guint32 c = 0; c < n_columns; c++)
      show_cell (out, sheet, r, c);
  for (guint i = 0; i < sheet->merged->len; i++)
    {
      g_string_append (out, "merged ");
      show_area (out, &g_array_index (sheet->merged, FollowReadRange, i));
      g_string_append_c (out, '\n');
    }
  show_hidden (out, sheet, sheet->n_rows + 2, n_columns);
  show_notes (out, sheet);
  show_validations (out, book, sheet);
  for (guint i = 0; i < sheet->tables->len; i++)
    {
      const FollowReadTable *table = &g_array_index (sheet->tables, FollowReadTable, i);

      g_string_append_printf (out, "table %s ", table->name);
      show_area (out, &table->area);
      g_string_append_printf (out, " %u %u\n", table->header_rows, table->totals_rows);
    }
  return g_string_free (out, FALSE);
}

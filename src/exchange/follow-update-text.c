/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-update-text.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-error.h"
#include "follow-plan-text.h"
#include "follow-xlsx-reader.h"

/* So many of the table's own names must stand in one row for it to be its row of keys or headings. */
#define ENOUGH_NAMES 4
/* No lead has more; a file that says otherwise would keep the program busy. */
#define MAX_LINES 5000
#define MAX_ROWS_ABOVE 100
#define MAX_COLUMNS 256

static void
line_free (gpointer data)
{
  FollowUpdateLine *line = data;

  for (guint i = 0; i < FOLLOW_UPDATE_N_COLUMNS; i++)
    g_free (line->cells[i]);
  g_free (line);
}

void
follow_update_text_free (FollowUpdateText *self)
{
  g_free (self->name);
  g_free (self->register_name);
  g_free (self->recipient);
  g_free (self->filled_by);
  g_free (self->filled_on);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->sent);
  g_clear_pointer (&self->book, follow_read_book_free);
  g_free (self);
}

gint64
follow_update_read_id (const char *text)
{
  gint64 id = 0;

  return text != NULL && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL) ? id : 0;
}

/* Returns: (transfer full) (nullable): what somebody wrote into the cell. A real date has no wording but
 * the day. */
static char *
get_cell (const FollowReadSheet *sheet, guint row, int column)
{
  const FollowReadCell *cell = column >= 0 ? follow_read_sheet_cell (sheet, row, column) : NULL;
  g_autofree char *text = NULL;

  if (cell == NULL)
    return NULL;
  if (cell->type == FOLLOW_READ_DATE && follow_date_is_valid (cell->text))
    text = follow_date_format_long (cell->text);
  else
    text = g_strdup (cell->text);
  g_strstrip (text);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static const FollowReadSheet *
find_hidden (const FollowReadBook *book)
{
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const FollowReadSheet *sheet = book->sheets->pdata[i];

      if (g_str_equal (follow_read_sheet_text (sheet, 0, 0), FOLLOW_UPDATE_MAGIC))
        return sheet;
    }
  return NULL;
}

/* Whether @text is what the program calls the column: in the hidden row of keys, or among the headings. */
static gboolean
is_named (FollowUpdateColumn column, const char *text, gboolean by_key)
{
  g_autofree char *folded = NULL;
  g_autofree char *heading = NULL;

  if (by_key)
    return g_str_equal (text, follow_update_column_get_key (column));
  folded = follow_plan_fold (text);
  heading = follow_plan_fold (follow_update_column_get_heading (column));
  return g_str_equal (folded, heading);
}

/* Notes where each column stands, when enough of them stand in this row. */
static gboolean
read_names (FollowUpdateText *self, const FollowReadSheet *sheet, guint row, gboolean by_key)
{
  guint n_found = 0;

  for (guint i = 0; i < FOLLOW_UPDATE_N_COLUMNS; i++)
    {
      self->columns[i] = -1;
      for (guint j = 0; j < MIN (sheet->n_columns, MAX_COLUMNS) && self->columns[i] < 0; j++)
        {
          const char *text = follow_read_sheet_text (sheet, row, j);

          if (*text != '\0' && is_named (i, text, by_key))
            self->columns[i] = j;
        }
      n_found += self->columns[i] >= 0;
    }
  return n_found >= ENOUGH_NAMES &&
         (self->columns[FOLLOW_UPDATE_ID] >= 0 || self->columns[FOLLOW_UPDATE_WORDING] >= 0);
}

static gboolean
find_names (FollowUpdateText *self, const FollowReadSheet *sheet, gboolean by_key, guint *row)
{
  guint last = G_MAXUINT;
  guint n_rows = 0;

  for (guint i = 0; i < sheet->cells->len && n_rows < MAX_ROWS_ABOVE; i++)
    {
      guint r = g_array_index (sheet->cells, FollowReadCell, i).row;

      if (r == last)
        continue;
      last = *row = r;
      n_rows++;
      if (read_names (self, sheet, r, by_key))
        return TRUE;
    }
  return FALSE;
}

/* The table may have another name and place, and its hidden row of keys may be gone. */
static gboolean
find_table (FollowUpdateText *self, const FollowReadSheet *hidden)
{
  for (int by_key = TRUE; by_key >= FALSE; by_key--)
    for (guint i = 0; i < self->book->sheets->len; i++)
      {
        const FollowReadSheet *sheet = self->book->sheets->pdata[i];
        guint row;

        if (sheet == hidden || !find_names (self, sheet, by_key, &row))
          continue;
        self->table = sheet;
        self->first_row = row + 1;
        return TRUE;
      }
  return FALSE;
}

static FollowUpdateLine *
read_line (const FollowReadSheet *sheet, guint row, const int *columns)
{
  FollowUpdateLine *line = g_new0 (FollowUpdateLine, 1);

  line->row = row;
  for (guint i = 0; i < FOLLOW_UPDATE_N_COLUMNS; i++)
    line->cells[i] = get_cell (sheet, row, columns[i]);
  line->id = follow_update_read_id (line->cells[FOLLOW_UPDATE_ID]);
  return line;
}

static gboolean
is_blank (const FollowUpdateLine *line)
{
  for (guint i = 0; i < FOLLOW_UPDATE_N_COLUMNS; i++)
    if (line->cells[i] != NULL && i != FOLLOW_UPDATE_ID)
      return FALSE;
  return line->id == 0;
}

static gboolean
is_heading (const FollowUpdateLine *line)
{
  return line->cells[FOLLOW_UPDATE_WORDING] != NULL &&
         is_named (FOLLOW_UPDATE_WORDING, line->cells[FOLLOW_UPDATE_WORDING], FALSE) &&
         line->cells[FOLLOW_UPDATE_PROGRESS] != NULL &&
         is_named (FOLLOW_UPDATE_PROGRESS, line->cells[FOLLOW_UPDATE_PROGRESS], FALSE);
}

/* A line of its own over the table, not something that belongs to an action; it may be merged no longer. */
static gboolean
is_sub_heading (const FollowUpdateText *self, const FollowUpdateLine *line)
{
  guint n_cells = 0;

  for (guint i = 0; i < FOLLOW_UPDATE_ID; i++)
    n_cells += line->cells[i] != NULL;
  if (n_cells == 1 && line->cells[FOLLOW_UPDATE_NUMBER] != NULL &&
      g_strcmp0 (line->cells[FOLLOW_UPDATE_ID], FOLLOW_UPDATE_NO_ACTION) == 0)
    return TRUE;
  for (guint i = 0; i < self->table->merged->len; i++)
    {
      const FollowReadRange *range = &g_array_index (self->table->merged, FollowReadRange, i);

      if (range->first_row == line->row && range->last_row == line->row &&
          range->last_column - range->first_column + 1 >= FOLLOW_UPDATE_FIRST_INPUT)
        return TRUE;
    }
  return FALSE;
}

/* A row that goes on with the one above: its text was too long for one. */
static gboolean
goes_on (const FollowUpdateText *self, const FollowUpdateLine *line)
{
  int column = self->columns[FOLLOW_UPDATE_ID];

  for (guint i = 0; i < self->table->merged->len; i++)
    {
      const FollowReadRange *range = &g_array_index (self->table->merged, FollowReadRange, i);

      if (column >= 0 && range->first_column <= (guint) column && range->last_column >= (guint) column &&
          range->first_row < line->row && range->last_row >= line->row)
        return TRUE;
    }
  return FALSE;
}

static void
read_lines (FollowUpdateText *self)
{
  for (guint row = self->first_row; row < self->table->n_rows && self->lines->len <= MAX_LINES; row++)
    {
      FollowUpdateLine *line = read_line (self->table, row, self->columns);

      if (is_blank (line) || is_heading (line) || (line->id == 0 && is_sub_heading (self, line)) ||
          goes_on (self, line))
        line_free (line);
      else
        g_ptr_array_add (self->lines, line);
    }
}

static void
read_hidden (FollowUpdateText *self, const FollowReadSheet *hidden)
{
  int columns[FOLLOW_UPDATE_N_COLUMNS];
  gboolean in_rows = FALSE;

  for (guint i = 0; i < FOLLOW_UPDATE_N_COLUMNS; i++)
    columns[i] = i;
  for (guint row = 1; row < hidden->n_rows; row++)
    {
      const char *key = follow_read_sheet_text (hidden, row, 0);
      const char *text = follow_read_sheet_text (hidden, row, 1);

      if (in_rows && self->sent->len > MAX_LINES)
        return;
      if (in_rows)
        g_ptr_array_add (self->sent, read_line (hidden, row, columns));
      else if (g_str_equal (key, FOLLOW_UPDATE_SHEET))
        self->sheet_id = follow_update_read_id (text);
      else if (g_str_equal (key, FOLLOW_UPDATE_REGISTER) && self->register_name == NULL)
        self->register_name = g_strdup (text);
      else if (g_str_equal (key, FOLLOW_UPDATE_RECIPIENT) && self->recipient == NULL)
        self->recipient = g_strdup (text);
      else
        in_rows = g_str_equal (key, follow_update_column_get_key (0));
    }
}

/* What the lead wrote on the cover stands left of its hidden key. */
static void
read_cover (FollowUpdateText *self)
{
  for (guint i = 0; i < self->book->sheets->len; i++)
    {
      const FollowReadSheet *sheet = self->book->sheets->pdata[i];

      for (guint j = 0; j < sheet->cells->len; j++)
        {
          const FollowReadCell *cell = &g_array_index (sheet->cells, FollowReadCell, j);
          char **where = g_str_equal (cell->text, FOLLOW_UPDATE_FILLED_BY)   ? &self->filled_by
                         : g_str_equal (cell->text, FOLLOW_UPDATE_FILLED_ON) ? &self->filled_on
                                                                             : NULL;

          if (where != NULL && *where == NULL && cell->column > 0)
            *where = get_cell (sheet, cell->row, cell->column - 1);
        }
    }
}

static gboolean
refuse (FollowUpdateText *self, const char *sentence, GError **error)
{
  /* Translators: the first %s is a file’s name, the second a sentence on why */
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FOREIGN, _ ("“%s” was not taken: %s Nothing was changed."),
               self->name, sentence);
  return FALSE;
}

static gboolean
check_form (FollowUpdateText *self, const FollowReadSheet *hidden, GError **error)
{
  if (hidden == NULL)
    return refuse (self,
                   _ ("it is no update sheet, or the hidden sheet that says which one it is has been taken "
                      "out. Ask for the file as it was sent, filled in."),
                   error);
  if (!g_str_equal (follow_read_sheet_text (hidden, 0, 1), FOLLOW_UPDATE_FORM))
    return refuse (self, _ ("it was made by a newer version of the program."), error);
  return TRUE;
}

/* The headings of the list that is made beside the sheets. */
static gboolean
is_list (const FollowReadBook *book)
{
  static const char *const headings[] = {
    N_ ("Recipient"), N_ ("E-mail"), N_ ("Actions"), N_ ("Marking"), N_ ("Return by"), N_ ("File"),
  };
  const FollowReadSheet *sheet = book->sheets->len > 0 ? book->sheets->pdata[0] : NULL;

  for (guint row = 0; sheet != NULL && row < MIN (sheet->n_rows, MAX_ROWS_ABOVE); row++)
    {
      guint n_found = 0;

      for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
        {
          const char *text = follow_read_sheet_text (sheet, row, i);

          n_found += g_str_equal (text, headings[i]) || g_str_equal (text, _ (headings[i]));
        }
      if (n_found == G_N_ELEMENTS (headings))
        return TRUE;
    }
  return FALSE;
}

FollowUpdateText *
follow_update_text_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (FollowUpdateText) self = g_new0 (FollowUpdateText, 1);
  const FollowReadSheet *hidden;

  self->name = g_filename_display_basename (path);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->sent = g_ptr_array_new_with_free_func (line_free);
  if ((self->book = follow_xlsx_read (path, NULL, cancellable, error)) == NULL)
    return NULL;
  hidden = find_hidden (self->book);
  self->is_list = hidden == NULL && is_list (self->book);
  if (self->is_list)
    return g_steal_pointer (&self);
  if (!check_form (self, hidden, error))
    return NULL;
  read_hidden (self, hidden);
  if (self->sheet_id == 0)
    {
      refuse (self, _ ("its hidden id has been changed. Ask for the file as it was sent, filled in."), error);
      return NULL;
    }
  if (!find_table (self, hidden))
    {
      refuse (self, _ ("its table of actions is gone."), error);
      return NULL;
    }
  read_lines (self);
  if (self->lines->len > MAX_LINES || self->sent->len > MAX_LINES)
    {
      refuse (self, _ ("it has more rows than any update sheet."), error);
      return NULL;
    }
  read_cover (self);
  return g_steal_pointer (&self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "follow-import-meaning.h"
#include "follow-import-private.h"
#include "follow-import-words.h"
#include "follow-plan-text.h"

/* What stands in one row under the headings. */
typedef struct
{
  guint row;
  guint n_texts;    /* outside columns of an area's own */
  const char *only; /* the text when there is but one */
  guint only_column;
  const char *area;   /* what the area's own column says */
  const char *first;  /* the first text of all */
  gboolean has_title; /* something names a record */
} Line;

/* Goes down the sheet: what a row is may follow from the one above. */
typedef struct
{
  FollowImportTable *table;
  const FollowImportChoices *choices;
  const FollowImportField *section; /* the column of areas, or NULL */
  GHashTable *titles;               /* columns that name a record, + 1 */
  guint first_column;               /* of the table */
  gboolean in_key;
  gboolean after_blank;
} Reader;

static gboolean
is_plan_like (const FollowImportTable *table)
{
  return g_str_equal (table->view.kind->name, "action");
}

static void
find_titles (Reader *self)
{
  const FollowKind *kind = self->table->view.kind;
  g_auto (GStrv) titles = g_strsplit (kind->title, " ", -1);

  self->first_column = G_MAXUINT;
  for (guint i = 0; i < self->table->fields->len; i++)
    self->first_column =
        MIN (self->first_column, g_array_index (self->table->fields, FollowImportField, i).column);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      const FollowImportField *field = follow_import_table_find (self->table, kind->name, titles[i]);

      if (field != NULL)
        g_hash_table_add (self->titles, GUINT_TO_POINTER (field->column + 1));
    }
}

static gboolean
is_area_column (const Reader *self, guint column)
{
  const FollowImportField *feedback = follow_import_table_find (self->table, "section", "feedback");

  return (self->section != NULL && column == self->section->column) ||
         (feedback != NULL && column == feedback->column);
}

static Line
read_line (const Reader *self, guint row)
{
  const GArray *cells = self->table->view.cells->cells;
  Line line = { .row = row };

  for (guint i = follow_import_table_first_cell (self->table, row); i < cells->len; i++)
    {
      const FollowReadCell *cell = &g_array_index (cells, FollowReadCell, i);

      if (cell->row != row)
        break;
      if (follow_text_is_blank (cell->text))
        continue;
      if (line.first == NULL)
        line.first = cell->text;
      if (self->section != NULL && cell->column == self->section->column)
        line.area = cell->text;
      if (g_hash_table_contains (self->titles, GUINT_TO_POINTER (cell->column + 1u)))
        line.has_title = TRUE;
      if (is_area_column (self, cell->column))
        continue;
      line.n_texts++;
      line.only = line.n_texts == 1 ? cell->text : NULL;
      line.only_column = cell->column;
    }
  return line;
}

/* Whether the row repeats the headings, as published tables do on every page. */
static gboolean
repeats_headings (const FollowImportTable *table, guint row)
{
  for (guint i = 0; i < table->fields->len; i++)
    {
      guint column = g_array_index (table->fields, FollowImportField, i).column;
      const char *text = follow_import_table_text (table, row, column);
      gboolean found = FALSE;

      for (guint j = 0; j < table->view.n_headings && !found; j++)
        {
          const char *heading = follow_import_table_text (table, table->view.first_heading + j, column);
          g_autofree char *one = follow_plan_fold (text);
          g_autofree char *other = follow_plan_fold (heading);

          found = g_str_equal (one, other);
        }
      if (!found)
        return FALSE;
    }
  return table->fields->len > 0;
}

/* Over the whole width of the table, or as good as. */
static gboolean
is_merged_sidewards (const FollowImportTable *table, guint row, guint column)
{
  const FollowReadRange *merged = follow_read_sheet_merged_at (table->view.cells, row, column);

  return merged != NULL && merged->last_column - merged->first_column + 1 >= 3;
}

static FollowImportRole
read_lone_text (Reader *self, const Line *line)
{
  gboolean names_record = g_hash_table_contains (self->titles, GUINT_TO_POINTER (line->only_column + 1));
  gboolean is_wide = is_merged_sidewards (self->table, line->row, line->only_column);

  if (follow_words_are_key (line->only))
    {
      self->in_key = TRUE;
      return FOLLOW_ROLE_COLOUR_KEY;
    }
  if (self->after_blank && follow_words_begin_with_status (line->only))
    return FOLLOW_ROLE_COLOUR_KEY;
  if (follow_words_are_total (line->only))
    return FOLLOW_ROLE_TOTAL;
  if (is_plan_like (self->table) && follow_words_read_origin (line->only) != NULL)
    return FOLLOW_ROLE_ORIGIN;
  if (follow_words_say_none (line->only))
    return FOLLOW_ROLE_NONE;
  if (is_plan_like (self->table) && (is_wide || (!names_record && line->only_column == self->first_column)) &&
      follow_words_have_letters (line->only))
    return follow_words_are_meeting (line->only) ? FOLLOW_ROLE_MEETING : FOLLOW_ROLE_AREA;
  return names_record ? FOLLOW_ROLE_RECORD : FOLLOW_ROLE_LEFT_OUT;
}

static gboolean
is_total (const Line *line)
{
  return line->n_texts > 1 && line->first != NULL && follow_words_are_total (line->first);
}

/* Under a wording that is merged downwards. */
static gboolean
goes_on (const Reader *self, const Line *line)
{
  GHashTableIter iter;
  gpointer column;
  gboolean filled_down = FALSE;

  g_hash_table_iter_init (&iter, self->titles);
  while (!line->has_title && !filled_down && g_hash_table_iter_next (&iter, &column, NULL))
    follow_import_table_full_text (self->table, line->row, GPOINTER_TO_UINT (column) - 1, &filled_down);
  return filled_down;
}

static FollowImportRole
read_role (Reader *self, const Line *line)
{
  /* In our own workbooks every row is a record. */
  if (self->table->has_keys)
    return FOLLOW_ROLE_RECORD;
  if (line->n_texts > 0 && goes_on (self, line))
    return FOLLOW_ROLE_CONTINUED;
  if (repeats_headings (self->table, line->row))
    {
      self->in_key = FALSE;
      return FOLLOW_ROLE_HEADINGS;
    }
  if (self->in_key && line->n_texts <= 2)
    return FOLLOW_ROLE_COLOUR_KEY;
  if (line->n_texts == 0)
    return line->area != NULL && is_plan_like (self->table) && follow_words_read_origin (line->area) != NULL
               ? FOLLOW_ROLE_ORIGIN
               : FOLLOW_ROLE_AREA;
  if (line->n_texts == 1)
    return read_lone_text (self, line);
  if (is_total (line))
    return FOLLOW_ROLE_TOTAL;
  if (self->after_blank && line->n_texts == 2 && !line->has_title &&
      follow_words_begin_with_status (line->first))
    return FOLLOW_ROLE_COLOUR_KEY;
  self->in_key = FALSE;
  return line->has_title ? FOLLOW_ROLE_RECORD : FOLLOW_ROLE_LEFT_OUT;
}

/* Above the headings. */
static FollowImportRole
read_above (const FollowImportTable *table, guint row)
{
  FollowImportArea area = follow_import_table_row (table, row);

  return area.column == G_MAXUINT ? FOLLOW_ROLE_BLANK : FOLLOW_ROLE_TITLE;
}

static FollowImportRole
find_role (Reader *self, guint row)
{
  const FollowImportSheet *view = &self->table->view;
  FollowImportRole role;
  Line line;

  if (row < view->first_heading)
    return read_above (self->table, row);
  if (row < view->first_heading + view->n_headings)
    return self->table->names_fields && row == view->first_heading && view->n_headings == 2
               ? FOLLOW_ROLE_KEYS
               : FOLLOW_ROLE_HEADINGS;
  line = read_line (self, row);
  role = line.first == NULL ? FOLLOW_ROLE_BLANK : read_role (self, &line);
  self->after_blank =
      role == FOLLOW_ROLE_BLANK || role == FOLLOW_ROLE_COLOUR_KEY || role == FOLLOW_ROLE_TOTAL;
  return role;
}

static void
set_role (Reader *self, FollowImportRow *row, guint number)
{
  gpointer chosen;

  row->hidden = follow_read_sheet_row_is_hidden (self->table->view.cells, number);
  row->said_by = FOLLOW_SAID_BY_LOOKING;
  row->role = find_role (self, number);
  if (row->role != FOLLOW_ROLE_BLANK &&
      g_hash_table_lookup_extended (self->choices->roles, GUINT_TO_POINTER (number), NULL, &chosen))
    {
      row->role = GPOINTER_TO_UINT (chosen);
      row->said_by = FOLLOW_SAID_BY_USER;
    }
  if (row->role == FOLLOW_ROLE_RECORD)
    self->table->view.n_records++;
  if (row->role == FOLLOW_ROLE_MEETING)
    self->table->has_meetings = TRUE;
}

void
follow_import_find_roles (FollowImportTable *self, const FollowImportChoices *choices)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (NULL, NULL);
  Reader reader = { self,  choices, follow_import_table_find (self, "section", "wording"), titles, 0,
                    FALSE, FALSE };

  g_array_set_size (self->view.rows, self->view.cells->n_rows);
  if (self->view.state != FOLLOW_SHEET_TABLE)
    return;
  find_titles (&reader);
  for (guint i = 0; i < self->view.rows->len; i++)
    set_role (&reader, &g_array_index (self->view.rows, FollowImportRow, i), i);
}

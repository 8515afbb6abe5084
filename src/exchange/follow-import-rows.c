/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-rows.h"

#include <glib/gi18n-lib.h>

#include "follow-import-words.h"
#include "follow-plan-text.h"

#define MAX_TITLE 300

/* Reading goes downwards: a blank cell under an area or an origin means that it goes on. */
typedef struct
{
  const FollowImportTable *table;
  FollowImportResult *result;
  FollowImportRows *rows;
  FollowImportSection *section;
  GHashTable *sections; /* folded wording → FollowImportSection */
  const char *origin;
  const char *meeting;
} Reader;

static void
section_free (gpointer data)
{
  FollowImportSection *section = data;

  g_free (section->folded);
  if (section->feedback != NULL)
    g_string_free (section->feedback, TRUE);
  g_free (section);
}

/* What an area's columns say: of merged cells only the first, since areas go on by themselves. */
static const char *
get_own (const Reader *self, guint row, const char *kind, const char *field)
{
  const FollowImportField *column = follow_import_table_find (self->table, kind, field);

  return column != NULL ? follow_import_table_text (self->table, row, column->column) : NULL;
}

static void
mark_row (Reader *self, guint row, FollowImportFate fate)
{
  FollowImportArea area = follow_import_table_row (self->table, row);

  follow_import_result_mark_area (self->result, self->table->index, &area, fate);
}

static void
leave_out (Reader *self, guint row, const char *reason)
{
  FollowImportArea area = follow_import_table_row (self->table, row);

  follow_import_result_add_not_taken (self->result, self->table->index, self->table->view.name, &area,
                                      reason);
}

/* Published tables print an area once for many rows, trackers on every one. */
static void
enter_section (Reader *self, guint row, const char *wording)
{
  g_autofree char *folded = follow_plan_fold (wording);
  FollowImportSection *section;

  if (self->section != NULL && g_str_equal (self->section->folded, folded))
    return;
  self->origin = NULL;
  section = g_hash_table_lookup (self->sections, folded);
  if (section == NULL)
    {
      section = g_new0 (FollowImportSection, 1);
      section->table = self->table;
      section->row = row;
      section->wording = wording;
      section->folded = g_steal_pointer (&folded);
      g_ptr_array_add (self->rows->sections, section);
      g_hash_table_insert (self->sections, section->folded, section);
    }
  self->section = section;
}

/* Feedback that a page break cut in two comes in parts. */
static void
add_feedback (Reader *self, guint row)
{
  const char *feedback = get_own (self, row, "section", "feedback");
  FollowImportSection *section = self->section;

  if (feedback == NULL)
    return;
  if (section == NULL)
    {
      FollowImportArea area = follow_import_table_where (self->table, row, "section", "feedback");

      follow_import_result_add_not_taken (self->result, self->table->index, self->table->view.name, &area,
                                          _ ("This feedback stands above the first area."));
      return;
    }
  if (section->feedback == NULL)
    section->feedback = g_string_new (feedback);
  else if (!g_str_equal (section->feedback->str, feedback))
    g_string_append_printf (section->feedback, "\n%s", feedback);
}

static void
mark_area_columns (Reader *self, guint row)
{
  static const char *const fields[] = { "wording", "feedback" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const FollowImportField *column = follow_import_table_find (self->table, "section", fields[i]);

      if (column != NULL)
        follow_import_result_mark (self->result, self->table->index, row, column->column,
                                   g_str_equal (fields[i], "wording") ? FOLLOW_FATE_HEADING
                                                                      : FOLLOW_FATE_RECORD);
    }
}

/* The text of a row that is one heading over the rows below, wherever it stands. */
static const char *
get_heading (Reader *self, guint row)
{
  const FollowImportField *section = follow_import_table_find (self->table, "section", "wording");
  FollowImportArea area = follow_import_table_row (self->table, row);

  if (section != NULL && area.column == section->column && area.last_column > area.column)
    area.column = area.last_column;
  return follow_import_table_text (self->table, row, area.column);
}

static void
add_entry (Reader *self, guint row)
{
  FollowImportEntry *entry = g_new0 (FollowImportEntry, 1);

  entry->table = self->table;
  entry->row = row;
  entry->section = self->section;
  entry->origin = self->origin;
  entry->meeting = self->meeting;
  g_ptr_array_add (self->rows->entries, entry);
}

/* A heading's row holds nothing else, or the rest of it would be lost. */
static void
take_heading (Reader *self, guint row, FollowImportRole role)
{
  const char *text = get_heading (self, row);

  if (role == FOLLOW_ROLE_AREA)
    enter_section (self, row, text);
  else if (role == FOLLOW_ROLE_MEETING)
    self->meeting = text;
  else
    self->origin = follow_words_read_origin (text) != NULL ? follow_words_read_origin (text) : self->origin;
  for (guint i = 0; i < self->table->view.columns->len; i++)
    if (follow_import_table_text (self->table, row, i) == text)
      follow_import_result_mark (self->result, self->table->index, row, i, FOLLOW_FATE_HEADING);
}

static void
report_row (Reader *self, guint row, char *message)
{
  FollowImportArea area = follow_import_table_row (self->table, row);

  follow_import_result_add_problem (self->result, self->table->index, self->table->view.name, &area,
                                    FOLLOW_SEVERITY_WARNING, message);
}

static void
read_left_out (Reader *self, guint row)
{
  const FollowImportRow *view = &g_array_index (self->table->view.rows, FollowImportRow, row);

  if (view->said_by == FOLLOW_SAID_BY_USER)
    {
      leave_out (self, row, _ ("The row was left out."));
      return;
    }
  report_row (self, row, g_strdup (_ ("The row has no wording of an action and was left out.")));
  leave_out (self, row, _ ("The row has no wording of an action."));
}

static void
read_row (Reader *self, guint row)
{
  FollowImportRole role = follow_import_table_role (self->table, row);
  const char *wording = get_own (self, row, "section", "wording");

  if (wording != NULL && role != FOLLOW_ROLE_HEADINGS && role != FOLLOW_ROLE_TITLE &&
      follow_words_read_origin (wording) == NULL)
    enter_section (self, row, wording);
  if (role == FOLLOW_ROLE_RECORD || role == FOLLOW_ROLE_AREA || role == FOLLOW_ROLE_ORIGIN)
    {
      add_feedback (self, row);
      mark_area_columns (self, row);
    }
  switch (role)
    {
    case FOLLOW_ROLE_RECORD:
      add_entry (self, row);
      break;
    case FOLLOW_ROLE_AREA:
    case FOLLOW_ROLE_ORIGIN:
    case FOLLOW_ROLE_MEETING:
      take_heading (self, row, role);
      break;
    case FOLLOW_ROLE_HEADINGS:
      leave_out (self, row, _ ("The headings stand here again."));
      break;
    case FOLLOW_ROLE_NONE:
      leave_out (self, row, _ ("There is no action here: the cell says that there is none."));
      break;
    case FOLLOW_ROLE_TOTAL:
      leave_out (self, row, _ ("This is a total."));
      break;
    case FOLLOW_ROLE_COLOUR_KEY:
      leave_out (self, row, _ ("This explains the colours."));
      break;
    case FOLLOW_ROLE_LEFT_OUT:
      read_left_out (self, row);
      break;
    case FOLLOW_ROLE_TITLE:
    case FOLLOW_ROLE_KEYS:
    case FOLLOW_ROLE_CONTINUED:
    case FOLLOW_ROLE_BLANK:
    default:
      break;
    }
}

/* Above the table: the first line that stands alone names the plan. */
static void
read_title (Reader *self, guint row)
{
  FollowImportArea area = follow_import_table_row (self->table, row);
  const char *text =
      area.column != G_MAXUINT ? follow_import_table_text (self->table, row, area.column) : NULL;

  if (text == NULL)
    return;
  if (self->rows->title == NULL && area.column == area.last_column && g_utf8_strlen (text, -1) <= MAX_TITLE)
    {
      g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
      g_autofree char *line = g_strjoinv (" ", lines);

      self->rows->title = g_strdup (g_strstrip (line));
      mark_row (self, row, FOLLOW_FATE_HEADING);
    }
  else
    leave_out (self, row, _ ("This stands above the table."));
}

static void
read_table (Reader *self)
{
  const FollowImportSheet *view = &self->table->view;

  self->section = NULL;
  self->origin = NULL;
  self->meeting = NULL;
  for (guint row = 0; row < view->rows->len; row++)
    {
      if (row < view->first_heading)
        read_title (self, row);
      else if (row < view->first_heading + view->n_headings)
        mark_row (self, row, FOLLOW_FATE_HEADING);
      else
        read_row (self, row);
    }
}

/**
 * follow_import_rows_read:
 * @result: gets what is left out, and why
 *
 * Returns: (transfer full): what the chosen sheets propose; it uses their texts
 */
FollowImportRows *
follow_import_rows_read (FollowImport *import, FollowImportResult *result)
{
  g_autoptr (GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *tables = follow_import_get_tables (import);
  Reader self = { .result = result, .sections = sections };

  self.rows = g_new0 (FollowImportRows, 1);
  self.rows->sections = g_ptr_array_new_with_free_func (section_free);
  self.rows->entries = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < tables->len; i++)
    {
      self.table = g_ptr_array_index (tables, i);
      if (self.table->view.chosen)
        read_table (&self);
    }
  return self.rows;
}

void
follow_import_rows_free (FollowImportRows *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

const char *
follow_import_entry_get (const FollowImportEntry *self, const char *kind, const char *field)
{
  return follow_import_table_get (self->table, self->row, kind, field);
}

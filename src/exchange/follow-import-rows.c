/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-rows.h"

#include <glib/gi18n-lib.h>

#include "follow-import-doubts.h"
#include "follow-import-words.h"
#include "follow-plan-text.h"

#define MAX_TITLE 300

/* Reading goes downwards: a blank cell under an area or an origin means that it goes on. */
typedef struct
{
  const FollowImportTable *table;
  FollowImportDoubts *doubts;
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

static gboolean
is_of_actions (const Reader *self)
{
  return g_str_equal (self->table->view.kind->name, "action");
}

/* Rows of our own workbooks say themselves where they belong. */
static gboolean
has_areas (const Reader *self)
{
  return is_of_actions (self) && !self->table->has_keys;
}

/* What an area's columns say: of merged cells only the first, since areas go on by themselves. */
static const char *
get_own (const Reader *self, guint row, const char *kind, const char *field)
{
  const FollowImportField *column =
      has_areas (self) ? follow_import_table_find (self->table, kind, field) : NULL;

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
entry_free (gpointer data)
{
  FollowImportEntry *entry = data;

  g_string_free (entry->note, TRUE);
  g_clear_pointer (&entry->left, g_array_unref);
  g_free (entry);
}

/* A cell under a merged one holds nothing of its own. */
static void
ask_filled_down (Reader *self, FollowImportEntry *entry, const FollowImportField *column, const char *text)
{
  const FollowImportPlace place = { self->table->index, entry->row, column->column };
  FollowImportDoubt *doubt =
      follow_import_doubts_find (self->doubts, FOLLOW_DOUBT_FILLED_DOWN, column->field->name, text, &place);
  g_autofree char *shown = follow_words_quote (text);
  const char *answer;

  if (doubt->answers->len == 0)
    {
      follow_import_doubt_add_answer (doubt, "fill", _ ("The same as above"));
      follow_import_doubt_add_answer (doubt, "leave", _ ("Nothing"));
    }
  answer =
      follow_import_doubts_answer (self->doubts, doubt,
                                   /* Translators: the name of a field, then the text of the cell above */
                                   g_strdup_printf (_ ("“%s” is merged with the cell above, “%s”"),
                                                    follow_field_get_label (column->field), shown));
  if (g_str_equal (answer, "fill"))
    return;
  if (entry->left == NULL)
    entry->left = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (entry->left, column->column);
}

static void
look_for_filled_down (Reader *self, FollowImportEntry *entry)
{
  for (guint i = 0; self->table->view.cells->merged->len > 0 && i < self->table->fields->len; i++)
    {
      const FollowImportField *column = &g_array_index (self->table->fields, FollowImportField, i);
      gboolean filled_down;
      const char *text =
          follow_import_table_full_text (self->table, entry->row, column->column, &filled_down);

      /* Areas go on by themselves. */
      if (filled_down && !g_str_equal (column->kind->name, "section"))
        ask_filled_down (self, entry, column, text);
    }
}

static void
add_entry (Reader *self, guint row)
{
  FollowImportEntry *entry = g_new0 (FollowImportEntry, 1);

  entry->table = self->table;
  entry->row = row;
  entry->last_row = row;
  entry->section = self->section;
  entry->origin = self->origin;
  entry->meeting = self->meeting;
  entry->note = g_string_new (NULL);
  entry->texts = self->rows->texts;
  look_for_filled_down (self, entry);
  g_ptr_array_add (self->rows->entries, entry);
}

/* The row goes on with the record above it. */
static void
continue_entry (Reader *self, guint row)
{
  GPtrArray *entries = self->rows->entries;
  FollowImportEntry *last = entries->len > 0 ? g_ptr_array_index (entries, entries->len - 1) : NULL;

  if (last != NULL && last->table == self->table)
    last->last_row = row;
  else
    leave_out (self, row, _ ("There is no record above this row for it to go on with."));
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
  const char *reason = is_of_actions (self) ? _ ("The row has no wording of an action.")
                                            : _ ("The row does not name a record.");

  if (view->said_by == FOLLOW_SAID_BY_USER && view->role == FOLLOW_ROLE_LEFT_OUT)
    {
      leave_out (self, row, _ ("The row was left out by choice."));
      return;
    }
  report_row (self, row,
              is_of_actions (self) ? g_strdup (_ ("The row has no wording of an action and was left out."))
                                   : g_strdup (_ ("The row does not name a record and was left out.")));
  leave_out (self, row, reason);
}

static gboolean
has_title (const Reader *self, guint row)
{
  const FollowKind *kind = self->table->view.kind;
  g_auto (GStrv) titles = g_strsplit (kind->title, " ", -1);

  for (guint i = 0; titles[i] != NULL; i++)
    if (follow_import_table_get (self->table, row, kind->name, titles[i]) != NULL)
      return TRUE;
  return self->table->id_column >= 0;
}

static void
take_record (Reader *self, guint row)
{
  if (has_title (self, row))
    add_entry (self, row);
  else
    read_left_out (self, row);
}

/* A row that was taken for no record by its looks. */
static void
ask_row (Reader *self, guint row, FollowImportRole role)
{
  const FollowImportRow *view = &g_array_index (self->table->view.rows, FollowImportRow, row);
  const FollowImportPlace place = { self->table->index, row,
                                    follow_import_table_row (self->table, row).column };
  gboolean is_total = role == FOLLOW_ROLE_TOTAL;
  FollowImportDoubt *doubt;

  if (view->said_by != FOLLOW_SAID_BY_USER)
    {
      doubt =
          follow_import_doubts_find (self->doubts, FOLLOW_DOUBT_ROW, is_total ? "total" : "key", "", &place);
      if (doubt->answers->len == 0)
        {
          follow_import_doubt_add_answer (doubt, "leave_out", _ ("Leave it out"));
          follow_import_doubt_add_answer (doubt, "record", _ ("It is a record"));
        }
      if (g_str_equal (follow_import_doubts_answer (self->doubts, doubt,
                                                    is_total ? g_strdup (_ ("The row looks like a total"))
                                                             : g_strdup (_ ("The row explains the colours"))),
                       "record"))
        {
          take_record (self, row);
          return;
        }
    }
  leave_out (self, row, is_total ? _ ("This is a total.") : _ ("This explains the colours."));
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
      if (has_areas (self))
        mark_area_columns (self, row);
    }
  switch (role)
    {
    case FOLLOW_ROLE_RECORD:
      take_record (self, row);
      break;
    case FOLLOW_ROLE_CONTINUED:
      continue_entry (self, row);
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
      leave_out (self, row,
                 is_of_actions (self) ? _ ("There is no action here: the cell says that there is none.")
                                      : _ ("The row says that there is nothing."));
      break;
    case FOLLOW_ROLE_TOTAL:
    case FOLLOW_ROLE_COLOUR_KEY:
      ask_row (self, row, role);
      break;
    case FOLLOW_ROLE_LEFT_OUT:
      read_left_out (self, row);
      break;
    case FOLLOW_ROLE_TITLE:
    case FOLLOW_ROLE_KEYS:
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
follow_import_rows_read (FollowImport *import, FollowImportDoubts *doubts, FollowImportResult *result)
{
  g_autoptr (GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *tables = follow_import_get_tables (import);
  Reader self = { .doubts = doubts, .result = result, .sections = sections };

  self.rows = g_new0 (FollowImportRows, 1);
  self.rows->sections = g_ptr_array_new_with_free_func (section_free);
  self.rows->entries = g_ptr_array_new_with_free_func (entry_free);
  self.rows->dropped = g_ptr_array_new_with_free_func (entry_free);
  self.rows->texts = g_string_chunk_new (4096);
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
  g_ptr_array_unref (self->dropped);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-action.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-import-values.h"
#include "follow-import-words.h"
#include "follow-number.h"
#include "follow-numbers.h"
#include "follow-plan-text.h"

/* Columns that are read by functions of their own. */
static const char *const own_functions[] = { "number", "programme", "leads", "agencies", "timescale", NULL };

static void
fill_clear (FollowActionFill *self)
{
  g_clear_pointer (&self->milestones, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FollowActionFill, fill_clear)

const char *
follow_action_fill_get (FollowActionFill *self, const char *field)
{
  return follow_import_entry_get (self->entry, "action", field);
}

void
follow_action_fill_remark (FollowActionFill *self, const char *field, FollowSeverity severity, char *message)
{
  follow_import_run_remark (self->run, self->entry, "action", field, severity, message);
}

/* The plain fields: text, choices and days. A blank cell takes nothing away. */
static void
fill_plain (FollowActionFill *self)
{
  const GArray *columns = self->entry->table->fields;

  for (guint i = 0; i < columns->len; i++)
    {
      const FollowImportField *column = &g_array_index (columns, FollowImportField, i);
      const char *text = follow_action_fill_get (self, column->field->name);

      if (g_str_equal (column->kind->name, "action") && text != NULL &&
          !follow_field_is_link (column->field) && !g_strv_contains (own_functions, column->field->name))
        follow_import_take_value (self->run, self->entry, self->action, column, text);
    }
}

/* Of numbers given in the same manner, the later one. */
static gboolean
is_later (const char *number, const char *other)
{
  gsize length = strlen (number);
  gsize other_length = strlen (other);

  return length != other_length ? length > other_length : strcmp (number, other) > 0;
}

/* A plan's next number, and none that a row further down in the file has.
 * Returns: (transfer full) (nullable) */
static char *
find_first_number (FollowImportRun *run, GError **error)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autofree char *in_file = NULL;
  g_autofree char *in_register = NULL;
  const char *last = NULL;

  for (guint i = 0; i < run->rows->entries->len; i++)
    {
      const char *number = follow_import_entry_get (run->rows->entries->pdata[i], "action", "number");

      if (number != NULL)
        g_ptr_array_add (numbers, (gpointer) (last = number));
    }
  in_file = follow_number_next (numbers, last);
  in_register = follow_register_next_number (run->reg, follow_kind_find ("action"),
                                             follow_record_get_id (run->plan), last, error);
  if (in_register == NULL)
    return NULL;
  return is_later (in_file, in_register) ? g_steal_pointer (&in_file) : g_steal_pointer (&in_register);
}

/* The register would give a new action the plan's next number as it is saved, not knowing the rows that are
 * still to come. */
static gboolean
give_number (FollowActionFill *self, GError **error)
{
  FollowImportRun *run = self->run;
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  char *number;

  if (run->plan == NULL || follow_record_is_stored (self->action) ||
      follow_record_get_text (self->action, "number") != NULL)
    return TRUE;
  if (run->last_number != NULL)
    {
      g_ptr_array_add (numbers, run->last_number);
      number = follow_number_next (numbers, run->last_number);
    }
  else if ((number = find_first_number (run, error)) == NULL)
    return FALSE;
  g_free (run->last_number);
  run->last_number = number;
  follow_record_set_text (self->action, "number", number);
  return TRUE;
}

static void
fill_number (FollowActionFill *self)
{
  const char *text = follow_action_fill_get (self, "number");
  const char *before = follow_record_get_text (self->action, "number");
  g_autofree char *number = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autofree char *shown = follow_words_quote (number);

  if (*number == '\0')
    return;
  if (before != NULL && !g_str_equal (before, number))
    follow_action_fill_remark (
        self, "number", FOLLOW_SEVERITY_WARNING,
        g_strdup_printf (_ ("This action has the number %s in the register; the file’s number %s is taken."),
                         before, shown));
  follow_record_set_text (self->action, "number", number);
}

/* A word for a status declares it; anything else was said about the progress.
 * Returns: (nullable): that */
static const char *
fill_progress (FollowActionFill *self)
{
  const char *text = follow_import_entry_get (self->entry, "progress_note", "text");
  const char *status = follow_plan_read_status (text);

  if (text == NULL || status == NULL)
    return text;
  follow_record_set_text (self->action, "status", status);
  return NULL;
}

static gboolean
take_notes (FollowActionFill *self, const char *report, GError **error)
{
  const FollowImportField *progress = follow_import_table_find (self->entry->table, "progress_note", "text");
  g_autofree char *rest = follow_import_run_describe_rest (self->run, self->entry);

  return (report == NULL || follow_import_run_take_note (self->run, self->entry, self->action, self->notes,
                                                         report, progress->column, error)) &&
         (rest == NULL || follow_import_run_take_note (
                              self->run, self->entry, self->action, self->notes, rest,
                              follow_import_table_row (self->entry->table, self->entry->row).column, error));
}

static gboolean
load_children (FollowActionFill *self, GError **error)
{
  gint64 id = follow_record_get_id (self->action);

  if (!follow_record_is_stored (self->action))
    {
      self->milestones = g_ptr_array_new ();
      self->notes = g_ptr_array_new ();
      return TRUE;
    }
  self->milestones =
      follow_register_load_children (self->run->reg, follow_kind_find ("milestone"), id, error);
  if (self->milestones == NULL)
    return FALSE;
  self->notes = follow_register_load_children (self->run->reg, follow_kind_find ("progress_note"), id, error);
  return self->notes != NULL;
}

static void
fill_place (FollowActionFill *self)
{
  const FollowImportEntry *entry = self->entry;
  FollowRecord *section =
      entry->section != NULL ? g_hash_table_lookup (self->run->sections, entry->section) : NULL;

  if (self->run->plan != NULL)
    follow_record_set_link (self->action, "plan", follow_record_get_id (self->run->plan));
  if (section != NULL)
    follow_record_set_link (self->action, "section", follow_record_get_id (section));
  if (entry->origin != NULL)
    follow_record_set_text (self->action, "origin", entry->origin);
}

/**
 * follow_import_run_fill_action:
 * @action: a new action, or a copy of the one that the row is
 *
 * Takes over what the row says. A cell that says what the register would print there changes
 * nothing, so that a plan can be exported, looked at and imported again.
 */
gboolean
follow_import_run_fill_action (FollowImportRun *self,
                               FollowRecord *action,
                               FollowImportEntry *entry,
                               GError **error)
{
  g_auto (FollowActionFill) fill = { .run = self, .action = action, .entry = entry };
  const char *report;

  if (!load_children (&fill, error))
    return FALSE;
  fill_place (&fill);
  fill_plain (&fill);
  fill_number (&fill);
  follow_import_take_colour (self, entry, action);
  follow_action_fill_timeframe (&fill);
  report = fill_progress (&fill);
  return give_number (&fill, error) && follow_action_fill_people (&fill, error) &&
         follow_action_fill_programme (&fill, error) && follow_import_run_settle (self, action, error) &&
         follow_action_fill_milestones (&fill, error) && take_notes (&fill, report, error);
}

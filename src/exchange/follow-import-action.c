/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-run.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-import-steps.h"
#include "follow-import-words.h"
#include "follow-plan-text.h"

/* Columns that are read by functions of their own. */
static const char *const own_functions[] = { "number",    "programme", "leads", "agencies",
                                             "timescale", "status",    NULL };

/* An action on its way from a row into the changes. */
typedef struct
{
  FollowImportRun *import;
  FollowRecord *action;
  const FollowImportEntry *entry;
  GPtrArray *milestones; /* as the register has them */
  GPtrArray *notes;
  GPtrArray *steps;   /* the lines of the timeframe that are milestones; NULL: none to write */
  const char *report; /* what a new note is to say, or NULL */
} Filling;

static void
filling_clear (Filling *self)
{
  g_clear_pointer (&self->milestones, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filling, filling_clear)

static const char *
get (Filling *self, const char *field)
{
  return follow_import_entry_get (self->entry, "action", field);
}

static void
report (Filling *self, const char *field, FollowSeverity severity, char *message)
{
  follow_import_run_report (self->import, self->entry, "action", field, severity, message);
}

/* The plain fields: text, choices and days. A blank cell takes nothing away. */
static void
fill_plain (Filling *self)
{
  const GArray *columns = self->entry->table->fields;

  for (guint i = 0; i < columns->len; i++)
    {
      const FollowImportField *column = &g_array_index (columns, FollowImportField, i);
      const char *name = column->field->name;
      const char *text = get (self, name);
      g_autoptr (GError) failure = NULL;
      g_autoptr (FollowValue) value = NULL;

      if (!g_str_equal (column->kind->name, "action") || g_strv_contains (own_functions, name) ||
          text == NULL)
        continue;
      value = follow_field_read (column->field, text, &failure);
      if (value != NULL)
        follow_record_set (self->action, name, value);
      if (failure == NULL)
        continue;
      report (self, name, FOLLOW_SEVERITY_WARNING, g_strdup (failure->message));
      follow_import_run_leave_out (self->import, self->entry, "action", name, failure->message);
    }
}

static void
fill_number (Filling *self)
{
  const char *text = get (self, "number");
  const char *before = follow_record_get_text (self->action, "number");
  g_autofree char *number = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (*number == '\0')
    return;
  if (before != NULL && !g_str_equal (before, number))
    report (
        self, "number", FOLLOW_SEVERITY_WARNING,
        g_strdup_printf (_ ("This action has the number %s in the register; the file’s number %s is taken."),
                         before, number));
  follow_record_set_text (self->action, "number", number);
}

static gboolean
is_open_question (const char *text)
{
  g_autofree char *folded = follow_plan_fold (text);

  return g_str_equal (folded, "tbc") || g_str_equal (folded, "to be confirmed") ||
         g_str_equal (folded, "none") || g_str_equal (folded, "n/a") || g_str_equal (folded, "-");
}

static gboolean
fill_programme (Filling *self, GError **error)
{
  FollowImportRun *import = self->import;
  const char *text = get (self, "programme");
  g_autofree char *folded = follow_plan_fold (text);
  g_autoptr (GPtrArray) lines = follow_plan_split_lines (text);
  g_autoptr (FollowRecord) programme = NULL;
  const gint64 *known;

  if (text == NULL)
    return TRUE;
  if (is_open_question (text))
    {
      follow_import_run_leave_out (import, self->entry, "action", "programme",
                                   _ ("The cell names no programme yet."));
      return TRUE;
    }
  if ((known = g_hash_table_lookup (import->programmes, folded)) == NULL)
    {
      g_autofree char *name = NULL;
      gint64 id;

      g_ptr_array_add (lines, NULL);
      name = g_strjoinv (" ", (char **) lines->pdata);
      programme = follow_record_new (follow_kind_find ("programme"), 0);
      follow_record_set_text (programme, "name", name);
      if (!follow_import_run_settle (import, programme, error))
        return FALSE;
      id = follow_record_get_id (programme);
      known = g_memdup2 (&id, sizeof id);
      g_hash_table_insert (import->programmes, g_steal_pointer (&folded), (gpointer) known);
    }
  follow_record_set_link (self->action, "programme", *known);
  return TRUE;
}

static void
report_people (Filling *self, const char *field, const FollowImportPeople *people)
{
  for (guint i = 0; i < people->several->len; i++)
    report (self, field, FOLLOW_SEVERITY_WARNING,
            g_strdup_printf (_ ("“%s” is the name of several records: kept as written, linked to none."),
                             (const char *) g_ptr_array_index (people->several, i)));
  for (guint i = 0; i < people->unknown->len; i++)
    {
      const char *name = g_ptr_array_index (people->unknown, i);

      if (g_hash_table_add (self->import->reported, follow_plan_fold (name)))
        report (self, field, FOLLOW_SEVERITY_NOTE,
                g_strdup_printf (
                    _ ("The register knows no organisation, group or person “%s”: kept as written."), name));
    }
}

static void
set_links (FollowRecord *action, const char *field, const GArray *ids)
{
  g_autoptr (FollowValue) value =
      follow_value_new_links ((const gint64 *) (const void *) ids->data, ids->len);

  if (value != NULL)
    follow_record_set (action, field, value);
}

static void
fill_responsibility (Filling *self)
{
  const char *text = get (self, "leads");
  g_autofree char *printed = follow_plan_responsibility (self->import->reg, self->action);
  g_autoptr (FollowImportPeople) people = NULL;

  if (text == NULL || follow_words_say_the_same (text, printed))
    return;
  people = follow_import_names_read (self->import->names, text);
  follow_record_set_text (self->action, "lead_as_written", text);
  set_links (self->action, "leads", people->leads);
  set_links (self->action, "agencies", people->agencies);
  report_people (self, "leads", people);
}

/* A column of agencies has nothing to keep a name in that is not known. */
static void
fill_agencies (Filling *self)
{
  const char *text = get (self, "agencies");
  g_autoptr (FollowImportPeople) people = NULL;

  if (text == NULL)
    return;
  people = follow_import_names_read (self->import->names, text);
  set_links (self->action, "agencies", people->agencies);
  if (people->leads->len > 0)
    set_links (self->action, "leads", people->leads);
  report_people (self, "agencies", people);
  for (guint i = 0; i < people->unknown->len; i++)
    {
      g_autofree char *reason = g_strdup_printf (_ ("The register knows no organisation “%s”."),
                                                 (const char *) g_ptr_array_index (people->unknown, i));

      follow_import_run_leave_out (self->import, self->entry, "action", "agencies", reason);
    }
}

static void
report_timescale (Filling *self, const char *wording)
{
  g_autoptr (FollowTimescale) timescale = follow_timescale_parse (wording);

  if (follow_timescale_is_impossible (timescale))
    report (self, "timescale", FOLLOW_SEVERITY_WARNING,
            g_strdup_printf (_ ("“%s” is not a day: kept as written."), wording));
  else if (follow_timescale_get_last (timescale) == NULL &&
           follow_timescale_get_recurs (timescale) == FOLLOW_RECURS_NEVER)
    report (self, "timescale", FOLLOW_SEVERITY_NOTE,
            g_strdup_printf (_ ("“%s” is not a date: kept as written."), wording));
}

/* The milestone a step is: the one of its wording, else the one that stands where it stands. */
static FollowRecord *
find_milestone (Filling *self, GHashTable *claimed, const char *step, guint index)
{
  for (guint i = 0; step != NULL && i < self->milestones->len; i++)
    {
      FollowRecord *milestone = g_ptr_array_index (self->milestones, i);

      if (!g_hash_table_contains (claimed, milestone) &&
          g_strcmp0 (follow_record_get_text (milestone, "wording"), step) == 0)
        return milestone;
    }
  if (index >= self->milestones->len ||
      g_hash_table_contains (claimed, g_ptr_array_index (self->milestones, index)))
    return NULL;
  return g_ptr_array_index (self->milestones, index);
}

static gboolean
take_milestones (Filling *self, GError **error)
{
  GPtrArray *lines = self->steps;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GHashTable) claimed = g_hash_table_new (NULL, NULL);

  if (lines == NULL)
    return TRUE;
  steps = follow_import_find_steps (get (self, "wording"), lines->len);
  if (steps == NULL)
    report (self, "timescale", FOLLOW_SEVERITY_NOTE,
            g_strdup_printf (_ ("It is not certain which steps of the wording these %u timescales belong to: "
                                "they are milestones without a wording."),
                             lines->len));
  for (guint i = 0; i < lines->len; i++)
    {
      const char *step = steps != NULL ? g_ptr_array_index (steps, i) : NULL;
      FollowRecord *found = find_milestone (self, claimed, step, i);
      g_autoptr (FollowRecord) milestone = NULL;

      milestone = found != NULL ? follow_record_copy (found)
                                : follow_record_new (follow_kind_find ("milestone"),
                                                     follow_record_get_id (self->action));
      if (found != NULL)
        g_hash_table_add (claimed, found);
      if (step != NULL && follow_record_get_text (milestone, "wording") == NULL)
        follow_record_set_text (milestone, "wording", step);
      follow_record_set_timescale (milestone, "timescale", g_ptr_array_index (lines, i));
      report_timescale (self, g_ptr_array_index (lines, i));
      if (!follow_import_run_settle (self->import, milestone, error))
        return FALSE;
    }
  return TRUE;
}

static void
count_unchanged (Filling *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    follow_import_result_count (self->import->result, follow_record_get_kind (g_ptr_array_index (records, i)),
                                FOLLOW_IMPORT_UNCHANGED);
}

/* A cell that holds a real date has no wording but the day itself. */
static char *
get_timeframe (Filling *self)
{
  const char *text = get (self, "timescale");

  return follow_date_is_valid (text) ? follow_date_format_long (text) : g_strdup (text);
}

static void
fill_timeframe (Filling *self)
{
  g_autofree char *text = get_timeframe (self);
  g_autofree char *printed = follow_plan_timeframe (self->action, self->milestones);
  g_autoptr (GPtrArray) lines = follow_import_split_timeframe (text);
  g_autoptr (GPtrArray) all_lines = follow_plan_split_lines (text);

  if (text == NULL)
    return;
  if (follow_words_say_the_same (text, printed))
    {
      if (lines != NULL)
        count_unchanged (self, self->milestones);
      return;
    }
  if (lines != NULL)
    {
      follow_record_set (self->action, "timescale", NULL);
      self->steps = g_steal_pointer (&lines);
      return;
    }
  if (all_lines->len > 1)
    report (self, "timescale", FOLLOW_SEVERITY_NOTE,
            g_strdup (_ ("Not every line is a timescale: kept together as one.")));
  follow_record_set_timescale (self->action, "timescale", text);
  report_timescale (self, text);
}

/* A column of its own for the declared status. */
static void
fill_status (Filling *self)
{
  const char *text = get (self, "status");
  const char *status = follow_plan_read_status (text);

  if (text == NULL)
    return;
  if (status != NULL)
    {
      follow_record_set_text (self->action, "status", status);
      return;
    }
  report (self, "status", FOLLOW_SEVERITY_WARNING,
          g_strdup_printf (_ ("“%s” is not a status and was left out."), text));
  follow_import_run_leave_out (self->import, self->entry, "action", "status", _ ("This is not a status."));
}

/* A word for a status declares it; anything else was said about the progress. */
static void
fill_progress (Filling *self)
{
  const char *text = follow_import_entry_get (self->entry, "progress_note", "text");
  const char *status = follow_plan_read_status (text);

  if (text == NULL)
    return;
  if (status != NULL)
    follow_record_set_text (self->action, "status", status);
  else
    self->report = text;
}

static gboolean
take_notes (Filling *self, GError **error)
{
  const FollowImportField *progress = follow_import_table_find (self->entry->table, "progress_note", "text");
  g_autofree char *rest = follow_import_entry_describe_rest (self->entry, self->import->result);
  guint first = self->entry->table->notes->len > 0 ? g_array_index (self->entry->table->notes, guint, 0) : 0;

  return (self->report == NULL ||
          follow_import_run_take_note (self->import, self->entry, self->action, self->notes, self->report,
                                       progress->column, error)) &&
         (rest == NULL || follow_import_run_take_note (self->import, self->entry, self->action, self->notes,
                                                       rest, first, error));
}

static gboolean
load_children (Filling *self, GError **error)
{
  gint64 id = follow_record_get_id (self->action);

  if (!follow_record_is_stored (self->action))
    {
      self->milestones = g_ptr_array_new ();
      self->notes = g_ptr_array_new ();
      return TRUE;
    }
  self->milestones =
      follow_register_load_children (self->import->reg, follow_kind_find ("milestone"), id, error);
  if (self->milestones == NULL)
    return FALSE;
  self->notes =
      follow_register_load_children (self->import->reg, follow_kind_find ("progress_note"), id, error);
  return self->notes != NULL;
}

static void
fill_place (Filling *self, const FollowImportEntry *entry)
{
  FollowRecord *section =
      entry->section != NULL ? g_hash_table_lookup (self->import->sections, entry->section) : NULL;

  follow_record_set_link (self->action, "plan", follow_record_get_id (self->import->plan));
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
                               const FollowImportEntry *entry,
                               GError **error)
{
  g_auto (Filling) filling = { .import = self, .action = action, .entry = entry };

  if (!load_children (&filling, error))
    return FALSE;
  fill_place (&filling, entry);
  fill_plain (&filling);
  fill_number (&filling);
  fill_responsibility (&filling);
  fill_agencies (&filling);
  fill_status (&filling);
  fill_timeframe (&filling);
  fill_progress (&filling);
  /* What belongs to the action is written after it. */
  return fill_programme (&filling, error) && follow_import_run_settle (self, action, error) &&
         take_milestones (&filling, error) && take_notes (&filling, error);
}

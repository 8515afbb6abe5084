/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-rows.h"

#include <glib/gi18n-lib.h>

#include "follow-plan-text.h"

#define MAX_TITLE 300

/* Reading goes downwards: a blank cell under an area or an origin means that it goes on. */
typedef struct
{
  const FollowPlanTable *table;
  FollowImportResult *result;
  FollowProposedPlan *plan;
  FollowProposedSection *section;
  GHashTable *sections; /* folded wording → FollowProposedSection */
  const char *origin;
} Reader;

static void
section_free (gpointer data)
{
  FollowProposedSection *section = data;

  g_free (section->folded);
  if (section->feedback != NULL)
    g_string_free (section->feedback, TRUE);
  g_free (section);
}

static const char *
get (const Reader *self, guint row, const char *kind, const char *field)
{
  return follow_plan_table_get (self->table, row, kind, field);
}

static void
leave_out (Reader *self, guint row, const char *reason)
{
  FollowImportArea area = follow_plan_table_row (self->table, row);

  follow_import_result_add_not_taken (self->result, self->table->cells->name, &area, reason);
}

static const char *
read_origin (const char *text)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), "origin");
  g_autofree char *folded = follow_plan_fold (text);

  for (const FollowChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_autofree char *label = follow_plan_fold (choice->label);
      g_autofree char *translated = follow_plan_fold (follow_field_get_choice_label (field, choice->id));

      if (g_str_equal (folded, label) || g_str_equal (folded, translated))
        return choice->id;
    }
  return NULL;
}

/* Returns: the only text of the row beside what it says about its section, NULL when there is none
 * or more. @n_texts tells which. */
static const char *
get_only_text (Reader *self, guint row, guint *n_texts)
{
  const GArray *columns = self->table->columns;
  const char *only = NULL;

  *n_texts = 0;
  for (guint i = 0; i < columns->len; i++)
    {
      const FollowPlanColumn *column = &g_array_index (columns, FollowPlanColumn, i);
      const char *text = get (self, row, column->kind->name, column->field->name);

      if (text == NULL || g_str_equal (column->kind->name, "section"))
        continue;
      only = text;
      (*n_texts)++;
    }
  return *n_texts == 1 ? only : NULL;
}

/* Published tables print an area once for many rows, trackers on every one. */
static void
enter_section (Reader *self, guint row, const char *wording)
{
  g_autofree char *folded = follow_plan_fold (wording);
  FollowProposedSection *section;

  if (self->section != NULL && g_str_equal (self->section->folded, folded))
    return;
  self->origin = NULL;
  section = g_hash_table_lookup (self->sections, folded);
  if (section == NULL)
    {
      section = g_new0 (FollowProposedSection, 1);
      section->row = row;
      section->wording = wording;
      section->folded = g_steal_pointer (&folded);
      g_ptr_array_add (self->plan->sections, section);
      g_hash_table_insert (self->sections, section->folded, section);
    }
  self->section = section;
}

/* Feedback that a page break cut in two comes in parts. */
static void
add_feedback (Reader *self, guint row)
{
  const char *feedback = get (self, row, "section", "feedback");
  FollowProposedSection *section = self->section;

  if (feedback == NULL)
    return;
  if (section == NULL)
    {
      FollowImportArea area = follow_plan_table_where (self->table, row, "section", "feedback");

      follow_import_result_add_not_taken (self->result, self->table->cells->name, &area,
                                          _ ("This feedback stands above the first area."));
      return;
    }
  if (section->feedback == NULL)
    {
      section->feedback = g_string_new (feedback);
      section->feedback_row = row;
    }
  else if (!g_str_equal (section->feedback->str, feedback))
    g_string_append_printf (section->feedback, "\n%s", feedback);
}

static gboolean
is_none (const char *text)
{
  g_autofree char *folded = follow_plan_fold (text);
  g_autofree char *none = follow_plan_fold (_ ("None."));

  return g_str_equal (folded, "none") || g_str_equal (folded, none) || g_str_equal (folded, "n/a") ||
         g_str_equal (folded, "-");
}

static void
add_action (Reader *self, guint row)
{
  FollowProposedAction *action = g_new0 (FollowProposedAction, 1);

  action->row = row;
  action->section = self->section;
  action->origin = self->origin;
  g_ptr_array_add (self->plan->actions, action);
}

static void
read_row (Reader *self, guint row)
{
  const char *wording = get (self, row, "section", "wording");
  guint n_texts;
  const char *only = get_only_text (self, row, &n_texts);
  const char *origin = only != NULL ? read_origin (only) : NULL;

  if (wording != NULL && n_texts == 0 && read_origin (wording) != NULL)
    {
      self->origin = read_origin (wording);
      return;
    }
  if (wording != NULL)
    enter_section (self, row, wording);
  add_feedback (self, row);
  if (origin != NULL)
    self->origin = origin;
  else if (only != NULL && is_none (only))
    leave_out (self, row, _ ("There is no action here: the cell says that there is none."));
  else if (get (self, row, "action", "wording") != NULL)
    add_action (self, row);
  else if (n_texts > 0)
    {
      FollowImportArea area = follow_plan_table_row (self->table, row);

      follow_import_result_add_problem (
          self->result, self->table->cells->name, &area, FOLLOW_SEVERITY_WARNING,
          g_strdup (_ ("The row has no wording of an action and was left out.")));
      leave_out (self, row, _ ("The row has no wording of an action."));
    }
}

/* Above the table: the first line that stands alone names the plan. */
static void
read_above (Reader *self)
{
  for (guint row = 0; row < self->table->header; row++)
    {
      FollowImportArea area = follow_plan_table_row (self->table, row);
      const char *text;

      if (area.column == G_MAXUINT)
        continue;
      text = follow_read_sheet_text (self->table->cells, row, area.column);
      if (self->plan->title == NULL && area.column == area.last_column &&
          g_utf8_strlen (text, -1) <= MAX_TITLE)
        {
          g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
          g_autofree char *line = g_strjoinv (" ", lines);

          self->plan->title = g_strdup (g_strstrip (line));
        }
      else
        leave_out (self, row, _ ("This stands above the table."));
    }
}

/**
 * follow_plan_rows_read:
 * @result: gets what is left out, and why
 *
 * Returns: (transfer full): what the table proposes; it uses the texts of the table’s sheet
 */
FollowProposedPlan *
follow_plan_rows_read (const FollowPlanTable *table, FollowImportResult *result)
{
  g_autoptr (GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal);
  Reader self = { .table = table, .result = result, .sections = sections };

  self.plan = g_new0 (FollowProposedPlan, 1);
  self.plan->sections = g_ptr_array_new_with_free_func (section_free);
  self.plan->actions = g_ptr_array_new_with_free_func (g_free);
  read_above (&self);
  for (guint row = table->header + 1; row < table->cells->n_rows; row++)
    {
      FollowImportArea area = follow_plan_table_row (table, row);

      if (area.column == G_MAXUINT)
        continue;
      if (follow_plan_table_is_header (table, row))
        leave_out (&self, row, _ ("The headings stand here again."));
      else
        read_row (&self, row);
    }
  return self.plan;
}

void
follow_proposed_plan_free (FollowProposedPlan *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

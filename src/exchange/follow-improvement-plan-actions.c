/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-improvement-plan-private.h"

#include <glib/gi18n-lib.h>

#include "follow-plan-text.h"

/* The flat sheet: one row an action, for filters and sums. Milestones and the newest note are not
 * fields of the action. */
#define MILESTONES "milestones"
#define PROGRESS "progress"

static const struct
{
  const char *field;
  double width;
  gboolean always; /* shown even where no action has anything in it */
} columns[] = {
  { "number", 6, TRUE },      { "wording", 46, TRUE },    { "section", 30, TRUE },
  { "origin", 15, FALSE },    { "programme", 16, FALSE }, { "leads", 20, TRUE },
  { "lead_as_written", 19 },  { "agencies", 16, FALSE },  { "timescale", 16, TRUE },
  { MILESTONES, 27, FALSE },  { "due", 12, TRUE },        { "due_state", 11, TRUE },
  { "status", 17, TRUE },     { "last_progress", 12 },    { PROGRESS, 28, FALSE },
  { "intended_outcome", 26 }, { "impact", 12, FALSE },    { "priority", 10, FALSE },
  { "marking", 14, FALSE },
};

/* Goes through the plan as the rows are written. */
typedef struct
{
  FollowPlanContent *content; /* (unowned) */
  guint part;
  guint entry;
} Walk;

static const FollowField *
find_field (const char *name)
{
  return follow_kind_find_field (follow_kind_find ("action"), name);
}

static char *
describe_milestones (GPtrArray *milestones)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < milestones->len; i++)
    {
      FollowRecord *milestone = g_ptr_array_index (milestones, i);
      const char *wording = follow_record_get_text (milestone, "wording");
      const char *timescale = follow_record_get_text (milestone, "timescale");

      if (i > 0)
        g_string_append_c (text, '\n');
      if (wording != NULL)
        g_string_append (text, wording);
      if (timescale != NULL)
        g_string_append_printf (text, "%s%s", wording != NULL ? " – " : "", timescale);
      if (follow_record_get_integer (milestone, "done") != 0)
        g_string_append_printf (text, " (%s)", _ ("done"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_cell (FollowSheetRow *row, guint column, FollowPlanContent *content, FollowPlanEntry *entry)
{
  const char *name = columns[column].field;
  const FollowField *field = find_field (name);
  g_autofree char *text = NULL;

  if (g_str_equal (name, MILESTONES))
    text = describe_milestones (entry->milestones);
  else if (g_str_equal (name, PROGRESS))
    text = entry->note != NULL ? g_strdup (follow_record_get_text (entry->note, "text")) : NULL;
  else if (g_str_equal (name, "status"))
    text = follow_plan_status_words (follow_record_get_text (entry->action, name));
  else if (field->type == FOLLOW_FIELD_DATE)
    {
      follow_sheet_row_set_date (row, column, follow_record_get_text (entry->action, name));
      return;
    }
  else
    text = follow_register_format (content->reg, field, follow_record_get (entry->action, name), "\n");
  follow_sheet_row_set_text (row, column, text, FOLLOW_CELL_STYLE_NORMAL);
}

/* Whether any action of the plan has something to say in the column. */
static gboolean
is_used (FollowPlanContent *content, guint column)
{
  g_autoptr (FollowSheetRow) row = follow_sheet_row_new (G_N_ELEMENTS (columns));

  for (guint i = 0; i < content->parts->len; i++)
    {
      FollowPlanPart *part = g_ptr_array_index (content->parts, i);

      for (guint j = 0; j < part->entries->len; j++)
        {
          set_cell (row, column, content, g_ptr_array_index (part->entries, j));
          if (row->cells[column].type != FOLLOW_CELL_EMPTY)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
next_row (FollowSheetRow *row, gpointer user_data, GError **error)
{
  Walk *walk = user_data;
  GPtrArray *parts = walk->content->parts;

  while (walk->part < parts->len)
    {
      FollowPlanPart *part = g_ptr_array_index (parts, walk->part);

      if (walk->entry < part->entries->len)
        {
          for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
            set_cell (row, i, walk->content, g_ptr_array_index (part->entries, walk->entry));
          walk->entry++;
          return TRUE;
        }
      walk->part++;
      walk->entry = 0;
    }
  return FALSE;
}

static const char *
get_heading (const char *name)
{
  const FollowField *field = find_field (name);

  if (g_str_equal (name, MILESTONES))
    return follow_kind_get_plural (follow_kind_find ("milestone"));
  if (g_str_equal (name, PROGRESS))
    return follow_field_get_label (follow_kind_find_field (follow_kind_find ("progress_note"), "text"));
  return follow_field_get_label (field);
}

static void
add_choices (FollowSheetColumn *column, const FollowField *field)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean is_status = g_str_equal (field->name, "status");

  for (const FollowChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_ptr_array_add (words, is_status ? follow_plan_status_words (choice->id)
                                        : g_strdup (follow_field_get_choice_label (field, choice->id)));
      if (is_status)
        follow_sheet_column_add_colour (column, words->pdata[words->len - 1],
                                        follow_plan_status_letter (choice->id));
    }
  g_ptr_array_add (words, NULL);
  follow_sheet_column_set_choices (column, (const char *const *) words->pdata, TRUE);
}

void
follow_improvement_plan_add_actions (FollowBook *book, FollowPlanContent *content)
{
  FollowSheet *sheet = follow_book_add_sheet (book, _ ("Actions"));
  Walk *walk = g_new0 (Walk, 1);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const FollowField *field = find_field (columns[i].field);
      FollowSheetColumn *column =
          follow_sheet_add_column (sheet, get_heading (columns[i].field), columns[i].width);

      follow_sheet_column_set_key (column, columns[i].field);
      follow_sheet_column_set_hidden (column, !columns[i].always && !is_used (content, i));
      /* What is worked out is not for choosing. */
      if (field != NULL && field->type == FOLLOW_FIELD_CHOICE && !(field->flags & FOLLOW_FIELD_COMPUTED))
        add_choices (column, field);
    }
  walk->content = content;
  follow_sheet_set_native_table (sheet, TRUE);
  follow_sheet_set_key_row (sheet, TRUE);
  follow_sheet_set_frozen_columns (sheet, 2);
  follow_sheet_set_row_func (sheet, next_row, walk, g_free, content->n_actions);
}

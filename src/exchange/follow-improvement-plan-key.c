/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-improvement-plan-private.h"

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-plan-text.h"

/* There is no one BRAG in Scotland, so every workbook says what its letters mean. */
static const struct
{
  const char *status;
  const char *meaning;
} statuses[] = {
  { "complete", N_ ("Everything that the action asks for is done.") },
  { "on_track", N_ ("Under way, and expected within its timescale.") },
  { "slippage", N_ ("Behind, but it can be brought back without a decision by others.") },
  { "off_track", N_ ("It will not be done within its timescale unless something changes.") },
  { "not_started", N_ ("Work on it has not begun.") },
  { "withdrawn", N_ ("No longer pursued; it keeps its number and its history.") },
};

static const struct
{
  const char *state;
  const char *meaning;
} due_states[] = {
  { "overdue",
    N_ ("The last day of its timescale has passed, and it is neither complete nor withdrawn. What comes "
        "round is overdue when it has no progress note near the day it was due.") },
  { "due_soon", N_ ("The last day of its timescale, or the next day of what comes round, is near.") },
  { "later", N_ ("Its timescale lies further ahead, has no end, or comes round without a date.") },
  { "no_date", N_ ("It has no timescale, or one in words that name no date.") },
  { "done", N_ ("It is complete or withdrawn.") },
};

static void
add_pair (FollowSheet *sheet, const char *what, const char *meaning, FollowCellStyle style)
{
  FollowSheetRow *row = follow_sheet_add_row (sheet);

  follow_sheet_row_set_text (row, 0, what, style);
  follow_sheet_row_set_text (row, 1, meaning, FOLLOW_CELL_STYLE_NORMAL);
}

void
follow_improvement_plan_add_statuses (FollowSheet *sheet)
{
  follow_sheet_add_sub_heading (sheet, _ ("Declared status: what was last said about the action"));
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autofree char *words = follow_plan_status_words (statuses[i].status);

      follow_sheet_column_add_colour (follow_sheet_column (sheet, 0), words,
                                      follow_plan_status_letter (statuses[i].status));
      add_pair (sheet, words, _ (statuses[i].meaning), FOLLOW_CELL_STYLE_STATUS);
    }
}

static void
add_due_states (FollowSheet *sheet, FollowPlanContent *content)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), "due_state");
  g_autofree char *today = follow_date_format_long (follow_register_get_today (content->reg));
  g_autofree char *heading = g_strdup_printf (_ ("Due: worked out from the timescale as of %s"), today);

  follow_sheet_add_sub_heading (sheet, heading);
  for (guint i = 0; i < G_N_ELEMENTS (due_states); i++)
    add_pair (sheet, follow_field_get_choice_label (field, due_states[i].state), _ (due_states[i].meaning),
              FOLLOW_CELL_STYLE_BOLD);
}

void
follow_improvement_plan_add_key (FollowBook *book, FollowPlanContent *content, const char *made)
{
  FollowSheet *sheet = follow_book_add_sheet (book, _ ("Key"));
  g_autofree char *name = follow_register_get_name (content->reg);

  follow_sheet_add_title (sheet, _ ("Key"), FOLLOW_CELL_STYLE_TITLE);
  follow_sheet_add_column (sheet, NULL, 24);
  follow_sheet_add_column (sheet, NULL, 100);
  follow_improvement_plan_add_statuses (sheet);
  add_due_states (sheet, content);
  follow_sheet_add_sub_heading (sheet, _ ("This workbook"));
  add_pair (sheet, follow_kind_get_label (follow_record_get_kind (content->plan)),
            follow_record_get_text (content->plan, "title"), FOLLOW_CELL_STYLE_BOLD);
  add_pair (sheet, _ ("Made"), made, FOLLOW_CELL_STYLE_BOLD);
  add_pair (sheet, _ ("Register"), name, FOLLOW_CELL_STYLE_BOLD);
  add_pair (sheet, _ ("Marking"), book->marking != NULL ? book->marking : _ ("None"), FOLLOW_CELL_STYLE_BOLD);
}

static const struct
{
  const char *field;
  double width;
} finding_columns[] = {
  { "type", 20 }, { "number", 6 }, { "wording", 52 }, { "feedback", 40 }, { "indicator", 24 }, { "page", 7 },
};

static gboolean
answers (FollowPlanPart *part, FollowRecord *action, gint64 finding_id)
{
  guint n_ids;
  const gint64 *ids = follow_value_get_links (follow_record_get (action, "sources"), &n_ids);

  if (part->section != NULL && follow_record_get_link (part->section, "finding") == finding_id)
    return TRUE;
  for (guint i = 0; i < n_ids; i++)
    if (ids[i] == finding_id)
      return TRUE;
  return FALSE;
}

/* The numbers of this plan's actions that answer the finding; an action without one is counted. */
static char *
list_answers (FollowPlanContent *content, gint64 finding_id)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_unnumbered = 0;

  for (guint i = 0; i < content->parts->len; i++)
    {
      FollowPlanPart *part = g_ptr_array_index (content->parts, i);

      for (guint j = 0; j < part->entries->len; j++)
        {
          FollowRecord *action = ((FollowPlanEntry *) g_ptr_array_index (part->entries, j))->action;
          const char *number = follow_record_get_text (action, "number");

          if (!answers (part, action, finding_id))
            continue;
          if (number != NULL)
            g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", number);
          else
            n_unnumbered++;
        }
    }
  if (n_unnumbered > 0)
    {
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append_printf (text, ngettext ("%u without a number", "%u without a number", n_unnumbered),
                              n_unnumbered);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_finding (FollowSheet *sheet, FollowPlanContent *content, FollowRecord *finding)
{
  const FollowKind *kind = follow_record_get_kind (finding);
  FollowSheetRow *row = follow_sheet_add_row (sheet);
  g_autofree char *actions = list_answers (content, follow_record_get_id (finding));

  for (guint i = 0; i < G_N_ELEMENTS (finding_columns); i++)
    {
      const char *name = finding_columns[i].field;
      g_autofree char *text = follow_register_format (content->reg, follow_kind_find_field (kind, name),
                                                      follow_record_get (finding, name), "\n");

      follow_sheet_row_set_text (row, i, text, FOLLOW_CELL_STYLE_NORMAL);
    }
  follow_sheet_row_set_text (row, G_N_ELEMENTS (finding_columns), *actions != '\0' ? actions : _ ("None"),
                             *actions != '\0' ? FOLLOW_CELL_STYLE_NORMAL : FOLLOW_CELL_STYLE_DIM);
}

/* Nothing for a plan that answers no inspection. */
gboolean
follow_improvement_plan_add_findings (FollowBook *book, FollowPlanContent *content, GError **error)
{
  gint64 inspection_id = follow_record_get_link (content->plan, "inspection");
  const FollowKind *kind = follow_kind_find ("finding");
  g_autoptr (GPtrArray) findings = NULL;
  FollowSheet *sheet;

  if (inspection_id == 0)
    return TRUE;
  findings = follow_register_load_children (content->reg, kind, inspection_id, error);
  if (findings == NULL)
    return FALSE;
  sheet = follow_book_add_sheet (book, _ ("Findings"));
  follow_sheet_add_title (sheet, _ ("Findings"), FOLLOW_CELL_STYLE_TITLE);
  follow_sheet_add_title (sheet, follow_register_get_title (content->reg, inspection_id),
                          FOLLOW_CELL_STYLE_DIM);
  for (guint i = 0; i < G_N_ELEMENTS (finding_columns); i++)
    follow_sheet_add_column (sheet,
                             follow_field_get_label (follow_kind_find_field (kind, finding_columns[i].field)),
                             finding_columns[i].width);
  follow_sheet_add_column (sheet, _ ("Actions of this plan"), 18);
  for (guint i = 0; i < findings->len; i++)
    add_finding (sheet, content, g_ptr_array_index (findings, i));
  if (findings->len == 0)
    follow_sheet_add_note (sheet, _ ("No findings are recorded of this inspection."), FOLLOW_CELL_STYLE_DIM);
  return TRUE;
}

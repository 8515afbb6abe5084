/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-improvement-plan-private.h"

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-plan-text.h"

/* Columns of the two published layouts. Their widths together fill an A4 page laid sideways at
 * about its full size. */
enum
{
  OUTCOME,
  NUMBER,
  ACTION,
  TIMEFRAME,
  RESPONSIBILITY,
  PROGRESS,
};

enum
{
  AREA,
  FEEDBACK,
  ACTIVITY,
  PROGRAMME,
  LEAD,
  MILESTONE,
  N_AREA_COLUMNS,
};

static const char *const origins[] = { "already", "additional" };

static void
set_text (FollowSheetRow *row, guint column, char *text)
{
  follow_sheet_row_set_text (row, column, text, FOLLOW_CELL_STYLE_NORMAL);
  g_free (text);
}

/* "Overseen by the Child Protection Committee · Approved 12 May 2025" */
static void
add_subtitle (FollowSheet *sheet, FollowPlanContent *content)
{
  const FollowKind *kind = follow_record_get_kind (content->plan);
  const char *approved = follow_record_get_text (content->plan, "approved_on");
  g_autofree char *inspection = NULL;
  g_autofree char *overseeing = NULL;
  g_autofree char *day = follow_date_format_long (approved);
  g_autoptr (GString) line = g_string_new (NULL);

  inspection = follow_register_format (content->reg, follow_kind_find_field (kind, "inspection"),
                                       follow_record_get (content->plan, "inspection"), ", ");
  overseeing = follow_register_format (content->reg, follow_kind_find_field (kind, "overseeing"),
                                       follow_record_get (content->plan, "overseeing"), ", ");
  if (inspection != NULL)
    g_string_append (line, inspection);
  if (overseeing != NULL)
    {
      g_string_append (line, line->len > 0 ? " · " : "");
      /* Translators: names of groups */
      g_string_append_printf (line, _ ("Overseen by %s"), overseeing);
    }
  if (approved != NULL)
    {
      g_string_append (line, line->len > 0 ? " · " : "");
      g_string_append_printf (line, _ ("Approved on %s"), day);
    }
  if (line->len > 0)
    follow_sheet_add_title (sheet, line->str, FOLLOW_CELL_STYLE_DIM);
}

static FollowSheet *
add_sheet (FollowBook *book, FollowPlanContent *content)
{
  FollowSheet *sheet = follow_book_add_sheet (book, _ ("Improvement plan"));

  follow_sheet_add_title (sheet, follow_record_get_text (content->plan, "title"), FOLLOW_CELL_STYLE_TITLE);
  add_subtitle (sheet, content);
  if (content->n_actions == 0)
    follow_sheet_add_note (sheet, _ ("This plan has no actions yet."), FOLLOW_CELL_STYLE_DIM);
  return sheet;
}

static void
add_outcome_row (FollowSheetRow *row, FollowPlanContent *content, FollowPlanEntry *entry)
{
  FollowRecord *action = entry->action;

  follow_sheet_row_set_text (row, NUMBER, follow_record_get_text (action, "number"),
                             FOLLOW_CELL_STYLE_NORMAL);
  follow_sheet_row_set_text (row, ACTION, follow_record_get_text (action, "wording"),
                             FOLLOW_CELL_STYLE_NORMAL);
  set_text (row, TIMEFRAME, follow_plan_timeframe (action, entry->milestones));
  set_text (row, RESPONSIBILITY, follow_plan_responsibility (content->reg, action));
  set_text (row, PROGRESS, follow_plan_progress (action, entry->note));
}

/* The outcome is printed once, merged over its actions. */
static void
add_outcome (FollowSheet *sheet, FollowPlanContent *content, FollowPlanPart *part)
{
  g_autofree char *wording = follow_plan_section_wording (part->section);
  guint n_rows = MAX (part->entries->len, 1);

  for (guint i = 0; i < n_rows; i++)
    {
      FollowSheetRow *row = follow_sheet_add_row (sheet);

      if (i == 0)
        {
          follow_sheet_row_set_text (row, OUTCOME, wording, FOLLOW_CELL_STYLE_BOLD);
          follow_sheet_row_set_span (row, OUTCOME, n_rows, 1);
        }
      if (i < part->entries->len)
        add_outcome_row (row, content, g_ptr_array_index (part->entries, i));
    }
}

void
follow_improvement_plan_add_outcomes (FollowBook *book, FollowPlanContent *content)
{
  FollowSheet *sheet = add_sheet (book, content);

  follow_sheet_add_column (sheet, _ ("Outcome Required"), 27);
  follow_sheet_add_column (sheet, _ ("No"), 5);
  follow_sheet_add_column (sheet, _ ("Actions"), 60);
  follow_sheet_add_column (sheet, _ ("Timeframe"), 17);
  follow_sheet_add_column (sheet, _ ("Responsibility"), 21);
  follow_sheet_add_column (sheet, _ ("Progress"), 21);
  for (guint i = 0; i < content->parts->len; i++)
    add_outcome (sheet, content, g_ptr_array_index (content->parts, i));
}

static gboolean
has_origin (FollowPlanEntry *entry, const char *origin)
{
  return g_strcmp0 (follow_record_get_text (entry->action, "origin"), origin) == 0;
}

static gboolean
uses_origins (FollowPlanContent *content)
{
  for (guint i = 0; i < content->parts->len; i++)
    {
      FollowPlanPart *part = g_ptr_array_index (content->parts, i);

      for (guint j = 0; j < part->entries->len; j++)
        if (!has_origin (g_ptr_array_index (part->entries, j), NULL))
          return TRUE;
    }
  return FALSE;
}

static void
add_area_row (FollowSheet *sheet, FollowPlanContent *content, FollowPlanEntry *entry)
{
  FollowSheetRow *row = follow_sheet_add_row (sheet);
  FollowRecord *action = entry->action;
  const FollowField *programme = follow_kind_find_field (follow_record_get_kind (action), "programme");

  follow_sheet_row_set_text (row, ACTIVITY, follow_record_get_text (action, "wording"),
                             FOLLOW_CELL_STYLE_NORMAL);
  set_text (row, PROGRAMME,
            follow_register_format (content->reg, programme, follow_record_get (action, "programme"), "\n"));
  set_text (row, LEAD, follow_plan_responsibility (content->reg, action));
  set_text (row, MILESTONE, follow_plan_timeframe (action, entry->milestones));
}

static void
add_wide_row (FollowSheet *sheet, const char *text, FollowCellStyle style)
{
  FollowSheetRow *row = follow_sheet_add_row (sheet);

  follow_sheet_row_set_text (row, ACTIVITY, text, style);
  follow_sheet_row_set_span (row, ACTIVITY, 1, N_AREA_COLUMNS - ACTIVITY);
}

static guint
add_area_rows (FollowSheet *sheet, FollowPlanContent *content, FollowPlanPart *part, const char *origin)
{
  guint n_rows = 0;

  for (guint i = 0; i < part->entries->len; i++)
    if (has_origin (g_ptr_array_index (part->entries, i), origin))
      {
        add_area_row (sheet, content, g_ptr_array_index (part->entries, i));
        n_rows++;
      }
  return n_rows;
}

/* Actions of no origin stand above the sub-headings, so that none of these claims them. */
static guint
add_area_body (FollowSheet *sheet, FollowPlanContent *content, FollowPlanPart *part, gboolean by_origin)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), "origin");
  guint n_rows = add_area_rows (sheet, content, part, NULL);

  for (guint i = 0; by_origin && i < G_N_ELEMENTS (origins); i++)
    {
      guint n_actions;

      add_wide_row (sheet, follow_field_get_choice_label (field, origins[i]), FOLLOW_CELL_STYLE_SUB_HEADING);
      n_actions = add_area_rows (sheet, content, part, origins[i]);
      if (n_actions == 0)
        add_wide_row (sheet, _ ("None."), FOLLOW_CELL_STYLE_NORMAL);
      n_rows += 1 + MAX (n_actions, 1);
    }
  if (n_rows > 0)
    return n_rows;
  add_wide_row (sheet, _ ("None."), FOLLOW_CELL_STYLE_NORMAL);
  return 1;
}

static void
add_area (FollowSheet *sheet, FollowPlanContent *content, FollowPlanPart *part, gboolean by_origin)
{
  g_autofree char *wording = follow_plan_section_wording (part->section);
  guint first = sheet->rows->len;
  guint n_rows = add_area_body (sheet, content, part, by_origin);
  FollowSheetRow *row = g_ptr_array_index (sheet->rows, first);

  follow_sheet_row_set_text (row, AREA, wording, FOLLOW_CELL_STYLE_BOLD);
  follow_sheet_row_set_span (row, AREA, n_rows, 1);
  follow_sheet_row_set_text (
      row, FEEDBACK, part->section != NULL ? follow_record_get_text (part->section, "feedback") : NULL,
      FOLLOW_CELL_STYLE_NORMAL);
  follow_sheet_row_set_span (row, FEEDBACK, n_rows, 1);
}

void
follow_improvement_plan_add_areas (FollowBook *book, FollowPlanContent *content)
{
  FollowSheet *sheet = add_sheet (book, content);
  gboolean by_origin = uses_origins (content);

  follow_sheet_add_column (sheet, _ ("Area for Improvement"), 23);
  follow_sheet_add_column (sheet, _ ("Inspection Feedback – key points"), 31);
  follow_sheet_add_column (sheet, _ ("Improvement Activity"), 42);
  follow_sheet_add_column (sheet, _ ("Improvement Programme"), 17);
  follow_sheet_add_column (sheet, _ ("Lead Officer"), 22);
  follow_sheet_add_column (sheet, _ ("Timescale / Initial Milestone"), 20);
  for (guint i = 0; i < content->parts->len; i++)
    add_area (sheet, content, g_ptr_array_index (content->parts, i), by_origin);
}

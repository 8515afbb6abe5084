/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-report-book.h"

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-file-name.h"
#include "follow-improvement-plan-private.h"
#include "follow-marking.h"
#include "follow-plan-text.h"

/* Committees meet about every three months. */
#define USUAL_MONTHS 3
/* In bytes; names may be 255 long on most disks. */
#define MAX_STEM 200

char *
follow_report_describe_now (FollowRegister *reg)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%H:%M");
  g_autofree char *day = follow_date_format_long (follow_register_get_today (reg));

  /* Translators: a day, then a time of day */
  return g_strdup_printf (_ ("%s at %s"), day, clock);
}

FollowBook *
follow_report_book_new (FollowRegister *reg, const char *title, const char *subject, const char *marking)
{
  FollowBook *book = follow_book_new (title, follow_marking_get_label (marking));
  g_autofree char *name = follow_register_get_name (reg);
  g_autofree char *now = follow_report_describe_now (reg);
  /* Translators: the name of a register, then a day and a time */
  g_autofree char *made = g_strdup_printf (_ ("%s, %s"), name, now);

  follow_book_set_subject (book, subject);
  follow_book_set_author (book, follow_register_get_user (reg));
  follow_book_set_created_at (book, made);
  return book;
}

char *
follow_report_suggest_name (FollowRegister *reg, const char *title, const char *marking)
{
  g_autofree char *stem = follow_file_name_make (title, _ ("Report"), MAX_STEM);
  const char *label = follow_marking_get_label (marking);

  return g_strdup_printf ("%s %s%s%s.xlsx", stem, follow_register_get_today (reg), label != NULL ? " " : "",
                          label != NULL ? label : "");
}

char *
follow_report_get_usual_since (FollowRegister *reg)
{
  g_autofree char *noon = g_strconcat (follow_register_get_today (reg), "T12:00:00Z", NULL);
  g_autoptr (GDateTime) today = g_date_time_new_from_iso8601 (noon, NULL);
  g_autoptr (GDateTime) since = today != NULL ? g_date_time_add_months (today, -USUAL_MONTHS) : NULL;

  return since != NULL ? g_date_time_format (since, "%Y-%m-%d") : g_strdup (follow_register_get_today (reg));
}

FollowSheet *
follow_report_add_action_sheet (FollowBook *book, const char *name, double wording_width)
{
  const FollowKind *kind = follow_kind_find ("action");
  FollowSheet *sheet = follow_book_add_sheet (book, name);

  follow_sheet_add_column (sheet, _ ("No"), 5);
  follow_sheet_add_column (sheet, follow_kind_get_label (kind), wording_width);
  follow_sheet_add_column (sheet, _ ("Lead"), 22);
  return sheet;
}

FollowSheetRow *
follow_report_add_action_row (FollowSheet *sheet, FollowRegister *reg, FollowRecord *action)
{
  FollowSheetRow *row = follow_sheet_add_row (sheet);
  g_autofree char *lead = follow_plan_leads (reg, action);

  follow_report_set_field (row, 0, reg, action, "number");
  follow_report_set_field (row, 1, reg, action, "wording");
  follow_sheet_row_set_text (row, 2, lead != NULL ? lead : _ ("No lead"),
                             lead != NULL ? FOLLOW_CELL_STYLE_NORMAL : FOLLOW_CELL_STYLE_DIM);
  return row;
}

void
follow_report_add_status_column (FollowSheet *sheet, double width)
{
  const FollowField *field = follow_kind_find_field (follow_kind_find ("action"), "status");
  FollowSheetColumn *column = follow_sheet_add_column (sheet, _ ("Status"), width);

  for (const FollowChoice *choice = field->choices; choice->id != NULL; choice++)
    {
      g_autofree char *words = follow_plan_status_words (choice->id);

      follow_sheet_column_add_colour (column, words, follow_plan_status_letter (choice->id));
    }
}

void
follow_report_set_status (FollowSheetRow *row, guint column, FollowRecord *action)
{
  g_autofree char *words = follow_plan_status_words (follow_record_get_text (action, "status"));

  follow_sheet_row_set_text (row, column, words, FOLLOW_CELL_STYLE_STATUS);
}

void
follow_report_set_field (
    FollowSheetRow *row, guint column, FollowRegister *reg, FollowRecord *action, const char *field)
{
  const FollowField *found = follow_kind_find_field (follow_record_get_kind (action), field);
  const FollowValue *value = follow_record_get (action, field);
  g_autofree char *text = NULL;

  if (found->type == FOLLOW_FIELD_DATE)
    {
      follow_sheet_row_set_date (row, column, value != NULL ? follow_value_get_text (value) : NULL);
      return;
    }
  text = follow_register_format (reg, found, value, "\n");
  follow_sheet_row_set_text (row, column, text, FOLLOW_CELL_STYLE_NORMAL);
}

void
follow_report_close_block (FollowSheet *sheet, guint n_rows)
{
  FollowSheetRow *row;

  if (sheet->rows->len > n_rows)
    return;
  row = follow_sheet_add_row (sheet);
  follow_sheet_row_set_text (row, 0, _ ("None."), FOLLOW_CELL_STYLE_DIM);
  follow_sheet_row_set_span (row, 0, 1, sheet->columns->len);
}

void
follow_report_add_key (FollowBook *book)
{
  FollowSheet *sheet = follow_book_add_sheet (book, _ ("Key"));

  follow_sheet_add_title (sheet, _ ("Key"), FOLLOW_CELL_STYLE_TITLE);
  follow_sheet_add_column (sheet, NULL, 24);
  follow_sheet_add_column (sheet, NULL, 100);
  follow_improvement_plan_add_statuses (sheet);
}

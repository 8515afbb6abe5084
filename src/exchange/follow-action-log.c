/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-action-log.h"

#include <glib/gi18n-lib.h>

#include "follow-action-log-content.h"
#include "follow-date.h"
#include "follow-file-name.h"
#include "follow-marking.h"
#include "follow-report-book.h"

/* The columns after those that say which action it is. */
enum
{
  TIMESCALE = FOLLOW_REPORT_FIRST_COLUMN,
  DUE,
  STATUS,
  SINCE,
};

enum
{
  ON = FOLLOW_REPORT_FIRST_COLUMN,
  WHAT,
  WHY,
};

enum
{
  PROPOSED = FOLLOW_REPORT_FIRST_COLUMN,
  CLOSING_STATUS,
  IMPACT,
  EVIDENCE,
  AGREED,
};

typedef void (*AddRows) (FollowSheet *sheet,
                         FollowActionLogContent *content,
                         const FollowActionPeriod *period);

static void
add_all (FollowSheet *sheet,
         FollowActionLogContent *content,
         const FollowActionLogPart *part,
         AddRows add_rows)
{
  for (guint i = 0; i < part->periods->len; i++)
    add_rows (sheet, content, g_ptr_array_index (part->periods, i));
}

static void
add_dated_title (FollowSheet *sheet, FollowActionLogContent *content, const char *title)
{
  g_autofree char *today = follow_date_format_long (follow_register_get_today (content->reg));
  g_autofree char *since = follow_date_format_long (content->since);
  /* Translators: two days */
  g_autofree char *line = g_strdup_printf (_ ("As of %s, with what changed since %s"), today, since);

  follow_sheet_add_title (sheet, title, FOLLOW_CELL_STYLE_TITLE);
  follow_sheet_add_title (sheet, line, FOLLOW_CELL_STYLE_DIM);
}

static void
add_open (FollowSheet *sheet, FollowActionLogContent *content, const FollowActionPeriod *period)
{
  g_autofree char *since = NULL;
  FollowSheetRow *row;

  if (!follow_action_is_open (period->action))
    return;
  row = follow_report_add_action_row (sheet, content->reg, period->action);
  since = follow_action_period_describe (period);
  follow_report_set_field (row, TIMESCALE, content->reg, period->action, "timescale");
  follow_report_set_field (row, DUE, content->reg, period->action, "due_state");
  follow_report_set_status (row, STATUS, period->action);
  follow_sheet_row_set_text (row, SINCE, since, FOLLOW_CELL_STYLE_NORMAL);
}

static void
add_open_sheet (FollowBook *book, FollowActionLogContent *content)
{
  FollowSheet *sheet = follow_report_add_action_sheet (book, _ ("Action log"), 44);
  g_autofree char *day = follow_date_format_short (content->since);
  /* Translators: heading of a column; a day */
  g_autofree char *since = g_strdup_printf (_ ("Since %s"), day);
  guint n_rows;

  add_dated_title (sheet, content, content->title);
  follow_sheet_add_column (sheet, _ ("Timescale"), 16);
  follow_sheet_add_column (sheet, _ ("Due"), 10);
  follow_report_add_status_column (sheet, 16);
  follow_sheet_add_column (sheet, since, 38);
  for (guint i = 0; i < content->parts->len; i++)
    {
      const FollowActionLogPart *part = g_ptr_array_index (content->parts, i);

      follow_sheet_add_sub_heading (sheet, part->heading);
      n_rows = sheet->rows->len;
      add_all (sheet, content, part, add_open);
      follow_report_close_block (sheet, n_rows);
    }
  if (content->parts->len == 0)
    follow_sheet_add_note (sheet, _ ("There are no open actions, and nothing has changed."),
                           FOLLOW_CELL_STYLE_DIM);
}

/* @why: (nullable) */
static void
add_change (FollowSheet *sheet,
            FollowActionLogContent *content,
            FollowRecord *action,
            const char *day,
            const char *what,
            const char *why)
{
  FollowSheetRow *row = follow_report_add_action_row (sheet, content->reg, action);

  follow_sheet_row_set_date (row, ON, day);
  follow_sheet_row_set_text (row, WHAT, what, FOLLOW_CELL_STYLE_NORMAL);
  follow_sheet_row_set_text (row, WHY, why, FOLLOW_CELL_STYLE_NORMAL);
}

static void
add_new (FollowSheet *sheet, FollowActionLogContent *content, const FollowActionPeriod *period)
{
  if (period->added_on != NULL)
    add_change (sheet, content, period->action, period->added_on, _ ("New"), NULL);
}

static void
add_progress (FollowSheet *sheet, FollowActionLogContent *content, const FollowActionPeriod *period)
{
  for (guint i = 0; i < period->notes->len; i++)
    {
      FollowRecord *note = g_ptr_array_index (period->notes, i);

      add_change (sheet, content, period->action, follow_action_get_day (note),
                  follow_record_get_text (note, "text"), follow_record_get_text (note, "by"));
    }
}

static void
add_redates (FollowSheet *sheet, FollowActionLogContent *content, const FollowActionPeriod *period)
{
  for (guint i = 0; i < period->redates->len; i++)
    {
      FollowRecord *change = g_ptr_array_index (period->redates, i);
      const char *reason = follow_record_get_text (change, "reason");
      g_autofree char *moved = follow_action_describe_redate (change);

      add_change (sheet, content, period->action, follow_action_get_day (change), moved,
                  reason != NULL ? reason : _ ("No reason given"));
    }
}

static void
add_closed (FollowSheet *sheet, FollowActionLogContent *content, const FollowActionPeriod *period)
{
  const char *at = follow_record_get_text (period->action, "closure_agreed_at");
  const FollowField *field = follow_kind_find_field (follow_record_get_kind (period->action), "status");
  const char *status = follow_record_get_text (period->action, "status");

  if (period->closed_on != NULL)
    add_change (sheet, content, period->action, period->closed_on,
                status != NULL ? follow_field_get_choice_label (field, status) : _ ("Closure agreed"), at);
}

static void
add_changes_sheet (FollowBook *book, FollowActionLogContent *content)
{
  static const struct
  {
    const char *heading;
    AddRows add_rows;
  } blocks[] = {
    { N_ ("New"), add_new },
    { N_ ("Progress told"), add_progress },
    { N_ ("Re-dated"), add_redates },
    { N_ ("Closed"), add_closed },
  };
  FollowSheet *sheet = follow_report_add_action_sheet (book, _ ("Changes"), 40);
  g_autofree char *day = follow_date_format_long (content->since);
  /* Translators: a day */
  g_autofree char *title = g_strdup_printf (_ ("What changed since %s"), day);

  add_dated_title (sheet, content, title);
  follow_sheet_add_column (sheet, _ ("On"), 13);
  follow_sheet_add_column (sheet, _ ("What changed"), 44);
  follow_sheet_add_column (sheet, _ ("By whom, at, or why"), 27);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      guint n_rows;

      follow_sheet_add_sub_heading (sheet, _ (blocks[i].heading));
      n_rows = sheet->rows->len;
      for (guint j = 0; j < content->parts->len; j++)
        add_all (sheet, content, g_ptr_array_index (content->parts, j), blocks[i].add_rows);
      follow_report_close_block (sheet, n_rows);
    }
}

/* "Audit of 20 files (Outcome)", a line each. */
static char *
list_evidence (FollowRegister *reg, FollowRecord *action)
{
  const FollowKind *kind = follow_kind_find ("evidence");
  const FollowField *field = follow_kind_find_field (kind, "kind");
  g_autoptr (GPtrArray) all = follow_register_load_children (reg, kind, follow_record_get_id (action), NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      FollowRecord *evidence = g_ptr_array_index (all, i);
      const char *what = follow_record_get_text (evidence, "kind");

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", follow_record_get_text (evidence, "title"));
      if (what != NULL)
        g_string_append_printf (text, " (%s)", follow_field_get_choice_label (field, what));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_proposed (FollowSheet *sheet, FollowActionLogContent *content, const FollowActionPeriod *period)
{
  g_autofree char *evidence = NULL;
  FollowSheetRow *row;

  if (!follow_action_awaits_closure (period->action))
    return;
  evidence = list_evidence (content->reg, period->action);
  row = follow_report_add_action_row (sheet, content->reg, period->action);
  follow_report_set_field (row, PROPOSED, content->reg, period->action, "closure_proposed");
  follow_report_set_status (row, CLOSING_STATUS, period->action);
  follow_report_set_field (row, IMPACT, content->reg, period->action, "impact");
  follow_sheet_row_set_text (row, EVIDENCE, *evidence != '\0' ? evidence : _ ("None"),
                             *evidence != '\0' ? FOLLOW_CELL_STYLE_NORMAL : FOLLOW_CELL_STYLE_DIM);
}

static void
add_agreement_sheet (FollowBook *book, FollowActionLogContent *content)
{
  FollowSheet *sheet = follow_report_add_action_sheet (book, _ ("For agreement"), 38);

  add_dated_title (sheet, content, _ ("Put up for closure, for the meeting to agree"));
  follow_sheet_add_column (sheet, _ ("Proposed on"), 13);
  follow_report_add_status_column (sheet, 16);
  follow_sheet_add_column (sheet, _ ("Impact"), 12);
  follow_sheet_add_column (sheet, _ ("Evidence"), 31);
  follow_sheet_add_column (sheet, _ ("Agreed"), 14);
  for (guint i = 0; i < content->parts->len; i++)
    add_all (sheet, content, g_ptr_array_index (content->parts, i), add_proposed);
  follow_report_close_block (sheet, 0);
}

gboolean
follow_action_log_export (FollowRegister *reg,
                          gint64 group_id,
                          const char *since,
                          const char *path,
                          FollowXlsxProgressFunc progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (FollowActionLogContent) content = NULL;
  g_autoptr (FollowBook) book = NULL;

  if ((content = follow_action_log_content_load (reg, group_id, since, error)) == NULL)
    return FALSE;
  book = follow_report_book_new (reg, content->title, _ ("Action log"), content->marking);
  add_open_sheet (book, content);
  add_changes_sheet (book, content);
  add_agreement_sheet (book, content);
  follow_report_add_key (book);
  return follow_xlsx_write (book, path, progress, progress_data, cancellable, error);
}

char *
follow_action_log_suggest_name (FollowRegister *reg, gint64 group_id, GError **error)
{
  g_autoptr (FollowActionLogContent) content = follow_action_log_content_load (reg, group_id, NULL, error);

  if (content == NULL)
    return NULL;
  return follow_report_suggest_name (reg, content->title, content->marking);
}

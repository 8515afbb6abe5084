/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-progress-report.h"

#include <glib/gi18n-lib.h>

#include "follow-action-period.h"
#include "follow-date.h"
#include "follow-improvement-plan-private.h"
#include "follow-plan-text.h"
#include "follow-report-book.h"

/* The columns after those that say which action it is. */
enum
{
  TIMESCALE = FOLLOW_REPORT_FIRST_COLUMN,
  DUE,
  STATUS,
  SAID,
};

typedef struct
{
  FollowPlanContent *content;
  GPtrArray *periods; /* of FollowActionPeriod, in the order of the plan */
  char *since;
} Report;

static void
report_clear (Report *self)
{
  g_clear_pointer (&self->content, follow_plan_content_free);
  g_clear_pointer (&self->periods, g_ptr_array_unref);
  g_free (self->since);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, report_clear)

static gboolean
load_report (Report *self, FollowRegister *reg, gint64 plan_id, const char *since, GError **error)
{
  self->since = since != NULL ? g_strdup (since) : follow_report_get_usual_since (reg);
  self->periods = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_action_period_free);
  if ((self->content = follow_plan_content_load (reg, plan_id, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < self->content->parts->len; i++)
    {
      const FollowPlanPart *part = g_ptr_array_index (self->content->parts, i);

      for (guint j = 0; j < part->entries->len; j++)
        {
          FollowPlanEntry *entry = g_ptr_array_index (part->entries, j);
          FollowActionPeriod *period = follow_action_period_load (reg, entry->action, self->since, error);

          if (period == NULL)
            return FALSE;
          g_ptr_array_add (self->periods, period);
        }
    }
  return TRUE;
}

/* "Since 1 September 2026: 4 new, 12 with progress told, 2 re-dated, 3 closed" */
static char *
describe_period (Report *self)
{
  g_autofree char *day = follow_date_format_long (self->since);
  guint n_new = 0, n_told = 0, n_redated = 0, n_closed = 0;

  for (guint i = 0; i < self->periods->len; i++)
    {
      const FollowActionPeriod *period = g_ptr_array_index (self->periods, i);

      n_new += period->added_on != NULL;
      n_told += period->notes->len > 0;
      n_redated += period->redates->len > 0;
      n_closed += period->closed_on != NULL;
    }
  /* Translators: a day, then numbers of actions */
  return g_strdup_printf (_ ("Since %s: %u new, %u with progress told, %u re-dated, %u closed"), day, n_new,
                          n_told, n_redated, n_closed);
}

static void
add_titles (FollowSheet *sheet, Report *self, const char *title)
{
  g_autofree char *today = follow_date_format_long (follow_register_get_today (self->content->reg));
  /* Translators: the title of a plan, then a day */
  g_autofree char *line =
      g_strdup_printf (_ ("%s, as of %s"), follow_record_get_text (self->content->plan, "title"), today);

  follow_sheet_add_title (sheet, title, FOLLOW_CELL_STYLE_TITLE);
  follow_sheet_add_title (sheet, line, FOLLOW_CELL_STYLE_DIM);
}

static void
add_counts_sheet (FollowBook *book, Report *self)
{
  FollowSheet *sheet = follow_book_add_sheet (book, _ ("Progress report"));
  g_autofree char *period = describe_period (self);

  add_titles (sheet, self, _ ("Progress report"));
  follow_sheet_add_title (sheet, period, FOLLOW_CELL_STYLE_NORMAL);
  follow_improvement_plan_add_counts (sheet, self->content);
}

static gboolean
field_is (const FollowActionPeriod *period, const char *field, const char *value)
{
  return g_strcmp0 (follow_record_get_text (period->action, field), value) == 0;
}

static gboolean
is_overdue (Report *self, const FollowActionPeriod *period)
{
  return field_is (period, "due_state", "overdue");
}

static gboolean
is_redated (Report *self, const FollowActionPeriod *period)
{
  return period->redates->len > 0;
}

static gboolean
has_no_lead (Report *self, const FollowActionPeriod *period)
{
  return follow_action_is_open (period->action) && follow_record_get_integer (period->action, "no_lead") != 0;
}

static gboolean
lacks_evidence (Report *self, const FollowActionPeriod *period)
{
  g_autoptr (GPtrArray) all = NULL;

  if (!field_is (period, "status", "complete"))
    return FALSE;
  all = follow_register_load_children (self->content->reg, follow_kind_find ("evidence"),
                                       follow_record_get_id (period->action), NULL);
  return all != NULL && all->len == 0;
}

static gboolean
lacks_impact (Report *self, const FollowActionPeriod *period)
{
  return field_is (period, "status", "complete") &&
         (field_is (period, "impact", NULL) || field_is (period, "impact", "not_known"));
}

static void
add_action (FollowSheet *sheet, Report *self, FollowRecord *action, const char *said)
{
  FollowSheetRow *row = follow_report_add_action_row (sheet, self->content->reg, action);

  follow_report_set_field (row, TIMESCALE, self->content->reg, action, "timescale");
  follow_report_set_field (row, DUE, self->content->reg, action, "due_state");
  follow_report_set_status (row, STATUS, action);
  follow_sheet_row_set_text (row, SAID, said, FOLLOW_CELL_STYLE_NORMAL);
}

static FollowSheet *
add_sheet (FollowBook *book, Report *self, const char *name, const char *said)
{
  FollowSheet *sheet = follow_report_add_action_sheet (book, name, 44);

  add_titles (sheet, self, name);
  follow_sheet_add_column (sheet, _ ("Timescale"), 16);
  follow_sheet_add_column (sheet, _ ("Due"), 10);
  follow_report_add_status_column (sheet, 16);
  follow_sheet_add_column (sheet, said, 38);
  return sheet;
}

static void
add_exceptions_sheet (FollowBook *book, Report *self)
{
  static const struct
  {
    const char *heading;
    gboolean (*is_one) (Report *self, const FollowActionPeriod *period);
  } exceptions[] = {
    { N_ ("Overdue"), is_overdue },
    { N_ ("Re-dated"), is_redated },
    { N_ ("Without a lead"), has_no_lead },
    { N_ ("Complete, but without evidence"), lacks_evidence },
    { N_ ("Complete, but impact not known"), lacks_impact },
  };
  g_autofree char *day = follow_date_format_short (self->since);
  /* Translators: heading of a column; a day */
  g_autofree char *since = g_strdup_printf (_ ("Since %s"), day);
  FollowSheet *sheet = add_sheet (book, self, _ ("Exceptions"), since);

  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    {
      guint n_rows;

      follow_sheet_add_sub_heading (sheet, _ (exceptions[i].heading));
      n_rows = sheet->rows->len;
      for (guint j = 0; j < self->periods->len; j++)
        {
          const FollowActionPeriod *period = g_ptr_array_index (self->periods, j);
          g_autofree char *said = NULL;

          if (!exceptions[i].is_one (self, period))
            continue;
          said = follow_action_period_describe (period);
          add_action (sheet, self, period->action, said);
        }
      follow_report_close_block (sheet, n_rows);
    }
}

static void
add_section_rows (FollowSheet *sheet, Report *self, FollowPlanPart *part)
{
  g_autofree char *wording = follow_plan_section_wording (part->section);
  guint n_rows;

  follow_sheet_add_sub_heading (sheet, wording != NULL ? wording : _ ("In no section"));
  n_rows = sheet->rows->len;
  for (guint i = 0; i < part->entries->len; i++)
    {
      FollowPlanEntry *entry = g_ptr_array_index (part->entries, i);

      add_action (sheet, self, entry->action,
                  entry->note != NULL ? follow_record_get_text (entry->note, "text") : NULL);
    }
  follow_report_close_block (sheet, n_rows);
}

static void
add_sections_sheet (FollowBook *book, Report *self)
{
  FollowSheet *sheet = add_sheet (book, self, _ ("Sections"), _ ("Latest progress"));

  for (guint i = 0; i < self->content->parts->len; i++)
    add_section_rows (sheet, self, g_ptr_array_index (self->content->parts, i));
  if (self->content->n_actions == 0)
    follow_sheet_add_note (sheet, _ ("This plan has no actions yet."), FOLLOW_CELL_STYLE_DIM);
}

/* Returns: (transfer full): "Progress report – Improvement Plan 2025–27" */
static char *
make_title (FollowPlanContent *content)
{
  /* Translators: the title of a plan */
  return g_strdup_printf (_ ("Progress report – %s"), follow_record_get_text (content->plan, "title"));
}

gboolean
follow_progress_report_export (FollowRegister *reg,
                               gint64 plan_id,
                               const char *since,
                               const char *path,
                               FollowXlsxProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GError **error)
{
  g_auto (Report) report = { NULL };
  g_autoptr (FollowBook) book = NULL;
  g_autofree char *title = NULL;

  if (!load_report (&report, reg, plan_id, since, error))
    return FALSE;
  title = make_title (report.content);
  book = follow_report_book_new (reg, title, _ ("Progress report"),
                                 follow_plan_content_get_marking (report.content));
  add_counts_sheet (book, &report);
  add_exceptions_sheet (book, &report);
  add_sections_sheet (book, &report);
  follow_report_add_key (book);
  return follow_xlsx_write (book, path, progress, progress_data, cancellable, error);
}

char *
follow_progress_report_suggest_name (FollowRegister *reg, gint64 plan_id, GError **error)
{
  g_autoptr (FollowPlanContent) content = follow_plan_content_load (reg, plan_id, error);
  g_autofree char *title = NULL;

  if (content == NULL)
    return NULL;
  title = make_title (content);
  return follow_report_suggest_name (reg, title, follow_plan_content_get_marking (content));
}

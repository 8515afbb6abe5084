/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-improvement-plan.h"

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-file-name.h"
#include "follow-improvement-plan-private.h"
#include "follow-marking.h"
#include "follow-report-book.h"

/* In bytes; names may be 255 long on most disks. */
#define MAX_NAME 200

static FollowBook *
make_book (FollowPlanContent *content, const char *layout, GError **error)
{
  g_autoptr (FollowBook) book =
      follow_report_book_new (content->reg, follow_record_get_text (content->plan, "title"),
                              _ ("Improvement plan"), follow_plan_content_get_marking (content));
  g_autofree char *now = follow_report_describe_now (content->reg);

  if (g_str_equal (layout, "areas"))
    follow_improvement_plan_add_areas (book, content);
  else
    follow_improvement_plan_add_outcomes (book, content);
  follow_improvement_plan_add_summary (book, content);
  follow_improvement_plan_add_actions (book, content);
  if (!follow_improvement_plan_add_findings (book, content, error))
    return NULL;
  follow_improvement_plan_add_key (book, content, now);
  return g_steal_pointer (&book);
}

/**
 * follow_improvement_plan_export:
 * @reg: a register that the calling thread may use; it is only read
 * @layout: "outcomes" or "areas"
 * @progress: (nullable): called in this thread, from 0 to 1
 *
 * Writes the plan as the workbook that goes to committee: the published table first, then a summary,
 * every action in a row of its own, the findings it answers, and a key.
 *
 * Returns: whether the workbook stands at @path; if not, what was there is as it was
 */
gboolean
follow_improvement_plan_export (FollowRegister *reg,
                                gint64 plan_id,
                                const char *layout,
                                const char *path,
                                FollowXlsxProgressFunc progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (FollowPlanContent) content = NULL;
  g_autoptr (FollowBook) book = NULL;

  if (!g_str_equal (layout, "outcomes") && !g_str_equal (layout, "areas"))
    {
      g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                   _ ("There is no layout “%s” for an improvement plan: it is “outcomes” or “areas”."),
                   layout);
      return FALSE;
    }
  content = follow_plan_content_load (reg, plan_id, error);
  if (content == NULL || (book = make_book (content, layout, error)) == NULL)
    return FALSE;
  return follow_xlsx_write (book, path, progress, progress_data, cancellable, error);
}

/**
 * follow_improvement_plan_suggest_name:
 *
 * Returns: (transfer full) (nullable): a name for the plan's workbook that any disk takes, with the
 *   marking in capitals: "Improvement Plan 2025–27 OFFICIAL-SENSITIVE.xlsx"
 */
char *
follow_improvement_plan_suggest_name (FollowRegister *reg, gint64 plan_id, GError **error)
{
  g_autoptr (FollowPlanContent) content = follow_plan_content_load (reg, plan_id, error);
  g_autofree char *stem = NULL;
  const char *marking;

  if (content == NULL)
    return NULL;
  stem = follow_file_name_make (follow_record_get_text (content->plan, "title"), _ ("Improvement plan"),
                                MAX_NAME);
  marking = follow_marking_get_label (follow_plan_content_get_marking (content));
  return g_strconcat (stem, marking != NULL ? " " : "", marking != NULL ? marking : "", ".xlsx", NULL);
}

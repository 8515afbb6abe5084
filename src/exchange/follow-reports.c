/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-reports.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "follow-action-log.h"
#include "follow-error.h"
#include "follow-find.h"
#include "follow-improvement-plan.h"
#include "follow-kind-book.h"
#include "follow-kind-text.h"
#include "follow-progress-report.h"
#include "follow-update-making.h"

static gboolean
make_list (FollowRegister *reg, const FollowReportOptions *options, GError **error)
{
  const char *dot = strrchr (options->output, '.');
  FollowKindList list = { options->query, options->ids, options->fields };

  if (g_ascii_strcasecmp (dot, ".csv") == 0)
    return follow_kind_text_write (reg, &list, options->output, error);
  return follow_kind_book_write_list (reg, &list, options->output, options->progress, options->progress_data,
                                      options->cancellable, error);
}

static gboolean
make_register (FollowRegister *reg, const FollowReportOptions *options, GError **error)
{
  return follow_kind_book_write_register (reg, options->output, options->progress, options->progress_data,
                                          options->cancellable, error);
}

static gboolean
make_improvement_plan (FollowRegister *reg, const FollowReportOptions *options, GError **error)
{
  return follow_improvement_plan_export (reg, options->for_id, options->layout, options->output,
                                         options->progress, options->progress_data, options->cancellable,
                                         error);
}

static gboolean
make_action_log (FollowRegister *reg, const FollowReportOptions *options, GError **error)
{
  return follow_action_log_export (reg, options->for_id, options->since, options->output, options->progress,
                                   options->progress_data, options->cancellable, error);
}

static gboolean
make_progress_report (FollowRegister *reg, const FollowReportOptions *options, GError **error)
{
  return follow_progress_report_export (reg, options->for_id, options->since, options->output,
                                        options->progress, options->progress_data, options->cancellable,
                                        error);
}

static gboolean
make_update_sheets (FollowRegister *reg, const FollowReportOptions *options, GError **error)
{
  FollowUpdateOptions update = {
    .by = options->by,
    .deadline = options->deadline,
    .return_to = options->return_to,
    .note = options->note,
    .query = options->query,
    .folder = options->output,
    .replace = options->replace,
    .progress = options->progress,
    .progress_data = options->progress_data,
    .cancellable = options->cancellable,
  };
  g_autoptr (FollowUpdateMaking) making = follow_update_making_write (reg, &update, error);
  GPtrArray *made;

  if (making == NULL || !follow_update_making_finish (making, reg, error))
    return FALSE;
  made = follow_update_making_get_made (making);
  for (guint i = 0; options->files != NULL && i < made->len; i++)
    g_ptr_array_add (options->files, g_strdup (((FollowUpdateMade *) made->pdata[i])->file_name));
  if (options->files != NULL)
    g_ptr_array_add (options->files, g_strdup (follow_update_making_get_list_name (making)));
  return TRUE;
}

static const FollowReport reports[] = {
  {
      .name = "improvement-plan",
      .label = N_ ("Improvement plan"),
      .description = N_ ("A plan as committees publish it, with a summary, its findings and a key"),
      .for_kind = "plan",
      .layouts = "outcomes areas",
      .endings = "xlsx",
      .make = make_improvement_plan,
  },
  {
      .name = "action-log",
      .label = N_ ("Action log"),
      .description =
          N_ ("Open actions for a meeting, what changed since a day, and what is put up for closure"),
      .for_kind = "group",
      .for_all = TRUE,
      .takes_since = TRUE,
      .endings = "xlsx",
      .make = make_action_log,
  },
  {
      .name = "progress-report",
      .label = N_ ("Progress report"),
      .description =
          N_ ("How a plan stands, for chief officers: counts, charts, exceptions, then each section"),
      .for_kind = "plan",
      .takes_since = TRUE,
      .endings = "xlsx",
      .make = make_progress_report,
  },
  {
      .name = "list",
      .label = N_ ("List"),
      .description = N_ ("The records of one kind, with all their fields"),
      .endings = "xlsx csv",
      .takes_query = TRUE,
      .make = make_list,
  },
  {
      .name = "register",
      .label = N_ ("Whole register"),
      .description = N_ ("Everything in the register, a sheet for each kind of record"),
      .endings = "xlsx",
      .make = make_register,
  },
  {
      .name = "update-sheets",
      .label = N_ ("Update sheets"),
      .description =
          N_ ("A workbook for each lead or agency to fill in, with the live actions; made into a folder"),
      .takes_query = TRUE,
      .lists = "action",
      .groupings = "lead agency",
      .writes = TRUE,
      .make = make_update_sheets,
  },
};

/**
 * follow_reports_get:
 *
 * Returns: (transfer none) (array length=n_reports): all reports
 */
const FollowReport *
follow_reports_get (guint *n_reports)
{
  *n_reports = G_N_ELEMENTS (reports);
  return reports;
}

const FollowReport *
follow_report_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_strcmp0 (reports[i].name, name) == 0)
      return &reports[i];
  return NULL;
}

const char *
follow_report_get_label (const FollowReport *report)
{
  return _ (report->label);
}

const char *
follow_report_get_description (const FollowReport *report)
{
  return _ (report->description);
}

static gboolean
is_one_of (const char *words, const char *word)
{
  g_auto (GStrv) all = g_strsplit (words != NULL ? words : "", " ", -1);

  return g_strv_contains ((const char *const *) all, word);
}

/* Writing a report over the register would lose it. */
static gboolean
is_register (FollowRegister *reg, const char *path)
{
  GStatBuf ours, theirs;

  return g_stat (follow_register_get_path (reg), &ours) == 0 && g_stat (path, &theirs) == 0 &&
         ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

static gboolean
check (const FollowReport *report, FollowRegister *reg, const FollowReportOptions *options, GError **error)
{
  const char *dot = strrchr (options->output, '.');
  g_autofree char *ending = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);
  g_autofree char *shown = g_filename_display_name (options->output);

  if (report->endings != NULL && !is_one_of (report->endings, ending))
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                 /* Translators: the name of a file, then endings separated by spaces */
                 _ ("“%s” cannot be written: the name has to end in one of these: %s."), shown,
                 report->endings);
  else if (is_register (reg, options->output))
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_EXISTS,
                 _ ("“%s” is the register itself. Choose another name."), shown);
  else if (options->layout != NULL && !is_one_of (report->layouts, options->layout))
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID, _ ("“%s” is not a layout of this report."),
                 options->layout);
  else if (options->by != NULL && !is_one_of (report->groupings, options->by))
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID, _ ("This report is not made for each “%s”."),
                 options->by);
  else if (options->since != NULL && strcmp (options->since, follow_register_get_today (reg)) > 0)
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                 _ ("%s is still to come; a report tells what changed since a day that has passed."),
                 options->since);
  else if (report->takes_query && report->lists == NULL && options->query == NULL)
    g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                         _ ("Say which kind of record is to be listed."));
  else
    return TRUE;
  return FALSE;
}

/* Returns: the record a report is about, 0 with @error set when that is not clear */
static gint64
find_subject (const FollowReport *report,
              FollowRegister *reg,
              const FollowReportOptions *options,
              GError **error)
{
  const FollowKind *kind = follow_kind_find (report->for_kind);
  g_autoptr (FollowQuery) all = follow_query_new (kind);
  g_autoptr (GArray) ids = NULL;

  if (options->for_id != 0)
    return options->for_id;
  if (options->for_ref != NULL)
    return follow_find_record (reg, all, options->for_ref, error);
  if ((ids = follow_register_list (reg, all, error)) == NULL)
    return 0;
  if (ids->len == 1)
    return g_array_index (ids, gint64, 0);
  if (ids->len == 0)
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
                 /* Translators: a kind of record, several: "Plans" */
                 _ ("The register holds nothing under “%s” that the report could be about."),
                 follow_kind_get_plural (kind));
  else
    {
      g_autofree char *names = follow_find_names (reg, ids);

      g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_AMBIGUOUS,
                   /* Translators: a kind of record, several, and the names of the records */
                   _ ("The register holds several “%s”: %s. Say which the report is about."),
                   follow_kind_get_plural (kind), names);
    }
  return 0;
}

/**
 * follow_report_make:
 *
 * Writes the report to its output, which is replaced whole or not at all.
 */
gboolean
follow_report_make (const FollowReport *report,
                    FollowRegister *reg,
                    const FollowReportOptions *options,
                    GError **error)
{
  FollowReportOptions checked = *options;
  g_auto (GStrv) layouts = g_strsplit (report->layouts != NULL ? report->layouts : "", " ", -1);

  if (!check (report, reg, options, error))
    return FALSE;
  if (checked.layout == NULL)
    checked.layout = layouts[0];
  if (report->for_kind != NULL && (!report->for_all || options->for_ref != NULL) &&
      (checked.for_id = find_subject (report, reg, options, error)) == 0)
    return FALSE;
  return report->make (reg, &checked, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-call.h"
#include "follow-date.h"
#include "follow-json.h"
#include "follow-progress.h"
#include "follow-reports.h"
#include "follow-text-table.h"
#include "follow-where.h"
#include "follow-words.h"

static const FollowReport *
find_report (const char *name, GError **error)
{
  const FollowReport *report = follow_report_find (name);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n_reports;
  const FollowReport *reports = follow_reports_get (&n_reports);

  if (report != NULL)
    return report;
  for (guint i = 0; i < n_reports; i++)
    g_ptr_array_add (names, (gpointer) reports[i].name);
  g_ptr_array_add (names, NULL);
  follow_words_refuse (_ ("is no report"), name, (const char *const *) names->pdata, error);
  return NULL;
}

static gboolean
takes (const FollowReport *report, const char *option)
{
  if (g_str_equal (option, "for"))
    return report->for_kind != NULL;
  if (g_str_equal (option, "since"))
    return report->takes_since;
  if (g_str_equal (option, "by"))
    return report->groupings != NULL;
  if (g_str_equal (option, "deadline") || g_str_equal (option, "return-to") || g_str_equal (option, "note"))
    return report->writes;
  if (g_str_equal (option, "replace"))
    return report->endings == NULL;
  if (g_str_equal (option, "kind"))
    return report->takes_query && report->lists == NULL;
  return g_str_equal (option, "layout") ? report->layouts != NULL : report->takes_query;
}

/* @words: separated by spaces
 * @problem: follows @word in a sentence */
static gboolean
check_word (const char *words, const char *word, const char *problem, GError **error)
{
  g_auto (GStrv) all = g_strsplit (words != NULL ? words : "", " ", -1);

  return word == NULL || g_strv_contains ((const char *const *) all, word) ||
         follow_words_refuse (problem, word, (const char *const *) all, error);
}

/* @day: (out) (transfer full): the day that the option gives, as ISO; NULL without it */
static gboolean
read_day (FollowCall *call, const char *option, char **day, GError **error)
{
  const char *text = follow_call_get_value (call, option);

  *day = text != NULL ? follow_date_parse (text) : NULL;
  if (text == NULL || *day != NULL)
    return TRUE;
  g_set_error (error, FOLLOW_USAGE_ERROR, 0,
               /* Translators: what was typed, then the name of an option */
               _ ("“%s” is no day; write --%s YYYY-MM-DD."), text, option);
  return FALSE;
}

static gboolean
check_ending (const FollowReport *report, const char *output, GError **error)
{
  g_auto (GStrv) endings = g_strsplit (report->endings != NULL ? report->endings : "", " ", -1);
  const char *dot = strrchr (output, '.');
  g_autofree char *ending = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);
  g_autofree char *shown = g_filename_display_name (output);

  if (report->endings == NULL || g_strv_contains ((const char *const *) endings, ending))
    return TRUE;
  g_set_error (error, FOLLOW_USAGE_ERROR, 0,
               /* Translators: a file’s name, the name of a report, endings separated by spaces */
               _ ("“%s” cannot be what %s writes; let it end in one of these: %s."), shown, report->name,
               report->endings);
  return FALSE;
}

/* Whether the options fit the report. */
static gboolean
check_options (FollowCall *call, const FollowReport *report, GError **error)
{
  static const char *const options[] = { "for", "layout",   "kind",      "where", "search",  "sort",
                                         "by",  "deadline", "return-to", "note",  "replace", "since" };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (follow_call_has (call, options[i]) && !takes (report, options[i]))
      {
        g_set_error (error, FOLLOW_USAGE_ERROR, 0,
                     /* Translators: the name of a report, then an option */
                     _ ("The report %s takes no --%s; leave it out."), report->name, options[i]);
        return FALSE;
      }
  if (report->takes_query && report->lists == NULL && !follow_call_has (call, "kind"))
    {
      g_set_error (error, FOLLOW_USAGE_ERROR, 0, _ ("The report %s wants --kind KIND."), report->name);
      return FALSE;
    }
  return check_word (report->layouts, follow_call_get_value (call, "layout"),
                     _ ("is not a layout of this report"), error) &&
         check_word (report->groupings, follow_call_get_value (call, "by"),
                     _ ("is nothing that there is a file for each of"), error) &&
         check_ending (report, follow_call_get_value (call, "output"), error);
}

static FollowQuery *
make_query (FollowCall *call, const FollowReport *report, GError **error)
{
  const FollowKind *kind = follow_words_find_kind (
      report->lists != NULL ? report->lists : follow_call_get_value (call, "kind"), error);
  g_autoptr (FollowQuery) query = kind != NULL ? follow_query_new (kind) : NULL;

  if (query == NULL || !follow_where_set_sort (query, follow_call_get_value (call, "sort"), error))
    return NULL;
  follow_query_set_text (query, follow_call_get_value (call, "search"));
  return g_steal_pointer (&query);
}

static gboolean
run_export (FollowCall *call, GError **error)
{
  const FollowReport *report = find_report (follow_call_get_word (call, 1), error);
  g_autoptr (FollowRegister) reg = NULL;
  g_autoptr (FollowQuery) query = NULL;
  g_auto (FollowProgress) progress = { NULL };
  FollowReportOptions options = { NULL };
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *deadline = NULL;
  g_autofree char *since = NULL;

  if (report == NULL || !check_options (call, report, error) ||
      !read_day (call, "deadline", &deadline, error) || !read_day (call, "since", &since, error) ||
      (report->takes_query && (query = make_query (call, report, error)) == NULL) ||
      (reg = follow_call_open (call, !report->writes, error)) == NULL ||
      (query != NULL && !follow_where_add_all (call, reg, query, error)))
    return FALSE;
  follow_progress_init (&progress);
  options = (FollowReportOptions){
    .for_ref = follow_call_get_value (call, "for"),
    .layout = follow_call_get_value (call, "layout"),
    .query = query,
    .output = follow_call_get_value (call, "output"),
    .by = follow_call_get_value (call, "by"),
    .deadline = deadline,
    .since = since,
    .return_to = follow_call_get_value (call, "return-to"),
    .note = follow_call_get_value (call, "note"),
    .replace = follow_call_has (call, "replace"),
    .files = files,
    .progress = follow_progress_moved_cb,
    .progress_data = &progress,
    .cancellable = progress.cancellable,
  };
  if (follow_report_make (report, reg, &options, &problem))
    {
      for (guint i = 0; i < files->len; i++)
        g_string_append_printf (call->answer, "%s\n", (const char *) files->pdata[i]);
      return TRUE;
    }
  follow_where_advise (g_steal_pointer (&problem), _ ("Use --for with more of the title."), error);
  return FALSE;
}

static const FollowOption export_options[] = {
  { .name = "for",
    .value = "REF",
    .about = N_ ("what the report is about: a number, reference or title; not needed where there is one") },
  { .name = "layout", .value = "LAYOUT", .about = N_ ("one of the report’s layouts") },
  { .name = "kind", .value = "KIND", .about = N_ ("with list: the kind of record") },
  FOLLOW_WHERE_OPTION,
  { .name = "since",
    .value = "DATE",
    .about = N_ ("with action-log, progress-report: tells what changed since; three months ago is usual") },
  { .name = "by",
    .value = "WHAT",
    .about = N_ ("with update-sheets: a workbook for each lead, which is usual, or agency") },
  { .name = "deadline", .value = "DATE", .about = N_ ("with update-sheets: the day to answer by") },
  { .name = "return-to", .value = "ADDRESS", .about = N_ ("with update-sheets: where to send them back to") },
  { .name = "note", .value = "TEXT", .about = N_ ("with update-sheets: a word to those who are asked") },
  { .name = "replace", .about = N_ ("replaces files of the same names in the folder") },
  { .name = "search", .value = "TEXT", .about = N_ ("with list: only records with these words") },
  { .name = "sort", .value = "FIELD", .about = N_ ("with list: the order; -FIELD for the other way round") },
  { .name = "output",
    .value = "OUT",
    .required = TRUE,
    .about = N_ ("the file to write; its ending says the form, and an older one is replaced; with "
                 "update-sheets a folder") },
};

const FollowVerb follow_verb_export = {
  .name = "export",
  .words = "FILE REPORT",
  .about = N_ ("Writes a report."),
  .options = export_options,
  .n_options = G_N_ELEMENTS (export_options),
  .run = run_export,
};

static void
add_pair (FollowJson *json, const char *key, const char *text)
{
  follow_json_add_key (json, key);
  follow_json_add_string (json, text);
}

static void
add_words (FollowJson *json, const char *key, const char *words)
{
  g_auto (GStrv) all = g_strsplit (words != NULL ? words : "", " ", -1);

  follow_json_add_key (json, key);
  follow_json_begin_array (json);
  for (guint i = 0; all[i] != NULL; i++)
    follow_json_add_string (json, all[i]);
  follow_json_end_array (json);
}

static char *
list_options (const FollowReport *report)
{
  return g_strdup_printf (
      "%s%s%s%s%s%s%soutput", report->for_kind != NULL ? "for " : "",
      report->layouts != NULL ? "layout " : "", report->takes_query && report->lists == NULL ? "kind " : "",
      report->takes_query ? "where search sort " : "", report->groupings != NULL ? "by " : "",
      report->takes_since ? "since " : "", report->writes ? "deadline return-to note replace " : "");
}

static void
add_report (FollowJson *json, const FollowReport *report)
{
  g_autofree char *options = list_options (report);

  follow_json_begin_object (json);
  add_pair (json, "name", report->name);
  add_pair (json, "label", follow_report_get_label (report));
  add_pair (json, "description", follow_report_get_description (report));
  add_words (json, "options", options);
  add_pair (json, "for", report->for_kind);
  add_words (json, "layouts", report->layouts);
  add_words (json, "endings", report->endings);
  add_words (json, "by", report->groupings);
  follow_json_end_object (json);
}

static void
append_table (GString *out)
{
  guint n_reports;
  const FollowReport *reports = follow_reports_get (&n_reports);
  g_autoptr (FollowTextTable) table = follow_text_table_new ();

  follow_text_table_add_column (table, "name", _ ("Report"));
  follow_text_table_add_column (table, "label", _ ("What it is"));
  follow_text_table_add_column (table, "for", _ ("--for"));
  follow_text_table_add_column (table, "layouts", _ ("--layout"));
  follow_text_table_add_column (table, "endings", _ ("OUT ends in"));
  follow_text_table_add_column (table, "options", _ ("Options"));
  for (guint i = 0; i < n_reports; i++)
    {
      follow_text_table_add (table, reports[i].name);
      follow_text_table_add (table, follow_report_get_description (&reports[i]));
      follow_text_table_add (table, reports[i].for_kind);
      follow_text_table_add (table, reports[i].layouts);
      follow_text_table_add (table, reports[i].endings);
      follow_text_table_take (table, list_options (&reports[i]));
    }
  follow_text_table_append_text (table, out);
}

static gboolean
run_reports (FollowCall *call, GError **error)
{
  guint n_reports;
  const FollowReport *reports = follow_reports_get (&n_reports);
  g_autoptr (FollowJson) json = NULL;

  if (!follow_call_format_is (call, "json"))
    {
      append_table (call->answer);
      return TRUE;
    }
  json = follow_json_new (call->answer);
  follow_json_begin_array (json);
  for (guint i = 0; i < n_reports; i++)
    add_report (json, &reports[i]);
  follow_json_end_array (json);
  return TRUE;
}

static const FollowOption reports_options[] = {
  { .name = "format", .value = "FORMAT", .choices = "text json", .about = N_ ("text for people, or json") },
};

const FollowVerb follow_verb_reports = {
  .name = "reports",
  .words = "",
  .about = N_ ("Names the reports that export knows, and the options of each."),
  .options = reports_options,
  .n_options = G_N_ELEMENTS (reports_options),
  .run = run_reports,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-call.h"
#include "follow-import.h"
#include "follow-json.h"
#include "follow-text-table.h"

static void
add_pair (FollowJson *json, const char *key, const char *text)
{
  follow_json_add_key (json, key);
  follow_json_add_string (json, text);
}

static void
add_number (FollowJson *json, const char *key, guint number)
{
  follow_json_add_key (json, key);
  follow_json_add_integer (json, number);
}

static void
add_counts (FollowJson *json, const FollowImportResult *result)
{
  follow_json_add_key (json, "records");
  follow_json_begin_object (json);
  for (guint i = 0; i < result->counts->len; i++)
    {
      const FollowImportCount *count = &g_array_index (result->counts, FollowImportCount, i);

      follow_json_add_key (json, count->kind->name);
      follow_json_begin_object (json);
      add_number (json, "new", count->n_new);
      add_number (json, "changed", count->n_changed);
      add_number (json, "unchanged", count->n_unchanged);
      follow_json_end_object (json);
    }
  follow_json_end_object (json);
}

static void
answer_json (const FollowImportResult *result, GString *out)
{
  g_autoptr (FollowJson) json = follow_json_new (out);

  follow_json_begin_object (json);
  add_counts (json, result);
  follow_json_add_key (json, "problems");
  follow_json_begin_array (json);
  for (guint i = 0; i < result->problems->len; i++)
    {
      const FollowImportProblem *problem = result->problems->pdata[i];

      follow_json_begin_object (json);
      add_pair (json, "sheet", problem->sheet);
      add_pair (json, "cell", problem->cell);
      add_pair (json, "severity", follow_severity_to_id (problem->severity));
      add_pair (json, "message", problem->message);
      follow_json_end_object (json);
    }
  follow_json_end_array (json);
  follow_json_add_key (json, "not_taken");
  follow_json_begin_array (json);
  for (guint i = 0; i < result->not_taken->len; i++)
    {
      const FollowImportNotTaken *left = result->not_taken->pdata[i];

      follow_json_begin_object (json);
      add_pair (json, "sheet", left->sheet);
      add_pair (json, "range", left->range);
      add_pair (json, "reason", left->reason);
      follow_json_end_object (json);
    }
  follow_json_end_array (json);
  follow_json_end_object (json);
}

static void
append_counts (const FollowImportResult *result, GString *out)
{
  g_autoptr (FollowTextTable) table = follow_text_table_new ();

  follow_text_table_add_column (table, "kind", _ ("Records"));
  follow_text_table_add_column (table, "new", _ ("New"));
  follow_text_table_add_column (table, "changed", _ ("Changed"));
  follow_text_table_add_column (table, "unchanged", _ ("Unchanged"));
  for (guint i = 0; i < result->counts->len; i++)
    {
      const FollowImportCount *count = &g_array_index (result->counts, FollowImportCount, i);

      follow_text_table_add (table, follow_kind_get_plural (count->kind));
      follow_text_table_take (table, g_strdup_printf ("%u", count->n_new));
      follow_text_table_take (table, g_strdup_printf ("%u", count->n_changed));
      follow_text_table_take (table, g_strdup_printf ("%u", count->n_unchanged));
    }
  follow_text_table_append_text (table, out);
}

static const char *
get_severity_label (FollowSeverity severity)
{
  switch (severity)
    {
    case FOLLOW_SEVERITY_ERROR:
      return _ ("Error");
    case FOLLOW_SEVERITY_WARNING:
      return _ ("Warning");
    case FOLLOW_SEVERITY_NOTE:
    default:
      return _ ("Note");
    }
}

static void
append_line (GString *out, const char *sheet, const char *place, const char *severity, const char *message)
{
  g_autofree char *plain = follow_text_table_make_plain (message, FALSE);
  g_autofree char *name = follow_text_table_make_plain (sheet != NULL ? sheet : "", FALSE);

  g_string_append_printf (out, "  %s%s%s%s%s%s%s\n", name, *name != '\0' && place != NULL ? " " : "",
                          place != NULL ? place : "", *name != '\0' || place != NULL ? ": " : "",
                          severity != NULL ? severity : "", severity != NULL ? " – " : "", plain);
}

static void
answer_text (const FollowImportResult *result, gboolean dry_run, GString *out)
{
  if (dry_run)
    g_string_append_printf (out, "%s\n", _ ("This is what the import would do; nothing was written."));
  append_counts (result, out);
  if (result->problems->len > 0)
    g_string_append_printf (out, "\n%s\n", _ ("To look at:"));
  for (guint i = 0; i < result->problems->len; i++)
    {
      const FollowImportProblem *problem = result->problems->pdata[i];

      append_line (out, problem->sheet, problem->cell, get_severity_label (problem->severity),
                   problem->message);
    }
  if (result->not_taken->len > 0)
    g_string_append_printf (out, "\n%s\n", _ ("Not taken:"));
  for (guint i = 0; i < result->not_taken->len; i++)
    {
      const FollowImportNotTaken *left = result->not_taken->pdata[i];

      append_line (out, left->sheet, left->range, NULL, left->reason);
    }
}

static gboolean
refuse (GError **error, char *message)
{
  g_set_error_literal (error, FOLLOW_USAGE_ERROR, 0, message);
  g_free (message);
  return FALSE;
}

static gboolean
check_words (FollowCall *call, GError **error)
{
  const char *as = follow_call_get_value (call, "as");
  const char *const *decisions = follow_call_get_values (call, "decide");
  g_autoptr (GError) problem = NULL;

  if (!follow_import_check_mappings (follow_call_get_values (call, "map"), &problem))
    return refuse (error, g_strdup (problem->message));
  if (as != NULL && !g_str_equal (as, "plan") && !g_str_equal (as, "update") && follow_kind_find (as) == NULL)
    return refuse (error,
                   g_strdup_printf (_ ("A file cannot be imported as “%s”: as “plan”, “update”, or a kind "
                                       "that “follow-through kinds” lists."),
                                    as));
  for (guint i = 0; decisions != NULL && decisions[i] != NULL; i++)
    if (strchr (decisions[i], '=') == NULL)
      return refuse (error, g_strdup_printf (_ ("“%s” decides nothing: write the text, “=” and the answer."),
                                             decisions[i]));
  return TRUE;
}

/* How delimited text is to be read; what is not said is told by looking. */
static FollowDelimitedForm
get_form (FollowCall *call)
{
  static const char *const encodings[] = { "look", "utf-8", "utf-16-le", "utf-16-be", "windows-1252" };
  static const char *const separators[] = { "look", "comma", "semicolon", "tab" };
  static const char delimiters[] = { 0, ',', ';', '\t' };
  FollowDelimitedForm form = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (g_strcmp0 (follow_call_get_value (call, "encoding"), encodings[i]) == 0)
      form.encoding = i;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_strcmp0 (follow_call_get_value (call, "separator"), separators[i]) == 0)
      form.delimiter = delimiters[i];
  return form;
}

static gboolean
run (FollowCall *call, GError **error)
{
  gboolean dry_run = follow_call_has (call, "dry-run");
  FollowImportOptions options = {
    .as = follow_call_get_value (call, "as"),
    .sheets = follow_call_get_values (call, "sheet"),
    .mappings = follow_call_get_values (call, "map"),
    .decisions = follow_call_get_values (call, "decide"),
    .form = get_form (call),
    .dry_run = dry_run,
  };
  g_autoptr (FollowRegister) reg = NULL;
  g_autoptr (FollowImportResult) result = NULL;

  if (!check_words (call, error) || (reg = follow_call_open (call, dry_run, error)) == NULL)
    return FALSE;
  result = follow_import_file (reg, follow_call_get_word (call, 1), &options, NULL, error);
  if (result == NULL)
    return FALSE;
  if (follow_call_format_is (call, "json"))
    answer_json (result, call->answer);
  else
    answer_text (result, dry_run, call->answer);
  return TRUE;
}

static const FollowOption options[] = {
  { .name = "as",
    .value = "KIND",
    .about = N_ ("what the file holds: plan, a kind, or update, a returned update sheet, of which SOURCE may "
                 "be a folder; told by the headings if not said") },
  { .name = "sheet",
    .value = "NAME",
    .many = TRUE,
    .about = N_ ("a sheet to take, if not all with a table that are not hidden") },
  { .name = "map",
    .value = "HEADING=FIELD",
    .many = TRUE,
    .about = N_ ("which field the column under a heading goes into; HEADING=note keeps it in a note, "
                 "HEADING= leaves it out") },
  { .name = "decide",
    .value = "TEXT=ANSWER",
    .many = TRUE,
    .about = N_ ("what a doubtful text is taken for; else it is as proposed") },
  { .name = "encoding",
    .value = "NAME",
    .choices = "look utf-8 utf-16-le utf-16-be windows-1252",
    .about = N_ ("how the letters of delimited text are written") },
  { .name = "separator",
    .value = "NAME",
    .choices = "look comma semicolon tab",
    .about = N_ ("what stands between the cells of delimited text") },
  { .name = "dry-run", .about = N_ ("answers the same and writes nothing") },
  { .name = "format", .value = "FORMAT", .choices = "text json", .about = N_ ("text for people, or json") },
};

const FollowVerb follow_verb_import = {
  .name = "import",
  .words = "FILE SOURCE",
  .about = N_ ("Takes a workbook or delimited text into the register: all of it or nothing. "
               "A plan that is there already is brought up to date."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .run = run,
};

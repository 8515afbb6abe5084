/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follow-call.h"
#include "follow-json.h"
#include "follow-kind-text.h"
#include "follow-show.h"
#include "follow-text-table.h"
#include "follow-where.h"
#include "follow-words.h"

static gboolean
answer_json (FollowCall *call, FollowRegister *reg, GPtrArray *records, GError **error)
{
  g_autoptr (FollowJson) json = follow_json_new (call->answer);

  follow_json_begin_array (json);
  for (guint i = 0; i < records->len; i++)
    if (!follow_show_add_record (json, reg, records->pdata[i], TRUE, follow_call_has (call, "children"),
                                 error))
      return FALSE;
  follow_json_end_array (json);
  return TRUE;
}

static void
add_cells (FollowTextTable *table, FollowRegister *reg, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);

  if (kind->parent != NULL)
    follow_text_table_take (table, follow_register_name_record (reg, follow_record_get_parent_id (record)));
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & FOLLOW_FIELD_MAIN)
      follow_text_table_take (
          table, follow_register_format (reg, &kind->fields[i], follow_record_get_value (record, i), "; "));
}

static gboolean
add_children (FollowTextTable *table, FollowRegister *reg, FollowRecord *record, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  if (!follow_show_append_children (lines, reg, record, 2, error))
    return FALSE;
  if (lines->len > 0)
    follow_text_table_take_note (table, g_strconcat (lines->str, "\n", NULL));
  return TRUE;
}

static gboolean
answer_table (
    FollowCall *call, FollowRegister *reg, const FollowKind *kind, GPtrArray *records, GError **error)
{
  g_autoptr (FollowTextTable) table = follow_text_table_new ();

  if (kind->parent != NULL)
    follow_text_table_add_column (table, kind->parent,
                                  follow_kind_get_label (follow_kind_find (kind->parent)));
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & FOLLOW_FIELD_MAIN)
      follow_text_table_add_column (table, kind->fields[i].name, follow_field_get_label (&kind->fields[i]));
  for (guint i = 0; i < records->len; i++)
    {
      add_cells (table, reg, records->pdata[i]);
      if (follow_call_has (call, "children") && !add_children (table, reg, records->pdata[i], error))
        return FALSE;
    }
  follow_text_table_append_text (table, call->answer);
  return TRUE;
}

static gboolean
check_options (FollowCall *call, GError **error)
{
  gboolean csv = follow_call_format_is (call, "csv");

  if (csv && follow_call_has (call, "children"))
    g_set_error_literal (
        error, FOLLOW_USAGE_ERROR, 0,
        _ ("Delimited text has no place for --children; list their own kind, or write --format "
           "json."));
  else if (!csv && follow_call_has (call, "no-guard"))
    g_set_error_literal (error, FOLLOW_USAGE_ERROR, 0,
                         _ ("--no-guard goes with --format csv only; add that, or leave it out."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
run (FollowCall *call, GError **error)
{
  const FollowKind *kind = follow_words_find_kind (follow_call_get_word (call, 1), error);
  g_autoptr (FollowRegister) reg = NULL;
  g_autoptr (FollowQuery) query = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (kind == NULL || !check_options (call, error))
    return FALSE;
  query = follow_query_new (kind);
  follow_query_set_text (query, follow_call_get_value (call, "search"));
  if (!follow_where_set_sort (query, follow_call_get_value (call, "sort"), error) ||
      (reg = follow_call_open (call, TRUE, error)) == NULL || !follow_where_add_all (call, reg, query, error))
    return FALSE;
  if (follow_call_format_is (call, "csv"))
    return follow_kind_text_append (call->answer, reg, &(FollowKindList){ query, NULL, NULL },
                                    !follow_call_has (call, "no-guard"), error);
  if ((records = follow_register_load_all (reg, query, error)) == NULL)
    return FALSE;
  if (follow_call_format_is (call, "json"))
    return answer_json (call, reg, records, error);
  return answer_table (call, reg, kind, records, error);
}

static const FollowOption options[] = {
  FOLLOW_WHERE_OPTION,
  { .name = "search",
    .value = "TEXT",
    .about = N_ ("only records with these words, or the beginnings of them, somewhere in their text") },
  { .name = "sort", .value = "FIELD", .about = N_ ("the order; -FIELD for the other way round") },
  { .name = "children",
    .about = N_ ("also the records edited inside of these: below each, with json inside of it") },
  { .name = "format",
    .value = "FORMAT",
    .choices = "table csv json",
    .about = N_ ("table of the main fields for people; csv and json with all fields") },
  { .name = "no-guard",
    .about = N_ ("with csv: leave text alone that a spreadsheet would run as a formula") },
};

const FollowVerb follow_verb_list = {
  .name = "list",
  .words = "FILE KIND",
  .about = N_ ("Lists the records of a kind."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .run = run,
};

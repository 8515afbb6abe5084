/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follow-call.h"
#include "follow-history.h"
#include "follow-json.h"
#include "follow-kind-text.h"
#include "follow-show.h"
#include "follow-text-table.h"
#include "follow-where.h"

/* Ids for scripts, as choices have them; the words are for people. */
static const struct
{
  const char *id;
  const char *label;
} whats[] = {
  [FOLLOW_CHANGE_ADDED] = { "added", N_ ("added") },
  [FOLLOW_CHANGE_SET] = { "set", N_ ("set") },
  [FOLLOW_CHANGE_REMOVED] = { "removed", N_ ("removed") },
  [FOLLOW_CHANGE_RESTORED] = { "restored", N_ ("restored") },
};

static void
add_pair (FollowJson *json, const char *key, const char *text)
{
  follow_json_add_key (json, key);
  follow_json_add_string (json, text);
}

static void
add_value (FollowJson *json, FollowRegister *reg, const char *key, const FollowChange *change, FollowValue *v)
{
  follow_json_add_key (json, key);
  if (change->field != NULL)
    follow_show_add_value (json, reg, change->field, v);
  else
    follow_json_add_null (json);
}

static void
add_change (FollowJson *json, FollowRegister *reg, const FollowChange *change)
{
  g_autofree char *name = follow_register_name_record (reg, change->record_id);

  follow_json_begin_object (json);
  add_pair (json, "at", change->at);
  add_pair (json, "who", change->who);
  add_pair (json, "kind", change->kind->name);
  add_pair (json, "record", name);
  add_pair (json, "field", change->field != NULL ? change->field->name : NULL);
  add_value (json, reg, "before", change, change->before);
  add_value (json, reg, "after", change, change->after);
  add_pair (json, "what", whats[change->type].id);
  add_pair (json, "doing", change->label != NULL && *change->label != '\0' ? change->label : NULL);
  follow_json_end_object (json);
}

static char *
format_time (const char *utc)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (utc);
}

static void
add_row (FollowTextTable *table, FollowRegister *reg, const FollowChange *change, gboolean csv)
{
  const FollowField *field = change->field;

  follow_text_table_take (table, csv ? g_strdup (change->at) : format_time (change->at));
  follow_text_table_add (table, change->who);
  follow_text_table_add (table, csv ? change->kind->name : follow_kind_get_label (change->kind));
  follow_text_table_take (table, follow_register_name_record (reg, change->record_id));
  follow_text_table_add (table, field == NULL ? NULL : csv ? field->name : follow_field_get_label (field));
  follow_text_table_take (table,
                          field != NULL ? follow_kind_text_get_cell (reg, field, change->before) : NULL);
  follow_text_table_take (table,
                          field != NULL ? follow_kind_text_get_cell (reg, field, change->after) : NULL);
  follow_text_table_add (table, csv ? whats[change->type].id : _ (whats[change->type].label));
  follow_text_table_add (table, change->label);
}

/* Keeps what the program notes for itself out of the answer. */
static gboolean
is_public (const FollowChange *change)
{
  return change->field == NULL || follow_show_is_public (change->field);
}

static void
answer_table (FollowCall *call, FollowRegister *reg, GPtrArray *changes)
{
  g_autoptr (FollowTextTable) table = follow_text_table_new ();
  gboolean csv = follow_call_format_is (call, "csv");

  follow_text_table_add_column (table, "at", _ ("When"));
  follow_text_table_add_column (table, "who", _ ("Who"));
  follow_text_table_add_column (table, "kind", _ ("Kind"));
  follow_text_table_add_column (table, "record", _ ("Record"));
  follow_text_table_add_column (table, "field", _ ("Field"));
  follow_text_table_add_column (table, "before", _ ("Before"));
  follow_text_table_add_column (table, "after", _ ("After"));
  follow_text_table_add_column (table, "what", _ ("What"));
  follow_text_table_add_column (table, "doing", _ ("Doing"));
  for (guint i = 0; i < changes->len; i++)
    if (is_public (changes->pdata[i]))
      add_row (table, reg, changes->pdata[i], csv);
  if (csv)
    follow_text_table_append_csv (table, call->answer);
  else
    follow_text_table_append_text (table, call->answer);
}

static gboolean
run (FollowCall *call, GError **error)
{
  g_autoptr (FollowRegister) reg = follow_call_open (call, TRUE, error);
  g_autoptr (FollowRecord) record = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (FollowJson) json = NULL;

  if (reg == NULL)
    return FALSE;
  if (follow_call_get_word (call, 1) != NULL && (record = follow_where_find (call, reg, 1, error)) == NULL)
    return FALSE;
  changes = follow_register_load_history (reg, record != NULL ? follow_record_get_id (record) : 0, TRUE,
                                          G_MAXUINT, error);
  if (changes == NULL)
    return FALSE;
  if (!follow_call_format_is (call, "json"))
    {
      answer_table (call, reg, changes);
      return TRUE;
    }
  json = follow_json_new (call->answer);
  follow_json_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    if (is_public (changes->pdata[i]))
      add_change (json, reg, changes->pdata[i]);
  follow_json_end_array (json);
  return TRUE;
}

static const FollowOption options[] = {
  FOLLOW_WHERE_OPTION,
  { .name = "format",
    .value = "FORMAT",
    .choices = "table csv json",
    .about = N_ ("table for people; csv and json with names of fields") },
};

const FollowVerb follow_verb_history = {
  .name = "history",
  .words = "FILE [KIND REF]",
  .about = N_ ("Tells who changed what and when, the newest first: of the register or of one record."),
  .options = options,
  .n_options = G_N_ELEMENTS (options),
  .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-run.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-plan-text.h"

/* The record that a row is, and how it was found. */
typedef struct
{
  FollowRecord *record; /* (unowned) */
  FollowMatched by;
} Match;

/* The actions that the plan has already, by what they can be found under. */
typedef struct
{
  GHashTable *by_number;  /* folded → GPtrArray of FollowRecord */
  GHashTable *by_wording; /* folded → GPtrArray of FollowRecord */
  GHashTable *claimed;    /* FollowRecord: some row of the file is this one */
  GPtrArray *records;
} Existing;

static void
existing_clear (Existing *self)
{
  g_clear_pointer (&self->by_number, g_hash_table_unref);
  g_clear_pointer (&self->by_wording, g_hash_table_unref);
  g_clear_pointer (&self->claimed, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Existing, existing_clear)

static void
add_under (GHashTable *table, const char *text, FollowRecord *record)
{
  g_autofree char *folded = follow_plan_fold (text);
  GPtrArray *records = g_hash_table_lookup (table, folded);

  if (*folded == '\0')
    return;
  if (records == NULL)
    {
      records = g_ptr_array_new ();
      g_hash_table_insert (table, g_steal_pointer (&folded), records);
    }
  g_ptr_array_add (records, record);
}

static gboolean
load_existing (FollowImportRun *self, Existing *existing, GError **error)
{
  g_autoptr (FollowQuery) query = follow_query_new (follow_kind_find ("action"));

  existing->by_number =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  existing->by_wording =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  existing->claimed = g_hash_table_new (NULL, NULL);
  follow_query_add_id (query, "plan", FOLLOW_TEST_IS, follow_record_get_id (self->plan));
  existing->records = follow_register_load_all (self->reg, query, error);
  if (existing->records == NULL)
    return FALSE;
  for (guint i = 0; i < existing->records->len; i++)
    {
      FollowRecord *record = g_ptr_array_index (existing->records, i);

      add_under (existing->by_number, follow_record_get_text (record, "number"), record);
      add_under (existing->by_wording, follow_record_get_text (record, "wording"), record);
    }
  return TRUE;
}

static const char *
get (FollowImportRun *self, const FollowImportEntry *proposed, const char *field)
{
  return follow_import_entry_get (proposed, "action", field);
}

/* Where several fit, one of the same section is meant rather than another. */
static FollowRecord *
choose (FollowImportRun *self, Existing *existing, GPtrArray *fitting, const FollowImportEntry *proposed)
{
  FollowRecord *section =
      proposed->section != NULL ? g_hash_table_lookup (self->sections, proposed->section) : NULL;
  gint64 id = section != NULL ? follow_record_get_id (section) : 0;
  FollowRecord *first = NULL;

  for (guint i = 0; fitting != NULL && i < fitting->len; i++)
    {
      FollowRecord *record = g_ptr_array_index (fitting, i);

      if (g_hash_table_contains (existing->claimed, record))
        continue;
      if (follow_record_get_link (record, "section") == id)
        return record;
      if (first == NULL)
        first = record;
    }
  return first;
}

static gboolean
has_wording (FollowRecord *record, const char *folded)
{
  g_autofree char *other = follow_plan_fold (follow_record_get_text (record, "wording"));

  return g_str_equal (other, folded);
}

/* Numbers are stable, but not in every tracker: where they moved, the wording tells which action
 * a row is. Rounds: 0, number and wording agree; 1, the wording alone; 2, the number alone. */
static FollowRecord *
find_action (FollowImportRun *self, Existing *existing, const FollowImportEntry *proposed, int round)
{
  g_autofree char *number = follow_plan_fold (get (self, proposed, "number"));
  g_autofree char *wording = follow_plan_fold (get (self, proposed, "wording"));
  FollowRecord *numbered = NULL;

  if (round == 1)
    return choose (self, existing, g_hash_table_lookup (existing->by_wording, wording), proposed);
  numbered = choose (self, existing, g_hash_table_lookup (existing->by_number, number), proposed);
  return numbered != NULL && (round == 2 || has_wording (numbered, wording)) ? numbered : NULL;
}

static GHashTable *
match_actions (FollowImportRun *self, Existing *existing)
{
  GPtrArray *actions = self->rows->entries;
  GHashTable *matches = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (int round = 0; round < 3; round++)
    for (guint i = 0; i < actions->len; i++)
      {
        const FollowImportEntry *proposed = g_ptr_array_index (actions, i);
        FollowRecord *record;
        Match match;

        if (g_hash_table_contains (matches, proposed) ||
            (record = find_action (self, existing, proposed, round)) == NULL)
          continue;
        match = (Match){ record, round == 1 ? FOLLOW_MATCHED_WORDING : FOLLOW_MATCHED_NUMBER };
        g_hash_table_insert (matches, (gpointer) proposed, g_memdup2 (&match, sizeof match));
        g_hash_table_add (existing->claimed, record);
      }
  return matches;
}

static void
report_numbers (FollowImportRun *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->entries->len; i++)
    {
      const FollowImportEntry *proposed = g_ptr_array_index (self->rows->entries, i);
      const char *number = get (self, proposed, "number");

      if (number != NULL && !g_hash_table_add (seen, follow_plan_fold (number)))
        follow_import_run_report (
            self, proposed, "action", "number", FOLLOW_SEVERITY_WARNING,
            g_strdup_printf (_ ("The number %s stands in the file more than once."), number));
    }
}

/* A file may be an extract, so what it leaves out stays. */
static void
report_absent (FollowImportRun *self, Existing *existing)
{
  guint n = existing->records->len - g_hash_table_size (existing->claimed);

  if (n == 0)
    return;
  follow_import_result_add_problem (
      self->result, G_MAXUINT, NULL, NULL, FOLLOW_SEVERITY_NOTE,
      g_strdup_printf (ngettext ("%u action of the plan is not in the file and stays as it is.",
                                 "%u actions of the plan are not in the file and stay as they are.", n),
                       n));
}

/* Field by field what the row changes. */
static void
describe_changes (FollowImportRun *self, FollowImportRowResult *row, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      FollowValue *before = follow_record_get_base (record, i);
      FollowValue *after = follow_record_get_value (record, i);

      if (!(kind->fields[i].flags & (FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_INTERNAL)) &&
          !follow_value_equal (before, after))
        follow_import_row_result_add_change (
            row, kind, &kind->fields[i], follow_register_format (self->reg, &kind->fields[i], before, "\n"),
            follow_register_format (self->reg, &kind->fields[i], after, "\n"));
    }
}

static void
mark_fields (FollowImportRun *self, const FollowImportEntry *entry)
{
  for (guint i = 0; i < entry->table->fields->len; i++)
    follow_import_result_mark_rest (self->result, entry->table->index, entry->row,
                                    g_array_index (entry->table->fields, FollowImportField, i).column,
                                    FOLLOW_FATE_RECORD);
}

static void
tell_row (FollowImportRun *self, const FollowImportEntry *entry, FollowRecord *action, FollowMatched matched)
{
  FollowImportRowResult *row = follow_import_result_add_row (self->result, entry->table->index, entry->row);

  row->kind = follow_record_get_kind (action);
  row->record_id = follow_record_get_id (action);
  row->matched = matched;
  row->outcome = !follow_record_is_stored (action)   ? FOLLOW_IMPORT_NEW
                 : follow_record_is_changed (action) ? FOLLOW_IMPORT_CHANGED
                                                     : FOLLOW_IMPORT_UNCHANGED;
  self->result->n_matched[matched]++;
  if (row->outcome == FOLLOW_IMPORT_CHANGED)
    describe_changes (self, row, action);
  mark_fields (self, entry);
}

static gboolean
take_action (FollowImportRun *self, const FollowImportEntry *proposed, const Match *match, GError **error)
{
  g_autoptr (FollowRecord) action =
      match != NULL ? follow_record_copy (match->record) : follow_record_new (follow_kind_find ("action"), 0);

  if (!follow_import_run_fill_action (self, action, proposed, error))
    return FALSE;
  tell_row (self, proposed, action, match != NULL ? match->by : FOLLOW_MATCHED_NOT);
  return TRUE;
}

static gboolean
take_actions (FollowImportRun *self, GError **error)
{
  g_auto (Existing) existing = { 0 };
  g_autoptr (GHashTable) matches = NULL;

  if (!load_existing (self, &existing, error))
    return FALSE;
  report_numbers (self);
  matches = match_actions (self, &existing);
  for (guint i = 0; i < self->rows->entries->len; i++)
    {
      const FollowImportEntry *proposed = g_ptr_array_index (self->rows->entries, i);

      if (!take_action (self, proposed, g_hash_table_lookup (matches, proposed), error))
        return FALSE;
    }
  report_absent (self, &existing);
  return TRUE;
}

/* A section is found by its wording, with or without its number in front, or by its short name.
 * Returns: (transfer full): folded → FollowRecord, the first that is called so */
static GHashTable *
index_sections (GPtrArray *existing)
{
  GHashTable *sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < existing->len; i++)
    {
      FollowRecord *section = g_ptr_array_index (existing, i);
      g_autofree char *shown = follow_plan_section_wording (section);
      const char *names[] = { follow_record_get_text (section, "wording"), shown,
                              follow_record_get_text (section, "short_name") };

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *folded = follow_plan_fold (names[j]);

          if (*folded != '\0' && !g_hash_table_contains (sections, folded))
            g_hash_table_insert (sections, g_steal_pointer (&folded), section);
        }
    }
  return sections;
}

static gboolean
take_section (FollowImportRun *self, GHashTable *existing, FollowImportSection *proposed, GError **error)
{
  FollowRecord *found = g_hash_table_lookup (existing, proposed->folded);
  FollowRecord *section =
      found != NULL ? follow_record_copy (found)
                    : follow_record_new (follow_kind_find ("section"), follow_record_get_id (self->plan));

  g_hash_table_insert (self->sections, proposed, section);
  if (found == NULL)
    follow_record_set_text (section, "wording", proposed->wording);
  if (proposed->feedback != NULL)
    follow_record_set_text (section, "feedback", proposed->feedback->str);
  return follow_import_run_settle (self, section, error);
}

static gboolean
take_sections (FollowImportRun *self, GError **error)
{
  g_autoptr (GPtrArray) existing = follow_register_load_children (self->reg, follow_kind_find ("section"),
                                                                  follow_record_get_id (self->plan), error);
  g_autoptr (GHashTable) by_name = NULL;

  if (existing == NULL)
    return FALSE;
  by_name = index_sections (existing);
  for (guint i = 0; i < self->rows->sections->len; i++)
    if (!take_section (self, by_name, g_ptr_array_index (self->rows->sections, i), error))
      return FALSE;
  return TRUE;
}

/* Counts @record, and puts it among the changes when it is new or differs. */
gboolean
follow_import_run_settle (FollowImportRun *self, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  gboolean is_new = !follow_record_is_stored (record);

  if (!is_new && !follow_record_is_changed (record))
    {
      follow_import_result_count (self->result, kind, FOLLOW_IMPORT_UNCHANGED);
      return TRUE;
    }
  if (!follow_record_check (record, error))
    return FALSE;
  follow_import_result_count (self->result, kind, is_new ? FOLLOW_IMPORT_NEW : FOLLOW_IMPORT_CHANGED);
  follow_changes_save (self->changes, record);
  return TRUE;
}

/* Finds for each proposed record the one of the register that it is, and says in the changes what is
 * to be written. */
gboolean
follow_import_run_match (FollowImportRun *self, GError **error)
{
  return follow_import_run_settle (self, self->plan, error) && take_sections (self, error) &&
         take_actions (self, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-import-run.h"
#include "follow-plan-text.h"

/* The record that a row is, and how it was found. */
typedef struct
{
  FollowRecord *record; /* (unowned) */
  FollowMatched by;
} Match;

/* The records of one kind that rows can be, by what they can be found under. */
typedef struct
{
  FollowImportRun *run;
  const FollowKind *kind;
  GStrv titles;          /* the fields that name a record */
  GHashTable *by_id;     /* gint64 → FollowRecord */
  GHashTable *by_number; /* folded → GPtrArray of FollowRecord */
  GHashTable *by_title;  /* folded → GPtrArray of FollowRecord */
  GHashTable *claimed;   /* FollowRecord: some row of the file is this one */
  GHashTable *matches;   /* FollowImportEntry → Match */
  GPtrArray *records;
} Existing;

static void
existing_clear (Existing *self)
{
  g_clear_pointer (&self->titles, g_strfreev);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->by_number, g_hash_table_unref);
  g_clear_pointer (&self->by_title, g_hash_table_unref);
  g_clear_pointer (&self->claimed, g_hash_table_unref);
  g_clear_pointer (&self->matches, g_hash_table_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Existing, existing_clear)

static GHashTable *
names_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

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

/* Rows of a plan are its actions, those of a log what stands in no plan; with ids or a column for the plan,
 * any can be meant. */
static gboolean
may_be_meant (const Existing *self, FollowRecord *record, gboolean any)
{
  gint64 plan;

  if (any || !g_str_equal (self->kind->name, "action"))
    return TRUE;
  plan = follow_record_get_link (record, "plan");
  return plan == (self->run->plan != NULL ? follow_record_get_id (self->run->plan) : 0);
}

static void
add_record (Existing *self, FollowRecord *record)
{
  gint64 id = follow_record_get_id (record);

  g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), record);
  if (self->kind->number != NULL)
    add_under (self->by_number, follow_record_get_text (record, self->kind->number), record);
  for (guint i = 0; self->titles[i] != NULL; i++)
    if (follow_field_is_text (follow_kind_find_field (self->kind, self->titles[i])))
      add_under (self->by_title, follow_record_get_text (record, self->titles[i]), record);
}

static gboolean
load_existing (Existing *self, FollowImportRun *run, const FollowKind *kind, gboolean any, GError **error)
{
  g_autoptr (FollowQuery) query = follow_query_new (kind);
  g_autoptr (GPtrArray) all = NULL;

  self->run = run;
  self->kind = kind;
  self->titles = g_strsplit (kind->title, " ", -1);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->by_number = names_new ();
  self->by_title = names_new ();
  self->claimed = g_hash_table_new (NULL, NULL);
  self->matches = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  if (!any && run->plan != NULL && g_str_equal (kind->name, "action"))
    follow_query_add_id (query, "plan", FOLLOW_TEST_IS, follow_record_get_id (run->plan));
  if ((all = follow_register_load_all (run->reg, query, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      FollowRecord *record = g_ptr_array_index (all, i);

      if (!may_be_meant (self, record, any))
        continue;
      g_ptr_array_add (self->records, g_object_ref (record));
      add_record (self, record);
    }
  return TRUE;
}

static const char *
get (const Existing *self, const FollowImportEntry *entry, const char *field)
{
  return field != NULL ? follow_import_entry_get (entry, self->kind->name, field) : NULL;
}

/* Nothing that the row says in a column of places says another place than the record's. */
static gboolean
fits_place (const Existing *self, FollowRecord *record, const FollowImportEntry *entry)
{
  const char *plan = g_str_equal (self->kind->name, "action") ? get (self, entry, "plan") : NULL;
  const char *parent = follow_import_entry_get_parent (entry);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (plan != NULL)
    {
      one = follow_plan_fold (plan);
      other = follow_plan_fold (
          follow_register_get_title (self->run->reg, follow_record_get_link (record, "plan")));
    }
  else if (parent != NULL)
    return follow_import_links_find (self->run->links, follow_kind_find (self->kind->parent), parent) ==
           follow_record_get_parent_id (record);
  return g_strcmp0 (one, other) == 0;
}

/* Where several fit, one of the same section is meant rather than another. */
static FollowRecord *
choose (Existing *self, GPtrArray *fitting, const FollowImportEntry *entry)
{
  FollowRecord *section =
      entry->section != NULL ? g_hash_table_lookup (self->run->sections, entry->section) : NULL;
  gint64 id = section != NULL ? follow_record_get_id (section) : 0;
  FollowRecord *first = NULL;

  for (guint i = 0; fitting != NULL && i < fitting->len; i++)
    {
      FollowRecord *record = g_ptr_array_index (fitting, i);

      if (g_hash_table_contains (self->claimed, record) || !fits_place (self, record, entry))
        continue;
      if (!g_str_equal (self->kind->name, "action") || follow_record_get_link (record, "section") == id)
        return record;
      if (first == NULL)
        first = record;
    }
  return first;
}

/* Whether both have the same title, as far as both have one. */
static gboolean
has_titles (const Existing *self, FollowRecord *record, const FollowImportEntry *entry)
{
  for (guint i = 0; self->titles[i] != NULL; i++)
    {
      g_autofree char *one = follow_plan_fold (get (self, entry, self->titles[i]));
      g_autofree char *other = follow_field_is_text (follow_kind_find_field (self->kind, self->titles[i]))
                                   ? follow_plan_fold (follow_record_get_text (record, self->titles[i]))
                                   : g_strdup ("");

      if (*one != '\0' && *other != '\0' && !g_str_equal (one, other))
        return FALSE;
    }
  return TRUE;
}

static FollowRecord *
find_by_title (Existing *self, const FollowImportEntry *entry)
{
  FollowRecord *found = NULL;

  for (guint i = 0; self->titles[i] != NULL && found == NULL; i++)
    {
      g_autofree char *title = follow_plan_fold (get (self, entry, self->titles[i]));

      found = choose (self, g_hash_table_lookup (self->by_title, title), entry);
      if (found != NULL && !has_titles (self, found, entry))
        found = NULL;
    }
  return found;
}

enum
{
  ROUND_ID,
  ROUND_NUMBER_AND_TITLE,
  ROUND_TITLE,
  ROUND_NUMBER,
  N_ROUNDS,
};

/* Numbers are stable, but not in every tracker: where they moved, the wording tells which record a row is. */
static FollowRecord *
find_record (Existing *self, const FollowImportEntry *entry, int round)
{
  g_autofree char *number = NULL;
  gint64 id = follow_import_entry_get_id (entry);
  FollowRecord *found;

  if (round == ROUND_ID)
    {
      found = id != 0 ? g_hash_table_lookup (self->by_id, &id) : NULL;
      return found != NULL && !g_hash_table_contains (self->claimed, found) ? found : NULL;
    }
  /* It is in the bin, or stands in the file twice. */
  if (id != 0 && follow_register_get_kind (self->run->reg, id) != NULL)
    return NULL;
  if (round == ROUND_TITLE)
    return find_by_title (self, entry);
  number = follow_plan_fold (get (self, entry, self->kind->number));
  found = choose (self, g_hash_table_lookup (self->by_number, number), entry);
  return found != NULL && (round == ROUND_NUMBER || has_titles (self, found, entry)) ? found : NULL;
}

static void
match_entries (Existing *self, GPtrArray *entries)
{
  static const FollowMatched by[] = { FOLLOW_MATCHED_ID, FOLLOW_MATCHED_NUMBER, FOLLOW_MATCHED_WORDING,
                                      FOLLOW_MATCHED_NUMBER };

  for (int round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < entries->len; i++)
      {
        FollowImportEntry *entry = g_ptr_array_index (entries, i);
        FollowRecord *record;
        Match match;

        if (g_hash_table_contains (self->matches, entry) ||
            (record = find_record (self, entry, round)) == NULL)
          continue;
        match = (Match){ record, by[round] };
        g_hash_table_insert (self->matches, entry, g_memdup2 (&match, sizeof match));
        g_hash_table_add (self->claimed, record);
      }
}

/* A file may be an extract, so what it leaves out stays. */
static void
report_absent (Existing *self)
{
  guint n = self->records->len - g_hash_table_size (self->claimed);

  if (n == 0)
    return;
  follow_import_result_add_problem (
      self->run->result, G_MAXUINT, NULL, NULL, FOLLOW_SEVERITY_NOTE,
      g_strdup_printf (ngettext ("%u action of the plan is not in the file and stays as it is.",
                                 "%u actions of the plan are not in the file and stay as they are.", n),
                       n));
}

static void
begin_row (Existing *self, const FollowImportEntry *entry, FollowRecord *record, const Match *match)
{
  FollowImportRowResult *row =
      follow_import_result_add_row (self->run->result, entry->table->index, entry->row);

  row->kind = self->kind;
  row->record_id = follow_record_get_id (record);
  row->matched = match != NULL ? match->by : FOLLOW_MATCHED_NOT;
  row->outcome = match != NULL ? FOLLOW_IMPORT_UNCHANGED : FOLLOW_IMPORT_NEW;
  self->run->row = row;
  self->run->result->n_matched[row->matched]++;
}

static void
mark_fields (FollowImportRun *run, const FollowImportEntry *entry)
{
  for (guint row = entry->row; row <= entry->last_row; row++)
    {
      for (guint i = 0; i < entry->table->fields->len; i++)
        follow_import_result_mark_rest (run->result, entry->table->index, row,
                                        g_array_index (entry->table->fields, FollowImportField, i).column,
                                        FOLLOW_FATE_RECORD);
      if (entry->table->parent_column >= 0)
        follow_import_result_mark_rest (run->result, entry->table->index, row, entry->table->parent_column,
                                        FOLLOW_FATE_RECORD);
      if (entry->table->id_column >= 0)
        follow_import_result_mark_rest (run->result, entry->table->index, row, entry->table->id_column,
                                        FOLLOW_FATE_HEADING);
    }
}

/* Returns: (transfer full) (nullable): a new record for the row; NULL, and said, when there can be none */
static FollowRecord *
make_record (Existing *self, const FollowImportEntry *entry)
{
  const char *name = follow_import_entry_get_parent (entry);
  const FollowKind *parent = self->kind->parent != NULL ? follow_kind_find (self->kind->parent) : NULL;
  gint64 parent_id = parent != NULL ? follow_import_links_find (self->run->links, parent, name) : 0;
  gint64 id = follow_import_entry_get_id (entry);
  const char *reason = NULL;

  if (id != 0 && follow_register_get_kind (self->run->reg, id) != NULL)
    reason = _ ("The record of this row is in the bin of the register.");
  else if (parent != NULL && parent_id == 0)
    reason = _ ("The register does not know what this row belongs to.");
  if (reason != NULL)
    {
      FollowImportArea area = follow_import_table_row (entry->table, entry->row);
      const FollowImportPlace place = { entry->table->index, entry->row, area.column };

      follow_import_doubts_remark (self->run->doubts, &place, FOLLOW_SEVERITY_WARNING, g_strdup (reason));
      follow_import_result_add_not_taken (self->run->result, entry->table->index, entry->table->view.name,
                                          &area, reason);
      return NULL;
    }
  return id != 0 ? follow_record_new_with_id (self->kind, id, parent_id)
                 : follow_record_new (self->kind, parent_id);
}

/* Nothing may link to what does not come. */
static gboolean
forget_entry (Existing *self, const FollowImportEntry *entry, GError **error)
{
  gint64 id = follow_import_entry_get_id (entry);

  if (id == 0 || follow_register_get_kind (self->run->reg, id) != NULL ||
      follow_import_links_forget (self->run->links, id))
    return TRUE;
  g_set_error (
      error, FOLLOW_ERROR, FOLLOW_ERROR_REFUSED,
      /* Translators: the number of a row, the name of a sheet, then of a file */
      _ ("No record can be made of row %u of the sheet “%s” in “%s”, but other rows name it. Put right "
         "what stands there. Nothing was changed."),
      entry->row + 1, entry->table->view.name, follow_import_get_name (self->run->import));
  return FALSE;
}

static gboolean
take_entry (Existing *self, FollowImportEntry *entry, GError **error)
{
  const Match *match = g_hash_table_lookup (self->matches, entry);
  g_autoptr (FollowRecord) record =
      match != NULL ? follow_record_copy (match->record) : make_record (self, entry);
  guint n_changes = follow_changes_get_size (self->run->changes);
  gboolean ok;

  if (g_cancellable_set_error_if_cancelled (self->run->cancellable, error))
    return FALSE;
  if (record == NULL)
    return forget_entry (self, entry, error);
  begin_row (self, entry, record, match);
  if (g_str_equal (self->kind->name, "action") && !entry->table->has_keys)
    ok = follow_import_run_fill_action (self->run, record, entry, error);
  else
    ok = follow_import_run_fill_record (self->run, record, entry, error);
  if (ok && match == NULL && follow_changes_get_size (self->run->changes) == n_changes)
    ok = forget_entry (self, entry, error);
  mark_fields (self->run, entry);
  self->run->row = NULL;
  return ok;
}

static gboolean
take_kind (FollowImportRun *self, const FollowKind *kind, GError **error)
{
  g_auto (Existing) existing = { 0 };
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->entries->len; i++)
    {
      FollowImportEntry *entry = g_ptr_array_index (self->rows->entries, i);

      if (entry->table->view.kind != kind)
        continue;
      g_ptr_array_add (entries, entry);
      any = any || entry->table->has_keys;
    }
  if (entries->len == 0)
    return TRUE;
  if (!load_existing (&existing, self, kind, any, error))
    return FALSE;
  match_entries (&existing, entries);
  for (guint i = 0; i < entries->len; i++)
    if (!take_entry (&existing, g_ptr_array_index (entries, i), error))
      return FALSE;
  if (self->plan != NULL && g_str_equal (kind->name, "action"))
    report_absent (&existing);
  return TRUE;
}

/* Field by field what the row changes. Of something new everything is. */
static void
describe_changes (FollowImportRun *self, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  gboolean is_new = !follow_record_is_stored (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      FollowValue *before = is_new ? NULL : follow_record_get_base (record, i);
      FollowValue *after = follow_record_get_value (record, i);

      if (!(kind->fields[i].flags & (FOLLOW_FIELD_COMPUTED | FOLLOW_FIELD_INTERNAL)) &&
          !follow_value_equal (before, after))
        follow_import_row_result_add_change (
            self->row, kind, &kind->fields[i],
            follow_register_format (self->reg, &kind->fields[i], before, "\n"),
            follow_register_format (self->reg, &kind->fields[i], after, "\n"));
    }
}

/* What changes inside a row's record changes the row. */
static void
tell_row (FollowImportRun *self, FollowRecord *record, FollowImportOutcome outcome)
{
  FollowImportRowResult *row = self->row;

  if (row == NULL || row->outcome == FOLLOW_IMPORT_NEW || outcome == FOLLOW_IMPORT_UNCHANGED ||
      (follow_record_get_id (record) != row->record_id &&
       follow_record_get_parent_id (record) != row->record_id))
    return;
  row->outcome = FOLLOW_IMPORT_CHANGED;
  describe_changes (self, record);
}

gboolean
follow_import_run_settle (FollowImportRun *self, FollowRecord *record, GError **error)
{
  FollowImportOutcome outcome = !follow_record_is_stored (record)   ? FOLLOW_IMPORT_NEW
                                : follow_record_is_changed (record) ? FOLLOW_IMPORT_CHANGED
                                                                    : FOLLOW_IMPORT_UNCHANGED;

  if (outcome != FOLLOW_IMPORT_UNCHANGED && !follow_record_check (record, error))
    return FALSE;
  follow_import_result_count (self->result, follow_record_get_kind (record), outcome);
  tell_row (self, record, outcome);
  if (outcome != FOLLOW_IMPORT_UNCHANGED)
    follow_changes_save (self->changes, record);
  return TRUE;
}

/* Rows of a workbook of ours name each other, those further down too. */
static void
expect_entry (FollowImportRun *self, const FollowImportEntry *entry)
{
  const FollowKind *kind = entry->table->view.kind;
  gint64 id = entry->table->has_keys ? follow_import_entry_get_id (entry) : 0;
  g_auto (GStrv) titles = g_strsplit (kind->title, " ", -1);
  const char *title = NULL;

  if (id == 0 ||
      (follow_register_get_kind (self->reg, id) != NULL && follow_register_is_removed (self->reg, id)))
    return;
  for (guint i = 0; titles[i] != NULL && title == NULL; i++)
    title = follow_import_entry_get (entry, kind->name, titles[i]);
  follow_import_links_expect (
      self->links, kind, id,
      kind->number != NULL ? follow_import_entry_get (entry, kind->name, kind->number) : NULL, title);
}

gboolean
follow_import_run_match (FollowImportRun *self, GError **error)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  if (self->plan != NULL &&
      (!follow_import_run_settle (self, self->plan, error) || !follow_import_run_take_sections (self, error)))
    return FALSE;
  for (guint i = 0; i < self->rows->entries->len; i++)
    expect_entry (self, g_ptr_array_index (self->rows->entries, i));
  for (guint i = 0; i < n_kinds; i++)
    if (!take_kind (self, kinds[i], error))
      return FALSE;
  return TRUE;
}

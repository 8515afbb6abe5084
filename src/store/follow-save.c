/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

#include "follow-changes-private.h"
#include "follow-error.h"

/* Rows that people order by hand start at the end. */
static gboolean
give_position (FollowRegister *self, FollowTransaction *transaction, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  const FollowField *field = follow_kind_find_field (kind, "position");
  const char *inside = kind->parent != NULL ? " AND parent_id = ?1" : "";
  g_autofree char *sql = NULL;
  g_autoptr (FollowStatement) statement = NULL;

  if (field == NULL || !(field->flags & FOLLOW_FIELD_INTERNAL) ||
      follow_record_get (record, "position") != NULL)
    return TRUE;
  /* In two halves, each of which an index answers; what lies in the bin may come back to its place. */
  sql = g_strdup_printf (
      "SELECT max (coalesce ((SELECT max (position) FROM \"%s\" WHERE removed IS NULL%s), 0), "
      "coalesce ((SELECT max (position) FROM \"%s\" WHERE removed IS NOT NULL%s), 0)) + 1",
      kind->name, inside, kind->name, inside);
  if ((statement = follow_register_prepare (self, sql, error)) == NULL)
    return FALSE;
  if (kind->parent != NULL)
    sqlite3_bind_int64 (statement, 1, follow_record_get_parent_id (record));
  if (sqlite3_step (statement) != SQLITE_ROW)
    return follow_register_fail (self, _ ("Could not save"), error);
  g_ptr_array_add (transaction->positioned, g_object_ref (record));
  follow_record_set_number (record, "position", sqlite3_column_double (statement, 0));
  return TRUE;
}

/* What is new carries the marking that is usual here, as long as nobody chose another. */
static void
give_marking (FollowRegister *self, FollowTransaction *transaction, FollowRecord *record)
{
  if (self->marking == NULL || follow_kind_find_field (follow_record_get_kind (record), "marking") == NULL ||
      follow_record_get (record, "marking") != NULL)
    return;
  g_ptr_array_add (transaction->marked, g_object_ref (record));
  follow_record_set_text (record, "marking", self->marking);
}

/* How many steps a chain of records may have: far more than anybody makes. */
#define LONGEST_CHAIN 1000

/* Inspections follow inspections and groups report to groups: a chain that comes back to where it
 * began would have no first one. */
static gboolean
check_chain (FollowRegister *self, FollowRecord *record, const FollowField *field, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  gint64 next = follow_record_get_link (record, field->name);
  g_autofree char *sql = NULL;
  g_autoptr (FollowStatement) statement = NULL;

  if (next == 0 || field->type != FOLLOW_FIELD_LINK || !follow_field_links_to (field, kind->name))
    return TRUE;
  sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", field->name, kind->name);
  if ((statement = follow_register_prepare (self, sql, error)) == NULL)
    return FALSE;
  for (guint i = 0; next != 0 && next != follow_record_get_id (record) && i < LONGEST_CHAIN; i++)
    {
      sqlite3_reset (statement);
      sqlite3_bind_int64 (statement, 1, next);
      next = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
    }
  if (next == 0)
    return TRUE;
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
               /* Translators: the name of a field that links records of one kind into a chain */
               _ ("“%s” would lead round in a circle, back to this record."), follow_field_get_label (field));
  return FALSE;
}

static gboolean
save_new (FollowRegister *self, FollowTransaction *transaction, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);

  give_marking (self, transaction, record);
  if (!give_position (self, transaction, record, error) ||
      !follow_transaction_give_number (self, transaction, NULL, record, error) ||
      !follow_row_insert_label (self, record, error) || !follow_row_insert (self, record, error) ||
      !follow_row_insert_search (self, record, error) ||
      !follow_transaction_note_change (self, transaction, record, "added", error))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FollowField *field = &kind->fields[i];

      if (follow_record_get_value (record, i) == NULL || field->flags & FOLLOW_FIELD_COMPUTED)
        continue;
      if (!check_chain (self, record, field, error) ||
          !follow_transaction_note_field (self, transaction, record, i, NULL, error))
        return FALSE;
    }
  return follow_transaction_join_owner (self, transaction, record, error);
}

/* Writes one field of @after where it differs from @before. */
static gboolean
save_field (FollowRegister *self,
            FollowTransaction *transaction,
            FollowRecord *before,
            FollowRecord *after,
            guint field,
            GError **error)
{
  FollowValue *was = follow_record_get_value (before, field);

  if (follow_value_equal (was, follow_record_get_value (after, field)))
    return TRUE;
  return follow_row_update (self, after, field, error) &&
         check_chain (self, after, &follow_record_get_kind (after)->fields[field], error) &&
         follow_transaction_note_field (self, transaction, after, field, was, error);
}

/* The record as the register has it now, with the fields that were changed in @record since it was
 * read. */
static FollowRecord *
merge (FollowRecord *before, FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  FollowRecord *after = follow_record_copy (before);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & FOLLOW_FIELD_COMPUTED) &&
        !follow_value_equal (follow_record_get_value (record, i), follow_record_get_base (record, i)))
      follow_record_set_value (after, i, follow_record_get_value (record, i));
  return after;
}

static gboolean
save_changed (FollowRegister *self, FollowTransaction *transaction, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autoptr (FollowRecord) before = follow_register_load (self, kind, follow_record_get_id (record), error);
  g_autoptr (FollowRecord) after = NULL;
  gboolean text_changed = FALSE;

  if (before == NULL)
    return FALSE;
  after = merge (before, record);
  if (!follow_record_is_changed (after))
    return TRUE;
  if (!follow_record_check (after, error) ||
      !follow_transaction_give_number (self, transaction, before, after, error))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (!(kind->fields[i].flags & FOLLOW_FIELD_COMPUTED))
      {
        if (!save_field (self, transaction, before, after, i, error))
          return FALSE;
        text_changed |=
            follow_field_is_text (&kind->fields[i]) &&
            !follow_value_equal (follow_record_get_value (before, i), follow_record_get_value (after, i));
      }
  if (transaction->undoes == 0 &&
      !follow_transaction_note_timescale (self, transaction, before, after, error))
    return FALSE;
  return follow_row_update_label (self, after, error) &&
         (!text_changed || follow_row_update_search (self, after, error));
}

gboolean
follow_transaction_save (FollowRegister *self,
                         FollowTransaction *transaction,
                         FollowRecord *record,
                         GError **error)
{
  if (follow_record_is_stored (record))
    return save_changed (self, transaction, record, error);
  return follow_record_check (record, error) && save_new (self, transaction, record, error);
}

static gboolean
write_changes (FollowRegister *self, FollowTransaction *transaction, gpointer data, GError **error)
{
  FollowChanges *changes = data;

  for (guint i = 0; i < changes->items->len; i++)
    {
      const FollowChangeItem *item = &g_array_index (changes->items, FollowChangeItem, i);

      if (item->what == FOLLOW_CHANGES_SAVE
              ? !follow_transaction_save (self, transaction, item->record, error) ||
                    !follow_draft_delete (self, follow_record_get_id (item->record), error)
              : !follow_transaction_set_removed (self, transaction, item->record,
                                                 item->what == FOLLOW_CHANGES_REMOVE, error))
        return FALSE;
    }
  return TRUE;
}

/* The objects that were saved now hold what the register holds. */
static void
settle (FollowRegister *self, FollowChanges *changes)
{
  for (guint i = 0; i < changes->items->len; i++)
    {
      const FollowChangeItem *item = &g_array_index (changes->items, FollowChangeItem, i);

      if (item->what == FOLLOW_CHANGES_SAVE)
        follow_record_set_stored (item->record, TRUE);
    }
}

/**
 * follow_register_set_marking:
 * @marking: (nullable): the id of the marking that new plans and actions get where none is chosen; %NULL for none,
 *   as at first
 */
void
follow_register_set_marking (FollowRegister *self, const char *marking)
{
  g_autofree char *before = self->marking;

  self->marking = g_strdup (marking);
}

/**
 * follow_register_commit:
 *
 * Checks and writes @changes with their history in one transaction. When anything fails, neither
 * the file nor any record is altered.
 *
 * Returns: whether all of it is safely stored
 */
gboolean
follow_register_commit (FollowRegister *self, FollowChanges *changes, GError **error)
{
  g_auto (FollowTransaction) transaction = { .label = changes->label };

  if (!follow_transaction_run (self, &transaction, write_changes, changes, error))
    return FALSE;
  settle (self, changes);
  if (transaction.set_id != 0)
    {
      g_array_append_val (self->undo, transaction.set_id);
      g_array_set_size (self->redo, 0);
    }
  follow_transaction_tell (self, &transaction);
  return TRUE;
}

/**
 * follow_register_save:
 *
 * Writes one record; see follow_register_commit().
 */
gboolean
follow_register_save (FollowRegister *self, FollowRecord *record, GError **error)
{
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);

  follow_changes_save (changes, record);
  return follow_register_commit (self, changes, error);
}

/**
 * follow_register_remove:
 *
 * Moves one record, and those edited inside of it, to the recycle bin; see
 * follow_register_commit().
 */
gboolean
follow_register_remove (FollowRegister *self, FollowRecord *record, GError **error)
{
  g_autoptr (FollowChanges) changes = follow_changes_new (NULL);

  follow_changes_remove (changes, record);
  return follow_register_commit (self, changes, error);
}

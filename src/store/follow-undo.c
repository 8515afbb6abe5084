/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-history-private.h"

/* Undo is made from the history: a step is taken back by a step of its own, so that nothing that
 * was ever saved is erased. Only the steps of this session are offered; older ones are put back
 * from the history page, where they can be seen. */

static GPtrArray *
load_set (FollowRegister *self, gint64 set_id, GError **error)
{
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (self,
                               "SELECT " FOLLOW_HISTORY_COLUMNS " FROM " FOLLOW_HISTORY_TABLES
                               " WHERE c.set_id = ?1 ORDER BY c.id DESC",
                               error);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_change_free);
  int code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, set_id);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      FollowChange *change = follow_change_read (statement);

      if (change != NULL)
        g_ptr_array_add (changes, change);
    }
  if (code != SQLITE_DONE)
    {
      follow_register_fail (self, _ ("Could not read the history"), error);
      return NULL;
    }
  return g_steal_pointer (&changes);
}

/* Returns: (transfer full) (element-type gint64): the records that @changes brought into the register */
static GHashTable *
list_added (GPtrArray *changes)
{
  GHashTable *added = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      FollowChange *change = g_ptr_array_index (changes, i);

      if (change->type == FOLLOW_CHANGE_ADDED)
        g_hash_table_add (added, &change->record_id);
    }
  return added;
}

static gboolean
refuse_changed_since (const FollowField *field, GError **error)
{
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
               /* Translators: the name of a field */
               _ ("“%s” was changed again since, so this step cannot be taken back. Its history has "
                  "every value."),
               follow_field_get_label (field));
  return FALSE;
}

/* Collects the fields of one record into one copy, since a record may only be valid as a whole. */
static FollowRecord *
get_copy (FollowRegister *self, GHashTable *copies, const FollowChange *change, GError **error)
{
  FollowRecord *copy = g_hash_table_lookup (copies, &change->record_id);

  if (copy == NULL && (copy = follow_register_load (self, change->kind, change->record_id, error)) != NULL)
    g_hash_table_insert (copies, g_memdup2 (&change->record_id, sizeof (gint64)), copy);
  return copy;
}

static gboolean
take_back (FollowRegister *self, FollowTransaction *transaction, gpointer data, GError **error)
{
  GPtrArray *changes = data;
  g_autoptr (GHashTable) copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) added = list_added (changes);
  GHashTableIter iter;
  FollowRecord *copy;

  for (guint i = 0; i < changes->len; i++)
    {
      const FollowChange *change = g_ptr_array_index (changes, i);

      if ((copy = get_copy (self, copies, change, error)) == NULL)
        return FALSE;
      if (change->type != FOLLOW_CHANGE_SET)
        {
          if (!follow_transaction_set_removed (self, transaction, copy, change->type != FOLLOW_CHANGE_REMOVED,
                                               error))
            return FALSE;
          continue;
        }
      if (g_hash_table_contains (added, &change->record_id)) /* the whole record goes to the bin as it is */
        continue;
      if (!follow_value_equal (follow_record_get (copy, change->field->name), change->after))
        return refuse_changed_since (change->field, error);
      follow_record_set (copy, change->field->name, change->before);
    }

  g_hash_table_iter_init (&iter, copies);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &copy))
    if (follow_record_is_changed (copy) && !follow_transaction_save (self, transaction, copy, error))
      return FALSE;
  return TRUE;
}

static char *
describe_set (GPtrArray *changes)
{
  const FollowChange *change;

  if (changes->len == 0)
    return g_strdup ("");
  change = g_ptr_array_index (changes, changes->len - 1);
  if (change->label != NULL && *change->label != '\0')
    return g_strdup (change->label);
  switch (change->type)
    {
    case FOLLOW_CHANGE_ADDED:
      /* Translators: a kind of record, in a step that can be undone */
      return g_strdup_printf (_ ("New “%s”"), follow_kind_get_label (change->kind));
    case FOLLOW_CHANGE_REMOVED:
      return g_strdup_printf (_ ("“%s” moved to the bin"), follow_kind_get_label (change->kind));
    case FOLLOW_CHANGE_RESTORED:
      return g_strdup_printf (_ ("“%s” restored"), follow_kind_get_label (change->kind));
    case FOLLOW_CHANGE_SET:
    default:
      return g_strdup_printf (_ ("Change of “%s”"), follow_field_get_label (change->field));
    }
}

static gboolean
step_back (FollowRegister *self, GArray *from, GArray *to, char **label, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *described = NULL;
  g_autoptr (GError) failure = NULL;
  g_auto (FollowTransaction) transaction = { 0 };

  transaction.undoes = g_array_index (from, gint64, from->len - 1);
  if ((changes = load_set (self, transaction.undoes, error)) == NULL)
    return FALSE;
  described = describe_set (changes);
  transaction.label = described;
  if (!follow_transaction_run (self, &transaction, take_back, changes, &failure))
    {
      /* It will never be possible; the steps before it must not wait behind it. */
      if (g_error_matches (failure, FOLLOW_ERROR, FOLLOW_ERROR_INVALID))
        g_array_set_size (from, from->len - 1);
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  g_array_set_size (from, from->len - 1);
  if (transaction.set_id != 0)
    g_array_append_val (to, transaction.set_id);
  if (label != NULL)
    *label = g_steal_pointer (&described);
  follow_transaction_tell (self, &transaction);
  return TRUE;
}

gboolean
follow_register_can_undo (FollowRegister *self)
{
  return self->undo->len > 0;
}

gboolean
follow_register_can_redo (FollowRegister *self)
{
  return self->redo->len > 0;
}

/**
 * follow_register_undo:
 * @label: (out) (optional) (transfer full): what was taken back, in words
 *
 * Takes back the newest step of this session, across all records. One that meets a later change
 * is refused with %FOLLOW_ERROR_INVALID, and not offered again.
 */
gboolean
follow_register_undo (FollowRegister *self, char **label, GError **error)
{
  if (self->undo->len > 0)
    return step_back (self, self->undo, self->redo, label, error);
  g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND, _ ("There is nothing to undo."));
  return FALSE;
}

/**
 * follow_register_redo:
 * @label: (out) (optional) (transfer full): what was done again, in words
 *
 * Does again what was last undone.
 */
gboolean
follow_register_redo (FollowRegister *self, char **label, GError **error)
{
  if (self->redo->len > 0)
    return step_back (self, self->redo, self->undo, label, error);
  g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND, _ ("There is nothing to redo."));
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

/* What a transaction notes in the history. */

static gboolean
begin_set (FollowRegister *self, FollowTransaction *transaction, GError **error)
{
  g_autoptr (FollowStatement) statement = NULL;

  if (transaction->set_id != 0)
    return TRUE;
  statement = follow_register_prepare (
      self, "INSERT INTO change_set (at, who, label, undoes) VALUES (?1, ?2, ?3, ?4)", error);
  if (statement == NULL)
    return FALSE;
  follow_bind_text (statement, 1, transaction->now);
  follow_bind_text (statement, 2, self->user != NULL ? self->user : "");
  follow_bind_text (statement, 3, transaction->label != NULL ? transaction->label : "");
  if (transaction->undoes != 0)
    sqlite3_bind_int64 (statement, 4, transaction->undoes);
  if (!follow_row_step (self, statement, error))
    return FALSE;
  transaction->set_id = sqlite3_last_insert_rowid (self->db);
  return TRUE;
}

static void
note_touched (FollowTransaction *transaction, FollowRecord *record)
{
  gint64 id = follow_record_get_id (record);
  gint64 owner = follow_record_get_parent_id (record);

  if (!g_hash_table_contains (transaction->touched, &id))
    g_hash_table_insert (transaction->touched, g_memdup2 (&id, sizeof id),
                         (gpointer) follow_record_get_kind (record));
  if (owner != 0 && !g_hash_table_contains (transaction->owners, &owner))
    g_hash_table_add (transaction->owners, g_memdup2 (&owner, sizeof owner));
}

static gboolean
write_change (FollowRegister *self,
              FollowTransaction *transaction,
              FollowRecord *record,
              const char *what,
              const FollowField *field,
              const FollowValue *before,
              const FollowValue *after,
              GError **error)
{
  g_autofree char *old_text = follow_value_store (before);
  g_autofree char *new_text = follow_value_store (after);
  g_autoptr (FollowStatement) statement = NULL;

  if (!begin_set (self, transaction, error))
    return FALSE;
  statement = follow_register_prepare (self,
                                       "INSERT INTO change (set_id, record_id, what, field, before, after) "
                                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                       error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, transaction->set_id);
  sqlite3_bind_int64 (statement, 2, follow_record_get_id (record));
  follow_bind_text (statement, 3, what);
  if (field != NULL)
    follow_bind_text (statement, 4, field->name);
  follow_bind_text (statement, 5, old_text);
  follow_bind_text (statement, 6, new_text);
  note_touched (transaction, record);
  return follow_row_step (self, statement, error);
}

/* @what: "added", "removed" or "restored" */
gboolean
follow_transaction_note_change (FollowRegister *self,
                                FollowTransaction *transaction,
                                FollowRecord *record,
                                const char *what,
                                GError **error)
{
  return write_change (self, transaction, record, what, NULL, NULL, NULL, error);
}

/* @before: what the field of @record was before it became what it is now */
gboolean
follow_transaction_note_field (FollowRegister *self,
                               FollowTransaction *transaction,
                               FollowRecord *record,
                               guint field,
                               const FollowValue *before,
                               GError **error)
{
  return write_change (self, transaction, record, "set", &follow_record_get_kind (record)->fields[field],
                       before, follow_record_get_value (record, field), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

#include "follow-changes-private.h"

static gboolean
step (FollowRegister *self, FollowStatement *statement, GError **error)
{
  return sqlite3_step (statement) == SQLITE_DONE || follow_register_fail (self, _ ("Could not save"), error);
}

static void
append_columns (GString *columns, GString *marks, const FollowField *field, int *index)
{
  static const char *const parts[] = { "", "_first", "_last", "_precision", "_recurs" };
  guint n_parts = field->type == FOLLOW_FIELD_TIMESCALE ? G_N_ELEMENTS (parts) : 1;

  for (guint i = 0; i < n_parts; i++)
    {
      g_string_append_printf (columns, ", \"%s%s\"", field->name, parts[i]);
      g_string_append_printf (marks, ", ?%d", (*index)++);
    }
}

static gboolean
is_column (const FollowField *field)
{
  return !(field->flags & FOLLOW_FIELD_COMPUTED) && field->type != FOLLOW_FIELD_LINKS;
}

static gboolean
insert_row (FollowRegister *self, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) marks = g_string_new ("?1");
  g_autofree char *sql = NULL;
  g_autoptr (FollowStatement) statement = NULL;
  int index = 2;

  if (kind->parent != NULL)
    {
      g_string_append (columns, ", parent_id");
      g_string_append (marks, ", ?2");
      index = 3;
    }
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_column (&kind->fields[i]))
      append_columns (columns, marks, &kind->fields[i], &index);
  sql = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", kind->name, columns->str, marks->str);
  if ((statement = follow_register_prepare (self, sql, error)) == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  index = 2;
  if (kind->parent != NULL)
    sqlite3_bind_int64 (statement, index++, follow_record_get_parent_id (record));
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_column (&kind->fields[i]))
      follow_bind_value (statement, &index, &kind->fields[i], follow_record_get_value (record, i));
  return step (self, statement, error);
}

static gboolean
update_field (FollowRegister *self, FollowRecord *record, guint field_index, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autoptr (GString) columns = g_string_new ("id");
  g_autoptr (GString) marks = g_string_new ("?1");
  g_autofree char *sql = NULL;
  g_autoptr (FollowStatement) statement = NULL;
  int index = 2;

  append_columns (columns, marks, &kind->fields[field_index], &index);
  sql = g_strdup_printf ("UPDATE \"%s\" SET (%s) = (%s) WHERE id = ?1", kind->name, columns->str, marks->str);
  if ((statement = follow_register_prepare (self, sql, error)) == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  index = 2;
  follow_bind_value (statement, &index, &kind->fields[field_index],
                     follow_record_get_value (record, field_index));
  return step (self, statement, error);
}

static gboolean
write_links (FollowRegister *self, FollowRecord *record, guint field_index, GError **error)
{
  const char *field = follow_record_get_kind (record)->fields[field_index].name;
  guint n_ids;
  const gint64 *ids = follow_value_get_links (follow_record_get_value (record, field_index), &n_ids);
  g_autoptr (FollowStatement) remove =
      follow_register_prepare (self, "DELETE FROM link WHERE from_id = ?1 AND field = ?2", error);
  g_autoptr (FollowStatement) insert = follow_register_prepare (
      self, "INSERT INTO link (from_id, field, position, to_id) VALUES (?1, ?2, ?3, ?4)", error);

  if (remove == NULL || insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (remove, 1, follow_record_get_id (record));
  follow_bind_text (remove, 2, field);
  if (!step (self, remove, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    {
      sqlite3_reset (insert);
      sqlite3_bind_int64 (insert, 1, follow_record_get_id (record));
      follow_bind_text (insert, 2, field);
      sqlite3_bind_int (insert, 3, i);
      sqlite3_bind_int64 (insert, 4, ids[i]);
      if (!step (self, insert, error))
        return FALSE;
    }
  return TRUE;
}

/* What others call the record: kept beside it, so that lists sort and show links with one look. */
static gboolean
write_label (FollowRegister *self, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autofree char *title = follow_record_get_title (record);
  g_autoptr (FollowStatement) statement = follow_register_prepare (
      self,
      "INSERT INTO record (id, kind, number, title) VALUES (?1, ?2, ?3, ?4) "
      "ON CONFLICT (id) DO UPDATE SET number = excluded.number, title = excluded.title "
      "WHERE number IS NOT excluded.number OR title IS NOT excluded.title",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  follow_bind_text (statement, 2, kind->name);
  if (kind->number != NULL)
    follow_bind_text (statement, 3, follow_record_get_text (record, kind->number));
  follow_bind_text (statement, 4, title);
  return step (self, statement, error);
}

static char *
make_search_text (FollowRecord *record)
{
  const FollowKind *kind = follow_record_get_kind (record);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (follow_field_is_text (&kind->fields[i]) && follow_record_get_value (record, i) != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              follow_value_get_text (follow_record_get_value (record, i)));
  return g_string_free (text, FALSE);
}

static gboolean
write_search (FollowRegister *self, FollowRecord *record, gboolean is_new, GError **error)
{
  g_autofree char *text = make_search_text (record);
  gint64 parent = follow_record_get_parent_id (record);
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (self,
                               is_new ? "INSERT INTO search (rowid, text, owner) VALUES (?1, ?2, ?3)"
                                      : "UPDATE search SET text = ?2 WHERE rowid = ?1",
                               error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  follow_bind_text (statement, 2, text);
  if (is_new)
    sqlite3_bind_int64 (statement, 3, parent != 0 ? parent : follow_record_get_id (record));
  return step (self, statement, error);
}

static gboolean
delete_search (FollowRegister *self, FollowRecord *record, GError **error)
{
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (self, "DELETE FROM search WHERE rowid = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  return step (self, statement, error);
}

static gboolean
begin_set (FollowRegister *self, FollowTransaction *transaction, GError **error)
{
  g_autofree char *now = NULL;
  g_autoptr (FollowStatement) statement = NULL;

  if (transaction->set_id != 0)
    return TRUE;
  statement = follow_register_prepare (
      self, "INSERT INTO change_set (at, who, label, undoes) VALUES (?1, ?2, ?3, ?4)", error);
  if (statement == NULL)
    return FALSE;
  now = follow_register_get_time (self);
  follow_bind_text (statement, 1, now);
  follow_bind_text (statement, 2, self->user != NULL ? self->user : "");
  follow_bind_text (statement, 3, transaction->label != NULL ? transaction->label : "");
  if (transaction->undoes != 0)
    sqlite3_bind_int64 (statement, 4, transaction->undoes);
  if (!step (self, statement, error))
    return FALSE;
  transaction->set_id = sqlite3_last_insert_rowid (self->db);
  return TRUE;
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
  gint64 id = follow_record_get_id (record);

  if (!begin_set (self, transaction, error))
    return FALSE;
  statement = follow_register_prepare (self,
                                       "INSERT INTO change (set_id, record_id, what, field, before, after) "
                                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                       error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, transaction->set_id);
  sqlite3_bind_int64 (statement, 2, id);
  follow_bind_text (statement, 3, what);
  if (field != NULL)
    follow_bind_text (statement, 4, field->name);
  follow_bind_text (statement, 5, old_text);
  follow_bind_text (statement, 6, new_text);
  if (!step (self, statement, error))
    return FALSE;
  g_hash_table_insert (transaction->touched, g_memdup2 (&id, sizeof id),
                       (gpointer) follow_record_get_kind (record));
  return TRUE;
}

/* Rows that people order by hand start at the end. */
static gboolean
give_position (FollowRegister *self, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  const FollowField *field = follow_kind_find_field (kind, "position");
  g_autofree char *sql = NULL;
  g_autoptr (FollowStatement) statement = NULL;

  if (field == NULL || !(field->flags & FOLLOW_FIELD_INTERNAL) ||
      follow_record_get (record, "position") != NULL)
    return TRUE;
  sql = g_strdup_printf ("SELECT coalesce (max (position), 0) + 1 FROM \"%s\" WHERE removed IS NULL%s",
                         kind->name, kind->parent != NULL ? " AND parent_id = ?1" : "");
  if ((statement = follow_register_prepare (self, sql, error)) == NULL)
    return FALSE;
  if (kind->parent != NULL)
    sqlite3_bind_int64 (statement, 1, follow_record_get_parent_id (record));
  if (sqlite3_step (statement) != SQLITE_ROW)
    return follow_register_fail (self, _ ("Could not save"), error);
  follow_record_set_number (record, "position", sqlite3_column_double (statement, 0));
  return TRUE;
}

static gboolean
save_new (FollowRegister *self, FollowTransaction *transaction, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);

  if (!give_position (self, record, error) || !write_label (self, record, error) ||
      !insert_row (self, record, error) || !write_search (self, record, TRUE, error) ||
      !write_change (self, transaction, record, "added", NULL, NULL, NULL, error))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FollowField *field = &kind->fields[i];
      FollowValue *value = follow_record_get_value (record, i);

      if (value == NULL || field->flags & FOLLOW_FIELD_COMPUTED)
        continue;
      if (field->type == FOLLOW_FIELD_LINKS && !write_links (self, record, i, error))
        return FALSE;
      if (!write_change (self, transaction, record, "set", field, NULL, value, error))
        return FALSE;
    }
  return TRUE;
}

/* Writes the fields of @record that differ from what it was read with, onto the row as it is now. */
static gboolean
save_changed (FollowRegister *self, FollowTransaction *transaction, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autoptr (FollowRecord) before = follow_register_load (self, kind, follow_record_get_id (record), error);
  g_autoptr (FollowRecord) after = NULL;
  gboolean text_changed = FALSE;

  if (before == NULL)
    return FALSE;
  after = follow_record_copy (before);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const FollowField *field = &kind->fields[i];
      FollowValue *value = follow_record_get_value (record, i);

      if (field->flags & FOLLOW_FIELD_COMPUTED ||
          follow_value_equal (value, follow_record_get_base (record, i)) ||
          follow_value_equal (value, follow_record_get_value (before, i)))
        continue;
      follow_record_set_value (after, i, value);
      text_changed |= follow_field_is_text (field) || g_strcmp0 (field->name, kind->number) == 0;
      if (field->type == FOLLOW_FIELD_LINKS ? !write_links (self, after, i, error)
                                            : !update_field (self, after, i, error))
        return FALSE;
      if (!write_change (self, transaction, record, "set", field, follow_record_get_value (before, i), value,
                         error))
        return FALSE;
    }
  if (!follow_record_check (after, error))
    return FALSE;
  if (transaction->undoes == 0 &&
      !follow_transaction_note_timescale (self, transaction, before, after, error))
    return FALSE;
  return !text_changed || (write_label (self, after, error) && write_search (self, after, FALSE, error));
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

/* Moves @record into the recycle bin or back, with the records edited inside of it. */
gboolean
follow_transaction_set_removed (FollowRegister *self,
                                FollowTransaction *transaction,
                                FollowRecord *record,
                                gboolean removed,
                                GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autofree char *sql =
      g_strdup_printf ("UPDATE \"%s\" SET removed = %s WHERE id = ?1 AND removed IS %s NULL", kind->name,
                       removed ? "?2" : "NULL", removed ? "" : "NOT");
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);
  g_autofree char *now = follow_register_get_time (self);
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
  if (removed)
    follow_bind_text (statement, 2, now);
  if (!step (self, statement, error))
    return FALSE;
  if (sqlite3_changes (self->db) == 0) /* is there already */
    return TRUE;
  if (removed ? !delete_search (self, record, error) : !write_search (self, record, TRUE, error))
    return FALSE;
  if (!write_change (self, transaction, record, removed ? "removed" : "restored", NULL, NULL, NULL, error))
    return FALSE;

  for (guint i = 0; i < n_kinds; i++)
    if (g_strcmp0 (kinds[i]->parent, kind->name) == 0)
      {
        g_autoptr (FollowQuery) query = follow_query_new (kinds[i]);
        g_autoptr (GPtrArray) children = NULL;

        follow_query_set_parent (query, follow_record_get_id (record));
        follow_query_set_removed (query, !removed);
        if ((children = follow_register_load_all (self, query, error)) == NULL)
          return FALSE;
        for (guint j = 0; j < children->len; j++)
          if (!follow_transaction_set_removed (self, transaction, g_ptr_array_index (children, j), removed,
                                               error))
            return FALSE;
      }
  return TRUE;
}

static gboolean
write_changes (FollowRegister *self, FollowTransaction *transaction, gpointer data, GError **error)
{
  FollowChanges *changes = data;

  for (guint i = 0; i < changes->items->len; i++)
    {
      const FollowChangeItem *item = &g_array_index (changes->items, FollowChangeItem, i);

      if (item->what == FOLLOW_CHANGES_SAVE
              ? !follow_transaction_save (self, transaction, item->record, error)
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
      g_autoptr (FollowRecord) now = NULL;

      if (item->what == FOLLOW_CHANGES_SAVE)
        follow_record_set_stored (item->record, TRUE);
    }
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
  FollowTransaction transaction = { .label = changes->label };

  if (!follow_transaction_run (self, &transaction, write_changes, changes, error))
    return FALSE;
  settle (self, changes);
  if (transaction.set_id != 0)
    {
      g_array_append_val (self->undo, transaction.set_id);
      g_array_set_size (self->redo, 0);
    }
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

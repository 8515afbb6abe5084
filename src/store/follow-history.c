/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-history.h"

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-history-private.h"

void
follow_change_free (FollowChange *change)
{
  g_free (change->at);
  g_free (change->who);
  g_free (change->label);
  g_clear_pointer (&change->before, follow_value_unref);
  g_clear_pointer (&change->after, follow_value_unref);
  g_free (change);
}

static FollowChangeType
read_type (const char *what)
{
  if (g_strcmp0 (what, "added") == 0)
    return FOLLOW_CHANGE_ADDED;
  if (g_strcmp0 (what, "removed") == 0)
    return FOLLOW_CHANGE_REMOVED;
  return g_strcmp0 (what, "restored") == 0 ? FOLLOW_CHANGE_RESTORED : FOLLOW_CHANGE_SET;
}

/* Reads a row of FOLLOW_HISTORY_COLUMNS; NULL when a newer version knew a field that this one does
 * not. */
FollowChange *
follow_change_read (FollowStatement *statement)
{
  const FollowKind *kind = follow_kind_find ((const char *) sqlite3_column_text (statement, 5));
  const char *field = (const char *) sqlite3_column_text (statement, 8);
  FollowChange *change;

  if (kind == NULL || (field != NULL && follow_kind_find_field (kind, field) == NULL))
    return NULL;
  change = g_new0 (FollowChange, 1);
  change->id = sqlite3_column_int64 (statement, 0);
  change->set_id = sqlite3_column_int64 (statement, 1);
  change->at = follow_column_dup_text (statement, 2);
  change->who = follow_column_dup_text (statement, 3);
  change->label = follow_column_dup_text (statement, 4);
  change->kind = kind;
  change->record_id = sqlite3_column_int64 (statement, 6);
  change->type = read_type ((const char *) sqlite3_column_text (statement, 7));
  if (field != NULL)
    {
      FollowValueType type;

      change->field = follow_kind_find_field (kind, field);
      type = follow_field_get_value_type (change->field);
      change->before = follow_value_restore (type, (const char *) sqlite3_column_text (statement, 9));
      change->after = follow_value_restore (type, (const char *) sqlite3_column_text (statement, 10));
    }
  return change;
}

static char *
make_sql (gint64 record_id, gboolean children)
{
  g_autoptr (GString) sql = g_string_new ("SELECT " FOLLOW_HISTORY_COLUMNS " FROM " FOLLOW_HISTORY_TABLES);
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  if (record_id != 0)
    {
      g_string_append (sql, " WHERE c.record_id IN (SELECT ?1");
      for (guint i = 0; i < n_kinds; i++)
        if (children && kinds[i]->parent != NULL)
          g_string_append_printf (sql, " UNION ALL SELECT id FROM \"%s\" WHERE parent_id = ?1",
                                  kinds[i]->name);
      g_string_append (sql, ")");
    }
  g_string_append (sql, " ORDER BY c.id DESC LIMIT ?2");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * follow_register_load_history:
 * @record_id: whose; 0 for the whole register's
 * @children: whether that of the records edited inside of it belongs to it
 * @limit: how many entries at most
 *
 * Returns: (transfer full) (element-type FollowChange) (nullable): the entries, the newest first
 */
GPtrArray *
follow_register_load_history (
    FollowRegister *self, gint64 record_id, gboolean children, guint limit, GError **error)
{
  g_autofree char *sql = make_sql (record_id, children);
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_change_free);
  int code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, record_id);
  sqlite3_bind_int64 (statement, 2, limit);
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

/**
 * follow_register_count_changes:
 * @since: (out) (optional) (transfer full): when the first was, in UTC
 *
 * Returns: in how many steps the record was changed
 */
guint
follow_register_count_changes (FollowRegister *self, gint64 record_id, char **since)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (
      self,
      "SELECT count (DISTINCT c.set_id), min (s.at) FROM change c JOIN change_set s ON s.id = c.set_id "
      "WHERE c.record_id = ?1",
      NULL);

  if (since != NULL)
    *since = NULL;
  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, record_id);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return 0;
  if (since != NULL)
    *since = follow_column_dup_text (statement, 1);
  return sqlite3_column_int (statement, 0);
}

/**
 * follow_register_count_recent:
 * @field: (nullable): the name of a field
 * @after: (nullable): what it became, as the file has it; %NULL for something else than it had been before
 * @since: the first day, YYYY-MM-DD
 *
 * Returns: how many records of @kind had @field changed, or were added when that is %NULL
 */
guint
follow_register_count_recent (
    FollowRegister *self, const FollowKind *kind, const char *field, const char *after, const char *since)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (
      self,
      "SELECT count (DISTINCT c.record_id) FROM change_set s JOIN change c ON c.set_id = s.id "
      "JOIN record r ON r.id = c.record_id WHERE s.at >= ?1 AND r.kind = ?2 AND CASE "
      "WHEN ?3 IS NULL THEN c.what = 'added' "
      "ELSE c.what = 'set' AND c.field = ?3 AND CASE WHEN ?4 IS NULL "
      "THEN c.before IS NOT NULL AND c.after IS NOT NULL ELSE c.after = ?4 END END",
      NULL);

  if (statement == NULL)
    return 0;
  follow_bind_text (statement, 1, since);
  follow_bind_text (statement, 2, kind->name);
  follow_bind_text (statement, 3, field);
  follow_bind_text (statement, 4, after);
  return sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int (statement, 0) : 0;
}

/**
 * follow_register_put_back:
 * @change: an entry of the history
 *
 * Puts back what was before @change, as a new change: the history is never erased.
 */
gboolean
follow_register_put_back (FollowRegister *self, const FollowChange *change, GError **error)
{
  g_autoptr (FollowRecord) now = follow_register_get (self, change->kind, change->record_id, error);
  g_autoptr (FollowRecord) copy = NULL;
  g_autoptr (FollowChanges) changes = NULL;
  g_autofree char *label = NULL;

  if (now == NULL)
    return FALSE;
  copy = follow_record_copy (now);
  switch (change->type)
    {
    case FOLLOW_CHANGE_SET:
      label = g_strdup_printf (_ ("Put back %s"), follow_field_get_label (change->field));
      changes = follow_changes_new (label);
      follow_record_set (copy, change->field->name, change->before);
      follow_changes_save (changes, copy);
      break;
    case FOLLOW_CHANGE_REMOVED:
      changes = follow_changes_new (_ ("Restored from the bin"));
      follow_changes_restore (changes, copy);
      break;
    case FOLLOW_CHANGE_ADDED:
    case FOLLOW_CHANGE_RESTORED:
    default:
      changes = follow_changes_new (_ ("Moved to the bin"));
      follow_changes_remove (changes, copy);
      break;
    }
  return follow_register_commit (self, changes, error);
}

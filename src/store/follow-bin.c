/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-bin.h"

#include <glib/gi18n-lib.h>

#include "follow-register-private.h"

void
follow_removed_free (FollowRemoved *removed)
{
  g_free (removed->at);
  g_free (removed->who);
  g_free (removed);
}

static char *
make_sql (void)
{
  g_autoptr (GString) sql = g_string_new (
      "SELECT b.id, b.kind, b.at, (SELECT s.who FROM change c JOIN change_set s ON s.id = "
      "c.set_id WHERE c.record_id = b.id AND c.what = 'removed' ORDER BY c.id DESC LIMIT 1) FROM (");
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      const char *name = kinds[i]->name;

      g_string_append_printf (sql,
                              "%sSELECT t.id AS id, '%s' AS kind, t.removed AS at FROM \"%s\" t "
                              "WHERE t.removed IS NOT NULL",
                              i > 0 ? " UNION ALL " : "", name, name);
      if (kinds[i]->parent != NULL)
        g_string_append_printf (sql,
                                " AND EXISTS (SELECT 1 FROM \"%s\" p WHERE p.id = t.parent_id "
                                "AND p.removed IS NULL)",
                                kinds[i]->parent);
    }
  g_string_append (sql, ") b ORDER BY b.at DESC, b.id LIMIT ?1");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * follow_register_load_bin:
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type FollowRemoved) (nullable): what was removed, the newest first
 */
GPtrArray *
follow_register_load_bin (FollowRegister *self, guint limit, GError **error)
{
  g_autofree char *sql = make_sql ();
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);
  g_autoptr (GPtrArray) bin = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_removed_free);
  int code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, limit);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      FollowRemoved *removed = g_new0 (FollowRemoved, 1);

      removed->id = sqlite3_column_int64 (statement, 0);
      removed->kind = follow_kind_find ((const char *) sqlite3_column_text (statement, 1));
      removed->at = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      removed->who = g_strdup ((const char *) sqlite3_column_text (statement, 3));
      g_ptr_array_add (bin, removed);
    }
  if (code != SQLITE_DONE)
    {
      follow_register_fail (self, _ ("Could not read the bin"), error);
      return NULL;
    }
  return g_steal_pointer (&bin);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

static GArray *
collect_ids (FollowRegister *self, FollowStatement *statement, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  if (code != SQLITE_DONE)
    {
      follow_register_fail (self, _ ("Could not read the register"), error);
      return NULL;
    }
  return g_steal_pointer (&ids);
}

/**
 * follow_register_list:
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids of the records that fit
 *   @query, in its order
 */
GArray *
follow_register_list (FollowRegister *self, const FollowQuery *query, GError **error)
{
  g_autofree char *sql = follow_query_make_sql (query, "t.id", TRUE);
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  follow_query_bind (query, statement);
  return collect_ids (self, statement, error);
}

/**
 * follow_register_count:
 *
 * Returns: how many records fit @query; 0 with @error set when that cannot be told
 */
guint
follow_register_count (FollowRegister *self, const FollowQuery *query, GError **error)
{
  g_autofree char *sql = follow_query_make_sql (query, "count (*)", FALSE);
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);

  if (statement == NULL)
    return 0;
  follow_query_bind (query, statement);
  if (sqlite3_step (statement) == SQLITE_ROW)
    return sqlite3_column_int (statement, 0);
  follow_register_fail (self, _ ("Could not read the register"), error);
  return 0;
}

/**
 * follow_register_search:
 * @text: words, each of which must begin a word of the record
 * @limit: how many at most
 *
 * Looks through every text field of every kind, the recycle bin left out.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): ids, the best first
 */
GArray *
follow_register_search (FollowRegister *self, const char *text, guint limit, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\r", -1);
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (FollowStatement) statement = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        g_auto (GStrv) parts = g_strsplit (words[i], "\"", -1);
        g_autofree char *quoted = g_strjoinv ("\"\"", parts);

        g_string_append_printf (match, "%s\"%s\" *", match->len > 0 ? " " : "", quoted);
      }
  if (match->len == 0)
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  statement = follow_register_prepare (
      self, "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT ?2", error);
  if (statement == NULL)
    return NULL;
  follow_bind_text (statement, 1, match->str);
  sqlite3_bind_int64 (statement, 2, limit);
  return collect_ids (self, statement, error);
}

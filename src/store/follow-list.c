/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer full) (element-type gint64) (nullable): the first column of what @statement answers */
GArray *
follow_register_collect_ids (FollowRegister *self, FollowStatement *statement, GError **error)
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
  return follow_register_collect_ids (self, statement, error);
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
  g_auto (GStrv) matches = follow_words_to_matches (text);
  g_autofree char *match = g_strjoinv (" ", matches);
  g_autoptr (FollowStatement) statement = NULL;

  if (*match == '\0')
    return g_array_new (FALSE, FALSE, sizeof (gint64));
  statement = follow_register_prepare (
      self, "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT ?2", error);
  if (statement == NULL)
    return NULL;
  follow_bind_text (statement, 1, match);
  sqlite3_bind_int64 (statement, 2, limit);
  return follow_register_collect_ids (self, statement, error);
}

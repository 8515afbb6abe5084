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

/* What words find is told by SQLite alone as long as it is no more than this. */
#define FEW_FOUND 2000

static GArray *
ask (FollowRegister *self, const FollowQuery *query, GError **error)
{
  g_autofree char *sql = follow_query_make_sql (query, "t.id", TRUE);
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  follow_query_bind (query, statement);
  return follow_register_collect_ids (self, statement, error);
}

/* All that fit but for the words, in their order; then what each word found. */
static GArray *
narrow (FollowRegister *self, const FollowQuery *query, GPtrArray *found, GError **error)
{
  g_autoptr (FollowQuery) wordless = follow_query_copy (query);
  g_autoptr (GArray) ids = NULL;
  guint limit = follow_query_get_limit (query);

  follow_query_set_text (wordless, NULL);
  follow_query_set_limit (wordless, 0);
  if ((ids = ask (self, wordless, error)) == NULL)
    return NULL;
  for (guint i = 0; i < found->len && ids->len > 0; i++)
    if (!follow_register_keep_found (self, follow_query_get_kind (query), found->pdata[i], ids, error))
      return NULL;
  if (limit > 0 && ids->len > limit)
    g_array_set_size (ids, limit);
  return g_steal_pointer (&ids);
}

static GArray *
find_words (FollowRegister *self, const FollowQuery *query, char **matches, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n_found = 0;

  for (guint i = 0; matches[i] != NULL; i++)
    {
      GArray *ids = follow_register_find_word (self, matches[i], error);

      if (ids == NULL)
        return NULL;
      g_ptr_array_add (found, ids);
      if (ids->len == 0)
        return g_array_new (FALSE, FALSE, sizeof (gint64));
      n_found += ids->len;
    }
  return n_found <= FEW_FOUND ? ask (self, query, error) : narrow (self, query, found, error);
}

/* In one look at the file: SQLite would lock it anew for each of thousands of questions. */
static GArray *
find_in_one_look (FollowRegister *self, const FollowQuery *query, char **matches, GError **error)
{
  gboolean begins = sqlite3_get_autocommit (self->db);
  GArray *ids;

  if (begins && !follow_register_execute (self, "BEGIN", _ ("Could not read the register"), error))
    return NULL;
  ids = find_words (self, query, matches, error);
  if (begins)
    sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL);
  return ids;
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
  g_auto (GStrv) matches = follow_words_to_matches (follow_query_get_text (query));

  return matches[0] != NULL ? find_in_one_look (self, query, matches, error) : ask (self, query, error);
}

/**
 * follow_register_find_linked:
 * @field: a link field of @kind
 *
 * Returns: (transfer full) (element-type gint64 gint64) (nullable): the set of the ids to which the field links
 *   in any record that is not in the bin
 */
GHashTable *
follow_register_find_linked (FollowRegister *self,
                             const FollowKind *kind,
                             const FollowField *field,
                             GError **error)
{
  g_autofree char *sql =
      field->type == FOLLOW_FIELD_LINKS
          ? g_strdup_printf ("SELECT DISTINCT l.to_id FROM \"%s\" t JOIN link l ON l.from_id = t.id "
                             "AND l.field = '%s' WHERE t.removed IS NULL",
                             kind->name, field->name)
          : g_strdup_printf ("SELECT DISTINCT t.\"%s\" FROM \"%s\" t WHERE t.removed IS NULL "
                             "AND t.\"%s\" IS NOT NULL",
                             field->name, kind->name, field->name);
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);
  g_autoptr (GArray) ids = NULL;
  GHashTable *linked;

  if (statement == NULL || (ids = follow_register_collect_ids (self, statement, error)) == NULL)
    return NULL;
  linked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (linked, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return linked;
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-memory.h"

#include <glib/gi18n-lib.h>

#include "follow-register-private.h"

GHashTable *
follow_register_recall (FollowRegister *self)
{
  GHashTable *answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (self, "SELECT what, answer FROM remembered", NULL);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_insert (answers, follow_column_dup_text (statement, 0),
                         follow_column_dup_text (statement, 1));
  return answers;
}

static gboolean
write_answer (FollowRegister *self, const char *what, const char *answer, GError **error)
{
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (self,
                               answer != NULL ? "INSERT INTO remembered (what, answer) VALUES (?1, ?2) "
                                                "ON CONFLICT (what) DO UPDATE SET answer = excluded.answer"
                                              : "DELETE FROM remembered WHERE what = ?1",
                               error);

  if (statement == NULL)
    return FALSE;
  follow_bind_text (statement, 1, what);
  if (answer != NULL)
    follow_bind_text (statement, 2, answer);
  return sqlite3_step (statement) == SQLITE_DONE || follow_register_fail (self, _ ("Could not save"), error);
}

static gboolean
write_answers (FollowRegister *self, gpointer data, GError **error)
{
  GHashTableIter iter;
  gpointer what;
  gpointer answer;

  g_hash_table_iter_init (&iter, data);
  while (g_hash_table_iter_next (&iter, &what, &answer))
    if (!write_answer (self, what, answer, error))
      return FALSE;
  return TRUE;
}

gboolean
follow_register_remember (FollowRegister *self, GHashTable *answers, GError **error)
{
  if (g_hash_table_size (answers) == 0)
    return TRUE;
  if (self->together)
    return write_answers (self, answers, error);
  return follow_register_write_together (self, write_answers, answers, error);
}

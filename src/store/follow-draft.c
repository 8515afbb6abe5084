/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-error.h"

/* What was typed but may not be saved yet, because something required is missing, is kept here and
 * offered again. */

gboolean
follow_draft_delete (FollowRegister *self, gint64 id, GError **error)
{
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (self, "DELETE FROM draft WHERE record_id = ?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return sqlite3_step (statement) == SQLITE_DONE || follow_register_fail (self, _ ("Could not save"), error);
}

static gboolean
insert_draft (FollowRegister *self, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  g_autofree char *now = follow_date_now ();
  g_autoptr (FollowStatement) statement = follow_register_prepare (
      self,
      "INSERT INTO draft (record_id, field, kind, parent_id, value, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
      error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *stored = follow_value_store (follow_record_get_value (record, i));

      if (kind->fields[i].flags & FOLLOW_FIELD_COMPUTED ||
          follow_value_equal (follow_record_get_value (record, i), follow_record_get_base (record, i)))
        continue;
      sqlite3_reset (statement);
      sqlite3_bind_int64 (statement, 1, follow_record_get_id (record));
      follow_bind_text (statement, 2, kind->fields[i].name);
      follow_bind_text (statement, 3, kind->name);
      sqlite3_bind_int64 (statement, 4, follow_record_get_parent_id (record));
      follow_bind_text (statement, 5, stored);
      follow_bind_text (statement, 6, now);
      if (sqlite3_step (statement) != SQLITE_DONE)
        return follow_register_fail (self, _ ("Could not save"), error);
    }
  return TRUE;
}

/**
 * follow_register_save_draft:
 * @record: a record that follow_record_check() refuses
 *
 * Keeps what was typed into @record in place of an earlier draft of it.
 */
gboolean
follow_register_save_draft (FollowRegister *self, FollowRecord *record, GError **error)
{
  return follow_register_begin (self, error) &&
         follow_register_end (self,
                              follow_draft_delete (self, follow_record_get_id (record), error) &&
                                  insert_draft (self, record, error),
                              error);
}

static gboolean
has_draft (FollowRegister *self, gint64 id)
{
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (self, "SELECT 1 FROM draft WHERE record_id = ?1", NULL);

  if (statement == NULL)
    return TRUE;
  sqlite3_bind_int64 (statement, 1, id);
  return sqlite3_step (statement) != SQLITE_DONE;
}

/**
 * follow_register_remove_draft:
 * @id: a record that is given up; the draft of one that is saved goes by itself
 */
gboolean
follow_register_remove_draft (FollowRegister *self, gint64 id, GError **error)
{
  return !has_draft (self, id) || (follow_register_begin (self, error) &&
                                   follow_register_end (self, follow_draft_delete (self, id, error), error));
}

static FollowRecord *
begin_record (FollowRegister *self, const FollowKind *kind, gint64 id, gint64 parent_id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  FollowRecord *stored = follow_register_load (self, kind, id, &failure);

  if (stored != NULL)
    return stored;
  if (g_error_matches (failure, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND))
    return follow_record_new_with_id (kind, id, parent_id);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * follow_register_load_drafts:
 *
 * Returns: (transfer full) (element-type FollowRecord) (nullable): the drafts of @kind, the newest
 *   first, each with what was typed into it
 */
GPtrArray *
follow_register_load_drafts (FollowRegister *self, const FollowKind *kind, GError **error)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (
      self,
      "SELECT record_id, field, parent_id, value FROM draft WHERE kind = ?1 ORDER BY at DESC, record_id",
      error);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  FollowRecord *draft = NULL;
  int code;

  if (statement == NULL)
    return NULL;
  follow_bind_text (statement, 1, kind->name);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      int field = follow_kind_find_field_index (kind, (const char *) sqlite3_column_text (statement, 1));
      g_autoptr (FollowValue) value = NULL;

      if (draft == NULL || follow_record_get_id (draft) != id)
        {
          draft = begin_record (self, kind, id, sqlite3_column_int64 (statement, 2), error);
          if (draft == NULL)
            return NULL;
          g_ptr_array_add (drafts, draft);
        }
      if (field < 0)
        continue;
      value = follow_value_restore (follow_field_get_value_type (&kind->fields[field]),
                                    (const char *) sqlite3_column_text (statement, 3));
      follow_record_set_value (draft, field, value);
    }
  if (code != SQLITE_DONE)
    {
      follow_register_fail (self, _ ("Could not read the register"), error);
      return NULL;
    }
  return g_steal_pointer (&drafts);
}

/**
 * follow_register_get_draft_time:
 * @id: the record whose draft it is
 *
 * Returns: (transfer full) (nullable): when it was kept, YYYY-MM-DDTHH:MM:SS.mmmZ; %NULL when there is none
 */
char *
follow_register_get_draft_time (FollowRegister *self, gint64 id)
{
  g_autoptr (FollowStatement) statement =
      follow_register_prepare (self, "SELECT max (at) FROM draft WHERE record_id = ?1", NULL);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

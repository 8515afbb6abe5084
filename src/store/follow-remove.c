/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

#include "follow-error.h"

/* The recycle bin. A record takes those edited inside of it along, in one moment; when it comes back,
 * those of that moment come with it, and what had been removed before stays removed. */

static gboolean move (FollowRegister *self,
                      FollowTransaction *transaction,
                      const FollowKind *kind,
                      gint64 id,
                      gboolean removed,
                      GError **error);

/* @when: (out) (transfer full): when the record went to the bin, NULL when it is not there */
static gboolean
read_removed (FollowRegister *self, const FollowKind *kind, gint64 id, char **when, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT removed FROM \"%s\" WHERE id = ?1", kind->name);
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);
  int code;

  *when = NULL;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  code = sqlite3_step (statement);
  if (code == SQLITE_DONE)
    g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
                 /* Translators: a kind of record */
                 _ ("This “%s” is no longer in the register."), follow_kind_get_label (kind));
  if (code != SQLITE_ROW)
    return code != SQLITE_DONE && follow_register_fail (self, _ ("Could not read the register"), error);
  *when = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  return TRUE;
}

static gboolean
write_removed (FollowRegister *self, const FollowKind *kind, gint64 id, const char *when, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET removed = ?2 WHERE id = ?1", kind->name);
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  follow_bind_text (statement, 2, when);
  return follow_row_step (self, statement, error);
}

/* @when: those that went to the bin then; NULL for those that are not there */
static GArray *
list_children (
    FollowRegister *self, const FollowKind *kind, gint64 parent_id, const char *when, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM \"%s\" WHERE parent_id = ?1 AND removed IS ?2", kind->name);
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, parent_id);
  follow_bind_text (statement, 2, when);
  return follow_register_collect_ids (self, statement, error);
}

static gboolean
move_children (FollowRegister *self,
               FollowTransaction *transaction,
               FollowRecord *record,
               const char *when,
               gboolean removed,
               GError **error)
{
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (g_strcmp0 (kinds[i]->parent, follow_record_get_kind (record)->name) == 0)
      {
        g_autoptr (GArray) ids = list_children (self, kinds[i], follow_record_get_id (record), when, error);

        if (ids == NULL)
          return FALSE;
        for (guint j = 0; j < ids->len; j++)
          if (!move (self, transaction, kinds[i], g_array_index (ids, gint64, j), removed, error))
            return FALSE;
      }
  return TRUE;
}

/* A record cannot be shown without the one it is edited inside of. */
static gboolean
restore_owner (FollowRegister *self, FollowTransaction *transaction, FollowRecord *record, GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);

  return kind->parent == NULL || move (self, transaction, follow_kind_find (kind->parent),
                                       follow_record_get_parent_id (record), FALSE, error);
}

static gboolean
move (FollowRegister *self,
      FollowTransaction *transaction,
      const FollowKind *kind,
      gint64 id,
      gboolean removed,
      GError **error)
{
  g_autoptr (FollowRecord) record = follow_register_load (self, kind, id, error);
  g_autofree char *when = NULL;
  g_autofree char *still = NULL;

  if (record == NULL || !read_removed (self, kind, id, &when, error))
    return FALSE;
  if (removed == (when != NULL))
    return TRUE;
  if (!removed &&
      (!restore_owner (self, transaction, record, error) || !read_removed (self, kind, id, &still, error)))
    return FALSE;
  if (!removed && still == NULL) /* came back with its owner */
    return TRUE;
  return write_removed (self, kind, id, removed ? transaction->now : NULL, error) &&
         (removed ? follow_row_delete_search (self, id, error)
                  : follow_row_insert_search (self, record, error)) &&
         follow_transaction_note_change (self, transaction, record, removed ? "removed" : "restored",
                                         error) &&
         move_children (self, transaction, record, when, removed, error);
}

/* Moves @record into the recycle bin or back. One that was never saved is nowhere to be moved. */
gboolean
follow_transaction_set_removed (FollowRegister *self,
                                FollowTransaction *transaction,
                                FollowRecord *record,
                                gboolean removed,
                                GError **error)
{
  return !follow_record_is_stored (record) || move (self, transaction, follow_record_get_kind (record),
                                                    follow_record_get_id (record), removed, error);
}

/* A new record inside of one that meanwhile went to the bin lies there with it, and comes back with
 * it: what was typed is not lost, and nothing is shown without its owner. */
gboolean
follow_transaction_join_owner (FollowRegister *self,
                               FollowTransaction *transaction,
                               FollowRecord *record,
                               GError **error)
{
  const FollowKind *kind = follow_record_get_kind (record);
  gint64 id = follow_record_get_id (record);
  g_autofree char *when = NULL;

  if (kind->parent == NULL)
    return TRUE;
  if (!read_removed (self, follow_kind_find (kind->parent), follow_record_get_parent_id (record), &when,
                     error))
    return FALSE;
  return when == NULL ||
         (write_removed (self, kind, id, when, error) && follow_row_delete_search (self, id, error) &&
          follow_transaction_note_change (self, transaction, record, "removed", error));
}

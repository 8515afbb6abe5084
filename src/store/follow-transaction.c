/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <glib/gi18n-lib.h>

#include "follow-error.h"

#define WRITING_CACHE "PRAGMA cache_size = -64000"

/* SQLite would go on writing into a file that was removed or replaced under it, and the work would
 * be gone with the last handle. */
static gboolean
check_in_place (FollowRegister *self, GError **error)
{
  gboolean exists = g_file_test (self->path, G_FILE_TEST_EXISTS);
  int moved = 0;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (exists && !moved)
    return TRUE;
  g_set_error (
      error, FOLLOW_ERROR, FOLLOW_ERROR_NOT_FOUND,
      exists ? _ ("Could not save: another file now lies at “%s”. Keep what is on screen elsewhere, and "
                  "open the register again.")
             : _ ("Could not save: the register is no longer at “%s”. Put the file back, or keep "
                  "what is on screen elsewhere."),
      self->path);
  return FALSE;
}

gboolean
follow_register_begin (FollowRegister *self, GError **error)
{
  if (self->together &&
      sqlite3_get_autocommit (self->db)) /* SQLite gave all of it up at an earlier failure */
    {
      g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_FAILED,
                           _ ("Could not save: an earlier part of this could not be saved."));
      return FALSE;
    }
  if (self->together)
    return follow_register_execute (self, "SAVEPOINT step", _ ("Could not save"), error);
  if (self->read_only)
    {
      g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_READ_ONLY,
                   _ ("Could not save: “%s” is open for reading only."), self->path);
      return FALSE;
    }
  if (!check_in_place (self, error) ||
      !follow_register_execute (self, "BEGIN IMMEDIATE", _ ("Could not save"), error))
    return FALSE;
  sqlite3_exec (self->db, WRITING_CACHE, NULL, NULL, NULL);
  return TRUE;
}

/* Commits when @ok, else goes back to what was. */
gboolean
follow_register_end (FollowRegister *self, gboolean ok, GError **error)
{
  if (self->together)
    {
      if (ok && follow_register_execute (self, "RELEASE step", _ ("Could not save"), error))
        return TRUE;
      sqlite3_exec (self->db, "ROLLBACK TO step; RELEASE step", NULL, NULL, NULL);
      return FALSE;
    }
  ok = ok && follow_register_execute (self, "COMMIT", _ ("Could not save"), error);
  if (!ok)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_exec (self->db, FOLLOW_READING_CACHE, NULL, NULL, NULL);
  return ok;
}

/* What a failed save gave is taken back, so that no record is altered by it. */
static void
take_back_given (FollowTransaction *transaction)
{
  for (guint i = 0; i < transaction->numbered->len; i++)
    {
      FollowRecord *record = g_ptr_array_index (transaction->numbered, i);

      follow_record_set (record, follow_record_get_kind (record)->number, NULL);
    }
  for (guint i = 0; i < transaction->positioned->len; i++)
    follow_record_set (g_ptr_array_index (transaction->positioned, i), "position", NULL);
  for (guint i = 0; i < transaction->marked->len; i++)
    follow_record_set (g_ptr_array_index (transaction->marked, i), "marking", NULL);
}

void
follow_transaction_clear (FollowTransaction *transaction)
{
  g_clear_pointer (&transaction->touched, g_hash_table_unref);
  g_clear_pointer (&transaction->owners, g_hash_table_unref);
  g_clear_pointer (&transaction->positioned, g_ptr_array_unref);
  g_clear_pointer (&transaction->numbered, g_ptr_array_unref);
  g_clear_pointer (&transaction->left, g_hash_table_unref);
  g_clear_pointer (&transaction->marked, g_ptr_array_unref);
  g_clear_pointer (&transaction->now, g_free);
}

/**
 * follow_transaction_run:
 * @work: does the writing
 *
 * The one door for writing: everything @work writes stands together, or nothing of it. Once it
 * stands, follow_transaction_tell() tells the rest of the program.
 */
gboolean
follow_transaction_run (
    FollowRegister *self,
    FollowTransaction *transaction,
    gboolean (*work) (FollowRegister *self, FollowTransaction *transaction, gpointer data, GError **error),
    gpointer data,
    GError **error)
{
  transaction->touched = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  transaction->owners = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  transaction->positioned = g_ptr_array_new_with_free_func (g_object_unref);
  transaction->numbered = g_ptr_array_new_with_free_func (g_object_unref);
  transaction->left =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  transaction->marked = g_ptr_array_new_with_free_func (g_object_unref);
  transaction->now = follow_register_get_time (self);
  if (follow_register_begin (self, error) &&
      follow_register_end (self, work (self, transaction, data, error), error))
    return TRUE;
  take_back_given (transaction);
  return FALSE;
}

/* Brings what the program shows up to date with what was written. */
void
follow_transaction_tell (FollowRegister *self, FollowTransaction *transaction)
{
  follow_register_update_live (self, transaction);
  if (g_hash_table_size (transaction->touched) > 0)
    follow_register_emit_changed (self, transaction->touched);
}

/* What another program wrote before this one began is seen from now on; it is told at the next
 * follow_register_poll(), since nobody is to be called in the midst of writing. */
static void
catch_up (FollowRegister *self)
{
  if (follow_register_read_version (self) != self->data_version)
    follow_register_update_live (self, NULL);
}

/**
 * follow_register_write_together:
 * @work: reads, and commits as often as it likes
 *
 * Each step that @work commits keeps its own place in the history and is offered for Undo, but all of
 * them stand in the file together, or none does when @work fails. Nobody else can write from before
 * @work begins: what it reads is what it writes upon.
 */
gboolean
follow_register_write_together (FollowRegister *self,
                                gboolean (*work) (FollowRegister *self, gpointer data, GError **error),
                                gpointer data,
                                GError **error)
{
  guint n_steps = self->undo->len;
  g_autoptr (GArray) redo = g_array_copy (self->redo);
  gboolean ok;

  g_return_val_if_fail (!self->together, FALSE);

  if (!follow_register_begin (self, error))
    return FALSE;
  catch_up (self);
  self->together = TRUE;
  ok = work (self, data, error);
  self->together = FALSE;
  if (follow_register_end (self, ok, error))
    return TRUE;

  g_array_set_size (self->undo, n_steps);
  g_array_unref (self->redo);
  self->redo = g_steal_pointer (&redo);
  follow_register_update_live (self, NULL);
  follow_register_emit_changed (self, NULL);
  return FALSE;
}

/**
 * follow_register_forget_steps:
 *
 * Offers nothing that was done so far for Undo: a register that was just made begins without a past.
 */
void
follow_register_forget_steps (FollowRegister *self)
{
  g_array_set_size (self->undo, 0);
  g_array_set_size (self->redo, 0);
}

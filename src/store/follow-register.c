/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "follow-date.h"
#include "follow-error.h"

/* How much of the file is kept in memory, in KiB. Records have random ids, so that many written in one step lie
 * all over the file: with little memory each page would be written out and read again many times. */
#define READING_CACHE "PRAGMA cache_size = -2000"
#define WRITING_CACHE "PRAGMA cache_size = -64000"

#define LONGEST_TEXT (100 * 1000 * 1000)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FollowRegister, follow_register, G_TYPE_OBJECT)

gboolean
follow_register_execute (FollowRegister *self, const char *sql, const char *doing, GError **error)
{
  g_assert (self->thread == g_thread_self ());
  return sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
         follow_register_fail (self, doing, error);
}

/* Returns: (transfer none): the statement for @sql, prepared once and with nothing bound. Hold it
 * in a g_autoptr (FollowStatement). */
FollowStatement *
follow_register_prepare (FollowRegister *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  g_assert (self->thread == g_thread_self ());
  if (statement == NULL)
    {
      if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        {
          follow_register_fail (self, _ ("Could not read the register"), error);
          return NULL;
        }
      g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }
  g_assert (!sqlite3_stmt_busy (statement)); /* one user at a time */
  sqlite3_clear_bindings (statement);
  return statement;
}

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
  sqlite3_exec (self->db, READING_CACHE, NULL, NULL, NULL);
  return ok;
}

/* The number that changes when another connection writes. Where it cannot be told now, as while
 * another program is in the midst of writing, it is what it was: nobody waits for it. */
static int
read_data_version (FollowRegister *self)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, "PRAGMA data_version", NULL);
  int version = self->data_version;

  sqlite3_busy_timeout (self->db, 0);
  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int (statement, 0);
  sqlite3_busy_timeout (self->db, self->busy_timeout);
  return version;
}

static void
update_days (FollowRegister *self)
{
  g_free (self->today);
  g_free (self->soon);
  self->today = follow_date_today ();
  self->soon = follow_date_add_days (self->today, self->due_soon_days);
}

static void
follow_register_finalize (GObject *object)
{
  FollowRegister *self = FOLLOW_REGISTER (object);

  follow_register_drop_live (self);
  g_hash_table_unref (self->live);
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->statements);
  if (sqlite3_close (self->db) != SQLITE_OK)
    g_critical ("A statement outlived the register");
  g_free (self->path);
  g_free (self->user);
  g_free (self->marking);
  g_free (self->today);
  g_free (self->soon);
  g_free (self->time);
  g_array_unref (self->undo);
  g_array_unref (self->redo);

  G_OBJECT_CLASS (follow_register_parent_class)->finalize (object);
}

static void
follow_register_class_init (FollowRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = follow_register_finalize;

  /**
   * FollowRegister::changed:
   * @touched: (nullable) (element-type gint64 FollowKind): ids of the records written, with their
   *   kinds; %NULL when another program wrote and anything may be different
   *
   * Something was written and committed.
   */
  signals[CHANGED] = g_signal_new ("changed", FOLLOW_TYPE_REGISTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_HASH_TABLE);
}

static void
follow_register_init (FollowRegister *self)
{
  self->thread = g_thread_self ();
  self->statements =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) sqlite3_finalize);
  self->live = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  follow_register_forget_labels (self, NULL);
  self->undo = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->redo = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->due_soon_days = 30;
  self->busy_timeout = 10000;
  self->user = g_strdup (g_get_real_name ());
  update_days (self);
}

static gboolean
open_database (FollowRegister *self, const char *path, int flags, GError **error)
{
  self->path = g_canonicalize_filename (path, NULL);
  self->read_only = (flags & SQLITE_OPEN_READONLY) != 0;
  if (sqlite3_open_v2 (self->path, &self->db, flags, NULL) != SQLITE_OK)
    return follow_register_fail (self, _ ("Could not open the register"), error);
  sqlite3_extended_result_codes (self->db, TRUE);
  sqlite3_busy_timeout (self->db, self->busy_timeout);
  /* Far more than anybody types; what a damaged file says beyond it is not believed. */
  sqlite3_limit (self->db, SQLITE_LIMIT_LENGTH, LONGEST_TEXT);
  follow_register_add_functions (self);
  /* A register is one file that lies on shares, is copied and e-mailed: no write-ahead log beside
   * it, which network drives do not support. EXTRA: what was answered as saved stands even when the
   * power goes in the next moment. */
  return follow_register_execute (self,
                                  "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
                                  "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;" READING_CACHE
                                  "; PRAGMA temp_store = MEMORY",
                                  _ ("Could not open the register"), error);
}

/**
 * follow_register_create:
 * @path: where; nothing may be there yet
 *
 * Makes an empty register with what ships with the program: the six-point scale and the quality
 * indicators whose names are certain.
 *
 * Returns: (transfer full) (nullable): the register
 */
FollowRegister *
follow_register_create (const char *path, GError **error)
{
  g_autoptr (FollowRegister) self = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int reason = errno;

      g_set_error (error, FOLLOW_ERROR, reason == EEXIST ? FOLLOW_ERROR_EXISTS : FOLLOW_ERROR_READ_ONLY,
                   reason == EEXIST
                       ? _ ("“%s” is there already. Choose another name.")
                       : _ ("Could not make “%s”: the folder is missing, full or cannot be written to."),
                   shown);
      return NULL;
    }
  close (fd);

  self = g_object_new (FOLLOW_TYPE_REGISTER, NULL);
  if (!open_database (self, path, SQLITE_OPEN_READWRITE, error) || !follow_register_migrate (self, error) ||
      !follow_register_add_shipped (self, error))
    {
      g_unlink (path);
      return NULL;
    }
  g_array_set_size (self->undo, 0);
  self->data_version = read_data_version (self);
  return g_steal_pointer (&self);
}

/* SQLite keeps a journal beside the file while it writes, so the folder counts too. */
static gboolean
may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/**
 * follow_register_open:
 * @read_only: %TRUE when nothing will be written; a file of an older version is then refused
 *
 * Opens a register and brings it to the newest version, after a backup. A wrong, damaged or newer
 * file is told apart and not touched.
 *
 * Returns: (transfer full) (nullable): the register
 */
FollowRegister *
follow_register_open (const char *path, gboolean read_only, GError **error)
{
  g_autoptr (FollowRegister) self = NULL;

  if (!follow_register_inspect_file (path, error))
    return NULL;
  if (!may_write (path))
    read_only = TRUE;

  self = g_object_new (FOLLOW_TYPE_REGISTER, NULL);
  if (!open_database (self, path, read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error) ||
      !follow_register_migrate (self, error))
    return NULL;
  self->data_version = read_data_version (self);
  return g_steal_pointer (&self);
}

const char *
follow_register_get_path (FollowRegister *self)
{
  return self->path;
}

/**
 * follow_register_get_name:
 *
 * Returns: (transfer full): the file's name without its ending, as titles show it
 */
char *
follow_register_get_name (FollowRegister *self)
{
  g_autofree char *base = g_path_get_basename (self->path);
  g_autofree char *shown = g_filename_display_name (base);

  if (g_str_has_suffix (shown, ".follow"))
    shown[strlen (shown) - strlen (".follow")] = '\0';
  return g_steal_pointer (&shown);
}

gboolean
follow_register_is_read_only (FollowRegister *self)
{
  return self->read_only;
}

/**
 * follow_register_set_user:
 * @user: who the history is to name
 */
void
follow_register_set_user (FollowRegister *self, const char *user)
{
  g_free (self->user);
  self->user = g_strdup (user);
}

const char *
follow_register_get_user (FollowRegister *self)
{
  return self->user;
}

/**
 * follow_register_set_due_soon_days:
 * @days: for how many days from today on an action counts as due soon
 */
void
follow_register_set_due_soon_days (FollowRegister *self, int days)
{
  self->due_soon_days = days;
  update_days (self);
  follow_register_update_live (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0, NULL);
}

int
follow_register_get_due_soon_days (FollowRegister *self)
{
  return self->due_soon_days;
}

const char *
follow_register_get_today (FollowRegister *self)
{
  return self->today;
}

/**
 * follow_register_set_time:
 * @utc: (nullable): YYYY-MM-DDTHH:MM:SS.mmmZ, what the history is to take for now; %NULL for the
 *   clock's time. Only a register that is made with a past, the example, is written so.
 */
void
follow_register_set_time (FollowRegister *self, const char *utc)
{
  g_free (self->time);
  self->time = g_strdup (utc);
}

char *
follow_register_get_time (FollowRegister *self)
{
  return self->time != NULL ? g_strdup (self->time) : follow_date_now ();
}

/**
 * follow_register_poll:
 *
 * Looks whether another program has written, or a new day has begun; if so, ::changed is emitted
 * with %NULL.
 *
 * Returns: whether it was
 */
gboolean
follow_register_poll (FollowRegister *self)
{
  g_autofree char *today = follow_date_today ();
  int version = read_data_version (self);

  if (version == self->data_version && g_str_equal (today, self->today))
    return FALSE;
  self->data_version = version;
  update_days (self);
  follow_register_update_live (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0, NULL);
  return TRUE;
}

/* The positions that a failed save gave are taken back, so that no record is altered by it. */
static void
take_back_positions (FollowTransaction *transaction)
{
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
  transaction->marked = g_ptr_array_new_with_free_func (g_object_unref);
  transaction->now = follow_register_get_time (self);
  if (follow_register_begin (self, error) &&
      follow_register_end (self, work (self, transaction, data, error), error))
    return TRUE;
  take_back_positions (transaction);
  return FALSE;
}

/* Brings what the program shows up to date with what was written. */
void
follow_transaction_tell (FollowRegister *self, FollowTransaction *transaction)
{
  follow_register_update_live (self, transaction);
  if (g_hash_table_size (transaction->touched) > 0)
    g_signal_emit (self, signals[CHANGED], 0, transaction->touched);
}

/**
 * follow_register_write_together:
 * @work: commits as often as it likes
 *
 * Each step that @work commits keeps its own place in the history, but all of them stand in the
 * file together, or none does when @work fails. They are not offered for Undo.
 */
gboolean
follow_register_write_together (FollowRegister *self,
                                gboolean (*work) (FollowRegister *self, gpointer data, GError **error),
                                gpointer data,
                                GError **error)
{
  guint n_steps = self->undo->len;
  gboolean ok;

  g_return_val_if_fail (!self->together, FALSE);

  if (!follow_register_begin (self, error))
    return FALSE;
  self->together = TRUE;
  ok = work (self, data, error);
  self->together = FALSE;
  g_array_set_size (self->undo, n_steps);
  if (follow_register_end (self, ok, error))
    return TRUE;

  follow_register_update_live (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0, NULL);
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "follow-date.h"
#include "follow-error.h"

/* What is being written stays in memory until it is committed, however much it is: to put some of it
 * into the file earlier would keep every reader out from then on, where the commit takes a moment. */
#define KEEP_UNTIL_COMMIT "PRAGMA cache_spill = OFF"

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

/* The number that changes when another connection writes. Where it cannot be told now, as while
 * another program is in the midst of writing, it is what it was: nobody waits for it. */
int
follow_register_read_version (FollowRegister *self)
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
  return follow_register_execute (
      self,
      "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
      "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;" FOLLOW_READING_CACHE ";" KEEP_UNTIL_COMMIT
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
  follow_register_forget_steps (self);
  self->data_version = follow_register_read_version (self);
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
  self->data_version = follow_register_read_version (self);
  return g_steal_pointer (&self);
}

void
follow_register_emit_changed (FollowRegister *self, GHashTable *touched)
{
  g_signal_emit (self, signals[CHANGED], 0, touched);
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
  follow_register_emit_changed (self, NULL);
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
  int version = follow_register_read_version (self);

  if (version == self->data_version && g_str_equal (today, self->today))
    return FALSE;
  self->data_version = version;
  update_days (self);
  follow_register_update_live (self, NULL);
  follow_register_emit_changed (self, NULL);
  return TRUE;
}

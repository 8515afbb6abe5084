/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "follow-error.h"

/* A copy of a file that is not sound is no backup; nor is one that the disk did not keep. */
static gboolean
is_sound (sqlite3 *copy)
{
  sqlite3_stmt *statement = NULL;
  gboolean sound =
      sqlite3_prepare_v2 (copy, "SELECT 1 FROM pragma_integrity_check (1) WHERE integrity_check <> 'ok'", -1,
                          &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_DONE;

  sqlite3_finalize (statement);
  return sound;
}

/* @damaged: set when the register, or the copy that was made of it, is not sound */
static gboolean
copy_database (FollowRegister *self, const char *path, gboolean *damaged)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL); /* never taken for a URI */
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  gboolean ok = FALSE;

  if (sqlite3_open_v2 (full, &copy, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
      (backup = sqlite3_backup_init (copy, "main", self->db, "main")) != NULL)
    {
      int code = sqlite3_backup_step (backup, -1);

      ok = sqlite3_backup_finish (backup) == SQLITE_OK && code == SQLITE_DONE;
      *damaged = ok ? !is_sound (copy) : (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
    }
  return sqlite3_close (copy) == SQLITE_OK && ok && !*damaged;
}

/**
 * follow_register_backup:
 * @path: where; nothing may be there yet
 *
 * Copies the register as it stands, also while it is in use, and checks the copy: one that is not sound is
 * refused, so that nobody trusts in it.
 */
gboolean
follow_register_backup (FollowRegister *self, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  gboolean damaged = FALSE;
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      gboolean exists = errno == EEXIST;

      g_set_error (error, FOLLOW_ERROR, exists ? FOLLOW_ERROR_EXISTS : FOLLOW_ERROR_READ_ONLY,
                   exists ? _ ("“%s” is there already. Choose another name for the backup.")
                          : _ ("Could not back up to “%s”: the folder is missing or cannot be written to."),
                   shown);
      return FALSE;
    }
  close (fd);
  if (copy_database (self, path, &damaged))
    return TRUE;
  g_unlink (path);
  if (damaged)
    {
      g_autofree char *name = g_filename_display_name (self->path);

      g_set_error (
          error, FOLLOW_ERROR, FOLLOW_ERROR_DAMAGED,
          _ ("Not backed up: “%s” is damaged, and a copy would be too. Keep the backups there are, and "
             "this file beside them."),
          name);
      return FALSE;
    }
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FAILED,
               _ ("Could not back up to “%s”: the disk may be full. The register is unchanged."), shown);
  return FALSE;
}

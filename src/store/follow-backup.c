/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-register-private.h"

#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "follow-error.h"

static gboolean
copy_database (FollowRegister *self, const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL); /* never taken for a URI */
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  gboolean ok = FALSE;

  if (sqlite3_open_v2 (full, &copy, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
      (backup = sqlite3_backup_init (copy, "main", self->db, "main")) != NULL)
    {
      ok = sqlite3_backup_step (backup, -1) == SQLITE_DONE;
      ok = sqlite3_backup_finish (backup) == SQLITE_OK && ok;
    }
  return sqlite3_close (copy) == SQLITE_OK && ok;
}

/**
 * follow_register_backup:
 * @path: where; nothing may be there yet
 *
 * Copies the register as it stands, also while it is in use.
 */
gboolean
follow_register_backup (FollowRegister *self, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
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
  if (copy_database (self, path))
    return TRUE;
  g_unlink (path);
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FAILED,
               _ ("Could not back up to “%s”: the disk may be full. The register is unchanged."), shown);
  return FALSE;
}

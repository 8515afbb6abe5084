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
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  gboolean ok = FALSE;

  if (sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
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

static gboolean
collect_problems (FollowRegister *self, const char *sql, GPtrArray *problems, GError **error)
{
  g_autoptr (FollowStatement) statement = follow_register_prepare (self, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    if (g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") != 0)
      g_ptr_array_add (problems, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  return code == SQLITE_DONE || follow_register_fail (self, _ ("Could not check the register"), error);
}

/**
 * follow_register_check:
 * @problems: (element-type utf8): takes a sentence for each thing wrong with the file
 *
 * Checks the file's soundness, its links and its search index.
 *
 * Returns: whether the check could be made
 */
gboolean
follow_register_check (FollowRegister *self, GPtrArray *problems, GError **error)
{
  return collect_problems (self, "PRAGMA integrity_check", problems, error) &&
         collect_problems (
             self,
             "SELECT 'A row of “' || \"table\" || '” refers to a missing row of “' || parent || '”.' "
             "FROM pragma_foreign_key_check",
             problems, error) &&
         collect_problems (
             self,
             "SELECT 'The record ' || r.id || ' (' || r.kind || ') is missing from the search.' "
             "FROM record r LEFT JOIN search s ON s.rowid = r.id "
             "LEFT JOIN change c ON c.record_id = r.id AND c.what = 'removed' "
             "WHERE s.rowid IS NULL AND c.id IS NULL",
             problems, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "follow-error.h"

/* A link stays a link: what it leads to is replaced. */
static char *
resolve (const char *path)
{
  g_autofree char *real = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return g_canonicalize_filename (path, NULL);
  real = realpath (path, NULL);
  return real != NULL ? g_strdup (real) : g_canonicalize_filename (path, NULL);
}

static mode_t
mode_for (const struct stat *old)
{
  mode_t mask;

  if (old != NULL)
    return old->st_mode & 0777;
  mask = umask (0);
  umask (mask);
  return 0666 & ~mask;
}

void
follow_safe_file_set_error (FollowSafeFile *self, GError **error, int code, const char *reason)
{
  /* Translators: the first %s is a file's name, the second a reason such as “the disk is full”. */
  g_autofree char *sentence = g_strdup_printf (_ ("Could not write “%s”: %s."), self->name, reason);
  const char *rest = self->existed ? _ ("The old file is unchanged.") : _ ("No file was made.");

  g_set_error (error, FOLLOW_ERROR, code, "%s %s", sentence, rest);
}

void
follow_safe_file_set_errno (FollowSafeFile *self, GError **error, int number)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      follow_safe_file_set_error (self, error, FOLLOW_ERROR_FULL, _ ("the disk is full"));
      break;
    case EACCES:
    case EPERM:
      follow_safe_file_set_error (self, error, FOLLOW_ERROR_READ_ONLY, _ ("its folder cannot be written to"));
      break;
    case EROFS:
      follow_safe_file_set_error (self, error, FOLLOW_ERROR_READ_ONLY, _ ("the disk can only be read"));
      break;
    case ENOENT:
    case ENOTDIR:
      follow_safe_file_set_error (self, error, FOLLOW_ERROR_NOT_FOUND, _ ("there is no such folder"));
      break;
    case EISDIR:
      follow_safe_file_set_error (self, error, FOLLOW_ERROR_EXISTS, _ ("there is a folder of this name"));
      break;
    default:
      follow_safe_file_set_error (self, error, FOLLOW_ERROR_FAILED, g_strerror (number));
      break;
    }
}

gboolean
follow_safe_file_open (FollowSafeFile *self, const char *path, GError **error)
{
  struct stat old;

  *self = (FollowSafeFile){ .fd = -1 };
  self->target = resolve (path);
  self->folder = g_path_get_dirname (self->target);
  self->name = g_filename_display_basename (path);
  self->existed = g_stat (self->target, &old) == 0;
  if (self->existed && S_ISDIR (old.st_mode))
    {
      follow_safe_file_set_errno (self, error, EISDIR);
      return FALSE;
    }
  if (self->existed && g_access (self->target, W_OK) != 0)
    {
      follow_safe_file_set_error (self, error, FOLLOW_ERROR_READ_ONLY, _ ("it is write-protected"));
      return FALSE;
    }
  self->temp = g_build_filename (self->folder, ".follow-through-XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temp, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      follow_safe_file_set_errno (self, error, errno);
      g_clear_pointer (&self->temp, g_free);
      return FALSE;
    }
  /* Some file systems know no modes; the file is as good. */
  (void) !fchmod (self->fd, mode_for (self->existed ? &old : NULL));
  return TRUE;
}

static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  /* Not every file system can; the file itself is synced. */
  (void) !fsync (fd);
  close (fd);
}

gboolean
follow_safe_file_commit (FollowSafeFile *self, GError **error)
{
  if (fsync (self->fd) != 0 || g_rename (self->temp, self->target) != 0)
    {
      follow_safe_file_set_errno (self, error, errno);
      return FALSE;
    }
  g_clear_pointer (&self->temp, g_free);
  sync_folder (self->folder);
  return TRUE;
}

void
follow_safe_file_clear (FollowSafeFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  if (self->temp != NULL)
    g_unlink (self->temp);
  g_clear_pointer (&self->temp, g_free);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->name, g_free);
}

guint64
follow_safe_file_room (FollowSafeFile *self)
{
  struct statvfs info;

  if (statvfs (self->folder, &info) != 0 || info.f_frsize == 0)
    return G_MAXUINT64;
  return (guint64) info.f_bavail * info.f_frsize;
}

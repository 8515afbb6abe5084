/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-safe-folder.h"

#include <errno.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "follow-error.h"

/* Where older files lie until it is certain that they are not needed again. */
#define ASIDE "old-"

static gboolean
fail (const char *folder, int number, GError **error)
{
  g_autofree char *shown = g_filename_display_name (folder);
  int code = number == ENOSPC || number == EDQUOT                     ? FOLLOW_ERROR_FULL
             : number == EACCES || number == EPERM || number == EROFS ? FOLLOW_ERROR_READ_ONLY
             : number == ENOENT || number == ENOTDIR                  ? FOLLOW_ERROR_NOT_FOUND
                                                                      : FOLLOW_ERROR_FAILED;

  g_set_error (error, FOLLOW_ERROR, code,
               /* Translators: the path of a folder, then the system’s own words on why */
               _ ("The files could not be put into “%s”: %s. Nothing was changed there."), shown,
               g_strerror (number));
  return FALSE;
}

gboolean
follow_safe_folder_open (FollowSafeFolder *self, const char *folder, GError **error)
{
  *self = (FollowSafeFolder){ .folder = g_strdup (folder) };
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->replaced = g_ptr_array_new_with_free_func (g_free);
  if (g_mkdir (folder, 0777) == 0)
    self->made_folder = TRUE;
  else if (errno != EEXIST)
    return fail (folder, errno, error);
  else if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return fail (folder, ENOTDIR, error);
  self->temp = g_build_filename (folder, ".follow-through-XXXXXX", NULL);
  if (g_mkdtemp_full (self->temp, 0700) != NULL)
    return TRUE;
  g_clear_pointer (&self->temp, g_free);
  return fail (folder, errno, error);
}

char *
follow_safe_folder_add (FollowSafeFolder *self, const char *name)
{
  g_ptr_array_add (self->names, g_strdup (name));
  return g_build_filename (self->temp, name, NULL);
}

gboolean
follow_safe_folder_check (const char *folder, GPtrArray *names, GError **error)
{
  guint n_found = 0;
  const char *first = NULL;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      n_found++;
      if (first == NULL)
        first = names->pdata[i];
    }
  if (n_found == 0)
    return TRUE;
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_EXISTS,
               g_dngettext (GETTEXT_PACKAGE,
                            "There is a file “%s” in the folder already. Choose another folder, or say "
                            "that it is to be replaced. Nothing was written.",
                            "There are files of the same names in the folder already, the first is “%s”. "
                            "Choose another folder, or say that they are to be replaced. Nothing was "
                            "written.",
                            n_found),
               first);
  return FALSE;
}

static char *
aside_path (FollowSafeFolder *self, const char *name)
{
  g_autofree char *aside = g_strconcat (ASIDE, name, NULL);

  return g_build_filename (self->temp, aside, NULL);
}

static gboolean
move_one (FollowSafeFolder *self, const char *name)
{
  g_autofree char *from = g_build_filename (self->temp, name, NULL);
  g_autofree char *to = g_build_filename (self->folder, name, NULL);
  g_autofree char *aside = aside_path (self, name);

  if (g_file_test (to, G_FILE_TEST_EXISTS))
    {
      if (g_rename (to, aside) != 0)
        return FALSE;
      g_ptr_array_add (self->replaced, g_strdup (name));
    }
  if (g_rename (from, to) != 0)
    return FALSE;
  self->n_moved++;
  return TRUE;
}

static void
take_back (FollowSafeFolder *self)
{
  for (guint i = 0; i < self->n_moved; i++)
    {
      g_autofree char *path = g_build_filename (self->folder, self->names->pdata[i], NULL);

      g_unlink (path);
    }
  for (guint i = 0; i < self->replaced->len; i++)
    {
      g_autofree char *aside = aside_path (self, self->replaced->pdata[i]);
      g_autofree char *path = g_build_filename (self->folder, self->replaced->pdata[i], NULL);

      g_rename (aside, path);
    }
  self->n_moved = 0;
  g_ptr_array_set_size (self->replaced, 0);
}

gboolean
follow_safe_folder_move (FollowSafeFolder *self, GError **error)
{
  for (guint i = 0; i < self->names->len; i++)
    if (!move_one (self, self->names->pdata[i]))
      {
        int number = errno;

        take_back (self);
        return fail (self->folder, number, error);
      }
  return TRUE;
}

static void
remove_temp (const char *temp)
{
  g_autoptr (GDir) dir = g_dir_open (temp, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (temp, name, NULL);

      g_unlink (path);
    }
  g_rmdir (temp);
}

void
follow_safe_folder_keep (FollowSafeFolder *self)
{
  self->n_moved = 0;
  g_ptr_array_set_size (self->replaced, 0);
  self->made_folder = FALSE;
  remove_temp (self->temp);
  g_clear_pointer (&self->temp, g_free);
}
void
follow_safe_folder_clear (FollowSafeFolder *self)
{
  if (self->folder == NULL)
    return;
  take_back (self);
  if (self->temp != NULL)
    remove_temp (self->temp);
  if (self->made_folder)
    g_rmdir (self->folder);
  g_clear_pointer (&self->temp, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->replaced, g_ptr_array_unref);
}

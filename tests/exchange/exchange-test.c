/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-test.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <zip.h>

#include "follow-xlsx-reader.h"

#define PYTHON "/usr/bin/python3"

void
folder_set_up (Folder *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("follow-exchange-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

void
folder_tear_down (Folder *self, gconstpointer data)
{
  remove_all (self->folder);
  g_free (self->folder);
}

char *
folder_path (Folder *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
folder_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *all = g_string_new (NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (all, "%s ", (char *) g_ptr_array_index (names, i));
  return g_string_free (all, FALSE);
}

char *
run_program (const char *const *arguments)
{
  g_autoptr (GPtrArray) limited = g_ptr_array_new ();
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_ptr_array_add (limited, (gpointer) "timeout");
  g_ptr_array_add (limited, (gpointer) "120");
  for (guint i = 0; i == 0 || arguments[i - 1] != NULL; i++)
    g_ptr_array_add (limited, (gpointer) arguments[i]);
  g_spawn_sync (NULL, (char **) limited->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors,
                &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s%s", output, errors);
  g_assert_cmpint (status, ==, 0);
  return output;
}

gboolean
have_openpyxl (void)
{
  const char *arguments[] = { PYTHON, "-c", "import openpyxl", NULL };
  int status = -1;

  if (g_file_test (PYTHON, G_FILE_TEST_IS_EXECUTABLE) &&
      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                    &status, NULL) &&
      status == 0)
    return TRUE;
  g_test_skip ("Debian's Python has no openpyxl");
  return FALSE;
}

gboolean
have_libreoffice (void)
{
  g_autofree char *program = g_find_program_in_path ("soffice");

  if (program == NULL)
    g_test_skip ("LibreOffice is not here");
  return program != NULL;
}

char *
run_python (const char *script, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  const char *argument;
  va_list list;

  g_ptr_array_add (arguments, (gpointer) PYTHON);
  g_ptr_array_add (arguments, (gpointer) "-c");
  g_ptr_array_add (arguments, (gpointer) script);
  va_start (list, script);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  return run_program ((const char *const *) arguments->pdata);
}

char *
convert_with_libreoffice (Folder *folder, const char *path, const char *ending, const char *filter)
{
  g_autofree char *profile = folder_path (folder, "profile");
  g_autofree char *environment = g_strconcat ("-env:UserInstallation=file://", profile, NULL);
  g_autofree char *out = folder_path (folder, "converted");
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *to = filter != NULL ? g_strconcat (ending, ":", filter, NULL) : g_strdup (ending);
  const char *arguments[] = { "soffice", environment, "--headless", "--convert-to", to, "--outdir",
                              out,       path,        NULL };
  g_autofree char *output = run_program (arguments);

  *strrchr (base, '.') = '\0';
  return g_strconcat (out, "/", base, ".", ending, NULL);
}

void
make_zip (const char *path, ...)
{
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  const char *name;
  va_list list;

  g_assert_nonnull (zip);
  va_start (list, path);
  while ((name = va_arg (list, const char *)) != NULL)
    {
      const char *content = va_arg (list, const char *);
      zip_source_t *source = zip_source_buffer (zip, content, strlen (content), 0);

      g_assert_cmpint (zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  va_end (list);
  g_assert_cmpint (zip_close (zip), ==, 0);
}

FollowReadBook *
read_workbook (const char *path)
{
  g_autoptr (GError) error = NULL;
  FollowReadBook *book = follow_xlsx_read (path, NULL, NULL, &error);

  g_assert_no_error (error);
  return book;
}

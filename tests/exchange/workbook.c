/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook.h"

/* Debian's own Python is the one that has Debian's openpyxl. */
#define PYTHON "/usr/bin/python3"

static gboolean
has_openpyxl (void)
{
  const char *argv[] = { PYTHON, "-c", "import openpyxl", NULL };
  int status = 1;

  return g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                       &status, NULL) &&
         status == 0;
}

GHashTable *
workbook_read (const char *path)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "read-workbook.py", NULL);
  const char *argv[] = { PYTHON, script, path, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTable *cells;
  int status;

  if (!has_openpyxl ())
    {
      g_test_skip ("openpyxl is not installed");
      return NULL;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 3);

      g_hash_table_insert (cells, g_strdup_printf ("%s!%s", parts[0], parts[1]), g_strcompress (parts[2]));
    }
  return cells;
}

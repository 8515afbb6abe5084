/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzzer's function over the files of a folder, by any compiler: what once crashed never does
 * again. */
#include "fuzz.h"

#include <string.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, NULL) : NULL;
  const char *name;

  if (folder == NULL)
    g_error ("What folder is to be replayed?");
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_print ("1..%u\n", names->len);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (argv[1], g_ptr_array_index (names, i), NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (!g_file_get_contents (path, &bytes, &length, NULL))
        g_error ("%s cannot be read", path);
      LLVMFuzzerTestOneInput ((const uint8_t *) bytes, length);
      g_print ("ok %u - %s\n", i + 1, (char *) g_ptr_array_index (names, i));
    }
  return 0;
}

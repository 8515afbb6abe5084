/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a workbook of 10,000 rows and 20 columns, beside openpyxl's read-only mode on the same file
 * in the same run. Aim: at most half its time, and memory for the cells kept and no more. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <xlsxwriter.h>

#include "follow-xlsx-reader.h"

#define N_COLUMNS 20
#define N_RUNS 5

static const char python[] = "import openpyxl, sys, time\n"
                             "start = time.time()\n"
                             "book = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
                             "n = sum(1 for sheet in book for row in sheet.iter_rows() for cell in row)\n"
                             "print(time.time() - start)\n";

static void
write_file (const char *path, guint n_rows, gboolean constant_memory)
{
  lxw_workbook_options options = { .constant_memory = constant_memory };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *worksheet = workbook_add_worksheet (workbook, NULL);
  lxw_format *dates = workbook_add_format (workbook);

  format_set_num_format (dates, "d mmm yyyy");
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < N_COLUMNS; c++)
      {
        g_autofree char *text = g_strdup_printf ("Action %u, column %u: agree who leads and by when", r, c);

        if (c == 0)
          worksheet_write_number (worksheet, r, c, r, NULL);
        else if (c < 3)
          worksheet_write_number (worksheet, r, c, 46660 + c, dates);
        else
          worksheet_write_string (worksheet, r, c, text, NULL);
      }
  workbook_close (workbook);
}

static double
our_time (const char *path)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (FollowReadBook) book = follow_xlsx_read (path, NULL, NULL, &error);

      if (book == NULL)
        g_error ("%s", error->message);
      best = MIN (best, (g_get_monotonic_time () - start) / 1e6);
    }
  return best;
}

static double
openpyxl_time (const char *path)
{
  const char *arguments[] = { "/usr/bin/python3", "-c", python, path, NULL };
  g_autofree char *output = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &output, NULL, NULL, NULL);
  return output != NULL && *output != '\0' ? g_ascii_strtod (output, NULL) : 0;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-read-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.xlsx", NULL);
  guint n_rows = argc > 1 ? strtoul (argv[1], NULL, 10) : 10000;
  struct rusage usage;

  for (guint i = 0; i < 2; i++)
    {
      double ours;
      double theirs;

      write_file (path, n_rows, i == 1);
      ours = our_time (path);
      theirs = openpyxl_time (path);
      g_print ("%u rows of %u columns, %s strings\n  read      %7.3f s\n", n_rows, N_COLUMNS,
               i == 1 ? "inline" : "shared", ours);
      if (theirs > 0)
        g_print ("  openpyxl  %7.3f s   ratio %.2f (at most 0.50)\n", theirs, ours / theirs);
    }
  getrusage (RUSAGE_SELF, &usage);
  g_print ("  at most %ld MB in memory, with what wrote the file\n", usage.ru_maxrss / 1024);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}

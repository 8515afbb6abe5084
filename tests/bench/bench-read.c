/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a workbook of 10,000 rows and 20 columns, beside openpyxl's read-only mode on the same file
 * in the same run. Aim: at most half its time, and memory for the cells kept and no more: a sheet that
 * is formatted down to Excel's last row takes as much as one that is not. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
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

/* As people do who colour whole columns: every row of the sheet, and cells with nothing in them. */
static void
write_formatted_down (const char *path, guint n_rows)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *worksheet = workbook_add_worksheet (workbook, NULL);
  lxw_format *fill = workbook_add_format (workbook);

  format_set_bg_color (fill, 0xffc000);
  for (guint r = 0; r < LXW_ROW_MAX; r++)
    for (guint c = 0; c < 5; c++)
      if (r < n_rows)
        worksheet_write_number (worksheet, r, c, r, fill);
      else
        worksheet_write_blank (worksheet, r, c, fill);
  workbook_close (workbook);
}

/* Kilobytes: what getrusage() says would include the process that began this one. */
static long
most_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) ||
      (line = strstr (status, "VmHWM:")) == NULL)
    return 0;
  return strtol (line + strlen ("VmHWM:"), NULL, 10);
}

/* In a process of its own, for its memory's high-water mark. Time is the processor's. */
static void
read_alone (const char *path)
{
  clock_t start = clock ();
  g_autoptr (FollowReadBook) book = follow_xlsx_read (path, NULL, NULL, NULL);

  if (book == NULL)
    g_error ("%s could not be read", path);
  g_print ("%.3f s, %ld MB", (clock () - start) / (double) CLOCKS_PER_SEC, most_memory () / 1024);
}

static void
report_alone (char *program, const char *what, const char *path)
{
  const char *arguments[] = { program, "--alone", path, NULL };
  g_autofree char *output = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, 0, NULL, NULL, &output, NULL, NULL, NULL);
  g_print ("  %-34s %s\n", what, output);
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
  gboolean missed = FALSE;
  g_autofree char *folder = argc > 2 ? NULL : g_dir_make_tmp ("bench-read-XXXXXX", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "bench.xlsx", NULL) : NULL;
  guint n_rows = argc > 1 ? strtoul (argv[1], NULL, 10) : 10000;

  if (argc > 2 && g_str_equal (argv[1], "--alone"))
    {
      read_alone (argv[2]);
      return 0;
    }
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
        g_print ("  openpyxl  %7.3f s   ratio %.2f (at most 0.50%s)\n", theirs, ours / theirs,
                 ours <= 0.5 * theirs ? ", met" : ", MISSED");
      missed |= theirs > 0 && ours > 0.5 * theirs;
    }
  g_print ("Time and memory of a process that reads\n");
  report_alone (argv[0], "the last of these", path);
  write_file (path, 1, TRUE);
  report_alone (argv[0], "a single row", path);
  write_formatted_down (path, 100);
  report_alone (argv[0], "100 rows of 1,048,576 formatted", path);
  g_unlink (path);
  g_rmdir (folder);
  return missed ? 1 : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong while a workbook is written: the old file stays as it was, nothing is left. */
#include "exchange-test.h"
#include "follow-error.h"
#include "follow-xlsx-writer.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#define OLD "the old file"

static gboolean
next_row (FollowSheetRow *row, gpointer user_data, GError **error)
{
  guint *left = user_data;

  if ((*left)-- == 0)
    return FALSE;
  for (guint c = 0; c < row->n_cells; c++)
    {
      g_autofree char *text = g_strdup_printf ("%u of %u: %u", c, *left, g_random_int ());

      follow_sheet_row_set_text (row, c, text, FOLLOW_CELL_STYLE_NORMAL);
    }
  return TRUE;
}

static gboolean
fail_row (FollowSheetRow *row, gpointer user_data, GError **error)
{
  if (next_row (row, user_data, error))
    return TRUE;
  g_set_error_literal (error, FOLLOW_ERROR, FOLLOW_ERROR_BUSY, "The register is busy.");
  return FALSE;
}

static FollowBook *
streamed_book (FollowSheetRowFunc func, guint *n_rows, guint n_columns)
{
  FollowBook *book = follow_book_new ("Plan", "OFFICIAL");
  FollowSheet *sheet = follow_book_add_sheet (book, "Actions");

  for (guint i = 0; i < n_columns; i++)
    follow_sheet_add_column (sheet, "Heading", 20);
  follow_sheet_set_native_table (sheet, TRUE);
  follow_sheet_set_row_func (sheet, func, n_rows, NULL, *n_rows);
  return book;
}

static void
assert_fails (FollowBook *book, const char *path, int code, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (follow_xlsx_write (book, path, NULL, NULL, NULL, &error));
  g_assert_error (error, FOLLOW_ERROR, code);
  if (sentence != NULL)
    g_assert_cmpstr (error->message, ==, sentence);
}

static void
assert_old_alone (const char *folder, const char *path)
{
  g_autofree char *names = folder_names (folder);
  g_autofree char *contents = NULL;

  g_assert_cmpstr (names, ==, "Plan.xlsx ");
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, OLD);
}

static gboolean
mount_small (const char *folder, const char *options)
{
  if (mount ("tmpfs", folder, "tmpfs", 0, options) == 0)
    return TRUE;
  g_test_skip ("a small disk cannot be mounted here");
  return FALSE;
}

/* Room for a little and a little more, so that each file that is written on the way has its turn to
 * be the one that does not fit. */
static void
test_full (Folder *folder, gconstpointer data)
{
  g_autofree char *disk = folder_path (folder, "disk");
  g_autofree char *path = g_build_filename (disk, "Plan.xlsx", NULL);
  gboolean written = FALSE;

  g_mkdir (disk, 0700);
  for (guint kib = 8; kib <= 4096 && !written; kib += kib / 4)
    {
      g_autofree char *options = g_strdup_printf ("size=%uk", kib);
      guint n_rows = 2000;
      g_autoptr (FollowBook) book = streamed_book (next_row, &n_rows, 10);
      g_autoptr (GError) error = NULL;

      if (!mount_small (disk, options))
        return;
      g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
      written = follow_xlsx_write (book, path, NULL, NULL, NULL, &error);
      if (!written)
        {
          g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FULL);
          g_assert_cmpstr (error->message, ==,
                           "Could not write “Plan.xlsx”: the disk is full. The old file is unchanged.");
          assert_old_alone (disk, path);
        }
      g_assert_cmpint (umount (disk), ==, 0);
    }
  g_assert_true (written);
}

static void
test_read_only (Folder *folder, gconstpointer data)
{
  g_autofree char *disk = folder_path (folder, "disk");
  g_autofree char *path = g_build_filename (disk, "Plan.xlsx", NULL);
  guint n_rows = 10;
  g_autoptr (FollowBook) book = streamed_book (next_row, &n_rows, 2);
  gboolean mounted = geteuid () == 0;

  g_mkdir (disk, 0700);
  if (mounted && !mount_small (disk, "size=64k"))
    return;
  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
  if (mounted)
    g_assert_cmpint (mount (NULL, disk, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  else
    g_chmod (disk, 0500);
  assert_fails (book, path, FOLLOW_ERROR_READ_ONLY, NULL);
  assert_old_alone (disk, path);
  if (mounted)
    g_assert_cmpint (umount (disk), ==, 0);
  else
    g_chmod (disk, 0700);
}

static void
test_wrong_target (Folder *folder, gconstpointer data)
{
  g_autofree char *absent = folder_path (folder, "absent/Plan.xlsx");
  guint n_rows = 10;
  g_autoptr (FollowBook) book = streamed_book (next_row, &n_rows, 2);

  assert_fails (book, absent, FOLLOW_ERROR_NOT_FOUND,
                "Could not write “Plan.xlsx”: there is no such folder. No file was made.");
  assert_fails (book, folder->folder, FOLLOW_ERROR_EXISTS, NULL);
}

typedef struct
{
  GCancellable *cancellable;
  double at;
  double last;
} Progress;

static void
progressed_cb (double fraction, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  if (fraction >= progress->at)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_cancel (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "Plan.xlsx");
  const double moments[] = { 0, 0.3, 0.7, 0.9, 2 };

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      guint n_rows = 1000;
      g_autoptr (FollowBook) book = streamed_book (next_row, &n_rows, 3);
      g_autoptr (GError) error = NULL;
      Progress progress = { cancellable, moments[i], 0 };

      g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
      if (follow_xlsx_write (book, path, progressed_cb, &progress, cancellable, &error))
        {
          g_assert_cmpfloat (moments[i], >, 1);
          g_assert_cmpfloat (progress.last, ==, 1);
          continue;
        }
      g_assert_error (error, FOLLOW_ERROR, FOLLOW_ERROR_CANCELLED);
      g_assert_cmpstr (error->message, ==,
                       "Could not write “Plan.xlsx”: it was cancelled. The old file is unchanged.");
      assert_old_alone (folder->folder, path);
    }
}

static void
test_failing_rows (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "Plan.xlsx");
  guint n_rows = 500;
  g_autoptr (FollowBook) book = streamed_book (fail_row, &n_rows, 3);

  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
  assert_fails (book, path, FOLLOW_ERROR_BUSY, "The register is busy.");
  assert_old_alone (folder->folder, path);
}

static gboolean
next_short_row (FollowSheetRow *row, gpointer user_data, GError **error)
{
  guint *left = user_data;

  follow_sheet_row_set_integer (row, 0, *left);
  return (*left)-- > 0;
}

static void
test_too_many_rows (Folder *folder, gconstpointer data)
{
  g_autofree char *path = folder_path (folder, "Plan.xlsx");
  guint n_rows = 1048576;
  g_autoptr (FollowBook) book = streamed_book (next_short_row, &n_rows, 1);

  g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
  assert_fails (
      book, path, FOLLOW_ERROR_REFUSED,
      "Could not write “Plan.xlsx”: the sheet “Actions” would have more than 1,048,576 rows, the most that "
      "Excel can hold. The old file is unchanged.");
  assert_old_alone (folder->folder, path);
}

int
main (int argc, char **argv)
{
#define ADD(name, func) g_test_add ("/xlsx-safe/" name, Folder, NULL, folder_set_up, func, folder_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("full", test_full);
  ADD ("read-only", test_read_only);
  ADD ("wrong-target", test_wrong_target);
  ADD ("cancel", test_cancel);
  ADD ("failing-rows", test_failing_rows);
  ADD ("too-many-rows", test_too_many_rows);
  return g_test_run ();
}
